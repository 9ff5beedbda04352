"""The words of one language: what stands in `compare/reading/<language>/words.toml`.

In: the primary tag of a language (`fr`). Out: its tables, empty where there is no such folder, so
that a language exists as soon as its folder does and no list in code has to name it; its lists of
words, and pieces of patterns made of them. In a list white space parts two words and `_` stands for
a space inside one. They are data, so that a reader can add a word without reading a rule.

TOML that the user wrote, or that came with a folder of articles. In: a path. Out: its text and its
tables, or one line that says what is wrong with it. The parser of the standard library takes time
and memory that grow with the square of the dots in a key: half a megabyte of `a.a.a` fills a
machine. So a file and its lines have a largest size, which no list of outlets or words comes near;
they are no options, because the options stand in such a file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from compare.errors import UnreadableFile

_TAG = re.compile(r"[a-z]{2,3}")


@lru_cache(maxsize=64)
def words(language: str) -> Mapping[str, Any]:
    """The tables of a language; none for a tag without a folder."""
    path = files("compare.reading").joinpath(language, "words.toml")
    if not _TAG.fullmatch(language) or not path.is_file():
        return {}
    return tomllib.loads(path.read_text(encoding="utf-8"))


def listed(line: str) -> list[str]:
    """The words of one list."""
    return [word.replace("_", " ") for word in line.split()]


def word_set(language: str, section: str, key: str) -> frozenset[str]:
    """The words of a list that a language must have; KeyError when it has none."""
    return frozenset(listed(words(language)[section][key]))


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The tags of the languages that have words."""
    folders = files("compare.reading").iterdir()
    return tuple(sorted(f.name for f in folders if f.joinpath("words.toml").is_file()))


def everywhere(section: str, key: str) -> frozenset[str]:
    """The words of a list in all languages that have it."""
    lines = (words(language).get(section, {}).get(key, "") for language in languages())
    return frozenset(word for line in lines for word in listed(line))


def either(alternatives: Iterable[str]) -> str:
    """A pattern, without brackets, for any of the words, longest first; a space is any white space.
    Without words it fits nothing.
    """
    found = sorted(alternatives, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in found) or "(?!)"


def any_of(line: str) -> str:
    """The pattern for any word of one list."""
    return either(listed(line))


_LARGEST, _LONGEST_LINE = 200_000, 1000  # bytes, characters
_PLACE = re.compile(r" \(at line (\d+), column \d+\)$")


def read_toml(path: Path) -> tuple[str, dict[str, Any]]:
    """Text and tables of a file; raises UnreadableFile with the line where it can be told."""
    text = _text(path)
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place else None
        why = f"not TOML: {_PLACE.sub('', str(error))}"
        raise UnreadableFile(why, file=str(path), line=line) from error
    except RecursionError as error:
        raise UnreadableFile("not TOML: nested too deeply", file=str(path)) from error


def _text(path: Path) -> str:
    try:
        size = path.stat().st_size
        text = path.read_text(encoding="utf-8-sig") if size <= _LARGEST else ""
    except OSError as error:
        raise UnreadableFile(f"cannot be read: {error.strerror}", file=str(path)) from error
    except UnicodeDecodeError as error:
        raise UnreadableFile("not UTF-8; save it as UTF-8", file=str(path)) from error
    if size > _LARGEST:
        raise UnreadableFile(f"longer than {_LARGEST} bytes; split it", file=str(path))
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > _LONGEST_LINE:
            why = f"a line longer than {_LONGEST_LINE} characters; break it"
            raise UnreadableFile(why, file=str(path), line=number)
    return text
