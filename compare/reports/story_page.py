"""One story as a page: what the template of the story page needs, worked out beforehand.

In: a `Comparison`. Out: HTML. The rows carry what the filters ask for as data attributes. A cell
holds what proves it; in a very large matrix the quotes are left to the full texts, to which every
cell links, because the same sentence in a hundred cells would make the page heavy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from compare.model import (
    BODY,
    CARRIED,
    Article,
    Claim,
    Comparison,
    Discrepancy,
    Emphasis,
    Side,
    Source,
)
from compare.reports.added import added, doubtful_words
from compare.reports.blocks import ORIGINAL
from compare.reports.facts import ABSENT, closing, fact_rows
from compare.reports.facts import Row as FactLine
from compare.reports.gloss import gloss_words
from compare.reports.marking import Node, Span, differing, linked_spans, marked, span_id
from compare.reports.matrix import KINDS, judging_lines, only_here
from compare.reports.page import PICTURES, Step, page
from compare.reports.persons import of_comparison
from compare.reports.pictures import origin_bars, overlap, timeline, voice_bars
from compare.reports.story import days_line, ranked, remarks_of
from compare.reports.values import value_words
from compare.reports.words import (
    MOST_FACTS,
    day,
    name_words,
    note_words,
    origin_words,
    say,
    when,
)

QUOTES_UP_TO_CELLS = 900
LONG_CLAIM = 320
OPEN_FINDINGS = 5  # differences that stand open; the rest are one step away
COLUMNS_ON_PAPER = 4  # with the proofs in them; of more sources each stands below the other
COLUMNS_THAT_FIT = 6  # sources beside which the matrix needs no scroller of its own
SCRIPT = ("saving.js", "cells.js", "checks.js", "filters.js", "paper.js", PICTURES)
ALWAYS = ("caption", "dateline")  # parts that belong to the report; others only with evidence


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with what the filters and orders need: numbers stand in the order of the sources.

    `only` is the one source that carries it or "", `differs` the ids of its discrepancies,
    `weights` its prominence in thousandths, `starts` where its best evidence begins or -1.
    """

    claim: Claim
    words: str
    only: str
    differs: tuple[str, ...]
    weights: tuple[int, ...]
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or another part of an article, cut at the spans that something links to."""

    part: str
    index: int | None
    language: str
    pieces: tuple[Node | str, ...]


@dataclass(frozen=True, slots=True)
class ShownSide:
    """A side of a discrepancy: its sentence around the differing span, and the link to it."""

    source: str
    language: str
    value: str | None
    before: str
    span: str
    after: str
    target: str


def story_page(
    comparison: Comparison,
    script: str = ORIGINAL,
    path: Sequence[Step] = (),
    pairs: Sequence[Step] = (),
    facts: int | None = MOST_FACTS,
    notice: str = "",
) -> str:
    """The page of a story; `path` leads back to the list, `pairs` to side-by-side pages. At most
    `facts` key facts are shown, all for None; a `notice` stands at its head.
    """
    sources, claims = comparison.sources, comparison.claims
    given = fact_rows(comparison, facts)
    spans = linked_spans(comparison, _places(given, sources))
    return page(
        "story.html.j2",
        script=script,
        code=SCRIPT,
        **_told(comparison),
        rows=_rows(comparison),
        origins=[kind for kind in KINDS if any(c.origin.kind == kind for c in claims)],
        texts=[(source, _passages(source, spans)) for source in sources],
        findings=_findings(comparison),
        facts=given,
        below=list(closing(comparison, given)),
        no_value=ABSENT,
        added=added(comparison),
        doubtful=doubtful_words,
        claim_of={claim.id: claim for claim in claims},
        quoted=len(sources) * len(claims) <= QUOTES_UP_TO_CELLS,
        long_claim=LONG_CLAIM,
        open_findings=OPEN_FINDINGS,
        many=len(sources) > COLUMNS_THAT_FIT,
        stacked=len(sources) > COLUMNS_ON_PAPER,
        **_drawn(comparison),
        path=path,
        pairs=pairs,
        notice=notice,
    )


def _told(comparison: Comparison) -> dict[str, Any]:
    """The story and its sources, and what they are called."""
    sources = comparison.sources
    return {
        "comparison": comparison,
        "called": lambda name: name_words(name, comparison),
        "story": comparison.story,
        "sources": sources,
        "languages": {source.id: source.article.language for source in sources},
        "headline": days_line(comparison.story, len(sources)),
        "remarks": {source.id: remarks_of(source) for source in sources},
        "cited": {source.id: _cited(source.article) for source in sources},
        "gloss": gloss_words,
        "made_by": comparison.made_by,
        "made_json": msgspec.json.encode(comparison.made_by).decode(),
        "persons": of_comparison(comparison),
    }


def _cited(article: Article) -> str:
    """Outlet, title, date and address, as a citation names them."""
    name = "cite.source" if article.title else "cite.untitled"
    told = {"outlet": article.outlet_name, "date": when(article.published)}
    said = say(name, **told, **({"title": article.title} if article.title else {}))
    return say("cite.address", source=said, address=article.url) if article.url else said


def _judging(comparison: Comparison) -> list[str]:
    """What a reader must know of the words of a model; nothing where none was asked."""
    found = comparison.judging
    return [say("judging.apart", model=found.model), *judging_lines(found)] if found else []


def _drawn(comparison: Comparison) -> dict[str, Any]:
    """What is drawn: when sources appeared, what they share, whose words they print; and how a
    model was asked.
    """
    return {
        "judging": _judging(comparison),
        "timeline": timeline(comparison.sources, day),
        "overlap": overlap(comparison),
        "origin_bars": origin_bars(comparison),
        "voices": voice_bars(comparison),
    }


def _findings(comparison: Comparison) -> list[tuple[Discrepancy, str, list[ShownSide]]]:
    """What differs, the gravest first, with its note and its sides."""
    known = {source.id: source for source in comparison.sources}
    return [
        (found, note_words(found), [_side(side, known[side.source]) for side in found.sides])
        for found in ranked(comparison)
    ]


def _places(
    facts: Iterable[FactLine], sources: Sequence[Source]
) -> Iterator[tuple[str, str, int, int]]:
    """Where the values that are shown stand."""
    for row in facts:
        for source, cell in zip(sources, row.cells, strict=True):
            if cell:
                yield source.id, cell.fact.part, cell.fact.start, cell.fact.end


def _rows(comparison: Comparison) -> list[Row]:
    only = {claim: source for source, ids in only_here(comparison).items() for claim in ids}
    return [
        Row(
            claim,
            origin_words(claim, comparison),
            only.get(claim.id, ""),
            tuple(d.id for d in comparison.discrepancies if claim.id in d.claims),
            tuple(_weight(claim.emphasis.get(source.id)) for source in comparison.sources),
            tuple(_start(claim, source.id) for source in comparison.sources),
        )
        for claim in comparison.claims
    ]


def _weight(emphasis: Emphasis | None) -> int:
    """Headline before lead before share of the text."""
    if emphasis is None:
        return 0
    return 4000 * emphasis.in_title + 2000 * emphasis.in_lead + round(1000 * emphasis.share)


def _start(claim: Claim, source: str) -> int:
    cell = claim.cells[source]
    if cell.status not in CARRIED or not cell.evidence:
        return -1
    best = cell.evidence[0]
    return best.start if best.part == BODY else 0


def _passages(source: Source, spans: Mapping[tuple[str, str], list[Span]]) -> list[Passage]:
    """The full text of a source."""
    article = source.article
    others = ("title", *(part.kind for part in article.parts))
    passages = [
        Passage(kind, None, article.language, marked(article.part(kind), linked))
        for kind in others
        if article.part(kind) and ((linked := spans.get((source.id, kind), [])) or kind in ALWAYS)
    ]
    body = spans.get((source.id, BODY), [])
    for index, p in enumerate(article.paragraphs):
        pieces = marked(article.text[p.start : p.end], body, p.start)
        passages.append(Passage(BODY, index, p.language, pieces))
    return passages


def _side(side: Side, source: Source) -> ShownSide:
    start, end = differing(side, source)
    text = source.article.part(side.part)
    first = text.find(side.quote, max(0, end - len(side.quote)))
    if not start < end or not 0 <= first <= start:
        return ShownSide(
            source.id, source.article.language, value_words(side), side.quote, "", "", ""
        )
    last = max(end, first + len(side.quote))
    return ShownSide(
        source.id,
        source.article.language,
        value_words(side),
        text[first:start],
        text[start:end],
        text[end:last],
        span_id(source.id, side.part, start, end),
    )
