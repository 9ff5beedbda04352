"""At most so many words of each article in a report, in every format and on every path."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Comparison, Evidence, Family, Source
from compare.model.audits import ALTERED, SUPPORTED, Alteration, Audit, Statement
from compare.model.twins import Stated, Twins
from compare.reports import markdown, terminal
from compare.reports.beside import beside
from compare.reports.blocks import FILL, Display
from compare.reports.excerpts import Passage, collapsed, excerpts, masked, passage_of
from compare.reports.quoted import (
    limited_audit,
    limited_cell,
    limited_sides,
    limited_story,
    limited_twins,
)
from compare.reports.report import (
    BINARY,
    FORMATS,
    Report,
    excerpted,
    render,
    render_binary,
    story_report,
)
from compare.reports.sides import side_blocks
from compare.text.counts import word_count, word_spans
from tests.made import article
from tests.made import source as column

LIMITS = (1, 5, 12, 40)
WORDS = "The port is open. 港口在罢工后恢复作业。It’s “late”, he said."


def cut_off(source: Source, shown: Source) -> list[str]:
    """The sentences of an article of which not every word may be shown."""
    return [
        source.article.text[s.start : s.end]
        for s in source.document.body()
        if FILL in shown.article.text[s.start : s.end]
    ]


def printed(made: Report, form: str) -> str:
    """A report in one format as text; of an archive, everything in it."""
    if form not in BINARY:
        return render(made, form, Display(100), 2)
    with zipfile.ZipFile(io.BytesIO(render_binary(made, form, Display()))) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def squeezed(text: str) -> str:
    """Without marks, white space and frames, in which formats differ."""
    plain = re.sub(r"<[^<>]*>|&\w+;|&#\w+;", "", text)
    return "".join(filter(str.isalnum, plain))


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in ("json", "annotations")])
@pytest.mark.parametrize("limit", LIMITS)
def test_no_format_shows_a_sentence_that_is_cut(
    comparison: Comparison, form: str, limit: int
) -> None:
    """Whatever of an article is over the limit stands nowhere in the report."""
    told, _ = limited_story(comparison, limit)
    made = story_report(comparison, "original", quotes=True, facts=None, most_words=limit)
    text = squeezed(printed(made, form))
    lost = 0
    for source, shown in zip(comparison.sources, told.sources, strict=True):
        for sentence in cut_off(source, shown):
            title = squeezed(source.article.title)
            assert squeezed(sentence) in title or squeezed(sentence) not in text
            lost += 1
    assert lost


@pytest.mark.parametrize("limit", LIMITS)
def test_no_more_words_are_shown_than_asked(comparison: Comparison, limit: int) -> None:
    """Of no article more words stay visible than the limit, in its body and other parts alike."""
    told, shown = limited_story(comparison, limit)
    for before, after in zip(comparison.sources, told.sources, strict=True):
        one, other = before.article, after.article
        assert len(one.text) == len(other.text)
        texts = (other.text, *(part.text for part in other.parts))
        assert sum(word_count(text.replace(FILL, " ")) for text in texts) <= limit
        assert other.title == one.title
    assert shown.cut


def test_a_wide_limit_changes_nothing(comparison: Comparison) -> None:
    """Where everything fits, every format is what it is without a limit, and has no note."""
    for form in ("markdown", "csv", "wikitext", "xlsx", "docx"):
        whole = story_report(comparison, "original", quotes=True)
        asked = story_report(comparison, "original", quotes=True, most_words=100_000)
        assert printed(asked, form) == printed(whole, form)
        assert not asked.notice


def test_the_words_that_differ_come_first(comparison: Comparison) -> None:
    """With room for a few words the differing ones stand, and the sentence around them is dots."""
    told, _ = limited_story(comparison, 2)
    (found,) = (one for one in told.discrepancies if one.id == "d02")
    sides = {side.source: side for side in found.sides}
    assert "…Monday… [¶1, " in collapsed(sides["harbourwire"].quote)
    assert sides["harbourwire"].span == "Monday"


def test_a_cut_quotation_says_where_it_is(comparison: Comparison) -> None:
    """Behind the dots stand paragraph and offsets, which are those of the whole article; a claim
    names its source too.
    """
    told, shown = limited_story(comparison, 1)
    proof = comparison.claims[0].cells["nanwan"].evidence[0]
    quote = collapsed(told.claims[0].cells["nanwan"].evidence[0].quote)
    assert quote.endswith(f"… [¶1, {proof.start}–{proof.end}]")
    assert told.claims[0].cells["nanwan"].evidence[0].start == proof.start
    assert passage_of(proof) in shown.cut
    texts = [collapsed(claim.text) for claim in told.claims]
    assert any(re.fullmatch(r".*… \[\w+ ¶\d, \d+–\d+\]", text) for text in texts)


def test_a_passage_is_paid_for_once() -> None:
    """A passage that is asked for twice, or lies in another, costs its words once."""
    assert masked("one two three", {0, 1}) == f"one two{FILL * 6}"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (set(), "…"),
        ({0, 1, 2, 3}, "The port is open.…"),
        ({0}, "The…"),
        ({2}, "…is…"),
        ({0, 2}, "The…is…"),
        ({4, 5}, "…港口…"),
        ({3, 13, 14}, "open.…业。It’s…"),
    ],
)
def test_marks_belong_to_the_word_before_them(words: set[int], text: str) -> None:
    """What closes a word that is shown stays; what opens the next one goes with it."""
    shown = collapsed(masked(WORDS, words))
    assert shown.lstrip("…") == text.lstrip("…")


@settings(max_examples=200, deadline=None)
@given(st.text("ab 维台，。“”\n.", max_size=40), st.sets(st.integers(0, 30)))
def test_offsets_hold_in_a_masked_text(text: str, words: set[int]) -> None:
    """A masked text is as long as the text, and shows only its own characters in their places:
    the words that may be seen, all of them, and no other.
    """
    made = masked(text, words)
    assert len(made) == len(text)
    assert all(b in (FILL, a) for a, b in zip(text, made, strict=True))
    for number, (start, end) in enumerate(word_spans(text)):
        assert (made[start:end] == text[start:end]) is (number in words)


def test_articles_and_headlines_that_are_not_counted(comparison: Comparison) -> None:
    """A headline costs nothing, and a passage of an article that is not there is passed over."""
    first = comparison.sources[0]
    asked = [Passage("nobody", "body", 0, 5), Passage(first.article.id, "title", 0, 99)]
    shown = excerpts([first], asked, 1)
    assert not shown.cut
    assert shown.words(asked[1], first.article.title) == first.article.title


def test_the_note_counts_what_is_seen(comparison: Comparison) -> None:
    """A section counts its own quotations, not those of the whole report."""
    made = story_report(comparison, "original", quotes=False, sections=("added",), most_words=1)
    text = terminal.render(made.blocks(), Display(300))
    cut = text.count("… [")
    assert cut
    assert f"Quotations cut: {cut}, because at most 1 words of each article" in text


def test_what_is_asked_for_is_served_first(comparison: Comparison) -> None:
    """Where the whole report would show the words that differ, a section has its own first."""
    told = [limited_story(comparison, 3, first)[0] for first in ((), ("claims",))]
    texts = [found.sources[0].article.text.strip(FILL) for found in told]
    assert "Monday" in texts[0]
    assert texts[1] == "About 1,200 dockers"


def test_half_a_figure_is_no_figure(comparison: Comparison) -> None:
    """Words that differ are shown whole or not at all; a figure with a comma is one word."""
    assert word_count("About 1,200 at 10:30") == 4
    wire = comparison.sources[0]
    at = wire.article.text.index("nine-day strike")
    asked = Passage(wire.article.id, "body", at, at + len("nine-day strike"), whole=True)
    assert set(excerpts([wire], [asked], 1).articles[wire.article.id].text) == {FILL}
    part = replace(asked, whole=False)
    assert excerpts([wire], [part], 1).articles[wire.article.id].text.strip(FILL) == "nine-day"


@pytest.mark.parametrize(
    ("limit", "text"),
    [
        (1, "Some"),
        (2, "Some"),
        (3, "Some 2.5 million"),
        (5, "Some 2.5 million fled. 约"),
        (9, "Some 2.5 million fled. 约"),
        (10, "Some 2.5 million fled. 约一千二百名"),
    ],
)
def test_a_cut_never_ends_on_a_figure(limit: int, text: str) -> None:
    """A figure at the cut goes too, because its unit or further digits may stand behind it."""
    told = column(article("a", "Some 2.5 million fled. 约一千二百名工人。"))
    asked = Passage("a", "body", 0, len(told.article.text))
    assert excerpts([told], [asked], limit).articles["a"].text.strip(FILL) == text


def test_edits_of_a_copy_are_quotations(comparison: Comparison) -> None:
    """What a copy added or cut is counted where it stands, and else left alone."""
    sentence = comparison.sources[1].article.text.split("\n\n")[-1]
    edits: dict[str, tuple[str, ...]] = {"nanwan": (f"+ {sentence}", "- nowhere to be found")}
    family = Family("harbourwire", ("harbourwire", "nanwan"), "reprint", edits)
    told, _ = limited_story(replace(comparison, families=(family,)), 1)
    lines = [collapsed(line) for line in told.families[0].edits["nanwan"]]
    assert re.fullmatch(r"\+ … \[¶\d+, \d+–\d+\]", lines[0])
    assert lines[1] == "- nowhere to be found"


def test_one_cell_shows_its_proof_first(comparison: Comparison) -> None:
    """The report of a cell spends its words on the proof, then on what stands around it."""
    proof = comparison.claims[0].cells["harbourwire"].evidence[0]
    told, _ = limited_cell(comparison, word_count(proof.quote), "c01", "harbourwire")
    assert told.claims[0].cells["harbourwire"].evidence[0].quote == proof.quote
    text = told.sources[0].article.text
    assert set(text[proof.end + 1 :]) == {FILL}
    value, _ = limited_cell(comparison, 1, "d02", "harbourwire")
    assert value.sources[0].article.text.strip(FILL) == "Monday"


def pair(comparison: Comparison) -> tuple[Source, Source, Evidence, Evidence]:
    """Two sources and a proof in each."""
    left, right = comparison.sources[:2]
    cells = comparison.claims[0].cells
    return left, right, cells[left.id].evidence[0], cells[right.id].evidence[0]


def test_twins_are_cut_in_the_order_of_their_report(comparison: Comparison) -> None:
    """What differs is served before what both say, and quotations among the values go as well."""
    left, right, one, other = pair(comparison)
    long = ("quote", one.quote, other.quote)
    rows = (
        Stated(comparison.claims[0], "both", replace(one, start=one.start), other),
        Stated(comparison.claims[1], "differs", one, None, (("date", "Monday", "星期二"), long)),
    )
    told, shown = limited_twins(Twins(left, right, rows), 3)
    assert told.rows[1].differing == (("date", "Monday", "星期二"), ("quote", FILL, FILL))
    assert told.rows[1].left is not None
    assert collapsed(told.rows[1].left.quote).startswith("The port of… [¶1, ")
    assert told.rows[1].claim.text == told.rows[1].left.quote
    assert len(shown.cut) == 2


def test_an_audit_is_cut_the_gravest_first(comparison: Comparison) -> None:
    """Statements and proofs are cut alike, and a quotation that cannot be seen is no value."""
    left, right, one, other = pair(comparison)
    change = Alteration("quote", one.quote, other.quote, right.id)
    number = Alteration("number", "9", "九", right.id)
    statements = (
        Statement(one, SUPPORTED, (), ((right.id, other),)),
        Statement(one, ALTERED, (change, number), ((right.id, other),)),
    )
    audit = Audit("s", left, (right,), statements, comparison.made_by)
    told, _ = limited_audit(audit, 2)
    assert told.statements[1].alterations == (replace(change, said=FILL, told=FILL), number)
    assert collapsed(told.statements[0].place.quote).startswith("The port… [")
    whole, shown = limited_audit(audit, 1000)
    assert whole.statements == statements
    assert not shown.cut


def test_sources_side_by_side_are_cut_row_by_row(comparison: Comparison) -> None:
    """The first rows have words, the last have dots, and every paragraph keeps its number."""
    made = beside(comparison, ("harbourwire", "nanwan"))
    told, shown = limited_sides(made, 12)
    report = excerpted(Report(comparison.made_by, lambda: side_blocks(told), object), shown)
    text = markdown.render(report.blocks(), Display())
    for number in range(1, len(made.sources[0].article.paragraphs) + 1):
        assert f"¶{number}" in text
    assert "…" in text
    assert FILL not in text
    for source, after in zip(made.sources, told.sources, strict=True):
        for sentence in cut_off(source, after):
            assert sentence not in text
