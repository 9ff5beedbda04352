"""Statements of English: where a conjunction, a comma or a relative pronoun parts two of them.

In: one part of an article and a stretch of it. Out: its statements. No parser can be installed, so
finite verbs are told by their form and by what stands beside them (`en_verbs`), and every place
where English may begin a new statement (and, which, a semicolon, a participle behind a comma) is
asked whether a finite verb stands on both sides. Where that is not clear nothing is cut: two claims
in one are a smaller harm than a list cut in half.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.model import ReadPart
from compare.reading.propositions.en_verbs import WORDS, Words
from compare.reading.propositions.frames import Piece, Span
from compare.resources.words import either, word_set, words

_PAIRS = {
    one.split("_")[0]: (one.split("_"), other)
    for one, _, other in (p.partition(":") for p in words("en")["propositions"]["pairs"].split())
}
_TIES = WORDS["conditions"] | WORDS["when"] | WORDS["relatives"]
_LEADS = WORDS["coordinators"] | {",", "even", "only"}
_HANGS = WORDS["conditions"] | WORDS["when"] | {"while"}
_LED = WORDS["when"] | WORDS["contrasts"]
_OPENS = WORDS["coordinators"] | WORDS["contrasts"] | {","}
_BEFORE_MAIN = WORDS["when"] | WORDS["conditions"] | {"although", "though", "while"}
_RELATIVE = WORDS["relatives"] | {"that"}
_INNER = _TIES | WORDS["takes_clause"] | WORDS["contrasts"] | {"between"}
_MAYBE = WORDS["coordinators"] | WORDS["when"]
_MARKED = frozenset((";", ":", ",", "—", "–", "--"))
_SHORT = 22  # words of a sentence in which a clause of time or cause stays
_PLANNED, _POSSIBLE = (
    re.compile(rf"(?<!\w)(?:{either(WORDS[key])})\b", re.IGNORECASE)
    for key in ("planned", "possible")
)
_NOT = re.compile(
    rf"(?:{either(word_set('en', 'negation', 'ignored'))})"
    r"|(\b(?:not|no|never|none|nobody|neither|nor|cannot|without|(?:fail|refus|declin)\w* to)\b"
    r"|n['’]t\b)",
    re.IGNORECASE,
)


class English:
    """The statements of one part in English."""

    joins = re.compile(
        rf"(?:(?<=[,;—–])|(?<=\s)|^)\s*(?:{either(WORDS['joins'])})\s*$", re.IGNORECASE
    )

    def __init__(self, read: ReadPart) -> None:
        """The words of `read`, made once."""
        self._words = Words(read.text)

    def tells(self, start: int, end: int) -> bool:
        """Whether a finite verb stands in the stretch."""
        return self._words.finite(*self._words.range(start, end)) is not None

    def frames(self, start: int, end: int, cue: Span) -> bool:
        """Not what begins with a condition: if the checks find."""
        first, stop = self._words.range(start, end)
        begins = [k for k in range(first - 1, min(stop, first + 2)) if k >= 0]
        return not any(
            self._words.low(k) in WORDS["ties"] for k in begins if self._words.start(k) < cue[0]
        )

    def cut(self, start: int, end: int, kept: Sequence[Span]) -> list[Piece]:
        """The statements of a stretch."""
        first, stop = self._words.range(start, end)
        if first == stop:
            return [Piece(start, end)]
        closed = self._closed(first, stop, kept)
        cuts = [first, *self._cuts(first, stop, closed)]
        pieces: list[Piece] = []
        for k, a in enumerate(cuts):
            b = cuts[k + 1] if k + 1 < len(cuts) else stop
            left = start if k == 0 else self._words.start(a)
            right = self._words.start(b) if b < stop else end
            pieces.append(self._piece((a, b), (left, right), pieces))
        return pieces

    # ------------------------------------------------------------ where to cut
    def _closed(self, first: int, stop: int, kept: Sequence[Span]) -> list[bool]:
        """For every word whether it stands where nothing is cut: in marks, or between the halves
        of a pair (either … or).
        """
        closed = [False] * (stop - first + 1)
        for a, b in kept:
            low, high = self._words.range(a, b)
            for k in range(max(low, first), min(high, stop)):
                closed[k - first] = True
        for k in range(first, stop):
            other = self._half(k)
            if other is None:
                continue
            for j in range(k + 1, min(stop, k + 40)):
                if self._words.low(j) == ";":
                    break
                if self._words.low(j) == other:
                    closed[k + 1 - first : j + 1 - first] = [True] * (j - k)
                    break
        return closed

    def _half(self, k: int) -> str | None:
        """The second half of the pair that word `k` opens."""
        parts, other = _PAIRS.get(self._words.low(k), ([], None))
        same = all(self._words.low(k + i) == part for i, part in enumerate(parts))
        return other if same else None

    def _cuts(self, first: int, stop: int, closed: Sequence[bool]) -> list[int]:
        """The words with which a new statement begins."""
        found: list[int] = []
        at = first
        long = sum(self._words.is_word(k) for k in range(first, stop)) > _SHORT
        for k in range(first + 1, stop - 1):
            if closed[k - first] or (k <= at + 1 and self._words.low(at) in WORDS["coordinators"]):
                continue
            new = self._begins(at, k, stop, long)
            if new is not None and self._stands(at, k) and not self._conditional(at, k):
                found.append(k)
                at = k
        return found

    def _stands(self, at: int, k: int) -> bool:
        """Does at..k hold a statement already?"""
        if self._words.finite(at, k) is not None or self._words.orders(at, k):
            return True
        return at > 0 and self._words.participle(at) is not None

    def _conditional(self, at: int, k: int) -> bool:
        """Is at..k only a condition of what follows?"""
        first = at
        while first < k and self._words.low(first) in _LEADS:
            first += 1
        if self._words.low(first) not in _HANGS:
            return False
        return not any(
            self._words.low(j) == "," and self._words.finite(j + 1, k) is not None
            for j in range(first, k)
        ) and not (self._words.low(first) in WORDS["when"] and self._words.low(k - 1) == ",")

    def _begins(self, at: int, k: int, stop: int, long: bool) -> int | None:
        """The word that is, or leads to, the predicate of a statement that begins with word `k`."""
        word, before = self._words.low(k), self._words.low(k - 1)
        if before not in _MARKED and word not in _MAYBE:
            return None
        comma = before in (",", "—", "–", "--")
        if before in (";", ":"):
            return self._words.finite(k, self._clause_end(k, stop))
        if word in WORDS["coordinators"] or (comma and word in WORDS["contrasts"]):
            return self._coordinated(at, k, stop, comma)
        if comma and word in WORDS["relatives"]:
            return self._words.finite(k + 1, self._clause_end(k + 1, stop))
        if comma and self._words.participle(k) is not None:
            return k if self._last_clause(k, stop) else None
        if long and word in WORDS["when"] and not self._in_relative(at, k):
            return self._clause(k + 1, self._comma(k + 1, stop))
        if before in ("—", "–", "--"):
            return self._clause(k, stop)
        if comma and long and self._led(at):
            return self._clause(k, stop)
        return None

    def _led(self, at: int) -> bool:
        """Is at..k a clause of time or cause in front of the main one?"""
        return self._words.low(at) in _LED

    def _coordinated(self, at: int, k: int, stop: int, comma: bool) -> int | None:
        """And | left for Rome; and | the mayor resigned; not: two men and a woman were."""
        head = self._words.skip(k + 1, stop)
        if self._words.low(k) in WORDS["contrasts"] and comma:
            return self._clause(k + 1, stop) or (
                k if self._words.participle(k + 1) is not None else None
            )
        if self._words.low(k) in ("then", "so") and not comma:
            return None
        if self._words.is_finite(head) and head < stop and self._shares(at, k, head):
            return head
        if self._words.agrees(self._words.finite(at, k), head):
            return head
        if self._words.participle(head) is not None and self._words.low(k) in ("and", "but"):
            begun = self._words.participle(at) is not None
            return head if begun or (comma and self._words.participle(at) is not None) else None
        if self._words.low(head) == "that" and self._clause(head + 1, stop) is not None:
            return head if self._in_that(at, k) else None
        if not comma and self._words.low(k) in ("or", "nor", "yet", "so"):
            return None
        verb = self._clause(k + 1, stop)
        if verb is None or (not comma and not self._fresh(at, k, head)):
            return None
        return verb

    def _in_that(self, at: int, k: int) -> bool:
        """A second that-clause stands alone where the verb of the first has been taken out."""
        main = self._words.finite(at, k)
        return main is None or self._words.low(main) not in WORDS["takes_clause"]

    def _shares(self, at: int, k: int, head: int) -> bool:
        """Can the verb at `head` have the subject of at..k?"""
        main = self._words.finite(at, k)
        if main is None:
            return self._words.participle(at) is not None
        if self._words.low(k - 1) in WORDS["helpers"] or self._words.low(k) in ("so", "while"):
            return self._words.low(k) == "so" and self._words.low(head) in WORDS["helpers"]
        if k - main < 2 and not self._words.low(main).endswith("ed"):
            return self._words.low(head + 1) in WORDS["objects"]
        past = self._words.is_past(head)
        return not (past and self._words.low(head + 1) == "by") and not (
            self._in_relative(at, k) and self._words.low(k - 1) != ","
        )

    def _fresh(self, at: int, k: int, head: int) -> bool:
        """Can what stands behind a bare `and` be the subject of a new statement?"""
        main = self._words.finite(at, k)
        if main is None or any(self._words.low(j) in _INNER for j in range(at, k)):
            return False
        low = self._words.low(head)
        return (
            low in WORDS["subjects"]
            or low in WORDS["determiners"]
            or (self._words.raw(head)[:1].isupper() and not self._words.raw(k - 1)[:1].isupper())
        )

    def _in_relative(self, at: int, k: int) -> bool:
        """Does a relative clause run on at word `k`?"""
        for j in range(k - 1, at, -1):
            if self._words.low(j) in (",", ";"):
                return False
            if self._words.low(j) in _RELATIVE and j > at + 1:
                return True
        return False

    def _last_clause(self, k: int, stop: int) -> bool:
        """Does no other part of the main clause follow behind the participle's?"""
        return not any(
            self._words.low(j) == "," and self._words.is_finite(j + 1)
            for j in range(k + 1, min(stop, k + 30))
        )

    def _clause_end(self, k: int, stop: int) -> int:
        """Where the clause that begins at `k` may end: at the next semicolon."""
        return next((j for j in range(k, min(stop, k + 60)) if self._words.low(j) == ";"), stop)

    def _comma(self, k: int, stop: int) -> int:
        """The next comma behind word `k`, else `stop`."""
        return next((j for j in range(k, min(stop, k + 60)) if self._words.low(j) == ","), stop)

    def _clause(self, k: int, stop: int) -> int | None:
        """The finite verb of a clause with a subject of its own that begins at word `k`."""
        verb = self._words.finite(k, min(self._clause_end(k, stop), k + 24))
        if verb is None or verb <= k:
            return None
        for j in range(k, verb):
            low = self._words.low(j)
            if j > k and low in WORDS["coordinators"] and self._words.low(j - 1) == ",":
                return None
            if low in ("to", "that") and j == k:
                return None
        return verb

    # ------------------------------------------------------------ what it says
    def _piece(self, span: Span, place: Span, before: Sequence[Piece]) -> Piece:
        first, stop = span
        lead = self._words.skip(first, stop, _OPENS)
        relative = self._words.low(first) in WORDS["relatives"]
        main = self._main(first, stop)
        if main is None and before and self._words.participle(lead) is not None:
            main = lead
        if main is None and self._words.orders(lead, stop):
            main = lead
        if main is None:
            main = self._words.weak(lead, stop)
        if main is None:
            return Piece(*place)
        group = self._words.group(main, stop)
        text = self._words.text[group[0] : group[1]]
        subject = None
        if relative:
            subject = self._words.head(first)
        elif self._words.participle(lead) is None:
            subject = self._words.subject(lead, main)
        conditional = any(self._words.low(j) in ("if", "unless") for j in range(first, stop))
        meant = _meant(text)
        if meant == "said" and subject is None and before and self._words.is_base(main):
            meant = before[-1].modality  # will take months and | cost millions
        return Piece(
            *place, subject, group, any(m[1] for m in _NOT.finditer(text)), meant, conditional
        )

    def _main(self, first: int, stop: int) -> int | None:
        """The finite verb of the main clause, behind a clause that leads to it."""
        low = self._words.low(first)
        if low in _BEFORE_MAIN:
            for k in range(first, stop):
                if (
                    self._words.low(k) == ","
                    and (verb := self._words.finite(k + 1, stop)) is not None
                ):
                    return verb
        return self._words.finite(first, stop)


def _meant(group: str) -> str:
    if _POSSIBLE.search(group):
        return "possible"
    return "planned" if _PLANNED.search(group) else "said"
