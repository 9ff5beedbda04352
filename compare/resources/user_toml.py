"""TOML that the user wrote, or that came with a folder of articles.

In: a path. Out: its text and its tables, or one line that says what is wrong with it. The parser of
the standard library takes time and memory that grow with the square of the dots in a key: half a
megabyte of `a.a.a` fills a machine. So a file and its lines have a largest size, which no list of
outlets or words comes near; they are no options, because the options stand in such a file.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from compare.errors import UnreadableFile

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
