"""Two or three sources side by side: two as blocks, paragraph by paragraph, or all as a page.

In: a first source and one or two others, each with the beads that pair its paragraphs with the
first one's. Out: blocks, or HTML: a table whose rows keep what belongs together level, so that one
scroll moves all columns together, and moved paragraphs link to where they stand in their own text.

In the blocks a row is marked when one side leaves it out or adds it; inside a paired row, a
sentence that no link touches is bracketed as `wdiff` does, because a shared paragraph may still
drop a sentence. On the page, paragraphs of the first source that any pairing holds together share a
level, in their order; what only another source has follows what it follows there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.model import BODY, Article, Bead, Document, MadeBy, Sentence, Source, Story
from compare.reports.assemble import row_kind
from compare.reports.blocks import ORIGINAL, Block, Column, Grid, Heading, Line, Text, Tone
from compare.reports.documents import RowKind
from compare.reports.marking import Node, Span, marked
from compare.reports.page import Step, page
from compare.reports.persons import of_sources
from compare.reports.side_spans import Paired, spans_of
from compare.reports.story import remarks_of, script_blocks
from compare.reports.words import MARKS, say

KINDS = ("both", "moved", "left_only", "right_only")
TONES: dict[str, Tone] = {"left_only": "bad", "right_only": "good", "moved": "half"}


def side_blocks(
    left: Source, right: Source, rows: Sequence[Bead], script: str = ORIGINAL
) -> list[Block]:
    """The side-by-side report."""
    counts = Counter[str](row_kind(row) for row in rows)
    columns = (Column(""), Column(left.id, grow=True), Column(right.id, grow=True))
    return [
        Heading(say("diff", left=left.id, right=right.id), level=1),
        *script_blocks(script),
        Line(say("diff.legend", right=right.id)),
        Line(say("diff.counts", **{kind: counts[kind] for kind in KINDS})),
        Grid(columns, tuple(_row(left, right, row) for row in rows), spaced=True),
    ]


def _row(left: Source, right: Source, row: Bead) -> tuple[Text, ...]:
    kind = row_kind(row)
    tone = TONES.get(kind, "")
    return (
        Text(MARKS[kind], tone),
        Text(_side(left.document, row.left, row, "[-", "-]"), tone),
        Text(_side(right.document, row.right, row, "{+", "+}"), tone),
    )


def _side(document: Document, indexes: Sequence[int], row: Bead, opened: str, closed: str) -> str:
    article = document.article
    spans = _linked(article, row) if row.left and row.right and row.links else None
    texts = []
    for index in indexes:
        paragraph = article.paragraphs[index]
        text = article.text[paragraph.start : paragraph.end]
        if spans is not None:
            inside = [s for s in document.body() if s.paragraph == index]
            text = _bracketed(text, inside, paragraph.start, spans, opened + closed)
        texts.append(f"{say('paragraph', n=index + 1)} {text}")
    return "\n".join(texts)


def _linked(article: Article, row: Bead) -> list[tuple[int, int]]:
    segments = [segment for link in row.links for segment in (link.left, link.right)]
    return [(s.start, s.end) for s in segments if s.article == article.id and s.part == BODY]


def _bracketed(
    text: str,
    inside: Sequence[Sentence],
    offset: int,
    spans: list[tuple[int, int]],
    marks: str,
) -> str:
    pieces, last = [], 0
    for sentence in inside:
        if any(s < sentence.end and sentence.start < e for s, e in spans):
            continue
        start, end = sentence.start - offset, sentence.end - offset
        pieces += [text[last:start], marks[:2], text[start:end], marks[2:]]
        last = end
    return "".join([*pieces, text[last:]])


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
    counts = Counter[str](row.kind for row in rows)
    sources = (first, *(source for source, _ in others))
    return page(
        "side.html.j2",
        script=script,
        story=story,
        sources=sources,
        names=[source.id for source in sources],
        remarks=[remarks_of(source) for source in sources],
        lines=_lines(rows, sources, spans_of(first, others)),
        counts={kind: counts[kind] for kind in KINDS},
        path=path,
        made_by=made_by,
        persons=of_sources(sources),
    )


def _lines(
    rows: Sequence[Level], sources: Sequence[Source], spans: Mapping[str, list[Span]]
) -> list[tuple[RowKind, tuple[tuple[Shown, ...], ...]]]:
    """The rows of the table: the kind of each, and its paragraphs by column."""
    moves = [_moved(rows, column) for column in range(len(sources))]
    return [
        (
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
