"""Families of articles with the stories, relations and marks that a careful reader gives them."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from compare import pipeline, sources
from compare.model import Article, Story

CASES = Path(__file__).parent.parent / "cases" / "stories"
FAMILIES = sorted(p.parent.name for p in CASES.glob("*/expected.json"))


def read(family: str) -> list[Article]:
    articles, aside = sources.read_all(sorted((CASES / family).glob("*.md")))
    assert not aside
    return articles


def expected(family: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((CASES / family / "expected.json").read_text("utf-8"))
    return data


def key(article: Article) -> str:
    return Path(article.file).stem


def groups(stories: list[Story]) -> list[list[str]]:
    return sorted(sorted(key(a) for a in story.articles) for story in stories)


def by_article(stories: list[Story]) -> dict[str, Story]:
    return {key(a): story for story in stories for a in story.articles}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_falls_into_its_stories(family: str) -> None:
    """Every family is grouped as its reader grouped it, with relations and marks."""
    want = expected(family)
    stories = pipeline.group(read(family))
    assert groups(stories) == sorted(sorted(group) for group in want["groups"])
    where = by_article(stories)
    for one, other in want.get("related", []):
        assert where[other].slug in where[one].related
        assert where[one].slug in where[other].related
    marked = {k: list(story.marks) for k, story in where.items() if story.marks}
    for name, marks in want.get("marks", {}).items():
        assert list(where[name].marks) == marks
    assert {where[k].slug for k in marked} == {where[k].slug for k in want.get("marks", {})}


def test_all_families_together_fall_into_the_same_stories() -> None:
    """Families do not mix when they are read together, in any order of the articles."""
    articles = [article for family in FAMILIES for article in read(family)]
    random.Random(7).shuffle(articles)  # noqa: S311 (an order, no secret)
    stories = pipeline.group(articles)
    found = sorted(
        sorted("/".join(Path(a.file).parts[-2:]) for a in story.articles) for story in stories
    )
    want = sorted(
        sorted(f"{family}/{name}.md" for name in group)
        for family in FAMILIES
        for group in expected(family)["groups"]
    )
    assert found == want
    assert len({story.slug for story in stories}) == len(stories)
    assert all(story.slug.isascii() for story in stories)


def test_the_seeds_are_four_stories() -> None:
    """The seeds are the June, September and October meetings, each under its persons' names, and
    the English sample.
    """
    seeds = Path(__file__).parent.parent.parent / "seeds"
    articles, _ = sources.read_all([seeds])
    stories = pipeline.group(articles)
    assert [(s.slug, len(s.articles)) for s in stories] == [
        ("xi-blinken", 1),
        ("blinken-han", 4),
        ("blinken-wang", 1),
        ("kelling-bridge-closed", 4),
    ]


def test_no_article_is_no_story() -> None:
    """Grouping nothing gives nothing."""
    assert pipeline.group([]) == []
