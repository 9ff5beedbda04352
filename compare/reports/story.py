"""One story as a report (what it is, what differs, the key facts, the readout, what one source has
alone, the matrix, who tells it, the other findings), and the list of stories.

In: a `Comparison`, or stories in the order of the pipeline. Out: blocks in reading order; a section
without content is left out. Findings come before the tables that prove them, and these before what
is known of the sources, because nobody reads on for what stands behind six hundred lines.
Discrepancies stand with the gravest first and show every side's sentence, the differing span
marked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from compare.model import Article, Claim, Comparison, Discrepancy, Side, Source, Story
from compare.reports.added import added_blocks
from compare.reports.blocks import (
    ORIGINAL,
    Block,
    Column,
    Grid,
    Heading,
    Item,
    Items,
    Line,
    Quote,
    Text,
    Tone,
)
from compare.reports.facts import fact_blocks
from compare.reports.gloss import gloss_quotes
from compare.reports.matrix import claim_blocks, counted, readout_blocks, where_words
from compare.reports.values import value_words
from compare.reports.words import (
    MOST_FACTS,
    count_of_sources,
    day,
    name_words,
    note_words,
    percent,
    said,
    say,
    when,
)

UNKNOWN = "unknown"  # id of the outlet of an article that names none
SEVERITIES = ("conflict", "shift", "wording", "compatible")
SEVERITY_TONES: dict[str, Tone] = {"conflict": "bad", "shift": "half", "compatible": "faint"}


def story_blocks(
    comparison: Comparison,
    script: str = ORIGINAL,
    *,
    quotes: bool = False,
    facts: int | None = MOST_FACTS,
    sections: Sequence[str] = (),
) -> list[Block]:
    """The whole report, or those of its `sections` that are named, some of SECTIONS; `script` only
    adds the line that says what was converted, `quotes` the sentences behind every cell (a terminal
    has --explain for that). At most `facts` key facts are shown, all for None.
    """
    wanted = sections or [name for name in SECTIONS if quotes or name != EVIDENCE]
    made = SECTIONS | {FACTS: partial(fact_blocks, most=facts)}
    found = [block for name in made if name in wanted for block in made[name](comparison)]
    if sections and not found:
        found = [Line(say("section.none"))]
    return [*_head(comparison), *script_blocks(script), *found]


def script_blocks(script: str) -> list[Block]:
    """The line that says that Chinese text was converted for display."""
    return [] if script == ORIGINAL else [Line(say(f"script.{script}"))]


def days_line(story: Story, count: int) -> str:
    """`slug · first day to last day · n sources`."""
    sources = count_of_sources(count)
    if story.start is None:
        return say("no_days", slug=story.slug, count=sources)
    if story.end is None or story.end == story.start:
        return say("day", slug=story.slug, start=day(story.start), count=sources)
    days = {"start": day(story.start), "end": day(story.end)}
    return say("span", slug=story.slug, count=sources, **days)


def remarks_of(source: Source) -> str:
    """What a reader must know of a source before trusting its column."""
    article = source.article
    remarks = []
    if article.kind != "news":
        remarks.append(said("kind", article.kind))
    if article.via:
        remarks.append(say("via", via=article.via))
    if article.incomplete:
        remarks.append(said("incomplete", article.incomplete))
    if source.copy_of:
        remarks.append(say("copy_of", source=source.copy_of))
    return "; ".join(remarks)


def shown_of(comparison: Comparison) -> list[str]:
    """The line that says how many of the story's sources are shown, where some are left out."""
    told, shown = len(comparison.story.articles), len(comparison.sources)
    return [say("shown_of", n=shown, total=told)] if shown < told else []


def _head(comparison: Comparison) -> list[Block]:
    story = comparison.story
    blocks: list[Block] = [
        Heading(story.title, level=1),
        Line(days_line(story, len(comparison.sources))),
        *map(Line, shown_of(comparison)),
    ]
    if story.entities:
        names = ", ".join(name_words(entity.name, comparison) for entity in story.entities)
        blocks.append(Line(say("leading", names=names)))
    if story.related:
        blocks.append(Line(say("related", slugs=", ".join(story.related))))
    if story.marks:
        blocks.append(Line(say("marked", marks=", ".join(said("mark", m) for m in story.marks))))
    voices = [source for source in comparison.sources if counted(source)]
    if len(comparison.sources) == 1 and voices:
        blocks.append(Line(say("alone", source=voices[0].id), "strong"))
    return blocks


def _source_blocks(comparison: Comparison) -> list[Block]:
    return [Heading(say("sources")), _sources(comparison.sources)]


def _sources(sources: tuple[Source, ...]) -> Grid:
    columns = (
        Column(say("source")),
        Column(say("published")),
        Column(say("language")),
        Column(say("title"), grow=True),
    )
    return Grid(columns, tuple(_source(source) for source in sources))


def _source(source: Source) -> tuple[Text, ...]:
    article = source.article
    remarks = remarks_of(source)
    title = f"{article.outlet_name}: {article.title}"
    return (
        Text(source.id, "strong", source=source.id),
        Text(when(article.published), short=when(article.day)),
        Text(article.language),
        Text(f"{title}\n({remarks})" if remarks else title),
    )


def listing_blocks(stories: Sequence[Story], script: str = ORIGINAL) -> list[Block]:
    """The report of `compare stories`."""
    heading = Heading(say("stories"), level=1)
    if not stories:
        return [heading, Line(say("stories.none"))]
    columns = (
        Column(say("story")),
        Column(say("days")),
        Column(say("outlets"), grow=True),
        Column(say("title"), grow=True),
    )
    rows = tuple(_row(story) for story in stories)
    return [heading, *script_blocks(script), Grid(columns, rows, spaced=True)]


