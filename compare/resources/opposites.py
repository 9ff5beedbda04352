"""Words that stand against each other (rose, fell), and what denies a word, by language.

In: the primary tag of a language. Out: a scanner for the words on the sides of all scales and for
the predicates that have opposites, and patterns of what denies; None where the language lacks the
words. A scale has one name in all languages, so that an English `rose` meets a Chinese 下降; it may
have more than two sides (north, south, east, west), each of which denies the others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import ahocorasick_rs

from compare.resources.predicates import patterns, predicates
from compare.resources.tolls import counting, pattern
from compare.resources.words import listed, words

Side = tuple[str, int]
_FIGURE = 2  # characters behind a word up to the first of a figure
ORDERED = frozenset({"order", "size", "price", "pace", "compass"})
"""Scales of words that turn when what stands before and behind them changes places."""


@dataclass(frozen=True, slots=True)
class Opposites:
    """`denying` denies what follows it, even where it is a word of a scale itself when it is
    `firm`; `hidden` makes it doubtful; `empty` tells nothing; `counting` words say how exact or how
    often where a figure follows (some 200, every 24 hours); `tag` is the language's.
    """

    tag: str
    denying: re.Pattern[str]
    firm: re.Pattern[str]
    empty: re.Pattern[str]
    ignored: re.Pattern[str]
    hidden: re.Pattern[str]
    counting: re.Pattern[str]
    _automaton: ahocorasick_rs.AhoCorasick
    _sides: tuple[frozenset[Side], ...]

    def find(self, text: str) -> Iterator[tuple[int, int, frozenset[Side], frozenset[str]]]:
        """Start, end, sides of scales and classes of predicates of every word, in text order;
        longer words win, and words that mean something else as a part of them are passed over.
        """
        found: dict[tuple[int, int], tuple[set[Side], set[str]]] = defaultdict(
            lambda: (set(), set())
        )
        for index, start, end in self._scan(text):
            found[start, end][0].update(self._sides[index])
        lexicon, known = patterns(self.tag), predicates()
        for hit in lexicon.find(text) if lexicon else ():
            if known[hit.predicate].opposites:
                found[hit.start, hit.end][1].add(hit.predicate)
        done = 0
        for start, end in sorted(found, key=lambda s: (s[0], -s[1])):
            sides, classes = found[start, end]
            if start >= done:
                done = end
                if classes and not sides and not self.denying.search(text, start, end):
                    sides = self._inner(start, end, found)
                if (sides or classes) and not self.counting.match(text, start, end + _FIGURE):
                    yield start, end, frozenset(sides), frozenset(classes)

    def _inner(
        self, start: int, end: int, found: Mapping[tuple[int, int], tuple[set[Side], set[str]]]
    ) -> set[Side]:
        """The sides of a word that makes up most of a longer one (in custody)."""
        return {
            side for (a, b), (sides, _) in found.items()
            if start <= a and b <= end and 2 * (b - a) >= end - start
            for side in sides
        }  # fmt: skip

    def _scan(self, text: str) -> Iterator[tuple[int, int, int]]:
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if self.tag == "zh" or not _inside_word(folded, start, end):
                yield index, start, end


def _inside_word(text: str, start: int, end: int) -> bool:
    return bool(_WORD.match(text, end) or (start and _WORD.match(text, start - 1)))


_WORD = re.compile(r"[^\W_]")


@lru_cache(maxsize=16)
def opposites(language: str) -> Opposites | None:
    """The opposites and negations of a language."""
    table, negation = words(language).get("opposites"), words(language).get("negation")
    if table is None or negation is None:
        return None
    surfaces = _surfaces(table, listed(negation["apart"]))
    kind = ahocorasick_rs.MatchKind.Standard
    automaton = ahocorasick_rs.AhoCorasick(list(surfaces), matchkind=kind)
    plain = pattern([*listed(negation["words"]), *listed(negation["denying"])])
    denying = re.compile(rf"(?:{plain.pattern})(?!\.?\s?\d)", re.IGNORECASE)
    firm, empty, ignored, hidden = (
        pattern(listed(negation[key])) for key in ("denying", "empty", "ignored", "hidden")
    )
    figures = re.compile(counting(negation), re.IGNORECASE)
    sides = tuple(frozenset(held) for held in surfaces.values())
    return Opposites(language, denying, firm, empty, ignored, hidden, figures, automaton, sides)


def _surfaces(table: Mapping[str, Any], apart: Iterable[str]) -> dict[str, set[Side]]:
    """The words with the sides on which they stand; none for those that only hold one."""
    found: dict[str, set[Side]] = {word: set() for word in apart}
    for name, sides in table.items():
        for number, line in enumerate(sides):
            for word in listed(line):
                found.setdefault(word, set()).add((name, number))
    return found
