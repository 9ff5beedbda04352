"""What the readers of all languages share: stretches to cut, pieces that were cut, exact spans.

In: a sentence, its quotations, and the attributions whose words stand in it. Out: `Stretch`es of
the sentence that hold a statement, without the words that only tell who says it, and `Piece`s of
them trimmed to their words. Words of saying are taken out before anything is cut: a comma behind
他说 parts a frame from a statement, a comma inside it parts two statements, and no rule over commas
alone can tell the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from compare.model import Attribution
from compare.resources.cues import cues
from compare.resources.words import word_set
from compare.text.scripts import to_simplified

Span = tuple[int, int]

_BRACKETS = re.compile(
    r"[（(][^（()）\n]{0,300}[)）]|《[^《》\n]{0,100}》|\[[^\[\]\n]{0,300}\]|【[^【】\n]{0,100}】"
)
_OPEN, _CLOSE = "“「『„«‘\"'（([【《", "”」』»’\"'）)]】》"
_MATE = dict(zip("“「『„«‘\"'（([【《", "”」』“»’\"'）)]】》", strict=True))
_EDGE = frozenset(" \t\n\r\u3000\xa0，,、；;：:。．.！!？?…—–-·•*|/")
_THAT = re.compile(r"\s*that\b")
_LONG_JOIN = 16  # characters in which a conjunction before a frame is looked for
_FEW = 12  # characters
_BORDER = frozenset("，,；;：:。．.！!？?…—–-")


@dataclass(frozen=True, slots=True)
class Piece:
    """A statement as cut from a stretch, before its subject is carried over from another one.

    `carries` is False for one that must not take over the subject of the statement before it.
    """

    start: int
    end: int
    subject: Span | None = None
    predicate: Span | None = None
    negated: bool = False
    modality: str = "said"
    conditional: bool = False
    carries: bool = True


@dataclass(frozen=True, slots=True)
class Stretch:
    """`start`..`end` of a part: one voice and, where `quoted`, what stands inside its marks."""

    start: int
    end: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that only tell who says something, with the attribution that they were read as."""

    start: int
    end: int
    said: Attribution


class Reader(Protocol):
    """What a language knows of its statements, over one part of an article."""

    joins: re.Pattern[str]
    """Words that tie a frame to what stands before it; matched up to the frame."""

    def tells(self, start: int, end: int) -> bool:
        """Whether the stretch has a predicate of its own."""

    def frames(self, start: int, end: int, cue: Span) -> bool:
        """Whether words read as a frame, with their cue, can be one."""

    def cut(self, start: int, end: int, kept: Sequence[Span]) -> list[Piece]:
        """The statements of a stretch, in order, which hold all its words; nothing is cut inside
        `kept`.
        """


class Whole:
    """A language without rules: what stands between two stops is one statement."""

    joins = re.compile(r"(?!)")

    def tells(self, start: int, end: int) -> bool:
        """True for more than a word or two: nothing else is known."""
        return end - start > _FEW

    def frames(self, start: int, end: int, cue: Span) -> bool:  # noqa: ARG002 as in Reader
        """Always: nothing tells against it."""
        return True

    def cut(self, start: int, end: int, kept: Sequence[Span]) -> list[Piece]:  # noqa: ARG002 likewise
        """All of it."""
        return [Piece(start, end)]


def brackets(text: str, start: int, end: int) -> list[Span]:
    """What stands in brackets, or in the marks of a work's title: nothing is cut there."""
    return [found.span() for found in _BRACKETS.finditer(text, start, end)]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """`start`..`end` without punctuation at its ends; marks in pairs go only where the stretch does
    not hold both, or stands between them as a whole. None where no word is left.
    """
    while True:
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and (text[end - 1] in _EDGE and not _shortens(text, start, end)):
            end -= 1
        if end - start < 1:
            return None
        first, last = text[start], text[end - 1]
        mate = _MATE.get(first)
        if mate and (at := text.find(mate, start + 1, end)) in (-1, end - 1):
            start += 1
            end -= at == end - 1
        elif first in _CLOSE and mate is None:
            start += 1
        elif (last in _CLOSE and not _opened(text, start, end)) or (
            last in _OPEN and last not in _CLOSE
        ):
            end -= 1
        else:
            break
    return (start, end) if re.search(r"\w", text[start:end]) else None


def _shortens(text: str, start: int, end: int) -> bool:
    """True for the stop of an abbreviation that ends the stretch: 6 p.m., the U.S."""
    return text[end - 1] == "." and bool(re.search(r"\b\w\.\w\.$", text[max(start, end - 5) : end]))


