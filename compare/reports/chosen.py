"""A comparison as it stands among some of its sources.

In: a `Comparison`, and which sources a reader wants, or does not want. Out: a `Comparison` with
these alone. Nothing is judged again: a cell says the same whoever stands beside it, and rows keep
their ids. What is said about several sources holds among the chosen: a discrepancy needs two sides
that differ, a fact is contrary only where two of them give other values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from compare.errors import NotFound, UsageError
from compare.model import CARRIED, Claim, Comparison, Discrepancy, Family, Readout, Source
from compare.reports.words import say

T = TypeVar("T")


def chosen(
    comparison: Comparison, only: Sequence[str] = (), without: Sequence[str] = ()
) -> Comparison:
    """The comparison among `only` these sources (all when empty), `without` those; source ids.

    Raises NotFound for an id that the story does not have, UsageError when none is left.
    """
    known = [source.id for source in comparison.sources]
    for name in (*only, *without):
        if name not in known:
            raise NotFound(say("cli.no_source", source=name), tuple(known))
    kept = {s for s in known if (not only or s in only) and s not in without}
    if not kept:
        raise UsageError(say("cli.no_sources_left"))
    return comparison if len(kept) == len(known) else _among(comparison, kept)


def _among(comparison: Comparison, kept: set[str]) -> Comparison:
    sources = tuple(_source(s, kept) for s in comparison.sources if s.id in kept)
    claims = tuple(_claim(c, sources) for c in comparison.claims if _told(c, kept))
    ids = {claim.id for claim in claims}
    found = (_discrepancy(d, kept, ids) for d in comparison.discrepancies)
    return replace(
        comparison,
        sources=sources,
        claims=claims,
        discrepancies=tuple(d for d in found if d is not None),
        wording=tuple(
            replace(w, labels=_kept(w.labels, kept))
            for w in comparison.wording
            if len(_kept(w.labels, kept)) > 1
        ),
        families=tuple(_families(comparison.families, kept)),
        voices=tuple(v for v in comparison.voices if v.source in kept),
        readout=_readout(comparison.readout, kept, ids),
        facts=tuple(row.among(kept) for row in comparison.facts if _kept(row.cells, kept)),
    )


def _kept(values: Mapping[str, T], kept: set[str]) -> dict[str, T]:
    return {key: value for key, value in values.items() if key in kept}


def _source(source: Source, kept: set[str]) -> Source:
    return source if source.copy_of in kept else replace(source, copy_of=None)


def _told(claim: Claim, kept: set[str]) -> bool:
    return any(claim.cells[source].status in CARRIED for source in kept)


def _claim(claim: Claim, sources: Sequence[Source]) -> Claim:
    """The claim in the words of a source that is there."""
    kept = {source.id for source in sources}
    cells, emphasis = _kept(claim.cells, kept), _kept(claim.emphasis, kept)
    left = replace(claim, cells=cells, emphasis=emphasis)
    if claim.place is None or claim.place.article in {s.article.id for s in sources}:
        return left
    teller = next(source for source in sources if cells[source.id].evidence)
    words = cells[teller.id].evidence[0].quote
    return replace(left, text=words, language=teller.article.language)


def _discrepancy(found: Discrepancy, kept: set[str], claims: set[str]) -> Discrepancy | None:
    """What of a discrepancy stands between the sources that are left; None where they agree, or
    where one source is left of several.
    """
    sides = tuple(side for side in found.sides if side.source in kept)
    tellers = {side.source for side in found.sides}
    alone = len({side.source for side in sides}) < min(2, len(tellers))
    if alone or len({side.value or side.span for side in sides}) < 2:
        return None
    rule = found.note if len(sides) == len(found.sides) else found.note.partition(": ")[0]
    told = tuple(claim for claim in found.claims if claim in claims)
    return replace(found, sides=sides, claims=told, note=rule)


def _families(families: Iterable[Family], kept: set[str]) -> Iterable[Family]:
    for family in families:
        sources = tuple(source for source in family.sources if source in kept)
        if family.original in kept and len(sources) > 1:
            yield replace(family, sources=sources, edits=_kept(family.edits, kept))


def _readout(readout: Readout | None, kept: set[str], claims: set[str]) -> Readout | None:
    if readout is None or readout.reference not in kept:
        return None
    rows = tuple(
        replace(row, verdicts=_kept(row.verdicts, kept))
        for row in readout.rows
        if row.claim in claims
    )
    return replace(readout, rows=rows, added=_kept(readout.added, kept))
