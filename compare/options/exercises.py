"""Options of `exercises`: what a key may score.

In: nothing. Out: fields.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import share


@dataclass(frozen=True)
class ExercisesOptions:
    """How sure the matrix has to be before a class is marked by it."""

    __slots__ = ()

    exercise_confidence: float = share(0.80, "least confidence of a cell that a key may score")
