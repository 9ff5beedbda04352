"""How stories stand to one another: round-ups, and stories with the same people in the same days.

In: groups of articles with what each names and where. Out: which articles are round-ups, and pairs
of related groups. A round-up names what several stories are about, each in its own stretch of text;
a background article names them all over. Similarity cannot tell the two apart, positions can.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.model import BODY, PERSON, TITLE, Article, Mention
from compare.options import Options
from compare.resources.words import either, word_set
from compare.stories.marks import entity_key, is_country, named
from compare.text.scripts import to_simplified


def _digests(*languages: str) -> str:
    return either(w for language in languages for w in word_set(language, "stories", "digests"))


_DIGEST = re.compile(rf"{_digests('zh', 'ja')}|\b(?:{_digests('en', 'es', 'fr')})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """What one article names: identity -> where it first stands in the body (-1: headline only),
    identities of headline and lead, which are persons, whether the headline calls it a digest, and
    whether some identity runs through a great part of the text. Countries are left out.
    """

    first: Mapping[str, int]
    last: Mapping[str, int]
    leading: frozenset[str]
    persons: frozenset[str]
    cue: bool
    scattered: bool


def what_is_named(article: Article, mentions: Sequence[Mention], options: Options) -> Named:
    """The names of `article` and their places."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    leading, persons = set(), set()
    for mention in named(mentions):
        key = entity_key(mention)
        if is_country(key):
            continue
        at = mention.start if mention.part == BODY else -1
        if at >= 0:
            first[key] = min(first.get(key, at), at)
            last[key] = max(last.get(key, at), at)
        if mention.part == TITLE or at < options.story_lead:
            leading.add(key)
        if mention.type == PERSON:
            persons.add(key)
    stretch = options.story_scattered * len(article.text)
    return Named(
        first,
        last,
        frozenset(leading),
        frozenset(persons),
        _DIGEST.search(to_simplified(article.title)) is not None,
        any(last[key] - at > stretch for key, at in first.items()),
    )


def core(members: Sequence[Named], options: Options) -> frozenset[str]:
    """The identities that headline or lead of enough of the members name."""
    counts = Counter(key for member in members for key in member.leading)
    least = options.story_core_share * len(members)
    often = sorted((-n, key) for key, n in counts.items() if n >= least)
    return frozenset(key for _, key in often[: options.story_core])


def touched(article: Named, cores: Mapping[int, frozenset[str]], options: Options) -> list[int]:
    """The groups that `article` tells of one after the other: most groups whose own names stand in
    stretches of its text that do not overlap.
    """
    held = {
        group: names & article.first.keys()
        for group, names in cores.items()
        if len(names & article.first.keys()) >= options.story_touched
    }
    counts = Counter(key for names in held.values() for key in names)
    stretches = []
    for group, names in sorted(held.items()):
        own = [key for key in names if counts[key] == 1]
        if own:
            stretches.append(
                (max(article.last[k] for k in own), min(article.first[k] for k in own), group)
            )
    found, free = [], -1
    for end, start, group in sorted(stretches):
        if start > free:
            found.append(group)
            free = end
    return found


def is_round_up(article: Named, groups: Sequence[int], options: Options) -> bool:
    """Whether touching `groups` makes `article` a round-up."""
    if article.cue:
        return len(groups) >= options.story_round_up_called
    return len(groups) >= options.story_round_up and not article.scattered


def related_pairs(
    cores: Sequence[frozenset[str]],
    persons: Sequence[frozenset[str]],
    spans: Sequence[tuple[int, int] | None],
    options: Options,
) -> Iterator[tuple[int, int]]:
    """Pairs of groups a few days apart that share two leading names, one of them a person."""
    by_pair: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for group, names in enumerate(cores):
        for pair in combinations(sorted(names), 2):
            by_pair[pair].append(group)
    seen = set()
    for (one, other), holders in sorted(by_pair.items()):
        if len(holders) > options.story_crowd:
            continue
        for a, b in combinations(holders, 2):
            people = persons[a] & persons[b]
            near = _near(spans[a], spans[b], options.story_related_days)
            if (one in people or other in people) and near:
                seen.add((a, b))
    yield from sorted(seen)


def _near(one: tuple[int, int] | None, other: tuple[int, int] | None, days: int) -> bool:
    if one is None or other is None:
        return False
    return max(one[0] - other[1], other[0] - one[1], 0) <= days
