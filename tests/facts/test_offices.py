"""Offices that somebody comes into: read, and held against each other."""

from __future__ import annotations

from datetime import date

import pytest

from compare import pipeline
from compare.model import Article, Story

DAY = date(2026, 3, 2)


def report(name: str, text: str, language: str) -> Article:
    """An article of our own."""
    return Article(name, name, name, "", text, (), DAY, language)


@pytest.mark.parametrize(
    ("text", "language", "office"),
    [
        ("Lena Marek was named on Monday as ambassador to Brazil.", "en", "ambassador to brazil"),
        ("Lena Marek joins the cabinet as its new defence minister.", "en", "defence minister"),
        ("莱娜·马雷克周一出任教育部长。", "zh-Hans", "教育部长"),
        ("總統任命李文成為駐挪威大使。", "zh-Hant", "驻挪威大使"),
    ],
)
def test_an_office_is_read(text: str, language: str, office: str) -> None:
    """What somebody is named as, in small letters and Simplified characters."""
    article = report("a", text, language)
    names = pipeline.read_names([article])
    found = pipeline.read_facts(names, {"a": pipeline.inspect(article).speech})
    assert [f.value.text for f in found if f.kind == "role"] == [office]


def test_no_office_without_a_word_for_coming_into_it() -> None:
    """An office beside a name is who somebody is, not what they become."""
    article = report("a", "Defence Minister Lena Marek met the ambassador to Brazil.", "en")
    names = pipeline.read_names([article])
    found = pipeline.read_facts(names, {"a": pipeline.inspect(article).speech})
    assert [f for f in found if f.kind == "role"] == []


def test_two_offices_of_one_person_contradict_each_other() -> None:
    """They are a discrepancy that names both."""
    one = "Ingrid Sall joins Corland's cabinet as deputy prime minister, the government said."
    other = "Ingrid Sall joins Corland's cabinet as defence minister, the government said."
    both = (report("left", one, "en"), report("right", other, "en"))
    found = pipeline.analyse(Story("office", "", DAY, DAY, both)).discrepancies
    assert [(d.kind, d.severity) for d in found] == [("actor", "conflict")]
    assert {side.span for side in found[0].sides} == {"deputy prime minister", "defence minister"}
