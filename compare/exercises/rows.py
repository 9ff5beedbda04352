"""From drafts to the rows of a task and to the key of each question.

In: chosen drafts in order, the number of the task, and the seed of this variant. Out: rows that
hold no answer, and answers that hold letters and proof. Only here do options get their letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from string import ascii_lowercase

from compare.exercises.parts import (
    GRID,
    MATCH,
    Answer,
    Choice,
    Draft,
    Option,
    Point,
    Question,
    Row,
)
from compare.exercises.seeds import digest, shuffled
from compare.reports.words import say

NO_PARTNER = "none"
BANK_EXTRA = 3


def build(
    drafts: Sequence[Draft], talk: Sequence[Draft], task: int, layout: str, seed: str
) -> tuple[list[Row], list[Answer]]:
    """Rows with their answers: those for points, then those for discussion."""
    rows, answers = [], []
    for n, draft in enumerate((*drafts, *talk), start=1):
        number = f"{task}.{n}"
        discussed = n > len(drafts)
        questions = []
        for at, point in enumerate(draft.points):
            name = number if discussed else _id(number, at, draft, layout)
            shown = _spoken(point) if discussed else point
            choices, letters = _choices(shown, draft, seed, layout)
            questions.append(Question(name, shown.prompt, choices, shown.column))
            answers.append(_answer(name, task, point, letters, draft, choices))
            if discussed:
                break
        rows.append(
            Row(number, draft.text, draft.language, tuple(questions), draft.quoted, discussed)
        )
    return rows, answers


def narrowed(drafts: Sequence[Draft], seed: str) -> list[Draft]:
    """Rows of a matching task with one common bank: every partner, some without one, "none"."""
    wanted = {key for draft in drafts for point in draft.points for key in point.accepted}
    every = {o.key: o for draft in drafts for point in draft.points for o in point.options}
    spare = shuffled((k for k in every if k not in wanted and k != NO_PARTNER), seed, str)
    keys = wanted | set(spare[:BANK_EXTRA])
    bank = shuffled((o for k, o in every.items() if k in keys and k != NO_PARTNER), seed, _key)
    bank += [every[NO_PARTNER]]
    return [
        replace(d, points=tuple(replace(p, options=tuple(bank)) for p in d.points)) for d in drafts
    ]


def _key(option: Option) -> str:
    return option.key


def _id(number: str, at: int, draft: Draft, layout: str) -> str:
    if layout == GRID:
        return number + draft.points[at].column
    return number + (ascii_lowercase[at] if len(draft.points) > 1 else "")


def _spoken(point: Point) -> Point:
    """A point as it is talked about: the prompt stays, the choices go."""
    return replace(point, options=(), accepted=(), prompt=say("discuss.ask"))


def _choices(
    point: Point, draft: Draft, seed: str, layout: str
) -> tuple[tuple[Choice, ...], dict[str, str]]:
    options = list(point.options)
    if point.shuffle and layout != MATCH:
        options.sort(key=lambda o: digest(seed, draft.name, point.prompt, o.key))
    letters = {option.key: ascii_lowercase[i] for i, option in enumerate(options)}
    return tuple(Choice(letters[o.key], o.text, o.language) for o in options), letters


def _answer(
    name: str,
    task: int,
    point: Point,
    letters: dict[str, str],
    draft: Draft,
    choices: tuple[Choice, ...],
) -> Answer:
    scored = point.scored and bool(letters)
    words = {option.key: option.text for option in point.options}
    keys = [key for key in point.accepted if key in words] if scored else []
    ordered = sorted(keys, key=lambda key: letters[key])
    return Answer(
        name,
        task,
        tuple(letters[key] for key in ordered),
        tuple(words[key] for key in ordered),
        tuple(choice.letter for choice in choices) if scored else (),
        scored,
        point.citations,
        point.why if letters or not point.scored else "",
        draft.text,
        draft.claims,
        draft.notes,
    )
