"""The JSON contracts of `compare diff`, `compare article` and `compare find`.

In: what `assemble_reading` makes. Out: dataclasses; see `documents` for offsets and quotes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.reports.documents import ArticleHead, Mode, SourceDoc, SpanDoc


@dataclass(frozen=True, slots=True)
class ParagraphDoc:
    """A body paragraph: its index from 0, code points, and text."""

    index: int
    start: int
    end: int
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class LinkDoc:
    """Two segments that say the same: code points into the left and the right body."""

    left: tuple[int, int]
    right: tuple[int, int]
    score: float


@dataclass(frozen=True, slots=True)
class RowDoc:
    """One row side by side. `kind`: both, moved, left_only (omitted), right_only (added)."""

    kind: Literal["both", "moved", "left_only", "right_only"]
    left: tuple[ParagraphDoc, ...]
    right: tuple[ParagraphDoc, ...]
    score: float
    links: tuple[LinkDoc, ...]


@dataclass(frozen=True, slots=True)
class DiffDocument:
    """`compare diff SLUG LEFT RIGHT --format json`."""

    schema: Literal["compare.diff/1"]
    story: str
    left: SourceDoc
    right: SourceDoc
    rows: tuple[RowDoc, ...]


@dataclass(frozen=True, slots=True)
class PartDoc:
    """Text of an article outside its body: title, caption, dateline, credit and so on."""

    kind: str
    text: str


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
    mode: Mode
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingDoc:
    """How one article was read."""

    article: SourceDoc
    parts: tuple[PartDoc, ...]
    paragraphs: tuple[ParagraphDoc, ...]
    dates: tuple[DateDoc, ...]
    notes: tuple[str, ...]
    mentions: tuple[MentionDoc, ...]
    attributions: tuple[SpeechDoc, ...]


@dataclass(frozen=True, slots=True)
class ArticleDocument:
    """`compare article PATH|ID --format json`: every article that the path or id stands for."""

    schema: Literal["compare.article/1"]
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

    schema: Literal["compare.find/1"]
    text: str
    articles: tuple[FoundDoc, ...]
