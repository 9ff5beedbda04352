"""One result in every shape that it can be printed in.

In: a finished `Comparison`, or a `Report` that a command made of another result. Out: one string
in the format that was asked for. Each shape is made only when it is wanted, and what draws it is
imported then, because the command line takes its choices from here and `--help` must stay instant.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from compare.errors import UsageError
from compare.reports.words import LANGUAGES, MOST_FACTS, say, speaking

if TYPE_CHECKING:
    from compare.model import Comparison, MadeBy
    from compare.reports.blocks import Block, Display

FORMATS = ("table", "markdown", "json", "csv", "html", "annotations")
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
CONTRACTS = (1, 2)  # of the JSON, the present one last


@dataclass(frozen=True, slots=True)
class Report:
    """One result in its shapes, and what made it.

    Without a `page` of its own, a result is shown as a page of its blocks. `persons` are named in
    it, and their names keep their characters in either script.
    """

    made_by: MadeBy
    blocks: Callable[[], list[Block]]
    document: Callable[[], object]
    rows: Callable[[], str] | None = None
    page: Callable[[], str] | None = None
    annotations: Callable[[], object] | None = None
    persons: Callable[[], frozenset[str]] = frozenset


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
) -> str:
    """The whole report of a story, or some of its sections; raises UsageError for a choice that
    there is not.
    """
    from compare.reports.blocks import Display

    choices: list[tuple[object, Collection[object]]] = [
        (form, FORMATS),
        (script, SCRIPTS),
        (language, LANGUAGES),
        (contract, CONTRACTS),
    ]
    choices += [(section, SECTION_NAMES) for section in sections]
    for value, known in choices:
        if value not in known:
            raise UsageError(say("cli.no_choice", value=value, known=", ".join(map(str, known))))
    with speaking(language):
        quotes = form == "markdown"
        made = story_report(comparison, script, quotes=quotes, facts=facts, sections=sections)
        return render(made, form, Display(width, script=script), contract)


def story_report(
    comparison: Comparison,
    script: str,
    *,
    quotes: bool,
    facts: int | None = MOST_FACTS,
    sections: Sequence[str] = (),
    brief: bool = False,
) -> Report:
    """A story in its shapes; `quotes` adds the sentences behind every cell to its blocks, at most
    `facts` key facts are shown. The blocks are the first screen for `brief`, else `sections`, else
    everything.
    """
    from compare.reports.annotations import annotation_page
    from compare.reports.assemble import story_document
    from compare.reports.brief import brief_blocks
    from compare.reports.persons import of_comparison
    from compare.reports.rows import story_csv
    from compare.reports.story import story_blocks
    from compare.reports.story_page import story_page

    def blocks() -> list[Block]:
        if brief:
            return brief_blocks(comparison, script)
        return story_blocks(comparison, script, quotes=quotes, facts=facts, sections=sections)

    return Report(
        comparison.made_by,
        blocks,
        lambda: story_document(comparison),
        lambda: story_csv(comparison),
        lambda: story_page(comparison, script, facts=facts),
        lambda: annotation_page(comparison),
        lambda: of_comparison(comparison),
    )


def render(made: Report, form: str, display: Display, contract: int) -> str:
    """A report in one of FORMATS; raises UsageError for a shape that it does not have."""
    if form in ("json", "annotations"):
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
    from compare.reports import markdown, terminal

    draw = markdown.render if form == "markdown" else terminal.render
    named = replace(display, persons=made.persons()) if display.script != SCRIPTS[0] else display
    return draw([*made.blocks(), *made_line(made.made_by)], named)


def made_line(by: MadeBy) -> list[Block]:
    """The last line of a report: what made it; none when that is not known."""
    from compare.reports.blocks import Line

    words = say("made_by", version=by.version, model=by.model, options=by.options)
    return [Line(words, "faint")] if by.version else []
