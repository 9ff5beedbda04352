"""Units: sentences and clauses of an article, with offsets and the names inside them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.matching.units import anchor_of, units
from compare.model import BODY, CAPTION, TITLE, Article, Mention, Part
from compare.reading.document import document
from tests.made import article

PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "布林肯會見了中國國家副主席韓正，雙方討論了台灣海峽的和平與穩定。會談很坦率。",
            "“我们会谈下去。”他补充道。",
            "The envoy left early, and the minister stayed until midnight. Nobody spoke.",
            "Kurz.",
        ]
    ),
    min_size=1,
    max_size=4,
)


@settings(deadline=None)
@given(PARAGRAPHS, st.sampled_from(["zh-Hant", "en", "und"]))
def test_units_slice_back(paragraphs: list[str], language: str) -> None:
    """A unit's offsets are those of its characters, whatever was folded; its paragraph holds it."""
    made = article("a", *paragraphs, language=language, title="會談")
    for unit in units(document(made)):
        segment = unit.segment
        assert made.part(segment.part)[segment.start : segment.end] == segment.text
        if segment.part == BODY:
            assert segment.paragraph is not None
            whole = made.paragraphs[segment.paragraph]
            assert whole.start <= segment.start < segment.end <= whole.end


@settings(deadline=None)
@given(PARAGRAPHS)
def test_every_sentence_has_one_whole_and_its_leaves(paragraphs: list[str]) -> None:
    """A sentence is one whole unit; its leaves are its clauses, or itself when it has none."""
    found = units(document(article("a", *paragraphs, language="zh-Hant")))
    for number in {u.sentence for u in found}:
        mine = [u for u in found if u.sentence == number]
        assert sum(u.whole for u in mine) == 1
        leaves = [u for u in mine if u.leaf]
        assert leaves == ([mine[0]] if len(mine) == 1 else mine[1:])


def test_chinese_is_compared_in_simplified_characters() -> None:
    """The text that is compared is folded; the segment keeps the characters of the article."""
    (unit,) = units(document(article("a", "「雙方討論了台灣海峽。」", language="zh-Hant")))
    assert unit.core == "「双方讨论了台湾海峡。」"
    assert unit.segment.text == "「雙方討論了台灣海峽。」"


def test_title_and_captions_are_compared_too() -> None:
    """Title, body and caption each give units, numbered through."""
    made = article("a", "The talks ended.", title="Talks end")
    with_caption = Article(
        **{f: getattr(made, f) for f in made.__slots__} | {"parts": (Part(CAPTION, "A handshake"),)}
    )
    found = units(document(with_caption))
    assert [u.segment.part for u in found] == [TITLE, BODY, CAPTION]
    assert [u.sentence for u in found] == [0, 1, 2]


def test_a_unit_knows_the_names_inside_it() -> None:
    """Names, numbers and dates inside a unit are its anchors, by identity; roles are none."""
    text = "韩正星期一到了纽约，他会见了三位国务卿。"
    made = article("a", text)
    mentions = [
        Mention("a", BODY, 0, 2, "韩正", "PER", "han"),
        Mention("a", BODY, 2, 5, "星期一", "DATE", None, value="2023-09-18"),
        Mention("a", BODY, 14, 16, "三位", "NUM", None, value="3"),
        Mention("a", BODY, 16, 19, "国务卿", "ROLE", "blinken"),
        Mention("a", TITLE, 0, 2, "韩正", "PER", "other"),
    ]
    whole, first, second = units(document(made), mentions)
    assert set(whole.anchors) == {"han", "date:2023-09-18", "num:3"}
    assert set(first.anchors) == {"han", "date:2023-09-18"}
    assert set(second.anchors) == {"num:3"}
    assert whole.words.anchors["han"] == "韩正"


def test_an_unknown_name_or_value_is_no_anchor() -> None:
    """What has no identity cannot be looked for."""
    assert anchor_of(Mention("a", BODY, 0, 1, "x", "PER")) is None
    assert anchor_of(Mention("a", BODY, 0, 1, "x", "DATE")) is None


def test_a_typed_claim_is_cut_into_sentences_alone() -> None:
    """Each sentence of a claim is one whole unit; clauses are not looked up by themselves."""
    every = units(document(article("a", "会谈在纽约举行，双方同意继续。气氛坦率。")))
    found = [u for u in every if u.whole]
    assert [u.segment.text for u in found] == ["会谈在纽约举行，双方同意继续。", "气氛坦率。"]
    assert all(u.whole and u.leaf for u in found)


def test_an_empty_article_has_no_units() -> None:
    """Nothing to compare is no error."""
    assert units(document(article("a"))) == []
