"""The command `config`: which options are in force, and from where.

In: the shared options and paths, as every command takes them. Out: what they lead to, before
anything is read, so that it also answers where a run would fail.
"""

from __future__ import annotations

import click

from compare.cli.commands import program
from compare.cli.settings import PATHS, Settings, present, reporting
from compare.reports.report import Report


@program.command()
@PATHS
@click.option("--only-changed", is_flag=True, help="Leave out what is at its default.")
@reporting
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
