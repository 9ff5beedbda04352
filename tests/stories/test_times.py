"""Publication times as the grouping sees them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from compare.options import Options
from compare.stories.marks import HALF_DAY, times
from tests.stories.made_articles import article

OPTIONS = Options()


def test_a_time_is_exact_and_a_day_is_its_noon_give_or_take_half_a_day() -> None:
    """An aware time has no uncertainty; a bare day stands at noon with half a day of it."""
    exact = article("a", published=datetime(2023, 5, 2, 6, tzinfo=UTC))
    day = article("b", published=date(2023, 5, 2))
    found = times([exact, day], OPTIONS)
    assert found.slack == [0, HALF_DAY]
    assert found.seconds[1] - found.seconds[0] == 6 * 3600


def test_a_naive_time_is_read_as_universal_time() -> None:
    """A time without a zone does not fail."""
    naive = article("a", published=datetime(2023, 5, 2, 6))  # noqa: DTZ001 (the case at hand)
    aware = article("b", published=datetime(2023, 5, 2, 6, tzinfo=UTC))
    found = times([naive, aware], OPTIONS)
    assert found.seconds[0] == found.seconds[1]


def test_dates_that_cannot_be_right_count_as_none() -> None:
    """No date, the computer epoch and the Middle Ages are all undated, none of them future."""
    odd = [
        article("a", published=None),
        article("b", published=date(1970, 1, 1)),
        article("c", published=date(1200, 1, 1)),
    ]
    found = times(odd, OPTIONS)
    assert found.dated == [False, False, False]
    assert found.future == [False, False, False]


def test_a_date_after_today_is_future() -> None:
    """With a known day of reading, a week ahead is the future and tomorrow is a time zone."""
    found = times(
        [article("a", published=date(2023, 5, 9)), article("b", published=date(2023, 5, 3))],
        Options(today=date(2023, 5, 2)),
    )
    assert found.future == [True, False]
    assert found.dated == [False, True]


def test_without_today_a_lonely_leap_of_years_is_future() -> None:
    """One article of 2099 among those of 2023 is future; a later majority is not."""
    many = [article(str(n), published=date(2023, 5, n)) for n in (1, 2, 3)]
    late = article("late", published=date(2099, 1, 1))
    assert times([*many, late], OPTIONS).future == [False, False, False, True]
    old = article("old", published=date(1990, 1, 1))
    assert times([old, *many], OPTIONS).future == [False, False, False, False]