def _opened(text: str, start: int, end: int) -> bool:
    last = text[end - 1]
    return any(
        text.find(mark, start, end - 1) >= 0 for mark, close in _MATE.items() if close == last
    )


def stretches(
    text: str, start: int, end: int, quotes: Sequence[Span], reader: Reader
) -> list[Stretch]:
    """`start`..`end` parted at quotations that stand free and tell something; words in quotation
    marks inside somebody else's sentence stay where they are.
    """
    found: list[Stretch] = []
    at = start
    for opened, closed in quotes:
        first, last = max(opened, start), min(closed, end)
        if first < at or last - first < 2:
            continue
        inner = trimmed(text, first, last)
        if inner is None or not _free(text, first, last, at, end) or not reader.tells(*inner):
            continue
        found.append(Stretch(at, first))
        found.append(Stretch(first, last, quoted=True))
        at = last
    return [s for s in (*found, Stretch(at, end)) if _worded(text, s.start, s.end)]


def _free(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Does a quotation stand between two marks, not inside a clause?"""
    before = text[max(start, first - 3) : first].rstrip()
    behind = text[last : min(end, last + 3)].lstrip()
    inside = text[max(first, last - 2) : last]
    return (not before or before[-1] in _BORDER) and (
        not behind or behind[0] in _BORDER or any(c in _BORDER for c in inside)
    )


def _worded(text: str, start: int, end: int) -> bool:
    return any(character.isalnum() for character in text[start:end])


@lru_cache(maxsize=4096)
def _is_telling(cue: str) -> bool:
    """Whether a cue only tells that something is said; what it wants, promises or denies is part of
    the statement. What is no cue of a list (according to) tells.
    """
    table, simple = cues(), to_simplified(cue)
    found = table.chinese.get(simple)
    if found is None:
        parts = tuple(simple.lower().split())
        known = table.english.get(parts[0], ()) if parts else ()
        found = next((entry for words, entry in known if words == parts), None)
    if found is None:
        return True
    kept = word_set("en", "propositions", "kept_cues") | word_set("zh", "propositions", "kept_cues")
    return found.strength in word_set("en", "propositions", "telling") and found.lemma not in kept


def only_told(one: Attribution) -> bool:
    """Whether the frame of `one` can be taken out of a statement."""
    return one.frame is not None and _is_telling(one.cue_text or "")


def stripped(text: str, sentence: Span, said: Sequence[Attribution], reader: Reader) -> list[Frame]:
    """The frames that leave statements behind, in order, none over another.

    A frame goes where what is said tells something without it (not “speaks of smoke”, “orders the
    hotel to close”). It takes along a conjunction before it and, at the edge of the sentence, a
    phrase that only tells when or where it was said.
    """
    found: list[Frame] = []
    at, end = sentence
    for one in sorted(said, key=lambda a: a.frame or a.content):
        first, last = one.frame or one.content
        if first < at or last > end or not reader.frames(first, last, one.cue or (first, last)):
            continue
        if _in_figure(text, first) or _in_figure(text, last - 1):
            continue
        low, high = max(one.content[0], at), min(one.content[1], end)
        sides = [(low, min(high, first)), (max(low, last), high)]
        if not any(b > a and reader.tells(a, b) for a, b in sides):
            continue
        first, last = _wider(text, (at, first, last, end), one, reader)
        found.append(Frame(first, last, one))
        at = last
    return found


def _in_figure(text: str, at: int) -> bool:
    """Is the mark at `at` part of a figure (84,000)?"""
    mark, digits = text[at : at + 1], text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return mark in (",", ".", ":") and len(digits) == 2 and digits.isdecimal()


def _wider(text: str, place: tuple[int, int, int, int], one: Attribution, reader: Reader) -> Span:
    """The frame between its neighbours, with what belongs to it on both sides."""
    at, first, last, end = place
    if one.content[0] >= last and _worded(text, at, first) and not reader.tells(at, first):
        first = at
    elif before := reader.joins.search(text, max(at, first - _LONG_JOIN), first):
        first = before.start()
    if one.content[1] <= first and _worded(text, last, end) and not reader.tells(last, end):
        last = end
    elif behind := _THAT.match(text, last, end):
        last = behind.end()
    return first, last


def voices(start: int, end: int, frames: Sequence[Frame]) -> list[Span]:
    """What lies between the frames."""
    spans: list[Span] = []
    at = start
    for frame in frames:
        spans.append((at, frame.start))
        at = frame.end
    return [(a, b) for a, b in (*spans, (at, end)) if b > a]
