"""A class's answers against the key, and the key as the file that they are marked by.

In: the key or its JSON (schema `compare.exercise-key/1`), and a CSV whose header names the
questions and whose rows are students. Out: scores a row, and the questions and claims that were
missed most. A column of names may stand in the file; it is neither kept nor shown, and rows are
known by their place alone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
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
    """One row of the file: points, and how many questions have no answer."""

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
    """The result: `all` is the most points that a row can have; `scores` are in the order of the
    file.
    """

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
    wrong = {
        name: sum(letters.get(name, "") not in answer.accepted for letters in given)
        for name, answer in asked.items()
    }
    scores = [
        Score(
            sum(letters.get(name, "") in answer.accepted for name, answer in asked.items()),
            len(asked) - len(letters),
        )
        for letters in given
    ]
    about = dict.fromkeys(claim for answer in asked.values() for claim in answer.claims)
    claims = {c: [name for name, answer in asked.items() if c in answer.claims] for c in about}
    questions = {name: [name] for name in asked}
    missed = [_missed(groups, asked, wrong, len(given)) for groups in (questions, claims)]
    return Marks(key.code, len(asked), tuple(scores), *missed)


def _table(data: bytes, file: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The header, and the other rows with their lines."""
    try:
        text = data.decode("utf-8-sig")
        mark = max(",;\t", key=text.split("\n", 1)[0].count)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
        every = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    except UnicodeDecodeError as error:
        raise UnreadableFile(say("mark.encoding"), file=file) from error
    except csv.Error as error:
        raise UnreadableFile(say("mark.broken", reason=error), file=file) from error
    lines = [(line, row) for line, row in every if any(row)]
    if len(lines) < 2:
        raise UnreadableFile(say("mark.no_answers" if lines else "mark.no_header"), file=file)
    return lines[0][1], lines[1:]


def _columns(head: Sequence[str], asked: Mapping[str, Answer], file: str) -> dict[str, int]:
    """Question -> index of its column."""
    names = {name.casefold(): name for name in asked}
    cells = [cell.casefold() for cell in head]
    faults = {
        "mark.twice": [
            c for n, c in enumerate(head) if cells[n] in names and cells[n] in cells[:n]
        ],
        "mark.unknown": [c for c in head if c.casefold() not in WHO | names.keys()],
        "mark.missing": [name for cell, name in names.items() if cell not in cells],
    }
    for key, found in faults.items():
        if found:
            told = say(key, name=found[0], names=", ".join(found), known=", ".join(asked))
            raise UsageError(told, file=file, line=1)
    return {names[cell]: at for at, cell in enumerate(cells) if cell in names}


def _given(
    row: Sequence[str],
    line: int,
    columns: Mapping[str, int],
    asked: Mapping[str, Answer],
    file: str,
) -> dict[str, str]:
    """Question -> letter, for the questions that the row answers."""
    want = max(columns.values(), default=-1) + 1
    if len(row) < want:
        raise UsageError(say("mark.width", have=len(row), want=want), file=file, line=line)
    found = {name: row[at].rstrip(").").casefold() for name, at in columns.items() if row[at]}
    for name, letter in found.items():
        if letter and letter not in asked[name].letters:
            letters, answer = "".join(asked[name].letters), row[columns[name]]
            said = say("mark.letter", question=name, answer=answer, letters=letters)
            raise UsageError(said, file=file, line=line)
    return {name: letter for name, letter in found.items() if letter}


def _missed(
    groups: Mapping[str, Sequence[str]],
    asked: Mapping[str, Answer],
    wrong: Mapping[str, int],
    rows: int,
) -> tuple[Missed, ...]:
    """Groups of questions by the share of wrong answers to them, those without any left out."""
    every = [
        Missed(
            group,
            next((asked[n].about for n in names if asked[n].about), ""),
            sum(wrong[n] for n in names),
            rows * len(names),
        )
        for group, names in groups.items()
    ]
    missed = (one for one in every if one.wrong)
    return tuple(sorted(missed, key=lambda m: (-m.wrong / m.of, -m.wrong, m.name)))
