"""The JSON contracts as dataclasses: what every `--format json` prints.

In: documents that `assemble` makes. A noun of the model that says the same stands here itself.
msgspec writes output and JSON Schemas from these classes. Offsets are code points of one part, end
exclusive, `paragraph` counts from 0. `judged` and `judging` are there only where a model was asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from msgspec import UNSET, UnsetType

from compare.model import (
    Discrepancy,
    Emphasis,
    Family,
    Grounds,
    Judging,
    MadeBy,
    Origin,
    Part,
    Readout,
    SetAside,
    Voice,
    Wording,
)


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
    start: date | None
    end: date | None
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
class PlaceDoc:
    """Exact characters of one part of a source."""

    quote: str
    part: str
    start: int
    end: int
    paragraph: int | None


@dataclass(frozen=True, slots=True)
class AttributionDoc:
    """Whose words they are in this source; speaker and cue are null for its own voice, and where
    no reader tells who speaks.
    """

    speaker: str | None
    cue: str | None
    mode: str


@dataclass(frozen=True, slots=True)
class JudgementDoc:
    """What a model of the user's says of a cell; `quote` is null where it cites no words."""

    model: str
    verdict: str
    quote: SpanDoc | None


@dataclass(frozen=True, slots=True)
class CellDoc:
    """Claim × source. `evidence` is empty for absent and unclear; then see `nearest`."""

    status: str
    score: float
    confidence: float | None
    reasons: tuple[str, ...]
    evidence: tuple[SpanDoc, ...]
    nearest: SpanDoc | None
    attribution: AttributionDoc | None
    judged: JudgementDoc | UnsetType = UNSET


@dataclass(frozen=True, slots=True)
class ClaimDoc:
    """A row, with a cell for every source."""

    id: str
    text: str
    origin: Origin
    cells: dict[str, CellDoc]
    language: str
    emphasis: dict[str, Emphasis]


@dataclass(frozen=True, slots=True)
class FactDoc:
    """A value that a source states, with the exact characters that state it. `value` is canonical
    (an ISO date, `12 hour`, `3-1`, an id); `low` and `high` bound what the words allow (days as
    ordinals, minutes of the day), null where it has no order. `scopes` make it another thing than
    the same words without them; `giver` is null for the outlet.
    """

    value: str
    unit: str
    precision: str
    low: float | None
    high: float | None
    quote: str
    part: str
    start: int
    end: int
    paragraph: int | None
    predicate: str
    about: tuple[str, ...]
    scopes: tuple[str, ...]
    as_of: date | None
    giver: str | None
    negated: bool
    modality: str


@dataclass(frozen=True, slots=True)
class NamedDoc:
    """An identity with its names by language; `name` where there is none in a language."""

    id: str
    name: str
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class FactRowDoc:
    """A fact, with a cell for every source: empty where it is not given, else first the value that
    is shown. `labels` say what it is by language; without them `words`, an article's own in
    `language`, do. `odd` are the sources whose value is not the one that most give, `entities` are
    those that its values name.
    """

    id: str
    kind: str
    labels: dict[str, str]
    words: str
    language: str
    verdict: str
    reason: str
    odd: tuple[str, ...]
    entities: tuple[NamedDoc, ...]
    cells: dict[str, tuple[FactDoc, ...]]


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """`compare story SLUG --format json`. `made_by` and `facts` came with contract 2."""

    schema: Literal["compare.story/2"]
    made_by: MadeBy
    story: StoryHead
    sources: tuple[SourceDoc, ...]
    claims: tuple[ClaimDoc, ...]
    discrepancies: tuple[Discrepancy, ...]
    wording: tuple[Wording, ...]
    families: tuple[Family, ...]
    voices: tuple[Voice, ...]
    readout: Readout | None
    notes: tuple[str, ...]
    facts: tuple[FactRowDoc, ...] = ()
    judging: Judging | UnsetType = UNSET


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
    start: date | None
    end: date | None
    related: tuple[str, ...]
    articles: tuple[ArticleHead, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoriesDocument:
    """`compare stories --format json`."""

    schema: Literal["compare.stories/2"]
    made_by: MadeBy
    stories: tuple[StoryEntry, ...]
    set_aside: tuple[SetAside, ...]


@dataclass(frozen=True, slots=True)
class ExplainDocument:
    """`compare story SLUG --explain CLAIM SOURCE --format json`: one cell."""

    schema: Literal["compare.explain/2"]
    made_by: MadeBy
    story: str
    claim: str
    text: str
    origin: Origin
    source: SourceDoc
    cell: CellDoc
    emphasis: Emphasis | None
    grounds: Grounds | None = None


@dataclass(frozen=True, slots=True)
class ParagraphDoc:
    """A body paragraph: its index from 0, code points, and text."""

    index: int
    start: int
    end: int
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class DateDoc:
    """A date found for an article, where it stood, and whether it agrees with the one used."""

    value: str
    where: str
    text: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class MentionDoc:
    """A name in an article: what it names (id and name), and by which evidence; `foreign` when
    that came from another article.
    """

    part: str
    start: int
    end: int
    text: str
    type: str
    entity: str | None
    name: str | None
    evidence: str
    value: str | None
    foreign: bool


@dataclass(frozen=True, slots=True)
class SpeechDoc:
    """An attribution in an article: source, cue and content as exact characters."""

    part: str
    start: int
    end: int
    content: str
    source: str | None
    cue: str | None
    speaker: str | None
    mode: str
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionDoc:
    """An earlier capture of an article's address, which the article supersedes."""

    id: str
    file: str
    title: str
    published: str | None
    captured: str | None
    text: str


@dataclass(frozen=True, slots=True)
class ReadingDoc:
    """How one article was read. `parts`: title, caption, dateline, credit and so on. Where
    `speech_read` is false no reader tells who speaks: what nobody is said to have said need not be
    the outlet's own words. Here `copy_of` of the article is the id of the article that it copies.
    """

    article: SourceDoc
    parts: tuple[Part, ...]
    paragraphs: tuple[ParagraphDoc, ...]
    dates: tuple[DateDoc, ...]
    notes: tuple[str, ...]
    mentions: tuple[MentionDoc, ...]
    attributions: tuple[SpeechDoc, ...]
    speech_read: bool
    versions: tuple[VersionDoc, ...]


@dataclass(frozen=True, slots=True)
class ArticleDocument:
    """`compare article PATH|ID --format json`: every article that the path or id stands for."""

    schema: Literal["compare.article/2"]
    made_by: MadeBy
    articles: tuple[ReadingDoc, ...]


@dataclass(frozen=True, slots=True)
class FoundDoc:
    """One article that was searched: evidence best first, or the nearest sentence."""

    article: ArticleHead
    evidence: tuple[SpanDoc, ...]
    nearest: SpanDoc | None


@dataclass(frozen=True, slots=True)
class FindDocument:
    """`compare find TEXT --format json`."""

    schema: Literal["compare.find/2"]
    made_by: MadeBy
    text: str
    articles: tuple[FoundDoc, ...]
