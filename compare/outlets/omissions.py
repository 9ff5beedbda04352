"""What kind of claims an outlet leaves out more often than others who were there.

In: stories as counted, and an outlet. Out: for every trait of claims how often the outlet leaves
them out, how often the others in the same stories do, the difference, and examples. Asked are the
traits that occur in several stories. What is unclear stays in the base and counts as left out by
nobody; what is excused is no occasion to leave out anything. Of many traits some differ by chance:
so the bounds of a difference share the doubt among all that are asked about (Bonferroni), and only
a difference whose bounds lie above 0 is called typical.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from compare.model import ABSENT
from compare.model.outlets import EXCUSED, Example, Omission, Trait
from compare.options import Options
from compare.outlets.intervals import Counts, difference, share
from compare.outlets.standing import Counted, Standing

SEVERAL = 2  # stories in which a trait has to occur
EXAMPLES = 3

_Sides = tuple[list[Counts], list[Counts]]


def omissions(stories: Sequence[Counted], outlet: str, options: Options) -> tuple[Omission, ...]:
    """The omissions of an outlet in `stories`, all of which it tells, by trait."""
    table: dict[Trait, _Sides] = defaultdict(lambda: ([], []))
    for story in stories:
        for trait, own, others in _of_story(story, outlet):
            table[trait][0].append(own)
            table[trait][1].append(others)
    several = {trait: sides for trait, sides in table.items() if len(sides[0]) >= SEVERAL}
    enough = sum(len(own) >= options.profile_stories for own, _ in several.values())
    doubt = options.profile_doubt / max(1, enough)
    found = _examples(stories, outlet)
    return tuple(
        _omission(trait, several[trait], found.get(trait, ()), doubt, options)
        for trait in sorted(several)
    )


def _of_story(story: Counted, outlet: str) -> Iterator[tuple[Trait, Counts, Counts]]:
    """The traits of which both the outlet and others had an occasion to leave out a claim."""
    own = _by_trait(story.standings[outlet])
    others = _by_trait(s for other in story.others(outlet) for s in story.standings[other])
    for trait in sorted(own.keys() & others.keys()):
        yield trait, own[trait], others[trait]


def _by_trait(standings: Iterable[Standing]) -> dict[Trait, Counts]:
    found: dict[Trait, Counts] = {}
    for one in standings:
        if one.status == EXCUSED:
            continue
        for trait in one.claim.traits:
            left, of = found.get(trait, (0, 0))
            found[trait] = (left + (one.status == ABSENT), of + 1)
    return found


def _omission(
    trait: Trait, sides: _Sides, examples: Iterable[Example], doubt: float, options: Options
) -> Omission:
    own, others = (share(side, options) for side in sides)
    shown = tuple(examples)
    if own.share is None or others.share is None:
        return Omission(trait, own, others, examples=shown)
    value, low, high = (round(one, 3) for one in difference(*sides, doubt))
    return Omission(trait, own, others, value, low, high, typical=low > 0, examples=shown)


def _examples(stories: Sequence[Counted], outlet: str) -> dict[Trait, tuple[Example, ...]]:
    """The first claims left out, of as many stories as there are."""
    found: dict[Trait, list[tuple[int, Example]]] = defaultdict(list)
    for story in stories:
        turns: dict[Trait, int] = defaultdict(int)
        for one in story.standings[outlet]:
            if one.status != ABSENT:
                continue
            place = Example(story.tally.slug, one.claim.id, one.source, one.claim.text)
            for trait in one.claim.traits:
                found[trait].append((turns[trait], place))
                turns[trait] += 1
    return {
        trait: tuple(place for _, place in sorted(some, key=lambda one: one[0])[:EXAMPLES])
        for trait, some in found.items()
    }
