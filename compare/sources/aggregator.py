"""The aggregator page: a time stamp, a link, a rule, then the page's HTML.

    <!--1695147302000-->                     epoch in ms, or <!--NaN-->
    [Title](https://outlet.example/article)
    ------

    <div>19/09/2023 - 19:55</div><p>…</p>

In: the text of such a file. Out: one Draft. The HTML is a fragment of the outlet's own page, share
buttons and empty spans included. The same block may stand under front matter (`frontmatter`).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from compare.sources.articles import clue
from compare.sources.drafts import Clue, Draft, Origin
from compare.sources.markup import blocks

_HEAD = re.compile(
    r"\A\s*(?:<!--\s*+(?P<epoch>-?\d{6,16}(?:\.\d+)?|NaN|null|undefined|Invalid Date)?\s*+-->\s*)"
    r"\[(?P<link>[^\n]*)\)[^\S\n]*\n\s*-{3,}[^\S\n]*(?:\n|\Z)"
)


@dataclass(frozen=True, slots=True)
class Page:
    """The head of an aggregator page and the HTML below its rule."""

    title: str
    url: str | None
    clues: tuple[Clue, ...]
    fragment: str


def matches(head: str, origin: Origin) -> bool:  # noqa: ARG001 - one signature for all readers
    """True when the text begins with the time stamp, link and rule."""
    return split(head) is not None


def read(text: str, origin: Origin) -> list[Draft]:
    """The one article of the page."""
    page = split(text)
    if page is None:
        return []
    found = tuple(blocks(page.fragment, origin.options))
    return [Draft(blocks=found, title=page.title, url=page.url, clues=page.clues)]


def split(text: str) -> Page | None:
    """The parts of an aggregator page, or None when `text` is something else."""
    match = _HEAD.match(text)
    title, parted, url = match["link"].rpartition("](") if match else ("", "", "")
    if not match or not parted or re.search(r"\s", url):
        return None
    epoch = match["epoch"] if (match["epoch"] or "").lstrip("-")[:1].isdigit() else None
    return Page(
        title=html.unescape(title),
        url=html.unescape(url) or None,
        clues=clue("epoch", epoch),
        fragment=text[match.end() :],
    )
