"""What a reader hands over: a page taken apart, before it becomes an Article.

In: nothing (plain values). Out: `Draft`, `Block`, `Clue` and `Origin`. Readers know the shape of a
format and nothing about outlets, time zones or languages; `articles.finish` knows those and nothing
about formats. The draft is the border between the two.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from compare.options import Options

BODY = "body"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that stands on its own: a paragraph, heading, list item or table row.

    `kind` is `body` or the kind of Part that the markup says it is; `shape` is `paragraph`,
    `heading`, `item` or `row`, since only paragraphs are expected to end like sentences. Of a page,
    `linked` is the width of its text in links, and `inside` the place of the element it stands in.
    """

    text: str
    kind: str = BODY
    shape: str = "paragraph"
    linked: int = field(default=0, compare=False)
    inside: int = field(default=-1, compare=False)


@dataclass(frozen=True, slots=True)
class Clue:
    """A date as it was written, and where: one of `published.ORDER`."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that is being read: its name for people, its suffix in lower case, and how it is to
    be read.
    """

    file: str
    suffix: str
    options: Options


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as a reader found it; everything but the blocks may be missing.

    `outlet` is a publisher's name, `author` may be a person or a publisher (aggregators put either
    there), `site` is a name the page gives itself. `captured` is when the text was taken,
    `changed` when it was last changed, `section` where the outlet files it. `line` is where it
    stands in a file that holds many. `headline_only` is True where the title is a field
    of its own (front matter, records), so that an entry without body is a headline and not a page
    without text.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    site: str | None = None
    clues: tuple[Clue, ...] = ()
    captured: str | None = None
    changed: str | None = None
    section: str | None = None
    kind: str = "news"
    via: str | None = None
    paywalled: bool = False
    notes: tuple[str, ...] = ()
    parts: tuple[tuple[str, str], ...] = field(default=())
    line: int | None = None
    headline_only: bool = False
