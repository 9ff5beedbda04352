"""Nothing is written over an input, and nothing that an input holds steers a terminal."""

from __future__ import annotations

import json
import os
import re
import zipfile
from pathlib import Path

import pytest

from compare.claims.build import source_ids
from compare.cli import run
from compare.cli.settings import tell
from compare.cli.writing import save
from compare.errors import OutputError, UsageError
from compare.model import Story
from compare.resources import unfinished
from tests.made import DAY, article

SAID = "The harbour master said on Friday that both cranes would be repaired by June."
EVIL = "\x1b[31mred\x1b]0;t\x07 \u202eback\u202c \x9b1m \u2066x\u2069 \x7f"
STEERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles of which every field is hostile, and a broken file with a hostile name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name in ("north", "south"):
        fields = {
            "title": f"Cranes {EVIL}",
            "outlet": f"{name} {EVIL}",
            "date": "2024-05-06",
            "url": f"https://{name}.example/{EVIL}",
            "text": f"{SAID[:-1]} {EVIL}. “It {EVIL} helps,” he said.\n\n{SAID} {EVIL}",
        }
        (tmp_path / "in" / f"{name}\x1b[31m\u202e.json").write_text(json.dumps(fields))
    (tmp_path / "in" / "bad\x1b[31m\u202e.json").write_text("{")
    return tmp_path


@pytest.mark.parametrize("form", ["table", "markdown", "json", "html", "annotations", "wikitext"])
def test_a_report_holds_nothing_that_steers(
    folder: Path, form: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """Texts, keys and names of files are shown with codes instead."""
    assert run(["story", "cranes", "in", "--format", form, "--no-cache"]) == 1
    printed = capfd.readouterr()
    assert STEERS.findall(printed.out + printed.err) == []
    assert "u202e" in printed.out


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_a_file_holds_nothing_that_steers(folder: Path, form: str) -> None:
    """Neither does any member of a workbook or a document, and both can be read."""
    from lxml import etree

    words = ("story", "cranes", "in", "--format", form, "--no-cache", "--output", "made")
    assert run(words) == 1
    with zipfile.ZipFile("made") as archive:
        texts = [archive.read(n) for n in archive.namelist() if n.endswith((".xml", ".rels"))]
    for text in texts:
        etree.fromstring(text)
        assert STEERS.findall(text.decode()) == []
    assert any("u202e" in text.decode() for text in texts)


@pytest.mark.parametrize(
    "arguments",
    [
        ("article", f"none{EVIL}"),
        ("story", f"none{EVIL}", "in"),
        (f"--none{EVIL}",),
        (f"none{EVIL}",),
        ("stories", f"none{EVIL}"),
        ("stories", "in", "--format", f"none{EVIL}"),
        ("stories", "in", "--output", f"none{EVIL}/x"),
        ("stories", "in", "--names", f"none{EVIL}"),
    ],
)
def test_a_message_holds_nothing_that_steers(
    folder: Path, arguments: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    """What was typed is repeated with codes instead."""
    assert run(arguments) in (2, 3)
    printed = capfd.readouterr()
    assert STEERS.findall(printed.out + printed.err) == []


def test_what_is_told_is_safe(capfd: pytest.CaptureFixture[str]) -> None:
    """One function says everything on stderr."""
    tell(f"a\n{EVIL}")
    assert STEERS.findall(capfd.readouterr().err) == []


@pytest.fixture
def plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one article."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(f"Cranes\n\n{SAID}\n")
    (tmp_path / "names.tsv").write_text("")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ("stories", "in", "--output", "in/a.txt"),
        ("stories", "in/a.txt", "--output", "in/a.txt"),
        ("article", "in/a.txt", "--output", "in/../in/a.txt"),
        ("find", "cranes", "in", "--output", "link"),
        ("stories", "in", "--names", "names.tsv", "--output", "names.tsv"),
        ("exercise", "cranes", "in", "--output", "in/a.txt"),
    ],
)
def test_an_input_is_never_written_over(
    plain: Path, arguments: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    """By whatever path it is named; the error says so, and the file stays."""
    (plain / "link").symlink_to(plain / "in" / "a.txt")
    assert run(arguments) == 2
    assert "is one of the files that are read" in capfd.readouterr().err
    assert (plain / "in" / "a.txt").read_text() == f"Cranes\n\n{SAID}\n"


def test_another_file_in_the_folder_may_be_written_once(plain: Path) -> None:
    """The report of a first run beside the articles is an article for the second."""
    assert run(["stories", "in", "--output", "in/report.txt"]) == 0
    assert run(["stories", "in", "--output", "in/report.txt"]) == 2
    assert run(["stories", "in", "--output", "report.txt"]) == 0
    assert run(["stories", "in", "--output", "report.txt"]) == 0


def test_a_key_is_not_written_over_an_answer(tmp_path: Path) -> None:
    """Every file of several is looked at, before any is in its place."""
    (tmp_path / "a-key").write_text("mine")
    with pytest.raises(UsageError):
        save([(tmp_path / "a", b"1"), (tmp_path / "a-key", b"2")], [str(tmp_path / "a-key")])
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("a-key", "mine")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_that_nobody_reads_is_an_error(tmp_path: Path) -> None:
    """And no wait without end."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OutputError, match="cannot be written"):
        save([(tmp_path / "pipe", b"x")])


def test_what_a_kill_left_goes_with_the_next_file(tmp_path: Path) -> None:
    """A folder of a process that is no more; that of a living one stays, and so do other files."""
    gone, alive = (tmp_path / f"{unfinished.prefix(pid)}ab" for pid in (4_194_304 + 7, os.getpid()))
    for path in (gone, alive, tmp_path / ".compare-mine"):
        path.mkdir()
        (path / "0").write_bytes(b"half")
    save([(tmp_path / "a", b"x")])
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([alive.name, ".compare-mine", "a"])


def test_a_file_of_another_host_goes_when_it_is_old(tmp_path: Path) -> None:
    """Nobody can ask whether its process runs."""
    new, old = (tmp_path / f"{unfinished.MARK}elsewhere0-1-{name}" for name in ("new", "old"))
    for path in (new, old):
        path.write_bytes(b"half")
    os.utime(old, (1, 1))
    unfinished.sweep(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == [new.name]
    unfinished.sweep(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("outlets", "ids"),
    [
        (["rfi", "rfi", "bbc"], ["rfi", "rfi-2", "bbc"]),
        (["rfi", "rfi", "rfi-2"], ["rfi", "rfi-3", "rfi-2"]),
        (["A B", "a-b"], ["A B", "a-b-2"]),
        (["RFI", "rfi", "Rfi"], ["RFI", "rfi-2", "Rfi-3"]),
        (["x", "x", "x"], ["x", "x-2", "x-3"]),
        (["../x", "x", "..x"], ["../x", "x-2", "..x-3"]),
    ],
)
def test_no_two_sources_can_be_taken_for_each_other(outlets: list[str], ids: list[str]) -> None:
    """Neither as they stand nor folded into the name of a file."""
    articles = [article(f"{n}", SAID, outlet=name) for n, name in enumerate(outlets)]
    assert [name for name, _ in source_ids(Story("s", "S", DAY, DAY, tuple(articles)))] == ids


def test_a_claim_of_odd_bytes_is_looked_for(plain: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A byte that is no text, as a shell may hand it on, is no fault."""
    assert run(["find", "cranes \udcff repaired", "in", "--no-cache"]) in (0, 3)
    assert "inside compare" not in capfd.readouterr().err
