"""Fill the grid: which text carries which claim.

In: facts. Out: a row a claim with a point for every source. A cell that is not sure is a point for
discussion. The proof of an absence is the nearest sentence, or where others say it.
"""

from __future__ import annotations

from compare.exercises.facts import Facts, Kind, options
from compare.exercises.parts import GRID, Point, Prompt
from compare.exercises.rows import LAST
from compare.model import ABSENT, CONFLICTS, INCLUDED, PARTIAL, Claim, Source
from compare.reports.words import say

# the choices; what is told in part is one, though no sure cell is
FINE = (INCLUDED, PARTIAL, CONFLICTS, ABSENT)
COARSE = (INCLUDED, ABSENT)


def drafts(facts: Facts) -> list[Prompt]:
    """A draft for every claim with at least two sure cells, in turn by how many texts carry it;
    those with many cells that are not sure are the last.
    """
    rows = []
    for one in facts.claims:
        points = [_point(facts, one.claim, source) for source in facts.sources]
        answers = [point.accepted for point in points if point.accepted]
        if len(answers) > 1:
            alike = len(set(answers)) == 1
            doubtful = len(points) - len(answers)
            rank = alike + doubtful + LAST * (doubtful > len(points) * facts.options.exercise_gaps)
            carried = sum(answer != (ABSENT,) for answer in answers)
            rows.append(one.draft(*points, rank=rank, balance=str(carried)))
    return rows


def _point(facts: Facts, claim: Claim, source: Source) -> Point:
    status = claim.cells[source.id].status
    choices = FINE if facts.level.fine else COARSE
    proof = facts.proof(claim, source)
    if not proof and status == ABSENT:
        proof = facts.proof(claim, *facts.sources)
    sure = status in choices and bool(proof) and facts.sure(claim, source)
    why = say("why.absent") if status == ABSENT else ""
    return Point(
        "",
        options("grid.{}", choices),
        (status,) if sure else (),
        proof,
        why if sure else facts.doubt(claim, source),
        column=facts.labels[source.id],
    )


KIND = Kind("grid", drafts, GRID, sources=2, least=2)
