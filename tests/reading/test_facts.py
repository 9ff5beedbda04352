"""The facts of one article: typed values, and what each is a fact of."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import FACT_KINDS, Article, Fact, Part, Speech
from compare.reading import names
from compare.reading.document import document
from compare.reading.facts import facts
from compare.reading.names.mentions import mentions
from compare.reading.propositions import propositions
from compare.reading.speech.days import speech
from compare.text.scripts import is_chinese

DAY = date(2024, 5, 6)  # a Monday


def article(text: str, language: str = "", title: str = "", caption: str = "") -> Article:
    """An article of one paragraph."""
    language = language or ("zh-Hans" if is_chinese(text) else "en")
    parts = (Part("caption", caption),) if caption else ()
    return Article("a1", "own", "Own", title, text, (), DAY, language, parts=parts)


def read(made: Article) -> tuple[Fact, ...]:
    """The facts of an article, read on its own."""
    one = document(made)
    named = mentions(one, names.learn([one]))
    spoken = speech(one, named)
    return facts(one, named, spoken, propositions(one, spoken))


def told(text: str, kind: str, language: str = "") -> list[tuple[str, str]]:
    """The words and values of a kind of fact."""
    found = read(article(text, language))
    return [(text[f.start : f.end], f.value.text) for f in found if f.kind == kind]


def only(text: str, kind: str, language: str = "") -> Fact:
    """The one fact of a kind."""
    (found,) = (f for f in read(article(text, language)) if f.kind == kind)
    return found


# ---------------------------------------------------------------- kinds
@pytest.mark.parametrize(
    ("text", "kind", "words", "value"),
    [
        ("The companies signed it on 14 March 2024.", "date", "14 March 2024", "2024-03-14"),
        ("The talks ran 3-5 May 2024.", "date", "3-5 May 2024", "2024-05-03/2024-05-05"),
        ("The plant was built in April 2023.", "period", "April 2023", "2023-04"),
        ("The bridge collapsed at 6:20 a.m.", "time", "6:20 a.m.", "06:20"),
        ("The strike lasted 12 days.", "duration", "12 days", "12 day"),
        ("The mine sold 2,300 tonnes of ore.", "number", "2,300 tonnes", "2300 tonne"),
        ("The bank was fined $3.5 million.", "money", "$3.5 million", "3500000 USD"),
        ("Exports rose 4.5% over the winter.", "share", "4.5%", "4.5 percent"),
        ("Rovers beat City 3-1 in the cup.", "score", "3-1", "3-1"),
        ("The storm made landfall in Geneva.", "place", "Geneva", "loc:geneva"),
        ("Emmanuel Macron resigned.", "person", "Emmanuel Macron", "per:emmanuel-macron"),
        ("The council approved the budget.", "outcome", "approved", "approve"),
        ("双方3月14日签署协议。", "date", "3月14日", "2024-03-14"),
        ("工厂建于2023年4月。", "period", "2023年4月", "2023-04"),
        ("大桥早上6时20分坍塌。", "time", "早上6时20分", "06:20"),
        ("罢工持续12天。", "duration", "12天", "12 day"),
        ("矿山售出2300吨矿石。", "number", "2300吨", "2300 tonne"),
        ("银行被罚款350万美元。", "money", "350万美元", "3500000 USD"),
        ("出口增长4.5%。", "share", "4.5%", "4.5 percent"),
        ("主队以3比1击败客队。", "score", "3比1", "3-1"),
        ("市议会周一通过预算案。", "outcome", "通过", "approve"),
        ("銀行被罰款350萬美元。", "money", "350萬美元", "3500000 USD"),
        ("主隊以3比1擊敗客隊。", "score", "3比1", "3-1"),
        ("市議會通過預算案。", "outcome", "通過", "approve"),
        ("約20人在台北受傷。", "place", "台北", "loc:taipei"),
        ("Le maire a annoncé 12 morts.", "number", "12", "12"),
    ],
)  # fmt: skip
def test_each_kind_is_collected(text: str, kind: str, words: str, value: str) -> None:
    """A value as it was read, with the words that state it."""
    language = "fr" if text.startswith("Le maire") else ""
    assert told(text, kind, language) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It was the third fire at the mill.", "number"),
        ("The strike ends in the coming weeks.", "date"),
        ("The strike ends in the coming weeks.", "period"),
        ("The storm named Geneva passed.", "place"),
        ("Nothing happened.", "outcome"),
    ],
)
def test_what_is_no_fact(text: str, kind: str) -> None:
    """Which one it is, roughly when, or a place without a word of place."""
    assert told(text, kind) == []


@pytest.mark.parametrize(
    ("text", "precision", "low", "high"),
    [
        ("The flood killed 41 people.", "exact", 41, 41),
        ("At least 20 people died.", "at least", 20, None),
        ("Up to 30 people were hurt.", "at most", None, 30),
        ("About 50 people fled.", "about", None, None),
        ("洪水造成41人死亡。", "exact", 41, 41),
        ("至少20人死亡。", "at least", 20, None),
        ("約50人受傷。", "about", None, None),
    ],
)
def test_how_exact_a_figure_is(
    text: str, precision: str, low: float | None, high: float | None
) -> None:
    """Words beside a figure bound it."""
    value = only(text, "number").value
    number = float(value.text.partition(" ")[0])
    assert value.precision == precision
    assert value.low is not None
    assert value.high is not None
    assert value.low <= number <= value.high
    assert low in (None, value.low)
    assert high in (None, value.high)


def test_hours_and_days_tell_how_they_are_meant() -> None:
    """An hour of either half, a rough one, its zone; a day by its weekday, a month as a range."""
    assert only("The doors opened at 8:15.", "time").value.basis == "either half"
    sure = only("The doors opened at 8:15 p.m. GMT.", "time").value
    assert (sure.basis, sure.unit, sure.precision, sure.low) == ("", "GMT", "exact", 1215.0)
    assert only("大桥早上6时许坍塌。", "time").value.precision == "about"
    weekday = only("The council approved it on Monday.", "date").value
    assert (weekday.basis, weekday.text, weekday.precision) == ("weekday", "2024-05-06", "exact")
    month = only("The plant was built in April 2023.", "period").value
    assert month.precision == "rounded"
    assert month.high - month.low == 29  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The talks ran from 1 to 5 May 2024.", "date"),
        ("The show runs from 1 to 28 May 2024.", "period"),
    ],
)
def test_a_long_range_is_a_period(text: str, kind: str) -> None:
    """Some days are a date, many are a period."""
    assert [f.kind for f in read(article(text)) if f.kind in ("date", "period")] == [kind]


# ---------------------------------------------------------------- what it is a fact of
@pytest.mark.parametrize(
    ("text", "kind", "predicate"),
    [
        ("The flood killed 41 people.", "number", "die"),
        ("Another 87 were injured, the coastguard said.", "number", "injure"),
        ("The companies signed the contract on 14 March 2024.", "date", "sign"),
        ("洪水造成41人死亡。", "number", "die"),
        ("另有87人受傷。", "number", "injure"),
        ("罢工持续12天。", "duration", "strike"),
        ("The table has 12 legs.", "number", ""),
    ],
)
def test_the_predicate_stands_nearest(text: str, kind: str, predicate: str) -> None:
    """A value is a fact of the class whose words are beside it; of none where there are none."""
    assert only(text, kind).predicate == predicate


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("事故造成31人死亡，87人受伤。", {"31": "die", "87": "injure"}),
        ("事故造成31人死亡、87人受傷。", {"31": "die", "87": "injure"}),
        ("The crash killed 31 people and injured 87.", {"31": "die", "87": "injure"}),
        (
            "31 people were killed and 87 were injured.",
            {"31": "die", "87": "injure"},
        ),
    ],
)
def test_two_tolls_are_two_facts(text: str, pairs: dict[str, str]) -> None:
    """Each figure goes with its own verb."""
    found = [f for f in read(article(text)) if f.kind == "number"]
    assert {f.value.text.partition(" ")[0]: f.predicate for f in found} == pairs


@pytest.mark.parametrize(
    ("text", "kind", "scopes"),
    [
        ("Among them 4 were sailors.", "number", {"part"}),
        ("The ministry expects exports to reach $40 billion.", "money", {"forecast"}),
        ("Rovers led City 2-0 at half-time.", "score", {"half"}),
        ("The flood killed 41 people.", "number", set()),
        ("其中4人重伤。", "number", {"part", "severe"}),
        ("預計損失達300萬元。", "money", {"forecast"}),
        ("累计41人死亡。", "number", {"total"}),
    ],
)
def test_scopes(text: str, kind: str, scopes: set[str]) -> None:
    """Marks that make it another thing than the same words without them, in either script."""
    assert only(text, kind).scopes == scopes


@pytest.mark.parametrize(
    "text",
    [
        "As of Friday, 41 people were missing.",
        "截至5月3日，41人失踪。",
        "截至5月3日，41人失蹤。",
    ],
)
def test_the_day_for_which_a_count_holds(text: str) -> None:
    """It is no date of its own, and no scope."""
    found = only(text, "number")
    assert found.as_of == date(2024, 5, 3)
    assert "as_of" not in found.scopes
    assert told(text, "date") == []
    assert only("On Friday, 41 people were missing.", "number").as_of is None


def test_an_hour_for_which_a_count_holds_is_no_fact() -> None:
    """It says when was counted, and not when something happened."""
    assert told("As of 11 a.m. on Friday, 41 people were missing.", "time") == []
    assert told("At 11 a.m. on Friday, 41 people were missing.", "time") == [("11 a.m.", "11:00")]


def test_a_mark_without_a_day() -> None:
    """So far is no day."""
    assert only("截至目前，41人失踪。", "number").as_of is None


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        ("The flood killed 41 people, mayor Anna Keller said.", "Anna Keller"),
        ("The fire service said 41 passengers of the train had died.", "The fire service"),
        (
            "The fire service said 41 people died.",
            "The fire service",
        ),
        ("消防局说，洪水造成41人死亡。", "消防局"),
        ("The flood killed 41 people.", None),
    ],
)
def test_who_gives_it(text: str, giver: str | None) -> None:
    """The speaker; nobody where the outlet says it itself."""
    assert only(text, "number").giver == giver


def test_what_is_counted_and_who_is_named() -> None:
    """The words behind a count, and the identities of its proposition."""
    text = "The port of Lisbon sold 41 rusty ships."
    found = only(text, "number")
    assert found.counts is not None
    assert text[slice(*found.counts)] == "rusty ships"
    assert found.about == ("loc:lisbon",)


def test_a_clause_without_a_subject_is_about_that_of_the_one_before() -> None:
    """Who is its subject is named in it, as it were."""
    found = only("默克尔飞抵日内瓦，并签署了12项协议。", "number")
    assert "per:angela-merkel" in found.about


@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel met Emmanuel Macron in Geneva.",
        "Emmanuel Macron met Angela Merkel in Geneva.",
        "默克尔在日内瓦会见马克龙。",
        "默克爾在日內瓦會見馬克龍。",
    ],
)
def test_those_who_meet_are_one_fact(text: str) -> None:
    """Whoever is named first."""
    found = only(text, "person")
    assert (found.value.text, found.predicate) == (
        "per:angela-merkel per:emmanuel-macron",
        "meet",
    )
    assert only(text, "place").predicate == "meet"


def test_a_person_has_the_predicate_behind() -> None:
    """The first behind the name; the nearest before it where none follows."""
    assert only("Emmanuel Macron resigned.", "person").predicate == "resign"
    assert only("Police arrested Emmanuel Macron.", "person").predicate == "arrest"
    assert only("Emmanuel Macron stood there.", "person").predicate == ""


@pytest.mark.parametrize(
    ("text", "value", "negated"),
    [
        ("The council approved the budget.", "approve", False),
        ("The council did not approve the budget.", "not approve", True),
        ("市议会通过预算案。", "approve", False),
        ("市议会没有通过预算案。", "not approve", True),
        ("市議會未通過預算案。", "not approve", True),
    ],
)
def test_outcomes_and_what_denies_them(text: str, value: str, negated: bool) -> None:
    """A negation turns an outcome."""
    found = only(text, "outcome")
    assert (found.value.text, found.negated) == (value, negated)


def test_a_name_behind_a_place_takes_it_over() -> None:
    """A place that only says which body it is does not say where."""
    assert told("The storm hit in Geneva on Sunday.", "place") == [("Geneva", "loc:geneva")]
    assert told("在日内瓦市长默克尔辞职。", "place") == []


def test_a_plan_is_told_from_what_is_said() -> None:
    """How a statement is meant goes with its facts."""
    planned = read(article("The firm will build 12 ships next year."))
    assert {f.modality for f in planned if f.kind == "number"} == {"planned"}
    assert only("The firm built 12 ships.", "number").modality == "said"


# ---------------------------------------------------------------- the whole
def test_parts_come_in_order() -> None:
    """Title, body, caption; in each as they stand."""
    made = article(
        "The flood killed 41 people and lasted 3 days.",
        title="Flood kills 41",
        caption="A house where 4 people died",
    )
    found = read(made)
    assert list(dict.fromkeys(f.part for f in found)) == ["title", "body", "caption"]
    for part in ("title", "body", "caption"):
        places = [(f.start, f.end) for f in found if f.part == part]
        assert places == sorted(places)


def test_an_article_without_words_has_no_facts() -> None:
    """Nothing is read from nothing."""
    assert read(article("", "en")) == ()


def test_nobody_known_to_speak() -> None:
    """Facts need no speech, they only have no giver then."""
    one = document(article("The fire service said 41 people died."))
    found = facts(one, (), Speech(read=False), propositions(one, Speech(read=False)))
    assert {f.giver for f in found} == {None}
    assert any(f.kind == "number" for f in found)


PIECES = (
    "killed|not|31 people|87|in Geneva|Angela Merkel|met|on Monday|as of|at 8:15|3-1|won|said|,|."
    "|死亡|31人|未|通过|在日内瓦|默克尔|会见|截至|5月3日|，|。|说|其中|約|6時|击败|3比1|\n\n|\u0130|𠮷|é"
)
WORDS = st.lists(st.sampled_from(PIECES.split("|")), max_size=18)


@settings(max_examples=80, deadline=None)
@given(
    st.one_of(st.text(max_size=60), WORDS.map(" ".join), WORDS.map("".join)),
    st.sampled_from(["en", "zh-Hans", "zh-Hant", "fr", "ja", "und"]),
)
def test_any_text_gives_sound_facts(text: str, language: str) -> None:
    """Whatever is read: spans lie inside their proposition, in order, and are the same again."""
    made = article(text, language, title=text[:20])
    found = read(made)
    assert read(made) == found
    for one in found:
        whole = made.part(one.part)
        assert one.kind in FACT_KINDS
        assert 0 <= one.proposition[0] <= one.start < one.end <= one.proposition[1] <= len(whole)
        assert one.counts is None or whole[slice(*one.counts)]
        assert one.value.text
        if one.value.low is not None and one.value.high is not None:
            assert one.value.low <= one.value.high
    order = {"title": 0, "body": 1}
    places = [(order[f.part], f.start, f.end, f.kind) for f in found]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Traders may not survive the year after the council shut the bridge on Tuesday.", False),
        ("The council did not close the bridge on Tuesday.", True),
    ],
)
def test_a_clause_behind_what_is_denied_is_not(text: str, negated: bool) -> None:
    """A day in a clause with a predicate of its own is that of this predicate."""
    (day,) = (one for one in read(article(text)) if one.kind == "date")
    assert day.negated is negated
