"""The tool that learns which bounds keep a promise."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.fit_risks import LEAST, RISKS, STORIES, Shown, bound, bounds, kept, wrong

PAIR = "en-zh"


def cells(story: str, chance: float, carried: Sequence[bool]) -> list[Shown]:
    """Cells of one story with the same chance."""
    return [Shown(story, PAIR, chance, one) for one in carried]


def test_what_is_shown_and_wrong() -> None:
    """Inclusions start at the bound, absences lie below it; each story has one share."""
    found = [
        *cells("a", 0.9, [True] * 4 + [False]),
        *cells("a", 0.3, [False] * 3 + [True] * 2),
        *cells("b", 0.9, [True] * 5),
    ]
    assert wrong(found, 0.9, included=True) == [pytest.approx(0.2), 0]
    assert wrong(found, 0.91, included=True) == []
    assert wrong(found, 0.3, included=False) == []
    assert wrong(found, 0.31, included=False) == [pytest.approx(0.4)]


def test_a_story_that_shows_too_little_has_no_share() -> None:
    """A few cells, right or wrong, are no share of a story."""
    for number, shares in ((LEAST - 1, []), (LEAST, [1.0])):
        assert wrong(cells("a", 0.9, [False] * number), 0.5, included=True) == shares


def test_few_stories_promise_nothing() -> None:
    """Even without an error, an average wants enough stories."""
    assert kept([0.0] * (STORIES - 1), 0.4) is None
    assert kept([], 1.0) is None
    assert kept([0.0] * STORIES, 0.02)
    assert kept([1.0] * STORIES, 0.4) is False


def test_a_mean_below_the_risk_is_not_enough() -> None:
    """The doubt that few or unlike stories leave is added to it."""
    steady, unlike = [0.1] * STORIES, [0.0, 0.2] * (STORIES // 2)
    assert kept(steady, 0.11)
    assert not kept(steady, 0.09)
    assert not kept(unlike, 0.11)
    assert kept(unlike, 0.15)
    assert kept(unlike * 20, 0.11)


SHARES = st.lists(st.floats(0, 1), min_size=STORIES, max_size=20)


@given(SHARES, st.floats(0, 1), st.floats(0, 1))
def test_what_keeps_a_promise_keeps_a_weaker_one(
    shares: list[float], one: float, other: float
) -> None:
    """No promise is kept that a smaller risk allows and a greater one does not."""
    low, high = sorted((one, other))
    assert bool(kept(shares, high)) >= bool(kept(shares, low))


YES, NO, THIN = True, False, None


@pytest.mark.parametrize(
    ("answers", "last"),
    [
        ([YES, YES, YES, NO], 0.95),
        ([YES, YES, NO, YES], 0.96),
        ([THIN, THIN, YES, YES, NO, YES], 0.94),
        ([YES, THIN, YES, NO], 0.95),
        ([YES, THIN, NO, YES], 0.97),
        ([NO, YES, YES], None),
        ([THIN, NO, YES], None),
        ([NO], None),
        ([THIN], None),
    ],
)
def test_the_sequence_stops_at_the_first_that_is_not_kept(
    answers: list[bool | None], last: float | None
) -> None:
    """The last bound that keeps the promise before the first that does not; bounds that show too
    little are passed over. None where no bound keeps it.
    """
    left = list(answers)

    def holds(_: float) -> bool | None:
        return left.pop(0) if left else None

    assert bound(holds, 0.97, -0.01) == last


@pytest.mark.parametrize(("start", "step", "last"), [(0.97, -0.01, 0.01), (0.02, 0.01, 0.99)])
def test_a_promise_that_always_holds_reaches_the_end(
    start: float, step: float, last: float
) -> None:
    """Up or down, bounds stay between 0 and 1 and have two decimals."""
    assert bound(lambda _: True, start, step) == last
    assert bound(lambda _: None, start, step) is None


def test_no_bound_is_tried_behind_the_first_that_fails() -> None:
    """What comes later in the sequence is not even asked."""
    tried: list[float] = []

    def holds(at: float) -> bool:
        tried.append(round(at, 2))
        return at > 0.945

    assert bound(holds, 0.97, -0.01) == 0.95
    assert tried == [0.97, 0.96, 0.95, 0.94]


def told(*some: tuple[float, Sequence[bool]], stories: int = STORIES) -> list[Shown]:
    """The same cells in so many stories."""
    return [c for n in range(stories) for at, carried in some for c in cells(f"s{n}", at, carried)]


def test_bounds_of_a_made_list() -> None:
    """A greater risk shows more: sure cells all right, unsure ones half, the rest not carried."""
    found = told((0.955, [True] * 10), (0.505, [True] * 5 + [False] * 5), (0.055, [False] * 10))
    made = bounds(found)
    assert made["included"] == [(r, 0.51 if r < 0.25 else 0.06) for r in RISKS]
    assert made["absent"] == [(r, 0.5 if r < 0.25 else 0.95) for r in RISKS]


def test_what_cannot_be_promised_has_no_bound() -> None:
    """Where every cell shown is wrong, or too few stories show any, nothing is promised."""
    nothing: dict[str, list[tuple[float, float]]] = {"included": [], "absent": []}
    assert bounds(told((0.955, [False] * 10), (0.055, [True] * 10))) == nothing
    assert bounds(told((0.955, [True] * 10), (0.055, [False] * 10), stories=STORIES - 1)) == nothing
    assert bounds([]) == nothing


def test_nothing_is_promised_behind_a_bound_that_breaks_it() -> None:
    """Where the surest cells are wrong, no later bound makes good for them: the sequence of tests
    ends with the first that is not refuted.
    """
    found = told((0.955, [False] * 10), (0.505, [True] * 190))
    assert wrong(found, 0.9, included=True) == [1.0] * STORIES
    assert bounds(found)["included"] == []
