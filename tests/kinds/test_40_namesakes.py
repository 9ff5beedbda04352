"""An unknown person with the family name of a famous one becomes the famous one; a surname in front
of a common word or an office becomes a famous person (gbrain#2723, oke-challenge#18).
"""

from __future__ import annotations

import pytest

from compare.model import PERSON
from compare.reading import names
from tests.kinds.persons import found, made
from tests.made import learn, mentions

# text, the full name, the id that nothing in it may have
STRANGERS = [
    (
        "Anna Putin, a nurse, called the police. Putin said help came late.",
        "Anna Putin",
        "per:vladimir-putin",
    ),
    (
        "Officer Mark Trump closed the road. Trump said nobody was hurt.",
        "Mark Trump",
        "per:donald-trump",
    ),
    (
        "Luis Maduro, a baker, saw it. “It was loud,” Maduro said.",
        "Luis Maduro",
        "per:nicolas-maduro",
    ),
    ("Minister Olga Lavrov thanked them.", "Olga Lavrov", "per:sergei-lavrov"),
    ("Teacher Ruth Macron won the race. Ms. Macron is 31.", "Ruth Macron", "per:emmanuel-macron"),
    ("The driver, Peter Merkel, 44, was unhurt.", "Peter Merkel", "per:angela-merkel"),
    ("司机玛丽娜·普京说，道路关闭。普京没有受伤。", "玛丽娜·普京", "per:vladimir-putin"),
    ("护士安娜·特朗普表示，诊所已满。特朗普称，人手不够。", "安娜·特朗普", "per:donald-trump"),
    ("老師露絲·馬克宏說，學校關閉。", "露絲·馬克宏", "per:emmanuel-macron"),
]
FAMOUS = [
    ("Vladimir Putin met reporters. Putin said it was short.", "Putin", "per:vladimir-putin"),
    ("President Putin said it was short.", "Putin", "per:vladimir-putin"),
    ("Russia's Putin said it was short.", "Putin", "per:vladimir-putin"),
    ("Donald J. Trump won. Trump thanked voters.", "Trump", "per:donald-trump"),
    ("法国总统马克龙抵达北京。", "马克龙", "per:emmanuel-macron"),
    ("美國總統特朗普抵達北京。", "特朗普", "per:donald-trump"),
]


@pytest.mark.parametrize(("text", "full", "famous"), STRANGERS)
def test_a_namesake_is_another_person(text: str, full: str, famous: str) -> None:
    """A stranger's full name is found, and no part of the text names the famous one."""
    got = found(text)
    assert full in [m.text for m in got]
    assert famous not in {m.entity for m in got}


@pytest.mark.parametrize(("text", "short", "entity"), FAMOUS)
def test_the_famous_stay_who_they_are(text: str, short: str, entity: str) -> None:
    """A family name alone still names the famous person where nobody else bears it."""
    assert entity in {m.entity for m in found(text) if short in m.text}


def test_a_family_name_is_resolved_within_the_article() -> None:
    """Mr. Lam is the Lam of this article, in every later place."""
    text = "Peter Lam owns a shop. Mr. Lam said sales fell. Lam may close it."
    assert {m.entity for m in found(text) if "Lam" in m.text} == {"per:peter-lam"}


def test_two_of_a_name_are_told_apart_by_their_titles() -> None:
    """Where two bear the family name, the famous one is named by the full name alone."""
    text = "Vladimir Putin spoke. Anna Putin, a nurse from Perm, spoke too."
    assert {m.entity for m in found(text)} >= {"per:vladimir-putin", "per:anna-putin"}


@pytest.mark.parametrize(
    ("text", "famous"),
    [
        ("王毅会见记者。王校长说，学校明天放假。", "per:wang-yi"),
        ("李强主持会议。李医生说，病人出院。", "per:li-qiang"),
        ("習近平發表講話。習老師說，學校明天放假。", "per:xi-jinping"),
        ("王毅会见记者。国王校长期间的改革失败。", "per:wang-yi"),
        ("蔡英文發表談話。連校長都說，學校沒有錯。", "per:lien-chan"),
        ("賴清德發表談話。賴局長說，道路封閉。", "per:lai-ching-te"),
    ],
)
def test_an_office_that_somebody_never_held_is_a_strangers(text: str, famous: str) -> None:
    """A surname with the office of a headmaster is not the minister of the article."""
    assert famous not in {
        m.entity
        for m in found(text)
        if "长" in m.text or "長" in m.text or "医" in m.text or "師" in m.text
    }


@pytest.mark.parametrize(
    ("text", "short", "entity"),
    [
        ("美國副總統賀錦麗抵達東京。賀副總統說，會談有益。", "賀副總統", "per:kamala-harris"),
        ("賀錦麗抵達東京。賀副總統說，會談有益。", "賀副總統", "per:kamala-harris"),
        ("王毅会见记者。王外长说，会谈有益。", "王外长", "per:wang-yi"),
        ("校长王志远到场。王校长说，学校没有错。", "王校长", "per:zh:王志远"),
    ],
)
def test_a_surname_with_their_office_is_them(text: str, short: str, entity: str) -> None:
    """The surname with an office that fits names the person of the article."""
    assert {m.entity for m in found(text) if m.text == short} == {entity}


def test_the_secretary_general_is_a_ban() -> None:
    """Korean names begin with the family name."""
    got = mentions(made("Ban Ki-moon opened the meeting. Ban said more was needed."))
    assert {m.entity for m in got if m.type == PERSON} == {"per:ban-ki-moon"}
    assert sum(m.type == PERSON for m in got) == 2


def test_another_article_of_the_run_lends_no_namesake() -> None:
    """The only full name of the run is not asked where the article names its own bearer."""
    famous = made("Vladimir Putin spoke with reporters.", name="a")
    crash = made("Nurse Anna Putin called the police. Putin said help came.", name="b")
    learned: names.Learned = learn([famous, crash])
    assert "per:vladimir-putin" not in {m.entity for m in mentions(crash, learned)}
