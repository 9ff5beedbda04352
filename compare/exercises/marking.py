"""A class's answers against the key, and the key as the file that they are marked by.

In: the key or its JSON (schema `compare.exercise-key/1`), and a CSV whose header names the
questions and whose rows are students. Out: scores a row, and the questions and claims that were
missed most. A column of names may stand in the file; it is neither kept nor shown, and rows are
known by their place alone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from compare.errors import UnreadableFile, UsageError
from compare.exercises.parts import Answer, Key
from compare.reports.words import say

SCHEMA = "compare.exercise-key/1"
WHO = frozenset(
    {"", "row", "name", "student", "id", "class", "number", "姓名", "学生", "學生", "学号", "學號"}
)


@dataclass(frozen=True, slots=True)
class Score:
    """One row of the file: its place from 1, points, and how many questions have no answer."""

    row: int
    points: int
    empty: int


@dataclass(frozen=True, slots=True)
class Missed:
    """How often a question, or the questions on a claim, were answered wrongly or not at all."""

    name: str
    about: str
    wrong: int
    of: int


@dataclass(frozen=True, slots=True)
class Marks:
    """The result: `all` is the most points that a row can have."""

    code: str
    all: int
    scores: tuple[Score, ...]
    questions: tuple[Missed, ...]
    claims: tuple[Missed, ...]


def to_json(key: Key) -> str:
    """The key as JSON with a final line end: what stands beside a sheet, never inside it."""
    import msgspec

    document = {"schema": SCHEMA, **msgspec.to_builtins(key)}
    return msgspec.json.format(msgspec.json.encode(document), indent=1).decode() + "\n"


def from_json(data: bytes, file: str) -> Key:
    """The key in `data`; raises UnreadableFile when it is none."""
    import msgspec

    try:
        document = msgspec.json.decode(data, type=dict[str, object])
        if document.pop("schema", None) != SCHEMA:
            raise UnreadableFile(say("mark.bad_key"), file=file)
        return msgspec.convert(document, Key)
    except msgspec.MsgspecError as error:
        raise UnreadableFile(say("mark.bad_key"), file=file) from error


def mark(key: Key, data: bytes, file: str) -> Marks:
    """Marks the answers in `data`.

    Raises UsageError for unknown, double or missing columns and for a letter that a question does
    not have, UnreadableFile for a file that is no table; both name the file, and the line if one
    is at fault.
    """
    asked = {answer.id: answer for answer in key.answers if answer.scored}
    head, rows = _table(data, file)
    columns = _columns(head, asked, file)
    given = [_given(row, line, columns, asked, file) for line, row in rows]
    scores = tuple(_score(n, letters, asked) for n, letters in enumerate(given, start=1))
    wrong = {
        name: sum(letters.get(name, "") not in answer.accepted for letters in given)
        for name, answer in asked.items()
    }
    questions = [Missed(name, asked[name].about, n, len(given)) for name, n in wrong.items()]
    return Marks(
        key.code, len(asked), scores, _ranked(questions), _claims(asked, wrong, len(given))
    )


def _table(data: bytes, file: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(say("mark.encoding"), file=file) from error
    sample = text.split("\n", 1)[0]
    mark = max(",;\t", key=sample.count)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
        lines = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    except csv.Error as error:
        raise UnreadableFile(say("mark.broken", reason=error), file=file) from error
    lines = [(line, row) for line, row in lines if any(row)]
    if not lines:
        raise UnreadableFile(say("mark.no_header"), file=file)
    if len(lines) == 1:
        raise UnreadableFile(say("mark.no_answers"), file=file)
    return lines[0][1], lines[1:]


def _columns(head: Sequence[str], asked: dict[str, Answer], file: str) -> dict[str, int]:
    """Question -> index of its column."""
    names = {name.casefold(): name for name in asked}
    found: dict[str, int] = {}
    unknown = []
    for at, cell in enumerate(head):
        name = names.get(cell.casefold())
        if name in found:
            raise UsageError(say("mark.twice", name=cell), file=file, line=1)
        if name is not None:
            found[name] = at
        elif cell.casefold() not in WHO:
            unknown.append(cell)
    if unknown:
        said = say("mark.unknown", names=", ".join(unknown), known=", ".join(asked))
        raise UsageError(said, file=file, line=1)
    missing = [name for name in asked if name not in found]
    if missing:
        raise UsageError(say("mark.missing", names=", ".join(missing)), file=file, line=1)
    return found


def _given(
    row: Sequence[str], line: int, columns: dict[str, int], asked: dict[str, Answer], file: str
) -> dict[str, str]:
    """Question -> letter, for the questions that the row answers."""
    if len(row) <= max(columns.values()):
        want = max(columns.values()) + 1
        raise UsageError(say("mark.width", have=len(row), want=want), file=file, line=line)
    found = {}
    for name, at in columns.items():
        letter = row[at].rstrip(").").casefold()
        if letter and letter not in asked[name].letters:
            letters = "".join(asked[name].letters)
            said = say("mark.letter", question=name, answer=row[at], letters=letters)
            raise UsageError(said, file=file, line=line)
        if letter:
            found[name] = letter
    return found


def _score(row: int, letters: dict[str, str], asked: dict[str, Answer]) -> Score:
    points = sum(letters.get(name, "") in answer.accepted for name, answer in asked.items())
    return Score(row, points, len(asked) - len(letters))


def _claims(asked: dict[str, Answer], wrong: dict[str, int], rows: int) -> tuple[Missed, ...]:
    """Claims by the share of wrong answers to the questions about them."""
    told: dict[str, list[str]] = {}
    for name, answer in asked.items():
        for claim in answer.claims:
            told.setdefault(claim, []).append(name)
    return _ranked(
        [
            Missed(
                claim,
                next((asked[n].about for n in names if asked[n].about), ""),
                sum(wrong[n] for n in names),
                rows * len(names),
            )
            for claim, names in told.items()
        ]
    )


def _ranked(missed: Sequence[Missed]) -> tuple[Missed, ...]:
    wrong = [one for one in missed if one.wrong]
    return tuple(sorted(wrong, key=lambda m: (-m.wrong / m.of, -m.wrong, m.name)))
