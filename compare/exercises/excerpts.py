"""Excerpts: the part of each text that a sheet shows, and sentences that can stand alone.

In: articles and a limit in words. Out: how far each body is shown. A Chinese character counts as a
word; an excerpt ends with a sentence, because half a sentence cannot prove anything.
"""

from __future__ import annotations

import re
from bisect import bisect

from compare.model import Document
from compare.text.scripts import is_chinese

_WORD = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]|[^\W\u3400-\u9fff]+(?:['’.-]\w+)*")
_LEANING = re.compile(
    r"\s*(?:而|并|並|但|也|以及|及|和|与|與|还|還|因此|所以|其中|其|他|她|它|这|這|该|該|此|对此|對此|据|據|根据|根據|因为|因為|例如|随着|隨著"
    r"|He |She |It |They |This |That |These |Those |And |But |Which |Who )"
)
_ENDING = re.compile(r"[。！？.!?…][”’」』\"')）]*\s*$")
_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("(", ")"), ("（", "）"))
_LEAST_ZH, _LEAST_WORDS, _MOST = 10, 6, 320


def shown(document: Document, limit: int | None) -> int:
    """The code point up to which the body is shown, so that it fits into `limit` words: after a
    sentence, at least the first.
    """
    text = document.article.text
    if limit is None or words(text) <= limit:
        return len(text)
    ends = [sentence.end for sentence in document.body()]
    fit = bisect(ends, limit, key=lambda end: words(text[:end]))
    return ends[max(fit, 1) - 1] if ends else 0


def words(text: str) -> int:
    """How many words a text has; every Chinese character is one."""
    return len(_WORD.findall(text))


def readable(text: str, language: str) -> bool:
    """True for words that make a sentence of their own, not a torn-off clause."""
    bare = text.strip().lstrip("“\"'「『(（[【")
    if not bare or len(text) > _MOST or any(text.count(a) != text.count(b) for a, b in _PAIRS):
        return False
    if is_chinese(text) or language.startswith(("zh", "ja")):
        return words(text) >= _LEAST_ZH
    return words(text) >= _LEAST_WORDS and (bare[0].isupper() or bare[0].isdigit())


def leans(text: str) -> bool:
    """True when the words point to something outside them (he, this, 其中), or are half of a
    sentence by their end.
    """
    return _LEANING.match(text) is not None or _ENDING.search(text) is None
