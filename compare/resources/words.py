"""The words of a language: one file beside its grammar.

In: a language, as its folder in `compare.reading` is called. Out: the tables of its `words.toml`,
lists of it as sets, and pieces of patterns. They are data and not code, so that a reader can extend
a list without reading a rule.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=16)
def words(language: str) -> Mapping[str, Any]:
    """The tables of compare/reading/<language>/words.toml: section -> key -> value. Most values are
    words parted by white space.
    """
    text = files("compare.reading").joinpath(language, "words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def listed(language: str, section: str, key: str) -> frozenset[str]:
    """The words of one list; those of several words are joined by _ in the file."""
    return frozenset(word.replace("_", " ") for word in words(language)[section][key].split())


def either(alternatives: Iterable[str]) -> str:
    """A pattern, without brackets, for any of `alternatives`; the longest is tried first."""
    return "|".join(sorted(map(re.escape, alternatives), key=lambda word: (-len(word), word)))
