"""Whom an outlet lets speak, beside the others in the same stories.

In: stories as counted, and an outlet. Out: shares of its attributed statements: with an identity,
in quotation marks, by kind of speech (an official text, a person on record, another outlet), by
speaker. Who is identified by words alone ("officials", "both sides") is nobody in particular and
counts as not named. Speakers stand by how many statements they have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from compare.model.outlets import Heard, Share, Speaking, Spoken
from compare.options import Options
from compare.outlets.intervals import share
from compare.outlets.standing import Counted

Which = Callable[[Spoken], bool]
_Sides = list[tuple[list[Spoken], list[Spoken]]]


def speaking(stories: Sequence[Counted], outlet: str, options: Options) -> Speaking:
    """Whom an outlet lets speak in `stories`, all of which it tells."""
    sides = [_sides(story, outlet) for story in stories]
    own = [one for mine, _ in sides for one in mine]
    kinds = sorted({one.kind for one in own})
    speakers = {one.speaker for one in own if one.speaker is not None}
    heard = [_heard(name, _is_by(name), sides, options) for name in sorted(speakers)]
    named, direct = _both(sides, _named, options), _both(sides, _direct, options)
    return Speaking(
        named=named[0],
        direct=direct[0],
        others_named=named[1],
        others_direct=direct[1],
        kinds=tuple(_heard(kind, _is_kind(kind), sides, options) for kind in kinds),
        speakers=tuple(sorted(heard, key=lambda one: (-one.own.count, one.speaker))),
    )


def _sides(story: Counted, outlet: str) -> tuple[list[Spoken], list[Spoken]]:
    others = set(story.others(outlet))
    said = story.tally.statements
    return [s for s in said if s.outlet == outlet], [s for s in said if s.outlet in others]


def _named(one: Spoken) -> bool:
    return one.speaker is not None


def _direct(one: Spoken) -> bool:
    return one.mode == "direct"


def _is_by(name: str) -> Which:
    return lambda one: one.speaker == name


def _is_kind(kind: str) -> Which:
    return lambda one: one.kind == kind


def _heard(name: str, which: Which, sides: _Sides, options: Options) -> Heard:
    own, others = _both(sides, which, options)
    direct = sum(which(one) and _direct(one) for mine, _ in sides for one in mine)
    stories = sum(any(map(which, mine)) for mine, _ in sides)
    return Heard(name, own, direct, stories, others)


def _both(sides: _Sides, which: Which, options: Options) -> tuple[Share, Share]:
    """The share of such statements in the outlet, and in the others."""
    own = share([_counts(mine, which) for mine, _ in sides], options)
    return own, share([_counts(others, which) for _, others in sides], options)


def _counts(said: Iterable[Spoken], which: Which) -> tuple[int, int]:
    found = [which(one) for one in said]
    return sum(found), len(found)
