"""Articles made of one text, and short ways to ask what was found in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from compare.model import Article, Mention, Paragraph, Part
from compare.reading.names import Learned
from tests.made import mentions

Make = Callable[..., Article]


@pytest.fixture
def make() -> Make:
    """A function that makes an article of a body; language zh-Hans unless given."""

    def made(
        text: str,
        language: str = "zh-Hans",
        name: str = "a",
        day: date | None = date(2024, 7, 10),
        title: str = "",
        parts: tuple[Part, ...] = (),
    ) -> Article:
        paragraphs = (Paragraph(0, len(text), language),)
        return Article(name, "o", "O", title, text, paragraphs, day, language, parts=parts)

    return made


@pytest.fixture
def found(make: Make) -> Callable[..., dict[str, Mention]]:
    """A function from a text to its mentions of persons, places and bodies by surface."""

    def read(
        text: str, language: str = "zh-Hans", learned: Learned | None = None, title: str = ""
    ) -> dict[str, Mention]:
        article = make(text, language, title=title)
        named = [m for m in mentions(article, learned) if m.type in ("PER", "LOC", "ORG")]
        return {m.text: m for m in named}

    return read
