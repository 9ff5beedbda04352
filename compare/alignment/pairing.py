"""Links between the sentences of two articles.

In: the articles' units, vectors and glossary. Out: links in text order. A pair is a link when it is
the best of its row or of its column and its prominence reaches a threshold: score + weight × (score
- mean of the best rivals in its row and its column), after the margin criterion of Artetxe and
Schwenk (2019). A fixed threshold on the score has another right value in every pair of languages;
prominence has nearly the same one. A pair that is best in one direction only needs more of it:
mutual best alone would lose real one-to-many links.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.alignment.features import length_ratio, shared_numbers
from compare.alignment.scoring import Bridge, Matrix, unit_scores
from compare.alignment.units import Unit
from compare.model import Link
from compare.options import Options


def links(a: Sequence[Unit], b: Sequence[Unit], bridge: Bridge, options: Options) -> list[Link]:
    """Sentence links of two articles, ordered by their place in `a`, then in `b`."""
    if not a or not b:
        return []
    left = [u for u in a if u.whole]
    right = [u for u in b if u.whole]
    matrix = sentence_matrix(left, right, bridge, options)
    found = []
    for i, j in linked_pairs(matrix, left, right, options):
        one, other = left[i].segment, right[j].segment
        if one.part == other.part:
            found.append(Link(one, other, round(float(min(1, matrix[i, j])), 3)))
    return found


def sentence_matrix(
    a: Sequence[Unit], b: Sequence[Unit], bridge: Bridge, options: Options
) -> Matrix:
    """Scores of every sentence of `a` with every sentence of `b`: the best of their units, raised
    by numbers in common and lowered by unlike lengths.
    """
    scores = unit_scores(a, b, bridge, options)
    scores = scores + options.link_numbers * shared_numbers(a, b)
    return scores - options.link_length * length_ratio(a, b)


def linked_pairs(
    matrix: Matrix, left: Sequence[Unit], right: Sequence[Unit], options: Options
) -> list[tuple[int, int]]:
    """(row, column) of the pairs that are best in either direction and stand out."""
    if not matrix.size:
        return []
    found = []
    prominence = _prominence(matrix, left, right, options.link_margin_weight)
    best_row = matrix == matrix.max(axis=1, keepdims=True)
    best_column = matrix == matrix.max(axis=0, keepdims=True)
    for i, j in zip(*np.nonzero(best_row | best_column), strict=True):
        mutual = best_row[i, j] and best_column[i, j]
        needed = options.link_prominence if mutual else options.link_prominence_one_way
        if matrix[i, j] > 0 and prominence[i, j] >= needed:
            found.append((int(i), int(j)))
    return found


def _prominence(
    matrix: Matrix, left: Sequence[Unit], right: Sequence[Unit], weight: float
) -> Matrix:
    """Score + weight × (score - mean of the best rivals in its row and in its column)."""
    rivals = (_best_rival(matrix, right) + _best_rival(matrix.T, left).T) / 2
    out: Matrix = (matrix + weight * (matrix - rivals)).astype(np.float32)
    return out


def _best_rival(matrix: Matrix, columns: Sequence[Unit]) -> Matrix:
    """For each cell the best score of its row beyond the cell's own sentence and its neighbours in
    one paragraph (one sentence is often told in two); a neutral .2 when there is none.
    """
    out = np.full_like(matrix, 0.2)
    for j, unit in enumerate(columns):
        others = [k for k, other in enumerate(columns) if not _beside(unit, other)]
        if others:
            out[:, j] = matrix[:, others].max(axis=1)
    return out


def _beside(one: Unit, other: Unit) -> bool:
    a, b = one.segment, other.segment
    return abs(one.sentence - other.sentence) <= 1 and (a.part, a.paragraph) == (
        b.part,
        b.paragraph,
    )
