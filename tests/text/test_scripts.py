"""Folding Traditional characters into Simplified and finding the way back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.text import scripts
from compare.text.scripts import Folded, fold, is_chinese, script_of, to_simplified, to_traditional

CHINESE = st.text(alphabet="中美國国務務卿發发後后里裏臺台灣湾。，a1 \n𠀀", max_size=40)


@settings(deadline=None)
@given(st.text(max_size=60) | CHINESE)
def test_folded_offsets_slice_back(text: str) -> None:
    """Every stretch of the folded text maps to the stretch of the original that folds to it."""
    folded = fold(text)
    for start in range(len(folded.text)):
        a, b = folded.original(start, start + 1)
        assert 0 <= a <= b <= len(text)
    assert folded.original(0, len(folded.text)) == (0, len(text))


@settings(deadline=None)
@given(CHINESE, st.data())
def test_a_found_word_is_found_in_the_original(text: str, data: st.DataObject) -> None:
    """A slice of the folded text stands in the original at the mapped place, folded."""
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    a, b = folded.original(start, end)
    assert to_simplified(text[a:b]) == folded.text[start:end]


def test_a_map_is_kept_where_a_conversion_changes_the_length(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """When one character becomes two, both map to the one they came from."""
    monkeypatch.setattr(scripts, "to_simplified", lambda text: text.replace("甲", "乙丙"))
    folded = fold("一甲二")
    assert folded.text == "一乙丙二"
    assert folded.original(1, 3) == (1, 2)
    assert folded.original(3, 4) == (2, 3)


def test_a_text_without_a_map_keeps_its_offsets() -> None:
    """Folding that keeps lengths keeps offsets."""
    assert Folded("美国").original(0, 2) == (0, 2)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("國務卿在紐約會見國家副主席", "Hant"),
        ("国务卿在纽约会见国家副主席", "Hans"),
        ("中山", "Hans"),
        ("Blinken met Han", None),
        ("", None),
    ],
)
def test_script_is_the_one_that_a_text_is_written_in(text: str, script: str | None) -> None:
    """The script is told by the characters that differ; a text without Han has none."""
    assert script_of(text) == script


def test_both_ways_agree_on_plain_words() -> None:
    """Simplified and Traditional forms of a headline turn into one another."""
    assert to_simplified("臺灣海峽") == "台湾海峡"
    assert to_traditional("台湾海峡") == "臺灣海峽"
    assert to_simplified("plain ASCII") == "plain ASCII"


def test_a_lone_surrogate_does_not_stop_folding() -> None:
    """Half a character from broken JSON becomes the replacement character, the rest is folded."""
    assert to_simplified("國\ud83d會") == "国\ufffd会"
    assert len(fold("國\ud83d會").text) == 3


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("美国国务卿Blinken周一在纽约", True),
        ("Blinken said 中国 must act before the end of the month", False),
        ("ブリンケン国務長官は月曜日", False),
        ("블링컨 국무장관 美國", False),
        ("", False),
    ],
)
def test_chinese_is_told_from_languages_that_share_its_characters(text: str, answer: bool) -> None:
    """Han beyond a fifth counts as Chinese unless kana or hangul stand with it."""
    assert is_chinese(text) is answer
