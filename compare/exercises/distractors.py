"""Wrong answers that are true elsewhere: claims of other stories of the collection.

In: other stories, and what the look-up of a sentence found in the articles here. Out: distractors.
A sentence serves only when every article here lacks it with the confidence that a key needs; an
invented wrong answer could be true by accident, and would teach nothing about real reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from compare.exercises.excerpts import leans, readable
from compare.exercises.parts import Citation, Distractor
from compare.exercises.rows import digest, shuffled
from compare.model import ABSENT, Article, Document, Evidence, Source, Story


def candidates(
    stories: Sequence[Story],
    documents: Mapping[str, Document],
    languages: Sequence[str],
    seed: str,
) -> Iterator[tuple[Story, Article, str]]:
    """Sentences that can stand alone, in turn from each article in one of `languages`."""
    columns = [
        [(story, article, text) for text in _sentences(documents[article.id], seed)]
        for story in shuffled(stories, seed, lambda s: s.slug)
        for article in story.articles
        if article.language in languages
    ]
    return (found for turn in zip_longest(*columns) for found in turn if found)


def distractor(
    origin: tuple[Story, Article, str],
    nearest: Mapping[str, Evidence | None],
    sources: Sequence[Source],
    bound: float,
) -> Distractor | None:
    """The sentence as a distractor, or None when some article may carry it.

    `nearest` maps the id of an article here to the sentence that comes closest, whose score is
    the chance that it says the same.
    """
    cited = [
        Citation(
            source.id,
            near.part,
            near.start,
            near.end,
            near.quote,
            "",
            source.article.language,
            status=ABSENT,
            confidence=round(1 - near.score, 3),
        )
        for source in sources
        if (near := nearest.get(source.article.id)) is not None
    ]
    if not cited or any((one.confidence or 0) < bound for one in cited):
        return None
    story, article, text = origin
    return Distractor(story.slug, article.outlet_name, text, article.language, tuple(cited))


def _sentences(document: Document, seed: str) -> list[str]:
    article = document.article
    texts = (article.text[s.start : s.end] for s in document.body())
    fit = [t for t in texts if readable(t, article.language) and not leans(t) and len(t) < 200]
    return sorted(fit, key=lambda text: digest(seed, text))
