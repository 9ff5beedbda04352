"""From drafts to the rows of a task and to the key of each question.

In: drafts, the number of the task, and seeds. Out: rows that hold no answer, and answers that hold
letters and proof; only here do options get their letters. Every order comes from a hash of a seed
and a name, not from a random generator: the order of one task then stays the same when another
task is added, and on every version of Python.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from string import ascii_lowercase
from typing import TypeVar

from compare.exercises.parts import (
    GRID,
    MATCH,
    Answer,
    Choice,
    Option,
    Passage,
    Point,
    Prompt,
    Question,
    Row,
)
from compare.model import Comparison
from compare.reports.words import say

NO_PARTNER = "none"
T = TypeVar("T")


def default_seed(comparison: Comparison) -> str:
    """Eight hex digits that stand for the story and the articles in it."""
    names = sorted(article.id for article in comparison.story.articles)
    return digest(comparison.story.slug, *names)[:8]


def digest(*names: object) -> str:
    """Hex digits of the SHA-256 of the names, which are kept apart."""
    return hashlib.sha256("\x1f".join(map(str, names)).encode("utf-8", "replace")).hexdigest()


def shuffled(items: Iterable[T], seed: str, name: Callable[[T], object]) -> list[T]:
    """The items in the order that the seed gives them."""
    return sorted(items, key=lambda item: digest(seed, name(item)))


def pick(drafts: Sequence[Prompt], count: int, seed: str) -> list[Prompt]:
    """The `count` best drafts, in turn from each group of `balance`, equals by the seed."""
    turns: dict[str, int] = {}
    order: list[tuple[int, str, Prompt]] = []
    for draft in sorted(drafts, key=lambda d: (d.rank, digest(seed, d.name))):
        turn = turns[draft.balance] = turns.get(draft.balance, 0) + 1
        order.append((turn, digest(seed, "group", draft.balance), draft))
    return [draft for *_, draft in sorted(order, key=lambda one: one[:2])][:count]


def build(
    drafts: Sequence[Prompt], talk: Sequence[Prompt], task: int, layout: str, seed: str
) -> tuple[list[Row], list[Answer]]:
    """Rows with their answers: those for points, then those for discussion."""
    rows, answers = [], []
    for n, draft in enumerate((*drafts, *talk), start=1):
        number, discussed, questions = f"{task}.{n}", n > len(drafts), []
        for at, point in enumerate(draft.points[:1] if discussed else draft.points):
            name = number if discussed else number + _suffix(at, draft, layout)
            options = () if discussed else _ordered(point, draft, seed, layout)
            lettered = list(zip(ascii_lowercase, options, strict=False))
            choices = tuple(Choice(letter, o.text, o.language) for letter, o in lettered)
            prompt = say("discuss.ask") if discussed else point.prompt
            questions.append(Question(name, prompt, choices, point.column))
            answers.append(_answer(name, task, point, lettered, draft))
        quoted = tuple(Passage(c.place, c.quote, c.language) for c in draft.quoted)
        about = (draft.text, draft.language, tuple(questions), quoted)
        rows.append(Row(number, *about, discussion=discussed))
    return rows, answers


def narrowed(drafts: Sequence[Prompt], seed: str, extra: int) -> list[Prompt]:
    """Rows of a matching task with one bank: every partner, `extra` without one, "none"."""
    wanted = {key for draft in drafts for point in draft.points for key in point.accepted}
    every = {o.key: o for draft in drafts for point in draft.points for o in point.options}
    spare = shuffled((k for k in every if k not in wanted and k != NO_PARTNER), seed, str)
    keys = (wanted | set(spare[:extra])) - {NO_PARTNER}
    bank = (*(every[key] for key in shuffled(keys, seed, str)), every[NO_PARTNER])
    return [replace(d, points=tuple(replace(p, options=bank) for p in d.points)) for d in drafts]


def _suffix(at: int, draft: Prompt, layout: str) -> str:
    """What tells the questions of a row apart: the column of a grid, else a letter."""
    if layout == GRID:
        return draft.points[at].column
    return ascii_lowercase[at] if len(draft.points) > 1 else ""


def _ordered(point: Point, draft: Prompt, seed: str, layout: str) -> tuple[Option, ...]:
    order = (seed, draft.name, point.prompt)
    mixed = sorted(point.options, key=lambda o: digest(*order, o.key))
    return tuple(mixed) if point.shuffle and layout != MATCH else point.options


def _answer(
    name: str, task: int, point: Point, lettered: Sequence[tuple[str, Option]], draft: Prompt
) -> Answer:
    right = [(letter, option) for letter, option in lettered if option.key in point.accepted]
    return Answer(
        name,
        task,
        tuple(letter for letter, _ in right),
        tuple(option.text for _, option in right),
        tuple(letter for letter, _ in lettered) if right else (),
        bool(right),
        point.citations,
        point.why,
        draft.text,
        draft.claims,
        draft.notes,
    )
