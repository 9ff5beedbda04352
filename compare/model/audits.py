"""A digest held against its sources: what an audit says of each of its statements.

In: nothing (plain values). Out: the nouns of an audit, which `reports` reads.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.model.claims import Evidence, MadeBy, Source

SUPPORTED, ALTERED, NOWHERE, UNDECIDED, COMMENT = (
    "supported",
    "altered",
    "nowhere",
    "unclear",
    "comment",
)


@dataclass(frozen=True, slots=True)
class Alteration:
    """A value of the digest that is not the sources'. `kind` is that of a discrepancy (date,
    number, actor, place, quote, modality, attribution), `said` the digest's words, `told` what
    `source` tells instead (empty where no source gives any).
    """

    kind: str
    said: str
    told: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What the digest says at `place`: `verdict` is supported (a source says it), altered (one says
    it with another value), nowhere (no source says it), unclear, or comment (nothing that could be
    looked up). `proofs` are the passages of sources that say it, or come nearest; by source id.
    """

    place: Evidence
    verdict: str
    alterations: tuple[Alteration, ...] = ()
    proofs: tuple[tuple[str, Evidence], ...] = ()


@dataclass(frozen=True, slots=True)
class Audit:
    """The statements of a digest in their order, with the sources that it was held against."""

    story: str
    digest: Source
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    made_by: MadeBy
