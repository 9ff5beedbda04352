"""Which cells a model is asked about.

In: a comparison. Out: claims with the ids of sources, those first from which most is to be had. An
`unclear` cell is asked about, and one whose chance is so near its bound that it might as well be
unclear (docs/judge.md has how often these are wrong). A cell that says `conflicts` rests on facts,
and the article in whose words a row stands has nothing to be asked. Of unclear cells those most
like the claim come first: there an answer can be proven by a quotation, and most are carried.
"""

from __future__ import annotations

from compare.model import ABSENT, INCLUDED, PARTIAL, UNCLEAR, Cell, Claim, Comparison
from compare.options import Options


def doubtful(comparison: Comparison, options: Options) -> list[tuple[Claim, str]]:
    """The cells to ask about, as (claim, source id); ties in the order of the table."""
    open_ = [
        (claim, source.id)
        for claim in comparison.claims
        for source in comparison.sources
        if claim.place is not None
        and claim.place.article != source.article.id
        and is_doubtful(claim.cells[source.id], options)
    ]
    return sorted(open_, key=lambda one: _rank(one[0].cells[one[1]]))


def is_doubtful(cell: Cell, options: Options) -> bool:
    """Is a cell open, or its chance within `judge_near` of the bound that it keeps?"""
    if cell.status == UNCLEAR:
        return True
    bounds = {
        INCLUDED: options.claim_included,
        PARTIAL: options.claim_included,
        ABSENT: 1 - options.claim_absent,
    }
    bound = bounds.get(cell.status)
    if bound is None or cell.confidence is None:
        return False
    return cell.confidence - bound < options.judge_near


def _rank(cell: Cell) -> tuple[bool, float]:
    return cell.status != UNCLEAR, -cell.score
