"""What is known about every pair of units of two articles.

In: units, vectors, glossary. Out: features, each a float32 matrix [len(a), len(b)]. No single
similarity decides well: the encoder blurs names and numbers, words miss paraphrase, and both have
other scales in every pair of languages. Beside them stand shared names and numbers weighed by how
rare they are in the two articles, numbers that disagree, and how far a pair stands out from its
rivals (the margin of Artetxe and Schwenk 2019), which needs no scale.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from compare.matching.counts import DENSE, products
from compare.matching.lexical import Words, family, overlap
from compare.matching.similarity import Bridge, Matrix
from compare.matching.tokens import coverage
from compare.matching.units import Unit, headlines, neighbourhood
from compare.options import Options
from compare.text.languages import letters_in
from compare.text.words import grams

NAMES = (
    "cosine",
    "lexical",
    "names",
    "numbers",
    "numbers_differ",
    "row_margin",
    "window",
    "document",
    "grams",
    "sentence",
    "tokens",
    "tokens_window",
    "tokens_document",
    "tokens_backward",
)
_NAMED = ("num:", "date:")
_NUMBERS = ("numbers", "numbers_differ")


def features(
    a: Sequence[Unit], b: Sequence[Unit], bridge: Bridge, options: Options
) -> dict[str, Matrix]:
    """Feature name -> matrix [len(a), len(b)]; the names are `NAMES`."""
    rows = np.stack([bridge.vectors[u.core] for u in a])
    columns = np.stack([bridge.vectors[u.core] for u in b])
    cosine = np.clip(rows @ columns.T, 0, 1).astype(np.float32)
    lexical = overlap([u.words for u in a], [u.words for u in b], bridge.glossary, options)
    names, numbers, differ = _anchors(a, b)
    fused = (cosine + lexical.both) / 2
    fused = fused + options.feature_numbers * numbers + options.feature_names * names
    held = coverage(a, b, bridge.tokens)
    return {
        "cosine": cosine,
        "lexical": lexical.both,
        "names": names,
        "numbers": numbers,
        "numbers_differ": differ,
        "row_margin": fused - _best_rival(fused, b, options.feature_rival),
        "window": _window(lexical.forward, b),
        "document": _document(a, b, bridge, options),
        "grams": _grams(a, b),
        "sentence": _sentence_cosine(a, columns, bridge),
        "tokens": held.unit,
        "tokens_window": held.window,
        "tokens_document": held.document,
        "tokens_backward": held.backward,
    }


def probabilities(
    task: str, a: Sequence[Unit], b: Sequence[Unit], bridge: Bridge, options: Options
) -> Matrix:
    """The chance that each unit of `b` says what each unit of `a` says, [len(a), len(b)]."""
    return judged(task, features(a, b, bridge, options), a, b, bridge)


def judged(
    task: str,
    known: Mapping[str, Matrix],
    a: Sequence[Unit],
    b: Sequence[Unit],
    bridge: Bridge,
) -> Matrix:
    """The same of features that are known: by the head `task`.same within a language, by
    `task`.cross between two.
    """
    left, right = (np.array([family(u.language) for u in side]) for side in (a, b))
    same = left[:, None] == right[None, :]
    if same.all():
        return bridge.heads[f"{task}.same"].probability(known)
    cross = bridge.heads[f"{task}.cross"].probability(known)
    if not same.any():
        return cross
    return np.where(same, bridge.heads[f"{task}.same"].probability(known), cross)


def without_numbers(known: Mapping[str, Matrix]) -> dict[str, Matrix]:
    """Features as if numbers and dates had not been looked at."""
    return {n: np.zeros_like(m) if n in _NUMBERS else m for n, m in known.items()}


def _anchors(a: Sequence[Unit], b: Sequence[Unit]) -> tuple[Matrix, Matrix, Matrix]:
    """Cosine over names, over numbers and dates (rare ones count more), and 1 where both sides
    have numbers and share none.
    """
    count = Counter(key for u in (*a, *b) if u.whole for key in u.anchors)
    every = sorted({key for u in (*a, *b) for key in u.anchors})
    weight = np.array([1 / (1 + math.log(max(1, count[k]))) for k in every], np.float32)
    left, right = _presence(a, every), _presence(b, every)
    is_number: NDArray[np.bool_] = np.array([k.startswith(_NAMED) for k in every], dtype=bool)

    def cosine(keep: NDArray[np.bool_]) -> Matrix:
        x, y = left[:, keep] * weight[keep], right[:, keep] * weight[keep]
        norm = np.linalg.norm(x, axis=1)[:, None] * np.linalg.norm(y, axis=1)[None, :]
        angle: Matrix = (x @ y.T / np.maximum(norm, 1e-9)).astype(np.float32)
        return angle

    numbers = cosine(is_number)
    some_left = left[:, is_number].max(axis=1, initial=0) > 0
    some_right = right[:, is_number].max(axis=1, initial=0) > 0
    both = some_left[:, None] & some_right[None, :]
    differ = (both & (numbers == 0)).astype(np.float32)
    return cosine(~is_number), numbers, differ


def shared_numbers(a: Sequence[Unit], b: Sequence[Unit]) -> Matrix:
    """Cosine over the numbers and dates of every pair of units, rare ones counting more."""
    return _anchors(a, b)[1]


def _presence(units: Sequence[Unit], names: Sequence[str]) -> Matrix:
    column = {name: k for k, name in enumerate(names)}
    matrix = np.zeros((len(units), len(names)), dtype=np.float32)
    for i, unit in enumerate(units):
        for key in unit.anchors:
            matrix[i, column[key]] = 1
    return matrix


def _by_sentence(matrix: Matrix, b: Sequence[Unit]) -> Matrix:
    """[n, sentences]: each row's best unit in every sentence of `b`."""
    owner = np.array([u.sentence for u in b])
    out = np.zeros((matrix.shape[0], owner.max() + 1), dtype=np.float32)
    for j, s in enumerate(owner):
        np.maximum(out[:, s], matrix[:, j], out=out[:, s])
    return out


