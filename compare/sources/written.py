"""A date as publishers write it -> the days, the hour and the zone that it may mean.

In: a short text. Out: a `Moment` for every date in it that has a year, in order; or, for a date
without one, its month and day. Shapes are matched here, since publishers use a dozen and a general
parser guesses; words (months, zones, parts of the day, eras) are data. Figures whose order is not
known keep every day that they may mean: who reads them knows the outlet, this module does not. The
hour stands behind the date or in front of it, and a zone beside either.

Full-width characters are read as their plain ones, one for one, so that places stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, time

from compare.resources.dates import (
    DAY_FIRST,
    ERAS,
    HERE,
    LETTERS,
    MONTH_FIRST,
    MONTHS,
    WEEKDAYS,
    YEAR_FIRST,
    ZONE_WORDS,
)
from compare.resources.words import either, everywhere
from compare.sources.notices import page_words
from compare.text.clocks import PARTS, hour_of_day
from compare.text.numerals import HAN_DIGIT, han_value

_WIDE, _PLAIN = "\uff01\uff5e", "!~"  # the first and last full-width character, and theirs
_FOLD = {
    c: c - ord(_WIDE[0]) + ord(_PLAIN[0]) for c in range(ord(_WIDE[0]), ord(_WIDE[1]) + 1)
} | str.maketrans("\u3000○◯壹贰貳叁參肆伍陆陸柒捌玖拾", " 〇〇一二二三三四五六六七八九十")
_PART_OF = {word: part for part in PARTS for word in everywhere("times", part)}

_HAN = f"{HAN_DIGIT}十廿卅"
_N = rf"(?:\d{{1,2}}|[{_HAN}]{{1,4}})"
_NAME = r"(?P<month>[^\W\d_]{3,12})\.?"
_TH = r"(?:st|nd|rd|th|er|ème|º|ª|\.)?"
_YEAR = r"(?P<year>\d{4}|['’]\d{2})(?!\d)"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        (rf"(?P<era>{either(ERAS)})?\s?(?<![\d.])(?P<year>['’]?\d{{1,4}}|[{HAN_DIGIT}OＯ0]{{4}}|[{_HAN}百]{{1,5}}|元)"
        rf"\s?[年년]\s?(?P<mon>{_N}|元)\s?[月월]\s?(?P<day>{_N})\s?[日号號일]"),
        rf"(?P<era>{either(ERAS)})\s?(?P<year>\d{{1,3}})\s?(?P<d>[-/.])\s?(?P<mon>\d{{1,2}})\s?(?P=d)\s?(?P<day>\d{{1,2}})(?!\d)",
        r"(?<![\d/.])(?P<year>\d{4}|1\d\d)(?P<gap>\s?)(?P<d>[-/.])\s?(?P<mon>\d{1,2})\s?(?P=d)\s?(?P<day>\d{1,2})(?!\d)\.?",
        (r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mon>[01]\d)(?P<day>[0-3]\d)"
        r"(?:T?(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?P<second>[0-5]\d)?)?(?!\d)"),
        (r"(?<![\d/.:-])(?P<first>\d{1,2})\s?(?P<d>[-/.])\s?(?P<other>\d{1,2})\s?(?P=d)\s?"
        r"(?P<year>\d{4}|['’]?\d{2}|(?<=/)\d)(?![\d]|[-/.]\d)"),
        # as computers print it: Mon Mar 04 20:05:00 EST 2024
        (rf"\b{_NAME}\s+(?P<day>\d{{1,2}})\s+(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
        r"\s+(?:(?P<zone>[A-Z]{2,5}|[+-]\d{4})\s+)?(?P<year>\d{4})(?!\d)"),
        rf"\b{_NAME}\s?(?P<day>\d{{1,2}}){_TH},?\s+{_YEAR}",
        (rf"(?<!\d)(?P<day>\d{{1,2}}){_TH}[\s-]+(?:(?:of|de|d['’])\s?)?{_NAME},?[\s-]+(?:del?\s)?"
        r"(?P<year>\d{4}|['’]?\d{2}(?!\s?[:.h]\d|\s?[ap]\.?m))(?!\d)"),
        rf"(?<!\d)(?P<year>\d{{4}})[\s,-]+{_NAME}[\s-]+(?P<day>\d{{1,2}})(?!\d)",
    )
)  # fmt: skip
_PARTIAL = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"(?<![\d年년{_HAN}])(?P<mon>{_N})\s?[月월]\s?(?P<day>{_N})\s?[日号號일]",
        rf"\b{_NAME}\s(?P<day>\d{{1,2}}){_TH}(?![\d:])",
        rf"(?<!\d)(?P<day>\d{{1,2}}){_TH}\s(?:(?:of|de)\s)?{_NAME}(?!\w)",
    )
)
_ZONE = (
    r"(?:GMT|UTC)\s?[+−-]\s?\d{1,2}(?::?[0-5]\d)?(?!\d)|[+−-]\d{2}:?\d{2}(?!\d)|[+−-]\d{2}(?!\d)"
    rf"|(?:{either([*ZONE_WORDS, *HERE])})(?!\w)|(?:GMT|UTC)\b|(?-i:{either(LETTERS)})\b"
    r"|(?-i:[A-Z]{2,4}T)\b|(?-i:[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?)\stime\b"
    r"|(?-i:[A-Z][a-z]+/[A-Z][A-Za-z]+(?:[_/-][A-Z][A-Za-z]+)*)\b"
    rf"|(?:(?!{page_words('dated')})[\u3400-\u9fff]){{2,6}}[时時][间間]"
)
_SEPARATOR = (
    r"(?:[\s,;:|·•/()\[\]–—-]"
    rf"|(?:{either(WEEKDAYS)})\b|\b(?:{either(everywhere('page', 'clock_words'))})(?![^\W\d_])"
    r"|(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|[(][日月火水木金土월화수목금토][)]|T(?=\d)|[월화수목금토일]요일)*+"
)
_CLOCK = (
    rf"(?:(?P<part>{either(_PART_OF)}|[ap]\.?m\b\.?)\s?)?(?<![\d.:])(?P<hour>{_N})"
    r"(?:\s?[:.h]\s?(?P<minute>[0-5]\d)(?!\d)(?:[:.](?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?"
    rf"|\s?[点點时時시]\s?(?:(?P<half>半)|(?P<quarter>[一三])刻"
    rf"|(?P<minute_>{_N})\s?[分분]?(?:\s?(?P<second_>{_N})\s?[秒초])?)?[整钟鐘许許]?"
    r"|(?P<minute__>[0-5]\d)(?=\s?(?:GMT|UTC|hrs|hours)\b)"
    r"|\s?h(?![^\W_])|(?=\s?[ap]\.?\s?m\b)|(?=\s?uhr\b))"
    r"(?:\s?(?P<ampm>[ap])\.?\s?m\b\.?)?(?:\s?(?:uhr|hrs|hours)\b)?"
)
_BEHIND = re.compile(
    rf"{_SEPARATOR}(?:(?P<zone_>{_ZONE}){_SEPARATOR})?{_CLOCK}(?:[\s,]?\s?[(\[]?(?P<zone>{_ZONE})[)\]]?)?",
    re.IGNORECASE,
)
_FRONT = re.compile(rf"{_CLOCK}(?:[\s,]?\s?[(\[]?(?P<zone>{_ZONE})[)\]]?)?", re.IGNORECASE)
_ONLY_ZONE = re.compile(rf"(?:{_ZONE})$", re.IGNORECASE)
_APART = re.compile(_SEPARATOR, re.IGNORECASE)
_MIDNIGHT = 24  # of the next day
_REACH = 60  # characters in front of a date in which its hour stands


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in a text, from `start` to `end`: the days it may mean by which part stands first (one
    under "" where that is plain), its hour, and its zone as written. `late` is True for 24:00,
    which is the next day. `separator` stands between figures.
    """

    days: tuple[tuple[str, date], ...]
    start: int
    end: int
    clock: time | None = None
    late: bool = False
    zone: str | None = None
    separator: str = ""


