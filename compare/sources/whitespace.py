"""White space and invisible characters: raw text -> text on one line.

In: any string. Out: the same visible characters with every run of white space (no-break and
ideographic spaces too) made one space, and characters that show nothing removed. A line break
between two Chinese or Japanese characters joins them without a space, because those scripts wrap
anywhere; a space that was typed stays, since it may be meant ('第 78 届').
"""

from __future__ import annotations

import re

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
