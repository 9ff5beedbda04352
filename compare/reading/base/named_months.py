"""Dates in languages whose months have names, such as Arabic, French and Turkish.

In: a `Scene` and a language. Out: `DateSpan`s in order. One grammar (day, month, year; weekday;
yesterday, today, tomorrow) over the names that CLDR lists for the language, through Babel, and the
few words of the table `dates` in its words.toml. Case endings that CLDR does not list (в сентябре,
we wrześniu) are reached by the common stem of the forms that it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache, partial

from compare.model.documents import DateSpan
from compare.reading.base import calendar as s
from compare.reading.base.calendar import RELATIVE, Period, Rule, Scene, first_match
from compare.resources.words import any_of, words

_MIN_STEM = 4
_NEAR = ("yesterday", "today", "tomorrow")


def _forms(names: list[str]) -> str:
    """A pattern for one month or day: its forms, or their common stem and an ending."""
    names = sorted({n.lower().rstrip(".") for n in names if len(n) > 1}, key=len, reverse=True)
    long = [n for n in names if len(n) > _MIN_STEM]
    stem = _common_start(long) if len(long) > 1 else ""
    patterns = [re.escape(n) for n in names]
    if len(stem) >= _MIN_STEM:
        patterns.append(re.escape(stem) + r"\w{0,4}")
    return "|".join(patterns)


def _common_start(names: list[str]) -> str:
    short = min(names, key=len)
    same = (i for i in range(len(short)) if any(n[i] != short[i] for n in names))
    return short[: next(same, len(short))]


@lru_cache(maxsize=16)
def _names(language: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Patterns of the twelve months, of their short forms, and of the seven days (Monday first)."""
    from babel import Locale

    locale = Locale.parse(language)
    other_cases = words(language)["dates"].get("months", {})
    contexts = ("format", "stand-alone")

    def months(width: str) -> tuple[str, ...]:
        return tuple(
            "|".join(
                filter(
                    None,
                    (
                        any_of(other_cases[str(n)]) if str(n) in other_cases else None,
                        _forms([str(locale.months[c][width][n]) for c in contexts]),
                    ),
                )
            )
            for n in range(1, 13)
        )

    days = tuple(_forms([str(locale.days[c]["wide"][n]) for c in contexts]) for n in range(7))
    return months("wide"), months("abbreviated"), days


def _month_number(text: str, language: str) -> int:
    wide, short, _ = _names(language)
    for names in (wide, short):
        for number, pattern in enumerate(names, 1):
            if re.fullmatch(pattern, text.lower().rstrip(".")):
                return number
    raise ValueError(text)


def _year(language: str, m: re.Match[str], scene: Scene) -> tuple[int, int, bool]:
    """Year, month and whether the year was given."""
    month = _month_number(m["m"], language)
    if m["y"]:
        return int(m["y"]), month, True
    return s.guess_year(month, scene.day(), future=False), month, False


def _day(language: str, m: re.Match[str], scene: Scene) -> Period:
    year, month, given = _year(language, m, scene)
    return s.day_period(date(year, month, int(m["d"])), year_given=given)


def _days(language: str, m: re.Match[str], scene: Scene) -> Period | None:
    year, month, given = _year(language, m, scene)
    first, last = (date(year, month, int(m[group])) for group in ("d", "d2"))
    return s.range_period(first, last, year_given=given)


def _month(language: str, m: re.Match[str], scene: Scene) -> Period:
    year, month, given = _year(language, m, scene)
    return s.month_period(year, month, year_given=given)


def _whole_year(_: str, m: re.Match[str], __: Scene) -> Period:
    return s.year_period(int(m["y"]))


def _weekday(language: str, m: re.Match[str], scene: Scene) -> Period:
    _, _, days = _names(language)
    weekday = next(i for i, pattern in enumerate(days) if re.fullmatch(pattern, m["k"].lower()))
    return s.weekday_period(scene.day(), weekday, None)


def _near(_: str, m: re.Match[str], scene: Scene) -> Period | None:
    off = next(i for i in range(3) if m[f"r{i}"]) - 1
    if scene.today is None:
        return None
    return s.day_period(scene.today + timedelta(off), RELATIVE if off else s.TODAY)


def _near_words(language: str) -> list[str]:
    """Patterns for yesterday, today and tomorrow; a word that is another with a capital keeps its
    case.
    """
    table = words(language)["dates"]
    kept = table.get("as_written")
    patterns = [any_of(table[key]) for key in _NEAR]
    return [rf"(?-i:{p})" if p == kept else rf"(?:{p})" for p in patterns]


@lru_cache(maxsize=16)
def _rules(language: str) -> tuple[Rule, ...]:
    table = words(language)["dates"]
    wide, short, days = _names(language)
    of = rf"\s+(?:{any_of(table.get('of', ''))})"
    behind = rf"(?:\.|{any_of(table.get('after_number', ''))}|{of})?"
    long = rf"(?P<m>{'|'.join(wide)})(?!\w)"
    month = rf"(?P<m>(?:{'|'.join(wide)})(?!\w)|(?:{'|'.join(short)})\b\.?)(?!\w)"
    year = rf"(?:,?(?:{of})?\s+(?P<y>(?:19|20)\d\d)(?!\d))?"
    number = r"(?:3[01]|[12]\d|0?[1-9])"
    to = r"(?:\s+\w{1,3}\s+|\s?[-–]\s?)"
    before, today, after = _near_words(language)
    patterns = (
        (rf"(?P<d>{number}){behind}{to}(?P<d2>{number}){behind}\s+{month}{year}", _days),
        (rf"(?P<d>{number}){behind}\s+{month}{year}", _day),
        (rf"(?<!\w){long}{year}", _month),
        (r"(?<=[^\W\d_]\s)(?P<y>(?:19|20)\d\d)(?![\d.,]\d|\w|\s?%)", _whole_year),
        (rf"(?<!\w)(?P<k>{'|'.join(days)})(?!\w)", _weekday),
        (rf"(?<!\w)(?:(?P<r0>{before})|(?P<r1>{today})|(?P<r2>{after}))(?!\w)", _near),
    )
    named = ((re.compile(p, re.IGNORECASE), partial(read, language)) for p, read in patterns)
    return (*s.DAY_FIRST, *named)


@lru_cache(maxsize=16)
def _trigger(language: str) -> re.Pattern[str]:
    wide, _, days = _names(language)
    names = "|".join((*wide, *days, *_near_words(language)))
    return re.compile(rf"(?<![\w.,/-])(?:\d{{1,4}}|(?:{names})(?!\w))", re.IGNORECASE)


def found(scene: Scene, language: str) -> Iterator[DateSpan]:
    """The dates of `scene.text` in `language` (one with a table `dates`), in order."""
    at = 0
    rules = _rules(language)
    while (trigger := _trigger(language).search(scene.text, at)) is not None:
        span = first_match(scene, trigger.start(), rules)
        at = span.end if span else trigger.end()
        if span:
            scene.spans.append(span)
            yield span
