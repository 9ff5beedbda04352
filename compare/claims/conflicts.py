"""Cells that a discrepancy turns to `conflicts`.

In: claims and their discrepancies. Out: claims. Only a `conflict` does, and only in the source
that differs from the rest (the first side): the others still carry the claim. A cell without
evidence takes the side's span as evidence: a contradicted claim is not an omission.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.model import BODY, CONFLICTS, Cell, Claim, Discrepancy, Evidence, Side, Source


def with_conflicts(
    claims: Sequence[Claim], differing: Sequence[Discrepancy], sources: Sequence[Source]
) -> list[Claim]:
    """`claims` with the differing source's cell set to `conflicts` for every conflict."""
    articles = {s.id: s.article for s in sources}
    changed = {c.id: c for c in claims}
    for item in differing:
        if item.severity != "conflict" or len({s.source for s in item.sides}) < 2:
            continue
        side = item.sides[0]
        for key in item.claims:
            claim = changed[key]
            cell = claim.cells[side.source]
            article = articles[side.source]
            paragraph = article.paragraph_at(side.start) if side.part == BODY else None
            proof = cell.evidence or (_proof(side, article.id, paragraph, cell),)
            contradicted = replace(cell, status=CONFLICTS, evidence=proof, nearest=None, reasons=())
            changed[key] = replace(claim, cells={**claim.cells, side.source: contradicted})
    return [changed[c.id] for c in claims]


def _proof(side: Side, article: str, paragraph: int | None, cell: Cell) -> Evidence:
    return Evidence(article, side.part, side.start, side.end, side.quote, paragraph, cell.score)
