"""One event is one story though the headlines or the languages differ, and unrelated pieces about
the same country stay apart (worldmonitor#3195, #6001, IntMap#295).
"""

# ruff: noqa: E501 - sample texts stand on one line, as in a file
from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.grouped import Folder, groups

D = "2023-11-09"
RAID: Folder = {
    "a": ("Borduria shells border town", D, "AP",
          ("Bordurian artillery shelled the border town of Niedrow before dawn on Thursday, killing six "
          "people, officials said.\n\nMayor Tomas Hradek said 21 people were hurt and a school was in "
          "ruins.\n\nThe army said it had destroyed four guns.")),
    "b": ("Six dead in Niedrow as talks collapse", D, "BBC",
          ("Six people died when shells fell on Niedrow early on Thursday, rescuers said, hours after "
          "talks with Borduria had broken down.\n\nMayor Tomas Hradek said a school had been hit and 21 "
          "people were in hospital.")),
    "c": ("涅德罗遭炮击 六人死亡", D, "新华社",
          "边境城镇涅德罗9日凌晨遭炮击，六人死亡，二十一人受伤，市长托马斯·赫拉德克说。\n\n一所学校成为废墟。\n\n军方称摧毁了四门火炮。"),
    "d": ("Six morts dans le bombardement de Niedrow", D, "Le Monde",
          ("L'artillerie bordure a bombardé la ville frontalière de Niedrow jeudi avant l'aube, tuant six "
          "personnes, selon les autorités.\n\nLe maire Tomas Hradek a fait état de 21 blessés et d'une "
          "école détruite.")),
}  # fmt: skip
OTHERS: Folder = {
    "x": ("Niedrow museum shows old maps", D, "BBC",
          ("A museum in Niedrow opened a show of old maps on Thursday. Curator Lena Falk said that most "
          "were never shown before.")),
    "y": ("Borduria sells bonds", D, "Reuters",
          ("Borduria sold bonds worth two billion dollars on Thursday, the finance ministry said. Demand "
          "was high.")),
}  # fmt: skip
FLOOD: Folder = {
    "a": ("Dam burst floods Lisk valley", D, "Reuters",
          ("A dam burst above the Lisk valley on Thursday, flooding 300 homes, the governor, Petra Sand, "
          "said.\n\nEleven people are missing. Two thousand were taken to schools.")),
    "b": ("Eleven missing after flood in Lisk", D, "Guardian",
          ("Eleven people were missing on Thursday after water from a broken dam swept through the Lisk "
          "valley.\n\nGovernor Petra Sand said 300 houses stood under water.")),
    "c": ("利斯克山谷溃坝 十一人失踪", D, "新华社",
          "利斯克山谷上游一座水坝9日溃决，三百所房屋被淹，十一人失踪，省长佩特拉·桑德说。\n\n两千人被转移到学校。"),
}  # fmt: skip
VISIT: Folder = {
    "a": ("President of Chile in Tokyo for talks on lithium", D, "Reuters",
          ("Chile's president met Japan's prime minister in Tokyo on Thursday and signed an agreement on "
          "lithium.\n\nThe two agreed to build a plant by 2027.")),
    "b": ("智利总统访日签锂矿协议", D, "新华社",
          "智利总统9日在东京会见日本首相，双方签署锂矿合作协议。\n\n双方同意2027年前建成一座工厂。"),
    "c": ("Chile und Japan vereinbaren Lithium-Fabrik", D, "Spiegel",
          ("Chiles Präsident und Japans Ministerpräsident haben am Donnerstag in Tokio ein Abkommen über "
          "Lithium unterzeichnet. Bis 2027 soll eine Fabrik entstehen.")),
}  # fmt: skip
SINKING: Folder = {
    "a": ("Zubrovia bombs Lutz harbour, sinks ferry", D, "AP",
          ("Zubrovian jets bombed the Sylvanian port of Lutz on Wednesday night, officials said.\n\n"
          "Thirteen people died and 40 were hurt, harbour master Ilja Marek said. A grain store was on "
          "fire.\n\nThe air force said it had shot down three of the jets.")),
    "b": ("Thirteen dead in Lutz as Sylvania hits back at depot", D, "BBC",
          ("Thirteen people died in air raids on Lutz, rescuers said, while Sylvania said it had blown up "
          "a Zubrovian fuel depot.\n\nHarbour master Ilja Marek said 40 were in hospital. A grain store "
          "burned.")),
    "c": ("卢茨港遭轰炸 十三人死亡", D, "新华社",
          "锡尔瓦尼亚港口城市卢茨8日夜间遭战机轰炸，十三人死亡，四十人受伤，港务长伊利亚·马雷克说。\n\n一座粮仓起火。\n\n空军称击落三架战机。"),
    "d": ("Sylvania live: depot blown up; port raided", D, "Guardian",
          ("Sylvania blew up a Zubrovian fuel depot on Thursday, hours after jets killed thirteen in "
          "Lutz.\n\nHarbour master Ilja Marek said the port would stay shut.")),
}  # fmt: skip
FIRE: Folder = {
    "a": ("Chemical plant burns in Morn, 4,000 told to stay indoors", D, "Reuters",
          ("A fire at the Velsa chemical plant in Morn sent black smoke over the city on Thursday and "
          "4,000 people were told to stay indoors.\n\nFire chief Dana Kroll said two workers were hurt.")),
    "b": ("莫恩化工厂大火 四千居民闭门不出", D, "新华社",
          "莫恩市韦尔萨化工厂9日发生火灾，黑烟笼罩全城，四千名居民被要求留在室内。\n\n消防局长达娜·克罗尔说，两名工人受伤。"),
    "c": ("Incendie d'une usine chimique à Morn", D, "Le Monde",
          ("Un incendie dans l'usine chimique Velsa de Morn a couvert la ville de fumée noire jeudi ; 4 000 "
          "habitants ont dû rester chez eux.\n\nDeux ouvriers ont été blessés, selon Dana Kroll, chef des "
          "pompiers.")),
}  # fmt: skip
ONE: dict[str, Folder] = {
    "raid": RAID, "flood": FLOOD, "visit": VISIT, "sinking": SINKING, "fire": FIRE,
}  # fmt: skip


