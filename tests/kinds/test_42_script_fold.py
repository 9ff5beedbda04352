"""One person in Simplified and in Traditional becomes two (OpenCC#602)."""

from __future__ import annotations

import pytest

from compare.model import PERSON
from tests.kinds.persons import made, persons
from tests.made import learn, mentions

PAIRS = [
    ("局长沈乾学8日表示，路已修好。", "局長沈乾學8日表示，路已修好。", "沈乾学"),
    ("馆长林汎森说，展览延期。", "館長林汎森說，展覽延期。", "林汎森"),
    ("导演钟孟宏说，影片下月上映。", "導演鍾孟宏說，影片下月上映。", "钟孟宏"),
    ("研究员范云表示，数据有误。", "研究員范雲表示，數據有誤。", "范云"),
    ("村长于学忠说，桥已断。", "村長于學忠說，橋已斷。", "于学忠"),
    ("教授余英时说，书已出版。", "教授余英時說，書已出版。", "余英时"),
    ("主任游锡坤说，会议取消。", "主任游錫堃說，會議取消。", ""),
    ("校长周后杰说，学校放假。", "校長周后杰說，學校放假。", "周后杰"),
    ("医生沈征说，病人出院。", "醫生沈徵說，病人出院。", ""),
    ("局长萧万长说，路已修好。", "局長蕭萬長說，路已修好。", ""),
]


@pytest.mark.parametrize(("hans", "hant", "name"), PAIRS)
def test_one_person_in_two_scripts_is_one(hans: str, hant: str, name: str) -> None:
    """Both articles name one entity, and it is a person in both."""
    one, other = made(hans, name="a"), made(hant, name="b")
    learned = learn([one, other])
    ids = [
        {m.entity for m in mentions(x, learned) if m.type == PERSON and len(m.text) > 1}
        for x in (one, other)
    ]
    assert len(ids[0]) == 1
    assert len(ids[1]) == 1
    if name:
        assert ids[0] == ids[1]
        assert name in persons(hans)


def test_another_person_stays_another() -> None:
    """Names that differ by more than the script are two persons."""
    one, other = (
        made("馆长林汎森说，展览延期。", name="a"),
        made("館長林汎生說，展覽延期。", name="b"),
    )
    learned = learn([one, other])
    ids = {m.entity for x in (one, other) for m in mentions(x, learned) if m.type == PERSON}
    assert len(ids) == 2
