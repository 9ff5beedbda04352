"""Labelled questions of our own corpus, on one story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from threadpoolctl import threadpool_limits

from compare.matching.carriage import CARRIED_FEATURES, ROW_FEATURES, carried, log_odds
from compare.matching.clusters import pairs
from compare.matching.features import NAMES
from compare.model import TITLE
from compare.resources.matching import heads
from corpus import halves
from corpus.gold import read
from tools.corpus_examples import (
    Question,
    Ready,
    Recorder,
    answers,
    asked,
    ready,
    row_examples,
    told,
    typed,
)
from tools.fit_matching import Labelled, carried_examples
from tools.matching_examples import OPTIONS, odds_of
from tools.regression import area, logistic

STORY = "chengpu-township-recall"


@pytest.fixture(autouse=True, scope="module")
def _one_thread() -> Iterator[None]:
    """With more threads than free cores hundreds of small products wait for each other."""
    with threadpool_limits(limits=1, user_api="blas"):
        yield


@pytest.fixture(scope="module")
def one() -> Ready:
    """A small story of the half that is for fitting."""
    assert STORY in halves.split()[halves.FIT]
    return ready(read(halves.STORIES / STORY))


def test_a_ready_story_knows_its_units(one: Ready) -> None:
    """Every article has units with their places, every two articles features both ways."""
    assert set(one.names) == set(one.story.texts)
    assert [len(side) for side in one.sides] == [len(places) for places in one.where]
    number = range(len(one.names))
    assert set(one.known) == {(i, j) for i in number for j in number if i != j}
    for (i, j), known in one.known.items():
        assert known["tokens"].shape == (len(one.sides[i]), len(one.sides[j]))


def sound(one: Ready, question: Question) -> bool:
    """Is it asked of another article, about each unit of its body?"""
    body = [u for u in one.sides[question.other] if u.segment.part != TITLE]
    example = question.example
    shaped = example.x.shape == (len(body), len(NAMES)) and example.story == STORY
    return shaped and question.own != question.other and example.y in (0, 1)


def test_every_clause_is_held_against_every_other_article(one: Ready) -> None:
    """Clauses of bodies only, each once an article; what is told in part there is passed over."""
    found = list(told(one))
    assert all(sound(one, q) for q in found)
    keys = [(q.own, q.other, q.unit) for q in found]
    assert len(keys) == len(set(keys))
    units = [one.sides[q.own][q.unit] for q in found]
    assert all(u.leaf and u.segment.part != TITLE for u in units)
    leaves = sum(u.leaf and u.segment.part != TITLE for side in one.sides for u in side)
    assert 0.8 * leaves * (len(one.sides) - 1) < len(found) <= leaves * (len(one.sides) - 1)
    assert {q.example.y for q in found} == {0, 1}


def test_every_claim_is_asked_in_the_words_of_its_sources(one: Ready) -> None:
    """As many questions as the gold has cells for sources that carry a claim in full."""
    found = list(asked(one))
    assert all(sound(one, q) for q in found)
    labels = [
        cell.status != "absent"
        for claim in one.story.gold.claims
        for own in one.names
        if claim.cells[own].status == "included"
        for other, cell in claim.cells.items()
        if other != own and cell.status != "partial"
    ]
    assert len(found) == len(labels)
    assert sum(q.example.y for q in found) == sum(labels)


def test_every_claim_is_typed(one: Ready) -> None:
    """In the gold's own words, one example an article that does not carry it in part."""
    found = list(typed(one.story))
    statuses = [c.status for claim in one.story.gold.claims for c in claim.cells.values()]
    wanted = [s != "absent" for s in statuses if s != "partial"]
    assert len(found) == len(wanted)
    assert sum(e.y for e in found) == sum(wanted)
    best = [odds_of(heads()["says.same" if e.same else "says.cross"], NAMES, e) for e in found]
    assert area(np.array(best), np.array([e.y for e in found])) > 0.8


def test_carried_examples_are_what_the_program_asks(one: Ready) -> None:
    """The chance of an example is that of the article for the unit, as the program has it."""
    made = heads()
    story = Labelled(one, list(told(one)), [], [])
    found = carried_examples(story, made, story.told)
    bridge = replace(one.bridge, heads=made)
    chances = carried(one.sides, pairs(one.sides, bridge, OPTIONS).says, made["carried"], OPTIONS)
    assert len(found) == len(story.told)
    for question, example in zip(story.told, found, strict=True):
        chance = logistic(np.array(odds_of(made["carried"], CARRIED_FEATURES, example)))
        there = chances[question.own, question.other][question.unit]
        assert float(chance) == pytest.approx(float(there), abs=0.0011)
        assert example.y == question.example.y


def test_a_recorder_notes_and_counts_its_questions() -> None:
    """Every question has a number of its own, under which its features are kept."""
    noted = Recorder({}, 0.0)
    for n in (1, 2):
        assert float(noted.probability({"mean": np.array(n, np.float32)})) == n
    assert noted.asked == [{"mean": 1.0}, {"mean": 2.0}]


def test_cells_of_rows_are_examples(one: Ready) -> None:
    """Each has the features that the program gives a row, within their bounds, and a label."""
    found = list(row_examples(one, heads()))
    x, y = np.stack([e.x for e in found]), np.array([e.y for e in found])
    assert x.shape == (len(found), len(ROW_FEATURES))
    most = float(log_odds(np.array([1], np.float32), OPTIONS.claim_clamp)[0])
    assert np.abs(x[:, 0]).max() <= most + 1e-4
    assert set(np.round(np.exp(x[:, 1]), 3)) <= set(range(1, OPTIONS.claim_support_most + 1))
    assert set(y) == {0, 1}
    assert area(x[:, 0], y) > 0.8
    assert {len(e.pair.split("-")) for e in found} == {2}


def test_answers_are_chances_of_rows(one: Ready) -> None:
    """Nearly every claim has a row in each source's words; what is carried is mostly likelier."""
    found = list(answers(one, heads()))
    assert 0.9 * len(list(asked(one))) < len(found)
    chances, y = np.array([c for _, c in found]), np.array([q.example.y for q, _ in found])
    assert chances.min() >= 0
    assert chances.max() <= 1
    assert area(chances, y) > 0.8
