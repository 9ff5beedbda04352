"""Sheets and keys in every format: one exercise -> the files of one format.

In: an exercise and a format. Out: bytes: the sheet under the name that was asked for, the key
beside it, and the key for `compare mark`. Formats that a learning platform reads (GIFT, Moodle XML,
QTI) hold questions and answers by nature and are for the teacher alone; their key for people is
Markdown. All others are written from the same blocks by the renderers of reports.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from compare.exercises.blocks import key_blocks, marks_blocks, sheet_blocks
from compare.exercises.formats import docx, lms, pages, table
from compare.exercises.marking import Marks, to_json
from compare.exercises.parts import Exercise, Sheet
from compare.reports import markdown, terminal
from compare.reports.blocks import Block, Display

BINARY = frozenset({"docx", "pdf", "qti"})
PLATFORMS: dict[str, Callable[[Exercise], str | bytes]] = {
    "gift": lms.gift,
    "moodle": lms.moodle,
    "qti": lms.qti,
}
DRAWN: dict[str, Callable[[list[Block], Sheet], str | bytes]] = {
    "html": pages.page,
    "markdown": lambda blocks, _: markdown.render(blocks, Display()),
    "table": lambda blocks, _: terminal.render(blocks, Display()),
    "docx": docx.document,
    "pdf": pages.pdf,
}


def sheet(made: Exercise, form: str, *, self_marking: bool = False) -> bytes:
    """The sheet; for a platform's format, the questions with their answers."""
    if form == "html" and self_marking:
        return _bytes(pages.self_marking(made))
    if form in PLATFORMS:
        return _bytes(PLATFORMS[form](made))
    if form == "csv":
        return _bytes(table.sheet(made.sheet))
    return _bytes(DRAWN[form](sheet_blocks(made.sheet), made.sheet))


def key(made: Exercise, form: str) -> bytes:
    """The key for people: in the same format, or in Markdown."""
    if form == "csv":
        return _bytes(table.key(made.key))
    drawn = DRAWN["markdown" if form in PLATFORMS else form]
    return _bytes(drawn(key_blocks(made.key), made.sheet))


def files(
    made: Exercise, form: str, path: Path, *, self_marking: bool = False
) -> list[tuple[Path, bytes]]:
    """Every file of the exercise, the sheet first."""
    ending = ".md" if form in PLATFORMS else path.suffix
    found = [(path, sheet(made, form, self_marking=self_marking))]
    found.append((path.with_name(f"{path.stem}-key{ending}"), key(made, form)))
    if form == "csv":
        found.append((path.with_name(f"{path.stem}-answers.csv"), _bytes(table.template(made.key))))
    return [*found, (machine_path(path), _bytes(to_json(made.key)))]


def marks(made: Marks) -> str:
    """A class's marks as Markdown, which a terminal shows as well."""
    return markdown.render(marks_blocks(made), Display())


def machine_path(path: Path) -> Path:
    """Where the key for `compare mark` stands beside a sheet."""
    return path.with_name(f"{path.stem}-key.json")


def _bytes(made: str | bytes) -> bytes:
    return made if isinstance(made, bytes) else made.encode("utf-8", "backslashreplace")
