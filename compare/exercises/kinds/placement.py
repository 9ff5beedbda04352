"""What comes first: the order in which a text tells its claims.

In: facts. Out: rows of one text and several of its sure claims, each in a paragraph of its own, one
of which comes first. A claim that the text tells twice is left out, since "first" would depend on
which telling is meant.
"""

from __future__ import annotations

from compare.exercises.facts import Facts, Kind, Worded
from compare.exercises.parts import Option, Point, Prompt
from compare.exercises.rows import shuffled
from compare.model import BODY, INCLUDED, Source
from compare.reports.words import say


def drafts(facts: Facts) -> list[Prompt]:
    """Drafts of each text: its claims by paragraph, cut into groups."""
    found = []
    least = facts.options.exercise_placement_least
    size = max(least, facts.level.options)
    for source in facts.sources:
        placed = _placed(source, facts).items()
        order = shuffled(placed, f"{facts.seed} {source.id}", lambda one: one[1].claim.id)
        groups = [dict(order[n : n + size]) for n in range(0, len(order), size)]
        found += [_draft(facts, source, group) for group in groups if len(group) >= least]
    return found


def _placed(source: Source, facts: Facts) -> dict[int, Worded]:
    """Paragraph -> the first sure claim that is told there and nowhere else in the body."""
    found: dict[int, Worded] = {}
    for one in facts.claims:
        told = facts.tells(one.claim, source, (INCLUDED,))
        spans = facts.visible(one.claim, source) if told else ()
        paragraphs = {e.paragraph for e in spans if e.part == BODY}
        only = paragraphs.pop() if len(paragraphs) == 1 else None
        if only is not None:
            found.setdefault(only, one)
    return found


def _draft(facts: Facts, source: Source, group: dict[int, Worded]) -> Prompt:
    point = Point(
        say("placement.ask", label=facts.labels[source.id]),
        tuple(Option(one.claim.id, one.text, one.language) for one in group.values()),
        (group[min(group)].claim.id,),
        tuple(c for n in sorted(group) for c in facts.proof(group[n].claim, source)),
        shuffle=True,
    )
    claims = tuple(one.claim.id for one in group.values())
    name = f"{source.id} {' '.join(claims)}"
    return Prompt(name, (point,), balance=source.id, claims=claims)


KIND = Kind("placement", drafts, each=1.5)