@dataclass(frozen=True, slots=True)
class YearLess:
    """A date without a year; its hour and zone stand in a Moment without days."""

    month: int
    day: int
    moment: Moment


def folded(text: str) -> str:
    """`text` with full-width characters as plain ones, each in its place."""
    return text.translate(_FOLD)


def moments(text: str) -> list[Moment]:
    """The dates of `text` that have a year, in order; none overlaps another."""
    text = folded(text)
    found: list[Moment] = []
    for shape in _SHAPES:
        for match in shape.finditer(text):
            inside = any(match.start() < m.end and m.start < match.end() for m in found)
            days = () if inside else _days(match)
            if days:
                found.append(_clocked(text, match, days))
    return sorted(found, key=lambda m: m.start)


def without_year(text: str) -> YearLess | None:
    """The first date of `text` that has no year."""
    text = folded(text)
    for shape in _PARTIAL:
        for match in shape.finditer(text):
            month, day = _month(match), _number(match["day"])
            if month and 1 <= month <= 12 and 1 <= day <= 31:
                return YearLess(month, day, _clocked(text, match, ()))
    return None


def _clocked(text: str, match: re.Match[str], days: tuple[tuple[str, date], ...]) -> Moment:
    got = match.groupdict()
    start, end = match.span()
    bare = Moment(days, start, end, separator=got.get("d") or "")
    if got.get("hour"):
        plain = _time(int(got["hour"]), int(got["minute"]), int(got["second"] or 0))
        return replace(bare, clock=plain, zone=got.get("zone"))
    behind = _BEHIND.match(text, end)
    if behind and (read := _clock(behind)):
        zone = behind["zone"] or behind["zone_"] or _zone_before(text, start)
        return replace(bare, clock=read[0], late=read[1], zone=zone, end=behind.end())
    return _clock_in_front(text, bare)


