"""Sources side by side: the matrix's matches, and nothing else, put paragraphs on one line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import compare
from compare import pipeline
from compare.errors import NotFound
from compare.model import (
    BODY,
    CARRIED,
    Cell,
    Claim,
    Comparison,
    Discrepancy,
    Evidence,
    Side,
    Source,
)
from compare.reports import terminal
from compare.reports.assemble import diff_document
from compare.reports.beside import Beside, beside
from compare.reports.blocks import Display
from compare.reports.contract import to_json
from compare.reports.side_spans import lone_sentences
from compare.reports.sides import counts_line, row_kind, row_words, side_blocks
from tests import made

SEEDS = Path(__file__).parents[2] / "seeds"
LEFT = made.article("left", "One here. Two here.", "Three here.", "Four here.")
RIGHT = made.article("right", "Uno aqui.", "Dos aqui.", "Tres aqui.")


def quoted(article: compare.Article, quote: str, status: str = "included") -> Cell:
    """A cell with this proof."""
    return replace(made.carried(article, quote), status=status)


def doubtful(article: compare.Article, quote: str, score: float = 0.6) -> Cell:
    """A cell of which it is not known, with its nearest sentence."""
    return Cell("unclear", score, nearest=made.proof(article, quote, score=score))


def told(*rows: tuple[Cell, Cell], differing: Sequence[Discrepancy] = ()) -> Comparison:
    """A comparison of the two articles whose claims have these cells."""
    claims = tuple(made.claim(n, {"left": a, "right": b}) for n, (a, b) in enumerate(rows, 1))
    sources = (made.source(LEFT), made.source(RIGHT))
    return Comparison(made.story(LEFT, RIGHT), sources, claims, tuple(differing))


def shape(found: Beside) -> list[tuple[str, tuple[tuple[int, ...], ...]]]:
    """The kind and the paragraphs of every row."""
    return [(row_kind(row), row.columns) for row in found.rows]


def test_paragraphs_that_carry_one_claim_stand_together() -> None:
    """A claim with proofs in both is all that puts two paragraphs on one line."""
    found = told(
        (quoted(LEFT, "One here."), quoted(RIGHT, "Uno aqui.")),
        (quoted(LEFT, "Three here."), made.missing()),
        (quoted(LEFT, "Four here."), made.missing()),
        (made.missing(), quoted(RIGHT, "Dos aqui.")),
        (made.missing(), quoted(RIGHT, "Tres aqui.")),
    )
    assert shape(beside(found, ("left", "right"))) == [
        ("both", ((0,), (0,))),
        ("right_only", ((), (1,))),
        ("right_only", ((), (2,))),
        ("left_only", ((1,), ())),
        ("left_only", ((2,), ())),
    ]


def test_unclear_is_never_left_out() -> None:
    """A paragraph whose claim may be in the other stands as unclear, on either side."""
    near = "Uno aqui."
    found = told(
        (quoted(LEFT, "Three here."), doubtful(RIGHT, near, 0.2)),
        (doubtful(LEFT, "Four here.", 0.2), quoted(RIGHT, "Dos aqui.")),
    )
    kinds = {columns: kind for kind, columns in shape(beside(found, ("left", "right")))}
    assert kinds[(1,), ()] == "unclear"
    assert kinds[(), (1,)] == "unclear"


def test_a_paragraph_without_a_claim_is_not_called_left_out() -> None:
    """Where the matrix knows nothing of a paragraph, nobody is said to have dropped it."""
    kinds = {kind for kind, _ in shape(beside(told(), ("left", "right")))}
    assert kinds == {"unclear"}


def test_a_contradicted_claim_differs() -> None:
    """Both tell it and not alike: one line, its kind and the discrepancy named."""
    sides = (Side("right", "q", "Uno", "1", BODY, 0, 3), Side("left", "q", "One", "2", BODY, 0, 3))
    found = told(
        (quoted(LEFT, "One here."), quoted(RIGHT, "Uno aqui.", "conflicts")),
        differing=[Discrepancy("d01", "number", "conflict", ("c01",), sides, "")],
    )
    first = beside(found, ("left", "right")).rows[0]
    assert (first.kind, [one.id for one in first.differences]) == ("differs", ["d01"])
    text = terminal.render(side_blocks(beside(found, ("left", "right"))), Display(80))
    assert "d01: 2" in text
    assert "d01: 1" in text


def test_a_row_names_only_what_differs_between_its_sources() -> None:
    """Of a discrepancy that a third source makes, two that agree hear nothing."""
    sides = (
        Side("third", "q", "Eins", "1", BODY, 0, 3),
        Side("left", "q", "One", "2", BODY, 0, 3),
        Side("right", "q", "Uno", "2", BODY, 0, 3),
    )
    found = told(
        (quoted(LEFT, "One here."), quoted(RIGHT, "Uno aqui.")),
        differing=[Discrepancy("d01", "number", "conflict", ("c01",), sides, "")],
    )
    first = beside(found, ("left", "right")).rows[0]
    assert (first.kind, first.differences) == ("both", ())


def test_one_contradiction_does_not_hide_what_is_shared() -> None:
    """A row that shares a claim besides the one that differs is in both, and names the other."""
    sides = (Side("right", "q", "Uno", "1", BODY, 0, 3), Side("left", "q", "One", "2", BODY, 0, 3))
    found = told(
        (quoted(LEFT, "One here."), quoted(RIGHT, "Uno aqui.", "conflicts")),
        (quoted(LEFT, "Two here."), quoted(RIGHT, "Uno aqui.")),
        differing=[Discrepancy("d01", "number", "conflict", ("c01",), sides, "")],
    )
    first = beside(found, ("left", "right")).rows[0]
    assert (first.kind, [one.id for one in first.differences]) == ("both", ["d01"])


def test_a_subject_is_no_claim() -> None:
    """What shares the subject alone is paired as such and counted in no shared row."""
    found = told((quoted(LEFT, "Three here."), doubtful(RIGHT, "Tres aqui.")))
    rows = beside(found, ("left", "right"))
    assert ("same_subject", ((1,), (2,))) in shape(rows)
    assert "in both" not in counts_line(rows)


def test_a_claim_that_stands_in_a_headline_is_elsewhere() -> None:
    """A paragraph whose claim the other has in its headline alone is not left out by it."""
    titled = replace(RIGHT, title="Uno")
    proof = Evidence("right", "title", 0, 3, "Uno", None, 0.9)
    cell = Cell("included", 0.9, 0.9, evidence=(proof,))
    base = told((quoted(LEFT, "One here."), cell))
    found = replace(base, sources=(base.sources[0], made.source(titled)))
    assert ("elsewhere", ((0,), ())) in shape(beside(found, ("left", "right")))


def test_one_paragraph_out_of_its_order_is_moved_alone() -> None:
    """Of three rows in another order the one off the longest run is marked."""
    found = told(
        (quoted(LEFT, "One here."), quoted(RIGHT, "Dos aqui.")),
        (quoted(LEFT, "Three here."), quoted(RIGHT, "Tres aqui.")),
        (quoted(LEFT, "Four here."), quoted(RIGHT, "Uno aqui.")),
    )
    assert [kind for kind, _ in shape(beside(found, ("left", "right")))] == [
        "both",
        "both",
        "moved",
    ]


def test_sentences_inside_a_shared_paragraph() -> None:
    """A sentence that the other lacks is told apart from one of which it is not known."""
    shared = (quoted(LEFT, "One here."), quoted(RIGHT, "Uno aqui."))
    lacking = told(shared, (quoted(LEFT, "Two here."), made.missing()))
    made_of = beside(lacking, ("left", "right"))
    assert list(lone_sentences(made_of, 0, 0)) == [(10, 19, "alone")]
    text = terminal.render(side_blocks(made_of), Display(80))
    assert "¶1 One here. [-Two here.-]" in text
    unknown = told(shared, (quoted(LEFT, "Two here."), doubtful(RIGHT, "Uno aqui.")))
    text = terminal.render(side_blocks(beside(unknown, ("left", "right"))), Display(80))
    assert "¶1 One here. [?Two here.?]" in text


def test_no_source_of_that_name() -> None:
    """A name that is no source is told with those that are."""
    with pytest.raises(NotFound) as error:
        beside(told(), ("left", "post"))
    assert error.value.suggestions == ("left", "right")


STATUSES = st.sampled_from(["included", "partial", "conflicts", "unclear", "absent"])
SENTENCES = ("One here.", "Two here.", "Three here.", "Four here.")
OTHERS = ("Uno aqui.", "Dos aqui.", "Tres aqui.")


@st.composite
def matrices(draw: st.DrawFn) -> Comparison:
    """Claims with cells of every status over the two articles."""

    def cell(article: compare.Article, quotes: Sequence[str]) -> Cell:
        status, quote = draw(STATUSES), draw(st.sampled_from(quotes))
        if status in CARRIED:
            return quoted(article, quote, status)
        return doubtful(article, quote) if status == "unclear" else made.missing()

    rows = [(cell(LEFT, SENTENCES), cell(RIGHT, OTHERS)) for _ in range(draw(st.integers(0, 6)))]
    return told(*rows)


@given(matrices())
def test_side_by_side_says_what_the_matrix_says(found: Comparison) -> None:
    """Every paragraph stands in one row; two share a row of claims only by a claim that both carry
    there; and one is only in its source exactly when all of its claims are absent in the other.
    """
    rows = beside(found, ("left", "right"))
    for column, article in enumerate((LEFT, RIGHT)):
        held = sorted(p for row in rows.rows for p in row.columns[column])
        assert held == list(range(len(article.paragraphs)))
    for row in rows.rows:
        shared = [c for c in found.claims if _in(c, "left", row.columns[0])]
        shared = [c for c in shared if _in(c, "right", row.columns[1])]
        assert bool(shared) == (row.kind in ("both", "moved", "differs"))
        assert {match.claim for match in row.matches} == {c.id for c in shared}
        if row.kind == "only":
            own, other = ("left", "right") if row.columns[0] else ("right", "left")
            mine = [c for c in found.claims if _in(c, own, row.columns[0] or row.columns[1])]
            assert mine
            assert {c.cells[other].status for c in mine} == {"absent"}


def _in(claim: Claim, source: str, paragraphs: Sequence[int]) -> bool:
    return any(e.paragraph in paragraphs for e in claim.cells[source].evidence)


@cache
def seeds() -> Comparison:
    """The story of the seeds."""
    articles = pipeline.load([SEEDS]).articles
    story = next(s for s in compare.group(articles) if s.slug == "blinken-han")
    return compare.analyse(story)


def shared_words(ids: Sequence[str]) -> list[str]:
    """The text of every row of two or more sources that share a claim."""
    found = beside(seeds(), ids)
    return [
        " ".join(_paragraph(source, p) for source, held in _held(found, row) for p in held)
        for row in found.rows
        if row.matches
    ]


def _held(found: Beside, row: compare.reports.beside.Row) -> list[tuple[Source, tuple[int, ...]]]:
    return list(zip(found.sources, row.columns, strict=True))


def _paragraph(source: Source, index: int) -> str:
    where = source.article.paragraphs[index]
    return source.article.text[where.start : where.end]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The world needs stable and healthy", "台海和平"),
        ("in Malta", "第 78 届联合国大会"),
    ],
)
def test_neighbours_in_topic_are_not_in_both(one: str, other: str) -> None:
    """Stable relations are not peace in the Strait, and Malta is not New York."""
    rows = shared_words(("reuters", "rfi"))
    assert rows
    assert not [row for row in rows if one in row and other in row]


def test_three_columns_say_in_which_a_row_stands() -> None:
    """A row names its sources, or that all have it; the JSON has the third column."""
    names = ("reuters", "rfi", "epochtimes")
    found = beside(seeds(), names)
    words = [row_words(row, names) for row in found.rows]
    assert "rfi + epochtimes" in words
    assert "only in epochtimes" in words
    assert any(said.startswith("in all") for said in words)
    document = json.loads(to_json(diff_document("x", found, seeds().made_by)))
    assert document["third"]["id"] == "epochtimes"
    assert sum(len(row["third"]) for row in document["rows"]) == 18
