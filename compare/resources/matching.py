"""The fitted weights that turn features of a pair of units into a probability.

In: data/matching.json, made by tools/fit_matching.py, and data/facts.json, made by
tools/fit_facts.py. Out: one head a task (`clause`, `sentence`,
`claim`): a weight for each feature, and a bias, of a logistic regression.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Head:
    """A logistic regression over named features."""

    weights: dict[str, float]
    bias: float

    def probability(self, features: Mapping[str, NDArray[np.float32]]) -> NDArray[np.float32]:
        """Probabilities in 0..1, of the shape of the features; raises KeyError on a missing one."""
        total: Any = self.bias
        for name, weight in self.weights.items():
            total = total + weight * features[name]
        rounded: NDArray[np.float32] = np.round(1 / (1 + np.exp(-total)), 3).astype(np.float32)
        return rounded


@lru_cache(maxsize=1)
def heads() -> dict[str, Head]:
    """Task -> head."""
    import msgspec

    return msgspec.json.decode(_data(), type=dict[str, Head])


@lru_cache(maxsize=1)
def fact_heads() -> dict[str, Head]:
    """What a fact's value is (`value`, `name`, `outcome`) -> head over pairs of facts."""
    import msgspec

    return msgspec.json.decode(_data("facts.json"), type=dict[str, Head])


def version() -> str:
    """Twelve hex digits that change whenever a weight does."""
    return hashlib.sha256(_data() + _data("facts.json")).hexdigest()[:12]


def _data(name: str = "matching.json") -> bytes:
    return (Path(__file__).parent / "data" / name).read_bytes()
