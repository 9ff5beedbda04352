"""The article among everything else on a page.

In: the blocks and elements of a page, and what its head calls it. Out: `Main`: its title and the
blocks of the article, in order, each with its kind. What the page calls navigation, comments,
adverts and the like (`zones`) is set aside, unless most of the prose is there. Then the element is
sought that holds the article: the one that says so, else the innermost one with most of the prose.
Blocks in it that are links stay out; between the title and it stand the byline, the date and the
lead, and behind it perhaps the notice of a paywall.

Prose is counted in columns, in which a Chinese character takes two, and only from blocks that end
like sentences or are long, so that pages of three lines are read by the same rules as long ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from compare.options import Options
from compare.sources import bylines, furniture, notices, zones
from compare.sources.date_lines import is_date_line
from compare.sources.drafts import BODY, Block
from compare.sources.lines import TERMINAL, width, words
from compare.sources.titles import find_title, same_title
from compare.sources.zones import Element

_HOLDERS = words("article main section div td center form font table tbody tr body html")


@dataclass(frozen=True, slots=True)
class Main:
    """The article of a page: its title (empty when it shows none) and its blocks."""

    title: str
    blocks: tuple[Block, ...]


def main(
    blocks: Sequence[Block], elements: Sequence[Element], titles: Sequence[str], options: Options
) -> Main:
    """The title and the blocks of the page's article; `titles` are those of its head."""
    page = _Page(blocks, elements, options)
    place = find_title(blocks, elements, titles, page.first_prose())
    held = page.below(page.holder(place))
    inside = [i for i, block in enumerate(blocks) if block.inside >= 0 and held[block.inside]]
    start = inside[0] if inside else 0
    title = blocks[place].text if place is not None else ""
    first = next((i for i in inside if page.prose[i]), start)
    chosen = [
        *(i for i in range(max(0, start - options.head_blocks), start) if page.is_head(i, place)),
        *(i for i in inside if page.is_shown(i)),
    ]
    kept = [
        page.labelled(i, early=i < first)
        for i in chosen
        if i != place and not (i < first and page.is_above(i, place, (title, *titles)))
    ]
    kept = _without_heads_of_links(kept)
    return Main(title, (*kept, *page.notices_behind(inside[-1] if inside else -1)))


