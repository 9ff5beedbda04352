"""Finding a claim: a passage that gives another value of it is no evidence."""

from __future__ import annotations

import pytest

from compare import pipeline
from compare.model import Found
from tests.made import article

NINE = "Nine people were injured when a tram left the rails in Orrin."


def found(claim: str, *texts: str) -> list[Found]:
    """The answers of articles of one text each."""
    return pipeline.find(claim, [article(f"a{n}", text) for n, text in enumerate(texts)])


def quoted(claim: str, text: str) -> list[str]:
    """The passages of a text that carry a claim."""
    (answer,) = found(claim, text)
    return [e.quote for e in answer.evidence]


@pytest.mark.parametrize(
    ("claim", "same", "other"),
    [
        (
            "Nine people were injured",
            "Nine people were injured when a tram left the rails in Orrin.",
            "Eleven people were injured when a tram left the rails in Orrin.",
        ),
        ("Nine people were injured.", "Nine people were injured.", "Eleven people were injured."),
        (NINE, "有轨电车在奥林脱轨，9人受伤。", "有轨电车在奥林脱轨，11人受伤。"),
        ("43人轻伤", "客车侧翻事故造成43人轻伤。", "客车侧翻事故造成43人重伤。"),
        ("客车侧翻造成43人轻伤", "客車側翻造成43人輕傷。", "客車側翻造成43人重傷。"),
        ("客车侧翻造成43人受伤", "客車側翻造成43人受傷。", "客車側翻造成34人受傷。"),
        (
            "The port paid $40 million for the dock.",
            "The port paid $40 million for the dock.",
            "The port paid $55 million for the dock.",
        ),
        (
            "The strike at the mill lasted six days.",
            "The strike at the mill lasted six days.",
            "The strike at the mill lasted eight days.",
        ),
    ],
)
def test_the_same_value_is_evidence_and_another_is_none(claim: str, same: str, other: str) -> None:
    """Likeness of words does not see a figure; the passage with another is shown as the nearest."""
    assert quoted(claim, same) == [same]
    (answer,) = found(claim, other)
    assert answer.evidence == ()
    assert answer.nearest is not None
    assert answer.nearest.quote == other


def test_each_article_answers_for_itself() -> None:
    """In their order: what one gives otherwise leaves the others as they are."""
    answers = found(NINE, NINE, NINE.replace("Nine", "Eleven"), NINE, "The bank closed lower.")
    assert [bool(a.evidence) for a in answers] == [True, False, True, False]
    assert [a.article.id for a in answers] == ["a0", "a1", "a2", "a3"]


def test_a_passage_without_the_figure_carries_the_claim_still() -> None:
    """What is only left out contradicts nothing."""
    text = "The port paid for the dock."
    assert quoted("The port paid $40 million for the dock.", text) == [text]


def test_a_claim_without_figures_is_not_asked_for_any() -> None:
    """Whatever figures the passage has."""
    claim = "People were injured when a tram left the rails in Orrin."
    assert quoted(claim, NINE) == [NINE]


def test_passages_behind_one_with_another_value_are_left_out() -> None:
    """Best first, up to the first that says otherwise: those behind it are of other things."""
    later = "People were hurt when a tram left the rails."
    assert quoted(NINE, f"{NINE}\n\n{later}")[:1] == [NINE]
    assert quoted(NINE, f"{NINE.replace('Nine', 'Eleven')}\n\n{later}") == []
