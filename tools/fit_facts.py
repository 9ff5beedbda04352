"""Fits the weights by which facts of several articles are joined: `resources/data/facts.json`.

    python -m tools.fit_facts [--write]

In: the fit stories of the corpus. Pairs of facts of one kind that stand in one fact or one claim of
the gold are of one thing; pairs that stand in two are not. Out: a head for typed values, one for
names, one for outcomes, by logistic regression whose weights may only have the sign of their
meaning; the figures on the check stories, which are not fitted on. `--write` replaces the file.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from compare.model.facts import OUTCOME, ROLE_HELD, WHERE, WHO
from corpus import halves
from tools.fact_examples import Example, examples
from tools.regression import Floats, area, head, logistic

TARGET = Path(__file__).parents[1] / "compare" / "resources" / "data" / "facts.json"
AGAINST = frozenset({"other predicate", "apart", "rivals"})
GROUPS = {"name": (WHERE, WHO, ROLE_HELD), "outcome": (OUTCOME,)}
STEPS, RATE, L2 = 1500, 0.1, 0.0005


def fit(x: Floats, y: Floats, against: NDArray[np.bool_]) -> tuple[Floats, float]:
    """Weights and bias by projected gradient descent with momentum, on unit variance."""
    mean, deviation = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = (x - mean) / deviation
    weight, bias = np.zeros(x.shape[1]), float(np.log(y.mean() / (1 - y.mean())))
    speed, push = np.zeros(x.shape[1]), 0.0
    for _ in range(STEPS):
        error = logistic(z @ weight + bias) - y
        speed = 0.9 * speed + z.T @ error / len(y) + L2 * weight
        push = 0.9 * push + float(error.mean())
        weight = weight - RATE * speed
        weight = np.where(against, np.minimum(weight, 0), np.maximum(weight, 0))
        bias -= RATE * push
    slope = weight / deviation
    return slope, bias - float(slope @ mean)


def main() -> None:
    """Prints what was fitted, and its figures."""
    parser = argparse.ArgumentParser(prog="tools.fit_facts")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    halved = {half: examples(halves.folders(half)) for half in halves.split()}
    heads = {}
    for name in ("value", *GROUPS):
        mine = {half: [e for e in found if _group(e) == name] for half, found in halved.items()}
        names = sorted(mine["fit"][0].features)
        x, y = _arrays(mine["fit"], names)
        slope, bias = fit(x, y, np.array([n in AGAINST for n in names]))
        heads[name] = head(names, slope, bias)
        for half, found in mine.items():
            x, y = _arrays(found, names)
            told = f"{len(y)} pairs, {y.mean():.3f} of one thing"
            print(f"{name:8} {half:6} {told}, AUC {area(x @ slope + bias, y):.3f}")
        print("   ", {n: w for n, w in heads[name].weights.items() if w}, heads[name].bias)
    if options.write:
        TARGET.write_bytes(msgspec.json.format(msgspec.json.encode(heads), indent=1) + b"\n")


def _group(example: Example) -> str:
    return next((name for name, kinds in GROUPS.items() if example.kind in kinds), "value")


def _arrays(found: list[Example], names: list[str]) -> tuple[Floats, Floats]:
    rows = [[e.features[n] for n in names] for e in found]
    return np.array(rows), np.array([float(e.same) for e in found])


if __name__ == "__main__":
    main()
