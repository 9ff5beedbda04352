"""The JSON contracts as dataclasses, and their bytes.

In: documents that `assemble` makes. Out: UTF-8 JSON text, indented, ending in a newline. msgspec
reads these classes for both the output and the JSON Schema in `docs/schema/`, so the two cannot
drift apart. Offsets are code points into one part's text, end exclusive; quotes are the original
characters whatever the display converts to; `paragraph` counts from 0 in the body.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CellStatus = Literal["included", "partial", "conflicts", "unclear", "absent"]
OriginKind = Literal["readout", "remarks", "media", "outlet"]
Mode = Literal["direct", "indirect", "own"]
Severity = Literal["conflict", "shift", "wording", "compatible"]
Verdict = Literal["kept", "softened", "dropped", "contradicted", "unclear"]


@dataclass(frozen=True, slots=True)
class EntityDoc:
    """Someone or something that leads a story."""

    id: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class StoryHead:
    """What a story is called and when it was published."""

    slug: str
    title: str
    start: str | None
    end: str | None
    entities: tuple[EntityDoc, ...]
    related: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceDoc:
    """A column: one article of one outlet. `incomplete` is truncated, paywall or null."""

    id: str
    outlet: str
    title: str
    url: str | None
    published: str | None
    language: str
    kind: str
    via: str | None
    file: str
    complete: bool
    copy_of: str | None
    incomplete: str | None
    article: str


@dataclass(frozen=True, slots=True)
class SpanDoc:
    """Exact characters of one part of a source, with the similarity to the claim."""

    quote: str
    part: str
    start: int
    end: int
    paragraph: int | None
    score: float


@dataclass(frozen=True, slots=True)
class AttributionDoc:
    """Whose words they are in this source; speaker and cue are null for its own voice."""

    speaker: str | None
    cue: str | None
    mode: Mode


@dataclass(frozen=True, slots=True)
class CellDoc:
    """Claim × source. `evidence` is empty for absent and unclear; then see `nearest`."""

    status: CellStatus
    score: float
    confidence: float | None
    reasons: tuple[str, ...]
    evidence: tuple[SpanDoc, ...]
    nearest: SpanDoc | None
    attribution: AttributionDoc | None


@dataclass(frozen=True, slots=True)
class OriginDoc:
    """Who the claim comes from."""

    kind: OriginKind
    speaker: str | None
    label: str


@dataclass(frozen=True, slots=True)
class EmphasisDoc:
    """Prominence of a claim in a source; `share` is the part of the body that it fills, 0 to 1."""

    paragraph: int | None
    share: float
    in_title: bool
    in_lead: bool


@dataclass(frozen=True, slots=True)
class ClaimDoc:
    """A row, with a cell for every source."""

    id: str
    text: str
    origin: OriginDoc
    cells: dict[str, CellDoc]
    language: str
    emphasis: dict[str, EmphasisDoc]


@dataclass(frozen=True, slots=True)
class SideDoc:
    """One side of a discrepancy."""

    source: str
    quote: str
    span: str
    value: str | None
    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DiscrepancyDoc:
    """Evidences that differ, and the rule that says so."""

    id: str
    kind: str
    severity: Severity
    claims: tuple[str, ...]
    sides: tuple[SideDoc, ...]
    note: str


@dataclass(frozen=True, slots=True)
class WordingDoc:
    """Labels for one entity, by source."""

    entity: str
    labels: dict[str, tuple[str, ...]]
    kind: str


@dataclass(frozen=True, slots=True)
class FamilyDoc:
    """Sources that carry one text: one voice."""

    original: str
    sources: tuple[str, ...]
    kind: str
    edits: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class VoiceDoc:
    """Share of a source's body that one speaker fills, 0 to 1."""

    source: str
    speaker: str
    direct: float
    indirect: float


@dataclass(frozen=True, slots=True)
class ReadoutRowDoc:
    """One official claim and what each source did with it."""

    claim: str
    verdicts: dict[str, Verdict]


@dataclass(frozen=True, slots=True)
class ReadoutDoc:
    """The official text held against the sources; `added` lists claims beyond it."""

    reference: str
    label: str
    rows: tuple[ReadoutRowDoc, ...]
    added: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """`compare story SLUG --format json`."""

    schema: Literal["compare.story/1"]
    story: StoryHead
    sources: tuple[SourceDoc, ...]
    claims: tuple[ClaimDoc, ...]
    discrepancies: tuple[DiscrepancyDoc, ...]
    wording: tuple[WordingDoc, ...]
    families: tuple[FamilyDoc, ...]
    voices: tuple[VoiceDoc, ...]
    readout: ReadoutDoc | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """An article in the list of stories."""

    id: str
    outlet: str
    title: str
    published: str | None
    language: str
    file: str


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """A story in the list."""

    slug: str
    title: str
    start: str | None
    end: str | None
    related: tuple[str, ...]
    articles: tuple[ArticleHead, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetAsideDoc:
    """An input that was not used."""

    file: str
    reason: str
    line: int | None


@dataclass(frozen=True, slots=True)
class StoriesDocument:
    """`compare stories --format json`."""

    schema: Literal["compare.stories/1"]
    stories: tuple[StoryEntry, ...]
    set_aside: tuple[SetAsideDoc, ...]


@dataclass(frozen=True, slots=True)
class ExplainDocument:
    """`compare story SLUG --explain CLAIM SOURCE --format json`: one cell."""

    schema: Literal["compare.explain/1"]
    story: str
    claim: str
    text: str
    origin: OriginDoc
    source: SourceDoc
    cell: CellDoc
    emphasis: EmphasisDoc | None


def to_json(document: object) -> str:
    """The document as indented JSON that ends in a newline; non-ASCII characters stay readable."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"
