"""From drafts to the rows of a task and to the key of each question.

In: drafts, the number of the task, and seeds. Out: rows that hold no answer, and answers that hold
letters and proof; only here do options get their letters. Every order comes from a hash of a seed
and a name, not from a random generator: the order of one task then stays the same when another
task is added, and on every version of Python.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import TypeVar

from compare.exercises.parts import (
    GRID,
    MATCH,
    Answer,
    Choice,
    Numbered,
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
LAST = 10
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
    """The `count` best drafts, in turn from each group of `balance`, the better group first in
    each turn, equals by the seed; those of rank LAST and more when no other is left.
    """
    turns: dict[str, int] = {}
    order: list[tuple[bool, int, int, str, Prompt]] = []
    for draft in sorted(drafts, key=lambda d: (d.rank, digest(seed, d.name))):
        turn = turns[draft.balance] = turns.get(draft.balance, 0) + 1
        group = digest(seed, "group", draft.balance)
        order.append((draft.rank >= LAST, turn, draft.rank, group, draft))
    return [draft for *_, draft in sorted(order, key=lambda one: one[:4])][:count]


@dataclass(frozen=True, slots=True)
class Numbering:
    """What is numbered: rows of task `task` of a kind, in the order of `seed`."""

    kind: str
    task: int
    layout: str
    seed: str


def build(
    drafts: Sequence[Prompt], talk: Sequence[Prompt], at: Numbering
) -> tuple[list[Row], list[Answer]]:
    """Rows with their answers: those for points, then those for discussion."""
    rows, answers = [], []
    for n, draft in enumerate((*drafts, *talk), start=1):
        row, keyed = _row(draft, f"{at.task}.{n}", at, discussed=n > len(drafts))
        rows.append(row)
        answers += keyed
    return rows, answers


def numbered(answer: Answer) -> Numbered:
    """A question as its sheet has it, without what is the same on every sheet."""
    return Numbered(answer.id, answer.item, answer.accepted, answer.letters)


def _row(draft: Prompt, number: str, at: Numbering, *, discussed: bool) -> tuple[Row, list[Answer]]:
    questions, answers = [], []
    for n, point in enumerate(draft.points[:1] if discussed else draft.points):
        suffix = "" if discussed else _suffix(n, draft, at.layout)
        options = () if discussed else _ordered(point, draft, at.seed, at.layout)
        lettered = list(zip(ascii_lowercase, options, strict=False))
        choices = tuple(Choice(letter, o.text, o.language) for letter, o in lettered)
        prompt = (point.talk or say("discuss.ask")) if discussed else point.prompt
        questions.append(Question(number + suffix, prompt, choices, point.column))
        answers.append(_answer(number, suffix, at, point, lettered, draft))
    quoted = tuple(Passage(c.place, c.quote, c.language) for c in draft.quoted)
    shown = (draft.text, draft.language, tuple(questions), quoted)
    return Row(number, *shown, discussion=discussed), answers


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
    number: str,
    suffix: str,
    at: Numbering,
    point: Point,
    lettered: Sequence[tuple[str, Option]],
    draft: Prompt,
) -> Answer:
    right = [(letter, option) for letter, option in lettered if option.key in point.accepted]
    return Answer(
        number + suffix,
        at.task,
        tuple(letter for letter, _ in right),
        tuple(option.text for _, option in right),
        tuple(letter for letter, _ in lettered) if right else (),
        bool(right),
        point.citations,
        point.why,
        draft.text,
        draft.claims,
        draft.notes,
        f"{at.kind} {draft.name} {suffix}".rstrip(),
        point.samples,
    )
