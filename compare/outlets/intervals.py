"""Counts by story -> a share with an interval that knows that stories are the unit.

In: for every story how many of how many. Out: a share, the sum of the one over the sum of the
other, and bounds. Claims of one story are not independent of each other: a brief lacks twenty at
once. So the variance of the share is that of the jackknife, which leaves out one story after
another, and the bounds are Wilson's with that variance in place of the binomial one and Student's
t (stories less one) in place of the normal: at shares near 0 and 1, where the plain `share ± t ·
error` leaves 0..1 or has no width at all, they stay honest. Where all stories have nothing, or
everything, a story counts as one observation; never does a claim count for more than one. A
difference of two shares has the bounds that Newcombe makes of theirs, as if they were independent:
shares of the same stories rise and fall together, which makes them too wide rather than too narrow.
All is reckoned from sorted values: no resampling, no seed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from compare.model.outlets import Share
from compare.options import Options

Counts = tuple[int, int]  # of one story: how many, of how many


def share(counts: Sequence[Counts], options: Options) -> Share:
    """The share over these stories; its bounds only where there are enough of them."""
    held = [one for one in counts if one[1]]
    count, of = (sum(one[n] for one in held) for n in (0, 1))
    if len(held) < options.profile_stories:
        return Share(count, of, len(held))
    low, high = bounds(held, options.profile_doubt)
    return Share(count, of, len(held), round(count / of, 3), round(low, 3), round(high, 3))


def bounds(counts: Sequence[Counts], doubt: float) -> tuple[float, float]:
    """The bounds that miss the share of the stories' kind with the chance `doubt`. At least two
    stories, each of at least one.
    """
    count, of = (sum(one[n] for one in counts) for n in (0, 1))
    return wilson(count / of, _size(counts), student(1 - doubt / 2, len(counts) - 1))


def wilson(share: float, size: float, far: float) -> tuple[float, float]:
    """Wilson's bounds of a share of `size` observations, `far` standard errors from it."""
    spread = far * far / size
    middle = (share + spread / 2) / (1 + spread)
    reach = math.sqrt(spread * share * (1 - share) + spread * spread / 4) / (1 + spread)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def _size(counts: Sequence[Counts]) -> float:
    """How many independent observations the counts are worth."""
    count, of = (sum(one[n] for one in counts) for n in (0, 1))
    if count in (0, of):
        return len(counts)
    plain, variance = count / of * (1 - count / of), _jackknife(counts)
    return float(of) if variance * of <= plain else plain / variance


def _jackknife(counts: Sequence[Counts]) -> float:
    """The variance of the share when one story after another is left out."""
    count, of = (sum(one[n] for one in counts) for n in (0, 1))
    left = sorted((count - x) / (of - n) for x, n in counts)
    mean = math.fsum(left) / len(left)
    return (len(left) - 1) / len(left) * math.fsum((one - mean) ** 2 for one in left)


def difference(
    own: Sequence[Counts], others: Sequence[Counts], doubt: float
) -> tuple[float, float, float]:
    """One share less another, and its bounds."""
    a, b = (sum(x for x, _ in some) / sum(n for _, n in some) for some in (own, others))
    (low_a, high_a), (low_b, high_b) = bounds(own, doubt), bounds(others, doubt)
    low = a - b - math.hypot(a - low_a, high_b - b)
    high = a - b + math.hypot(high_a - a, b - low_b)
    return a - b, max(-1.0, low), min(1.0, high)


@lru_cache(maxsize=512)
def student(chance: float, freedom: int) -> float:
    """The quantile of Student's t, for a chance above one half and whole degrees of freedom."""
    low, high = 0.0, 1.0
    while _within(high, freedom) < 2 * chance - 1:
        high *= 2
    while (middle := (low + high) / 2) not in (low, high):
        if _within(middle, freedom) < 2 * chance - 1:
            low = middle
        else:
            high = middle
    return high


def _within(far: float, freedom: int) -> float:
    """The chance that t lies within `far` of 0: the finite series (Abramowitz and Stegun, 26.7.3
    and 26.7.4).
    """
    angle = math.atan(far / math.sqrt(freedom))
    square = math.cos(angle) ** 2
    term = total = math.cos(angle) if freedom % 2 else 1.0
    for n in range(3 if freedom % 2 else 2, freedom - 1, 2):
        term *= square * (n - 1) / n
        total += term
    if freedom % 2 == 0:
        return math.sin(angle) * total
    series = math.sin(angle) * total if freedom > 1 else 0.0
    return 2 / math.pi * (angle + series)