class _Page:
    """Where the prose of a page stands, and in which zones."""

    def __init__(
        self, blocks: Sequence[Block], elements: Sequence[Element], options: Options
    ) -> None:
        self.blocks, self.elements, self.options = blocks, elements, options
        self.prose = [_prose(block, options) for block in blocks]
        self.zones = self._zones()
        self.prose = [0 if self.zone(i) else weight for i, weight in enumerate(self.prose)]
        self.totals = self._totals(self.prose)
        self.counts = self._totals([int(weight > 0) for weight in self.prose])

    def zone(self, index: int) -> str | None:
        """The kind of Part that the block's surroundings make it, or None."""
        inside = self.blocks[index].inside
        return self.zones[inside] if inside >= 0 else None

    def first_prose(self) -> int:
        """The first block of prose, or the number of blocks."""
        return next((i for i, weight in enumerate(self.prose) if weight), len(self.blocks))

    def below(self, tops: Sequence[int]) -> list[bool]:
        """For each element whether it is one of `tops` or stands in one; -1 is the whole page."""
        chosen = set(tops)
        whole = -1 in chosen
        found: list[bool] = []
        for place, element in enumerate(self.elements):
            parent = element.parent
            found.append(whole or place in chosen or (parent >= 0 and found[parent]))
        return found

    def holder(self, title: int | None) -> tuple[int, ...]:
        """The elements that hold the article."""
        root = self._own_article(title)
        held = self.below([root])
        total = self.totals[root] if root >= 0 else sum(self.prose)
        marked: dict[tuple[int, str, str], list[int]] = defaultdict(list)
        for place, element in enumerate(self.elements):
            if held[place] and self.totals[place] and _is_marked(element):
                marked[element.parent, element.tag, element.names].append(place)
        least = self.options.holder_share * total
        groups = [g for g in marked.values() if sum(self.totals[p] for p in g) >= least]
        if groups:
            innermost = max(groups, key=lambda group: group[0])
            return tuple(innermost)
        return self._innermost(root, least)

    def _own_article(self, title: int | None) -> int:
        """The outermost `<article>` with the title in it, where it has prose; -1: the page."""
        place = self.blocks[title].inside if title is not None else -1
        found, least = -1, self.options.article_share * sum(self.prose)
        while place >= 0:
            if self.elements[place].tag == "article" and self.totals[place] > least:
                found = place
            place = self.elements[place].parent
        return found

    def _innermost(self, root: int, least: float) -> tuple[int, ...]:
        """Down from `root` as long as one element, or several of one name, hold enough."""
        children: dict[int, list[int]] = defaultdict(list)
        for place, element in enumerate(self.elements):
            if self.totals[place]:
                children[element.parent].append(place)
        current = root
        while True:
            below = [p for p in children[current] if self.elements[p].tag in _HOLDERS]
            best = max(below, key=lambda p: self.totals[p], default=-1)
            if best < 0:
                return (current,)
            kin = [p for p in below if self._alike(p, best)]
            if self.totals[best] < least or (len(kin) > 1 and self.counts[best] == 1):
                enough = len(kin) > 1 and sum(self.totals[p] for p in kin) >= least
                return tuple(kin) if enough and self.elements[best].names.strip() else (current,)
            current = best

    def _alike(self, one: int, other: int) -> bool:
        a, b = self.elements[one], self.elements[other]
        return (a.tag, a.names) == (b.tag, b.names)

    def is_shown(self, index: int) -> bool:
        """Whether a block inside the article's element is of the article or a Part of it."""
        if self.zone(index) == zones.COMMENTS:
            return False
        return self.zone(index) is not None or not _is_link(self.blocks[index], self.options)

    def is_head(self, index: int, title: int | None) -> bool:
        """Whether a block above the article's element belongs to it: dates, bylines, the lead."""
        block, options = self.blocks[index], self.options
        if is_date_line(notices.split_source(block.text, options)[0], options):
            return True
        if self.zone(index) or title is None or index <= title or _is_link(block, options):
            return False
        return bool(self.prose[index] or self._is_about(index) or self._is_lead(index))

    def _is_about(self, index: int) -> bool:
        """Whether a block is a caption, a byline, a date or the like."""
        block, options = self.blocks[index], self.options
        about = furniture.about(block, options, early=True, late=False)
        return bool(block.kind != BODY or about or bylines.head(block.text, options))

    def _is_lead(self, index: int) -> bool:
        """Whether a block is called the lead, or is a long heading under the title."""
        block = self.blocks[index]
        long = width(block.text) >= self.options.lead_width
        return long and (block.shape == "heading" or zones.is_lead(self.elements[block.inside]))

    def is_above(self, index: int, title: int | None, titles: Sequence[str]) -> bool:
        """Whether a block above the text is the title again, or stands over the title and is none
        of what is looked for there.
        """
        if same_title(self.blocks[index].text, titles):
            return True
        over = title is not None and index < title
        return over and not self.prose[index] and not self._is_about(index)

    def labelled(self, index: int, *, early: bool) -> Block:
        """The block with the kind of its zone; a date above the text stays one."""
        block, zone = self.blocks[index], self.zone(index)
        if early and is_date_line(notices.split_source(block.text, self.options)[0], self.options):
            return replace(block, kind=BODY)
        return replace(block, kind=zone) if zone and block.kind == BODY else block

    def notices_behind(self, last: int) -> list[Block]:
        """Notices of a paywall or a cut that stand right behind the article's element."""
        behind = self.blocks[last + 1 : last + 1 + self.options.notice_blocks]
        return [
            replace(block, kind=BODY)
            for block in behind
            if notices.is_notice(block.text, self.options)
        ]

    def _zones(self) -> list[str | None]:
        totals, page = self._totals(self.prose), sum(self.prose)
        found: list[str | None] = []
        for place, element in enumerate(self.elements):
            above = found[element.parent] if element.parent >= 0 else None
            own = None if above else zones.zone_of(element)
            share = totals[place] / page if page else 0
            if own and zones.is_comments(element):
                own = zones.COMMENTS if share <= self.options.comments_share else None
            elif own and share > self.options.zone_share:
                own = None
            found.append(above or own)
        return found

    def _totals(self, weights: Sequence[int]) -> list[int]:
        """The sum of the blocks' weights in each element and below it."""
        totals = [0] * len(self.elements)
        for block, weight in zip(self.blocks, weights, strict=True):
            if block.inside >= 0:
                totals[block.inside] += weight
        for place in range(len(totals) - 1, -1, -1):
            parent = self.elements[place].parent
            if parent >= 0:
                totals[parent] += totals[place]
        return totals


def _is_marked(element: Element) -> bool:
    if element.tag in ("article", "main") or element.attributes.get("role") == "main":
        return True
    return element.tag in _HOLDERS and zones.is_content(element)


def _prose(block: Block, options: Options) -> int:
    """Columns of a block that is prose by its form, 0 for any other."""
    if block.kind != BODY or block.shape == "heading" or _is_link(block, options):
        return 0
    if furniture.about(block, options, early=True, late=True):
        return 0
    columns = width(block.text)
    return columns if TERMINAL.search(block.text) or columns >= options.prose_width else 0


def _is_link(block: Block, options: Options) -> bool:
    """Whether the block is a link to something else, with little beside it."""
    columns = width(block.text)
    if TERMINAL.search(block.text):
        return block.linked >= options.sentence_linked * columns and columns < options.prose_width
    return block.linked >= options.line_linked * columns > 0


def _without_heads_of_links(blocks: list[Block]) -> list[Block]:
    """Without headings at the end, whose links are gone."""
    kept = list(blocks)
    while kept and kept[-1].shape == "heading" and kept[-1].kind == BODY:
        kept.pop()
    return kept
