"""Blocks -> GitHub Markdown.

In: blocks and a `Display` (its width and colour play no part). Out: one string. Everything that
comes from an article is escaped, so that a pipe, a star or a tag in a quote stays a character.
Marked spans are `<strong>`, since two stars between Chinese characters are often not emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

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
    shown,
)
from compare.reports.contrasts import contrast_words

_SPECIAL = re.compile(r"([\\`*_\[\]|~])")
_STARTS = re.compile(r"^\s*(?:\d+(?=[.)]\s)|(?=#{1,6}\s|[-+>=]))")
DEEPEST = 3  # a heading below it is a line in bold


def render(blocks: list[Block], display: Display) -> str:
    """The report as Markdown that ends in a newline."""
    return _joined(shown(blocks, display)) + "\n"


def escaped(text: str) -> str:
    """Text in which no character has a meaning for Markdown or HTML; line breaks become spaces."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\1", " ".join(plain.split("\n")))


def _joined(blocks: Iterable[Block]) -> str:
    return "\n\n".join(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Heading():
            text, mark = escaped(block.text), "#" * block.level
            return f"{mark} {text}" if block.level <= DEEPEST else f"**{text}**"
        case Line():
            text = _led(block)
            return f"*{text}*" if block.tone == "aside" else text
        case Items():
            return "\n".join(map(_item, block.items))
        case Grid():
            return _grid(block)
        case Contrasts():
            return "\n".join(f"- {escaped(contrast_words(row))}" for row in block.rows)
        case Short():
            return _block(block.block)
        case Blanks():
            return "  ".join(f"{escaped(b.label)} {'_' * b.size}" for b in block.blanks)
        case Box(kind="row"):
            return _joined(block.blocks)
        case Box():
            return "\n".join(f"> {line}".rstrip() for line in _joined(block.blocks).split("\n"))


def _led(block: Line | Item) -> str:
    """The text with its lead in bold; without one, no sign at its start makes it a list."""
    text = escaped(block.text)
    if block.lead:
        return f"**{escaped(block.lead)}** {text}".rstrip()
    return _STARTS.sub(lambda m: f"{m[0]}\\", text)


def _item(item: Item) -> str:
    return "\n".join([f"- {_led(item)}", *(f"  - {_quote(quote)}" for quote in item.quotes)])


def _quote(quote: Quote) -> str:
    text = f"<strong>{escaped(quote.text)}</strong>" if quote.marked else escaped(quote.text)
    label = f"{escaped(quote.label)}: " if quote.label else ""
    return f"{label}{escaped(quote.before)}{text}{escaped(quote.after)}"


def _grid(grid: Grid) -> str:
    rule = " | ".join("---" for _ in grid.columns)
    lines = [" | ".join(escaped(column.title) for column in grid.columns), rule]
    lines += [" | ".join(_cell(cell.text) for cell in row) for row in grid.rows]
    return "\n".join(f"| {line} |" for line in lines)


def _cell(text: str) -> str:
    return "<br>".join(escaped(line) for line in text.split("\n"))
