"""The tool that fits the heads: its regression, its figures, and what it compares."""

from __future__ import annotations

import numpy as np
import pytest

from compare.matching.carriage import CARRIED_FEATURES
from compare.matching.features import NAMES
from compare.resources.matching import Head
from tools.fit_matching import (
    AGAINST,
    carried_head,
    differences,
    says_head,
    says_heads,
)
from tools.matching_examples import Example
from tools.regression import (
    Floats,
    area,
    average_precision,
    fit,
    fit_signed,
    logistic,
)

RANDOM = np.random.default_rng(7)


def test_weights_that_made_the_labels_are_found() -> None:
    """On labels drawn from a known model the fit comes near it."""
    x = RANDOM.normal(size=(20_000, 2)) * [1, 3] + [0, 5]
    y = (RANDOM.random(len(x)) < logistic(x @ [1.5, -0.5] + 2)).astype(float)
    slope, bias = fit(x, y, l2=0.1)
    assert slope == pytest.approx([1.5, -0.5], abs=0.1)
    assert bias == pytest.approx(2, abs=0.3)


def drawn(weights: list[float], number: int = 2000) -> tuple[Floats, Floats]:
    """Features of several scales, and labels drawn by these weights."""
    made = np.random.default_rng(len(weights))
    x = made.normal(size=(number, len(weights))) * np.arange(1, len(weights) + 1)
    return x, (made.random(number) < logistic(x @ np.array(weights) + 0.5)).astype(float)


@pytest.mark.parametrize("weights", [[1.5, -0.5], [1.0, 0.4, -0.3], [-2.0]])
def test_signs_that_hold_change_nothing(weights: list[float]) -> None:
    """Where no weight goes against its sign, the fit is the usual one."""
    x, y = drawn(weights)
    slope, bias = fit(x, y, 2.0)
    signed, start = fit_signed(x, y, 2.0, np.sign(weights))
    assert signed == pytest.approx(slope)
    assert start == pytest.approx(bias)


@pytest.mark.parametrize(
    ("weights", "signs"),
    [
        ([1.5, -0.5], [1, 1]),
        ([1.0, 0.4, -0.3], [1, -1, 1]),
        ([1.0, 0.4, -0.3, 0.2], [1, -1, 1, -1]),
        ([-1.0, 0.8], [-1, -1]),
    ],
)
def test_no_weight_goes_against_its_sign(weights: list[float], signs: list[int]) -> None:
    """What would goes out for good, and the rest is fitted as if it had never been there."""
    x, y = drawn(weights)
    slope, bias = fit_signed(x, y, 2.0, np.array(signs, dtype=float))
    assert (slope * signs >= 0).all()
    held = [n for n, weight in enumerate(slope) if weight]
    assert held == [n for n, w in enumerate(weights) if w * signs[n] > 0]
    alone, start = fit(x[:, held], y, 2.0)
    assert slope[held] == pytest.approx(alone)
    assert bias == pytest.approx(start)


def test_the_worst_offender_goes_first() -> None:
    """A feature that only another one turns round keeps its weight when that one is out."""
    made = np.random.default_rng(3)
    cause = made.normal(size=4000)
    echo = cause + made.normal(size=4000) * 0.5
    y = (made.random(4000) < logistic(2 * echo - cause)).astype(float)
    x = np.stack([echo, cause], axis=1)
    assert fit(x, y, 2.0)[0][1] < 0
    slope, _ = fit_signed(x, y, 2.0, np.ones(2))
    assert slope[0] > 0
    assert slope[1] == 0


def test_figures_of_a_ranking() -> None:
    """Average precision and area of a small ranking by hand."""
    score, y = np.array([0.9, 0.8, 0.7, 0.6]), np.array([1.0, 0, 1, 0])
    assert average_precision(score, y) == pytest.approx((1 + 2 / 3) / 2)
    assert area(score, y) == pytest.approx(0.75)
    assert area(np.zeros(4), y) == 0.5


def lookups(number: int) -> list[Example]:
    """Look-ups of three units each; a claim is there when the best cosine is above a half."""
    made = []
    for _ in range(number):
        x = np.zeros((3, len(NAMES)))
        x[:, NAMES.index("cosine")] = RANDOM.random(3)
        made.append(Example(x, float(x.max() > 0.6), "s", "en-en"))
    return made


def test_a_look_up_is_judged_by_its_best_unit() -> None:
    """Fitting and choosing in turns finds the feature that decides; the others weigh nothing."""
    made = says_head(lookups(200))
    assert tuple(made.weights) == NAMES
    assert max(made.weights, key=lambda n: made.weights[n]) == "cosine"
    assert {n for n, weight in made.weights.items() if weight} == {"cosine"}


def test_languages_have_heads_of_their_own() -> None:
    """Examples within a language and between two are fitted apart."""
    same = lookups(100)
    cross = [Example(e.x, 1 - e.y, "s", "en-zh") for e in same]
    made = says_heads([*same, *cross])
    assert made == {"says.same": says_head(same), "says.cross": says_head(cross)}
    assert made["says.same"].weights["cosine"] > 0 == made["says.cross"].weights["cosine"]


def test_a_feature_that_speaks_against_stays_against() -> None:
    """Labels that reward what should count against are not learned, nor the other way round."""
    x = RANDOM.normal(size=(500, len(CARRIED_FEATURES)))
    y = (RANDOM.random(500) < logistic(x.sum(axis=1))).astype(float)
    for labels in (y, 1 - y):
        made = carried_head([Example(a, b, "s", "en-en") for a, b in zip(x, labels, strict=True)])
        assert tuple(made.weights) == CARRIED_FEATURES
        for name, weight in made.weights.items():
            assert weight <= 0 if name in AGAINST else weight >= 0, name
            assert (weight != 0) == ((name in AGAINST) == (labels is not y)), name


def test_differences_name_the_weights() -> None:
    """Equal heads differ in nothing; a moved weight, a new one and a new head are named."""
    stored = {"a": Head({"x": 1.0}, 0.0)}
    assert differences(stored, stored) == []
    assert differences({"a": Head({"x": 1.5, "y": 0.0}, 0.0)}, stored) == [
        "a x: 1.5 fitted, 1.0 stored",
        "a y: 0.0 fitted, None stored",
    ]
    assert differences({**stored, "b": stored["a"]}, stored) == ["heads differ: ['b']"]
