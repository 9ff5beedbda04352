"""Wrong answers that are true elsewhere: claims of other stories of the collection.

In: other stories, and what the look-up of a sentence found in the articles here. Out: distractors.
A sentence serves only when every article here lacks it with the confidence that a key needs; an
invented wrong answer could be true by accident, and would teach nothing about real reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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
        (story, article, _sentences(documents[article.id], seed))
        for story in shuffled(stories, seed, lambda s: s.slug)
        for article in story.articles
        if article.language in languages
    ]
    for turn in range(max((len(found) for *_, found in columns), default=0)):
        for story, article, found in columns:
            if turn < len(found):
                yield story, article, found[turn]


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
    citations = []
    for source in sources:
        near = nearest.get(source.article.id)
        sure = 1.0 if near is None else round(1 - near.score, 3)
        if sure < bound:
            return None
        if near is not None:
            citations.append(_cited(source, near, sure))
    story, article, text = origin
    if not citations:
        return None
    return Distractor(story.slug, article.outlet_name, text, article.language, tuple(citations))


def _sentences(document: Document, seed: str) -> list[str]:
    article = document.article
    texts = (article.text[s.start : s.end] for s in document.body())
    fit = [t for t in texts if readable(t, article.language) and not leans(t) and len(t) < 200]
    return sorted(fit, key=lambda text: digest(seed, text))


def _cited(source: Source, near: Evidence, sure: float) -> Citation:
    return Citation(
        source.id,
        near.part,
        near.start,
        near.end,
        near.quote,
        "",
        source.article.language,
        "",
        ABSENT,
        sure,
    )
