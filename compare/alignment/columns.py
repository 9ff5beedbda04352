"""Columns over many articles: rows of clauses that say one thing, and what every article has on it.

In: the units of every article, vectors and glossary. Out: rows. Clauses are clustered by average
link over all pairs of articles (connected components would chain topical neighbours); then every
row is looked up in every article again, clause against clauses and whole sentences, because one
long sentence may carry several rows and a cluster holds a clause once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from compare.alignment.features import probabilities
from compare.alignment.scoring import Bridge, Matrix, unit_scores
from compare.alignment.units import Unit
from compare.model import BODY, TITLE, Candidate, Row
from compare.options import Options

CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class _Table:
    """All units of all articles in one list, their owner, and the square of scores."""

    units: list[Unit]
    owner: list[int]
    scores: Matrix
    leaves: list[int]


def rows(columns: Sequence[Sequence[Unit]], bridge: Bridge, options: Options) -> list[Row]:
    """Rows over the articles `columns`, in reading order.

    Each column holds one article's units. Headlines join rows but found none.
    """
    units = [u for column in columns for u in column]
    if not units:
        return []
    owner = [k for k, column in enumerate(columns) for _ in column]
    leaves = [i for i, u in enumerate(units) if u.leaf]
    table = _Table(units, owner, _square(columns, bridge, options), leaves)
    clusters = _clusters(table, options)
    articles = [column[0].segment.article if column else "" for column in columns]
    found = [_row(cluster, table, articles) for cluster in clusters]
    return _in_reading_order([row for row in found if row is not None], articles)


def _square(columns: Sequence[Sequence[Unit]], bridge: Bridge, options: Options) -> Matrix:
    """Probability that two units say the same, for all units: the mean of both directions between
    articles, plain similarity inside one."""
    blocks = [[np.zeros((len(a), len(b)), np.float32) for b in columns] for a in columns]
    for i, a in enumerate(columns):
        for j, b in enumerate(columns):
            if not a or not b:
                continue
            if i == j:
                blocks[i][j] = unit_scores(a, b, bridge, options)
            elif i < j:
                there = probabilities("clause", a, b, bridge)
                back = probabilities("clause", b, a, bridge)
                blocks[i][j] = (there + back.T) / 2
                blocks[j][i] = blocks[i][j].T
    return np.block(blocks).astype(np.float32)


def _clusters(table: _Table, options: Options) -> list[list[int]]:
    """Leaves grouped by average link, strongest pairs first; ties by position."""
    cluster_of = {i: [i] for i in table.leaves}
    for score, i, j in _edges(table, options):
        one, other = cluster_of[i], cluster_of[j]
        if one is other or not _may_join(one, other, table, options, score):
            continue
        one += other
        for k in other:
            cluster_of[k] = one
    unique = {id(c): c for c in cluster_of.values()}
    return [sorted(c) for c in unique.values()]


def _edges(table: _Table, options: Options) -> list[tuple[float, int, int]]:
    """(score, i, j) of leaf pairs worth joining, best first.

    Between articles: best of either leaf in the other's article, at `claim_same_row` or more.
    Inside one article: repeats at `claim_repeat` or more.
    """
    leaves, owner = table.leaves, table.owner
    square = table.scores[np.ix_(leaves, leaves)]
    owners = np.array([owner[i] for i in leaves])
    keep = np.zeros_like(square, dtype=bool)
    for k in sorted(set(owners)):
        inside = np.flatnonzero(owners == k)
        block = square[:, inside]
        best = block == block.max(axis=1, keepdims=True)
        strong = block >= options.claim_same_row
        keep[:, inside] = best & strong & (owners != k)[:, None]
        keep[np.ix_(inside, inside)] = square[np.ix_(inside, inside)] >= options.claim_repeat
    keep |= keep.T
    pairs = np.argwhere(np.triu(keep, 1))
    edges = [(float(square[a, b]), leaves[a], leaves[b]) for a, b in pairs]
    return sorted(edges, key=lambda e: (-e[0], e[1], e[2]))


def _may_join(
    one: list[int], other: list[int], table: _Table, options: Options, score: float
) -> bool:
    """Average link over the pairs of different articles, and no two unlike clauses of one."""
    across, apart = [], []
    for i in one:
        for j in other:
            (apart if table.owner[i] == table.owner[j] else across).append(table.scores[i, j])
    if apart and min(apart) < options.claim_repeat:
        return False
    mean = float(np.mean(across)) if across else score
    return mean >= options.claim_same_row - options.claim_join_slack


def _row(cluster: list[int], table: _Table, articles: Sequence[str]) -> Row | None:
    members = [table.units[i] for i in cluster]
    if all(u.segment.part == TITLE for u in members):
        return None
    candidates = {
        article: _candidates(cluster, k, table) for k, article in enumerate(articles) if article
    }
    return Row(tuple(u.segment for u in members), candidates)


def _candidates(cluster: list[int], column: int, table: _Table) -> tuple[Candidate, ...]:
    """What article `column` has on the row: its own members, else the best units by score."""
    own = [i for i in cluster if table.owner[i] == column]
    others = [i for i in cluster if table.owner[i] != column]
    if own:
        best = [(_strength(i, others, table), i) for i in own]
        best.sort(key=lambda b: (-b[0], table.units[b[1]].segment.part != BODY, b[1]))
        return tuple(_candidate(i, s, others, table, same=True) for s, i in best)
    inside = [i for i, k in enumerate(table.owner) if k == column]
    peak = table.scores[np.ix_(others, inside)].max(axis=0)
    order = sorted(range(len(inside)), key=lambda n: (-peak[n], not table.units[inside[n]].leaf, n))
    return tuple(
        _candidate(inside[n], float(peak[n]), others, table, same=False)
        for n in order[:CANDIDATES]
    )


def _strength(i: int, others: list[int], table: _Table) -> float:
    return float(table.scores[i, others].max()) if others else 1.0


def _candidate(i: int, score: float, others: list[int], table: _Table, same: bool) -> Candidate:
    mine = set(table.units[i].anchors)
    shared = max((len(mine & set(table.units[j].anchors)) for j in others), default=0)
    return Candidate(table.units[i].segment, round(score, 3), same, shared)


def _in_reading_order(found: list[Row], articles: Sequence[str]) -> list[Row]:
    """The first article's rows in its order; each further article's new rows right behind the row
    of the clause that precedes them there."""
    ordered: list[Row] = []
    place: dict[int, int] = {}
    for article in articles:
        mine = [(_start(row, article), n) for n, row in enumerate(found)]
        last = -1
        for _, n in sorted((s, n) for s, n in mine if s is not None):
            if n in place:
                last = next(k for k, row in enumerate(ordered) if row is found[n])
                continue
            last += 1
            ordered.insert(last, found[n])
            place[n] = 1
    return ordered


def _start(row: Row, article: str) -> tuple[int, int] | None:
    """Where the row first stands in an article: body before captions before the title."""
    rank = {BODY: 0, TITLE: 2}
    places = [
        (rank.get(m.part, 1), m.start) for m in row.members if m.article == article
    ]
    return min(places, default=None)
