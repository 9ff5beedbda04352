"""How alike paragraphs are to the encoder alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.facts import Context
from compare.matching.contexts import alikeness, cosines
from compare.matching.encoder import encoder, vectors
from compare.matching.similarity import Bridge, Matrix
from compare.options import Options

TEXTS = [
    Context("The ferry capsized off the port and many died.", "en"),
    Context("The boat overturned near the harbour, killing many.", "en"),
    Context("Shares of the bank closed lower.", "en"),
    Context("渡轮在港口外倾覆，多人死亡。", "zh-Hans"),
    Context("", "en"),
]


def bridge(*texts: Context) -> Bridge:
    """Vectors of these texts, without a dictionary."""
    return Bridge(vectors([t.text for t in texts if t.text], encoder()), None)


def alike(*texts: Context) -> Matrix:
    """The likeness of each with each."""
    return cosines(texts, bridge(*texts))


@pytest.fixture(scope="module")
def found() -> Matrix:
    """The likeness of the texts above."""
    return alike(*TEXTS)


def test_each_with_each(found: Matrix) -> None:
    """In 0..1, the same both ways; a text is like itself, an empty one like none."""
    assert found.shape == (len(TEXTS), len(TEXTS))
    assert np.allclose(found, found.T, atol=1e-5)
    assert np.allclose(np.diag(found)[:4], 1, atol=1e-3)
    assert found.min() >= 0
    assert found.max() <= 1.001
    assert found[4].max() == 0


def test_one_matter_is_liker_than_another(found: Matrix) -> None:
    """In one language and across two, without a dictionary."""
    assert found[0, 1] > found[0, 2]
    assert found[0, 3] > found[2, 3]


def test_it_is_the_cosine_of_the_other_measures() -> None:
    """The same table, for those who need no words."""
    whole = alikeness(TEXTS, bridge(*TEXTS), Options())
    assert np.array_equal(alike(*TEXTS), whole["cosine"])


def test_only_texts_without_words() -> None:
    """No vector is asked for."""
    assert alike(Context("", "en"), Context("", "zh-Hans")).tolist() == [[0, 0], [0, 0]]


def test_names_play_no_part() -> None:
    """Two contexts of one text are one, whoever is named there."""
    bare, named = TEXTS[0], Context(TEXTS[0].text, "en", {"loc:geneva": "Geneva"})
    assert alike(bare, named)[0, 1] == pytest.approx(1, abs=1e-3)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, len(TEXTS) - 1), min_size=1, max_size=9))
def test_repeats_stand_at_their_places(places: list[int]) -> None:
    """Many facts of one paragraph have one row each, as if each stood alone."""
    whole = alike(*TEXTS)
    table = alike(*(TEXTS[n] for n in places))
    assert np.allclose(table, whole[np.ix_(places, places)], atol=1e-3)
