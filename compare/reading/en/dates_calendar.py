"""English dates that name a month, a year or both: Sept. 18, 16-17 September 2023, in 2016.

In: text and a `Scene`. Out: rules (pattern, resolver) for `dates`. Names of months count with
a capital only, and `March` and `May` alone only after a preposition, so that neither the verbs
nor a Prime Minister May become dates.
"""

from __future__ import annotations

import re
from datetime import date

from compare.reading.base import calendar as s
from compare.reading.base.calendar import RELATIVE, Period, Rule, Scene
from compare.reading.base.vocabulary import closing
from compare.resources.words import either, word_set, words
from compare.text.numerals import english_value

MONTHS: list[str] = words("en")["dates"]["months"].split()
_SHORT: str = words("en")["abbreviations"]["months"]
_FULL = "|".join((*MONTHS, *(n.upper() for n in MONTHS)))
_M = rf"(?:(?:{_FULL})\b|(?:{'|'.join((_SHORT + ' ' + _SHORT.upper()).split())})\b\.?)"
_LONE = "|".join(
    n for n in (*MONTHS, *(n.upper() for n in MONTHS)) if n.title() not in ("March", "May")
)
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|,\d{3}|\.\d)"
_Y = r"(?:1[5-9]|20)\d\d(?!\d|,\d)"
_SP = r"[ \u00a0]"
_TO = rf"(?:{_SP}?[-–—]{_SP}?|{_SP}(?:to|through|until|till|and|or){_SP})"
_YEAR_AFTER = rf"(?:,?{_SP}(?P<y>{_Y})|{_SP}(?:of{_SP})?(?P<ry>last|next|this){_SP}year)?"
_PART = r"(?P<part>[Ee]arly|[Mm]id|[Ll]ate)(?:[- ]| in )"
_FUTURE = re.compile(
    rf"\b(?:{either(word_set('en', 'dates', 'future'))})\b(?P<between>[^.;:“”\"]{{0,60}})$"
)
_PAST = re.compile(rf"\b(?:{either(word_set('en', 'dates', 'past') | closing('en'))})\b")
_COUNTED = rf"(?!'?s|[ -](?:{either(word_set('en', 'dates', 'counted'))}))"


def _month_number(text: str) -> int:
    return [month[:3] for month in MONTHS].index(text[:3].title()) + 1


def _day_number(text: str) -> int:
    return int(re.match(r"\d+", text)[0])  # type: ignore[index]


def _year_of(m: re.Match[str], scene: Scene, month: int) -> tuple[int, str, bool]:
    """Year, kind and whether the year was given, for a month named in a match."""
    groups = m.groupdict()
    if groups.get("y"):
        return int(groups["y"] or ""), s.ABSOLUTE, True
    if word := groups.get("ry"):
        step = {"last": -1, "next": 1, "this": 0}[word]
        return scene.day().year + step, RELATIVE, True
    earlier = scene.before(m.start(), ".!?\n")
    dated = earlier and earlier.year_given and earlier.precision in ("day", "month", "range")
    if earlier and dated and earlier.first.month <= month and m.start() - earlier.end <= 12:
        return earlier.first.year, s.ABSOLUTE, True
    return s.guess_year(month, scene.day(), future=is_future(scene, m)), s.ABSOLUTE, False


def is_future(scene: Scene, m: re.Match[str]) -> bool:
    """Does the same sentence speak of what is to come, up to this word, with no `said` between?"""
    before = scene.text[max(0, m.start() - 90) : m.start()]
    cue = _FUTURE.search(before.rpartition("\n")[2])
    return bool(cue and not _PAST.search(cue["between"]))


def _day(m: re.Match[str], scene: Scene) -> Period:
    month = _month_number(m["m"])
    year, kind, given = _year_of(m, scene, month)
    return s.day_period(date(year, month, _day_number(m["d"])), kind, year_given=given)


