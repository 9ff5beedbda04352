"""What comes first: the order in which a text tells its claims.

In: facts. Out: rows of one text and several of its sure claims, each in a paragraph of its own, one
of which comes first. A claim that the text tells twice is left out, since "first" would depend on
which telling is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.exercises.facts import Facts
from compare.exercises.kinds.kind import Kind
from compare.exercises.parts import Draft, Option, Point
from compare.exercises.seeds import shuffled
from compare.model import BODY, INCLUDED, PARTIAL, Claim, Source
from compare.reports.words import say

FEWEST = 3
TOLD = (INCLUDED, PARTIAL)
Worded = tuple[int, Claim, str, str]


def drafts(facts: Facts) -> list[Draft]:
    """Drafts of each text: its claims by paragraph, cut into groups."""
    found = []
    for source in facts.sources:
        placed = _placed(source, facts)
        ordered = shuffled(placed, f"{facts.seed} {source.id}", lambda c: c[1].id)
        size = max(FEWEST, facts.level.options)
        groups = [ordered[n : n + size] for n in range(0, len(ordered), size)]
        found += [_draft(facts, source, g) for g in groups if len(g) >= FEWEST]
    return found


def _placed(source: Source, facts: Facts) -> list[Worded]:
    """One sure claim of each paragraph, with the paragraph's number."""
    found: dict[int, Worded] = {}
    for claim, text, language in facts.claims():
        if not (facts.sure(claim, source) and facts.cell(claim, source).status in TOLD):
            continue
        paragraphs = {e.paragraph for e in facts.visible(claim, source) if e.part == BODY}
        only = paragraphs.pop() if len(paragraphs) == 1 else None
        if only is not None and only not in found:
            found[only] = (only, claim, text, language)
    return [found[n] for n in sorted(found)]


def _draft(facts: Facts, source: Source, group: Sequence[Worded]) -> Draft:
    first = min(group, key=lambda c: c[0])
    options = tuple(Option(c.id, text, language) for _, c, text, language in group)
    proof = tuple(
        cited
        for _, claim, *_ in sorted(group, key=lambda c: c[0])
        for cited in facts.proof(claim, source)
    )
    prompt = say("placement.ask", label=facts.labels[source.id])
    point = Point(prompt, options, (first[1].id,), proof, shuffle=True)
    claims = tuple(c.id for _, c, *_ in group)
    name = f"{source.id} {' '.join(claims)}"
    return Draft(name, (point,), balance=source.id, claims=claims)


KIND = Kind("placement", drafts, base=2, each=1.5)
