"""Links between the sentences of two articles.

In: the articles' units, vectors and glossary. Out: links in text order. Runs of sentences (one, or
two neighbours read as one) are compared, and pairs of runs are taken strongest first, each sentence
once. What counts is the margin score: score + weight × (score - mean of the best rivals in its row
and its column), after Artetxe and Schwenk (2019).

Three things earn their place (link F1 on NTREX-128, 30 % of the lines deleted on each side and the
right side shuffled, mean of ten pairs of languages: .966 before, .979 after). Two sentences told in
one are read together. Each article's mean vector is taken off its sentences, which removes what
all of them share: topic and language. And the threshold is a share of the median margin score of
the candidates, since translations of every pair of languages lie on another scale; it never falls
below a floor, since two articles may have little in common. A logistic regression over the same
figures was no better than the threshold.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.matching.features import length_ratio, shared_numbers
from compare.matching.similarity import Bridge, Matrix, centred_scores
from compare.matching.units import Run, Unit, runs
from compare.model import Link
from compare.options import Options


def links(a: Sequence[Unit], b: Sequence[Unit], bridge: Bridge, options: Options) -> list[Link]:
    """Sentence links of two articles, ordered by their place in `a`, then in `b`.

    `bridge` holds the vectors of the joined sentences (`runs.joined`) beside those of the units.
    """
    left, right = runs(a), runs(b)
    if not left or not right:
        return []
    matrix = run_matrix(left, right, bridge, options)
    found = []
    for i, j in linked_pairs(matrix, left, right, options):
        score = round(float(np.clip(matrix[i, j], 0, 1)), 3)
        found += [Link(p, q, score) for p in left[i].sentences for q in right[j].sentences]
    return sorted(found, key=lambda x: (x.left.sentence or 0, x.right.sentence or 0))


def run_matrix(a: Sequence[Run], b: Sequence[Run], bridge: Bridge, options: Options) -> Matrix:
    """Scores of every run of `a` with every run of `b`, raised by numbers in common and lowered by
    unlike lengths; -inf for different parts, and for two sentences with two.
    """
    left, right = [r.unit for r in a], [r.unit for r in b]
    unlike = length_ratio(left, right, options.link_length_most) ** 2
    scores = (
        centred_scores(a, b, bridge, options)
        + options.link_numbers * shared_numbers(left, right)
        - options.link_length * unlike
    )
    parts = np.array([r.part for r in a])[:, None] == np.array([r.part for r in b])[None, :]
    two = np.array([r.size > 1 for r in a])[:, None] & np.array([r.size > 1 for r in b])
    matrix: Matrix = np.where(parts & ~two, scores, -np.inf).astype(np.float32)
    return matrix


def linked_pairs(
    matrix: Matrix, left: Sequence[Run], right: Sequence[Run], options: Options
) -> list[tuple[int, int]]:
    """(row, column) of the pairs that stand out, strongest first, each sentence in one of them."""
    margin = _margins(matrix, left, right, options)
    taken = _strongest_first(margin, left, right, options.link_flat)
    if not taken:
        return []
    scale = float(np.median([margin[pair] for pair in taken]))
    needed = max(options.link_floor, options.link_share * scale)
    return [p for p in taken if margin[p] >= needed and matrix[p] >= options.link_least]


def _strongest_first(
    margin: Matrix, left: Sequence[Run], right: Sequence[Run], least: float
) -> list[tuple[int, int]]:
    """Pairs of at least `least`, none sharing a sentence with a stronger one; ties by position."""
    rows, columns = np.nonzero(margin >= least)
    order = np.argsort(-margin[rows, columns], kind="stable")
    used_left: set[int] = set()
    used_right: set[int] = set()
    found = []
    for i, j in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        if used_left.isdisjoint(left[i].span) and used_right.isdisjoint(right[j].span):
            used_left.update(left[i].span)
            used_right.update(right[j].span)
            found.append((i, j))
    return found


def _margins(matrix: Matrix, left: Sequence[Run], right: Sequence[Run], options: Options) -> Matrix:
    """Score + weight × (score - mean of the best rivals in its row and in its column)."""
    lonely = options.link_rival
    rivals = (_best_rival(matrix, right, lonely) + _best_rival(matrix.T, left, lonely).T) / 2
    out: Matrix = (matrix + options.link_margin_weight * (matrix - rivals)).astype(np.float32)
    return out


def _best_rival(matrix: Matrix, columns: Sequence[Run], lonely: float) -> Matrix:
    """For each cell the best score of its row among runs that share no sentence with its own;
    `lonely` where there is none: a score that unlike sentences have.
    """
    edge = np.full((len(matrix), 1), -np.inf, dtype=np.float32)
    before = np.hstack([edge, np.maximum.accumulate(matrix, axis=1)])
    behind = np.hstack([np.maximum.accumulate(matrix[:, ::-1], axis=1)[:, ::-1], edge])
    # runs are in text order, so that those which share a sentence stand side by side
    starts, ends = [r.span.start for r in columns], [r.span.stop for r in columns]
    first = np.searchsorted(ends, starts, side="right")
    after = np.searchsorted(starts, ends, side="left")
    best = np.maximum(before[:, first], behind[:, after])
    out: Matrix = np.where(np.isfinite(best), best, lonely).astype(np.float32)
    return out
