"""Facts made on the spot, for tests of how they are related, joined and shown."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from compare.facts.relations import Rules
from compare.model import Fact, Relation, Value
from compare.options import Options
from tests.made import article

NOON = datetime.fromisoformat("2024-05-06T12:00:00+02:00")


def fact(name: str, kind: str, value: Value, **rest: Any) -> Fact:
    """A fact of article `name` whose value is the first letter of its body."""
    given: dict[str, Any] = {
        "part": "body",
        "start": 0,
        "end": 1,
        "proposition": (0, 1),
        "language": "en",
    }
    return Fact(article=name, kind=kind, value=value, **given | rest)


def figure(
    number: float,
    unit: str = "",
    precision: str = "exact",
    low: float | None = None,
    high: float | None = None,
) -> Value:
    """An amount; exact ones are bounded by themselves."""
    text = f"{number:.12g} {unit}".strip()
    return Value(
        text, number if low is None else low, number if high is None else high, unit, precision
    )


def days(first: str, last: str = "", basis: str = "absolute") -> Value:
    """A day, or the days from `first` to `last`."""
    one, other = date.fromisoformat(first), date.fromisoformat(last or first)
    text = f"{first}/{last}" if last else first
    precision = "rounded" if last else "exact"
    return Value(text, float(one.toordinal()), float(other.toordinal()), "", precision, basis)


def hour(text: str, zone: str = "", precision: str = "exact", basis: str = "") -> Value:
    """An hour of the day: `14:05`."""
    clock, _, minute = text.partition(":")
    at = float(int(clock) * 60 + int(minute))
    return Value(text, at, at, zone, precision, basis)


def related(
    a: Fact,
    b: Fact,
    published: tuple[datetime | date | None, datetime | date | None] = (NOON, NOON),
    options: Options = Options(),
) -> Relation | None:
    """How two facts stand to each other, whose articles were `published` then."""
    one, other = (
        article(f.article, "A.", published=day) for f, day in zip((a, b), published, strict=True)
    )
    rules = Rules({one.id: one, other.id: other}, options)
    found = rules.relation(a, b)
    assert rules.relation(b, a) == found, "a relation does not ask who is named first"
    return found
