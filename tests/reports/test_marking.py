"""Cutting texts at marked spans, merging rows, and words that differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.reports.marking import Node, Span, marked
from compare.reports.side_spans import comparable, tokens, word_changes

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8)


def flat(nodes: tuple[Node | str, ...]) -> str:
    """The text of the pieces, in order."""
    return "".join(n if isinstance(n, str) else flat(n.children) for n in nodes)


def names(nodes: tuple[Node | str, ...]) -> list[str]:
    """The names of the pieces, in order."""
    found = []
    for node in nodes:
        if isinstance(node, Node):
            found += [node.name] * bool(node.name) + names(node.children)
    return found


@given(SPANS, st.integers(0, 5))
def test_pieces_read_as_the_text(bounds: list[tuple[int, int]], start: int) -> None:
    """However spans nest or cross, the pieces in order are the text, and no name stands twice."""
    text = "abcdefghijklmnopqrstuvwxyz"
    spans = [Span(a, b, f"s{n}") for n, (a, b) in enumerate(bounds)]
    pieces = marked(text, spans, start)
    assert flat(pieces) == text
    assert len(set(names(pieces))) == len(names(pieces))
    begun = {s.name for s in spans if s.start < s.end and start <= s.start < start + len(text)}
    assert set(names(pieces)) == begun


def test_crossing_spans_are_cut() -> None:
    """The part of a span beyond another's edge is marked as well, without the name."""
    assert marked("abcdef", [Span(0, 4, "x"), Span(2, 6, "y", "k")]) == (
        Node("x", "", "", ("ab", Node("y", "k", "", ("cd",)))),
        Node("", "k", "", ("ef",)),
    )


def differing(left: str, right: str, language: str) -> tuple[list[str], list[str]]:
    """The words that differ, as texts."""
    gone, new = word_changes(left, right, language)
    return [left[a:b] for a, b in gone], [right[a:b] for a, b in new]


@pytest.mark.parametrize(
    ("left", "right", "language", "expected"),
    [
        (
            "The minister met the union on Monday.",
            "The minister met the dockers on Monday.",
            "en",
            (["union"], ["dockers"]),
        ),
        ("约一千名工人返岗。", "约两千名工人返岗。", "zh-Hans", (["一千名"], ["两千名"])),
        ("部长说工会同意复工。", "部長說工會同意復工。", "zh-Hans", ([], [])),
        ("The quay is open.", "Nobody expected rain today at all", "en", ([], [])),
        ("same", "same", "en", ([], [])),
        ("  spaced   out ", "spaced out", "en", ([], [])),
    ],
)
def test_words_that_differ(
    left: str, right: str, language: str, expected: tuple[list[str], list[str]]
) -> None:
    """Only differing words are marked; script, spaces and free wording are no difference."""
    found = differing(left, right, language)
    if language == "zh-Hans" and expected[0]:
        assert all(a in "".join(found[0]) or found[0][0] in a for a in expected[0])
        assert found[0] != []
        assert "工人返岗" not in "".join(found[0])
    else:
        assert found == expected


@given(st.text(st.sampled_from("ab ,.1'港務局说，。é\u0301"), max_size=30))
def test_tokens_cover_all_but_white_space(text: str) -> None:
    """Every character that is no white space stands in exactly one word, in either family."""
    for language in ("en", "zh-Hans"):
        covered = [i for _, a, b in tokens(text, language) for i in range(a, b)]
        assert len(set(covered)) == len(covered)
        assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)


def test_scripts_are_one_language_but_unknown_is_none() -> None:
    """Simplified and Traditional can be compared word by word, other pairs and unknown cannot."""
    assert comparable("zh-Hans", "zh-Hant")
    assert not comparable("zh-Hans", "en")
    assert not comparable("und", "und")
