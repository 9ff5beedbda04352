"""What every command shares: its options, and where its report goes.

In: the values of the shared options. Out: `Settings`, made once at the border, and `present`,
which writes one report in the format that was asked for.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.errors import OutputError, UsageError
from compare.options import Options
from compare.reports.words import LANGUAGES, locale_language, say, use_language

if TYPE_CHECKING:
    from compare.reports.blocks import Block
    from compare.reports.display import Display
    from compare.resources.configuration import Configuration

FORMATS = ("table", "markdown", "json", "csv", "html", "annotations")
SCRIPTS = ("original", "hans", "hant")

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to compute and how to show: format, file, script, width, and pipeline options with where
    each comes from.
    """

    format: str
    output: str | None
    script: str
    width: int | None
    options: Options
    origins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """One result in its shapes, each made only when its format is asked for.

    Without a `page` of its own, a result is shown as a page of its blocks.
    """

    blocks: Callable[[], list[Block]]
    document: Callable[[], object]
    rows: Callable[[], str] | None = None
    page: Callable[[], str] | None = None
    annotations: Callable[[], str] | None = None


def reporting(command: Command) -> Command:
    """Adds the shared options to a command, which then takes `Settings` first."""

    def wrapper(**values: Any) -> Any:
        found = in_force(values)
        shared = {key: values.pop(key) for key in ("format", "output", "script", "width")}
        return command(Settings(**shared, options=found.options, origins=found.origins), **values)

    wrapped: Command = update_wrapper(wrapper, command)
    for option in reversed(_shared_options()):
        wrapped = option(wrapped)
    return wrapped


def in_force(values: dict[str, Any]) -> Configuration:
    """Takes --config, --lang, --names and --no-cache out of a command's values: how to compute, for
    every command alike. Raises UsageError for a file of names that is not there.
    """
    from compare.options.fields import DEFAULT
    from compare.resources.configuration import configuration

    lang, names, no_cache = (values.pop(key) for key in ("lang", "names", "no_cache"))
    use_language(lang or locale_language(os.environ))
    if names is not None and not Path(names).is_file():
        raise UsageError(say("cli.no_file"), file=names)
    said = {
        "names_file": names,
        "language": lang,
        "use_cache": False if no_cache else None,
        "debug": bool(os.environ.get("COMPARE_DEBUG")) or None,
    }
    given = {key: value for key, value in said.items() if value is not None}
    found = configuration(values.pop("config"), _paths(values) or ("seeds",), given)
    if found.origins["language"] != DEFAULT:
        use_language(found.options.language)
    today = found.options.today or datetime.now(UTC).date()
    return replace(found, options=replace(found.options, today=today))


def _paths(values: dict[str, Any]) -> tuple[str, ...]:
    """Where a command reads; `article` names its first file apart from the others."""
    own = values.get("article")
    return (*([own] if own and Path(own).exists() else []), *(values.get("paths") or ()))


def present(settings: Settings, report: Report) -> None:
    """Writes the report to stdout or the output file; raises OutputError when it cannot."""
    _emit(_text(settings, report), settings)


def present_folder(settings: Settings, files: Iterable[tuple[str, str]]) -> None:
    """Writes pages below the output folder and says on stderr where to begin; raises UsageError
    without one, OutputError when something cannot be written.
    """
    if settings.output is None:
        raise UsageError(say("cli.folder"))
    folder = Path(settings.output)
    if folder.exists() and not folder.is_dir():
        raise OutputError(say("cli.not_folder"), file=settings.output)
    names = []
    for name, text in files:
        _write(folder / name, text)
        names.append(name)
    first = folder / names[0]
    click.echo(say("cli.written", n=len(names), folder=folder, first=first), err=True)


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        reason = say("cli.cannot_write", reason=error.strerror)
        raise OutputError(reason, file=str(path)) from error


def _text(settings: Settings, report: Report) -> str:
    if settings.format == "json":
        from compare.reports.documents import to_json

        return to_json(report.document())
    if settings.format == "csv":
        if report.rows is None:
            raise UsageError(say("cli.no_csv"))
        return report.rows()
    if settings.format == "html":
        from compare.reports.blocks_page import blocks_page

        return report.page() if report.page else blocks_page(report.blocks(), settings.script)
    if settings.format == "annotations":
        if report.annotations is None:
            raise UsageError(say("cli.no_annotations"))
        return report.annotations()
    if settings.format == "markdown":
        from compare.reports.markdown import render as render_markdown

        return render_markdown(report.blocks(), _display(settings))
    from compare.reports.terminal import render

    return render(report.blocks(), _display(settings))


def _display(settings: Settings) -> Display:
    from compare.reports.display import Display

    width = settings.width or max(40, shutil.get_terminal_size((80, 24)).columns)
    return Display(width, _colour(settings), settings.script)


def _colour(settings: Settings) -> bool:
    """Colour only on a terminal that wants it (https://no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return settings.output is None and sys.stdout.isatty() and not plain


def _emit(text: str, settings: Settings) -> None:
    if settings.output is not None:
        try:
            Path(settings.output).write_bytes(text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            reason = say("cli.cannot_write", reason=error.strerror)
            raise OutputError(reason, file=settings.output) from error
        return
    encoding = sys.stdout.encoding if settings.format == "table" else "utf-8"
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(encoding, "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # `| head` has read what it wanted; the rest goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _shared_options() -> tuple[Callable[[Command], Command], ...]:
    return (
        click.option(
            "--format",
            "format",
            type=click.Choice(FORMATS),
            default="table",
            show_default=True,
            help="What to print.",
        ),
        click.option(
            "--output",
            metavar="FILE",
            help="Write to FILE instead of the terminal; `stories --format html` writes a folder.",
        ),
        click.option(
            "--script",
            type=click.Choice(SCRIPTS),
            default="original",
            show_default=True,
            help="Show Chinese in one script; JSON and CSV always keep the original.",
        ),
        click.option(
            "--lang",
            type=click.Choice(LANGUAGES),
            help="Language of the report's own words, preferred also when a claim has wordings "
            "in several.  [default: the locale's, else en]",
        ),
        click.option(
            "--width",
            type=click.IntRange(40, 1000),
            help="Columns of the table.  [default: the terminal's, else 80]",
        ),
        click.option(
            "--names", metavar="FILE", help="Names of your own, beside the built-in ones."
        ),
        click.option("--config", metavar="FILE", help="Options of your own; see `compare config`."),
        click.option("--no-cache", is_flag=True, help="Neither read nor write the cache on disk."),
    )
