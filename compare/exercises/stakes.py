"""What is worth an argument: claims that may be disputed, and passages that surely meet.

In: facts. Out: whether a claim may stand where students are asked what speaks for and against it or
what would settle it, and the claim that ties two passages of a discrepancy together.

A claim is worth an argument when the comparison itself shows that something hangs on it: a text
contradicts it, has only a part of it, or a grave discrepancy is about it; or somebody is quoted for
it (an official text, a person, another outlet), who may be wrong or speak for a side; or an outlet
stakes its report on it, in its headline or its lead. What is left is background in the outlet's own
voice that nobody else touches ("The bridge was built in 1961"): true or not, a class has nothing to
argue about. We do not judge by its words, since no list of subjects tells the trivial from the
disputed. A doubt that a class is asked to discuss has a passage to look at, because without one
there is nothing that could speak for the claim.

Two passages meet when one claim is sure in both of them. That the claims of a discrepancy are each
sure in some source proves less: a toll and a time of day then pass for two figures of one thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.exercises.facts import Facts
from compare.exercises.parts import Citation, Point
from compare.model import CARRIED, CONFLICTS, PARTIAL, Claim, Side, Source
from compare.reports.words import say

GRAVE = ("conflict", "shift")
QUOTED = ("readout", "remarks", "media")


def arguable(claim: Claim, facts: Facts) -> bool:
    """True when something hangs on the claim."""
    shown = {source.id for source in facts.sources}
    staked = any(e.in_title or e.in_lead for name, e in claim.emphasis.items() if name in shown)
    return claim.telling and (staked or disputable(claim, facts))


def disputable(claim: Claim, facts: Facts) -> bool:
    """True when texts differ about the claim, or somebody is quoted for it."""
    statuses = {claim.cells[source.id].status for source in facts.sources}
    grave = (item.claims for item in facts.comparison.discrepancies if item.severity in GRAVE)
    touched = bool(statuses & {PARTIAL, CONFLICTS}) or any(claim.id in held for held in grave)
    return touched or claim.origin.kind in QUOTED


def doubt(
    claim: Claim, facts: Facts, sources: Sequence[Source]
) -> tuple[Point, tuple[Citation, ...]] | None:
    """The doubt about a claim that has most to show, as a point and the passage of the text whose
    cell is not sure; None when nothing hangs on it or no passage is shown.
    """
    open_ = [s for s in sources if not facts.sure(claim, s) and facts.proof(claim, s)]
    if not open_ or not arguable(claim, facts):
        return None
    best = max(open_, key=lambda s: (claim.cells[s.id].status in CARRIED, _nearness(claim, s)))
    cited = facts.proof(claim, best)[0]
    ask = say("discuss.cell", label=facts.labels[best.id], place=cited.place)
    point = Point(citations=facts.proof(claim, *sources), why=facts.doubt(claim, best), talk=ask)
    return point, (cited,)


def tied(facts: Facts, one: Side, other: Side) -> tuple[Claim, Claim] | None:
    """The claim that is surest in both passages, once for each; within one article, where no cell
    can hold two tellings apart, a sure claim of each.
    """
    first, second = (
        [claim for claim in facts.comparison.claims if _proves(facts, claim, side)]
        for side in (one, other)
    )
    if one.source == other.source:
        return (first[0], second[0]) if first and second else None
    both = [claim for claim in first if claim in second]
    surest = max(both, key=lambda claim: _weaker(claim, one, other), default=None)
    return (surest, surest) if surest else None


def _proves(facts: Facts, claim: Claim, side: Side) -> bool:
    source = facts.source(side.source)
    return facts.tells(claim, source) and any(
        span.part == side.part and span.start < side.end and side.start < span.end
        for span in facts.visible(claim, source)
    )


def _weaker(claim: Claim, one: Side, other: Side) -> float:
    return min(claim.cells[side.source].confidence or 0 for side in (one, other))


def _nearness(claim: Claim, source: Source) -> float:
    nearest = claim.cells[source.id].nearest
    return nearest.score if nearest else 0
