"""Dates in digits alone: 2023-09-18, 2023/9/18, 18.09.2023, 19/06/2023.

In: text and a `Scene`. Out: rules shared by all languages. Day and month are told apart by their
size; when both fit, the month comes first in English and the day elsewhere. Two numbers without
a year (9/11, 9/18) are left alone: they are scores, shares and names as often as dates.
"""

from __future__ import annotations

import re
from datetime import date

from compare.reading.base import calendar as s
from compare.reading.base.calendar import Period, Rule, Scene


def _year_first(m: re.Match[str], _: Scene) -> Period:
    return s.day_period(date(int(m["y"]), int(m["m"]), int(m["d"])), year_given=True)


def _day_first(m: re.Match[str], _: Scene) -> Period:
    day, month = int(m["a"]), int(m["b"])
    day, month = (day, month) if month <= 12 else (month, day)
    return s.day_period(date(int(m["y"]), month, day), year_given=True)


def _month_first(m: re.Match[str], _: Scene) -> Period:
    month, day = int(m["a"]), int(m["b"])
    month, day = (month, day) if month <= 12 else (day, month)
    return s.day_period(date(int(m["y"]), month, day), year_given=True)


_FRONT = r"(?<![\d.,/-])"
_BACK = r"(?![\d%]|[./-]\d)"
_YEAR_FIRST = re.compile(
    rf"{_FRONT}(?P<y>(?:19|20)\d\d)(?P<s>[-./])(?P<m>1[0-2]|0?[1-9])(?P=s)(?P<d>3[01]|[12]\d|"
    rf"0?[1-9])"
    rf"(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?{_BACK}"
)
_YEAR_LAST = re.compile(
    rf"{_FRONT}(?P<a>3[01]|[12]\d|0?[1-9])(?P<s>[-./])(?P<b>3[01]|[12]\d|0?[1-9])(?P=s)"
    rf"(?P<y>(?:19|20)\d\d){_BACK}"
)
MONTH_FIRST: tuple[Rule, ...] = ((_YEAR_FIRST, _year_first), (_YEAR_LAST, _month_first))
DAY_FIRST: tuple[Rule, ...] = ((_YEAR_FIRST, _year_first), (_YEAR_LAST, _day_first))
