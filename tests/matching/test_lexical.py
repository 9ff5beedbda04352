"""Lexical overlap: bounds, symmetry, and what each pair of languages is compared by."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.matching.lexical import Overlap, Words, coverage, family, overlap, segment, shared
from compare.options import Options
from compare.resources.glossary import Glossary

GLOSSARY = Glossary(
    {
        "停火": ("ceasefir", "truc"),
        "协议": ("agre",),
        "港口": ("port", "harbor"),
        "部长": ("minister",),
        "打": tuple("abcdefghijklmn"),
    },
    {"ceasefir": 1.0, "truc": 1.0, "agre": 0.4, "port": 0.7, "harbor": 0.8, "minister": 0.6},
)
TEXTS = {
    "zh-Hans": ["停火协议", "港口关闭", "部长打电话", "，。", ""],
    "en": ["a ceasefire agreement", "the port closed", "the minister called", "?", ""],
    "ja": ["停戦合意", "港"],
    "fr": ["le port de Zürich", "la trêve"],
    "ko": ["휴전 합의"],
}
ANCHORS = st.dictionaries(
    st.sampled_from(["Q1", "num:12", "date:2024-05-06"]), st.sampled_from(["停火", "port", "12"])
)
WORDS = st.sampled_from(
    [(language, text) for language, texts in TEXTS.items() for text in texts]
).flatmap(lambda p: ANCHORS.map(lambda a: Words(p[1], p[0], a)))
SIDES = st.lists(WORDS, max_size=5)


def best(a: Words, b: Words, glossary: Glossary | None = GLOSSARY) -> Overlap:
    return overlap([a], [b], glossary, Options())


@settings(deadline=None, max_examples=50)
@given(SIDES, SIDES, st.booleans())
def test_every_score_lies_between_nothing_and_all(
    a: list[Words], b: list[Words], with_glossary: bool
) -> None:
    """All three matrices have the shape of the sides and lie in 0..1, empty sides included."""
    found = overlap(a, b, GLOSSARY if with_glossary else None, Options())
    for matrix in (found.both, found.forward, found.backward):
        assert matrix.shape == (len(a), len(b))
        assert not matrix.size or (matrix.min() >= 0 and matrix.max() <= 1.0001)


@settings(deadline=None, max_examples=50)
@given(SIDES, SIDES)
def test_sides_may_change_places(a: list[Words], b: list[Words]) -> None:
    """The score of b with a is that of a with b turned round."""
    there, back = overlap(a, b, GLOSSARY, Options()), overlap(b, a, GLOSSARY, Options()).flipped
    for name in ("both", "forward", "backward"):
        assert np.allclose(getattr(there, name), getattr(back, name), atol=1e-5)


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_text_overlaps_itself_wholly(language: str) -> None:
    """Within one language a text has all of itself."""
    one = Words(TEXTS[language][0], language)
    found = best(one, one)
    assert found.both[0, 0] == pytest.approx(1, abs=1e-5)
    assert found.forward[0, 0] == pytest.approx(1, abs=1e-5)


def test_chinese_and_english_meet_in_the_glossary() -> None:
    """A Chinese text overlaps the English one that its glosses explain, and no other."""
    zh = [Words("停火协议", "zh-Hans")]
    en = [Words("a ceasefire agreement", "en"), Words("the port closed", "en")]
    found = overlap(zh, en, GLOSSARY, Options())
    assert found.both[0, 0] > 0.6 > found.both[0, 1]
    assert found.both[0, 1] == 0


def test_without_a_glossary_only_names_and_numbers_are_shared() -> None:
    """Chinese and English without the dictionary overlap by their anchors alone."""
    zh, en = Words("停火协议", "zh-Hans"), Words("a ceasefire agreement", "en")
    assert best(zh, en, None).both[0, 0] == 0
    named = Words("停火协议", "zh-Hans", {"Q1": "停火"}), Words("ceasefire", "en", {"Q1": "x"})
    assert best(*named, None).both[0, 0] > 0


def test_a_name_counts_once_and_fully() -> None:
    """An anchor on both sides explains the words that it covers."""
    zh = Words("部长韩正", "zh-Hans", {"han": "韩正"})
    with_name = Words("the minister Han Zheng", "en", {"han": "Han Zheng"})
    other = Words("the minister Li Qiang", "en", {"li": "Li Qiang"})
    assert best(zh, with_name).both[0, 0] > best(zh, other).both[0, 0] + 0.2


def test_pairs_without_a_dictionary_share_latin_words() -> None:
    """Two European languages meet in the words that look alike, accents aside."""
    found = shared([Words("le port de Zürich", "fr")], [Words("Zurich port", "en")])
    assert found.both[0, 0] > 0.5


def test_forward_is_the_share_of_the_left_side() -> None:
    """A part is wholly in the whole, the whole only partly in the part."""
    part, whole = Words("停火协议", "zh-Hans"), Words("停火协议在港口签署", "zh-Hans")
    found = best(part, whole)
    assert found.forward[0, 0] == pytest.approx(1, abs=1e-5)
    assert found.backward[0, 0] < 0.7


def test_segmentation_takes_the_longest_word() -> None:
    """The longest glossary word wins; single characters and function words fall away or stand."""
    assert segment("停火协议的港口x", GLOSSARY, 8) == ["停火", "协议", "港口"]


def test_coverage_of_nothing_is_nothing() -> None:
    """Sides without a word overlap in nothing."""
    found = coverage([Words("，", "zh")], [Words("?", "en")], GLOSSARY, Options())
    assert found.both.tolist() == [[0.0]]


@pytest.mark.parametrize(("tag", "name"), [("zh-Hant", "zh"), ("en", "en"), ("und", "und")])
def test_family_is_the_primary_tag(tag: str, name: str) -> None:
    """The script or region of a tag does not matter to the method."""
    assert family(tag) == name
