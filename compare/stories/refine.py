"""Scored pairs -> groups: components only partition, average link decides inside them.

In: n nodes in (time, id) order, pairs x < y of positions with integer scores. Out: a label a node.
Connected components at a low threshold swallow a busy week (25,595 of 100,000 synthetic articles);
average link, where a missing pair counts 0, does not chain. A component that is too large for a
dense matrix is cut again at a higher floor ("lifting"). Rows may arrive in any order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Bond:
    """What has to hold two groups of two or more together: `share` of the mean inside the looser
    one, of which no more than `most` counts; `share_later` where between the last article of one
    and the first of the other lie `later` seconds or more (for a preview and the meeting are like
    each other, and each is more like itself). `seconds` are the times of the nodes, 0 unknown.
    """

    share: float
    most: float
    share_later: float
    later: int
    seconds: Ints


def average_link(
    n: int, x: Ints, y: Ints, s: Ints, threshold: float, bond: Bond | None = None
) -> Ints:
    """Labels (least member) of the flat average-link clustering of one block at `threshold`.

    The nearest two groups are merged first, if `bond` lets them; ties go to the lower position.
    """
    groups = _Groups(n, x, y, s)
    while True:
        one = int(np.argmax(groups.best))
        if groups.best[one] < threshold:
            return groups.label
        other = int(groups.partner[one])
        if bond is None or groups.hold_together(one, other, bond):
            groups.merge(min(one, other), max(one, other))
        else:
            groups.part(one, other)


class _Groups:
    """Groups of a block under way: summed scores between them (`total`), inside them (`within`),
    and for each the nearest (`partner`) with the mean score (`best`); -inf where there is none.
    """

    def __init__(self, n: int, x: Ints, y: Ints, s: Ints) -> None:
        self.total = np.zeros((n, n))
        self.total[x, y] = s
        self.total[y, x] = s
        self.size = np.ones(n)
        self.within = np.zeros(n)
        self.alive = np.ones(n, dtype=bool)
        self.parted = np.eye(n, dtype=bool)
        self.label = np.arange(n, dtype=np.int64)
        self.best = np.full(n, -np.inf)
        self.partner = np.zeros(n, dtype=np.int64)
        for one in range(n):
            self._look(one)

    def _means(self, one: int) -> NDArray[np.float64]:
        open_ = self.alive & ~self.parted[one]
        return np.where(open_, self.total[one] / (self.size * self.size[one]), -np.inf)

    def _look(self, one: int) -> None:
        means = self._means(one)
        self.partner[one] = int(np.argmax(means))
        self.best[one] = means[self.partner[one]]

    def hold_together(self, one: int, other: int, bond: Bond) -> bool:
        """Whether what lies between two groups is enough beside what lies inside them."""
        sizes = self.size[[one, other]]
        if sizes.min() < 2:
            return True
        inside = self.within[[one, other]] / (sizes * (sizes - 1) / 2)
        share = bond.share_later if self._later(one, other, bond) else bond.share
        return bool(self.best[one] >= share * min(inside.min(), bond.most))

    def _later(self, one: int, other: int, bond: Bond) -> bool:
        mine, its = bond.seconds[self.label == one], bond.seconds[self.label == other]
        if not (mine.all() and its.all()):
            return False
        return bool(max(its.min() - mine.max(), mine.min() - its.max()) >= bond.later)

    def part(self, one: int, other: int) -> None:
        """Keeps two groups from being looked at again before one of them grows."""
        self.parted[one, other] = self.parted[other, one] = True
        self._look(one)
        self._look(other)

    def merge(self, kept: int, gone: int) -> None:
        """Puts `gone` into `kept`."""
        self.within[kept] += self.within[gone] + self.total[kept, gone]
        self.total[kept] += self.total[gone]
        self.total[:, kept] = self.total[kept]
        self.size[kept] += self.size[gone]
        self.alive[gone] = False
        self.best[gone] = -np.inf
        self.label[self.label == gone] = kept
        self.parted[kept] = self.parted[:, kept] = False
        self.parted[kept, kept] = True
        means = self._means(kept)
        nearer = means > self.best
        self.best[nearer], self.partner[nearer] = means[nearer], kept
        for one in np.flatnonzero(self.alive & ((self.partner == kept) | (self.partner == gone))):
            self._look(int(one))
        self._look(kept)


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


def join_singles(label: Ints, x: Ints, y: Ints, s: Ints, options: Options) -> Ints:
    """Labels in which an article that stands alone joins a story: one of whose articles it is tied
    to as a copy is (`story_tie`), or several of whose articles it is like, twice as much as those
    of any other story. Reports of one event from many sides are each like some of the others only,
    and the average hides that. Nothing joins a story of which an article tells another event.
    """
    size = np.bincount(label, minlength=len(label))
    alone = size[label] == 1
    near: defaultdict[int, defaultdict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for one, other in ((x, y), (y, x)):
        for k in np.flatnonzero(alone[one] & ~alone[other]):
            near[int(one[k])][int(label[other[k]])].append(int(s[k]))
    against: defaultdict[int, set[int]] = defaultdict(set)
    for k in np.flatnonzero(s < 0):
        against[int(x[k])].add(int(y[k]))
        against[int(y[k])].add(int(x[k]))
    out = label.copy()
    for single, stories in sorted(near.items()):
        points = {owner: _likeness(some, options) for owner, some in sorted(stories.items())}
        best = max(points, key=lambda owner: points[owner])
        rival = max((v for owner, v in points.items() if owner != best), default=0.0)
        enough = points[best] >= options.story_joining
        apart = any(out[other] == best for other in against[single])
        if enough and not apart and rival <= options.story_rival * points[best]:
            out[single] = best
    return out


def _likeness(scores: Sequence[int], options: Options) -> float:
    """The mean of the greatest scores of an article with those of a story; 0 if they are too few or
    one is of another event.
    """
    if min(scores) < 0:
        return 0.0
    most = sorted(scores, reverse=True)[: options.story_joiners]
    tied = most[0] if most[0] >= options.story_tie else 0
    return max(tied, sum(most) / options.story_joiners if len(most) == options.story_joiners else 0)


def cluster(
    n: int, x: Ints, y: Ints, s: Ints, options: Options, seconds: Ints | None = None
) -> Ints:
    """The label of every node: the position of its group's earliest member. `seconds` are the times
    of the nodes since 1970, 0 where unknown.
    """
    out = np.arange(n, dtype=np.int64)
    times = np.zeros(n, dtype=np.int64) if seconds is None else seconds
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
        bond = Bond(
            options.story_cohesion,
            options.story_cohesion_most,
            options.story_cohesion_later,
            options.story_apart * 3600,
            times[block],
        )
        found = average_link(len(block), bx, by, bs, options.story_threshold, bond)
        out[block] = block[found]
    return _by_earliest(join_singles(out, x, y, s, options))


def _by_earliest(label: Ints) -> Ints:
    least = np.arange(len(label), dtype=np.int64)
    np.minimum.at(least, label, np.arange(len(label)))
    return least[label]
