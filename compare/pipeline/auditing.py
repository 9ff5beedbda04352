"""A digest held against the articles that it is a digest of.

In: the digest as an article, and articles. Out: an audit; of several stories, the one that the
digest is about. The digest joins the story as a summary, so that the matrix which judges
everything else judges it too; that of the articles alone is not changed by it, because a summary is
no voice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from compare.errors import NotFound
from compare.model import Article, Story
from compare.options import Options

if TYPE_CHECKING:
    from compare.model.audits import Audit

DIGEST = "digest"


def audited(digest: Article, articles: Sequence[Article], options: Options) -> Audit:
    """The audit of `digest` against `articles`, all about one story."""
    from compare import claims, pipeline
    from compare.claims.audit import audit
    from compare.resources.glossary import glossary

    others = [one for one in articles if one.id != digest.id]
    days = [a.day for a in (digest, *others) if a.day is not None]
    first, last = min(days, default=None), max(days, default=None)
    held = replace(
        digest,
        kind="summary",
        outlet=_id(digest, articles),
        published=digest.published or last,  # "on Monday" is read as on the day of the last source
    )
    story = Story(DIGEST, digest.title, first, last, (held, *others))
    names = pipeline.read_names(story.articles, options)
    comparison = pipeline.analyse(story, options, None, names)
    own = next(key for key, one in claims.source_ids(story) if one.id == held.id)
    words = glossary(options.use_cache) if _mixed(story.articles) else None
    return audit(comparison, own, names.mentions, words, options)


def _mixed(articles: Sequence[Article]) -> bool:
    return {"zh", "en"} <= {article.language.split("-")[0] for article in articles}


def _id(digest: Article, articles: Sequence[Article]) -> str:
    """The outlet's id, or one of its own where the digest names none."""
    named = digest.outlet not in ("", "unknown")
    return digest.outlet if named or digest in articles else DIGEST


def about(digest: Article, stories: Sequence[Story], options: Options) -> Story:
    """The story that names most of those whom the digest names; raises NotFound for none."""
    from compare import pipeline

    every = [a for story in stories for a in story.articles if a.id != digest.id]
    names = pipeline.read_names([digest, *every], options)

    named = {key: {m.entity for m in some if m.entity} for key, some in names.mentions.items()}
    held = {
        story.slug: {key for a in story.articles if a.id != digest.id for key in named[a.id]}
        for story in stories
    }
    known = Counter(key for some in held.values() for key in some)

    def weight(story: Story) -> float:
        return sum(1 / known[key] for key in held[story.slug] & named[digest.id])

    best = max(stories, key=lambda story: (weight(story), story.slug), default=None)
    if best is None or not weight(best):
        raise NotFound("no story among the sources is about what this digest names")
    return best
