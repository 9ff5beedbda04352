"""Typed values of a proposition: dates, hours, periods, amounts, scores.

In: a frame. Out: facts. A slot is a fact as it was read; its predicate is, of a time, the one that
governs it (`governing`), of other values the class whose words stand nearest, in its own half of
the proposition first (`near`). Ordinals say which one and not how
many, and vague dates bound nothing: neither is a fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from compare.model import Clock, DateSpan, Fact, Quantity, Value
from compare.model.facts import (
    ABOUT,
    COUNT,
    DATE,
    DURATION,
    EXACT,
    GUESSED,
    LEAST,
    MONEY,
    MOST,
    PERIOD,
    ROUNDED,
    SCORE,
    SHARE,
    TIME,
)
from compare.reading.facts.frames import Frame
from compare.reading.facts.governing import time_of
from compare.resources.predicates import MEASURE, Hit, predicates
from compare.resources.units import CURRENCY, PERCENT
from compare.resources.units import DURATION as SPAN_OF_TIME
from compare.resources.words import either, listed, words
from compare.text.scripts import to_simplified

_OF_ONE = frozenset({"part", "severe", "slight", "young", "each"})
_KINDS = {PERCENT: SHARE, CURRENCY: MONEY, SPAN_OF_TIME: DURATION}
_DAYS = ("day", "range", "weekend", "week")
_BREAKS = (",", "，", "、", ";", "；", "。", " and ", " but ", " while ")
# characters that a break, a weak class, one that fits a kind of value better or worse, count as
_BREAK, _WEAK, _FIT = 20, 60, 8
_CLOSE, _BESIDE = 3, 20  # characters to a weak class right beside (fell 3.1%), and what it counts
_FAR, _FAR_HAN = 24, 10  # characters from which a figure is no fact of a predicate
_ROUGH = 16  # characters before an hour that tell how exact it is
_AS_OF = 24  # characters between a time and the words that say what it is
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG = 10  # days from which a range is a period


def valued(frame: Frame) -> Iterator[Fact]:
    """The facts of the slots of `frame`."""
    for day in frame.dates:
        if day.precision != "vague" and not _counted_at(frame, day) and not _since(frame, day):
            short = day.precision in _DAYS and (day.last - day.first).days < _LONG
            yield fact(frame, DATE if short else PERIOD, day.start, day.end, _of_date(day))
    for hour in frame.times:
        if _counted_at(frame, hour):
            continue
        yield fact(frame, TIME, hour.start, hour.end, _of_clock(hour, frame))
    for amount in frame.amounts:
        if not amount.ordinal and not _a_year(amount):
            kind = _KINDS.get(amount.kind, COUNT)
            yield fact(
                frame, kind, amount.start, amount.end, _of_amount(amount), counts=amount.counts
            )
    for score in frame.scores:
        text = " ".join(f"{a}-{b}" for a, b in score.points)
        yield fact(frame, SCORE, score.start, score.end, Value(text))


def _since(frame: Frame, day: DateSpan) -> bool:
    """A time since which something is counted or unequalled is no time of it; nor is that day,
    which is another's (当天).
    """
    known = frame.words
    if known is None:
        return False
    if frame.chinese and known.moment.fullmatch(to_simplified(day.text)):
        return True
    before = frame.text[max(frame.span[0], day.start - _AS_OF) : day.start]
    behind = frame.text[day.end : min(frame.span[1], day.end + _AS_OF)]
    return known.since.search(before if not frame.chinese else to_simplified(behind)) is not None


def _a_year(amount: Quantity) -> bool:
    """A bare number that is the name of a year (2026亚洲杯)."""
    return amount.unit == "" and _YEAR.fullmatch(amount.text) is not None


def _counted_at(frame: Frame, moment: DateSpan | Clock) -> bool:
    """Does a mark say that it is the time for which something was counted (as of 11 a.m.)?"""
    return any(
        name == "as_of" and start - _AS_OF <= moment.start <= end + _AS_OF
        for start, end, name in frame.marks
    )


def fact(
    frame: Frame,
    kind: str,
    start: int,
    end: int,
    value: Value,
    counts: tuple[int, int] | None = None,
    predicate: str | None = None,
) -> Fact:
    """A fact of `frame` whose value stands at `start`..`end`."""
    one = frame.proposition
    return Fact(
        article=frame.document.article.id,
        kind=kind,
        part=one.part,
        start=start,
        end=end,
        value=value,
        proposition=frame.span,
        language=frame.language,
        predicate=_head(frame, kind, start, end) if predicate is None else predicate,
        counts=counts,
        about=frame.about,
        scopes=_scopes(frame, start, end),
        as_of=frame.as_of,
        over=frame.over(start) if kind in (COUNT, MONEY, SHARE) else None,
        giver=frame.voices.at(start),
        negated=one.negated and not _in_clause(frame, start),
        modality=one.modality,
    )


def _in_clause(frame: Frame, start: int) -> bool:
    """Does a value stand in a clause of time or cause behind what is denied (may not survive after
    the bridge was closed on Tuesday)? That clause has a predicate of its own.
    """
    behind, opens = frame.proposition.predicate, _opening(frame.language.partition("-")[0])
    if behind is None or opens is None:
        return False
    found = [m.end() for m in opens.finditer(frame.text, behind[1], max(behind[1], start))]
    return any(hit.start >= at for at in found[:1] for hit in frame.hits)


@lru_cache(maxsize=16)
def _opening(language: str) -> re.Pattern[str] | None:
    """What opens a clause of time or cause in a language."""
    known = words(language).get("propositions", {}).get("when")
    return re.compile(rf"\b(?:{either(listed(known))})\b") if isinstance(known, str) else None


def _scopes(frame: Frame, start: int, end: int) -> frozenset[str]:
    """The marks of a proposition, of those that are about one figure the ones that stand nearest to
    this (31 hurt, four of them badly).
    """
    found = set()
    for low, high, name in frame.marks:
        gap = _gap(low, high, start, end)
        nearer = any(_gap(low, high, q.start, q.end) < gap for q in frame.amounts)
        if name != "as_of" and not (name in _OF_ONE and nearer):
            found.add(name)
    return frozenset(found)


def _gap(low: int, high: int, start: int, end: int) -> int:
    return max(low - end, start - high, 0)


def _head(frame: Frame, kind: str, start: int, end: int) -> str:
    if kind in (DATE, TIME, PERIOD):
        return time_of(frame, start, end)
    return near(frame, kind, start, end)


def near(frame: Frame, kind: str, start: int, end: int) -> str:
    """The predicate class that a value is a fact of; empty when there is none near. What stands
    behind a break (a comma) counts as further away, and a class that says little on its own (deaths
    rose to) only where there is no other. A figure goes with what is measured (a depth of), a day
    or a place with what happened.
    """
    figure = kind in (COUNT, MONEY, SHARE, DURATION)
    ranks = [
        (_distance(frame, hit, start, end, figure=figure), hit.start, hit.predicate)
        for hit in frame.hits
    ]
    farthest = (_FAR_HAN if frame.chinese else _FAR) if figure else len(frame.text) + _WEAK
    best = min(ranks, default=None)
    return best[2] if best and best[0] <= farthest else ""


def _distance(frame: Frame, hit: Hit, start: int, end: int, *, figure: bool) -> int:
    """Characters between a predicate and a value, and what else sets them apart."""
    predicate = predicates()[hit.predicate]
    low, high = (hit.end, start) if hit.end <= start else (end, hit.start)
    breaks = sum(frame.text.count(c, low, high) for c in _BREAKS)
    measured = predicate.kind == MEASURE
    apart = (-_FIT if measured else 0) if figure else (_FIT if measured else 0)
    gap = max(0, high - low)
    weak = (_BESIDE if gap <= _CLOSE else _WEAK) if predicate.weak else 0
    return gap + _BREAK * breaks + weak + apart


def _of_date(day: DateSpan) -> Value:
    first, last = float(day.first.toordinal()), float(day.last.toordinal())
    precision = EXACT if day.precision == "day" else ROUNDED
    basis = day.kind if day.year_given or day.kind != "absolute" else GUESSED
    return Value(day.iso, first, last, "", precision, basis)


def _of_clock(hour: Clock, frame: Frame) -> Value:
    minute = float(hour.hour * 60 + hour.minute)
    beside = frame.text[max(frame.span[0], hour.start - _ROUGH) : hour.end + 2]
    if frame.chinese:
        beside = to_simplified(beside)
    about = frame.words is not None and frame.words.roughly.search(beside)
    precision = ABOUT if about else EXACT
    basis = "" if hour.sure else "either half"
    return Value(f"{hour.hour:02d}:{hour.minute:02d}", minute, minute, hour.zone, precision, basis)


def _of_amount(amount: Quantity) -> Value:
    number = f"{amount.value:.12g}"
    text = f"{number} {amount.unit}" if amount.unit else number
    return Value(text, amount.low, amount.high, amount.unit, _precision(amount))


def _precision(amount: Quantity) -> str:
    if not amount.approximate:
        return EXACT
    if amount.low == amount.value < amount.high:
        return LEAST
    return MOST if amount.low < amount.value == amount.high else ABOUT
