"""The first screen of a story: the answer on 60 lines, and where the rest stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from compare.model import Comparison, Discrepancy, Side
from compare.reports import terminal
from compare.reports.blocks import Contrast, Display, Value
from compare.reports.brief import brief_blocks
from compare.reports.columns import display_width
from compare.reports.contrasts import contrast_line, contrast_words
from compare.reports.report import SECTION_NAMES, made_line
from compare.reports.story import SECTIONS, story_blocks
from compare.reports.words import LANGUAGES, speaking

Stored = Callable[[str, str], None]


def screen(comparison: Comparison, width: int = 80) -> str:
    """The first screen as a terminal shows it."""
    return terminal.render(brief_blocks(comparison), Display(width))


@pytest.mark.parametrize("width", [80, 120, 200])
def test_first_screen_is_the_stored_one(comparison: Comparison, stored: Stored, width: int) -> None:
    """The first screen stands letter for letter at 80, 120 and 200 columns."""
    stored(f"brief-{width}.txt", screen(comparison, width))


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_leaves_the_terminal(
    comparison: Comparison, crowd: Comparison, alone: Comparison, tag: str, width: int
) -> None:
    """With one source or forty, in every language, no line is wider than the terminal."""
    with speaking(tag):
        for found in (comparison, crowd, alone):
            lines = screen(found, width).split("\n")
            assert [line for line in lines if display_width(line) > width] == []


@pytest.fixture
def wide(comparison: Comparison) -> Comparison:
    """Everything at once, with outlets of long names."""
    names = {s.id: f"the-{s.id}-evening-post-of-lirona" for s in comparison.sources}
    return many(renamed(comparison, names))


def renamed(comparison: Comparison, names: dict[str, str]) -> Comparison:
    """The comparison with other ids of its sources."""
    sources = tuple(replace(s, id=names[s.id]) for s in comparison.sources)
    claims = tuple(
        replace(
            c,
            cells={names[k]: v for k, v in c.cells.items()},
            emphasis={names[k]: v for k, v in c.emphasis.items()},
        )
        for c in comparison.claims
    )
    differing = tuple(
        replace(d, sides=tuple(replace(s, source=names[s.source]) for s in d.sides))
        for d in comparison.discrepancies
    )
    readout = comparison.readout
    assert readout is not None
    rows = tuple(
        replace(r, verdicts={names[k]: v for k, v in r.verdicts.items()}) for r in readout.rows
    )
    return replace(
        comparison,
        sources=sources,
        claims=claims,
        discrepancies=differing,
        readout=replace(readout, reference=names[readout.reference], rows=rows),
    )


def many(comparison: Comparison) -> Comparison:
    """Everything that the first screen can show, more of it than fits, in long words."""
    long = "Everything that anybody has ever said about the port of Lirona and its strike, " * 3
    first = comparison.discrepancies[0]
    sides = tuple(replace(side, span=side.quote, value=long) for side in first.sides)
    differing = tuple(
        replace(first, id=f"d{n:02d}", severity="conflict", sides=sides) for n in range(30)
    )
    claims = tuple(
        replace(c, id=f"{c.id}-{n}", text=long) for n in range(20) for c in comparison.claims
    )
    story = replace(comparison.story, title=long)
    readout = comparison.readout
    assert readout is not None
    return replace(
        comparison,
        story=story,
        discrepancies=differing,
        claims=claims,
        readout=replace(
            readout,
            label=long,
            rows=tuple(replace(r, claim=f"{r.claim}-0") for r in readout.rows),
        ),
    )


@pytest.mark.parametrize("tag", LANGUAGES)
def test_sixty_lines_hold_it(
    comparison: Comparison, crowd: Comparison, wide: Comparison, tag: str
) -> None:
    """However much there is to say, the report ends within 60 lines of 80 columns."""
    with speaking(tag):
        for found in (comparison, many(comparison), crowd, wide):
            by = replace(found.made_by, version="1.2.3", model="0123456789ab", options="a" * 16)
            text = terminal.render([*brief_blocks(found), *made_line(by)], Display(80))
            assert len(text.rstrip("\n").split("\n")) <= 60


def test_what_is_cut_is_counted(comparison: Comparison) -> None:
    """Five differences are shown, and a line says how many more there are and where."""
    text = screen(many(comparison))
    assert len(re.findall(r"\n- d\d", text)) == 5
    assert "25 more: --section differences" in text


def test_every_section_has_its_name() -> None:
    """What --section takes is what the report has, in its order."""
    assert tuple(SECTIONS) == SECTION_NAMES


def test_sections_stand_alone(comparison: Comparison) -> None:
    """A named section comes with the head of the story and nothing else; two in their order."""
    text = terminal.render(story_blocks(comparison, sections=("speakers", "wording")), Display(80))
    heads = [line for line in text.split("\n") if line in HEADINGS]
    assert heads == ["What each source calls them", "Who gets to speak"]
    mute = replace(comparison, voices=())
    bare = terminal.render(story_blocks(mute, sections=("speakers",)), Display(80))
    assert bare.endswith("Nothing to show here.\n")


HEADINGS = (
    "Discrepancies",
    "Claims by source",
    "What each source calls them",
    "Who gets to speak",
    "Sources",
)


def test_full_report_has_every_section(comparison: Comparison) -> None:
    """Without a choice every heading stands there, findings before tables before sources."""
    text = terminal.render(story_blocks(comparison), Display(80))
    places = [text.index(f"\n{head}\n") for head in (HEADINGS[0], HEADINGS[1], HEADINGS[4])]
    assert places == sorted(places)
    assert all(f"\n{head}\n" in text for head in HEADINGS)


def test_both_values_are_seen_on_a_narrow_line() -> None:
    """Values that are too long are shortened alike; a short one keeps all of itself."""
    row = Contrast(
        "d01 number",
        (Value("a very long way to say forty-one", "wire"), Value("43", "post")),
        "≠",
    )
    assert contrast_words(row) == "d01 number: a very long way to say forty-one (wire) ≠ 43 (post)"
    line = contrast_line(row, 50)
    assert line == "d01 number: a very long way to… (wire) ≠ 43 (post)"
    assert display_width(line) <= 50


def test_names_are_shortened_before_values() -> None:
    """Where the line is narrow, who gives a value is said in fewer words, and it stays whole."""
    values = (
        Value("24 Jun 2026", "nanling-zaobao, toho-news", "nanling-zaobao, +1"),
        Value("23 Jun 2026", "huanyang, daowen", "huanyang, +1"),
    )
    row = Contrast("d07 date", values, "≠")
    short = "d07 date: 24 Jun 2026 (nanling-zaobao, +1) ≠ 23 Jun 2026 (huanyang, +1)"
    assert contrast_line(row, 78) == short
    assert contrast_line(row, 90) == contrast_words(row)


def test_values_that_do_not_fit_are_counted() -> None:
    """Where not all values have room, the first stand there and a number says how many more."""
    values = tuple(Value(f"some value no. {n}", f"source-{n}") for n in range(9))
    line = contrast_line(Contrast("d01", values, "≠"), 80)
    assert line.endswith("≠ +6")
    assert line.count("≠") == 3


def test_a_value_is_shown_with_its_words(comparison: Comparison) -> None:
    """A day says which word gives it; an identity is never shown, its words are."""
    day = Side("harbourwire", "on Monday", "Monday", "2031-05-05", "body", 0, 9)
    person = Side("nanwan", "市长", "市长", "per:ana-duarte", "body", 0, 2)
    found = Discrepancy("d09", "actor", "conflict", (), (day, person), "")
    text = screen(replace(comparison, discrepancies=(found,)))
    assert "- d09 actor: 5 May 2031 “Monday” (harbourwire) ≠ 市长 (nanwan)" in text


def test_agreement_is_said(comparison: Comparison) -> None:
    """Where nothing differs a line says so, because silence looks like a section left out."""
    found = replace(comparison, discrepancies=())
    assert "No differences found between these sources." in screen(found)
