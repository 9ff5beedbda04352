"""Whose official text an article draws on."""

from __future__ import annotations

from datetime import date

import pytest

from compare.model import Article, Attribution, Document, Fact, Speech
from compare.reading import names
from compare.reading.document import document
from compare.reading.facts import facts
from compare.reading.facts.readouts import told
from compare.reading.names.mentions import mentions
from compare.reading.propositions import propositions
from compare.reading.speech.days import speech
from compare.resources.predicates import STATEMENT, predicates
from compare.text.scripts import is_chinese

TEXT = "Macron's office gave a readout. Rain fell. Merkel's office gave one. Macron's office wrote."
MACRON, MERKEL = "per:emmanuel-macron", "per:angela-merkel"


def read(text: str, title: str = "") -> Document:
    """An article of one paragraph, as read."""
    language = "zh-Hans" if is_chinese(text) else "en"
    return document(Article("a1", "own", "Own", title, text, (), date(2024, 5, 6), language))


def said(
    words: str, entity: str | None, kind: str = "readout", part: str = "body", start: int = -1
) -> Attribution:
    """An attribution whose source is `words`, at their first place in the text unless told."""
    at = TEXT.index(words) if start < 0 else start
    source = (at, at + len(words)) if words else None
    return Attribution("a1", part, "", (0, 0), "indirect", words or None, source, entity=entity,
                       kind=kind)  # fmt: skip


def found(*attributions: Attribution, title: str = "") -> list[Fact]:
    """The facts of these attributions."""
    return list(told(read(TEXT, title), Speech(attributions)))


def test_the_speaker_of_a_readout_is_a_fact() -> None:
    """At the words that name the speaker, in their sentence, of a class of its own."""
    (one,) = found(said("Merkel's office", MERKEL))
    assert (one.article, one.kind, one.part, one.language) == ("a1", "person", "body", "en")
    assert TEXT[one.start : one.end] == "Merkel's office"
    assert TEXT[slice(*one.proposition)].strip() == "Merkel's office gave one."
    assert (one.value.text, one.predicate) == (MERKEL, STATEMENT)


def test_the_class_is_known_and_says_little_by_itself() -> None:
    """So that no row of it is told beside what happened."""
    assert STATEMENT == "official_text"
    assert predicates()[STATEMENT].weak
    assert {"en", "zh-Hans", "zh-Hant"} <= set(predicates()[STATEMENT].label)


def test_a_speaker_is_told_once() -> None:
    """At the first place, however often the text is drawn on; each speaker for itself."""
    later = TEXT.rindex("Macron's office")
    facts_of = found(
        said("Macron's office", MACRON),
        said("Merkel's office", MERKEL),
        said("Macron's office", MACRON, start=later),
    )
    assert [(f.start, f.value.text) for f in facts_of] == [
        (0, MACRON),
        (TEXT.index("Merkel"), MERKEL),
    ]


@pytest.mark.parametrize("kind", ["remarks", "media", "outlet", "unknown"])
def test_only_readouts_are_official_texts(kind: str) -> None:
    """What somebody says for himself, or an agency reports, is no text of an office."""
    assert found(said("Macron's office", MACRON, kind)) == []


@pytest.mark.parametrize(
    "one",
    [
        said("Macron's office", None),
        said("Macron's office", "org:macron-s-office"),
        said("Macron's office", "loc:paris"),
        said("", MACRON),
        said("Macron's office", MACRON, part="dateline"),
    ],
)
def test_a_speaker_who_is_no_known_person_is_left_out(one: Attribution) -> None:
    """A body, a place, nobody, or one who is not named in what is compared."""
    assert found(one) == []


def test_one_who_is_left_out_can_be_told_later() -> None:
    """The first place that names a speaker counts, not the first that is about the text."""
    (one,) = found(said("", MACRON), said("Macron's office", MACRON))
    assert one.start == 0


def test_a_headline_can_name_the_speaker() -> None:
    """The part is that of the attribution."""
    (one,) = found(said("Macron's office", MACRON, part="title"), title=TEXT[:31])
    assert (one.part, one.start) == ("title", 0)


def test_nobody_known_to_speak() -> None:
    """No attributions, no facts."""
    assert found() == []
    assert list(told(read(TEXT), Speech(read=False))) == []


# ---------------------------------------------------------------- from text
def every(text: str) -> list[Fact]:
    """The official texts among the facts of a text."""
    one = read(text)
    named = mentions(one, names.learn([one]))
    spoken = speech(one, named)
    all_facts = facts(one, named, spoken, propositions(one, spoken))
    assert list(all_facts) == sorted(all_facts, key=lambda f: (f.start, f.end, f.kind))
    return [f for f in all_facts if f.predicate == STATEMENT and f.kind == "person"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A spokesperson for Emmanuel Macron said the two leaders agreed to meet again in May.",
            "A spokesperson for Emmanuel Macron",
        ),
        (
            "Rain fell. The office of Emmanuel Macron said in a statement that talks were long.",
            "The office of Emmanuel Macron",
        ),
    ],
)
def test_a_spokesperson_speaks_for_an_office(text: str, words: str) -> None:
    """Whose official text it is comes with the other facts of the article, in text order."""
    (one,) = every(text)
    assert (text[one.start : one.end], one.value.text) == (words, MACRON)


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron said the two leaders would meet again in May.",
        "The bridge collapsed on Monday.",
        "默克尔说，会谈很有成果。",
    ],
)
def test_who_speaks_for_himself_gives_no_official_text(text: str) -> None:
    """Remarks are no readout."""
    assert every(text) == []
