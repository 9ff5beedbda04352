"""An article cut into blocks of one language, and the names that stand in each.

In: an article, the lexicon, learned surfaces. Out: blocks of folded text with the way back to their
part, and `NameBlock`s. Share links and newsletter stubs are left out: names in them are
not the article's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.model import BODY, CAPTION, DATELINE, TITLE, Article, Document, Name, NameBlock, Office
from compare.options import Options
from compare.reading.base.lexicon import Lexicon, Surfaces
from compare.reading.base.spans import NamesFound, Span
from compare.reading.en import names as english
from compare.reading.zh import names as chinese
from compare.reading.zh.foreign import dotted_names, glosses
from compare.text.scripts import Folded, fold, han_count

READ = (TITLE, BODY, CAPTION, DATELINE, "credit", "byline")
"""The parts that are read, in reading order."""


@dataclass(frozen=True, slots=True)
class Block:
    """`start` to `end` of part `part` with its folded text; `chinese` when hanzi prevail in it."""

    part: str
    start: int
    end: int
    folded: Folded
    language: str
    chinese: bool

    @property
    def text(self) -> str:
        """The Simplified text."""
        return self.folded.text

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the part for offsets into the block."""
        first, last = self.folded.original(start, end)
        return self.start + first, self.start + last


def blocks(article: Article) -> Iterator[Block]:
    """The blocks of title, body and further parts, in this order."""
    for part in READ:
        text = article.part(part)
        if not text.strip():
            continue
        if part == BODY and len({p.language[:2] for p in article.paragraphs}) > 1:
            yield from _of_paragraphs(article)
        else:
            yield _block(article, part, 0, len(text), article.language)


def _of_paragraphs(article: Article) -> Iterator[Block]:
    """The body in runs of paragraphs of one language."""
    paragraphs = list(article.paragraphs)
    while paragraphs:
        same = paragraphs[0].language[:2]
        count = next(
            (i for i, p in enumerate(paragraphs) if p.language[:2] != same), len(paragraphs)
        )
        first, last = paragraphs[0], paragraphs[count - 1]
        yield _block(article, BODY, first.start, last.end, first.language)
        paragraphs = paragraphs[count:]


def _block(article: Article, part: str, start: int, end: int, language: str) -> Block:
    text = article.part(part)[start:end]
    chinese = han_count(text) * 5 > len(text)
    return Block(part, start, end, fold(text), language, chinese)


def named(block: Block, lexicon: Lexicon, surfaces: Surfaces, options: Options) -> NameBlock:
    """The names of a block, with those that `terms` list."""
    found = _read(block, lexicon, surfaces, options)
    spans = sorted(found.names + found.inside)
    return NameBlock(
        block.part,
        block.start,
        block.end,
        block.language,
        block.chinese,
        tuple(_name(block, *item) for item in enumerate(spans)),
        tuple(_office(block, lexicon, *item) for item in enumerate(found.offices)),
        tuple(glosses(block.text, lexicon, options)),
        tuple(dotted_names(block.text, lexicon)) if block.chinese else (),
    )


def reread(
    document: Document, lexicon: Lexicon, surfaces: Surfaces, options: Options
) -> tuple[NameBlock, ...]:
    """The blocks of a Document, those in which a learned name stands read again with `terms`."""
    if not surfaces.entries:
        return document.blocks
    return tuple(
        named(block, lexicon, surfaces, options)
        if surfaces.automaton.find_matches_as_indexes(block.text)
        else old
        for block, old in zip(blocks(document.article), document.blocks, strict=True)
    )


def _read(block: Block, lexicon: Lexicon, surfaces: Surfaces, options: Options) -> NamesFound:
    if block.chinese:
        return chinese.read(block.text, lexicon, surfaces, options)
    return english.read(block.text, lexicon, surfaces, options, block.language)


def _name(block: Block, place: int, span: Span) -> Name:
    start, end = block.original(span.start, span.end)
    surface = block.text[span.start : span.end]
    hanzi = any("\u4e00" <= character <= "\u9fff" for character in surface)
    return Name(
        block.part, start, end, surface, span.type, span.entity, span.evidence, hanzi, place
    )


def _office(block: Block, lexicon: Lexicon, place: int, span: tuple[int, int]) -> Office:
    start, end = block.original(*span)
    surface = block.text[slice(*span)]
    entry = lexicon.by_surface.get(surface)
    key = entry.entity if entry is not None and entry.entity else surface.lower()
    behind = block.text[span[1] : span[1] + 2]
    return Office(block.part, start, end, surface, key, place, behind)