def _day_range(m: re.Match[str], scene: Scene) -> Period | None:
    start = _month_number(m["m"])
    end = _month_number(m["m2"]) if m.groupdict().get("m2") else start
    year, kind, given = _year_of(m, scene, end)
    first = date(year - (start > end), start, _day_number(m["d"]))
    last = date(year, end, _day_number(m["d2"]))
    return s.range_period(first, last, kind, year_given=given)


def _turned_range(m: re.Match[str], scene: Scene) -> Period | None:
    """16-17 September, 30 September to 2 October: the last month is the one surely named."""
    end = _month_number(m["m2"])
    start = _month_number(m["m"]) if m["m"] else end
    year, kind, given = _year_of(m, scene, end)
    first = date(year - (start > end), start, _day_number(m["d"]))
    return s.range_period(first, date(year, end, _day_number(m["d2"])), kind, year_given=given)


def _month(m: re.Match[str], scene: Scene) -> Period:
    month = _month_number(m["m"])
    year, kind, given = _year_of(m, scene, month)
    if part := (m.groupdict().get("part") or "").lower():
        return s.part_of_month(year, month, part, kind, year_given=given)
    return s.month_period(year, month, kind, year_given=given)


def _month_range(m: re.Match[str], scene: Scene) -> Period | None:
    start, end = _month_number(m["m"]), _month_number(m["m2"])
    year, kind, given = _year_of(m, scene, end)
    first = date(year - (start > end), start, 1)
    return s.range_period(first, s.month_period(year, end).last, kind, year_given=given)


def _turned_month(m: re.Match[str], scene: Scene) -> Period:
    """Last November, next May, this March: the nearest such month behind or ahead."""
    day, month, word = scene.day(), _month_number(m["m"]), m["w"].lower()
    year = day.year
    if word == "last" and month >= day.month:
        year -= 1
    if word == "next" and month <= day.month:
        year += 1
    return s.month_period(year, month, RELATIVE, year_given=True)


def _year(m: re.Match[str], _: Scene) -> Period:
    year, part = int(m["y"]), (m["part"] or "").lower()
    return s.part_of_year(year, part, s.ABSOLUTE) if part else s.year_period(year)


def _year_range(m: re.Match[str], _: Scene) -> Period | None:
    first, tail = int(m["y"]), m["y2"]
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    return s.range_period(date(first, 1, 1), date(last, 12, 31), year_given=True)


def _decade(m: re.Match[str], _: Scene) -> Period:
    year = int(m["y"])
    return Period(date(year, 1, 1), date(year + 9, 12, 31), "range", s.ABSOLUTE, year_given=True)


def _quarter(m: re.Match[str], scene: Scene) -> Period:
    ordinal = ["first", "second", "third", "fourth"].index(m["q"].lower())
    if m["half"]:
        return s.months_period(_whole(m, scene), 1 + 6 * ordinal, 6, "range", _kind(m))
    return s.months_period(_whole(m, scene), 1 + 3 * ordinal, 3, "quarter", _kind(m))


def _first_months(m: re.Match[str], scene: Scene) -> Period | None:
    """The first nine months of this year, the last three months of 2025."""
    count, year = int(english_value(m["n"]) or 0), _whole(m, scene)
    if not 1 <= count <= 11:
        return None
    month = 1 if m["end"].lower() in ("first", "opening") else 13 - count
    precision = "quarter" if count == 3 else "range"
    return s.months_period(year, month, count, precision, _kind(m))


def _end_of_year(m: re.Match[str], _: Scene) -> Period:
    part = "late" if m["part"].lower() == "end" else "early"
    return s.part_of_year(int(m["y"]), part, s.ABSOLUTE)


def _lone_quarter(m: re.Match[str], scene: Scene) -> Period:
    quarter = ["first", "second", "third", "fourth"].index(m["q"].lower())
    return s.months_period(scene.day().year, 1 + 3 * quarter, 3, "quarter", RELATIVE)


def _whole(m: re.Match[str], scene: Scene) -> int:
    if m["y"]:
        return int(m["y"])
    return scene.day().year + {"last": -1, "next": 1, "this": 0}[(m["w"] or "this").lower()]


