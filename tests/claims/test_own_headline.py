"""A headline that its own text contradicts, in whole comparisons."""

from __future__ import annotations

import pytest

from compare import pipeline
from compare.model import Comparison
from tests.made import article, story

TEXT = "Twenty people died when a ferry caught fire off Port Salter on Friday, the coastguard said."
OTHER = "A ferry caught fire off Port Salter on Friday and twenty people died, officials said."


def compared(title: str, text: str = TEXT, other: str = OTHER) -> Comparison:
    """An article with a headline beside another without one."""
    return pipeline.analyse(story(article("east", text, title=title), article("west", other)))


def test_a_headline_with_another_figure_is_a_conflict_inside_one_source() -> None:
    """Both sides are of that source, first the headline, and the note says what was compared."""
    (found,) = compared("Ferry fire kills 19 off Port Salter").discrepancies
    assert (found.kind, found.severity) == ("number", "conflict")
    assert [(s.source, s.part, s.span) for s in found.sides] == [
        ("east", "title", "19"),
        ("east", "body", "Twenty people"),
    ]
    assert found.note.startswith("the headline's value and its own text's: 19")


def test_such_a_headline_turns_no_cell() -> None:
    """The claims of the text stand: who contradicts himself contradicts nobody else."""
    found = compared("Ferry fire kills 19 off Port Salter")
    statuses = {c.status for one in found.claims for c in one.cells.values()}
    assert statuses == {"included"}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Ferry fire kills 20 off Port Salter", TEXT),
        ("Ferry fire kills twenty off Port Salter", TEXT),
        ("Ferry fire off Port Salter", TEXT),
        ("", TEXT),
        (
            "Ferry fire kills 19 off Port Salter",
            f"{TEXT} Nineteen of them died on board.",
        ),
    ],
)
def test_a_headline_that_its_text_bears_out(title: str, text: str) -> None:
    """The same figure, none, or one that stands in the text beside another."""
    found = compared(title, text).discrepancies
    assert [d for d in found if len({s.source for s in d.sides}) < 2] == []


@pytest.mark.parametrize(
    ("title", "text", "other", "spans"),
    [
        (
            "渡轮起火造成19人死亡",
            "周五渡轮在港口外起火，造成20人死亡。",
            "渡轮周五在港口外起火，20人死亡。",
            ["19人", "20人"],
        ),
        (
            "渡輪起火造成19人死亡",
            "週五渡輪在港口外起火，造成20人死亡。",
            "渡轮周五在港口外起火，20人死亡。",
            ["19人", "20人"],
        ),
    ],
)
def test_a_chinese_headline(title: str, text: str, other: str, spans: list[str]) -> None:
    """In either script."""
    found = [d for d in compared(title, text, other).discrepancies if d.severity == "conflict"]
    inside = [d for d in found if len({s.source for s in d.sides}) == 1]
    assert [[s.span for s in d.sides] for d in inside] == [spans]
