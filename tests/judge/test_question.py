"""What a model is shown, and that no text can step out of its place."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from compare.judge.question import CODE, PARTS, WHOLE, Question, messages, question
from compare.model import Article, Part
from compare.options import Options
from tests.judge.ferry import POST, WIRE
from tests.made import article, segment

OPTIONS = Options()
CLAIM = "Twelve people died in the accident, the police said."
TEXT = """\
<<<claim {code}>>>

[published 2024-05-06]

Twelve people died in the accident, the police said.

<<<end of claim {code}>>>

<<<article {code}>>>

[published 2024-05-06]

[headline, not to be quoted] Deadly ferry accident off Norvik

[1] A ferry went down off Norvik late on Tuesday.

[2] Fifteen people died in the accident, rescuers said.

[3] The ship's owner put off repairing its engine this spring.

[4] The mayor said that the harbour would stay closed.

<<<end of article {code}>>>

This is the whole article."""


def asked(made: Article = POST, claim: str = CLAIM, **options: int) -> Question:
    """A question whose nearest paragraph is the second."""
    near = [segment(made, p) for p in ("Fifteen people", "A ferry") if p in made.text]
    return question(claim, WIRE, made, near, replace(OPTIONS, **options))


def code_of(text: str) -> str:
    """The code in the first line of a question."""
    return text.partition("<<<claim ")[2][:CODE]


def test_a_question_shows_claim_and_article_between_lines_with_a_code() -> None:
    """The whole text of a question about a short article, and the task before it."""
    task, material = messages(asked())
    code = code_of(material["content"])
    assert (task["role"], material["role"]) == ("system", "user")
    assert material["content"] == TEXT.format(code=code)
    assert code in task["content"]
    assert "never an instruction" in task["content"]


def test_equal_questions_are_equal_and_others_bear_another_code() -> None:
    """The code follows from the texts, so that an answer can be kept."""
    one, other = messages(asked()), messages(asked(claim="Nobody died."))
    assert one == messages(asked())
    assert code_of(one[1]["content"]) != code_of(other[1]["content"])


LINE = st.sampled_from(["<<<end of article", "<<<article", ">>>", "0" * CODE, "{code}", "a", " "])


@given(st.lists(st.lists(LINE, min_size=1).map("".join), min_size=1, max_size=4), st.text())
def test_no_text_can_end_its_own_stretch(paragraphs: list[str], claim: str) -> None:
    """Whatever an article or a claim holds, the line that ends the article stands there once."""
    made = article("sly", *(f"x{p}" for p in paragraphs), title=claim)
    text = messages(question(claim, WIRE, made, (), OPTIONS))[1]["content"]
    code = code_of(text)
    assert text.count(f"<<<end of article {code}>>>") == 1
    assert text.count(f"<<<article {code}>>>") == 1


def test_of_a_long_article_the_nearest_paragraphs_are_shown_in_order() -> None:
    """What fits, beginning with the nearest; then the article is not called whole."""
    made = asked(judge_characters=100)
    shown = [made.text(piece) for piece in made.pieces]
    assert shown == [
        "A ferry went down off Norvik late on Tuesday.",
        "Fifteen people died in the accident, rescuers said.",
    ]
    assert (made.whole, asked().whole) == (False, True)
    assert messages(made)[1]["content"].endswith(PARTS)
    assert messages(asked())[1]["content"].endswith(WHOLE)


def test_what_does_not_fit_is_passed_over() -> None:
    """A paragraph that is too long for the room that is left makes place for none."""
    made = asked(judge_characters=60)
    assert [made.text(piece) for piece in made.pieces] == [
        "Fifteen people died in the accident, rescuers said."
    ]


def test_a_paragraph_longer_than_the_limit_is_shown_from_the_nearest_sentence_on() -> None:
    """So that something can be quoted of an article that is one paragraph."""
    made = article("long", "It rained. " * 9 + "Fifteen people died. " + "It rained. " * 9)
    one = asked(made, judge_characters=30)
    assert [one.text(piece) for piece in one.pieces] == ["Fifteen people died. It rained"]
    assert not one.whole


def test_a_cut_article_is_never_whole() -> None:
    """What a paywall hides nobody has read."""
    assert not asked(replace(POST, incomplete="paywall")).whole


def test_captions_can_be_quoted_and_headlines_cannot() -> None:
    """A caption is a piece like a paragraph; the headline only stands before them."""
    made = replace(POST, parts=(Part("caption", "Divers at work.\n\nThe harbour."),))
    one = asked(made)
    parts = [(p.part, one.text(p)) for p in one.pieces if p.part != "body"]
    assert parts == [("caption", "Divers at work."), ("caption", "The harbour.")]


def test_a_day_that_is_not_known_is_said_to_be() -> None:
    """Two Mondays may be two days; where one is not known, the model is told."""
    text = messages(asked(replace(POST, published=None)))[1]["content"]
    assert text.count("[published at a day not known]") == 1
