"""From PATH arguments to articles and stories, with everything set aside named on stderr.

In: paths as typed and `Settings`. Out: what `pipeline` makes of them. A path that does not exist
is wrong usage; a folder without one readable article is `nothing found`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from compare.cli.progress import progress
from compare.cli.settings import Settings
from compare.errors import NotFound, UsageError
from compare.reports.words import say

if TYPE_CHECKING:
    from compare.model import Article, SetAside, Story
    from compare.pipeline import Collection, Names


def collect(settings: Settings, paths: Sequence[str]) -> Collection:
    """The articles under `paths`; raises UsageError for a missing path, NotFound for none."""
    from compare import pipeline

    for path in paths:
        if not Path(path).exists():
            raise UsageError(say("cli.no_path"), file=path)
    with progress(say("cli.reading")):
        collection = pipeline.load([Path(path) for path in paths], settings.options)
    if collection.notice:
        click.echo(collection.notice, err=True)
    _name_set_aside(collection.set_aside)
    if not collection.articles:
        raise NotFound(say("cli.no_articles", paths=", ".join(paths)))
    return collection


def group(settings: Settings, articles: Sequence[Article]) -> tuple[list[Story], Names]:
    """The stories among the articles, and the names in them, which later steps need again."""
    from compare import pipeline

    with progress(say("cli.grouping")):
        names = pipeline.read_names(articles, settings.options)
        return pipeline.group(articles, settings.options, names), names


def pick_articles(articles: Sequence[Article], name: str) -> list[Article]:
    """The article with this id, or whose id alone begins so; raises NotFound with the nearest."""
    exact = [article for article in articles if article.id == name]
    begun = [article for article in articles if article.id.startswith(name)]
    if exact or len(begun) == 1:
        return exact or begun
    import difflib

    nearest = difflib.get_close_matches(name, [article.id for article in articles], cutoff=0.3)
    raise NotFound(say("cli.no_article", name=name), suggestions=tuple(nearest))


def _name_set_aside(items: Sequence[SetAside]) -> None:
    if not items:
        return
    key = "cli.set_aside_one" if len(items) == 1 else "cli.set_aside_many"
    from compare.reports.display import safe

    click.echo(say(key, n=len(items)), err=True)
    for item in items:
        place = item.file if item.line is None else f"{item.file}:{item.line}"
        click.echo(safe(f"  {place}: {item.reason}"), err=True)
