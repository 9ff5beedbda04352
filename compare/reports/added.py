"""What one source alone has: the claims that every other voice lacks, in that source's own words.

In: a `Comparison`. Out: for each source its claims by whose words they are, and blocks. Only what
is absent everywhere else counts, because "only here" says of every other outlet that it left it
out; what is unclear somewhere is counted apart. Left out is what says nothing by itself, and a row
whose sentence stands in the list already. A summary is no voice, and reprints are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compare.model import CARRIED, UNCLEAR, Claim, Comparison, Evidence, Source
from compare.reports.blocks import Block, Heading, Item, Items, Quote
from compare.reports.gloss import gloss_quotes
from compare.reports.matrix import KINDS, counted, only_here, voices_of, where_words
from compare.reports.words import said, say

_SAME = 0.5  # share of the shorter quotation that two rows have in common


@dataclass(frozen=True, slots=True)
class Addition:
    """A claim that one source alone has, and its words there."""

    claim: Claim
    proof: Evidence


@dataclass(frozen=True, slots=True)
class Added:
    """What a source has alone: groups by the kind of origin, and the ids of the claims that may be
    its alone, but are unclear elsewhere.
    """

    source: Source
    groups: tuple[tuple[str, tuple[Addition, ...]], ...]
    doubtful: tuple[str, ...]

    @property
    def additions(self) -> tuple[Addition, ...]:
        """Those of all groups, in order."""
        return tuple(one for _, group in self.groups for one in group)


def added(comparison: Comparison) -> list[Added]:
    """What each voice has alone, in the order of the sources; empty where there is only one."""
    voices = [source for source in comparison.sources if counted(source)]
    if len(voices) < 2:
        return []
    only, doubtful = only_here(comparison), _doubtful(comparison)
    found = [
        _added(comparison, source, only.get(source.id, ()), doubtful.get(source.id, ()))
        for source in voices
    ]
    return [one for one in found if one.groups or one.doubtful]


def added_blocks(comparison: Comparison) -> list[Block]:
    """The section `What only one source has`; nothing when nobody has anything alone."""
    items = tuple(item for one in added(comparison) for item in _items(comparison, one))
    return [Heading(say("added")), Items(items)] if items else []


def doubtful_words(one: Added) -> str:
    """The line on what may be this source's alone."""
    return say("added.doubtful", n=len(one.doubtful), claims=", ".join(one.doubtful))


def _items(comparison: Comparison, one: Added) -> Iterator[Item]:
    for kind, group in one.groups:
        head = say("added.line", source=one.source.id, kind=said("origin", kind))
        quotes = (
            q for a in group for q in (_quote(a, one.source.id), *gloss_quotes(a.claim, comparison))
        )
        yield Item(head, tuple(quotes))
    if one.doubtful:
        yield Item(say("added.of", source=one.source.id, words=doubtful_words(one)))


def _quote(one: Addition, source: str) -> Quote:
    where = where_words(one.proof)
    label = say("added.where", claim=one.claim.id, where=where)
    return Quote(label, one.proof.quote, source=source)


def _added(
    comparison: Comparison, source: Source, ids: Iterable[str], doubtful: tuple[str, ...]
) -> Added:
    wanted = set(ids)
    told = [
        c for c in comparison.claims if c.id in wanted and c.telling and c.cells[source.id].evidence
    ]
    known = list(_once(Addition(c, c.cells[source.id].evidence[0]) for c in told))
    groups = ((kind, tuple(a for a in known if a.claim.origin.kind == kind)) for kind in KINDS)
    return Added(source, tuple((kind, group) for kind, group in groups if group), doubtful)


def _once(additions: Iterable[Addition]) -> Iterator[Addition]:
    """Those whose words do not stand there already."""
    seen: list[Evidence] = []
    for one in additions:
        if not any(_alike(one.proof, other) for other in seen):
            seen.append(one.proof)
            yield one


def _alike(one: Evidence, other: Evidence) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    shorter = min(one.end - one.start, other.end - other.start)
    return one.part == other.part and shared > _SAME * shorter


def _doubtful(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    """Source id -> claims that it alone carries, while another voice's cell is unclear."""
    voices = voices_of(comparison)
    found: dict[str, list[str]] = {}
    for claim in comparison.claims:
        carriers = {voice for s, voice in voices.items() if claim.cells[s].status in CARRIED}
        unclear = any(
            claim.cells[s].status == UNCLEAR for s, voice in voices.items() if voice not in carriers
        )
        if len(carriers) == 1 and unclear and claim.telling:
            found.setdefault(carriers.pop(), []).append(claim.id)
    return {source: tuple(claims) for source, claims in found.items()}
