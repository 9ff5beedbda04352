"""The pipeline: paths -> articles -> stories -> comparison.

    load          bytes -> articles                    sources
    read_names    articles -> documents, identities    reading
    group         articles -> stories                  matching (vectors), stories
    lookup        a loose name -> one story            stories
    analyse       story -> comparison                  reading (speech), matching, facts, claims
    judging       comparison -> what a model adds       matching, facts, claims, judge
    glossing      comparison -> rows with glosses       reading
    key_facts     articles -> rows of facts            reading, matching, facts
    align         two articles -> links                matching
    find          a claim -> evidence in articles      matching, claims
    inspect       one article as it was read           reading

Only this folder knows the order. An article is read once: its Document is made here and handed on.
Stages fetch no vectors, glossaries or names that other files taught: all is passed as values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from compare.model import (
    Article,
    Attribution,
    Comparison,
    Document,
    Entity,
    Fact,
    FactRow,
    Found,
    Inspection,
    Link,
    MadeBy,
    Mention,
    Paragraph,
    SetAside,
    Source,
    Speech,
    Story,
)
from compare.options import VERSION, Options

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from compare.facts import Passages
    from compare.matching.similarity import Bridge
    from compare.matching.units import Unit
    from compare.model.audits import Audit
    from compare.resources.glossary import Glossary


@dataclass(frozen=True, slots=True)
class Collection:
    """What was read: articles, what was set aside, and a notice when no path was given."""

    articles: tuple[Article, ...]
    set_aside: tuple[SetAside, ...] = ()
    notice: str | None = None


@dataclass(frozen=True, slots=True)
class Readings:
    """Articles as read: Documents and mentions by article id, and the entities named, learned over
    all of them.
    """

    documents: dict[str, Document]
    mentions: dict[str, list[Mention]]
    entities: dict[str, Entity]


def load(paths: Sequence[Path], options: Options = Options()) -> Collection:
    """Reads every article below `paths`; without paths `./seeds`, else the packaged samples."""
    from compare import sources
    from compare.resources import configuration

    notice = None
    if not paths:
        folder, notice = configuration.default_folder()
        paths = [folder]
    articles, aside = sources.read_all(paths, options)
    return Collection(tuple(articles), tuple(aside), notice)


def read_names(articles: Sequence[Article], options: Options = Options()) -> Readings:
    """The `articles` as read, and the names in them, each learning from all; made once and handed
    to the next steps.
    """
    from compare.reading import names
    from compare.reading.document import document
    from compare.reading.names.mentions import mentions

    documents = {a.id: document(a, options) for a in articles}
    learned = names.learn(list(documents.values()), options)
    found = {key: mentions(one, learned, options) for key, one in documents.items()}
    every = [m for some in found.values() for m in some]
    return Readings(documents, found, names.entities(every, options))


def group(
    articles: Sequence[Article], options: Options = Options(), names: Readings | None = None
) -> list[Story]:
    """Stories over `articles`, first published first; every article is in exactly one."""
    from compare import stories

    names = names or read_names(articles, options)
    return stories.group(articles, names.mentions, _gists(names, options), names.entities, options)


def lookup(name: str, stories: Sequence[Story]) -> Story:
    """The story that `name` means; NotFound or Ambiguous (with candidates) otherwise."""
    from compare.stories import find_story

    return find_story(name, stories)


def analyse(
    story: Story,
    options: Options = Options(),
    against: str | None = None,
    names: Readings | None = None,
) -> Comparison:
    """The comparison of one story; `against` is a source id or `readout`."""
    from compare import claims
    from compare.matching.clusters import clusters
    from compare.reading.speech.days import speech
    from compare.resources.terms import terms, user_file

    names = names or read_names(story.articles, options)
    articles = claims.in_order(story.articles)
    ordered, same = [a.id for a in articles], claims.repeated(articles)
    sides = [units_of(names, a, options) for a in articles if a.id not in same]
    bridge = bridge_of([u for side in sides for u in side], options)
    said = {k: speech(names.documents[k], names.mentions[k], options) for k in ordered}
    rows, passages = story_facts(claims.sources_of(story, names.documents), names, said, options)
    evidence = claims.Evidences(
        clusters=claims.with_repeated(clusters(sides, bridge, options), same),
        documents=names.documents,
        speech=said,
        mentions=names.mentions,
        entities=names.entities,
        terms=terms(user_file()),
        glossary=bridge.glossary is not None,
        facts=rows,
        passages=passages,
        dictionary=bridge.glossary,
    )
    return replace(claims.compare(story, evidence, options, against), made_by=made_by(options))


def audit(digest: Article, articles: Sequence[Article], options: Options = Options()) -> Audit:
    """What of `digest` the articles of its story say, tell otherwise, or do not say at all."""
    from compare.pipeline.auditing import audited

    return audited(digest, articles, options)


def key_facts(articles: Sequence[Article], options: Options = Options()) -> tuple[FactRow, ...]:
    """The facts of `articles`, joined by what they are facts of, as the rows of one story."""
    from compare.claims import sources_of
    from compare.reading.speech.days import speech

    names = read_names(articles, options)
    said = {a.id: speech(names.documents[a.id], names.mentions[a.id], options) for a in articles}
    story = Story("facts", "", None, None, tuple(articles))
    return story_facts(sources_of(story, names.documents), names, said, options)[0]


def read_facts(names: Readings, said: Mapping[str, Speech]) -> list[Fact]:
    """The facts of every article that `said` tells who speaks in, article by article."""
    from compare.pipeline.facts import read_all

    return read_all(names.documents, names.mentions, said)


def story_facts(
    sources: Sequence[Source], names: Readings, said: Mapping[str, Speech], options: Options
) -> tuple[tuple[FactRow, ...], Passages]:
    """Rows over the facts of `sources`, and these facts by the passages that state them. What has
    the text of another is read once.
    """
    from compare import facts
    from compare.claims import repeated
    from compare.pipeline.facts import joined

    same = repeated([s.article for s in sources])
    own = [s for s in sources if s.article.id not in same]
    every = read_facts(names, {s.article.id: said[s.article.id] for s in own})
    words = _glossary({f.language.partition("-")[0] for f in every}, options)
    together = joined(every, names.documents, names.mentions, words, options)
    rules = facts.Rules({s.article.id: s.article for s in own}, options)
    rows = facts.with_copies(facts.rows(together, own, names.entities, rules), sources, same)
    return rows, facts.Passages(together, rules, same)


def fact_likeness(
    some: Sequence[Fact], names: Readings, options: Options = Options()
) -> dict[str, NDArray[np.float32]]:
    """How alike the contexts of facts are, each [n, n], by context and measure."""
    from compare.pipeline.facts import likeness

    words = _glossary({f.language.partition("-")[0] for f in some}, options)
    return likeness(some, names.documents, names.mentions, words, options)


def made_by(options: Options = Options()) -> MadeBy:
    """What every result is made by: program, fitted model, options in force."""
    from compare.resources.configuration import digest
    from compare.resources.matching import version

    return MadeBy(VERSION, version(), digest(options))


def align(left: Article, right: Article, options: Options = Options()) -> list[Link]:
    """Links between the sentences of two articles, in reading order of `left`."""
    from compare.matching.links import links

    a, b, bridge = _pair(read_names([left, right], options), left, right, options)
    return links(a, b, bridge, options)


def _pair(
    names: Readings, left: Article, right: Article, options: Options
) -> tuple[list[Unit], list[Unit], Bridge]:
    """The units of two articles, and what comparing them needs."""
    from compare.matching.units import joined

    a, b = (units_of(names, x, options) for x in (left, right))
    return a, b, bridge_of([*a, *b], options, [*joined(a), *joined(b)])


def find(text: str, articles: Sequence[Article], options: Options = Options()) -> list[Found]:
    """Who carries a claim that the user typed, in any language: one answer an article."""
    from compare.claims.cells import evidences
    from compare.claims.discrepancies import upholds
    from compare.matching.lookup import look_up
    from compare.pipeline.facts import passages_of

    question = as_article(text)
    names = read_names([question, *articles], options)
    asked = Source(question.id, names.documents[question.id])
    claim = [u for u in units_of(names, question, options) if u.whole]
    sides = [units_of(names, a, options) for a in articles]
    bridge = bridge_of([*claim, *(u for side in sides for u in side)], options)
    told = [
        evidences(look_up(claim, column, bridge, options), article, options)
        for article, column in zip(articles, sides, strict=True)
    ]
    carrying = [a for a, (kept, _) in zip(articles, told, strict=True) if kept]
    passages = passages_of([question, *carrying], names.documents, names.mentions, options)
    answers = []
    for article, (kept, nearest) in zip(articles, told, strict=True):
        source = Source(article.id, names.documents[article.id])
        stands = partial(upholds, asked, source, names.mentions, passages, bridge.glossary, options)
        # passages behind one that denies the claim are of other things
        answers.append(Found(article, tuple(takewhile(stands, kept)), nearest))
    return answers


def units_of(names: Readings, article: Article, options: Options) -> list[Unit]:
    """The sentences and clauses of an article as they are compared, up to `max_units`."""
    from compare.matching.units import units

    found = units(names.documents[article.id], names.mentions[article.id])
    return found[: _until(found, options.max_units)]


def _until(found: Sequence[Unit], most: int) -> int:
    """How many units are compared: at most `most`, up to the end of a sentence."""
    if len(found) <= most:
        return len(found)
    return next((n for n in range(most, 0, -1) if found[n].whole), most)


def shortened(comparison: Comparison, options: Options) -> list[Article]:
    """The articles that are too long to be compared to their end (`Options.max_units`)."""
    return [s.article for s in comparison.sources if _length(s.document) > options.max_units]


def _length(document: Document) -> int:
    """The number of units that an article is cut into."""
    return sum(1 + (n if n > 1 else 0) for n in (len(s.clauses) for s in document.sentences()))


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
    from compare.reading.speech.days import speech

    others = [a for a in articles if a.id != article.id]
    names = read_names([article, *others], options)
    mine = names.mentions[article.id]
    said = speech(names.documents[article.id], mine, options)
    return Inspection(article, tuple(mine), said, names.entities)


def outlet_names(comparison: Comparison, options: Options) -> dict[str, tuple[str, ...]]:
    """Source id -> every name under which its outlet is known, which an unnamed sheet hides."""
    from compare.resources.outlets import names_of, outlets

    known = outlets([Path(file) for file in options.outlet_files])
    articles = {source.id: source.article for source in comparison.sources}
    return {name: names_of(a.outlet_name, a.url, known) for name, a in articles.items()}


def standards(language: str) -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Kind of task -> what it practises: name of a standard, number there, gist."""
    from compare.resources.standards import practised

    return practised(language)


