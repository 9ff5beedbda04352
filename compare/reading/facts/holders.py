"""Places, persons and outcomes: facts whose value is a name or a predicate.

In: a frame. Out: facts. A place is a fact where a word of place stands before it (in Geneva,
在维也纳); persons are facts of the predicate beside them; a predicate is an outcome, which another
(approve, reject) or a negation denies; an office is what somebody comes into.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from compare.model import Fact, Mention, Value
from compare.model.facts import NOT, OUTCOME, ROLE_HELD, WHERE, WHO
from compare.reading.facts.frames import Frame, within
from compare.reading.facts.values import fact, near
from compare.resources.predicates import MEASURE, Hit, predicates
from compare.text.scripts import to_simplified

_BEFORE = 24  # characters in which a word of place or a negation is looked for
_CLOSE = 3  # Han characters between a negation and what it denies
_WORDS = 3
_FIRST = 1  # word of a statement that denies all of it (No ferry, Not a single one, Nobody)


def held(frame: Frame) -> Iterator[Fact]:
    """The facts of the names and predicates of `frame`."""
    for name in frame.names:
        if name.entity and name.type == "LOC" and _located(frame, name):
            yield fact(frame, WHERE, name.start, name.end, Value(name.entity))
    yield from _persons(frame)
    yield from _offices(frame)
    known = predicates()
    for hit in frame.hits:
        if known[hit.predicate].kind != MEASURE and not known[hit.predicate].weak:
            denied = _denied(frame, hit)
            text = (NOT if denied else "") + hit.predicate
            found = fact(frame, OUTCOME, hit.start, hit.end, Value(text), predicate=hit.predicate)
            yield replace(found, about=_whose(frame) or found.about)


def _whose(frame: Frame) -> tuple[str, ...]:
    """Who is named in the subject: the one who wins, and not the one who is beaten."""
    span = frame.proposition.subject
    return tuple(m.entity for m in within(frame.names, *span) if m.entity) if span else ()


def _persons(frame: Frame) -> Iterator[Fact]:
    """A person beside a predicate; those who meet are one fact, whoever is named first."""
    people = [m for m in frame.names if m.entity and m.type == "PER"]
    mutual = next((h for h in frame.hits if predicates()[h.predicate].mutual), None)
    if mutual and len({m.entity for m in people}) > 1:
        every = sorted({m.entity for m in people if m.entity})
        yield fact(
            frame, WHO, people[0].start, people[-1].end, Value(" ".join(every)),
            predicate=mutual.predicate,
        )  # fmt: skip
        return
    for name in people:
        yield fact(
            frame, WHO, name.start, name.end, Value(name.entity or ""),
            predicate=_beside(frame, name),
        )  # fmt: skip


def _offices(frame: Frame) -> Iterator[Fact]:
    """The offices that somebody comes into (named as envoy to Oslo, 出任教育部长)."""
    if frame.words is None:
        return
    start, end = frame.span
    text = frame.text[start:end]
    for match in frame.words.office.finditer(to_simplified(text) if frame.chinese else text):
        low, high = start + match.start(1), start + match.end(1)
        yield fact(frame, ROLE_HELD, low, high, Value(match[1].lower()))


def _located(frame: Frame, name: Mention) -> bool:
    """A word of place before it, and no name or office behind it that it belongs to."""
    words = frame.words
    if words is None or any(_holds(m, name) for m in frame.beside):
        return False
    before = frame.text[max(frame.span[0], name.start - _BEFORE) : name.start]
    if frame.chinese:
        before = to_simplified(before)
    return words.locative.search(before) is not None


def _holds(other: Mention, name: Mention) -> bool:
    """Does a place belong to the name or office that it stands in, or right before?"""
    inside = other.start <= name.start and name.end < other.end
    return inside or name.end <= other.start <= name.end + 1


def _beside(frame: Frame, name: Mention) -> str:
    """The predicate of a person: the first behind the name, else the nearest."""
    behind = next((h for h in frame.hits if h.start >= name.end), None)
    return behind.predicate if behind else near(frame, WHO, name.start, name.end)


def _denied(frame: Frame, hit: Hit) -> bool:
    """Does a negation stand right before a predicate?"""
    words = frame.words
    if words is None:
        return False
    named = max((m.end for m in frame.names if m.end <= hit.start), default=frame.span[0])
    before = frame.text[max(named, hit.start - _BEFORE) : hit.start]
    if frame.chinese:
        close = to_simplified(before)[-_CLOSE:]
        return any(m.end() == len(close) for m in words.denied.finditer(close))
    opening = " ".join(frame.text[frame.span[0] : hit.start].split()[:_FIRST])
    close = " ".join(before.split()[-_WORDS:])
    return any(words.denied.search(near) is not None for near in (close, opening))
