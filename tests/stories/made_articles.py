"""Articles and mentions made for tests."""

from __future__ import annotations

from datetime import date, datetime

from compare.model import Article, Mention, Paragraph


def article(
    name: str,
    title: str = "",
    text: str = "",
    published: datetime | date | None = date(2023, 5, 2),
    language: str = "en",
    kind: str = "news",
) -> Article:
    paragraphs = (Paragraph(0, len(text), language),)
    return Article(name, name, name, title, text, paragraphs, published, language, kind)


def mention(
    article: Article,
    text: str,
    kind: str = "PER",
    entity: str | None = None,
    part: str = "body",
    value: str | None = None,
    at: int | None = None,
) -> Mention:
    whole = article.title if part == "title" else article.text
    start = whole.find(text) if at is None else at
    assert start >= 0
    return Mention(article.id, part, start, start + len(text), text, kind, entity, "made", value)
