"""Blocks as a Word document: reports, sheets and keys.

In: blocks and the `Look` of the paper. Out: bytes of a .docx with real headings, lists and tables,
whose headings stand again on every page. A font that a style names for Latin letters does not reach
Chinese: every style names one for East Asian characters too, in place of the theme's, and with it
the language whose forms they have, and a text in another language or script says so itself. A
table that is too wide for the paper is folded as on a terminal: its first columns stand again. The
archive is written anew with one fixed time for every member, and the properties name neither an
author nor a day, so that one result gives one file and the file tells nothing that the report does
not.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from compare.errors import UsageError
from compare.reports.archives import STAMP, clean, steady
from compare.reports.blocks import (
    Blank,
    Blanks,
    Block,
    Box,
    Column,
    Contrasts,
    Grid,
    Heading,
    Items,
    Line,
    Quote,
    Short,
    Text,
)
from compare.reports.contrasts import contrast_words
from compare.reports.typefaces import dress, mark_run
from compare.reports.words import say

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

PAPER = {"a4": (210, 297), "letter": (216, 279)}
POINTS, MARGIN = 10.5, 18
NARROW, WIDE, GROWN = 15, 28, 30  # millimetres: a column for a letter, for a word, for sentences
WORD, MM = 3, 36000
ON_A_PAGE = ("tasks",)  # names of headings with which a page begins
LIST, BELOW, QUOTE = "List Bullet", "List Bullet 2", "Quote"


@dataclass(frozen=True, slots=True)
class Look:
    """The paper in millimetres, how wide a table is on it, the size of letters in points, the
    language of the document and those of the texts in it.
    """

    paper: tuple[int, int] = PAPER["a4"]
    table: int = PAPER["a4"][0] - 2 * MARGIN
    points: float = POINTS
    language: str = "en"
    texts: tuple[str, ...] = ()


def report_look(blocks: Sequence[Block], language: str, texts: Sequence[str]) -> Look:
    """A4, lying across where a table has more columns than stand upright."""
    width, height = PAPER["a4"]
    upright = width - 2 * MARGIN
    wide = any(_least(b.columns) > upright for b in blocks if isinstance(b, Grid))
    if wide:
        width, height = height, width
    return Look((width, height), width - 2 * MARGIN, POINTS, language, tuple(texts))


def document(blocks: Sequence[Block], look: Look) -> bytes:
    """The document; raises UsageError where what writes it is not installed."""
    bare = (block.block if isinstance(block, Short) else block for block in blocks)
    title = next((block.text for block in bare if isinstance(block, Heading)), "")
    written = _empty(look, title)
    _draw(written, blocks, look.table)
    stream = io.BytesIO()
    written.save(stream)
    return steady(stream.getvalue())


def _empty(look: Look, title: str) -> Document:
    try:
        import docx
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm, Pt
    except ImportError as error:
        raise UsageError(say("error.package", format="docx", package="python-docx")) from error
    written = docx.Document()
    section, normal = written.sections[0], written.styles["Normal"]
    section.page_width, section.page_height = (Mm(size) for size in look.paper)
    if look.paper[0] > look.paper[1]:
        section.orientation = WD_ORIENT.LANDSCAPE
    section.left_margin = section.right_margin = Mm(MARGIN)
    normal.font.name = "Times New Roman"
    normal.font.size = Pt(look.points)
    dress(written, [look.language, *look.texts])
    properties = written.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title, properties.language = clean(title)[:255], look.language
    properties.created = properties.modified = datetime(*STAMP)  # noqa: DTZ001 -- a fixed mark
    return written


def _draw(written: Document, blocks: Sequence[Block], width: int, style: str | None = None) -> None:
    for block in blocks:
        match block:
            case Heading():
                head = written.add_heading(clean(block.text), block.level - 1)
                head.paragraph_format.page_break_before = block.name in ON_A_PAGE or None
            case Line():
                made = _line(written, block.text, style, block.lead, block.language)
                made.italic = block.tone == "aside" or None
            case Items():
                _items(written, block)
            case Contrasts():
                for row in block.rows:
                    _line(written, contrast_words(row), LIST)
            case Short():
                _draw(written, [block.block], width, style)
            case Blanks():
                _blanks(written, block, width)
            case Box():
                _box(written, block, width, style)
            case Grid():
                for part in _parts(block, width):
                    _table(written, part, width)


def _box(written: Document, box: Box, width: int, style: str | None) -> None:
    """What belongs together stays on one page."""
    before = len(written.paragraphs)
    _draw(written, box.blocks, width, QUOTE if box.kind == "quote" else style)
    for paragraph in written.paragraphs[before:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _blanks(written: Document, block: Blanks, width: int) -> None:
    """Places for letters side by side, then those for sentences."""
    short = [f"{b.label} {'_' * b.size}" for b in block.blanks if not b.lines]
    if short:
        _line(written, "  ".join(short))
    for blank in block.blanks:
        _ruled(written, blank, width)


def _ruled(written: Document, blank: Blank, width: int) -> None:
    """Lines as wide as the page to write on."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER

    if blank.lines:
        _line(written, blank.label)
    for _ in range(blank.lines):
        stops = written.add_paragraph("\t").paragraph_format.tab_stops
        stops.add_tab_stop(width * MM, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)


