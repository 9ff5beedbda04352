"""A name that holds a numeral or a unit is cut, not seen, or counted as an amount (HanLP#779)."""

from __future__ import annotations

import pytest

from tests.kinds.persons import amounts, persons

# text, persons, amounts as written
SIBLINGS = [
    ("周二平、刘三姐和黄百川出席仪式。", {"周二平", "刘三姐", "黄百川"}, set()),
    ("镇长吴三元表示，镇里投资五亿元。", {"吴三元"}, {"五亿元"}),
    ("商人钱百万说，价格涨到两元。", {"钱百万"}, {"两元"}),
    ("队长万千说，三十二人获救。", {"万千"}, {"三十二人"}),
    ("工程师李一楠和王千美到场。", {"李一楠", "王千美"}, set()),
    ("司机何五郎说，车上有六人。", {"何五郎"}, {"六人"}),
    ("公司发现八天然气田。", set(), set()),
    ("三千米兰球迷聚集广场。", set(), set()),
    ("游客张万年在山里走了三天。", {"张万年"}, {"三天"}),
    ("十分钟后她离开。工程花了三百万元。", set(), {"十分钟", "三百万元"}),
]


@pytest.mark.parametrize(("text", "people", "numbers"), SIBLINGS)
def test_a_numeral_in_a_name_is_no_amount(text: str, people: set[str], numbers: set[str]) -> None:
    """Names with numerals are persons, and only what counts something is an amount."""
    got = {a for a, v in amounts(text).items() if (v or "").partition(" ")[2]}
    assert set(persons(text)) == people
    assert got == numbers
