"""Sources: the sources of a comparison.

In: a story. Out: one source an article, ordered by (published, article id); ids are the outlet's,
with -2, -3 … for further articles of one outlet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from compare.model import Article, Document, Source, Story


def source_ids(story: Story) -> Iterator[tuple[str, Article]]:
    """The articles of `story` in the order of its sources, with the ids of these."""
    seen: Counter[str] = Counter()
    for article in in_order(story.articles):
        seen[article.outlet] += 1
        number = seen[article.outlet]
        yield article.outlet if number == 1 else f"{article.outlet}-{number}", article


def sources_of(story: Story, documents: Mapping[str, Document]) -> tuple[Source, ...]:
    """The sources of `story`, with their articles as read (`documents`, by article id)."""
    return tuple(Source(key, documents[article.id]) for key, article in source_ids(story))


def in_order(articles: Sequence[Article]) -> list[Article]:
    """Articles by (published, id); a bare day counts as its last minute, undated ones last."""
    return sorted(articles, key=lambda a: (_moment(a), a.id))


def _moment(article: Article) -> tuple[int, float]:
    published = article.published
    if published is None:
        return (1, 0.0)
    if isinstance(published, datetime):
        return (0, published.timestamp())
    end = datetime(published.year, published.month, published.day, 23, 59, tzinfo=UTC)
    return (0, end.timestamp())
