"""The commands `exercise` and `mark`.

In: parsed arguments. Out: files or text, and an exit code. The claims of other stories that serve
as wrong answers are checked here against every article of the story, because only the pipeline can
say that nobody carries them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.cli.commands import program
from compare.cli.inputs import compared
from compare.cli.settings import (
    CONFIG,
    LANG,
    NAMES,
    NO_CACHE,
    OUTPUT,
    PATHS,
    RISK,
    Settings,
    choice,
    names_in,
    settled,
    tell,
)
from compare.cli.writing import emit, save
from compare.errors import UnreadableFile, UsageError
from compare.reports.words import language, say

if TYPE_CHECKING:
    from compare.exercises import Exercise
    from compare.exercises.parts import Distractor
    from compare.model import Comparison, Story
    from compare.pipeline import Readings

FORMATS = ("table", "html", "markdown", "docx", "pdf", "gift", "moodle", "qti", "csv")
COUNT = click.IntRange(min=1)
DROP = click.option(
    "--drop",
    metavar="NUMBERS",
    multiple=True,
    callback=names_in,
    help="Strike items: 1.3 as sheet A numbers them, B:1.3 as B does.",
)


def _split(_: click.Context, __: click.Parameter, text: str | None) -> tuple[str, ...] | None:
    if text is None:
        return None
    return tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))


@program.command()
@click.argument("slug")
@PATHS
@choice("--level", ("basic", "standard", "advanced"), "standard", "How much is asked.")
@click.option("--minutes", type=COUNT, help="Time for the whole sheet.  [default: 45]")
@click.option("--items", type=COUNT, help="Rows of each task.")
@click.option(
    "--kinds",
    metavar="NAMES",
    callback=_split,
    help="Kinds of task, with commas between, or all.  [default: three]",
)
@click.option("--sources", metavar="IDS", callback=_split, help="Source ids, with commas between.")
@choice("--texts", ("both", "zh", "en"), "both", "Texts in which language.")
@click.option(
    "--excerpt-limit", "excerpt", type=COUNT, metavar="WORDS", help="Most words of each article."
)
@click.option("--anonymous", is_flag=True, help="Outlets as A, B, C; the key has names.")
@click.option("--seed", help="Makes the same sheet again.  [default: from the story]")
@choice("--variant", ("A", "B", "C"), "A", "Another order of the same questions.")
@DROP
@click.option("--large-print", "large", is_flag=True, help="Large letters.")
@choice("--paper", ("a4", "letter"), "a4", "Paper of a PDF or DOCX.")
@click.option("--self-marking", is_flag=True, help="HTML that checks answers by itself.")
@click.option("--key", is_flag=True, help="Without --output: print the key instead.")
@settled(
    choice("--format", FORMATS, "markdown", "What to write."),
    OUTPUT(help="Write the sheet to FILE and its key beside it."),
    LANG,
    RISK,
    NAMES,
    CONFIG,
    NO_CACHE,
)
def exercise(
    settings: Settings,
    slug: str,
    paths: tuple[str, ...],
    *,
    self_marking: bool,
    key: bool,
    **request: Any,
) -> int:
    """Make a worksheet and its key from one story.

    With --output FILE the key stands beside it as FILE-key, and as JSON for `mark`.
    """
    from compare import exercises, pipeline
    from compare.exercises import formats

    form, output = settings.format, settings.output
    if self_marking and form != "html":
        raise UsageError(say("error.self"))
    if output is None and form in formats.BINARY:
        raise UsageError(say("error.output", format=form))
    asked = exercises.Request(**request)
    comparison, others, names, code = compared(settings, slug, paths)
    found = _distractors(settings, comparison, others, names)
    hidden = pipeline.outlet_names(comparison, settings.options)
    practised = pipeline.standards(language())
    made = exercises.make(comparison, asked, settings.options, found, hidden, practised)
    for warning in (*made.warnings, *made.key.notes):
        tell(warning)
    _write(made, form, settings, self_marking=self_marking, key=key)
    return code or int(bool(made.warnings))


def _distractors(
    settings: Settings, comparison: Comparison, others: Sequence[Story], names: Readings
) -> tuple[Distractor, ...]:
    """At most a few claims of other stories that no article here carries."""
    from compare import pipeline
    from compare.exercises.rows import default_seed
    from compare.exercises.sentences import candidates, distractor

    articles = [source.article for source in comparison.sources]
    languages = sorted({article.language for article in articles})
    found: list[Distractor] = []
    options, seed = settings.options, default_seed(comparison)
    tried = candidates(others, names.documents, languages, seed, options)
    for origin in islice(tried, options.exercise_tries):
        if len(found) >= options.exercise_distractors:
            break
        answers = pipeline.find(origin[2], articles, options)
        nearest = {answer.article.id: answer.nearest for answer in answers}
        made = distractor(origin, nearest, comparison.sources, options.exercise_confidence)
        found += [made] if made else []
    return tuple(found)


def _write(made: Exercise, form: str, settings: Settings, *, self_marking: bool, key: bool) -> None:
    from compare.exercises import formats

    output = settings.output
    if output is None:
        chosen = formats.key(made, form) if key else None
        emit(chosen or formats.sheet(made, form, self_marking=self_marking))
        return
    written = save(
        formats.files(made, form, Path(output), self_marking=self_marking), settings.inputs
    )
    tell(say("cli.files", names=", ".join(map(str, written))))


@program.command()
@click.argument("sheet", type=click.Path())
@click.argument("answers", metavar="ANSWERS.csv", type=click.Path())
@DROP
@settled(OUTPUT(help="Write to FILE instead of the terminal."), LANG)
def mark(settings: Settings, sheet: str, answers: str, *, drop: tuple[str, ...]) -> int:
    """Mark a class's answers: scores a row, and which claims were missed most.

    SHEET is a sheet that `exercise --output` wrote, with its key beside it, or that key
    (FILE-key.json); the key of one variant marks all three. ANSWERS.csv, or an .xlsx, has a column
    a question and a row a student, and a column `sheet` with A, B or C where a class has several
    variants. Names are neither kept nor shown. A cell that is no answer is named and costs that
    answer alone.
    """
    from compare.exercises.formats import marks
    from compare.exercises.marking import from_json
    from compare.exercises.marking import mark as mark_answers
    from compare.reports.blocks import safe

    path = _key_path(Path(sheet))
    key = from_json(_read(path), str(path))
    made = mark_answers(key, _read(Path(answers)), answers, drop)
    for remark in made.remarks:
        click.echo(safe(remark), err=True)
    data = marks(made).encode("utf-8", "backslashreplace")
    if settings.output is None:
        emit(data)
    else:
        save([(Path(settings.output), data)], settings.inputs)
    return int(bool(made.remarks))


def _key_path(sheet: Path) -> Path:
    from compare.exercises.formats import machine_path

    if sheet.suffix == ".json":
        return sheet
    path = machine_path(sheet)
    if not sheet.exists():
        raise UsageError(say("cli.no_path"), file=str(sheet))
    if not path.exists():
        raise UsageError(say("mark.no_key", file=path), file=str(sheet))
    return path


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(error.strerror or type(error).__name__, file=str(path)) from error
