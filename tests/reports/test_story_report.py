"""The report of one story, in every format, against stored output."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from compare.model import Comparison, Discrepancy, MadeBy
from compare.reports import markdown, terminal
from compare.reports.assemble import story_document
from compare.reports.blocks import Display
from compare.reports.columns import display_width
from compare.reports.contract import to_json
from compare.reports.rows import STORY, story_csv
from compare.reports.story import story_blocks

Stored = Callable[[str, str], None]


@pytest.mark.parametrize("width", [80, 120, 200])
def test_terminal_report_is_the_stored_one(
    comparison: Comparison, stored: Stored, width: int
) -> None:
    """The whole terminal report stands letter for letter at 80, 120 and 200 columns."""
    stored(f"story-{width}.txt", terminal.render(story_blocks(comparison), Display(width)))


def test_markdown_report_is_the_stored_one(comparison: Comparison, stored: Stored) -> None:
    """The whole Markdown report, with the sentences behind every cell, stands letter for letter."""
    stored("story.md", markdown.render(story_blocks(comparison, quotes=True), Display()))


def test_json_report_is_the_stored_one(comparison: Comparison, stored: Stored) -> None:
    """The JSON stands letter for letter in both contracts, its Chinese readable."""
    text = to_json(story_document(comparison), 1)
    stored("story.json", text)
    assert "罢工九天" in text
    made_by = MadeBy("1.2.3", "0123456789ab", "0123456789abcdef")
    stored("story-2.json", to_json(story_document(replace(comparison, made_by=made_by))))


def test_csv_report_is_the_stored_one(comparison: Comparison, stored: Stored) -> None:
    """The CSV stands byte for byte, with CR LF line ends."""
    stored("story.csv", story_csv(comparison))


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
def test_no_line_leaves_the_terminal(
    comparison: Comparison, crowd: Comparison, alone: Comparison, width: int
) -> None:
    """No line of any report is wider than the terminal, with one source or forty."""
    for found in (comparison, crowd, alone):
        text = terminal.render(story_blocks(found), Display(width))
        assert [line for line in text.split("\n") if display_width(line) > width] == []


def test_forty_sources_get_letters_and_several_tables(crowd: Comparison) -> None:
    """Too many sources for one table get letters, explained above it, and several tables."""
    text = terminal.render(story_blocks(crowd), Display(80))
    assert "Columns: A outlet-00, B outlet-01" in text
    assert "AN outlet-39" in text
    claims = text.split("Claims by source")[1]
    assert claims.count("\nc01  ") == 5


def test_colour_changes_no_letter(comparison: Comparison) -> None:
    """With colour the text is the same once the colour codes are taken out."""
    import re

    plain = terminal.render(story_blocks(comparison), Display(80))
    coloured = terminal.render(story_blocks(comparison), Display(80, colour=True))
    stripped = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert "\x1b[" in coloured
    assert "\x1b" not in plain
    assert [line.rstrip() for line in stripped.split("\n")] == plain.split("\n")


def test_one_source_is_told_what_is_missing(alone: Comparison) -> None:
    """A story with one source says so, lists its claims, and shows no additions."""
    text = " ".join(terminal.render(story_blocks(alone), Display(80)).split())
    assert (
        "Only one source tells this story, so nothing can be compared: every claim below stands "
        "in harbourwire alone. Add another outlet's article about it to the inputs."
    ) in text
    assert "c03 No worker will lose a day’s pay." in text
    assert "What only one source has" not in text


def test_no_readout_lists_what_only_one_source_says(comparison: Comparison) -> None:
    """What every other voice lacks, in the words of the one that has it; doubts are counted."""
    text = terminal.render(story_blocks(replace(comparison, readout=None)), Display(80))
    section = text.split("What only one source has")[1].split("Claims by source")[0]
    assert [line for line in section.split("\n") if line.startswith("    ")] == [
        "    c05 ¶2: 工會表示，若談判破裂，不排除再次罷工。",
    ]
    assert "- nanwan: 1 more may be only here, unclear elsewhere: c02" in section


def test_a_copy_is_no_second_voice(comparison: Comparison) -> None:
    """A claim that only a text and its copy carry stands only in that text."""
    wire, nan, wan, digest = comparison.sources
    copied = replace(
        comparison, sources=(wire, nan, replace(wan, copy_of="harbourwire"), digest), readout=None
    )
    text = terminal.render(story_blocks(copied), Display(120))
    assert "harbourwire carries 3 of 5 claims (1 unclear); only here: 2 (c03, c05)" in text
    assert "copy of harbourwire" in text


def test_no_claims_are_said_to_be_none(comparison: Comparison) -> None:
    """A comparison without claims says so instead of drawing an empty table."""
    empty = Comparison(comparison.story, comparison.sources, ())
    text = terminal.render(story_blocks(empty), Display(80))
    assert "No claims were found in these articles." in text


def test_undated_story_says_so(comparison: Comparison) -> None:
    """A story without any date says so in its head line."""
    story = replace(comparison.story, start=None, end=None)
    text = terminal.render(story_blocks(replace(comparison, story=story)), Display(80))
    assert "duarte · no date · 4 sources" in text


@pytest.mark.parametrize(("script", "shown"), [("hans", "工会表示"), ("hant", "罷工九天")])
def test_script_converts_what_is_shown_and_says_so(
    comparison: Comparison, script: str, shown: str
) -> None:
    """--script converts Chinese in the table, says so, and leaves the JSON alone."""
    text = terminal.render(story_blocks(comparison, script), Display(80, script=script))
    assert shown in text
    assert "Chinese is shown in" in text
    assert "工會表示" in to_json(story_document(comparison))


def test_control_characters_never_reach_the_terminal(comparison: Comparison) -> None:
    """Escape sequences and direction overrides in a text are shown, not sent."""
    nasty = replace(comparison.claims[0], text="a\x1b]0;owned\x07b\u202ec\x9bd\te\rf")
    text = terminal.render(
        story_blocks(replace(comparison, claims=(nasty,), readout=None)), Display(120)
    )
    assert r"a\x1b]0;owned\x07b\u202ec\x9bd e\x0df" in text
    assert not any(ord(c) < 32 and c != "\n" for c in text)


def test_pipes_and_tags_stay_characters_in_markdown(comparison: Comparison) -> None:
    """Markdown and HTML in a text are escaped, and every table row keeps its cells."""
    import re

    nasty = replace(comparison.claims[0], text="a|b *c* <script> [x](y) `d` & ~e~\n# f")
    text = markdown.render(
        story_blocks(replace(comparison, claims=(nasty,), readout=None)), Display()
    )
    assert r"a\|b \*c\* &lt;script&gt; \[x\](y) \`d\` &amp; \~e\~<br># f<br>" in text
    rows = [line for line in text.split("\n") if line.startswith("| c01 ")]
    assert rows
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 7 for row in rows[-1:])


def test_a_line_cannot_turn_into_markdown_structure(comparison: Comparison) -> None:
    """A note that begins like a heading or a list stays a sentence."""
    noted = replace(comparison, notes=("# not a heading", "- not a list"))
    text = markdown.render(story_blocks(noted), Display())
    assert "- \\# not a heading\n- \\- not a list\n" in text


def test_csv_reads_back(comparison: Comparison) -> None:
    """The CSV parses into one row per claim and source, quotes unharmed."""
    rows = list(csv.DictReader(io.StringIO(story_csv(comparison), newline="")))
    assert list(rows[0]) == STORY
    assert len(rows) == len(comparison.claims) * len(comparison.sources)
    for row in rows:
        if row["quote"]:
            source = next(s for s in comparison.sources if s.id == row["source"])
            assert source.article.text[int(row["start"]) : int(row["end"])] == row["quote"]


def test_json_offsets_slice_back(comparison: Comparison) -> None:
    """Every evidence in the JSON is exactly the characters at its offsets."""
    document = json.loads(to_json(story_document(comparison)))
    texts = {s.id: s.article for s in comparison.sources}
    for claim in document["claims"]:
        assert list(claim["cells"]) == [s["id"] for s in document["sources"]]
        for source, cell in claim["cells"].items():
            for span in cell["evidence"]:
                part = texts[source].part(span["part"])
                assert part[span["start"] : span["end"]] == span["quote"]


def test_discrepancy_without_claim_or_span(comparison: Comparison) -> None:
    """A discrepancy tied to no claim, with a span that is not in its quote, is still shown."""
    first = comparison.discrepancies[0]
    side = replace(first.sides[0], span="elsewhere", value=None)
    loose = Discrepancy("d09", "date", "shift", (), (side,), "the article disagrees with itself")
    text = terminal.render(story_blocks(replace(comparison, discrepancies=(loose,))), Display(80))
    assert (
        "- d09 date, shift: the article disagrees with itself\n"
        "    harbourwire: About 1,200 dockers returned to the quays.\n"
    ) in text
