"""Single cells: is this claim in that article? Judged by rank, and at one bound.

In: gold stories and chances. Out: the area under the ROC curve, and figures at a bound that is
chosen on other stories. Cells that the gold calls partial or conflicts are passed over: whether a
text that says otherwise "has" the claim is another question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.gold import Story
from corpus.predictions import Chances

Judged = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Figures of single cells; `inclusion` is F1 at the bound."""

    auc: float
    inclusion: float
    omission_precision: float
    cells: int


def judged(stories: Iterable[Story], chances: Chances) -> Iterator[Judged]:
    """(chance, carried) of each cell that is carried or absent; one not given is lowest."""
    for story in stories:
        for claim in story.gold.claims:
            for source, cell in claim.cells.items():
                if cell.status in ("included", "absent"):
                    key = (story.gold.slug, claim.id, source)
                    yield chances.get(key, float("-inf")), cell.status == "included"


def ranking(cells: Sequence[Judged], bound: float) -> Ranking:
    """All figures, with what is at or over `bound` called included."""
    hit = sum(carried and chance >= bound for chance, carried in cells)
    over = sum(not carried and chance >= bound for chance, carried in cells)
    missed = sum(carried and chance < bound for chance, carried in cells)
    gone = len(cells) - hit - over - missed
    return Ranking(
        auc(cells),
        2 * hit / max(1, 2 * hit + over + missed),
        gone / max(1, gone + missed),
        len(cells),
    )


def auc(cells: Sequence[Judged]) -> float:
    """The chance that a carried cell ranks over an absent one; equals count half."""
    carried, under, won = sum(c for _, c in cells), 0, 0.0
    for _, same in groupby(sorted(cells), key=lambda cell: cell[0]):
        labels = [label for _, label in same]
        yes = sum(labels)
        won += yes * (under + (len(labels) - yes) / 2)
        under += len(labels) - yes
    return won / max(1, carried * (len(cells) - carried))


def best_bound(cells: Sequence[Judged]) -> float:
    """The chance from which on `included` has the best F1 on these cells."""
    best, bound, hit, over = -1.0, float("inf"), 0, 0
    wanted = sum(carried for _, carried in cells)
    for chance, same in groupby(sorted(cells, reverse=True), key=lambda cell: cell[0]):
        for _, carried in same:
            hit, over = hit + carried, over + (not carried)
        f1 = 2 * hit / max(1, hit + over + wanted)
        if f1 > best:
            best, bound = f1, chance
    return bound
