"""What would settle this: planning a check outside the texts.

In: facts. Out: rows on discrepancies and on claims of a single text, answered in words and judged
by the rubric only, since the answer lies outside everything that the program has read. A
discrepancy is asked about when its passages surely speak of one thing, a claim when something hangs
on it: background that nobody touches has nothing to settle. Where the best that a story has is a
conflict between passages that may speak of two things, it is asked about as that, for else it would
stand on no sheet.
"""

from __future__ import annotations

from compare.exercises import samples
from compare.exercises.facts import Facts, Kind, Worded
from compare.exercises.kinds.discrepancies import CONFLICT, Shown, best
from compare.exercises.parts import OPEN, WRITE, Point, Prompt
from compare.exercises.stakes import GRAVE, arguable, disputable
from compare.model import CARRIED
from compare.reports.words import say

MAYBE = "maybe"


def drafts(facts: Facts) -> list[Prompt]:
    """Grave discrepancies from the best, then claims that one text alone surely has: those that
    may be disputed first.
    """
    shown = best(facts)
    open_ = [one for one in shown[:1] if not one.tie and one.item.severity == CONFLICT]
    grave = [*open_, *(one for one in shown if one.tie and one.item.severity in GRAVE)]
    differing = [_differing(one, rank, facts) for rank, one in enumerate(grave)]
    singles = (draft for one in facts.claims for draft in _single(facts, one, len(differing)))
    return [*differing, *singles]


def _differing(one: Shown, rank: int, facts: Facts) -> Prompt:
    item, sides = one.item, one.pair
    cites = tuple(facts.cite(facts.source(side.source), side) for side in sides)
    written = samples.of_difference(facts, item.kind, sides)
    ask = say("lateral.differ" if one.tie else "lateral.maybe")
    point = Point(ask, citations=cites, samples=written)
    group = "d" if one.tie else MAYBE
    return Prompt(item.id, (point,), quoted=cites, rank=rank, balance=group, claims=item.claims)


def _single(facts: Facts, one: Worded, rank: int) -> list[Prompt]:
    cells = [one.claim.cells[source.id].status for source in facts.sources]
    carrying = [s for s, status in zip(facts.sources, cells, strict=True) if status in CARRIED]
    sure = all(facts.sure(one.claim, source) for source in facts.sources)
    if len(carrying) != 1 or not sure or not arguable(one.claim, facts):
        return []
    ask = say("lateral.single", label=facts.labels[carrying[0].id])
    proof, written = facts.proof(one.claim, *carrying), samples.of_single(facts, one, *carrying)
    rank += not disputable(one.claim, facts)
    return [one.draft(Point(ask, citations=proof, samples=written), rank=rank, balance="single")]


def untold(draft: Prompt) -> bool:
    """True for a conflict that no other kind can ask about for points."""
    return draft.balance == MAYBE


KIND = Kind(
    "lateral",
    drafts,
    OPEN,
    each=4.0,
    lines=4,
    scored=False,
    most=3,
    strand=WRITE,
    first=untold,
)
