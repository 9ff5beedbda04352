"""Likeness of facts: which are looked at, and what speaks for one thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.facts import by_kind
from compare.facts.likeness import ALIKE, chances, features
from compare.model import FACT_KINDS, Fact, Value
from tests.facts.made import days, fact, figure


def chance(kind: str, facts: Sequence[Fact], likeness: float = 0.6) -> Any:
    """The chances of facts whose contexts are all alike by so much."""
    n = len(facts)
    alike = {name: np.full((n, n), likeness, dtype=np.float32) for name in ALIKE}
    return chances(kind, facts, alike)


def feature(name: str, *facts: Fact) -> float:
    """One feature of the first two facts."""
    n = len(facts)
    alike = {key: np.full((n, n), 0.6, dtype=np.float32) for key in ALIKE}
    found = features(facts, alike)[name]
    assert found[0, 1] == pytest.approx(found[1, 0])
    return float(found[0, 1])


def test_facts_are_grouped_by_kind() -> None:
    """Kinds in their order, each in the order given; a kind that nobody gives is not there."""
    count, day = fact("a", "number", figure(3)), fact("a", "date", days("2024-05-03"))
    other = fact("b", "number", figure(4))
    assert by_kind([count, day, other], 9) == {"date": [day], "number": [count, other]}
    assert list(by_kind([count, day], 9)) == ["date", "number"]
    assert by_kind([], 9) == {}


def test_of_too_many_the_first_of_every_article_are_kept() -> None:
    """An article with many figures does not crowd out the others."""
    facts = [fact("a", "number", figure(n)) for n in range(5)]
    facts += [fact("b", "number", figure(10)), fact("c", "number", figure(11))]
    for most, kept in ((7, [0, 1, 2, 3, 4, 5, 6]), (4, [0, 1, 5, 6]), (3, [0, 5, 6]), (1, [0])):
        assert by_kind(facts, most)["number"] == [facts[n] for n in kept]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(FACT_KINDS)), max_size=20),
    st.integers(1, 8),
)
def test_the_limit_holds_for_each_kind(given_facts: list[tuple[str, str]], most: int) -> None:
    """No kind has more, none that fits is lost, and the order stays."""
    facts = [fact(name, kind, Value(str(n))) for n, (name, kind) in enumerate(given_facts)]
    found = by_kind(facts, most)
    assert set(found) == {f.kind for f in facts}
    for kind, held in found.items():
        every = [f for f in facts if f.kind == kind]
        assert len(held) == min(most, len(every))
        assert held == [f for f in every if f in held]


def test_values_play_no_part() -> None:
    """Two figures of one thing are as surely that, whether they agree or not."""
    words = {"predicate": "die", "about": ("loc:geneva",)}
    one = [fact("a", "number", figure(31), **words), fact("b", "number", figure(31), **words)]
    two = [fact("a", "number", figure(31), **words), fact("b", "number", figure(940), **words)]
    assert (chance("number", one) == chance("number", two)).all()


@pytest.mark.parametrize("kind", ["number", "place", "outcome"])
def test_chances_are_chances_both_ways(kind: str) -> None:
    """A matrix in 0..1 that is the same both ways."""
    facts = [
        fact(a, kind, Value("3"), predicate=p)
        for a, p in (("a", "die"), ("b", "die"), ("b", ""), ("c", "injure"))
    ]
    found = chance(kind, facts)
    assert found.shape == (4, 4)
    assert ((found >= 0) & (found <= 1)).all()
    assert np.allclose(found, found.T)


def test_likeness_speaks_for_one_thing() -> None:
    """The more alike the words around two values are, the surer."""
    facts = [fact("a", "number", figure(3)), fact("b", "number", figure(3))]
    low, high = (chance("number", facts, likeness)[0, 1] for likeness in (0.1, 0.9))
    assert low < high


@pytest.mark.parametrize(
    ("one", "other", "same", "another"),
    [
        ("die", "die", 1, 0),
        ("convict", "acquit", 1, 0),
        ("die", "injure", 0, 1),
        ("die", "", 0, 0),
        ("", "", 0, 0),
    ],
)
def test_predicates(one: str, other: str, same: float, another: float) -> None:
    """One class, or two that deny each other, are one matter; an unknown one says nothing."""
    pair = (
        fact("a", "number", figure(3), predicate=one),
        fact("b", "number", figure(3), predicate=other),
    )
    assert feature("same predicate", *pair) == same
    assert feature("other predicate", *pair) == another


@pytest.mark.parametrize(
    ("one", "other", "shared", "apart"),
    [
        (("x", "y"), ("y", "z"), 1 / 3, 0),
        (("x",), ("x",), 1, 0),
        (("x",), ("z",), 0, 1),
        (("x",), (), 0, 0),
        ((), (), 0, 0),
    ],
)
def test_names(one: tuple[str, ...], other: tuple[str, ...], shared: float, apart: float) -> None:
    """Names in common speak for one thing, others against it, none say nothing."""
    pair = fact("a", "number", figure(3), about=one), fact("b", "number", figure(3), about=other)
    assert feature("names", *pair) == pytest.approx(shared)
    assert feature("apart", *pair) == apart


@pytest.mark.parametrize(
    ("one", "other", "unit"),
    [
        ("mu", "mu", 1),
        ("mu", "acre", 1),
        ("person", "", 0.5),
        ("mu", "tonne", 0),
        ("vessel", "tonne", 0),
    ],
)
def test_units(one: str, other: str, unit: float) -> None:
    """Units that convert are one, a bare number may have any, others are apart."""
    pair = fact("a", "number", figure(3, one)), fact("b", "number", figure(3, other))
    assert feature("unit", *pair) == unit


def test_a_lonely_figure_is_likelier_the_one_meant() -> None:
    """Among many figures of its unit a pair is less sure."""
    pair = fact("a", "number", figure(3)), fact("b", "number", figure(3))
    crowd = [fact("b", "number", figure(n)) for n in range(6)]
    assert feature("rivals", *pair) < feature("rivals", *pair, *crowd)


def test_another_scope_speaks_against_one_thing() -> None:
    """A part is less alike to a whole than another part is."""
    part, whole = (fact("a", "number", figure(3), scopes=frozenset(s)) for s in (["part"], []))
    other = fact("b", "number", figure(3), scopes=frozenset(["part"]))
    assert feature("scopes", part, other) > feature("scopes", whole, other)
