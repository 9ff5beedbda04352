"""Outlets over many stories in detail: each profile, each two outlets, the stories.

In: `Profiles`. Out: blocks, outlets by id. Kinds of claims stand in their own order, speakers by
how many statements they have. With `most`, no table has more rows than that and each says how many
more there are; of kinds and pairs those that most stories tell of are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.model.outlets import Carriage, Heard, Omission, Overlap, Profile, Profiles, Share
from compare.reports.blocks import (
    ORIGINAL,
    Block,
    Column,
    Grid,
    Heading,
    Item,
    Items,
    Line,
    Short,
    Text,
)
from compare.reports.outlet_words import (
    claims_words,
    difference_words,
    kept,
    name_of,
    share_words,
    trait_words,
)
from compare.reports.outlets import (
    carriage_grid,
    example_quotes,
    further,
    head_blocks,
    more_line,
    note_blocks,
    pair_words,
)
from compare.reports.story import script_blocks
from compare.reports.words import count, said, say


def outlet_blocks(
    found: Profiles,
    script: str = ORIGINAL,
    where: str = "",
    *,
    listed: bool = True,
    most: int | None = None,
) -> list[Block]:
    """The whole report; `listed` puts the table of all outlets in front, and the stories behind."""
    title, *counted = head_blocks(found)
    blocks: list[Block] = [title] if listed else [_name(found.outlets[0], level=1)]
    blocks += [*counted, *script_blocks(script)]
    if listed:
        blocks += [Heading(say("outlets.carriage")), carriage_grid(found.outlets)]
        if any(one.own.carried.share is None for one in found.outlets):
            blocks.append(Line(say("outlets.too_few", least=found.least)))
    for number, one in enumerate(found.outlets):
        if listed or number:
            blocks.append(_name(one, level=2 if listed else 1))
        blocks += _profile(found, one, most)
    if found.overlaps:
        blocks += [Heading(say("outlets.common")), *_common(found.overlaps, most and most - 1)]
    if listed:
        blocks += _stories(found)
    return [*blocks, *note_blocks(found), *further(found, where)]


def _name(one: Profile, level: int) -> Heading:
    return Heading(say("outlets.profile", outlet=one.id, name=one.name), level, one.id)


def _profile(found: Profiles, one: Profile, most: int | None) -> Iterator[Block]:
    counts = {"stories": one.stories, "articles": one.articles, "reprints": one.reprints}
    yield Line(say("outlets.profile.counted", **counts))
    if one.own.carried.of:
        yield from _carriage(found, one)
        yield from _reasons(one) if most is None else ()
    if one.omissions:
        yield Heading(say("outlets.omitted.all"), level=3)
        yield from _omissions(found, one.omissions, most)
    if one.speaking.named.of:
        yield Heading(say("outlets.speaking"), level=3)
        yield _speech(found, one, most)
        yield from more_line(_unseen(one, most))


def _carriage(found: Profiles, one: Profile) -> Iterator[Block]:
    keys = ("carried", "unclear", "absent", "excused")
    columns = (
        Column("", grow=True),
        Column(say("outlets.claims")),
        *(Column(say(f"outlets.{key}")) for key in keys),
    )
    rows = ((one.id, one.own), (say("outlets.others"), one.others))
    yield Grid(columns, tuple(_line(name, held) for name, held in rows))
    if one.own.carried.share is None:
        yield Line(say("outlets.too_few", least=found.least))
    yield Line(say("outlets.told", partial=one.partial, conflicts=one.conflicts))


def _reasons(one: Profile) -> Iterator[Block]:
    for reason, n in one.reasons.items():
        yield Line(say("outlets.reason", n=n, reason=said("reason", reason)))


def _line(name: str, held: Carriage) -> tuple[Text, ...]:
    shares = (held.carried, held.unclear, held.absent, held.excused)
    return tuple(map(Text, (name, claims_words(held.carried), *map(share_words, shares))))


def _omissions(found: Profiles, omissions: Sequence[Omission], most: int | None) -> Iterator[Block]:
    columns = (
        Column(say("outlets.kind"), grow=True),
        Column(say("outlets.stories")),
        Column(say("outlets.here")),
        Column(say("outlets.others")),
        Column(say("outlets.difference")),
    )
    shown = kept(omissions, most, lambda one: (one.typical, one.own.stories, one.own.count))
    rows = (
        (
            Text(trait_words(one.trait, found.entities) + " *" * one.typical),
            Text(count(one.own.stories)),
            Text(_of(one.own)),
            Text(_of(one.others)),
            Text(difference_words(one)),
        )
        for one in shown
    )
    yield Grid(columns, tuple(rows))
    yield from more_line(len(omissions) - len(shown))
    typical = [one for one in shown if one.typical]
    if typical:
        yield Line(say("outlets.omitted.how"))
    told = (typical or [one for one in shown if one.examples])[: most and 1]
    items = tuple(
        Item(trait_words(one.trait, found.entities), tuple(example_quotes(one)[: most and 1]))
        for one in told
    )
    if items:
        yield Items(items) if most is None else Short(Items(items))


def _of(share: Share) -> str:
    """A share with its interval, or the count and what it is of."""
    if share.share is None:
        return say("share.of", share=count(share.count), n=count(share.of))
    return share_words(share)


def _unseen(one: Profile, most: int | None) -> int:
    """How many kinds, offices and speakers have no line."""
    if most is None:
        return 0
    heard = one.speaking
    each = ((heard.kinds, most), (heard.offices, most - 1), (heard.speakers, most))
    return sum(max(0, len(every) - n) for every, n in each)


def _speech(found: Profiles, one: Profile, most: int | None) -> Grid:
    heard = one.speaking
    columns = (
        Column(say("outlets.who"), grow=True),
        Column(say("outlets.stories")),
        Column(say("outlets.direct")),
        Column(say("outlets.here")),
        Column(say("outlets.others")),
    )
    head = (
        (say("outlets.named"), heard.named, heard.others_named),
        (say("outlets.quoted"), heard.direct, heard.others_direct),
    )
    kinds = kept(heard.kinds, most, lambda one: (one.own.count,))
    rows = [_voice(name, own.stories, "", own, others) for name, own, others in head]
    rows += [_one(said("outlets.speech", s.speaker), s) for s in kinds]
    held = (*heard.offices[: most and most - 1], *heard.speakers[:most])
    rows += [_one(name_of(s.speaker, found.entities), s) for s in held]
    return Grid(columns, tuple(rows))


def _one(name: str, heard: Heard) -> tuple[Text, ...]:
    return _voice(name, heard.stories, count(heard.direct), heard.own, heard.others)


def _voice(name: str, stories: int, direct: str, own: Share, others: Share) -> tuple[Text, ...]:
    return tuple(map(Text, (name, count(stories), direct, _of(own), _of(others))))


def _common(overlaps: Sequence[Overlap], most: int | None) -> Iterator[Block]:
    keys = ("stories", "both", "one", "unclear", "excused")
    columns = (
        Column(say("outlets.two"), grow=True),
        *(Column(say(f"outlets.{key}")) for key in keys),
    )
    shown = kept(overlaps, most, lambda one: (one.stories, one.every.both))
    if most is not None:
        yield Short(Items(tuple(Item(pair_words(one)) for one in shown)), 2)
        yield from more_line(len(overlaps) - len(shown))
        return
    yield Grid(columns, tuple(map(_pair, shown)))
    if shares := [one for one in shown if one.every.share.share is not None]:
        yield _in_both(shares)
    yield Line(say("outlets.common.how"))


def _pair(one: Overlap) -> tuple[Text, ...]:
    every = one.every
    texts = (
        say("outlets.two_of", left=one.left, right=one.right),
        _stories_of(one),
        count(every.both),
        say("outlets.each", left=every.left, right=every.right),
        count(every.unclear),
        count(every.excused),
    )
    return tuple(map(Text, texts))


def _stories_of(one: Overlap) -> str:
    """How many stories the two have in common, and in brackets how many of them are reprints."""
    if not one.reprints:
        return count(one.stories)
    return say("outlets.stories_with", stories=one.stories, reprints=one.reprints)


def _in_both(overlaps: Sequence[Overlap]) -> Grid:
    columns = (
        Column(say("outlets.two"), grow=True),
        Column(say("outlets.in_both")),
        Column(say("outlets.in_both_shared")),
    )
    rows = (
        (
            say("outlets.two_of", left=one.left, right=one.right),
            _of(one.every.share),
            _of(one.shared.share),
        )
        for one in overlaps
    )
    return Grid(columns, tuple(tuple(map(Text, row)) for row in rows))


def _stories(found: Profiles) -> Iterator[Block]:
    columns = (
        Column(say("outlets.story")),
        Column(say("outlets.claims")),
        Column(say("outlets.shared")),
        Column(say("outlets.by"), grow=True),
    )
    rows = tuple(
        tuple(map(Text, (s.slug, count(s.claims), count(s.shared), say("list").join(s.outlets))))
        for s in found.stories
    )
    yield Heading(say("outlets.counted_stories"))
    yield Grid(columns, rows)
    for item in found.set_aside:
        yield Line(say("outlets.failed", story=item.file, reason=item.reason))
