"""Joining: groups of facts by the chance of each pair, whatever their values."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.facts.joining import Matrix, groups
from compare.model import Fact
from tests.facts.made import fact, figure


def made(articles: str) -> list[Fact]:
    """A figure of each of `articles`, which are letters."""
    return [fact(name, "number", figure(n)) for n, name in enumerate(articles)]


def table(n: int, pairs: Mapping[tuple[int, int], float]) -> Matrix:
    """Chances of pairs, the same both ways; 0 where none is given."""
    out = np.zeros((n, n), dtype=np.float32)
    for (i, j), chance in pairs.items():
        out[i, j] = out[j, i] = chance
    return out


def test_the_surest_two_are_joined() -> None:
    """Facts over the bound are one group; one that is joined to none is no group."""
    chances = table(4, {(0, 2): 0.9, (1, 3): 0.2})
    assert groups(made("aabb"), chances, 0.4) == [[0, 2]]


def test_one_strong_link_does_not_chain() -> None:
    """A third fact that is like only one of two joined facts is not joined to both."""
    assert groups(made("abc"), table(3, {(0, 1): 0.9, (1, 2): 0.7}), 0.4) == [[0, 1]]
    strong = table(3, {(0, 1): 0.9, (1, 2): 0.7, (0, 2): 0.3})
    assert groups(made("abc"), strong, 0.4) == [[0, 1, 2]]


def test_two_facts_of_one_article_are_never_compared() -> None:
    """They meet only through a fact of another article, and their own chance counts nothing."""
    assert groups(made("aa"), table(2, {(0, 1): 1}), 0.4) == []
    both = table(3, {(0, 1): 1, (0, 2): 0.8, (1, 2): 0.6})
    assert groups(made("aab"), both, 0.4) == [[0, 1, 2]]


def test_a_chance_at_the_bound_is_enough() -> None:
    """The bound itself is reached."""
    chances = table(2, {(0, 1): 0.5})
    assert groups(made("ab"), chances, 0.5) == [[0, 1]]
    assert groups(made("ab"), chances, 0.51) == []


def test_groups_come_in_the_order_of_their_first() -> None:
    """The surest group is joined first and still stands where its first fact stands."""
    chances = table(4, {(0, 3): 0.5, (1, 2): 0.9})
    assert groups(made("abcd"), chances, 0.4) == [[0, 3], [1, 2]]


def test_no_facts_no_groups() -> None:
    """Nothing is joined where there is nothing."""
    assert groups([], np.zeros((0, 0), dtype=np.float32), 0.4) == []


SIZES = st.lists(st.sampled_from("abcd"), max_size=9).flatmap(
    lambda names: st.tuples(
        st.just("".join(names)),
        st.lists(st.floats(0, 1, width=16), min_size=81, max_size=81),
    )
)


@settings(max_examples=40, deadline=None)
@given(SIZES, st.floats(0.05, 1))
def test_groups_are_parts_of_the_whole(given_facts: tuple[str, list[float]], least: float) -> None:
    """No fact stands in two groups, each has two or more articles, values are not looked at."""
    names, numbers = given_facts
    n = len(names)
    chances = table(n, {(i, j): numbers[9 * i + j] for i in range(n) for j in range(i)})
    found = groups(made(names), chances, least)
    held = [i for group in found for i in group]
    assert len(held) == len(set(held))
    assert all(len({names[i] for i in group}) > 1 for group in found)
    assert found == sorted(sorted(group) for group in found)
    others = [fact(name, "number", figure(7)) for name in names]
    assert groups(others, chances, least) == found


@pytest.mark.parametrize("least", [0.05, 0.4, 0.9])
def test_the_mean_chance_of_a_group_is_over_the_bound(least: float) -> None:
    """A group is as sure as was asked for, over all its pairs of different articles."""
    chances = table(4, {(0, 1): 0.9, (0, 2): 0.5, (1, 2): 0.4, (2, 3): 0.3})
    for group in groups(made("abcd"), chances, least):
        pairs = [chances[i, j] for i in group for j in group if i < j]
        assert np.mean(pairs) >= least
