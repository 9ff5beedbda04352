"""Round-ups, cores and related stories."""

from __future__ import annotations

from compare.options import Options
from compare.stories.relations import (
    Named,
    core,
    is_round_up,
    related_pairs,
    touched,
    what_is_named,
)
from tests.stories.made_articles import article, mention

OPTIONS = Options()


def named(**places: tuple[int, int]) -> Named:
    return Named(
        {k: first for k, (first, _) in places.items()},
        {k: last for k, (_, last) in places.items()},
        frozenset(places),
        frozenset(),
        cue=False,
        scattered=False,
    )


CORES = {1: frozenset("ab"), 2: frozenset("cd"), 3: frozenset("ef")}


def test_stories_told_one_after_the_other_are_touched() -> None:
    """Three stories in three stretches are all found."""
    digest = named(a=(0, 5), b=(3, 9), c=(20, 25), d=(22, 28), e=(40, 45), f=(41, 41))
    assert touched(digest, CORES, OPTIONS) == [1, 2, 3]
    assert is_round_up(digest, [1, 2, 3], OPTIONS)


def test_names_all_over_a_text_are_background() -> None:
    """Stretches that overlap are one story with background."""
    mixed = named(a=(0, 50), b=(3, 60), c=(20, 55), d=(22, 58), e=(40, 45), f=(41, 41))
    assert len(touched(mixed, CORES, OPTIONS)) < 3


def test_one_name_of_a_story_does_not_touch_it() -> None:
    """A story is touched by two of its names."""
    assert touched(named(a=(0, 1), c=(5, 6)), CORES, OPTIONS) == []


def test_a_headline_that_calls_itself_a_digest_needs_two_stories() -> None:
    """A cue lowers the number of stories; a name that runs through the text raises doubts."""
    a = article("a", "早报：两件事", "甲乙" * 50)
    cue = what_is_named(a, [], OPTIONS)
    assert is_round_up(cue, [1, 2], OPTIONS)
    plain = what_is_named(article("b", "Ada", "Ada. " + "x" * 90 + " Ada."), [], OPTIONS)
    assert not is_round_up(plain, [1, 2], OPTIONS)


def test_a_name_that_runs_through_the_text_makes_no_round_up() -> None:
    """An article with one main actor is about that actor."""
    a = article("a", "Ada", "Ada met Bo. " + "x" * 90 + " Ada left.")
    mentions = [
        mention(a, "Ada", entity="per:ada", part="title"),
        mention(a, "Ada", entity="per:ada"),
        mention(a, "Ada", entity="per:ada", at=a.text.rfind("Ada")),
        mention(a, "Bo", "LOC", "cc:BO"),
    ]
    found = what_is_named(a, mentions, OPTIONS)
    assert found.scattered
    assert found.leading == {"per:ada"}
    assert not is_round_up(found, [1, 2, 3], OPTIONS)


def test_a_core_is_what_half_of_the_members_lead_with() -> None:
    """A name that one of three leads with is no core."""
    members = [named(a=(0, 0), b=(1, 1)), named(a=(0, 0), c=(1, 1)), named(a=(0, 0), b=(1, 1))]
    assert core(members, OPTIONS) == {"a", "b"}
    assert core([], OPTIONS) == frozenset()


def test_related_stories_share_a_person_and_another_name_within_days() -> None:
    """Two shared names, one a person, five days at most; undated stories are not related."""
    cores = [frozenset("ab"), frozenset("abc"), frozenset("ab"), frozenset("ab")]
    persons = [frozenset("a")] * 4
    spans = [(10, 11), (14, 14), (30, 31), None]
    assert list(related_pairs(cores, persons, spans, OPTIONS)) == [(0, 1)]
    assert list(related_pairs(cores, [frozenset()] * 4, spans, OPTIONS)) == []


def test_a_pair_of_names_in_a_crowd_of_stories_relates_none() -> None:
    """Names that more than sixty stories share say nothing."""
    n = 61
    found = related_pairs([frozenset("ab")] * n, [frozenset("a")] * n, [(1, 1)] * n, OPTIONS)
    assert list(found) == []
