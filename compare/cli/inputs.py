"""From PATH arguments to articles and stories, with everything set aside named on stderr, and signs
of life.

In: paths as typed and `Settings`. Out: what `pipeline` makes of them. A path that does not exist
is wrong usage; a folder without one readable article is `nothing found`. While a step runs, nothing
goes to stdout ever; on stderr one line appears only when the step takes over a second and a person
is watching, and is wiped when the step ends. Ctrl-C in a step becomes an interrupt that says which.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from compare.cli.settings import Settings, tell
from compare.errors import NotFound, UsageError
from compare.options.fields import COMMAND_LINE
from compare.reports.words import say

if TYPE_CHECKING:
    from compare.judge import Server
    from compare.model import Article, Comparison, SetAside, Story
    from compare.pipeline import Collection, Readings


AFTER_SECONDS = 1.0


def collect(settings: Settings, paths: Sequence[str]) -> Collection:
    """The articles under `paths`; raises UsageError for a missing path, NotFound for none."""
    from compare import pipeline

    for path in paths:
        if not Path(path).exists():
            raise UsageError(say("cli.no_path"), file=path)
    with progress(say("cli.reading")):
        collection = pipeline.load([Path(path) for path in paths], settings.options)
    if collection.notice:
        tell(collection.notice)
    name_set_aside(collection.set_aside)
    if not collection.articles:
        raise NotFound(say("cli.no_articles", paths=", ".join(paths)))
    return collection


def group(settings: Settings, articles: Sequence[Article]) -> tuple[list[Story], Readings]:
    """The stories among the articles, and the names in them, which later steps need again."""
    from compare import pipeline

    with progress(say("cli.grouping")):
        names = pipeline.read_names(articles, settings.options)
        return pipeline.group(articles, settings.options, names), names


def compared(
    settings: Settings, slug: str, paths: Sequence[str], against: str | None = None
) -> tuple[Comparison, list[Story], Readings, int]:
    """The comparison of the story that `slug` means, the other stories, the names in all of them,
    and the exit code.
    """
    from compare import pipeline

    collection = collect(settings, paths)
    stories, names = group(settings, collection.articles)
    chosen = pipeline.lookup(slug, stories)
    with progress(say("cli.comparing")):
        comparison = pipeline.analyse(chosen, settings.options, against, names)
    others = [story for story in stories if story is not chosen]
    longer = pipeline.shortened(comparison, settings.options)
    for article in longer:
        tell(say("cli.shortened", file=article.file, n=settings.options.max_units))
    return comparison, others, names, int(bool(collection.set_aside or longer))


def judge_of(settings: Settings) -> Server | None:
    """The model that the options name, with the key of the environment; None without an address.
    Raises UsageError for an address without a model, and where either is none.
    """
    from compare.pipeline.judging import server_of

    options = settings.options
    if options.judge_address is None:
        if settings.origins.get("judge_model") == COMMAND_LINE:
            raise UsageError(say("cli.judge_address"))
        return None
    if not options.judge_model:
        raise UsageError(say("cli.judge_model"))
    return server_of(options, os.environ.get("COMPARE_JUDGE_KEY", "").strip())


def judged(
    settings: Settings,
    judge: Server,
    comparison: Comparison,
    names: Readings,
    only: tuple[str, str] | None,
) -> tuple[Comparison, int]:
    """The comparison with what a model says, of all cells or of one, and the exit code, which tells
    that its server failed; stderr then says how, in one line for each way of failing.
    """
    from compare.pipeline.judging import judged as judged_by

    with progress(say("cli.judging")):
        found = judged_by(comparison, judge, settings.options, names, only)
    for failure, n in found.failures:
        why = say(f"no_answer.{failure.reason}", detail=failure.detail)
        tell(say("cli.judge", address=judge.address, why=why, n=n))
    return found.comparison, int(bool(found.failures))


def pick_articles(articles: Sequence[Article], name: str) -> list[Article]:
    """The article with this id, or whose id alone begins so; raises NotFound with the nearest."""
    exact = [article for article in articles if article.id == name]
    begun = [article for article in articles if article.id.startswith(name)]
    if exact or len(begun) == 1:
        return exact or begun
    import difflib

    nearest = difflib.get_close_matches(name, [article.id for article in articles], cutoff=0.3)
    raise NotFound(say("cli.no_article", name=name), suggestions=tuple(nearest))


def name_set_aside(items: Sequence[SetAside]) -> None:
    """Names on stderr what was set aside, and why."""
    if not items:
        return
    key = "cli.set_aside_one" if len(items) == 1 else "cli.set_aside_many"
    tell(say(key, n=len(items)))
    for item in items:
        place = item.file if item.line is None else f"{item.file}:{item.line}"
        tell(f"  {place}: {item.reason}")


@contextmanager
def progress(step: str, after: float = AFTER_SECONDS) -> Iterator[None]:
    """Shows `step` while the body runs, `after` a second, on a terminal; an interrupt names it."""
    shown = threading.Event()
    timer = threading.Timer(after, _show, (step, shown))
    timer.daemon = True
    if sys.stderr.isatty():
        timer.start()
    try:
        yield
    except KeyboardInterrupt:
        raise KeyboardInterrupt(say("cli.stopped.at", step=step)) from None
    finally:
        timer.cancel()
        if timer.ident is not None:
            timer.join()
        if shown.is_set():
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _show(step: str, shown: threading.Event) -> None:
    shown.set()
    sys.stderr.write(f"{step} …")
    sys.stderr.flush()
