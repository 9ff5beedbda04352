"""How many columns of a terminal a text takes, and texts cut to fit: into lines, or at an end.

In: text and a width. Out: lines. Graphemes are never cut, Chinese is set as Chinese is: no line
begins with a closing mark or ends with an opening one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from wcwidth import iter_graphemes, wcswidth

CLOSING = frozenset("，。、；：！？）」』”’》〉】〕…‥·・—,.;:!?)]}%％％～")
OPENING = frozenset("（「『“‘《〈【〔([{")
DOTS = "…"


@lru_cache(maxsize=8192)
def cluster_width(grapheme: str) -> int:
    """Columns of one grapheme cluster: 0, 1 or 2."""
    return max(0, wcswidth(grapheme))


def display_width(text: str) -> int:
    """Columns that `text` takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(cluster_width(grapheme) for grapheme in iter_graphemes(text))


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns (2 or more); an empty text is one empty line."""
    return [line for part in text.split("\n") for line in _wrapped(part, max(2, width))]


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line, filled, gap = "", 0, False
    for piece, size in _pieces(text, width):
        if piece == " ":
            gap = bool(line)
        elif line and filled + gap + size > width:
            lines.append(line)
            line, filled, gap = piece, size, False
        else:
            line, filled, gap = line + " " * gap + piece, filled + gap + size, False
    return [*lines, line]


def _pieces(text: str, width: int) -> Iterator[tuple[str, int]]:
    """Unbreakable runs with their widths, and single spaces between words."""
    for run in _runs(text):
        size = display_width(run)
        if size <= width:
            yield run, size
        else:
            yield from _cut(run, width)


def _runs(text: str) -> Iterator[str]:
    run, last = "", ""
    for grapheme in iter_graphemes(text):
        if run and not _joins(last, grapheme):
            yield run
            run = ""
        run += grapheme if not grapheme.isspace() else " "
        last = grapheme
    if run:
        yield run


def _joins(last: str, grapheme: str) -> bool:
    if last.isspace() or grapheme.isspace():
        return False
    if grapheme in CLOSING or last in OPENING:
        return True
    return cluster_width(last) < 2 and cluster_width(grapheme) < 2


def _cut(run: str, width: int) -> Iterator[tuple[str, int]]:
    piece, filled = "", 0
    for grapheme in iter_graphemes(run):
        size = cluster_width(grapheme)
        if piece and filled + size > width:
            yield piece, filled
            piece, filled = "", 0
        piece += grapheme
        filled += size
    yield piece, filled


def cropped(text: str, width: int) -> str:
    """`text` in one line of at most `width` columns, with dots where its end is missing."""
    line = " ".join(text.split())
    if display_width(line) <= width:
        return line
    kept, filled = "", display_width(DOTS)
    for grapheme in iter_graphemes(line):
        filled += cluster_width(grapheme)
        if filled > width:
            break
        kept += grapheme
    return kept.rstrip() + DOTS
