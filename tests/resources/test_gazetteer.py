"""The gazetteer: what it holds, how it merges sources, and the user's own names."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.errors import InputError, UnreadableFile
from compare.resources.gazetteer import gazetteer, shipped_rows
from compare.resources.names_file import read_names_file
from compare.text.scripts import to_simplified


@pytest.mark.parametrize(
    ("surface", "entity"),
    [
        ("台海", "loc:taiwan-strait"),
        ("台湾海峡", "loc:taiwan-strait"),
        ("联大", "org:un-general-assembly"),
        ("联合国大会", "org:un-general-assembly"),
        ("华府", "loc:washington"),
        ("华盛顿", "loc:washington"),
        ("克里姆林宫", "org:kremlin"),
        ("纽西兰", "cc:NZ"),
        ("沙乌地阿拉伯", "cc:SA"),
        ("北韩", "cc:KP"),
        ("美", "cc:US"),
        ("基辅", "loc:kyiv"),
        ("川普", "per:donald-trump"),
        ("特朗普", "per:donald-trump"),
        ("习近平", "per:xi-jinping"),
        ("方济各", "per:pope-francis"),
        ("外事委员会", "org:central-foreign-affairs-commission"),
        ("外事委员会办公室", "org:central-foreign-affairs-office"),
        ("国家消防救援局", "org:national-fire-and-rescue-administration"),
        ("灾防科技中心", "org:national-science-and-technology-center-for-disaster-reduction"),
        ("食药署", "org:taiwan-food-and-drug-administration"),
        ("北科尔多凡州", "loc:north-kordofan"),
        ("澳洲国防军", "org:australian-defence-force"),
    ],
)
def test_chinese_surfaces(surface: str, entity: str) -> None:
    """Short, Taiwan and full forms lead to one entity."""
    assert gazetteer().chinese[surface].entity == entity


@pytest.mark.parametrize(
    ("surface", "entity"),
    [
        ("Taiwan Strait", "loc:taiwan-strait"),
        ("UNGA", "org:un-general-assembly"),
        ("UN General Assembly", "org:un-general-assembly"),
        ("U.S.", "cc:US"),
        ("Chinese", "cc:CN"),
        ("Beijing", "loc:beijing"),
        ("Antony Blinken", "per:antony-blinken"),
        ("Blinken", "per:antony-blinken"),
    ],
)
def test_latin_surfaces(surface: str, entity: str) -> None:
    """English names, adjectives and abbreviations lead to the entity."""
    assert gazetteer().latin[surface].entity == entity


def test_what_names_no_organisation_is_not_listed() -> None:
    """Peoples are no organisations, a title is no part of a name, words and organs stay free."""
    unlisted = ("维吾尔族", "教宗方济各", "世界先进", "交行", "国美", "经济部")
    assert not any(form in gazetteer().chinese for form in unlisted)


def test_entities_have_names_in_each_script() -> None:
    """An entity is shown in English, Simplified and Traditional, with a person's family name."""
    trump = gazetteer().entities["per:donald-trump"]
    assert (trump.name, trump.family, trump.type) == ("Donald Trump", "Trump", "PER")
    assert set(trump.names) == {"en", "zh-Hans", "zh-Hant"}
    assert gazetteer().entities["cc:US"].names["zh-Hant"] == "美國"


def test_every_surface_is_folded_and_names_an_entity() -> None:
    """Chinese surfaces are Simplified, and each surface leads to an entity of its type."""
    names = gazetteer()
    assert to_simplified("|".join(names.chinese)) == "|".join(names.chinese)
    for table in (names.chinese, names.latin):
        assert all(table[form].entity in names.entities for form in table)
    assert {row[1] for row in shipped_rows()} == {"PER", "LOC", "ORG", "ROLE"}


def test_the_list_of_people_is_long_and_can_be_left_out() -> None:
    """At least 600 people are listed; without the list there is none."""
    with_list, without = gazetteer(), gazetteer(name_list=False)
    assert sum(entity.startswith("per:") for entity in with_list.entities) >= 600
    assert not any(entity.startswith("per:") for entity in without.entities)
    assert len(without.chinese) < len(with_list.chinese)
    assert "no such surface" not in without.latin
    assert len(without.latin) == len(set(without.latin))


def test_a_common_family_name_stands_for_nobody() -> None:
    """A name that many people bear is no surface alone."""
    assert "史密斯" not in gazetteer().chinese
    assert "Smith" not in gazetteer().latin


def write(folder: Path, text: str) -> str:
    """A names file with `text`."""
    file = folder / "names.tsv"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_a_user_adds_surfaces(tmp_path: Path) -> None:
    """A file adds forms to a shipped entity, makes new ones, and wins over shipped forms."""
    path = write(
        tmp_path,
        "# comment\n\nLOC\tcc:US\t花旗国\nPER\tper:y\t拜登\n"
        "ORG\torg:quill\tQuill Society|鵝毛筆社\n",
    )
    names = gazetteer(names_files=(path,))
    assert names.chinese["花旗国"].entity == "cc:US"
    assert names.chinese["鹅毛笔社"].source == "user"
    assert names.latin["Quill Society"].type == "ORG"
    assert names.chinese["拜登"].entity == "per:y"
    assert names.entities["cc:US"].names["en"] == "United States"
    assert names.entities["per:y"].name == "拜登"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("PER\tper:a\tAda\nPER\tper:b\tAda\n", 2, "already names per:a"),
        ("PER\tper:a\tAda|Ada\n", 1, "stands twice"),
        ("PER\tper:a\t筆|笔|筆\n", 1, "stands twice"),
        ("PER\tper:a\tAda\nPER\tper:a\tAdeline\n", 2, "named again"),
        ("PER\tAda\tQuill\nPER\tQuill\tAda\n", 1, "circle"),
        ("PER\tper:a\n", 1, "expected type, id and surfaces"),
        ("CAT\tper:a\tAda\n", 1, "unknown type"),
        ("PER\tper:a\t|\n", 1, "no surface"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, text: str, line: int, words: str) -> None:
    """Duplicate and circular aliases and malformed lines are errors with file and line."""
    path = write(tmp_path, text)
    with pytest.raises(InputError, match=words) as caught:
        read_names_file(path)
    assert (caught.value.file, caught.value.line) == (path, line)


def test_an_id_that_is_its_own_surface_is_no_circle(tmp_path: Path) -> None:
    """An entity may be named by its id."""
    assert read_names_file(write(tmp_path, "PER\tAda\tAda\n"))[0][0] == "Ada"


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file and one that is no UTF-8 are errors that name the file."""
    bad = tmp_path / "names.tsv"
    bad.write_bytes(b"\xff\xfe\x00")
    for path in (str(tmp_path / "none.tsv"), str(bad)):
        with pytest.raises(UnreadableFile) as caught:
            read_names_file(path)
        assert caught.value.file == path
