"""Measuring and wrapping by display width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from compare.reports.columns import display_width, wrapped

LETTERS = "ab -—,.“”（）《》，。、：台海和平紐約é\u0301👩\u200d🔬ไทย한국のは1\n"
TEXTS = st.text(st.sampled_from(LETTERS), max_size=60)


@given(TEXTS, st.integers(2, 30))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    """Every wrapped line fits the width, whatever the script."""
    assert all(display_width(line) <= width for line in wrapped(text, width))


@given(TEXTS, st.integers(2, 30))
def test_wrapping_keeps_every_grapheme(text: str, width: int) -> None:
    """Wrapping changes nothing but white space, and cuts no grapheme."""
    lines = wrapped(text, width)
    kept = [g for line in lines for g in iter_graphemes(line) if not g.isspace()]
    assert kept == [g for part in text.split("\n") for g in iter_graphemes(part) if not g.isspace()]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("维护台海和平。", 12, ["维护台海和", "平。"]),
        ("他说：“维护和平”", 8, ["他说：", "“维护和", "平”"]),
        ("Antony Blinken 与韩正会面", 16, ["Antony Blinken", "与韩正会面"]),
        ("unbreakableword", 6, ["unbrea", "kablew", "ord"]),
        ("", 10, [""]),
        ("one\ntwo", 10, ["one", "two"]),
        ("。。。。。", 4, ["。。", "。。", "。"]),
    ],
)
def test_lines_break_where_a_reader_expects(text: str, width: int, lines: list[str]) -> None:
    """A closing mark never begins a line, an opening one never ends it, and words stay whole."""
    assert wrapped(text, width) == lines
