"""Logistic regression by Newton's method, and figures of a ranking.

In: numpy arrays. Out: weights, average precision, area under the curve. Some thousand examples of
fifteen features need no library, and Newton's method has one answer for one input.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from compare.resources.matching import Head

Floats = NDArray[np.float64]
STEPS = 60


def fit(x: Floats, y: Floats, l2: float, weight: Floats | None = None) -> tuple[Floats, float]:
    """Weights and bias for features `x` [n, d] and labels `y` [n]; `l2` acts on unit variance."""
    mean, deviation = x.mean(axis=0), x.std(axis=0) + 1e-6
    z = np.hstack([(x - mean) / deviation, np.ones((len(x), 1))])
    weight = np.ones(len(y)) if weight is None else weight
    ridge = np.eye(z.shape[1]) * l2
    ridge[-1, -1] = 0
    beta = np.zeros(z.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-z @ beta))
        gradient = z.T @ (weight * (p - y)) + ridge @ beta
        hessian = (z * (weight * p * (1 - p))[:, None]).T @ z + ridge
        beta -= np.linalg.solve(hessian, gradient)
    slope = beta[:-1] / deviation
    return slope, float(beta[-1] - (beta[:-1] * mean / deviation).sum())


def fit_signed(
    x: Floats, y: Floats, l2: float, signs: Floats, weight: Floats | None = None
) -> tuple[Floats, float]:
    """As `fit`, with no weight against its sign (+1 or -1): the feature whose weight is the most
    against it gets 0, until none is left, so that a sign never says the opposite of its meaning.
    """
    held = list(range(x.shape[1]))
    deviation = x.std(axis=0)
    while True:
        slope, bias = fit(x[:, held], y, l2, weight)
        if not held:
            break
        strength = slope * deviation[held] * signs[held]
        if strength.min() >= 0:
            break
        del held[int(strength.argmin())]
    every = np.zeros(x.shape[1])
    every[held] = slope
    return every, bias


def head(names: Sequence[str], slope: Floats, bias: float) -> Head:
    """A head as it is shipped: three decimals."""
    rounded = {n: round(float(w), 3) for n, w in zip(names, slope, strict=True)}
    return Head(rounded, round(bias, 3))


def logistic(z: Floats) -> Floats:
    """Log odds -> probabilities."""
    return 1 / (1 + np.exp(-z))


def average_precision(score: Floats, y: Floats) -> float:
    """Mean precision at the rank of every positive."""
    truth = y[np.argsort(-score, kind="stable")]
    precision = np.cumsum(truth) / (np.arange(len(truth)) + 1)
    return float((precision * truth).sum() / max(1, truth.sum()))


def area(score: Floats, y: Floats) -> float:
    """The chance that a positive outranks a negative; ties count half."""
    positive, negative = score[y == 1], score[y == 0]
    above = (positive[:, None] > negative).mean()
    return float(above + (positive[:, None] == negative).mean() / 2)
