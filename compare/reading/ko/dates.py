"""Dates in Korean: 2023년 9월 18일, 18일, 월요일, 어제, 지난주.

In: a `Scene`. Out: `DateSpan`s in order. The calendar is written as in Chinese, with spaces; the
few words told from today are the common ones, in words.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from compare.model.documents import DateSpan
from compare.reading.base import calendar as s
from compare.reading.base.calendar import RELATIVE, Period, Rule, Scene, first_match
from compare.resources.words import words

_WORDS, _WEEKS, _MONTHS, _YEARS = (
    words("ko")["dates"][name] for name in ("days", "weeks", "months", "years")
)
_YEAR = rf"(?:(?P<y>(?:19|20)\d\d)년|(?P<ry>{'|'.join(_YEARS)}))\s?"
_MONTH = r"(?P<m>1[0-2]|0?[1-9])월"
_DAY = r"(?P<d>3[01]|[12]\d|0?[1-9])"
_TO = r"\s?(?:[-–~∼]|부터)\s?"


def _year(m: re.Match[str], scene: Scene) -> tuple[int, str, bool]:
    if m["y"]:
        return int(m["y"]), s.ABSOLUTE, True
    if m["ry"]:
        return scene.day().year + _YEARS[m["ry"]], RELATIVE, True
    return s.guess_year(int(m["m"]), scene.day(), future=False), s.ABSOLUTE, False


def _day(m: re.Match[str], scene: Scene) -> Period:
    year, kind, given = _year(m, scene)
    return s.day_period(date(year, int(m["m"]), int(m["d"])), kind, year_given=given)


def _range(m: re.Match[str], scene: Scene) -> Period | None:
    year, kind, given = _year(m, scene)
    first = date(year, int(m["m"]), int(m["d"]))
    return s.range_period(first, date(year, int(m["m"]), int(m["d2"])), kind, year_given=given)


def _month(m: re.Match[str], scene: Scene) -> Period:
    year, kind, given = _year(m, scene)
    return s.month_period(year, int(m["m"]), kind, year_given=given)


def _whole_year(m: re.Match[str], scene: Scene) -> Period:
    if m["y"]:
        return s.year_period(int(m["y"]))
    return s.year_period(scene.day().year + _YEARS[m["ry"]], RELATIVE)


def _lone_day(m: re.Match[str], scene: Scene) -> Period | None:
    guessed = s.guess_month(int(m["d"]), scene.day())
    return s.day_period(date(*guessed, int(m["d"]))) if guessed else None


def _lone_range(m: re.Match[str], scene: Scene) -> Period | None:
    guessed = s.guess_month(int(m["d"]), scene.day())
    if guessed is None:
        return None
    return s.range_period(date(*guessed, int(m["d"])), date(*guessed, int(m["d2"])))


def _weekday(m: re.Match[str], scene: Scene) -> Period:
    by = _WEEKS[m["w"]] if m["w"] else None
    return s.weekday_period(scene.day(), "월화수목금토일".index(m["k"]), by)


def _word(m: re.Match[str], scene: Scene) -> Period | None:
    word = m[0]
    if word in _WORDS:
        off = _WORDS[word]
        day = scene.today
        return s.day_period(day + timedelta(off), RELATIVE if off else s.TODAY) if day else None
    if word in _WEEKS:
        return s.week_period(scene.day(), _WEEKS[word])
    return s.month_period(
        *s.shift_month(scene.day().year, scene.day().month, _MONTHS[word]), RELATIVE
    )


_RULES: tuple[Rule, ...] = (
    *s.DAY_FIRST,
    (re.compile(rf"(?:{_YEAR})?{_MONTH}\s?{_DAY}일?{_TO}(?P<d2>3[01]|[12]\d|0?[1-9])일"), _range),
    (re.compile(rf"(?:{_YEAR})?{_MONTH}\s?{_DAY}일"), _day),
    (re.compile(rf"(?:{_YEAR})?{_MONTH}"), _month),
    (re.compile(rf"(?:(?P<y>(?:19|20)\d\d)년|(?P<ry>{'|'.join(_YEARS)}))"), _whole_year),
    (re.compile(rf"(?<![\d월]){_DAY}일?{_TO}(?P<d2>3[01]|[12]\d|0?[1-9])일"), _lone_range),
    (re.compile(rf"(?<![\d월]){_DAY}일(?!간|\s?동안|\s?만)"), _lone_day),
    (re.compile(rf"(?:(?P<w>{'|'.join(_WEEKS)})\s?)?(?P<k>[월화수목금토일])요일"), _weekday),
    (re.compile("|".join((*_WORDS, *_WEEKS, *_MONTHS))), _word),
)
_TRIGGER = re.compile(
    "|".join((r"(?<![\d.,])\d{1,4}", *_YEARS, *_WORDS, *_WEEKS, *_MONTHS, "[월화수목금토일]요일"))
)


def found(scene: Scene) -> Iterator[DateSpan]:
    """The dates of `scene.text`, in order; each is also put into the scene."""
    at = 0
    while (trigger := _TRIGGER.search(scene.text, at)) is not None:
        span = first_match(scene, trigger.start(), _RULES)
        at = span.end if span else trigger.end()
        if span:
            scene.spans.append(span)
            yield span
