"""The scored questions of an exercise, as learning platforms want them: one at a time.

In: an exercise. Out: questions with their text, choices and accepted letters. A platform shows each
question alone, so that the task, the claim and the passages stand in every one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.errors import UsageError
from compare.exercises.blocks import citation_words
from compare.exercises.parts import Answer, Choice, Exercise, Question, Row, Task
from compare.reports.words import say


@dataclass(frozen=True, slots=True)
class Item:
    """One question: a name, paragraphs of text, choices, accepted letters, and what is said after
    the answer.
    """

    id: str
    name: str
    text: tuple[str, ...]
    choices: tuple[Choice, ...]
    accepted: tuple[str, ...]
    feedback: tuple[str, ...]


def items(made: Exercise, form: str) -> list[Item]:
    """Every scored question in order; raises UsageError when there is none."""
    answers = {answer.id: answer for answer in made.key.answers if answer.scored}
    found = [
        _item(task, row, question, answers[question.id])
        for task in made.sheet.tasks
        for row in task.rows
        for question in row.questions
        if question.id in answers and not row.discussion
    ]
    if not found:
        raise UsageError(say("error.unscored", format=form))
    return found


def texts(made: Exercise) -> Iterator[tuple[str, list[str]]]:
    """Title and numbered paragraphs of every text."""
    for text in made.sheet.texts:
        lines = [f"{text.label}0 {text.title}", text.facts[0]]
        yield text.heading, [*lines, *(f"{p.place} {p.text}" for p in text.passages)]


def _item(task: Task, row: Row, question: Question, answer: Answer) -> Item:
    column = say("text.heading", label=question.column) if question.column else ""
    lines = [task.instruction, row.text, *(f"{q.place} {q.text}" for q in row.quoted)]
    lines += [column, question.prompt]
    feedback = [*(citation_words(c) for c in answer.citations), answer.why]
    return Item(
        question.id,
        f"{question.id} {task.title}",
        tuple(line for line in lines if line),
        question.choices,
        answer.accepted,
        tuple(line for line in feedback if line),
    )
