"""Does a passage make a statement, and does it tell something that could be looked up?

In: a passage of an article as read, and whose words it is. Out: whether it states anything, and
whether it tells something. A frame states nothing: a piece of a sentence that is only a time, a
place or a subject ("at yesterday's briefing", "as of 1 p.m.", "in driverless trucks"), or only who
says what follows ("the embassy confirmed on the 15th"). It makes no row: a reader of three outlets
that "carry" a bare date learns nothing, and every text on the matter seems to carry it.

What states something and tells nothing: words about the report itself ("this report touches on some
key questions"), and an opinion of the outlet that names nobody, no figure, no day and quotes
nothing ("any progress deserves attention"). Such a row stays in the matrix; but nobody wants to
hear that an outlet alone has it, and nobody can check it. What a speaker says always counts: that
it was said is the news. The words stand with their language (`comments`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from compare.model import Attribution, Document, Segment
from compare.resources.words import either, everywhere, word_set, words
from compare.text.scripts import fold, is_han

_LEAST_HAN, _LEAST_LETTERS = 3, 5  # characters of a statement beside its times
_OWN = ("own", "unknown")
_EDGES = ' \t，,；;：:、。.—-“”"‘’（）()'
_MOST_WORDS = 9  # behind the preposition


def states(document: Document, segment: Segment) -> bool:
    """Is the segment more than the frame of a statement? A sentence of its own always is, unless it
    is a bare time.
    """
    part, start, end = segment.part, segment.start, segment.end
    text = document.article.part(part)[start:end]
    if _frame(document, part, start, end, text):
        return False
    sentences = document.parts[part].sentences
    whole = next((s for s in sentences if s.start <= start and end <= s.end), None)
    if whole is None or (whole.start >= start and whole.end <= end):
        return True
    told = fold(text).text.casefold().strip(_EDGES)
    if whole.chinese:
        return not (_heads_zh().search(told) or (end < whole.end and _tellers_zh().search(told)))
    counted = any(_inside(_counted(document, part), start, end))
    return counted or whole.language != "en" or not _adverbial(told)


def _counted(document: Document, part: str) -> list[tuple[int, int]]:
    """The amounts of a part that are no times."""
    return [(a.start, a.end) for a in document.parts[part].amounts if a.kind != "duration"]


def _adverbial(told: str) -> bool:
    """A few words behind a preposition, none of which can be the verb of a clause."""
    first, *rest = told.split() or [""]
    if first not in _fronts() or len(rest) >= _MOST_WORDS:
        return False
    verbs = _verbs()
    return not any(word in verbs or word.endswith("ed") for word in rest)


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
    """Days, hours and durations in the passage."""
    read = document.parts[part]
    yield from _inside([(one.start, one.end) for one in read.dates], start, end)
    yield from _inside([(one.start, one.end) for one in read.times], start, end)
    spans = [(one.start, one.end) for one in read.amounts if one.kind == "duration"]
    yield from _inside(spans, start, end)


def _figures(document: Document, part: str, start: int, end: int) -> bool:
    """Are there times, amounts, scores or quotations in the passage?"""
    read = document.parts[part]
    amounts = [(one.start, one.end) for one in read.amounts]
    scores = [(one.start, one.end) for one in read.scores]
    quoted = [(one.start, one.end) for one in read.quotations]
    told = (*_times(document, part, start, end), *_inside([*amounts, *scores, *quoted], start, end))
    return bool(told)


def _inside(spans: Iterable[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    return ((first, last) for first, last in spans if start <= first and last <= end)


def _named(document: Document, part: str, start: int, end: int) -> bool:
    names = (n for block in document.blocks if block.part == part for n in block.names)
    return any(start <= name.start and name.end <= end for name in names)


def _frame(document: Document, part: str, start: int, end: int, text: str) -> bool:
    """Is hardly a letter left beside times, and no name?"""
    counted = any(_inside(_counted(document, part), start, end))
    if _named(document, part, start, end) or (counted and any(map(str.isalpha, text))):
        return False
    left = list(text)
    for first, last in _times(document, part, start, end):
        left[first - start : last - start] = " " * (last - first)
    words = [c for c in "".join(left) if c.isalpha()]
    dense = sum(map(is_han, words))
    return dense < _LEAST_HAN and len(words) - dense < _LEAST_LETTERS


@lru_cache(maxsize=1)
def _heads_zh() -> re.Pattern[str]:
    """What ends a piece that only says where, when or of what."""
    return re.compile(rf"(?:{either(word_set('zh', 'comments', 'ends'))})$|^(?:截至|截止)[^，]*$")


@lru_cache(maxsize=1)
def _tellers_zh() -> re.Pattern[str]:
    """A word of saying at the end, or nothing but a source."""
    fronts, verbs = (either(word_set("zh", "comments", key)) for key in ("fronts", "tellers"))
    return re.compile(rf"^[^，：]*(?<!被)(?:{verbs})$|^(?:{fronts})[^，：]*$")


@lru_cache(maxsize=1)
def _fronts() -> frozenset[str]:
    return word_set("en", "comments", "fronts")


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    """Forms that can be the verb of an English clause, but for those that end in -ed."""
    own = word_set("en", "comments", "verbs")
    irregular = words("en")["cues"]["irregular"].values()
    return own | {form for forms in irregular for form in forms.split()}


@lru_cache(maxsize=1)
def _itself() -> re.Pattern[str]:
    return re.compile(_whole(either(everywhere("comments", "itself"))))


@lru_cache(maxsize=1)
def _opinions() -> re.Pattern[str]:
    return re.compile(_whole(either(everywhere("comments", "opinions"))))


def _whole(words: str) -> str:
    """The pattern, where a word begins and ends; Chinese has no such edges."""
    return rf"(?<![a-z])(?:{words})(?![a-z])"
