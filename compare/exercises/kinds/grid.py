"""Fill the grid: which text carries which claim.

In: facts. Out: a row a claim with a point for every source. A cell that is not sure is a point for
discussion. The proof of an absence is the nearest sentence, or where others say it.
"""

from __future__ import annotations

from compare.exercises.excerpts import leans
from compare.exercises.facts import Facts
from compare.exercises.kinds.kind import Kind
from compare.exercises.parts import GRID, Draft, Option, Point
from compare.model import ABSENT, CONFLICTS, INCLUDED, PARTIAL, Claim, Source
from compare.reports.words import say

FINE = (INCLUDED, PARTIAL, CONFLICTS, ABSENT)
COARSE = (INCLUDED, ABSENT)


def accepted(status: str, *, fine: bool) -> tuple[str, ...]:
    """The answers that a sure cell allows; empty when it cannot be scored at this level."""
    if status == PARTIAL:
        return (INCLUDED, PARTIAL) if fine else (INCLUDED,)
    if status == CONFLICTS and not fine:
        return ()
    return (status,)


def drafts(facts: Facts) -> list[Draft]:
    """A draft for every claim with at least two sure cells."""
    rows = []
    for claim, text, language in facts.claims():
        points = tuple(_point(facts, claim, source) for source in facts.sources)
        scored = [point for point in points if point.scored]
        if len(scored) < 2:
            continue
        answers = {point.accepted for point in scored}
        rank = (len(answers) < 2) * 2 + (len(scored) < len(points)) + leans(text)
        balance = "mixed" if len(answers) > 1 else str(min(answers))
        rows.append(Draft(claim.id, points, text, language, (), rank, balance, claims=(claim.id,)))
    return rows


def _point(facts: Facts, claim: Claim, source: Source) -> Point:
    keys = FINE if facts.level.fine else COARSE
    options = tuple(Option(key, say(f"grid.{key}")) for key in keys)
    cell, label = facts.cell(claim, source), facts.labels[source.id]
    proof = facts.proof(claim, source)
    if not proof and cell.status == ABSENT:
        proof = tuple(c for other in facts.sources for c in facts.proof(claim, other))
    allowed = accepted(cell.status, fine=facts.level.fine) if facts.sure(claim, source) else ()
    scored = bool(allowed and proof)
    why = say("why.absent") if cell.status == ABSENT and scored else ""
    if not scored:
        why = say("why.hidden") if facts.hidden(claim, source) else say("why.unsure")
    return Point("", options, allowed if scored else (), proof, scored, why, column=label)


KIND = Kind("grid", drafts, GRID, base=2, each=1.0, sources=2, least=2)
