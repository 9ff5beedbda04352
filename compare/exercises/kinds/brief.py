"""Write a fair brief: what it must have, and how it is judged.

In: facts. Out: one row, answered in words and judged by the rubric. The key lists the claims that a
fair brief has: the sure ones that most reports carry, with whose words they are.
"""

from __future__ import annotations

from compare.exercises import samples
from compare.exercises.facts import Facts, Kind, Worded
from compare.exercises.kinds.discrepancies import best
from compare.exercises.parts import OPEN, WRITE, Point, Prompt
from compare.exercises.sentences import leans
from compare.exercises.stakes import GRAVE
from compare.exercises.wordings import distinct
from compare.model import INCLUDED
from compare.reports.words import say

CHECKS = ("said", "differ", "words", "own")


def drafts(facts: Facts) -> list[Prompt]:
    """One draft when there are claims to build a brief on."""
    must = _must_have(facts)
    if not must:
        return []
    proof = tuple(
        cited
        for one in must
        for source in facts.sources
        if facts.tells(one.claim, source, (INCLUDED,))
        for cited in facts.proof(one.claim, source)[:1]
    )
    speakers = [one.claim.origin.speaker or say("voices.outlet") for one in must]
    said = zip(must, speakers, strict=True)
    notes = (
        say("brief.must"),
        *(say("brief.claim", text=one.text, speaker=speaker) for one, speaker in said),
        *(say(f"brief.check_{name}") for name in CHECKS),
    )
    grave = (one.pair for one in best(facts) if one.tie and one.item.severity in GRAVE)
    written = samples.of_brief(facts, must, next(grave, None))
    point = Point(say("brief.ask"), citations=proof, samples=written)
    names = tuple(one.claim.id for one in must)
    return [Prompt("brief", (point,), notes=notes, claims=names)]


def _must_have(facts: Facts) -> list[Worded]:
    """Claims that shown reports surely carry, those of most reports first, none twice."""
    carriers = {
        one.claim.id: sum(facts.tells(one.claim, source, (INCLUDED,)) for source in facts.outlets)
        for one in facts.claims
    }
    carried = (one for one in facts.claims if carriers[one.claim.id])
    ranked = sorted(carried, key=lambda c: (-carriers[c.claim.id], leans(c.text), c.claim.id))
    most = facts.options.exercise_brief_claims
    return distinct(ranked, most, lambda c: c.text, facts.options)


KIND = Kind("brief", drafts, OPEN, base=15, each=0.0, lines=9, scored=False, most=1, strand=WRITE)
