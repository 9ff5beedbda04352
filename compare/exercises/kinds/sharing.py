"""In all, in some, in one: how widely a claim is shared.

In: facts. Out: a row a claim of which every cell is sure, and claims of other stories that no text
carries. A partial or contradicting report may be counted or not: both answers are then accepted.
"""

from __future__ import annotations

from dataclasses import replace

from compare.exercises.excerpts import leans
from compare.exercises.facts import Facts
from compare.exercises.kinds.kind import Kind
from compare.exercises.parts import Citation, Draft, Option, Point
from compare.model import CARRIED, INCLUDED, Claim
from compare.reports.words import say

ALL, SOME, ONE, NONE = "all", "some", "one", "none"


def group(count: int, sources: int) -> str:
    """What a claim is called that `count` of `sources` carry."""
    if count == sources:
        return ALL
    return {0: NONE, 1: ONE}.get(count, SOME)


def answers(claim: Claim, facts: Facts) -> tuple[str, ...]:
    """Every answer that a careful reader could give, in order from none to all."""
    statuses = [facts.cell(claim, source).status for source in facts.sources]
    least = sum(status == INCLUDED for status in statuses)
    most = sum(status in CARRIED for status in statuses)
    found = [group(n, len(statuses)) for n in range(least, most + 1)]
    return tuple(dict.fromkeys(found))


def drafts(facts: Facts) -> list[Draft]:
    """Drafts of claims here, then of claims from elsewhere."""
    found = []
    for claim, text, language in facts.claims():
        sure = all(facts.sure(claim, source) for source in facts.sources)
        allowed = answers(claim, facts) if sure else ()
        proof = tuple(c for source in facts.sources for c in facts.proof(claim, source))
        scored = sure and len(allowed) < len(_keys(facts))
        why = "" if scored else say("why.unsure")
        point = Point("", _options(facts), allowed if scored else (), proof, scored, why)
        rank = leans(text) + (len(allowed) > 1) + 10 * (not scored)
        balance = allowed[0] if scored else "unsure"
        found.append(
            Draft(claim.id, (point,), text, language, (), rank, balance, claims=(claim.id,))
        )
    return found + _elsewhere(facts)


def _elsewhere(facts: Facts) -> list[Draft]:
    drafts = []
    for item in facts.distractors:
        cited = tuple(_placed(one, facts) for one in item.citations if _is_shown(one, facts))
        if not cited:
            continue
        why = say("why.elsewhere", story=item.story, outlet=item.outlet)
        point = Point("", _options(facts), (NONE,), cited, why=why)
        rank = 1 + leans(item.text)
        name = f"{item.story} {item.text}"
        drafts.append(Draft(name, (point,), item.text, item.language, (), rank, NONE))
    return drafts


def _is_shown(cited: Citation, facts: Facts) -> bool:
    shown = facts.shown.get(cited.source)
    return shown is not None and shown.holds(cited.part, cited.start, cited.end)


def _placed(cited: Citation, facts: Facts) -> Citation:
    """The citation with the place as this sheet names it."""
    return replace(cited, place=facts.place(facts.source(cited.source), cited.part, cited.start))


def _keys(facts: Facts) -> tuple[str, ...]:
    middle = (SOME,) if len(facts.sources) > 2 else ()
    return (ALL, *middle, ONE, NONE)


def _options(facts: Facts) -> tuple[Option, ...]:
    return tuple(Option(key, say(f"sharing.{key}")) for key in _keys(facts))


KIND = Kind("sharing", drafts, base=1, each=1.0, sources=2, least=2)