def _best_rival(matrix: Matrix, b: Sequence[Unit], lonely: float) -> Matrix:
    """For each cell the row's best score outside the cell's own sentence and the headline, which
    repeats the sentences that matter; `lonely` without one.
    """
    best = _by_sentence(matrix, b)
    owner = np.array([u.sentence for u in b])
    others = best[:, ~headlines(b)]
    if others.shape[1] < 2:
        return np.full_like(matrix, lonely)
    top = np.sort(others, axis=1)
    first, second = top[:, -1:], top[:, -2:-1]
    rival = np.where(best >= first, second, first)
    return rival[:, owner].astype(np.float32)


def _sentence_cosine(a: Sequence[Unit], columns: Matrix, bridge: Bridge) -> Matrix:
    """For each cell the cosine of the left unit's whole sentence, which says what a clause leaves
    to be understood, and the right unit.
    """
    whole = {u.sentence: bridge.vectors[u.core] for u in a if u.whole}
    rows = np.stack([whole[u.sentence] for u in a])
    found: Matrix = np.clip(rows @ columns.T, 0, 1).astype(np.float32)
    return found


def length_ratio(a: Sequence[Unit], b: Sequence[Unit], most: float) -> Matrix:
    """|log of the ratio of lengths|, in letters of a language of average density, up to `most`."""
    x = np.log(np.array([_length(u) for u in a], dtype=np.float32))
    y = np.log(np.array([_length(u) for u in b], dtype=np.float32))
    ratio: Matrix = np.minimum(np.abs(x[:, None] - y[None, :]), most).astype(np.float32)
    return ratio


def _length(unit: Unit) -> float:
    return max(1.0, letters_in(unit.core, unit.language))


def _window(forward: Matrix, b: Sequence[Unit]) -> Matrix:
    """The best share of the left unit found in the cell's sentence or one beside it."""
    near = neighbourhood(_by_sentence(forward, b), headlines(b))
    return near[:, np.array([u.sentence for u in b])]


def _document(a: Sequence[Unit], b: Sequence[Unit], bridge: Bridge, options: Options) -> Matrix:
    """The share of each left unit's words found anywhere in `b`; one figure a row."""
    titles = headlines(b)
    whole = [u for u in b if u.whole and not titles[u.sentence]]
    anchors = {key: surface for u in whole for key, surface in u.anchors.items()}
    text = "\n".join(u.core for u in whole)
    everything = [Words(text, max(whole, key=lambda u: len(u.core)).language, anchors)]
    share = overlap([u.words for u in a], everything, bridge.glossary, options).forward
    return np.repeat(share, len(b), axis=1)


def _grams(a: Sequence[Unit], b: Sequence[Unit]) -> Matrix:
    """The share of the left unit's character runs (2 Han, 4 Latin) that the right one has."""
    left = [_runs(u) for u in a]
    names = {g: k for k, g in enumerate(sorted(set().union(*left)))}
    if (len(a) + len(b)) * len(names) > DENSE:
        return _grams_of_many(left, [_runs(u) for u in b], names)
    rows = np.zeros((len(a), max(1, len(names))), dtype=np.float32)
    columns = np.zeros((len(b), max(1, len(names))), dtype=np.float32)
    for matrix, sets in ((rows, left), (columns, [_runs(u) for u in b])):
        for i, found in enumerate(sets):
            matrix[i, [names[g] for g in found if g in names]] = 1
    size = np.maximum(rows.sum(axis=1, keepdims=True), 1)
    share: Matrix = (rows @ columns.T / size).astype(np.float32)
    return share


def _grams_of_many(
    left: Sequence[set[str]], right: Sequence[set[str]], names: Mapping[str, int]
) -> Matrix:
    rows = [dict.fromkeys((names[g] for g in found), 1.0) for found in left]
    columns = [dict.fromkeys((names[g] for g in found if g in names), 1.0) for found in right]
    size = np.array([max(len(row), 1) for row in rows], dtype=np.float32)
    share: Matrix = products(rows, columns) / size[:, None]
    return share


def _runs(unit: Unit) -> set[str]:
    return set(grams(unit.core, (2 if family(unit.language) in ("zh", "ja") else 4,)))
