"""Vetoes: a proof without the figures of its row proves less of it, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.claims.vetoes import Vetoed, contradicted, vetoed
from compare.model import (
    ABSENT,
    BORNE,
    CONFLICTS,
    ELSEWHERE,
    INCLUDED,
    LOOSELY,
    MISSING,
    OPPOSED,
    PARTIAL,
    UNCLEAR,
    Borne,
    Cell,
    Evidence,
    Segment,
)
from compare.options import Options
from tests.claims.told import Told
from tests.facts.made import days, fact, figure
from tests.made import article, proof, segment

OPTIONS = Options()
ROW = article("a", "The port sold 31 ships for $40 million on 3 May.")
OTHER = article("b", "The port sold ships. It took in money. The port got rid of its ships in May.")
FIRST, LAST = "The port sold ships.", "The port got rid of its ships in May."
COUNT = fact("a", "number", figure(31, "vessel"), predicate="sell")
SUM = fact("a", "money", figure(4e7, "USD"), predicate="sell")
SHARE = fact("a", "share", figure(5, "percent"), predicate="sell")
DAY = fact("a", "date", days("2024-05-03"), predicate="sell")
MONTH = fact("a", "period", days("2024-05-01", "2024-05-31"), predicate="sell")


def row() -> Segment:
    """The row, in the words of article `a`."""
    return segment(ROW, ROW.text)


def evidence(quote: str = FIRST, score: float = 0.8) -> Evidence:
    """A proof in the other article."""
    return proof(OTHER, quote, score=score)


def cell(status: str = INCLUDED, confidence: float | None = 0.8) -> Cell:
    """The cell of the other article, with two proofs of which the second is the liker."""
    return Cell(status, 0.8, confidence, evidence=(evidence(), evidence(LAST, 0.85)))


def told(*fates: Borne, before: Cell | None = None) -> Cell:
    """What becomes of the cell of the other article."""
    found = vetoed(row(), {"b": before or cell()}, Told(b=fates), OPTIONS)
    return found.cells["b"]


# ---------------------------------------------------------------- contradicted
def test_a_proof_with_another_value_proves_the_row_in_part() -> None:
    """The cell keeps its evidence, and the value that contradicts is told."""
    against = Borne(COUNT, OPPOSED, fact("b", "number", figure(33, "vessel")))
    found = vetoed(row(), {"b": cell()}, Told(b=[Borne(SUM, BORNE), against]), OPTIONS)
    assert found == Vetoed({"b": replace(cell(), status=PARTIAL)}, (against,))


def test_another_day_counts_too() -> None:
    """A day that is contradicted is no day that is only left out."""
    against = Borne(DAY, OPPOSED, fact("b", "date", days("2024-05-04")))
    found = vetoed(row(), {"b": cell()}, Told(b=[against]), OPTIONS)
    assert (found.cells["b"].status, found.opposed) == (PARTIAL, (against,))


def test_what_contradicts_goes_before_what_is_missing() -> None:
    """A cell is not unclear where one sum is missing and another value is contradicted; nor is it
    spared where the match is sure.
    """
    against = Borne(COUNT, OPPOSED, fact("b", "number", figure(33, "vessel")))
    assert told(Borne(SUM, MISSING), against).status == PARTIAL
    assert told(against, before=cell(confidence=0.99)).status == PARTIAL
    assert told(against, before=cell(PARTIAL)).status == PARTIAL


def test_all_that_contradict_are_told() -> None:
    """Values of every cell, in the order of the cells."""
    one, two, three = (
        Borne(f, OPPOSED, fact(name, f.kind, f.value))
        for f, name in ((COUNT, "b"), (SUM, "b"), (COUNT, "c"))
    )
    third = replace(cell(), evidence=(replace(evidence(), article="c"),))
    cells = {"c": third, "b": cell()}
    found = vetoed(row(), cells, Told(b=[one, two], c=[three]), OPTIONS)
    assert found.opposed == (three, one, two)
    assert {c.status for c in found.cells.values()} == {PARTIAL}


# ---------------------------------------------------------------- missing
@pytest.mark.parametrize(
    "fates",
    [
        [Borne(SUM, MISSING)],
        [Borne(SHARE, MISSING)],
        [Borne(SUM, MISSING), Borne(SHARE, MISSING)],
        [Borne(SUM, MISSING), Borne(COUNT, MISSING)],
        [Borne(SUM, MISSING), Borne(DAY, BORNE)],
    ],
)
def test_a_proof_with_none_of_the_sums_is_no_proof(fates: list[Borne]) -> None:
    """The cell is unclear: without evidence or confidence, with the liker of its proofs shown."""
    found = told(*fates)
    assert (found.status, found.confidence, found.evidence) == (UNCLEAR, None, ())
    assert found.nearest == evidence(LAST, 0.85)
    assert found.score == cell().score


@pytest.mark.parametrize(
    ("confidence", "status"),
    [
        (OPTIONS.claim_whole, PARTIAL),
        (1.0, PARTIAL),
        (OPTIONS.claim_whole - 0.01, UNCLEAR),
        (None, UNCLEAR),
    ],
)
def test_a_near_certain_match_proves_a_part(confidence: float | None, status: str) -> None:
    """From `claim_whole` on a proof without the sums is about the matter still."""
    before = cell(confidence=confidence)
    found = told(Borne(SUM, MISSING), before=before)
    assert found.status == status
    assert found.evidence == (before.evidence if status == PARTIAL else ())


@pytest.mark.parametrize(
    "fates",
    [
        [Borne(SUM, MISSING), Borne(SHARE, BORNE)],
        [Borne(SUM, MISSING), Borne(COUNT, ELSEWHERE)],
        [Borne(SUM, MISSING), Borne(COUNT, LOOSELY)],
        [Borne(COUNT, MISSING)],
        [Borne(COUNT, MISSING), Borne(SUM, BORNE)],
        [Borne(COUNT, LOOSELY)],
        [Borne(SUM, LOOSELY)],
        [Borne(SUM, BORNE), Borne(COUNT, LOOSELY)],
    ],
)
@pytest.mark.parametrize("status", [INCLUDED, PARTIAL])
def test_a_proof_with_some_of_the_figures_proves_a_part(status: str, fates: list[Borne]) -> None:
    """What lacks a count, some of the sums, or has rougher figures, keeps its evidence."""
    assert told(*fates, before=cell(status)) == cell(PARTIAL)


@pytest.mark.parametrize(
    "fates",
    [
        [],
        [Borne(DAY, MISSING)],
        [Borne(MONTH, MISSING)],
        [Borne(DAY, LOOSELY)],
        [Borne(SUM, BORNE), Borne(DAY, MISSING), Borne(MONTH, LOOSELY)],
        [Borne(SUM, ELSEWHERE)],
        [Borne(COUNT, ELSEWHERE), Borne(SUM, BORNE)],
    ],
)
@pytest.mark.parametrize("status", [INCLUDED, PARTIAL])
def test_what_is_borne_out_leaves_the_cell(status: str, fates: list[Borne]) -> None:
    """Days that are not repeated change nothing, nor what the article gives elsewhere."""
    assert told(*fates, before=cell(status)) == cell(status)


# ---------------------------------------------------------------- what is not looked at
@pytest.mark.parametrize("status", [ABSENT, UNCLEAR, CONFLICTS])
def test_only_cells_that_carry_the_row_are_looked_at(status: str) -> None:
    """Others have no proof that could lack anything."""
    before = Cell(status, 0.2, nearest=evidence())
    passages = Told(b=[Borne(COUNT, OPPOSED)])
    assert vetoed(row(), {"b": before}, passages, OPTIONS) == Vetoed({"b": before})
    assert passages.asked == []


def test_the_article_of_the_row_is_left_alone() -> None:
    """Its own words prove it, whatever figures it has."""
    own = replace(cell(), evidence=(proof(ROW, ROW.text),))
    passages = Told(a=[Borne(COUNT, OPPOSED)], b=[Borne(COUNT, MISSING)])
    found = vetoed(row(), {"a": own, "b": cell()}, passages, OPTIONS)
    assert found == Vetoed({"a": own, "b": cell(PARTIAL)})
    assert [proofs for _, proofs in passages.asked] == [cell().evidence]


def test_without_facts_nothing_is_vetoed() -> None:
    """Cells stay as they are where no facts were read; those given are not changed."""
    cells = {"b": cell()}
    assert vetoed(row(), cells, None, OPTIONS) == Vetoed({"b": cell()})
    vetoed(row(), cells, Told(b=[Borne(COUNT, MISSING)]), OPTIONS)
    assert cells == {"b": cell()}


def test_all_proofs_of_a_cell_are_asked_together() -> None:
    """A figure may stand in the second of them."""
    passages = Told()
    vetoed(row(), {"b": cell()}, passages, OPTIONS)
    assert passages.asked == [(row(), cell().evidence)]


FACTS = st.sampled_from([COUNT, SUM, SHARE, DAY, MONTH])
FATES = st.sampled_from([BORNE, LOOSELY, ELSEWHERE, OPPOSED, MISSING])


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.builds(Borne, FACTS, FATES), max_size=5),
    st.sampled_from([INCLUDED, PARTIAL]),
    st.sampled_from([None, 0.7, 0.9, 0.97]),
)
def test_a_veto_never_makes_a_cell_surer(
    fates: list[Borne], status: str, confidence: float | None
) -> None:
    """A cell is never `included` that was not, nor where a value is contradicted, and has evidence
    or a nearest passage.
    """
    before = cell(status, confidence)
    found = vetoed(row(), {"b": before}, Told(b=fates), OPTIONS)
    after = found.cells["b"]
    assert after.status != INCLUDED or status == INCLUDED
    assert after.status != INCLUDED or not any(b.fate == OPPOSED for b in fates)
    assert found.opposed == tuple(b for b in fates if b.fate == OPPOSED)
    assert bool(after.evidence) != (after.nearest is not None)
    assert after.evidence in ((), before.evidence)


# ---------------------------------------------------------------- a claim alone
@pytest.mark.parametrize(
    ("fates", "expected"),
    [
        ([Borne(COUNT, OPPOSED)], True),
        ([Borne(SUM, BORNE), Borne(DAY, OPPOSED)], True),
        ([Borne(COUNT, MISSING), Borne(SUM, LOOSELY), Borne(DAY, ELSEWHERE)], False),
        ([], False),
    ],
)
def test_a_passage_contradicts_a_claim(fates: list[Borne], expected: bool) -> None:
    """It does when it gives another value of what the claim says, not when it lacks one."""
    passages = Told(b=fates)
    assert contradicted(row(), evidence(), passages) is expected
    assert passages.asked == [(row(), (evidence(),))]


@pytest.mark.parametrize("given_cells", [{}, {"b": cell(ABSENT)}])
def test_nothing_to_veto(given_cells: Mapping[str, Cell]) -> None:
    """A row that nobody else carries stays as it is."""
    found = vetoed(row(), given_cells, Told(b=[Borne(COUNT, OPPOSED)]), OPTIONS)
    assert found == Vetoed(dict(given_cells))


# ---------------------------------------------------------------- the opposite
@pytest.mark.parametrize("status", [INCLUDED, PARTIAL])
def test_a_proof_that_says_the_opposite_proves_no_more_than_a_part(status: str) -> None:
    """The cell keeps its evidence, for the rules of discrepancies to judge, with facts or not."""
    for passages in (None, Told(b=[])):
        found = vetoed(row(), {"b": cell(status)}, passages, OPTIONS, lambda _row, _proof: True)
        assert found.cells["b"] == cell(PARTIAL)


def test_one_proof_that_says_the_same_is_enough() -> None:
    """A source may tell the opposite of another thing, too."""
    found = vetoed(row(), {"b": cell()}, None, OPTIONS, lambda _row, e: e.quote == FIRST)
    assert found.cells["b"] == cell()


def test_the_row_itself_says_no_opposite() -> None:
    """Nor are cells without evidence asked."""
    cells = {"a": cell(), "b": cell(UNCLEAR), "c": replace(cell(), evidence=())}
    assert vetoed(row(), cells, None, OPTIONS, lambda _row, _proof: True).cells == cells
