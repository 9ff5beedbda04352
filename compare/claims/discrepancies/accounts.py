"""What one source says, as its statements are compared.

In: a source with its Document, identified names and speech. Out: an `Account` (what stands in each
part, with offsets) and `Statement`s, a sentence of it with the clause in question. Nothing is read
here: slots are looked up, so that comparing many pairs is cheap. 今天 inside an official text given
in full counts from the day that the text names, not from the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from compare.model import (
    BODY,
    COMPARED,
    Article,
    Attribution,
    DateSpan,
    Mention,
    Quantity,
    Quotation,
    Sentence,
    Source,
    Speech,
)
from compare.text.scripts import fold

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
    sentences: tuple[Sentence, ...]
    dates: tuple[Dated, ...]
    amounts: tuple[Quantity, ...]
    quotes: tuple[Quotation, ...]
    names: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """One source with its slots by part and its attributions."""

    source: Source
    parts: Mapping[str, Slots]
    said: tuple[Attribution, ...]

    @property
    def article(self) -> Article:
        """The article that was read."""
        return self.source.article

    def names(self, entity: str | None) -> bool:
        """Is an entity named anywhere in the article?"""
        return any(m.entity == entity for slots in self.parts.values() for m in slots.names)

    def sentences(self) -> list[Sentence]:
        """The sentences of all parts, in text order."""
        return [s for slots in self.parts.values() for s in slots.sentences]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of an account, and within it the clause that is compared."""

    account: Account
    sentence: Sentence
    clause: tuple[int, int]

    @property
    def part(self) -> str:
        """The part that holds it."""
        return self.sentence.part

    @property
    def start(self) -> int:
        """Where the sentence begins in its part."""
        return self.sentence.start

    @property
    def end(self) -> int:
        """Where the sentence ends in its part."""
        return self.sentence.end

    @property
    def chinese(self) -> bool:
        """True for words in Chinese, whatever the rest of the article is in."""
        return self.sentence.chinese

    @property
    def slots(self) -> Slots:
        """The slots of the part."""
        return self.account.parts[self.part]

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
            for one in self.account.said
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


def account(source: Source, mentions: Sequence[Mention], speech: Speech) -> Account:
    """What one source says."""
    parts = {
        part: _slots(source, part, mentions, speech)
        for part in (BODY, *COMPARED)
        if part in source.document.parts
    }
    return Account(source, parts, speech.attributions)


def statement(one: Account, part: str, start: int, end: int) -> Statement | None:
    """The statement whose clause is `start`..`end` of `part`; None outside the compared parts."""
    slots = one.parts.get(part)
    if slots is None:
        return None
    for sentence in slots.sentences:
        if sentence.start <= start < sentence.end:
            return Statement(one, replace(sentence, end=max(sentence.end, end)), (start, end))
    language = one.article.language
    return Statement(one, Sentence(part, start, end, language, None, ()), (start, end))


def _slots(source: Source, part: str, mentions: Sequence[Mention], speech: Speech) -> Slots:
    read = source.document.parts[part]
    settled = {d.start: d for d in speech.anchored} if part == BODY else {}
    slack = 1 if _zone_unknown(source.article) else 0
    return Slots(
        read.text,
        read.sentences,
        tuple(_dated(d, settled.get(d.start), slack) for d in read.dates),
        read.amounts,
        read.quotations,
        tuple(m for m in mentions if m.part == part),
    )


def _dated(day: DateSpan, settled: DateSpan | None, slack: int) -> Dated:
    relative = day.kind in _RELATIVE
    if settled is not None and relative:
        return Dated(settled, anchored=True)
    return Dated(day, slack if relative and day.precision == "day" else 0)


def _zone_unknown(article: Article) -> bool:
    """A time in UTC says nothing about the outlet's own day."""
    moment = article.published
    return isinstance(moment, datetime) and moment.utcoffset() in (None, timedelta(0))
