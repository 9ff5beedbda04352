"""Does a statement tell something that could be looked up, or does it only talk?

In: a passage of an article as read, and whose words it is. Out: True for what tells something. What
does not: words about the report itself ("this report touches on some key questions"), an opinion of
the outlet that names nobody, no figure, no day and quotes nothing ("any progress deserves
attention"), and a piece that is nothing but a time. Such a row stays in the matrix; but nobody
wants to hear that an outlet alone has it, and nobody can check it. What a speaker says always
counts: that it was said is the news. The words stand with their language (`comments`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from compare.model import Attribution, Document
from compare.resources.words import either, everywhere
from compare.text.scripts import fold, is_han

_LEAST_HAN, _LEAST_LETTERS = 3, 5  # characters of a statement beside its times
_OWN = ("own", "unknown")


def telling(
    document: Document, part: str, start: int, end: int, said: Attribution | None = None
) -> bool:
    """Does `start`..`end` of a part tell something? `said` are whose words it is, None for the
    outlet's own.
    """
    if said is not None and said.mode not in _OWN:
        return True
    text = document.article.part(part)[start:end]
    if _frame(document, part, start, end, text):
        return False
    folded = fold(text).text.casefold()
    figures = _figures(document, part, start, end)
    if not figures and _itself().search(folded):
        return False
    named = figures or _named(document, part, start, end)
    return named or not _opinions().search(folded)


def _times(document: Document, part: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Days, hours and amounts in the passage."""
    read = document.parts[part]
    yield from _inside([(one.start, one.end) for one in read.dates], start, end)
    yield from _inside([(one.start, one.end) for one in read.times], start, end)
    yield from _inside([(one.start, one.end) for one in read.amounts], start, end)


def _figures(document: Document, part: str, start: int, end: int) -> bool:
    """Are there times, scores or quotations in the passage?"""
    read = document.parts[part]
    scores = [(one.start, one.end) for one in read.scores]
    quoted = [(one.start, one.end) for one in read.quotations]
    told = (*_times(document, part, start, end), *_inside([*scores, *quoted], start, end))
    return bool(told)


def _inside(spans: Iterable[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    return ((first, last) for first, last in spans if start <= first and last <= end)


def _named(document: Document, part: str, start: int, end: int) -> bool:
    names = (n for block in document.blocks if block.part == part for n in block.names)
    return any(start <= name.start and name.end <= end for name in names)


def _frame(document: Document, part: str, start: int, end: int, text: str) -> bool:
    """Is hardly a letter left beside times, and no name?"""
    if _named(document, part, start, end):
        return False
    left = list(text)
    for first, last in _times(document, part, start, end):
        left[first - start : last - start] = " " * (last - first)
    words = [c for c in "".join(left) if c.isalpha()]
    dense = sum(map(is_han, words))
    return dense < _LEAST_HAN and len(words) - dense < _LEAST_LETTERS


@lru_cache(maxsize=1)
def _itself() -> re.Pattern[str]:
    return re.compile(_whole(either(everywhere("comments", "itself"))))


@lru_cache(maxsize=1)
def _opinions() -> re.Pattern[str]:
    return re.compile(_whole(either(everywhere("comments", "opinions"))))


def _whole(words: str) -> str:
    """The pattern, where a word begins and ends; Chinese has no such edges."""
    return rf"(?<![a-z])(?:{words})(?![a-z])"
