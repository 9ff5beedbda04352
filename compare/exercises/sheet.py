"""A comparison -> a sheet and its key.

In: a `Comparison`, a `Request`, the bound of confidence, claims of other stories. Out: an
`Exercise`. All variants of a class ask the same; only the order of rows and answers differs, so
that marks can be compared. All three are made whichever is asked for: the key then holds how each
of them numbers a question, and one key marks a class. A struck row leaves its number free, so that
the numbers of a sheet that is printed already stay right.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from types import MappingProxyType

from compare.errors import UsageError
from compare.exercises import rows
from compare.exercises.facts import Facts, gather
from compare.exercises.parts import (
    GRID,
    MATCH,
    OPEN,
    VARIANTS,
    Answer,
    Distractor,
    Exercise,
    Judged,
    Key,
    Legend,
    Numbered,
    Passage,
    Question,
    Request,
    Row,
    Sheet,
    SourceText,
    Standard,
    Task,
)
from compare.exercises.planning import Plan, Planned, plan
from compare.exercises.rows import Numbering
from compare.exercises.striking import chosen, strike, struck
from compare.model import Comparison, Source
from compare.options import Options
from compare.reports.blocks import changed
from compare.reports.words import address_words, language, language_name, say, when

_KEPT = frozenset(
    {"code", "variant", "letter", "id", "number", "kind", "layout", "language", "place", "suffix"}
)
_EDGED = r"(?<![^\W\u3400-\u9fff]){}(?![^\W\u3400-\u9fff])"


def make(
    comparison: Comparison,
    request: Request = Request(),
    options: Options = Options(),
    distractors: Sequence[Distractor] = (),
    names: Mapping[str, Sequence[str]] | None = None,
    standards: Mapping[str, Sequence[tuple[str, str, str]]] = MappingProxyType({}),
) -> Exercise:
    """The sheet and key that `request` asks for.

    `names` maps a source id to further names of its outlet, which an anonymous sheet hides;
    `standards` a kind to what it practises: standard, number, gist.
    Raises UsageError when a request cannot be honoured, with what could be.
    """
    facts = gather(comparison, request, options, distractors)
    planned = plan(facts, request)
    every = {variant: _tasks(facts, planned, variant) for variant in VARIANTS}
    variants = {name: _numbered(made) for name, made in every.items()}
    variants = strike(variants, chosen(variants, request.drop))
    made = every[request.variant]
    kept = {one.id for one in variants[request.variant] if not one.struck}
    tasks = tuple(one for task, _ in made if (one := _without(task, kept)))
    if not tasks:
        raise UsageError(say("error.all_struck"))
    answers = [answer for _, keyed in made for answer in keyed]
    sheet = _sheet(facts, request, planned, tasks)
    key = Key(
        sheet.code,
        comparison.story.title,
        language(),
        tuple(answer for answer in answers if answer.id in kept),
        tuple(_judged(task, planned, standards) for task in tasks),
        request.variant,
        variants,
        _outlets(facts),
        (*planned.notes, *_remarks(distractors, variants, answers)),
        comparison.made_by,
    )
    hidden = _masked(sheet, facts, names or {}) if request.anonymous else sheet
    return Exercise(hidden, key, planned.warnings)


def _sheet(facts: Facts, request: Request, planned: Plan, tasks: tuple[Task, ...]) -> Sheet:
    code = _code(facts, request, planned)
    return Sheet(
        code,
        request.variant,
        facts.comparison.story.title,
        language(),
        planned.minutes,
        _cover(facts, request, planned, code),
        tuple(_text(facts, source, request) for source in facts.sources),
        tasks,
        _limits(facts),
        request.large,
        request.paper,
    )


def _tasks(facts: Facts, planned: Plan, variant: str) -> list[tuple[Task, list[Answer]]]:
    order = f"{facts.seed} {variant}"
    return [_task(facts, item, n, order) for n, item in enumerate(planned.tasks, start=1)]


def _numbered(made: Sequence[tuple[Task, list[Answer]]]) -> tuple[Numbered, ...]:
    return tuple(rows.numbered(answer) for _, keyed in made for answer in keyed)


def _without(task: Task, kept: Set[str]) -> Task | None:
    """The task without what was struck; None when nothing is left."""
    left = [
        replace(row, questions=tuple(q for q in row.questions if q.id in kept)) for row in task.rows
    ]
    held = tuple(row for row in left if row.questions)
    return replace(task, rows=held) if held else None


def _outlets(facts: Facts) -> dict[str, str]:
    return {
        facts.labels[s.id]: say("reveal", outlet=s.article.outlet_name, id=s.id, where=_capture(s))
        for s in facts.sources
    }


def _judged(
    task: Task, planned: Plan, standards: Mapping[str, Sequence[tuple[str, str, str]]]
) -> Judged:
    kind = planned.tasks[task.number - 1].kind
    rubric = tuple(kind.say(f"rubric.{{}}.{n}") for n in (1, 2, 3))
    practised = tuple(Standard(*one) for one in standards.get(kind.name, ()))
    return Judged(task.number, task.title, rubric, practised)


def _remarks(
    distractors: Sequence[Distractor],
    variants: Mapping[str, Sequence[Numbered]],
    answers: Sequence[Answer],
) -> list[str]:
    """What else the teacher is told: that no other story was at hand, and what was struck."""
    about = {a.item: a.about or next((c.quote for c in a.citations), "") for a in answers}
    missing = [] if distractors else [say("note.no_other_story")]
    return [*missing, *(say("note.struck", what=line) for line in struck(variants, about))]


def _cover(facts: Facts, request: Request, planned: Plan, code: str) -> dict[str, str]:
    """What stands at the head of the sheet: name -> words."""
    kinds = say("list").join(item.kind.say("aim.{}") for item in planned.tasks)
    tags = sorted({source.article.language for source in facts.sources})
    names = say("list").join(map(language_name, tags))
    needs = (say("needs.texts", n=len(facts.sources)), say("needs.read", names=names))
    lines = {
        "aim": say("aim", kinds=kinds),
        "level": say(f"level.{request.level}"),
        "minutes": say("sheet.minutes_value", n=planned.minutes),
        "variant": request.variant,
        "needs": " ".join(needs),
        "code": code,
    }
    return {say(f"sheet.{name}"): words for name, words in lines.items()}


def _text(facts: Facts, source: Source, request: Request) -> SourceText:
    """One article as the sheet shows it. Captures (address, page that carried the text, file) are
    given so that a reader can check it; an unnamed outlet has none, because any would name it.
    """
    article, label, shown = source.article, facts.labels[source.id], facts.shown[source.id]
    told = {
        "text.published": when(article.published),
        "text.language": language_name(article.language),
        "text.capture": "" if request.anonymous else _capture(source),
    }
    named = "text.heading" if request.anonymous else "text.heading_named"
    notes = {"text.cut": shown < len(article.text), "text.incomplete": not article.complete}
    return SourceText(
        label,
        say(named, label=label, outlet=article.outlet_name),
        article.title,
        article.language,
        tuple(f"{say(name)}: {value}" for name, value in told.items() if value),
        tuple(
            Passage(f"{label}{n}", article.text[p.start : min(p.end, shown)].rstrip(), p.language)
            for n, p in enumerate(article.paragraphs, start=1)
            if p.start < shown
        ),
        tuple(say(name) for name, holds in notes.items() if holds),
    )


def _capture(source: Source) -> str:
    """Where the text was taken from: its address, and the page that carried it; else the file's
    name.
    """
    article = source.article
    found = address_words(article.url or "") or article.file.rsplit("/", 1)[-1]
    return say("capture.via", where=found, via=article.via) if article.via else found


def _limits(facts: Facts) -> tuple[str, ...]:
    always = ("absence", "tool", "confidence", "discuss", "truth")
    limits = dict.fromkeys(always, True) | {
        "excerpt": any(facts.shown[s.id] < len(s.article.text) for s in facts.sources),
        "incomplete": not all(source.article.complete for source in facts.sources),
        "summary": len(facts.sources) != len(facts.outlets),
    }
    bound = round(facts.options.exercise_confidence * 100)
    return tuple(say(f"limits.{name}", bound=bound) for name, holds in limits.items() if holds)


def _task(facts: Facts, item: Planned, number: int, order: str) -> tuple[Task, list[Answer]]:
    kind = item.kind
    own = f"{order} {kind.name}"
    chosen = rows.shuffled(item.scored[: item.rows], own, lambda d: d.name)
    if kind.layout == MATCH:
        chosen = rows.narrowed(chosen, own, facts.options.exercise_bank_extra)
    talk = item.talk[: facts.options.exercise_talk if chosen else item.rows]
    made, answers = rows.build(chosen, talk, Numbering(kind.name, number, kind.layout, order))
    task = Task(
        number,
        kind.name,
        kind.layout,
        kind.say("task.{}"),
        kind.say("do.{}", **(kind.values(facts) if kind.values else {})),
        item.minutes,
        tuple(made),
        _legends(made, kind.layout),
        kind.lines,
        tuple(kind.say(f"rubric.{{}}.{n}") for n in (1, 2, 3)) if kind.layout == OPEN else (),
        kind.say("hint.{}") if facts.level.hints else "",
    )
    return task, answers


def _legends(made: Sequence[Row], layout: str) -> tuple[Legend, ...]:
    """The choices that all rows of a task have in common, printed once, by the letter that tells
    the questions of a row apart; the columns of a grid have no letters of their own.
    """
    asked: dict[str, list[Question]] = {}
    for row in made:
        for question in row.questions if not row.discussion else ():
            suffix = "" if layout == GRID else question.id.removeprefix(row.number)
            asked.setdefault(suffix, []).append(question)
    found = []
    for suffix, questions in asked.items():
        prompts = {question.prompt for question in questions}
        shared = len({question.choices for question in questions}) == 1
        if shared and questions[0].choices and len(questions) > 1:
            prompt = prompts.pop() if len(prompts) == 1 else ""
            found.append(Legend(suffix, prompt, questions[0].choices))
    return tuple(found)


def _code(facts: Facts, request: Request, planned: Plan) -> str:
    """What sheet and key have in common: the same for the same request, texts and answers, and but
    for its last letter for all variants.
    """
    content = [repr(source.article) for source in facts.sources]
    asked = [f"{task.kind.name}{task.rows}" for task in planned.tasks]
    mark = rows.digest(
        repr(replace(request, variant="", drop=())),
        facts.seed,
        facts.options.exercise_confidence,
        language(),
        *asked,
        *content,
    )
    return f"{mark[:8]}-{request.variant}"


def _masked(sheet: Sheet, facts: Facts, names: Mapping[str, Sequence[str]]) -> Sheet:
    """The sheet with every name of an outlet in its texts replaced by its letter; `names` maps a
    source id to further names.
    """
    labels = {
        name: facts.labels[source.id]
        for source in facts.sources
        for name in (source.article.outlet_name, *names.get(source.id, ()))
        if len(name) > 1
    }
    longest = sorted(labels, key=lambda name: (-len(name), name))
    edged = (_EDGED.format(re.escape(n)) if n.isascii() else re.escape(n) for n in longest)
    pattern = re.compile("|".join(edged) or "(?!)", re.IGNORECASE)
    folded = {name.casefold(): f"[{label}]" for name, label in labels.items()}
    made: Sheet = changed(sheet, lambda t: pattern.sub(lambda m: folded[m[0].casefold()], t), _KEPT)
    return made
