"""Whom an outlet lets speak, beside the others in the same stories.

In: stories as counted, and an outlet. Out: shares of its attributed statements: with an identity,
in quotation marks, by kind of speech (an official text, a person on record, another outlet), by
office where the article gives one, by speaker. Who is identified by words alone ("officials",
"both sides") is nobody in particular and counts as not named. Offices and speakers stand by how
many statements they have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from compare.model.outlets import Heard, Share, Speaking, Spoken
from compare.options import Options
from compare.outlets.intervals import share
from compare.outlets.standing import Counted

ALL, NAMED, DIRECT = "all", "named", "direct"
KIND, OFFICE, SPEAKER = EACH = "kind", "office", "speaker"
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Side:
    """How many statements of a story are so, and how many of these in quotation marks."""

    said: Counter[_Key]
    direct: Counter[_Key]


_Sides = Sequence[tuple[_Side, _Side]]


def speaking(stories: Sequence[Counted], outlet: str, options: Options) -> Speaking:
    """Whom an outlet lets speak in `stories`, all of which it tells."""
    sides = [_sides(story, outlet) for story in stories]
    keys = sorted({key for own, _ in sides for key in own.said})
    heard = {what: [_heard(key, sides, options) for key in keys if key[0] == what] for what in EACH}
    named, direct = (_both((what, ""), sides, options) for what in (NAMED, DIRECT))
    return Speaking(
        named=named[0],
        direct=direct[0],
        others_named=named[1],
        others_direct=direct[1],
        kinds=tuple(heard[KIND]),
        offices=tuple(sorted(heard[OFFICE], key=_most_first)),
        speakers=tuple(sorted(heard[SPEAKER], key=_most_first)),
    )


def _most_first(one: Heard) -> tuple[int, str]:
    return -one.own.count, one.speaker


def _sides(story: Counted, outlet: str) -> tuple[_Side, _Side]:
    """The statements of the outlet in a story, and of the others."""
    others, said = set(story.others(outlet)), story.tally.statements
    mine, theirs = (s for s in said if s.outlet == outlet), (s for s in said if s.outlet in others)
    return _counted(mine), _counted(theirs)


def _counted(said: Iterable[Spoken]) -> _Side:
    every = list(said)
    direct = (one for one in every if one.mode == "direct")
    return _Side(Counter(_keys(every)), Counter(_keys(direct)))


def _keys(said: Iterable[Spoken]) -> Iterator[_Key]:
    """What every statement counts for."""
    for one in said:
        yield ALL, ""
        yield KIND, one.kind
        if one.mode == "direct":
            yield DIRECT, ""
        if one.office is not None:
            yield OFFICE, one.office
        if one.speaker is not None:
            yield NAMED, ""
            yield SPEAKER, one.speaker


def _heard(key: _Key, sides: _Sides, options: Options) -> Heard:
    own, others = _both(key, sides, options)
    direct = sum(mine.direct[key] for mine, _ in sides)
    stories = sum(mine.said[key] > 0 for mine, _ in sides)
    return Heard(key[1], own, direct, stories, others)


def _both(key: _Key, sides: _Sides, options: Options) -> tuple[Share, Share]:
    """The share of such statements in the outlet, and in the others."""
    own, others = (
        share([(side[n].said[key], side[n].said[ALL, ""]) for side in sides], options)
        for n in (0, 1)
    )
    return own, others
