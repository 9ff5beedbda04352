"""Whether a passage that is like another has its figures, hours and days as well.

In: the facts of all articles and how sure each two are to be of one thing; two passages. Out: what
becomes of every value of the first in the second. Likeness of sentences does not see a figure: a
row's toll is not proven by another toll. A value that the proof gives as well is borne out, or less
exactly; one that it gives otherwise of the same thing is contradicted; one that it gives of
something else, or not at all, is missing, unless its article has it in another place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from compare.facts.likeness import Matrix
from compare.facts.relations import Rules
from compare.model import (
    BODY,
    BORNE,
    ELSEWHERE,
    LOOSELY,
    MISSING,
    OPPOSED,
    TITLE,
    Borne,
    Fact,
    Relation,
    Stretch,
)
from compare.model.facts import (
    CONTRARY,
    COUNT,
    DATE,
    DURATION,
    EXPLAINED,
    GRAVITY,
    LESS_EXACT,
    MONEY,
    PERIOD,
    SAME,
    SCORE,
    SHARE,
    TIME,
)

_FIGURES = frozenset({COUNT, MONEY, SHARE, SCORE, DURATION, TIME})
_DAYS = frozenset({DATE, PERIOD})
_COUNTED = _FIGURES - {TIME}  # a passage may tell when it was said
_NOT_EXACT = "precision"
_EQUAL = ("rounding", "unit", "time zone", "currency")
_SEVERITY = frozenset({"severe", "slight"})


@dataclass(frozen=True, slots=True)
class Joined:
    """The facts of one kind, and the chance that each two are of one thing, [n, n]."""

    facts: Sequence[Fact]
    chance: Matrix


def by_predicate(grouped: Mapping[str, Sequence[Fact]]) -> dict[str, Joined]:
    """Facts by kind, taken to be of one thing where they are facts of one class: enough for two
    passages that are known to be of one matter.
    """
    joined = {}
    for kind, facts in grouped.items():
        classes = np.array([f.predicate for f in facts])
        same = (classes[:, None] == classes[None, :]) & (classes != "")[:, None]
        joined[kind] = Joined(facts, same.astype(np.float32))
    return joined


class Passages:
    """The facts of some articles, looked up by where they stand."""

    def __init__(
        self,
        joined: Mapping[str, Joined],
        rules: Rules,
        same: Mapping[str, str] | None = None,
        *,
        alone: bool = False,
    ) -> None:
        """`joined` by kind of fact; `same` maps the id of an article to that of another with its
        very text, which was read in its stead; `alone`: two passages that state a single figure of
        a kind each state it of one thing.
        """
        self._alone = alone
        self._rules = rules
        self._same = same or {}
        self._joined = joined
        self._place = {id(f): n for one in joined.values() for n, f in enumerate(one.facts)}
        self._by_part: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for one in joined.values():
            for fact in one.facts:
                self._by_part[fact.article, fact.part].append(fact)
        for held in self._by_part.values():
            held.sort(key=lambda f: (f.start, f.end, f.kind))

    def within(self, passage: Stretch) -> list[Fact]:
        """The facts that a passage states, in text order."""
        held = self._by_part.get((self._read(passage.article), passage.part), [])
        first = bisect_left(held, passage.start, key=lambda f: f.start)
        return [f for f in held[first:] if f.start < passage.end and f.end <= passage.end]

    def borne(self, row: Stretch, proofs: Sequence[Stretch]) -> tuple[Borne, ...]:
        """What becomes of every figure, hour and day of `row` in `proofs`, passages of one article;
        in the order of the row's text.
        """
        theirs = [f for proof in proofs for f in self.within(proof)]
        mine = [f for f in self.within(row) if f.kind in _FIGURES | _DAYS]
        article = self._read(proofs[0].article)
        return tuple(self._fate(fact, mine, theirs, article) for fact in mine)

    def selves(self) -> list[tuple[Fact, Fact]]:
        """Figures of a headline, each with that of its own text for the same thing, where they
        contradict each other and the text has the headline's nowhere.
        """
        found = []
        for (article, part), held in self._by_part.items():
            if part != TITLE:
                continue
            body = self._by_part.get((article, BODY), [])
            for fact in held:
                if fact.kind in _FIGURES:
                    found += self._belied(fact, [f for f in body if f.kind == fact.kind])
        return found

    def _belied(self, fact: Fact, body: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
        related = [(f, self._relation(fact, f)) for f in body]
        if not fact.predicate or any(r and r.verdict != CONTRARY for _, r in related):
            return []
        least = self._rules.options.fact_conflict
        against = [
            f
            for f, r in related
            if r and f.predicate == fact.predicate and self._chance(fact, f) >= least
        ]
        return [(fact, against[0])] if against else []

    def between(self, one: Stretch, other: Stretch) -> Relation | None:
        """How the values stand to each other that two stretches state, each a single one of its
        kind; `compatible` for no reason where they cannot be held against each other at all. None
        where either states none or several.
        """
        found = []
        for kind in self._joined:
            mine, theirs = ([f for f in self._at(s) if f.kind == kind] for s in (one, other))
            if len(mine) == len(theirs) == 1:
                found.append(self._relation(mine[0], theirs[0]) or Relation(EXPLAINED))
        return min(found, key=lambda r: GRAVITY[r.verdict], default=None)

    def _at(self, stretch: Stretch) -> list[Fact]:
        """The facts whose values stand in a stretch, or around it."""
        held = self._by_part.get((self._read(stretch.article), stretch.part), [])
        return [f for f in held if f.start < stretch.end and stretch.start < f.end]

    def _read(self, article: str) -> str:
        return self._same.get(article, article)

    def _fate(
        self, fact: Fact, mine: Sequence[Fact], theirs: Sequence[Fact], article: str
    ) -> Borne:
        near = [(g, self._relation(fact, g)) for g in theirs if g.kind == fact.kind]
        for told, fate in ((_equal, BORNE), (_loose, LOOSELY)):
            for other, relation in near:
                if told(relation) and not _worse(fact, other):
                    return Borne(fact, fate, other)
        held = self._elsewhere(fact, article)
        sole = len(near) == 1 and sum(m.kind == fact.kind for m in mine) == 1
        sole = sole and self._alone and fact.kind in _COUNTED
        against = [g for g, r in near if self._opposes(fact, g, r, sole=sole)]
        if against and held is None:
            return Borne(fact, OPPOSED, max(against, key=lambda g: self._chance(fact, g)))
        return Borne(fact, ELSEWHERE, held) if held else Borne(fact, MISSING)

    def _opposes(self, fact: Fact, other: Fact, relation: Relation | None, *, sole: bool) -> bool:
        """Another value of one thing, or the very value of something worse (43 badly hurt)."""
        options = self._rules.options
        known = bool(fact.predicate) and self._rules.akin(fact, other)
        least = options.fact_opposed if known else options.fact_conflict_bare
        sure = sole or self._chance(fact, other) >= least
        if relation is None or not sure:
            return False
        return relation.verdict == CONTRARY or (_equal(relation) and _worse(fact, other))

    def _elsewhere(self, fact: Fact, article: str) -> Fact | None:
        """Where else an article gives the value, of a figure as likely of the same thing."""
        found = [
            f
            for f in self._joined[fact.kind].facts
            if f.article == article and _equal(self._relation(fact, f)) and not _worse(fact, f)
        ]
        if fact.kind in _FIGURES:
            found = [f for f in found if self._chance(fact, f) >= self._rules.options.fact_join]
        return max(found, key=lambda f: self._chance(fact, f), default=None)

    def _relation(self, a: Fact, b: Fact) -> Relation | None:
        return self._rules.relation(a, b)

    def _chance(self, a: Fact, b: Fact) -> float:
        return float(self._joined[a.kind].chance[self._place[id(a)], self._place[id(b)]])


def _worse(one: Fact, other: Fact) -> bool:
    """Does one count those who are badly hurt, and the other those who are slightly?"""
    a, b = one.scopes & _SEVERITY, other.scopes & _SEVERITY
    return one.kind == COUNT and bool(a and b) and not a & b


def _equal(relation: Relation | None) -> bool:
    return relation is not None and (
        relation.verdict == SAME
        or (relation.verdict in (LESS_EXACT, EXPLAINED) and relation.reason in _EQUAL)
    )


def _loose(relation: Relation | None) -> bool:
    return (
        relation is not None
        and relation.verdict in (LESS_EXACT, EXPLAINED)
        and relation.reason == _NOT_EXACT
    )
