"""Where a report goes: to the terminal, to a file, or to a folder of pages.

In: `Settings` and what was made. Out: bytes on stdout or files. A file is written whole or not at
all; what no terminal can show goes to a file alone.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.settings import Settings, keep_apart, tell
from compare.errors import OutputError, UsageError
from compare.reports.report import BINARY, Report, render, render_binary
from compare.reports.words import say

if TYPE_CHECKING:
    from compare.reports.blocks import Display


def present(settings: Settings, report: Report) -> None:
    """Writes the report to stdout or the output file; raises OutputError when it cannot."""
    from compare.reports.blocks import safe

    if settings.format in BINARY:
        data = render_binary(report, settings.format, _display(settings))
        save([(Path(settings.output or ""), data)], settings.inputs)
        return
    text = render(report, settings.format, _display(settings), settings.contract)
    if settings.format == "csv" and report.notice:
        tell(report.notice)
    if settings.bom:
        from compare.reports.rows import for_spreadsheet

        text = for_spreadsheet(text)
    encoding = sys.stdout.encoding if settings.format == "table" else "utf-8"
    if settings.output is None:
        if settings.format == "csv" and sys.stdout.isatty():  # a file keeps every character
            text = "\n".join(map(safe, text.split("\n")))
        if settings.format == "table" and _pages(settings, text):
            os.environ.setdefault("LESS", "FRX")  # colours pass, and the text stays when it ends
            click.echo_via_pager(text, color=True)
        else:
            emit(text.encode(encoding, "backslashreplace"))
    else:
        save([(Path(settings.output), text.encode("utf-8", "backslashreplace"))], settings.inputs)


def present_folder(settings: Settings, files: Iterable[tuple[str, str]]) -> None:
    """Writes pages below the output folder and says on stderr where to begin; raises UsageError
    without one, OutputError when something cannot be written.
    """
    if settings.output is None:
        raise UsageError(say("cli.folder"))
    folder = Path(settings.output)
    if folder.exists() and not folder.is_dir():
        raise OutputError(say("cli.not_folder"), file=settings.output)
    pages = ((folder / name, text.encode("utf-8", "backslashreplace")) for name, text in files)
    names = save(pages, settings.inputs, parents=True)
    tell(say("cli.written", n=len(names), folder=folder, first=names[0]))


def save(
    files: Iterable[tuple[Path, bytes]], inputs: Sequence[str] = (), *, parents: bool = False
) -> list[Path]:
    """Writes files, none of them before the last is made: each is whole, or as it was before.

    They wait in a folder beside their places, which goes when anything fails or is interrupted;
    what a kill left of one goes with the next. `parents` makes missing folders. A device or a pipe
    is written at once. Raises OutputError, and UsageError for a file that is one of `inputs`.
    """
    from tempfile import TemporaryDirectory

    from compare.resources import unfinished

    made: list[Path] = []
    with ExitStack() as stack:
        stage = Path()
        for path, data in files:
            keep_apart(path, inputs)
            with _writing(path):
                if path.exists() and not path.is_file():
                    _into_place(path, data)
                    continue
                if not made:
                    above = path.absolute().parents
                    beside = next(p for p in above if p.exists()) if parents else above[0]
                    unfinished.sweep(beside)
                    waiting = TemporaryDirectory(prefix=unfinished.prefix(), dir=beside)
                    stage = Path(stack.enter_context(waiting))
                (stage / str(len(made))).write_bytes(data)
            made.append(path)
        _place(stage, made, parents=parents)
    return made


def _into_place(path: Path, data: bytes) -> None:
    """Writes to a device or a pipe; a pipe that nobody reads is an error and no wait."""
    handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "set_blocking"):
        os.set_blocking(handle, True)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)


def _place(stage: Path, made: Sequence[Path], *, parents: bool) -> None:
    """Moves what waits in `stage` to its places; an interrupt here says what is there already."""
    waits = [stage / str(number) for number in range(len(made))]
    try:
        for wait, path in zip(waits, made, strict=True):
            with _writing(path):
                if parents:
                    path.parent.mkdir(parents=True, exist_ok=True)
                if path.exists():
                    shutil.copymode(path, wait)
                wait.replace(path.resolve())  # through a link, so that it goes on to lead there
    except KeyboardInterrupt:
        done = [str(path) for wait, path in zip(waits, made, strict=True) if not wait.exists()]
        raise KeyboardInterrupt(say("cli.stopped.after", names=", ".join(done) or "–")) from None


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = say("cli.cannot_write", reason=error.strerror)
        raise OutputError(reason, file=str(path)) from error


def emit(data: bytes) -> None:
    """Writes to stdout, as far as its reader reads."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # `| head` has read what it wanted; the rest goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        raise KeyboardInterrupt(say("cli.stopped.printing")) from None


def _pages(settings: Settings, text: str) -> bool:
    """Is a person looking at a terminal that shows less than the text, who wants it in pages?"""
    wanted = settings.pager and os.environ.get("PAGER", "less").strip() not in ("", "cat")
    if not wanted or not (sys.stdout.isatty() and sys.stdin.isatty()):
        return False
    return text.count("\n") >= shutil.get_terminal_size((80, 24)).lines


def _display(settings: Settings) -> Display:
    from compare.reports.blocks import Display

    width = settings.width or max(40, shutil.get_terminal_size((80, 24)).columns)
    return Display(width, _colour(settings), settings.script)


def _colour(settings: Settings) -> bool:
    """Colour only on a terminal that wants it (https://no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return settings.output is None and sys.stdout.isatty() and not plain
