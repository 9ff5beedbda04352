"""Paragraphs: what else is said around a value, without the values."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import pipeline
from compare.facts import Context, Contexts, contexts
from compare.model import Article, Fact
from compare.options import Options
from compare.reading.speech.days import speech
from tests.made import article


def read(made: Article, options: Options = Options()) -> tuple[list[Fact], Contexts]:
    """The facts of an article and their contexts."""
    names = pipeline.read_names([made])
    said = {made.id: speech(names.documents[made.id], names.mentions[made.id])}
    found = pipeline.read_facts(names, said)
    return found, contexts(found, names.documents, names.mentions, options)


def paragraph(made: Article, kind: str, options: Options = Options()) -> Context:
    """The paragraph of the first fact of a kind."""
    found, told = read(made, options)
    return told.paragraph[next(n for n, f in enumerate(found) if f.kind == kind)]


LINE = "The flood came on {} May. It killed {} people and cost ${} million. Rain fell for {} days."


def test_no_value_of_the_paragraph_stands_in_it() -> None:
    """Two reports that differ in all their figures and days have the same paragraphs."""
    one = paragraph(article("a", LINE.format(3, 31, 4, 2)), "money")
    other = paragraph(article("b", LINE.format(4, 940, 7, 5)), "money")
    assert one == other
    assert "Rain fell for" in one.text
    assert not any(c.isdigit() or c == "$" for c in one.text)


@pytest.mark.parametrize("kind", ["date", "number", "money", "duration"])
def test_all_facts_of_a_paragraph_have_the_same(kind: str) -> None:
    """Wherever in it they stand: each is left out, and so are its neighbours."""
    made = article("a", LINE.format(3, 31, 4, 2))
    assert paragraph(made, kind) == paragraph(made, "number")


def test_a_name_that_is_the_value_is_left_out_of_its_paragraph_only() -> None:
    """A place is no context of itself, and stays in that of the figure beside it."""
    made = article("a", "The dam broke. The flood killed 31 people in Geneva.")
    assert "Geneva" not in paragraph(made, "place").text
    assert "Geneva" in paragraph(made, "number").text
    assert paragraph(made, "number").names == {}


def test_a_headline_is_a_paragraph() -> None:
    """What stands in the text is no context of a figure of the headline, nor the other way."""
    made = article("a", "The dam broke. The flood killed 31 people.", title="Dam kills 19")
    found, told = read(made)
    texts = {f.part: told.paragraph[n].text for n, f in enumerate(found) if f.kind == "number"}
    assert texts == {"title": "Dam kills", "body": "The dam broke. The flood killed ."}


def test_a_chinese_paragraph_is_simplified() -> None:
    """Both scripts give the same words."""
    hant = article("a", "颱風登陸臺灣。31人受傷，損失400萬元。", language="zh-Hant")
    hans = article("b", "台风登陆台湾。40人受伤，损失700万元。")
    assert paragraph(hant, "number").text == paragraph(hans, "number").text
    assert "台风登陆台湾。" in paragraph(hans, "number").text
    assert paragraph(hant, "number").language == "zh-Hant"


BEFORE = " ".join(["The rain fell and the river rose."] * 12)
BEHIND = " ".join(["The wind blew and the roofs flew."] * 12)


@pytest.mark.parametrize("longest", [60, 100, 200])
def test_of_a_long_paragraph_what_stands_around_the_value(longest: int) -> None:
    """No more than half of it before the value, and all of it no longer than the option says."""
    text = f"{BEFORE} The flood killed 31 people. {BEHIND}"
    found = paragraph(article("a", text), "number", Options(fact_paragraph=longest)).text
    assert 0 < len(found) <= longest
    before, _, behind = found.partition("The flood killed")
    assert "river" in before
    assert len(before) <= longest // 2
    assert behind
    whole = paragraph(article("a", text), "number", Options(fact_paragraph=2000)).text
    assert len(whole) > len(BEFORE) + len(BEHIND)


@settings(max_examples=25, deadline=None)
@given(st.integers(20, 700), st.integers(0, 12), st.integers(0, 12))
def test_a_paragraph_is_never_longer_than_asked(longest: int, before: int, behind: int) -> None:
    """Whatever stands around the value, which itself is left out."""
    pieces = ["Rain fell."] * before + ["The flood killed 31 people."] + ["Wind blew."] * behind
    found = paragraph(article("a", " ".join(pieces)), "number", Options(fact_paragraph=longest))
    assert len(found.text) <= longest
    assert "31" not in found.text
