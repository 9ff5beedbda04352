"""Which drafts a sheet takes, so that no item stands on it twice by its wording.

In: drafts in the order of their worth, and the wordings that other tasks have taken. Out: the
drafts that say something new. Two texts are one wording when they are equal but for case, marks and
script, when one stands whole in the other, or when nearly all groups of letters of the shorter
stand in the longer and it is not much shorter: a clause and the sentence that holds it ask the same
of a reader. Equal ids of claims would
not do, since one sentence gives several claims and one claim is worded differently by two texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from compare.exercises.parts import Prompt
from compare.options import Options
from compare.text.scripts import is_chinese, to_simplified
from compare.text.words import grams

T = TypeVar("T")
_HAN, _LETTERS = 2, 3


def alike(one: str, other: str, options: Options) -> bool:
    """True when two texts say the same in the same, or nearly the same, words."""
    inner, outer = sorted((_bare(one), _bare(other)), key=len)
    if inner and inner in outer:
        return True
    short, long = sorted((_groups(inner), _groups(outer)), key=len)
    if not short or len(short) / len(long) < options.exercise_alike_length:
        return False
    return len(short & long) / len(short) >= options.exercise_alike


def fresh(
    drafts: Iterable[Prompt], taken: Sequence[str], count: int, options: Options
) -> list[Prompt]:
    """At most `count` of the drafts whose wording is neither taken nor that of a draft before."""
    found: list[Prompt] = []
    used = list(taken)
    for draft in drafts:
        if len(found) == count:
            break
        if not any(alike(text, old, options) for text in draft.wording for old in used):
            found.append(draft)
            used += draft.wording
    return found


def distinct(items: Iterable[T], count: int, text: Callable[[T], str], options: Options) -> list[T]:
    """At most `count` of the items, none of which is worded as one before it."""
    found: list[T] = []
    for item in items:
        if len(found) < count and not any(alike(text(item), text(o), options) for o in found):
            found.append(item)
    return found


@lru_cache(maxsize=4096)
def _groups(bare: str) -> frozenset[str]:
    return frozenset(grams(bare, (_HAN if is_chinese(bare) else _LETTERS,)))


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    """The letters and digits of a text, in one case and script."""
    return "".join(grams(to_simplified(text), (1,)))
