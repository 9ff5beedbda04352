"""How many independent reports carry a claim?

In: facts with families of copies. Out: rows of one claim of which every cell is sure. Copies and
translations of one text count once and a summary never. Only what outlets say in their own voice
is counted for points: two reports of one statement are two reports of one source, which is a matter
for discussion.
"""

from __future__ import annotations

from compare.exercises.facts import Facts, Kind, Worded
from compare.exercises.parts import Option, Point, Prompt
from compare.exercises.stakes import arguable, doubt
from compare.model import CARRIED, INCLUDED, Claim
from compare.reports.words import say

OWN = "outlet"


def drafts(facts: Facts) -> list[Prompt]:
    """A draft for every claim that at least one report carries."""
    counted = [(one, counts(one.claim, facts)) for one in facts.claims]
    several = len(facts.outlets) > 1
    drafted = (_draft(facts, one, allowed) for one, allowed in counted if allowed and several)
    return [draft for draft in drafted if draft]


def counts(claim: Claim, facts: Facts) -> tuple[int, ...]:
    """The numbers that a careful reader could give: without and with partial reports. Sources of
    one family count once.
    """
    family: dict[str, object] = {
        name: n for n, one in enumerate(facts.comparison.families) for name in one.sources
    }
    least, most = (
        len({family.get(s.id, s.id) for s in facts.outlets if claim.cells[s.id].status in told})
        for told in ((INCLUDED,), CARRIED)
    )
    return tuple(range(max(1, least), most + 1))


def _draft(facts: Facts, one: Worded, allowed: tuple[int, ...]) -> Prompt | None:
    claim, most = one.claim, len(facts.outlets)
    proof = facts.proof(claim, *facts.outlets)
    if claim.origin.kind != OWN:
        several = allowed[-1] > 1 and arguable(claim, facts)
        talk, why = say("discuss.one_speaker"), say("why.one_speaker")
        return one.draft(Point(citations=proof, why=why, talk=talk)) if several else None
    if not all(facts.sure(claim, source) for source in facts.outlets) or len(allowed) == most:
        open_ = doubt(claim, facts, facts.outlets)
        return one.draft(open_[0], quoted=open_[1]) if open_ else None
    answers = tuple(Option(str(n), str(n)) for n in range(1, most + 1))
    point = Point("", answers, tuple(map(str, allowed)), proof)
    return one.draft(point, balance=str(allowed[0]))


KIND = Kind("independence", drafts, sources=2)
