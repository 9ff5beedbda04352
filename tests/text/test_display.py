"""Chinese shown in the other script."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.resources.words import word_set
from compare.text.display import shown
from compare.text.script_words import table

CHINESE = st.text(alphabet="于余范沈乾昇說说發发後后里裏人参与了如何，。 a1", max_size=30)


@settings(deadline=None)
@given(CHINESE, st.sampled_from(["hans", "hant"]))
def test_every_character_stands_for_one(text: str, script: str) -> None:
    """A display has as many characters as its text, and no others than Chinese ones change."""
    made = shown(text, script)
    assert len(made) == len(text)
    assert all(a == b for a, b in zip(text, made, strict=True) if a.isascii() or a in "，。")


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("于右任與余光中在皇后飯店見面，台灣的後台", "hant"),
        ("孙乾义说，么也不怕，后来的事情", "hans"),
        ("Plain words, 12 of them.", "hant"),
    ],
)
def test_what_is_in_the_script_stays(text: str, script: str) -> None:
    """A text in the script that is asked for is not changed at all."""
    assert shown(text, script) == text


def test_a_text_in_both_scripts_is_converted_where_it_must_be() -> None:
    """Of labels side by side, only the one in the other script changes."""
    assert shown("中国国家副主席，中共國家副主席", "hant") == "中國國家副主席，中共國家副主席"
    assert shown("中国国家副主席，中共國家副主席", "hans") == "中国国家副主席，中共国家副主席"


@pytest.mark.parametrize(
    ("text", "script", "names", "wanted"),
    [
        ("昨日刘升平安抵达", "hant", ["刘升平"], "昨日劉升平安抵達"),
        ("到場的有周昇平先生", "hans", [], "到场的有周昇平先生"),
        ("徐干报告", "hans", ["徐乾"], "徐乾报告"),
        ("徐干报告", "hant", ["徐乾"], "徐乾報告"),
        ("两个人都姓于", "hant", [], "兩個人都姓于"),
        ("总统于会后说", "hant", [], "總統於會後說"),
    ],
)
def test_names_are_told_from_words(text: str, script: str, names: list[str], wanted: str) -> None:
    """Names that were read, and what has the shape of one, are converted as names."""
    assert shown(text, script, names) == wanted


@pytest.mark.parametrize("piece", ["于", "王升", "发现了人参与后面里", "a于", "孫乾義"])
def test_time_grows_with_the_text(piece: str) -> None:
    """A text without any edge takes time by its length: four times as long, not sixteen."""

    def taken(letters: int) -> float:
        start = time.process_time()
        for script in ("hans", "hant"):
            shown(piece * (letters // len(piece)), script, ["王升", "孫乾義"])
        return time.process_time() - start

    taken(1_000)  # what is made once
    assert min(taken(40_000), taken(40_000)) < 9 * max(taken(10_000), 0.02)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("师范生与游客在钟楼下，关系很好", "師範生與遊客在鐘樓下，關係很好"),
        ("胡子花白，白发苍苍，余震不断", "鬍子花白，白髮蒼蒼，餘震不斷"),
        ("于法不合，于会议和论坛上发言", "於法不合，於會議和論壇上發言"),
        ("100余人，15 只鸟，3周后", "100餘人，15 隻鳥，3週後"),
        ("于谦、于佳与老于", "于謙、于佳與老于"),
        ("马里与里约的村里", "馬里與里約的村裡"),
    ],
)
def test_words_that_begin_like_a_name_are_words(text: str, wanted: str) -> None:
    """A surname at the head of a word, and a preposition that is one too, make no name."""
    assert shown(text, "hant") == wanted


def test_surnames_are_those_that_names_are_read_by() -> None:
    """`text` may not look into the words of a language, so that its copy is compared here."""
    held = table()
    assert word_set("zh", "names", "compound_surnames") <= held.compound
    assert {c for line in word_set("zh", "names", "surnames") for c in line} <= held.surnames
