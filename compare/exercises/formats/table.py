"""Sheet and key as CSV, and the empty table for a class's answers.

In: an exercise. Out: CSV with a byte order mark, so that spreadsheet programs read the Chinese.
A cell that such a program would take for a formula is given a leading apostrophe.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare.exercises.answers import place
from compare.exercises.parts import Citation, Key, Sheet
from compare.reports.rows import Value, csv_text, tame

QUESTIONS = ("sheet", "task", "kind", "row", "question", "claim", "passages", "prompt", "choices")
ANSWERS = (
    "sheet",
    "question",
    "scored",
    "accepted",
    "answer",
    "about",
    "source",
    "part",
    "start",
    "end",
    "quote",
    "claim",
    "status",
    "confidence",
    "note",
)
ROW, SHEET, SPOT = "row", "sheet", 8


def sheet(made: Sheet) -> str:
    """A row a question; it holds no answer."""
    rows = [
        (
            made.code,
            task.number,
            task.title,
            row.number,
            question.id,
            row.text,
            " | ".join(f"{q.place} {q.text}" for q in row.quoted),
            " ".join(p for p in (question.column, question.prompt) if p),
            " | ".join(f"{c.letter}) {c.text}" for c in question.choices),
        )
        for task in made.tasks
        for row in task.rows
        for question in row.questions
    ]
    return _csv(QUESTIONS, rows)


def key(made: Key) -> str:
    """A row a citation; a question without one has a row of its own."""
    rows = [
        (
            made.code,
            answer.id,
            "yes" if answer.scored else "no",
            " ".join(answer.accepted),
            " | ".join(answer.words),
            answer.about,
            *(_spot(cited) if cited else [""] * SPOT),
            answer.why,
        )
        for answer in made.answers
        for cited in answer.citations or (None,)
    ]
    return _csv(ANSWERS, rows)


def _spot(c: Citation) -> tuple[Value, ...]:
    sure = "" if c.confidence is None else c.confidence
    return c.source, c.part, c.start, c.end, c.quote, c.claim, c.status, sure


def template(made: Key) -> str:
    """The header of an answers file: the sheet that a row answers, and one column for every
    question that is scored on any variant of it.
    """
    asked = {q.id for some in made.variants.values() for q in some if q.accepted and not q.struck}
    return _csv((ROW, SHEET, *sorted(asked, key=place)), [])


def _csv(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    lines = ([tame(v) if isinstance(v, str) else v for v in row] for row in rows)
    return "\ufeff" + csv_text(head, lines)
