"""Clusters over many articles: clauses that say one thing, and what every article has on it.

In: the units of every article, vectors and glossary. Out: clusters, each with what every article
has on it and the calibrated probability that the article carries it. A join of two clauses needs
two witnesses: each says what the other says, and enough of that is left when numbers and dates are
not looked at, since neighbours in topic share a Wednesday. Clauses are joined by average link over
all pairs of articles (connected components would chain topical neighbours); then every cluster is
looked up in every article again, clause against clauses and whole sentences, because one long
sentence may carry several claims and a cluster holds a clause once. How likely an article carries a
row is told in `carriage`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from compare.matching.carriage import Asking, carried, row_chance
from compare.matching.features import features, judged, without_numbers
from compare.matching.lexical import family
from compare.matching.similarity import Bridge, Matrix, unit_scores
from compare.matching.units import Unit
from compare.model import BODY, TITLE, Candidate, Cluster
from compare.options import Options
from compare.resources.matching import Head


@dataclass(frozen=True, slots=True)
class _Table:
    """All units of all articles in one list, with the side that owns each. Of all units with each:
    `says` is the chance that the second says what the first says; `alike` the lesser of both ways,
    0 where too little of it is left without numbers and dates, and inside one article plain
    similarity. `carried` is the chance that each side carries each.
    """

    articles: list[str]
    units: list[Unit]
    owner: NDArray[np.intp]
    says: Matrix
    alike: Matrix
    carried: Matrix
    leaves: list[int]
    heads: Mapping[str, Head]


def clusters(sides: Sequence[Sequence[Unit]], bridge: Bridge, options: Options) -> list[Cluster]:
    """Rows over the articles `sides`, in reading order.

    Each side holds one article's units. Headlines join clusters but found none.
    """
    from threadpoolctl import threadpool_limits

    units = [u for side in sides for u in side]
    if not units:
        return []
    # many small products: threads wait for each other, and their sums differ between machines
    with threadpool_limits(limits=1, user_api="blas"):
        table = _table(sides, units, bridge, options)
    found = [_row(cluster, table, options) for cluster in _grouped(table, options)]
    return _in_reading_order([row for row in found if row is not None], table.articles)


@dataclass(frozen=True, slots=True)
class Pairs:
    """For each two articles, both ways, and each with itself: `says`, the chances that units of the
    second say what units of the first say; `bare`, the same without numbers and dates.
    """

    says: dict[tuple[int, int], Matrix]
    bare: dict[tuple[int, int], Matrix]


def pairs(sides: Sequence[Sequence[Unit]], bridge: Bridge, options: Options) -> Pairs:
    """The chances between the units of all articles."""
    found = Pairs({}, {})
    for i, a in enumerate(sides):
        for j, b in enumerate(sides):
            if a and b:
                known = features(a, b, bridge, options)
                found.says[i, j] = judged("says", known, a, b, bridge)
                found.bare[i, j] = judged("says", without_numbers(known), a, b, bridge)
    return found


def _table(
    sides: Sequence[Sequence[Unit]], units: list[Unit], bridge: Bridge, options: Options
) -> _Table:
    chances = pairs(sides, bridge, options)
    carrying = carried(sides, chances.says, bridge.heads["carried"], options)
    starts = np.cumsum([0, *(len(side) for side in sides)])
    places = [slice(a, b) for a, b in pairwise(starts)]
    says, bare, own = (np.zeros((len(units), len(units)), dtype=np.float32) for _ in range(3))
    by_side = np.zeros((len(units), len(sides)), dtype=np.float32)
    for i, j in carrying:
        says[places[i], places[j]] = chances.says[i, j]
        bare[places[i], places[j]] = chances.bare[i, j]
        by_side[places[i], j] = carrying[i, j]
    for n, side in enumerate(sides):
        if side:
            own[places[n], places[n]] = unit_scores(side, side, bridge, options)
    witnessed = np.minimum(bare, bare.T) >= options.claim_same_bare
    return _Table(
        articles=[side[0].segment.article if side else "" for side in sides],
        units=units,
        owner=np.repeat(np.arange(len(sides)), [len(side) for side in sides]),
        says=says,
        alike=np.minimum(says, says.T) * witnessed + own,
        carried=by_side,
        leaves=[i for i, u in enumerate(units) if u.leaf],
        heads=bridge.heads,
    )


def _grouped(table: _Table, options: Options) -> list[list[int]]:
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

    Between articles: each the best of the other's article, at `claim_same_row` or more both ways.
    Inside one article: repeats at `claim_repeat` or more.
    """
    leaves, owner = table.leaves, table.owner
    square = table.alike[np.ix_(leaves, leaves)]
    owners = np.array([owner[i] for i in leaves])
    keep = np.zeros_like(square, dtype=bool)
    for k in sorted(set(owners)):
        inside = np.flatnonzero(owners == k)
        block = square[:, inside]
        best = block == block.max(axis=1, keepdims=True)
        strong = block >= options.claim_same_row
        keep[:, inside] = best & strong & (owners != k)[:, None]
        keep[np.ix_(inside, inside)] = square[np.ix_(inside, inside)] >= options.claim_repeat
    keep &= keep.T
    pairs = np.argwhere(np.triu(keep, 1))
    edges = [(float(square[a, b]), leaves[a], leaves[b]) for a, b in pairs]
    return sorted(edges, key=lambda e: (-e[0], e[1], e[2]))


