"""Workbooks, read back by another program's reader: sheets, types, links, and no trace of time."""

from __future__ import annotations

import io
import re
import sys
import time
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import UsageError
from compare.model import Comparison, MadeBy, Source
from compare.reports.blocks import Display
from compare.reports.report import report_file
from compare.reports.story_tables import listing_tables, source_table, story_tables
from compare.reports.tables import Link, Share, Table, Value, day_of, moment, table, web_address
from compare.reports.workbook import MOST, workbook

openpyxl = pytest.importorskip("openpyxl")
MARKS = ("=1+1", "+1", "-1+2", "@SUM(A1)", '=HYPERLINK("http://x.example","x")', "\t=1", "'=1")


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    """Name -> rows of values."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: [[cell.value for cell in row] for row in sheet] for sheet in book}


def written(*rows: tuple[Value, ...], name: str = "x") -> bytes:
    """A workbook of one sheet with these rows."""
    heads = [(f"h{n}", 20) for n in range(len(rows[0]))]
    return workbook([table(name, heads, rows)], "title", Display())


def test_a_story_has_a_sheet_a_section(comparison: Comparison) -> None:
    """Claims, findings, official text, speakers, wording, copies and sources, each on its sheet."""
    assert list(sheets(report_file(comparison))) == [
        "Claims by source",
        "Discrepancies",
        "Official text",
        "What only one source has",
        "Who gets to speak",
        "What each source calls them",
        "Copies",
        "Sources",
    ]


def test_a_status_stands_beside_its_words(comparison: Comparison) -> None:
    """A claim has its status and its quotation in columns of their own, for every source."""
    head, *rows = sheets(report_file(comparison))["Claims by source"]
    assert head[:5] == ["no.", "claim", "whose words", "harbourwire", "harbourwire: words"]
    claims = {row[0]: row for row in rows if row[0]}
    for claim in comparison.claims:
        for number, source in enumerate(comparison.sources):
            cell = claim.cells[source.id]
            status, words = claims[claim.id][3 + 2 * number : 5 + 2 * number]
            assert status == cell.status
            assert all(evidence.quote in words for evidence in cell.evidence)
            if cell.status == "unclear":
                assert words.startswith("(nearest, no proof) ")


def test_the_first_rows_and_columns_stay_in_view(comparison: Comparison) -> None:
    """Every sheet has its header frozen and bold, a filter over all rows, and wrapped text."""
    for sheet in openpyxl.load_workbook(io.BytesIO(report_file(comparison))):
        assert re.fullmatch("[BC]2", sheet.freeze_panes)
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"
        assert sheet["B1"].font.bold
        assert sheet["B2"].alignment.wrap_text
        assert 9 <= sheet.column_dimensions["B"].width <= 60


def test_days_are_days(comparison: Comparison) -> None:
    """A day and an hour of publication, and a day that differs, are typed; other values words."""
    first = comparison.sources[0]
    late = datetime(2031, 5, 6, 18, 30, tzinfo=timezone(timedelta(hours=8)))
    moved = replace(first.document, article=replace(first.article, published=late))
    made = replace(comparison, sources=(Source(first.id, moved), *comparison.sources[1:]))
    found = sheets(report_file(made))
    assert found["Sources"][1][3:5] == [datetime(2031, 5, 6, 18, 30), "+0800"]  # noqa: DTZ001
    assert found["Sources"][3][3:5] == [datetime(2031, 5, 7), None]  # noqa: DTZ001
    values = [row[4] for row in found["Discrepancies"][1:]]
    assert any(isinstance(value, datetime) for value in values)
    assert any(isinstance(value, str) for value in values)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-09-19", date(2023, 9, 19)),
        ("2023-09", None),
        ("2023-09-18/2023-09-20", None),
        ("2023-02-30", None),
        ("1899-12-31", None),
        (None, None),
    ],
)
def test_only_what_is_exactly_a_day_is_one(text: str | None, day: date | None) -> None:
    """A month, a stretch, no day at all, and a day before spreadsheets' calendar stay words."""
    assert day_of(text) == day


