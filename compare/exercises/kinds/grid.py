"""Fill the grid: which text carries which claim.

In: facts. Out: a row a claim with a point for every source. A cell that is not sure is a point for
discussion. The proof of an absence is the nearest sentence, or where others say it.
"""

from __future__ import annotations

from compare.exercises.facts import Facts, Kind, options
from compare.exercises.parts import GRID, Point, Prompt
from compare.model import ABSENT, CONFLICTS, INCLUDED, PARTIAL, Claim, Source
from compare.reports.words import say

# status of a sure cell -> the answers that it allows
FINE = {
    INCLUDED: (INCLUDED,),
    PARTIAL: (INCLUDED, PARTIAL),
    CONFLICTS: (CONFLICTS,),
    ABSENT: (ABSENT,),
}
COARSE = {INCLUDED: (INCLUDED,), PARTIAL: (INCLUDED,), ABSENT: (ABSENT,)}


def drafts(facts: Facts) -> list[Prompt]:
    """A draft for every claim with at least two sure cells."""
    rows = []
    for one in facts.claims:
        points = [_point(facts, one.claim, source) for source in facts.sources]
        answers = [point.accepted for point in points if point.accepted]
        if len(answers) > 1:
            mixed = len(set(answers)) > 1
            rank = 2 * (not mixed) + (len(answers) < len(points))
            rows.append(
                one.draft(*points, rank=rank, balance="mixed" if mixed else str(answers[0]))
            )
    return rows


def _point(facts: Facts, claim: Claim, source: Source) -> Point:
    status = claim.cells[source.id].status
    answers = FINE if facts.level.fine else COARSE
    proof = facts.proof(claim, source)
    if not proof and status == ABSENT:
        proof = facts.proof(claim, *facts.sources)
    allowed = answers.get(status, ()) if proof and facts.sure(claim, source) else ()
    why = say("why.absent") if status == ABSENT else ""
    return Point(
        "",
        options("grid.{}", dict.fromkeys(key for keys in answers.values() for key in keys)),
        allowed,
        proof,
        why if allowed else facts.doubt(claim, source),
        column=facts.labels[source.id],
    )


KIND = Kind("grid", drafts, GRID, sources=2, least=2)
