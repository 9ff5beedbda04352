"""Reports of one event (facts, reactions, follow-ups) are one story in a folder that holds little
else, and an article without a date is grouped with its story (real articles).
"""

# ruff: noqa: E501 - sample texts stand on one line, as in a file
from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.grouped import Folder, groups

FERRY: Folder = {
    "a": ("北岛渡轮倾覆 5人遇难", "2023-08-02", "新华社",
          "8月1日20时许，北岛附近海域一艘渡轮倾覆，造成5人遇难、14人获救。海事部门派出六艘船搜救。倾覆原因正在调查。"),
    "b": ("省长赴北岛看望获救乘客 要求彻查", "2023-08-02", "人民日报",
          "省长2日赴北岛看望渡轮倾覆事故获救乘客，要求彻查原因，严肃问责，做好遇难者家属安抚工作。"),
    "c": ("渡輪翻覆釀5死 船長被扣查", "2023-08-03", "星岛日报",
          "北島渡輪1日晚翻覆，釀成5死14傷。警方2日晚通報，姓何船長已被扣查。獲救者稱船上嚴重超載。"),
    "d": ("北岛渡轮事故：省长要求问责", "2023-08-02", "8world",
          "省长要求彻查北岛渡轮倾覆原因，严肃问责。事故造成5人遇难，14人获救。"),
}  # fmt: skip
MINE: Folder = {
    "a": ("Blast at Korvald mine kills seven", "2023-08-02", "Reuters",
          ("An explosion at a coal mine near Korvald killed seven miners and injured 12 on Tuesday "
          "night, rescuers said. Firefighters were sent to the pit. The cause is not known.")),
    "b": ("Minister promises families an inquiry", "2023-08-02", "BBC",
          ("The energy minister promised the families of the dead miners a full inquiry on Wednesday. "
          "She said that those responsible for the explosion near Korvald would be punished.")),
    "c": ("Mine manager held after blast", "2023-08-03", "Guardian",
          ("Police held the manager of the Korvald coal mine on Wednesday after an explosion that killed "
          "seven. Survivors said that alarms had been switched off.")),
    "d": ("Inquiry ordered into Korvald explosion", "2023-08-02", "AP",
          ("The energy minister ordered an inquiry into the explosion at the Korvald mine and said those "
          "responsible would be punished. Seven miners died and 12 were injured.")),
}  # fmt: skip
CROWD: Folder = {
    "a": ("古城灯会发生踩踏 3死19伤", "2024-02-25", "新华社",
          "2月24日21时许，古城灯会现场发生踩踏，造成3人死亡、19人受伤。伤者已送医。"),
    "b": ("市政府道歉 取消后续灯会活动", "2024-02-25", "人民日报",
          "市政府25日就灯会踩踏事故致歉，宣布取消古城灯会后续活动，成立调查组，严肃追责。"),
    "c": ("古城燈會踩踏 主辦方負責人被帶走", "2024-02-26", "明报",
          "古城燈會24日晚發生踩踏，3死19傷。警方稱，主辦公司負責人已被帶走調查。"),
}  # fmt: skip
BESIDE: Folder = {
    "x": ("南港地铁三号线通车", "2023-08-02", "新华社", "南港地铁三号线2日通车，全长31公里。总经理许岚说，票价不变。"),
    "y": ("Tarvin Air orders twelve jets", "2023-08-02", "Reuters",
          ("Tarvin Air ordered twelve jets on Wednesday, chief executive Owen Price said. They will be "
          "delivered from 2026.")),
}  # fmt: skip


def _without_dates(folder: Folder, names: str) -> Folder:
    return {n: (t, "" if n in names else d, o, b) for n, (t, d, o, b) in folder.items()}


ONE: dict[str, Folder] = {
    "ferry": FERRY,
    "mine": MINE,
    "crowd": CROWD,
    "ferry, some undated": _without_dates(FERRY, "bc"),
    "mine, some undated": _without_dates(MINE, "bd"),
    "mine, all undated": _without_dates(MINE, "abcd"),
    "ferry, one dated": _without_dates(FERRY, "bcd"),
    "crowd, one undated": _without_dates(CROWD, "c"),
}


@pytest.mark.parametrize("name", ONE)
def test_one_event_is_one_story(tmp_path: Path, name: str) -> None:
    """Facts and reactions, dated or not, stand together in a folder of one event."""
    assert groups(tmp_path, ONE[name]) == {frozenset(ONE[name])}


@pytest.mark.parametrize("name", ONE)
def test_another_event_stands_beside_it(tmp_path: Path, name: str) -> None:
    """Two other pieces in the folder are joined to nothing."""
    assert groups(tmp_path, {**ONE[name], **BESIDE}) == {
        frozenset(ONE[name]), frozenset("x"), frozenset("y"),
    }  # fmt: skip


def test_two_events_of_one_kind_stay_apart(tmp_path: Path) -> None:
    """A ferry and a mine, each with its reactions, are two stories, dated or not."""
    other = {name.upper(): article for name, article in MINE.items()}
    found = groups(tmp_path, {**_without_dates(FERRY, "b"), **_without_dates(other, "D")})
    assert found == {frozenset("abcd"), frozenset("ABCD")}


def test_an_undated_article_of_another_event_stays_alone(tmp_path: Path) -> None:
    """Without a date too, only what tells of the same event is joined."""
    lone = ("Fire at Lisk paper mill", "", "BBC",
            ("A fire destroyed a paper mill in Lisk, the fire service said. Nobody was hurt. Forty "
            "workers had left an hour before."))  # fmt: skip
    assert groups(tmp_path, {**MINE, "z": lone}) == {frozenset("abcd"), frozenset("z")}
