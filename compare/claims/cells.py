"""Cells: does this source carry this claim?

In: a row's candidates for one article. Out: status, evidence or nearest, score. Three
bands of the look-up score decide (seeds: at .44 and over right 90 %, under .33 absent 95 %,
between: `unclear`), because a false "absent" accuses an outlet: when in doubt the cell is
`unclear` and shows its nearest sentence. A clause that was clustered into the row is evidence by
itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import (
    ABSENT,
    BODY,
    INCLUDED,
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
    if best.same:
        proof = tuple(evidence(c, article) for c in candidates)
        return Cell(INCLUDED, best.score, evidence=proof)
    if best.score >= options.claim_included:
        return Cell(INCLUDED, best.score, evidence=(evidence(best, article),))
    near = evidence(best, article)
    if best.score < options.claim_absent:
        return Cell(ABSENT, best.score, nearest=near)
    return Cell(UNCLEAR, best.score, nearest=near)


def evidence(candidate: Candidate, article: Article) -> Evidence:
    """A candidate as a quotable span."""
    segment = candidate.segment
    paragraph = segment.paragraph if segment.part == BODY else None
    return Evidence(
        article.id, segment.part, segment.start, segment.end, segment.text, paragraph,
        candidate.score,
    )

