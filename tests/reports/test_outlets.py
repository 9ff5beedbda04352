"""Outlets over many stories as blocks: order, first screen, notes, no colours, names."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from compare.errors import NotFound
from compare.model import Entity
from compare.model.outlets import (
    FACT,
    NAMED,
    ORIGIN,
    SPEAKER,
    TRAITS,
    Omission,
    Profiles,
    Share,
    Spoken,
    Trait,
)
from compare.options import Options
from compare.outlets import profiles
from compare.reports import terminal
from compare.reports.blocks import Block, Display, Grid, Items, Line, Short
from compare.reports.columns import display_width
from compare.reports.outlet_rows import outlets_csv
from compare.reports.outlet_sections import outlet_blocks
from compare.reports.outlet_words import difference_words, share_words, signed, trait_words
from compare.reports.outlets import among, outlet_brief
from compare.reports.words import LANGUAGES, catalogue, speaking
from tests.outlets.made import told

SAID = (("per:ode", "direct"), ("per:nobody-known", "indirect"), (None, "direct"))
ODE = Entity("per:ode", "Ines Ode", "PER", {"en": "Ines Ode", "zh-Hans": "伊内斯·奥德"})


def crowd(outlets: int, stories: int) -> Profiles:
    """So many outlets with long names, in so many stories: each leaves out something and lets
    several speak, the first three leave out more.
    """
    names = [f"the-evening-post-of-{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(outlets)]
    said = [
        Spoken(name, speaker, mode, "remarks", "role:spokesperson")
        for name in names
        for speaker, mode in SAID
    ]
    rows = ["".join("." if n == m else "x" for m in range(outlets)) for n in range(outlets)]
    rows += ["...".ljust(outlets, "x")] * 10 if outlets > 3 else []
    traits = [Trait(ORIGIN, "readout"), Trait(SPEAKER, ODE.id), Trait(FACT, "money")]
    made = [
        told(f"s{n:02d}", " ".join(names), *rows, traits=traits, statements=said, entities=[ODE])
        for n in range(stories)
    ]
    return profiles(made, Options(profile_stories=3))


def screen(blocks: list[Block], width: int = 80) -> list[str]:
    """The lines that a terminal shows."""
    return terminal.render(blocks, Display(width)).rstrip("\n").split("\n")


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize(("outlets", "stories"), [(2, 1), (4, 8), (30, 8)])
def test_the_first_screen_is_one(tag: str, outlets: int, stories: int) -> None:
    """Sixty lines at most however many outlets there are, none too wide, in every language; and
    so is the screen of one outlet.
    """
    with speaking(tag):
        found = crowd(outlets, stories)
        one = among(found, [found.outlets[0].id])
        for blocks in (outlet_brief(found), outlet_blocks(one, listed=False, most=3)):
            lines = screen(blocks)
            assert len(lines) <= 60
            assert max(map(display_width, lines)) <= 80


@pytest.mark.parametrize("width", [40, 60, 120, 200])
def test_no_line_leaves_the_terminal(width: int) -> None:
    """Everything fits into narrow and wide terminals."""
    found = crowd(6, 8)
    for blocks in (outlet_brief(found), outlet_blocks(found)):
        assert max(map(display_width, screen(blocks, width))) <= width


def test_outlets_stand_by_id_and_without_colours() -> None:
    """The tables go by the alphabet whatever the figures, and no figure has a tone but faint."""
    found = crowd(8, 6)
    for blocks in (outlet_brief(found), outlet_blocks(found)):
        grid = next(b for b in blocks if isinstance(b, Grid))
        names = [row[0].text for row in grid.rows]
        assert names == sorted(names)
        tones = {cell.tone for b in blocks if isinstance(b, Grid) for row in b.rows for cell in row}
        lists = [b.block if isinstance(b, Short) else b for b in blocks]
        tones |= {item.tone for b in lists if isinstance(b, Items) for item in b.items}
        tones |= {b.tone for b in lists if isinstance(b, Line)}
        assert tones <= {"", "faint"}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_it_cannot_say_stands_below(tag: str) -> None:
    """Every report ends with what its figures do not mean and where the errors are measured."""
    with speaking(tag):
        found = crowd(3, 4)
        for blocks in (outlet_brief(found), outlet_blocks(found)):
            assert Line(catalogue(tag)["outlets.note"]) in blocks
        assert "docs/accuracy.md" in catalogue(tag)["outlets.note"]


def test_those_in_most_stories_are_shown() -> None:
    """Where not all fit, the first screen has the outlets that tell most stories, by id; and with
    too few stories it says so and judges nothing.
    """
    names = [f"n{chr(97 + n)}" for n in range(12)]
    stories = [told(f"s{n}", f"{one} x y z", "xxxx") for n, one in enumerate(names)]
    blocks = outlet_brief(profiles(stories, Options(profile_stories=20)))
    grid = next(b for b in blocks if isinstance(b, Grid))
    assert [row[0].text for row in grid.rows] == ["na", "nb", "nc", "nd", "ne", "x", "y", "z"]
    assert Line("Too few stories to tell.") in blocks


def test_more_than_fits_is_counted() -> None:
    """What the first screen leaves out is said with its number."""
    text = "\n".join(screen(outlet_brief(crowd(30, 8))))
    assert "More outlets: 22, of them with too few stories (fewer than 3): 0" in text
    assert "6 more: --full" in text  # of three kinds of claims that three outlets leave out
    assert "432 more: --full" in text  # of 435 pairs
    whole = "\n".join(screen(outlet_blocks(crowd(30, 8)), 120))
    assert "more: --full" not in whole


def test_unknown_outlets_are_refused() -> None:
    """The error has the outlets that there are."""
    found = crowd(3, 4)
    with pytest.raises(NotFound) as error:
        among(found, ["post"])
    assert error.value.known == tuple(one.id for one in found.outlets)
    assert among(found, []) is found


def test_an_official_omission_is_told_with_an_example() -> None:
    """The first screen names the kind, both shares, the difference and a claim to look at."""
    rows = [".xxx"] * 5
    traits = [Trait(ORIGIN, "readout")]
    stories = [told(f"s{n:02d}", "a b c d", *rows, traits=traits) for n in range(12)]
    text = "\n".join(screen(outlet_brief(profiles(stories), where="my articles"), 200))
    assert "- a: official statements: 100%, others 0%, points +100 (" in text
    assert "    s00 c01 a: claim 1 of s00" in text
    assert "compare story s00 my articles --explain c01 a" in text


def test_reprints_and_reasons_are_told() -> None:
    """Stories in which two have one text stand in brackets, and why absences are set apart."""
    stories = [told(f"s{n}", "a b c d", "bxxx") for n in range(6)]
    stories.append(told("t", "a b c d", "xxxx", copies={"a": "b"}))
    text = "\n".join(screen(outlet_blocks(profiles(stories)), 120))
    assert re.search(r"a, b +7 \(1\) ", text)
    assert "Set apart, because it may not have had the room: 6" in text
    assert "articles: 7, of them reprints: 1" in text


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", ["official statements", "said by Ines Ode", "names Ines Ode", "gives a place"]),
        ("zh-Hans", ["官方声明", "伊内斯·奥德所说", "提到伊内斯·奥德", "给出地点"]),
    ],
)
def test_kinds_of_claims_have_words(tag: str, expected: list[str]) -> None:
    """Each part of a trait is said in the reader's language, with the name known there."""
    values = ("readout", ODE.id, ODE.id, "place")
    with speaking(tag):
        words = [
            trait_words(Trait(part, value), {ODE.id: ODE})
            for part, value in zip(TRAITS, values, strict=True)
        ]
    assert words == expected
    assert trait_words(Trait(NAMED, "per:x"), {}) == "names per:x"


def test_shares_and_differences_in_words() -> None:
    """With an interval, or as a bare count; points have their sign."""
    whole = Share(34, 100, 9, 0.34, 0.281, 0.409)
    assert share_words(whole) == "34% (28–41)"
    assert share_words(Share(3, 10, 4)) == "3"
    one = Omission(Trait(FACT, "date"), whole, whole, -0.19, -0.304, 0.004)
    assert difference_words(one) == "−19 (−30 to 0)"
    assert difference_words(replace(one, difference=None)) == "–"
    assert signed(0.083) == "+8"


def test_csv_has_a_line_for_every_figure() -> None:
    """Every line has as many fields as the header, and starts with an outlet."""
    lines = outlets_csv(crowd(3, 4)).split("\r\n")
    width = lines[0].count(",")
    assert {line.count(",") for line in lines[1:] if line} == {width}
    assert {line.split(",")[0] for line in lines[1:] if line} == {
        f"the-evening-post-of-a{x}" for x in "abc"
    }
