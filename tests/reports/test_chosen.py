"""A story among some of its sources."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import jsonschema
import pytest

import compare
from compare.errors import NotFound, UsageError
from compare.model import CARRIED, Comparison
from compare.reports.assemble import story_document
from compare.reports.chosen import chosen
from compare.reports.contract import schema_texts, to_json
from compare.reports.story import story_blocks
from tests import made


def test_everything_is_the_same_without_a_choice(comparison: Comparison) -> None:
    """No choice, or all of them, leaves the comparison as it is."""
    assert chosen(comparison) is comparison
    assert chosen(comparison, [source.id for source in comparison.sources]) is comparison


def test_cells_stay_and_rows_keep_their_ids(comparison: Comparison) -> None:
    """Nothing is judged again: a cell that is left is the one that was there."""
    found = chosen(comparison, only=("harbourwire", "wanbao"))
    assert [source.id for source in found.sources] == ["harbourwire", "wanbao"]
    before = {claim.id: claim for claim in comparison.claims}
    for claim in found.claims:
        assert claim.cells == {
            source: before[claim.id].cells[source] for source in ("harbourwire", "wanbao")
        }


def test_a_row_that_nobody_tells_is_gone(comparison: Comparison) -> None:
    """What only a source says that is left out stands in no row."""
    alone = [
        claim.id
        for claim in comparison.claims
        if [s for s, cell in claim.cells.items() if cell.status in CARRIED] == ["nanwan"]
    ]
    found = {claim.id for claim in chosen(comparison, without=("nanwan",)).claims}
    assert alone
    assert found == {claim.id for claim in comparison.claims} - set(alone)


def test_a_discrepancy_needs_two_sources(comparison: Comparison) -> None:
    """It is there between its two sides and gone where one of them is left out."""
    first = next(one for one in comparison.discrepancies if one.severity == "conflict")
    both = [side.source for side in first.sides]
    assert first in chosen(comparison, only=both).discrepancies
    assert first.id not in {one.id for one in chosen(comparison, without=both[:1]).discrepancies}


def test_two_words_of_one_source_are_no_discrepancy(comparison: Comparison) -> None:
    """Of three sides, two of them one source's, nothing is left when the third goes."""
    first = comparison.discrepancies[0]
    one, other = first.sides[:2]
    again = replace(other, span=f"{other.span}!", value="another")
    held = replace(comparison, discrepancies=(replace(first, sides=(one, other, again)),))
    assert chosen(held, without=(one.source,)).discrepancies == ()


def test_a_readout_goes_with_its_source(comparison: Comparison) -> None:
    """Without the source that carries the official text nothing is held against it."""
    assert comparison.readout is not None
    assert chosen(comparison, without=(comparison.readout.reference,)).readout is None
    left = chosen(comparison, without=("wanbao",)).readout
    assert left is not None
    assert all("wanbao" not in row.verdicts for row in left.rows)


def test_what_is_left_keeps_the_contract(comparison: Comparison) -> None:
    """Its JSON is what the schema says."""
    document = json.loads(to_json(story_document(chosen(comparison, only=("harbourwire",)))))
    jsonschema.validate(document, json.loads(schema_texts()["compare.story.2.json"]))


def test_facts_that_agree_are_not_contrary() -> None:
    """A contradiction ends when the source that gave the other value is left out; a fact that
    nobody gives who is left is no row.
    """
    texts = {
        "wire": "The ferry sank off Larvik. At least 31 people died, the coast guard said.",
        "post": "The ferry sank off Larvik. 38 people died, the coast guard said.",
        "echo": "The ferry sank off Larvik. 31 people died, the coast guard said.",
        "late": "The ferry sank off Larvik on its way home.",
    }
    day = datetime(2026, 3, 4, 12, tzinfo=UTC)
    articles = [made.article(name, text, published=day) for name, text in texts.items()]
    found = compare.analyse(made.story(*articles))
    (toll,) = (row for row in found.facts if row.kind == "number")
    assert (toll.verdict, toll.odd) == ("conflict", ("echo", "post"))
    for kept, verdict, odd in (
        (("wire", "post"), "less exact", ()),
        (("post", "echo"), "conflict", ("echo", "post")),
        (("post", "late"), "same", ()),
    ):
        (row,) = (one for one in chosen(found, only=kept).facts if one.kind == "number")
        assert (row.verdict, row.odd) == (verdict, odd)
    assert chosen(found, only=("late",)).facts == ()


def test_it_says_how_many_are_shown(comparison: Comparison) -> None:
    """The report begins with how many of the story's sources it is about."""
    lines = [
        getattr(block, "text", "")
        for block in story_blocks(chosen(comparison, without=("digest",)))
    ]
    assert any(line.startswith("Shown: 3 of 4 sources") for line in lines)


def test_unknown_and_empty_choices_are_refused(comparison: Comparison) -> None:
    """A name that is no source is told with those that are; nothing left is an error."""
    with pytest.raises(NotFound, match="no source 'reuters'") as error:
        chosen(comparison, only=("reuters",))
    assert error.value.suggestions == ("harbourwire", "nanwan", "wanbao", "digest")
    with pytest.raises(UsageError):
        chosen(comparison, only=("wanbao",), without=("wanbao",))
