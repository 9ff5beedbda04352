"""Which headline names a story."""

from __future__ import annotations

import pytest

from compare.stories.titles import is_strap, leading_place
from tests.stories.made_articles import article

STRAPS = (
    "",
    "Breaking news | World",
    "LIVE: World",
    "International / Asia",
    "国际 快讯",
    "突發新聞｜國際",
    "Daily Post | News",
    "即时新闻",
)
HEADLINES = ("Breaking: ferry sinks", "World Bank cuts forecast", "国际油价下跌", "突发：渡轮沉没")


@pytest.mark.parametrize("title", STRAPS)
def test_a_strap_line_says_only_what_kind_of_news_it_is(title: str) -> None:
    """Sections, kinds of news and the outlet's own name, in any order and between any marks."""
    assert is_strap(article("Daily Post", title))


@pytest.mark.parametrize("title", HEADLINES)
def test_a_headline_says_more(title: str) -> None:
    """A word that is none of these makes a headline."""
    assert not is_strap(article("Daily Post", title))


def test_a_long_run_of_strap_words_is_read_at_once() -> None:
    """A title made to make the pattern try every way to cut it ends like any other."""
    for words in ("中国新闻", "Live updates ", "breaking news "):
        assert is_strap(article("Daily Post", words * 40))
        assert not is_strap(article("Daily Post", words * 40 + "Zzyzx"))


def test_strap_lines_and_summaries_name_no_story_that_has_a_headline() -> None:
    """The nearest to the others leads unless its title says nothing."""
    some = [
        article("a", "World | News"),
        article("b", "Summary", kind="summary"),
        article("c", "Sea falls"),
    ]
    edges = [(0, 1, 900), (0, 2, 500)]
    assert leading_place(some, [0, 1, 2], edges, dict.fromkeys(range(3), True)) == 2


def test_what_comes_later_does_not_rename_a_story() -> None:
    """However near the later ones are to each other, the first keep the name."""
    some = [article(n, n.upper()) for n in "abcd"]
    early = {0: True, 1: True, 2: False, 3: False}
    before = leading_place(some, [0, 1], [(0, 1, 100)], early)
    edges = [(0, 1, 100), (1, 2, 900), (1, 3, 900), (2, 3, 900)]
    assert leading_place(some, [0, 1, 2, 3], edges, early) == before
