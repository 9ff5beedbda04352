"""Stretches of time in two units, lines of live reports, and basis points."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model.documents import Quantity
from compare.reading.base.amounts import ABOUT, about, compounds, exact, ordinal
from compare.reading.slots import amounts, dates, times
from compare.resources.units import BASE, PERCENT
from compare.text.scripts import is_chinese

DAY = date(2024, 5, 6)


def read(text: str, language: str = "") -> list[Quantity]:
    """The amounts of a text, its days and hours taken out."""
    language = language or ("zh-Hans" if is_chinese(text) else "en")
    return amounts(text, language, [*dates(text, language, DAY), *times(text, language)])


def shown(text: str, language: str = "") -> list[tuple[str, float, str]]:
    """The words, value and unit of each amount."""
    return [(q.text, q.value, q.unit) for q in read(text, language)]


# ---------------------------------------------------------------- two units
@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("a term of four years and eight months", "four years and eight months", 56, "month"),
        ("a term of four years, eight months", "four years, eight months", 56, "month"),
        ("a term of four years and 8 months", "four years and 8 months", 56, "month"),
        ("the vote took 2 hours 15 minutes", "2 hours 15 minutes", 135, "minute"),
        ("the vote took 2 hours and 15 minutes", "2 hours and 15 minutes", 135, "minute"),
        ("adrift for three days and two hours", "three days and two hours", 74, "hour"),
        ("one week and two days", "one week and two days", 9, "day"),
        ("after 2 hours, 15 minutes and 30 seconds", "2 hours, 15 minutes and 30 seconds",
         8130, "second"),
        ("判处4年零8个月", "4年零8个月", 56, "month"),
        ("判處四年零八個月徒刑", "四年零八個月", 56, "month"),
        ("判处4年8个月", "4年8个月", 56, "month"),
        ("投票历时2小时15分钟", "2小时15分钟", 135, "minute"),
        ("投票歷時2小時又15分鐘", "2小時又15分鐘", 135, "minute"),
        ("漂流1周零2天", "1周零2天", 9, "day"),
    ],
)  # fmt: skip
def test_a_stretch_in_two_units_is_one(text: str, words: str, value: float, unit: str) -> None:
    """In the smallest of them, exactly, with all words that state it."""
    (found,) = read(text)
    assert (found.text, found.value, found.unit) == (words, value, unit)
    assert text[found.start : found.end] == words
    assert (found.low, found.high, found.approximate) == (value, value, False)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("three years and 14 months", ["year", "month"]),
        ("three days and 30 hours", ["day", "hour"]),
        ("two years and three weeks", ["year", "week"]),
        ("eight months and four years", ["month", "year"]),
        ("four years and four years", ["year", "year"]),
        ("two years or three months", ["year", "month"]),
        ("two years for one and three months", ["year", "month"]),
        ("four years and eight people", ["year", "person"]),
        ("3年14个月", ["year", "month"]),
        ("3年和14个月", ["year", "month"]),
        ("1年零3周", ["year", "week"]),
    ],
)
def test_two_stretches_stay_two(text: str, units: list[str]) -> None:
    """Where the second is as much as one of the first, of another base, longer, or apart."""
    assert [q.unit for q in read(text)] == units


@pytest.mark.parametrize(
    "text",
    [
        "The siege lasted four years\n\nEight months of talks followed.",
        "The siege lasted four years,\n\neight months it was calm.",
        "围城历时4年\n8个月后结束",
    ],
)
def test_nothing_is_added_across_a_line(text: str) -> None:
    """What ends a paragraph and what opens the next are two stretches."""
    assert [q.unit for q in read(text)] == ["year", "month"]


@pytest.mark.parametrize(
    "text",
    [
        "about four years and eight months",
        "more than four years and eight months",
        "约4年8个月",
        "大约4年零8个月",
    ],
)
def test_rough_stretches_stay_as_they_are(text: str) -> None:
    """What is about four years is not made 56 months."""
    first, second = read(text)
    assert (first.value, first.unit, first.approximate) == (4, "year", True)
    assert (second.value, second.unit, second.approximate) == (8, "month", False)


def test_only_stretches_of_time_are_added() -> None:
    """Other units that convert, and places in a row, are left alone."""
    assert [q[1] for q in shown("2 km 300 m away")] == [2, 300]
    text = "2 years 3 months"
    years = ordinal(0, "2 years", 2, "year")
    months = exact(8, "3 months", 3, "month")
    assert compounds([years, months], text) == [years, months]
    rough = about(8, "3 months", 3, "month", ABOUT)
    whole = exact(0, "2 years", 2, "year")
    assert compounds([whole, rough], text) == [whole, rough]
    assert compounds([whole, months], text)[0].value == 27
    assert compounds([], text) == []


@settings(max_examples=80, deadline=None)
@given(st.integers(2, 40), st.integers(2, 30), st.sampled_from([" and ", ", ", " ", ", and "]))
def test_years_and_months_are_added_up_to_a_year(years: int, months: int, between: str) -> None:
    """Months below twelve belong to the years before them."""
    text = f"a term of {years} years{between}{months} months"
    values = [(q.value, q.unit) for q in read(text)]
    whole = [(12 * years + months, "month")]
    assert values == (whole if months < 12 else [(years, "year"), (months, "month")])


UNITS = st.sampled_from(["second", "minute", "hour", "day", "week", "month", "year"])
STRETCHES = st.lists(st.tuples(st.integers(1, 70), UNITS, st.sampled_from([" ", "\n", " and "])))


@settings(max_examples=100, deadline=None)
@given(STRETCHES)
def test_adding_keeps_the_whole(some: list[tuple[int, str, str]]) -> None:
    """No time is won or lost, spans stay in order and tell their words."""
    text, found = "", []
    for number, unit, gap in some:
        found.append(exact(len(text), f"{number} {unit}", number, unit))
        text += f"{number} {unit}{gap}"
    added = compounds(found, text)
    for base in ("second", "month"):
        before, after = (
            sum(q.value * BASE[q.unit][1] for q in held if BASE[q.unit][0] == base)
            for held in (found, added)
        )
        assert after == pytest.approx(before)
    assert all(text[q.start : q.end] == q.text for q in added)
    assert all(a.end <= b.start for a, b in pairwise(added))
    assert compounds(added, text) == added


# ---------------------------------------------------------------- live reports
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15.02 Tear gas!", (15, 2, True)),
        ("It was calm.\n15.02 Tear gas!", (15, 2, True)),
        ("It was calm.\n\n15.02 Tear gas!", (15, 2, True)),
        ("15.02: Police close the road", (15, 2, True)),
        ("9.05 Rain sets in", (9, 5, False)),
        ("23.59 “Go home,” they shout", (23, 59, True)),
        ('15.02 "Go home," they shout', (15, 2, True)),
    ],
)
def test_a_line_of_a_live_report_opens_with_its_hour(
    text: str, expected: tuple[int, int, bool]
) -> None:
    """An hour with a dot at the start of a line; up to noon it may be either half of the day."""
    (found,) = times(text, "en")
    assert (found.hour, found.minute, found.sure) == expected
    assert text[found.start : found.end] == found.text
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It was 15.02 Tear gas filled the square.",
        "He said: 15.02 Tear gas!",
        "25.02 Tear gas!",
        "15.60 Tear gas!",
        "15.2 Tear gas!",
        "15.02, the index stood there.",
        "15.02% of them stayed",
    ],
)
def test_a_number_inside_a_line_is_no_hour(text: str) -> None:
    """Nor one that no clock shows, nor one that no statement follows."""
    assert times(text, "en") == []


# ---------------------------------------------------------------- basis points
@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The bank cut its rate by 25 basis points.", "25 basis points", 25),
        ("a rise of 1 basis point", "1 basis point", 1),
        ("央行降息25个基点", "25个基点", 25),
        ("央行降息50個基點", "50個基點", 50),
        ("利率上调25基点", "25基点", 25),
    ],
)
def test_basis_points(text: str, words: str, value: float) -> None:
    """A unit of its own among the percentages."""
    (found,) = read(text)
    assert (found.text, found.value, found.unit, found.kind) == (
        words,
        value,
        "basis point",
        PERCENT,
    )


def test_a_hundred_basis_points_are_a_percentage_point() -> None:
    """They convert into each other, and into no percentage."""
    base, factor = BASE["basis point"]
    assert (base, 100 * factor) == BASE["percentage point"]
    assert BASE["percent"][0] != base
    assert [q[2] for q in shown("by 25 basis points to 4.5 percent")] == ["basis point", "percent"]
