"""Which statements tell something that could be looked up."""

from __future__ import annotations

import pytest

from compare.claims.substance import telling
from compare.model import Attribution
from compare.reading.document import document
from tests.made import article


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
