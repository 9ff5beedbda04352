"""Comparability from text: how what two sentences say stands to each other."""

from __future__ import annotations

from datetime import date

import pytest

from compare import pipeline
from compare.facts import Rules
from compare.model import Fact, Relation
from compare.options import Options
from compare.reading.speech.days import speech
from tests.made import article

SAME, CONFLICT = Relation("same"), Relation("conflict")
CONVERTED = Relation("less exact", "unit")
PERIOD = Relation("compatible", "other period")
ZONE = Relation("compatible", "time zone")


def facts(one: str, other: str, kind: str) -> tuple[list[Fact], list[Fact], Rules]:
    """The facts of a kind in two sentences of one day, and the rules for them."""
    both = [article("east", one), article("west", other)]
    names = pipeline.read_names(both)
    said = {a.id: speech(names.documents[a.id], names.mentions[a.id]) for a in both}
    found = [f for f in pipeline.read_facts(names, said) if f.kind == kind]
    left, right = ([f for f in found if f.article == name] for name in ("east", "west"))
    return left, right, Rules({a.id: a for a in both}, Options())


def relation(one: str, other: str, kind: str) -> Relation | None:
    """How the facts of a kind in two sentences stand to each other: all alike, both ways."""
    left, right, rules = facts(one, other, kind)
    assert left
    assert right
    found = {rules.relation(*pair) for a in left for b in right for pair in ((a, b), (b, a))}
    (only,) = found
    return only


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The strike lasted six months.", "The strike lasted 180 days.", CONVERTED),
        ("The strike lasted six months.", "罢工持续180天。", CONVERTED),
        ("The strike lasted six months.", "罷工持續100天。", CONFLICT),
        ("The strike lasted two years.", "罢工持续24个月。", SAME),
        ("The man was jailed for four years and eight months.", "该男子被判监禁56个月。", SAME),
        ("The man was jailed for four years and eight months.", "该男子被判监禁4年零8个月。", SAME),
        ("The man was jailed for one year and six months.", "He was jailed for 540 days.",
         CONVERTED),
        ("The man was jailed for four years and eight months.", "He was jailed for four years.",
         CONFLICT),
        ("The vote took 2 hours 15 minutes.", "投票历时135分钟。", SAME),
    ],
)  # fmt: skip
def test_stretches_of_time(one: str, other: str, expected: Relation) -> None:
    """Months are held against days, and stretches in two units against those in one."""
    assert relation(one, other, "duration") == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "The 46-year-old Emmanuel Macron resigned.",
            "The 47-year-old Emmanuel Macron resigned.",
            CONFLICT,
        ),
        ("The 46-year-old Emmanuel Macron resigned.", "47岁的马克龙辞职。", CONFLICT),
        ("The 46-year-old Emmanuel Macron resigned.", "46歲的馬克龍辭職。", SAME),
        ("The 46-year-old Emmanuel Macron resigned.", "The 69-year-old Angela Merkel spoke.", None),
        ("A 46-year-old man was arrested.", "A 47-year-old man was arrested.", None),
    ],
)
def test_ages_need_a_common_name(one: str, other: str, expected: Relation | None) -> None:
    """Two men of whom nobody says who they are may be of two ages."""
    assert relation(one, other, "number") == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "In the second quarter the shipyard had revenue of $40 million.",
            "In the first quarter the shipyard had revenue of $31 million.",
            PERIOD,
        ),
        (
            "In the second quarter the shipyard had revenue of $40 million.",
            "船厂第一季度营收3100万美元。",
            PERIOD,
        ),
        ("船厂4月营收3100万美元。", "船廠5月營收4000萬美元。", PERIOD),
        (
            "In the second quarter the shipyard had revenue of $40 million.",
            "船厂第二季度营收3100万美元。",
            CONFLICT,
        ),
        (
            "In the second quarter the shipyard had revenue of $40 million.",
            "The shipyard had revenue of $31 million.",
            CONFLICT,
        ),
        ("船厂周五营收3100万美元。", "船廠周六營收4000萬美元。", CONFLICT),
    ],
)
def test_sums_over_two_periods(one: str, other: str, expected: Relation) -> None:
    """Two quarters or months are two sums, where both sentences name one; two days are none."""
    assert relation(one, other, "money") == expected


