"""`compare.exercise`, the sheet and key for programs."""

from __future__ import annotations

import pytest

import compare
from compare.errors import UsageError
from compare.exercises import Exercise, Request, formats, make
from compare.pipeline import standards
from tests.exercises.frozen import stored


def test_sheet_and_key_of_a_comparison() -> None:
    """A comparison gives the pair that `make` gives, and the formats write it."""
    found = stored("oslo-talks")
    sheet, key = compare.exercise(found, kinds=("grid", "sharing"), items=2)
    practised = standards("en")
    made = make(found, Request(kinds=("grid", "sharing"), items=2), standards=practised)
    assert (sheet, key) == (made.sheet, made.key)
    assert formats.sheet(Exercise(sheet, key), "html") == formats.sheet(made, "html")
    asked = {q.id for task in sheet.tasks for row in task.rows for q in row.questions}
    assert asked == {answer.id for answer in key.answers}


def test_instructions_in_another_language() -> None:
    """The sheet speaks the language that is asked for, and what is said afterwards does not."""
    sheet, key = compare.exercise(stored("oslo-talks"), language="zh-Hant", kinds=("grid",))
    assert (sheet.language, key.language) == ("zh-Hant", "zh-Hant")
    assert compare.exercise(stored("oslo-talks"), kinds=("grid",))[0].language == "en"


def test_no_name_of_an_outlet_is_left_in_an_unnamed_sheet() -> None:
    """Names in other scripts and languages are hidden as the outlet's own name is."""
    sheet, key = compare.exercise(stored("han-blinken"), anonymous=True)
    text = formats.sheet(Exercise(sheet, key), "markdown").decode()
    for name in ("RFI", "法广", "Reuters", "路透", "大纪元", "Epoch Times"):
        assert name not in text
    assert "RFI" in "".join(key.outlets.values())


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"level": "hard"}, "there is no 'hard' here; there are basic, standard, advanced"),
        ({"texts": "fr"}, "there is no 'fr' here; there are both, zh, en"),
        ({"paper": "a5"}, "there is no 'a5' here; there are a4, letter"),
        ({"variant": "D"}, "there is no 'D' here; there are A, B, C"),
        ({"language": "fr"}, "there is no 'fr' here; there are en, zh-Hans, zh-Hant"),
        ({"kinds": ("crossword",)}, "no such kind of exercise: crossword"),
    ],
)
def test_what_there_is_not_is_named(asked: dict[str, object], words: str) -> None:
    """A choice that there is not is an error that lists those there are."""
    with pytest.raises(UsageError, match=words):
        compare.exercise(stored("oslo-talks"), **asked)  # type: ignore[arg-type]
