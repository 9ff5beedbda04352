"""A time of day or another common word is taken for a person, a speaker or an amount, while a real
name beside it is missed (jieba#470, HanLP#692, #810, #504).
"""

from __future__ import annotations

import pytest

from tests.kinds.persons import amounts, persons, speakers

SIBLINGS = [
    ("昨天上午表示反对的人不多。", set()),
    ("今晚七点开始直播。", set()),
    ("明天下午四点三十分集合。日本呢，没有表态。", set()),
    ("凌晨两点，发言人说，火已扑灭。", set()),
    ("和谐、安宁与繁荣来之不易。", set()),
    ("于丽丽和文丽丽表示反对。", {"于丽丽", "文丽丽"}),
    ("向明明以及应小小出席。", {"向明明", "应小小"}),
    ("安全部门说，平安最重要。", set()),
    ("周末晚上宣布结果。高温天气仍将持续。", set()),
    ("黄金价格上涨，白银下跌。", set()),
    ("严重污染天气说来就来。", set()),
    ("于丽丽于周三抵达。", {"于丽丽"}),
    ("温度回升，江水上涨，雷雨将至。", set()),
    ("花生、白菜和马铃薯涨价。", set()),
]
TIMES = ["会议三点开始。", "上午九点出发。", "五点左右地面塌陷。", "凌晨四点半，警方说，案件已破。"]


@pytest.mark.parametrize(("text", "expected"), SIBLINGS)
def test_common_words_are_no_persons(text: str, expected: set[str]) -> None:
    """Only the names are persons."""
    assert set(persons(text)) == expected


@pytest.mark.parametrize("text", TIMES)
def test_a_time_is_no_amount_and_no_speaker(text: str) -> None:
    """An hour is neither counted nor does it speak."""
    assert not amounts(text)
    assert not [s for s in speakers(text) if "点" in s]


@pytest.mark.parametrize(
    ("text", "value"),
    [("他提出三点建议。", "3"), ("指数下跌一百二十点。", "120"), ("增长三点五个百分点。", "3.5")],
)
def test_points_are_still_amounts(text: str, value: str) -> None:
    """三点 with what it counts behind it is an amount."""
    assert [(v or "").split()[0] for v in amounts(text).values()] == [value]
