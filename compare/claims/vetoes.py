"""A proof must have the figures of its row, and not say the opposite of it.

In: a row in somebody's words, its cells, the facts of the articles, and which proofs say the
opposite. Out: cells. Likeness of sentences sees neither a figure nor the one word that turns a
sentence round. A proof that says another toll of the same thing is none: the cell is `conflicts`.
One that lacks figures, or has rougher ones, proves the row in part; one that has none of a row's
sums and shares is hardly about it (of such proofs half were not, of others a third) and leaves the
cell `unclear`. What the article gives in another place is not missing; a day that nobody repeats is
mostly meant. A cell all of whose proofs say the opposite is `partial`: whether it `conflicts` is
left to the rules of discrepancies, which ask for more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from compare.model import (
    BORNE,
    CONFLICTS,
    ELSEWHERE,
    INCLUDED,
    LOOSELY,
    MISSING,
    OPPOSED,
    PARTIAL,
    UNCLEAR,
    Borne,
    Cell,
    Claim,
    Evidence,
    Fact,
    Relation,
    Segment,
    Stretch,
)
from compare.model.facts import DATE, MONEY, PERIOD, SHARE
from compare.options import Options


class Passages(Protocol):
    """The facts of a story, looked up by where they stand."""

    def borne(self, row: Stretch, proofs: Sequence[Stretch]) -> tuple[Borne, ...]:
        """What becomes of every figure, hour and day of `row` in passages of one article."""

    def selves(self) -> list[tuple[Fact, Fact]]:
        """Figures of a headline, each with that of its own text that contradicts it."""

    def between(self, one: Stretch, other: Stretch) -> Relation | None:
        """How the values that two stretches state stand to each other; None where one has none."""


@dataclass(frozen=True, slots=True)
class Vetoed:
    """The cells of a row by article id, and the values that contradict the row's."""

    cells: dict[str, Cell]
    opposed: tuple[Borne, ...] = ()


Opposes = Callable[[Segment, Evidence], bool]


def vetoed(
    row: Segment,
    cells: Mapping[str, Cell],
    passages: Passages | None,
    options: Options,
    opposes: Opposes = lambda _row, _proof: False,
) -> Vetoed:
    """`cells` of which none is `included` by a proof without the figures of `row`, nor by one that
    `opposes` it.
    """
    held, opposed = dict(cells), []
    for article, before in cells.items():
        if article == row.article or before.status not in (INCLUDED, PARTIAL):
            continue
        denied = bool(before.evidence) and all(opposes(row, e) for e in before.evidence)
        cell = held[article] = replace(before, status=PARTIAL) if denied else before
        if passages is None:
            continue
        fates = passages.borne(row, cell.evidence)
        against = [b for b in fates if b.fate == OPPOSED]
        opposed += against
        held[article] = replace(cell, status=PARTIAL) if against else _less(cell, fates, options)
    return Vetoed(held, tuple(opposed))


def settled(claim: Claim, own: str, opposed: Sequence[str]) -> Claim:
    """`claim` with the cells of the sources `opposed` to its wording: they contradict it, unless
    the source `own`, in whose words it stands, is the odd one; then they carry it in part.
    """
    if not opposed or claim.cells[own].status == CONFLICTS:
        return claim
    changed = {s: replace(claim.cells[s], status=CONFLICTS) for s in opposed}
    return replace(claim, cells={**claim.cells, **changed})


def strongest(row: Segment, proof: Evidence, passages: Passages, options: Options) -> str:
    """The most that `proof` can make of a cell of `row`, by its figures: `included` or `partial`;
    `unclear` where it lacks all that matter, `conflicts` where it has another value.
    """
    whole = {proof.article: Cell(INCLUDED, proof.score, evidence=(proof,))}
    found = vetoed(row, whole, passages, options)
    return CONFLICTS if found.opposed else found.cells[proof.article].status


def stated(row: Segment, proof: Stretch, passages: Passages) -> bool:
    """Has `row` figures that the article of `proof` all gives, of the same thing, there or
    elsewhere?
    """
    given = [b for b in passages.borne(row, [proof]) if b.fact.kind not in (DATE, PERIOD)]
    return bool(given) and all(b.fate in (BORNE, ELSEWHERE) for b in given)


def contradicted(claim: Stretch, proof: Stretch, passages: Passages) -> bool:
    """Does a passage give another value of what a claim is about?"""
    return any(b.fate == OPPOSED for b in passages.borne(claim, [proof]))


def _less(cell: Cell, fates: Sequence[Borne], options: Options) -> Cell:
    """A cell whose proof has not all figures of its row."""
    figures = [b for b in fates if b.fact.kind not in (DATE, PERIOD)]
    missing = [b for b in figures if b.fate == MISSING]
    sure = (cell.confidence or 0) >= options.claim_whole
    of_sums = any(b.fact.kind in (MONEY, SHARE) for b in missing)
    if of_sums and len(missing) == len(figures) and not sure:
        near = max(cell.evidence, key=lambda e: e.score)
        return replace(cell, status=UNCLEAR, confidence=None, evidence=(), nearest=near)
    weaker = missing or any(b.fate == LOOSELY for b in figures)
    return replace(cell, status=PARTIAL) if weaker else cell
