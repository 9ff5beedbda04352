"""Shares with intervals that know that stories are the unit."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.options import Options
from compare.outlets.intervals import bounds, difference, share, student, wilson

OPTIONS = Options()
COUNTS = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda c: (min(c), max(c)))


@pytest.mark.parametrize(
    ("chance", "freedom", "expected"),
    [
        (0.975, 1, 12.7062),
        (0.975, 2, 4.3027),
        (0.975, 4, 2.7764),
        (0.95, 5, 2.0150),
        (0.975, 10, 2.2281),
        (0.995, 29, 2.7564),
        (0.975, 120, 1.9799),
    ],
)
def test_student_is_as_in_the_tables(chance: float, freedom: int, expected: float) -> None:
    """Quantiles of even and odd degrees of freedom are those that printed tables have."""
    assert student(chance, freedom) == pytest.approx(expected, abs=1e-4)


def test_wilson_is_as_published() -> None:
    """The interval of 15 of 148 is the one of Newcombe's paper of 1998."""
    low, high = wilson(15 / 148, 148, 1.959964)
    assert (round(low, 4), round(high, 4)) == (0.0624, 0.1605)


def test_few_stories_give_counts_alone() -> None:
    """Four stories that have any claim are too few for a share, five are enough; stories without a
    claim are none.
    """
    few = share([(1, 2)] * 4 + [(0, 0)], OPTIONS)
    assert (few.count, few.of, few.stories) == (4, 8, 4)
    assert (few.share, few.low, few.high) == (None, None, None)
    assert share([(1, 2)] * 5, OPTIONS).share == 0.5


def test_claims_that_hang_together_count_for_less() -> None:
    """The same sums are surer where every story has some of each than where each has all or none;
    never are they surer than with each claim on its own.
    """
    even, clumped = [(5, 10)] * 4 + [(4, 10), (6, 10)], [(10, 10)] * 3 + [(0, 10)] * 3
    wide = [high - low for low, high in (bounds(c, 0.05) for c in (even, clumped))]
    apart = wilson(0.5, 60, student(0.975, 5))
    assert wide[0] == pytest.approx(apart[1] - apart[0])
    assert wide[1] > 2 * wide[0]


@pytest.mark.parametrize("count", [0, 10])
def test_where_all_stories_agree_an_interval_has_a_width(count: int) -> None:
    """Nothing or everything in six stories proves less than in twenty."""
    widths = [high - low for low, high in (bounds([(count, 10)] * n, 0.05) for n in (6, 20))]
    assert widths[0] > widths[1] > 0.1


@given(st.lists(COUNTS, min_size=5, max_size=12).filter(lambda c: sum(bool(n) for _, n in c) > 4))
def test_a_share_lies_within_its_bounds(counts: list[tuple[int, int]]) -> None:
    """Whatever the counts: 0 ≤ low ≤ share ≤ high ≤ 1, in any order the same, and the share of the
    rest mirrors it.
    """
    one = share(counts, OPTIONS)
    assert one == share(counts[::-1], OPTIONS) == share(sorted(counts), OPTIONS)
    assert one.share is not None
    assert one.low is not None
    assert one.high is not None
    assert 0 <= one.low <= one.share + 0.001
    assert one.share - 0.001 <= one.high <= 1
    rest = share([(n - x, n) for x, n in counts], OPTIONS)
    assert rest.low == pytest.approx(1 - one.high, abs=0.0011)


def test_a_difference_is_unsure_as_both_shares_are() -> None:
    """Its bounds hold it, widen with less doubt, and lie above 0 only where the shares are far
    apart.
    """
    high, low = [(8, 10)] * 12, [(1, 10)] * 12
    value, least, most = difference(high, low, 0.05)
    assert value == pytest.approx(0.7)
    assert 0 < least < value < most < 1
    _, wider, _ = difference(high, low, 0.001)
    assert wider < least
    assert difference(low, low, 0.05)[1] < 0 < difference(low, low, 0.05)[2]


def test_the_interval_holds_the_true_share_as_often_as_promised() -> None:
    """Of drawn stories whose claims hang together nineteen in twenty intervals hold the share, and
    of Wilson's over claims far fewer (bench/outlets.py has the whole table).
    """
    generator = np.random.default_rng(7)
    ours = naive = 0
    for _ in range(400):
        sizes = 1 + generator.geometric(0.12, 12)
        found = generator.binomial(sizes, generator.beta(1.8, 7.2, 12))
        counts = [(int(x), int(n)) for x, n in zip(found, sizes, strict=True)]
        low, high = bounds(counts, 0.05)
        ours += low <= 0.2 <= high
        whole = sum(n for _, n in counts)
        low, high = wilson(sum(x for x, _ in counts) / whole, whole, 1.96)
        naive += low <= 0.2 <= high
    assert ours / 400 > 0.92
    assert naive / 400 < 0.88
    assert math.isclose(ours / 400, 0.95, abs_tol=0.035)
