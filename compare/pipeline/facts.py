"""Facts of a story: read, held against each other, joined.

In: articles as read and who says what in them. Out: the facts of all articles by kind with the
chance that each two are of one thing, from which rows of key facts are made and proofs of claims
are checked. The order of steps and the vectors are fetched here; the stages get them as values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from compare.model import Article, Document, Fact, Mention, Speech
from compare.options import Options

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from compare.facts import Joined, Passages
    from compare.resources.glossary import Glossary

Documents = Mapping[str, Document]
Mentions = Mapping[str, Sequence[Mention]]


def read_all(documents: Documents, mentions: Mentions, said: Mapping[str, Speech]) -> list[Fact]:
    """The facts of every article that `said` tells who speaks in, article by article."""
    from compare.reading.facts import facts
    from compare.reading.propositions import propositions

    found: list[Fact] = []
    for key, spoken in said.items():
        document = documents[key]
        found += facts(document, mentions[key], spoken, propositions(document, spoken))
    return found


def likeness(
    some: Sequence[Fact],
    documents: Documents,
    mentions: Mentions,
    words: Glossary | None,
    options: Options,
) -> dict[str, NDArray[np.float32]]:
    """How alike the contexts of facts are, each [n, n], by context and measure; `words` is the
    dictionary, where two languages need it.
    """
    from compare.facts import contexts
    from compare.matching.contexts import alikeness, cosines
    from compare.matching.encoder import stored_vectors
    from compare.matching.similarity import Bridge

    told = contexts(some, documents, mentions, options)
    bridge = Bridge(stored_vectors(told.texts, options.use_cache), words)
    found = {
        f"{name} {measure}": matrix
        for name, texts in told.by_name.items()
        for measure, matrix in alikeness(texts, bridge, options).items()
    }
    return found | {"paragraph cosine": cosines(told.paragraph, bridge)}


def joined(
    every: Sequence[Fact],
    documents: Documents,
    mentions: Mentions,
    words: Glossary | None,
    options: Options,
) -> dict[str, Joined]:
    """The facts by kind, with the chance that each two are facts of one thing."""
    from compare.facts import Joined, by_kind, chances

    found = {}
    for kind, some in by_kind(every, options.fact_most).items():
        alike = likeness(some, documents, mentions, words, options)
        found[kind] = Joined(some, chances(kind, some, alike))
    return found


def passages_of(
    articles: Sequence[Article], documents: Documents, mentions: Mentions, options: Options
) -> Passages:
    """The facts of a question and of the articles that may answer it, of one thing where they are
    facts of one class of predicates, or each the only one of its kind.
    """
    from compare.facts import Passages, Rules, by_kind, by_predicate

    every = read_all(documents, mentions, {a.id: Speech() for a in articles})
    rules = Rules({a.id: a for a in articles}, options)
    return Passages(by_predicate(by_kind(every, options.fact_most)), rules, alone=True)
