"""The commands themselves: stories, story, article, find.

In: parsed arguments. Out: an exit code; the report goes through `present`. Each command reads as
load, compute, show, and nothing is decided here that a library user would need too.

The command `config`: which options are in force, and from where. In: the shared options and paths,
as every command takes them. Out: what they lead to, before anything is read, so that it also
answers where a run would fail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from compare import __version__
from compare.cli.inputs import collect, compared, group, judge_of, judged, pick_articles, progress
from compare.cli.settings import (
    EXCERPT,
    JUDGE,
    JUDGE_MODEL,
    PATHS,
    RISK,
    Settings,
    how_many,
    names_in,
    reporting,
    sections_of,
)
from compare.cli.writing import present, present_folder
from compare.errors import UsageError
from compare.reports.report import (
    EXPORTED,
    FORMATS,
    SECTION_NAMES,
    TEXTS,
    WITH_QUOTES,
    Report,
    excerpted,
    story_report,
)
from compare.reports.words import LANGUAGES, MOST_FACTS, language, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.model import Comparison, Grounds, MadeBy, SetAside, Story
    from compare.pipeline import Readings


NO_GLOSS = "none"
EPILOG = """\
PATH is a file or a folder; without one, ./seeds is read, else the sample stories in the package.

Exit codes: 0 fine; 1 finished, but an input was set aside; 2 wrong usage or a name that fits
several stories; 3 nothing found.

