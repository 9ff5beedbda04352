"""`compare story` on the seeds: the first screen, its parts, a choice of sources, pages."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from compare.cli import run
from compare.reports.columns import display_width

ROOT = Path(__file__).parents[2]
_OWN = ("PAGER", "LESS", "LINES", "COLUMNS")
STORY = ("story", "blinken-han", str(ROOT / "seeds"))


def told(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    """What a command prints, and on stderr when it fails."""
    assert run([*STORY, "--lang", "en", *words]) == code
    answer = capsys.readouterr()
    return answer.out or answer.err


@pytest.mark.parametrize("width", [80, 120, 200])
def test_one_screen_answers(capsys: pytest.CaptureFixture[str], width: int) -> None:
    """At most 60 lines, none too wide: what differs comes first, each with both values."""
    lines = told(capsys, "--width", str(width)).rstrip("\n").split("\n")
    assert len(lines) <= 60
    assert max(map(display_width, lines)) <= width
    heads = [lines[n - 1] for n, line in enumerate(lines) if line.startswith(("─", "═"))]
    assert heads[1:3] == ["What differs", "Key facts"]
    assert heads[3].endswith("what became of it")
    assert heads[4:] == ["What only one source has"]
    differing = [line for line in lines if line.startswith("- d")]
    assert len(differing) == 5
    assert all(" ≠ " in line for line in differing)


def test_full_holds_every_part(capsys: pytest.CaptureFixture[str]) -> None:
    """--full prints every claim, difference and source that the JSON has."""
    document = json.loads(told(capsys, "--format", "json"))
    text = told(capsys, "--full", "--facts", "all")
    ids = [one["id"] for key in ("claims", "discrepancies", "facts") for one in document[key]]
    ids += [source["id"] for source in document["sources"]]
    assert [one for one in ids if f"{one} " not in text] == []


def test_one_verdict_a_cell(capsys: pytest.CaptureFixture[str]) -> None:
    """What the readout says of a source is the status of the cell, in other words."""
    document = json.loads(told(capsys, "--format", "json"))
    words = {
        "included": "kept",
        "partial": "softened",
        "conflicts": "contradicted",
        "unclear": "unclear",
        "absent": "dropped",
    }
    cells = {claim["id"]: claim["cells"] for claim in document["claims"]}
    rows = document["readout"]["rows"]
    assert rows
    for row in rows:
        assert row["verdicts"] == {
            source: words[cell["status"]] for source, cell in cells[row["claim"]].items()
        }


def test_what_one_source_has_is_lacking_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    """The list names what every other outlet lacks, in the source's words, and nothing that says
    nothing.
    """
    document = json.loads(told(capsys, "--format", "json"))
    cells = {claim["id"]: claim["cells"] for claim in document["claims"]}
    text = told(capsys, "--section", "added")
    items = [line.split() for line in text.split("\n") if line.startswith("    c")]
    assert items
    for name, *_ in items:
        statuses = [cell["status"] for s, cell in cells[name].items() if s != "zhenxiang"]
        assert sorted(statuses) == ["absent", "absent", "included"]
    assert "关键问题" not in text
    assert len({name for name, *_ in items}) == len(items)


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (("d02", "rfi"), ">>>周二<<<"),
        (("f02", "zhenxiang"), "明年11月<<<"),
        (("d02", "zhenxiang"), "This source gives nothing here."),
        (("c01", "reuters"), "c01 in reuters: included"),
    ],
)
def test_every_cell_opens(
    capsys: pytest.CaptureFixture[str], place: tuple[str, str], shown: str
) -> None:
    """A claim, a fact or a difference and a source: the words in their paragraph."""
    assert shown in told(capsys, "--explain", *place).replace("\n      ", "")


def test_a_cell_of_no_source_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """The sources that there are stand behind the error."""
    words = told(capsys, "--explain", "d02", "rif", code=3)
    assert words == "Error: no source 'rif' in story 'blinken-han'; nearest: rfi\n"


def test_sources_are_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    """--only takes names with commas or one by one; --without leaves one out; both say so."""
    only = told(capsys, "--only", "reuters,rfi", "--full")
    assert only == told(capsys, "--only", "reuters", "--only", "rfi", "--full")
    assert "Shown: 2 of 4 sources" in only
    assert "epochtimes" not in only
    assert "zhenxiang" not in told(capsys, "--without", "zhenxiang", "--full")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("--section", "nope"), "'nope' is not one of 'differences', 'facts'"),
        (
            ("--full", "--format", "csv"),
            "--full and --section are for tables, Markdown, wikitext and DOCX",
        ),
        (("--only", "rfi", "--without", "rfi"), "--only and --without exclude each other"),
    ],
)
def test_wrong_choices_are_told(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], error: str
) -> None:
    """One line says what is wrong."""
    assert error in told(capsys, *words, code=2)


def test_an_unknown_story_is_answered_with_what_there_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing near: the stories that there are; something near: that."""
    seeds = str(ROOT / "seeds")
    assert run(["story", "xyz", seeds, "--lang", "en"]) == 3
    assert capsys.readouterr().err == (
        "Error: no story 'xyz'; there are: "
        "xi-blinken, blinken-han, blinken-wang, kelling-bridge-closed\n"
    )
    assert run(["story", "blinken-hn", seeds, "--lang", "en"]) == 3
    assert capsys.readouterr().err.startswith("Error: no story 'blinken-hn'; nearest: blinken-han")


def test_an_article_that_names_nothing_is_listed_by_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without an outlet and a day, the file's name tells a reader which article it is."""
    (tmp_path / "found.txt").write_text("The port opened again, the office said.", "utf-8")
    assert run(["stories", str(tmp_path), "--lang", "en"]) == 0
    assert "no date  found.txt" in capsys.readouterr().out


def on_terminal(*words: str, lines: int, **environment: str) -> str:
    """What a person sees at a terminal of so many lines, who types q when nothing more comes."""
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, 80, 0, 0))
    kept = {key: value for key, value in os.environ.items() if key not in _OWN}
    program = subprocess.Popen(  # noqa: S603 -- our own program
        [sys.executable, "-m", "compare", *STORY, "--lang", "en", *words],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        env=kept | {"TERM": "xterm", "NO_COLOR": "1", **environment},
        cwd=ROOT,
        start_new_session=True,
    )
    os.close(theirs)
    seen, until = b"", time.monotonic() + 60
    while time.monotonic() < until:
        ready, _, _ = select.select([ours], [], [], 3)
        if not ready and seen and program.poll() is None:
            os.write(ours, b"q")
        try:
            data = os.read(ours, 65536) if ready else b""
        except OSError:  # the other end is closed
            break
        seen += data
    program.wait(10)
    os.close(ours)
    return seen.decode("utf-8", "replace")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_a_long_report_is_shown_in_pages(tmp_path: Path) -> None:
    """The pager of the environment gets what is longer than the terminal, and only that; it can be
    turned off.
    """
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho IN PAGES\ncat\n")
    pager.chmod(0o755)
    paged = on_terminal(lines=24, PAGER=str(pager))
    assert "IN PAGES" in paged
    assert "What differs" in paged
    assert "IN PAGES" not in on_terminal("--no-pager", lines=24, PAGER=str(pager))
    assert "IN PAGES" not in on_terminal(lines=100, PAGER=str(pager))
    assert "What differs" in on_terminal(lines=24, PAGER="")
