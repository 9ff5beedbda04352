"""With words between a Chinese name and its verb (对此, 就……, 回应……, 面对……) the statement is the
name's, and the words are no speaker (CoreNLP#905, #604).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.voices import Sibling, complaints

SIBLINGS = [
    Sibling(
        "市长陈建国就停电一事回应称，电网已经恢复。", {"电网已经恢复": "陈建国"}, language="zh"
    ),
    Sibling(
        "陈建国在谈到罢工时说，谈判仍在继续。",
        {"谈判仍在继续": "陈建国"},
        silent=("罢工",),
        language="zh",
    ),
    Sibling(
        "对于网上传闻，陈建国回应说，绝无此事。",
        {"绝无此事": "陈建国"},
        silent=("传闻", "网上传闻"),
        language="zh",
    ),
    Sibling("就此，何丽指出，合同早已签好。", {"合同早已签好": "何丽"}, language="zh"),
    Sibling(
        "何丽在被问及赔偿时表示，金额未定。", {"金额未定": "何丽"}, silent=("赔偿",), language="zh"
    ),
    Sibling(
        "针对网传消息，东港警方通报称，两人已被拘留。", {"两人已被拘留": "警方"}, language="zh"
    ),
    Sibling(
        "面对记者追问，何丽坦言，预算不够。",
        {"预算不够": "何丽"},
        silent=("记者", "追问"),
        language="zh",
    ),
    Sibling(
        "何丽随后就此事解释说，账目没有问题。",
        {"账目没有问题": "何丽"},
        silent=("此事",),
        language="zh",
    ),
    Sibling("有关部门对此回应称，正在核实。", {"正在核实": "有关部门"}, language="zh"),
    Sibling(
        "外交部发言人林岳昨日在回应有关提问时强调，立场没有改变。",
        {"立场没有改变": "林岳"},
        silent=("提问", "有关提问"),
        language="zh",
    ),
    Sibling("美方对此表示遗憾。", silent=("对此", "美方对此"), language="zh"),
    Sibling(
        "局長林岳應對媒體時說，名單不會更改。",
        {"名單不會更改": "林岳"},
        silent=("林岳應",),
        language="zh",
    ),
    Sibling(
        "陈建国回应批评时称，工期不变。面对外界质疑，他强调，一切合规。",
        {"工期不变": "陈建国", "一切合规": "陈建国"},
        silent=("批评", "外界质疑", "外界"),
        language="zh",
    ),
    Sibling(
        "盗贼撞飞大批游客后逃走。市长批示要求，立即抢修。",
        silent=("盗贼撞飞大", "撞飞大", "示"),
        language="zh",
    ),
    Sibling("省长批示指出，要尽快恢复供水。", {"要尽快恢复供水": "省长"}, language="zh"),
    Sibling(
        "大批民众到场，警方展示了证据。", silent=("大", "示"), unsaid=("民众到场",), language="zh"
    ),
]


@pytest.mark.parametrize("sibling", SIBLINGS, ids=str)
def test_words_between_name_and_verb_leave_the_speaker(sibling: Sibling, tmp_path: Path) -> None:
    """The name in front says it; what it answers to is no speaker."""
    assert not complaints(sibling, tmp_path)
