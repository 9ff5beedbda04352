"""A comparison -> a sheet and its key.

In: a `Comparison`, a `Request`, the bound of confidence, claims of other stories. Out: an
`Exercise`. All variants of a class ask the same; only the order of rows and answers differs, so
that marks can be compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.exercises import cover, rows
from compare.exercises.facts import Facts, gather
from compare.exercises.parts import (
    GRID,
    MATCH,
    Answer,
    Choice,
    Distractor,
    Exercise,
    Key,
    Request,
    Row,
    Sheet,
    Task,
)
from compare.exercises.planning import Plan, Planned, plan
from compare.model import Comparison
from compare.options import Options
from compare.reports.words import language, say

TALK = 2


def make(
    comparison: Comparison,
    request: Request = Request(),
    options: Options = Options(),
    distractors: Sequence[Distractor] = (),
    names: Mapping[str, Sequence[str]] | None = None,
) -> Exercise:
    """The sheet and key that `request` asks for.

    `names` maps a source id to further names of its outlet, which an anonymous sheet hides.
    Raises UsageError when a request cannot be honoured, with what could be.
    """
    facts = gather(comparison, request, options, distractors)
    planned = plan(facts, request)
    code = _code(facts, request, planned)
    tasks: list[Task] = []
    answers: list[Answer] = []
    for number, item in enumerate(planned.tasks, start=1):
        task, keys = _task(facts, item, number, f"{facts.seed} {request.variant}")
        tasks.append(task)
        answers += keys
    sheet = Sheet(
        code,
        comparison.story.title,
        language(),
        request.level,
        planned.minutes,
        request.variant,
        say("aim", kinds=say("list").join(item.kind.say("aim.{}") for item in planned.tasks)),
        cover.needs(facts),
        tuple(cover.text(facts, source, request) for source in facts.sources),
        tuple(tasks),
        cover.limits(facts),
        request.large,
        request.paper,
    )
    if request.anonymous:
        sheet = cover.masked(sheet, facts, names or {})
    notes = planned.notes if distractors else (*planned.notes, say("note.no_other_story"))
    key = Key(code, comparison.story.title, language(), tuple(answers), cover.outlets(facts), notes)
    return Exercise(sheet, key, planned.warnings)


def _task(facts: Facts, item: Planned, number: int, order: str) -> tuple[Task, list[Answer]]:
    kind = item.kind
    seed, own = f"{facts.seed} {kind.name}", f"{order} {kind.name}"
    chosen = rows.shuffled(rows.pick(item.scored, item.rows, seed), own, lambda d: d.name)
    if kind.layout == MATCH:
        chosen = rows.narrowed(chosen, own)
    talk = rows.pick(item.talk, TALK if chosen else item.rows, seed)
    made, answers = rows.build(chosen, talk, number, kind.layout, order)
    task = Task(
        number,
        kind.name,
        kind.layout,
        kind.say("task.{}"),
        kind.say("do.{}", **(kind.values(facts) if kind.values else {})),
        item.minutes,
        tuple(made),
        tuple(facts.labels.values()) if kind.layout == GRID else (),
        () if kind.layout == GRID else _bank(made),
        kind.lines,
        tuple(kind.say(f"rubric.{{}}.{n}") for n in (1, 2, 3)),
        kind.say("hint.{}") if facts.level.hints else "",
    )
    return task, answers


def _bank(made: Sequence[Row]) -> tuple[Choice, ...]:
    """The choices that all questions of a task have in common, printed once; else nothing."""
    banks = [question.choices for row in made if not row.discussion for question in row.questions]
    return banks[0] if len(set(banks)) == 1 and len(banks) > 1 else ()


def _code(facts: Facts, request: Request, planned: Plan) -> str:
    """What sheet and key have in common: the same for the same request, texts and answers."""
    content = [repr(source.article) for source in facts.sources]
    asked = [f"{task.kind.name}{task.rows}" for task in planned.tasks]
    mark = rows.digest(repr(request), facts.seed, facts.bound, language(), *asked, *content)
    return f"{mark[:8]}-{request.variant}"
