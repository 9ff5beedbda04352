"""Cells: does this source carry this claim?

In: a row's candidates for one article. Out: status, evidence or nearest, score, confidence. Three
bands of the calibrated chance that the article carries the row decide, because a false "absent"
accuses an outlet: when in doubt the cell is `unclear` and shows its nearest sentence. A claim with
figures that a source tells without any is `partial` there, unless the match is near certain. A
clause that was clustered into the row is evidence as soon as its chance allows, and never leaves
its article `absent`: nobody lacks what a row quotes from them.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import (
    ABSENT,
    BODY,
    INCLUDED,
    PARTIAL,
    UNCLEAR,
    Article,
    Candidate,
    Cell,
    Evidence,
)
from compare.options import Options


def cell(candidates: Sequence[Candidate], article: Article, options: Options) -> Cell:
    """The cell of one row in one article, before attribution and discrepancies are known."""
    if not candidates:
        return Cell(ABSENT, 0.0)
    best = candidates[0]
    sure = round(best.chance, 3)
    near = evidence(best, article)
    if sure >= options.claim_included:
        proof = tuple(evidence(c, article) for c in candidates if c.same) or (near,)
        part = best.bare and sure < options.claim_whole
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
