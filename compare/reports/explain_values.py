"""One cell of the other tables with its proof: a key fact, or a side of a discrepancy.

In: a `Comparison`, the id of a fact or of a discrepancy, and a source id. Out: blocks, or a JSON
document. Every value stands in its paragraph, as the proof of a claim does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from compare.errors import NotFound
from compare.model import BODY, Comparison, Discrepancy, Evidence, FactRow, MadeBy, Source
from compare.reports.assemble import place_doc, source_doc
from compare.reports.blocks import Block, Heading, Item, Items, Line
from compare.reports.documents import PlaceDoc, SourceDoc
from compare.reports.explain import in_context, nearest
from compare.reports.facts import fact_rows
from compare.reports.marking import differing
from compare.reports.values import naming, value_of, value_words
from compare.reports.words import note_words, said, say


@dataclass(frozen=True, slots=True)
class Stated:
    """A value in words (empty where the quotation is the value), and where a source states it."""

    value: str
    proof: Evidence


@dataclass(frozen=True, slots=True)
class Given:
    """What a source gives for a fact or on a side of a discrepancy; `label` says of what."""

    id: str
    label: str
    source: Source
    stated: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class StatedDoc:
    """A value in words (empty where the quotation is the value), and where it is stated."""

    value: str
    place: PlaceDoc


@dataclass(frozen=True, slots=True)
class ValueDocument:
    """`compare story SLUG --explain FACT|DISCREPANCY SOURCE --format json`."""

    schema: Literal["compare.value/2"]
    made_by: MadeBy
    story: str
    id: str
    label: str
    source: SourceDoc
    stated: tuple[StatedDoc, ...]


def is_value(comparison: Comparison, name: str) -> bool:
    """Is `name` the id of a key fact or of a discrepancy?"""
    facts, differences = comparison.facts, comparison.discrepancies
    return name in (*(row.id for row in facts), *(one.id for one in differences))


def pick_value(comparison: Comparison, name: str, source: str) -> Given:
    """What `source` gives for the fact or the discrepancy `name`; NotFound for no such source."""
    sources = {one.id: one for one in comparison.sources}
    if source not in sources:
        raise NotFound(
            say("explain.no_source", source=source, slug=comparison.story.slug),
            nearest(source, sources) or tuple(sources),
        )
    found = sources[source]
    for number, row in enumerate(comparison.facts):
        if row.id == name:
            head = fact_rows(comparison, number + 1)[number].head
            return Given(name, head, found, tuple(_facts(comparison, row, found)))
    differing = next(one for one in comparison.discrepancies if one.id == name)
    return Given(name, _label(differing), found, tuple(_sides(differing, found)))


def value_blocks(given: Given) -> list[Block]:
    """The report of what a source gives."""
    heading = Heading(say("explain.value", id=given.id, source=given.source.id), level=1)
    label = Line(say("explain.of", label=given.label))
    if not given.stated:
        return [heading, label, Line(say("explain.none"))]
    article = given.source.article
    items = tuple(
        Item(one.value or one.proof.quote, in_context(one.proof, article, ""))
        for one in given.stated
    )
    return [heading, label, Items(items)]


def value_document(comparison: Comparison, given: Given) -> ValueDocument:
    """`compare.value`."""
    return ValueDocument(
        schema="compare.value/2",
        made_by=comparison.made_by,
        story=comparison.story.slug,
        id=given.id,
        label=given.label,
        source=source_doc(given.source),
        stated=tuple(StatedDoc(one.value, place_doc(one.proof)) for one in given.stated),
    )


def _label(found: Discrepancy) -> str:
    kind, severity = said("kind", found.kind), said("severity", found.severity)
    return say("explain.differs", kind=kind, severity=severity, note=note_words(found))


def _facts(comparison: Comparison, row: FactRow, source: Source) -> Iterator[Stated]:
    names = naming(comparison)
    for fact in row.cells.get(source.id, ()):
        words = value_of(fact, names).text
        yield Stated(words, _proof(source, fact.part, fact.start, fact.end))


def _sides(found: Discrepancy, source: Source) -> Iterator[Stated]:
    for side in found.sides:
        if side.source == source.id:
            span = differing(side, source)
            place = span if span[0] < span[1] else (side.start, side.end)
            yield Stated(value_words(side) or "", _proof(source, side.part, *place))


def _proof(source: Source, part: str, start: int, end: int) -> Evidence:
    article = source.article
    paragraph = article.paragraph_at(start) if part == BODY else None
    quote = article.part(part)[start:end]
    return Evidence(article.id, part, start, end, quote, paragraph, 1.0)
