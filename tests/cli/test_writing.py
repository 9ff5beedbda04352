"""Files are written whole or not at all, and Ctrl-C says in one line what was written."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from compare import pipeline
from compare.cli.writing import save
from compare.errors import OutputError
from compare.stories.engines import DuckEngine

ROOT = Path(__file__).parents[2]
Call = Callable[..., Any]


@pytest.mark.parametrize(
    ("command", "target"),
    [
        (("story", "blinken-han", "--format", "json"), "report.json"),
        (("stories", "--format", "html"), "site"),
        (("exercise", "blinken-han"), "sheet.md"),
    ],
)
def test_ctrl_c_leaves_nothing_half_written(
    tmp_path: Path, command: tuple[str, ...], target: str
) -> None:
    """A real interrupt in the middle of the work: exit code 130, one line, no new file."""
    (tmp_path / "report.json").write_text("as before", "utf-8")
    arguments = [*command, "--output", str(tmp_path / target), "--no-cache"]
    with subprocess.Popen(  # noqa: S603 -- our own interpreter and our own words
        [sys.executable, "-m", "compare", *arguments],
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
    ) as running:
        assert running.stderr is not None
        assert running.stderr.readline() == "no path given: reading ./seeds\n"
        running.send_signal(signal.SIGINT)
        said = running.stderr.read()
    assert running.returncode == 130
    assert re.fullmatch(r"Interrupted.*[Nn]othing was written\.\n", said)
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]
    assert (tmp_path / "report.json").read_text("utf-8") == "as before"


def test_an_interrupt_names_the_step(
    call: Call, stage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interrupt inside a step says which step; one between steps only what was written."""
    monkeypatch.setattr(pipeline, "analyse", interrupt)
    answer = call("story", "port")
    assert (answer.code, answer.out) == (130, "")
    assert answer.err == "Interrupted at: Comparing. Nothing was written.\n"
    monkeypatch.setattr(pipeline, "lookup", interrupt)
    assert call("story", "port").err == "Interrupted; nothing was written.\n"


def interrupt(*_: object) -> None:
    """Ctrl-C."""
    raise KeyboardInterrupt


def test_an_interrupt_while_printing_says_so(
    stage: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stands on the terminal already is not called nothing."""
    from compare.cli import run

    class Slow:
        encoding = "utf-8"
        buffer = type("Buffer", (), {"write": staticmethod(interrupt)})

        def isatty(self) -> bool:
            return False

        def flush(self) -> None:
            pass

    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", Slow())
        assert run(["stories"]) == 130
    assert capsys.readouterr().err == "Interrupted; the report was not printed to its end.\n"


def test_ctrl_c_in_duckdb_is_an_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    """DuckDB passes Ctrl-C on as a RuntimeError; no other RuntimeError is taken for it."""

    def fails(words: str) -> Callable[..., Any]:
        def run(*_: object) -> Any:
            raise RuntimeError(words)

        return run

    monkeypatch.setattr(DuckEngine, "_scores", fails("Query interrupted"))
    with pytest.raises(KeyboardInterrupt):
        DuckEngine().scores(None, None)  # type: ignore[arg-type]
    monkeypatch.setattr(DuckEngine, "_scores", fails("out of memory"))
    with pytest.raises(RuntimeError):
        DuckEngine().scores(None, None)  # type: ignore[arg-type]


def test_no_file_is_written_before_the_last_is_made(tmp_path: Path) -> None:
    """When making the second file fails, the first is as it was, and nothing else is left."""
    (tmp_path / "a").write_bytes(b"old")

    def files() -> Iterator[tuple[Path, bytes]]:
        yield tmp_path / "a", b"new"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        save(files())
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_an_interrupt_between_two_files_names_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file is whole; what is in its place already is named, and nothing waits beside it."""
    moved, move = [], Path.replace

    def replace(self: Path, target: Path) -> Path:
        if moved:
            raise KeyboardInterrupt
        moved.append(target)
        return move(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(KeyboardInterrupt, match=r"Interrupted; written: .*/a\."):
        save([(tmp_path / "a", b"1"), (tmp_path / "b", b"2")])
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_what_stands_in_the_way_stays_what_it_is(tmp_path: Path) -> None:
    """A link goes on to lead to its file, a file keeps its mode, a device is written to."""
    (tmp_path / "real").write_bytes(b"")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    assert save([(tmp_path / "link", b"x"), (Path(os.devnull), b"y")]) == [tmp_path / "link"]
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"x"
    assert stat.S_IMODE((tmp_path / "real").stat().st_mode) == 0o640
    assert not Path(os.devnull).is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "real"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A folder in the place of the file, or below a file, is one error with its reason."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="Is a directory"):
        save([(tmp_path, b"x")])
    with pytest.raises(OutputError, match="Not a directory"):
        save([(tmp_path / "file" / "x", b"x")], parents=True)


def test_a_spreadsheet_is_told_that_csv_is_utf8(call: Call, stage: Any, tmp_path: Path) -> None:
    """--bom begins the file with a byte-order mark, once, and changes nothing else; other formats
    refuse it.
    """
    plain, marked = tmp_path / "plain.csv", tmp_path / "marked.csv"
    assert call("story", "port", "--format", "csv", "--output", str(plain)).code == 0
    assert call("story", "port", "--format", "csv", "--bom", "--output", str(marked)).code == 0
    assert marked.read_bytes() == b"\xef\xbb\xbf" + plain.read_bytes()
    site = ("stories", "--format", "html", "--output", str(tmp_path / "site"))
    for words in (("story", "port"), site):
        refused = call(*words, "--bom")
        assert (refused.code, refused.err) == (2, "Error: --bom is for --format csv\n")
    assert not (tmp_path / "site").exists()
