"""Which tasks a sheet has and how long they are.

In: facts and a request. Out: a plan of kinds with their drafts and row counts, and what had to be
left out with the reason. When the minutes are too few, rows go first and whole tasks last: a short
task of every kind teaches more than a long one of a single kind.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from compare.errors import UsageError
from compare.exercises.facts import Facts, Kind
from compare.exercises.kinds import KINDS
from compare.exercises.parts import OPEN, Prompt, Request
from compare.reports.words import say
from compare.text.counts import word_count


@dataclass(frozen=True, slots=True)
class Planned:
    """A task to be: its kind, what it may ask for points and in discussion, and how many rows."""

    kind: Kind
    scored: tuple[Prompt, ...]
    talk: tuple[Prompt, ...]
    rows: int

    @property
    def minutes(self) -> int:
        """Minutes for the task."""
        return math.ceil(self.kind.base + self.kind.each * self.rows)


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
    unknown = [name for name in request.kinds or () if name not in KINDS]
    if unknown:
        raise UsageError(say("error.kind", names=", ".join(unknown), known=", ".join(KINDS)))
    asked = [k for k in KINDS.values() if request.kinds is None or k.name in request.kinds]
    found = {kind.name: _planned(kind, facts, request) for kind in asked}
    made = [task for task in found.values() if isinstance(task, Planned)]
    reasons = {name: told for name, told in found.items() if isinstance(told, str)}
    if request.kinds is not None and reasons:
        _refuse(facts, request, reasons)
    if not made:
        raise UsageError(say("error.nothing"))
    kept, dropped = _fit(made, facts, request)
    short = [p for p in made if request.items and p.rows < request.items and p.kind.layout != OPEN]
    warnings = [
        say("warn.items", kind=p.kind.say("task.{}"), asked=request.items, have=p.rows)
        for p in short
    ]
    warnings += [say("warn.minutes", kind=p.kind.say("task.{}")) for p in dropped]
    notes = (
        say("note.left_out", kind=KINDS[name].say("task.{}"), reason=why)
        for name, why in reasons.items()
    )
    return Plan(tuple(kept), total(kept, facts), tuple(warnings), tuple(notes))


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
    rows = min(request.items or facts.level.items, len(scored) or len(talk), kind.most)
    return Planned(kind, scored, talk, rows)


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
) -> tuple[list[Planned], list[Planned]]:
    """The tasks cut down to the minutes, and the tasks that found no room.

    Every task starts with its fewest rows; those at the end go if even that is too long; then rows
    are added in turn while there is time.
    """
    if request.minutes is None:
        return made, []
    shortest = [replace(p, rows=min(p.rows, p.kind.least)) for p in made]
    kept = shortest if request.items is None else made
    while (needed := total(kept, facts)) > request.minutes:
        if len(kept) == 1 or request.kinds is not None:
            raise UsageError(say("error.minutes", asked=request.minutes, needed=needed))
        kept = kept[:-1]
    return _grown(kept, made, request.minutes - needed), made[len(kept) :]


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
