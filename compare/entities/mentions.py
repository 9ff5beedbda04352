"""All mentions of one article: names, offices, dates, quantities.

In: an article, what the run learned, options. Out: mentions with offsets into the original text of
their part, in reading order, longer before shorter. Names are read block by block on folded text
and resolved over the whole article, since the full name may stand in the lead and the family name
in the title.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.entities import chinese, english
from compare.entities.blocks import Block, blocks
from compare.entities.foreign import last_part
from compare.entities.identity import Name, resolved
from compare.entities.learning import Learned, learn
from compare.entities.lexicon import Lexicon, lexicon
from compare.entities.roles import Office, roles
from compare.entities.spans import FAMILY, SURNAMED, Span
from compare.entities.vocabulary import HONORIFICS
from compare.model import DATE, NUMBER, PERSON, Article, Mention
from compare.options import Options
from compare.text.dates import dates
from compare.text.quantities import quantities
from compare.text.quantities.amounts import Quantity

_RANK = {"title": 0, "body": 1}


def mentions(
    article: Article, learned: Learned | None = None, options: Options = Options()
) -> list[Mention]:
    """The mentions of `article`; without `learned` it teaches itself."""
    lex = lexicon(options)
    known = learn([article], options) if learned is None else learned
    names: list[Name] = []
    offices: list[Office] = []
    found: list[Mention] = []
    for block in blocks(article):
        reading = _read(block, lex, known)
        names += _names(block, reading.names + reading.inside, len(names))
        offices += _offices(block, reading.offices, lex, len(offices))
        found += _values(article, block)
    named = resolved(names, article, known, lex)
    named += [part for name in named for part in _parts(name)]
    named += roles(offices, named)
    found += [_mention(article, name) for name in named]
    unique = {(m.part, m.start, m.end, m.type): m for m in reversed(found)}
    return sorted(
        unique.values(), key=lambda m: (_RANK.get(m.part, 2), m.part, m.start, -m.end, m.type)
    )


def _read(block: Block, lex: Lexicon, known: Learned) -> chinese.Reading:
    if block.chinese:
        return chinese.read(block.text, lex, known.terms)
    return english.read(block.text, lex, known.terms, block.language)


def _names(block: Block, spans: list[Span], before: int) -> Iterator[Name]:
    for rank, span in enumerate(sorted(spans)):
        start, end = block.original(span.start, span.end)
        surface = block.text[span.start : span.end]
        hanzi = any("\u4e00" <= character <= "\u9fff" for character in surface)
        yield Name(
            block.part,
            start,
            end,
            surface,
            span.type,
            span.entity,
            span.evidence,
            hanzi,
            before + rank,
        )


def _offices(
    block: Block, spans: list[tuple[int, int]], lex: Lexicon, before: int
) -> Iterator[Office]:
    for rank, (first, last) in enumerate(spans):
        start, end = block.original(first, last)
        surface = block.text[first:last]
        entry = lex.by_surface.get(surface)
        key = entry.entity if entry is not None and entry.entity else surface.lower()
        yield Office(
            block.part, start, end, surface, key, before + rank, block.text[last : last + 2]
        )


def _parts(name: Name) -> Iterator[Name]:
    """The shorter names inside a person's: the last part of a dotted one, the surname of 习主席."""
    if name.type != PERSON:
        return
    if name.evidence == SURNAMED or name.surface[1:] in HONORIFICS:
        yield _piece(name, name.start, name.start + 1, name.surface[:1])
    elif name.chinese:
        last = last_part(name.surface)
        if last != name.surface and len(last) > 1:
            yield _piece(name, name.end - len(last), name.end, last)


def _piece(name: Name, start: int, end: int, surface: str) -> Name:
    return Name(
        name.part, start, end, surface, PERSON, name.entity, FAMILY, chinese=True,
        place=name.place, foreign=name.foreign,
    )  # fmt: skip


def _mention(article: Article, name: Name) -> Mention:
    text = article.part(name.part)[name.start : name.end]
    return Mention(
        article.id, name.part, name.start, name.end, text, name.type, name.entity, name.evidence,
        foreign=name.foreign,
    )  # fmt: skip


def _values(article: Article, block: Block) -> Iterator[Mention]:
    """Dates and quantities, read from the original text."""
    first, last = block.original(0, len(block.text))
    text = article.part(block.part)[first:last]
    for day in dates(text, block.language, article.day):
        yield Mention(
            article.id, block.part, first + day.start, first + day.end, day.text, DATE,
            evidence=day.kind, value=day.iso,
        )  # fmt: skip
    for amount in quantities(text, block.language):
        yield Mention(
            article.id, block.part, first + amount.start, first + amount.end, amount.text, NUMBER,
            evidence="ordinal" if amount.ordinal else "quantity", value=_value(amount),
        )  # fmt: skip


def _value(amount: Quantity) -> str:
    """Number and unit, `12 hour`."""
    number = f"{amount.value:g}" if abs(amount.value) < 1e6 else f"{amount.value:.0f}"
    return f"{number} {amount.unit}".strip() if amount.unit else number
