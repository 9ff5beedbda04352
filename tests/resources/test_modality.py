"""Modal words: levels, words that only contain one, and the user's own list."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.errors import UnreadableFile
from compare.resources.terms import scales


def names(scale: str, text: str, user_file: str | None = None) -> list[str]:
    return [level.name for _, _, level in scales(user_file)[scale].found(text)]


def test_longer_words_win() -> None:
    """极可能 is one word and very likely, not possible."""
    assert names("certain", "会谈极可能破裂") == ["very likely"]
    assert names("certain", "It is very likely to fail") == ["very likely"]


def test_words_that_only_contain_one_are_passed_over() -> None:
    """资料 is not 料, may not is a ban, and a capital May is a month or a name."""
    assert names("certain", "资料已交付") == []
    assert names("certain", "Employers may not do so") == []
    assert names("certain", "It left in May") == []


def test_scales_have_an_order() -> None:
    """Ranks grow with force."""
    found = scales()["settled"].found("is considering; planned to; will")
    assert [level.rank for _, _, level in found] == [1, 3, 4]


def test_the_user_adds_words(tmp_path: Path) -> None:
    """A file of the same form is read after the package's."""
    file = tmp_path / "words.toml"
    file.write_text('[[certain.level]]\nrank = 1\nname = "possible"\nen = "mayhap"\n')
    assert names("certain", "it will mayhap rain", str(file)) == ["certain", "possible"]


@pytest.mark.parametrize("content", ["not toml [", "[[certain.level]]\nname = 3\n", None])
def test_a_bad_list_is_named(tmp_path: Path, content: str | None) -> None:
    """A file that is missing or of another form raises with its path."""
    file = tmp_path / "words.toml"
    if content is not None:
        file.write_text(content)
    with pytest.raises(UnreadableFile):
        scales(str(file))
