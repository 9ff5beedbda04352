"""Which tasks a sheet has and how long they are.

In: facts and a request. Out: a plan of kinds with their drafts and row counts, and what had to be
left out with the reason.

Without a word about kinds, a sheet has three tasks: one in which claims are found, one in which
words are compared, one to write; of each strand the kind that the story is richest in, which is the
one with most rows to ask and most different answers among them. A strand of which the story has
nothing gives its place to the next richest kind. Finding the discrepancy comes first among those
that compare whenever a grave one can be scored, for nothing else shows so plainly that texts
differ; where the gravest may be none, it is asked about in writing. All tasks together have no item
twice; what comes first chooses first, then those with the fewest drafts, and what a program marks
before what a teacher judges.

When the minutes are too few, rows go first and whole tasks last: a short task of every kind teaches
more than a long one of a single kind.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from compare.errors import UsageError
from compare.exercises.facts import Facts, Kind
from compare.exercises.kinds import KINDS
from compare.exercises.parts import ALL, COMPARE, FIND, MATCH, OPEN, WRITE, Prompt, Request
from compare.exercises.rows import pick
from compare.exercises.wordings import fresh
from compare.reports.words import say
from compare.text.counts import word_count


@dataclass(frozen=True, slots=True)
class Planned:
    """A task to be: its kind, what it may ask for points and in discussion, the best first, and how
    many rows it has.
    """

    kind: Kind
    scored: tuple[Prompt, ...]
    talk: tuple[Prompt, ...]
    rows: int

    @property
    def minutes(self) -> int:
        """Minutes for the task."""
        return math.ceil(self.kind.base + self.kind.each * self.rows)

    @property
    def worth(self) -> tuple[bool, int]:
        """How rich the story is in it: is the best of its drafts what a lesson wants most, and rows
        with the different answers among them.
        """
        asked = (self.scored or self.talk)[: self.rows]
        answers = {
            point.accepted
            for draft in asked
            for point in draft.points
            if point.accepted and not point.shuffle and self.kind.layout != MATCH
        }
        return self.kind.leads(self.scored), len(asked) + len(answers)


@dataclass(frozen=True, slots=True)
class Plan:
    """The tasks, the minutes with reading, warnings about what was asked for in vain, and notes
    on the kinds that the story does not allow.
    """

    tasks: tuple[Planned, ...]
    minutes: int
    warnings: tuple[str, ...]
    notes: tuple[str, ...]


def plan(facts: Facts, request: Request) -> Plan:
    """The tasks of a sheet; raises UsageError when a kind that was asked for cannot be made."""
    lesson = request.kinds is None
    found = {kind.name: _planned(kind, facts, request) for kind in _asked(request)}
    possible = [task for task in found.values() if isinstance(task, Planned)]
    reasons = {name: told for name, told in found.items() if isinstance(told, str)}
    if reasons and not lesson and request.kinds != (ALL,):
        _refuse(facts, request, reasons)
    made = (_lesson if lesson else _apart)(possible, facts, request)
    if not made:
        raise UsageError(say("error.nothing"))
    kept, dropped, warnings = _fit(made, facts, request)
    warnings = [*_short(made, request), *warnings]
    warnings += [say("warn.minutes", kind=p.kind.say("task.{}")) for p in dropped]
    rest = [p for p in possible if not any(p.kind.name == one.kind.name for one in made)]
    if lesson:
        notes = [say("note.others", names=", ".join(p.kind.name for p in rest))] if rest else []
    else:
        warnings += [say("warn.twice", kind=p.kind.say("task.{}")) for p in rest]
        notes = [
            say("note.left_out", kind=KINDS[name].say("task.{}"), reason=why)
            for name, why in reasons.items()
        ]
    return Plan(tuple(kept), total(kept, facts), tuple(warnings), tuple(notes))


def _asked(request: Request) -> list[Kind]:
    """The kinds that were asked for, or every kind."""
    if request.kinds is None or request.kinds == (ALL,):
        return list(KINDS.values())
    unknown = [name for name in request.kinds if name not in KINDS]
    if unknown:
        raise UsageError(say("error.kind", names=", ".join(unknown), known=", ".join(KINDS)))
    return [kind for kind in KINDS.values() if kind.name in request.kinds]


def _short(made: Iterable[Planned], request: Request) -> list[str]:
    """What is said of tasks with fewer rows than were asked for."""
    short = [p for p in made if request.items and p.rows < request.items and p.kind.layout != OPEN]
    return [
        say("warn.items", kind=p.kind.say("task.{}"), asked=request.items, have=p.rows)
        for p in short
    ]


def _lesson(possible: Sequence[Planned], facts: Facts, request: Request) -> list[Planned]:
    """The richest task of every strand, then the next richest, up to a lesson's number."""
    held: list[Planned] = []
    made: list[Planned] = []
    most = facts.options.exercise_tasks
    leading = (p.kind.strand for p in possible if p.worth[0])
    for strand in (*dict.fromkeys((*leading, COMPARE, FIND, WRITE)), *([""] * most)):
        others = [
            p for p in possible if p not in held and p.kind.strand == (strand or p.kind.strand)
        ]
        tried = [(p, _apart([*held, p], facts, request)) for p in others if len(held) < most]
        fit = [(p, more) for p, more in tried if len(more) > len(held)]
        if fit:
            task, made = max(fit, key=lambda one: _gain(*one))
            held.append(task)
    return made


