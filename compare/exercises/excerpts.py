"""Excerpts: the part of each text that a sheet shows, and sentences that can stand alone.

In: articles and a limit in words. Out: how far each body is shown. A Chinese character counts as a
word; an excerpt ends with a sentence, because half a sentence cannot prove anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.model import BODY, TITLE, Document
from compare.text.scripts import is_chinese

_WORD = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]|[^\W\u3400-\u9fff]+(?:['’.-]\w+)*")
_LEANING = re.compile(
    r"\s*(?:而|并|並|但|也|以及|及|和|与|與|还|還|因此|所以|其中|其|他|她|它|这|這|该|該|此|对此|對此|据|據|根据|根據|因为|因為|例如|随着|隨著"
    r"|He |She |It |They |This |That |These |Those |And |But |Which |Who )"
)
_ENDING = re.compile(r"[。！？.!?…][”’」』\"')）]*\s*$")
_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("(", ")"), ("（", "）"))
_LEAST_ZH, _LEAST_WORDS, _MOST = 10, 6, 320


@dataclass(frozen=True, slots=True)
class Shown:
    """The shown part of an article: its title, and the body up to code point `end`."""

    end: int
    cut: bool

    def holds(self, part: str, start: int, end: int) -> bool:
        """True when a span stands in the shown text."""
        return part == TITLE or (part == BODY and start < end <= self.end)


def shown(document: Document, limit: int | None) -> Shown:
    """How much of the article fits into `limit` words; at least its first sentence."""
    article = document.article
    if limit is None or words(article.text) <= limit:
        return Shown(len(article.text), cut=False)
    reach = 0
    for sentence in document.body():
        if reach and words(article.text[: sentence.end]) > limit:
            break
        reach = sentence.end
    return Shown(reach, cut=reach < len(article.text.rstrip()))


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
