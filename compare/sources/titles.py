"""Which block of a page is its title, and whether a line is the title once more.

In: the blocks and elements of a page, what its head calls it, and where its prose begins. Out: the
place of the title, or None. The head names the page and often the site with it; what stands in
both places is surely the title, and the longest of that: the others are names of sites. Without
that it is the last `<h1>` above the prose, since sites put their own name into the first, else a
block whose class calls it one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from compare.sources import zones
from compare.sources.drafts import Block
from compare.sources.lines import squeeze, width, words
from compare.sources.zones import Element

_HEADINGS = words("h1 h2 h3 h4 h5 h6")
_NEAR = 3  # a heading, a span in it, a link in that
_LEAST = 8  # columns from which a line is no mere word of the page's title
_HAN = "\u3400-\u9fff"
_SEPARATOR = re.compile(rf"\s*[|｜_«»·•–—]+\s*|\s+-+\s+|(?<=[{_HAN}])-+(?=[{_HAN}])")


def find_title(
    blocks: Sequence[Block], elements: Sequence[Element], titles: Sequence[str], first: int
) -> int | None:
    """The place of the title among the blocks; `first` is that of the first prose."""
    above = range(min(first, len(blocks)))
    named = [i for i in above if same_title(blocks[i].text, titles)]
    heads = {i: _heads(blocks[i], elements) for i in above}
    own = [i for i in above if heads[i] and not _is_site(blocks[i])]
    known = [i for i in above if heads[i] and (i in named or _is_in(blocks[i].text, titles))]
    known.sort(key=lambda i: (_is_site(blocks[i]), -width(blocks[i].text)))
    for wanted in (
        known,
        named,
        [i for i in own if "h1" in heads[i]][-1:],
        [i for i in own if "titled" in heads[i]][-1:],
    ):
        if wanted:
            return wanted[0]
    return own[0] if len(own) == 1 else None


def same_title(text: str, titles: Iterable[str]) -> bool:
    """Whether a line is one of the titles, or one without the name of its site."""
    line = _folded(text)
    return bool(line) and any(line in map(_folded, (t, *_SEPARATOR.split(t))) for t in titles if t)


def without_site(title: str, site: str) -> str:
    """A title of a page's head without the name of the site at its end."""
    pieces = _SEPARATOR.split(title)
    if len(pieces) > 1 and (
        _folded(pieces[-1]) == _folded(site) or len(pieces[0]) > len(pieces[-1])
    ):
        return title[: title.rindex(pieces[-1])].rstrip(" |｜_«»·•–—-")
    return title


def _folded(text: str) -> str:
    return squeeze(text).casefold()


def _is_in(text: str, titles: Iterable[str]) -> bool:
    line = _folded(text)
    return width(text) >= _LEAST and any(line in _folded(title) for title in titles)


def _heads(block: Block, elements: Sequence[Element]) -> frozenset[str]:
    """What makes the block a heading: `h1` to `h6`, and `titled` where a class says so."""
    found, place = set(), block.inside
    for _ in range(_NEAR):
        if place < 0:
            break
        element = elements[place]
        if element.tag in _HEADINGS:
            found.add(element.tag)
        if zones.is_titled(element):
            found.add("titled")
        place = element.parent
    return frozenset(found)


def _is_site(block: Block) -> bool:
    """A heading that is a link leads home, or to an article that is not this one."""
    return bool(block.linked)
