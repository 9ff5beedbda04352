"""Runs: a sentence, or two neighbouring sentences of one paragraph read as one.

In: the sentences of an article. Out: runs in text order. What one text says in a sentence another
says in two, and each half alone looks little like the whole; the two read together look like it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from compare.matching.lexical import family
from compare.matching.units import Unit
from compare.model import Segment

_UNSPACED = frozenset({"zh", "ja", "th"})


@dataclass(frozen=True, slots=True)
class Run:
    """`sentences` that are read as one: where they stand in the article, and the `unit` that is
    compared in their place; `first` counts the article's sentences from 0.
    """

    first: int
    sentences: tuple[Segment, ...]
    unit: Unit

    @property
    def size(self) -> int:
        """The number of sentences: 1 or 2."""
        return len(self.sentences)

    @property
    def span(self) -> range:
        """The places of the sentences."""
        return range(self.first, self.first + self.size)

    @property
    def part(self) -> str:
        """The part of the article that holds them."""
        return self.unit.segment.part


def runs(units: Sequence[Unit]) -> list[Run]:
    """Every sentence of an article alone, and every two that follow each other in a paragraph."""
    whole = [u for u in units if u.whole]
    found = []
    for n, unit in enumerate(whole):
        found.append(Run(n, (unit.segment,), unit))
        if n + 1 < len(whole) and _continues(unit, whole[n + 1]):
            after = whole[n + 1]
            found.append(Run(n, (unit.segment, after.segment), _joined(unit, after)))
    return found


def joined(units: Sequence[Unit]) -> list[Unit]:
    """The units of the runs of two sentences."""
    return [run.unit for run in runs(units) if run.size > 1]


def _continues(one: Unit, after: Unit) -> bool:
    a, b = one.segment, after.segment
    return (a.part, a.paragraph) == (b.part, b.paragraph) and one.language == after.language


def _joined(one: Unit, after: Unit) -> Unit:
    space = "" if family(one.language) in _UNSPACED else " "
    core = f"{one.core}{space}{after.core}"
    return replace(one, core=core, anchors={**one.anchors, **after.anchors}, leaf=False)