ImageMagick has a `compare` too: `compare-stories` and `python -m compare` always mean this one.
"""


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="compare-stories %(version)s")
def program() -> None:
    """What every outlet said, left out and changed about one story, side by side."""


@program.command()
@PATHS
@RISK
@reporting(*EXPORTED)
def stories(settings: Settings, paths: tuple[str, ...]) -> int:
    """List the stories among the articles: slug, days, sources, title.

    With --format html, write a folder of pages to browse: the list, each story, and its sources
    side by side.
    """
    from compare import pipeline
    from compare.reports.assemble import stories_document
    from compare.reports.persons import of_documents
    from compare.reports.rows import stories_csv
    from compare.reports.story import listing_blocks
    from compare.reports.story_tables import listing_tables

    collection = collect(settings, paths)
    found, names = group(settings, collection.articles)
    by = pipeline.made_by(settings.options)
    if settings.format == "html":
        present_folder(settings, _site(settings, found, names, collection.set_aside, by))
        return int(bool(collection.set_aside))
    report = Report(
        by,
        lambda: listing_blocks(found, settings.script),
        lambda: stories_document(found, collection.set_aside, by),
        lambda: stories_csv(found),
        persons=lambda: of_documents(names.documents.values()),
        tables=lambda: listing_tables(found),
    )
    present(settings, report)
    return int(bool(collection.set_aside))


@program.command()
@click.argument("slug")
@PATHS
@click.option(
    "--explain",
    nargs=2,
    metavar="ROW SOURCE",
    help="Show one cell with its proof in context: of a claim, a key fact or a difference, as in "
    "--explain c05 rfi, --explain d02 rfi.",
)
@click.option(
    "--against",
    metavar="SOURCE|readout",
    help="Hold every source against this official text: a source, or the readout inside one.",
)
@click.option(
    "--facts",
    callback=how_many,
    metavar="N|all",
    help="How many key facts to show, here and on the page; the JSON always has them all.  "
    f"[default: {MOST_FACTS}]",
)
@click.option("--full", is_flag=True, help="Print everything, not the first screen alone.")
@click.option(
    "--section",
    "sections",
    multiple=True,
    callback=sections_of,
    metavar="NAME",
    help="Print a part of the report: " + ", ".join(SECTION_NAMES) + ".",
)
@click.option(
    "--only", multiple=True, callback=names_in, metavar="SOURCE", help="Show these sources alone."
)
@click.option(
    "--without", multiple=True, callback=names_in, metavar="SOURCE", help="Leave these sources out."
)
@click.option(
    "--gloss",
    type=click.Choice([*LANGUAGES, NO_GLOSS]),
    help="Below a row in another language its names, figures and dictionary words in this one, "
    "as a gloss and no translation.  [default: the language of --lang]",
)
@RISK
@EXCERPT
@JUDGE
@JUDGE_MODEL
@reporting(*FORMATS)
def story(
    settings: Settings,
    slug: str,
    paths: tuple[str, ...],
    explain: tuple[str, str] | None,
    against: str | None,
    facts: int | Literal["all"] | None,
    full: bool,
    sections: tuple[str, ...],
    only: tuple[str, ...],
    without: tuple[str, ...],
    gloss: str | None,
) -> int:
    """Compare one story: what disagrees, key facts, claims by source, who has what alone.

    SLUG is a name from `stories`, or part of one, in any order or in Chinese. A table shows what
    matters on one screen; see --full and --section for the rest.
    """
    from compare.pipeline.glossing import glossed
    from compare.reports.chosen import chosen

    if (full or sections) and settings.format not in ("table", *WITH_QUOTES):
        raise UsageError(say("cli.sections"))
    judge = judge_of(settings)
    comparison, _, names, code = compared(settings, slug, paths, against)
    comparison = chosen(comparison, only, without)
    if judge is not None:
        comparison, failed = judged(settings, judge, comparison, names, explain)
        code = max(code, failed)
    if gloss != NO_GLOSS:
        comparison = glossed(comparison, gloss or language(), settings.options, names)
    if explain:
        present(settings, _cell(settings, comparison, names, *explain))
        return code
    present(settings, _report(settings, comparison, facts, sections, full=full))
    return code


@program.command()
@click.argument("article", metavar="PATH|ID")
@PATHS
@click.option("--entities", is_flag=True, help="List the names too, and how each is known.")
@reporting(*TEXTS)
def article(settings: Settings, article: str, paths: tuple[str, ...], entities: bool) -> int:
    """Show how one article was read: text, dates, whose words, names.

    Further PATHs are read beside it, because one article can explain a name in another.
    """
    from pathlib import Path

    from compare import pipeline, sources
    from compare.reports.article import reading_blocks
    from compare.reports.assemble import article_document
    from compare.reports.persons import of_inspections
    from compare.reports.rows import article_csv

    named = Path(article).exists()
    collection = collect(settings, (article, *paths) if named else paths)
    files = set(map(sources.shown, sources.files([Path(article)]))) if named else set()
    # not read again: a pipe is empty the second time
    own = [one for one in collection.articles if one.file in files or (named and not paths)]
    chosen = own or pick_articles(collection.articles, article)
    seen = [pipeline.inspect(one, collection.articles, settings.options) for one in chosen]
    by = pipeline.made_by(settings.options)
    report = Report(
        by,
        lambda: [
            block
            for one in seen
            for block in reading_blocks(one, entities=entities, script=settings.script)
        ],
        lambda: article_document(seen, by),
        lambda: article_csv(seen, entities=entities),
        persons=lambda: of_inspections(seen),
    )
    present(settings, report)
    return int(bool(collection.set_aside))


@program.command()
@click.argument("text")
@PATHS
@reporting(*TEXTS)
def find(settings: Settings, text: str, paths: tuple[str, ...]) -> int:
    """Look for a claim that you type, in any language: who carries it, with the sentence."""
    from compare import pipeline
    from compare.reports.article import search_blocks
    from compare.reports.assemble import find_document
    from compare.reports.rows import find_csv

    if not text.strip():
        raise UsageError(say("cli.empty_text"))
    collection = collect(settings, paths)
    with progress(say("cli.searching")):
        found = pipeline.find(text, collection.articles, settings.options)
    by = pipeline.made_by(settings.options)
    report = Report(
        by,
        lambda: search_blocks(text, found, settings.script),
        lambda: find_document(text, found, by),
        lambda: find_csv(found),
    )
    present(settings, report)
    if not any(one.evidence for one in found):
        return 3
    return int(bool(collection.set_aside))


def _site(
    settings: Settings,
    stories: Sequence[Story],
    names: Readings,
    aside: Sequence[SetAside],
    by: MadeBy,
) -> Iterator[tuple[str, str]]:
    from compare import pipeline
    from compare.pipeline.glossing import glossed
    from compare.reports.site import site

    if settings.output is None:
        raise UsageError(say("cli.folder"))
    options, reader = settings.options, language()
    with progress(say("cli.comparing")):
        found = [pipeline.analyse(story, options, None, names) for story in stories]
        read = [glossed(one, reader, options, names) for one in found]
        yield from site(read, aside, settings.script, by)


def _report(
    settings: Settings,
    comparison: Comparison,
    facts: int | Literal["all"] | None,
    sections: tuple[str, ...],
    *,
    full: bool,
) -> Report:
    """What was asked for; a table is the first screen, and a number of facts asks for facts."""
    table = settings.format == "table" and not full
    most = facts or (None if settings.format == "xlsx" else MOST_FACTS)  # a workbook is filtered
    if table and facts and not sections:
        sections = ("facts",)
    return story_report(
        comparison,
        settings.script,
        quotes=settings.format in WITH_QUOTES,
        facts=None if most == "all" else most,
        sections=sections,
        brief=table and not sections,
        most_words=settings.most_words,
    )


def _cell(
    settings: Settings, comparison: Comparison, names: Readings, claim: str, source: str
) -> Report:
    """One cell; where quotations have a limit, without the list of the words that stand there."""
    from compare.model import Grounds
    from compare.pipeline.grounds import grounds
    from compare.reports.explain import pick_cell
    from compare.reports.explain_values import is_value
    from compare.reports.quoted import limited_cell

    known = None
    if not is_value(comparison, claim):
        picked = pick_cell(comparison, claim, source)
        known = grounds(comparison, *picked, names, settings.options)
    if not settings.most_words:
        return _shown_cell(comparison, claim, source, known)
    told, shown = limited_cell(comparison, settings.most_words, claim, source)
    bare = known and Grounds(differing=known.differing)
    return excerpted(_shown_cell(told, claim, source, bare), shown)


def _shown_cell(comparison: Comparison, claim: str, source: str, known: Grounds | None) -> Report:
    from compare.reports.assemble import explain_document
    from compare.reports.explain import explain_blocks, pick_cell
    from compare.reports.explain_values import pick_value, value_blocks, value_document
    from compare.reports.persons import of_comparison

    if known is None:
        given = pick_value(comparison, claim, source)
        return Report(
            comparison.made_by,
            lambda: value_blocks(given),
            lambda: value_document(comparison, given),
            persons=lambda: of_comparison(comparison),
            sources=lambda: [given.source],
        )
    row, column = pick_cell(comparison, claim, source)
    return Report(
        comparison.made_by,
        lambda: explain_blocks(row, column, known),
        lambda: explain_document(comparison, row, column, known),
        persons=lambda: of_comparison(comparison),
        sources=lambda: [column],
    )


@program.command()
@PATHS
@click.option("--only-changed", is_flag=True, help="Leave out what is at its default.")
@RISK
@JUDGE
@JUDGE_MODEL
@reporting(*TEXTS)
def config(settings: Settings, paths: tuple[str, ...], only_changed: bool) -> int:  # noqa: ARG001 -- `settings` were made of them
    """Show the options in force for the articles at PATH: value, where it is set, meaning.

    The strongest first: the command line, the file of --config, compare.toml beside the articles,
    your own compare.toml.
    """
    from compare import pipeline
    from compare.reports import configuration as report

    by = pipeline.made_by(settings.options)
    rows = report.shown(settings.options, settings.origins, only_changed=only_changed)
    made = Report(
        by,
        lambda: report.configuration_blocks(rows),
        lambda: report.configuration_document(rows, by),
        lambda: report.configuration_csv(rows),
    )
    present(settings, made)
    return 0
