"""Whole sheets and keys of five stories, as stored."""

from __future__ import annotations

import pytest

from compare.exercises import Request, formats, make
from compare.reports.words import speaking
from tests.exercises.conftest import Golden
from tests.exercises.frozen import STORIES, stored


@pytest.mark.parametrize("story", STORIES)
def test_sheet_and_key_are_as_stored(story: str, golden: Golden) -> None:
    """A story's sheet of all kinds and its key do not change by accident."""
    made = make(stored(story), Request())
    golden(story, "sheet.md", formats.sheet(made, "markdown"))
    golden(story, "key.md", formats.key(made, "markdown"))


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_chinese_sheet_and_key_are_as_stored(language: str, golden: Golden) -> None:
    """The same sheet in both Chinese scripts, on the basic level and without names of outlets."""
    with speaking(language):
        made = make(stored("han-blinken"), Request(level="basic", anonymous=True))
        golden("han-blinken", f"sheet.{language}.md", formats.sheet(made, "markdown"))
        golden("han-blinken", f"key.{language}.md", formats.key(made, "markdown"))
