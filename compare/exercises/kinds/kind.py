"""The one interface of all kinds of exercise.

A kind is a value: how its task looks, how long it takes, and the function that finds what it could
ask in a story. The sheet chooses among the drafts; a kind knows nothing of numbers, letters or
formats, so that a new kind is one module and one line in the registry.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from compare.exercises.facts import Facts
from compare.exercises.parts import LIST, Draft


@dataclass(frozen=True, slots=True)
class Kind:
    """`base` and `each` are the minutes of the task and of a row; `sources` and `least` the fewest
    sources and rows that make sense; `most` bounds the rows of a task whatever is asked for;
    `lines` are left free for an answer in words. A kind with `talk` makes a task even when
    nothing in it can be scored.
    """

    name: str
    drafts: Callable[[Facts], list[Draft]]
    layout: str = LIST
    base: int = 2
    each: float = 1.0
    sources: int = 1
    least: int = 1
    most: int = 40
    lines: int = 0
    scored: bool = True
    talk: bool = False
