"""How alike the contexts of values are, each with each."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.facts import Context
from compare.matching.contexts import alikeness
from compare.matching.encoder import encoder, vectors
from compare.matching.similarity import Bridge, Matrix
from compare.options import Options
from compare.resources.glossary import glossary

TEXTS = [
    Context("the ferry capsized and killed", "en"),
    Context("the boat overturned, killing", "en"),
    Context("shares of the bank closed", "en"),
    Context("渡轮倾覆造成死亡", "zh-Hans"),
    Context("", "en"),
    Context("，。", "zh-Hans"),
]


def alike(*texts: Context) -> dict[str, Matrix]:
    """The likeness of texts, with the dictionary."""
    every = [t.text for t in texts if t.text]
    return alikeness(texts, Bridge(vectors(every, encoder()), glossary()), Options())


@pytest.fixture(scope="module")
def found() -> dict[str, Matrix]:
    """The likeness of the texts above."""
    return alike(*TEXTS)


def test_each_with_each(found: dict[str, Matrix]) -> None:
    """Three measures in 0..1, the same both ways."""
    assert set(found) == {"cosine", "lexical", "held"}
    for table in found.values():
        assert table.shape == (len(TEXTS), len(TEXTS))
        assert table.min() >= 0
        assert table.max() <= 1.001
        assert np.allclose(table, table.T, atol=1e-5)


def test_one_matter_is_liker_than_another(found: dict[str, Matrix]) -> None:
    """In one language and across two."""
    cosine, lexical = found["cosine"], found["lexical"]
    assert cosine[0, 1] > cosine[0, 2]
    assert cosine[0, 3] > cosine[2, 3]
    assert lexical[0, 3] > lexical[2, 3]


def test_a_text_without_words_is_like_none(found: dict[str, Matrix]) -> None:
    """Nothing stands in it that another has."""
    assert all(table[4].max() == 0 for table in found.values())


def test_a_text_is_like_itself(found: dict[str, Matrix]) -> None:
    """All of its words are held."""
    for n in range(4):
        assert found["cosine"][n, n] == pytest.approx(1, abs=1e-3)
        assert found["held"][n, n] > 0.9


def test_held_asks_the_side_that_holds_more() -> None:
    """A short text inside a long one is held by it."""
    short = Context("the ferry capsized", "en")
    long = Context("the ferry capsized while the bank of the river was lined with crowds", "en")
    table = alike(short, long)
    assert table["held"][0, 1] > table["lexical"][0, 1]


def test_a_name_counts_across_scripts() -> None:
    """One identity under two surfaces is shared."""
    known = [
        Context("Keller signed", "en", {"per:anna-keller": "Keller"}),
        Context("凯勒签署", "zh-Hans", {"per:anna-keller": "凯勒"}),
    ]
    bare = [Context(c.text, c.language) for c in known]
    assert alike(*known)["lexical"][0, 1] >= alike(*bare)["lexical"][0, 1]
    assert alike(*known)["lexical"][0, 1] > 0


def test_only_texts_without_words() -> None:
    """No vector is there to be asked for."""
    for table in alike(Context("", "en"), Context("", "zh-Hans")).values():
        assert table.tolist() == [[0, 0], [0, 0]]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=6))
def test_the_encoder_does_not_look_at_the_company(some: list[Context]) -> None:
    """To the encoder a pair is as alike among many as alone (how rare a word is, others tell)."""
    whole, pair = alike(*some)["cosine"], alike(some[0], some[-1])["cosine"]
    assert whole[0, -1] == pytest.approx(pair[0, -1], abs=1e-3)
