"""Levels: how much a sheet asks, and how much it helps.

In: the name of a level. Out: its settings. Basic asks yes or no and points to the text that holds
the answer; advanced also asks for partial and contradicting reports, without a hint.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """`items` rows a task; `fine` tells partial and contradicted from carried; `options` answers
    where a student picks one of several claims; `hints` are printed under the instruction.
    """

    name: str
    items: int
    fine: bool
    options: int
    hints: bool


LEVEL = {
    "basic": Level("basic", 3, fine=False, options=3, hints=True),
    "standard": Level("standard", 5, fine=True, options=4, hints=False),
    "advanced": Level("advanced", 8, fine=True, options=5, hints=False),
}
