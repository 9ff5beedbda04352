# ruff: noqa: E501, ISC004 - a line of a page or text is shown as one
"""Text inside an inline tag stays in its sentence, whatever the tag (reference: trafilatura#825)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.saved import article, paragraphs

_PAGE = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
</head><body><header><a href="/">Start</a></header><article><h1>{title}</h1>
{body}</article><footer><a href="/about">About</a></footer></body></html>"""

SIBLINGS = [
    (
        "time and address",
        "en",
        "<p>The last tram leaves at <time>23:40</time> from <address>4 Quay Street</address> "
        "and the city asked people to plan for it, the operator said.</p>"
        "<p>Services resume on <time datetime='2024-03-05'>Tuesday</time> at dawn.</p>",
        ["The last tram leaves at 23:40 from", "Services resume on Tuesday at dawn."],
    ),
    (
        "forms",
        "en",
        "<p>The board counted <output for='a b'>1,204</output> ballots, of which "
        "<meter value='.6'>60 percent</meter> came by post, <label for='x'>clerk</label> Ada Holt "
        "said in the <button type='button' class='gloss'>canvass</button> report.</p>"
        "<p>A second count begins on Friday in the town hall, she told the council.</p>",
        ["counted 1,204 ballots, of which 60 percent came by post, clerk Ada Holt said in the "
         "canvass report."],
    ),
    (
        "quotations",
        "en",
        "<p>The harbour master called the plan <q>a gift to nobody</q> and left the room before "
        "the vote was taken on Monday evening.</p><p>Two members abstained from the vote.</p>",
        ["called the plan “a gift to nobody” and left the room"],
    ),
    (
        "quotations that are marked already",
        "en",
        "<p>The harbour master called the plan “<q>a gift to nobody</q>” and left the room before "
        "the vote was taken on Monday evening.</p><p>Two members abstained from the vote.</p>",
        ["called the plan “a gift to nobody” and left the room"],
    ),
    (
        "Chinese",
        "zh-Hans",
        "<p>榆林港<time datetime='2024-03-05'>周二</time>恢复通航，港务局称<data value='12'>十二</data>艘货轮"
        "<ins>已经</ins>离港，<label>船员</label>全部平安。</p><p>港务局长<a href='/t'>宋岚</a>说，"
        "<q>航道已经清理完毕</q>，本周内不会再关闭。</p>",
        ["榆林港周二恢复通航，港务局称十二艘货轮已经离港，船员全部平安。",
         "港务局长宋岚说，“航道已经清理完毕”，本周内不会再关闭。"],
    ),
    (
        "readings of Japanese",
        "ja",
        "<p><ruby>霧島<rp>(</rp><rt>きりしま</rt><rp>)</rp></ruby>市は五日、港の工事を再開したと"
        "<time>午後三時</time>に発表した。</p><p>市長は会見で、工事は年内に終わる見通しだと述べた。</p>",
        ["霧島市は五日、港の工事を再開したと午後三時に発表した。"],
    ),
    (
        "custom elements",
        "en",
        "<p>The <x-term id='t1'>northern ring</x-term> road stays shut until <x-date>May</x-date>, "
        "and <kbd>bus 40</kbd> goes by the <var>old</var> bridge, the <samp>county</samp> said.</p>"
        "<p>Drivers lose about <small>twenty</small> minutes a day, by the county's own count.</p>",
        ["The northern ring road stays shut until May, and bus 40 goes by the old bridge, the "
         "county said.", "Drivers lose about twenty minutes a day"],
    ),
    (
        "classes of sharing and adverts on a word",
        "en",
        "<p>The town voted <span class='share'>to share</span> its <em class='ad related'>water"
        "</em> with the <b class='caption'>valley</b>, by nine votes to four on Monday.</p>"
        "<p>The pipe will be ready in the autumn of next year, the engineer said.</p>",
        ["The town voted to share its water with the valley, by nine votes to four on Monday."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "lang", "body", "right"), SIBLINGS, ids=[s[0] for s in SIBLINGS])
def test_words_in_inline_tags_stay_in_their_sentence(
    tmp_path: Path, name: str, lang: str, body: str, right: list[str]
) -> None:
    """Every word of a sentence stays in it, in its own paragraph."""
    title = "Notice of the day"
    found = paragraphs(article(tmp_path, _PAGE.format(lang=lang, title=title, body=body)))
    for words in right:
        assert any(words in p for p in found), (name, words, found)


CONTROLS = [
    ("script and style", "<p>One long sentence that stands in the body of the page today."
     "<script>JUNK()</script><style>.JUNK{}</style></p><p>Another sentence follows it here.</p>"),
    ("lists of choices", "<p>One long sentence that stands in the body of the page today.</p>"
     "<form><select><option>JUNK</option></select><button>JUNK now</button></form>"
     "<p>Another sentence follows it here, the clerk said.</p>"),
    ("a button of its own", "<p>One long sentence that stands in the body of the page today.</p>"
     "<div><button>Listen JUNK</button></div><p>Another sentence follows it here too.</p>"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "body"), CONTROLS, ids=[c[0] for c in CONTROLS])
def test_scripts_and_controls_stay_out(tmp_path: Path, name: str, body: str) -> None:
    """What is no sentence is no text, though its tag may also stand in one."""
    found = article(tmp_path, _PAGE.format(lang="en", title="Notice of the day", body=body))
    assert "JUNK" not in found.text, name
    assert "Another sentence" in found.text
