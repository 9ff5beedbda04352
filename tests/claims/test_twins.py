"""Two official texts against each other: what the matrix says of the pair."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.claims.twins import official_sources, twins
from compare.model import Article, Cell, Comparison
from compare.options import Options
from tests import made

LEFT = made.article("left", "The line reopens in May. The two sides met.", kind="readout")
RIGHT = made.article("right", "The line reopens in May, both said.", kind="readout")
PRESS = made.article("press", "The line stays shut.", kind="news")


def cell(article: Article, quote: str, status: str = "included") -> Cell:
    """A cell with this proof."""
    return replace(made.carried(article, quote), status=status)


def told(left: Cell, right: Cell) -> Comparison:
    """A comparison of the three with one claim."""
    cells = {"left": left, "right": right, "press": cell(PRESS, "The line stays shut.")}
    sources = tuple(made.source(one) for one in (LEFT, RIGHT, PRESS))
    return Comparison(made.story(LEFT, RIGHT, PRESS), sources, (made.claim(1, cells),))


@pytest.mark.parametrize(
    ("left", "right", "fate"),
    [
        ("included", "included", "both"),
        ("conflicts", "conflicts", "both"),
        ("conflicts", "included", "differs"),
        ("included", "conflicts", "differs"),
    ],
)
def test_a_contradiction_of_somebody_else_is_none_between_the_two(
    left: str, right: str, fate: str
) -> None:
    """Two texts that both contradict a third one's wording agree; one that does alone does not."""
    found = told(
        cell(LEFT, "The line reopens in May.", left),
        cell(RIGHT, "The line reopens in May, both said.", right),
    )
    pair = found.sources[0], found.sources[1]
    (row,) = twins(found, pair, {}, None, Options()).rows
    assert row.fate == fate


@pytest.mark.parametrize(("status", "fate"), [("absent", "left"), ("unclear", "unclear")])
def test_only_what_is_surely_lacking_is_called_so(status: str, fate: str) -> None:
    """A statement that the other may have is unclear, and never only in one."""
    found = told(cell(LEFT, "The two sides met."), Cell(status, 0.3))
    pair = found.sources[0], found.sources[1]
    (row,) = twins(found, pair, {}, None, Options()).rows
    assert (row.fate, row.right) == (fate, None)


def test_an_article_without_an_official_text_carries_none() -> None:
    """Official texts are sources of that kind, or articles with more than a phrase of one."""
    found = told(cell(LEFT, "The two sides met."), cell(RIGHT, "The line reopens in May"))
    assert official_sources(found) == ("left", "right")
