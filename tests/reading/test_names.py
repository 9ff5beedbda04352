"""Linking names across languages: by the list, by sound, and against rivals."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import InputError
from compare.options import Options
from compare.reading.names.links import link_names, matches

SOUND = Options(name_list=False)
LATIN = [
    "Bronwyn Halvorsen",
    "Duncan McAllister",
    "Henrik Lindqvist",
    "Kensuke Morikawa",
    "Lucas Fernandes",
    "Park Min-jae",
    "Samuel Robertson",
    "Tran Quoc Bao",
    "Wang Jianhua",
    "Wu Shu-fen",
]
PAIRS = {
    "塞缪尔·罗伯逊": "Samuel Robertson",
    "罗伯逊": "Samuel Robertson",
    "邓肯·麦卡利斯特": "Duncan McAllister",
    "卢卡斯·费尔南德斯": "Lucas Fernandes",
    "林德奎斯特": "Henrik Lindqvist",
    "王建华": "Wang Jianhua",
    "吴淑芬": "Wu Shu-fen",
    "朴敏在": "Park Min-jae",
    "陈国宝": "Tran Quoc Bao",
    "森川健介": "Kensuke Morikawa",
}


@pytest.mark.parametrize(("zh", "en"), PAIRS.items())
def test_names_that_nobody_listed_are_linked_by_sound(zh: str, en: str) -> None:
    """A made-up person is found by how the name sounds in the language it is from."""
    assert link_names(list(PAIRS), LATIN, SOUND)[zh] == en


@pytest.mark.parametrize("dot", "·‧•・･-")
def test_any_middle_dot_parts_a_name(dot: str) -> None:
    """Every dot that news uses leads to the same match."""
    zh = f"塞缪尔{dot}罗伯逊"
    assert link_names([zh], LATIN, SOUND)[zh] == "Samuel Robertson"


def test_traditional_forms_are_linked_too() -> None:
    """Traditional characters sound as the Simplified ones do."""
    assert link_names(["塞繆爾·羅伯遜"], LATIN, SOUND) == {"塞繆爾·羅伯遜": "Samuel Robertson"}


def test_a_name_without_partner_is_none() -> None:
    """A Chinese name whose Latin one is not there gets None, not the nearest."""
    assert link_names(["弗拉基米尔·克拉夫琴科"], LATIN, SOUND) == {"弗拉基米尔·克拉夫琴科": None}


def test_nothing_to_choose_from() -> None:
    """Without Latin names every answer is None; without Chinese ones there is no answer."""
    assert link_names(["罗伯逊"], [], SOUND) == {"罗伯逊": None}
    assert link_names([], LATIN, SOUND) == {}


def test_text_that_is_no_chinese_name_is_none() -> None:
    """A string without hanzi cannot be read and matches nothing."""
    assert link_names(["", "ABC"], LATIN, SOUND) == {"": None, "ABC": None}


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("贺锦丽", "Kamala Harris"),
        ("賀錦麗", "Kamala Harris"),
        ("川普", "Donald Trump"),
        ("岸田文雄", "Kishida Fumio"),
        ("菅義偉", "Yoshihide Suga"),
        ("翁山蘇姬", "Aung San Suu Kyi"),
        ("施紀賢", "Keir Starmer"),
        ("埃尔多安", "Recep Tayyip Erdoğan"),
        ("赖清德", "Lai Ching-te"),
    ],
)
def test_the_list_knows_what_sound_cannot(zh: str, en: str) -> None:
    """Chosen names, kanji and the wordings of Taiwan and Hong Kong come from the list."""
    people = ["Kamala Harris", "Donald Trump", "Kishida Fumio", "Yoshihide Suga", "Lai Ching-te"]
    people += ["Aung San Suu Kyi", "Keir Starmer", "Recep Tayyip Erdoğan"]
    match = matches([zh], people)[zh]
    assert match is not None
    assert (match.name, match.evidence) == (en, "name list")


def test_a_shared_family_name_is_settled_by_who_is_there() -> None:
    """布什 is any of three people, and the only one who is there."""
    assert link_names(["布什"], ["Jeb Bush", "Fumio Kishida"]) == {"布什": "Jeb Bush"}


def test_a_known_person_who_is_absent_is_none() -> None:
    """When the list knows everybody, a person who is not there is not replaced by another."""
    assert link_names(["拜登"], ["Fumio Kishida", "Li Keqiang"]) == {"拜登": None}


def test_identity_gives_a_chance_and_its_evidence() -> None:
    """One name asked alone has a match with a chance of at least the threshold."""
    match = matches(["罗伯逊"], LATIN, SOUND)["罗伯逊"]
    assert match is not None
    assert match.name == "Samuel Robertson"
    assert match.evidence == "transliteration"
    assert SOUND.names_accept <= match.score <= 1.0


def test_a_stricter_threshold_answers_less() -> None:
    """No chance reaches a threshold above one."""
    strict = dataclasses.replace(SOUND, names_accept=1.1)
    assert set(link_names(list(PAIRS), LATIN, strict).values()) == {None}


@settings(max_examples=10, deadline=None)
@given(st.permutations(sorted(PAIRS)), st.permutations(LATIN))
def test_the_order_of_names_is_irrelevant(zh: list[str], en: list[str]) -> None:
    """Any order of both lists gives the same links."""
    assert link_names(zh, en, SOUND) == link_names(sorted(PAIRS), LATIN, SOUND)


def test_a_names_file_is_used_and_checked(tmp_path: Path) -> None:
    """A user's name links without the shipped list; a bad line is an error that names it."""
    file = tmp_path / "names.tsv"
    file.write_text("PER\tper:x\tAda Quill|笔姑娘\n", encoding="utf-8")
    options = dataclasses.replace(SOUND, names_file=str(file))
    assert link_names(["筆姑娘"], ["Ada Quill", *LATIN], options) == {"筆姑娘": "Ada Quill"}
    bad = tmp_path / "bad.tsv"
    bad.write_text("PER\tper:x\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"bad\.tsv:1"):
        link_names(["罗伯逊"], LATIN, dataclasses.replace(SOUND, names_file=str(bad)))
