"""The tool that fits the heads: its regression, its figures, and what it compares."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from compare import pipeline
from compare.matching.features import NAMES
from compare.resources.matching import Head, heads
from tests.scoring import case_folders, decisions, read_case
from tools.fit_matching import between, differences, find_head
from tools.matching_examples import Example, prepare
from tools.matching_report import decided
from tools.regression import area, average_precision, balanced, fit, logistic

RANDOM = np.random.default_rng(7)


def test_weights_that_made_the_labels_are_found() -> None:
    """On labels drawn from a known model the fit comes near it."""
    x = RANDOM.normal(size=(20_000, 2)) * [1, 3] + [0, 5]
    y = (RANDOM.random(len(x)) < logistic(x @ [1.5, -0.5] + 2)).astype(float)
    slope, bias = fit(x, y, l2=0.1)
    assert slope == pytest.approx([1.5, -0.5], abs=0.1)
    assert bias == pytest.approx(2, abs=0.3)


def test_balanced_weights_give_either_label_half() -> None:
    """The rarer label counts as much as the other."""
    y = np.array([1.0, 1, 1, 0])
    weight = balanced(y)
    assert weight[y == 1].sum() == pytest.approx(weight[y == 0].sum())


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
    """Fitting and choosing in turns finds the feature that decides."""
    made = find_head(lookups(200), even=True)
    assert max(made.weights, key=lambda n: made.weights[n]) == "cosine"


def test_a_level_between_two_sets() -> None:
    """The shifted head expects as many claims over both sets as there are."""
    some, others = lookups(50), [Example(e.x, 1.0, "t", "en-en") for e in lookups(50)]
    made = between(Head({"cosine": 1.0}, 0.0), some, others)
    odds = [[e.x[:, NAMES.index("cosine")].max() + made.bias for e in s] for s in (some, others)]
    expected = np.mean([logistic(np.array(z)).mean() for z in odds])
    assert expected == pytest.approx(
        np.mean([np.mean([e.y for e in s]) for s in (some, others)]), abs=1e-3
    )


def test_differences_name_the_weights() -> None:
    """Equal heads differ in nothing; a moved weight, a new one and a new head are named."""
    stored = {"a": Head({"x": 1.0}, 0.0)}
    assert differences(stored, stored) == []
    assert differences({"a": Head({"x": 1.5, "y": 0.0}, 0.0)}, stored) == [
        "a x: 1.5 fitted, 1.0 stored",
        "a y: 0.0 fitted, None stored",
    ]
    assert differences({**stored, "b": stored["a"]}, stored) == ["heads differ: ['b']"]


def test_a_story_is_judged_as_the_program_judges_it() -> None:
    """Cross-validation decides the cells of a story as the pipeline does with the same heads."""
    case = read_case(next(f for f in case_folders("claims") if f.name == "water-ruling"))
    ready = prepare(case)
    judged = decided(replace(ready, bridge=replace(ready.bridge, heads=heads())))
    known = list(decisions(case, pipeline.analyse(case.story)))
    assert [(d.said, d.pair) for d in judged] == [(d.said, d.pair) for d in known]
