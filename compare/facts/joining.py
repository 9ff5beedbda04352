"""Facts of several articles, joined by what they are facts of.

In: facts of one kind and the chance of each pair. Out: groups of their indexes. Average link over
pairs of different articles: the surest two groups are joined first, as long as the mean chance of
all their pairs stays over the bound; a pair that is not compared counts nothing, so that one strong
link does not chain two matters. Values play no part: whether they agree is asked afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from compare.model import Fact

Matrix = NDArray[np.float32]


def groups(facts: Sequence[Fact], chances: Matrix, least: float) -> list[list[int]]:
    """Indexes of facts of one thing, each group in text order, groups in order of their first; a
    fact that is joined to none is no group.
    """
    n = len(facts)
    articles = np.array([f.article for f in facts])
    apart = articles[:, None] != articles[None, :]
    linked = np.where(apart, chances, 0).astype(np.float64)
    members = {i: [i] for i in range(n)}
    sums, pairs = linked.copy(), apart.astype(np.float64)
    alive = np.ones(n, dtype=bool)
    while True:
        mean = np.where(
            alive[:, None] & alive[None, :] & (pairs > 0), sums / np.maximum(pairs, 1), 0
        )
        np.fill_diagonal(mean, 0)
        i, j = divmod(int(np.argmax(mean)), n) if n else (0, 0)
        if not n or mean[i, j] < least or mean[i, j] <= 0:
            break
        members[i] += members.pop(j)
        for table in (sums, pairs):
            table[i] += table[j]
            table[:, i] += table[:, j]
        alive[j] = False
    return sorted(sorted(m) for m in members.values() if len(m) > 1)
