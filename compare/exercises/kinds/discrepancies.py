"""Find the discrepancy: what differs between two passages, and can both be right?

In: facts. Out: rows of two quoted passages with two points. A discrepancy is scored when both
passages are shown and every cell behind it is sure. Between "only other words" and "compatible"
no line is drawn: either is accepted for either.
"""

from __future__ import annotations

from dataclasses import replace

from compare.exercises.facts import Facts
from compare.exercises.kinds.kind import Kind
from compare.exercises.parts import Citation, Draft, Option, Point, Quoted
from compare.model import Discrepancy, Side
from compare.reports.words import say

KINDS_OF = ("date", "number", "actor", "place", "quote", "modality", "attribution", "wording")
CONFLICT, SHIFT, WORDING, COMPATIBLE = SEVERITIES = ("conflict", "shift", "wording", "compatible")
MILD = (WORDING, COMPATIBLE)
QUOTE = "quote"
FEW = 4


def drafts(facts: Facts) -> list[Draft]:
    """A draft for every discrepancy of which two sides are shown."""
    found: list[Draft] = []
    asked = set()
    for item in facts.comparison.discrepancies:
        pair = _pair(item, facts)
        if pair is None or item.kind not in KINDS_OF or item.severity not in SEVERITIES:
            continue
        passages = (item.kind, pair[0].source, pair[0].quote)
        if passages not in asked:
            asked.add(passages)
            found.append(_draft(item, pair, facts))
    return found


def sure(item: Discrepancy, pair: tuple[Side, Side], facts: Facts) -> bool:
    """True when every claim behind the discrepancy has sure cells in both sources."""
    claims = {claim.id: claim for claim in facts.comparison.claims}
    sources = [facts.source(side.source) for side in pair]
    return bool(item.claims) and all(
        any(facts.sure(claims[name], source) for name in item.claims if name in claims)
        for source in sources
    )


def accepted(item: Discrepancy) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds and the severities that may be answered. Other words in a quotation are a choice
    of words too, and need be neither stronger nor weaker.
    """
    if item.kind == QUOTE:
        return (QUOTE, WORDING), MILD if item.severity in MILD else (item.severity, WORDING)
    return (item.kind,), MILD if item.severity in MILD else (item.severity,)


def _pair(item: Discrepancy, facts: Facts) -> tuple[Side, Side] | None:
    """The first two shown sides that differ in their span or value."""
    sides = [side for side in item.sides if facts.shows((side,))]
    for n, one in enumerate(sides):
        for other in sides[n + 1 :]:
            if (one.value, one.span) != (other.value, other.span) and one.quote != other.quote:
                return one, other
    return None


def _draft(item: Discrepancy, pair: tuple[Side, Side], facts: Facts) -> Draft:
    cites = tuple(_cite(item, side, facts) for side in pair)
    scored = sure(item, pair, facts)
    why = item.note if scored else say("why.unsure")
    what, how = accepted(item)
    points = (
        Point(
            say("discrepancies.what"),
            tuple(Option(key, say(f"differ.{key}")) for key in _kinds(item, facts)),
            what if scored else (),
            cites,
            scored,
            why,
        ),
        Point(
            say("discrepancies.how"),
            tuple(Option(key, say(f"discrepancies.{key}")) for key in SEVERITIES),
            how if scored else (),
            cites,
            scored,
            why,
        ),
    )
    quoted = tuple(Quoted(c.place, c.quote, c.language) for c in cites)
    rank = 10 * (not scored)
    claims = item.claims
    return Draft(item.id, points, "", "", quoted, rank, item.severity, claims=claims)


def _kinds(item: Discrepancy, facts: Facts) -> tuple[str, ...]:
    """The kinds offered, in one order: all of them, or a few at a level that helps."""
    if not facts.level.hints:
        return KINDS_OF
    at = KINDS_OF.index(item.kind)
    near = sorted(range(len(KINDS_OF)), key=lambda n: (n - at) % len(KINDS_OF))[:FEW]
    return tuple(KINDS_OF[n] for n in sorted(near))


def _cite(item: Discrepancy, side: Side, facts: Facts) -> Citation:
    """A side with the cell of the first of its claims that has one here."""
    claims = [claim for claim in facts.comparison.claims if claim.id in item.claims]
    source = facts.source(side.source)
    cited = facts.cite_side(side)
    claim = next((c for c in claims if facts.sure(c, source)), None)
    if claim is None:
        return cited
    cell = facts.cell(claim, source)
    return replace(cited, claim=claim.id, status=cell.status, confidence=cell.confidence)


KIND = Kind("discrepancies", drafts, base=2, each=2.0)
