"""What of a claim the proof of one cell has: its words, names, figures and days, found and not.

In: a comparison, a claim and a source of it, the articles as read. Out: Grounds. The claim is taken
where it stands in the article whose words it is, so that its names and days mean what they mean
there. Names are found by identity and words by the lexical score (`matching.grounds`), figures and
days by what became of them when the proof was checked (`facts`); values that differ are those, and
the sides of the discrepancies that the claim has in this source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.model import (
    BODY,
    LOOSELY,
    OPPOSED,
    Borne,
    Claim,
    Comparison,
    Grounds,
    Mention,
    Segment,
    Source,
    Stretch,
)
from compare.model import BORNE as TOLD
from compare.options import Options

# kinds of discrepancies that are of words and not of values
OF_WORDS = ("quote", "modality", "attribution", "wording")

if TYPE_CHECKING:
    from compare.matching.grounds import Mark
    from compare.matching.lexical import Words
    from compare.pipeline import Readings


@dataclass(frozen=True, slots=True)
class _Row:
    """Where a claim's wording stands, and the place of each of its characters there."""

    segment: Segment
    places: tuple[int, ...]


def grounds(
    comparison: Comparison,
    claim: Claim,
    source: Source,
    names: Readings,
    options: Options = Options(),
) -> Grounds:
    """What of `claim` stands in the evidence of `source` for it, or in the nearest sentence."""
    from compare.matching.grounds import listed, named
    from compare.matching.lexical import Words
    from compare.resources.glossary import glossary

    cell = claim.cells[source.id]
    proofs: list[Stretch] = [*(cell.evidence or ([cell.nearest] if cell.nearest else []))]
    row = _row(comparison, claim)
    own = row is not None and row.segment.article == source.article.id
    if row is not None and own:
        proofs.append(row.segment)
    if not proofs:
        return Grounds()
    fates = [] if row is None or own else _fates(comparison, row.segment, proofs, names, options)
    passage = _passage(source, proofs, names)
    marks = []
    if row is not None:
        marks = _figures(fates, row) + named(_inside(names, row.segment), row.places, passage)
    asked = Words(claim.text, claim.language)
    found, missing = listed(asked, marks, passage, glossary(options.use_cache), options)
    return Grounds(found, missing, _differing(comparison, claim, source, fates, names))


_MARKS = '[“”「」『』（）()"]*'  # what a claim's wording may have lost inside


def _row(comparison: Comparison, claim: Claim) -> _Row | None:
    """Where a claim's wording stands: where it is evidence, else wherever it is found."""
    wanted = re.compile(_MARKS.join(map(re.escape, claim.text)))
    held = [s for s in comparison.sources if s.article.language == claim.language]
    for source in held:
        for proof in claim.cells[source.id].evidence:
            text = source.article.part(proof.part)
            if match := wanted.search(text, proof.start, proof.end):
                return _found(source, proof.part, match, claim)
    for source in held:
        for name in source.document.parts:
            if match := wanted.search(source.article.part(name)):
                return _found(source, name, match, claim)
    return None


def _found(source: Source, part: str, match: re.Match[str], claim: Claim) -> _Row:
    places, at = [], match.start()
    for character in claim.text:
        at = match.string.index(character, at)
        places.append(at)
        at += 1
    segment = Segment(source.article.id, part, match.start(), match.end(), match[0])
    return _Row(segment, (*places, match.end()))


def _fates(
    comparison: Comparison,
    row: Segment,
    proofs: Sequence[Stretch],
    names: Readings,
    options: Options,
) -> Sequence[Borne]:
    """What becomes of the figures, hours and days of a row in its proofs."""
    from compare.pipeline import story_facts
    from compare.reading.speech.days import speech

    ids = [s.article.id for s in comparison.sources]
    said = {key: speech(names.documents[key], names.mentions[key], options) for key in ids}
    return story_facts(comparison.sources, names, said, options)[1].borne(row, proofs)


def _figures(fates: Sequence[Borne], row: _Row) -> list[Mark]:
    """Marks of the figures, hours and days of a row."""
    from compare.matching.grounds import marked

    told = [(b.fact, b.fate in (TOLD, LOOSELY)) for b in fates]
    return [marked(row.places, fact.start, fact.end, found=has) for fact, has in told]


def _inside(names: Readings, stretch: Stretch) -> list[Mention]:
    return [
        m
        for m in names.mentions[stretch.article]
        if m.part == stretch.part and stretch.start <= m.start and m.end <= stretch.end
    ]


def _passage(source: Source, proofs: Sequence[Stretch], names: Readings) -> Words:
    """The proofs as the lexical score takes a text."""
    from compare.matching.lexical import Words
    from compare.matching.units import anchor_of
    from compare.text.scripts import to_simplified

    article = source.article
    text = "\n".join(article.part(p.part)[p.start : p.end] for p in proofs)
    inside = [m for p in proofs for m in _inside(names, p)]
    anchors = {key: to_simplified(m.text) for m in inside if (key := anchor_of(m))}
    return Words(to_simplified(text), _language(source, proofs), anchors)


def _language(source: Source, proofs: Sequence[Stretch]) -> str:
    """The language of the paragraph of the first proof."""
    article = source.article
    where = article.paragraph_at(proofs[0].start) if proofs and proofs[0].part == BODY else None
    return article.language if where is None else article.paragraphs[where].language


def _differing(
    comparison: Comparison,
    claim: Claim,
    source: Source,
    fates: Sequence[Borne],
    names: Readings,
) -> tuple[tuple[str, str], ...]:
    """Values that contradict each other, the claim's first, each pair once."""
    pairs = [
        (_words(names, b.fact), _words(names, b.other))
        for b in fates
        if b.fate == OPPOSED and b.other
    ]
    for item in comparison.discrepancies:
        if claim.id not in item.claims or item.severity != "conflict" or item.kind in OF_WORDS:
            continue
        told = [s for s in item.sides if s.span in claim.text and s.source != source.id]
        here = [s for s in item.sides if s.source == source.id]
        pairs += [(a.span, b.span) for a in told[:1] for b in here[:1] if a.value != b.value]
    return tuple(dict.fromkeys(pairs))


def _words(names: Readings, stretch: Stretch) -> str:
    whole = names.documents[stretch.article].parts[stretch.part].text
    return whole[stretch.start : stretch.end]
