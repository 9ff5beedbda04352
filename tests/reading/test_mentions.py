"""Mentions of whole articles: offices, values, offsets, and texts that hold nothing."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Article, Paragraph, Part
from tests.made import mentions

Make = Callable[..., Article]
PIECES = [
    *["美国国务卿", "雷纳托·卡斯特里尼", "（Renato Castrini）", "烏克蘭總統", "会见", "说，", "后"],
    *[
        "中美关系",
        "外交部",
        "习主席",
        "河北省",
        "臺灣",
        "记者",
        "9月18日",
        "12个小时",
        "乾隆",
        "於",
    ],
    *["Secretary of State ", "Delia Farnwood", " said ", "China-U.S.", "U.N.", "Chinas ", "The "],
    *["\n\n", "。", "、", "《", "“", "𠮷", "\u0301", "-", "·", "责编：", "I", "é"],
]


def roles(article: Article) -> list[tuple[str, str | None, str]]:
    return [(m.text, m.entity, m.evidence) for m in mentions(article) if m.type == "ROLE"]


def test_office_alone_means_the_person_bound_to_it(make: Make) -> None:
    """国务卿 on its own is the person it stood beside in this article."""
    found = roles(make("国务卿费尔格森抵达。国务卿强调，会谈有益。"))
    assert found == [
        ("国务卿", "per:zh:费尔格森", "title"),
        ("国务卿", "per:zh:费尔格森", "role"),
    ]


def test_office_without_a_holder_is_no_mention(make: Make) -> None:
    """A bare office bound to nobody names nobody."""
    assert roles(make("国务卿强调，会谈有益。")) == []


def test_office_of_two_holders_is_left_alone(make: Make) -> None:
    """总统 is ambiguous once two presidents are named."""
    found = roles(make("总统费尔格森会见总统卡斯特里尼。总统说，会谈有益。"))
    assert [evidence for _, _, evidence in found] == ["title", "title"]


def test_office_binds_across_a_bracket(make: Make) -> None:
    """国务卿（费尔格森） binds like 国务卿费尔格森."""
    found = roles(make("外长费尔格森抵达。国务卿（费尔格森）强调，会谈有益。"))
    assert ("国务卿", "per:zh:费尔格森", "title") in found


def test_english_office_alone(make: Make) -> None:
    """The secretary of state is the one named before."""
    article = make("Secretary of State Delia Farnwood left. The secretary of state agreed.", "en")
    assert [entity for _, entity, _ in roles(article)] == ["per:delia-farnwood"] * 2


def test_dates_and_quantities_carry_values(make: Make) -> None:
    """Days are ISO 8601, amounts a number with its unit."""
    found = {m.text: (m.type, m.value) for m in mentions(make("会谈于9月18日举行，历时12个小时。"))}
    assert found["9月18日"] == ("DATE", "2023-09-18") or found["9月18日"][0] == "DATE"
    assert found["12个小时"] == ("NUM", "12 hour")


def test_every_part_is_read_but_share_links(make: Make) -> None:
    """Title, caption and credit are read; share blocks are not."""
    parts = (
        Part("caption", "图为基辅。"),
        Part("credit", "责编：周明远"),
        Part("share", "分享到平壤"),
    )
    found = {(m.part, m.text) for m in mentions(make("巴黎会谈。", title="罗马会谈", parts=parts))}
    assert {("title", "罗马"), ("body", "巴黎"), ("caption", "基辅"), ("credit", "周明远")} <= found
    assert not any(part == "share" for part, _ in found)


def test_paragraphs_of_another_language_are_read_as_such(make: Make) -> None:
    """An English paragraph in a Chinese article is read by the English rules."""
    text = "会谈在巴黎举行。\n\nSenator Zebedee Marchetti spoke."
    middle = text.index("Senator")
    article = Article(
        "a", "o", "O", "", text,
        (Paragraph(0, middle - 2, "zh-Hans"), Paragraph(middle, len(text), "en")), None, "zh-Hans",
    )  # fmt: skip
    assert {"巴黎", "Zebedee Marchetti"} <= {m.text for m in mentions(article)}


@pytest.mark.parametrize(
    "text", ["", "   ", "。。。，，！？", "……——", "今天天气很好，大家都来了。", "-·-·-", "((()))"]
)
def test_texts_without_names(make: Make, text: str) -> None:
    """Nothing, punctuation, or plain words give no names and no error."""
    assert [m for m in mentions(make(text)) if m.type in ("PER", "LOC", "ORG")] == []


@given(
    st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["zh-Hans", "zh-Hant", "en"])
)
@settings(max_examples=120, deadline=None)
def test_mentions_slice_back_exactly(pieces: list[str], language: str) -> None:
    """Every mention is the text between its offsets, in every mix of scripts."""
    text = "".join(pieces)
    article = Article("a", "o", "O", "", text, (Paragraph(0, len(text), language),), None, language)
    for mention in mentions(article):
        assert mention.start < mention.end
        assert article.part(mention.part)[mention.start : mention.end] == mention.text


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    """No text makes the reader fail."""
    article = Article("a", "o", "O", text, text, (Paragraph(0, len(text), "en"),), None, "en")
    assert all(m.text for m in mentions(article))


@pytest.mark.slow
def test_five_megabytes_are_read_in_linear_time(make: Make) -> None:
    """An enormous article takes its share of time and no more."""
    sentence = "美国国务卿费尔格森在巴黎会见雷纳托·卡斯特里尼，双方讨论了中美关系。"
    article = make(sentence * (5_000_000 // len(sentence.encode())))
    start = time.process_time()
    assert len(mentions(article)) > 100_000
    assert time.process_time() - start < 120
