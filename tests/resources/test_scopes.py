"""Marks of scope: words that make the same statement one of another thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.resources.scopes import ScopeWords, scope_words


def known(language: str) -> ScopeWords:
    """The words of a language that has some."""
    found = scope_words(language)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("language", "text", "marks"),
    [
        ("en", "They had expected 12", [("had expected", "forecast")]),
        ("en", "Four of them, in total", [("of them", "part"), ("in total", "total")]),
        ("en", "EXPECTED", [("EXPECTED", "forecast")]),
        ("en", "the internet, a planner", []),
        ("en", "as of Monday", [("as of", "as_of")]),
        ("zh", "其中预计累计", [("其中", "part"), ("预计", "forecast"), ("累计", "total")]),
        ("en", "2 p.m. Beijing time", [("Beijing time", "zoned")]),
        ("en", "at half-time, initially", [("at half-time", "half"), ("initially", "early")]),
        ("zh", "上半场", [("上半场", "half")]),
        ("zh", "盘中一度", [("盘中", "early"), ("一度", "early")]),
        ("zh", "当地时间14时", [("当地时间", "zoned")]),
        ("zh", "没有什么", []),
        ("zh", "", []),
    ],
)  # fmt: skip
def test_marks_are_found(language: str, text: str, marks: list[tuple[str, str]]) -> None:
    """In text order, whole words in letters, and of two the longer."""
    found = known(language).find(text)
    assert [(text[start:end], name) for start, end, name in found] == marks


@pytest.mark.parametrize("language", ["und", "ja"])
def test_a_language_without_words_of_scope(language: str) -> None:
    """There is nothing to look for."""
    assert scope_words(language) is None


def test_every_language_names_the_same_scopes() -> None:
    """What makes another thing in one language can be told in the other."""
    assert set(known("en").names) == set(known("zh").names)


@pytest.mark.parametrize(
    ("language", "before", "found"),
    [
        ("en", "landed in ", True),
        ("en", "landed near the ", True),
        ("en", "landed in", False),
        ("en", "the captain ", False),
        ("zh", "飞抵", True),
        ("zh", "默克尔在", True),
        ("zh", "默克尔说", False),
    ],
)
def test_words_before_a_place(language: str, before: str, found: bool) -> None:
    """They stand right before it."""
    assert bool(known(language).locative.search(before)) is found


@pytest.mark.parametrize(
    ("language", "before", "found"),
    [
        ("en", "did not", True),
        ("en", "a notable", False),
        ("en", "No", True),
        ("zh", "市议会未", True),
        ("zh", "市议会", False),
    ],
)
def test_negations(language: str, before: str, found: bool) -> None:
    """Whole words in letters."""
    assert bool(known(language).denied.search(before)) is found


@pytest.mark.parametrize(
    ("language", "beside", "found"),
    [
        ("en", "the police said ", True),
        ("en", "the police said on ", True),
        ("en", "said the police on ", False),
        ("en", "foretold ", False),
        ("zh", "表示", True),
        ("zh", "抵达", False),
    ],
)
def test_words_of_saying_beside_a_time(language: str, beside: str, found: bool) -> None:
    """They stand right before the time in letters, and are found in Chinese."""
    assert bool(known(language).told.search(beside)) is found


@pytest.mark.parametrize(
    ("language", "beside", "found"),
    [
        ("en", "the worst since ", True),
        ("en", "the worst since the ", True),
        ("en", "since then on ", False),
        ("zh", "以来最严重", True),
        ("zh", "以來最嚴重", True),
        ("zh", "最严重", False),
    ],
)
def test_words_beside_a_time_from_which_is_counted(language: str, beside: str, found: bool) -> None:
    """They stand right before the time in letters, right behind it in Chinese."""
    assert bool(known(language).since.search(beside)) is found


@given(st.text(max_size=80), st.sampled_from(["en", "zh"]))
def test_marks_lie_in_order_inside_any_text(text: str, language: str) -> None:
    """None is empty and no two overlap."""
    end = 0
    for start, stop, name in known(language).find(text):
        assert end <= start < stop <= len(text)
        assert name in known(language).names
        end = stop
