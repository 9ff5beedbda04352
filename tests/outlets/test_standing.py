"""Which claims are shared, for whom, and what became of them."""

from __future__ import annotations

import pytest

from compare.model.outlets import StoryTally
from compare.outlets.standing import counted
from tests.outlets.made import told


def became(story: StoryTally, outlet: str) -> dict[str, str]:
    """What became of the claims that others share, in one outlet."""
    return {one.claim.id: one.status for one in counted(story).standings[outlet]}


def test_an_outlet_does_not_choose_what_it_is_measured_by() -> None:
    """A claim is in the base where two others carry it, whether the outlet does or not."""
    story = told("port", "a b c", "xx.", ".xx", "xxx", "x..")
    assert became(story, "a") == {"c02": "absent", "c03": "included"}
    assert became(story, "b") == {"c03": "included"}
    assert became(story, "c") == {"c01": "absent", "c03": "included"}


def test_a_copy_is_no_second_voice() -> None:
    """Two others with one text are one voice; who has that text is measured by the rest alone."""
    story = told("port", "a b c d", ".xx.", ".xxx", "xxxx", copies={"c": "b"})
    assert became(story, "a") == {"c02": "absent", "c03": "included"}
    assert became(story, "c") == {"c03": "included"}
    assert became(told("port", "a b c d", "x.xx", copies={"c": "b"}), "c") == {"c01": "included"}


def test_two_articles_of_one_outlet_are_no_second_voice() -> None:
    """Both of an outlet's own articles carry it: that is still one outlet."""
    assert became(told("port", "a b1 b2", ".xx"), "a") == {}
    assert became(told("port", "a b1 b2 c", ".xx."), "a") == {}
    assert became(told("port", "a b1 b2 c", ".x.x"), "a") == {"c01": "absent"}


@pytest.mark.parametrize(
    ("cells", "status", "reasons"),
    [
        ("x.", "included", ()),
        (".p", "partial", ()),
        ("?.", "unclear", ()),
        ("?x", "included", ()),
        ("c?", "conflicts", ()),
        ("..", "absent", ()),
        ("b.", "absent", ()),
        ("bb", "excused", ("brief",)),
        ("t.", "excused", ("truncated",)),
    ],
)
def test_an_outlet_has_what_one_of_its_articles_has(
    cells: str, status: str, reasons: tuple[str, ...]
) -> None:
    """The best cell counts; a cut text may have held it, and a brief is excused only where the
    outlet has nothing longer.
    """
    (one,) = counted(told("port", "a1 a2 b c", f"{cells}xx")).standings["a"]
    assert (one.status, one.reasons) == (status, reasons)


def test_an_example_is_sought_where_nothing_excuses() -> None:
    """The absence of the longer article is the one to look at."""
    (one,) = counted(told("port", "a1 a2 b c", "b.xx")).standings["a"]
    assert one.source == "a2"


def test_others_have_a_text_of_their_own_each_once() -> None:
    """Who shares a text with the outlet is no other; of two with one text the first to have it."""
    story = counted(told("port", "a b c d", "xxxx", copies={"b": "a", "c": "d"}))
    assert story.others("a") == ["d"]
    assert story.others("d") == ["a"]
    assert story.others("c") == ["a"]
