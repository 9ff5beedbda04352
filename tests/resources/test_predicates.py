"""Predicates of news: the list is sound, and its words are found in every form."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.errors import UnreadableFile
from compare.resources.predicates import (
    ACTIVE,
    EVENT,
    MEASURE,
    NOUN,
    PASSIVE,
    STATE,
    Hit,
    patterns,
    predicates,
)


def hits(language: str, text: str, extra: Path | None = None) -> list[Hit]:
    lexicon = patterns(language, extra)
    assert lexicon is not None
    return lexicon.find(text)


def found(language: str, text: str) -> list[tuple[str, str, str]]:
    """What stands in a text: the words, their classes and their forms."""
    return [(text[h.start : h.end], h.predicate, h.form) for h in hits(language, text)]


def classes(language: str, text: str) -> list[str]:
    return [hit.predicate for hit in hits(language, text)]


def test_other_sides_exist_and_know_each_other() -> None:
    """Opposites and converses are classes and hold in both directions."""
    table = predicates()
    for name, row in table.items():
        assert name not in row.opposites, name
        for other in row.opposites:
            assert name in table[other].opposites, (name, other)
        if row.converse:
            assert table[row.converse].converse == name, name


def test_every_class_has_a_kind_and_labels_in_three_languages() -> None:
    """A class can be shown to a reader of any of the three."""
    for name, row in predicates().items():
        assert row.kind in {EVENT, STATE, MEASURE}, name
        assert set(row.label) == {"en", "zh-Hans", "zh-Hant"}, name
        assert all(row.label.values()), name


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_class_has_words(language: str) -> None:
    """No class is without words in a language."""
    lexicon = patterns(language)
    assert lexicon is not None
    assert {name for senses in lexicon.senses for name, _ in senses} == set(predicates())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_word_says_a_thing_and_its_opposite(language: str) -> None:
    """Classes that deny each other share no form of a word."""
    lexicon = patterns(language)
    assert lexicon is not None
    table = predicates()
    for surface, senses in zip(lexicon.surfaces, lexicon.senses, strict=True):
        names = {name for name, _ in senses}
        assert not any(table[name].opposites & names for name in names), (surface, names)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It kills people", "die"),
        ("It killed two", "die"),
        ("It is killing", "die"),
        ("He is dying", "die"),
        ("She lost her life", "die"),
        ("They won", "win"),
        ("The ship sank", "sink"),
        ("The plan was vetoed", "reject"),
        ("He vetoes it", "reject"),
        ("Flights were canceled", "cancel"),
        ("Flights were cancelled", "cancel"),
        ("Cadbury is acquitting nobody", "acquit"),
        ("They will not seek re-election", "not_run"),
        ("He killed himself", "suicide"),
        ("MPs rubber-stamped it", "approve"),
    ],
)
def test_english_words_are_inflected(text: str, name: str) -> None:
    """Regular, irregular and doubled forms, possessives and hyphens are all found."""
    assert classes("en", text) == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was acquitted", ("acquitted", "acquit", PASSIVE)),
        ("He was later cleared and was on Friday acquitted", ("acquitted", "acquit", PASSIVE)),
        ("A jury acquitted him", ("acquitted", "acquit", ACTIVE)),
        ("Men arrested on Monday by police", ("arrested", "arrest", ACTIVE)),
        ("Men arrested by police", ("arrested", "arrest", PASSIVE)),
        ("Output increased by 5%", ("increased", "rise", ACTIVE)),
        ("Output rose", ("rose", "rise", ACTIVE)),
        ("the sharp increase", ("increase", "rise", NOUN)),
        ("They increase", ("increase", "rise", ACTIVE)),
        ("He was sacked", ("sacked", "dismiss", PASSIVE)),
    ],
)
def test_english_forms_are_told(text: str, expected: tuple[str, str, str]) -> None:
    """A passive has a form of be before it or by behind it, a noun an article before it."""
    assert expected in found("en", text)


def test_english_words_are_whole_and_in_one_clause() -> None:
    """Skilled is not killed, and a phrase does not cross a full stop; case does not matter."""
    assert found("en", "Skilled workers") == []
    assert "call_off_strike" not in classes("en", "They call off. The strike goes on")
    assert found("en", "VETOED") == [("VETOED", "reject", ACTIVE)]


def test_longer_words_that_only_contain_one_are_passed_over() -> None:
    """A fire station is no fire, 交通过 no 通过."""
    assert found("en", "near the fire station") == []
    assert found("zh", "交通过于复杂") == []


def test_the_longest_chinese_word_wins() -> None:
    """罪名不成立 is no 成立 and 罢免案未通过 no 通过."""
    assert found("zh", "法院裁定其罪名不成立")[-1] == ("罪名不成立", "acquit", ACTIVE)
    assert classes("zh", "罢免案未通过") == ["survive_recall"]
    assert classes("zh", "公司成立") == ["establish"]


def test_negation_is_left_to_who_asks() -> None:
    """未通过 holds the word 通过, but 不准交保 is one word."""
    assert found("zh", "议案未通过") == [("通过", "approve", ACTIVE)]
    assert classes("zh", "法官裁定不准交保")[-1] == "detain"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他被警方逮捕", ("逮捕", "arrest", PASSIVE)),
        ("警方逮捕他", ("逮捕", "arrest", ACTIVE)),
        ("人质获释", ("获释", "free", PASSIVE)),
        ("被告上诉", ("上诉", "appeal", ACTIVE)),
        ("死亡人数上升", ("死亡人数", "die", NOUN)),
        ("营收下滑", ("营收", "revenue", NOUN)),
    ],
)
def test_chinese_forms_are_told(text: str, expected: tuple[str, str, str]) -> None:
    """被, 遭 and 获 make a passive, the accused (被告) does not; measures are nouns."""
    assert expected in found("zh", text)


def test_offsets_slice_back() -> None:
    """A span is that of the word as written, also behind a letter that is longer in small type."""
    text = "İstanbul: the ferry CAPSIZED, killing 12—and one man’s bid fell through."
    spans = [text[hit.start : hit.end] for hit in hits("en", text)]
    assert spans == ["CAPSIZED", "killing", "fell through"]


def test_a_language_without_words_has_no_lexicon() -> None:
    """What is not listed is not guessed."""
    assert patterns("fr") is None


def test_the_user_adds_words_and_classes(tmp_path: Path) -> None:
    """A file of the same form adds to a class and makes new ones."""
    file = tmp_path / "predicates.toml"
    file.write_text(
        '[die]\nen = "conk out"\n'
        '[knight]\nkind = "event"\nen = "dub"\nzh = "封爵"\nopposite = "dismiss"\n'
        'label = { en = "knighted", zh-Hans = "封爵", zh-Hant = "封爵" }\n',
        encoding="utf-8",
    )
    assert [hit.predicate for hit in hits("en", "He conked out, killed", file)] == ["die", "die"]
    assert [hit.predicate for hit in hits("zh", "他封爵", file)] == ["knight"]
    assert "knight" in predicates(file)["dismiss"].opposites


@pytest.mark.parametrize(
    "content", ["not toml [", "die = 3\n", "[new]\nen = 'x'\n", "[die]\nopposite = 'nothing'\n"]
)
def test_a_bad_list_is_named(tmp_path: Path, content: str) -> None:
    """A file of another form raises with its path."""
    file = tmp_path / "predicates.toml"
    file.write_text(content)
    with pytest.raises(UnreadableFile):
        predicates(file)
