"""Which cells may be scored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.exercises import Request
from compare.exercises.facts import gather
from compare.model import (
    ABSENT,
    CONFLICTS,
    INCLUDED,
    PARTIAL,
    UNCLEAR,
    Cell,
    Comparison,
)
from compare.options import Options
from tests.made import article, carried, claim, source, story

TEXT = "The port of Lirona reopened on Monday after nine days."
WIRE = article("wire", TEXT)
POST = article("post", TEXT)
BOUND = Options().exercise_confidence


def sure(cell: Cell) -> bool:
    """May the cell of the second of two sources be scored?"""
    one = claim(1, {"wire": carried(WIRE, TEXT), "post": cell}, TEXT)
    columns = (source(WIRE), source(POST))
    facts = gather(Comparison(story(WIRE, POST), columns, (one,)), Request())
    return facts.sure(one, facts.source("post"))


@pytest.mark.parametrize(
    ("status", "expected"), [(INCLUDED, True), (CONFLICTS, True), (PARTIAL, False)]
)
@pytest.mark.parametrize("confidence", [BOUND, 1.0])
def test_what_is_carried_in_part_is_never_scored(
    status: str, confidence: float, *, expected: bool
) -> None:
    """However sure the match: whether a proof without a figure states the claim is an opinion."""
    assert sure(replace(carried(POST, TEXT), status=status, confidence=confidence)) is expected


@pytest.mark.parametrize("status", [INCLUDED, PARTIAL, CONFLICTS, ABSENT, UNCLEAR])
@pytest.mark.parametrize("confidence", [None, BOUND - 0.01])
def test_no_doubtful_cell_is_scored(status: str, confidence: float | None) -> None:
    """Whatever it says."""
    assert not sure(replace(carried(POST, TEXT), status=status, confidence=confidence))


def test_a_partial_cell_is_not_told_to_have_its_status() -> None:
    """Nor does it give a claim its words."""
    part = replace(carried(POST, TEXT), status=PARTIAL, confidence=1.0)
    one = claim(1, {"post": part}, TEXT)
    facts = gather(Comparison(story(POST), (source(POST),), (one,)), Request())
    assert not facts.tells(one, facts.source("post"))
    assert not facts.tells(one, facts.source("post"), (PARTIAL,))
    assert facts.claims == ()