def test_an_old_article_keeps_its_day(comparison: Comparison) -> None:
    """What was published before spreadsheets' calendar begins stands in words."""
    article = comparison.sources[0].article
    old = datetime(1871, 3, 18, 8, tzinfo=UTC)
    assert moment(replace(article, published=old)) == ("1871-03-18T08:00:00+00:00", None)
    assert moment(replace(article, published=old.date())) == ("1871-03-18", None)
    assert moment(replace(article, published=None)) == (None, None)


@pytest.mark.parametrize("text", MARKS)
def test_text_is_never_computed(text: str) -> None:
    """What begins like a formula is text, letter for letter (a tab is shown as a space)."""
    data = written((text,))
    assert sheets(data)["x"][1] == [text.replace("\t", " ")]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        page = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page
    assert "hyperlink" not in page


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=40))
def test_text_is_read_back_as_it_was(text: str) -> None:
    """Any text of letters, marks and spaces comes back from the file unchanged."""
    assert sheets(written((text,)))["x"][1] == [text]


def test_what_steers_or_cannot_stand_does_no_harm() -> None:
    """Control characters are codes, what XML cannot hold is gone, and the file still opens."""
    found = sheets(written(("a\x1b[31m\u202eb\ufffe\ud800", "_x0041_")))["x"][1]
    assert found == ["a\\x1b[31m\\u202eb\\ud800", "_x0041_"]


