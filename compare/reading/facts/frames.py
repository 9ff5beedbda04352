"""What the values of a proposition are facts of.

In: a Document with names, speech and propositions. Out: a `Frame` for each proposition: its slots,
the predicate classes and marks of scope in it, who gives it, for which day it holds. A proposition
that names nobody takes over the names of its subject, where that stands before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from compare.model import (
    COMPARED,
    Clock,
    DateSpan,
    Document,
    Mention,
    Proposition,
    Quantity,
    ReadPart,
    Score,
    Speech,
)
from compare.resources.predicates import Hit, patterns
from compare.resources.scopes import ScopeWords, scope_words
from compare.text.scripts import fold

_NAMES = ("PER", "LOC", "ORG")
_WEEKS = 20  # days that a stretch over which something is counted is longer than
Span = tuple[int, int]


class Voices:
    """Who is said to say what stands at a place of one part."""

    def __init__(self, speech: Speech, part: str) -> None:
        """The attributions of `part` that name somebody."""
        self._said = [a for a in speech.attributions if a.part == part and a.said_by]

    def at(self, position: int) -> str | None:
        """The speaker of the innermost attribution that holds a place."""
        around = [a for a in self._said if a.content[0] <= position < a.content[1]]
        best = min(around, key=lambda a: a.content[1] - a.content[0], default=None)
        return best.said_by if best else None


@dataclass(frozen=True, slots=True)
class Frame:
    """A proposition with what stands in it; offsets into the text of its part.

    `names` are the persons, places and bodies named inside, `beside` those and offices; `about`
    are their identities with those of the subject. `periods` are the months, quarters and so on of
    its whole sentence. `hits` are predicates in text order, `marks` the
    scopes with where they stand.
    """

    document: Document
    proposition: Proposition
    language: str
    dates: tuple[DateSpan, ...]
    times: tuple[Clock, ...]
    amounts: tuple[Quantity, ...]
    scores: tuple[Score, ...]
    names: tuple[Mention, ...]
    beside: tuple[Mention, ...]
    about: tuple[str, ...]
    hits: tuple[Hit, ...]
    marks: tuple[tuple[int, int, str], ...]
    voices: Voices
    as_of: date | None = None
    periods: tuple[DateSpan, ...] = ()
    words: ScopeWords | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """The text of the part."""
        return self.document.parts[self.proposition.part].text

    @property
    def span(self) -> Span:
        """Where the proposition stands."""
        return self.proposition.start, self.proposition.end

    def over(self, position: int) -> tuple[date, date] | None:
        """The last stretch of days that the sentence names before a place, else the first behind
        it in the proposition; None where there is none.
        """
        before = [p for p in self.periods if p.end <= position]
        behind = [p for p in self.periods if position < p.start < self.proposition.end]
        found = before[-1:] or behind[:1]
        return (found[0].first, found[0].last) if found else None

    @property
    def chinese(self) -> bool:
        """True for words in Chinese."""
        return self.language.startswith("zh")


def frames(
    document: Document,
    mentions: Sequence[Mention],
    speech: Speech,
    propositions: Sequence[Proposition],
) -> Iterator[Frame]:
    """A frame for every proposition, in text order."""
    for part in COMPARED:
        read = document.parts.get(part)
        if read is None:
            continue
        here = [m for m in mentions if m.part == part]
        mine = [p for p in propositions if p.part == part]
        voices = Voices(speech, part)
        for one in mine:
            language = read.sentences[one.sentence].language
            yield _frame(document, read, one, here, voices, language)


def _frame(
    document: Document,
    read: ReadPart,
    one: Proposition,
    mentions: Sequence[Mention],
    voices: Voices,
    language: str,
) -> Frame:
    inside = within(mentions, one.start, one.end)
    held = [m for m in inside if m.type in _NAMES]
    about = [m.entity for m in held if m.entity]
    if one.subject and not one.start <= one.subject[0] < one.end:
        about += [m.entity for m in within(mentions, *one.subject) if m.entity and m.type in _NAMES]
    hits, marks = _marked(read.text, one, language)
    dates = within(read.dates, one.start, one.end)
    return Frame(
        document=document,
        proposition=one,
        language=language,
        dates=tuple(dates),
        times=tuple(within(read.times, one.start, one.end)),
        amounts=tuple(within(read.amounts, one.start, one.end)),
        scores=tuple(within(read.scores, one.start, one.end)),
        names=tuple(held),
        beside=tuple(m for m in inside if m.type in (*_NAMES, "ROLE")),
        about=tuple(dict.fromkeys(about)),
        hits=hits,
        marks=marks,
        voices=voices,
        as_of=_as_of(dates, marks),
        periods=_periods(read, one),
        words=scope_words(language.partition("-")[0]),
    )


def _marked(
    text: str, one: Proposition, language: str
) -> tuple[tuple[Hit, ...], tuple[tuple[int, int, str], ...]]:
    """Predicates and scopes in a proposition; Chinese is looked at in Simplified characters."""
    tag = language.partition("-")[0]
    lexicon, scopes = patterns(tag), scope_words(tag)
    if lexicon is None or scopes is None:
        return (), ()
    piece = text[one.start : one.end]
    if tag != "zh":
        found = tuple(_moved(h, one.start, h.start, h.end) for h in lexicon.find(piece))
        marks = tuple((one.start + a, one.start + b, name) for a, b, name in scopes.find(piece))
        return found, marks
    folded = fold(piece)
    found = tuple(
        _moved(h, one.start, *folded.original(h.start, h.end)) for h in lexicon.find(folded.text)
    )
    spots = [(*folded.original(a, b), name) for a, b, name in scopes.find(folded.text)]
    return found, tuple((one.start + a, one.start + b, name) for a, b, name in spots)


def _moved(hit: Hit, by: int, start: int, end: int) -> Hit:
    return Hit(by + start, by + end, hit.predicate, hit.form)


def _periods(read: ReadPart, one: Proposition) -> tuple[DateSpan, ...]:
    """The stretches of weeks and more in the sentence of a proposition."""
    whole = read.sentences[one.sentence]
    named = within(read.dates, whole.start, whole.end)
    return tuple(d for d in named if d.precision != "vague" and (d.last - d.first).days > _WEEKS)


def _as_of(dates: Sequence[DateSpan], marks: Sequence[tuple[int, int, str]]) -> date | None:
    """The day behind (截至19日) or inside (as of Monday) a mark of the time for which it holds."""
    for start, end, name in marks:
        if name == "as_of":
            for day in dates:
                if start - 2 <= day.start <= end + 12 and day.precision == "day":
                    return day.first
    return None


Spanned = TypeVar("Spanned", DateSpan, Clock, Quantity, Score, Mention)


def within(found: Sequence[Spanned], start: int, end: int) -> list[Spanned]:
    """Those of `found` (in text order) that stand inside a stretch."""
    first = bisect_left(found, start, key=lambda one: one.start)
    held = []
    for one in found[first:]:
        if one.start >= end:
            break
        if one.end <= end:
            held.append(one)
    return held
