"""Dates in English news prose.

In: a `Scene`. Out: `DateSpan`s in order. The text is looked at only where a word begins that can
begin a date; there the rules below and those of `dates_calendar` are tried in turn.

English dates told from today: yesterday, last weekend, two weeks ago, on Tuesday. In: text and a
`Scene`. Out: rules (pattern, resolver). A bare weekday is the last one up to
publication, unless the sentence speaks of what is to come; `last Tuesday` is that of the week
before, as `上周二` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from compare.model.documents import DateSpan
from compare.reading.base import calendar as s
from compare.reading.base.calendar import RELATIVE, Period, Rule, Scene, first_match
from compare.reading.en import dates_calendar as english_calendar
from compare.reading.en.dates_calendar import is_future
from compare.resources.words import either, word_set, words
from compare.text.numerals import english_value

_WORDS = words("en")["dates"]
_DAYS: list[str] = _WORDS["days"].split()
_WEEKDAY = "|".join((*_DAYS, *(d.upper() for d in _DAYS)))
_COUNT = rf"(?:\d{{1,3}}|a few|a couple of|{either(word_set('en', 'dates', 'counts'))})"
_NAMED_DAY = re.compile(rf"(?:{either(word_set('en', 'dates', 'named_days'))}) $")
_BESIDE = re.compile(r",? (?:\(|the )?(?=\d|[JFMASOND])|\s?\((?=\d|[JFMASOND])")
_UNIT = {"day": "day", "week": "week", "month": "month", "year": "year", "fortnight": "week"}


def _season(m: re.Match[str], scene: Scene) -> Period:
    month = s.SEASONS[m["s"].lower()]
    if m["y"]:
        return s.months_period(int(m["y"]), month, 3, "season", s.ABSOLUTE)
    year = scene.day().year + (m["w"].lower() == "next")
    if m["w"].lower() == "last":
        day = scene.day()
        year = (
            day.year if s.shift_month(day.year, month, 2) < (day.year, day.month) else day.year - 1
        )
    return s.months_period(year, month, 3, "season", RELATIVE)


_STEP: dict[str, int] = _WORDS["steps"]
_TODAY: dict[str, int] = _WORDS["today"]


def _relative_day(m: re.Match[str], scene: Scene) -> Period | None:
    if scene.today is None:
        return None
    off = _TODAY[re.sub(r"\s+", " ", m[0].lower())]
    return s.day_period(scene.today + timedelta(off), RELATIVE if off else s.TODAY)


def _same_day(m: re.Match[str], scene: Scene) -> Period | None:
    day = scene.last_day()
    word = (m["which"] or "").lower()
    step = {"previous": -1, "following": 1, "next": 1}.get(word, 0)
    return s.day_period(day + timedelta(step), RELATIVE) if day else None


def _turned(m: re.Match[str], scene: Scene) -> Period:
    """Last week, this month, next year, this past weekend."""
    day, unit = scene.day(), m["u"].lower()
    step = _STEP[m["w"].lower()]
    if m["w"].lower() == "past" and unit != "weekend":
        return Period(s.ago(day, 1, unit).first, day, "vague", RELATIVE)
    if unit == "weekend":
        return s.past_weekend(day) if "past" in m["w"].lower() else s.weekend_period(day, step)
    return _whole(day, unit, step)


def _whole(day: date, unit: str, step: int) -> Period:
    if unit in ("week", "weekend"):
        return s.week_period(day, step)
    if unit == "month":
        return s.month_period(*s.shift_month(day.year, day.month, step), RELATIVE)
    if unit == "quarter":
        year, month = s.shift_month(day.year, (day.month - 1) // 3 * 3 + 1, 3 * step)
        return s.months_period(year, month, 3, "quarter", RELATIVE)
    return s.year_period(day.year + step, RELATIVE)


def _part_of(m: re.Match[str], scene: Scene) -> Period:
    """Early this year, late last month, the end of the year, by year-end."""
    day, step = scene.day(), _STEP[(m["w"] or "this").lower()]
    part = m["part"].lower()
    part = part if part in ("early", "mid", "late") else "late"
    if m["u"].lower() == "year":
        return s.part_of_year(day.year + step, part, RELATIVE)
    year, month = s.shift_month(day.year, day.month, step)
    return s.part_of_month(year, month, part, RELATIVE, year_given=False)


def _sooner_or_later(m: re.Match[str], scene: Scene) -> Period:
    """Later this year, earlier this month: from or up to the day of publication."""
    day, unit, step = scene.day(), m["u"].lower(), _STEP[m["w"].lower()]
    whole = _whole(day, unit, step)
    first, last = whole.first, whole.last
    if step == 0:
        early = m["part"].lower() == "earlier"
        first, last = (first, day) if early else (day, last)
    return Period(first, last, "vague", RELATIVE, unit == "year")


def _year_end(_: re.Match[str], scene: Scene) -> Period:
    return s.part_of_year(scene.day().year, "late", RELATIVE)


def _weekday(m: re.Match[str], scene: Scene) -> Period | None:
    if _NAMED_DAY.search(scene.text[max(0, m.start() - 8) : m.start()]):
        return None
    day, weekday = scene.day(), [d.lower() for d in _DAYS].index(m["k"].lower())
    word = (m["w"] or "").lower()
    if beside := _beside(m, scene):
        return s.nearest_weekday(beside, weekday)
    if word in ("next", "last", "this"):
        return s.weekday_period(day, weekday, _STEP[word])
    if "coming" in word or is_future(scene, m):
        return s.coming_weekday(day, weekday)
    return s.weekday_period(day, weekday, None)


def _beside(m: re.Match[str], scene: Scene) -> date | None:
    """The day beside a weekday: Monday, September 18; Sept. 18 (Monday)."""
    last = scene.spans[-1] if scene.spans else None
    beside = last and scene.text[last.end : m.start()] in (" ", " (", ", ", ", a ")
    if last and beside and last.precision == "day" and last.kind == s.ABSOLUTE:
        return last.first
    after = _BESIDE.match(scene.text, m.end())
    if after is None:
        return None
    alone = Scene(scene.text, scene.published, scene.today)
    inner = s.first_match(alone, after.end(), english_calendar.RULES)
    return inner.first if inner and inner.precision == "day" and inner.kind == s.ABSOLUTE else None


def _weekend(m: re.Match[str], scene: Scene) -> Period:
    day = scene.day()
    return s.weekend_period(day, 0) if is_future(scene, m) else s.past_weekend(day)


def _ago(m: re.Match[str], scene: Scene) -> Period | None:
    if scene.today is None:
        return None
    unit, count = _UNIT[m["u"].lower()], english_value(m["n"])
    if count is None or m["n"] in ("some", "few", "a few"):
        return s.lately(scene.today, unit)
    return s.ago(scene.today, int(count) * (2 if m["u"].lower() == "fortnight" else 1), unit)


def _soon(m: re.Match[str], scene: Scene) -> Period | None:
    if scene.today is None:
        return None
    near = s.lately if m["way"].lower() in ("recent", "past few", "last few") else s.soon
    return near(scene.today, _UNIT[m["u"].lower()])


_WEEKDAY_RULE: Rule = (
    re.compile(
        rf"(?P<w>(?!))?(?P<k>{_WEEKDAY})"
        r"(?![A-Za-z]|s\b| Times| Telegraph| Mail| Post| Night Live)"
    ),
    _weekday,
)
_ANY_CASE: tuple[Rule, ...] = tuple(
    (re.compile(rf"(?i:{pattern})(?![A-Za-z])"), resolve)
    for pattern, resolve in (
        (
            r"(?P<part>earlier|later) (?P<w>this|last|next) (?P<u>week|weekend|month|quarter|year)",
            _sooner_or_later,
        ),
        (
            (
                r"(?P<part>early|late|mid|(?:the )?end of)[- ](?P<w>this|last|next|the) "
                r"(?P<u>month|year)"
            ),
            _part_of,
        ),
        (r"(?P<part>(?:the )?end of) (?P<w>(?!))?(?P<u>month|year)", _part_of),
        (r"year[- ]end|(?:the )?year['’]s end", _year_end),
        (
            (
                r"(?:the )?day before yesterday|(?:the )?day after tomorrow|this (?:morning|"
                r"afternoon|evening)|"
                r"last night|(?<!usa )(?<!russia )(?<!india )(?:today(?! show)|tonight(?! show))|"
                r"yesterday|tomorrow"
            ),
            _relative_day,
        ),
        (
            r"(?P<w>this past|this coming|last|this|next|coming|past) (?P<k>"
            + "|".join(_DAYS)
            + r")(?! times| telegraph)",
            _weekday,
        ),
        (
            (
                r"(?P<w>this past|this coming|last|this|next|past|coming) (?P<u>weekend|week|month|"
                r"quarter|year)"
            ),
            _turned,
        ),
        (r"(?P<w>last|this|next) (?P<s>spring|summer|autumn|fall|winter)(?P<y>(?!))?", _season),
        (
            r"(?:the )?(?P<s>spring|summer|autumn|winter) (?:of )?(?P<y>(?:19|20)\d\d)(?P<w>(?!))?",
            _season,
        ),
        (r"(?<=over |ring )the weekend|(?<=at )the weekend|(?<=on )the weekend", _weekend),
        (
            (
                rf"(?<![\d.,-])(?P<n>{_COUNT}) (?P<u>day|week|month|year|fortnight)s? (?:ago|"
                rf"earlier(?= this| on))"
            ),
            _ago,
        ),
        (r"(?P<way>coming|next few|recent|past few|last few) (?P<u>day|week|month|year)s", _soon),
        (
            r"(?:that|the) (?P<which>same|previous|following|next) day|(?<=on )(?P<that>that) day",
            _same_day,
        ),
    )
)
RULES: tuple[Rule, ...] = (*_ANY_CASE, _WEEKDAY_RULE)


_RULES = (*s.MONTH_FIRST, *RULES, *english_calendar.RULES)
_TOKEN = re.compile(r"[A-Za-z]+|\d+")
_COUNTS = word_set("en", "dates", "counts")
_STARTS = _COUNTS | {
    word.lower()
    for section, key in (
        ("dates", "months"),
        ("dates", "days"),
        ("dates", "starts"),
        ("abbreviations", "months"),
    )
    for word in word_set("en", section, key)
}
_AFTER_THE = re.compile(
    r"[Tt]he (?=\d|(?:first|second|third|fourth|opening|final|start|beginning|day|"
    r"end|same|previous|following|next|last|past|coming|weekend|year|spring|summer|"
    r"autumn|winter) )|[Tt]he weekend|[Tt]he year['’]s"
)
_DIGITS = re.compile(
    r"(?:1[5-9]|20)\d\d|\d{1,2}(?:st|nd|rd|th)?(?:[ \u00a0-]|[–—/.]\d)|"
    r"\d{1,3} (?:day|week|month|year)"
)
_COUNTED = re.compile(r"[A-Za-z]+ (?:day|week|month|year|fortnight|few|couple)")


def found(scene: Scene) -> Iterator[DateSpan]:
    """The dates of `scene.text`, in order; each is also put into the scene."""
    at = 0
    for token in _TOKEN.finditer(scene.text):
        if token.start() < at or not _may_start(scene.text, token):
            continue
        span = first_match(scene, token.start(), _RULES)
        if span:
            at = span.end
            scene.spans.append(span)
            yield span


def _may_start(text: str, token: re.Match[str]) -> bool:
    """A look at the word and the next, since the rules are many and most words begin no date."""
    word = token[0].lower()
    if word.isdecimal():
        return len(word) <= 4 and bool(_DIGITS.match(text, token.start()))
    if word == "the":
        return bool(_AFTER_THE.match(text, token.start()))
    if word in _COUNTS:
        return bool(_COUNTED.match(text, token.start()))
    return word in _STARTS
