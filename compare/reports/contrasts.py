"""One thing and the values that are given for it, in one line.

In: a `Contrast`, and a width on a terminal. Out: text. All the values have to be seen: what is too
long is shortened, first the names of those who give them, then the longest values, and only then
whole values are left out and counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.reports.blocks import Contrast, Value
from compare.reports.columns import cropped, display_width
from compare.reports.words import say

_LEAST, _ENOUGH = 8, 16  # columns that a value keeps, and that it should have before names have


def contrast_words(row: Contrast) -> str:
    """The line with everything in it."""
    return _line(row, [value.text for value in row.values], 0)


def contrast_line(row: Contrast, width: int) -> str:
    """The line in at most `width` columns."""
    fewer = replace(row, values=tuple(replace(v, who=v.fewer or v.who) for v in row.values))
    for shown in range(len(row.values), 0, -1):
        for made, least in ((row, _ENOUGH), (fewer, _LEAST)):
            line = _fitted(made, shown, width, least)
            if line is not None:
                return line
    return cropped(contrast_words(row), width)


def _fitted(row: Contrast, shown: int, width: int, least: int) -> str | None:
    """The line with the first `shown` values, each of `least` columns or whole; None where these
    have no room.
    """
    values, left = row.values[:shown], len(row.values) - shown
    room = width - display_width(_line(row, [""] * shown, left))
    sizes = [display_width(value.text) for value in values]
    if room < sum(min(size, least) for size in sizes):
        return None
    fitted = zip(values, _shares(sizes, room), strict=True)
    return _line(row, [cropped(value.text, size) for value, size in fitted], left)


def _line(row: Contrast, texts: Sequence[str], left: int) -> str:
    """The line with these texts of the first values; `left` further ones are counted."""
    given = [_given(*one) for one in zip(texts, row.values, strict=False)]
    more = [say("contrast.more", n=left)] if left else []
    return say("contrast", lead=row.lead, values=f" {row.sign} ".join([*given, *more]))


def _given(text: str, value: Value) -> str:
    return say("contrast.value", value=text, who=value.who)


def _shares(sizes: Sequence[int], room: int) -> list[int]:
    """How many columns each value gets: what is short keeps its size, the others share the rest."""
    shares = list(sizes)
    order = sorted(range(len(sizes)), key=lambda index: sizes[index])
    for count, index in enumerate(order):
        shares[index] = min(sizes[index], room // (len(order) - count))
        room -= shares[index]
    return shares