def _zone_before(text: str, start: int) -> str | None:
    match = _ONLY_ZONE.search(text[max(0, start - _REACH) : start].rstrip())
    return match[0] if match and match[0].lower() in ZONE_WORDS else None


def _clock_in_front(text: str, bare: Moment) -> Moment:
    low = max(0, bare.start - _REACH)
    front = text[low : bare.start]
    for match in _FRONT.finditer(front):
        if _APART.fullmatch(front, match.end()) and (read := _clock(match)):
            start = low + match.start()
            return replace(bare, clock=read[0], late=read[1], zone=match["zone"], start=start)
    return bare


def _clock(match: re.Match[str]) -> tuple[time, bool] | None:
    """The hour of the day, and whether it is that of the next day."""
    hour, got = _number(match["hour"]), match.groupdict()
    minute = _number(got["minute"] or got["minute_"] or got["minute__"] or "0")
    second = _number(got["second"] or got["second_"] or "0")
    minute = 30 if got["half"] else {"一": 15, "三": 45}.get(got["quarter"] or "", minute)
    half = (got["ampm"] or got["part"] or "").lower()
    if half[:1] in ("a", "p"):
        hour = hour_of_day(hour, "after_noon" if half[0] == "p" else "before_noon")
    elif half:
        hour = hour_of_day(hour, _PART_OF[half])
    read = _time(0 if hour == _MIDNIGHT else hour, minute, second)
    return (read, hour == _MIDNIGHT) if read else None


def _time(hour: int, minute: int, second: int) -> time | None:
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def _days(match: re.Match[str]) -> tuple[tuple[str, date], ...]:
    got = match.groupdict()
    if got.get("first"):
        return _in_any_order(got["first"], got["other"], got["year"])
    year, month = _year(got["year"], got.get("era")), _month(match)
    day = _date(year, month, _number(got["day"]))
    return (("", day),) if day else ()


def _in_any_order(first: str, other: str, last: str) -> tuple[tuple[str, date], ...]:
    """Every day that three figures may mean: the year stands last, or first where it can."""
    tried: list[tuple[str, date | None]] = []
    if len(last) > 1:
        a, b, year = int(first), int(other), _year(last, None)
        tried += [(DAY_FIRST, _date(year, b, a)), (MONTH_FIRST, _date(year, a, b))]
    if len(first) == 2 and last.isdigit() and len(last) <= 2:
        b = int(other)
        tried.append((YEAR_FIRST, _date(_year(first, None), b, int(last))))
    return tuple((order, day) for order, day in tried if day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(written: str, era: str | None) -> int:
    written = written.lstrip("'’")
    if written == "元":
        return ERAS[era] + 1 if era else 0
    year = _number(written)
    if era:
        return year + ERAS[era]
    if len(written) == 2 and written.isdigit():
        return year + (_LAST_CENTURY if year >= _FROM else _CENTURY)
    return year + _REPUBLIC if len(written) == len("108") else year


_CENTURY, _LAST_CENTURY, _FROM = 2000, 1900, 90  # '90 is 1990, '89 would be 2089
_REPUBLIC = 1911  # years of three figures are those of the Republic of China


def _month(match: re.Match[str]) -> int:
    got = match.groupdict()
    if got.get("mon"):
        return 1 if got["mon"] == "元" else _number(got["mon"])
    return MONTHS.get(str(got["month"]).lower(), 0)


def _number(written: str) -> int:
    """The value of figures or Han characters; -1 for what is no number."""
    if written.isdigit() and written.isascii():
        return int(written)
    value = han_value(re.sub("[OＯ0]", "〇", written, flags=re.IGNORECASE))
    return -1 if value is None else int(value)
