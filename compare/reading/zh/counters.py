"""Whether the hanzi behind a Chinese number counts it: 三百克糖, but 三百|克朗 and 三千|米兰球迷.

In: a text in either script, and where a number and its unit stand. Out: a verdict. A unit of one
hanzi is also the first hanzi of many words, which no list of units can tell; the segmenter can,
when it is shown the number as a digit. 三点 is an hour or three points, 三度 three degrees or three
times: what stands behind tells.
"""

from __future__ import annotations

import re

from compare.resources.words import either, word_set
from compare.text.numerals import DIGITS, HAN_DIGIT, han_value
from compare.text.scripts import to_simplified

_AHEAD = 8
_DAY = 24
_WHOLE = word_set("zh", "amounts", "counted_words")
_FEW = frozenset("两兩二三四五六七八九")
_HOUR = re.compile(
    rf"(?P<n>[{HAN_DIGIT}十]{{1,3}})[点點](?P<more>半|[一三]刻|整|[钟鐘]|左右|前[后後]|[许許多]|"
    rf"(?:[{HAN_DIGIT}十]{{1,3}}|[{DIGITS}]{{1,2}})分(?!之)|[{HAN_DIGIT}]十[{HAN_DIGIT}]?)?"
)
_POINTS = re.compile(rf"(?:{either(word_set('zh', 'amounts', 'before_points'))})[了約约近逾达達]?$")


def is_unit(text: str, start: int, end: int) -> bool:
    """True unless the unit from `start` to `end`, one hanzi, begins a longer word."""
    import rjieba

    behind = text[end : end + 1]
    if end - start > 1 or not "\u4e00" <= behind <= "\u9fff":
        return True
    words = rjieba.cut("3" + to_simplified(text[start : start + _AHEAD]))
    word = words[1] if len(words) > 1 else ""
    if len(word) < 2 or word in _WHOLE or not rjieba.has_word(word):
        return True
    return len(word) > 2 and rjieba.has_word(word[1:])  # 架|飞机


def hour_end(text: str, start: int) -> int | None:
    """Where an hour in hanzi ends that begins at `start`; None when points are counted there."""
    match = _HOUR.match(text, start)
    value = han_value(match["n"]) if match else None
    if match is None or value is None or value > _DAY or text[start] in "零〇○":
        return None
    end = match.end()
    if match["more"]:
        return end
    if text[end : end + 1] in HAN_DIGIT + "：:" and end < len(text):
        return None
    if _POINTS.search(text[max(0, start - _AHEAD) : start]) or _class(text, end) in ("n", "vn"):
        return None
    return end


def counts_times(text: str, number: str, end: int) -> bool:
    """True for 三度延期, three times put off; 三度 are degrees where no verb follows."""
    return number in _FEW and _class(text, end) in ("v", "vn", "d")


def _class(text: str, at: int) -> str:
    """The segmenter's class of the word at `at`, when that has two hanzi or more."""
    import rjieba

    words = rjieba.tag("3" + to_simplified(text[at : at + _AHEAD]))
    return words[1][1] if len(words) > 1 and len(words[1][0]) > 1 else ""
