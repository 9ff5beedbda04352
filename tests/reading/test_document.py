"""An article as read: its slots, whatever stands around them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import BODY, TITLE, Article, Paragraph, Part
from compare.reading.document import document
from tests.made import article

DAY = date(2023, 9, 20)
ENGLISH = "The ministry signed a $2.5 million contract with the yard on Tuesday, September 19."
CHINESE = ("外交部发言人周三表示，双方同意继续磋商。", "会谈历时12个小时，晚上8点半结束。")


def mixed(*paragraphs: tuple[str, str], language: str) -> Article:
    """An article whose paragraphs have languages of their own."""
    text, spans = "", []
    for words, tongue in paragraphs:
        text += "\n\n" if text else ""
        spans.append(Paragraph(len(text), len(text) + len(words), tongue))
        text += words
    return Article("a", "o", "O", "", text, tuple(spans), DAY, language)


ALONE = mixed((ENGLISH, "en"), language="en")
INSIDE = mixed(
    (CHINESE[0], "zh-Hans"), (ENGLISH, "en"), (CHINESE[1], "zh-Hans"), language="zh-Hans"
)


@pytest.mark.parametrize("made", [ALONE, INSIDE], ids=["alone", "inside a Chinese article"])
def test_a_paragraph_is_read_in_its_own_language(made: Article) -> None:
    """An English paragraph gives the same day and sum wherever it stands."""
    body = document(made).parts[BODY]
    days = [d.iso for d in body.dates if made.text[d.start : d.end] in ("September 19", "Tuesday")]
    sums = [(a.value, a.unit) for a in body.amounts if "$" in a.text]
    assert set(days or [d.iso for d in body.dates]) == {"2023-09-19"}
    assert sums == [(2_500_000, "USD")]


def test_slots_of_both_languages_stand_side_by_side() -> None:
    """Sentences know their language and paragraph; Chinese slots are read as Chinese."""
    made = document(INSIDE)
    assert [(s.language, s.paragraph) for s in made.body()] == [
        ("zh-Hans", 0), ("en", 1), ("zh-Hans", 2),
    ]  # fmt: skip
    assert [(c.text, c.hour, c.minute) for c in made.parts[BODY].times] == [("晚上8点半", 20, 30)]
    assert (12, "hour") in [(a.value, a.unit) for a in made.parts[BODY].amounts]


def test_every_part_is_read_and_only_three_are_compared() -> None:
    """Title, body, captions and credits have slots; the sentences of a credit are not compared."""
    parts = (Part("caption", "两国外长握手"), Part("credit", "记者 王小明"))
    made = Article("a", "o", "O", "会谈在纽约举行", CHINESE[0], (), DAY, "zh-Hans", parts=parts)
    read = document(made)
    assert list(read.parts) == [TITLE, BODY, "caption", "credit"]
    assert [s.part for s in read.sentences()] == [TITLE, BODY, "caption"]


def test_an_amount_knows_what_it_counts() -> None:
    """The words behind a number are kept, and their unit when it is a known one."""
    made = document(article("a", "Port staff counted 41 big rusty ships and three trucks."))
    (ships, trucks) = made.parts[BODY].amounts
    assert made.parts[BODY].text[slice(*ships.counts or (0, 0))] == "big rusty ships"
    assert ships.unit == "ship"
    assert trucks.unit == "vehicle"


def test_what_stands_in_an_article_depends_on_it_alone() -> None:
    """The same article gives an equal Document, whatever was read before."""
    first = document(INSIDE)
    document(ALONE)
    assert document(INSIDE) == first


def test_an_empty_article_has_no_parts() -> None:
    """Nothing to read is no error."""
    assert document(article("a")).parts == {}
    assert list(document(article("a")).sentences()) == []


TEXT = st.text(
    alphabet="会谈纽约9月18日周二12个小时。，“”「」 abcdeM,.'\"$3pm:05\n一二三点半", max_size=120
)


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXT.map(str.strip).filter(bool), min_size=1, max_size=3), st.booleans())
def test_every_slot_slices_back(paragraphs: list[str], english: bool) -> None:
    """Whatever is found lies in its part and reads the same there."""
    texts = [p.replace("\n", " ") for p in paragraphs]
    made = article("a", *texts, language="en" if english else "zh-Hans")
    read = document(made)
    for part in read.parts.values():
        for slot in (*part.dates, *part.times, *part.amounts):
            assert part.text[slot.start : slot.end] == slot.text
        for one in part.sentences:
            assert all(one.start <= a < b <= one.end for a, b in one.clauses)
            assert part.text[one.start : one.end].strip() == part.text[one.start : one.end]
        for quotation in part.quotations:
            a, b = quotation.inner
            assert all(a <= c < d <= b for c, d in quotation.clauses)
    for block in read.blocks:
        for name in block.names:
            assert block.start <= name.start < name.end <= block.end
