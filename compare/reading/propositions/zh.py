"""Statements of Chinese: where a comma parts two of them.

In: one part of an article and a stretch of it. Out: its statements. The comma of Chinese parts
phrases, clauses and sentences alike, so every stretch between two commas is asked for a predicate,
by the classes of words of the segmenter (rjieba); one without goes to the next, and pairs of
conjunctions that only mean something together (如果…就, 不是…就是) keep their halves together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from compare.model import ReadPart
from compare.reading.propositions.frames import Piece, Span
from compare.reading.propositions.zh_clauses import WORDS, Clause, Clauses
from compare.resources.words import either, words

_CUT = re.compile(r"，|(?<!\d),|,(?!\d)|[；;]|(?<!\d)[：:]|[：:](?!\d)|——|──|[。！？!?]")
_HARD = frozenset("；;。！？!?")
_PAIRS = [tuple(pair.split(":")) for pair in words("zh")["propositions"]["pairs"].split()]
_ONCE = "一"
_NUMBER = re.compile(r"[一二三四五六七八九十百千两\d个名人次度些样切直旦定般共起带]")


@dataclass(frozen=True, slots=True)
class _Group:
    """Clauses first..last that make one statement; `head` has the predicate."""

    first: Clause
    last: Clause
    head: Clause | None = None
    conditional: bool = False


class Chinese:
    """The statements of one part in Chinese."""

    joins = re.compile(rf"(?:(?<=[，,；;、])|^)\s*(?:{either(WORDS['joins'])})\s*$")

    def __init__(self, read: ReadPart) -> None:
        """The words of `read`, made once."""
        self._text = read.text
        self._clauses = Clauses(read)

    def tells(self, start: int, end: int) -> bool:
        """Whether one of the clauses between the marks has a predicate."""
        return any(
            self._clauses.read(a, b).verb is not None for a, b in self._bounds(start, end, ())
        )

    def frames(self, start: int, end: int, cue: Span) -> bool:
        """Not where the cue is cut out of a word (派|发现|金), nor behind a condition."""
        if not self._clauses.is_words(*cue) or self._clauses.read(start, end).condition:
            return False
        if end == cue[1] and self._bare(end):
            return False
        before = self._text[max(0, start - 2) : start].strip()
        opens = not before or not before[-1].isalnum() or not self._text[start].isalnum()
        return opens or self.joins.search(self._text, max(0, start - 8), start) is not None

    def _bare(self, end: int) -> bool:
        """Does nothing but a verb stand behind a cue without a mark (宣布|停班)?"""
        stop = _CUT.search(self._text, end)
        clause = self._clauses.read(end, stop.end() if stop else len(self._text))
        return clause.verb is not None and clause.verb == clause.first

    def cut(self, start: int, end: int, kept: Sequence[Span]) -> list[Piece]:
        """The statements of a stretch."""
        clauses = [self._clauses.read(a, b) for a, b in self._bounds(start, end, kept)]
        return [self._piece(group) for group in self._groups(clauses)]

    def _bounds(self, start: int, end: int, kept: Sequence[Span]) -> list[Span]:
        cuts = [start]
        inside = iter(kept)
        span = next(inside, None)
        for mark in _CUT.finditer(self._text, start, end):
            while span is not None and span[1] <= mark.start():
                span = next(inside, None)
            if span is None or mark.start() < span[0]:
                cuts.append(mark.end())
        cuts.append(end)
        return [(a, b) for a, b in pairwise(cuts) if b > a]

    def _groups(self, clauses: list[Clause]) -> list[_Group]:
        """Clauses put together until each group holds a statement."""
        found: list[_Group] = []
        at = 0
        while at < len(clauses):
            last = at
            while last < len(clauses) - 1 and self._hangs(clauses[last]):
                last += 1
            tied = self._tied(clauses, at, last)
            group = self._group(clauses[at : max(last, tied) + 1], tied > last)
            back = found and (
                clauses[last].verb is None or (clauses[at].back and not self._hard(clauses[at]))
            )
            if back:
                found[-1] = self._with(found[-1], group)
            else:
                found.append(group)
            at = max(last, tied) + 1
        return found

    def _with(self, one: _Group, group: _Group) -> _Group:
        conditional = one.conditional or group.first.opener in WORDS["otherwise"]
        return replace(one, last=group.last, head=one.head or group.head, conditional=conditional)

    def _hard(self, clause: Clause) -> bool:
        """Does a mark that ends a statement stand in front of the clause?"""
        before = self._text[max(0, clause.start - 1) : clause.start]
        return before in _HARD

    def _hangs(self, clause: Clause) -> bool:
        """Does a clause go with the next one?"""
        return (clause.verb is None or clause.hangs) and not self._ends(clause)

    def _ends(self, clause: Clause) -> bool:
        return self._text[clause.end - 1] in _HARD

    def _tied(self, clauses: list[Clause], first: int, last: int) -> int:
        """The last clause of a pair of conjunctions that begins in `first`..`last`."""
        opener = next((c for c in clauses[first : last + 1] if c.condition), None)
        if opener is not None and last + 1 < len(clauses) and not self._ends(clauses[last]):
            return self._consequence(clauses, last)
        for clause in clauses[first : last + 1]:
            for one, other in _PAIRS:
                if one in clause.opening and self._opens(clause, one):
                    for at in range(last + 1, min(len(clauses), last + 4)):
                        if other in clauses[at].opening:
                            return at
                        if self._ends(clauses[at]):
                            break
        return last

    def _opens(self, clause: Clause, word: str) -> bool:
        if word != _ONCE:
            return True
        at = clause.opening.find(_ONCE)
        return not _NUMBER.match(clause.opening, at + 1)

    def _consequence(self, clauses: list[Clause], last: int) -> int:
        at = last + 1
        while at < len(clauses) - 1 and self._hangs(clauses[at]):
            at += 1
        for later in range(at, min(len(clauses), at + 3)):
            if self._ends(clauses[later - 1]):
                break
            if clauses[later].consequent:
                return later
        return at

    def _group(self, clauses: list[Clause], tied: bool) -> _Group:
        heads = [c for c in clauses if c.verb is not None]
        free = [c for c in heads if not c.hangs and not c.condition]
        head = next(iter(free or heads), None)
        conditional = any(c.condition for c in clauses)
        return _Group(clauses[0], clauses[-1], head, conditional or (tied and conditional))

    def _piece(self, group: _Group) -> Piece:
        start, end = group.first.start, group.last.end
        head = group.head
        if head is None:
            return Piece(start, end)
        predicate = self._clauses.predicate(head)
        negated, modality = self._clauses.meant(*predicate)
        return Piece(
            start, end, self._clauses.subject(head), predicate, negated, modality, group.conditional
        )
