"""An article as read: its Document.

In: an article and Options. Out: sentences with clauses, quotations, dates, clock times, amounts,
scores and unresolved names, each with offsets. Every stretch is read in the language of its own
paragraphs, so that an English paragraph inside a Chinese article gives the same slots as anywhere
else. Nothing here depends on another article: a Document can be kept by the article and the options
alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from compare.model import (
    BODY,
    PERSON,
    Article,
    Clock,
    DateSpan,
    Document,
    NameBlock,
    Quantity,
    Quotation,
    ReadPart,
    Score,
    Sentence,
)
from compare.options import Options
from compare.reading.base.lexicon import lexicon, surfaces
from compare.reading.base.sentences import Least, clauses, pieces, quotations, sentences
from compare.reading.blocks import READ, Block, blocks, named
from compare.reading.slots import amounts, dates, scores, times

_ANY_DAY = date(2020, 2, 29)  # only where dates stand matters here, and 29 February must exist


def document(article: Article, options: Options = Options()) -> Document:
    """The Document of `article`."""
    lex, nothing = lexicon(options), surfaces(())
    found = list(blocks(article))
    names = tuple(named(block, lex, nothing, options) for block in found)
    parts = {
        part: _outside(
            _part(article, part, [b for b in found if b.part == part], options), part, names
        )
        for part in READ
        if article.part(part)
    }
    return Document(article, parts, names)


def _outside(read: ReadPart, part: str, blocks: Sequence[NameBlock]) -> ReadPart:
    """`read` without the amounts that are part of a person's name (黄三元) or, unless ordinals, of
    another name.
    """
    if not read.amounts:
        return read
    inside: dict[int, str] = {}
    for name in (n for block in blocks if block.part == part for n in block.names):
        if name.end - name.start > 1:
            inside.update(dict.fromkeys(range(name.start, name.end), name.type))
    kept = tuple(
        q
        for q in read.amounts
        if (kind := inside.get(q.start)) is None
        or inside.get(q.end - 1) is None
        or (q.ordinal and kind != PERSON)
    )
    return replace(read, amounts=kept)


def _part(article: Article, part: str, stretches: Sequence[Block], options: Options) -> ReadPart:
    text = article.part(part)
    least = options.clause_han, options.clause_words
    sliced = [(b.start, text[b.start : b.end], b.language) for b in stretches]
    days: list[DateSpan] = []
    clocks: list[Clock] = []
    counted: list[Quantity] = []
    results: list[Score] = []
    for start, piece, language in sliced:
        here = dates(piece, language, article.day)
        blanked = here if article.day else dates(piece, language, _ANY_DAY)
        played = scores(piece, language, blanked)
        hours = [c for c in times(piece, language) if not _within(c, played)]
        days += (replace(d, start=start + d.start, end=start + d.end) for d in here)
        clocks += (replace(c, start=start + c.start, end=start + c.end) for c in hours)
        taken: list[DateSpan | Clock | Score] = [*blanked, *hours, *played]
        counted += (_moved(q, start) for q in amounts(piece, language, taken))
        results += (replace(s, start=start + s.start, end=start + s.end) for s in played)
    return ReadPart(
        text,
        tuple(_sentences(article, part, text, least)),
        tuple(_quotations(article, part, text, least)),
        tuple(days),
        tuple(clocks),
        tuple(counted),
        tuple(results),
    )


def _within(clock: Clock, played: Sequence[Score]) -> bool:
    """以21:15取胜: what is a score is no hour."""
    return any(s.start < clock.end and clock.start < s.end for s in played)


def _moved(found: Quantity, by: int) -> Quantity:
    counts = found.counts and (found.counts[0] + by, found.counts[1] + by)
    return replace(found, start=found.start + by, end=found.end + by, counts=counts)


def _sentences(article: Article, part: str, text: str, least: Least) -> Iterator[Sentence]:
    """The sentences of a part, each in the language of its paragraph."""
    for paragraph, start, end, language in _paragraphs(article, part):
        piece = text[start:end]
        for a, b in sentences(piece, language):
            found = clauses(piece[a:b], language, least)
            cuts = tuple((start + a + c, start + a + d) for c, d in found)
            yield Sentence(part, start + a, start + b, language, paragraph, cuts)


def _paragraphs(article: Article, part: str) -> Iterator[tuple[int | None, int, int, str]]:
    """(index, start, end, language) of the body's paragraphs; another part is one stretch."""
    if part != BODY or not article.paragraphs:
        yield None, 0, len(article.part(part)), article.language
        return
    for index, paragraph in enumerate(article.paragraphs):
        yield index, paragraph.start, paragraph.end, paragraph.language or article.language


def _quotations(article: Article, part: str, text: str, least: Least) -> Iterator[Quotation]:
    """The quotations of a part; the outer ones with their clauses."""
    for one in quotations(text):
        if one.depth:
            yield one
            continue
        start, end = one.inner
        index = article.paragraph_at(start) if part == BODY else None
        language = article.paragraphs[index].language if index is not None else article.language
        cuts = pieces(text[start:end], language, least)
        yield replace(one, clauses=tuple((start + a, start + b) for a, b in cuts))
