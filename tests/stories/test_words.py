"""Words, name tokens and numbers that articles share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare.stories.marks import language_key, name_tokens, words


def test_both_chinese_scripts_share_their_words() -> None:
    """The same sentence in Simplified and in Traditional has the same words."""
    assert words("台风逼近香港", "zh-Hans") == words("颱風逼近香港", "zh-Hant")


def test_english_words_are_stems_without_function_words() -> None:
    """Inflections meet, function words are dropped."""
    assert words("the ministers visited", "en") == words("minister visits", "en")


def test_languages_do_not_share_words_but_names() -> None:
    """A French and an English text share name tokens only, accents aside."""
    french, english = "À Valparaíso, Boric décrète un deuil", "Boric in Valparaiso mourns"
    assert not set(words(french, "fr")) & set(words(english, "en"))
    assert {"boric", "valparaiso"} <= set(name_tokens(french)) & set(name_tokens(english))


def test_numbers_lose_their_grouping_and_years_are_left_out() -> None:
    """1,200 and 1200 are one number; a year says when, not what."""
    assert set(name_tokens("1,200 people in 2023")) == {"1200"}
    assert set(name_tokens("1200 personnes")) == {"1200"}
    assert set(name_tokens("6,4 und 9")) == {"6.4"}


def test_latin_words_inside_chinese_are_kept() -> None:
    """A product name in Latin letters is a word of a Chinese text."""
    assert words("华为Mate手机", "zh-Hans")["zh:mate"] == 1


def test_a_language_tag_is_compared_by_its_first_part() -> None:
    """Regions and scripts do not part a language."""
    assert language_key("pt-BR") == language_key("pt") == "pt"


@given(st.text(max_size=200), st.sampled_from(["zh-Hans", "en", "ja", "ar", "und"]))
def test_any_text_has_words(text: str, language: str) -> None:
    """No text makes the tokenisers fail, and every count is positive."""
    assert all(n > 0 for n in words(text, language).values())
    assert all(n > 0 for n in name_tokens(text).values())