def _may_join(
    one: list[int], other: list[int], table: _Table, options: Options, score: float
) -> bool:
    """Average link over the pairs of different articles, and no two unlike clauses of one."""
    across: list[float] = []
    apart: list[float] = []
    for i in one:
        for j in other:
            (apart if table.owner[i] == table.owner[j] else across).append(float(table.alike[i, j]))
    if apart and min(apart) < options.claim_repeat:
        return False
    mean = float(np.mean(across)) if across else score
    return mean >= options.claim_same_row - options.claim_join_slack


def _row(cluster: list[int], table: _Table, options: Options) -> Cluster | None:
    members = [table.units[i] for i in cluster]
    if all(u.segment.part == TITLE for u in members):
        return None
    candidates = {}
    for side, article in enumerate(table.articles):
        best = _candidates(cluster, side, table, options.claim_candidates)
        others = [i for i in cluster if table.owner[i] != side]
        if best and others:
            held = _anchors(best[0].segment.sentence, side, table)
            bare = _is_bare(best[0], [table.units[i].anchors for i in others], held)
            sure = row_chance(_asking(others, side, table), table.heads, options)
            best = [replace(best[0], chance=sure, bare=bare), *best[1:]]
        elif best:
            best = [replace(best[0], chance=1.0), *best[1:]]
        candidates[article] = tuple(best)
    return Cluster(tuple(u.segment for u in members), candidates)


def _asking(others: Sequence[int], side: int, table: _Table) -> list[Asking]:
    """What the units of a row in other articles ask of article `side`."""
    tongue = next(
        family(u.language) for u, k in zip(table.units, table.owner, strict=True) if k == side
    )
    return [
        Asking(
            int(table.owner[i]),
            float(table.carried[i, side]),
            family(table.units[i].language) == tongue,
        )
        for i in others
    ]


def _anchors(sentence: int, side: int, table: _Table) -> set[str]:
    """The names, numbers and dates of a sentence of an article."""
    inside = (table.units[n] for n in np.flatnonzero(table.owner == side))
    return {key for u in inside if u.sentence == sentence for key in u.anchors}


def _is_bare(best: Candidate, asked: Sequence[Iterable[str]], sentence: set[str]) -> bool:
    """Does a sentence say without figures what all others say with them? A headline also does when
    it lacks any of theirs: it shortens, and its words alone would prove them.
    """
    if best.segment.part == TITLE:
        wanted = set.intersection(*(set(a) for a in asked))
        return _gives_figures(wanted - sentence)
    return all(_gives_figures(a) for a in asked) and not _gives_figures(sentence)


def _gives_figures(anchors: Iterable[str]) -> bool:
    """Whether a number stands among them that counts something (第78届 counts nothing)."""
    return any(key.startswith("num:") and not key.endswith(" ordinal") for key in anchors)


def _candidates(cluster: list[int], side: int, table: _Table, most: int) -> list[Candidate]:
    """What article `side` has on the row: its own members, else the best units by score."""
    own = [i for i in cluster if table.owner[i] == side]
    others = [i for i in cluster if table.owner[i] != side]
    if own:
        best = [(float(table.alike[i, others].max()) if others else 1.0, i) for i in own]
        best.sort(key=lambda b: (table.units[b[1]].segment.part != BODY, -b[0], b[1]))
        return [Candidate(table.units[i].segment, round(s, 3), same=True) for s, i in best]
    inside = np.flatnonzero(table.owner == side).tolist()
    if not inside:
        return []
    asking = others[int(table.carried[others, side].argmax())]
    said = {n: float(table.says[asking, n]) for n in inside}
    units = table.units

    def rank(n: int) -> tuple[bool, float, bool, int]:
        return units[n].segment.part == TITLE, -said[n], not units[n].leaf, n

    order = sorted(inside, key=rank)[:most]
    return [Candidate(units[n].segment, round(said[n], 3)) for n in order]


def _in_reading_order(found: list[Cluster], articles: Sequence[str]) -> list[Cluster]:
    """The first article's rows in its order; each further article's new rows right behind the row
    of the clause that precedes them there.
    """
    ordered: list[Cluster] = []
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


def _start(row: Cluster, article: str) -> tuple[int, int] | None:
    """Where the row first stands in an article: body before captions before the title."""
    rank = {BODY: 0, TITLE: 2}
    places = [(rank.get(m.part, 1), m.start) for m in row.members if m.article == article]
    return min(places, default=None)
