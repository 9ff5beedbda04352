"""Rows in another language than the reader's, glossed."""

from __future__ import annotations

import pytest

import compare
from compare.errors import UsageError
from compare.model import WORD, Comparison, Glossed
from compare.pipeline.glossing import glossed
from compare.reports.gloss import gloss_line, gloss_words
from compare.reports.words import speaking
from compare.resources import senses as table
from tests import made

CHINESE = "工会9月18日在日内瓦宣布罢工，约1200名工人参加，秘书长古特雷斯呼吁双方谈判。"
ENGLISH = "The union announced a strike in Geneva on 18 September, and 1,200 workers joined."
TRADITIONAL = "工會9月18日在日內瓦宣布罷工，約1200名工人參加。"


def analysed(*texts: str) -> Comparison:
    """A story of an article for each text."""
    articles = [made.article(f"paper{n}", text) for n, text in enumerate(texts)]
    return compare.analyse(made.story(*articles))


def words(comparison: Comparison) -> list[str]:
    """The glosses of the rows, in order."""
    return [gloss_words(claim, comparison) for claim in comparison.claims]


def test_a_chinese_row_is_glossed_in_english() -> None:
    """Names by identity, dates and figures by value, words by the dictionary, as the row has them;
    none is said twice, and what stands in a name is no word.
    """
    found = compare.gloss(analysed(CHINESE), "en")
    said = " · ".join(words(found)).split(" · ")
    wanted = ["labor union", "18 Sept 2024", "Geneva", "strike", "Antonio Guterres"]
    assert [one for one in wanted if one in said] == wanted
    assert any("1,200" in one for one in said)
    for claim in found.claims:
        assert len(set(claim.gloss)) == len(claim.gloss)


@pytest.mark.parametrize(
    ("language", "union", "geneva"), [("zh-Hans", "联盟", "日内瓦"), ("zh-Hant", "聯盟", "日內瓦")]
)
def test_an_english_row_is_glossed_in_chinese(language: str, union: str, geneva: str) -> None:
    """In the script that the reader reads."""
    said = " · ".join(words(compare.gloss(analysed(ENGLISH), language))).split(" · ")
    assert union in said
    assert geneva in said
    assert "9月18日" in "".join(said)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_the_scripts_are_one_language(language: str) -> None:
    """Who reads one script of Chinese needs no gloss for the other."""
    found = analysed(CHINESE, TRADITIONAL)
    assert compare.gloss(found, language) is found


def test_a_row_in_the_readers_language_has_none() -> None:
    """Beside one that has."""
    found = compare.gloss(analysed(ENGLISH, "大桥于1961年建成，工程师至今没有大修。"), "en")
    by_language = {claim.language[:2]: gloss_line(claim, found) for claim in found.claims}
    assert by_language["en"] == ""
    assert by_language["zh"].startswith("gloss: ")
    with speaking("zh-Hans"):
        lines = [gloss_line(claim, found) for claim in found.claims]
    assert any(line.startswith("词语对照：") and "engineer" in line for line in lines)


def test_other_languages_have_names_and_figures() -> None:
    """Without a dictionary between two languages what is known by identity or value is left."""
    text = "Antony Blinken a rencontré Wang Yi à Genève le 18 septembre 2023."
    article = made.article("journal", text, language="fr")
    found = glossed(compare.analyse(made.story(article)), "zh-Hans")
    (claim,) = found.claims
    assert WORD not in {one.kind for one in claim.gloss}
    assert "王毅" in gloss_words(claim, found)
    assert "2023年9月18日" in gloss_words(claim, found)


def test_names_alone_without_the_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the dictionary is not installed, no word is glossed and nothing fails."""
    monkeypatch.setattr("compare.pipeline.glossing.senses", lambda _: None)
    found = compare.gloss(analysed(CHINESE), "en")
    kinds = {one.kind for claim in found.claims for one in claim.gloss}
    assert "LOC" in kinds
    assert WORD not in kinds


@pytest.mark.parametrize(
    ("text", "said", "unsaid"),
    [
        ("The prime minister closed four bridges.", "总理", "部长"),
        ("He met Bridge Holdings of Minister Lane.", "", "桥梁"),
        ("Bridges were closed. Peace came.", "和平", "一片"),
    ],
)
def test_an_entry_is_no_name_and_no_number(text: str, said: str, unsaid: str) -> None:
    """The longest phrase is looked up; a capital inside a sentence is that of a name."""
    found = compare.gloss(analysed(text), "zh-Hans")
    told = " · ".join(words(found))
    assert said in told
    assert unsaid not in told
    assert "四" not in told


def test_an_unknown_language_is_refused() -> None:
    """The error names those that there are."""
    with pytest.raises(UsageError, match="zh-Hant"):
        compare.gloss(analysed(ENGLISH), "fr")


def test_no_dictionary_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table is None where its package is missing, and the same with and without the cache."""
    stored, fresh = table.senses(), table.senses(use_cache=False)
    assert stored == fresh
    monkeypatch.setattr("compare.resources.glossary.dictionary_file", lambda: None)
    table.senses.cache_clear()
    assert table.senses() is None
    table.senses.cache_clear()


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("会谈", "talks"),
        ("开放", "open"),
        ("受害者", "victim"),
        ("台海", "Taiwan Strait"),
        ("举行", "hold"),
    ],
)
def test_a_chinese_word_has_its_common_sense(word: str, english: str) -> None:
    """Not the first sense where a later one is said more often, and none that only explains."""
    known = table.senses()
    assert known is not None
    assert known.english[word] == english


@pytest.mark.parametrize(
    ("word", "chinese"),
    [
        ("meeting", "会议"),
        ("Meetings", "会议"),
        ("hostages", "人质"),
        ("signed", "签署"),
        ("prime minister", "总理"),
        ("world", "世界"),
        ("zzyzx", None),
        ("no such phrase", None),
    ],
)
def test_an_english_word_has_a_common_chinese_one(word: str, chinese: str | None) -> None:
    """By its form, as a singular, by its stem; a phrase by its form alone."""
    known = table.senses()
    assert known is not None
    assert known.in_chinese(word) == chinese


def test_a_gloss_is_a_value() -> None:
    """Equal pieces are equal, so that a row says each once."""
    assert Glossed(WORD, "talks") == Glossed(WORD, "talks")


def test_reports_show_glosses_and_mark_them() -> None:
    """The table below a row, the page with the language of its words, the first screen below a
    quotation; without a gloss none of them says so.
    """
    found = analysed(CHINESE, ENGLISH.replace("18", "17"))
    glossed_in_english = compare.gloss(found, "en")
    assert "gloss: " in compare.report(glossed_in_english, width=120)
    page = compare.report(glossed_in_english, "html")
    assert '<small class="gloss"><i>gloss:</i> <span lang="en">' in page
    assert "gloss: " in compare.report(glossed_in_english, "markdown")
    for form in ("table", "html", "markdown"):
        assert "gloss:" not in compare.report(found, form)
