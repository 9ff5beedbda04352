"""What headlines say, and how two of them agree."""

from __future__ import annotations

from datetime import date

from compare.options import Options
from compare.stories.headlines import Headline, agreement, headline
from tests.stories.made_articles import article, mention

HOUR = 3600
OPTIONS = Options()


def said(
    *subjects: str,
    also: tuple[str, ...] = (),
    days: tuple[int, ...] = (),
    preview: bool = False,
) -> Headline:
    return Headline(frozenset(subjects), frozenset({*subjects, *also}), 3, frozenset(days), preview)


def test_subjects_are_the_names_of_the_headline_without_countries() -> None:
    """A headline's persons count, its countries do not, and the lead's names are heard."""
    a = article("a", "Ada meets Bo in Chad", "Cy was there.")
    found = headline(
        a,
        [
            mention(a, "Ada", entity="per:ada", part="title"),
            mention(a, "Chad", "LOC", "cc:TD", part="title"),
            mention(a, "Cy", entity="per:cy"),
        ],
        OPTIONS,
    )
    assert found.subjects == {"per:ada"}
    assert found.everyone == {"per:ada", "cc:TD", "per:cy"}
    assert found.telling == 2


def test_days_of_the_lead_near_the_publication_are_events() -> None:
    """A day of the same week counts; a year, a far day and a broken value do not."""
    a = article("a", "x", "On 1 May, in 2023, on 1 January, on day.", date(2023, 5, 2))
    days = [
        mention(a, "1 May", "DATE", value="2023-05-01"),
        mention(a, "2023", "DATE", value="2023"),
        mention(a, "1 January", "DATE", value="2023-01-01"),
        mention(a, "day", "DATE", value="2023-99-99"),
    ]
    assert headline(a, days, OPTIONS).days == {date(2023, 5, 1).toordinal()}
    assert headline(a, days, OPTIONS, dated=False).days == frozenset()
    undated = article("b", "x", "On 1 May", None)
    assert headline(undated, days, OPTIONS).days == frozenset()


def test_a_headline_may_look_ahead() -> None:
    """Chinese in both scripts and English previews are seen."""
    for title in ("耶伦将于6日访华", "葉倫將於6日訪中", "Yellen to visit Beijing"):
        assert headline(article("a", title), [], OPTIONS).preview
    assert not headline(article("a", "Yellen leaves Beijing"), [], OPTIONS).preview


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


def test_a_headline_without_anything_does_not_speak() -> None:
    """Only subjects, days and previews can tell events apart."""
    assert not said().speaks
    assert said("a").speaks