def bridge_of(units: Sequence[Unit], options: Options, runs: Sequence[Unit] = ()) -> Bridge:
    """Vectors of all units and of `runs` of them, the tokens of the sentences, and the glossary
    when two families of languages need it.
    """
    from compare.matching.encoder import states, stored_vectors
    from compare.matching.lexical import family
    from compare.matching.similarity import Bridge, texts_of
    from compare.matching.tokens import sentence_texts, tokens
    from compare.resources.matching import heads

    words = _glossary({family(u.language) for u in units}, options)
    rows = stored_vectors(texts_of([*units, *runs]), options.use_cache)
    seen = tokens(states(sentence_texts(units), options.use_cache))
    return Bridge(rows, words, heads(), seen)


def _glossary(languages: set[str], options: Options) -> Glossary | None:
    """The Chinese-English glossary, when both are there."""
    from compare.resources.glossary import glossary

    return glossary(options.use_cache) if {"zh", "en"} <= languages else None


def _gists(names: Readings, options: Options) -> dict[str, NDArray[np.float32]]:
    """A unit row for every article: the mean of its headline's and first sentences' vectors."""
    import numpy as np

    from compare.matching.encoder import stored_vectors
    from compare.text.scripts import to_simplified

    texts = {
        key: [to_simplified(t) if language.startswith("zh") else t for t, language in found]
        for key, document in names.documents.items()
        if (found := _first_sentences(document, options.story_vector_sentences))
    }
    rows = stored_vectors([t for some in texts.values() for t in some], options.use_cache)
    means = {key: np.mean([rows[t] for t in some], axis=0) for key, some in texts.items()}
    return {key: mean / max(float(np.linalg.norm(mean)), 1e-9) for key, mean in means.items()}


def _first_sentences(document: Document, most: int) -> list[tuple[str, str]]:
    """The headline and the first sentences of a text, `most` in all, with their languages."""
    found = (
        (document.parts[s.part].text[s.start : s.end].strip(), s.language)
        for s in document.sentences()
    )
    return [(text, language) for text, language in found if text][:most]


def as_article(text: str) -> Article:
    """A typed claim in the form that entities are found in; a byte that is no text is a `?`."""
    from compare.text.languages import language_of
    from compare.text.scripts import is_chinese

    plain = " ".join(text.encode("utf-8", "replace").decode().split())
    language = language_of(plain)
    if language == "und":  # too short to tell: the languages that are first here
        language = "zh-Hans" if is_chinese(plain) else "en"
    whole = (Paragraph(0, len(plain), language),)
    return Article("claim", "", "", "", plain, whole, None, language)
