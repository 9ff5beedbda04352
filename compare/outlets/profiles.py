"""Tallies of stories -> profiles of their outlets.

In: tallies in any order. Out: `Profiles`, outlets by id. The order in which stories come, and that
of their sources, changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from compare.model import ABSENT, CARRIED, CONFLICTS, PARTIAL, UNCLEAR, Entity, MadeBy
from compare.model.outlets import (
    EXCUSED,
    Carriage,
    Profile,
    Profiles,
    StoryTally,
    TalliedStory,
)
from compare.options import Options
from compare.outlets.intervals import share
from compare.outlets.omissions import omissions
from compare.outlets.overlap import overlaps
from compare.outlets.speakers import speaking
from compare.outlets.standing import Counted, by_outlet, counted, fates, shared
from compare.text.scripts import is_chinese

_FATES = {"carried": CARRIED, "unclear": (UNCLEAR,), "excused": (EXCUSED,), "absent": (ABSENT,)}


def profiles(tallies: Iterable[StoryTally], options: Options = Options()) -> Profiles:
    """The profiles of all outlets in these stories, and how much each two have in common."""
    stories = [counted(one) for one in sorted(tallies, key=lambda one: (one.slug, one.title))]
    outlets = sorted({outlet for story in stories for outlet in story.voices})
    by = {story.tally.made_by for story in stories}
    return Profiles(
        stories=tuple(map(_story, stories)),
        outlets=tuple(_profile(outlet, stories, options) for outlet in outlets),
        overlaps=overlaps(stories, options),
        entities=_entities(story.tally for story in stories),
        least=options.profile_stories,
        doubt=options.profile_doubt,
        made_by=by.pop() if len(by) == 1 else MadeBy(),
    )


def _story(story: Counted) -> TalliedStory:
    tally = story.tally
    common = sum(shared(claim, tally.sources) for claim in tally.claims)
    return TalliedStory(tally.slug, tally.title, tuple(story.voices), len(tally.claims), common)


def _profile(outlet: str, every: Sequence[Counted], options: Options) -> Profile:
    stories = [story for story in every if outlet in story.voices]
    articles = [s for story in stories for s in by_outlet(story.tally.sources)[outlet]]
    own = [fates(story.standings[outlet]) for story in stories]
    others = [_others(story, outlet) for story in stories]
    total = sum(own, Counter[str]())
    excused = (s for story in stories for s in story.standings[outlet] if s.status == EXCUSED)
    reasons = Counter(reason for one in excused for reason in one.reasons)
    return Profile(
        id=outlet,
        name=_name(Counter(one.name for one in articles)),
        stories=len(stories),
        articles=len(articles),
        reprints=sum(one.voice != one.id for one in articles),
        own=_carriage(own, options),
        others=_carriage(others, options),
        partial=total[PARTIAL],
        conflicts=total[CONFLICTS],
        reasons=dict(sorted(reasons.items())),
        omissions=omissions(stories, outlet, options),
        speaking=speaking(stories, outlet, options),
    )


def _name(names: Mapping[str, int]) -> str:
    """The name that most of its articles give."""
    return min(names, key=lambda name: (-names[name], name))


def _others(story: Counted, outlet: str) -> Counter[str]:
    """What became, in the other outlets of a story where the outlet had a share, of theirs."""
    if not story.standings[outlet]:
        return Counter()
    return fates(one for other in story.others(outlet) for one in story.standings[other])


def _carriage(stories: Sequence[Mapping[str, int]], options: Options) -> Carriage:
    def over(fate: str) -> list[tuple[int, int]]:
        return [(sum(one[s] for s in _FATES[fate]), sum(one.values())) for one in stories]

    return Carriage(**{fate: share(over(fate), options) for fate in _FATES})


def _entities(tallies: Iterable[StoryTally]) -> dict[str, Entity]:
    """Who is meant by every id: of several the one that is known in most languages, then the one
    with a Latin and with the longest name.
    """
    found: dict[str, Entity] = {}
    for entity in sorted((e for one in tallies for e in one.entities), key=_fitness):
        found.setdefault(entity.id, entity)
    return {key: found[key] for key in sorted(found)}


def _fitness(entity: Entity) -> tuple[int, bool, int, str, str]:
    names = -len(entity.names)
    return names, is_chinese(entity.name), -len(entity.name), entity.name, entity.type
