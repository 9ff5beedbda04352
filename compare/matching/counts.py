"""Sums over the words that two units share, for every pair of units of two articles.

In: a row a unit, which maps the number of a word to its weight. Out: the matrix of all dot products
[len(a), len(b)]. A plain product of matrices with a column a word takes the cube of the length of
two articles, in time and nearly in memory, since longer articles have more words; what two units
share is little. So a rare word adds its few products alone, and only words that many units have are
multiplied as a matrix, some columns at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Row = Mapping[int, float]
_RARE = 4096  # pairs of units up to which a word's products are added alone
_COLUMNS = 512
DENSE = 20_000_000  # cells of a matrix (80 MB) up to which the plain product is faster


def products(left: Sequence[Row], right: Sequence[Row]) -> Matrix:
    """The dot product of every row of `left` with every row of `right`."""
    out = np.zeros((len(left), len(right)), dtype=np.float32)
    a, b = _postings(left), _postings(right)
    common: list[int] = []
    for word in sorted(a.keys() & b.keys()):
        (i, x), (j, y) = a[word], b[word]
        if len(i) * len(j) > _RARE:
            common.append(word)
        else:
            out[np.ix_(i, j)] += np.outer(x, y)
    for words in _pieces(common):
        out += _columns(a, words, len(left)) @ _columns(b, words, len(right)).T
    return out


_Postings = dict[int, tuple[list[int], list[float]]]


def _postings(rows: Sequence[Row]) -> _Postings:
    found: _Postings = {}
    for n, row in enumerate(rows):
        for word, weight in row.items():
            places, weights = found.setdefault(word, ([], []))
            places.append(n)
            weights.append(weight)
    return found


def _pieces(words: Sequence[int]) -> Iterator[Sequence[int]]:
    return (words[i : i + _COLUMNS] for i in range(0, len(words), _COLUMNS))


def _columns(postings: _Postings, words: Sequence[int], size: int) -> Matrix:
    out = np.zeros((size, len(words)), dtype=np.float32)
    for column, word in enumerate(words):
        places, weights = postings[word]
        out[places, column] = weights
    return out
