"""What the readers of scores share: the sentence of a pair of numbers, and what sets look like.

In: a text and the places where two numbers stand as a score may. Out: each place with the answer
whether its sentence speaks of sport or of a vote. Sentences are cut only once a place is found,
which few articles have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.reading.base.sentences import sentences

Place = tuple["re.Match[str]", int, bool]


def places(
    text: str, language: str, pattern: re.Pattern[str], played: re.Pattern[str]
) -> Iterator[Place]:
    """(match, number of its sentence, does `played` stand in that sentence) in order."""
    matches = list(pattern.finditer(text))
    cuts = iter(enumerate(sentences(text, language)) if matches else ())
    number, end, speaks = -1, 0, False
    for match in matches:
        while end <= match.start():
            number, (start, end) = next(cuts, (number + 1, (match.start(), len(text) + 1)))
            speaks = bool(played.search(text, start, end)) if end > match.start() else False
        yield match, number, speaks


def is_set(first: int, second: int) -> bool:
    """Can the two be a finished set of tennis, volleyball, badminton or table tennis?"""
    high, low = max(first, second), min(first, second)
    if high in (6, 7):
        return low <= 4 if high == 6 else low in (5, 6)
    return high - low >= 2 if high in (10, 11, 15, 21, 25) else high > 10 and high - low <= 2
