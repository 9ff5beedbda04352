"""Rows of paragraphs side by side."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.matching.beads import beads
from compare.matching.links import links
from compare.model import BODY, TITLE, Bead, Link, Segment
from compare.options import Options
from tests.made import article, bridge, cut
from tests.matching.texts import EN, HANS, HANT


def link(i: int, j: int, score: float = 0.8, part: str = BODY) -> Link:
    """A link between paragraph i of the left article and j of the right one."""
    return Link(Segment("a", part, 0, 1, "x", i), Segment("b", part, 0, 1, "x", j), score)


def rows(left: int, right: int, *found: Link) -> list[Bead]:
    one, other = article("a", *["x"] * left), article("b", *["x"] * right)
    return beads(one, other, found)


def shape(found: list[Bead]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(r.left, r.right) for r in found]


SIZE = st.integers(0, 7)


@settings(deadline=None)
@given(SIZE, SIZE, st.data())
def test_every_paragraph_stands_in_one_row(left: int, right: int, data: st.DataObject) -> None:
    """Rows hold each paragraph of both sides exactly once, whatever the links."""
    found: list[Link] = []
    if left and right:
        pairs = st.tuples(
            st.integers(0, left - 1), st.integers(0, right - 1), st.sampled_from([0.3, 0.5, 0.9])
        )
        found = [link(*p) for p in data.draw(st.lists(pairs, max_size=15))]
    made = rows(left, right, *found)
    assert Counter(i for r in made for i in r.left) == Counter(range(left))
    assert Counter(j for r in made for j in r.right) == Counter(range(right))
    assert all(r.left or r.right for r in made)
    steady = [r.right[0] for r in made if r.left and r.right and not r.moved]
    assert steady == sorted(steady)


def test_equal_texts_stand_row_by_row() -> None:
    """One to one, in order, nothing moved."""
    found = rows(3, 3, link(0, 0), link(1, 1), link(2, 2))
    assert shape(found) == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]
    assert not any(r.moved for r in found)


def test_one_paragraph_may_spread_over_several() -> None:
    """1:n and n:1 make one row each."""
    assert shape(rows(1, 3, link(0, 0), link(0, 1), link(0, 2))) == [((0,), (0, 1, 2))]
    assert shape(rows(3, 1, link(0, 0), link(1, 0), link(2, 0))) == [((0, 1, 2), (0,))]


def test_a_moved_paragraph_marks_only_itself() -> None:
    """The last paragraph set first is moved; those that it passed are not."""
    found = rows(4, 4, link(0, 1), link(1, 2), link(2, 3), link(3, 0))
    assert [r.moved for r in found] == [False, False, False, True]


def test_unmatched_paragraphs_stand_at_their_place() -> None:
    """Omissions keep the left order; additions follow what they follow on the right."""
    found = rows(3, 3, link(0, 0), link(2, 2))
    assert shape(found) == [((0,), (0,)), ((), (1,)), ((1,), ()), ((2,), (2,))]
    assert [r.score for r in found] == [0.8, 0, 0, 0.8]


def test_an_addition_at_the_front_stands_in_front() -> None:
    """A right paragraph before all matched ones is the first row."""
    assert shape(rows(1, 2, link(0, 1))) == [((), (0,)), ((0,), (1,))]


def test_the_strongest_partner_wins() -> None:
    """A paragraph goes where the sum of its sentence links is largest."""
    found = rows(2, 2, link(0, 0, 0.9), link(0, 1, 0.4), link(1, 1, 0.5), link(1, 1, 0.5))
    assert shape(found) == [((0,), (0,)), ((1,), (1,))]


def test_links_outside_the_body_do_not_count() -> None:
    """Linked titles join no paragraphs."""
    assert shape(rows(1, 1, link(0, 0, 0.9, TITLE))) == [((), (0,)), ((0,), ())]


@pytest.mark.parametrize("right", [HANT, EN])
def test_a_split_copy_gathers_again(right: tuple[str, ...]) -> None:
    """Two paragraphs joined on one side stand beside both on the other."""
    joined = article("a", HANS[0] + HANS[1], HANS[2], HANS[3] + HANS[4], HANS[5])
    other = article("b", *right)
    a, b = cut(joined, other)
    found = beads(joined, other, links(a, b, bridge(a, b), Options()))
    assert shape(found) == [((0,), (0, 1)), ((1,), (2,)), ((2,), (3, 4)), ((3,), (5,))]


def test_a_shuffled_copy_is_matched_and_marked() -> None:
    """Every paragraph finds itself; those out of order are moved."""
    order = (1, 2, 3, 0, 4, 5)
    one, other = article("a", *HANS), article("b", *(HANT[i] for i in order))
    a, b = cut(one, other)
    found = beads(one, other, links(a, b, bridge(a, b), Options()))
    assert all(len(r.left) == 1 == len(r.right) and order[r.right[0]] == r.left[0] for r in found)
    assert [r.left[0] for r in found if r.moved] == [0]
