"""Two or three sources side by side as a page.

In: a first source and one or two others, each with the rows that pair its paragraphs with the
first one's. Out: HTML: a table whose rows keep what belongs together level, so that one scroll
moves all columns together, and moved paragraphs link to where they stand in their own text.
Paragraphs of the first source that any pairing holds together share a level, in their order; what
only another source has follows what it follows there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.model import Bead, MadeBy, Source, Story
from compare.reports.display import ORIGINAL
from compare.reports.documents import RowKind
from compare.reports.marking import Node, Span, marked
from compare.reports.page import Step, page
from compare.reports.side_spans import Paired, spans_of
from compare.reports.story import remarks_of

KINDS = ("both", "moved", "left_only", "right_only")


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph in its column; `follows` lists moved paragraphs that come after it in the
    source, `after` is the paragraph that a moved one itself follows there.
    """

    index: int
    language: str
    pieces: tuple[Node | str, ...]
    follows: tuple[int, ...] = ()
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: its kind, and each column's paragraphs."""

    kind: str
    columns: tuple[tuple[Shown, ...], ...]


def side_page(
    story: Story,
    first: Source,
    others: Sequence[Paired],
    script: str = ORIGINAL,
    path: Sequence[Step] = (),
    made_by: MadeBy = MadeBy(),
) -> str:
    """The page; `path` leads back to the story."""
    rows = levels([found for _, found in others])
    sources = (first, *(source for source, _ in others))
    lines = _lines(rows, sources, spans_of(first, others))
    return page(
        "side.html.j2",
        script=script,
        story=story,
        sources=sources,
        names=[source.id for source in sources],
        remarks=[remarks_of(source) for source in sources],
        lines=lines,
        counts={kind: sum(line.kind == kind for line in lines) for kind in KINDS},
        path=path,
        made_by=made_by,
    )


def _lines(
    rows: Sequence[Level], sources: Sequence[Source], spans: Mapping[str, list[Span]]
) -> list[Line]:
    moves = [_moved(rows, column) for column in range(len(sources))]
    return [
        Line(
            row.kind,
            tuple(
                tuple(_shown(source, index, spans[source.id], moved) for index in indexes)
                for source, indexes, moved in zip(sources, row.columns, moves, strict=True)
            ),
        )
        for row in rows
    ]


def _shown(source: Source, index: int, spans: Sequence[Span], moved: Sequence[int]) -> Shown:
    p = source.article.paragraphs[index]
    pieces = marked(source.article.text[p.start : p.end], spans, p.start)
    follows = tuple(other for other in moved if other == index + 1)
    after = index - 1 if index in moved and index else None
    return Shown(index, p.language, pieces, follows, after)


def _moved(rows: Sequence[Level], column: int) -> list[int]:
    """The first paragraphs of a column's moved rows."""
    return [row.columns[column][0] for row in rows if column in row.moved]


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
