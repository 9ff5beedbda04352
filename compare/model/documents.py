"""An article as read: what stands in it, with offsets.

In: nothing (plain values). Out: the nouns that `reading` makes once and every later stage looks up.
All offsets are code points into one part's text, end exclusive, and slice back exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Code points `start` to `end` of a text name the days `first` to `last` (inclusive).

    `precision` is day, range, weekend, week, month, quarter, season, year or vague (bounds that
    only say roughly when: 未来几周). `kind` is absolute (a number of the calendar stands in it),
    relative (昨天, 今年2月, last weekend), weekday or today. `year_given` is True when the year
    does not rest on a guess: 2023年, 明年, but not a bare 11月.
    """

    start: int
    end: int
    text: str
    first: date
    last: date
    precision: str
    kind: str
    year_given: bool = False

    @property
    def iso(self) -> str:
        """ISO 8601: `2023-09-18`, `2023-09`, `2023`, otherwise first and last day with a slash."""
        if self.precision == "year":
            return f"{self.first.year:04d}"
        if self.precision == "month":
            return self.first.isoformat()[:7]
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


@dataclass(frozen=True, slots=True)
class Quantity:
    """Code points `start` to `end` of a text give `value` of `unit`.

    `low` and `high` bound what the words allow and equal `value` when it is exact. `unit` is a
    canonical English name (hour, USD, person, percent, year old) or empty; `kind` is number,
    percent, currency, duration, ordinal, measure, people or age.
    """

    start: int
    end: int
    text: str
    value: float
    low: float
    high: float
    unit: str
    approximate: bool
    ordinal: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """`start`..`end` with the marks; `depth` counts enclosing quotations; `closed` is False when
    the paragraph ended first (then `end` is the paragraph's end).
    """

    start: int
    end: int
    depth: int = 0
    closed: bool = True

    @property
    def inner(self) -> tuple[int, int]:
        """The span without its marks."""
        return self.start + 1, self.end - 1 if self.closed else self.end
