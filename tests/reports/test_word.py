"""Reports as Word documents: tables on pages, what is folded, what is bold, no trace of time."""

from __future__ import annotations

import io
import sys
import time
import zipfile
from typing import Any

import pytest

from compare.errors import UsageError
from compare.model import Comparison
from compare.reports.blocks import (
    Block,
    Column,
    Contrast,
    Contrasts,
    Grid,
    Heading,
    Item,
    Items,
    Line,
    Quote,
    Short,
    Text,
    Value,
)
from compare.reports.docx import document, report_look
from compare.reports.report import report_file

reader = pytest.importorskip("docx")


def opened(blocks: list[Block]) -> Any:
    """The document as python-docx reads it."""
    return reader.Document(io.BytesIO(document(blocks, report_look(blocks, "en", ()))))


def grid(count: int, *, grow: bool = False) -> Grid:
    """A table of an id, a text and `count` further columns."""
    columns: tuple[Column, ...] = (Column(""), Column("claim", grow=True))
    columns += tuple(Column(f"source{n}", grow=grow) for n in range(count))
    row = tuple(Text(column.title or "c01") for column in columns)
    return Grid(columns, (row,) * 3, keep=2)


def test_the_story_is_a_document(comparison: Comparison) -> None:
    """Every claim stands in the table of claims, and every section has a heading."""
    written = reader.Document(io.BytesIO(report_file(comparison, "docx")))
    heads = [p.text for p in written.paragraphs if p.style.name.startswith("Heading")]
    assert heads[0] == "Discrepancies"
    assert "Evidence" in heads
    cells = {cell.text for table in written.tables for row in table.rows for cell in row.cells}
    for claim in comparison.claims:
        assert any(text.startswith(claim.text) for text in cells)


def test_headings_of_tables_stand_on_every_page() -> None:
    """The first row is marked to be repeated, and no row may be torn."""
    (table,) = opened([Heading("T", 1), grid(1)]).tables
    marks = [row._tr.trPr for row in table.rows]
    assert ["tblHeader" in mark.xml for mark in marks] == [True, False, False, False]
    assert all("cantSplit" in mark.xml for mark in marks)
    assert all(run.bold for cell in table.rows[0].cells for run in cell.paragraphs[0].runs)


@pytest.mark.parametrize(
    ("count", "grow", "across", "parts"),
    [
        (1, False, False, 1),
        (4, False, False, 1),
        (5, False, True, 1),
        (6, True, True, 1),
        (12, False, True, 2),
        (40, False, True, 6),
    ],
)
def test_a_wide_table_lies_across_and_is_folded(
    count: int, grow: bool, across: bool, parts: int
) -> None:
    """What does not fit upright lies across; what does not fit either goes on in further tables,
    with the first columns again and every source once.
    """
    written = opened([Heading("T", 1), grid(count, grow=grow)])
    section = written.sections[0]
    assert (section.page_width > section.page_height) is across
    assert len(written.tables) == parts
    seen = []
    for table in written.tables:
        heads = [cell.text for cell in table.rows[0].cells]
        assert heads[:2] == ["", "claim"]
        seen += heads[2:]
        width = sum(column.width for column in table.columns)
        assert width <= section.page_width - section.left_margin - section.right_margin
    assert seen == [f"source{n}" for n in range(count)]


def test_words_that_matter_are_bold() -> None:
    """The label and the marked span of a quotation are bold, what stands beside it is not."""
    quote = Quote("rfi", "周二", "在", "会晤", marked=True)
    written = opened([Heading("T", 1), Items((Item("d01", (quote,)),))])
    runs = written.paragraphs[-1].runs
    assert [(run.text, bool(run.bold)) for run in runs] == [
        ("rfi: ", True),
        ("在", False),
        ("周二", True),
        ("会晤", False),
    ]


def test_short_blocks_and_contrasts_are_drawn() -> None:
    """What a terminal shows on one line is a line of the document."""
    contrast = Contrast("day", (Value("1", "a"), Value("2", "b")), "≠")
    written = opened([Short(Heading("T", 1)), Short(Line("x")), Contrasts((contrast,))])
    assert [p.text for p in written.paragraphs] == ["T", "x", "day: 1 (a) ≠ 2 (b)"]


def test_a_document_tells_neither_author_nor_time(comparison: Comparison) -> None:
    """The same story gives the same bytes at another time, and the file names nobody."""
    first = report_file(comparison, "docx")
    time.sleep(2.1)
    assert report_file(comparison, "docx") == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = reader.Document(io.BytesIO(first)).core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert properties.created.year == properties.modified.year == 1980


def test_without_the_library_the_error_says_what_to_install(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line names the package and the command that brings it."""
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(UsageError, match="docx needs the package python-docx: pip install"):
        report_file(comparison, "docx")
