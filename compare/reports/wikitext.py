"""Blocks -> wikitext, as MediaWiki reads it.

In: blocks, a `Display` (its width and colour play no part) and the sources that they quote. Out:
one string: headings, lists, wikitables, and behind every quotation a reference to its source, named
so that each source stands once in the list of references. References are plain words with a link
and no templates such as {{cite news}}: these differ from wiki to wiki, and many wikis have none.

What comes from an article is escaped by character references and not by <nowiki>, because these
mean the same wherever they stand (a cell, a heading, a reference, the argument of a template), and
a text can hold a </nowiki> of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from compare.model import Source
from compare.reports.blocks import (
    Blanks,
    Block,
    Box,
    Contrasts,
    Display,
    Grid,
    Heading,
    Item,
    Items,
    Line,
    Quote,
    Short,
    Text,
    converter,
    safe,
    shown,
)
from compare.reports.contrasts import contrast_words
from compare.reports.marking import fit
from compare.reports.tables import web_address
from compare.reports.words import say, when

# markup anywhere; what is markup when doubled, or beside our own; what opens a line; links that
# stand without brackets (https://…, mailto:…, ISBN 1…)
_SPECIAL = re.compile(
    r"[&<>\[\]{}|]"
    r"|''+|__+|~~+|!!+|\A['_~!]|['_~!]\Z"
    r"|\A[*#:;=]|\A----"
    r"|(?<=[A-Za-z]):(?=\S)|(?<!\S)//"
    r"|\bI(?=SBN\s)|\bP(?=MID\s)|\bR(?=FC\s)"
)
_INDENTED = re.compile(r"\A\s")  # where a text begins a line, a space makes it code
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_IN_ADDRESS = re.compile(r"['\[\]{}|]")


def render(blocks: Iterable[Block], display: Display, sources: Sequence[Source] = ()) -> str:
    """The report as wikitext that ends in a newline."""
    convert = converter(display.script, display.persons)
    writer = _Writer({s.id: _reference(s, lambda text: safe(convert(text))) for s in sources})
    text = writer.joined(shown(list(blocks), display))
    if writer.used:
        text += f"\n\n== {escaped(say('wiki.references'))} ==\n<references />"
    return text + "\n"


def escaped(text: str) -> str:
    """Text in which no character has a meaning for a wiki; line breaks are `<br>`."""
    return "<br>".join(_SPECIAL.sub(_coded, line) for line in text.split("\n"))


def _coded(match: re.Match[str]) -> str:
    return "".join(_NAMED.get(char, f"&#{ord(char)};") for char in match[0])


def _reference(source: Source, shown: Callable[[str], str]) -> str:
    """Outlet, title and day of an article, and the way to it."""
    article = source.article
    address = web_address(article.url)
    title = escaped(shown(article.title or article.file))
    if address:
        title = f"[{_IN_ADDRESS.sub(_percent, address)} {title}]"
    outlet = escaped(shown(article.outlet_name))
    return say("wiki.reference", outlet=outlet, title=title, when=when(article.published))


def _percent(match: re.Match[str]) -> str:
    return f"%{ord(match[0]):02X}"


@dataclass(slots=True)
class _Writer:
    """Writes blocks one after the other; a source is told in full where it is `used` first."""

    references: dict[str, str]
    used: set[str] = field(default_factory=set)

    def joined(self, blocks: Iterable[Block]) -> str:
        """The blocks with an empty line between them."""
        return "\n\n".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                marks = "=" * block.level
                text = escaped(block.text)
                return f"'''{text}'''" if block.level == 1 else f"{marks} {text} {marks}"
            case Line():
                text = _INDENTED.sub(_coded, _led(block))
                text = f"''{text}''" if block.tone == "aside" else text
                return f"{text}{self._cited(block.source)}"
            case Items():
                return "\n".join(map(self._item, block.items))
            case Grid():
                return self._grid(block)
            case Contrasts():
                return "\n".join(f"* {escaped(contrast_words(row))}" for row in block.rows)
            case Short():
                return self._block(block.block)
            case Blanks():
                return escaped("  ".join(f"{b.label} {'_' * b.size}" for b in block.blanks))
            case Box(kind="row"):
                return self.joined(block.blocks)
            case Box():
                return f"<blockquote>\n{self.joined(block.blocks)}\n</blockquote>"

    def _item(self, item: Item) -> str:
        quotes = (f"** {self._quote(quote)}" for quote in item.quotes)
        return "\n".join([f"* {_led(item)}{self._cited(item.source)}", *quotes])

    def _quote(self, quote: Quote) -> str:
        text = escaped(quote.text)
        text = f"'''{text}'''" if quote.marked and text else text
        label = f"{escaped(quote.label)}: " if quote.label else ""
        words = f"{label}{escaped(quote.before)}{text}{escaped(quote.after)}"
        return f"{words}{self._cited(quote.source)}"

    def _grid(self, grid: Grid) -> str:
        caption = [f"|+ {escaped(grid.title)}"] if grid.title else []
        heads = [f'! scope="col" | {escaped(column.title)}' for column in grid.columns]
        rows = ("\n".join(["|-", *map(self._cell, row)]) for row in grid.rows)
        return "\n".join(['{| class="wikitable"', *caption, *heads, *rows, "|}"])

    def _cell(self, cell: Text) -> str:
        return f"| {escaped(cell.text)}{self._cited(cell.source)}"

    def _cited(self, source: str) -> str:
        """The reference to a source; nothing for none."""
        if source not in self.references:
            return ""
        name = f"source-{fit(source)}" if source.isdecimal() else fit(source)
        if source in self.used:
            return f'<ref name="{name}" />'
        self.used.add(source)
        return f'<ref name="{name}">{self.references[source]}</ref>'


def _led(block: Line | Item) -> str:
    lead = f"'''{escaped(block.lead)}''' " if block.lead else ""
    return lead + escaped(block.text)
