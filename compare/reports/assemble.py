"""Model values -> contract documents.

In: `Comparison`, stories, articles, rows. Out: the dataclasses of `documents`. Nothing is judged
or converted here: quotes stay as they were read, scores are rounded to 3 decimals, dates become
ISO 8601 (with the offset when the time of day is known).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from msgspec import UNSET

from compare.model import (
    BODY,
    TITLE,
    Article,
    Attribution,
    Cell,
    Claim,
    Comparison,
    Document,
    Entity,
    Evidence,
    Fact,
    FactRow,
    Found,
    Grounds,
    Inspection,
    Judgement,
    MadeBy,
    Mention,
    Part,
    SetAside,
    Source,
    Story,
    Version,
)
from compare.reports import documents as d
from compare.reports.beside import Beside, Match, Row
from compare.reports.diff_documents import DiffDocument, LinkDoc, RowDoc
from compare.reports.sides import row_kind


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
    """`compare.story`."""
    story = comparison.story
    return d.StoryDocument(
        schema="compare.story/2",
        made_by=comparison.made_by,
        story=d.StoryHead(
            slug=story.slug,
            title=story.title,
            start=story.start,
            end=story.end,
            entities=tuple(d.EntityDoc(e.id, e.name, e.type) for e in story.entities),
            related=story.related,
            marks=story.marks,
        ),
        sources=tuple(map(source_doc, comparison.sources)),
        claims=tuple(_claim(claim, comparison) for claim in comparison.claims),
        discrepancies=comparison.discrepancies,
        wording=comparison.wording,
        families=comparison.families,
        voices=comparison.voices,
        readout=comparison.readout,
        notes=comparison.notes,
        facts=tuple(_fact_row(row, comparison) for row in comparison.facts),
        judging=comparison.judging or UNSET,
    )


def stories_document(
    stories: Iterable[Story], set_aside: Iterable[SetAside], made_by: MadeBy
) -> d.StoriesDocument:
    """`compare.stories`."""
    return d.StoriesDocument(
        schema="compare.stories/2",
        made_by=made_by,
        stories=tuple(map(_entry, stories)),
        set_aside=tuple(replace(item, file=file_name(item.file)) for item in set_aside),
    )


def explain_document(
    comparison: Comparison, claim: Claim, source: Source, grounds: Grounds | None = None
) -> d.ExplainDocument:
    """`compare.explain`: one cell."""
    return d.ExplainDocument(
        schema="compare.explain/2",
        made_by=comparison.made_by,
        story=comparison.story.slug,
        claim=claim.id,
        text=claim.text,
        origin=claim.origin,
        source=source_doc(source),
        cell=_cell(claim.cells[source.id]),
        emphasis=claim.emphasis.get(source.id),
        grounds=grounds,
    )


def diff_document(slug: str, made: Beside, made_by: MadeBy) -> DiffDocument:
    """`compare.diff`: paragraphs of two or three sources, row by row."""
    return DiffDocument(
        schema="compare.diff/2",
        made_by=made_by,
        story=slug,
        left=source_doc(made.sources[0]),
        right=source_doc(made.sources[1]),
        rows=tuple(_side_row(made, row) for row in made.rows),
        third=source_doc(made.sources[2]) if len(made.sources) > 2 else UNSET,
    )


def _side_row(made: Beside, row: Row) -> RowDoc:
    columns = tuple(
        _paragraphs(source.article, held)
        for source, held in zip(made.sources, row.columns, strict=True)
    )
    return RowDoc(
        kind=row_kind(row),
        left=columns[0],
        right=columns[1],
        score=rounded(row.score),
        links=tuple(map(_match, (m for m in row.matches if m.columns == (0, 1)))),
        claims=tuple(dict.fromkeys(match.claim for match in row.matches)),
        differences=tuple(one.id for one in row.differences),
        third=columns[2] if len(columns) > 2 else UNSET,
    )


def _match(match: Match) -> LinkDoc:
    left, right = match.left, match.right
    return LinkDoc((left.start, left.end), (right.start, right.end), rounded(match.score))


def article_document(readings: Iterable[Inspection], made_by: MadeBy) -> d.ArticleDocument:
    """`compare.article`: how each article was read."""
    return d.ArticleDocument("compare.article/2", made_by, tuple(map(_reading, readings)))


def find_document(text: str, found: Iterable[Found], made_by: MadeBy) -> d.FindDocument:
    """`compare.find`: who carries `text`, best first inside each article."""
    entries = tuple(
        d.FoundDoc(_article(one.article), tuple(map(_span, one.evidence)), _nearest(one))
        for one in found
    )
    return d.FindDocument("compare.find/2", made_by, text, entries)


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


def _article(article: Article) -> d.ArticleHead:
    return d.ArticleHead(
        article.id,
        article.outlet_name,
        article.title,
        iso(article.published),
        article.language,
        file_name(article.file),
    )


def place_doc(e: Evidence) -> d.PlaceDoc:
    """Where a proof stands."""
    return d.PlaceDoc(e.quote, e.part, e.start, e.end, e.paragraph)


def _span(e: Evidence) -> d.SpanDoc:
    return d.SpanDoc(e.quote, e.part, e.start, e.end, e.paragraph, rounded(e.score))


def _nearest(held: Cell | Found) -> d.SpanDoc | None:
    return None if held.nearest is None else _span(held.nearest)


def _entry(story: Story) -> d.StoryEntry:
    return d.StoryEntry(
        slug=story.slug,
        title=story.title,
        start=story.start,
        end=story.end,
        related=story.related,
        articles=tuple(map(_article, story.articles)),
        marks=story.marks,
    )


def _claim(claim: Claim, comparison: Comparison) -> d.ClaimDoc:
    order = [source.id for source in comparison.sources]
    return d.ClaimDoc(
        id=claim.id,
        text=claim.text,
        origin=claim.origin,
        cells={key: _cell(claim.cells[key]) for key in order},
        language=claim.language,
        emphasis={key: claim.emphasis[key] for key in order if key in claim.emphasis},
    )


def _cell(cell: Cell) -> d.CellDoc:
    said = cell.attribution
    return d.CellDoc(
        status=cell.status,
        score=rounded(cell.score),
        confidence=None if cell.confidence is None else rounded(cell.confidence),
        reasons=cell.reasons,
        evidence=tuple(map(_span, cell.evidence)),
        nearest=_nearest(cell),
        attribution=None if said is None else _attribution(said),
        judged=UNSET if cell.judged is None else _judgement(cell.judged),
    )


def _judgement(said: Judgement) -> d.JudgementDoc:
    quote = None if said.quote is None else _span(said.quote)
    return d.JudgementDoc(said.model, said.verdict, quote)


def _attribution(said: Attribution) -> d.AttributionDoc:
    cue = None if said.mode == "own" else said.cue_text
    return d.AttributionDoc(said.said_by, cue, said.mode)


def _fact_row(row: FactRow, comparison: Comparison) -> d.FactRowDoc:
    return d.FactRowDoc(
        id=row.id,
        kind=row.kind,
        labels=row.labels,
        words=row.words,
        language=row.language,
        verdict=row.verdict,
        reason=row.reason,
        odd=row.odd,
        entities=tuple(d.NamedDoc(e.id, e.name, e.names) for e in row.entities),
        cells={
            source.id: tuple(_fact(fact, source.article) for fact in row.cells.get(source.id, ()))
            for source in comparison.sources
        },
    )


def _fact(fact: Fact, article: Article) -> d.FactDoc:
    return d.FactDoc(
        value=fact.value.text,
        unit=fact.value.unit,
        precision=fact.value.precision,
        low=fact.value.low,
        high=fact.value.high,
        quote=article.part(fact.part)[fact.start : fact.end],
        part=fact.part,
        start=fact.start,
        end=fact.end,
        paragraph=article.paragraph_at(fact.start) if fact.part == BODY else None,
        predicate=fact.predicate,
        about=fact.about,
        scopes=tuple(sorted(fact.scopes)),
        as_of=fact.as_of,
        giver=fact.giver,
        negated=fact.negated,
        modality=fact.modality,
    )


def _paragraphs(article: Article, indexes: Sequence[int]) -> tuple[d.ParagraphDoc, ...]:
    chosen = [(index, article.paragraphs[index]) for index in indexes]
    return tuple(
        d.ParagraphDoc(index, p.start, p.end, article.text[p.start : p.end], p.language)
        for index, p in chosen
    )


def _reading(reading: Inspection) -> d.ReadingDoc:
    article = reading.article
    return d.ReadingDoc(
        article=source_doc(Source(article.outlet, Document(article, {}), article.copy_of)),
        parts=(Part(TITLE, article.title), *article.parts),
        paragraphs=_paragraphs(article, range(len(article.paragraphs))),
        dates=tuple(
            d.DateDoc(iso(date.value) or "", date.where, date.text, date.agrees)
            for date in article.dates
        ),
        notes=article.notes,
        mentions=tuple(_mention(m, reading.entities) for m in reading.mentions),
        attributions=tuple(s for a in reading.speech.attributions for s in _speech(article, a)),
        speech_read=reading.speech.read,
        versions=tuple(map(_version, article.versions)),
    )


def _version(version: Version) -> d.VersionDoc:
    return d.VersionDoc(
        version.id,
        file_name(version.file),
        version.title,
        iso(version.published),
        iso(version.captured),
        version.text,
    )


def _mention(m: Mention, entities: Mapping[str, Entity]) -> d.MentionDoc:
    entity = entities.get(m.entity or "")
    name = None if entity is None else entity.name
    place = (m.part, m.start, m.end, m.text)
    return d.MentionDoc(*place, m.type, m.entity, name, m.evidence, m.value, m.foreign)


def _speech(article: Article, said: Attribution) -> Iterator[d.SpeechDoc]:
    """One entry for every piece that is the speaker's: a narrator between two halves is not."""
    for start, end in said.pieces or (said.content,):
        words = said.content_text if (start, end) == said.content else article.text[start:end]
        yield d.SpeechDoc(
            said.part,
            start,
            end,
            words,
            said.source_text,
            said.cue_text,
            said.speaker,
            said.mode,
            said.chain,
        )
