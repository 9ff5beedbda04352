"""Cells: does this source carry this claim?

In: a row's candidates for one article. Out: status, evidence or nearest, score, confidence. Three
bands of the calibrated chance that the article carries the row decide, because a false "absent"
accuses an outlet: when in doubt the cell is `unclear` and shows its nearest sentence. A claim with
figures that a source tells without any is `partial` there, unless the match is near certain. A
clause that was clustered into the row is evidence as soon as its chance allows, and never leaves
its article `absent`: nobody lacks what a row quotes from them.

Answers to a look-up: which candidates are evidence, and which is only the nearest. In: candidates
of one article, best first. Out: evidence (empty = the article does not carry the claim) and the
nearest candidate either way. `score` and `confidence` are the same calibrated probability here:
nothing but the look-up stands behind it.

Cells that a discrepancy turns to `conflicts`. In: claims and their discrepancies. Out: claims. Only
a `conflict` does, and only in the source that differs from the rest (the first side): the others
still carry the claim. Where the differing source alone carries it, it is the others that contradict
it. A number that shifted leaves the cell `partial`, and so does another strength or another speaker
than the source has by which the claim is measured: the official text's, else the one whose words
the row is in. A cell without evidence takes the side's span
as evidence: a contradicted claim is not an omission.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from compare.model import (
    ABSENT,
    BODY,
    CONFLICTS,
    INCLUDED,
    PARTIAL,
    TITLE,
    UNCLEAR,
    Article,
    Candidate,
    Cell,
    Claim,
    Discrepancy,
    Evidence,
    Side,
    Source,
)
from compare.options import Options

WEAKENING = ("modality", "attribution")


def cell(candidates: Sequence[Candidate], article: Article, options: Options) -> Cell:
    """The cell of one row in one article, before attribution and discrepancies are known."""
    if not candidates:
        return Cell(ABSENT, 0.0)
    best = candidates[0]
    sure = round(best.chance, 3)
    near = evidence(best, article)
    if sure >= options.claim_included and (best.same or best.segment.part != TITLE):
        proof = tuple(evidence(c, article) for c in candidates if c.same) or (near,)
        whole = sure >= options.claim_whole and best.segment.part != TITLE
        part = best.bare and not whole
        return Cell(PARTIAL if part else INCLUDED, best.score, sure, evidence=proof)
    if sure < options.claim_absent and not best.same:
        return Cell(ABSENT, best.score, round(1 - sure, 3), nearest=near)
    return Cell(UNCLEAR, best.score, nearest=near)


def evidence(candidate: Candidate, article: Article) -> Evidence:
    """A candidate as a quotable span."""
    segment = candidate.segment
    paragraph = segment.paragraph if segment.part == BODY else None
    return Evidence(
        article.id,
        segment.part,
        segment.start,
        segment.end,
        segment.text,
        paragraph,
        candidate.score,
    )


def evidences(
    candidates: Sequence[Candidate], article: Article, options: Options
) -> tuple[tuple[Evidence, ...], Evidence | None]:
    """(evidence best first, nearest or None)."""
    every = [replace(evidence(c, article), confidence=c.score) for c in candidates]
    kept = tuple(e for e in every if e.score >= options.find_present)
    return kept, every[0] if every else None


def with_conflicts(
    claims: Sequence[Claim],
    differing: Sequence[Discrepancy],
    sources: Sequence[Source],
    measures: Mapping[str, str],
) -> list[Claim]:
    """`claims` with the cells that a discrepancy contradicts or weakens; `measures` says for each
    claim's id by which source the others are measured.
    """
    articles = {s.id: s.article for s in sources}
    changed = {c.id: c for c in claims}
    for item in differing:
        if len({s.source for s in item.sides}) < 2:
            continue
        for key in item.claims:
            for side in _differing(changed[key], item, measures[key]):
                changed[key] = _against(changed[key], side, articles[side.source], item.severity)
    return [changed[c.id] for c in claims]


def _differing(claim: Claim, item: Discrepancy, measure: str) -> list[Side]:
    """The sides that differ from the claim: the first, which is the odd one out; the others where
    the first alone carries it. Of a shift only a differing number, strength or speaker weakens.
    """
    first, *rest = item.sides
    others = [s for s in rest if s.source != first.source and (s.value or s) != first.value]
    if item.severity == "conflict":
        carried = any(claim.cells[s.source].evidence for s in others)
        return [first] if carried or not claim.cells[first.source].evidence else others
    if item.severity == "shift" and item.kind == "number":
        return [first] if any(claim.cells[s.source].status == INCLUDED for s in others) else []
    if item.severity == "shift" and item.kind in WEAKENING:
        values = {s.value for s in item.sides if s.source == measure}
        return [s for s in item.sides if values and s.value not in values]
    return []


def _against(claim: Claim, side: Side, article: Article, severity: str) -> Claim:
    cell = claim.cells[side.source]
    if severity == "shift":
        status = PARTIAL if cell.status == INCLUDED else cell.status
        return replace(claim, cells={**claim.cells, side.source: replace(cell, status=status)})
    paragraph = article.paragraph_at(side.start) if side.part == BODY else None
    proof = cell.evidence or (_proof(side, article.id, paragraph, cell),)
    contradicted = replace(cell, status=CONFLICTS, evidence=proof, nearest=None, reasons=())
    return replace(claim, cells={**claim.cells, side.source: contradicted})


def _proof(side: Side, article: str, paragraph: int | None, cell: Cell) -> Evidence:
    return Evidence(article, side.part, side.start, side.end, side.quote, paragraph, cell.score)
