"""What would settle this: planning a check outside the texts.

In: facts. Out: rows on discrepancies and on claims of a single text, answered in words and judged
by the rubric only, since the answer lies outside everything that the program has read.
"""

from __future__ import annotations

from compare.exercises.excerpts import leans
from compare.exercises.facts import Facts
from compare.exercises.kinds.kind import Kind
from compare.exercises.parts import OPEN, Draft, Point, Quoted
from compare.model import CARRIED, Claim, Discrepancy
from compare.reports.words import say

GRAVE = ("conflict", "shift")
MOST = 3


def drafts(facts: Facts) -> list[Draft]:
    """Grave discrepancies first, then claims that one text alone surely has."""
    differing = [
        _differing(item, facts)
        for item in facts.comparison.discrepancies
        if item.severity in GRAVE and len(item.sides) > 1 and facts.shows(item.sides[:2])
    ]
    single = [d for c in facts.claims() if (d := _single(facts, *c)) is not None]
    return differing + single


def _differing(item: Discrepancy, facts: Facts) -> Draft:
    cites = tuple(facts.cite_side(side) for side in item.sides[:2])
    point = Point(say("lateral.differ"), (), (), cites, scored=False)
    quoted = tuple(Quoted(c.place, c.quote, c.language) for c in cites)
    rank = GRAVE.index(item.severity)
    return Draft(item.id, (point,), quoted=quoted, rank=rank, balance="d", claims=item.claims)


def _single(facts: Facts, claim: Claim, text: str, language: str) -> Draft | None:
    if not all(facts.sure(claim, source) for source in facts.sources):
        return None
    carrying = [s for s in facts.sources if facts.cell(claim, s).status in CARRIED]
    if len(carrying) != 1:
        return None
    label = facts.labels[carrying[0].id]
    proof = facts.proof(claim, carrying[0])
    point = Point(say("lateral.single", label=label), (), (), proof, scored=False)
    rank = 2 + leans(text)
    return Draft(claim.id, (point,), text, language, (), rank, "single", claims=(claim.id,))


KIND = Kind("lateral", drafts, OPEN, base=2, each=4.0, lines=4, scored=False, most=MOST)
