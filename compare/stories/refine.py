"""Scored pairs -> groups: components only partition, average link decides inside them.

In: n nodes in (time, id) order, pairs x < y of positions with integer scores. Out: a label a node.
Connected components at a low threshold swallow a busy week (25,595 of 100,000 synthetic articles);
average link, where a missing pair counts 0, does not chain. A component that is too large for a
dense matrix is cut again at a higher floor ("lifting"). Rows may arrive in any order.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from compare.options import Options

Ints = NDArray[np.int64]


def components(n: int, x: Ints, y: Ints) -> Ints:
    """The least position in each node's connected component."""
    label = np.arange(n, dtype=np.int64)
    while True:
        lower = np.minimum(label[x], label[y])
        new = label.copy()
        np.minimum.at(new, label[x], lower)
        np.minimum.at(new, label[y], lower)
        while not np.array_equal(new, new[new]):
            new = new[new]
        if np.array_equal(new, label):
            return label
        label = new


def partition(n: int, x: Ints, y: Ints, s: Ints, *, floor: int, step: int, largest: int) -> Ints:
    """Components at `floor`; those over `largest` nodes are cut at floor + step, and so on."""
    keep = s >= floor
    label = components(n, x[keep], y[keep])
    while floor < 1000:
        big = np.bincount(label, minlength=n)[label] > largest
        if not big.any():
            break
        floor += step
        keep = big[x] & (label[x] == label[y]) & (s >= floor)
        label = np.where(big, components(n, x[keep], y[keep]), label)
    return label


def average_link(n: int, x: Ints, y: Ints, s: Ints, threshold: float) -> Ints:
    """Labels (least member) of the flat average-link clustering of one block at `threshold`.

    A nearest-neighbour chain over the matrix of summed scores; ties go to the lower position.
    """
    total = np.zeros((n, n))
    total[x, y] = s
    total[y, x] = s
    size = np.ones(n)
    alive = np.ones(n, dtype=bool)
    label = np.arange(n, dtype=np.int64)
    chain: list[int] = []
    while True:
        if not chain:
            rest = np.flatnonzero(alive)
            if len(rest) == 0:
                return label
            chain.append(int(rest[0]))
        last = chain[-1]
        means = np.where(alive, total[last] / (size * size[last]), -1.0)
        means[last] = -1.0
        best = int(np.argmax(means))
        before = chain[-2] if len(chain) > 1 else -1
        if before >= 0 and means[before] >= means[best]:
            best = before
        if (
            means[best] < threshold
        ):  # nothing near enough: the whole chain below has better partners
            alive[last] = False
            chain.pop()
        elif best == before:
            chain = chain[:-2]
            _merge(total, size, alive, label, min(last, best), max(last, best))
        else:
            chain.append(best)


def _merge(
    total: NDArray[np.float64],
    size: NDArray[np.float64],
    alive: NDArray[np.bool_],
    label: Ints,
    kept: int,
    gone: int,
) -> None:
    total[kept] += total[gone]
    total[:, kept] = total[kept]
    size[kept] += size[gone]
    alive[gone] = False
    label[label == gone] = kept


def _blocks(label: Ints, x: Ints, y: Ints, s: Ints) -> Iterator[tuple[Ints, Ints, Ints, Ints]]:
    """(members, x, y, s) of every component of two or more, edges as positions in `members`."""
    inside = label[x] == label[y]
    x, y, s = x[inside], y[inside], s[inside]
    order = np.argsort(label[x], kind="stable")
    x, y, s = x[order], y[order], s[order]
    owner = label[x]
    members = np.argsort(label, kind="stable")
    place = np.empty_like(label)
    starts = np.flatnonzero(np.diff(label[members], prepend=-1))
    place[members] = np.arange(len(label)) - np.repeat(
        starts, np.diff(np.append(starts, len(label)))
    )
    for block in np.split(members, starts[1:]):
        if len(block) > 1:
            low, high = np.searchsorted(owner, [label[block[0]], label[block[0]] + 1])
            yield block, place[x[low:high]], place[y[low:high]], s[low:high]


def cluster(n: int, x: Ints, y: Ints, s: Ints, options: Options) -> Ints:
    """The label of every node: the position of its group's earliest member."""
    out = np.arange(n, dtype=np.int64)
    parts = partition(
        n,
        x,
        y,
        s,
        floor=options.story_floor,
        step=options.story_lift_step,
        largest=options.story_lift_size,
    )
    for block, bx, by, bs in _blocks(parts, x, y, s):
        out[block] = block[average_link(len(block), bx, by, bs, options.story_threshold)]
    return out
