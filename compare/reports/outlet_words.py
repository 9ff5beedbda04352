"""Shares, kinds of claims and speakers of outlets in words.

In: values of `Profiles`. Out: strings. A share comes with its interval, and is a bare count where
there are too few stories for one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from compare.model import Entity
from compare.model.outlets import FACT, ORIGIN, Common, Omission, Share, Trait
from compare.reports.words import count, language, percent, said, say

T = TypeVar("T")


def kept(every: Sequence[T], most: int | None, rank: Callable[[T], tuple[int, ...]]) -> list[T]:
    """The `most` that rank highest, all for None, in the order in which they stand."""
    if most is None:
        return list(every)
    best = sorted(range(len(every)), key=lambda n: (*(-x for x in rank(every[n])), n))[:most]
    return [every[n] for n in sorted(best)]


def share_words(share: Share) -> str:
    """`34% (28–41)`, or the bare count."""
    if share.share is None or share.low is None or share.high is None:
        return count(share.count)
    return say(
        "share", share=percent(share.share), low=_points(share.low), high=_points(share.high)
    )


def short_words(share: Share) -> str:
    """The share without its interval."""
    return count(share.count) if share.share is None else percent(share.share)


def of_words(share: Share) -> str:
    """The share with what it is of: `34% (28–41) of 140`, `17 of 51`."""
    return say("share.of", share=share_words(share), n=count(share.of))


def claims_words(share: Share) -> str:
    """How many claims, in how many stories: `51 in 3`."""
    return say("outlets.claims_in", n=count(share.of), stories=count(share.stories))


def difference_words(one: Omission) -> str:
    """`+19 (8 to 30)` percentage points; a dash where there are too few stories."""
    if one.difference is None or one.low is None or one.high is None:
        return "–"
    points = (signed(value) for value in (one.difference, one.low, one.high))
    return say("share.difference", **dict(zip(("points", "low", "high"), points, strict=True)))


def signed(value: float) -> str:
    """Whole percentage points with their sign."""
    points = _points(value)
    return points if points == "0" else f"{'−' if value < 0 else '+'}{points.removeprefix('-')}"


def _points(value: float) -> str:
    return str(round(100 * value))


def name_of(key: str, entities: Mapping[str, Entity]) -> str:
    """Who is meant by the id of an entity, in the reader's language when known."""
    entity = entities.get(key)
    return key if entity is None else entity.names.get(language(), entity.name)


def trait_words(trait: Trait, entities: Mapping[str, Entity]) -> str:
    """A kind of claims for people."""
    if trait.part == ORIGIN:
        return said("trait.origin", trait.value)
    known = trait.part != FACT
    value = name_of(trait.value, entities) if known else said("trait.fact", trait.value)
    return say(f"trait.{trait.part}", value=value)


def common_of(one: Common) -> int:
    """The claims that a share of what is in common is of."""
    return one.both + one.left + one.right + one.unclear
