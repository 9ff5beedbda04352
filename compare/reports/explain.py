"""One cell with its proof: the claim, the verdict, and the sentence among its neighbours.

In: a `Comparison`, a claim id and a source id. Out: blocks. The paragraph before and after stand
with the evidence (or with the nearest sentence), so that nobody has to take a fragment on trust.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from compare.errors import NotFound
from compare.model import (
    BODY,
    CANNOT_TELL,
    UNCLEAR,
    Article,
    Attribution,
    Cell,
    Claim,
    Comparison,
    Emphasis,
    Evidence,
    Grounds,
    Source,
)
from compare.reports.blocks import Block, Heading, Item, Items, Line, Quote, Tone
from compare.reports.matrix import TONES, where_words
from compare.reports.words import decimal, origin_words, percent, said, say


def pick_cell(comparison: Comparison, claim: str, source: str) -> tuple[Claim, Source]:
    """The claim and the source with these ids; raises NotFound with the nearest ids."""
    claims = {c.id: c for c in comparison.claims}
    sources = {s.id: s for s in comparison.sources}
    slug = comparison.story.slug
    if claim not in claims:
        raise NotFound(f"no claim '{claim}' in story '{slug}'", nearest(claim, claims))
    if source not in sources:
        raise NotFound(f"no source '{source}' in story '{slug}'", tuple(sources))
    return claims[claim], sources[source]


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The ids that are most like `name`."""
    return tuple(difflib.get_close_matches(name, list(known), cutoff=0.3))


def explain_blocks(claim: Claim, source: Source, grounds: Grounds | None = None) -> list[Block]:
    """The report of one cell; `grounds` say what of the claim its proof has."""
    cell = claim.cells[source.id]
    status = said("status", cell.status)
    return [
        Heading(say("explain", claim=claim.id, source=source.id, status=status), level=1),
        Line(say("explain.claim", text=claim.text)),
        *(Line(line) for line in _facts(claim, cell, claim.emphasis.get(source.id))),
        *_proof(cell, source.article),
        *(Line(line) for line in _grounds(grounds or Grounds())),
        *_judged(cell, source.article),
    ]


def _grounds(grounds: Grounds) -> list[str]:
    """Which words of the claim stand there, which do not, and which values differ."""
    lines = [("explain.found", grounds.found), ("explain.missing", grounds.missing)]
    pairs = [say("explain.pair", claim=mine, source=its) for mine, its in grounds.differing]
    lines.append(("explain.differing", tuple(pairs)))
    return [say(key, words=say("list").join(words)) for key, words in lines if words]


def _facts(claim: Claim, cell: Cell, emphasis: Emphasis | None) -> list[str]:
    lines = [say("explain.origin", origin=origin_words(claim)), _score(cell)]
    lines += [say("explain.reason", reason=said("reason", reason)) for reason in cell.reasons]
    if cell.attribution is not None:
        lines.append(_attribution(cell.attribution))
    if emphasis is not None and cell.evidence:
        lines.append(_emphasis(emphasis))
    return lines


def _score(cell: Cell) -> str:
    score = decimal(cell.score)
    if cell.confidence is None:
        return say("explain.score", score=score)
    return say("explain.confidence", score=score, confidence=decimal(cell.confidence))


def _attribution(attribution: Attribution) -> str:
    if attribution.mode in ("own", "unknown"):
        return say(f"explain.{attribution.mode}")
    speaker = attribution.said_by or ""
    mode = said("mode", attribution.mode)
    if attribution.cue_text is None:
        return say("explain.said", speaker=speaker, mode=mode)
    return say("explain.cue", speaker=speaker, mode=mode, cue=attribution.cue_text)


def _emphasis(emphasis: Emphasis) -> str:
    share = percent(emphasis.share)
    if emphasis.in_title:
        return say("explain.headline", share=share)
    if emphasis.in_lead or emphasis.paragraph is None:
        return say("explain.lead", share=share)
    return say("explain.rank", paragraph=emphasis.paragraph + 1, share=share)


def _proof(cell: Cell, article: Article) -> list[Block]:
    if cell.evidence:
        items = tuple(_in_context(evidence, article, cell.status) for evidence in cell.evidence)
        return [Heading(say("evidence")), Items(items)]
    if cell.nearest is None:
        return [Line(say("nearest.none"))]
    title = say("nearest.unclear") if cell.status == UNCLEAR else say("nearest")
    return [Heading(title), Items((_in_context(cell.nearest, article, cell.status),))]


def _judged(cell: Cell, article: Article) -> list[Block]:
    """What a model says of the cell, apart from the verdict and its proof."""
    found = cell.judged
    if found is None:
        return []
    title = say("judged", verdict=said("judged", found.verdict), model=found.model)
    if found.quote is None:
        alone = () if found.verdict == CANNOT_TELL else (Line(say("judged.alone")),)
        return [Heading(title), *alone]
    return [Heading(title), Items((_in_context(found.quote, article, found.verdict),))]


def _in_context(evidence: Evidence, article: Article, status: str) -> Item:
    text = say("scored", where=where_words(evidence), score=decimal(evidence.score))
    return Item(text, in_context(evidence, article, TONES[status] if status != "absent" else ""))


def in_context(evidence: Evidence, article: Article, tone: Tone) -> tuple[Quote, ...]:
    """The words of a proof, marked in their paragraph, between the one before and the one after."""
    where = where_words(evidence)
    whole = article.part(evidence.part)
    start, end = _bounds(evidence, article)
    quotes = [
        Quote(
            where,
            whole[evidence.start : evidence.end],
            whole[start : evidence.start],
            whole[evidence.end : end],
            marked=True,
            tone=tone,
        )
    ]
    if evidence.paragraph is not None:
        quotes = [
            *_neighbour(article, evidence.paragraph - 1),
            *quotes,
            *_neighbour(article, evidence.paragraph + 1),
        ]
    return tuple(quotes)


def _bounds(evidence: Evidence, article: Article) -> tuple[int, int]:
    if evidence.part == BODY and evidence.paragraph is not None:
        paragraph = article.paragraphs[evidence.paragraph]
        return min(paragraph.start, evidence.start), max(paragraph.end, evidence.end)
    return 0, len(article.part(evidence.part))


def _neighbour(article: Article, index: int) -> list[Quote]:
    if not 0 <= index < len(article.paragraphs):
        return []
    paragraph = article.paragraphs[index]
    text = article.text[paragraph.start : paragraph.end]
    return [Quote(say("paragraph", n=index + 1), text, tone="faint")]
