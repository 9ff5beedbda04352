"""Profiles of outlets over made tallies: sums, order, equality, and what is called typical."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model import Entity, MadeBy
from compare.model.outlets import (
    ORIGIN,
    SPEAKER,
    Carriage,
    Profile,
    Profiles,
    Share,
    Spoken,
    StoryTally,
    TallyClaim,
    Trait,
)
from compare.options import Options
from compare.outlets import profiles
from tests.outlets.made import BY, told

OFFICIAL, OWN = Trait(ORIGIN, "readout"), Trait(ORIGIN, "outlet")
SOURCES = "a b c d"
NAMES = ("a", "b", "c", "d", "e1", "e2")


def profile(found: Profiles, outlet: str) -> Profile:
    """One of them."""
    return next(one for one in found.outlets if one.id == outlet)


def numbers(held: Carriage) -> tuple[int, int, int, int]:
    """Carried, unclear, excused, absent."""
    every = (held.carried, held.unclear, held.excused, held.absent)
    return tuple(one.count for one in every)  # type: ignore[return-value]


@st.composite
def stories(draw: st.DrawFn) -> StoryTally:
    """A story of two to five sources, some of which are copies."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=2))
    rows = draw(st.lists(st.text("xpc?.bt", min_size=len(names), max_size=len(names)), max_size=8))
    copies = {names[0]: names[1]} if draw(st.booleans()) else {}
    slug = draw(st.text("lmnop", min_size=1, max_size=4))
    said = [
        Spoken(name.rstrip("12"), draw(st.sampled_from([None, "per:x"])), mode, "remarks")
        for name in names
        for mode in draw(st.lists(st.sampled_from(["direct", "indirect"]), max_size=2))
    ]
    traits = draw(st.lists(st.sampled_from([OFFICIAL, OWN]), unique=True))
    return told(slug, " ".join(names), *rows, copies=copies, statements=said, traits=traits)


def unalike(found: list[StoryTally]) -> list[StoryTally]:
    """The stories under names of their own."""
    return [replace(one, slug=f"{one.slug}-{n}") for n, one in enumerate(found)]


@given(st.lists(stories(), max_size=8).map(unalike), st.randoms(use_true_random=False))
def test_no_order_changes_anything(found: list[StoryTally], random: object) -> None:
    """Stories, their sources and statements in any order give the same profiles."""
    turned = [
        replace(one, sources=one.sources[::-1], statements=one.statements[::-1])
        for one in found[::-1]
    ]
    random.shuffle(turned)  # type: ignore[attr-defined]
    options = Options(profile_stories=2)
    assert profiles(turned, options) == profiles(found, options)


@given(st.lists(stories(), max_size=8).map(unalike))
def test_counts_add_up(found: list[StoryTally]) -> None:
    """Of each outlet's shared claims each is carried, unclear, excused or absent; what is told in
    part or otherwise is carried; of two outlets' claims each has one fate.
    """
    made = profiles(found, Options(profile_stories=2))
    assert [one.id for one in made.outlets] == sorted(one.id for one in made.outlets)
    for one in made.outlets:
        for held in (one.own, one.others):
            assert sum(numbers(held)) == held.carried.of == held.absent.of
        assert one.partial + one.conflicts <= one.own.carried.count
        assert one.speaking.named.count == sum(s.own.count for s in one.speaking.speakers)
        assert one.speaking.named.of == sum(s.own.count for s in one.speaking.kinds)
        by_origin = [o for o in one.omissions if o.trait.part == ORIGIN]
        assert all(o.own.count <= one.own.absent.count for o in by_origin)
    for pair in made.overlaps:
        assert pair.left < pair.right
        for common in (pair.every, pair.shared):
            counted = common.both + common.left + common.right + common.unclear
            assert (common.both, counted) == (common.share.count, common.share.of)
        assert pair.shared.both <= pair.every.both


