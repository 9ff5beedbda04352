"""The pieces that every report is made of, before any format.

In: words and values from the views. Out: headings, lines, grids and quoted items, which
`terminal` and `markdown` draw. `tone` hints at colour and is never the only carrier of meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

Tone = Literal["", "good", "half", "bad", "doubt", "faint", "strong"]


@dataclass(frozen=True, slots=True)
class Text:
    """A grid cell: its text, a shorter form for narrow columns, and a tone."""

    text: str
    tone: Tone = ""
    short: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the report) or 2 (a section)."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the report's own words."""

    text: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source: who and where, the words, and the span among them that matters."""

    label: str
    text: str
    before: str = ""
    after: str = ""
    marked: bool = False
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A list entry with the quotes that prove it."""

    text: str
    quotes: tuple[Quote, ...] = ()
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A grid column. `grow` columns share the width that the others leave; `short` is a heading
    for narrow tables, explained above them.
    """

    title: str
    grow: bool = False
    short: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells. The first `keep` columns stand again in every part of a folded table.

    `spaced` puts an empty line between rows, for cells that run over several lines.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    keep: int = 1
    spaced: bool = False


Block = Heading | Line | Items | Grid


def mapped(blocks: Iterable[Block], change: Callable[[str], str]) -> list[Block]:
    """The blocks with `change` applied to every text in them."""
    return [_mapped(block, change) for block in blocks]


def _mapped(block: Block, change: Callable[[str], str]) -> Block:
    if isinstance(block, Items):
        return Items(tuple(_item(item, change) for item in block.items))
    if isinstance(block, Grid):
        columns = tuple(replace(column, title=change(column.title)) for column in block.columns)
        rows = tuple(tuple(_cell(cell, change) for cell in row) for row in block.rows)
        return replace(block, columns=columns, rows=rows)
    return replace(block, text=change(block.text))


def _cell(cell: Text, change: Callable[[str], str]) -> Text:
    short = None if cell.short is None else change(cell.short)
    return replace(cell, text=change(cell.text), short=short)


def _item(item: Item, change: Callable[[str], str]) -> Item:
    quotes = tuple(
        replace(
            quote,
            label=change(quote.label),
            text=change(quote.text),
            before=change(quote.before),
            after=change(quote.after),
        )
        for quote in item.quotes
    )
    return replace(item, text=change(item.text), quotes=quotes)
