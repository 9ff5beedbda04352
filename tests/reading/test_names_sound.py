"""Readings of hanzi, spellings by rule, and the scores made of them."""

from __future__ import annotations

import pytest

from compare.options import Options
from compare.reading.base import romanisation
from compare.reading.names.transliteration import (
    Candidates,
    fold_latin,
    parts,
    scores,
    spans,
    tokens,
)


@pytest.mark.parametrize(
    ("pinyin", "spelling"),
    [
        ("zhong", "chung"),
        ("xie", "hsieh"),
        ("qian", "chien"),
        ("guo", "kuo"),
        ("cai", "tsai"),
        ("zi", "tzu"),
        ("yong", "yung"),
        ("an", "an"),
    ],
)
def test_wade_giles(pinyin: str, spelling: str) -> None:
    """Pinyin is turned into the spelling that Taiwan uses."""
    assert romanisation.wade_giles(pinyin) == spelling


@pytest.mark.parametrize(
    ("rule", "reading", "spelling"),
    [
        (romanisation.cantonese, "zoeng", "cheung"),
        (romanisation.cantonese, "jyun", "yuen"),
        (romanisation.cantonese, "ng", "ng"),
        (romanisation.cantonese, "zi", "tze"),
        (romanisation.korean, "이", "lee"),
        (romanisation.korean, "석", "suk"),
        (romanisation.korean, "열", "yeol"),
        (romanisation.vietnamese, "nguyen", "nguyen"),
        (romanisation.taiwan, "xiao", "hsiao"),
        (romanisation.mandarin, "xiao", "xiao"),
    ],
)
def test_spellings_by_rule(rule: object, reading: str, spelling: str) -> None:
    """Each way of reading gives the spelling that names are seen with."""
    assert callable(rule)
    found = rule((reading,))
    assert spelling in found
    assert sum(found.values()) <= 1.0 + 1e-9


def test_no_reading_gives_no_spelling() -> None:
    """A hanzi that a language does not read has no spelling in it."""
    assert romanisation.korean(()) == {}


def test_tokens_and_spans() -> None:
    """Marks, apostrophes, titles and numbers are dropped; family names of two letters stay."""
    assert tokens("King Charles III") == ("charles",)
    assert tokens("Xi Jinping") == ("xi", "jinping")
    assert tokens("Robert O'Brien Jr.") == ("robert", "obrien")
    assert tokens("The Pope") == ("the",)
    assert tokens("Pope") == ("pope",)
    assert fold_latin("Łukasz Müller-Ørsted") == "lukasz muller-orsted"
    assert {"adaquill", "quillada", "ada", "quill"} == {text for text, _ in spans("Ada Quill")}


def test_parts_of_a_chinese_name() -> None:
    """Dots part a name, Traditional is folded, ranks of rulers are dropped."""
    assert parts("蘇菲·羅伯遜") == ("苏菲", "罗伯逊")
    assert parts("查尔斯三世") == ("查尔斯",)
    assert parts("abc") == ()


def test_scores_are_highest_for_the_right_name() -> None:
    """The true name scores well above the others, and nothing scores without hanzi."""
    candidates = Candidates(("Henrik Lindqvist", "Samuel Robertson", "Q"), Options())
    values = scores("罗伯逊", candidates)
    assert values[1] > values[0] + 0.3
    assert values[2] == -1.0
    assert list(scores("abc", candidates)) == [-1.0, -1.0, -1.0]
    assert len(scores("罗伯逊", Candidates((), Options()))) == 0
