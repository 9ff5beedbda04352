"""Whole sheets and keys of five stories, as stored."""

from __future__ import annotations

import pytest

from compare.exercises import Request, formats, make
from compare.pipeline import standards
from compare.reports.words import speaking
from tests.exercises.conftest import Golden
from tests.exercises.frozen import ALL, STORIES, stored


@pytest.mark.parametrize("story", STORIES)
def test_sheet_and_key_are_as_stored(story: str, golden: Golden) -> None:
    """The sheet of a lesson and its key do not change by accident."""
    made = make(stored(story), Request(), standards=standards("en"))
    golden(story, "sheet.md", formats.sheet(made, "markdown"))
    golden(story, "key.md", formats.key(made, "markdown"))


def test_sheet_of_all_kinds_is_as_stored(golden: Golden) -> None:
    """Every kind that a story allows, in one sheet and its key."""
    made = make(stored("oslo-talks"), ALL, standards=standards("en"))
    golden("oslo-talks", "sheet.all.md", formats.sheet(made, "markdown"))
    golden("oslo-talks", "key.all.md", formats.key(made, "markdown"))


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_chinese_sheet_and_key_are_as_stored(language: str, golden: Golden) -> None:
    """The same sheet in both Chinese scripts, on the basic level and without names of outlets."""
    with speaking(language):
        request = Request(level="basic", anonymous=True)
        made = make(stored("han-blinken"), request, standards=standards(language))
        golden("han-blinken", f"sheet.{language}.md", formats.sheet(made, "markdown"))
        golden("han-blinken", f"key.{language}.md", formats.key(made, "markdown"))
