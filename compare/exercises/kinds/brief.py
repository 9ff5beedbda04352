"""Write a fair brief: what it must have, and how it is judged.

In: facts. Out: one row, answered in words and judged by the rubric. The key lists the claims that a
fair brief has: the sure ones that most reports carry, with whose words they are.
"""

from __future__ import annotations

from compare.exercises.excerpts import leans
from compare.exercises.facts import Facts
from compare.exercises.kinds.kind import Kind
from compare.exercises.parts import OPEN, Draft, Point
from compare.model import CARRIED, Claim
from compare.reports.words import say

MUST = 5
CHECKS = ("said", "differ", "words", "own")


def drafts(facts: Facts) -> list[Draft]:
    """One draft when there are claims to build a brief on."""
    ranked = sorted(must_have(facts), key=lambda c: (-carriers(c[0], facts), leans(c[1]), c[0].id))
    chosen = ranked[:MUST]
    if not chosen:
        return []
    proof = tuple(
        cited
        for claim, *_ in chosen
        for source in facts.sources
        if facts.sure(claim, source) and facts.cell(claim, source).status in CARRIED
        for cited in facts.proof(claim, source)[:1]
    )
    notes = tuple(
        say("brief.claim", text=text, speaker=claim.origin.speaker or say("voices.outlet"))
        for claim, text, _ in chosen
    )
    checks = tuple(say(f"brief.check_{name}") for name in CHECKS)
    told = (say("brief.must"), *notes, *checks)
    names = tuple(claim.id for claim, *_ in chosen)
    point = Point(say("brief.ask"), (), (), proof, scored=False)
    return [Draft("brief", (point,), notes=told, claims=names)]


def must_have(facts: Facts) -> list[tuple[Claim, str, str]]:
    """Claims that at least one shown report surely carries."""
    return [c for c in facts.claims() if carriers(c[0], facts)]


def carriers(claim: Claim, facts: Facts) -> int:
    """How many reports surely carry a claim."""
    return sum(
        facts.sure(claim, source) and facts.cell(claim, source).status in CARRIED
        for source in facts.outlets
    )


KIND = Kind("brief", drafts, OPEN, base=15, each=0.0, lines=9, scored=False, most=1)
