"""One identity across articles, scripts and languages, with the evidence for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from compare.model import Article, Mention
from compare.reading.names import entities
from tests.made import learn, mentions

Make = Callable[..., Article]


def by_text(found: list[Mention]) -> dict[str, Mention]:
    return {m.text: m for m in found if m.type in ("PER", "LOC", "ORG")}


def test_gloss_identifies_a_name_in_every_article(make: Make) -> None:
    """A gloss of one article serves the others, which say that it is foreign."""
    glossed = make("外长雷纳托·卡斯特里尼（Renato Castrini）抵达。", name="a")
    plain = make("外长雷纳托·卡斯特里尼抵达。", name="b")
    english = make("Foreign Minister Renato Castrini arrived.", "en", name="c")
    learned = learn([glossed, plain, english])
    own, other, latin = (by_text(mentions(x, learned)) for x in (glossed, plain, english))
    assert own["雷纳托·卡斯特里尼"].entity == latin["Renato Castrini"].entity
    assert other["雷纳托·卡斯特里尼"].entity == latin["Renato Castrini"].entity
    assert (own["雷纳托·卡斯特里尼"].evidence, own["雷纳托·卡斯特里尼"].foreign) == ("gloss", False)
    assert (other["雷纳托·卡斯特里尼"].evidence, other["雷纳托·卡斯特里尼"].foreign) == (
        "gloss",
        True,
    )


def test_gloss_is_trimmed_at_office_and_conjunction(make: Make) -> None:
    """What stands in front of a glossed name is not learned with it."""
    learned = learn([make("财政部长和特使费尔格森（Elmar Fergesson）抵达。")])
    assert learned.glosses == {"费尔格森": "Elmar Fergesson"}


def test_english_gloss_in_hanzi_is_learned(make: Make) -> None:
    """A pinyin name with its hanzi in brackets teaches the same."""
    english = make("Mayor Kang Ruiming (康瑞明) spoke.", "en", name="a")
    chinese = make("市长康瑞明说，会谈有益。", name="b")
    learned = learn([english, chinese])
    one, other = by_text(mentions(english, learned)), by_text(mentions(chinese, learned))
    assert one["Kang Ruiming"].entity == other["康瑞明"].entity


def test_sound_matches_names_of_the_same_days(make: Make) -> None:
    """An unlisted name is matched by sound within the window, and not outside it."""
    chinese = make("外长科尔森·特拉维克说，会谈有益。", name="a")
    near = make("Foreign Minister Colson Travick spoke.", "en", name="b")
    far = make("Foreign Minister Colson Travick spoke.", "en", name="b", day=date(2024, 9, 1))
    heard = by_text(mentions(chinese, learn([chinese, near])))["科尔森·特拉维克"]
    assert (heard.entity, heard.evidence) == ("per:colson-travick", "transliteration")
    assert heard.foreign
    unheard = by_text(mentions(chinese, learn([chinese, far])))["科尔森·特拉维克"]
    assert unheard.entity == "per:zh:科尔森·特拉维克"


def test_unknown_persons_are_named_by_language(make: Make) -> None:
    """A person seen in one language only gets an id of that language."""
    assert by_text(mentions(make("记者周明远报道")))["周明远"].entity == "per:zh:周明远"
    english = by_text(mentions(make("Senator Zebedee Marchetti spoke.", "en")))
    assert english["Zebedee Marchetti"].entity == "per:zebedee-marchetti"


def test_both_scripts_give_one_identity(make: Make) -> None:
    """A name in Traditional and in Simplified is one person."""
    hans = by_text(mentions(make("记者罗庆云报道")))["罗庆云"]
    hant = by_text(mentions(make("記者羅慶雲報導", "zh-Hant")))["羅慶雲"]
    assert hans.entity == hant.entity


def test_spelling_variants_are_one_person(make: Make) -> None:
    """Two spellings of a long family name with one given name are merged."""
    one = make("Minister Oleksandr Hrytsenkov spoke.", "en", name="a")
    other = make("Minister Oleksandr Hrytsenkiv spoke.", "en", name="b")
    learned = learn([one, other])
    found = [m.entity for x in (one, other) for m in mentions(x, learned) if m.type == "PER"]
    assert len(set(found)) == 1


def test_family_name_alone_is_resolved_across_articles(make: Make) -> None:
    """A family name that one person of the run bears is that person, marked as foreign."""
    full = make("Senator Zebedee Marchetti spoke.", "en", name="a")
    short = make("President Marchetti spoke.", "en", name="b")
    found = by_text(mentions(short, learn([full, short])))["Marchetti"]
    assert (found.entity, found.foreign) == ("per:zebedee-marchetti", True)


def test_learning_does_not_depend_on_the_order_of_articles(make: Make) -> None:
    """The same articles in another order teach the same."""
    one = make("外长雷纳托·卡斯特里尼（Renato Castrini）抵达。", name="a")
    other = make("Foreign Minister Renato Castrini met Senator Zebedee Marchetti.", "en", name="b")
    assert learn([one, other]) == learn([other, one])


def test_entities_have_english_and_family_names(make: Make) -> None:
    """The registry names persons in English with the family name for slugs."""
    one = make("外长雷纳托·卡斯特里尼（Renato Castrini）在美国会见周明远教授。", name="a")
    found = entities(mentions(one))
    castrini = found["per:renato-castrini"]
    assert (castrini.name, castrini.family) == ("Renato Castrini", "Castrini")
    assert castrini.names["zh-Hans"] == "雷纳托·卡斯特里尼"
    assert found["cc:US"].name == "United States"
    assert found["per:zh:周明远"].name == "周明远"


def test_chinese_order_gives_the_first_word_as_family(make: Make) -> None:
    """Of a pinyin name the family name is the first word."""
    found = entities(mentions(make("Mayor Kang Ruiming spoke.", "en")))
    assert found["per:kang-ruiming"].family == "Kang"
