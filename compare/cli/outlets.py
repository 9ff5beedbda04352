"""The command `outlets`: all stories among the articles, counted outlet by outlet.

In: parsed arguments. Out: an exit code; the report goes through `present`. Stories are compared one
after another; on a terminal a line says which one, once the whole has taken a second.
"""

from __future__ import annotations

import shlex
import time
from typing import TYPE_CHECKING

import click

from compare.cli.commands import program
from compare.cli.inputs import AFTER_SECONDS, collect, group, name_set_aside, progress
from compare.cli.settings import PATHS, RISK, Settings, names_in, reporting, tell
from compare.cli.writing import present
from compare.errors import NotFound, UsageError
from compare.reports.report import TEXTS, WITH_QUOTES, Report
from compare.reports.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Story
    from compare.model.outlets import Profiles
    from compare.pipeline import Readings
    from compare.pipeline.outlets import Tallied
    from compare.reports.blocks import Block

MOST_ROWS = 3  # of a table in an outlet's profile, so that it takes one screen


@program.command()
@PATHS
@click.option(
    "--outlet",
    "chosen",
    multiple=True,
    callback=names_in,
    metavar="ID",
    help="Show this outlet's profile in detail.",
)
@click.option("--full", is_flag=True, help="Print everything, not the first screen alone.")
@RISK
@reporting(*TEXTS, "wikitext", "docx")
def outlets(settings: Settings, paths: tuple[str, ...], chosen: tuple[str, ...], full: bool) -> int:
    """Count over all stories: what each outlet carries, leaves out, and whom it lets speak.

    Counted are the stories that two sources or more tell. Shares have intervals over stories; with
    few stories there are counts alone. Outlets stand by id: this is no ranking.
    """
    from compare.pipeline.outlets import outlet_profiles, told_twice
    from compare.reports.outlets import among

    if full and settings.format not in ("table", *WITH_QUOTES):
        raise UsageError(say("cli.sections"))
    collection = collect(settings, paths)
    stories, names = group(settings, collection.articles)
    several = told_twice(stories)
    if not several:
        raise NotFound(say("outlets.none"))
    tallies = _tallied(settings, several, names)
    found = among(outlet_profiles(tallies, settings.options), chosen)
    name_set_aside(found.set_aside)
    cut = [file for one in tallies for file in one.shortened]
    for file in cut:
        tell(say("cli.shortened", file=file, n=settings.options.max_units))
    present(settings, _report(settings, found, names, shlex.join(paths), chosen, full=full))
    return int(bool(collection.set_aside or found.set_aside or cut))


def _tallied(settings: Settings, stories: Sequence[Story], names: Readings) -> list[Tallied]:
    from compare.pipeline.outlets import tallied

    found, began = [], time.monotonic()
    for number, story in enumerate(stories, 1):
        step = say("cli.comparing_many", n=number, of=len(stories), story=story.slug)
        late = time.monotonic() - began > AFTER_SECONDS
        with progress(step, 0 if late else AFTER_SECONDS):
            found.append(tallied(story, names, settings.options))
    return found


def _report(
    settings: Settings,
    found: Profiles,
    names: Readings,
    where: str,
    chosen: Sequence[str],
    *,
    full: bool,
) -> Report:
    """The first screen for a table, of all outlets or of those chosen; else everything."""
    from compare.reports.outlet_rows import outlets_csv, outlets_document
    from compare.reports.outlet_sections import outlet_blocks
    from compare.reports.outlets import outlet_brief
    from compare.reports.persons import of_documents

    short = settings.format == "table" and not full

    def blocks() -> list[Block]:
        if short and not chosen:
            return outlet_brief(found, settings.script, where)
        most = MOST_ROWS if short else None
        return outlet_blocks(found, settings.script, where, listed=not chosen, most=most)

    return Report(
        found.made_by,
        blocks,
        lambda: outlets_document(found),
        lambda: outlets_csv(found),
        persons=lambda: of_documents(names.documents.values()),
    )
