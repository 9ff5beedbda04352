"""Cells, absences with reasons, and conflicts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from compare.claims.build import in_order, sources_of
from compare.claims.cells import cell, evidences, with_conflicts
from compare.claims.reasons import length
from compare.model import (
    ABSENT,
    BODY,
    CONFLICTS,
    INCLUDED,
    PARTIAL,
    TITLE,
    UNCLEAR,
    Candidate,
    Discrepancy,
    Segment,
    Side,
)
from compare.options import Options
from compare.reading.document import document
from tests.made import article, carried, claim, missing, segment, source, story

OPTIONS = Options()
TEXT = "The bridge was built in 1978. It fell on Wednesday."
MADE = article("a", TEXT)


def candidate(
    chance: float, *, same: bool = False, quote: str = "It fell on Wednesday."
) -> Candidate:
    return Candidate(segment(MADE, quote), 0.7, same, chance)


def test_a_likely_candidate_is_evidence() -> None:
    """At the upper band the cell carries the claim and quotes the article."""
    found = cell([candidate(OPTIONS.claim_included)], MADE, OPTIONS)
    assert found.status == INCLUDED
    (proof,) = found.evidence
    assert MADE.text[proof.start : proof.end] == proof.quote
    assert (proof.paragraph, found.nearest) == (0, None)


def test_all_members_of_the_row_are_evidence() -> None:
    """An article that says a thing twice shows both places, and nothing that is no member."""
    twice = [
        candidate(0.9, same=True),
        candidate(0, same=True, quote="The bridge was built in 1978."),
        candidate(0, quote=TEXT),
    ]
    found = cell(twice, MADE, OPTIONS)
    assert [e.quote for e in found.evidence] == [
        "It fell on Wednesday.",
        "The bridge was built in 1978.",
    ]


def test_an_unlikely_candidate_is_only_the_nearest() -> None:
    """Below the lower band the claim is absent, with the nearest and its own confidence."""
    found = cell([candidate(OPTIONS.claim_absent - 0.01)], MADE, OPTIONS)
    assert found.status == ABSENT
    assert found.evidence == ()
    assert found.nearest is not None
    assert found.confidence == pytest.approx(1 - OPTIONS.claim_absent + 0.01)


def test_a_member_of_the_row_is_never_absent() -> None:
    """An article whose own clause stands in the row is unclear at worst, with that clause shown."""
    found = cell([candidate(0.0, same=True), candidate(0, quote=TEXT)], MADE, OPTIONS)
    assert (found.status, found.evidence, found.confidence) == (UNCLEAR, (), None)
    assert found.nearest is not None
    assert found.nearest.quote == "It fell on Wednesday."


def test_between_the_bands_nothing_is_claimed() -> None:
    """In doubt the cell is unclear and shows its nearest."""
    found = cell([candidate(OPTIONS.claim_absent)], MADE, OPTIONS)
    assert (found.status, found.confidence) == (UNCLEAR, None)
    assert found.nearest is not None


def test_an_article_without_text_lacks_the_claim() -> None:
    """No candidate, no nearest."""
    assert cell([], MADE, OPTIONS).nearest is None


def test_a_title_has_no_paragraph() -> None:
    """Evidence from the headline names its part and no paragraph."""
    titled = article("a", TEXT, title="Bridge falls")
    inside = Candidate(Segment("a", TITLE, 0, 12, "Bridge falls", 4), 0.8, same=True, chance=0.9)
    (proof,) = cell([inside], titled, OPTIONS).evidence
    assert (proof.part, proof.paragraph) == (TITLE, None)


def test_look_up_keeps_what_is_likely_enough() -> None:
    """Evidence reaches `find_present`; the nearest is there either way."""
    likely = replace(candidate(0), score=OPTIONS.find_present)
    unlikely = replace(candidate(0), score=OPTIONS.find_present - 0.01)
    kept, nearest = evidences([likely, unlikely], MADE, OPTIONS)
    assert [e.confidence for e in kept] == [OPTIONS.find_present]
    assert nearest == kept[0]
    assert evidences([unlikely], MADE, OPTIONS)[0] == ()
    assert evidences([], MADE, OPTIONS) == ((), None)


def test_length_counts_dense_scripts_more() -> None:
    """A Chinese text is as long as an English one of about three times its characters."""
    assert length(article("a", "桥" * 100)) == 3 * length(article("b", "b" * 100))


# ---------------------------------------------------------------- conflicts
OTHER = article("b", "The bridge was built in 1987.")


def conflict(severity: str = "conflict", *sides: str) -> Discrepancy:
    quoted = {"a": "built in 1978", "b": "built in 1987"}
    texts = {"a": MADE.text, "b": OTHER.text}
    made = [
        Side(
            s,
            quoted[s],
            quoted[s][-4:],
            None,
            BODY,
            texts[s].index(quoted[s]),
            texts[s].index(quoted[s]) + 13,
        )
        for s in (sides or ("b", "a"))
    ]
    return Discrepancy("d01", "date", severity, ("c01",), tuple(made), "")


def test_the_differing_source_conflicts() -> None:
    """The first side's cell turns to `conflicts`, the other keeps its status."""
    cells = {"a": carried(MADE, "built in 1978"), "b": carried(OTHER, "built in 1987")}
    (found,) = with_conflicts(
        [claim(1, cells)], [conflict()], [source(MADE), source(OTHER)], {"c01": "a"}
    )
    assert (found.cells["b"].status, found.cells["a"].status) == (CONFLICTS, INCLUDED)
    assert found.cells["b"].evidence == cells["b"].evidence


