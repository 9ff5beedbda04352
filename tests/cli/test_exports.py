"""Files for newsrooms by the command line: which formats there are, what they need, what is cut."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compare.cli import run
from compare.reports.rows import for_spreadsheet, tame

Call = Callable[..., Any]
ROOT = Path(__file__).parents[2]
SEEDS = str(ROOT / "seeds")
PAIR = ("readouts", "blinken-han", "rfi", "epochtimes", SEEDS)
COMMANDS = {
    "story": ("story", "blinken-han", SEEDS),
    "readouts": PAIR,
    "diff": ("diff", "blinken-han", "rfi", "epochtimes", SEEDS),
    "audit": ("audit", "zhenxiang", SEEDS),
}


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_what_no_terminal_can_show_needs_a_file(call: Call, form: str) -> None:
    """Without --output one line says so, and nothing is computed or printed."""
    answer = call("story", "port", "--format", form)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"Error: the format {form} needs --output FILE\n"


@pytest.mark.parametrize("form", ["xlsx", "docx", "wikitext"])
@pytest.mark.parametrize("command", ["story", "diff", "stories"])
def test_every_format_is_written(call: Call, tmp_path: Path, command: str, form: str) -> None:
    """The file is whole, and the same a second time."""
    words = {"story": ("port",), "diff": ("port", "wire", "post"), "stories": ()}[command]
    for name in ("a", "b"):
        answer = call(command, *words, "--format", form, "--output", str(tmp_path / name))
        assert (answer.code, answer.out) == (0, "")
    data = (tmp_path / "a").read_bytes()
    assert data == (tmp_path / "b").read_bytes()
    assert b"The port is open." in data or b"PK" in data or command == "stories"


@pytest.mark.parametrize(
    ("command", "form"),
    [("readouts", "docx"), ("readouts", "wikitext"), ("readouts", "xlsx"), ("audit", "xlsx")],
)
def test_texts_held_against_each_other_are_written(tmp_path: Path, command: str, form: str) -> None:
    """Readouts and audits have every format too, with a sheet of their sources."""
    path = tmp_path / "made"
    words = (*COMMANDS[command], "--format", form, "--lang", "en", "--output", str(path))
    assert run(words) == 0
    if form == "wikitext":
        assert path.read_text("utf-8").count("<ref name=") >= 2
    if form == "xlsx":
        with zipfile.ZipFile(path) as archive:
            assert "布林肯" in archive.read("xl/sharedStrings.xml").decode()
            assert len([n for n in archive.namelist() if "worksheets/sheet" in n]) == 2


def test_readouts_offer_what_they_have(capsys: pytest.CaptureFixture[str]) -> None:
    """Two official texts have no annotations, and --format does not offer them."""
    assert run([*PAIR, "--format", "annotations", "--lang", "en"]) == 2
    assert "'annotations' is not one of" in capsys.readouterr().err


def test_one_cell_has_no_workbook(call: Call, tmp_path: Path) -> None:
    """--explain shows one cell: as wikitext and document, and no table."""
    cell = ("story", "port", "--explain", "c01", "wire")
    answer = call(*cell, "--format", "xlsx", "--output", str(tmp_path / "x"))
    assert (answer.code, answer.err) == (2, "Error: this has no xlsx form\n")
    assert call(*cell, "--format", "docx", "--output", str(tmp_path / "x")).code == 0
    assert "The port is open." in call(*cell, "--format", "wikitext").out


def test_a_section_may_be_wikitext(call: Call) -> None:
    """--section chooses in every format of paper."""
    text = call("story", "port", "--section", "claims", "--format", "wikitext").out
    assert "== Claims by source ==" in text
    assert "== Sources ==" not in text


@pytest.mark.parametrize("form", ["json", "annotations"])
def test_programs_get_exact_characters(call: Call, form: str) -> None:
    """A limit on what is quoted would break what JSON promises, and is refused in one line."""
    answer = call("story", "port", "--excerpt-limit", "9", "--format", form)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        "Error: --excerpt-limit is for people; "
        f"--format {form} is for programs and cites exact characters\n"
    )


def test_a_limit_is_a_number(call: Call) -> None:
    """Nothing, less than nothing and words are no limits."""
    for wrong in ("0", "-1", "few"):
        assert call("story", "port", "--excerpt-limit", wrong).code == 2


def test_a_limit_cuts_and_says_so(call: Call) -> None:
    """Quotations end in dots with their places, and a note says how many are cut."""
    text = call("story", "port", "--excerpt-limit", "2").out
    assert "The port… [¶1, 0–17]" in text
    assert "The port is open" not in text
    assert "because at most 2 words of each article are shown" in " ".join(text.split())
    table = call("story", "port", "--excerpt-limit", "2", "--format", "csv")
    assert "The port… [¶1, 0–17]" in table.out
    assert table.err.endswith("the paragraph, and its characters as in the JSON.\n")
    assert "Quotations cut: 1" in table.err


def test_a_limit_reaches_one_cell(call: Call) -> None:
    """The proof of a cell is cut too, and the words that stand there are not listed."""
    cell = ("story", "port", "--explain", "c01", "wire")
    assert "The port is open." in call(*cell).out
    text = call(*cell, "--excerpt-limit", "2").out
    assert "The port…" in text
    assert "is open" not in text
    assert "Quotations cut: " in text


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("form", ["table", "markdown", "html", "csv", "wikitext", "docx", "xlsx"])
def test_a_limit_holds_in_every_command(tmp_path: Path, command: str, form: str) -> None:
    """A report of real articles is smaller with a limit, and has dots and a note."""
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    words = (*COMMANDS[command], "--format", form, "--lang", "en")
    assert run([*words, "--output", str(whole)]) == 0
    assert run([*words, "--excerpt-limit", "30", "--output", str(cut)]) == 0
    one, other = (text_of(path) for path in (whole, cut))
    assert "…" in other
    assert "\U000f0000" not in other
    sentence = "双方重申致力于保持开放的沟通渠道"
    assert sentence not in other
    if form not in ("table", "html") and command in ("readouts", "diff"):
        assert sentence in one
    if form != "csv":
        assert "Quotations cut: " in other


def text_of(path: Path) -> str:
    """What stands in a file; of an archive, in all of its members."""
    data = path.read_bytes()
    if not data.startswith(b"PK"):
        return data.decode("utf-8")
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1 for peace", "'+1 for peace"),
        ("-he said", "'-he said"),
        ("@sum", "'@sum"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\n=x", "'\n=x"),
        ("＝1", "'＝1"),
        ("－x", "'－x"),
        ("-5", "-5"),
        ("+0.25", "+0.25"),
        ("- 5", "'- 5"),
        ("a=b", "a=b"),
        ("", ""),
        ("–", "–"),
    ],
)
def test_a_cell_that_would_be_computed_is_text(value: str, written: str) -> None:
    """An apostrophe stands before what a spreadsheet takes for a formula; numbers are none."""
    assert tame(value) == written


def test_a_table_for_a_spreadsheet_keeps_its_shape() -> None:
    """Every cell is where it was; only those that would be computed differ."""
    plain = 'id,quote\r\nc01,"=a, ""b""\r\nc"\r\nc02,-0.5\r\n'
    made = for_spreadsheet(plain)
    assert made.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(made[1:], newline="")))
    assert rows == [["id", "quote"], ["c01", '\'=a, "b"\r\nc'], ["c02", "-0.5"]]


def soffice(path: Path, kind: str, suffix: str) -> Path:
    """The file as LibreOffice converts it."""
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(path.parent)]
    subprocess.run(  # noqa: S603 -- our own file and a fixed command
        [*command, str(path)],
        check=True,
        capture_output=True,
        timeout=180,
        env={**os.environ, "HOME": str(path.parent)},
    )
    return path.with_suffix(suffix)


needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


@pytest.mark.slow
@needs_office
def test_libreoffice_opens_the_workbook(tmp_path: Path) -> None:
    """Every sheet is there, a formula of an article is not computed, days are days."""
    folder = tmp_path / "in"
    folder.mkdir()
    said = "=1+1 is what the harbour master said on Friday, May 3, 2024 about both cranes."
    for name in ("north", "south"):
        text = f"Title: =2+2 cranes\nSource: {name}\nDate: 2024-05-06\n\n{said}\n\n{said} Again."
        (folder / f"{name}.txt").write_text(text, "utf-8")
    path = tmp_path / "story.xlsx"
    words = ("story", "cranes", str(folder), "--format", "xlsx", "--lang", "en", "--no-cache")
    assert run([*words, "--output", str(path)]) == 0
    of_all_sheets = "44,34,76,1,,0,false,true,false,false,false,-1"
    soffice(path, f"csv:Text - txt - csv (StarCalc):{of_all_sheets}", ".csv")
    tables = {file.name: file.read_text("utf-8") for file in tmp_path.glob("story-*.csv")}
    assert {"story-Claims by source.csv", "story-Sources.csv"} <= set(tables)
    assert "=1+1 is what the harbour master said" in tables["story-Claims by source.csv"]
    assert "=2+2 cranes" in tables["story-Sources.csv"]
    assert "2024-05-06" in tables["story-Sources.csv"]


@pytest.mark.slow
@needs_office
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_libreoffice_prints_twin_readouts(tmp_path: Path) -> None:
    """On paper: outlet, day and address of both texts, the verdicts, both wordings, the legend; the
    head of a table that runs over a page stands on the next one.
    """
    path = tmp_path / "pair.docx"
    assert run([*PAIR, "--format", "docx", "--lang", "en", "--output", str(path)]) == 0
    pages = pdf_pages(soffice(path, "pdf", ".pdf"))
    text = "".join("\n".join(pages).split())
    for words in ("RFI", "EpochTimes", "19Sept2023", "https://www.epochtimes.com/", "Inboth"):
        assert words in text
    assert "=inboth;-onlyinrfi,+onlyinepochtimes" in text
    long = tmp_path / "story.docx"
    story = ("story", "blinken-han", SEEDS, "--section", "claims", "--format", "docx")
    assert run([*story, "--lang", "en", "--output", str(long)]) == 0
    pages = pdf_pages(soffice(long, "pdf", ".pdf"))
    with_rows = [page for page in pages if re.search(r"^\s*c\d\d\b", page, re.MULTILINE)]
    assert len(with_rows) > 2
    assert all(re.search(r"reuters\s+epochtimes", page) for page in with_rows)


def pdf_pages(path: Path) -> list[str]:
    """The text of each page."""
    done = subprocess.run(  # noqa: S603 -- our own file
        ["pdftotext", "-layout", str(path), "-"],  # noqa: S607 -- as installed
        check=True,
        capture_output=True,
        timeout=60,
    )
    return [page for page in done.stdout.decode().split("\f") if page.strip()]
