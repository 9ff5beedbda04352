"""Loaded and strength terms: one thing or act, several words of different force.

In: data/terms.toml, and the user's own `terms.toml` of the same form. Out: terms. A concept groups
names; every name lists its surfaces (Chinese in Simplified characters, English in lower case).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from compare.errors import UnreadableFile
from compare.resources.user_toml import read_toml


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
