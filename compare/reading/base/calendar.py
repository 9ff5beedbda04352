"""What a date found in a text is, and the calendar arithmetic behind it.

In: years, months, days and a reference day. Out: `Period`s (resolved days) and `DateSpan`s
(a period and where it stands). Weeks run Monday to Sunday; a weekend is Saturday and Sunday;
seasons are those of the northern half of the earth.

Dates in digits alone: 2023-09-18, 2023/9/18, 18.09.2023, 19/06/2023. In: text and a `Scene`. Out:
rules shared by all languages. Day and month are told apart by their size; when both fit, the month
comes first in English and the day elsewhere. Two numbers without a year (9/11, 9/18) are left
alone: they are scores, shares and names as often as dates.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from compare.model.documents import DateSpan

ABSOLUTE, RELATIVE, WEEKDAY, TODAY = "absolute", "relative", "weekday", "today"
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """Resolved days, before they are tied to characters of a text."""

    first: date
    last: date
    precision: str
    kind: str = ABSOLUTE
    year_given: bool = False


@dataclass(slots=True)
class Scene:
    """What a rule may look at: the text, the days it hangs on, and the dates found before.

    `published` and `today` are None when nothing is known; rules that need them find nothing.
    """

    text: str
    published: date | None
    today: date | None
    spans: list[DateSpan] = field(default_factory=list)

    def day(self) -> date:
        """The day of publication; ValueError when it is not known, which ends the rule."""
        if self.published is None:
            raise ValueError("no day of publication")
        return self.published

    def last_day(self) -> date | None:
        """The last day named before, for 当天, the next day; ranges end on their last day."""
        for span in reversed(self.spans):
            if span.precision in ("day", "range") and span.last - span.first < timedelta(15):
                return span.last
        return None

    def before(self, position: int, stops: str) -> DateSpan | None:
        """The date right before `position` in the same sentence (`stops` end one)."""
        if not self.spans or any(c in stops for c in self.text[self.spans[-1].end : position]):
            return None
        return self.spans[-1]


StartRule = tuple[str, str, Callable[["re.Match[str]", Scene], Period | None]]
Rule = tuple["re.Pattern[str]", Callable[["re.Match[str]", Scene], Period | None]]


def first_match(scene: Scene, at: int, rules: Iterable[Rule]) -> DateSpan | None:
    """The date that the first fitting rule reads at `at`; days that do not exist fit no rule."""
    for pattern, resolve in rules:
        match = pattern.match(scene.text, at)
        if match is None:
            continue
        try:
            period = resolve(match, scene)
        except (ValueError, OverflowError):
            continue
        if period is not None:
            return DateSpan(
                at, match.end(), match[0], period.first, period.last,
                period.precision, period.kind, period.year_given,
            )  # fmt: skip
    return None


def day_period(
    day: date, kind: str = ABSOLUTE, *, year_given: bool = False, precision: str = "day"
) -> Period:
    """One day."""
    return Period(day, day, precision, kind, year_given)


def month_period(
    year: int, month: int, kind: str = ABSOLUTE, *, year_given: bool = False
) -> Period:
    """A whole month."""
    last = calendar.monthrange(year, month)[1]
    return Period(date(year, month, 1), date(year, month, last), "month", kind, year_given)


def months_period(year: int, month: int, count: int, precision: str, kind: str) -> Period:
    """`count` months from the given one on: quarters, seasons, halves. The year is given."""
    end_year, end_month = shift_month(year, month, count - 1)
    last = calendar.monthrange(end_year, end_month)[1]
    return Period(
        date(year, month, 1), date(end_year, end_month, last), precision, kind, year_given=True
    )


def year_period(year: int, kind: str = ABSOLUTE) -> Period:
    """A whole year."""
    return Period(date(year, 1, 1), date(year, 12, 31), "year", kind, year_given=True)


def range_period(
    first: date, last: date, kind: str = ABSOLUTE, *, year_given: bool = False
) -> Period | None:
    """First to last day; None when they are the wrong way round."""
    return Period(first, last, "range", kind, year_given) if first <= last else None


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month `by` months later (earlier when negative)."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def week_period(day: date, by: int = 0, kind: str = RELATIVE) -> Period:
    """The week (Monday to Sunday) of `day`, `by` weeks later."""
    monday = day - timedelta(day.weekday()) + timedelta(7 * by)
    return Period(monday, monday + timedelta(6), "week", kind)


def weekend_period(day: date, by: int) -> Period:
    """Saturday and Sunday of the week of `day`, `by` weeks later."""
    monday = week_period(day, by).first
    return Period(monday + timedelta(5), monday + timedelta(6), "weekend", RELATIVE)


def past_weekend(day: date) -> Period:
    """The last weekend that has begun by `day`."""
    return weekend_period(day, 0 if day.weekday() >= 5 else -1)


def weekday_period(day: date, weekday: int, by: int | None) -> Period:
    """A weekday (0 is Monday) of the week `by` weeks later; with None the last one up to `day`."""
    if by is None:
        return day_period(day - timedelta((day.weekday() - weekday) % 7), WEEKDAY)
    return day_period(week_period(day, by).first + timedelta(weekday), WEEKDAY)


def coming_weekday(day: date, weekday: int) -> Period:
    """The next such weekday after `day`."""
    return day_period(day + timedelta((weekday - day.weekday() - 1) % 7 + 1), WEEKDAY)


def nearest_weekday(day: date, weekday: int) -> Period:
    """Such a weekday within three days of `day`: what 周一（9月18日） means beside its date."""
    return day_period(day + timedelta((weekday - day.weekday() + 3) % 7 - 3), WEEKDAY)


def guess_year(month: int, published: date, *, future: bool) -> int:
    """The year of a month named without one.

    The year of publication, since writers say 去年 and 明年 when they mean another; but in
    January a bare December is the one just past, and with a future cue (将于2月) a month that is
    over is the coming one.
    """
    gap = month - published.month
    if gap < 0 and future:
        return published.year + 1
    if gap >= 8 and not future:
        return published.year - 1
    return published.year


def guess_month(day: int, published: date) -> tuple[int, int] | None:
    """Year and month of a day of the month named alone: the last such day up to publication.

    A day up to three days ahead is taken as this month's, since copy is filed ahead of time.
    """
    year, month = published.year, published.month
    for _ in range(4):
        if day <= calendar.monthrange(year, month)[1]:
            found = date(year, month, day)
            if (found - published).days <= 3:
                return year, month
        year, month = shift_month(year, month, -1)
    return None


def part_of_month(year: int, month: int, part: str, kind: str, *, year_given: bool) -> Period:
    """The first, middle or last third of a month: `part` is early, mid or late."""
    whole = month_period(year, month, kind, year_given=year_given)
    first, last = {
        "early": (whole.first, date(year, month, 10)),
        "mid": (date(year, month, 11), date(year, month, 20)),
        "late": (date(year, month, 21), whole.last),
    }[part]
    return Period(first, last, "range", kind, year_given)


def part_of_year(year: int, part: str, kind: str) -> Period:
    """Early (January to March), mid (May to August) or late (October to December) in a year."""
    month, count = {"early": (1, 3), "mid": (5, 4), "late": (10, 3)}[part]
    return months_period(year, month, count, "range", kind)


def ago(day: date, count: int, unit: str, kind: str = RELATIVE) -> Period:
    """The day, week, month or year `count` units before `day` (after it, when negative)."""
    if unit == "day":
        return day_period(day - timedelta(count), kind)
    if unit == "week":
        return week_period(day - timedelta(7 * count), 0, kind)
    if unit == "month":
        return month_period(*shift_month(day.year, day.month, -count), kind)
    return year_period(day.year - count, kind)


def soon(day: date, unit: str) -> Period:
    """未来几周, in the coming days: vague bounds from tomorrow on."""
    reach = {"day": 10, "week": 45, "month": 200, "year": 3650}[unit]
    return Period(day + timedelta(1), day + timedelta(reach), "vague", RELATIVE)


def lately(day: date, unit: str) -> Period:
    """几周前, in recent days: vague bounds up to the day."""
    reach = {"day": 10, "week": 45, "month": 300, "year": 3650}[unit]
    return Period(day - timedelta(reach), day, "vague", RELATIVE)


def _year_first(m: re.Match[str], _: Scene) -> Period:
    return day_period(date(int(m["y"]), int(m["m"]), int(m["d"])), year_given=True)


def _day_first(m: re.Match[str], _: Scene) -> Period:
    day, month = int(m["a"]), int(m["b"])
    day, month = (day, month) if month <= 12 else (month, day)
    return day_period(date(int(m["y"]), month, day), year_given=True)


def _month_first(m: re.Match[str], _: Scene) -> Period:
    month, day = int(m["a"]), int(m["b"])
    month, day = (month, day) if month <= 12 else (day, month)
    return day_period(date(int(m["y"]), month, day), year_given=True)


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
