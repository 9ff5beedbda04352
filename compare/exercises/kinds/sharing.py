"""In all, in some, in one: how widely a claim is shared.

In: facts. Out: a row a claim of which every cell is sure, and claims of other stories that no text
carries. A partial or contradicting report may be counted or not: both answers are then accepted.
"""

from __future__ import annotations

from dataclasses import replace

from compare.exercises.facts import Facts, Kind, Worded, options
from compare.exercises.parts import Distractor, Point, Prompt
from compare.exercises.sentences import leans
from compare.exercises.stakes import doubt
from compare.model import CARRIED, INCLUDED, Claim
from compare.reports.words import say

ALL, SOME, ONE, NONE = "all", "some", "one", "none"


def drafts(facts: Facts) -> list[Prompt]:
    """Drafts of claims here, then of claims from elsewhere."""
    here = [draft for one in facts.claims if (draft := _draft(facts, one))]
    elsewhere = [_elsewhere(facts, item) for item in facts.distractors]
    return here + [draft for draft in elsewhere if draft.points[0].citations]


def answers(claim: Claim, facts: Facts) -> tuple[str, ...]:
    """Every answer that a careful reader could give, in order from none to all."""
    statuses = [claim.cells[source.id].status for source in facts.sources]
    least = sum(status == INCLUDED for status in statuses)
    most = sum(status in CARRIED for status in statuses)
    groups = {0: NONE, 1: ONE, len(statuses): ALL}
    return tuple(dict.fromkeys(groups.get(n, SOME) for n in range(least, most + 1)))


def _draft(facts: Facts, one: Worded) -> Prompt | None:
    sure = all(facts.sure(one.claim, source) for source in facts.sources)
    allowed = answers(one.claim, facts) if sure else ()
    keys = _keys(facts)
    if not sure or len(allowed) == len(keys):
        talk = doubt(one.claim, facts, facts.sources)
        return one.draft(talk[0], quoted=talk[1]) if talk else None
    proof = facts.proof(one.claim, *facts.sources)
    point = Point("", options("sharing.{}", keys), allowed, proof)
    return one.draft(point, rank=len(allowed) > 1, balance=allowed[0])


def _elsewhere(facts: Facts, item: Distractor) -> Prompt:
    """A claim of another story, with the nearest shown sentences as this sheet names them."""
    cited = tuple(
        replace(one, place=facts.place(facts.source(one.source), one.part, one.start))
        for one in item.citations
        if facts.shows(one.source, one)
    )
    why = say("why.elsewhere", story=item.story, outlet=item.outlet)
    point = Point("", options("sharing.{}", _keys(facts)), (NONE,), cited, why)
    name, rank = f"{item.story} {item.text}", 1 + leans(item.text)
    return Prompt(name, (point,), item.text, item.language, rank=rank, balance=NONE)


def _keys(facts: Facts) -> tuple[str, ...]:
    middle = (SOME,) if len(facts.sources) > 2 else ()
    return (ALL, *middle, ONE, NONE)


KIND = Kind("sharing", drafts, base=1, sources=2, least=2)