def _kind(m: re.Match[str]) -> str:
    return s.ABSOLUTE if m["y"] else RELATIVE


RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), resolve)
    for pattern, resolve in (
        (
            rf"(?P<m>{_M}){_SP}(?P<d>{_D}){_TO}(?P<m2>{_M}){_SP}(?P<d2>{_D}){_YEAR_AFTER}",
            _day_range,
        ),
        (rf"(?P<m>{_M}){_SP}(?P<d>{_D}){_TO}(?P<d2>{_D}){_COUNTED}{_YEAR_AFTER}", _day_range),
        (rf"(?P<m>{_M}){_SP}(?:the{_SP})?(?P<d>{_D}){_YEAR_AFTER}", _day),
        (
            (
                rf"(?:[Tt]he{_SP})?(?P<d>{_D})(?:{_SP}(?:of{_SP})?(?P<m>{_M}))?{_TO}"
                rf"(?P<d2>{_D}){_SP}(?:of{_SP})?(?P<m2>{_M}){_YEAR_AFTER}"
            ),
            _turned_range,
        ),
        (rf"(?:[Tt]he{_SP})?(?P<d>{_D}){_SP}(?:of{_SP})?(?P<m>{_M}){_YEAR_AFTER}", _day),
        (rf"(?:{_PART})?(?P<m>{_M}),?{_SP}(?:of{_SP})?(?P<y>{_Y})", _month),
        (rf"(?:{_PART})?(?P<m>{_M}){_SP}(?:of{_SP})?(?P<ry>last|next|this){_SP}year", _month),
        (rf"(?P<m>{_FULL}){_TO}(?P<m2>{_FULL})\b{_YEAR_AFTER}", _month_range),
        (rf"(?P<w>[Ll]ast|[Nn]ext|[Tt]his){_SP}(?P<m>{_FULL})\b(?!{_SP}\d)", _turned_month),
        (rf"{_PART}(?P<m>{_FULL})\b", _month),
        (rf"(?P<m>{_LONE})\b(?!{_SP}\d)", _month),
        (
            r"(?:(?<=\b[Ii]n )|(?<=\b[Bb]y |\bof )|(?<=[Ss]ince |[Uu]ntil ))(?P<m>March|May)\b",
            _month,
        ),
        (rf"(?<=\b[Ii]n )(?P<m>{_M})(?!{_SP}\d)", _month),
        (
            (
                r"(?i:(?:the )?(?P<q>first|second|third|fourth)(?: quarter| (?P<half>half)) of "
                rf"(?:(?P<y>{_Y})|(?:(?P<w>this|last|next) year)))"
            ),
            _quarter,
        ),
        (r"(?i:(?:the )?(?P<q>first|second|third|fourth) quarter)\b", _lone_quarter),
        (
            (
                r"(?i:(?:the )?(?P<end>first|opening|last|final) (?P<n>\d\d?|two|three|four|five|"
                rf"six|seven|eight|nine|ten|eleven) months of (?:(?P<y>{_Y})|"
                r"(?:(?P<w>this|last|next) year|the year\b)))"
            ),
            _first_months,
        ),
        (
            r"(?i:(?:the )?(?P<part>end|start|beginning) of )(?P<y>20\d\d)\b(?![-–/]\d)",
            _end_of_year,
        ),
        (r"(?P<y>(?:1[5-9]|20)\d0)['’]?s\b", _decade),
        (rf"(?P<y>{_Y})[-–—/](?P<y2>{_Y}|\d\d)\b(?![-–/%\d]){_COUNTED}", _year_range),
        (rf"(?P<y>{_Y}) (?:to|through|until) (?P<y2>{_Y})\b{_COUNTED}", _year_range),
        (
            rf"(?<![$€£¥.,/\d-])(?:{_PART})?(?P<y>(?:19|20)\d\d)\b(?![-.,/:]\d|[%°-]){_COUNTED}",
            _year,
        ),
    )
)
