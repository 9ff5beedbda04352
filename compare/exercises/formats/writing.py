"""One exercise -> the files of one format.

In: an exercise and a format. Out: bytes: the sheet under the name that was asked for, the key
beside it, and the key for `compare mark`. Formats that a learning platform reads (GIFT, Moodle XML,
QTI) hold questions and answers by nature and are for the teacher alone; their key for people is
Markdown.
"""

from __future__ import annotations

from pathlib import Path

from compare.exercises.formats import docx, gift, html, markdown, moodle, pdf, qti, table
from compare.exercises.key import to_json
from compare.exercises.parts import Exercise

BINARY = frozenset({"docx", "pdf", "qti"})
PLATFORM = frozenset({"gift", "moodle", "qti"})


def sheet(made: Exercise, form: str, *, self_marking: bool = False) -> bytes:
    """The sheet; for a platform's format, the questions with their answers."""
    if form == "html" and self_marking:
        return _bytes(html.self_marking(made))
    text = {"html": html.sheet, "markdown": markdown.sheet, "csv": table.sheet}
    data = {"docx": docx.sheet, "pdf": pdf.sheet}
    if form in text:
        return _bytes(text[form](made.sheet))
    if form in data:
        return data[form](made.sheet)
    if form == "gift":
        return _bytes(gift.questions(made))
    return moodle.questions(made) if form == "moodle" else qti.package(made)


def key(made: Exercise, form: str) -> bytes:
    """The key for people: in the same format, or in Markdown."""
    if form == "docx":
        return docx.key(made.key, made.sheet)
    if form == "pdf":
        return pdf.key(made.key, made.sheet)
    if form == "html":
        return _bytes(html.key(made.key, made.sheet))
    if form == "csv":
        return _bytes(table.key(made.key))
    return _bytes(markdown.key(made.key, made.sheet))


def files(
    made: Exercise, form: str, path: Path, *, self_marking: bool = False
) -> list[tuple[Path, bytes]]:
    """Every file of the exercise, the sheet first."""
    ending = ".md" if form in PLATFORM else path.suffix
    found = [(path, sheet(made, form, self_marking=self_marking))]
    found.append((path.with_name(f"{path.stem}-key{ending}"), key(made, form)))
    if form == "csv":
        found.append((path.with_name(f"{path.stem}-answers.csv"), _bytes(table.template(made.key))))
    return [*found, (machine_path(path), _bytes(to_json(made.key)))]


def machine_path(path: Path) -> Path:
    """Where the key for `compare mark` stands beside a sheet."""
    return path.with_name(f"{path.stem}-key.json")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
