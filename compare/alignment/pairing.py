"""Links between the sentences of two articles.

In: the articles' units and their scores. Out: links, best first in text order. A pair is a link
when it is the best of its row or of its column, reaches the threshold of its pair of languages,
and stands out from the runners-up: score + margin weight × (score - mean of the row's and the column's second
best) must reach a second threshold (after the margin criterion of Artetxe and Schwenk 2019).
Mutual best alone loses real one-to-many links; a fixed threshold alone links topical neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from compare.alignment.scoring import Matrix, sentence_scores
from compare.alignment.units import Unit
from compare.encoding.lexical import family
from compare.model import Link
from compare.options import Options


def threshold(left: str, right: str, options: Options) -> float:
    """The least score of a link between two language families."""
    if left == right == "zh":
        return options.link_threshold_zh
    if left == right:
        return options.link_threshold_same
    return options.link_threshold_cross


def links(
    a: Sequence[Unit], b: Sequence[Unit], scores: Matrix, options: Options
) -> list[Link]:
    """Sentence links of two articles, ordered by their place in `a`, then in `b`."""
    if not a or not b:
        return []
    matrix = sentence_scores(a, b, scores)
    left = {u.sentence: u for u in a if u.whole}
    right = {u.sentence: u for u in b if u.whole}
    found = []
    for i, j in linked_pairs(matrix, options):
        one, other = left[i], right[j]
        score = round(float(matrix[i, j]), 3)
        floor = threshold(family(one.language), family(other.language), options)
        if score >= floor and one.segment.part == other.segment.part:
            found.append(Link(one.segment, other.segment, score))
    return found


def linked_pairs(matrix: Matrix, options: Options) -> list[tuple[int, int]]:
    """(row, column) of the pairs that are best in either direction and stand out."""
    if not matrix.size:
        return []
    found = []
    prominence = _prominence(matrix, options.link_margin_weight)
    best_row = matrix == matrix.max(axis=1, keepdims=True)
    best_column = matrix == matrix.max(axis=0, keepdims=True)
    for i, j in zip(*np.nonzero(best_row | best_column), strict=True):
        mutual = best_row[i, j] and best_column[i, j]
        needed = options.link_prominence if mutual else options.link_prominence_one_way
        if matrix[i, j] > 0 and prominence[i, j] >= needed:
            found.append((int(i), int(j)))
    return found


def _prominence(matrix: Matrix, weight: float) -> Matrix:
    """score + weight × (score - mean of the best rivals in its row and in its column)."""
    rival_row = _best_other(matrix)
    rival_column = _best_other(matrix.T).T
    out: Matrix = matrix + weight * (matrix - (rival_row + rival_column) / 2)
    return out


def _best_other(matrix: Matrix) -> Matrix:
    """For each cell the best other score of its row; a neutral .2 when there is no other."""
    if matrix.shape[1] < 2:
        return np.full_like(matrix, 0.2)
    top = np.partition(matrix, -2, axis=1)[:, -2:]
    second, first = top[:, :1], top[:, 1:]
    return np.where(matrix >= first, second, first).astype(np.float32)
