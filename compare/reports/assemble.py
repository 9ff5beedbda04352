"""Model values -> contract documents.

In: `Comparison`, stories, articles, rows. Out: the dataclasses of `documents`. Nothing is judged
or converted here: quotes stay as they were read, scores are rounded to 3 decimals, dates become
ISO 8601 (with the offset when the time of day is known).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import cast

from compare.model import (
    Article,
    Attribution,
    Cell,
    Claim,
    Comparison,
    Discrepancy,
    Emphasis,
    Evidence,
    Origin,
    Readout,
    SetAside,
    Side,
    Source,
    Story,
)
from compare.reports import documents as d


def iso(value: datetime | date | None) -> str | None:
    """ISO 8601 of a date or an aware datetime; None stays None."""
    return None if value is None else value.isoformat()


def rounded(value: float) -> float:
    """A score as the contract prints it: 3 decimals."""
    return round(float(value), 3)


def file_name(name: str) -> str:
    r"""A file name as JSON can hold it: bytes that are no UTF-8 stand as `\udcff`."""
    return name.encode("utf-8", "backslashreplace").decode()


def story_document(comparison: Comparison) -> d.StoryDocument:
    """`compare.story/1`."""
    return d.StoryDocument(
        schema="compare.story/1",
        story=_head(comparison.story),
        sources=tuple(source_doc(source) for source in comparison.sources),
        claims=tuple(_claim(claim, comparison) for claim in comparison.claims),
        discrepancies=tuple(map(_discrepancy, comparison.discrepancies)),
        wording=tuple(d.WordingDoc(w.entity, w.labels, w.kind) for w in comparison.wording),
        families=tuple(
            d.FamilyDoc(f.original, f.sources, f.kind, f.edits) for f in comparison.families
        ),
        voices=tuple(
            d.VoiceDoc(v.source, v.speaker, rounded(v.direct), rounded(v.indirect))
            for v in comparison.voices
        ),
        readout=_readout(comparison.readout),
        notes=comparison.notes,
    )


def stories_document(stories: Iterable[Story], set_aside: Iterable[SetAside]) -> d.StoriesDocument:
    """`compare.stories/1`."""
    return d.StoriesDocument(
        schema="compare.stories/1",
        stories=tuple(_entry(story) for story in stories),
        set_aside=tuple(
            d.SetAsideDoc(file_name(item.file), item.reason, item.line) for item in set_aside
        ),
    )


def explain_document(comparison: Comparison, claim: Claim, source: Source) -> d.ExplainDocument:
    """`compare.explain/1`: one cell."""
    return d.ExplainDocument(
        schema="compare.explain/1",
        story=comparison.story.slug,
        claim=claim.id,
        text=claim.text,
        origin=_origin(claim.origin),
        source=source_doc(source),
        cell=_cell(claim.cells[source.id]),
        emphasis=_emphasis(claim.emphasis.get(source.id)),
    )


def source_doc(source: Source) -> d.SourceDoc:
    """A source with what is known about its article."""
    article = source.article
    return d.SourceDoc(
        id=source.id,
        outlet=article.outlet_name,
        title=article.title,
        url=article.url,
        published=iso(article.published),
        language=article.language,
        kind=article.kind,
        via=article.via,
        file=file_name(article.file),
        complete=article.complete,
        copy_of=source.copy_of,
        incomplete=article.incomplete,
        article=article.id,
    )


def article_head(article: Article) -> d.ArticleHead:
    """An article as lists name it."""
    return d.ArticleHead(
        article.id,
        article.outlet_name,
        article.title,
        iso(article.published),
        article.language,
        file_name(article.file),
    )


def span_doc(evidence: Evidence) -> d.SpanDoc:
    """A span with its quote and score."""
    return d.SpanDoc(
        evidence.quote,
        evidence.part,
        evidence.start,
        evidence.end,
        evidence.paragraph,
        rounded(evidence.score),
    )


def _head(story: Story) -> d.StoryHead:
    entities = tuple(d.EntityDoc(e.id, e.name, e.type) for e in story.entities)
    return d.StoryHead(
        story.slug,
        story.title,
        iso(story.start),
        iso(story.end),
        entities,
        story.related,
        story.marks,
    )


def _entry(story: Story) -> d.StoryEntry:
    return d.StoryEntry(
        story.slug,
        story.title,
        iso(story.start),
        iso(story.end),
        story.related,
        tuple(map(article_head, story.articles)),
        story.marks,
    )


def _claim(claim: Claim, comparison: Comparison) -> d.ClaimDoc:
    order = [source.id for source in comparison.sources]
    emphasis = {key: _emphasis(claim.emphasis[key]) for key in order if key in claim.emphasis}
    return d.ClaimDoc(
        id=claim.id,
        text=claim.text,
        origin=_origin(claim.origin),
        cells={key: _cell(claim.cells[key]) for key in order},
        language=claim.language,
        emphasis={key: value for key, value in emphasis.items() if value is not None},
    )


def _origin(origin: Origin) -> d.OriginDoc:
    return d.OriginDoc(cast("d.OriginKind", origin.kind), origin.speaker, origin.label)


def _cell(cell: Cell) -> d.CellDoc:
    return d.CellDoc(
        status=cast("d.CellStatus", cell.status),
        score=rounded(cell.score),
        confidence=None if cell.confidence is None else rounded(cell.confidence),
        reasons=cell.reasons,
        evidence=tuple(map(span_doc, cell.evidence)),
        nearest=None if cell.nearest is None else span_doc(cell.nearest),
        attribution=_attribution(cell.attribution),
    )


def _attribution(attribution: Attribution | None) -> d.AttributionDoc | None:
    if attribution is None:
        return None
    if attribution.mode == "own":
        return d.AttributionDoc(None, None, "own")
    speaker = attribution.speaker or attribution.source_text
    return d.AttributionDoc(speaker, attribution.cue_text, cast("d.Mode", attribution.mode))


def _emphasis(emphasis: Emphasis | None) -> d.EmphasisDoc | None:
    if emphasis is None:
        return None
    return d.EmphasisDoc(
        emphasis.paragraph, rounded(emphasis.share), emphasis.in_title, emphasis.in_lead
    )


def _discrepancy(found: Discrepancy) -> d.DiscrepancyDoc:
    return d.DiscrepancyDoc(
        found.id,
        found.kind,
        cast("d.Severity", found.severity),
        found.claims,
        tuple(map(_side, found.sides)),
        found.note,
    )


def _side(side: Side) -> d.SideDoc:
    return d.SideDoc(
        side.source, side.quote, side.span, side.value, side.part, side.start, side.end
    )


def _readout(readout: Readout | None) -> d.ReadoutDoc | None:
    if readout is None:
        return None
    rows = tuple(
        d.ReadoutRowDoc(row.claim, cast("dict[str, d.Verdict]", row.verdicts))
        for row in readout.rows
    )
    return d.ReadoutDoc(readout.reference, readout.label, rows, readout.added)