@given(st.lists(stories(), max_size=8).map(unalike))
def test_an_interval_holds_its_share(found: list[StoryTally]) -> None:
    """Every share lies within its bounds, and where there are too few stories it has none."""
    made = profiles(found, Options(profile_stories=3))
    for one in made.outlets:
        shares = (one.own.carried, one.own.absent, one.others.unclear, one.speaking.named)
        for share in shares:
            assert (share.share is None) == (share.stories < 3)
            if share.share is not None and share.low is not None and share.high is not None:
                assert share.low - 0.001 <= share.share <= share.high + 0.001


def test_an_outlet_alone_has_no_shares() -> None:
    """Who tells every story alone is listed, with nothing to be measured by."""
    made = profiles([told(f"s{n}", "a", "x", "x") for n in range(8)])
    (one,) = made.outlets
    nothing = Share(0, 0, 0)
    assert (one.stories, one.own) == (8, Carriage(nothing, nothing, nothing, nothing))
    assert (one.omissions, made.overlaps) == ((), ())


def test_two_outlets_alone_have_an_overlap_and_no_shares() -> None:
    """With two outlets nothing is shared by two others, but what both carry is counted."""
    made = profiles([told(f"s{n}", "a b", "xx", "x.", "x?", ".x") for n in range(6)])
    assert {one.own.carried.of for one in made.outlets} == {0}
    (pair,) = made.overlaps
    every = pair.every
    assert (every.both, every.left, every.right, every.unclear) == (6, 6, 6, 6)
    assert every.share.share == 0.25
    assert pair.shared.share.of == 0


def test_identical_outlets_have_equal_profiles() -> None:
    """Two outlets with the same cells in every story, neither a copy, get the same figures."""
    made = profiles([told(f"s{n}", SOURCES, "xxxx", "..xx", "??xx", "bbxx") for n in range(6)])
    a, b = (replace(profile(made, name), id="", name="") for name in "ab")
    strip = [replace(o, examples=()) for o in a.omissions]
    assert (a.own, a.others, strip) == (
        b.own,
        b.others,
        [replace(o, examples=()) for o in b.omissions],
    )
    assert numbers(a.own) == (6, 6, 6, 6)
    assert a.reasons == {"brief": 6}


def mixed(slug: str, official: str, other: str) -> StoryTally:
    """A story of ten claims, half of them official, with these cells."""
    story = told(slug, SOURCES, *[official] * 5, *[other] * 5)
    claims = [
        TallyClaim(c.id, c.text, (OFFICIAL if n < 5 else OWN,), c.cells)
        for n, c in enumerate(story.claims)
    ]
    return replace(story, claims=tuple(claims))


def test_what_is_left_out_beyond_chance_is_typical() -> None:
    """An outlet that never has what officials say, where others do, in a dozen stories; with an
    example from each of the first stories.
    """
    made = profiles([mixed(f"s{n:02d}", ".xxx", "xxxx") for n in range(12)])
    official, own = profile(made, "a").omissions[::-1]
    assert (official.trait, official.typical) == (OFFICIAL, True)
    assert (official.own.share, official.others.share) == (1, 0)
    assert [(e.story, e.claim, e.source) for e in official.examples] == [
        (f"s{n:02d}", "c01", "a") for n in range(3)
    ]
    assert (own.typical, own.examples) == (False, ())
    assert not any(o.typical for o in profile(made, "b").omissions)


@pytest.mark.parametrize("cells", ["?xxx", "bxxx", "txxx"])
def test_nothing_but_an_absence_is_an_omission(cells: str) -> None:
    """Unclear cells and absences with a reason are never counted as left out."""
    made = profiles([mixed(f"s{n:02d}", cells, "xxxx") for n in range(12)])
    assert [o for o in profile(made, "a").omissions if o.own.count or o.typical] == []
    assert profile(made, "a").own.absent.count == 0


