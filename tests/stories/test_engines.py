"""The grouping queries on DuckDB: the same rows whatever the order and the slices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.options import Options
from compare.stories import sql
from compare.stories.engines import Columns, DuckEngine, Ints, Scores, slices

WINDOW = 72 * 3600
PLAN = sql.plan(12, Options())
Row = tuple[int, int, bool, tuple[int, ...]]  # id, hours, dated, marks


def tables(rows: Sequence[Row], channel: int = sql.NAMES) -> Columns:
    marks = [(owner, mark) for owner, _, _, held in rows for mark in held]
    owner, mark = np.array(marks, dtype=np.int64).reshape(-1, 2).T
    hours = np.array([h for _, h, _, _ in rows], dtype=np.int64)
    return Columns(
        {
            "id": np.array([i for i, _, _, _ in rows], dtype=np.int64),
            "ts": hours * 3600,
            "slack": np.zeros(len(rows), dtype=np.int64),
            "bk": hours // 96,
            "dated": np.array([int(d) for _, _, d, _ in rows], dtype=np.int64),
        },
        {
            "article_id": owner.copy(),
            "ch": np.full(len(owner), channel, dtype=np.int64),
            "e": mark.copy(),
            "tf": np.full(len(owner), 1000, dtype=np.int64),
            "prior": np.ones(len(owner), dtype=np.int64),
        },
    )


def plain(scores: Scores) -> list[tuple[int, ...]]:
    columns = (scores.a, scores.b, scores.gap, scores.names, scores.tokens, scores.words)
    return list(zip(*(c.tolist() for c in columns), strict=True))


row_lists = st.lists(
    st.tuples(
        st.integers(1, 500),
        st.integers(0, 900),
        st.booleans(),
        st.sets(st.integers(1, 9), min_size=1, max_size=6).map(lambda s: tuple(sorted(s))),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda row: row[0],
)


@settings(max_examples=8, deadline=None)
@given(row_lists, st.randoms(use_true_random=False))
def test_neither_row_order_nor_slice_size_matters(rows: list[Row], random: object) -> None:
    """Shuffled rows in slices of one bucket score like ordered rows in one slice."""
    whole = plain(DuckEngine().scores(tables(rows), PLAN))
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    sliced = plain(DuckEngine(slice_marks=1).scores(tables(shuffled), PLAN))
    assert whole == sliced
    assert len({pair[:2] for pair in whole}) == len(whole)


def test_pairs_share_two_marks_inside_the_window() -> None:
    """One shared mark is no candidate, nor are two shared marks four days apart."""
    rows: list[Row] = [
        (1, 0, True, (1, 2, 3)),
        (2, 10, True, (1, 2, 4)),
        (3, 20, True, (1, 5, 6)),
        (4, 100, True, (1, 2, 3)),
    ]
    found = plain(DuckEngine().scores(tables(rows), PLAN))
    assert [pair[:3] for pair in found] == [(1, 2, 36000)]
    assert 0 < found[0][3] < 1000


def test_an_article_without_a_time_meets_all_others_as_one_of_the_day() -> None:
    """An undated article is compared with every other, as if a few hours lay between."""
    rows: list[Row] = [(1, 0, True, (1, 2)), (2, 0, False, (1, 2)), (3, 800, True, (1, 2))]
    found = plain(DuckEngine().scores(tables(rows), PLAN))
    assert [pair[:3] for pair in found] == [(1, 2, PLAN.undated), (2, 3, PLAN.undated)]


def test_a_mark_that_most_articles_hold_says_nothing() -> None:
    """A mark over the cap is dropped; the others still pair the articles."""
    rows: list[Row] = [(i, 0, True, (1, 2, 10 + i // 2, 30 + i // 2)) for i in range(2, 8)]
    plan = replace(PLAN, articles=6, cap=3, common=2)
    found = plain(DuckEngine().scores(tables(rows), plan))
    assert [pair[:2] for pair in found] == [(2, 3), (4, 5), (6, 7)]
    assert {pair[3] for pair in found} == {1000}


@pytest.mark.parametrize(("channel", "place"), [(sql.NAMES, 3), (sql.TOKENS, 4), (sql.WORDS, 5)])
def test_equal_articles_score_full_in_their_channel(channel: int, place: int) -> None:
    """Two articles with the same marks reach 1000, but for rounding, in that channel alone."""
    rows: list[Row] = [(1, 0, True, (1, 2, 3)), (2, 0, True, (1, 2, 3)), (3, 0, True, (7,))]
    (pair,) = plain(DuckEngine().scores(tables(rows, channel), PLAN))
    assert pair[place] >= 999
    assert sum(pair[3:]) == pair[place]


def test_proposed_pairs_are_scored_too() -> None:
    """A pair that shares nothing but was proposed comes back with zeros."""

    def extra(first: int | None, last: int | None) -> tuple[Ints, Ints]:
        del last
        ids = [] if first is None else [1]
        return np.array(ids, dtype=np.int64), np.array(ids, dtype=np.int64) + 1

    rows: list[Row] = [(1, 0, True, (1, 2)), (2, 5, True, (3, 4))]
    found = plain(DuckEngine().scores(tables(rows), PLAN, extra))
    assert found == [(1, 2, 18000, 0, 0, 0)]


def test_slices_pass_over_empty_time() -> None:
    """Decades between two articles cost two slices, not hundreds."""
    rows: list[Row] = [(1, 0, True, (1,)), (2, 96 * 5000, True, (1,))]
    assert slices(tables(rows), 1) == [(0, 0), (5000, 5000)]
    assert slices(tables(rows), 100) == [(0, 5000)]
