"""Articles as read: text, its parts and paragraphs, dates, and segments of it.

In: nothing (plain values). Out: the nouns that `sources` makes and every later stage reads.
All offsets are code points into one part's text, end exclusive, and slice back exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

BODY = "body"
TITLE = "title"
CAPTION = "caption"
DATELINE = "dateline"


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher: `id` is used in output, names are for people, domains find it from a URL."""

    id: str
    name: str
    name_zh: str | None = None
    domains: tuple[str, ...] = ()
    timezone: str | None = None
    aliases: tuple[str, ...] = ()
    kind: str = "news"


@dataclass(frozen=True, slots=True)
class Part:
    """Text of an article that is neither title nor body.

    `kind` is one of caption, dateline, credit, byline, share, newsletter, other. An article has at
    most one Part of a kind; several pieces are joined by an empty line.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of `Article.text`: code points `start` to `end` (exclusive) and its language."""

    start: int
    end: int
    language: str


@dataclass(frozen=True, slots=True)
class DateReading:
    """One date found for an article: its value, where it stood, and whether it agrees with the one
    that won (same day within the outlet's time zone).
    """

    value: datetime | date
    where: str
    text: str
    agrees: bool = True


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier capture of an article's address: its id, file, title and text, when it was
    published, and when it was captured, where that is known.
    """

    id: str
    file: str
    title: str
    text: str
    published: datetime | date | None = None
    captured: datetime | date | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One text from one outlet.

    `text` is the body in its original script: paragraphs joined by an empty line, markup gone,
    runs of white space made one space. `language` is a BCP 47 tag such as zh-Hans, zh-Hant, en, ja.
    `published` is an aware datetime when the time is known, a date when only the day is, else None.
    `kind` is news, readout, summary, opinion, interview or live_blog. `via` names the page that
    carried the text for the outlet, `publisher` is the kind of that outlet. `incomplete` is None
    for a whole text, else `truncated` or `paywall`. `copy_of` is the id of the article that has
    the same text, `versions` are earlier captures of its address, `captured` is when this one was,
    `changed` when the text was last changed, where it says so. `zoned` is False where nobody knows
    the zone of the hour in `published`, which is then read as UTC.
    """

    id: str
    outlet: str
    outlet_name: str
    title: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    published: datetime | date | None
    language: str
    kind: str = "news"
    parts: tuple[Part, ...] = ()
    url: str | None = None
    via: str | None = None
    file: str = ""
    incomplete: str | None = None
    dates: tuple[DateReading, ...] = ()
    notes: tuple[str, ...] = ()
    publisher: str = "news"
    captured: datetime | date | None = None
    copy_of: str | None = None
    versions: tuple[Version, ...] = ()
    changed: datetime | date | None = None
    zoned: bool = True

    @property
    def official(self) -> bool:
        """True for the text of an authority in its own words."""
        return self.kind == "readout"

    def surely_before(self, other: Article) -> bool:
        """True when this was published before `other`, whatever the hour where only a day is
        known.
        """
        mine, its = self.published, other.published
        if isinstance(mine, datetime) and isinstance(its, datetime):
            return mine < its
        return self.day is not None and other.day is not None and self.day < other.day

    @property
    def complete(self) -> bool:
        """True when nothing says that the text was cut short."""
        return self.incomplete is None

    @property
    def script(self) -> str | None:
        """Hans or Hant for Chinese, else None."""
        return self.language[3:] or None if self.language.startswith("zh") else None

    @property
    def day(self) -> date | None:
        """The day of publication (in the outlet's time zone), or None."""
        if isinstance(self.published, datetime):
            return self.published.date()
        return self.published

    def part(self, kind: str) -> str:
        """The text of a part by name (`title`, `body` or a Part's kind); empty when absent."""
        if kind == BODY:
            return self.text
        if kind == TITLE:
            return self.title
        return next((p.text for p in self.parts if p.kind == kind), "")

    def paragraph_at(self, start: int) -> int | None:
        """The index of the body paragraph that holds code point `start`, or None."""
        for index, paragraph in enumerate(self.paragraphs):
            if paragraph.start <= start < paragraph.end:
                return index
        return None


def original(articles: Sequence[Article]) -> Article:
    """Which of several articles with one text had it first (they stand in their usual order).

    An official text, whatever the hour; else one before which none surely was, of these an
    agency's, one that is dated, the first.
    """
    held = [a for a in articles if a.official] or list(articles)
    first = [a for a in held if not any(b.surely_before(a) for b in held)]
    return min(first, key=lambda a: (a.published is None, a.publisher != "agency"))


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence or a clause of an article: code points `start` to `end` of part `part`.

    `text` is exactly those characters. `paragraph` counts from 0 in the body, None elsewhere;
    `sentence` is the index of the sentence within the article's list of sentences.
    """

    article: str
    part: str
    start: int
    end: int
    text: str
    paragraph: int | None = None
    sentence: int = 0
