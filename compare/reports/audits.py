"""An audit of a digest as blocks, as JSON and as CSV.

In: an `Audit`. Out: what is altered first, then what no source says, what is unclear, what is
supported, and what cannot be looked up; every statement with the exact words of the digest and of
the sources, because an audit accuses.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from compare.model import Evidence, MadeBy
from compare.model.audits import (
    ALTERED,
    COMMENT,
    NOWHERE,
    SUPPORTED,
    UNDECIDED,
    Alteration,
    Audit,
    Statement,
)
from compare.reports.assemble import place_doc, source_doc
from compare.reports.blocks import ORIGINAL, Block, Heading, Item, Items, Line, Quote, Tone
from compare.reports.documents import PlaceDoc, SourceDoc
from compare.reports.matrix import where_words
from compare.reports.rows import Value, csv_text
from compare.reports.story import script_blocks
from compare.reports.words import said, say

VERDICTS = (ALTERED, NOWHERE, UNDECIDED, SUPPORTED, COMMENT)
TONES: dict[str, Tone] = {
    ALTERED: "bad",
    NOWHERE: "half",
    UNDECIDED: "doubt",
    SUPPORTED: "good",
    COMMENT: "faint",
}
COLUMNS = (
    "statement", "verdict", "paragraph", "start", "end", "quote",
    "kind", "said", "told", "source", "source_paragraph", "source_quote",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProofDoc:
    """The passage of a source that tells a statement, or comes nearest."""

    source: str
    place: PlaceDoc


@dataclass(frozen=True, slots=True)
class AlterationDoc:
    """A value that is not the sources'; `told` is empty and `source` null where none gives any."""

    kind: str
    said: str
    told: str
    source: str | None


@dataclass(frozen=True, slots=True)
class StatementDoc:
    """A statement of the digest with its verdict."""

    place: PlaceDoc
    verdict: str
    alterations: tuple[AlterationDoc, ...]
    proofs: tuple[ProofDoc, ...]


@dataclass(frozen=True, slots=True)
class AuditDocument:
    """`compare audit DIGEST --format json`."""

    schema: Literal["compare.audit/2"]
    made_by: MadeBy
    digest: SourceDoc
    sources: tuple[SourceDoc, ...]
    statements: tuple[StatementDoc, ...]


def audit_blocks(audit: Audit, script: str = ORIGINAL) -> list[Block]:
    """The report of `compare audit`."""
    counts = Counter(one.verdict for one in audit.statements)
    names = say("list").join(source.id for source in audit.sources)
    told = (say("audit.count", n=counts[v], verdict=said("audited", v)) for v in VERDICTS)
    blocks: list[Block] = [
        Heading(say("audit", digest=audit.digest.article.title or audit.digest.id), level=1),
        *script_blocks(script),
        Line(say("audit.sources", n=len(audit.sources), names=names)),
        Line(say("list").join(told)),
    ]
    for verdict in VERDICTS:
        items = tuple(
            _item(one, audit.digest.id) for one in audit.statements if one.verdict == verdict
        )
        if items:
            blocks += [Heading(said("audit_head", verdict)), Items(items)]
    return blocks


def _item(one: Statement, digest: str) -> Item:
    text = say("audit.statement", where=where_words(one.place), text=one.place.quote)
    values = tuple(Quote("", _alteration(change)) for change in one.alterations)
    proofs = tuple(
        Quote(
            say("audit.proof", source=source, where=where_words(proof)), proof.quote, source=source
        )
        for source, proof in one.proofs
    )
    return Item(text, (*values, *proofs), TONES[one.verdict], source=digest)


def _alteration(change: Alteration) -> str:
    kind = said("kind", change.kind)
    if change.source is None:
        return say("audit.made_up", kind=kind, said=change.said)
    return say("audit.altered", kind=kind, said=change.said, told=change.told, source=change.source)


def audit_document(audit: Audit) -> AuditDocument:
    """`compare.audit`."""
    return AuditDocument(
        schema="compare.audit/2",
        made_by=audit.made_by,
        digest=source_doc(audit.digest),
        sources=tuple(map(source_doc, audit.sources)),
        statements=tuple(map(_statement, audit.statements)),
    )


def _statement(one: Statement) -> StatementDoc:
    return StatementDoc(
        place_doc(one.place),
        one.verdict,
        tuple(AlterationDoc(a.kind, a.said, a.told, a.source) for a in one.alterations),
        tuple(ProofDoc(source, place_doc(proof)) for source, proof in one.proofs),
    )


def audit_csv(audit: Audit) -> str:
    """One line for each alteration of a statement, or for its first proof where it has none."""
    return csv_text(
        COLUMNS, (line for n, one in enumerate(audit.statements) for line in _lines(n, one))
    )


def _lines(number: int, one: Statement) -> list[list[Value]]:
    place = one.place
    head: list[Value] = [number, one.verdict, place.paragraph]
    head += [place.start, place.end, place.quote]
    proofs = dict(one.proofs)
    if one.alterations:
        return [
            [*head, a.kind, a.said, a.told, a.source, *_proof(proofs.get(a.source or ""))]
            for a in one.alterations
        ]
    source, proof = next(iter(one.proofs), (None, None))
    return [[*head, None, None, None, source, *_proof(proof)]]


def _proof(proof: Evidence | None) -> list[Value]:
    return [None, None] if proof is None else [proof.paragraph, proof.quote]
