"""Readout mode: an official text held against what every outlet made of it.

In: sources, claims with cells and origins. Out: per official claim and outlet: kept, softened,
dropped, contradicted or unclear; and what each outlet added. The reference is a source's own
article (`against` its id) or the readout found in the story, its own article or one embedded in an
outlet's (`against` "readout"). A verdict is the status of the cell in other words: the matrix and
this view never say two things of one source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.claims.origins import speaker_name
from compare.errors import NotFound
from compare.model import (
    ABSENT,
    CONFLICTS,
    INCLUDED,
    PARTIAL,
    UNCLEAR,
    Claim,
    Entity,
    Evidence,
    Readout,
    ReadoutRow,
    Source,
)

VERDICTS = {
    INCLUDED: "kept",
    PARTIAL: "softened",
    CONFLICTS: "contradicted",
    UNCLEAR: "unclear",
    ABSENT: "dropped",
}


@dataclass(frozen=True, slots=True)
class Official:
    """An official text in a story: the source that carries it, whether as its whole article, who
    issued it, and the claims that it makes.
    """

    reference: Source
    whole: bool
    issuer: str | None
    claims: tuple[Claim, ...]


def official_text(
    sources: Sequence[Source],
    claims: Sequence[Claim],
    entities: Mapping[str, Entity],
    against: str | None = None,
) -> Official | None:
    """The official text; None when nothing was asked for and the story holds none.

    Raises NotFound when `against` names no source, or asks for a readout that is not there.
    """
    reference = _reference(sources, claims, against)
    if reference is None:
        if against == "readout":
            raise NotFound("no official text in this story", tuple(s.id for s in sources))
        return None
    whole = against not in (None, "readout") or reference.article.kind == "readout"
    issuer = None if whole else _issuer(claims, reference, entities)
    official = tuple(c for c in claims if _is_official(c, reference, issuer, entities))
    return Official(reference, whole, issuer, official)


def readout(
    sources: Sequence[Source],
    claims: Sequence[Claim],
    entities: Mapping[str, Entity],
    against: str | None = None,
) -> Readout | None:
    """The official text with a verdict for every source; None, and NotFound, as `official_text`."""
    found = official_text(sources, claims, entities, against)
    if found is None:
        return None
    rows = tuple(
        ReadoutRow(c.id, {s.id: VERDICTS[c.cells[s.id].status] for s in sources})
        for c in found.claims
    )
    known = {c.id for c in found.claims}
    added = {
        s.id: tuple(c.id for c in claims if c.cells[s.id].evidence and c.id not in known)
        for s in sources
    }
    label = _label(found.claims, found.reference, entities, found.whole)
    return Readout(found.reference.id, label, rows, added)


def _reference(
    sources: Sequence[Source], claims: Sequence[Claim], against: str | None
) -> Source | None:
    if against not in (None, "readout"):
        match = next((s for s in sources if s.id == against), None)
        if match is None:
            raise NotFound(f"no source '{against}'", tuple(s.id for s in sources))
        return match
    own = next((s for s in sources if s.article.kind == "readout"), None)
    if own is not None:
        return own
    count = {s.id: sum(_official_evidence(c, s.id) is not None for c in claims) for s in sources}
    blocks = {s.id: any(_in_block(c, s.id) for c in claims) for s in sources}
    best = max(sources, key=lambda s: (blocks[s.id], count[s.id]), default=None)
    return best if best is not None and count[best.id] > 1 else None


def _issuer(
    claims: Sequence[Claim], reference: Source, entities: Mapping[str, Entity]
) -> str | None:
    """Who issued the statement that the reference carries: the speaker of most of it."""
    named = [
        speaker_name(found.attribution, entities)
        for c in claims
        if (found := _official_evidence(c, reference.id)) and found.attribution
    ]
    counts = Counter(name for name in named if name)
    return counts.most_common(1)[0][0] if counts else None


def _is_official(
    claim: Claim, reference: Source, issuer: str | None, entities: Mapping[str, Entity]
) -> bool:
    """Without an issuer all that the reference says; else what any source has from the issuer."""
    if issuer is None:
        return bool(claim.cells[reference.id].evidence)
    return any(
        e.attribution is not None
        and e.attribution.kind == "readout"
        and speaker_name(e.attribution, entities) == issuer
        for cell in claim.cells.values()
        for e in cell.evidence
    )


def _official_evidence(claim: Claim, source: str) -> Evidence | None:
    """The first evidence of a source that stands inside an official statement."""
    proof = claim.cells[source].evidence
    return next((e for e in proof if e.attribution and e.attribution.kind == "readout"), None)


def _in_block(claim: Claim, source: str) -> bool:
    found = _official_evidence(claim, source)
    return found is not None and found.attribution is not None and found.attribution.block


def _label(
    official: Sequence[Claim], reference: Source, entities: Mapping[str, Entity], whole: bool
) -> str:
    if whole:
        return reference.article.title or reference.article.outlet_name
    for claim in official:
        found = _official_evidence(claim, reference.id)
        if found is not None and found.attribution is not None:
            name = speaker_name(found.attribution, entities)
            if name:
                return f"{name}, as carried by {reference.article.outlet_name}"
    return f"official statement, as carried by {reference.article.outlet_name}"
