"""The command `audit`: a digest held against the articles that it is made of.

In: parsed arguments. Out: an exit code; the report goes through `present`. The digest is a file,
standard input, or a summary among the sources.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from compare.cli.commands import program
from compare.cli.inputs import collect, group, pick_articles, progress
from compare.cli.settings import EXCERPT, PATHS, RISK, Settings, reporting, tell
from compare.cli.writing import present
from compare.errors import NotFound, UsageError
from compare.reports.report import EXPORTED, Report, excerpted
from compare.reports.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Article


@program.command()
@click.argument("article", metavar="DIGEST")
@PATHS
@RISK
@EXCERPT
@reporting(*EXPORTED)
def audit(settings: Settings, article: str, paths: tuple[str, ...]) -> int:
    """Hold a digest against its sources: what they say, tell otherwise, or do not say.

    DIGEST is a file, - for standard input, or the outlet of a summary among the sources. Of several
    stories at PATH the one that the digest is about is taken.
    """
    from compare import pipeline
    from compare.pipeline.auditing import about
    from compare.reports.audits import audit_blocks, audit_csv, audit_document
    from compare.reports.persons import of_sources
    from compare.reports.quoted import limited_audit
    from compare.reports.two_tables import audit_tables

    named = article == "-" or Path(article).exists()
    digest = _read(settings, article) if named else None
    collection = collect(settings, paths)
    if digest is None:
        digest = _among(collection.articles, article)
    others = [one for one in collection.articles if one.id != digest.id]
    if not others:
        raise NotFound(say("audit.alone"))
    stories, _ = group(settings, others)
    with progress(say("cli.comparing")):
        story = about(digest, stories, settings.options)
        found = pipeline.audit(digest, story.articles, settings.options)
    tell(say("audit.story", slug=story.slug))
    articles, shown = (found.digest, *found.sources), None
    if settings.most_words:
        found, shown = limited_audit(found, settings.most_words)
    report = Report(
        found.made_by,
        lambda: audit_blocks(found, settings.script),
        lambda: audit_document(found),
        lambda: audit_csv(found),
        persons=lambda: of_sources(articles),
        tables=lambda: audit_tables(found),
        sources=lambda: articles,
    )
    present(settings, excerpted(report, shown) if shown else report)
    return int(bool(collection.set_aside))


def _read(settings: Settings, name: str) -> Article:
    """The digest in a file or on standard input; raises UsageError for none, or for several."""
    from compare import sources

    if name != "-":
        found, aside = sources.read_all([Path(name)], settings.options)
    else:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "digest.txt"
            file.write_bytes(sys.stdin.buffer.read())
            read, aside = sources.read_all([file], settings.options)
        found = [replace(one, file=name) for one in read]
    if aside:
        raise UsageError(aside[0].reason, file=name)
    with_text = [one for one in found if one.text.strip()]
    if len(with_text) != 1:
        raise UsageError(say("audit.one", n=len(with_text)), file=name)
    return with_text[0]


def _among(articles: Sequence[Article], name: str) -> Article:
    """The summary of an outlet, or the article with this id."""
    mine = [a for a in articles if a.outlet == name]
    summaries = [a for a in mine if a.kind == "summary"] or mine
    if len(summaries) == 1:
        return summaries[0]
    return pick_articles(articles, name)[0]