def _gain(task: Planned, made: Sequence[Planned]) -> tuple[bool, tuple[bool, int]]:
    """What a task is worth among others, once no item stands twice; writing goes last."""
    own = next(one for one in made if one.kind.name == task.kind.name)
    return not _is(task, WRITE), own.worth


def _is(task: Planned, strand: str) -> bool:
    return task.kind.strand == strand


def _apart(tasks: Sequence[Planned], facts: Facts, request: Request) -> list[Planned]:
    """The tasks in the order of a sheet, no item in two of them; those left without are gone."""
    taken: list[str] = []
    made: dict[str, Planned] = {}
    turns = sorted(
        tasks,
        key=lambda p: (
            not p.kind.leads(p.scored),
            not p.kind.scored,
            len(p.scored) or len(p.talk),
        ),
    )
    for task in turns:
        found = _own(task, taken, facts, request)
        if found:
            made[task.kind.name] = found
            used = (*found.scored[: found.rows], *found.talk)
            taken += [text for draft in used for text in draft.wording]
    return [made[name] for name in KINDS if name in made]


def _own(task: Planned, taken: Sequence[str], facts: Facts, request: Request) -> Planned | None:
    """The task with what no other has; None when that is too little."""
    kind, options = task.kind, facts.options
    most = min(request.items or facts.level.items, kind.most)
    scored = fresh(task.scored, taken, most, options)
    if len(scored) < kind.least and not (kind.talk and task.talk):
        return None
    asked = [*taken, *(text for draft in scored for text in draft.wording)]
    count = options.exercise_talk if scored else most
    talk = fresh(task.talk, asked, count, options)
    rows = len(scored) or len(talk)
    return Planned(kind, tuple(scored), tuple(talk), rows) if rows else None


def total(tasks: Sequence[Planned], facts: Facts) -> int:
    """Minutes for reading the shown texts and for all tasks."""
    length = sum(word_count(s.article.text[: facts.shown[s.id]]) for s in facts.sources)
    return math.ceil(length / facts.options.exercise_words_a_minute) + sum(
        task.minutes for task in tasks
    )


def _planned(kind: Kind, facts: Facts, request: Request) -> Planned | str:
    """The task, or why there is none."""
    if len(facts.sources) < kind.sources:
        return say("why_not.sources", n=kind.sources, have=len(facts.sources))
    drafts = kind.drafts(facts)
    scored = tuple(d for d in drafts if d.scored or not kind.scored)
    rest = (d for d in drafts if kind.scored and not d.scored)
    talk = tuple(d for d in rest if any(point.citations for point in d.points))
    if len(scored) < kind.least and not (kind.talk and talk):
        return _why_not(kind, facts, len(scored))
    seed = f"{facts.seed} {kind.name}"
    ordered = [tuple(pick(drafts, len(drafts), seed)) for drafts in (scored, talk)]
    rows = min(request.items or facts.level.items, len(scored) or len(talk), kind.most)
    return Planned(kind, ordered[0], ordered[1], rows)


def _why_not(kind: Kind, facts: Facts, have: int) -> str:
    cells = [c.cells[s.id].confidence for c in facts.comparison.claims for s in facts.sources]
    bound = facts.options.exercise_confidence
    if not any(value is not None and value >= bound for value in cells):
        return say("why_not.unsure", bound=bound)
    return say("why_not.few", what=kind.say("material.{}"), least=kind.least, have=have)


def _refuse(facts: Facts, request: Request, reasons: Mapping[str, str]) -> None:
    possible = [
        name
        for name, kind in KINDS.items()
        if name not in reasons and isinstance(_planned(kind, facts, request), Planned)
    ]
    told = "; ".join(f"{name}: {reason}" for name, reason in reasons.items())
    raise UsageError(say("error.impossible", reasons=told, possible=", ".join(possible) or "–"))


def _fit(
    made: list[Planned], facts: Facts, request: Request
) -> tuple[list[Planned], list[Planned], list[str]]:
    """The tasks cut down to the minutes, the tasks that found no room, and what is said where a
    lesson that nobody timed is longer than usual.

    Every task starts with its fewest rows; those at the end go if even that is too long; then rows
    are added in turn while there is time.
    """
    most = request.minutes or facts.options.exercise_minutes
    named = request.kinds is not None and request.kinds != (ALL,)
    if request.minutes is None and request.kinds == (ALL,):
        return made, [], []
    shortest = [replace(p, rows=min(p.rows, p.kind.least)) for p in made]
    kept = shortest if request.items is None else made
    while (needed := total(kept, facts)) > most:
        if len(kept) == 1 or named or request.minutes is None:
            if request.minutes is None:
                return kept, [], [say("warn.long", usual=most, needed=needed)]
            raise UsageError(say("error.minutes", asked=most, needed=needed))
        kept = kept[:-1]
    return _grown(kept, made, most - needed), made[len(kept) :], []


def _grown(kept: list[Planned], made: list[Planned], minutes: int) -> list[Planned]:
    """The tasks with rows added in turn, up to those of `made`, for at most `minutes` more."""
    before: list[Planned] = []
    while kept != before:
        before, kept = kept, list(kept)
        for n, task in enumerate(before):
            longer = replace(task, rows=task.rows + 1)
            cost = longer.minutes - task.minutes
            if task.rows < made[n].rows and cost <= minutes:
                kept[n], minutes = longer, minutes - cost
    return kept
