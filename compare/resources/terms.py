"""Loaded and strength terms: one thing or act, several words of different force.

In: data/terms.toml, and the user's own `terms.toml` of the same form. Out: terms. A concept groups
names; every name lists its surfaces (Chinese in Simplified characters, English in lower case).

Words of certainty, decision and duty, in levels that outlets can be compared on. In: the scales of
data/modality.toml, the words of each language for their levels and, if wanted, a file of the user's
that holds both. Out: scales. Longer words win over shorter ones, so that 很可能 is not read as
可能.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from compare.errors import UnreadableFile
from compare.resources.words import read_toml
from compare.resources.words import words as words_of


@dataclass(frozen=True, slots=True)
class Term:
    """One way to name `concept`; `pattern` finds its surfaces in folded text."""

    concept: str
    name: str
    pattern: re.Pattern[str]


@lru_cache(maxsize=4)
def terms(extra: Path | None = None) -> tuple[Term, ...]:
    """The shipped terms, then those of `extra` when it exists; raises UnreadableFile for another
    form.
    """
    own = files("compare.resources").joinpath("data/terms.toml").read_text(encoding="utf-8")
    found = _terms(tomllib.loads(own))
    if extra is not None and extra.is_file():
        try:
            found += _terms(read_toml(extra)[1])
        except (AttributeError, TypeError) as error:
            raise UnreadableFile(f"not a list of terms: {error}", file=str(extra)) from error
    return tuple(found)


def user_file() -> Path:
    """Where the user's own terms are looked for: `terms.toml` in the configuration folder."""
    from platformdirs import user_config_path

    return user_config_path("compare-stories", appauthor=False) / "terms.toml"


def _terms(data: dict[str, Any]) -> list[Term]:
    return [
        Term(concept, name, _pattern(surfaces))
        for concept, names in data.items()
        for name, surfaces in names.items()
    ]


def _pattern(surfaces: list[str]) -> re.Pattern[str]:
    """Longest first; Latin surfaces only as whole words, in any case."""
    parts = [
        rf"\b{re.escape(s)}\b" if s.isascii() else re.escape(s)
        for s in sorted(surfaces, key=lambda s: (-len(s), s))
    ]
    return re.compile("|".join(parts), re.IGNORECASE)


_LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Degree:
    """One step of a scale: `rank` grows with force."""

    rank: int
    name: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Words of one kind. `least` is the smallest step that is shown; `flat` the rank of a clause
    without any such word, None when nothing can be said of it. A word without a level is passed
    over: it only contains one of the scale. A clause with an `undecided` word is not flat.
    """

    name: str
    least: int
    flat: int | None
    words: dict[str, Degree | None]
    pattern: re.Pattern[str]
    undecided: re.Pattern[str]

    def found(self, text: str) -> list[tuple[int, int, Degree]]:
        """Spans of this scale's words in folded text, in order; a capital inside it is a name."""
        return [
            (m.start(), m.end(), level)
            for m in self.pattern.finditer(text)
            if (level := self.words[_key(m[0])]) is not None
            and not (m.start() and m[0][0].isupper())
        ]


@lru_cache(maxsize=4)
def scales(user_file: str | None = None) -> dict[str, Scale]:
    """Scales by name (`certain`, `settled`, `binding`), the user's words read after the package's.

    Raises UnreadableFile when the user's file cannot be opened or is not of this form.
    """
    own = files("compare.resources").joinpath("data/modality.toml").read_text(encoding="utf-8")
    tables = [_with_words(tomllib.loads(own))]
    if user_file is not None:
        tables.append(read_toml(Path(user_file))[1])
    try:
        return _built(tables)
    except (KeyError, TypeError, AttributeError) as error:
        raise UnreadableFile(f"not a list of modal words: {error}", file=user_file) from error


def _with_words(table: dict[str, Any]) -> dict[str, Any]:
    """The scales in the form of a user's file: each level with its words of every language."""
    for scale, rows in table.items():
        for language in _LANGUAGES:
            words = words_of(language)["modality"][scale]
            rows |= {f"{key}_{language}": words.get(key, "") for key in ("ignored", "open")}
            for level in rows["level"]:
                level[language] = words[level["name"]]
    return table


def _key(word: str) -> str:
    """A word as it stands in the table: lower case, single spaces for spaces and hyphens."""
    return " ".join(word.lower().replace("-", " ").split())


def _built(tables: list[dict[str, Any]]) -> dict[str, Scale]:
    names = list(dict.fromkeys(name for table in tables for name in table))
    return {name: _scale(name, [t[name] for t in tables if name in t]) for name in names}


def _scale(name: str, tables: list[dict[str, Any]]) -> Scale:
    words: dict[str, Degree | None] = {}
    least, flat = 1, None
    for table in tables:
        least, flat = table.get("least", least), table.get("flat", flat)
        for language in _LANGUAGES:
            ignored = table.get(f"ignored_{language}", "").split()
            words |= dict.fromkeys((w.replace("-", " ").lower() for w in ignored), None)
        for group in table.get("level", []):
            level = Degree(group["rank"], group["name"])
            for language in _LANGUAGES:
                for word in group.get(language, "").split():
                    words[word.replace("-", " ")] = level
    undecided = {
        word.replace("-", " "): None
        for table in tables
        for language in _LANGUAGES
        for word in table.get(f"open_{language}", "").split()
    }
    return Scale(name, least, flat, words, _modality_pattern(words), _modality_pattern(undecided))


def _modality_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Longest first; English only as whole words, with any white space or hyphen between them."""
    parts = []
    for word in sorted(words, key=lambda w: (-len(w), w)):
        body = r"[\s-]+".join(re.escape(w) for w in word.split())
        parts.append(rf"\b{body}\b" if word.isascii() else body)
    return re.compile("|".join(parts), re.IGNORECASE) if parts else re.compile(r"(?!)")
