"""An HTML fragment -> blocks of text, each with the kind that its markup gives it away as.

In: HTML, however broken. Out: `Block`s in reading order; every visible text node is in exactly one.
Built on the standard library's event parser and not on a tree: pages of aggregators nest empty
spans hundreds deep and leave tags open, and a tree parser gives up on such input (libxml2 returns
nothing beyond its depth limit) or moves the text about. Events lose nothing.

A hint (class `lead_image_caption`, `data-selfpromo-newsletter`, `<nav>`) only counts when what the
element holds is short; a container that carries the whole article under such a name stays body.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from compare.options import Options
from compare.sources.drafts import BODY, Block
from compare.sources.lines import TERMINAL, tidy, visible, words
from compare.sources.tags import whole

_BLOCKS = words(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre "
    "section summary table tbody tfoot thead tr ul caption option select textarea video audio"
)
_SILENT = words("script style template head iframe svg noscript")
_VOID = words("area base br col embed hr img input link meta param source track wbr")
_CELLS = ("td", "th")
_SENTENCES = ("p", "li", "h1", "h2", "h3", "td", "blockquote")
_LOOSE = words("body div article section main td pre")
_SHAPES = {"li": "item", "tr": "row", **{f"h{n}": "heading" for n in range(1, 7)}}
# kind -> the words that give it away in class, id or data-*
_HINTS = {
    "caption": re.compile(r"(?:^|[-_])(?:fig)?(?:captions?|copyright|photo-?credit)(?:$|[-_])"),
    "share": re.compile(r"(?:^|[-_])(?:share|sharing|social|addtoany|sharedaddy)(?:$|[-_])"),
    "newsletter": re.compile(r"(?:^|[-_])(?:newsletter|selfpromo)(?:$|[-_])"),
    "other": re.compile(r"^(?:related|recommended|breadcrumbs?)(?:$|[-_])"),
}
_TAG_HINTS = {"figcaption": "caption", "figure": "caption", "nav": "other"}
_BR = "\x1e"
_BREAK = re.compile(rf"(?<!\s)\s*{_BR}\s*")
_CELL = " | "


def blocks(fragment: str, options: Options) -> list[Block]:
    """The blocks of an HTML fragment."""
    walker = _Walker(_limits(options))
    walker.feed(whole(fragment.replace(_BR, " ")))
    walker.close()
    walker.finish()
    return walker.blocks


@dataclass(frozen=True, slots=True)
class _Element:
    tag: str
    kind: str | None
    limit: int
    first: int
    shape: str


class _Walker(HTMLParser):
    """Turns tag events into blocks; holds the open elements and the text since the last break.

    Open tags are counted by name; which blocks are still body, and how much text stands before
    each, is kept in lists beside the blocks, so that a hundred thousand unclosed tags stay linear.
    """

    def __init__(self, limits: dict[str, int]) -> None:
        super().__init__(convert_charrefs=True)
        self._limits = limits
        self.blocks: list[Block] = []
        self._plain: list[int] = []  # places of blocks that no element has labelled
        self._lengths = [0]  # characters before every block
        self._last_row = -1
        self._open: list[_Element] = []
        self._names: Counter[str] = Counter()
        self._silent = 0
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._text.append(_BR)
        elif tag in _CELLS and tidy("".join(self._text)):
            self._text.append(_CELL)
        hint = self._hint(tag, attrs)
        if tag in _BLOCKS or hint:
            self._flush()
        if tag not in _VOID:
            kind, limit = hint or (None, 0)
            shape = _SHAPES.get(tag) or (self._open[-1].shape if self._open else "paragraph")
            self._open.append(_Element(tag, kind, limit, len(self.blocks), shape))
            self._names[tag] += 1
            self._silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        if not self._names[tag]:
            if tag in _BLOCKS:
                self._flush()
            return
        while self._close() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        inner = self._open[-1].tag if self._open else "body"
        if inner == "pre":
            data = data.replace("\n", _BR)
        elif inner in _LOOSE:
            data = re.sub(r"\n[^\S\n]*\n\s*|\n(?=\u3000)", _BR + _BR, data)
        self._text.append(data)

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """`<![x y]>` and a CDATA without end are comments up to the next `>`, as in browsers."""
        try:
            end = super().parse_marked_section(i, report)
        except AssertionError:  # how the standard library refuses a name that it does not know
            end = -1
        return end if end >= 0 else self.parse_bogus_comment(i)

    def finish(self) -> None:
        """Closes whatever the input left open."""
        while self._open:
            self._close()
        self._flush()

    def _hint(self, tag: str, attrs: list[tuple[str, str | None]]) -> tuple[str, int] | None:
        if tag not in _BLOCKS and any(self._names[name] for name in _SENTENCES):
            return None
        found = _hint(tag, attrs)
        return (found[0], self._limits[found[1]]) if found else None

    def _close(self) -> str:
        element = self._open[-1]
        if element.tag in _BLOCKS or element.kind:
            self._flush()
        self._open.pop()
        self._names[element.tag] -= 1
        self._silent -= element.tag in _SILENT
        if element.kind:
            self._relabel(element, element.kind)
        return element.tag

    def _relabel(self, element: _Element, kind: str) -> None:
        # a figure that holds a table or list is content, not a picture with its caption
        is_content = element.tag == "figure" and self._last_row >= element.first
        if is_content or self._lengths[-1] - self._lengths[element.first] > element.limit:
            return
        while self._plain and self._plain[-1] >= element.first:
            place = self._plain.pop()
            self.blocks[place] = replace(self.blocks[place], kind=kind)

    def _flush(self) -> None:
        raw, self._text = "".join(self._text), []
        shape = self._open[-1].shape if self._open else "paragraph"
        for text in _at_breaks(raw):
            clean = tidy(tidy(text).removesuffix(_CELL.rstrip()))
            if clean:
                if shape in ("row", "item"):
                    self._last_row = len(self.blocks)
                self._plain.append(len(self.blocks))
                self._lengths.append(self._lengths[-1] + len(clean))
                self.blocks.append(Block(clean, BODY, shape))


def _at_breaks(raw: str) -> list[str]:
    """Splits at `<br>`: always at two, at one only where a sentence ends or a list item begins."""
    if _BR not in raw:
        return [raw]
    pieces = [""]
    for piece, gap in zip(_BREAK.split(raw), ["", *_BREAK.findall(raw)], strict=True):
        if gap.count(_BR) > 1 or "\u3000" in gap or _ends(pieces[-1]) or _begins_item(piece):
            pieces.append(piece)
        else:
            pieces[-1] += "\n" + piece
    return pieces


def _ends(text: str) -> bool:
    return bool(TERMINAL.search(text.rstrip())) or text.rstrip().endswith((":", "："))


def _begins_item(text: str) -> bool:
    return bool(re.match(r"[-•·●■◆▪]\s|\d{1,2}[.、．)]\s?\D", text))


def _limits(options: Options) -> dict[str, int]:
    """The most characters that an element may hold whose tag or class gives it away."""
    return {
        "caption": options.caption_length,
        "share": options.share_length,
        "newsletter": options.newsletter_length,
        "other": options.related_length,
        "figcaption": options.figcaption_length,
        "figure": options.figure_length,
        "nav": options.nav_length,
    }


def _hint(tag: str, attrs: list[tuple[str, str | None]]) -> tuple[str, str] | None:
    """The kind that an element's tag, else its class, id or data-* gives away, and which it was."""
    if tag in _TAG_HINTS:
        return _TAG_HINTS[tag], tag
    named = [w for name, value in attrs if name in ("class", "id") for w in (value or "").split()]
    data = [name.removeprefix("data-") for name, _ in attrs if name.startswith("data-")]
    for kind, pattern in _HINTS.items():
        # data-caption and the like belong to galleries and say nothing about the text inside
        candidates = named + data if kind in ("share", "newsletter") else named
        if any(pattern.search(visible(word).lower()) for word in candidates):
            return kind, kind
    return None
