"""Clock times in running text."""

from __future__ import annotations

import pytest

from compare.reading.slots import times


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("at 8:15 p.m. on Monday", "en", [(20, 15, True)]),
        ("from 3 pm to 4:30 pm", "en", [(15, 0, True), (16, 30, True)]),
        ("shortly after noon, before midnight", "en", [(12, 0, True), (0, 0, True)]),
        ("at 12 a.m. and 12 p.m.", "en", [(0, 0, True), (12, 0, True)]),
        ("the alarm at 9:20", "en", [(9, 20, False)]),
        ("at 20:15 local time", "en", [(20, 15, True)]),
        ("a score of 3:2, $3.50", "en", []),
        ("晚上8点半抵达", "zh-Hans", [(20, 30, True)]),
        ("下午3时15分", "zh-Hans", [(15, 15, True)]),
        ("下午三點一刻", "zh-Hant", [(15, 15, True)]),
        ("凌晨0时许", "zh-Hans", [(0, 0, True)]),
        ("中午12点，中午1:30", "zh-Hans", [(12, 0, True), (13, 30, True)]),
        ("傍晚6点，晚8:00", "zh-Hans", [(18, 0, True), (20, 0, True)]),
        ("晚上12点", "zh-Hans", [(0, 0, True)]),
        ("北京时间20时30分", "zh-Hans", [(20, 30, True)]),
        ("8时20分出发", "zh-Hans", [(8, 20, False)]),
        ("提出三点建议，历时8小时，当时", "zh-Hans", []),
        ("上午十点", "zh-Hans", [(10, 0, True)]),
        ("上午99点", "zh-Hans", []),
        ("um 20:15 Uhr", "de", [(20, 15, True)]),
        ("vers 9:05", "fr", [(9, 5, False)]),
    ],
)
def test_clock_times(text: str, language: str, expected: list[tuple[int, int, bool]]) -> None:
    """Hours are read with the part of the day; what only the context settles is unsure."""
    found = times(text, language)
    assert [(c.hour, c.minute, c.sure) for c in found] == expected
    assert all(text[c.start : c.end] == c.text for c in found)
