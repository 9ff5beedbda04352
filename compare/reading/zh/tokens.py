"""Words of a Chinese text with offsets, and where a name ends among them.

In: Simplified text. Out: segmenter words and classes (rjieba), looked up by offset. Two questions
are answered here: does a span begin or end between words, and how far does a name reach that starts
at an offset. The segmenter is asked for boundaries, not for names: as a tagger of names it reaches
precision .63 only, but the verb behind a name it sees well (布林肯|强调).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, count

from compare.reading.base.vocabulary import (
    NEVER_IN_NAME,
    NOT_NAMES,
    ROLES,
    TRANSLITERATION,
)
from compare.resources.words import word_set

_STOP_CLASSES = frozenset("vpcdrtumqfylab")
_GLUED_END = word_set("zh", "names", "glued")
_RUN = re.compile(f"[{''.join(sorted(TRANSLITERATION))}]+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words and their classes; `starts` their offsets; `index` offset -> position of the word."""

    text: str
    words: list[str]
    tags: list[str]
    starts: list[int]
    index: dict[int, int]

    def covering(self, offset: int) -> int:
        """Position of the word that holds the character at `offset`."""
        return bisect_right(self.starts, offset) - 1

    def end(self, position: int) -> int:
        """Offset behind a word."""
        return self.starts[position] + len(self.words[position])


def tokenise(text: str) -> Tokens:
    """The words of Simplified `text`."""
    import rjieba

    pairs = rjieba.tag(text)
    words = [pair[0] for pair in pairs]
    tags = [pair[1] for pair in pairs]
    starts = list(accumulate(map(len, words), initial=0))
    return Tokens(text, words, tags, starts, dict(zip(starts, count(), strict=False)))


def stops(word: str, tag: str) -> bool:
    """True for a word that cannot stand inside a transliterated name."""
    if len(word) == 1:
        return word in NEVER_IN_NAME
    return tag[0] in _STOP_CLASSES or word in NOT_NAMES or word in ROLES


def run_end(text: str, start: int) -> int:
    """Offset where the transliteration characters from `start` stop."""
    run = _RUN.match(text, start)
    return run.end() if run else start


def is_glued(word: str) -> bool:
    """True for the last hanzi of a name and a verb that the segmenter took for one word (尼|说)."""
    import rjieba

    glued = len(word) == 2 and word[1] in _GLUED_END and word[0] in TRANSLITERATION
    return glued and not rjieba.has_word(word)


def foreign_end(tokens: Tokens, start: int, limit: int) -> int:
    """Where a transliterated name (or its last part) from `start` ends, at most `limit`."""
    position = tokens.covering(start)
    end = start
    while position < len(tokens.words) and tokens.starts[position] < limit:
        behind = tokens.end(position)
        word = tokens.words[position]
        if end > start and is_glued(word):
            return end + 1
        if behind > limit:
            return limit if end == start else end
        if end > start and stops(word, tokens.tags[position]):
            return end
        end = behind
        position += 1
    return end
