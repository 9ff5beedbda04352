"""Who is named in what is shown, for the conversion of scripts.

In: documents or mentions, as read. Out: the persons' names in Chinese as the articles write them.
A converter that does not know a name takes its characters for words.
"""

from __future__ import annotations

from collections.abc import Iterable

from compare.model import PERSON, Comparison, Document, Inspection, Source


def of_documents(documents: Iterable[Document]) -> frozenset[str]:
    """The persons in Chinese texts."""
    return frozenset(
        document.article.part(block.part)[name.start : name.end]
        for document in documents
        for block in document.blocks
        if block.chinese
        for name in block.names
        if name.type == PERSON
    )


def of_sources(sources: Iterable[Source]) -> frozenset[str]:
    """The persons in the Chinese texts of sources."""
    return of_documents(source.document for source in sources)


def of_comparison(comparison: Comparison) -> frozenset[str]:
    """The persons in the Chinese texts of a story."""
    return of_sources(comparison.sources)


def of_inspections(readings: Iterable[Inspection]) -> frozenset[str]:
    """The persons who are mentioned in articles."""
    return frozenset(m.text for one in readings for m in one.mentions if m.type == PERSON)
