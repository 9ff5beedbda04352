"""Grouping without names, vectors or texts, and what it refuses."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import UsageError
from compare.stories import group
from compare.stories.engines import DuckEngine
from tests.stories.made_articles import article

FLOOD = "Water from the burst dam at Orlev reached the market square of Tarnow before dawn"
TITLES = (
    "",
    "Dam bursts at Orlev",
    "Orlev dam gives way",
    "Tarnow mayor resigns",
    "无题",
    "大坝决口",
)


def test_two_articles_with_one_id_are_refused() -> None:
    """An id that two articles share is named."""
    with pytest.raises(UsageError, match="2 articles have the id 'a'"):
        group([article("a"), article("a")], {}, {}, {})


def test_texts_without_names_or_vectors_group_by_their_words() -> None:
    """Near copies meet, an article without any text stands alone and is listed."""
    given_ = [article("a", "Dam", FLOOD), article("b", "Dam", FLOOD + "."), article("c")]
    stories = group(given_, {}, {}, {})
    assert sorted([a.id for a in s.articles] for s in stories) == [["a", "b"], ["c"]]


def test_a_summary_does_not_give_the_title() -> None:
    """The headline of a news text is taken even where a summary is nearer to all."""
    summary = article("a", "Summary", FLOOD, kind="summary")
    (story,) = group([summary, article("b", "Dam bursts", FLOOD)], {}, {}, {})
    assert story.title == "Dam bursts"


def test_a_story_keeps_its_name_when_others_join() -> None:
    """Articles of later days change neither slug nor title, and a newcomer takes the date."""
    first = [article(n, "Orlev dam bursts", f"{FLOOD} {n}", date(2023, 5, 2)) for n in "ab"]
    (story,) = group(first, {}, {}, {})
    later = [article(n, "Tarnow square still wet", f"{FLOOD}.", date(2023, 5, 4)) for n in "cdef"]
    (grown,) = group([*later, *first], {}, {}, {})
    assert (grown.slug, grown.title) == (story.slug, story.title)
    again = article("z", "Orlev dam bursts", "A film of that name is shown.", date(2023, 7, 4))
    kept, newcomer = group([again, *first], {}, {}, {})
    assert kept.slug == story.slug
    assert newcomer.slug == f"{story.slug}-2023-07-04"


@settings(max_examples=8, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(TITLES),
            st.sampled_from(["", FLOOD, "大坝决口，河水涌入镇上的集市。", "x" * 50]),
            st.one_of(st.none(), st.dates(date(2023, 5, 1), date(2023, 5, 20))),
            st.sampled_from(["en", "zh-Hans", "und"]),
        ),
        max_size=9,
    ),
    st.randoms(use_true_random=False),
)
def test_nothing_is_lost_and_order_and_slices_do_not_matter(
    made: list[tuple[str, str, date | None, str]], random: object
) -> None:
    """Every article is in one story, slugs differ, shuffled input gives the same stories."""
    articles = [article(f"a{n}", t, b, d, lang) for n, (t, b, d, lang) in enumerate(made)]
    vectors = {a.id: np.eye(4, dtype=np.float32)[len(a.title) % 4] for a in articles}
    stories = group(articles, {}, vectors, {})
    assert sorted(a.id for s in stories for a in s.articles) == sorted(a.id for a in articles)
    assert len({s.slug for s in stories}) == len(stories)
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert group(shuffled, {}, vectors, {}, engine=DuckEngine(slice_marks=1)) == stories