def test_over_what_a_figure_is_counted() -> None:
    """The stretch that stands before it in its sentence, else the first behind it."""
    line = "In the first quarter revenue was $31 million, and $40 million in the second quarter."
    found, _, _ = facts(line, line, "money")
    first = date(2024, 1, 1), date(2024, 3, 31)
    assert found[0].over == first
    behind, _, _ = facts("Revenue was $40 million in the second quarter.", line, "money")
    assert [f.over for f in behind] == [(date(2024, 4, 1), date(2024, 6, 30))]
    deaths, _, _ = facts("Floods killed 31 people in April.", line, "number")
    assert [f.over for f in deaths] == [(date(2024, 4, 1), date(2024, 4, 30))]
    strike, _, _ = facts("The strike lasted six days in April.", line, "duration")
    assert [f.over for f in strike] == [None]


@pytest.mark.parametrize(
    ("one", "other", "kind", "expected"),
    [
        ("The bridge collapsed on 3 May.", "The mayor resigned on 4 May.", "date", None),
        ("The bridge collapsed on 3 May.", "大桥5月4日坍塌。", "date", CONFLICT),
        ("The bridge collapsed on 3 May.", "市长5月4日辞职。", "date", None),
        ("The bridge collapsed at 6 a.m.", "The mayor resigned at 7 a.m.", "time", None),
        ("The bridge collapsed at 6 a.m.", "大橋早上7時坍塌。", "time", CONFLICT),
        ("The bridge collapsed at 6 a.m.", "大桥早上6时坍塌。", "time", SAME),
    ],
)
def test_times_of_two_events(one: str, other: str, kind: str, expected: Relation | None) -> None:
    """When a bridge falls and when a mayor goes are two times, whatever they are."""
    assert relation(one, other, kind) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Rovers won the match against City.", "Rovers lost the match against City.", None),
        ("默克尔赢得选举。", "马克龙输掉选举。", None),
        ("The council approved the budget.", "The council did not approve the budget.", CONFLICT),
        ("The council approved the budget.", "市議會未通過預算案。", CONFLICT),
        ("The council approved the budget.", "The council rejected the budget.", CONFLICT),
        ("The council rejected the budget.", "市议会没有通过预算案。", SAME),
    ],
)
def test_outcomes(one: str, other: str, expected: Relation | None) -> None:
    """What mirrors the other does not deny it: who won and who lost are said of two."""
    assert relation(one, other, "outcome") == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("卡洛斯·艾南德茲辭職。", "卡洛斯·埃尔南德斯辞职。", SAME),
        ("卡洛斯·艾南德茲辭職。", "安娜·凯勒辞职。", CONFLICT),
    ],
)
def test_a_name_of_which_a_part_is_spelled_alike(one: str, other: str, expected: Relation) -> None:
    """One man, of whom two scripts spell the second name in their own way."""
    assert relation(one, other, "person") == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The quake struck at 11 p.m. GMT on 3 May.", "地震发生在5月4日。", ZONE),
        ("The quake struck on 3 May.", "地震发生在北京时间5月4日。", ZONE),
        ("The quake struck on 3 May.", "地震發生在台灣時間5月4日。", ZONE),
        ("The quake struck on 3 May.", "地震发生在北京时间5月5日。", CONFLICT),
        ("The quake struck on 3 May.", "地震发生在5月4日。", CONFLICT),
    ],
)
def test_days_by_two_clocks(one: str, other: str, expected: Relation) -> None:
    """Where one names the zone it counts in, the day may be the next one."""
    assert relation(one, other, "date") == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The crash injured 60 people.", "The ferry has 600 seats.", None),
        ("The crash injured 60 people.", "The crash injured 60.", SAME),
        ("The crash injured 60 people.", "撞车造成62人受伤。", CONFLICT),
    ],
)
def test_persons_and_seats(one: str, other: str, expected: Relation | None) -> None:
    """How many are hurt is held against no seats."""
    assert relation(one, other, "number") == expected
