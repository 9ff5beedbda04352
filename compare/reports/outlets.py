"""Outlets over many stories: the first screen, and which of them to show.

In: `Profiles`. Out: blocks that a terminal of 80 columns shows in at most 60 lines: what share of
the common claims each carries, what it typically leaves out, whom it lets speak, and what two have
in common. Outlets stand in the order of their ids, no value is coloured, and what the figures
cannot say stands below them. Where there are too many, those in most stories are shown, and how
many more there are is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from compare.errors import NotFound
from compare.model.outlets import Omission, Overlap, Profile, Profiles, Share
from compare.reports.blocks import (
    ORIGINAL,
    Block,
    Column,
    Grid,
    Heading,
    Item,
    Items,
    Line,
    Quote,
    Short,
    Text,
)
from compare.reports.outlet_words import (
    claims_words,
    common_of,
    difference_words,
    kept,
    name_of,
    of_words,
    share_words,
    short_words,
    trait_words,
)
from compare.reports.story import script_blocks
from compare.reports.words import say

MOST_OUTLETS, MOST_OMITTED, MOST_SPEAKING, MOST_HEARD, MOST_PAIRS = 8, 3, 3, 3, 3


def among(found: Profiles, outlets: Sequence[str]) -> Profiles:
    """The profiles of these outlets alone, and what each has in common with any other; all where
    none is named. Raises NotFound for an id that is not there.
    """
    known = tuple(one.id for one in found.outlets)
    for name in outlets:
        if name not in known:
            nearest = tuple(get_close_matches(name, known))
            raise NotFound(say("outlets.unknown", outlet=name), nearest, known)
    if not outlets:
        return found
    return replace(
        found,
        outlets=tuple(one for one in found.outlets if one.id in outlets),
        overlaps=tuple(o for o in found.overlaps if o.left in outlets or o.right in outlets),
    )


def outlet_brief(found: Profiles, script: str = ORIGINAL, where: str = "") -> list[Block]:
    """The first screen; `where` are the paths as they were typed, to open an example with."""
    enough = [one for one in found.outlets if one.stories >= found.least]
    shown = kept(enough or found.outlets, MOST_OUTLETS, lambda one: (one.stories,))
    return [
        *head_blocks(found),
        *script_blocks(script),
        carriage_grid(shown),
        *_rest(found, len(shown), len(enough)),
        *_omitted(found),
        *_heard(found, shown),
        *_common(found),
        *note_blocks(found),
        *further(found, where),
    ]


def head_blocks(found: Profiles) -> list[Block]:
    """What was counted."""
    return [
        Heading(say("outlets.title"), level=1),
        Line(say("outlets.counted", stories=len(found.stories), outlets=_outlets(found))),
        Line(say("outlets.shares", doubt=short_words(Share(0, 0, 0, 1 - found.doubt)))),
    ]


def _outlets(found: Profiles) -> int:
    return len({outlet for story in found.stories for outlet in story.outlets})


def carriage_grid(outlets: Sequence[Profile]) -> Grid:
    """What became of the claims that others share, outlet by outlet."""
    columns = (
        Column(say("outlet"), grow=True),
        Column(say("outlets.claims")),
        *(Column(say(f"outlets.{key}")) for key in ("carried", "unclear", "absent", "excused")),
    )
    return Grid(columns, tuple(map(_row, outlets)))


def _row(one: Profile) -> tuple[Text, ...]:
    own = one.own
    claims = claims_words(own.carried)
    texts = (
        *(one.id, claims if own.carried.share is not None else say("outlets.few", n=claims)),
        *(share_words(share) for share in (own.carried, own.unclear, own.absent)),
        short_words(own.excused),
    )
    return tuple(map(Text, texts))


def _rest(found: Profiles, shown: int, enough: int) -> Iterator[Block]:
    """How many outlets are left out, and what a count without a share means."""
    if any(one.own.carried.share is None for one in found.outlets):
        yield Line(say("outlets.too_few", least=found.least))
    more, few = max(0, enough - shown), len(found.outlets) - max(enough, shown)
    if more or few:
        yield Line(say("outlets.more", n=more + few, least=found.least, few=few), "faint")


def typical(found: Profiles) -> list[tuple[Profile, Omission]]:
    """What outlets leave out more often than others, beyond chance."""
    return [(one, o) for one in found.outlets for o in one.omissions if o.typical]


def _omitted(found: Profiles) -> Iterator[Block]:
    every = typical(found)
    yield Heading(say("outlets.omitted"))
    if not every:
        asked = any(o.difference is not None for one in found.outlets for o in one.omissions)
        yield Line(say("outlets.omitted.none" if asked else "outlets.omitted.few"))
        return
    items = [_omission(found, *one) for one in every[:MOST_OMITTED]]
    yield Short(Items((items[0], *(replace(one, quotes=()) for one in items[1:]))), 2)
    yield from more_line(len(every) - MOST_OMITTED)


def _omission(found: Profiles, one: Profile, omission: Omission) -> Item:
    words = say(
        "outlets.omission",
        outlet=one.id,
        trait=trait_words(omission.trait, found.entities),
        own=short_words(omission.own),
        others=short_words(omission.others),
        difference=difference_words(omission),
        stories=omission.own.stories,
    )
    return Item(words, tuple(example_quotes(omission)[:1]))


def example_quotes(omission: Omission) -> list[Quote]:
    """The claims left out, each with what leads to its cell."""
    return [
        Quote(say("outlets.example", story=e.story, claim=e.claim, source=e.source), e.text)
        for e in omission.examples
    ]


def _heard(found: Profiles, shown: Sequence[Profile]) -> Iterator[Block]:
    told = [one for one in shown if one.speaking.named.of]
    if not told:
        return
    yield Heading(say("outlets.speaking"))
    yield Short(Items(tuple(Item(_speakers(found, one)) for one in told[:MOST_SPEAKING])), 2)
    yield from more_line(len(told) - MOST_SPEAKING)


def _speakers(found: Profiles, one: Profile) -> str:
    heard = one.speaking
    names = (
        say("outlets.heard", name=name_of(s.speaker, found.entities), share=short_words(s.own))
        for s in heard.speakers[:MOST_HEARD]
    )
    return say(
        "outlets.speakers",
        outlet=one.id,
        n=heard.named.of,
        named=share_words(heard.named),
        direct=share_words(heard.direct),
        names=say("list").join(names) or "–",
    )


def _common(found: Profiles) -> Iterator[Block]:
    enough = [o for o in found.overlaps if o.every.share.share is not None]
    pairs = kept(enough or found.overlaps, MOST_PAIRS, lambda one: (one.stories, one.every.both))
    if not pairs:
        return
    yield Heading(say("outlets.common"))
    yield Short(Items(tuple(Item(pair_words(one)) for one in pairs)), 2)
    yield from more_line(len(found.overlaps) - len(pairs))


def pair_words(one: Overlap) -> str:
    """Two outlets in one line."""
    reprints = say("outlets.reprints", n=one.reprints) if one.reprints else ""
    return say(
        "outlets.pair",
        left=one.left,
        right=one.right,
        stories=one.stories,
        both=of_words(one.every.share) if common_of(one.every) else "–",
        reprints=reprints,
    )


def more_line(n: int) -> Iterator[Block]:
    """How many are left out, and where they stand."""
    if n > 0:
        yield Line(say("outlets.full_more", n=n), "faint")


def note_blocks(found: Profiles) -> list[Block]:
    """What the figures cannot say."""
    aside = [Line(say("outlets.aside", n=len(found.set_aside)))] if found.set_aside else []
    return [Line(say("outlets.note")), *aside]


def further(found: Profiles, where: str = "") -> list[Block]:
    """How to see the rest, and how to open an example."""
    place = f" {where}" if where else ""
    lines = [say("outlets.full", where=place)]
    shown = (e for one in found.outlets for o in one.omissions for e in o.examples)
    if example := next(shown, None):
        words = {"story": example.story, "claim": example.claim, "source": example.source}
        lines.append(say("outlets.proof", where=place, **words))
    return [Line(line, "faint") for line in lines]