def _row(story: Story) -> tuple[Text, ...]:
    related = say("related", slugs=", ".join(story.related)) if story.related else ""
    return (
        Text(story.slug, "strong"),
        Text(_days(story)),
        Text(listed_outlets(story)),
        Text("\n".join(filter(None, (story.title, related)))),
    )


def listed_outlets(story: Story) -> str:
    """Who tells a story, each once."""
    return ", ".join(dict.fromkeys(map(_teller, story.articles)))


def _teller(article: Article) -> str:
    """The outlet; of an article that names neither one nor a day, its file."""
    unknown = article.outlet == UNKNOWN and article.published is None
    return Path(article.file).name if unknown and article.file else article.outlet_name


def _days(story: Story) -> str:
    if story.start is None:
        return say("undated")
    if story.end is None or story.end == story.start:
        return day(story.start)
    return f"{day(story.start)}\n{day(story.end)}"


def evidence_blocks(comparison: Comparison) -> list[Block]:
    """The sentences behind every cell that carries its claim, claim by claim, and a model's."""
    items = tuple(
        Item(
            say("evidence.claim", claim=claim.id, text=claim.text),
            (*gloss_quotes(claim, comparison), *_quotes(comparison, claim)),
        )
        for claim in comparison.claims
    )
    return [Heading(say("evidence")), Items(items)] if items else []


def side_quote(side: Side) -> Quote:
    """A side's sentence with its span marked; the value beside the source when there is one."""
    value = value_words(side)
    label = side.source if value is None else say("side", source=side.source, value=value)
    at = side.quote.find(side.span) if side.span else -1
    if at < 0:
        return Quote(label, side.quote, source=side.source)
    end = at + len(side.span)
    before, after = side.quote[:at], side.quote[end:]
    return Quote(label, side.span, before, after, marked=True, source=side.source)


def _quotes(comparison: Comparison, claim: Claim) -> tuple[Quote, ...]:
    found = []
    for source in comparison.sources:
        cell = claim.cells[source.id]
        status = said("status", cell.status)
        proofs = [(status, evidence) for evidence in cell.evidence]
        if cell.judged is not None and cell.judged.quote is not None:
            verdict = said("judged", cell.judged.verdict)
            by = say("judged.beside", status=status, verdict=verdict, model=cell.judged.model)
            proofs.append((by, cell.judged.quote))
        for words, evidence in proofs:
            where = where_words(evidence)
            label = say("evidence.quote", source=source.id, status=words, where=where)
            found.append(Quote(label, evidence.quote, source=source.id))
    return tuple(found)


def ranked(comparison: Comparison) -> list[Discrepancy]:
    """The discrepancies, the gravest first."""
    return sorted(comparison.discrepancies, key=lambda found: SEVERITIES.index(found.severity))


def _discrepancies(comparison: Comparison) -> list[Block]:
    if not comparison.discrepancies:
        return []
    items = tuple(map(_discrepancy, ranked(comparison)))
    return [Heading(say("discrepancies")), Items(items)]


def _discrepancy(found: Discrepancy) -> Item:
    text = say(
        "discrepancy" if found.claims else "discrepancy.loose",
        id=found.id,
        kind=said("kind", found.kind),
        severity=said("severity", found.severity),
        claims=", ".join(found.claims),
        note=note_words(found),
    )
    return Item(text, tuple(map(side_quote, found.sides)), SEVERITY_TONES.get(found.severity, ""))


def _wording(comparison: Comparison) -> list[Block]:
    rows = tuple(
        (
            Text(name_words(wording.entity, comparison) if number == 0 else ""),
            Text(source.id),
            Text(", ".join(wording.labels[source.id])),
        )
        for wording in comparison.wording
        for number, source in enumerate(s for s in comparison.sources if s.id in wording.labels)
    )
    columns = (
        Column(say("entity"), grow=True),
        Column(say("source")),
        Column(say("labels"), grow=True),
    )
    return [Heading(say("wording")), Grid(columns, rows)] if rows else []


def _families(comparison: Comparison) -> list[Block]:
    items = []
    for family in comparison.families:
        text = say(
            f"family.{family.kind}", sources=", ".join(family.sources), original=family.original
        )
        quotes = tuple(
            Quote(say("edit", source=source), edit, source=source)
            for source in family.sources
            for edit in family.edits.get(source, ())
        )
        items.append(Item(text, quotes))
    return [Heading(say("families")), Items(tuple(items))] if items else []


def _voices(comparison: Comparison) -> list[Block]:
    rows = tuple(
        (
            Text(voice.source),
            Text(name_words(voice.speaker, comparison)),
            Text(percent(voice.direct)),
            Text(percent(voice.indirect)),
        )
        for voice in comparison.voices
    )
    columns = (
        Column(say("source")),
        Column(say("speaker"), grow=True),
        Column(say("direct")),
        Column(say("indirect")),
    )
    return [Heading(say("voices")), Grid(columns, rows)] if rows else []


def _notes(comparison: Comparison) -> list[Block]:
    if not comparison.notes:
        return []
    return [
        Heading(say("notes")),
        Items(tuple(Item(said("note", note)) for note in comparison.notes)),
    ]


EVIDENCE, FACTS = "evidence", "facts"
SECTIONS: dict[str, Callable[[Comparison], list[Block]]] = {
    "differences": _discrepancies,
    FACTS: fact_blocks,
    "readout": readout_blocks,
    "added": added_blocks,
    "claims": claim_blocks,
    "sources": _source_blocks,
    "wording": _wording,
    "copies": _families,
    "speakers": _voices,
    "notes": _notes,
    EVIDENCE: evidence_blocks,
}
"""The parts of the report in their order, each by itself."""
