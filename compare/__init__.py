"""compare: what every outlet said, left out and changed about one story, side by side.

The stages, in order: read -> group -> align -> analyse; reports are made from the Comparison.

    articles = compare.read(path)             one file -> its articles
    stories = compare.group(articles)         articles -> stories
    comparison = compare.analyse(story)       story -> claims × outlets, discrepancies, ...
    comparison = compare.gloss(comparison, "en") rows in other languages, with a gloss in this one
    text = compare.report(comparison, "html") comparison -> table, Markdown, JSON, CSV, page
    data = compare.report_file(comparison)    comparison -> an Excel workbook or a Word document
    sheet, key = compare.exercise(comparison) comparison -> a worksheet and its key
    links = compare.align(a, b)               two articles -> which sentences say the same
    evidence = compare.find(text, article)    is this claim in that article?
    rows = compare.key_facts(articles)        what several articles give of one thing, typed
    found = compare.profiles(comparisons)     what each outlet carries and leaves out, over stories
    found = compare.audit(digest, articles)   what of a digest its sources say, alter, do not say
    compare.document(article)                 one article as read, once
    compare.mentions(article), compare.attributions(article), compare.link_names(zh, en)

Names are loaded on first use, so that `import compare` and `compare --help` stay instant.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.options import VERSION, Options

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.exercises import Key, Sheet
    from compare.model import (
        Article,
        Attribution,
        Comparison,
        Document,
        Evidence,
        FactRow,
        Link,
        Mention,
        Story,
    )
    from compare.model.audits import Audit
    from compare.model.outlets import Profiles

__version__ = VERSION
__all__ = [
    "Options",
    "align",
    "analyse",
    "attributions",
    "audit",
    "document",
    "exercise",
    "find",
    "gloss",
    "group",
    "key_facts",
    "link_names",
    "mentions",
    "profiles",
    "read",
    "report",
    "report_file",
]


def read(path: str | Path) -> list[Article]:
    """The articles in one file; raises UnreadableFile or NoText."""
    from compare import sources

    return sources.read(Path(path))


def group(articles: Sequence[Article], options: Options = Options()) -> list[Story]:
    """Stories over `articles`; every article is in exactly one."""
    from compare import pipeline

    return pipeline.group(articles, options)


def align(a: Article, b: Article, options: Options = Options()) -> list[Link]:
    """Links between the sentences of two articles, `left` in `a`, `right` in `b`."""
    from compare import pipeline

    return pipeline.align(a, b, options)


def analyse(story: Story, options: Options = Options()) -> Comparison:
    """Claims × outlets of one story, with discrepancies and whose words they were."""
    from compare import pipeline

    return pipeline.analyse(story, options)


def gloss(comparison: Comparison, language: str, options: Options = Options()) -> Comparison:
    """`comparison` with glosses in `language` (en, zh-Hans, zh-Hant) at its rows in another: names,
    dates, figures and words of the dictionary, which reports show below a row; no translation.
    Raises UsageError for a language that there is not.
    """
    from compare.errors import UsageError
    from compare.pipeline.glossing import glossed
    from compare.reports.words import LANGUAGES, say

    if language not in LANGUAGES:
        raise UsageError(say("cli.no_choice", value=language, known=", ".join(LANGUAGES)))
    return glossed(comparison, language, options)


def report(
    comparison: Comparison,
    format: str = "table",  # noqa: A002 -- the word of the command line
    *,
    script: str = "original",
    language: str = "en",
    width: int = 80,
    contract: int = 2,
    facts: int | None = 12,
    excerpt_limit: int | None = None,
) -> str:
    """The report of a story as table, markdown, json, csv, html, wikitext or annotations (JSON-LD).

    `script` (original, hans, hant) and `language` (en, zh-Hans, zh-Hant) are of what is shown,
    `width` in columns is the table's, `contract` (1 or 2) the JSON's, `facts` the most key facts
    that are shown (None: all; the JSON has them all), `excerpt_limit` the most words of each
    article that are quoted (not in JSON, which cites exact characters). Raises UsageError for a
    choice that there is not.
    """
    from compare.reports.report import report as made

    return made(
        comparison,
        format,
        script=script,
        language=language,
        width=width,
        contract=contract,
        facts=facts,
        most_words=excerpt_limit,
    )


def report_file(
    comparison: Comparison,
    format: str = "xlsx",  # noqa: A002 -- the word of the command line
    *,
    script: str = "original",
    language: str = "en",
    facts: int | None = None,
    excerpt_limit: int | None = None,
) -> bytes:
    """The report of a story as a file: xlsx or docx. The choices are those of `report`; raises
    UsageError where what writes the file is not installed.
    """
    from compare.reports.report import report_file as made

    shown = {"script": script, "language": language}
    return made(comparison, format, **shown, facts=facts, most_words=excerpt_limit)


def exercise(
    comparison: Comparison, options: Options = Options(), *, language: str = "en", **asked: Any
) -> tuple[Sheet, Key]:
    """A worksheet on a story, and its key; the same request gives the same two.

    `asked` are fields of `compare.exercises.Request`: `level`, `minutes` for the whole sheet,
    `items` (rows of a task), `kinds`, `sources` (ids), `anonymous`, `variant` and others.
    `language` (en, zh-Hans, zh-Hant) is that of the instructions.

    A sheet has `texts` of passages (place `A3`, words) and `tasks` of rows of questions (id
    `2.1a`, choices by letter). A key has an answer for every question id: the accepted letters
    and their words, and citations: source, part, start and end in code points, the exact quote.
    An answer that is not `scored` is for discussion. `compare.exercises.formats` writes both.
    Raises UsageError for what the story does not allow, with what it would.
    """
    from compare import exercises, pipeline
    from compare.errors import UsageError
    from compare.reports.words import LANGUAGES, say, speaking

    if language not in LANGUAGES:
        raise UsageError(say("cli.no_choice", value=language, known=", ".join(LANGUAGES)))
    request, names = exercises.Request(**asked), pipeline.outlet_names(comparison, options)
    with speaking(language):
        practised = pipeline.standards(language)
        made = exercises.make(comparison, request, options, names=names, standards=practised)
    return made.sheet, made.key


def attributions(article: Article, options: Options = Options()) -> list[Attribution]:
    """Who says what in one article, in text order."""
    from compare import pipeline

    return pipeline.attributions(article, options)


def mentions(article: Article, options: Options = Options()) -> list[Mention]:
    """Names, dates and quantities of one article with their identities."""
    from compare import pipeline

    return pipeline.mentions(article, options)


def document(article: Article, options: Options = Options()) -> Document:
    """`article` as read: sentences, clauses, quotations, dates, times, amounts and names, each with
    code point offsets into its part.
    """
    from compare.reading.document import document as read_document

    return read_document(article, options)


def find(text: str, article: Article, options: Options = Options()) -> list[Evidence]:
    """Evidence that `article` carries the claim `text`, best first; empty means no."""
    from compare import pipeline

    return list(pipeline.find(text, [article], options)[0].evidence)


def key_facts(articles: Sequence[Article], options: Options = Options()) -> list[FactRow]:
    """Facts of `articles` joined by what they are facts of, never by value: the most shared and
    most contradicted first. A row's `cells` are by source id; an article alone gives no rows.
    """
    from compare import pipeline

    return list(pipeline.key_facts(articles, options))


def audit(digest: Article, articles: Sequence[Article], options: Options = Options()) -> Audit:
    """The statements of `digest` in their order, each held against `articles`, which are about one
    story: supported, altered (and how), nowhere, unclear, or a comment. Offsets are code points.
    """
    from compare import pipeline

    return pipeline.audit(digest, articles, options)


def profiles(comparisons: Iterable[Comparison], options: Options = Options()) -> Profiles:
    """Outlets over many stories: what share of the claims that others share each carries, what it
    leaves out more often than they do, whom it lets speak, what two have in common.

    Shares have intervals over stories; below `options.profile_stories` there are counts alone.
    Outlets stand by id. Comparisons are taken one by one and not kept, so that an iterator may make
    them: `compare.profiles(compare.analyse(story) for story in stories)`.
    """
    from compare import outlets

    return outlets.profiles((outlets.tally(one) for one in comparisons), options)


def link_names(
    zh_names: Sequence[str], en_names: Sequence[str], options: Options = Options()
) -> dict[str, str | None]:
    """For each Chinese name the name of the same person out of `en_names`, or None."""
    from compare.reading.names.links import link_names as link

    return link(zh_names, en_names, options)
