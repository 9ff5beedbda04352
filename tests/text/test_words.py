"""Words as the lexical score counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.text.words import english_stems, english_words, grams, plain_latin, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("policies", "policy"),
        ("talks", "talk"),
        ("agreed", "agree"),
        ("minister's", "minister"),
        ("stopped", "stop"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    """Plural, past tense and possessive meet their base form."""
    assert stem(one) == stem(other)


def test_stop_words_are_left_out_and_hyphens_split() -> None:
    """Only words that carry meaning count."""
    assert english_words("The China-U.S. talks on the Strait") == ["China", "talks", "Strait"]
    assert english_stems("of the and") == []


def test_accents_do_not_part_names() -> None:
    """Zürich meets Zurich."""
    assert plain_latin("Zürich, São") == "Zurich, Sao"


@given(st.text(max_size=30))
def test_grams_ignore_punctuation_and_case(text: str) -> None:
    """Character runs are those of letters and digits alone."""
    assert all(g == g.lower() and len(g) in (1, 2, 3) for g in grams(text.upper()) if g.isascii())
    assert grams(f"{text}!?") == grams(text)


def test_grams_of_a_short_text_are_fewer() -> None:
    """A text shorter than the run has none of it."""
    assert grams("台海", (3,)) == []
    assert grams("台海", (1, 2)) == ["台", "海", "台海"]
