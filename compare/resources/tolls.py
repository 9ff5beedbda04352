"""Words of tolls (dead, hurt, missing), and words that deny each other, by language.

In: the primary tag of a language. Out: patterns over the text as written, Chinese in Simplified
characters; nothing where the language has no such words. They stand with their language
(`compare/reading/*/words.toml`), the sides of a scale under one name in all, so that an English
`rose` meets a Chinese 下降.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from compare.resources.words import either, listed, words

CONVERSE = frozenset({"winning", "leading", "dealing", "lending", "foreign trade"})
"""Scales on which one party is told by one side and the other party by the other."""


@dataclass(frozen=True, slots=True)
class TollWords:
    """`kinds` has a named group for each kind of toll (`k0`, `k1` … in the order of `names`)."""

    names: tuple[str, ...]
    kinds: re.Pattern[str]
    none: re.Pattern[str]
    part: re.Pattern[str]
    joins: re.Pattern[str]
    origin: re.Pattern[str]
    single: re.Pattern[str]
    among: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Denials:
    """What one clause says and another denies: the sides of every scale but CONVERSE, negations,
    longer expressions that only contain a word of these, and words that deny without a negation.
    """

    scales: Mapping[str, tuple[re.Pattern[str], ...]]
    negation: re.Pattern[str]
    ignored: re.Pattern[str]
    hidden: re.Pattern[str]


@lru_cache(maxsize=16)
def toll_words(language: str) -> TollWords | None:
    """The words of tolls of a language."""
    table = words(language).get("tolls")
    if table is None:
        return None
    names = tuple(key for key, line in table.items() if isinstance(line, str))
    lines = sorted(
        ((word, k) for k, name in enumerate(names) for word in listed(table[name])),
        key=lambda pair: -len(pair[0]),
    )
    kinds = "|".join(f"(?P<k{n}_{k}>{_whole([word])})" for n, (word, k) in enumerate(lines))
    beside = table["beside"]
    keys = ("none", "part", "joins", "from", "single", "among")
    patterns = (pattern(listed(beside[key])) for key in keys)
    return TollWords(names, re.compile(kinds, re.IGNORECASE), *patterns)


@lru_cache(maxsize=16)
def denials(language: str) -> Denials | None:
    """The opposites and negations of a language."""
    table, negation = words(language).get("opposites"), words(language).get("negation")
    if table is None or negation is None:
        return None
    scales = {
        name: tuple(pattern(listed(side)) for side in sides)
        for name, sides in table.items()
        if name not in CONVERSE
    }
    longer = [*listed(negation["ignored"]), *listed(negation["apart"])]
    ignored = re.compile(f"{_whole(longer)}|{counting(negation)}", re.IGNORECASE)
    said, hidden = (pattern(listed(negation[key])) for key in ("words", "hidden"))
    return Denials(scales, said, ignored, hidden)


def counting(negation: Mapping[str, str]) -> str:
    """For words that say how exact a figure is, or how often, with its first digit (some 200)."""
    return rf"(?:{_whole(listed(negation.get('counting', '')))})\s?\d"


def pattern(found: Iterable[str]) -> re.Pattern[str]:
    """For any of the words as whole words; see `_whole`."""
    return re.compile(_whole(found), re.IGNORECASE)


def _whole(found: Iterable[str]) -> str:
    """Any of the words, longest first, those in letters as whole words; `*` stands for the letters
    that a word hangs on (`*n't`).
    """
    return "|".join(_word(w) for w in sorted(found, key=lambda w: (-len(w), w))) or "(?!)"


def _word(word: str) -> str:
    if word.startswith("*"):
        return rf"(?<=\w){re.escape(word[1:])}(?!\w)"
    first, last = (r"\b" if _in_letters(c) else "" for c in (word[0], word[-1]))
    return f"{first}{either([word])}{last}"


def _in_letters(character: str) -> bool:
    """Does the script of a character part words by spaces?"""
    return character.isalpha() and character < _FIRST_OF_HAN


_FIRST_OF_HAN = "\u2e80"