def test_a_contradicted_claim_is_no_omission() -> None:
    """A cell without evidence takes the side's span as its proof."""
    cells = {"a": carried(MADE, "built in 1978"), "b": missing()}
    (found,) = with_conflicts(
        [claim(1, cells)], [conflict()], [source(MADE), source(OTHER)], {"c01": "a"}
    )
    assert found.cells["b"].status == CONFLICTS
    assert found.cells["b"].evidence[0].quote == "built in 1987"
    assert found.cells["b"].nearest is None


@pytest.mark.parametrize("item", [conflict("shift"), conflict("conflict", "a", "a")])
def test_other_differences_change_no_cell(item: Discrepancy) -> None:
    """A shift, or an article at odds with itself, leaves the cells as they are."""
    cells = {"a": carried(MADE, "built in 1978"), "b": carried(OTHER, "built in 1987")}
    before = [claim(1, cells)]
    assert with_conflicts(before, [item], [source(MADE), source(OTHER)], {"c01": "a"}) == before


@pytest.mark.parametrize("kind", ["modality", "attribution"])
@pytest.mark.parametrize(("measure", "partial"), [("a", "b"), ("b", "a"), ("c", None)])
def test_a_weakening_makes_a_cell_partial(kind: str, measure: str, partial: str | None) -> None:
    """Another strength or speaker than the measuring source's leaves its claim in part alone."""
    cells = {"a": carried(MADE, "built in 1978"), "b": carried(OTHER, "built in 1987")}
    valued = zip(conflict("shift").sides, ("possible", "certain"), strict=True)
    sides = tuple(replace(side, value=value) for side, value in valued)
    item = replace(conflict("shift"), kind=kind, sides=sides)
    columns = [source(MADE), source(OTHER)]
    (found,) = with_conflicts([claim(1, cells)], [item], columns, {"c01": measure})
    assert [key for key, cell in found.cells.items() if cell.status == PARTIAL] == (
        [partial] if partial else []
    )


# ---------------------------------------------------------------- columns
def test_columns_stand_in_order_of_publication() -> None:
    """First published first, a bare day at its end, undated last; ids are the outlets'."""
    made = [
        article("x1", "x", outlet="post", published=None),
        article("x2", "x", outlet="daily", published=date(2024, 5, 6)),
        article("x3", "x", outlet="post", published=datetime(2024, 5, 6, 10, tzinfo=UTC)),
    ]
    assert [a.id for a in in_order(made)] == ["x3", "x2", "x1"]
    assert [s.id for s in sources_of(story(*made), {a.id: document(a) for a in made})] == [
        "post",
        "daily",
        "post-2",
    ]
