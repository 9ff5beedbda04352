"""Blocks -> text for a terminal or a plain file.

In: blocks and a `Display`. Out: one string whose lines fit the width. `tabulate` draws the
tables; what it cannot do is done before: cells are wrapped as Chinese is set, and forty columns
are folded into several tables with letters for headings (docs/decisions/0004-tables.md). Without
colour the text is the same, letter for letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

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
    Tone,
    shown,
)
from compare.reports.columns import cropped, display_width, wrapped
from compare.reports.contrasts import contrast_line
from compare.reports.words import say

GAP = "  "
HEAD_ROOM = 2  # columns that tabulate keeps free beside a heading
GROW_LEAST = 26
INK: dict[Tone, str] = {
    "good": "32",
    "half": "33",
    "bad": "1;31",
    "doubt": "36",
    "faint": "2",
    "strong": "1",
    "aside": "3",
}


def render(blocks: list[Block], display: Display) -> str:
    """The report as text that ends in a newline."""
    return _joined(shown(blocks, display), display) + "\n"


def _joined(blocks: Iterable[Block], display: Display) -> str:
    text, last = "", None
    for block in blocks:
        if last is not None:
            text += "\n" if _is_line(block) and _goes_on(last) else "\n\n"
        text += "\n".join(line.rstrip() for line in _lines(block, display))
        last = block
    return text


def _is_line(block: Block) -> bool:
    return isinstance(block.block if isinstance(block, Short) else block, Line)


def _goes_on(block: Block) -> bool:
    """May a line stand right below: a line, or a list that was made short?"""
    return isinstance(block, Line | Contrasts | Short) and not (
        isinstance(block, Short) and isinstance(block.block, Heading)
    )


def _lines(block: Block, display: Display) -> Iterator[str]:
    match block:
        case Short():
            yield from _lines(block.block, replace(display, lines=block.lines))
        case Contrasts():
            for row in block.rows:
                line = contrast_line(row, display.width - 2)
                yield "- " + _inked(line, row.tone, display)
        case Heading():
            yield from _heading(block, display)
        case Line():
            yield from _hung(_led(block), block.tone, display)
        case Items():
            for item in block.items:
                yield from _item(item, display)
        case Grid():
            yield from _grid(block, display)
        case Blanks():
            blanks = "  ".join(f"{b.label} {'_' * b.size}" for b in block.blanks)
            yield from wrapped(blanks, display.width)
        case Box():
            edge = "" if block.kind == "row" else "│ "
            inner = replace(display, width=display.width - len(edge))
            yield from (edge + line for line in _joined(block.blocks, inner).split("\n"))


def _led(block: Line | Item) -> str:
    return f"{block.lead} {block.text}".strip() if block.lead else block.text


def _inked(text: str, tone: Tone, display: Display) -> str:
    if not (display.colour and tone and text.strip()):
        return text
    return f"\x1b[{INK[tone]}m{text}\x1b[0m"


def _hung(
    text: str, tone: Tone, display: Display, first: str = "", rest: str = ""
) -> Iterator[str]:
    """The lines of a text, with `first` before the first of them and `rest` before the others."""
    width = display.width - max(len(first), len(rest))
    for number, line in enumerate(_limited(wrapped(text, width), width, display.lines)):
        yield (rest if number else first) + _inked(line, tone, display)


def _limited(lines: list[str], width: int, most: int) -> list[str]:
    """The first `most` lines, all for 0; that there were more is said by dots."""
    if not most or len(lines) <= most:
        return lines
    return [*lines[: most - 1], cropped(" ".join(lines[most - 1 :]), width)]


def _heading(heading: Heading, display: Display) -> Iterator[str]:
    lines = list(_limited(wrapped(heading.text, display.width), display.width, display.lines))
    longest = max(map(display_width, lines))
    yield from (_inked(line, "strong", display) for line in lines)
    yield _inked(("═" if heading.level == 1 else "─") * longest, "faint", display)


def _item(item: Item, display: Display) -> Iterator[str]:
    yield from _hung(_led(item), item.tone, display, "- ", "  ")
    for quote in item.quotes:
        yield from _hung(_quote(quote), quote.tone, display, "    ", "      ")


def _quote(quote: Quote) -> str:
    text = f">>>{quote.text}<<<" if quote.marked else quote.text
    label = f"{quote.label}: " if quote.label else ""
    return f"{label}{quote.before}{text}{quote.after}"


def _grid(grid: Grid, display: Display) -> Iterator[str]:
    widths = _widths(grid, display.width)
    if widths is not None:
        yield from _drawn(grid, widths, display)
        return
    named = [f"{column.short} {column.title}" for column in grid.columns if column.short]
    if named:
        yield from (*wrapped(say("letters", names=", ".join(named)), display.width), "")
    for number, part in enumerate(_folded(_shortened(grid), display.width)):
        fitted = _widths(part, display.width)
        yield from [""] if number else []
        yield from _records(part, display) if fitted is None else _drawn(part, fitted, display)


def _widths(grid: Grid, width: int) -> list[int] | None:
    """Columns for each grid column, or None when the growing ones would get too few."""
    heads = [display_width(column.title) + HEAD_ROOM for column in grid.columns]
    widths = [
        max([head, *(_longest(row[i].text) for row in grid.rows)]) for i, head in enumerate(heads)
    ]
    growing = sorted((widths[i], i) for i, column in enumerate(grid.columns) if column.grow)
    left = width - len(GAP) * (len(widths) - 1) - sum(widths) + sum(size for size, _ in growing)
    if left < 0:
        return None
    if sum(size for size, _ in growing) <= left:
        return widths
    for count, (natural, index) in enumerate(growing):
        share = left // (len(growing) - count)
        if share < max(heads[index], min(natural, GROW_LEAST if len(growing) == 1 else 12)):
            return None
        widths[index] = min(natural, share)
        left -= widths[index]
    return widths


def _longest(text: str) -> int:
    return max(display_width(line) for line in text.split("\n"))


def _shortened(grid: Grid) -> Grid:
    columns = tuple(replace(c, title=c.short or c.title) for c in grid.columns)
    rows = tuple(
        tuple(replace(cell, text=cell.text if cell.short is None else cell.short) for cell in row)
        for row in grid.rows
    )
    return replace(grid, columns=columns, rows=rows)


def _folded(grid: Grid, width: int) -> Iterator[Grid]:
    """The grid in parts that fit, each with the kept columns; one part when that cannot help."""
    kept, rest = range(grid.keep), list(range(grid.keep, len(grid.columns)))
    if not rest:
        yield grid
    while rest:
        count = next(
            (
                n
                for n in range(len(rest), 1, -1)
                if _widths(_picked(grid, [*kept, *rest[:n]]), width)
            ),
            1,
        )
        yield _picked(grid, [*kept, *rest[:count]])
        rest = rest[count:]


def _picked(grid: Grid, indexes: Sequence[int]) -> Grid:
    columns = tuple(grid.columns[i] for i in indexes)
    return replace(
        grid, columns=columns, rows=tuple(tuple(r[i] for i in indexes) for r in grid.rows)
    )


def _records(grid: Grid, display: Display) -> Iterator[str]:
    """Rows as `heading: value` lines, for a width that no table fits."""
    for row in grid.rows:
        for number, (column, cell) in enumerate(zip(grid.columns, row, strict=True)):
            text = f"{column.title}: {cell.text}" if column.title else cell.text
            for line in wrapped(text, display.width - 2):
                yield _inked(("  " if number else "") + line, cell.tone, display)


def _drawn(grid: Grid, widths: list[int], display: Display) -> Iterator[str]:
    from tabulate import tabulate  # 70 ms, so only when a table is drawn

    def drawn(cell: Text, width: int) -> str:
        return "\n".join(_inked(line, cell.tone, display) for line in wrapped(cell.text, width))

    heads = [_inked(column.title, "strong", display) for column in grid.columns]
    rows = [[drawn(*one) for one in zip(row, widths, strict=True)] for row in grid.rows]
    if grid.spaced:
        rows = [line for row in rows for line in ([" "] * len(heads), row)][1:]
    yield from tabulate(
        rows, heads, tablefmt="simple", disable_numparse=True, preserve_whitespace=True
    ).split("\n")
