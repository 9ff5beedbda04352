"""Quotations: marks of every kind, nested, mixed and left open."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.reading.base.sentences import quotations

TEXTS = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            "「",
            "」",
            "『",
            "』",
            '"',
            "'",
            "‘",
            "’",
            "«",
            "»",
            "„",
            "它说",
            "it's",
            " ",
            "\n",
        ]
    ),
    max_size=24,
).map("".join)


def inner(text: str) -> list[str]:
    return [text[a:b] for a, b in (q.inner for q in quotations(text))]


@settings(deadline=None)
@given(TEXTS)
def test_quotations_nest(text: str) -> None:
    """Two quotations of one level never overlap, and a deeper one lies inside another."""
    found = quotations(text)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert "\n" not in text[one.start : one.end]
    for n, one in enumerate(found):
        for two in found[n + 1 :]:
            apart = two.start >= one.end
            within = two.end <= one.end
            assert apart or within or not (one.closed and two.closed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他说：“我们会来。”", ["我们会来。"]),
        ("他說：「我們會來。」", ["我們會來。"]),
        ("部長說：「他說『好』。」", ["他說『好』。", "好"]),
        ('He said "we will come" twice.', ["we will come"]),
        ('混用“开头与结尾"的文字', ["开头与结尾"]),
        ("The minister's aide said 'no comment' today.", ["no comment"]),
        ("It's the ministers' choice.", []),
        ("Er sagte: „Wir kommen.“", ["Wir kommen."]),
        ("Il a dit « oui » hier.", [" oui "]),
        ("没有引号", []),
    ],
)
def test_marks_of_each_kind_are_read(text: str, expected: list[str]) -> None:
    """Chinese, English, German and French marks open and close; apostrophes do not."""
    assert inner(text) == expected


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    """A quotation that runs over paragraphs is open in the first and closed in the last."""
    first, second = quotations("他说：“第一段没有完。\n“第二段完了。”")
    assert not first.closed
    assert second.closed
    text = "他说：“第一段没有完。\n“第二段完了。”"
    assert text[first.inner[0] : first.inner[1]] == "第一段没有完。"


def test_depth_counts_enclosing_quotations() -> None:
    """A quotation inside another has depth 1."""
    assert [q.depth for q in quotations("「外『內』外」")] == [0, 1]
