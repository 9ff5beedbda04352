"""An HTML fragment -> blocks of text, each with the kind that its markup gives it away as.

In: HTML, however broken. Out: `Block`s in reading order; every visible text node is in exactly one.
Built on the standard library's event parser and not on a tree: pages of aggregators nest empty
spans hundreds deep and leave tags open, and a tree parser gives up on such input (libxml2 returns
nothing beyond its depth limit) or moves the text about. Events lose nothing. A paragraph, item or
cell that is left open ends where the next begins, as in browsers.

A hint (class `lead_image_caption`, `data-selfpromo-newsletter`, `<nav>`) only counts when what the
element holds is short; a container that carries the whole article under such a name stays body.
A cell with paragraphs or a long text lays the page out and is no row of a table.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from compare.options import Options
from compare.sources.bylines import stands_alone
from compare.sources.drafts import BODY, Block
from compare.sources.hiding import hiding_rules, is_hidden
from compare.sources.lines import TERMINAL, tidy, visible, width, words
from compare.sources.tags import whole
from compare.sources.zones import Element, is_content

_BLOCKS = words(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre "
    "section summary table tbody tfoot thead tr ul caption option select textarea video audio"
)
_SILENT = words("script style template head iframe svg noscript rt rp datalist object canvas")
_VOID = words("area base br col embed hr img input link meta param source track wbr")
_CELLS = ("td", "th")
_SENTENCES = ("p", "li", "h1", "h2", "h3", "td", "blockquote")
_LOOSE = words("body div article section main td pre")
_SHAPES = {"li": "item", "tr": "row", **{f"h{n}": "heading" for n in range(1, 7)}}
# what a tag ends that was left open, unless one of the second stands between
_ENDS = {
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "option": (("option",), ("select",)),
    "td": (_CELLS, ("table", "tr")),
    "th": (_CELLS, ("table", "tr")),
    "tr": (("tr",), ("table",)),
}
# kind -> the words that give it away in class, id or data-*
_HINTS = {
    "caption": re.compile(r"(?:^|[-_])(?:fig)?(?:captions?|copyright|photo-?credit)(?:$|[-_])"),
    "share": re.compile(r"(?:^|[-_])(?:share|sharing|social|addtoany|sharedaddy)(?:$|[-_])"),
    "newsletter": re.compile(r"(?:^|[-_])(?:newsletter|selfpromo)(?:$|[-_])"),
    "other": re.compile(r"^(?:related|recommended|breadcrumbs?)(?:$|[-_])"),
}
_TAG_HINTS = {"figcaption": "caption", "figure": "caption", "nav": "other", "button": "other"}
# in the text of a block: a line break, a border of cells, the ends of a link
_BR, _CELL, _LINK, _UNLINK = "\x1e", "\x04", "\x02", "\x03"
_MARKS = {ord(mark): " " for mark in (_BR, _CELL, _LINK, _UNLINK)}
_NO_LINKS = {ord(mark): None for mark in (_LINK, _UNLINK)}
_BORDER = " | "
_BREAK = re.compile(rf"(?<!\s)\s*{_BR}\s*")
_LINKED = re.compile(f"{_LINK}([^{_LINK}{_UNLINK}]*)")
_OPEN_QUOTE, _CLOSE_QUOTE, _QUOTES = "“", "”", "\"'“”‘’«»„「」『』"


def blocks(fragment: str, options: Options) -> list[Block]:
    """The blocks of an HTML fragment, without what it hides."""
    return walk(fragment, options)[0]


def walk(
    fragment: str, options: Options, *, hide: bool = True
) -> tuple[list[Block], list[Element]]:
    """The blocks of HTML, and its elements in document order; `Block.inside` is a place in them."""
    walker = _Walker(options, hiding_rules(fragment) if hide else None)
    walker.feed(whole(fragment.translate(_MARKS)))
    walker.close()
    walker.finish()
    return walker.blocks, walker.elements


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    kind: str | None
    limit: int
    first: int
    shape: str
    silent: bool
    place: int


class _Walker(HTMLParser):
    """Turns tag events into blocks; holds the open elements and the text since the last break.

    Open tags are counted by name, so that a hundred thousand unclosed ones stay linear.
    """

    def __init__(self, options: Options, rules: frozenset[str] | None) -> None:
        super().__init__(convert_charrefs=True)
        self._options = options
        self._limits = _limits(options)
        self._rules = rules
        self.blocks: list[Block] = []
        self.elements: list[Element] = []
        self._lengths = [0]  # of all blocks up to each, so that no close has to count them
        self._open: list[_Open] = []
        self._names: Counter[str] = Counter()
        self._silent = 0
        self._linked = False
        self._quotes: list[bool] = []
        self._text: list[str] = []
        self._written = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._text.append(_BR)
        self._end_open(tag)
        if tag in _CELLS and self._written:
            self._text.append(_CELL)
        hint = self._hint(tag, attrs)
        if tag in _BLOCKS or hint:
            self._flush()
        if tag == "a":
            self._link(
                not any(name in ("name", "id") for name, _ in attrs) or "href" in dict(attrs)
            )
        if tag == "q":
            self._open_quote()
        if tag not in _VOID:
            self._push(tag, dict(attrs), hint)

    def handle_endtag(self, tag: str) -> None:
        if not self._names[tag]:
            if tag in _BLOCKS:
                self._flush()
            return
        if tag == "a":
            self._link(on=False)
        if tag == "q" and self._quotes and self._quotes.pop():
            self._text.append(_CLOSE_QUOTE)
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
        self._written = self._written or bool(tidy(data))
        self._text.append(f"{_LINK}{data}{_UNLINK}" if self._linked else data)

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

    def _push(
        self, tag: str, attributes: dict[str, str | None], hint: tuple[str, int] | None
    ) -> None:
        kind, limit = hint or (None, 0)
        shape = _SHAPES.get(tag) or (self._open[-1].shape if self._open else "paragraph")
        parent = self._open[-1].place if self._open else -1
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        place = len(self.elements)
        element = Element(tag, visible(names), parent, attributes)
        silent = (tag in _SILENT and "shadowrootmode" not in attributes) or (
            self._rules is not None
            and is_hidden(tag, attributes, self._rules, content=is_content(element))
        )
        self.elements.append(element)
        self._open.append(_Open(tag, kind, limit, len(self.blocks), shape, silent, place))
        self._names[tag] += 1
        self._silent += silent

    def _end_open(self, tag: str) -> None:
        """Ends what HTML lets a writer leave open before such a tag."""
        if tag in _BLOCKS and self._names["p"] and self._within(("p",), ("button", *_CELLS)):
            while self._close() != "p":
                pass
        ended, bounds = _ENDS.get(tag, ((), ()))
        if any(self._names[name] for name in ended) and self._within(ended, bounds):
            while self._close() not in ended:
                pass

    def _within(self, sought: tuple[str, ...], bounds: tuple[str, ...]) -> bool:
        """Whether one of the tags is open, with no bound and not much else above it."""
        for element in reversed(self._open[-self._options.open_tags :]):
            if element.tag in sought:
                return True
            if element.tag in bounds:
                return False
        return False

    def _link(self, on: bool) -> None:
        self._linked = on

    def _open_quote(self) -> None:
        """Browsers print marks around a `<q>`; those that the writer typed are enough."""
        before = next((t for t in reversed(self._text) if t.translate(_NO_LINKS).strip()), "")
        last = before.translate(_NO_LINKS).rstrip()[-1:]
        self._quotes.append(not self._silent and (not last or last not in _QUOTES))
        if self._quotes[-1]:
            self._text.append(_OPEN_QUOTE)

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
        self._silent -= element.silent
        if element.kind:
            self._relabel(element, element.kind)
        return element.tag

    def _relabel(self, element: _Open, kind: str) -> None:
        if self._lengths[-1] - self._lengths[element.first] > element.limit:
            return
        held = self.blocks[element.first :]
        if _is_content(element.tag, held):
            return
        self.blocks[element.first :] = [
            replace(b, kind=kind) if b.kind == BODY else b for b in held
        ]

    def _flush(self) -> None:
        raw, self._text, self._written = "".join(self._text), [], False
        shape = self._open[-1].shape if self._open else "paragraph"
        inside = self._open[-1].place if self._open else -1
        for row in _rows(raw, self._options.layout_cell):
            for text in _at_breaks(row, self._options):
                if clean := tidy(text):
                    linked = sum(width(tidy(part)) for part in _LINKED.findall(text))
                    form = "paragraph" if shape == "row" and _BORDER not in clean else shape
                    self.blocks.append(Block(clean, BODY, form, linked, inside))
                    self._lengths.append(self._lengths[-1] + len(clean))


def _rows(raw: str, longest: int) -> list[str]:
    """The cells of a row as one text, or each by itself where one of them holds prose."""
    if _CELL not in raw:
        return [raw]
    cells = [cell for cell in raw.split(_CELL) if tidy(cell)]
    if any(
        width(tidy(cell)) > longest or _is_menu(cell) or re.search(rf"{_BR}\s*{_BR}", cell)
        for cell in cells
    ):
        return cells
    return [_BORDER.join(cell.strip() for cell in cells)]


def _is_menu(cell: str) -> bool:
    """A cell that holds several links and nothing else."""
    return len(_LINKED.findall(cell)) > 1 and not tidy(
        re.sub(f"{_LINK}[^{_UNLINK}]*{_UNLINK}|[|/·]", "", cell)
    )


def _at_breaks(raw: str, options: Options) -> list[str]:
    """Splits at `<br>`: always at two, at one only where a sentence ends, a list item begins, or
    what stands before it is a date, a byline or the like.
    """
    if _BR not in raw:
        return [raw]
    pieces: list[list[str]] = [[]]
    for piece, gap in zip(_BREAK.split(raw), ["", *_BREAK.findall(raw)], strict=True):
        last = visible(pieces[-1][-1]).strip() if pieces[-1] else ""
        parted = gap.count(_BR) > 1 or "\u3000" in gap or _ends(last) or _begins_item(piece)
        if pieces[-1] and (parted or (len(pieces[-1]) == 1 and stands_alone(last, options))):
            pieces.append([piece])
        else:
            pieces[-1].append(piece)
    return ["\n".join(lines) for lines in pieces]


def _ends(text: str) -> bool:
    return bool(TERMINAL.search(text.rstrip())) or text.rstrip().endswith((":", "："))


def _begins_item(text: str) -> bool:
    return bool(re.match(r"[\x02\x03]*(?:[-•·●■◆▪]\s|\d{1,2}[.、．)]\s?\D)", text))


def _is_content(tag: str, held: list[Block]) -> bool:
    """A figure that holds a table or list is content, not a picture with its caption."""
    return tag == "figure" and any(block.shape in ("row", "item") for block in held)


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
        "button": options.share_length,
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
