"""Two or three sources side by side: as blocks, paragraph by paragraph, or as a page.

In: sources side by side (`beside`). Out: blocks, or HTML: a table whose rows keep what belongs
together level, so that one scroll moves all columns together, and moved paragraphs link to where
they stand in their own text.

Every row says in which sources it stands. Inside a shared row, a sentence that no other source has
is bracketed as `wdiff` does, because a shared paragraph may still drop a sentence, and one of which
it is not known stands in brackets of its own: nothing is called left out that may be there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.model import MadeBy, Source, Story
from compare.reports.beside import ALONE, BOTH, ONLY, SUBJECT, Beside, Row
from compare.reports.blocks import ORIGINAL, Block, Column, Grid, Heading, Line, Text, Tone
from compare.reports.diff_documents import RowKind
from compare.reports.marking import Node, Span, marked
from compare.reports.page import Step, page
from compare.reports.persons import of_sources
from compare.reports.side_spans import lone_sentences, spans_of
from compare.reports.story import remarks_of, script_blocks
from compare.reports.values import value_words
from compare.reports.words import MARKS, say

TONES: dict[str, Tone] = {
    "left_only": "bad",
    "right_only": "good",
    "moved": "half",
    "differs": "bad",
    "unclear": "doubt",
    "same_subject": "faint",
}
_OPEN, _UNSURE = (("[-", "-]"), ("{+", "+}")), ("[?", "?]")


def row_kind(row: Row) -> RowKind:
    """The kind of a row, with the side of what only one source has."""
    if row.kind != ONLY:
        return row.kind
    return "left_only" if row.columns[0] else "right_only"


def row_words(row: Row, names: Sequence[str]) -> str:
    """In which of the sources `names` a row stands, for people."""
    held = [names[column] for column in row.holders]
    if row.kind == ONLY:
        return say("row.only", source=held[0])
    if len(held) < 2 or row.kind == SUBJECT:
        return say(f"row.{row.kind}")
    if len(names) == 2:
        return say(f"row.{row.kind}")
    where = say("row.all") if len(held) == len(names) else say("row.plus").join(held)
    return where if row.kind == BOTH else say("row.kind", where=where, kind=say(f"row.{row.kind}"))


def side_blocks(made: Beside, script: str = ORIGINAL) -> list[Block]:
    """The side-by-side report."""
    names = [source.id for source in made.sources]
    columns = (Column(""), *(Column(name, grow=True) for name in names))
    return [
        Heading(say("diff", names=say("list").join(names)), level=1),
        *script_blocks(script),
        Line(say("diff.legend")),
        Line(counts_line(made)),
        Grid(columns, tuple(_row(made, row, names) for row in made.rows), spaced=True),
    ]


def counts_line(made: Beside) -> str:
    """How many rows there are of each kind."""
    names = [source.id for source in made.sources]
    counts = Counter(row_words(row, names) for row in made.rows)
    return say("list").join(say("diff.count", n=n, kind=kind) for kind, n in counts.items())


def _row(made: Beside, row: Row, names: Sequence[str]) -> tuple[Text, ...]:
    kind = row_kind(row)
    tone = TONES.get(kind, "")
    words = row_words(row, names).split(", ") if len(names) > 2 else []
    head = "\n".join([MARKS[kind], *words, *(one.id for one in row.differences)])
    sides = (
        Text(side_words(made, row, column), tone, source=name if row.columns[column] else "")
        for column, name in enumerate(names)
    )
    return (Text(head, tone), *sides)


def side_words(made: Beside, row: Row, column: int) -> str:
    """The paragraphs of one column in a row, with what it gives otherwise."""
    article = made.sources[column].article
    texts = []
    for index in row.columns[column]:
        paragraph = article.paragraphs[index]
        text = article.text[paragraph.start : paragraph.end]
        if row.matches:
            text = _bracketed(made, column, index, text, paragraph.start)
        texts.append(f"{say('paragraph', n=index + 1)} {text}")
    name = made.sources[column].id
    texts += [
        say("side.value", id=one.id, value=value_words(side) or side.span)
        for one in row.differences
        for side in one.sides
        if side.source == name
    ]
    return "\n".join(texts)


def _differences(row: Row, names: Sequence[str]) -> list[str]:
    """Each discrepancy of a row with the values of its sources, on a line of the page."""
    found = []
    for one in row.differences:
        values = [value_words(side) or side.span for side in one.sides if side.source in names]
        found.append(say("side.value", id=one.id, value=" ≠ ".join(dict.fromkeys(values))))
    return found


def _bracketed(made: Beside, column: int, index: int, text: str, offset: int) -> str:
    pieces, last = [], 0
    for first, end, standing in lone_sentences(made, column, index):
        opening, closing = _OPEN[min(column, 1)] if standing == ALONE else _UNSURE
        inside = text[first - offset : end - offset]
        pieces += [text[last : first - offset], opening, inside, closing]
        last = end - offset
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
    made: Beside,
    script: str = ORIGINAL,
    path: Sequence[Step] = (),
    made_by: MadeBy = MadeBy(),
    marks: Mapping[str, list[Span]] | None = None,
    notice: str = "",
) -> str:
    """The page; `path` leads back to the story. What is marked in the texts is worked out from
    them, unless `marks` are given, because too little of them is shown; a `notice` stands at its
    head.
    """
    sources = made.sources
    names = [source.id for source in sources]
    return page(
        "side.html.j2",
        script=script,
        code=("beside.js",),
        story=story,
        sources=sources,
        names=names,
        remarks=[remarks_of(source) for source in sources],
        lines=_lines(made, spans_of(made) if marks is None else marks),
        counts=counts_line(made),
        path=path,
        made_by=made_by,
        persons=of_sources(sources),
        notice=notice,
    )


def _lines(
    made: Beside, spans: Mapping[str, list[Span]]
) -> list[tuple[RowKind, str, tuple[tuple[Shown, ...], ...]]]:
    """The rows of the table: the kind of each, its words, and its paragraphs by column."""
    names = [source.id for source in made.sources]
    moves = [_moved(made.rows, column) for column in range(len(made.sources))]
    return [
        (
            row_kind(row),
            say("list").join([row_words(row, names), *_differences(row, names)]),
            tuple(
                tuple(_shown(source, index, spans[source.id], moved) for index in indexes)
                for source, indexes, moved in zip(made.sources, row.columns, moves, strict=True)
            ),
        )
        for row in made.rows
    ]


def _shown(source: Source, index: int, spans: Sequence[Span], moved: Sequence[int]) -> Shown:
    p = source.article.paragraphs[index]
    pieces = marked(source.article.text[p.start : p.end], spans, p.start)
    follows = tuple(other for other in moved if other == index + 1)
    after = index - 1 if index in moved and index else None
    return Shown(index, p.language, pieces, follows, after)


def _moved(rows: Sequence[Row], column: int) -> list[int]:
    """The first paragraphs of a column's moved rows."""
    return [row.columns[column][0] for row in rows if column in row.moved]
