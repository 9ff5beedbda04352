"""When one figure is a round form of another."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.resources.rounding import rounds, significant


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        (1240, 1200, True),
        (1260, 1300, True),
        (1240, 1300, False),
        (1240, 1230, False),
        (4.14, 4.1, True),
        (4.14, 4.2, False),
        (41, 40, False),
        (101, 100, True),
        (99, 100, False),
        (2_960_000, 3_000_000, True),
        (-1240, -1200, True),
        (0, 0.001, False),
        (1540, 2000, False),
    ],
)
def test_the_rounder_is_what_the_finer_rounds_to(a: float, b: float, alike: bool) -> None:
    """Within bounds, and small whole counts never."""
    assert rounds(a, b, close=0.05, exact=100) is alike


@pytest.mark.parametrize(
    ("close", "exact", "alike"),
    [(0.05, 100, True), (0.01, 100, False), (0.05, 2000, False)],
)
def test_bounds_are_given(close: float, exact: float, alike: bool) -> None:
    """How far apart, and from which count on."""
    assert rounds(1240, 1200, close=close, exact=exact) is alike


def test_a_converted_figure_is_never_round() -> None:
    """It only has to be close, small or not."""
    assert rounds(41, 40, close=0.05, exact=100, converted=True)
    assert not rounds(41, 45, close=0.05, exact=100, converted=True)


@pytest.mark.parametrize(
    ("value", "digits"),
    [(0, 1), (7, 1), (1200, 2), (1240, 3), (0.05, 1), (-31.5, 3), (math.inf, 1), (math.nan, 1)],
)
def test_significant_digits(value: float, digits: int) -> None:
    """Zeros at the end do not count."""
    assert significant(value) == digits


NUMBERS = st.floats(-1e9, 1e9, allow_nan=False)


@given(NUMBERS, NUMBERS, st.floats(0, 1), st.integers(0, 1000), st.booleans())
def test_rounding_is_symmetric(a: float, b: float, close: float, exact: int, kind: bool) -> None:
    """Whichever is named first."""
    one = rounds(a, b, close=close, exact=exact, converted=kind)
    assert one == rounds(b, a, close=close, exact=exact, converted=kind)


@given(st.integers(1000, 10**9), st.integers(2, 4))
def test_a_figure_is_alike_to_its_round_form(number: int, digits: int) -> None:
    """However many digits are left, as long as it stays close."""
    short = float(f"{number:.{digits - 1}e}")
    assert rounds(float(number), short, close=0.06, exact=100)
    assert 1 <= significant(short) <= digits