@pytest.mark.parametrize("name", ONE)
def test_languages_and_headlines_do_not_split_an_event(tmp_path: Path, name: str) -> None:
    """All reports of the event are one story."""
    assert groups(tmp_path, ONE[name]) == {frozenset(ONE[name])}


@pytest.mark.parametrize("name", ONE)
def test_unrelated_pieces_stay_apart(tmp_path: Path, name: str) -> None:
    """A museum of the town and the bonds of the country are stories of their own."""
    assert groups(tmp_path, {**ONE[name], **OTHERS}) == {
        frozenset(ONE[name]), frozenset("x"), frozenset("y"),
    }  # fmt: skip


def test_pieces_about_the_two_countries_stay_out(tmp_path: Path) -> None:
    """A cup and a central bank of the countries at war are no part of the raid."""
    others: Folder = {
        "x": ("Sylvania wins fencing cup in Lutz", D, "BBC",
              ("Sylvania won the fencing cup in Lutz on Wednesday after a draw with Zubrovia.\n\nCaptain "
              "Rosa Timm thanked the crowd.")),
        "y": ("Zubrovia central bank cuts rates", D, "Reuters",
              ("The central bank of Zubrovia cut its rate to 6 percent on Thursday, governor Otto Pless "
              "said.\n\nInflation was 3 percent in October.")),
    }  # fmt: skip
    assert groups(tmp_path, {**SINKING, **others}) == {
        frozenset("abcd"), frozenset("x"), frozenset("y"),
    }  # fmt: skip


def test_events_of_one_day_in_two_languages_stay_apart(tmp_path: Path) -> None:
    """Shelling and flood, each in English and Chinese, are two stories."""
    other = {name.upper(): article for name, article in FLOOD.items()}
    found = groups(tmp_path, {**{n: RAID[n] for n in "abc"}, **other})
    assert found == {frozenset("abc"), frozenset("ABC")}
