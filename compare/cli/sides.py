"""The command `diff`: two or three sources of a story side by side.

In: parsed arguments. Out: an exit code; the report goes through `present`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from compare.cli.commands import program
from compare.cli.inputs import compared
from compare.cli.settings import EXCERPT, PATHS, RISK, Settings, reporting
from compare.cli.writing import present
from compare.reports.report import EXPORTED, Report, excerpted

if TYPE_CHECKING:
    from compare.model import Comparison
    from compare.reports.beside import Beside


@program.command()
@click.argument("slug")
@click.argument("left")
@click.argument("right")
@PATHS
@click.option("--third", metavar="SOURCE", help="A third column.")
@RISK
@EXCERPT
@reporting(*EXPORTED)
def diff(
    settings: Settings,
    slug: str,
    left: str,
    right: str,
    paths: tuple[str, ...],
    third: str | None,
) -> int:
    """Show two sources of a story side by side, paragraph by paragraph.

    LEFT and RIGHT are ids from the list of sources that `story SLUG` prints. Paragraphs stand on
    one line where both carry a claim of the story.
    """
    from compare.reports.beside import beside

    comparison, _, _, code = compared(settings, slug, paths)
    made = beside(comparison, (left, right, *([third] if third else [])))
    present(settings, _report(settings, comparison, made))
    return code


def _report(settings: Settings, comparison: Comparison, made: Beside) -> Report:
    from compare.reports.quoted import limited_sides

    if not settings.most_words:
        return _shown(settings, comparison, made, made)
    told, shown = limited_sides(made, settings.most_words)
    notice = shown.note(len(shown.cut)) if shown.cut else ""
    return excerpted(_shown(settings, comparison, told, made, notice), shown)


def _shown(
    settings: Settings, comparison: Comparison, made: Beside, whole: Beside, notice: str = ""
) -> Report:
    """The report of `made`, which may show less than the `whole` that is marked."""
    from compare.reports.assemble import diff_document
    from compare.reports.persons import of_sources
    from compare.reports.rows import diff_csv
    from compare.reports.side_spans import spans_of
    from compare.reports.sides import side_blocks, side_page
    from compare.reports.two_tables import side_tables

    by, script = comparison.made_by, settings.script
    return Report(
        by,
        lambda: side_blocks(made, script),
        lambda: diff_document(comparison.story.slug, made, by),
        lambda: diff_csv(made),
        lambda: side_page(
            comparison.story, made, script, made_by=by, marks=spans_of(whole), notice=notice
        ),
        persons=lambda: of_sources(whole.sources),
        tables=lambda: side_tables(made),
        sources=lambda: made.sources,
    )
