"""Slugs, family names and leading entities."""

from __future__ import annotations

from datetime import date

import pytest

from compare.model import Entity, Mention
from compare.options import Options
from compare.stories.naming import ascii_words, family_name, leading, slug, unique
from tests.stories.made_articles import article, mention

ADA = Entity("per:ada", "Ada Byron", "PER", {"en": "Ada Byron"})
GU = Entity("per:gu", "Gu Ailing", "PER", {"en": "Gu Ailing"})
LIMA = Entity("geo:lima", "Lima", "LOC", {"en": "Lima"})
PERU = Entity("cc:PE", "Peru", "LOC", {"en": "Peru"})
KNOWN = {e.id: e for e in (ADA, GU, LIMA, PERU)}


def slug_of(title: str, *names: tuple[str, str, str]) -> str:
    a = article("a", title)
    found: list[Mention] = [mention(a, text, kind, entity, "title") for text, kind, entity in names]
    return slug(a, [a], {"a": found}, KNOWN, Options())


@pytest.mark.parametrize(
    ("entity", "family"),
    [
        (Entity("x", "Ursula von der Leyen", "PER", family="von der Leyen"), "vonderleyen"),
        (Entity("x", "Joe Biden", "PER"), "biden"),
        (Entity("x", "Xi Jinping", "PER"), "xi"),
        (Entity("x", "José Piñera", "PER"), "pinera"),
        (Entity("x", "Pelé", "PER"), "pele"),
        (Entity("x", "王小明", "PER"), "wang"),
        (Entity("x", "歐陽小明", "PER"), "ouyang"),
        (Entity("x", "曾小明", "PER"), "zeng"),
        (Entity("x", "艾達·奎爾", "PER"), "kuier"),
        (Entity("x", "奎尔", "PER"), "kuier"),
        (Entity("x", "x", "PER", {"en": "?", "zh-Hans": "李小红"}, "李"), "li"),
        (Entity("x", "さくら", "PER"), None),
    ],
)
def test_family_names_are_ascii(entity: Entity, family: str | None) -> None:
    """The given family name wins; else Chinese order is recognised, else the last word counts;
    hanzi are read in pinyin.
    """
    assert family_name(entity) == family


def test_persons_stand_in_headline_order() -> None:
    """Two persons make the slug, in the order in which the headline names them."""
    assert (
        slug_of("顾爱凌会见拜伦", ("拜伦", "PER", "per:ada"), ("顾爱凌", "PER", "per:gu"))
        == "gu-byron"
    )


def test_one_person_is_joined_by_place_or_event() -> None:
    """A single name says too little."""
    assert slug_of("顾爱凌访问利马", ("顾爱凌", "PER", "per:gu"), ("利马", "LOC", "geo:lima")) == (
        "gu-lima-visit"
    )


def test_a_place_and_an_event_name_what_nobody_stands_for() -> None:
    """A city comes before its country, and the event is given in English."""
    title = "秘鲁利马发生地震"
    places = (("秘鲁", "LOC", "cc:PE"), ("利马", "LOC", "geo:lima"))
    assert slug_of(title, *places) == "lima-quake"


def test_words_name_what_has_no_names() -> None:
    """English headline words serve, without dull ones; even nothing has a slug."""
    assert slug_of("How to keep tomatoes alive") == "keep-tomatoes"
    assert slug_of("さくら") == "story"


def test_a_chinese_headline_without_known_names_is_read_in_pinyin() -> None:
    """People, places and words of the headline without a Latin form still make an ASCII slug."""
    people = (("王小明", "PER", "x1"), ("李小红", "PER", "x2"))
    assert slug_of("王小明会见李小红", *people) == "wang-li"
    assert slug_of("王小明退休", people[0]) == "wang-tuixiu"
    assert slug_of("肥乡区发生地震", ("肥乡区", "LOC", "x3")) == "feixiangqu-quake"
    assert slug_of("果树种植") == "guoshu-zhongzhi"


def test_a_slug_says_the_event_and_no_figure() -> None:
    """Neither a number, nor the place once more as a possessive or an adjective."""
    peruvian = ("Peruvian", "LOC", "cc:PE")
    assert slug_of("Peruvian finance minister resigns", peruvian) == "peru-finance-minister"
    limas = ("Lima", "LOC", "geo:lima")
    assert slug_of("Lima's 158 quiet buses", limas) == "lima-quiet-buses"


def test_clashes_get_the_date_and_then_a_number() -> None:
    """The first keeps the plain slug."""
    day = date(2023, 10, 28)
    assert unique(["a", "a", "a", "b", "a"], [None, day, day, None, None]) == [
        "a",
        "a-2023-10-28",
        "a-2023-10-28-2",
        "b",
        "a-2",
    ]


def test_leading_entities_are_those_that_most_articles_lead_with() -> None:
    """Headline names come first, countries last, unknown ones not at all."""
    a = article("a", "Ada in Peru", "Ada saw Lima and X.")
    found = [
        mention(a, "Ada", entity="per:ada", part="title"),
        mention(a, "Peru", "LOC", "cc:PE", "title"),
        mention(a, "Lima", "LOC", "geo:lima"),
        mention(a, "X"),
    ]
    assert leading([a], {"a": found}, KNOWN, Options()) == (ADA, LIMA, PERU)


def test_ascii_words_drop_what_has_no_latin_form() -> None:
    """Accents go, hanzi go."""
    assert ascii_words("Viña del Mar 山火") == ["vina", "del", "mar"]
