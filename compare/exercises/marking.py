"""A class's answers against the key, and the key as the file that they are marked by.

In: the key or its JSON (schema `compare.exercise-key/1`), and a table whose header names the
questions and whose rows are students. Out: scores a row, and the questions and claims that were
missed most. A column of names may stand in the file; it is neither kept nor shown, and rows are
known by their place alone. How a table is read, and what a cell may hold, `answers` knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.errors import UnreadableFile
from compare.exercises import answers
from compare.exercises.parts import Answer, Key
from compare.reports.words import say

SCHEMA = "compare.exercise-key/1"


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
    file; `remarks` name the cells that are no answers.
    """

    code: str
    all: int
    scores: tuple[Score, ...]
    questions: tuple[Missed, ...]
    claims: tuple[Missed, ...]
    remarks: tuple[str, ...] = ()


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
    """Marks the answers in `data`; raises what `answers.read` raises."""
    asked = {answer.id: answer for answer in key.answers if answer.scored}
    read = answers.read(data, {name: answer.letters for name, answer in asked.items()}, file)
    given = read.given
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
    by_question, by_claim = (
        _missed(groups, asked, wrong, len(given)) for groups in (questions, claims)
    )
    return Marks(key.code, len(asked), tuple(scores), by_question, by_claim, read.remarks)


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
