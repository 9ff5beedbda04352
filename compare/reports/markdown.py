"""Blocks -> GitHub Markdown.

In: blocks and a `Display` (its width and colour play no part). Out: one string. Everything that
comes from an article is escaped, so that a pipe, a star or a tag in a quote stays a character.
Marked spans are `<strong>`, since two stars between Chinese characters are often not emphasis.
"""

from __future__ import annotations

import re

from compare.reports.blocks import Block, Grid, Heading, Item, Items, Line, Quote
from compare.reports.display import Display, shown

_SPECIAL = re.compile(r"([\\`*_\[\]|~])")
_STARTS = re.compile(r"^(\s*)(#{1,6}\s|[-+>=]|\d+[.)]\s)")


def render(blocks: list[Block], display: Display) -> str:
    """The report as Markdown that ends in a newline."""
    return "\n\n".join(_block(block) for block in shown(blocks, display)) + "\n"


def escaped(text: str) -> str:
    """Text in which no character has a meaning for Markdown or HTML; line breaks become spaces."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\1", " ".join(plain.split("\n")))


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {escaped(block.text)}"
    if isinstance(block, Line):
        return _started(escaped(block.text))
    if isinstance(block, Items):
        return "\n".join(_item(item) for item in block.items)
    return _grid(block)


def _started(text: str) -> str:
    return _STARTS.sub(lambda m: f"{m[1]}\\{m[2]}" if not m[2][0].isdigit() else m[0], text)


def _item(item: Item) -> str:
    lines = [f"- {_started(escaped(item.text))}"]
    lines += [f"  - {_quote(quote)}" for quote in item.quotes]
    return "\n".join(lines)


def _quote(quote: Quote) -> str:
    text = f"<strong>{escaped(quote.text)}</strong>" if quote.marked else escaped(quote.text)
    return f"{escaped(quote.label)}: {escaped(quote.before)}{text}{escaped(quote.after)}"


def _grid(grid: Grid) -> str:
    rule = " | ".join("---" for _ in grid.columns)
    lines = [" | ".join(escaped(column.title) for column in grid.columns), rule]
    lines += [" | ".join(_cell(cell.text) for cell in row) for row in grid.rows]
    return "\n".join(f"| {line} |" for line in lines)


def _cell(text: str) -> str:
    return "<br>".join(escaped(line) for line in text.split("\n"))
