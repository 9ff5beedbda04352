"""Wikitext, read back by a parser made for it: what an article holds is never markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from compare.model import Comparison, Source
from compare.reports import wikitext
from compare.reports.blocks import (
    Block,
    Box,
    Column,
    Contrast,
    Contrasts,
    Display,
    Grid,
    Heading,
    Item,
    Items,
    Line,
    Quote,
    Short,
    Text,
    Value,
)
from compare.reports.story import story_blocks
from compare.reports.wikitext import escaped, render

mwparserfromhell = pytest.importorskip("mwparserfromhell")
Stored = Callable[[str, str], None]
MARKUP = (
    "[[a|b]] {{x|y}} '''b''' ''i'' <ref>r</ref> <nowiki> </nowiki> <!-- c --> &amp; &#91; | || !! "
    "== h == ~~~~ __NOTOC__ -{zh:a}- {| |} |- |+ https://a.example mailto:a@b.example //c.example "
    "ISBN 1234567890 RFC 1 PMID 2 {{{1}}} #REDIRECT [[x]]"
)
WHOLE = ("''", "[[", "{{", "}}", "|-", "==", "----", "~~~~", "</nowiki>", "https://a.example")
ODD = ("mailto:a", "ISBN 1", "&lt;", "&#91;", "<!--", "-->", "__TOC__", "-{", "}-")
PIECES = st.sampled_from([*"'[]{}|<>&=!~_-+*#:; \n/ax维", *WHOLE, *ODD])
TEXTS = st.lists(PIECES, max_size=12).map("".join)


def nodes(text: str) -> set[str]:
    """What kinds of markup a parser finds."""
    return {type(node).__name__ for node in mwparserfromhell.parse(text).filter()}


def read(text: str) -> str:
    """What a reader of the wiki sees, as the parser tells it."""
    return str(mwparserfromhell.parse(text.replace("<br>", "\n")).strip_code(collapse=False))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example(MARKUP)
@example("=\n=")
def test_a_text_is_read_as_it_was(text: str) -> None:
    """Whatever stands in an article, a parser finds text and character references alone, and these
    say what stood there.
    """
    kinds = nodes(escaped(text).replace("<br>", " "))
    assert kinds <= {"Text", "HTMLEntity"}
    assert read(escaped(text)) == text


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
@example(MARKUP, MARKUP)
@example("a'", "'b")
def test_a_table_is_read_as_it_was(one: str, other: str) -> None:
    """Two cells stay two cells, in a row of one table, with their texts."""
    made = render([Grid((Column("h"), Column("i")), ((Text(one), Text(other)),))], Display())
    (table,) = mwparserfromhell.parse(made.replace("<br>", "\n")).filter_tags(
        matches=lambda node: str(node.tag) == "table"
    )
    cells = table.contents.filter_tags(matches=lambda node: str(node.tag) == "td")
    texts = [str(cell.contents.strip_code(collapse=False)) for cell in cells]
    assert [text.strip() for text in texts] == [one.strip(), other.strip()]


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
@example("a'", "'b'", "'c")
@example("[", "[x]", "]")
def test_marked_words_stay_between_their_neighbours(before: str, text: str, after: str) -> None:
    """Bold words stand inside their sentence; nothing beside them becomes or breaks the marks."""
    quote = Quote("who", text, before, after, marked=True)
    made = render([Items((Item("x", (quote,)),))], Display()).replace("<br>", "\n")
    shown = str(mwparserfromhell.parse(made).strip_code(collapse=False))
    assert f"{before}{text}{after}".strip() in shown.strip()


def test_no_line_of_an_article_opens_a_block() -> None:
    """A paragraph that begins like a list, a heading, a rule or code is a paragraph."""
    for start in ("* a", "# a", ": a", "; a", "= a =", "---- a", " a"):
        (line,) = render([Line(start)], Display()).rstrip("\n").split("\n")
        assert line.startswith("&#")
    assert render([Line("a = b: c - d")], Display()) == "a = b: c - d\n"


def test_every_block_has_its_form() -> None:
    """Headings, lists with quotations, contrasts, boxes and places to write."""
    blocks: list[Block] = [
        Heading("T", level=1),
        Heading("S"),
        Line("aside", "aside"),
        Line("words", lead="Lead:"),
        Items((Item("one", (Quote("rfi", "b", "a ", " c", marked=True), Quote("", "d"))),)),
        Contrasts((Contrast("day", (Value("1", "a"), Value("2", "b")), "≠"),)),
        Short(Line("short")),
        Box((Line("row"),)),
        Box((Line("quoted"),), "quote"),
        Grid((Column("h"),), ((Text("x\ny"),), (Text(""),)), title="c"),
    ]
    assert render(blocks, Display()) == (
        "'''T'''\n\n== S ==\n\n''aside''\n\n'''Lead:''' words\n\n"
        "* one\n** rfi: a '''b''' c\n** d\n\n* day: 1 (a) ≠ 2 (b)\n\nshort\n\nrow\n\n"
        "<blockquote>\nquoted\n</blockquote>\n\n"
        '{| class="wikitable"\n|+ c\n! scope="col" | h\n|-\n| x<br>y\n|-\n| \n|}\n'
    )


def test_a_source_is_told_once_and_cited_by_name(comparison: Comparison) -> None:
    """Each source has one full reference, with outlet, title and day; others repeat its name."""
    text = render(story_blocks(comparison, quotes=True), Display(), comparison.sources)
    full = re.findall(r'<ref name="([^"]+)">(.+?)</ref>', text)
    assert sorted(name for name, _ in full) == sorted(s.id for s in comparison.sources)
    named = set(re.findall(r'<ref name="([^"]+)" />', text))
    assert named <= {s.id for s in comparison.sources}
    assert text.endswith("== References ==\n<references />\n")
    told = dict(full)
    assert told["harbourwire"].startswith("Harbour Wire, ")
    assert "6 May 2031" in told["harbourwire"]
    first = {name: text.index(f'<ref name="{name}">') for name in named}
    assert all(at < text.index(f'<ref name="{name}" />') for name, at in first.items())


def test_an_address_is_a_link_around_its_title(comparison: Comparison) -> None:
    """Brackets and quotation marks of an address are coded; another scheme is no link; a number
    alone is no name.
    """
    first = comparison.sources[0]
    article = replace(
        first.article, url="https://a.example/x'[y]", title="A ] title", outlet_name="O"
    )
    source = Source("2024", replace(first.document, article=article))
    blocks: list[Block] = [
        Line("w", source="2024"),
        Line("v", source="2024"),
        Line("u", source="?"),
    ]
    text = render(blocks, Display(), [source])
    assert '<ref name="source-2024">O, [https://a.example/x%27%5By%5D A &#93; title], ' in text
    assert 'v<ref name="source-2024" />\n' in text
    bad = replace(article, url="javascript:alert(1)")
    text = render(blocks, Display(), [Source("2024", replace(first.document, article=bad))])
    assert "[javascript" not in text


def test_the_story_is_the_stored_one(comparison: Comparison, stored: Stored) -> None:
    """The whole story with its quotations and references stands letter for letter."""
    blocks = story_blocks(comparison, quotes=True)
    text = wikitext.render(blocks, Display(), comparison.sources)
    stored("story.wiki", text)
    assert nodes(text) <= {"Text", "HTMLEntity", "Tag", "Heading", "ExternalLink"}
    tables = mwparserfromhell.parse(text).filter_tags(matches=lambda n: str(n.tag) == "table")
    assert len(tables) == sum(isinstance(block, Grid) for block in blocks)


def test_chinese_is_shown_in_the_script_asked_for(comparison: Comparison) -> None:
    """Texts and titles in references are converted alike."""
    text = render(
        story_blocks(comparison, "hans", quotes=True), Display(script="hans"), comparison.sources
    )
    assert "罷工" not in text
    assert "罢工" in text
