"""An article as read: what stands in it, with offsets.

In: nothing (plain values). Out: the nouns that `reading` makes once and every later stage looks up.
All offsets are code points into one part's text, end exclusive, and slice back exactly.

Who says what in an article. In: nothing (plain values). Out: the nouns that the second reading of
an article makes: a value of its own beside the Document, so that grouping many articles does not
pay for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from compare.model.articles import BODY, CAPTION, TITLE, Article

COMPARED = (TITLE, BODY, CAPTION)
"""The parts whose sentences are held against those of other articles, in reading order."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """Code points `start` to `end` of a text name the days `first` to `last` (inclusive).

    `precision` is day, range, weekend, week, month, quarter, season, year or vague (bounds that
    only say roughly when: 未来几周). `kind` is absolute (a number of the calendar stands in it),
    relative (昨天, 今年2月, last weekend), weekday or today. `year_given` is True when the year
    does not rest on a guess: 2023年, 明年, but not a bare 11月.
    """

    start: int
    end: int
    text: str
    first: date
    last: date
    precision: str
    kind: str
    year_given: bool = False

    @property
    def iso(self) -> str:
        """ISO 8601: `2023-09-18`, `2023-09`, `2023`, otherwise first and last day with a slash."""
        if self.precision == "year":
            return f"{self.first.year:04d}"
        if self.precision == "month":
            return self.first.isoformat()[:7]
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


@dataclass(frozen=True, slots=True)
class Clock:
    """Code points `start` to `end` of a text name an hour of the day, `hour` 0 to 23.

    `sure` is False when only the context can tell the morning from the evening (8:15, 三点).
    `zone` is what the text names beside it, in its words: GMT, local time, Beijing, 北京, 当地.
    """

    start: int
    end: int
    text: str
    hour: int
    minute: int
    sure: bool = True
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """Code points `start` to `end` of a text give the score of a match or the split of a vote.

    `points` is one pair for the match, or one for each set; as written, the first named first.
    """

    start: int
    end: int
    text: str
    points: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """Code points `start` to `end` of a text give `value` of `unit`.

    `low` and `high` bound what the words allow and equal `value` when it is exact. `unit` is a
    canonical English name (hour, USD, person, percent, year old) or empty; `kind` is number,
    percent, currency, duration, ordinal, measure, people or age. `counts` is the span of the words
    behind it that say what is counted (41 | rusty ships), where some do.
    """

    start: int
    end: int
    text: str
    value: float
    low: float
    high: float
    unit: str
    approximate: bool
    ordinal: bool
    kind: str
    counts: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """`start`..`end` with the marks; `depth` counts enclosing quotations; `closed` is False when
    the paragraph ended first (then `end` is the paragraph's end). `clauses` cut what stands inside
    the marks of an outer one; they are not trimmed.
    """

    start: int
    end: int
    depth: int = 0
    closed: bool = True
    clauses: tuple[tuple[int, int], ...] = ()

    @property
    def inner(self) -> tuple[int, int]:
        """The span without its marks."""
        return self.start + 1, self.end - 1 if self.closed else self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """`start`..`end` of `part`, in the language of its paragraph (a BCP 47 tag), with its clauses.

    `paragraph` counts from 0 in the body, None elsewhere. A sentence that is not cut is its own
    only clause; one without a word has none.
    """

    part: str
    start: int
    end: int
    language: str
    paragraph: int | None
    clauses: tuple[tuple[int, int], ...]

    @property
    def chinese(self) -> bool:
        """True for a sentence in Chinese."""
        return self.language.startswith("zh")


@dataclass(frozen=True, slots=True)
class ReadPart:
    """What stands in one part of an article, each in text order."""

    text: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    dates: tuple[DateSpan, ...]
    times: tuple[Clock, ...]
    amounts: tuple[Quantity, ...]
    scores: tuple[Score, ...] = ()


class Name(NamedTuple):
    """A name as it stands: `surface` in Simplified, offsets into its part; `place` is its rank in
    reading order; `entity` what the rule that found it knows, None when only others can tell.
    """

    part: str
    start: int
    end: int
    surface: str
    type: str
    entity: str | None
    evidence: str
    chinese: bool
    place: int
    foreign: bool = False


class Office(NamedTuple):
    """An office as it stands; `key` is the same for every wording of it, `behind` the two
    characters that follow.
    """

    part: str
    start: int
    end: int
    surface: str
    key: str
    place: int
    behind: str


class Gloss(NamedTuple):
    """A Chinese surface (dots made ·), its Latin form, and what they name."""

    chinese: str
    latin: str
    type: str


@dataclass(frozen=True, slots=True)
class NameBlock:
    """A stretch of one part, `start`..`end`, in one language, and the names that stand in it.

    Unresolved: whom a family name or an office means is settled over the article, and what other
    articles teach is a value of its own (`Identities`). `dotted` are full names with an interpunct.
    """

    part: str
    start: int
    end: int
    language: str
    chinese: bool
    names: tuple[Name, ...]
    offices: tuple[Office, ...]
    glosses: tuple[Gloss, ...]
    dotted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An article as read, made once by `reading` from the article and Options alone.

    `parts` maps the name of a part that has text (title, body, caption, dateline, credit, byline)
    to what stands in it, in this order; `blocks` are the names, in the same order.
    """

    article: Article
    parts: Mapping[str, ReadPart]
    blocks: tuple[NameBlock, ...] = ()

    def sentences(self) -> Iterator[Sentence]:
        """The sentences of title, body and captions, in this order."""
        for name in COMPARED:
            if name in self.parts:
                yield from self.parts[name].sentences

    def body(self) -> tuple[Sentence, ...]:
        """The sentences of the body, in order."""
        return self.parts[BODY].sentences if BODY in self.parts else ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said something, in one article.

    `source_text`, `cue_text` and `content_text` are exact characters of part `part`; the spans
    are code points into it (None where there is no text). `speaker` is the person or body that
    the source names, in English when known, resolved through pronouns. `mode` is `direct`,
    `indirect`, `own` (the outlet's own voice: no source, no cue) or `unknown` (the language has no
    reader of speech). `chain` holds the speakers from the outermost in. `kind` is the origin that
    this attribution suggests: `readout`, `remarks`, `media`, `outlet` or `unknown`.

    `pieces` are the spans of the words where the narrator's stand between two halves of a quotation
    (`content` is then the whole stretch), empty when all of it is the speaker's. `frame` spans the
    words that only tell who says it, when and where.
    """

    article: str
    part: str
    content_text: str
    content: tuple[int, int]
    mode: str = "own"
    source_text: str | None = None
    source: tuple[int, int] | None = None
    cue_text: str | None = None
    cue: tuple[int, int] | None = None
    speaker: str | None = None
    entity: str | None = None
    chain: tuple[str, ...] = ()
    kind: str = "outlet"
    block: bool = False
    pieces: tuple[tuple[int, int], ...] = ()
    frame: tuple[int, int] | None = None

    @property
    def said_by(self) -> str | None:
        """The speaker, or the words that name one; None for the outlet's own or unknown words."""
        return None if self.mode in ("own", "unknown") else self.speaker or self.source_text


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says what in one article.

    `attributions` are in order of their content. `anchored` are dates of the body inside official
    texts given in full that count from the day which the text itself names, not from publication.
    `read` is False where the language has no reader: then nothing is known of whose words they are.
    """

    attributions: tuple[Attribution, ...] = ()
    anchored: tuple[DateSpan, ...] = ()
    read: bool = True
