"""The words of a language are found by its folder, and by nothing else."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from compare.reading.slots import reader
from compare.resources.words import any_of, listed, words

FOLDERS = sorted(f.name for f in files("compare.reading").iterdir() if f.is_dir())
LANGUAGES = [
    name for name in FOLDERS if files("compare.reading").joinpath(name, "words.toml").is_file()
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_how_it_writes_decimals(language: str) -> None:
    """Where amounts are read by the shared grammar, the words name the decimal mark."""
    table = words(language)
    assert table
    if "amounts" in table and reader(language, "amounts") is None:
        assert table["amounts"]["decimal"] in {",", "."}


@pytest.mark.parametrize("tag", ["", "xx", "names", "base", "../fr", "FR"])
def test_other_tags_have_neither_words_nor_readers(tag: str) -> None:
    """A tag without a folder of a language, or none at all, is no error."""
    assert words(tag) == {}
    assert reader(tag, "dates") is None


def test_lists_of_words() -> None:
    """White space parts words, an underscore stands for a space, the longest is tried first."""
    assert listed("près_de presque") == ["près de", "presque"]
    assert re.match(any_of("mil mil_millones"), "mil\u00a0millones").group() == "mil\u00a0millones"
    assert re.search(any_of(""), "anything") is None
