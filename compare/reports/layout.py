"""Text in terminal columns: measuring and wrapping by display width.

In: strings in any script. Out: lines no wider than asked, never cut inside a grapheme. `textwrap`
counts characters and treats a Chinese sentence as one long word; here a line may break between
any two wide characters, but not before a closing mark (，。”」) nor after an opening one (“「（),
and Latin words stay whole. A mark or word wider than the line is cut between graphemes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from wcwidth import iter_graphemes, wcswidth

CLOSING = frozenset("，。、；：！？）」』”’》〉】〕…‥·・—,.;:!?)]}%％％～")
OPENING = frozenset("（「『“‘《〈【〔([{")


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
    lines = [line for part in text.split("\n") for line in _wrapped(part, max(2, width))]
    return lines or [""]


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line, filled, gap = "", 0, False
    for piece, size in _pieces(text, width):
        if piece == " ":
            gap = bool(line)
            continue
        if line and filled + gap + size > width:
            lines.append(line)
            line, filled, gap = "", 0, False
        line += (" " if gap else "") + piece
        filled += gap + size
        gap = False
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
