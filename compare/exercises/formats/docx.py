"""Blocks as a Word document.

In: blocks of a sheet or key. Out: bytes of a .docx with real headings, lists and tables. A font
that a style names for Latin letters does not reach Chinese: every style names one for East Asian
characters too, in place of the theme's, and with it the language whose forms they have, and a text
in another language or script says so itself. The
archive is written anew with one fixed time for every member, and the properties name neither an
author nor a day, so that one seed gives one file and the file tells nothing that the sheet does
not.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from compare.errors import UsageError
from compare.exercises.formats.lms import STAMP, clean, member
from compare.exercises.formats.typefaces import dress, mark_run
from compare.exercises.parts import Sheet
from compare.reports.blocks import (
    Blank,
    Blanks,
    Block,
    Box,
    Column,
    Grid,
    Heading,
    Items,
    Line,
    Text,
)
from compare.reports.words import say

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.run import Run

PAPER = {"a4": (210, 297), "letter": (216, 279)}
POINTS, LARGE_POINTS = 10.5, 18
WIDTH, NARROW, WIDE = 174, 15, 28  # millimetres: of a table, of a column for a letter, for a word
WORD, MM = 3, 36000
LIST, BELOW, QUOTE = "List Bullet", "List Bullet 2", "Quote"


def document(blocks: list[Block], made: Sheet) -> bytes:
    """The document, on the paper and in the letters that the sheet asks for."""
    written = _empty(made, next(block.text for block in blocks if isinstance(block, Heading)))
    _draw(written, blocks)
    first, second = io.BytesIO(), io.BytesIO()
    written.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(second, "w") as new:
        for name in sorted(old.namelist()):
            member(new, name, old.read(name))
    return second.getvalue()


def _empty(made: Sheet, title: str) -> Document:
    try:
        import docx
        from docx.shared import Mm, Pt
    except ImportError as error:
        raise UsageError(say("error.package", format="docx", package="python-docx")) from error
    written = docx.Document()
    section, normal = written.sections[0], written.styles["Normal"]
    section.page_width, section.page_height = (Mm(size) for size in PAPER[made.paper])
    section.left_margin = section.right_margin = Mm(18)
    normal.font.name = "Times New Roman"
    normal.font.size = Pt(LARGE_POINTS if made.large else POINTS)
    dress(written, [made.language, *(text.language for text in made.texts)])
    properties = written.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title, properties.language = clean(title), made.language
    properties.created = properties.modified = datetime(*STAMP)  # noqa: DTZ001 -- a fixed mark
    return written


def _draw(written: Document, blocks: Sequence[Block], style: str | None = None) -> None:
    for block in blocks:
        match block:
            case Heading():
                head = written.add_heading(clean(block.text), block.level - 1)
                head.paragraph_format.page_break_before = block.name == "tasks" or None
            case Line():
                made = _line(written, block.text, style, block.lead, block.language)
                made.italic = block.tone == "aside" or None
            case Items():
                for item in block.items:
                    _line(written, item.text, LIST, item.lead, item.language)
                    for q in item.quotes:
                        label = f"{q.label}:" if q.label else ""
                        _line(written, f"{q.before}{q.text}{q.after}", BELOW, label, q.language)
            case Blanks():
                _blanks(written, block)
            case Box():
                _box(written, block, style)
            case Grid():
                _table(written, block)


def _box(written: Document, box: Box, style: str | None) -> None:
    """What belongs together stays on one page."""
    before = len(written.paragraphs)
    _draw(written, box.blocks, QUOTE if box.kind == "quote" else style)
    for paragraph in written.paragraphs[before:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _blanks(written: Document, block: Blanks) -> None:
    """Places for letters side by side, then those for sentences."""
    short = [f"{b.label} {'_' * b.size}" for b in block.blanks if not b.lines]
    if short:
        _line(written, "  ".join(short))
    for blank in block.blanks:
        _ruled(written, blank)


def _ruled(written: Document, blank: Blank) -> None:
    """Lines as wide as the page to write on."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER

    if blank.lines:
        _line(written, blank.label)
    for _ in range(blank.lines):
        stops = written.add_paragraph("\t").paragraph_format.tab_stops
        stops.add_tab_stop(WIDTH * MM, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)


def _line(
    written: Document, text: str, style: str | None = None, lead: str = "", language: str = ""
) -> Run:
    paragraph = written.add_paragraph(style=style)
    if lead:
        paragraph.add_run(f"{clean(lead)} ").bold = True
    run = paragraph.add_run(clean(text))
    mark_run(run, language)
    return run


def _table(written: Document, grid: Grid) -> None:
    from docx.oxml.ns import qn

    table = written.add_table(rows=0, cols=len(grid.columns), style="Table Grid")
    table.autofit = False
    sizes = _widths(grid.columns)
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = size
    heads = [Text(column.title) for column in grid.columns]
    for texts in (heads, *grid.rows):
        for cell, text, size in zip(table.add_row().cells, texts, sizes, strict=True):
            cell.text, cell.width = clean(text.text), size
            for run in cell.paragraphs[0].runs:
                mark_run(run, text.language)
    first = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 -- python-docx has no other way
    first.append(first.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
    written.add_paragraph()


def _widths(columns: Sequence[Column]) -> list[int]:
    """The growing columns share what those for letters and words leave."""
    fixed = [WIDE if len(c.title) > WORD else NARROW for c in columns]
    rest = WIDTH - sum(size for size, c in zip(fixed, columns, strict=True) if not c.grow)
    share = rest // max(1, sum(c.grow for c in columns))
    return [MM * (share if c.grow else size) for size, c in zip(fixed, columns, strict=True)]
