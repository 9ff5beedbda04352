"""One result in every shape that it can be printed in.

In: a finished `Comparison`, or a `Report` that a command made of another result. Out: one string
in the format that was asked for. Each shape is made only when it is wanted, and what draws it is
imported then, because the command line takes its choices from here and `--help` must stay instant.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from compare.errors import UsageError
from compare.reports.words import LANGUAGES, MOST_FACTS, say, speaking
from compare.reports.words import language as spoken

if TYPE_CHECKING:
    from compare.model import Comparison, MadeBy, Source
    from compare.reports.blocks import Block, Display
    from compare.reports.excerpts import Excerpts
    from compare.reports.tables import Table

TEXTS = ("table", "markdown", "json", "csv", "html")  # what every command prints
BINARY = ("xlsx", "docx")  # what no terminal can show
EXPORTED = (*TEXTS, "wikitext", *BINARY)  # of what is printed, shared or worked on
FORMATS = (*EXPORTED, "annotations")  # of a story
SCRIPTS = ("original", "hans", "hant")
SECTION_NAMES = (
    "differences",
    "facts",
    "readout",
    "added",
    "claims",
    "sources",
    "wording",
    "copies",
    "speakers",
    "notes",
    "evidence",
)  # of the report of a story, in its order
WITH_QUOTES = ("markdown", "wikitext", "docx")  # for paper: with the sentences behind every cell
EXACT = ("json", "annotations")  # for programs: quotations are the exact characters
CONTRACTS = (1, 2)  # of the JSON, the present one last


@dataclass(frozen=True, slots=True)
class Report:
    """One result in its shapes, and what made it.

    Without a `page` of its own, a result is shown as a page of its blocks. `persons` are named in
    it, and their names keep their characters in either script; `sources` are quoted in it. The
    `notice` is what a reader must know where a format has no place for it.
    """

    made_by: MadeBy
    blocks: Callable[[], list[Block]]
    document: Callable[[], object]
    rows: Callable[[], str] | None = None
    page: Callable[[], str] | None = None
    annotations: Callable[[], object] | None = None
    persons: Callable[[], frozenset[str]] = frozenset
    tables: Callable[[], list[Table]] | None = None
    sources: Callable[[], Sequence[Source]] = tuple
    notice: str = ""


def report(
    comparison: Comparison,
    form: str = "table",
    *,
    script: str = "original",
    language: str = "en",
    width: int = 80,
    contract: int = CONTRACTS[-1],
    facts: int | None = MOST_FACTS,
    sections: Sequence[str] = (),
    most_words: int | None = None,
) -> str:
    """The whole report of a story, or some of its sections, with at most `most_words` words of each
    article; raises UsageError for a choice that there is not.
    """
    from compare.reports.blocks import Display

    printed = tuple(one for one in FORMATS if one not in BINARY)
    _among((form, printed), (script, SCRIPTS), (language, LANGUAGES), (contract, CONTRACTS))
    _among(*((section, SECTION_NAMES) for section in sections))
    limited_for_people(most_words, form)
    with speaking(language):
        quotes = form in WITH_QUOTES
        made = story_report(
            comparison,
            script,
            quotes=quotes,
            facts=facts,
            sections=sections,
            most_words=most_words,
        )
        return render(made, form, Display(width, script=script), contract)


def report_file(
    comparison: Comparison,
    form: str = "xlsx",
    *,
    script: str = "original",
    language: str = "en",
    facts: int | None = None,
    most_words: int | None = None,
) -> bytes:
    """The whole report of a story as a file in one of BINARY; raises UsageError for a choice that
    there is not, and where what writes the file is not installed.
    """
    from compare.reports.blocks import Display

    _among((form, BINARY), (script, SCRIPTS), (language, LANGUAGES))
    with speaking(language):
        quotes = form in WITH_QUOTES
        made = story_report(comparison, script, quotes=quotes, facts=facts, most_words=most_words)
        return render_binary(made, form, Display(script=script))


def limited_for_people(most_words: int | None, form: str) -> None:
    """Raises UsageError for a limit on quotations in a format that promises exact characters."""
    if most_words and form in EXACT:
        raise UsageError(say("cli.excerpt", form=form))


def _among(*choices: tuple[object, Collection[object]]) -> None:
    """Raises UsageError for a value that is none of those that there are."""
    for value, known in choices:
        if value not in known:
            raise UsageError(say("cli.no_choice", value=value, known=", ".join(map(str, known))))


def story_report(
    comparison: Comparison,
    script: str,
    *,
    quotes: bool,
    facts: int | None = MOST_FACTS,
    sections: Sequence[str] = (),
    brief: bool = False,
    most_words: int | None = None,
) -> Report:
    """A story in its shapes; `quotes` adds the sentences behind every cell to its blocks, at most
    `facts` key facts are shown, and at most `most_words` words of each article are quoted. The
    blocks are the first screen for `brief`, else `sections`, else everything.
    """
    if most_words:
        asked = {"quotes": quotes, "brief": brief}
        return _excerpted_story(
            comparison, script, most_words, facts=facts, sections=sections, **asked
        )
    from compare.reports.annotations import annotation_page
    from compare.reports.assemble import story_document
    from compare.reports.brief import brief_blocks
    from compare.reports.persons import of_comparison
    from compare.reports.rows import story_csv
    from compare.reports.story import story_blocks
    from compare.reports.story_page import story_page
    from compare.reports.story_tables import story_tables

    whole = partial(story_blocks, quotes=quotes, facts=facts, sections=sections)
    return Report(
        comparison.made_by,
        lambda: (brief_blocks if brief else whole)(comparison, script),
        lambda: story_document(comparison),
        lambda: story_csv(comparison),
        lambda: story_page(comparison, script, facts=facts),
        lambda: annotation_page(comparison),
        lambda: of_comparison(comparison),
        lambda: story_tables(comparison, facts),
        lambda: comparison.sources,
    )


def _excerpted_story(
    comparison: Comparison,
    script: str,
    most_words: int,
    *,
    sections: Sequence[str],
    facts: int | None,
    **asked: bool,
) -> Report:
    from compare.reports.excerpts import collapsed
    from compare.reports.persons import of_comparison
    from compare.reports.quoted import limited_story
    from compare.reports.story_page import story_page

    told, shown = limited_story(comparison, most_words, sections, facts)
    made = story_report(told, script, sections=sections, facts=facts, **asked)
    made = excerpted(replace(made, persons=lambda: of_comparison(comparison)), shown)
    page = partial(story_page, told, script, facts=facts, notice=made.notice)
    return replace(made, page=lambda: collapsed(page()))


def render(made: Report, form: str, display: Display, contract: int) -> str:
    """A report in one of FORMATS; raises UsageError for a shape that it does not have."""
    if form in EXACT:
        from compare.reports.contract import to_json

        shape = made.document if form == "json" else made.annotations
        if shape is None:
            raise UsageError(say("cli.no_annotations"))
        return to_json(shape(), contract)
    if form == "csv":
        if made.rows is None:
            raise UsageError(say("cli.no_csv"))
        return made.rows()
    if form == "html":
        from compare.reports.page import blocks_page

        if made.page is not None:
            return made.page()
        persons = made.persons()
        return blocks_page(made.blocks(), display.script, made_by=made.made_by, persons=persons)
    from compare.reports import markdown, terminal, wikitext

    blocks, named = [*made.blocks(), *made_line(made.made_by)], _naming(made, display)
    if form == "wikitext":
        return wikitext.render(blocks, named, made.sources())
    return markdown.render(blocks, named) if form == "markdown" else terminal.render(blocks, named)


def render_binary(made: Report, form: str, display: Display) -> bytes:
    """A report in one of BINARY; raises UsageError for a shape that it does not have."""
    from compare.reports import docx
    from compare.reports.blocks import Heading, shown
    from compare.reports.workbook import workbook

    named = _naming(made, display)
    if form == "docx":
        blocks = shown([*made.blocks(), *made_line(made.made_by)], named)
        texts = [source.article.language for source in made.sources()]
        return docx.document(blocks, docx.report_look(blocks, spoken(), texts))
    if made.tables is None:
        raise UsageError(say("cli.no_form", form=form))
    title = next(block.text for block in made.blocks() if isinstance(block, Heading))
    return workbook(made.tables(), title, named)


def _naming(made: Report, display: Display) -> Display:
    """The display with the persons whose names keep their characters, where that is asked for."""
    if display.script == SCRIPTS[0]:
        return display
    return replace(display, persons=made.persons())


def excerpted(made: Report, shown: Excerpts) -> Report:
    """A report of articles of which only `shown` may be seen, as it is printed: with `…` for what
    is left out, and with a note on how many of its quotations are cut.
    """
    from compare.reports.blocks import FILL, Line
    from compare.reports.excerpts import collapsed

    rows, page, tables = made.rows, made.page, made.tables
    notice = shown.note(len(shown.cut)) if shown.cut else ""

    def blocks() -> list[Block]:
        texts: list[str] = []

        def printed(text: str) -> str:
            texts.append(text)
            return collapsed(text)

        told = _changed(made.blocks(), printed)
        count = sum(FILL in text for text in texts)
        return [*told, Line(shown.note(count), "aside")] if count else told

    return replace(
        made,
        blocks=blocks,
        rows=rows and (lambda: collapsed(rows())),
        page=page and (lambda: collapsed(page())),
        tables=tables and (lambda: _noted_tables(_changed(tables(), collapsed), notice)),
        notice=notice,
    )


def _noted_tables(tables: Sequence[Table], notice: str) -> list[Table]:
    first, *others = tables
    return [replace(first, lines=(*first.lines, *filter(None, [notice]))), *others]


def _changed(values: list[Any], change: Callable[[str], str]) -> list[Any]:
    from compare.reports.blocks import changed

    return [changed(value, change) for value in values]


def made_line(by: MadeBy) -> list[Block]:
    """The last line of a report: what made it; none when that is not known."""
    from compare.reports.blocks import Line

    words = say("made_by", version=by.version, model=by.model, options=by.options)
    return [Line(words, "faint")] if by.version else []
