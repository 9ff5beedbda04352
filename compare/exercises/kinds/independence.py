"""How many independent reports carry a claim?

In: facts with families of copies. Out: rows of one claim of which every cell is sure. Copies and
translations of one text count once and a summary never. Only what outlets say in their own voice
is counted for points: two reports of one statement are two reports of one source, which is a matter
for discussion.
"""

from __future__ import annotations

from compare.exercises.excerpts import leans
from compare.exercises.facts import Facts
from compare.exercises.kinds.kind import Kind
from compare.exercises.parts import Draft, Option, Point
from compare.model import CARRIED, INCLUDED, Claim
from compare.reports.words import say

OWN = "outlet"


def drafts(facts: Facts) -> list[Draft]:
    """A draft for every claim that at least one report carries."""
    if len(facts.outlets) < 2:
        return []
    return [_draft(facts, *claim) for claim in facts.claims() if _carriers(claim[0], facts)]


def counts(claim: Claim, facts: Facts) -> tuple[int, ...]:
    """The numbers that a careful reader could give: without and with partial reports."""
    full = [s for s, status in _carriers(claim, facts) if status == INCLUDED]
    every = [s for s, _ in _carriers(claim, facts)]
    least, most = _voices(full, facts), _voices(every, facts)
    return tuple(range(max(1, least), most + 1))


def _carriers(claim: Claim, facts: Facts) -> list[tuple[str, str]]:
    found = [(s.id, facts.cell(claim, s).status) for s in facts.outlets]
    return [(name, status) for name, status in found if status in CARRIED]


def _voices(sources: list[str], facts: Facts) -> int:
    """Sources, those of one family counted once."""
    family = {name: n for n, one in enumerate(facts.comparison.families) for name in one.sources}
    return len({f"family {family[s]}" if s in family else s for s in sources})


def _draft(facts: Facts, claim: Claim, text: str, language: str) -> Draft:
    own = claim.origin.kind == OWN
    scored = own and all(facts.sure(claim, source) for source in facts.outlets)
    allowed = counts(claim, facts)
    most = len(facts.outlets)
    scored = scored and len(allowed) < most
    options = tuple(Option(str(n), str(n)) for n in range(1, most + 1))
    proof = tuple(c for source in facts.outlets for c in facts.proof(claim, source))
    why = "" if scored else say("why.unsure" if own else "why.one_speaker")
    point = Point("", options, tuple(map(str, allowed)) if scored else (), proof, scored, why)
    rank = leans(text) + 10 * (not scored)
    balance = str(allowed[0]) if scored else "unsure"
    return Draft(claim.id, (point,), text, language, (), rank, balance, claims=(claim.id,))


KIND = Kind("independence", drafts, base=2, each=1.0, sources=2)
