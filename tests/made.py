"""Articles and comparisons made on the spot, for tests of the core."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from compare.matching.encoder import encoder, states, vectors
from compare.matching.lexical import family
from compare.matching.similarity import Bridge, texts_of
from compare.matching.tokens import sentence_texts, tokens
from compare.matching.units import Unit, joined, units
from compare.model import (
    ABSENT,
    BODY,
    INCLUDED,
    Article,
    Attribution,
    Cell,
    Claim,
    Evidence,
    Mention,
    Origin,
    Paragraph,
    Segment,
    Source,
    Story,
)
from compare.options import Options
from compare.reading import names
from compare.reading.document import document
from compare.reading.names import Learned
from compare.reading.names.mentions import mentions as find_mentions
from compare.resources.glossary import glossary
from compare.resources.matching import heads
from compare.text.scripts import is_chinese

DAY = date(2024, 5, 6)


def article(
    name: str,
    *paragraphs: str,
    language: str = "",
    title: str = "",
    published: datetime | date | None = DAY,
    outlet: str = "",
    kind: str = "news",
    incomplete: str | None = None,
) -> Article:
    """An article of `paragraphs`; Chinese or English unless `language` says otherwise."""
    text = "\n\n".join(paragraphs)
    language = language or ("zh-Hans" if is_chinese(text) else "en")
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Paragraph(at, at + len(paragraph), language))
        at += len(paragraph) + 2
    outlet = outlet or name
    return Article(
        name,
        outlet,
        outlet.title(),
        title,
        text,
        tuple(spans),
        published,
        language,
        kind=kind,
        incomplete=incomplete,
    )


def story(*articles: Article, slug: str = "made") -> Story:
    """A story of these articles."""
    days = [a.day for a in articles if a.day]
    return Story(slug, "Made", min(days, default=None), max(days, default=None), articles)


def bridge(*columns: Sequence[Unit]) -> Bridge:
    """Vectors, glossary, heads and tokens for these units."""
    every = [u for column in columns for u in (*column, *joined(column))]
    languages = {family(u.language) for u in every}
    words = glossary() if {"zh", "en"} <= languages else None
    told = [u for column in columns for u in column]
    seen = tokens(states(sentence_texts(told)))
    return Bridge(vectors(texts_of(every), encoder()), words, heads(), seen)


def cut(*articles: Article) -> list[list[Unit]]:
    """The units of each article, without names."""
    return [units(document(a)) for a in articles]


def learn(articles: Sequence[Article], options: Options = Options()) -> Learned:
    """What these articles teach about names."""
    return names.learn([document(a) for a in articles], options)


def mentions(
    made: Article, learned: Learned | None = None, options: Options = Options()
) -> list[Mention]:
    """The mentions of one article, read on the spot."""
    return find_mentions(document(made), learned, options)


def source(made: Article, copy_of: str | None = None) -> Source:
    """A column whose id is the outlet's."""
    return Source(made.outlet, document(made), copy_of)


def proof(
    made: Article, quote: str, said: Attribution | None = None, score: float = 0.9
) -> Evidence:
    """Evidence for `quote`, which must stand in the body."""
    start = made.text.index(quote)
    where = made.paragraph_at(start)
    end = start + len(quote)
    return Evidence(made.id, BODY, start, end, quote, where, score, attribution=said)


def carried(made: Article, quote: str, said: Attribution | None = None) -> Cell:
    """A cell that carries its claim by `quote`."""
    return Cell(INCLUDED, 0.9, 0.9, evidence=(proof(made, quote, said),))


def missing() -> Cell:
    """A cell that does not carry its claim."""
    return Cell(ABSENT, 0.1, 0.9)


def claim(number: int, cells: Mapping[str, Cell], text: str = "") -> Claim:
    """Claim c01, c02, …"""
    return Claim(f"c{number:02d}", text, Origin(), dict(cells))


def said(
    made: Article,
    content: str,
    kind: str = "remarks",
    speaker: str | None = None,
    *,
    mode: str = "indirect",
    block: bool = False,
) -> Attribution:
    """An attribution of `content`, which must stand in the body."""
    start = made.text.index(content)
    span = (start, start + len(content))
    return Attribution(
        made.id, BODY, content, span, mode=mode, speaker=speaker, kind=kind, block=block
    )


def segment(made: Article, quote: str, sentence: int = 0) -> Segment:
    """The segment of the body that reads `quote`."""
    start = made.text.index(quote)
    where = made.paragraph_at(start)
    return Segment(made.id, BODY, start, start + len(quote), quote, where, sentence)
