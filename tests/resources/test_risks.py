"""The bounds that keep a promise."""

from __future__ import annotations

from itertools import pairwise

import pytest

from compare.options import Options
from compare.resources.risks import bounds, checked


def test_the_default_bounds_are_those_of_one_in_five() -> None:
    """The options begin where the learned table says for a risk of .2."""
    assert bounds(0.2) == (Options().claim_included, Options().claim_absent)


def test_a_smaller_risk_shows_no_more() -> None:
    """Both bounds only become stricter as the risk falls."""
    made = [bounds(risk / 100) for risk in range(100, -1, -1)]
    assert all(a[0] <= b[0] and a[1] >= b[1] for a, b in pairwise(made))


@pytest.mark.parametrize("risk", [0.0, 0.01])
def test_what_cannot_be_promised_is_not_said(risk: float) -> None:
    """Under the least risk of the table nothing is included but a row's own words, none absent."""
    assert bounds(risk) == (1.0, 0.0)


def test_absences_are_never_risked_more_than_one_in_twenty() -> None:
    """A greater risk of inclusions leaves the promise of absences as it is."""
    assert bounds(0.1)[1] == bounds(0.9)[1] > bounds(0.04)[1]


def test_languages_are_checked_in_either_order() -> None:
    """Pairs with enough cells count as checked, all others do not."""
    assert checked("zh", "en", 100)
    assert checked("en", "zh", 100)
    assert not checked("de", "de", 100)
    assert not checked("ko", "zh", 1)
