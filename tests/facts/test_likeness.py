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


COUNTED = [kind for kind in FACT_KINDS if kind != "outcome"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(COUNTED)), max_size=20),
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


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (("a convict", "b convict", "c convict"), []),
        (("a convict", "b not convict"), [0, 1]),
        (("a convict", "b acquit"), [0, 1]),
        (("a convict", "a acquit"), []),
        (("a convict", "a acquit", "b convict"), [1, 2]),
        (("a not convict", "b not acquit"), []),
        (("a convict", "b acquit", "c sink"), [0, 1]),
    ],
)
def test_an_outcome_that_no_other_article_denies_is_left_out(
    told: tuple[str, ...], kept: list[int]
) -> None:
    """What all agree on is a claim and no fact to be joined."""
    facts = [fact(one[0], "outcome", Value(one[2:])) for one in told]
    assert by_kind(facts, 9).get("outcome", []) == [facts[n] for n in kept]


@pytest.mark.parametrize(("most", "kept"), [(9, [0, 1, 2, 3]), (2, [0, 3]), (1, [0])])
def test_the_limit_holds_for_outcomes_that_are_denied(most: int, kept: list[int]) -> None:
    """Of outcomes only those count that another article denies."""
    told = [("a", "convict")] * 3 + [("b", "acquit"), ("c", "sink")]
    facts = [fact(name, "outcome", Value(text)) for name, text in told]
    assert by_kind(facts, most)["outcome"] == [facts[n] for n in kept]


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


@pytest.mark.parametrize("kind", ["place", "person"])
def test_a_name_that_is_the_value_does_not_count(kind: str) -> None:
    """Two names of one thing are no more apart than one name is for it, whoever else is named."""
    one = fact("a", kind, Value("x"), about=("x", "y"))
    other = fact("b", kind, Value("z"), about=("z", "y"))
    assert feature("names", one, other) == 1
    bare = fact("a", kind, Value("x"), about=("x",)), fact("b", kind, Value("z"), about=("z",))
    assert (feature("names", *bare), feature("apart", *bare)) == (0, 0)


@pytest.mark.parametrize(
    ("one", "other", "sure"),
    [
        ("per:a per:b", "per:a per:b", 1),
        ("per:a", "per:a", None),
    ],
)
def test_a_meeting_is_known_by_who_meets(one: str, other: str, sure: float | None) -> None:
    """The same persons are the same meeting; one person is no meeting."""
    pair = [fact(n, "person", Value(v), predicate="meet") for n, v in (("a", one), ("b", other))]
    found = chance("person", pair)[0, 1]
    assert (found == 1) == (sure == 1)


def test_a_readout_is_known_by_who_gave_it() -> None:
    """The official text of one speaker is one thing, and no other thing that names the speaker."""
    told = {"predicate": "official_text"}
    facts = [
        fact("a", "person", Value("per:x"), **told),
        fact("b", "person", Value("per:x"), **told),
        fact("c", "person", Value("per:y"), **told),
        fact("d", "person", Value("per:x"), predicate="meet"),
    ]
    assert chance("person", facts)[0, 1:].tolist() == [1, 0, 0]


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
