"""Find the discrepancy: what differs between two passages, and can both be right?

In: facts. Out: rows of two quoted passages with two points, the best first. A discrepancy is scored
when both passages are shown and one claim is sure in both, so that they surely speak of one thing.
The best is the gravest; then the one with most texts on its sides, where a reader can see who
stands alone; then the surest. Conflicts are taken twice as often as any other severity, since they
are what the task is about, and yet some rows must have another answer. Between "only other words"
and "compatible" no line is drawn: either is accepted for either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from compare.exercises.facts import Facts, Kind, options
from compare.exercises.parts import COMPARE, Point, Prompt
from compare.exercises.stakes import GRAVE, tied
from compare.model import Claim, Discrepancy, Side
from compare.reports.words import say

KINDS_OF = ("date", "number", "actor", "place", "quote", "modality", "attribution", "wording")
CONFLICT, SHIFT, WORDING, COMPATIBLE = SEVERITIES = ("conflict", "shift", "wording", "compatible")
MILD = (WORDING, COMPATIBLE)
QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Shown:
    """A discrepancy by two of its sides, with the claim that is sure in each; None for a doubt."""

    item: Discrepancy
    pair: tuple[Side, Side]
    tie: tuple[Claim, Claim] | None

    @property
    def order(self) -> tuple[int, bool, int, float]:
        """Where it stands among others: the best is the least."""
        texts = len({side.source for side in self.item.sides})
        sides = zip(self.tie or (), self.pair, strict=False)
        sure = min((claim.cells[s.source].confidence or 0 for claim, s in sides), default=0.0)
        return SEVERITIES.index(self.item.severity), self.tie is None, -texts, -sure


def drafts(facts: Facts) -> list[Prompt]:
    """A draft for every discrepancy of which two sides are shown, the best first."""
    shown = best(facts)
    kinds = _kinds(shown, facts)
    found = [_draft(one, kinds, facts) for one in shown]
    conflicts = 0
    ranked = []
    for rank, draft in enumerate(found):
        turn = draft.balance
        if turn == CONFLICT:
            conflicts += 1
            turn = f"{CONFLICT} {conflicts % 2}"
        ranked.append(replace(draft, rank=rank, balance=turn))
    return ranked


def best(facts: Facts) -> list[Shown]:
    """The discrepancies with two shown sides, from best to least."""
    known = [
        item
        for item in facts.comparison.discrepancies
        if item.kind in KINDS_OF and item.severity in SEVERITIES
    ]
    return sorted((one for item in known if (one := _shown(item, facts))), key=lambda s: s.order)


def _shown(item: Discrepancy, facts: Facts) -> Shown | None:
    """The first two shown sides that differ in their span or value: tied ones if there are any."""
    sides = [side for side in item.sides if facts.shows(side.source, side)]
    differing = [
        (one, other)
        for one, other in combinations(sides, 2)
        if (one.value, one.span) != (other.value, other.span) and one.quote != other.quote
    ]
    every = [Shown(item, pair, tied(facts, *pair)) for pair in differing]
    return min(every, key=lambda one: one.tie is None, default=None)


def _draft(one: Shown, kinds: Sequence[str], facts: Facts) -> Prompt:
    """Both passages, each with the cell of the claim that is sure there. Other words in a quotation
    are a choice of words too, and need be neither stronger nor weaker.
    """
    item, pair, tie = one.item, one.pair, one.tie
    sure = tie or (None, None)
    cites = tuple(
        facts.cite(facts.source(side.source), side, claim)
        for side, claim in zip(pair, sure, strict=True)
    )
    what = (item.kind, WORDING) if item.kind == QUOTE else (item.kind,)
    how = MILD if item.severity in MILD else (item.severity, *what[1:])
    asked = (
        (say("discrepancies.what"), options("differ.{}", kinds), what),
        (say("discrepancies.how"), options("discrepancies.{}", SEVERITIES), how),
    )
    why = item.note if tie else say("why.unsure")
    talk = say("discuss.pair")
    points = tuple(
        Point(ask, answers, right if tie else (), cites, why, talk=talk)
        for ask, answers, right in asked
    )
    mild = "mild" if item.severity in MILD else item.severity
    return Prompt(item.id, points, quoted=cites, balance=mild, claims=item.claims)


def _kinds(found: Sequence[Shown], facts: Facts) -> tuple[str, ...]:
    """The kinds offered in every row: all of them, or at a level that helps those that occur, and
    a few beside them.
    """
    occurring = {one.item.kind for one in found}
    few = facts.options.exercise_differences if facts.level.hints else len(KINDS_OF)
    others = [kind for kind in KINDS_OF if kind not in occurring]
    return tuple(kind for kind in KINDS_OF if kind not in others[max(0, few - len(occurring)) :])


def grave(draft: Prompt) -> bool:
    """True for a conflict or a shift."""
    return draft.balance.split()[0] in GRAVE


KIND = Kind("discrepancies", drafts, each=2.0, strand=COMPARE, first=grave)
