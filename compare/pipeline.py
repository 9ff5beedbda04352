"""The pipeline: paths -> articles -> stories -> comparison.

    load          bytes -> articles                    sources
    read_names    articles -> names and identities     entities
    group         articles -> stories                  encoding, stories
    lookup        a loose name -> one story            stories
    analyse       story -> comparison                  encoding, alignment, claims
    side_by_side  two sources -> rows of paragraphs    alignment
    align         two articles -> links                alignment
    find          a claim -> evidence in articles      alignment, claims
    inspect       one article as it was read           entities, claims

Only this module knows the order. Stages never fetch vectors, glossaries or names that other
files taught: they are collected here and passed as values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import NotFound
from compare.model import (
    Article,
    Attribution,
    Comparison,
    Entity,
    Found,
    Inspection,
    Link,
    MadeBy,
    Mention,
    Paragraph,
    ParagraphRow,
    SetAside,
    Source,
    Story,
)
from compare.options import Options

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from compare.matching.similarity import Bridge
    from compare.matching.units import Unit


@dataclass(frozen=True, slots=True)
class Collection:
    """What was read: articles, what was set aside, and a notice when no path was given."""

    articles: tuple[Article, ...]
    set_aside: tuple[SetAside, ...] = ()
    notice: str | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """Mentions by article id, and the entities that they name; learned over many articles."""

    mentions: dict[str, list[Mention]]
    entities: dict[str, Entity]


def load(paths: Sequence[Path], options: Options = Options()) -> Collection:
    """Reads every article below `paths`; without paths `./seeds`, else the packaged samples."""
    from compare import sources
    from compare.resources import samples

    notice = None
    if not paths:
        folder, notice = samples.default_folder()
        paths = [folder]
    articles, aside = sources.read_all(paths, options)
    return Collection(tuple(articles), tuple(aside), notice)


def read_names(articles: Sequence[Article], options: Options = Options()) -> Names:
    """The names in `articles`, each learning from all; made once and handed to the next steps."""
    from compare.reading import names as entities
    from compare.reading.mentions import mentions as find_mentions

    learned = entities.learn(articles, options)
    by_article = {a.id: find_mentions(a, learned, options) for a in articles}
    every = [m for found in by_article.values() for m in found]
    return Names(by_article, entities.entities(every, options))


def group(
    articles: Sequence[Article], options: Options = Options(), names: Names | None = None
) -> list[Story]:
    """Stories over `articles`, first published first; every article is in exactly one."""
    from compare import stories

    names = names or read_names(articles, options)
    return stories.group(
        articles, names.mentions, _leads(articles, options), names.entities, options
    )


def lookup(name: str, stories: Sequence[Story]) -> Story:
    """The story that `name` means; NotFound or Ambiguous (with candidates) otherwise."""
    from compare.stories import find_story

    return find_story(name, stories)


def analyse(
    story: Story,
    options: Options = Options(),
    against: str | None = None,
    names: Names | None = None,
) -> Comparison:
    """The comparison of one story; `against` is a source id or `readout`."""
    from compare import claims
    from compare.matching.rows import rows
    from compare.matching.units import units
    from compare.resources.terms import terms, user_file

    names = names or read_names(story.articles, options)
    columns = [units(a, names.mentions[a.id]) for a in claims.in_order(story.articles)]
    bridge = _bridge([u for column in columns for u in column], options)
    evidence = claims.Evidences(
        rows=tuple(rows(columns, bridge, options)),
        mentions=names.mentions,
        entities=names.entities,
        terms=terms(user_file()),
        glossary=bridge.glossary is not None,
    )
    return replace(claims.compare(story, evidence, options, against), made_by=made_by(options))


def made_by(options: Options = Options()) -> MadeBy:
    """What every result is made by: program, fitted model, options in force."""
    from compare import __version__
    from compare.resources.matching import version

    return MadeBy(__version__, version(), options.cache_key())


def align(left: Article, right: Article, options: Options = Options()) -> list[Link]:
    """Links between the sentences of two articles, in reading order of `left`."""
    from compare.matching.links import links

    a, b, bridge = _pair(left, right, options)
    return links(a, b, bridge, options)


def _pair(left: Article, right: Article, options: Options) -> tuple[list[Unit], list[Unit], Bridge]:
    """The units of two articles, and what comparing them needs."""
    from compare.matching.beads import joined
    from compare.matching.units import units

    names = read_names([left, right], options)
    a, b = (units(x, names.mentions[x.id]) for x in (left, right))
    return a, b, _bridge([*a, *b, *joined(a), *joined(b)], options)


def side_by_side(
    story: Story, left: str, right: str, options: Options = Options()
) -> tuple[Source, Source, list[ParagraphRow]]:
    """Two sources of a story, paragraph by paragraph; NotFound when an id is no source."""
    from compare.claims import sources_of
    from compare.matching.inside import links_inside
    from compare.matching.links import links
    from compare.matching.paragraphs import paragraph_rows

    columns = {s.id: s for s in sources_of(story)}
    for name in (left, right):
        if name not in columns:
            raise NotFound(f"no source '{name}' in story '{story.slug}'", tuple(columns))
    one, other = columns[left], columns[right]
    a, b, bridge = _pair(one.article, other.article, options)
    found = links(a, b, bridge, options)
    found += links_inside(a, b, found, bridge, options)
    return one, other, paragraph_rows(one.article, other.article, found)


def find(text: str, articles: Sequence[Article], options: Options = Options()) -> list[Found]:
    """Who carries a claim that the user typed, in any language: one answer an article."""
    from compare.claims.found import evidences
    from compare.matching.lookup import look_up
    from compare.matching.units import claim_units, units

    question = _as_article(text)
    names = read_names([question, *articles], options)
    claim = claim_units(question.text, question.language, names.mentions[question.id])
    columns = [units(a, names.mentions[a.id]) for a in articles]
    bridge = _bridge([*claim, *(u for column in columns for u in column)], options)
    answers = []
    for article, column in zip(articles, columns, strict=True):
        candidates = look_up(claim, column, bridge, options)
        kept, nearest = evidences(candidates, article, options)
        answers.append(Found(article, kept, nearest))
    return answers


def mentions(article: Article, options: Options = Options()) -> list[Mention]:
    """The names, dates and quantities of one article, learned from it alone."""
    return read_names([article], options).mentions[article.id]


def attributions(article: Article, options: Options = Options()) -> list[Attribution]:
    """Who says what in one article, in text order."""
    from compare.reading.speech import attributions as find_attributions

    return find_attributions(article, mentions(article, options), options)


def inspect(
    article: Article, articles: Sequence[Article] = (), options: Options = Options()
) -> Inspection:
    """One article as it was read; names may have been learned from the others."""
    from compare.reading.speech import attributions as find_attributions

    others = [a for a in articles if a.id != article.id]
    names = read_names([article, *others], options)
    mine = names.mentions[article.id]
    said = find_attributions(article, mine, options)
    return Inspection(article, tuple(mine), tuple(said), names.entities)


def _bridge(units: Sequence[Unit], options: Options) -> Bridge:
    """Vectors of all units, and the glossary when two families of languages need it."""
    from compare.matching.encoder import stored_vectors
    from compare.matching.lexical import family
    from compare.matching.similarity import Bridge, texts_of
    from compare.resources.glossary import glossary
    from compare.resources.matching import heads

    languages = {family(u.language) for u in units}
    words = glossary(options.use_cache) if {"zh", "en"} <= languages else None
    return Bridge(stored_vectors(texts_of(units), options.use_cache), words, heads())


def _leads(articles: Sequence[Article], options: Options) -> dict[str, NDArray[np.float32]]:
    """A unit row for the title and first paragraph of every article."""
    from compare.matching.encoder import stored_vectors
    from compare.text.scripts import to_simplified

    texts = {a.id: to_simplified(_lead(a)) for a in articles}
    rows = stored_vectors([t for t in texts.values() if t], options.use_cache)
    return {key: rows[text] for key, text in texts.items() if text}


def _as_article(text: str) -> Article:
    """A typed claim in the form that entities are found in."""
    from compare.text.languages import language_of
    from compare.text.scripts import is_chinese

    plain = " ".join(text.split())
    language = language_of(plain)
    if language == "und":  # too short to tell: the languages that are first here
        language = "zh-Hans" if is_chinese(plain) else "en"
    whole = (Paragraph(0, len(plain), language),)
    return Article("claim", "", "", "", plain, whole, None, language)


def _lead(article: Article) -> str:
    first = article.paragraphs[0] if article.paragraphs else None
    body = article.text[first.start : first.end] if first else ""
    return f"{article.title} {body}"[:600].strip()
