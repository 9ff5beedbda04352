"""What every command shares: its options, each declared once.

In: the values of the options. Out: `Settings`, made once at the border.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial, update_wrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal

import click

from compare.errors import UsageError
from compare.options import Options
from compare.reports.report import BINARY, CONTRACTS, SCRIPTS, SECTION_NAMES, limited_for_people
from compare.reports.words import LANGUAGES, locale_language, say, use_language

if TYPE_CHECKING:
    from compare.resources.configuration import Configuration

Command = Callable[..., Any]
Option = Callable[[Command], Command]

PATHS = click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
OUTPUT = partial(click.option, "--output", metavar="FILE")
LANG = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="Language of the program's own words, and of a claim that has wordings in several.  "
    "[default: the locale's, else en]",
)
NAMES = click.option("--names", metavar="FILE", help="Names of your own, beside the built-in ones.")
CONFIG = click.option("--config", metavar="FILE", help="Options of your own, see `compare config`.")
RISK = click.option(
    "--risk",
    type=click.FloatRange(0, 1),
    metavar="SHARE",
    help="Show as included what is wrong in at most this share of the cells, as absent what is in "
    "half of it, at most .05; the rest is unclear.  [default: 0.2]",
)
EXCERPT = click.option(
    "--excerpt-limit",
    "most_words",
    type=click.IntRange(min=1),
    metavar="WORDS",
    help="Quote at most so many words of each article (a Chinese character is one), the most "
    "important first; not for JSON and annotations, which cite exact characters.",
)
JUDGE = click.option(
    "--judge",
    metavar="ADDRESS",
    help="Ask a model of yours about doubtful cells, shown apart; articles go to ADDRESS, such as "
    "http://localhost:8080/v1, and a key from COMPARE_JUDGE_KEY.",
)
JUDGE_MODEL = click.option(
    "--judge-model", metavar="NAME", help="Which model to ask at the address of --judge."
)
NO_CACHE = click.option(
    "--no-cache", is_flag=True, help="Neither read nor write the cache on disk."
)


def choice(name: str, known: Sequence[str], default: str, words: str) -> Option:
    """An option that takes one of `known`; `words` say what for."""
    kind = click.Choice(known)
    return click.option(name, type=kind, default=default, show_default=True, help=words)


def how_many(
    context: click.Context, option: click.Parameter, value: str | None
) -> int | Literal["all"] | None:
    """A whole number from 1, `all`, or None; click says what is wrong with any other word."""
    if value is None:
        return None
    if value == "all":
        return "all"
    return click.IntRange(min=1)(value, option, context)


def names_in(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The names of an option that may be given several times, or once with commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def sections_of(
    context: click.Context, option: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """Names of sections; click says what is wrong with any other word."""
    kind = click.Choice(SECTION_NAMES)
    return tuple(kind(name, option, context) for name in names_in(context, option, values))


@dataclass(frozen=True, slots=True)
class Settings:
    """How to compute and how to show: pipeline options and where each comes from, then format,
    file, script, width.
    """

    options: Options
    origins: Mapping[str, str]
    format: str = "table"
    output: str | None = None
    script: str = "original"
    width: int | None = None
    inputs: tuple[str, ...] = ()
    contract: int = CONTRACTS[-1]
    pager: bool = True
    bom: bool = False
    most_words: int | None = None


class Interrupted(click.ClickException):
    """Ctrl-C, in one line that says what was written."""

    exit_code = 130

    def show(self, file: IO[str] | None = None) -> None:
        """The line on stderr, below the ^C that a terminal shows."""
        del file
        tell("\n" * sys.stderr.isatty() + self.message)


def settled(*declared: Option) -> Callable[[Command], Command]:
    """Adds options to a command, which then takes `Settings` first and what is its own after."""

    def decorated(command: Command) -> Command:
        def wrapper(**values: Any) -> Any:
            inputs = _inputs(values)
            found = _in_force(values)
            keep_apart(values.get("output"), inputs)
            shared = {key: values.pop(key) for key in Settings.__slots__ if key in values}
            _possible(shared)
            try:
                return command(
                    Settings(found.options, found.origins, inputs=inputs, **shared), **values
                )
            except KeyboardInterrupt as stop:
                raise Interrupted(str(stop) or say("cli.stopped")) from stop

        wrapped: Command = update_wrapper(wrapper, command)
        for option in reversed(declared):
            wrapped = option(wrapped)
        return wrapped

    return decorated


def _possible(shared: Mapping[str, Any]) -> None:
    """Raises UsageError for options that do not go with the format."""
    form = shared.get("format")
    if shared.get("bom") and form != "csv":
        raise UsageError(say("cli.bom"))
    limited_for_people(shared.get("most_words"), str(form))
    if form in BINARY and shared.get("output") is None:
        raise UsageError(say("error.output", format=form))


_REPORTING = (
    OUTPUT(help="Write to FILE instead of the terminal; `stories --format html` writes a folder."),
    choice(
        "--script",
        SCRIPTS,
        "original",
        "Show Chinese in one script; JSON and CSV always keep the original.",
    ),
    LANG,
    click.option(
        "--width",
        type=click.IntRange(40, 1000),
        help="Columns of the table.  [default: the terminal's, else 80]",
    ),
    click.option(
        "--contract",
        type=click.IntRange(CONTRACTS[0], CONTRACTS[-1]),
        metavar="|".join(map(str, CONTRACTS)),
        default=CONTRACTS[-1],
        show_default=True,
        help="Version of the JSON, as in docs/schema: 1 has no made_by, facts, unknown speakers.",
    ),
    click.option(
        "--bom",
        is_flag=True,
        help="CSV for a spreadsheet: with a byte-order mark, so that it is taken for UTF-8, and an "
        "apostrophe before what would be computed.",
    ),
    click.option(
        "--no-pager",
        "pager",
        flag_value=False,
        default=True,
        help="Do not page what is longer than the terminal with PAGER of the environment, or less.",
    ),
    NAMES,
    CONFIG,
    NO_CACHE,
)


def reporting(*formats: str) -> Callable[[Command], Command]:
    """Adds the options of a command that prints a report in one of these formats."""
    return settled(choice("--format", formats, "table", "What to print."), *_REPORTING)


def _in_force(values: dict[str, Any]) -> Configuration:
    """Takes --config, --lang, --names, --risk, --judge, --judge-model and --no-cache out of a
    command's values: how to compute, for every command alike. Raises UsageError for a file of names
    that is not there.
    """
    from compare.options.fields import DEFAULT
    from compare.resources.configuration import configuration

    keys = ("config", "lang", "names", "no_cache", "risk", "judge", "judge_model")
    config, lang, names, no_cache, risk, judge, model = (values.pop(key, None) for key in keys)
    use_language(lang or locale_language(os.environ))
    if names is not None and not Path(names).is_file():
        raise UsageError(say("cli.no_file"), file=names)
    said = {
        "names_file": names,
        "language": lang,
        "use_cache": False if no_cache else None,
        "judge_address": judge,
        "judge_model": model,
        "debug": bool(os.environ.get("COMPARE_DEBUG")) or None,
        **_bounds(risk),
    }
    given = {key: value for key, value in said.items() if value is not None}
    found = configuration(config, _paths(values) or ("seeds",), given)
    if found.origins["language"] != DEFAULT:
        use_language(found.options.language)
    today = found.options.today or datetime.now(UTC).date()
    return replace(found, options=replace(found.options, today=today))


def _bounds(risk: float | None) -> dict[str, float]:
    """The bounds of cells that keep what --risk promises."""
    if risk is None:
        return {}
    from compare.resources.risks import bounds

    return dict(zip(("claim_included", "claim_absent"), bounds(risk), strict=True))


def _paths(values: dict[str, Any]) -> tuple[str, ...]:
    """Where a command reads; `article` names its first file apart from the others."""
    own = values.get("article")
    return (*([own] if own and Path(own).exists() else []), *(values.get("paths") or ()))


def _inputs(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Every file and folder that a command was told to read."""
    named = (values.get(key) for key in ("article", "sheet", "answers", "names", "config"))
    given = tuple(name for name in named if name and Path(name).exists())
    paths = tuple(values.get("paths") or ())
    return (*given, *(paths or (("seeds",) if "paths" in values and not given else ())))


def keep_apart(output: str | Path | None, inputs: Sequence[str]) -> None:
    """Raises UsageError for a result that would be written over something that is read: a named
    file, or one that would be read from a named folder.
    """
    if output is None or not Path(output).is_file():
        return
    from compare.sources import files

    for place in map(Path, inputs):
        if any(one.exists() and one.samefile(output) for one in files([place])):
            raise UsageError(say("cli.over_input"), file=str(output))


def tell(words: object) -> None:
    """Says `words` on stderr, with what could steer a terminal written as its code."""
    from compare.reports.blocks import safe

    click.echo(safe(str(words)), err=True)
