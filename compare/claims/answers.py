"""What the facts allow somebody else to say of a cell.

In: a claim, the words of an article that are said to show something of it, and the facts of both.
Out: whether the facts forbid it. It is what a cell of our own has to stand: a passage with another
figure of the same thing, or that says the opposite, carries nothing, and one that lacks a figure
does not carry the whole. The whole sentence counts, so that nobody leaves out the figure by quoting
around it. And an article that gives all figures of the claim, of the same things, does not leave
the claim out. Whether a passage contradicts is not for figures alone to say, so they forbid no such
verdict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from compare.claims.discrepancies import against
from compare.claims.vetoes import Passages, stated, strongest
from compare.model import (
    ABSENT,
    INCLUDED,
    PARTIAL,
    Claim,
    Evidence,
    Mention,
    Segment,
    Source,
)
from compare.options import Options


@dataclass(frozen=True, slots=True)
class Told:
    """What the articles of a story state: sources by their ids, mentions by article id, facts."""

    sources: Mapping[str, Source]
    mentions: Mapping[str, Sequence[Mention]]
    passages: Passages


def forbidden(
    claim: Claim, source: str, verdict: str, quote: Evidence | None, told: Told, options: Options
) -> bool:
    """Do the facts forbid `verdict` on a claim in a source, for which `quote` is the proof?"""
    row = claim.place
    if row is None:
        return False
    if quote is None:
        cell = claim.cells[source]
        near = cell.nearest or next(iter(cell.evidence), None)
        return verdict == ABSENT and near is not None and stated(row, near, told.passages)
    if verdict not in (INCLUDED, PARTIAL):
        return False
    proof = _whole(quote, told.sources[source])
    most = strongest(row, proof, told.passages, options)
    if most not in (INCLUDED, verdict):
        return True
    one, other = (_of(row, told), row), (told.sources[source], proof)
    return against(one, other, told.mentions, options, whole=verdict == INCLUDED)


def _of(row: Segment, told: Told) -> Source:
    return next(s for s in told.sources.values() if s.article.id == row.article)


def _whole(quote: Evidence, source: Source) -> Evidence:
    """The quotation up to the ends of the sentences that it is of."""
    read = source.document.parts.get(quote.part)
    every = read.sentences if read else ()
    held = [s for s in every if s.start < quote.end and quote.start < s.end]
    start = min([quote.start, *(s.start for s in held)])
    end = max([quote.end, *(s.end for s in held)])
    words = source.article.part(quote.part)[start:end]
    return replace(quote, start=start, end=end, quote=words)