@pytest.mark.parametrize(
    ("address", "opens"),
    [
        ("https://a.example/x?y=1&z=%20#p", True),
        ("http://中文.example/新闻", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("internal:Sheet2!A1", False),
        ("https://a.example/\x1b", False),
        ('https://a.example/"onclick', False),
        ("https://a.example/ b", False),
    ],
)
def test_only_addresses_of_the_web_are_links(
    comparison: Comparison, address: str, opens: bool
) -> None:
    """Another scheme, or an address that holds what no address can, stays text."""
    first = comparison.sources[0]
    placed = replace(first.document, article=replace(first.article, url=address))
    data = workbook([source_table([Source("a", placed)])], "t", Display())
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    cell = sheet["G2"]
    assert (cell.hyperlink is not None) is opens
    assert bool(web_address(address)) is opens
    if opens:
        target, _, place = address.partition("#")
        assert (cell.value, cell.hyperlink.target) == (address, target)
        assert (cell.hyperlink.location or "") == place


def test_a_long_address_is_text() -> None:
    """A link that Excel would refuse is written without one."""
    address = "https://a.example/" + "x" * 3000
    data = written((Link(address, address),))
    assert sheets(data)["x"][1] == [address]
    assert openpyxl.load_workbook(io.BytesIO(data)).active["A2"].hyperlink is None


def test_a_text_that_is_too_long_is_cut() -> None:
    """A cell holds so many units and no more; that something is missing is said by dots."""
    (text,) = sheets(written(("報" * 20000 + "🔬" * 20000,)))["x"][1]
    assert len(text.encode("utf-16-le")) // 2 <= MOST
    assert text.endswith("🔬…")


def test_names_of_sheets_are_those_that_excel_allows() -> None:
    """Forbidden marks, long, empty and equal names give names that are different and allowed."""
    names = ["a/b: [c]?", "x" * 50, "X" * 50, "", "History", "'q'", "", "甲" * 40]
    made = [Table(name, table("", [("h", 9)] * 2, []).heads, ()) for name in names]
    data = workbook(made, "t", Display())
    found = openpyxl.load_workbook(io.BytesIO(data)).sheetnames
    assert found[:3] == ["a b c", "x" * 31, "X" * 29 + " 2"]
    assert len({name.casefold() for name in found}) == len(names)
    assert all(0 < len(name) <= 31 for name in found)


def test_numbers_and_shares_can_be_summed() -> None:
    """Counts are numbers, parts of a whole are percent."""
    sheet = openpyxl.load_workbook(io.BytesIO(written((3, 0.5, Share(0.25), None, "")))).active
    assert [cell.value for cell in sheet[2]] == [3, 0.5, 0.25, None, None]
    assert sheet["C2"].number_format == "0%"


def test_a_workbook_tells_neither_author_nor_time(comparison: Comparison) -> None:
    """The same story gives the same bytes at another time, and the file names nobody."""
    made = replace(comparison, made_by=MadeBy("1.2.3", "0123456789ab", "0123456789abcdef"))
    first = report_file(made)
    time.sleep(2.1)  # archives count in steps of two seconds
    assert report_file(made) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert re.search(r"<dc:creator>(.*?)</dc:creator>", core)[1] == ""  # type: ignore[index]
    assert set(re.findall(r">(\d{4}-[^<]+)<", core)) == {"1980-01-01T00:00:00Z"}
    assert "compare-stories 1.2.3" in str(sheets(first)["Sources"])


def test_chinese_stands_in_the_script_that_was_asked_for(comparison: Comparison) -> None:
    """Headings follow the language and texts the script, as in every report for people."""
    found = sheets(report_file(comparison, script="hans", language="zh-Hans"))
    assert "来源" in found
    assert "罢工" in str(found)
    assert "罷工" not in str(found)


def test_the_list_of_stories_has_two_sheets(comparison: Comparison) -> None:
    """Stories with their first and last day, and their articles."""
    data = workbook(listing_tables([comparison.story]), "t", Display())
    found = sheets(data)
    assert list(found) == ["Stories", "Articles"]
    assert found["Stories"][1][:3] == ["duarte", *(datetime(2031, 5, d) for d in (6, 7))]  # noqa: DTZ001
    assert len(found["Articles"]) == 1 + len(comparison.story.articles)


def test_a_judged_cell_is_shown_apart(comparison: Comparison) -> None:
    """What a model says stands in its own line behind the words of the cell."""
    from compare.model import Judgement, Judging

    claim = comparison.claims[0]
    proof = claim.cells["harbourwire"].evidence[0]
    cell = replace(claim.cells["harbourwire"], judged=Judgement("m", "included", proof))
    cells = claim.cells | {
        "harbourwire": cell,
        "nanwan": replace(cell, judged=Judgement("m", "absent")),
    }
    judging, claims = Judging("m", 2), (replace(claim, cells=cells),)
    judged = replace(comparison, claims=claims, judging=judging, readout=None)
    (made,) = (one for one in story_tables(judged) if one.name == "Claims by source")
    assert str(made.rows[0][4]).split("\n")[-1].startswith("m: included ¶1 ")
    assert str(made.rows[0][6]).split("\n")[-1] == "m: absent "
    assert any("m" in line for line in made.lines[1:])


def test_without_the_library_the_error_says_what_to_install(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line names the package and the command that brings it."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(
        UsageError, match=r"^xlsx needs the package XlsxWriter: pip install XlsxWriter$"
    ):
        report_file(comparison)


def test_a_gloss_has_a_column_of_its_own(comparison: Comparison) -> None:
    """Where rows are glossed, the gloss stands between claim and cells; with a limit that cuts the
    claim it goes too, because it tells what the claim says.
    """
    from compare.model import Glossed
    from compare.reports.quoted import limited_story

    claims = tuple(replace(c, gloss=(Glossed("PER", "Ana Duarte"),)) for c in comparison.claims)
    glossed = replace(comparison, claims=claims, glossed="en")
    (made,) = (one for one in story_tables(glossed) if one.name == "Claims by source")
    assert made.heads[3].title == "gloss"
    assert {row[3] for row in made.rows} == {"Ana Duarte"}
    told, _ = limited_story(glossed, 1)
    assert all(
        bool(c.gloss) is (c.text == old.text) for c, old in zip(told.claims, claims, strict=True)
    )
    assert not all(c.gloss for c in told.claims)
