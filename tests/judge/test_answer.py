"""What counts as an answer, and where its quotation stands."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from compare.judge.answer import Answer, located, parsed
from compare.judge.question import question
from compare.options import Options
from tests.judge.ferry import POST, WIRE
from tests.judge.servers import verdict
from tests.made import article

OPTIONS = Options()
GOOD = Answer("included", "A ferry went down")
BARE = verdict("included", "A ferry went down")


@pytest.mark.parametrize(
    "text",
    [
        BARE,
        f"```json\n{BARE}\n```",
        f"Let me see: the article says so.\n\n{BARE}\n\nI hope that this helps {{you}}.",
        f"<think>First I took {verdict('absent')} for it.</think>\n{BARE}",
        f"{BARE} {BARE}",
        '{"verdict": " Included ", "quotation": "A ferry went down", "reason": "it does"}',
    ],
    ids=["bare", "fence", "prose", "thought", "twice", "further keys"],
)
def test_an_answer_may_stand_among_other_words(text: str) -> None:
    """Fences, prose, thoughts and further keys are passed over."""
    assert parsed(text) == GOOD


@pytest.mark.parametrize(
    "text",
    [
        "",
        "included",
        "{",
        "[]",
        '{"verdict": "included"',
        '{"quotation": "A ferry went down"}',
        '{"verdict": "yes", "quotation": "A ferry went down"}',
        '{"verdict": ["included"], "quotation": ""}',
        '{"verdict": "included", "quotation": 7}',
        '{"answer": {"verdict": "included", "quotation": ""}}',
        f"{BARE} or rather {verdict('absent')}",
        f"<think>{BARE}</think>",
        '{"a":[' * 5000,
    ],
)
def test_anything_else_is_no_answer(text: str) -> None:
    """Other verdicts, other forms, two answers, a thought without an answer: None."""
    assert parsed(text) is None


def test_an_absence_needs_no_quotation() -> None:
    """A null, or nothing at all, is an empty quotation."""
    assert parsed('{"verdict": "absent", "quotation": null}') == Answer("absent", "")
    assert parsed('{"verdict": "cannot tell"}') == Answer("cannot tell", "")


ASKED = question("A ferry sank.", WIRE, POST, (), OPTIONS)


@given(st.data())
def test_every_stretch_of_a_paragraph_is_located(data: st.DataObject) -> None:
    """A quotation of what was shown is found, and slices back to its exact characters."""
    piece = data.draw(st.sampled_from(ASKED.pieces))
    start = data.draw(st.integers(piece.start, piece.end - 1))
    end = data.draw(st.integers(start + 1, piece.end))
    words = POST.text[start:end].strip()
    assume(words)
    found = located(f"\n{words} ", ASKED)
    assert found is not None
    assert POST.part(found.part)[found.start : found.end] == words
    assert found.paragraph == POST.paragraph_at(found.start)


@given(st.text(), st.text(min_size=1))
def test_what_is_located_is_exact(text: str, quotation: str) -> None:
    """Of any text and any quotation: found are the very characters, or nothing."""
    paragraph = " ".join(text.split()) or "x"
    made = article("any", paragraph)
    found = located(quotation, question("", WIRE, made, (), OPTIONS))
    words = quotation.strip()
    assert (found is not None) == (bool(words) and words in paragraph)
    if found is not None:
        assert made.text[found.start : found.end] == words


@pytest.mark.parametrize(
    "quotation",
    [
        "",
        "   ",
        "A ferry went down off Norvik late on Tuesday",
        "a ferry went down off Norvik late on Tuesday.",
        "A ferry went down … on Tuesday.",
        "The ship’s owner put off repairing",
        "[1] A ferry went down",
        "late on Tuesday.\n\nFifteen people",
        "Deadly ferry accident",
    ],
)
def test_nothing_but_exact_characters_of_a_paragraph_counts(quotation: str) -> None:
    """Not what is mended, shortened, numbered, joined over paragraphs, or of the headline; an end
    that is left out is none of these.
    """
    exact = quotation == "A ferry went down off Norvik late on Tuesday"
    assert (located(quotation, ASKED) is not None) is exact
