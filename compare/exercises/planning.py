"""Which tasks a sheet has and how long they are.

In: facts and a request. Out: a plan of kinds with their drafts and row counts, and what had to be
left out with the reason. When the minutes are too few, rows go first and whole tasks last: a short
task of every kind teaches more than a long one of a single kind.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from compare.errors import UsageError
from compare.exercises.excerpts import words
from compare.exercises.facts import Facts
from compare.exercises.kinds import KINDS, Kind
from compare.exercises.parts import OPEN, Draft, Request
from compare.reports.words import say

WORDS_A_MINUTE = 220


@dataclass(frozen=True, slots=True)
class Planned:
    """A task to be: its kind, what it may ask for points and in discussion, and how many rows."""

    kind: Kind
    scored: tuple[Draft, ...]
    open: tuple[Draft, ...]
    rows: int

    @property
    def minutes(self) -> int:
        """Minutes for the task."""
        return math.ceil(self.kind.base + self.kind.each * self.rows)


@dataclass(frozen=True, slots=True)
class Plan:
    """The tasks, the minutes with reading, and warnings about what was asked for in vain."""

    tasks: tuple[Planned, ...]
    minutes: int
    warnings: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def plan(facts: Facts, request: Request) -> Plan:
    """The tasks of a sheet; raises UsageError when a kind that was asked for cannot be made."""
    asked = _asked(request)
    made: list[Planned] = []
    reasons: dict[str, str] = {}
    warnings: list[str] = []
    for kind in asked:
        found, reason, warning = _planned(kind, facts, request)
        if found is None:
            reasons[kind.name] = reason
        else:
            made.append(found)
        warnings += [warning] if warning else []
    if request.kinds is not None and reasons:
        _refuse(facts, request, reasons)
    if not made:
        raise UsageError(say("error.nothing"))
    kept, dropped = _fit(made, facts, request)
    warnings += [say("warn.minutes", kind=say(f"task.{p.kind.name}")) for p in dropped]
    reasons_said = [
        say("note.left_out", kind=say(f"task.{name}"), reason=reason)
        for name, reason in reasons.items()
    ]
    return Plan(tuple(kept), total(kept, facts), tuple(warnings), tuple(reasons_said))


def reading(facts: Facts) -> int:
    """Minutes to read the shown texts."""
    length = sum(words(s.article.text[: facts.shown[s.id].end]) for s in facts.sources)
    return math.ceil(length / WORDS_A_MINUTE)


def total(tasks: Sequence[Planned], facts: Facts) -> int:
    """Minutes for reading and all tasks."""
    return reading(facts) + sum(task.minutes for task in tasks)


def _asked(request: Request) -> list[Kind]:
    if request.kinds is None:
        return list(KINDS.values())
    unknown = [name for name in request.kinds if name not in KINDS]
    if unknown:
        raise UsageError(
            say("error.kind", names=", ".join(unknown), known=", ".join(KINDS)),
        )
    return [kind for kind in KINDS.values() if kind.name in request.kinds]


def _planned(kind: Kind, facts: Facts, request: Request) -> tuple[Planned | None, str, str]:
    """The task, or None and why not; and a warning when it has fewer rows than asked."""
    if len(facts.sources) < kind.sources:
        return None, say("why_not.sources", n=kind.sources, have=len(facts.sources)), ""
    drafts = kind.drafts(facts)
    if kind.scored:
        scored = [d for d in drafts if any(point.scored for point in d.points)]
        talk = [d for d in drafts if not any(p.scored for p in d.points) and _has_proof(d)]
    else:
        scored, talk = drafts, []
    if len(scored) < kind.least and not (kind.talk and talk):
        return None, _why_not(kind, facts, len(scored)), ""
    wanted = request.items or facts.level.items
    rows = min(wanted, len(scored) or len(talk), kind.most)
    warning = ""
    if request.items and rows < request.items and kind.layout != OPEN:
        name = say(f"task.{kind.name}")
        warning = say("warn.items", kind=name, asked=request.items, have=rows)
    return Planned(kind, tuple(scored), tuple(talk), rows), "", warning


def _has_proof(draft: Draft) -> bool:
    return any(point.citations for point in draft.points)


def _why_not(kind: Kind, facts: Facts, have: int) -> str:
    cells = [c.cells[s.id].confidence for c in facts.comparison.claims for s in facts.sources]
    if not any(value is not None and value >= facts.bound for value in cells):
        return say("why_not.unsure", bound=facts.bound)
    return say("why_not.few", what=say(f"material.{kind.name}"), least=kind.least, have=have)


def _refuse(facts: Facts, request: Request, reasons: dict[str, str]) -> None:
    possible = [
        kind.name
        for kind in KINDS.values()
        if kind.name not in reasons and _planned(kind, facts, replace(request, items=None))[0]
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
    fixed = request.items is not None
    kept = [p if fixed else replace(p, rows=min(p.rows, p.kind.least)) for p in made]
    dropped: list[Planned] = []
    while (needed := total(kept, facts)) > request.minutes:
        if len(kept) == 1 or request.kinds is not None:
            raise UsageError(say("error.minutes", asked=request.minutes, needed=needed))
        dropped.insert(0, kept.pop())
    return _grown(kept, made, request.minutes - total(kept, facts)), dropped


def _grown(kept: list[Planned], made: list[Planned], minutes: int) -> list[Planned]:
    """The tasks with rows added in turn, up to those of `made`, for at most `minutes` more."""
    grown = list(kept)
    growing = True
    while growing:
        growing = False
        for n, (task, whole) in enumerate(zip(list(grown), made, strict=False)):
            longer = replace(task, rows=task.rows + 1)
            cost = longer.minutes - task.minutes
            if task.rows < whole.rows and cost <= minutes:
                grown[n], minutes, growing = longer, minutes - cost, True
    return grown
