"""Choice without chance: every order on a sheet comes from its seed.

In: a seed and names. Out: orders. A hash of seed and name, not a random generator: the order of one
task then stays the same when another task is added, and on every version of Python.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from compare.exercises.parts import Draft
from compare.model import Comparison

T = TypeVar("T")


def default_seed(comparison: Comparison) -> str:
    """Eight hex digits that stand for the story and the articles in it."""
    names = sorted(article.id for article in comparison.story.articles)
    return digest(comparison.story.slug, *names)[:8]


def digest(*names: object) -> str:
    """Hex digits of the SHA-256 of the names, which are kept apart."""
    return hashlib.sha256("\x1f".join(map(str, names)).encode("utf-8", "replace")).hexdigest()


def shuffled(items: Iterable[T], seed: str, name: Callable[[T], object]) -> list[T]:
    """The items in the order that the seed gives them."""
    return sorted(items, key=lambda item: digest(seed, name(item)))


def pick(drafts: Sequence[Draft], count: int, seed: str) -> list[Draft]:
    """The `count` best drafts, in turn from each group of `balance`, equals by the seed."""
    groups: dict[str, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda d: (d.rank, digest(seed, d.name))):
        groups.setdefault(draft.balance, []).append(draft)
    names = sorted(groups, key=lambda name: digest(seed, "group", name))
    chosen: list[Draft] = []
    for turn in range(max((len(group) for group in groups.values()), default=0)):
        chosen += [groups[name][turn] for name in names if turn < len(groups[name])]
    return chosen[:count]
