"""Find the discrepancy: what differs between two passages, and can both be right?

In: facts. Out: rows of two quoted passages with two points. A discrepancy is scored when both
passages are shown and every cell behind it is sure. Between "only other words" and "compatible"
no line is drawn: either is accepted for either.
"""

from __future__ import annotations

from itertools import combinations

from compare.exercises.facts import Facts, Kind, options
from compare.exercises.parts import Point, Prompt
from compare.model import Discrepancy, Side
from compare.reports.words import say

KINDS_OF = ("date", "number", "actor", "place", "quote", "modality", "attribution", "wording")
CONFLICT, SHIFT, WORDING, COMPATIBLE = SEVERITIES = ("conflict", "shift", "wording", "compatible")
MILD = (WORDING, COMPATIBLE)
QUOTE = "quote"


def drafts(facts: Facts) -> list[Prompt]:
    """A draft for every discrepancy of which two sides are shown."""
    found: dict[tuple[str, ...], Prompt] = {}
    for item in facts.comparison.discrepancies:
        pair = _pair(item, facts)
        if pair and item.kind in KINDS_OF and item.severity in SEVERITIES:
            passages = (item.kind, pair[0].source, pair[0].quote)
            found.setdefault(passages, _draft(item, pair, facts))
    return list(found.values())


def _pair(item: Discrepancy, facts: Facts) -> tuple[Side, Side] | None:
    """The first two shown sides that differ in their span or value."""
    sides = [side for side in item.sides if facts.shows(side.source, side)]
    differ = (
        (one, other)
        for one, other in combinations(sides, 2)
        if (one.value, one.span) != (other.value, other.span) and one.quote != other.quote
    )
    return next(differ, None)


def _draft(item: Discrepancy, pair: tuple[Side, Side], facts: Facts) -> Prompt:
    """Both passages, each with the cell of the first of the claims that is sure there. Other words
    in a quotation are a choice of words too, and need be neither stronger nor weaker.
    """
    claims = [claim for claim in facts.comparison.claims if claim.id in item.claims]
    sources = [facts.source(side.source) for side in pair]
    sure = [next((c for c in claims if facts.sure(c, source)), None) for source in sources]
    cites = tuple(facts.cite(*one) for one in zip(sources, pair, sure, strict=True))
    scored, kinds = all(sure), _kinds(item, facts)
    what = (item.kind, WORDING) if item.kind == QUOTE else (item.kind,)
    how = MILD if item.severity in MILD else (item.severity, *what[1:])
    asked = (
        (say("discrepancies.what"), options("differ.{}", kinds), what),
        (say("discrepancies.how"), options("discrepancies.{}", SEVERITIES), how),
    )
    why = item.note if scored else say("why.unsure")
    points = tuple(
        Point(ask, answers, right if scored else (), cites, why) for ask, answers, right in asked
    )
    return Prompt(item.id, points, quoted=cites, balance=item.severity, claims=item.claims)


def _kinds(item: Discrepancy, facts: Facts) -> tuple[str, ...]:
    """The kinds offered, in one order: all of them, or a few at a level that helps."""
    at = KINDS_OF.index(item.kind)
    few = facts.options.exercise_differences if facts.level.hints else None
    near = [*KINDS_OF[at:], *KINDS_OF[:at]][:few]
    return tuple(kind for kind in KINDS_OF if kind in near)


KIND = Kind("discrepancies", drafts, each=2.0)
