"""White space and invisible characters: raw text -> text on one line.

In: any string. Out: the same visible characters with every run of white space (no-break and
ideographic spaces too) made one space, and characters that show nothing removed. A line break
between two Chinese or Japanese characters joins them without a space, because those scripts wrap
anywhere; a space that was typed stays, since it may be meant ('第 78 届').

Plain text -> paragraphs: where a line break parts and where it only wraps. In: text whose markup,
if any, is gone. Out: one string a paragraph, white space not yet tidied. Empty lines always part. A
single line break is ambiguous: dumps of Chinese pages put a paragraph on each line, mail and old
archives wrap at 60-80 columns. The width of the longest line tells them apart, and in a wrapped
text an indent, a list mark, or a short line that ends a sentence parts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

from compare.options import Options

# ZWJ and ZWNJ stay: Persian, Hindi and emoji need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_CJK = "\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff65\U00020000-\U0003ffff"
_WRAP = re.compile(rf"(?<=[{_CJK}])[ \t\r]*\n[ \t\r\n]*(?=[{_CJK}])")
_SPACE = re.compile(r"\s+")


def visible(text: str) -> str:
    """`text` without control characters, soft hyphens, zero-width spaces and lone surrogates."""
    return _INVISIBLE.sub("", text)


def tidy(text: str) -> str:
    """`text` on one line, trimmed; see the module for what happens to white space."""
    return _SPACE.sub(" ", _WRAP.sub("", visible(text))).strip()


def squeeze(text: str) -> str:
    """`text` without any white space, for comparing two spellings of one line."""
    return _SPACE.sub("", visible(text))


def words(table: str) -> frozenset[str]:
    """The words of a table that is written as one string."""
    return frozenset(table.split())


TERMINAL = re.compile(r"[.!?。！？…｡؟।][\"'”’」』）)】》\]]*$")
_EMPTY = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_INDENT = re.compile(r"^(?:\u3000|\t| {2,})")
_MARK = re.compile(
    r"^\s*(?:[-*•·‣◦▪●○■□◆◇–—]\s|\(?\d{1,2}[.)、．]\s?|[一二三四五六七八九十]{1,3}、)"
)


def chunks(text: str) -> list[str]:
    """Runs of lines between empty lines, none of them blank."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n\n")
    return [chunk.strip("\n") for chunk in _EMPTY.split(text) if chunk.strip()]


def paragraphs(
    text: str, options: Options, alone: Callable[[str, Options], bool] | None = None
) -> list[str]:
    """The paragraphs of plain text, each possibly still wrapped over several lines; `alone` says of
    a line between two whole ones that nothing runs into it.
    """
    found = chunks(text)
    widest = max((width(line) for chunk in found for line in chunk.split("\n")), default=0)
    return [paragraph for chunk in found for paragraph in _split(chunk, widest, options, alone)]


def _split(
    chunk: str, widest: int, options: Options, alone: Callable[[str, Options], bool] | None
) -> list[str]:
    lines = [line for line in chunk.split("\n") if line.strip()]
    joined = lines[:1]
    apart = bool(alone and alone(lines[0], options))
    for before, line in pairwise(lines):
        ended = apart or before is lines[0] or bool(TERMINAL.search(before.rstrip()))
        above, apart = apart, bool(alone and ended and not _goes_on(line) and alone(line, options))
        if above or apart or _parts(before, line, widest, options):
            joined.append(line)
        else:
            joined[-1] += "\n" + line
    return joined


def _goes_on(line: str) -> bool:
    """Whether a line begins in small letters, as in the middle of a sentence."""
    return line.lstrip()[:1].islower()


def _parts(before: str, line: str, widest: int, options: Options) -> bool:
    if widest > options.wrap_width or _INDENT.match(line) or _MARK.match(line):
        return True
    ends = bool(TERMINAL.search(before.rstrip()))
    return ends and width(before) < options.wrap_short * widest


def width(line: str) -> int:
    """Columns of a line without the white space at its ends; a Chinese character takes two."""
    if line.isascii():
        return len(line.strip())
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line.strip())
