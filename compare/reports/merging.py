"""Rows of two pairings with one first source -> rows over all columns.

In: for each other source, the rows that pair its paragraphs with the first source's. Out: levels:
what stands beside what. Paragraphs of the first source that any pairing holds together share a
level, in their order; what only another source has follows what it follows there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Bead
from compare.reports.assemble_reading import RowKind


@dataclass(frozen=True, slots=True)
class Level:
    """Paragraph indexes by column, the first source's first; `moved` holds the columns that stand
    out of their own order here.
    """

    columns: tuple[tuple[int, ...], ...]
    moved: tuple[int, ...] = ()

    @property
    def kind(self) -> RowKind:
        """The row as a whole: both, moved, left_only or right_only."""
        if not self.columns[0]:
            return "right_only"
        if not any(self.columns[1:]):
            return "left_only"
        return "moved" if self.moved else "both"


def levels(pairings: Sequence[Sequence[Bead]]) -> list[Level]:
    """One list of rows for all pairings; every paragraph stands in exactly one."""
    places = _places(pairings)
    last = max(places.values(), default=0)
    groups: dict[int, list[list[Bead]]] = {}
    extra: dict[int, list[Level]] = {}
    for column, rows in enumerate(pairings):
        at = -1
        for row in rows:
            if row.left:
                at = places[row.left[0]]
                members = groups.setdefault(at, [[] for _ in pairings])
                members[column].append(row)
            else:
                cells = [()] * column + [row.right] + [()] * (len(pairings) - column - 1)
                extra.setdefault(at, []).append(Level(((), *cells)))
    made = list(extra.get(-1, []))
    for place in range(last + 1):
        if place in groups:
            made += [_level(groups[place]), *extra.get(place, [])]
    return made


def _level(members: Sequence[Sequence[Bead]]) -> Level:
    first = sorted({i for rows in members for row in rows for i in row.left})
    others = (tuple(sorted({i for row in rows for i in row.right})) for rows in members)
    moved = tuple(n for n, rows in enumerate(members, 1) if any(row.moved for row in rows))
    return Level((tuple(first), *others), moved)


def _places(pairings: Sequence[Sequence[Bead]]) -> dict[int, int]:
    """Paragraph of the first source -> the smallest one that it shares a level with."""
    place: dict[int, int] = {}

    def root(index: int) -> int:
        while place.setdefault(index, index) != index:
            index = place[index]
        return index

    for rows in pairings:
        for row in rows:
            for index in row.left:
                one, other = sorted((root(row.left[0]), root(index)))
                place[other] = one
    return {index: root(index) for index in place}
