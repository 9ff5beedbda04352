"""How far two headlines agree, and what makes them tell of different events."""

from __future__ import annotations

from compare.options import Options
from compare.stories.agreement import agreement, is_other_event
from tests.stories.made_headlines import said

HOUR = 3600
OPTIONS = Options()
ALIKE = OPTIONS.story_template_words


def test_nothing_against_one_event_leaves_the_score() -> None:
    """Two headlines without a contradiction agree fully."""
    assert agreement(said("a", also=("b",)), said("b", also=("a",)), 0, OPTIONS) == 1000


def test_two_shared_subjects_raise_the_score() -> None:
    """The same two names in both headlines speak for one event."""
    assert agreement(said("a", "b"), said("b", "a"), 0, OPTIONS) > 1000


def test_subjects_unknown_to_the_other_lower_the_score() -> None:
    """More so when both miss one, and when time has passed."""
    both = agreement(said("a", "x"), said("a", "y"), 0, OPTIONS)
    one_later = agreement(said("a", "x"), said("a"), 20 * HOUR, OPTIONS)
    one_now = agreement(said("a", "x"), said("a"), 0, OPTIONS)
    assert both < one_later < one_now < 1000


def test_different_days_lower_the_score_by_their_distance() -> None:
    """A day apart costs less than three; a shared day costs nothing."""
    near = agreement(said(days=(10,)), said(days=(11,)), 0, OPTIONS)
    far = agreement(said(days=(10,)), said(days=(13,)), 0, OPTIONS)
    assert far < near < 1000
    assert agreement(said(days=(10, 11)), said(days=(11,)), 0, OPTIONS) == 1000


def test_a_preview_is_another_story_than_the_event_a_day_later() -> None:
    """A look ahead and a report agree less, unless they come out together."""
    assert agreement(said(preview=True), said(), 24 * HOUR, OPTIONS) < 1000
    assert agreement(said(preview=True), said(), HOUR, OPTIONS) == 1000


def test_one_template_over_other_actors_is_another_event() -> None:
    """Of two texts alike, persons, countries and figures of the headlines must agree."""
    for one, other in (
        (said(persons=("per:a",)), said(persons=("per:b",))),
        (said(countries=("cc:CL",)), said(countries=("cc:JP",))),
        (said("x", figures={"magnitude": "6.1"}), said("x", figures={"magnitude": "6"})),
    ):
        assert is_other_event(one, other, ALIKE, OPTIONS)
        assert agreement(one, other, 0, OPTIONS, ALIKE) == 0
        assert not is_other_event(one, other, ALIKE - 1, OPTIONS)


def test_who_stands_in_the_other_text_is_no_other_actor() -> None:
    """A person whom the other article names further down does not part the two."""
    one, other = said(persons=("per:a",), also=("per:b",)), said(persons=("per:b",))
    assert not is_other_event(one, other, ALIKE, OPTIONS)


def test_figures_in_other_units_do_not_part() -> None:
    """A toll in one headline and a sum in the other say nothing about each other."""
    one, other = said("x", figures={"person": "6"}), said("x", figures={"USD": "100"})
    assert not is_other_event(one, other, ALIKE, OPTIONS)


def test_a_column_of_another_day_is_another_event() -> None:
    """One outlet's headline with other figures on another day, however unlike the texts."""
    monday = said(
        "x", title="Shares close 0.9% lower", figures={"percent": "0.9"}, outlet="o", published=1
    )
    tuesday = said(
        "x", title="Shares close 1.2% higher", figures={"percent": "1.2"}, outlet="o", published=2
    )
    assert is_other_event(monday, tuesday, 0, OPTIONS)
    elsewhere = said(
        "x", title="Shares close 1.2% higher", figures={"percent": "1.2"}, outlet="p", published=2
    )
    assert not is_other_event(monday, elsewhere, 0, OPTIONS)


def test_headlines_on_other_countries_agree_less() -> None:
    """One of the two countries has to be new to the other text."""
    one, other = said(countries=("cc:CL",)), said(countries=("cc:VU",), also=("cc:CL",))
    assert agreement(one, other, 0, OPTIONS) < 1000
    known = said(countries=("cc:CL",), also=("cc:VU",))
    assert agreement(known, other, 0, OPTIONS) == 1000


def test_what_a_headline_writes_like_a_name_has_to_stand_in_the_other_text() -> None:
    """As a word of it: Oman is not in woman."""
    one = said("x", named_so=("halden",), told="halden and others")
    other = said("x", named_so=("oman",), told="oman and halden")
    assert not is_other_event(one, other, ALIKE, OPTIONS)
    third = said("x", named_so=("oman",), told="oman and others")
    woman = said("x", named_so=("halden",), told="halden and a woman")
    assert is_other_event(woman, third, ALIKE, OPTIONS)


def test_templates_share_hardly_a_figure() -> None:
    """Four figures of which none is the other's tell two results apart, three do not."""
    one, other = (said("x", figured=tuple(n)) for n in ("1234", "5678"))
    assert is_other_event(one, other, ALIKE, OPTIONS)
    fewer = said("x", figured=("5", "6", "7"))
    assert not is_other_event(one, fewer, ALIKE, OPTIONS)


def test_a_text_that_comes_again_is_no_other_event() -> None:
    """Under another headline, or with a toll that has risen, it is the same report."""
    one = said("x", figures={"person": "12"}, named_so=("evia",), told="evia")
    other = said("x", figures={"person": "15"}, named_so=("greece",), told="greece")
    assert is_other_event(one, other, ALIKE, OPTIONS)
    assert not is_other_event(one, other, OPTIONS.story_copied_words, OPTIONS)


def test_without_a_day_or_an_outlet_there_is_no_column() -> None:
    """Two undated texts, or two of nobody, may be two halves of one live report."""
    for outlet, days in (("o", (None, None)), ("", (1, 2))):
        one, other = (
            said("x", title="Live: Evia burns", outlet=outlet, published=day, told=f"\n{text}")
            for day, text in zip(days, ("fire at night", "rain by morning"), strict=True)
        )
        assert not is_other_event(one, other, 0, OPTIONS)


def test_the_same_headline_with_another_figure_is_another_day_of_a_column() -> None:
    """However much of the text comes again."""
    one, other = (
        said("x", title=f"Covid: {n} new cases", figures={"case": n}, outlet="o", published=day,
             told="\nthe health office gave the number of the day")
        for n, day in (("120", 1), ("340", 2))
    )  # fmt: skip
    assert is_other_event(one, other, 0, OPTIONS)