def test_one_story_makes_nothing_typical() -> None:
    """A kind of claim in a single story is not listed, and one in few has counts alone."""
    one = mixed("s0", ".xxx", "xxxx")
    assert profile(profiles([one]), "a").omissions == ()
    few = profiles([replace(one, slug=f"s{n}") for n in range(4)])
    assert {(o.difference, o.typical) for o in profile(few, "a").omissions} == {(None, False)}
    assert profile(few, "a").own.carried.share is None


def test_reprints_are_counted_apart() -> None:
    """Where one has the other's text, or both a third's, a story is a reprint and no agreement."""
    free = [told(f"s{n}", "a b c", "xx.", "xxx") for n in range(5)]
    direct = told("t", "a b c", "xxx", copies={"b": "a"})
    third = told("u", "a b c", "xxx", copies={"a": "c", "b": "c"})
    made = profiles([*free, direct, third])
    pair = next(o for o in made.overlaps if (o.left, o.right) == ("a", "b"))
    assert (pair.stories, pair.reprints, pair.every.both, pair.shared.both) == (7, 2, 10, 5)
    assert [profile(made, name).reprints for name in "abc"] == [1, 2, 0]


def test_whom_an_outlet_lets_speak() -> None:
    """Shares of statements by speaker, in quotation marks and with a name, beside the others'; who
    is not identified is nobody in particular.
    """
    said = (
        Spoken("a", "per:x", "direct", "remarks"),
        Spoken("a", "per:x", "indirect", "readout", "role:spokesperson"),
        Spoken("a", None, "indirect", "remarks"),
        Spoken("a", "per:y", "direct", "remarks"),
        Spoken("b", "per:y", "direct", "remarks"),
        Spoken("c", None, "indirect", "remarks"),
    )
    known = (Entity("per:x", "Xenia Ode", "PER"), Entity("per:y", "Yuri Ode", "PER"))
    made = profiles(
        [told(f"s{n}", "a b c", "xxx", statements=said, entities=known) for n in range(5)]
    )
    heard = profile(made, "a").speaking
    assert (heard.named.share, heard.direct.share) == (0.75, 0.5)
    assert (heard.others_named.share, heard.others_direct.share) == (0.5, 0.5)
    first, second = heard.speakers
    assert (first.speaker, first.own.share, first.direct, first.stories) == ("per:x", 0.5, 5, 5)
    assert first.others.count == 0
    assert (second.speaker, second.others.share) == ("per:y", 0.5)
    (office,) = heard.offices
    assert (office.speaker, office.own.share, office.direct, office.others.count) == (
        "role:spokesperson",
        0.25,
        0,
        0,
    )
    assert [kind.speaker for kind in heard.kinds] == ["readout", "remarks"]
    assert made.entities["per:x"].name == "Xenia Ode"


def test_the_best_known_name_is_shown() -> None:
    """Of the names that stories have for one id the one in most languages, then a Latin one."""
    chinese = Entity("per:x", "奥德", "PER")
    latin, known = (
        Entity("per:x", "Ode", ""),
        Entity("per:x", "Xenia Ode", "PER", {"en": "Xenia Ode"}),
    )
    for held, best in (([chinese, latin], latin), ([latin, known, chinese], known)):
        stories = [told(f"s{n}", "a b", "xx", entities=[e]) for n, e in enumerate(held)]
        assert profiles(stories).entities == {"per:x": best}


def test_who_made_the_stories_is_kept_where_it_is_one() -> None:
    """Stories of two versions of the program leave it open."""
    one, other = told("s", "a b", "xx"), replace(told("t", "a b", "xx"), made_by=MadeBy("2"))
    assert profiles([one]).made_by == BY
    assert profiles([one, other]).made_by == MadeBy()


def test_a_trait_of_some_outlets_alone_is_not_compared() -> None:
    """Where nobody else had an occasion to leave out such a claim, there is nothing to compare."""
    speaker = (Trait(SPEAKER, "per:x"),)
    made = profiles([told(f"s{n}", "a b c", ".xx", traits=speaker) for n in range(6)])
    assert profile(made, "a").own.absent.count == 6
    assert profile(made, "a").omissions == ()
