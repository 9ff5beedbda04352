"""Tables of `fit_matching --report`.

In: examples, each with heads that never saw its story. Out: lines on standard output.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from compare.matching.carriage import CARRIED_FEATURES
from compare.matching.features import NAMES
from compare.resources.matching import Head
from tools.matching_examples import Example, odds_of
from tools.regression import Floats, area, average_precision, logistic

BINS = 10


def says_table(title: str, judged: Sequence[tuple[Example, Mapping[str, Head]]]) -> None:
    """Ranking by the best unit of an article, by pair of languages."""
    odds = np.array([odds_of(made[_task(e)], NAMES, e) for e, made in judged])
    _ranked(f"says: {title}", [e for e, _ in judged], odds)


def _task(example: Example) -> str:
    return "says.same" if example.same else "says.cross"


def carried_table(title: str, judged: Sequence[tuple[Example, Head]]) -> None:
    """Ranking of what articles carry, by pair of languages, and how far the chances hold."""
    odds = np.array([odds_of(made, CARRIED_FEATURES, e) for e, made in judged])
    _ranked(f"carried: {title}", [e for e, _ in judged], odds)
    chance, y = logistic(odds), np.array([e.y for e, _ in judged])
    print("chance       n   mean chance   carried")
    for low in range(BINS):
        here = np.minimum((chance * BINS).astype(int), BINS - 1) == low
        if here.any():
            print(
                f"{low / BINS:.1f}-{(low + 1) / BINS:.1f}{here.sum():7}{chance[here].mean():14.3f}"
                f"{y[here].mean():10.3f}"
            )


def _ranked(title: str, examples: Sequence[Example], odds: Floats) -> None:
    y = np.array([e.y for e in examples])
    kinds = np.array([e.pair for e in examples])
    same = np.array([e.same for e in examples])
    print(f"\n{title}: {len(y)}, {y.mean():.3f} carried\nlanguages       n     AP    AUC")
    groups = {"all": np.ones(len(y), bool), "same": same, "cross": ~same}
    groups |= {kind: kinds == kind for kind in sorted(set(kinds.tolist()))}
    for name, here in groups.items():
        if 0 < y[here].sum() < here.sum():
            ap, auc = average_precision(odds[here], y[here]), area(odds[here], y[here])
            print(f"{name:9}{here.sum():8}{ap:7.3f}{auc:7.3f}")
