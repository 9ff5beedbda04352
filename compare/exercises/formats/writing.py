"""One exercise -> the files of one format.

In: an exercise and a format. Out: pairs of a name's ending and bytes: the sheet under the name that
was asked for, the key beside it. Formats that a learning platform reads hold both by nature and
are for the teacher alone.
"""

from __future__ import annotations

from pathlib import Path

from compare.exercises.formats import html, markdown
from compare.exercises.key import to_json
from compare.exercises.parts import Exercise

FORMATS = ("html", "markdown")
BINARY = frozenset[str]()
PLATFORM = frozenset[str]()


def sheet(made: Exercise, form: str, *, self_marking: bool = False) -> bytes:
    """The sheet; for a platform's format, the questions with their answers."""
    if form == "markdown":
        return _bytes(markdown.sheet(made.sheet))
    return _bytes(html.self_marking(made) if self_marking else html.sheet(made.sheet))


def key(made: Exercise, form: str) -> bytes:
    """The key for people in the same format."""
    if form == "markdown":
        return _bytes(markdown.key(made.key, made.sheet))
    return _bytes(html.key(made.key, made.sheet))


def files(
    made: Exercise, form: str, path: Path, *, self_marking: bool = False
) -> list[tuple[Path, bytes]]:
    """Every file of the exercise: sheet, key, and the key for `compare mark`."""
    found = [(path, sheet(made, form, self_marking=self_marking))]
    found.append((path.with_name(f"{path.stem}-key{path.suffix}"), key(made, form)))
    return [*found, (machine_path(path), machine_key(made))]


def machine_path(path: Path) -> Path:
    """Where the key for `compare mark` stands beside a sheet."""
    return path.with_name(f"{path.stem}-key.json")


def machine_key(made: Exercise) -> bytes:
    """The key for `compare mark`."""
    return _bytes(to_json(made.key))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
