"""What the kinds about names and amounts ask of one text.

In: paragraphs. Out: mentions, speakers, amounts as plain values. Texts are made for the tests.
"""

from __future__ import annotations

import compare
from compare.model import Article, Mention
from compare.text.scripts import to_simplified
from tests.made import article, mentions


def made(*paragraphs: str, name: str = "a", title: str = "") -> Article:
    """An article of these paragraphs, in the language of the first."""
    han = any("\u4e00" <= c <= "\u9fff" for c in paragraphs[0])
    hans = to_simplified(paragraphs[0]) == paragraphs[0]
    language = "en" if not han else "zh-Hans" if hans else "zh-Hant"
    return article(name, *paragraphs, language=language, title=title)


def found(*paragraphs: str, kind: str = "PER") -> list[Mention]:
    """The mentions of one type in these paragraphs."""
    return [m for m in mentions(made(*paragraphs)) if m.type == kind and m.part == "body"]


def persons(*paragraphs: str) -> list[str]:
    """Persons of these paragraphs as they stand, longer than a hanzi."""
    return [m.text for m in found(*paragraphs) if len(m.text) > 1]


def amounts(*paragraphs: str) -> dict[str, str | None]:
    """Amounts of these paragraphs: as written -> value and unit."""
    return {m.text: m.value for m in found(*paragraphs, kind="NUM")}


def speakers(*paragraphs: str) -> list[str]:
    """Who speaks in these paragraphs, as written."""
    said = compare.attributions(made(*paragraphs))
    return [one.speaker or one.source_text or "" for one in said]