def _items(written: Document, block: Items) -> None:
    for item in block.items:
        _line(written, item.text, LIST, item.lead, item.language)
        for quote in item.quotes:
            _quote(written.add_paragraph(style=BELOW), quote)


def _quote(paragraph: Paragraph, quote: Quote) -> None:
    """Who and where, then the words, those that matter in bold."""
    if quote.label:
        paragraph.add_run(f"{clean(quote.label)}: ").bold = True
    pieces = ((quote.before, False), (quote.text, quote.marked), (quote.after, False))
    for text, strong in pieces:
        if text:
            run = paragraph.add_run(clean(text))
            run.bold = strong or None
            mark_run(run, quote.language)


def _line(
    written: Document, text: str, style: str | None = None, lead: str = "", language: str = ""
) -> Run:
    paragraph = written.add_paragraph(style=style)
    if lead:
        paragraph.add_run(f"{clean(lead)} ").bold = True
    run = paragraph.add_run(clean(text))
    mark_run(run, language)
    return run


def _table(written: Document, grid: Grid, width: int) -> None:
    table = written.add_table(rows=0, cols=len(grid.columns), style="Table Grid")
    table.autofit = False
    sizes = _widths(grid.columns, width)
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = size
    heads = [Text(column.title, "strong") for column in grid.columns]
    for texts in (heads, *grid.rows):
        for cell, text, size in zip(table.add_row().cells, texts, sizes, strict=True):
            cell.text, cell.width = clean(text.text), size
            for run in cell.paragraphs[0].runs:
                mark_run(run, text.language)
                run.bold = text.tone == "strong" or None
    _on_pages(table)
    written.add_paragraph()


def _on_pages(table: Table) -> None:
    """The headings stand again on every page, and no row is torn between two."""
    from docx.oxml.ns import qn

    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 -- python-docx has no other way
        marks = ("w:cantSplit",) if number else ("w:cantSplit", "w:tblHeader")
        for mark in marks:
            properties.append(properties.makeelement(qn(mark), {qn("w:val"): "true"}))


def _parts(grid: Grid, width: int) -> Iterator[Grid]:
    """The grid, or grids that fit the width: each has the first columns again."""
    kept = range(grid.keep)
    held: list[int] = []
    for at in range(grid.keep, len(grid.columns)):
        tried = [grid.columns[i] for i in (*kept, *held, at)]
        if held and _least(tried) > width:
            yield _of_columns(grid, (*kept, *held))
            held = []
        held.append(at)
    yield _of_columns(grid, (*kept, *held))


def _of_columns(grid: Grid, chosen: Sequence[int]) -> Grid:
    columns = tuple(grid.columns[i] for i in chosen)
    return replace(
        grid, columns=columns, rows=tuple(tuple(row[i] for i in chosen) for row in grid.rows)
    )


def _fixed(column: Column) -> int:
    return WIDE if len(column.title) > WORD else NARROW


def _least(columns: Sequence[Column]) -> int:
    return sum(GROWN if column.grow else _fixed(column) for column in columns)


def _widths(columns: Sequence[Column], width: int) -> list[int]:
    """The growing columns share what those for letters and words leave."""
    rest = width - sum(_fixed(c) for c in columns if not c.grow)
    share = rest // max(1, sum(c.grow for c in columns))
    return [MM * (share if c.grow else _fixed(c)) for c in columns]
