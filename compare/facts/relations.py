"""The table of comparability: how the values of two facts of one thing stand to each other.

In: two facts of one kind, and what is known of their articles. Out: a `Relation`: the same, one
less exact, different for a reason that leaves both right (`compatible`), or in conflict; None where
the two cannot be held against each other at all. The rules of a kind stand in one function; what
explains a difference of any kind (another scope, a plan against what happened, a later count) is
asked last, so that a reason is only given where there is something to explain.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from compare.facts.names import of_names, of_offices
from compare.model import Article, Fact, Relation
from compare.model.facts import (
    ABOUT,
    CONTRARY,
    COUNT,
    DATE,
    DURATION,
    EXACT,
    EXPLAINED,
    GUESSED,
    LEAST,
    LESS_EXACT,
    MONEY,
    MOST,
    OUTCOME,
    PERIOD,
    ROLE_HELD,
    SAME,
    SCORE,
    SHARE,
    TIME,
    outcome_of,
)
from compare.options import Options
from compare.resources.predicates import MEASURE, predicates
from compare.resources.rounding import rounds
from compare.resources.units import BASE

_EQUAL, _ROUND = Relation(SAME), Relation(LESS_EXACT, "rounding")
_DIFFER = Relation(CONTRARY)
_RELATIVE = ("relative", "today")
_YUAN = frozenset({"yuan", "CNY", "TWD", "HKD", "JPY"})
_OF_PERSON = frozenset({"year old"})
_LONG = frozenset({"month", "year"})
_MONTH, _SECONDS = 30.4369, 86400  # days of a month, seconds of a day
_WEEK = 7
_HALF_DAY, _DAY = 720, 1440  # minutes
_SUMS = frozenset({MONEY, SHARE})
_FIGURES = frozenset({COUNT, MONEY, SHARE})
# marks that only one has, the kinds of fact that they make another thing, and the reason
_REASONS = (
    (("early",), frozenset({*_FIGURES, SCORE, OUTCOME}), "other time"),
    (("half",), frozenset({SCORE}), "other time"),
    (("before", "month", "year"), _FIGURES, "other period"),
    (("each",), _FIGURES, "part and whole"),
    (("total",), frozenset({SCORE}), "part and whole"),
    (("net", "operating", "gross"), _SUMS, "part and whole"),
    (("young", "severe", "slight"), frozenset({COUNT}), "part and whole"),
)
_COMING = frozenset({"forecast", "plan"})
_OF_EVENTS = frozenset({TIME, DATE})
_LOCAL = frozenset({"local", "local time", "当地", "當地"})
_STAGES = ("lower", "upper", "first_court", "appeal_court", "before")  # of one bill, one case


@dataclass(frozen=True, slots=True)
class Rules:
    """What the rules ask beside the two facts: the articles by id, and the options."""

    articles: Mapping[str, Article]
    options: Options

    def relation(self, a: Fact, b: Fact) -> Relation | None:
        """How `a` and `b`, facts of one thing, stand to each other; None: not comparable."""
        if a.kind != b.kind or (a.kind in _OF_EVENTS and _unlike(a, b)):
            return None
        found = _relation(a, b, self)
        if found is None or found.verdict != CONTRARY:
            return found
        reason = self.reason(a, b)
        return Relation(EXPLAINED, reason) if reason else found

    def reason(self, a: Fact, b: Fact) -> str:
        """What leaves two different values both right; empty when nothing does."""
        apart = a.scopes ^ b.scopes
        for names, kinds, reason in _REASONS:
            if a.kind in kinds and apart.intersection(names):
                return reason
        if a.kind in _FIGURES and "part" in apart and _part_is_less(a, b):
            return "partial count"
        if a.kind in _FIGURES and _ahead(a) != _ahead(b):
            return "forecast and result"
        if a.over and b.over and a.over != b.over:
            return "other period"
        if a.kind in (OUTCOME, DATE) and apart.intersection(_STAGES):
            return "other time"
        if a.kind == COUNT and (later := self._later(a, b)):
            return later
        if a.kind == COUNT and a.giver and b.giver and a.giver != b.giver:
            return "each names its source"
        return ""

    def _later(self, a: Fact, b: Fact) -> str:
        """Why two counts may differ by the days that they name or were written: a toll rises, and
        fewer are missing as time goes by; empty where they may not.
        """
        first, second = self._moment(a), self._moment(b)
        if not _toll(a, b) or first is None or second is None:
            return ""
        least = timedelta(hours=self.options.number_later)
        if abs(first - second) < least:
            return ""
        later, earlier = (a, b) if first > second else (b, a)
        if (later.value.low or 0) > (earlier.value.low or 0):
            return "toll rises"
        falls = bool(a.predicate) and predicates()[a.predicate].falls
        return "other time" if falls else ""

    def _moment(self, fact: Fact) -> datetime | None:
        if fact.as_of is not None:
            return _at_midnight(fact.as_of)
        published = self.articles[fact.article].published
        if isinstance(published, datetime):
            return published if published.tzinfo else published.replace(tzinfo=UTC)
        return None if published is None else _at_midnight(published)

    def akin(self, a: Fact, b: Fact) -> bool:
        """Are two facts of one class, or of two that deny or mirror each other?"""
        if a.predicate == b.predicate:
            return True
        return bool(a.predicate and b.predicate) and _kin(a.predicate, b.predicate)

    def zoneless(self, fact: Fact) -> bool:
        """Is nothing known of the zone in which the article counts its days?"""
        published = self.articles[fact.article].published
        return isinstance(published, datetime) and published.utcoffset() in (None, timedelta(0))


def _part_is_less(a: Fact, b: Fact) -> bool:
    """Is the figure that is said to be a part the lower one?"""
    part, whole = (a, b) if "part" in a.scopes else (b, a)
    return (part.value.low or 0) <= (whole.value.high or 0)


def _ahead(fact: Fact) -> bool:
    """Is it about what is still to come?"""
    return bool(fact.scopes & _COMING) or fact.modality == "planned"


def _toll(a: Fact, b: Fact) -> bool:
    """Are both counts of one kind that grow as more is known? A distance or a rate does not."""
    if a.predicate != b.predicate or a.value.unit in BASE:
        return False
    if not a.predicate:
        return "person" in (a.value.unit, b.value.unit)
    return predicates()[a.predicate].kind != MEASURE


def _at_midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _of_days(a: Fact, b: Fact, rules: Rules) -> Relation | None:
    """Days and ranges: one that holds the other is less exact; a day told from the day of writing
    may be off by one where the zone of that is not known.
    """
    low_a, high_a, low_b, high_b = _bounds(a, b)
    if (low_a, high_a) == (low_b, high_b):
        return _EQUAL
    if (low_a <= low_b and high_b <= high_a) or (low_b <= low_a and high_a <= high_b):
        return Relation(LESS_EXACT, "precision")
    if low_a <= high_b and low_b <= high_a:
        return Relation(EXPLAINED, "precision")
    apart = max(low_a - high_b, low_b - high_a)
    if a.kind == DATE and _may_be_one(a, b, apart):
        return Relation(LESS_EXACT, "precision")
    told = [f for f in (a, b) if f.value.basis in _RELATIVE and rules.zoneless(f)]
    zoned = a.kind == DATE and "zoned" in a.scopes | b.scopes
    if apart <= 1 and (told or zoned):
        return Relation(EXPLAINED, "time zone")
    return _DIFFER


def _may_be_one(a: Fact, b: Fact, apart: float) -> bool:
    """A weekday may be meant of another week, and a day of the year of another year: in which it is
    depends on when the text was written, which a date of publication only nearly tells.
    """
    told = {a.value.basis, b.value.basis}
    if "weekday" in told and apart % _WEEK == 0:
        return True
    days = [date.fromordinal(int(f.value.low or 1)) for f in (a, b)]
    return GUESSED in told and len({(d.month, d.day) for d in days}) == 1


def _bounds(a: Fact, b: Fact) -> tuple[float, float, float, float]:
    one, other = a.value, b.value
    return one.low or 0.0, one.high or 0.0, other.low or 0.0, other.high or 0.0


def _of_hours(a: Fact, b: Fact, rules: Rules) -> Relation | None:
    """Hours of the day; an hour of which nobody says whether it is morning or evening fits either;
    two named zones explain any difference of whole or half hours.
    """
    one, other = a.value, b.value
    gap = abs((one.low or 0) - (other.low or 0))
    half = "either half" in (one.basis, other.basis)
    around = _HALF_DAY if half else _DAY
    gap = min(gap % around, around - gap % around)
    if gap == 0:
        return _EQUAL
    zones = {"" if v.unit in _LOCAL else v.unit for v in (one, other)}
    if len(zones) > 1 and gap % 30 == 0:
        return Relation(EXPLAINED, "time zone")
    rough = ABOUT in (one.precision, other.precision)
    if rough and gap <= rules.options.fact_minutes:
        return _ROUND
    return _DIFFER


def _of_amounts(a: Fact, b: Fact, rules: Rules) -> Relation | None:
    """Figures in one unit or in two that convert; currencies only with their like."""
    one, other = a.value, b.value
    if _measures(a, b):
        return None
    if {one.unit, other.unit} & _OF_PERSON and not set(a.about) & set(b.about):
        return None  # the ages of two persons
    if one.unit != other.unit:
        if a.kind == MONEY and not {one.unit, other.unit} <= _YUAN:
            return Relation(EXPLAINED, "currency")
        if a.kind == DURATION and {one.unit, other.unit} & _LONG:
            return _figures(
                one.precision, other.precision, _in_days(a), _in_days(b), rules, converted=True
            )
        base, base_other = BASE.get(one.unit), BASE.get(other.unit)
        if _unlike_things(a, b):
            return None
        counted = {one.unit, other.unit} & {"", "person"}
        if "" in counted and (base or base_other):
            return None  # the bus 17 and 3 kilometres
        if base and base_other and base[0] == base_other[0]:
            return _figures(
                one.precision, other.precision, _scaled(a), _scaled(b), rules, converted=True
            )
        if not (counted or a.kind == MONEY or _counters(one.unit, other.unit)):
            return None
    return _figures(one.precision, other.precision, _plain(a), _plain(b), rules)


def _unlike(a: Fact, b: Fact) -> bool:
    """Are they facts of two predicates that say something by themselves (gates open, a train
    leaves; revenue and profit)?
    """
    if not a.predicate or not b.predicate or a.predicate == b.predicate:
        return False
    if any(predicates()[f.predicate].weak for f in (a, b)):
        return False
    if a.kind in _OF_EVENTS:  # arrested on one day, freed on another
        return b.predicate != predicates()[a.predicate].converse
    return not _kin(a.predicate, b.predicate)


def _kin(one: str, other: str) -> bool:
    return other == predicates()[one].converse or other in predicates()[one].opposites


def _measures(a: Fact, b: Fact) -> bool:
    """Are they two unlike measures, or is one a measure and the other only what rose or fell?"""
    known = [predicates()[f.predicate] for f in (a, b) if f.predicate]
    if len(known) < 2 or a.predicate == b.predicate:
        return False
    measures = [p.kind == MEASURE for p in known]
    moved = any(measures) and any(p.weak for p in known)
    return moved or (all(measures) and _unlike(a, b))


def _unlike_things(a: Fact, b: Fact) -> bool:
    """Do they count persons and something else (60 hurt, 600 seats), not told by one predicate?"""
    others = [f for f in (a, b) if f.value.unit != "person"]
    if len(others) != 1 or (a.predicate and a.predicate == b.predicate):
        return False
    return bool(others[0].value.unit or others[0].counts)


def _counters(one: str, other: str) -> bool:
    """Two ways of counting things (vessel, ship) that no table converts."""
    return one not in BASE and other not in BASE


def _plain(fact: Fact) -> tuple[float, float, float]:
    text = float(fact.value.text.partition(" ")[0])
    return text, fact.value.low or 0.0, fact.value.high or 0.0


def _in_days(fact: Fact) -> tuple[float, float, float]:
    """A stretch of time in days, months of average length."""
    base, factor = BASE[fact.value.unit]
    days = factor * _MONTH if base == "month" else factor / _SECONDS
    value, low, high = _plain(fact)
    return value * days, low * days, high * days


def _scaled(fact: Fact) -> tuple[float, float, float]:
    factor = BASE[fact.value.unit][1]
    value, low, high = _plain(fact)
    return value * factor, low * factor, high * factor


def _figures(
    one: str,
    other: str,
    a: tuple[float, float, float],
    b: tuple[float, float, float],
    rules: Rules,
    *,
    converted: bool = False,
) -> Relation | None:
    options = rules.options
    if math.isclose(a[0], b[0], rel_tol=1e-9):
        return _EQUAL if one == other else _ROUND
    if max(a[0], b[0]) > options.number_farthest * min(a[0], b[0]) > 0:
        return None  # seconds ahead, and the years of a contract
    if one != EXACT or other != EXACT:
        overlap = a[1] <= b[2] and b[1] <= a[2]
        open_ended = {one, other} & {LEAST, MOST}
        reason = "precision" if open_ended else "rounding"
        return Relation(LESS_EXACT, reason) if overlap else _DIFFER
    close = options.fact_converted if converted else options.number_close
    exact = options.number_exact
    alike = rounds(a[0], b[0], close=close, exact=exact, converted=converted)
    return (Relation(LESS_EXACT, "unit") if converted else _ROUND) if alike else _DIFFER


def _of_scores(a: Fact, b: Fact, _rules: Rules) -> Relation | None:
    """Points by pairs, whoever is named first; a list of sets against the sets won."""
    one, other = (_pairs(f.value.text) for f in (a, b))
    if one == other or one == [(y, x) for x, y in other]:
        return _EQUAL
    if len(one) != len(other):
        won = {_sets(p) if len(p) > 1 else tuple(sorted(p[0])) for p in (one, other)}
        return Relation(LESS_EXACT, "precision") if len(won) == 1 else None
    return _DIFFER


def _pairs(text: str) -> list[tuple[int, int]]:
    pairs = (pair.split("-") for pair in text.split())
    return [(int(x), int(y)) for x, y in pairs]


def _sets(pairs: list[tuple[int, int]]) -> tuple[int, ...]:
    won = sum(x > y for x, y in pairs), sum(x < y for x, y in pairs)
    return tuple(sorted(won))


def _of_outcomes(a: Fact, b: Fact, _rules: Rules) -> Relation | None:
    """Predicates that deny each other, or one of which is negated."""
    (no_a, class_a), (no_b, class_b) = (outcome_of(f.value.text) for f in (a, b))
    if a.about and b.about and not set(a.about) & set(b.about):
        return None  # one wins, another loses
    if class_a == class_b:
        return _EQUAL if no_a == no_b else _DIFFER
    if class_b == predicates()[class_a].converse:
        return None  # one wins, so the other loses
    if class_b in predicates()[class_a].opposites:
        return _DIFFER if not (no_a or no_b) else (_EQUAL if no_a != no_b else None)
    return None


def _relation(a: Fact, b: Fact, rules: Rules) -> Relation | None:
    """By the values alone."""
    if a.kind == ROLE_HELD:
        return of_offices(a, b)
    return _BY_KIND[a.kind](a, b, rules) if a.kind in _BY_KIND else of_names(a, b)


_BY_KIND: dict[str, Callable[[Fact, Fact, Rules], Relation | None]] = {
    DATE: _of_days,
    PERIOD: _of_days,
    TIME: _of_hours,
    DURATION: _of_amounts,
    COUNT: _of_amounts,
    MONEY: _of_amounts,
    SHARE: _of_amounts,
    SCORE: _of_scores,
    OUTCOME: _of_outcomes,
}
