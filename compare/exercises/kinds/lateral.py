"""What would settle this: planning a check outside the texts.

In: facts. Out: rows on discrepancies and on claims of a single text, answered in words and judged
by the rubric only, since the answer lies outside everything that the program has read.
"""

from __future__ import annotations

from compare.exercises.facts import Facts, Kind, Worded
from compare.exercises.parts import OPEN, Point, Prompt
from compare.model import CARRIED, Discrepancy
from compare.reports.words import say

GRAVE = ("conflict", "shift")


def drafts(facts: Facts) -> list[Prompt]:
    """Grave discrepancies first, then claims that one text alone surely has."""
    differing = [
        _differing(item, facts)
        for item in facts.comparison.discrepancies
        if item.severity in GRAVE
        and len(item.sides) > 1
        and all(facts.shows(side.source, side) for side in item.sides[:2])
    ]
    return differing + [draft for one in facts.claims for draft in _single(facts, one)]


def _differing(item: Discrepancy, facts: Facts) -> Prompt:
    cites = tuple(facts.cite(facts.source(side.source), side) for side in item.sides[:2])
    point = Point(say("lateral.differ"), citations=cites)
    rank = GRAVE.index(item.severity)
    return Prompt(item.id, (point,), quoted=cites, rank=rank, balance="d", claims=item.claims)


def _single(facts: Facts, one: Worded) -> list[Prompt]:
    cells = [one.claim.cells[source.id].status for source in facts.sources]
    carrying = [s for s, status in zip(facts.sources, cells, strict=True) if status in CARRIED]
    if len(carrying) != 1 or not all(facts.sure(one.claim, source) for source in facts.sources):
        return []
    ask = say("lateral.single", label=facts.labels[carrying[0].id])
    point = Point(ask, citations=facts.proof(one.claim, carrying[0]))
    return [one.draft(point, rank=len(GRAVE), balance="single")]


KIND = Kind("lateral", drafts, OPEN, each=4.0, lines=4, scored=False, most=3)
