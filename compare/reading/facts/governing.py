"""Which predicate a day or an hour is the time of.

In: a frame and where the time stands. Out: the class of the predicate that governs it, empty where
that is a word of saying or one that no class has. A figure goes with the nearest words that are
measured; a time goes with the verb that it stands beside, which grammar tells: in Chinese it stands
before its verb (三名男子今日在法院提堂), in English behind it, or in front of the whole statement.
"""

from __future__ import annotations

import re

from compare.reading.facts.frames import Frame
from compare.resources.predicates import Hit, predicates
from compare.text.scripts import to_simplified

_BREAK = re.compile(r"[,，;；。、]|[:：](?!\d)|\s(?:and|but|while|as|which|who|that)\s")
_LEAD = 16  # characters before a time that stands in front of its statement (Late on Sunday)
_TAIL = 3  # characters behind a time that ends its clause
_NOUN = 30  # characters between a possessive (Sunday's) and its noun
_SPEAK, _SPEAK_HAN = 18, 6  # characters between a time and a word of saying that governs it


def time_of(frame: Frame, start: int, end: int) -> str:
    """The predicate class of which the time at `start`..`end` is the time."""
    return _chinese(frame, start, end) if frame.chinese else _other(frame, start, end)


def _chinese(frame: Frame, start: int, end: int) -> str:
    """The first predicate behind it in its clause, of a clause that is a time alone that of the
    next one; where the time ends its clause, the nearest before it.
    """
    low, high = _clause(frame, start, end)
    words = frame.words
    behind = [h for h in frame.hits if end <= h.start < high]
    rest = _without_times(frame, end, high)
    if words and words.told.search(to_simplified(frame.text[end : min(high, end + _SPEAK_HAN)])):
        return ""
    if behind:
        return _strongest(behind)
    before = [h for h in frame.hits if low <= h.start and h.end <= start]
    if len(rest) > _TAIL:
        return ""
    if before:
        return before[-1].predicate
    if not _without_times(frame, low, start):  # a time alone: what comes next
        following = [h for h in frame.hits if h.start >= high]
        return _strongest(following)
    return ""


def _other(frame: Frame, start: int, end: int) -> str:
    """The nearest predicate before it; one right behind where it is in front of all, or owned."""
    low, _ = _clause(frame, start, end)
    before = [h for h in frame.hits if low <= h.start and h.end <= start]
    behind = [h for h in frame.hits if h.start >= end]
    owned = re.match(r"['’]s\s", frame.text[end : end + 3])
    if owned:
        return _strongest([h for h in behind if h.start - end <= _NOUN])
    words = frame.words
    if words and words.told.search(frame.text[max(frame.span[0], start - _SPEAK) : start]):
        return ""
    if behind and behind[0].start - end <= 1:
        return behind[0].predicate
    if before:
        return before[-1].predicate
    if start - frame.span[0] <= _LEAD or low > frame.span[0]:
        return _strongest(behind)
    return ""


def _without_times(frame: Frame, low: int, high: int) -> str:
    """A stretch without the days and hours in it, and the words that only say more of these."""
    left, at = [], low
    days = [(d.start, d.end) for d in frame.dates]
    for start, end in sorted([*days, *((t.start, t.end) for t in frame.times)]):
        if at <= start and end <= high:
            left.append(frame.text[at:start])
            at = end
    rest = "".join((*left, frame.text[at:high]))
    if frame.words is None:
        return rest.strip()
    return frame.words.moment.sub("", to_simplified(rest) if frame.chinese else rest).strip()


def _clause(frame: Frame, start: int, end: int) -> tuple[int, int]:
    """The stretch between two breaks in which a time stands."""
    low, high = frame.span
    breaks = list(_BREAK.finditer(frame.text, low, high))
    low = max((m.end() for m in breaks if m.end() <= start), default=low)
    high = min((m.start() for m in breaks if m.start() >= end), default=high)
    return low, high


def _strongest(hits: list[Hit]) -> str:
    """The first of `hits` that says something by itself, else the first."""
    known = predicates()
    told = next((h for h in hits if not known[h.predicate].weak), hits[0] if hits else None)
    return told.predicate if told else ""
