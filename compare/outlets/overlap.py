"""How much two outlets have in common.

In: stories as counted. Out: for each two outlets that tell a story in common, what of their claims
both carry and what only one. Counted twice over: all claims that either carries, and those that a
third independent source carries too; the third chooses what is shared, so that neither of the two
does. Where one has the other's text, or both a third's, nothing is counted but that: a reprint
agrees with itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from compare.model import ABSENT, CARRIED, UNCLEAR
from compare.model.outlets import EXCUSED, Common, Overlap
from compare.options import Options
from compare.outlets.intervals import share
from compare.outlets.standing import Counted, apart

BOTH, LEFT, RIGHT = "both", "left", "right"
_Pair = tuple[str, str]
_Counts = Counter[str]


def overlaps(stories: Sequence[Counted], options: Options) -> tuple[Overlap, ...]:
    """Each two outlets with a story in common, by their ids."""
    found: dict[_Pair, list[tuple[_Counts, _Counts] | None]] = defaultdict(list)
    for story in stories:
        for pair in combinations(sorted(story.voices), 2):
            found[pair].append(_of_story(story, pair))
    return tuple(_overlap(pair, found[pair], options) for pair in sorted(found))


def _of_story(story: Counted, pair: _Pair) -> tuple[_Counts, _Counts] | None:
    """What the two have in common in one story: of all claims, of those a third carries; None for
    a reprint.
    """
    left, right = (story.voices[one] for one in pair)
    if left & right:
        return None
    thirds = [s.id for s in apart(story.tally.sources, pair, left | right)]
    every, shared = Counter[str](), Counter[str]()
    statuses = (story.statuses[one] for one in pair)
    for claim, *two in zip(story.tally.claims, *statuses, strict=True):
        if any(status in CARRIED for status in two):
            fate = _fate(*two)
            every[fate] += 1
            shared[fate] += any(claim.cells[key].status in CARRIED for key in thirds)
    return every, shared


def _fate(left: str, right: str) -> str:
    if left in CARRIED and right in CARRIED:
        return BOTH
    other = right if left in CARRIED else left
    if other != ABSENT:
        return other
    return LEFT if left in CARRIED else RIGHT


def _overlap(
    pair: _Pair, found: Sequence[tuple[_Counts, _Counts] | None], options: Options
) -> Overlap:
    told = [one for one in found if one is not None]
    every, shared = (_common([one[n] for one in told], options) for n in (0, 1))
    return Overlap(*pair, len(found), len(found) - len(told), every, shared)


def _common(stories: Sequence[_Counts], options: Options) -> Common:
    total = sum(stories, Counter[str]())
    counts = [(one[BOTH], sum(one.values()) - one[EXCUSED]) for one in stories]
    return Common(
        total[BOTH],
        total[LEFT],
        total[RIGHT],
        total[UNCLEAR],
        total[EXCUSED],
        share(counts, options),
    )
