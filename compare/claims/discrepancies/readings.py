"""The typed slots of every article: sentences, dates, quantities, names, quotations.

In: a source with its mentions and attributions. Out: a `Reading` (slots by part, with offsets) and
`Statement`s, a sentence of it with the clause in question. Everything is read once an article, so
that comparing many pairs costs only look-ups. 今天 inside an official text given in full counts
from the day named before it, not from the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from compare.model import BODY, CAPTION, TITLE, Article, Attribution, Mention, Source
from compare.model.documents import DateSpan, Quantity, Quotation
from compare.reading.amounts import quantities
from compare.reading.base.sentences import sentences
from compare.reading.dates import anchor_before, dates
from compare.text.quotations import quotations
from compare.text.scripts import fold

PARTS = (BODY, TITLE, CAPTION)
_RELATIVE = ("relative", "today")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the text; `slack` is the number of days by which it may be off because the day of
    publication depends on an unknown time zone; `anchored` when a statement's own date fixes it.
    """

    span: DateSpan
    slack: int = 0
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class Slots:
    """What stands in one part of an article, each in text order."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    dates: tuple[Dated, ...]
    amounts: tuple[Quantity, ...]
    quotes: tuple[Quotation, ...]
    names: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One source with its slots by part and its attributions."""

    source: Source
    parts: dict[str, Slots]
    said: tuple[Attribution, ...]

    @property
    def article(self) -> Article:
        """The article that was read."""
        return self.source.article

    def names(self, entity: str | None) -> bool:
        """Is an entity named anywhere in the article?"""
        return any(m.entity == entity for slots in self.parts.values() for m in slots.names)

    @property
    def chinese(self) -> bool:
        """True for an article in Chinese."""
        return self.article.language.startswith("zh")


@dataclass(frozen=True, slots=True)
class Statement:
    """The sentence `start`..`end` of a part, and within it the clause that is compared."""

    reading: Reading
    part: str
    start: int
    end: int
    clause: tuple[int, int]

    @property
    def slots(self) -> Slots:
        """The slots of the part."""
        return self.reading.parts[self.part]

    @property
    def quote(self) -> str:
        """The whole sentence."""
        return self.slots.text[self.start : self.end]

    @property
    def wording(self) -> str:
        """The clause alone."""
        return self.slots.text[slice(*self.clause)]

    def find(self, cue: re.Pattern[str]) -> list[tuple[int, int]]:
        """Where `cue` stands in the clause, looked for in Simplified characters: offsets into the
        part.
        """
        folded = fold(self.wording)
        base = self.clause[0]
        found = []
        for match in cue.finditer(folded.text):
            start, end = folded.original(match.start(), match.end())
            found.append((base + start, base + end))
        return found

    def voice_at(self, position: int) -> Attribution | None:
        """Who is said to have said what stands at `position`: the innermost attribution, None for
        the outlet's own words.
        """
        around = [
            one
            for one in self.reading.said
            if one.part == self.part and one.content[0] <= position < one.content[1]
        ]
        return min(around, key=lambda v: v.content[1] - v.content[0], default=None)

    def in_clause(self, start: int, end: int) -> bool:
        """Does a span stand inside the clause?"""
        return self.clause[0] <= start and end <= self.clause[1]

    def in_sentence(self, start: int, end: int) -> bool:
        """Does a span stand inside the sentence?"""
        return self.start <= start and end <= self.end

    def names(self, *kinds: str, whole: bool = False) -> list[Mention]:
        """Identified names of `kinds` in the clause, or with `whole` in the sentence."""
        inside = self.in_sentence if whole else self.in_clause
        return [
            m for m in self.slots.names if m.type in kinds and m.entity and inside(m.start, m.end)
        ]


def read(source: Source, mentions: Sequence[Mention], said: Sequence[Attribution]) -> Reading:
    """The slots of one source."""
    article = source.article
    parts = {part: _slots(article, part, mentions, said) for part in PARTS if article.part(part)}
    return Reading(source, parts, tuple(said))


def statement(reading: Reading, part: str, start: int, end: int) -> Statement | None:
    """The statement whose clause is `start`..`end` of `part`; None outside the compared parts."""
    slots = reading.parts.get(part)
    if slots is None:
        return None
    for first, last in slots.sentences:
        if first <= start < last:
            return Statement(reading, part, first, max(last, end), (start, end))
    return Statement(reading, part, start, end, (start, end))


def _slots(
    article: Article, part: str, mentions: Sequence[Mention], said: Sequence[Attribution]
) -> Slots:
    text = article.part(part)
    return Slots(
        text,
        tuple(sentences(text, article.language)),
        tuple(_dates(article, part, text, said)),
        tuple(quantities(text, article.language)),
        tuple(quotations(text)),
        tuple(m for m in mentions if m.part == part),
    )


def _dates(article: Article, part: str, text: str, said: Sequence[Attribution]) -> list[Dated]:
    """All dates; those counted from today get the day of the statement around them, if any."""
    slack = 1 if _zone_unknown(article) else 0
    found = [
        Dated(d, slack if d.kind in _RELATIVE and d.precision == "day" else 0)
        for d in dates(text, article.language, article.day)
    ]
    if part != BODY:
        return found
    for one in said:
        if one.block:
            found = _anchored(found, article, text, one.content)
    return found


def _anchored(
    found: list[Dated], article: Article, text: str, block: tuple[int, int]
) -> list[Dated]:
    start, end = block
    anchor = anchor_before(text, start, article.language, article.day)
    if anchor is None:
        return found
    inside = {
        start + d.start: d for d in dates(text[start:end], article.language, article.day, anchor)
    }
    fixed = []
    for one in found:
        again = inside.get(one.span.start) if one.span.kind in _RELATIVE else None
        if again is None:
            fixed.append(one)
        else:
            fixed.append(Dated(_moved(again, start), 0, anchored=True))
    return fixed


def _moved(span: DateSpan, by: int) -> DateSpan:
    return DateSpan(
        span.start + by, span.end + by, span.text, span.first, span.last, span.precision,
        span.kind, span.year_given,
    )  # fmt: skip


def _zone_unknown(article: Article) -> bool:
    """A time in UTC says nothing about the outlet's own day."""
    moment = article.published
    return isinstance(moment, datetime) and moment.utcoffset() in (None, timedelta(0))
