"""A Chinese quotation that stands before its speaker keeps that speaker, and the narrator's words
between two halves are nobody's (pySBD#99).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.voices import Sibling, complaints

SIBLINGS = [
    Sibling("“谁负责？”王丽追问。", {"谁负责？": "王丽"}, ("谁负责？",), language="zh"),
    Sibling(
        "“我们不知道。”赵强摇了摇头说，“等通知吧。”",
        {"我们不知道。": "赵强", "等通知吧。": "赵强"},
        ("等通知吧。",),
        ("摇了摇头",),
        language="zh",
    ),
    Sibling("「票還有嗎？」陳文傑問道。", {"票還有嗎？": "陳文傑"}, language="zh"),
    Sibling(
        "陈建国推开门。“有人吗？”他喊道。", {"有人吗？": "陈建国|他"}, ("有人吗？",), language="zh"
    ),
    Sibling(
        "“太晚了！”刘芳叹道，“早该修了。”她补充说，“去年就该修。”",
        {"太晚了！": "刘芳", "早该修了。": "刘芳", "去年就该修。": "刘芳"},
        unsaid=("刘芳叹道", "她补充说"),
        language="zh",
    ),
    Sibling(
        '"涨了多少？"孙涛问，"两成吗？"',
        {"涨了多少？": "孙涛", "两成吗？": "孙涛"},
        unsaid=("孙涛问",),
        language="zh",
    ),
    Sibling(
        "“行。”马超回答。“不过要快。”",
        {"行。": "马超", "不过要快。": "马超"},
        unsaid=("马超回答",),
        language="zh",
    ),
    Sibling("“请回吧。”一名门卫低声说。", {"请回吧。": "门卫"}, language="zh"),
    Sibling(
        "吴磊到场。“车开了吗？”他又问。李明没有回答。",
        {"车开了吗？": "吴磊|他"},
        silent=("李明",),
        language="zh",
    ),
    Sibling("王丽说：“他问‘谁负责？’我没答。”", {"他问‘谁负责？’我没答。": "王丽"}, language="zh"),
    Sibling(
        "“平安号”轮船昨日起航。李明问了票价。",
        unquoted=("平安号",),
        silent=("李明",),
        language="zh",
    ),
    Sibling(
        "“门票多少钱？”“二十元。”售票员答道。",
        {"二十元。": "售票员"},
        unsaid=("售票员答道",),
        language="zh",
    ),
]


@pytest.mark.parametrize("sibling", SIBLINGS, ids=str)
def test_a_quotation_before_its_speaker_is_that_speakers(sibling: Sibling, tmp_path: Path) -> None:
    """Each half of a quotation has its speaker, and the words between have none."""
    assert not complaints(sibling, tmp_path)
