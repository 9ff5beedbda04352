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
        ("half past six in the evening", "en", [(18, 30, True)]),
        ("at ten at night, at ten people", "en", [(22, 0, True)]),
        ("at 11.30 on Wednesday morning, 11.30 percent", "en", [(11, 30, True)]),
        ("at 9.05 p.m. and 10pm", "en", [(21, 5, True), (22, 0, True)]),
        ("at 0415 GMT, in 0415 units", "en", [(4, 15, True)]),
        ("quarter to ten, nine o'clock", "en", [(9, 45, False), (9, 0, False)]),
        ("at 12 noon, in the afternoon", "en", [(12, 0, True)]),
        ("ten to nine Republicans, from 9 to 5", "en", []),
        ("正午时分，午夜，零时生效", "zh-Hans", [(12, 0, True), (0, 0, True), (0, 0, True)]),
        ("零点五、零時差、午夜场", "zh-Hans", []),
        ("下午4时许，凌晨1点半，晚7时", "zh-Hans", [(16, 0, True), (1, 30, True), (19, 0, True)]),
        ("24点前，15:45", "zh-Hans", [(0, 0, True), (15, 45, True)]),
        ("上涨15点", "zh-Hans", []),
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


@pytest.mark.parametrize(
    ("text", "language", "zones"),
    [
        ("at 9.05 p.m. local time", "en", ["local time"]),
        ("8 p.m. (1200 GMT)", "en", ["", "GMT"]),
        ("10pm Beijing time, 5:30 p.m. ET", "en", ["Beijing", "ET"]),
        ("9 p.m. New York time, 06:40 UTC+8", "en", ["New York", "UTC+8"]),
        ("by noon last time", "en", [""]),
        ("北京时间11月20日晚7时30分", "zh-Hans", ["北京"]),
        ("當地時間上午11時，台北時間八點", "zh-Hant", ["當地", "台北"]),
        ("格林尼治时间4时15分", "zh-Hans", ["格林尼治"]),
        ("渥太華時間正午，晚8時", "zh-Hant", ["渥太華", ""]),
        ("20时（北京时间）、20:00 GMT", "zh-Hans", ["北京", "GMT"]),
        ("发布时间20:30", "zh-Hans", [""]),
    ],
)
def test_zones(text: str, language: str, zones: list[str]) -> None:
    """The zone beside an hour is the place or the sign that the text names, in its words."""
    assert [c.zone for c in times(text, language)] == zones
