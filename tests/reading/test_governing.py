"""Which predicate a day or an hour is the time of."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Article, Document, Fact, Proposition, Speech
from compare.reading import names
from compare.reading.document import document
from compare.reading.facts import facts
from compare.reading.facts.frames import frames
from compare.reading.facts.governing import time_of
from compare.reading.names.mentions import mentions
from compare.reading.propositions import propositions
from compare.reading.speech.days import speech
from compare.resources.predicates import predicates
from compare.text.scripts import is_chinese

DAY = date(2024, 5, 6)  # a Monday
CASES = list[tuple[str, str, str]]


def read(text: str, language: str = "") -> Document:
    """An article of one paragraph, as read."""
    language = language or ("zh-Hans" if is_chinese(text) else "en")
    return document(Article("a1", "own", "Own", "", text, (), DAY, language))


def governed(text: str, words: str, language: str = "") -> str:
    """What `words` are the time of, in a text that is one statement."""
    whole = Proposition("body", 0, len(text), 0)
    (frame,) = frames(read(text, language), (), Speech(), [whole])
    start = text.index(words)
    return time_of(frame, start, start + len(words))


def told(text: str) -> list[Fact]:
    """The days, hours and periods of a text."""
    one = read(text)
    named = mentions(one, names.learn([one]))
    said = speech(one, named)
    found = facts(one, named, said, propositions(one, said))
    return [f for f in found if f.kind in ("date", "time", "period")]


# ---------------------------------------------------------------- Chinese
@pytest.mark.parametrize(
    ("text", "words", "predicate"),
    [
        ("三名男子5月3日被捕。", "5月3日", "arrest"),
        ("三名男子5月3日在卡伦法院受审。", "5月3日", "charge"),
        ("三名男子5月3日在卡倫法院受審。", "5月3日", "charge"),
        ("渡轮5月3日凌晨在港口外沉没。", "5月3日", "sink"),
        ("渡輪5月3日凌晨在港口外沉沒。", "凌晨", "sink"),
        ("早上6时20分大桥坍塌。", "6时20分", "collapse"),
        ("大桥5月3日坍塌，造成4人死亡。", "5月3日", "collapse"),
        ("渡轮沉没，12人5月4日获救。", "5月4日", "rescue"),
        ("市议会5月3日通过预算案，市长辞职。", "5月3日", "approve"),
    ],
)
def test_a_chinese_time_stands_before_its_verb(text: str, words: str, predicate: str) -> None:
    """The first predicate behind it in its clause, whatever stands between."""
    assert governed(text, words) == predicate


@pytest.mark.parametrize(
    ("text", "words", "predicate"),
    [
        ("大桥坍塌发生在5月3日。", "5月3日", "collapse"),
        ("爆炸发生于5月3日晚间。", "5月3日", "explode"),
        ("签约仪式定于5月3日。", "5月3日", "sign"),
        ("簽約儀式定於5月3日。", "5月3日", "sign"),
        ("爆炸发生于5月3日，4人死亡。", "5月3日", "explode"),
    ],
)
def test_a_chinese_time_that_ends_its_clause(text: str, words: str, predicate: str) -> None:
    """The nearest predicate before it; what follows the clause is another matter."""
    assert governed(text, words) == predicate


@pytest.mark.parametrize(
    ("text", "words", "predicate"),
    [
        ("5月3日，三名男子被捕。", "5月3日", "arrest"),
        ("5月3日早上，渡轮在港口外沉没。", "5月3日", "sink"),
        ("5月3日晚，大桥坍塌。", "5月3日", "collapse"),
        ("3日晚间8时许，大橋坍塌。", "8时", "collapse"),
    ],
)
def test_a_chinese_time_alone_is_that_of_what_comes_next(
    text: str, words: str, predicate: str
) -> None:
    """A clause that is a time and nothing else leans on the next one."""
    assert governed(text, words) == predicate


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("警方21日通报，三名男子被捕。", "21日"),
        ("警方21日晚通报三名男子被捕。", "21日"),
        ("據警方21日通報，三名男子被捕。", "21日"),
        ("市府3日表示，大桥坍塌造成4人死亡。", "3日"),
        ("市府3日下午表示大桥坍塌。", "3日"),
    ],
)
def test_a_chinese_time_of_saying_is_that_of_nothing(text: str, words: str) -> None:
    """When the police told it is not when it happened."""
    assert governed(text, words) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("街上5月3日很安静。", "5月3日"),
        ("渡轮沉没已经是5月3日的事情了。", "5月3日"),
        ("船长5月3日在港口露面，渡轮沉没。", "5月3日"),
    ],
)
def test_a_chinese_time_of_an_unknown_verb_is_that_of_nothing(text: str, words: str) -> None:
    """What no class has is not what another clause tells, nor what stands before it."""
    assert governed(text, words) == ""


# ---------------------------------------------------------------- English
@pytest.mark.parametrize(
    ("text", "words", "predicate"),
    [
        ("The bridge collapsed on Monday.", "Monday", "collapse"),
        ("The ferry sank on Sunday, killing 4 people.", "Sunday", "sink"),
        ("The bridge collapsed at 6:20 a.m.", "6:20 a.m.", "collapse"),
        ("The bridge collapsed in April 2023.", "April 2023", "collapse"),
        ("The minister met the envoy on Friday and resigned on Monday.", "Friday", "meet"),
        ("The minister met the envoy on Friday and resigned on Monday.", "Monday", "resign"),
        ("The bridge, which collapsed on Friday, will reopen on Monday.", "Friday", "collapse"),
        ("Police said three men were arrested on Sunday.", "Sunday", "arrest"),
        ("Three men were arrested on Sunday, police said.", "Sunday", "arrest"),
    ],
)
def test_an_english_time_stands_behind_its_verb(text: str, words: str, predicate: str) -> None:
    """The nearest predicate before it in its clause."""
    assert governed(text, words) == predicate


@pytest.mark.parametrize(
    ("text", "words", "predicate"),
    [
        ("On Sunday, three men were arrested.", "Sunday", "arrest"),
        ("On Sunday the ferry sank.", "Sunday", "sink"),
        ("Late on Sunday, the ferry sank off the port.", "Sunday", "sink"),
        ("At 6:20 a.m. the bridge collapsed.", "6:20 a.m.", "collapse"),
        ("In April 2023 the plant exploded.", "April 2023", "explode"),
        ("The mayor resigned, and on Sunday the ferry sank.", "Sunday", "sink"),
    ],
)
def test_an_english_time_in_front_is_that_of_what_follows(
    text: str, words: str, predicate: str
) -> None:
    """Where it opens the statement, or a clause of it."""
    assert governed(text, words) == predicate


@pytest.mark.parametrize(
    ("text", "words", "predicate"),
    [
        ("Saturday's protest drew 300 people.", "Saturday", "protest"),
        ("Saturday’s protest drew 300 people.", "Saturday", "protest"),
        ("The mayor resigned after Saturday's protest.", "Saturday", "protest"),
        ("Friday's fire killed 4 people.", "Friday", "burn"),
        ("The Saturday protest drew 300 people.", "Saturday", "protest"),
        ("The mayor resigned after the Saturday protest.", "Saturday", "protest"),
        ("Rescuers on Sunday evacuated the island.", "Sunday", "evacuate"),
        ("Saturday's long and noisy but peaceful and crowded protest drew 300.", "Saturday", ""),
    ],
)
def test_an_english_time_that_owns_its_event(text: str, words: str, predicate: str) -> None:
    """The noun behind a possessive, and whatever stands right behind the time."""
    assert governed(text, words) == predicate


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Three men were arrested, police said on Sunday.", "Sunday"),
        ("Police said on Sunday three men were arrested.", "Sunday"),
        ("Police said late Sunday that three men were arrested.", "Sunday"),
        ("The mayor announced on Sunday that the bridge would close.", "Sunday"),
    ],
)
def test_an_english_time_of_saying_is_that_of_nothing(text: str, words: str) -> None:
    """When the police said it is not when it happened."""
    assert governed(text, words) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Sunday was quiet.",
        "There was music on Sunday.",
        "The crew of the old harbour ferry waved on Sunday.",
        "The crew of the old lifeboat waved on Sunday as the ferry sank.",
        "The ferry sank, but the crew of the lifeboat waved to the crowd on Sunday.",
    ],
)
def test_an_english_time_of_an_unknown_verb_is_that_of_nothing(text: str) -> None:
    """What no class has is not what another clause tells."""
    assert governed(text, "Sunday") == ""


def test_what_says_little_gives_way() -> None:
    """Behind a time, the first predicate that says something by itself goes before a weak one."""
    assert predicates()["announce"].weak
    assert governed("On Sunday, to his surprise, a publication sank the mayor.", "Sunday") == "sink"


# ---------------------------------------------------------------- as facts
@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("大桥5月3日坍塌，市长5月4日辞职。", {"5月3日": "collapse", "5月4日": "resign"}),
        ("警方5月4日表示，大桥5月3日坍塌。", {"5月3日": "collapse"}),
        ("大橋5月3日早上6時20分坍塌。", {"5月3日": "collapse", "早上6時20分": "collapse"}),
        (
            "The bridge collapsed at 6 a.m. on Friday, and the mayor resigned on Sunday.",
            {"6 a.m.": "collapse", "Friday": "collapse", "Sunday": "resign"},
        ),
        ("Police said on Sunday the bridge collapsed on Friday.", {"Friday": "collapse"}),
    ],
)
def test_each_time_goes_with_its_own_verb(text: str, pairs: dict[str, str]) -> None:
    """Times are facts of what governs them, and those of what is happening, not of who tells it."""
    found = {text[f.start : f.end]: f.predicate for f in told(text)}
    assert found == pairs


def test_a_figure_still_goes_with_the_nearest_words() -> None:
    """Only times are governed; what is counted stands on either side of its predicate."""
    one = read("On Friday 31 people died, the mayor said.")
    said = speech(one, ())
    found = facts(one, (), said, propositions(one, said))
    assert {f.kind: f.predicate for f in found if f.kind in ("date", "number")} == {
        "date": "die",
        "number": "die",
    }


PIECES = (
    "5月3日|早上6时|周五|，|。|被捕|坍塌|警方|通报|发生在|大桥|on Friday|at 6:20 a.m.|Friday's|"
    "the bridge|collapsed|, |and |said |police |were arrested|."
)
WORDS = st.lists(st.sampled_from(PIECES.split("|")), min_size=1, max_size=14)


@settings(max_examples=80, deadline=None)
@given(WORDS.map(" ".join))
def test_a_time_is_that_of_a_predicate_of_its_statement(text: str) -> None:
    """Whatever the text: a class that is known and stands in the statement, or none."""
    for language in ("en", "zh-Hans"):
        whole = Proposition("body", 0, len(text), 0)
        (frame,) = frames(read(text, language), (), Speech(), [whole])
        classes = {h.predicate for h in frame.hits}
        spans = [(day.start, day.end) for day in frame.dates]
        spans += [(hour.start, hour.end) for hour in frame.times]
        assert {time_of(frame, *span) for span in spans} <= classes | {""}
