"""Finding a story by a loosely given name."""

from __future__ import annotations

import pytest

from compare.errors import Ambiguous, NotFound
from compare.model import Entity, Story
from compare.stories import find_story
from tests.stories.made_articles import article


def story(slug: str, title: str, *entities: Entity) -> Story:
    return Story(slug, title, None, None, (article(slug, title),), entities)


HAN = Entity("per:han", "Han Zheng", "PER", {"en": "Han Zheng", "zh-Hans": "韩正"})
STORIES = [
    story("blinken-han", "布林肯晤韩正", HAN),
    story("blinken-wang", "Blinken meets Wang"),
    story("blinken-wang-2023-10-28", "Wang visits Washington"),
    story("lima-quake", "Quake shakes Lima"),
]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("blinken-wang", "blinken-wang"),
        ("han-blinken", "blinken-han"),
        ("Han Blinken", "blinken-han"),
        ("韩正", "blinken-han"),
        ("韓正", "blinken-han"),
        ("韩正布林肯", "blinken-han"),
        ("布林肯韓正", "blinken-han"),
        ("lim", "lima-quake"),
        ("quake lima", "lima-quake"),
        ("Zheng", "blinken-han"),
        ("washington", "blinken-wang-2023-10-28"),
    ],
)
def test_a_loose_name_finds_its_story(name: str, slug: str) -> None:
    """Order, beginnings, Chinese names in both scripts and headline words all lead there."""
    assert find_story(name, STORIES).slug == slug


def test_a_name_that_fits_several_lists_them() -> None:
    """The candidates stand in the error, in the order of the stories."""
    with pytest.raises(Ambiguous) as caught:
        find_story("blinken", STORIES)
    assert caught.value.candidates == ("blinken-han", "blinken-wang", "blinken-wang-2023-10-28")


def test_a_name_that_fits_none_suggests_the_nearest() -> None:
    """A slip of the pen is met with a suggestion; nonsense and nothing are not."""
    with pytest.raises(NotFound) as caught:
        find_story("blinkn-hann", STORIES)
    assert caught.value.suggestions[0] == "blinken-han"
    for name in ("", "zzzzqqqq", "韩正某某"):
        with pytest.raises(NotFound) as caught:
            find_story(name, STORIES)
        assert caught.value.suggestions == ()
