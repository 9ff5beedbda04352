"""Two official texts of one meeting side by side, as blocks, JSON and CSV.

In: `Twins`. Out: what is told otherwise first, then what both say, what only one says, and what
cannot be told; each with the words of both texts, so that it can be printed and read aloud.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from compare.model import Comparison, Evidence, MadeBy, Source
from compare.model.twins import Fate, Stated, Twins
from compare.reports.assemble import place_doc, source_doc
from compare.reports.blocks import ORIGINAL, Block, Column, Grid, Heading, Line, Text, Tone
from compare.reports.documents import PlaceDoc, SourceDoc
from compare.reports.matrix import where_words
from compare.reports.rows import Value, csv_text
from compare.reports.story import remarks_of, script_blocks
from compare.reports.words import address_words, say, when

FATES: tuple[Fate, ...] = ("differs", "both", "left", "right", "told", "unclear")
SIGNS = {"differs": "≠", "both": "=", "left": "-", "right": "+", "told": "~", "unclear": "?"}
TONES: dict[str, Tone] = {"differs": "bad", "both": "good", "unclear": "doubt"}
COLUMNS = (
    "claim", "fate", "text", "left_paragraph", "left_quote", "right_paragraph", "right_quote",
    "differences",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DifferenceDoc:
    """Two values for one thing: the words of the left text and of the right one."""

    kind: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class TwinDoc:
    """A statement: `fate` is both, differs, left, right (only there), told (the other source tells
    it outside its official text) or unclear.
    """

    claim: str
    text: str
    fate: str
    left: PlaceDoc | None
    right: PlaceDoc | None
    differing: tuple[DifferenceDoc, ...]


@dataclass(frozen=True, slots=True)
class ReadoutsDocument:
    """`compare readouts SLUG LEFT RIGHT --format json`."""

    schema: Literal["compare.readouts/2"]
    made_by: MadeBy
    story: str
    left: SourceDoc
    right: SourceDoc
    rows: tuple[TwinDoc, ...]


def readout_pair_blocks(found: Twins, script: str = ORIGINAL) -> list[Block]:
    """The report, to be read or printed: what differs first."""
    names = {"left": found.left.id, "right": found.right.id}
    blocks: list[Block] = [
        Heading(say("readouts", **names), level=1),
        *script_blocks(script),
        *(Line(_source(one), source=one.id) for one in (found.left, found.right)),
    ]
    for fate in FATES:
        rows = [row for row in found.rows if row.fate == fate]
        if rows:
            blocks += [Heading(say(f"readouts.{fate}", **names)), _grid(found, rows)]
    return [*blocks, Line(say("readouts.legend", **names), "aside")]


def _source(source: Source) -> str:
    article = source.article
    address = address_words(article.url or "") or article.file
    remarks = remarks_of(source)
    named = say(
        "readouts.source",
        source=source.id,
        outlet=article.outlet_name,
        title=article.title,
        when=when(article.published),
        address=address,
    )
    return f"{named} ({remarks})" if remarks else named


def _grid(found: Twins, rows: Sequence[Stated]) -> Grid:
    sides = (Column(source.id, grow=True) for source in (found.left, found.right))
    columns = (Column(say("table.fate")), *sides)
    return Grid(columns, tuple(_texts(found, row) for row in rows), spaced=True)


def _texts(found: Twins, row: Stated) -> tuple[Text, ...]:
    return (
        Text(say("readouts.row", mark=SIGNS[row.fate], claim=row.claim.id), "strong"),
        _cell(found, row, row.left, found.left),
        _cell(found, row, row.right, found.right),
    )


def _cell(found: Twins, row: Stated, words: Evidence | None, source: Source) -> Text:
    told = "" if words is None else source.id
    return Text(_side(found, row, words, source), TONES.get(row.fate, ""), source=told)


def _side(found: Twins, row: Stated, words: Evidence | None, source: Source) -> str:
    """The words of one text with its values where they differ; a dash where it has none."""
    if words is None:
        return "–"
    place = 1 if source.id == found.left.id else 2
    values = dict.fromkeys(one[place] for one in row.differing)
    told = say("readouts.words", where=where_words(words), quote=words.quote)
    return "\n".join([told, *(say("readouts.value", value=value) for value in values)])


def readouts_document(comparison: Comparison, found: Twins) -> ReadoutsDocument:
    """`compare.readouts`."""
    return ReadoutsDocument(
        schema="compare.readouts/2",
        made_by=comparison.made_by,
        story=comparison.story.slug,
        left=source_doc(found.left),
        right=source_doc(found.right),
        rows=tuple(
            TwinDoc(
                row.claim.id,
                row.claim.text,
                row.fate,
                None if row.left is None else place_doc(row.left),
                None if row.right is None else place_doc(row.right),
                tuple(DifferenceDoc(*one) for one in row.differing),
            )
            for row in found.rows
        ),
    )


def readouts_csv(found: Twins) -> str:
    """One line a statement."""
    return csv_text(COLUMNS, (_line(row) for row in found.rows))


def _line(row: Stated) -> list[Value]:
    places = [
        value
        for words in (row.left, row.right)
        for value in ((words.paragraph, words.quote) if words else (None, None))
    ]
    differences = "; ".join(f"{kind}: {left} ≠ {right}" for kind, left, right in row.differing)
    return [row.claim.id, row.fate, row.claim.text, *places, differences]
