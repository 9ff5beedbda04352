"""Words that stand against each other: one set of scales in all languages that have them."""

from __future__ import annotations

from collections import Counter

import pytest

from compare.resources.opposites import ORDERED, opposites
from compare.resources.tolls import CONVERSE
from compare.resources.words import listed, words

LANGUAGES = ("en", "zh")


def test_scales_are_the_same_in_every_language() -> None:
    """Names and numbers of sides, so that words meet across languages."""
    one, other = (
        {name: len(sides) for name, sides in words(tag)["opposites"].items()} for tag in LANGUAGES
    )
    assert one == other
    assert one.keys() >= CONVERSE | ORDERED


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_word_stands_on_two_sides(tag: str) -> None:
    """A word of two sides would deny itself, and an empty side could not be denied."""
    for name, sides in words(tag)["opposites"].items():
        counted = Counter(w for side in sides for w in set(listed(side)))
        assert counted.most_common(1)[0][1] == 1, name
        assert all(listed(side) for side in sides), name


def test_longer_words_win() -> None:
    """A word inside another is not found, and one inside an expression of its own means nothing."""
    lexis = opposites("en")
    assert lexis is not None
    text = "They were not guilty of up to ten frauds"
    assert [text[a:b] for a, b, _, _ in lexis.find(text)] == ["not guilty"]


def test_other_languages_have_none() -> None:
    """A language without the tables has no opposites."""
    assert opposites("de") is None
