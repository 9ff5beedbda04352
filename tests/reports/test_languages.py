"""The languages of the interface: complete catalogues, dates and numbers, the locale."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import compare
from compare.model import Comparison
from compare.reports import markdown, terminal, words
from compare.reports.blocks import Display
from compare.reports.columns import display_width
from compare.reports.story import story_blocks
from compare.reports.words import (
    LANGUAGES,
    language,
    locale_language,
    said,
    say,
    speaking,
)

FOREIGN = LANGUAGES[1:]
# the label of an official text is English, the summary's claims alone do not count
LEFT_OUT = ("readout", "summary.digest", "summary.digest.unclear")
ENGLISH = words.catalogue("en")


def places(text: str) -> list[str]:
    """The names in braces, sorted."""
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name is not None})


@pytest.mark.parametrize("tag", FOREIGN)
def test_no_catalogue_is_incomplete(tag: str) -> None:
    """Every key is translated, under the English that it has now, with the same places."""
    with files("compare.reports").joinpath("locale", f"{tag}.po").open("rb") as file:
        messages = {m.context: m for m in read_po(file) if m.context}
    assert sorted(messages) == sorted(ENGLISH)
    for key, english in ENGLISH.items():
        message = messages[key]
        assert (message.id, message.fuzzy) == (english, False), key
        assert message.string, key
        if key not in LEFT_OUT:
            assert places(str(message.string)) == places(english), key


def test_every_rule_of_a_discrepancy_can_be_translated() -> None:
    """Phrases that the discrepancies write into notes and values are all in our tables."""
    folder = Path(compare.__file__).parent / "claims" / "discrepancies"
    phrases = {phrase for file in folder.glob("*.py") for phrase in literals(file)}
    known = {key.partition(".")[2] for key in ENGLISH if key.startswith(("rule.", "value."))}
    assert phrases - known == set()
    assert len(phrases) > 20


def literals(file: Path) -> set[str]:
    """Strings of several plain words in a module, docstrings left out."""
    tree = ast.parse(file.read_text("utf-8"))
    spoken = [n for n in ast.walk(tree) if not isinstance(n, ast.Expr)]
    held = {child for n in spoken for child in ast.iter_child_nodes(n)}
    texts = {n.value for n in held if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    return {text for text in texts if re.fullmatch(r"[a-z][a-z',]*( [a-z',-]+)+", text)}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_catalogue_reads_every_word(tag: str) -> None:
    """Our reader finds what Babel finds, so that translators may use any tool."""
    with files("compare.reports").joinpath("locale", f"{tag}.po").open("rb") as file:
        expected = {m.context: m.string or m.id for m in read_po(file) if m.context}
    assert words.catalogue(tag) == expected


def test_language_ends_with_its_block() -> None:
    """Inside `speaking` the words are of that language, afterwards as before."""
    with speaking("zh-Hant"):
        assert (language(), say("sources"), said("status", "partial")) == (
            "zh-Hant",
            "來源",
            "部分",
        )
    assert (language(), say("sources")) == ("en", "Sources")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-Hans"),
        ({"LANG": "zh_SG"}, "zh-Hans"),
        ({"LANG": "zh_TW.UTF-8"}, "zh-Hant"),
        ({"LANG": "zh_HK"}, "zh-Hant"),
        ({"LANG": "zh_Hant_MO@calendar"}, "zh-Hant"),
        ({"LANG": "zh_nowhere"}, "zh-Hans"),
        ({"LANG": "zh_TW", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US", "LC_MESSAGES": "zh_TW"}, "zh-Hant"),
    ],
)
def test_locale_chooses_the_language(environment: dict[str, str], expected: str) -> None:
    """LC_ALL before LC_MESSAGES before LANG; a Chinese region decides the script."""
    assert locale_language(environment) == expected


def test_dates_and_numbers_are_written_as_the_language_does() -> None:
    """A day, a moment with its offset, a share and a score in the three languages."""
    moment = datetime(2031, 5, 6, 19, 55, tzinfo=timezone(timedelta(hours=2)))
    written = {}
    for tag in LANGUAGES:
        with speaking(tag):
            written[tag] = [
                words.when(moment),
                words.when(moment.astimezone(UTC)),
                words.day(date(2031, 5, 7)),
                words.when(None),
                words.percent(0.256),
                words.decimal(0.5),
                words.count(12345),
                words.language_name("zh-Hant"),
            ]
    assert written == {
        "en": [
            "6 May 2031 19:55 +02:00",
            "6 May 2031 17:55 +00:00",
            "7 May 2031",
            "no date",
            "26%",
            "0.500",
            "12,345",
            "Traditional Chinese",
        ],
        "zh-Hans": [
            "2031年5月6日 19:55 +02:00",
            "2031年5月6日 17:55 +00:00",
            "2031年5月7日",
            "无日期",
            "26%",
            "0.500",
            "12,345",
            "繁体中文",
        ],
        "zh-Hant": [
            "2031年5月6日 19:55 +02:00",
            "2031年5月6日 17:55 +00:00",
            "2031年5月7日",
            "無日期",
            "26%",
            "0.500",
            "12,345",
            "繁體中文",
        ],
    }


def test_language_without_a_name_stands_for_itself() -> None:
    """A region is left out of the name, and a tag that nobody knows is shown as it is."""
    assert words.language_name("pt-BR") == "Brazilian Portuguese"
    assert words.language_name("fr-ZZ") == "French"
    assert words.language_name("qqq") == "qqq"


@pytest.mark.parametrize("tag", FOREIGN)
@pytest.mark.parametrize("width", [80, 120, 200])
def test_terminal_report_in_chinese_is_the_stored_one(
    comparison: Comparison, stored: Callable[[str, str], None], tag: str, width: int
) -> None:
    """The whole report in Chinese stands letter for letter, no line wider than the terminal."""
    with speaking(tag):
        text = terminal.render(story_blocks(comparison), Display(width))
    assert [line for line in text.split("\n") if display_width(line) > width] == []
    stored(f"story-{tag}-{width}.txt", text)


@pytest.mark.parametrize("tag", FOREIGN)
def test_markdown_report_in_chinese_is_the_stored_one(
    comparison: Comparison, stored: Callable[[str, str], None], tag: str
) -> None:
    """The whole Markdown report in Chinese stands letter for letter."""
    with speaking(tag):
        stored(f"story-{tag}.md", markdown.render(story_blocks(comparison, quotes=True), Display()))


@pytest.mark.parametrize("tag", FOREIGN)
def test_texts_of_articles_are_never_translated(comparison: Comparison, tag: str) -> None:
    """Whatever the interface speaks, the claims stand in their own words and script."""
    with speaking(tag):
        text = markdown.render(story_blocks(comparison), Display())
    for claim in comparison.claims:
        assert claim.text.replace("~", "\\~") in text
