"""The word behind or before a Chinese name (等, 的, 与, 说, 村民) is taken into it, or the
name is not seen (HanLP#880, #707, #678, #726).
"""

from __future__ import annotations

import pytest

from tests.kinds.persons import persons, speakers

# text, the persons in it (every one, as written)
SIBLINGS = [
    ("赵学平等人赶到现场，表示会尽快修复。", {"赵学平"}),
    ("民警陈志强等表示，搜救仍在继续。", {"陈志强"}),
    ("副校长王强说，学校下周恢复上课。", {"王强"}),
    ("副院长刘芳说，伤者情况稳定。刘芳还说，两人已经出院。", {"刘芳"}),
    ("村民孙玉兰家中进水。孙玉兰说，水涨得很快。", {"孙玉兰"}),
    ("记者来到村民郭秀莲家，她正在晾晒粮食。", {"郭秀莲"}),
    ("馬國明於昨日下午離開醫院。", {"馬國明"}),
    ("警長陳志健於上午抵達現場。", {"陳志健"}),
    ("兩國會談昨日結束。兩會期間交通管制。", set()),
    ("张三丰说，他不会放弃。", {"张三丰"}),
    ("经理李四光今天到会。", {"李四光"}),
    ("董事长何伟与员工座谈。何伟说，公司不会裁员。", {"何伟"}),
    ("周敏7日表示，展览将延期。", {"周敏"}),
    ("发言人高峰强调，谈判仍在进行。", {"高峰"}),
    ("教练黄志明的合同到期。黄志明拒绝续约。", {"黄志明"}),
    ("主任徐建会见了来访的代表。", {"徐建"}),
    ("县长张爱民在会上说，路已修通。", {"张爱民"}),
    ("教师罗成和学生一起种树。罗成称，共种了百棵。", {"罗成"}),
]
SPEAKERS = [
    ("副馆长张明说，藏品共有六百件。", "张明"),
    ("赵学平等表示会尽快修复道路。", "赵学平"),
    ("局长周敏9日表示，道路将于明年通车。", "周敏"),
]


@pytest.mark.parametrize(("text", "expected"), SIBLINGS)
def test_a_name_ends_before_the_word_behind_it(text: str, expected: set[str]) -> None:
    """Every person has exactly the hanzi of the name, and no word gives one."""
    assert set(persons(text)) == expected


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_the_speaker_is_the_name_alone(text: str, speaker: str) -> None:
    """What is said is given to the name without its office and verb."""
    assert speaker in speakers(text)
