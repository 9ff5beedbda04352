"""Which statements tell something that could be looked up."""

from __future__ import annotations

import pytest

from compare import pipeline
from compare.claims.substance import states, telling
from compare.model import Attribution
from compare.reading.document import document
from tests.made import article, segment, story


def tells(text: str, said: Attribution | None = None) -> bool:
    """Is the whole text one that tells something?"""
    read = document(article("a", text))
    return telling(read, "body", 0, len(text), said)


@pytest.mark.parametrize(
    "text",
    [
        "这篇报道提到了一些关键问题。",
        "這篇報導凸顯了局勢的複雜性。",
        "因此任何进展都值得密切关注。",
        "希望未来会有更多的合作。",
        "大约六周后，即7月28日",
        "On 2 April, a Thursday.",
        "This article touches on key issues.",
        "Any progress deserves close attention.",
    ],
)
def test_talk_tells_nothing(text: str) -> None:
    """Words about the report, an opinion without a name or a figure, and a bare time."""
    assert not tells(text)


@pytest.mark.parametrize(
    "text",
    [
        "双方紧张局势加剧。",
        "渡轮昨晚沉没。",
        "The ferry sank.",
        "Divers found the wreck on Tuesday.",
        "市长林德说，进展值得关注。",
        "这篇报道引述了41名证人。",
        "In summary, Reuters counted 12 dead.",
    ],
)
def test_statements_tell_something(text: str) -> None:
    """An event needs no name; a name or a figure makes an opinion one that can be looked up."""
    assert tells(text)


def test_what_somebody_said_is_news() -> None:
    """A speaker's opinion tells that it was said."""
    text = "任何进展都值得密切关注"
    said = Attribution("a", "body", text, (0, len(text)), "indirect", speaker="Ana Duarte")
    assert not tells(text)
    assert tells(text, said)


def stated(text: str, piece: str) -> bool:
    """Does this piece of a text state anything?"""
    made_of = article("a", text)
    return states(document(made_of), segment(made_of, piece))


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("截至当天下午1时，已有3人死亡。", "截至当天下午1时"),
        ("昨日下午，在港口的一家酒店里，两国代表签了字。", "在港口的一家酒店里"),
        ("中国大使馆15日证实，伤者中有8名公民。", "中国大使馆15日证实"),
        ("據港務局數據，上月吞吐量下跌。", "據港務局數據"),
        ("无人叉车方面，公司称产品已进入126个仓库。", "无人叉车方面"),
        ("The link stays shut after two days of talks.", "after two days of talks."),
        ("Before the autumn leaf season, hotels cut prices.", "Before the autumn leaf season"),
        ("9:40 a.m. Crews leave the depot.", "9:40 a.m."),
    ],
)
def test_a_frame_states_nothing(text: str, piece: str) -> None:
    """A time, a place, a subject, or who says what follows, cut out of a sentence."""
    assert not stated(text, piece)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("今年涨了6.8%。", "今年涨了6.8%。"),
        ("上半年营收超300亿元，创下新高。", "上半年营收超300亿元"),
        ("德国工会组织对此提出批评，公司没有回应。", "德国工会组织对此提出批评"),
        ("據悉，他欠下賭債約80萬元，已經離境。", "據悉，他欠下賭債約80萬元"),
        ("上午九時，該車在村路被發現，車內無人。", "該車在村路被發現"),
        (
            "The deal was signed with a budget of NOK 1.4 billion.",
            "with a budget of NOK 1.4 billion",
        ),
        ("The alarm rang after raiders emptied a rack.", "after raiders emptied a rack"),
        ("He resigned. Nobody knows why.", "He resigned."),
    ],
)
def test_a_statement_is_no_frame(text: str, piece: str) -> None:
    """A figure, a verb, a noun that looks like a verb of saying, or a whole sentence."""
    assert stated(text, piece)


def test_a_frame_makes_no_row() -> None:
    """The matrix has a row for what was confirmed, and none for that somebody confirmed."""
    one = article("one", "中国大使馆15日证实，伤者中有8名公民，均已送医。", published=None)
    other = article("other", "中国大使馆15日证实，8名公民受伤，均已送医。", published=None)
    found = pipeline.analyse(story(one, other))
    assert [c.text for c in found.claims if c.text.endswith("证实")] == []
    assert found.claims
