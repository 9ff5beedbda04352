"""Paragraphs side by side: which paragraphs of two articles belong on one line.

In: two articles and the links between their sentences. Out: rows in the left article's order, with
right-only rows where they stand in the right article. A paragraph pair scores the sum of its
sentence links; a right paragraph goes to the left one with the largest sum, and several may go to
one (n:1), as one may spread over several (1:n). Rows out of the right article's order are `moved`:
those outside the longest increasing run, so that one moved paragraph does not mark all others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from compare.model import BODY, Article, Bead, Link


def beads(left: Article, right: Article, links: Sequence[Link]) -> list[Bead]:
    """Rows that hold every paragraph of both articles exactly once."""
    inside = [x for x in links if x.left.part == BODY and x.right.part == BODY]
    groups = _groups(inside)
    rows = _matched(groups, inside)
    rows = _mark_moved(sorted(rows, key=lambda r: r.left))
    taken_left = {i for row in rows for i in row.left}
    taken_right = {j for row in rows for j in row.right}
    rows += [Bead((i,), ()) for i in range(len(left.paragraphs)) if i not in taken_left]
    rows.sort(key=lambda r: r.left)
    for j in range(len(right.paragraphs)):
        if j not in taken_right:
            rows.insert(_place(rows, j), Bead((), (j,)))
    return rows


def _groups(links: Sequence[Link]) -> list[tuple[set[int], set[int]]]:
    """Paragraphs that belong together: each side's strongest partner, joined."""
    weight: dict[tuple[int, int], float] = defaultdict(float)
    for link in links:
        if link.left.paragraph is not None and link.right.paragraph is not None:
            weight[link.left.paragraph, link.right.paragraph] += link.score
    best_left: dict[int, int] = {}
    best_right: dict[int, int] = {}
    for i, j in sorted(weight, key=lambda p: (weight[p], -p[0], -p[1])):
        best_left[i] = j
        best_right[j] = i
    groups: list[tuple[set[int], set[int]]] = []
    for i, j in sorted({*best_left.items(), *((i, j) for j, i in best_right.items())}):
        joined = [g for g in groups if i in g[0] or j in g[1]]
        merged: tuple[set[int], set[int]] = ({i}, {j})
        for group in joined:
            merged[0].update(group[0])
            merged[1].update(group[1])
            groups.remove(group)
        groups.append(merged)
    return groups


def _matched(groups: Sequence[tuple[set[int], set[int]]], links: Sequence[Link]) -> list[Bead]:
    rows = []
    for lefts, rights in groups:
        own = tuple(x for x in links if x.left.paragraph in lefts and x.right.paragraph in rights)
        score = round(sum(x.score for x in own) / len(own), 3)
        rows.append(Bead(tuple(sorted(lefts)), tuple(sorted(rights)), score, links=own))
    return rows


def _mark_moved(rows: list[Bead]) -> list[Bead]:
    """`rows` in left order; those not on the longest increasing run of right positions move."""
    tails: list[int] = []
    at: list[int] = []
    previous: list[int] = []
    for n, row in enumerate(rows):
        k = bisect_left(tails, row.right[0])
        previous.append(at[k - 1] if k else -1)
        tails[k : k + 1] = [row.right[0]]
        at[k : k + 1] = [n]
    steady = set()
    n = at[-1] if at else -1
    while n >= 0:
        steady.add(n)
        n = previous[n]
    return [row if n in steady else replace(row, moved=True) for n, row in enumerate(rows)]


def _place(rows: Sequence[Bead], j: int) -> int:
    """Behind the row that holds the nearest earlier right paragraph that has not moved."""
    best, at = -1, 0
    for n, row in enumerate(rows):
        earlier = [k for k in row.right if k < j]
        if earlier and not row.moved and max(earlier) > best:
            best, at = max(earlier), n + 1
    return at
