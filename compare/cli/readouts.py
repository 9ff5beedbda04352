"""The command `readouts`: two official texts of one meeting.

In: parsed arguments. Out: an exit code; the report goes through `present`.
"""

from __future__ import annotations

import click

from compare.cli.commands import program
from compare.cli.inputs import compared
from compare.cli.settings import EXCERPT, PATHS, RISK, Settings, reporting
from compare.cli.writing import present
from compare.reports.report import EXPORTED, Report, excerpted


@program.command()
@click.argument("slug")
@click.argument("left")
@click.argument("right")
@PATHS
@RISK
@EXCERPT
@reporting(*EXPORTED)
def readouts(settings: Settings, slug: str, left: str, right: str, paths: tuple[str, ...]) -> int:
    """Show two official texts of a story: what both say, only one, or each otherwise.

    LEFT and RIGHT are sources: official texts, or articles that carry one.
    """
    from compare.pipeline.readouts import twin_readouts
    from compare.reports.persons import of_sources
    from compare.reports.quoted import limited_twins
    from compare.reports.readouts import readout_pair_blocks, readouts_csv, readouts_document
    from compare.reports.two_tables import readout_tables

    comparison, _, names, code = compared(settings, slug, paths)
    found = twin_readouts(comparison, left, right, names, settings.options)
    pair = (found.left, found.right)
    shown = None
    if settings.most_words:
        found, shown = limited_twins(found, settings.most_words)
    report = Report(
        comparison.made_by,
        lambda: readout_pair_blocks(found, settings.script),
        lambda: readouts_document(comparison, found),
        lambda: readouts_csv(found),
        persons=lambda: of_sources(pair),
        tables=lambda: readout_tables(found),
        sources=lambda: pair,
    )
    present(settings, excerpted(report, shown) if shown else report)
    return code
