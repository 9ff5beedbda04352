"""A comparison -> a sheet and its key.

In: a `Comparison`, a `Request`, the bound of confidence, claims of other stories. Out: an
`Exercise`. All variants of a class ask the same; only the order of rows and answers differs, so
that marks can be compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.errors import UsageError
from compare.exercises import cover, rows
from compare.exercises.excerpts import shown
from compare.exercises.facts import Facts
from compare.exercises.kinds import official
from compare.exercises.levels import LEVEL
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
from compare.exercises.seeds import default_seed, digest, pick, shuffled
from compare.model import Comparison, Source
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
    tasks, answers = _tasks(facts, planned, request)
    code = _code(facts, request, planned)
    sheet = Sheet(
        code,
        comparison.story.title,
        language(),
        request.level,
        planned.minutes,
        request.variant,
        say("aim", kinds=say("list").join(say(f"aim.{t.kind}") for t in tasks)),
        cover.needs(facts),
        tuple(cover.text(facts, source, request) for source in facts.sources),
        tuple(tasks),
        cover.limits(facts),
        request.large,
        request.paper,
    )
    if request.anonymous:
        sheet = cover.masked(sheet, _hidden(facts, names or {}))
    notes = (*planned.left_out, *_distractor_note(facts))
    key = Key(code, sheet.title, language(), tuple(answers), cover.outlets(facts), notes)
    return Exercise(sheet, key, planned.warnings)


def gather(
    comparison: Comparison,
    request: Request,
    options: Options = Options(),
    distractors: Sequence[Distractor] = (),
) -> Facts:
    """The facts of the sources that the request leaves in; UsageError when there are none."""
    sources = _chosen(comparison, request)
    seed = request.seed if request.seed is not None else default_seed(comparison)
    ordered = shuffled(sources, seed, lambda s: s.id) if request.anonymous else sources
    labels = {source.id: _label(n) for n, source in enumerate(ordered)}
    return Facts(
        comparison,
        tuple(ordered),
        labels,
        {s.id: shown(s.document, request.excerpt) for s in ordered},
        options.exercise_confidence,
        LEVEL[request.level],
        seed,
        tuple(distractors),
    )


def _chosen(comparison: Comparison, request: Request) -> list[Source]:
    known = [source.id for source in comparison.sources]
    wanted = request.sources or tuple(known)
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise UsageError(say("error.source", names=", ".join(unknown), known=", ".join(known)))
    chosen = [
        source
        for source in comparison.sources
        if source.id in wanted
        and (request.texts == "both" or source.article.language.startswith(request.texts))
    ]
    if not chosen:
        raise UsageError(say("error.texts", texts=request.texts))
    return chosen


def _label(n: int) -> str:
    """A, B, … Z, AA, AB, …"""
    first, second = divmod(n, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)


def _tasks(facts: Facts, planned: Plan, request: Request) -> tuple[list[Task], list[Answer]]:
    tasks, answers = [], []
    for number, item in enumerate(planned.tasks, start=1):
        task, keys = _task(facts, item, number, f"{facts.seed} {request.variant}")
        tasks.append(task)
        answers += keys
    return tasks, answers


def _task(facts: Facts, item: Planned, number: int, order: str) -> tuple[Task, list[Answer]]:
    kind = item.kind
    seed = f"{facts.seed} {kind.name}"
    chosen = shuffled(pick(item.scored, item.rows, seed), f"{order} {kind.name}", lambda d: d.name)
    if kind.layout == MATCH:
        chosen = rows.narrowed(chosen, f"{order} {kind.name}")
    talk = pick(item.open, TALK if chosen else item.rows, seed)
    made, answers = rows.build(chosen, talk, number, kind.layout, order)
    task = Task(
        number,
        kind.name,
        kind.layout,
        say(f"task.{kind.name}"),
        say(f"do.{kind.name}", **_values(facts, kind.name)),
        item.minutes,
        tuple(made),
        tuple(facts.labels[s.id] for s in facts.sources) if kind.layout == GRID else (),
        () if kind.layout == GRID else _bank(made),
        kind.lines,
        tuple(say(f"rubric.{kind.name}.{n}") for n in (1, 2, 3)),
        say(f"hint.{kind.name}") if facts.level.hints else "",
    )
    return task, answers


def _bank(made: Sequence[Row]) -> tuple[Choice, ...]:
    """The choices that all questions of a task have in common, printed once; else nothing."""
    questions = [question for row in made if not row.discussion for question in row.questions]
    banks = {question.choices for question in questions}
    return questions[0].choices if len(banks) == 1 and len(questions) > 1 else ()


def _values(facts: Facts, kind: str) -> dict[str, str]:
    """What the instruction of a kind names."""
    readout = facts.comparison.readout
    if kind == "official" and readout is not None:
        return {"where": official.where(readout, facts)}
    return {}


def _hidden(facts: Facts, names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for source in facts.sources:
        own = (source.article.outlet_name, *names.get(source.id, ()))
        found |= {name: facts.labels[source.id] for name in own if len(name) > 1}
    return found


def _distractor_note(facts: Facts) -> tuple[str, ...]:
    return () if facts.distractors else (say("note.no_other_story"),)


def _code(facts: Facts, request: Request, planned: Plan) -> str:
    """What sheet and key have in common: the same for the same request, texts and answers."""
    content = [repr(source.article) for source in facts.sources]
    asked = [f"{task.kind.name}{task.rows}" for task in planned.tasks]
    mark = digest(repr(request), facts.seed, facts.bound, language(), *asked, *content)
    return f"{mark[:8]}-{request.variant}"
