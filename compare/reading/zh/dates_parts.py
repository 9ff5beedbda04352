"""The words and signs that Chinese dates are built from, as pieces of patterns.

In: nothing. Out: pieces for the rules of `dates_calendar` and `dates`, with the
values of the words in them. Groups are named once here: y, roc, tw, ry (years), m, rm (months),
d (day), part.
"""

from __future__ import annotations

import re

from compare.resources.words import either, words
from compare.text.numerals import han_value

_WORDS = words("zh")["dates"]
DIGIT = "0-9０-９"
HAN = "一二三四五六七八九十廿卅"
S = r"[ \u00a0\u3000]?"
N = rf"(?:[{DIGIT}]{{1,2}}|[{HAN}]{{1,3}})"
TO = rf"{S}(?:[至到\-–—－~～〜]|——){S}"
Y4 = rf"(?:[12１２][{DIGIT}]{{3}}|[一二][〇零○一二三四五六七八九]{{3}})"
RELATIVE_YEAR: dict[str, int] = _WORDS["years"]
RELATIVE_YEARS = either((*RELATIVE_YEAR, *_WORDS["same_years"].split()))


def year_pattern(tag: str) -> str:
    """A pattern of a year (民國112年, 2023年, 去年); `tag` ends the names of its groups."""
    return (
        rf"(?:(?:民[国國]{S}(?P<roc{tag}>[{DIGIT}]{{1,3}}){S}年"
        rf"|(?P<y{tag}>{Y4}){S}年"
        rf"|(?P<tw{tag}>1[01][0-9])年(?=[0-9]{{1,2}}月)|(?P<ry{tag}>{RELATIVE_YEARS}))的?{S})"
    )


MONTHS_OFF: dict[str, int] = _WORDS["months"]
_RM = either((*MONTHS_OFF, *_WORDS["same_months"].split()))
MONTH = rf"(?:(?P<m>{N}){S}月[份]?|(?P<rm>{_RM}))"
DAY = rf"(?P<d>{N}){S}"
DAY_SIGN = "日号號"
NOT_DAY = r"(?![内內间間后後之游圆圓元系语語本])"
PARTS = {word: part for part, forms in _WORDS["parts"].items() for word in forms.split()}
PART = r"(?P<part>上旬|中旬|下旬|初|底|末|中(?![国國东東西美俄日方共央華华间間旬秋]))"
STOPS = "。！？!?\n"
_FUTURE = re.compile(rf"(?:{either(_WORDS['future'].split())})(?:会|會)?(?:于|於|在)?$")
_FUTURE_AFTER = re.compile(r"[上下早晚午中凌晨傍]{0,2}(?:将|將)")


def number(text: str) -> int:
    """The value of a day, month or year in digits or characters; ValueError for anything else."""
    value = int(text) if text.isdecimal() else han_value(text)
    if value is None:
        raise ValueError(text)
    return int(value)


def is_future(text: str, m: re.Match[str]) -> bool:
    """Does 将, 预计 or 拟 stand right at the date?"""
    before = text[max(0, m.start() - 6) : m.start()]
    return bool(_FUTURE.search(before) or _FUTURE_AFTER.match(text, m.end()))
