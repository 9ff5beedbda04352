"""Side-by-side rows, one article's reading, and searches -> contract documents.

In: model values. Out: the dataclasses of `documents` for `compare diff`, `compare article` and
`compare find`; see `assemble` for the rules about quotes, scores and dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, cast

from compare.model import (
    TITLE,
    Article,
    Attribution,
    Bead,
    Document,
    Entity,
    Evidence,
    Link,
    Mention,
    Source,
)
from compare.reports import documents_reading as d
from compare.reports.assemble import (
    article_head,
    iso,
    rounded,
    source_doc,
    span_doc,
)
from compare.reports.documents import Mode

Reading = tuple[Article, Sequence[Mention], Sequence[Attribution], Mapping[str, Entity]]
Found = tuple[Article, Sequence[Evidence], Evidence | None]
RowKind = Literal["both", "moved", "left_only", "right_only"]


def row_kind(row: Bead) -> RowKind:
    """both, moved, left_only (the right one omits it) or right_only (the right one adds it)."""
    if not row.right:
        return "left_only"
    if not row.left:
        return "right_only"
    return "moved" if row.moved else "both"


def diff_document(slug: str, left: Source, right: Source, rows: Iterable[Bead]) -> d.DiffDocument:
    """`compare.diff/1`: paragraphs of two sources, row by row."""
    return d.DiffDocument(
        schema="compare.diff/1",
        story=slug,
        left=source_doc(left),
        right=source_doc(right),
        rows=tuple(
            d.RowDoc(
                kind=row_kind(row),
                left=_paragraphs(left.article, row.left),
                right=_paragraphs(right.article, row.right),
                score=rounded(row.score),
                links=tuple(_link(link, left) for link in row.links),
            )
            for row in rows
        ),
    )


def article_document(readings: Iterable[Reading]) -> d.ArticleDocument:
    """`compare.article/1`: how each article was read."""
    return d.ArticleDocument("compare.article/1", tuple(map(_reading, readings)))


def find_document(text: str, found: Iterable[Found]) -> d.FindDocument:
    """`compare.find/1`: who carries `text`, best first inside each article."""
    entries = tuple(
        d.FoundDoc(
            article_head(article),
            tuple(map(span_doc, evidence)),
            None if nearest is None else span_doc(nearest),
        )
        for article, evidence, nearest in found
    )
    return d.FindDocument("compare.find/1", text, entries)


def _paragraphs(article: Article, indexes: Sequence[int]) -> tuple[d.ParagraphDoc, ...]:
    chosen = [(index, article.paragraphs[index]) for index in indexes]
    return tuple(
        d.ParagraphDoc(index, p.start, p.end, article.text[p.start : p.end], p.language)
        for index, p in chosen
    )


def _link(link: Link, left: Source) -> d.LinkDoc:
    first, second = link.left, link.right
    if first.article != left.article.id:
        first, second = second, first
    return d.LinkDoc((first.start, first.end), (second.start, second.end), rounded(link.score))


def _reading(reading: Reading) -> d.ReadingDoc:
    article, mentions, attributions, entities = reading
    parts = (d.PartDoc(TITLE, article.title), *(d.PartDoc(p.kind, p.text) for p in article.parts))
    return d.ReadingDoc(
        article=source_doc(Source(article.outlet, Document(article, {}))),
        parts=parts,
        paragraphs=_paragraphs(article, range(len(article.paragraphs))),
        dates=tuple(
            d.DateDoc(iso(date.value) or "", date.where, date.text, date.agrees)
            for date in article.dates
        ),
        notes=article.notes,
        mentions=tuple(_mention(m, entities) for m in mentions),
        attributions=tuple(map(_speech, attributions)),
    )


def _mention(m: Mention, entities: Mapping[str, Entity]) -> d.MentionDoc:
    entity = entities.get(m.entity or "")
    name = None if entity is None else entity.name
    place = (m.part, m.start, m.end, m.text)
    return d.MentionDoc(*place, m.type, m.entity, name, m.evidence, m.value, m.foreign)


def _speech(attribution: Attribution) -> d.SpeechDoc:
    start, end = attribution.content
    return d.SpeechDoc(
        attribution.part,
        start,
        end,
        attribution.content_text,
        attribution.source_text,
        attribution.cue_text,
        attribution.speaker,
        cast("Mode", attribution.mode),
        attribution.chain,
    )
