"""The values of a statement that the passages which tell the same do not have.

In: a statement of a digest, and the passages of sources that tell any of it. Out: alterations: a
figure, a day, a person or a place, or a word for its opposite (rose, fell). One is an alteration
where no source gives it at all, or where the passages give another in its place. What stands in a
passage in the same characters is never one, whatever it was read as, and of places that a passage
may only name less closely (a town, its state) nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from compare.claims.discrepancies.numbers import DIFFERENT, INCOMPARABLE, comparable, same
from compare.model import BODY, PLACE, Document, Evidence, Mention, Source
from compare.model.audits import Alteration
from compare.model.documents import DateSpan, Quantity
from compare.options import Options
from compare.resources.glossary import Glossary
from compare.resources.opposites import opposites
from compare.text.scripts import fold

_KINDS = {"PER": "actor", "LOC": "place"}
_SURE = ("gazetteer", "name list")  # how a name is known
_LIKE = 70  # of 100: how much two passages on one thing read alike


@dataclass(frozen=True, slots=True)
class Texts:
    """The digest and the sources, the mentions in them by article id, and what translates between
    them.
    """

    digest: Source
    others: tuple[Source, ...]
    mentions: Mapping[str, Sequence[Mention]]
    glossary: Glossary | None = None


Passages = Sequence[tuple[str, tuple[Document, int, int]]]
"""Sentences of sources: source id, its document, start and end in the body."""


def foreign_values(
    place: Evidence, passages: Passages, texts: Texts, options: Options
) -> list[Alteration]:
    """All values of `place` that are not those of the passages, by kind."""
    return [
        *_numbers(place, passages, texts, options),
        *_days(place, passages, texts),
        *_names(place, passages, texts),
        *_sides(place, passages, texts),
    ]


def around(source: str, proof: Evidence, texts: Texts) -> tuple[Document, int, int]:
    """The whole sentences around a proof: its document, start and end."""
    document = next(s.document for s in texts.others if s.id == source)
    around = [
        s
        for s in (document.parts[proof.part].sentences if proof.part in document.parts else ())
        if s.start < proof.end and proof.start < s.end
    ]
    start = min([proof.start, *(s.start for s in around)])
    return document, start, max([proof.end, *(s.end for s in around)])


def _numbers(
    place: Evidence, passages: Passages, texts: Texts, options: Options
) -> Iterator[Alteration]:
    there = [(s, q) for s, (d, a, b) in passages for q in _amounts(d, a, b)]
    every = [q for s in texts.others for q in _amounts(s.document, 0, len(s.article.text))]
    for mine in _amounts(texts.digest.document, place.start, place.end):
        if any(_equal(mine, q, options) for _, q in there):
            continue
        rivals = [(s, q) for s, q in there if comparable(mine, q)]
        source, told = next(((s, q.text) for s, q in rivals), (None, ""))
        if rivals or not any(_equal(mine, q, options) for q in every):
            yield Alteration("number", mine.text, told, source)


def _equal(one: Quantity, other: Quantity, options: Options) -> bool:
    return same(one, other, options) not in (DIFFERENT, INCOMPARABLE)


def _amounts(document: Document, start: int, end: int) -> list[Quantity]:
    read = document.parts.get(BODY)
    held = read.amounts if read else ()
    return [
        q
        for q in held
        if start <= q.start and q.end <= end and not q.ordinal and (q.unit or q.value > 2)
    ]


def _days(place: Evidence, passages: Passages, texts: Texts) -> Iterator[Alteration]:
    there = [(s, d) for s, (document, a, b) in passages for d in _dates(document, a, b)]
    every = [d for s in texts.others for d in _dates(s.document, 0, len(s.article.text))]
    for mine in _dates(texts.digest.document, place.start, place.end):
        alike = [(s, d) for s, d in there if d.precision == mine.precision]
        known = any(_meet(mine, other) for other in every) or _near(mine, texts)
        held = any(_meet(mine, other) for _, other in there) or _stands(mine.text, passages)
        if held or ((known or _is_written(mine.text, texts)) and not alike):
            continue
        source, told = next(((s, d.text) for s, d in alike), (None, ""))
        yield Alteration("date", mine.text, told, source)


def _dates(document: Document, start: int, end: int) -> list[DateSpan]:
    read = document.parts.get(BODY)
    held = read.dates if read else ()
    exact, sure = ("day", "month", "year", "range"), ("absolute", "weekday")
    inside = [d for d in held if start <= d.start and d.end <= end]
    return [d for d in inside if d.precision in exact and d.kind in sure]


def _meet(one: DateSpan, other: DateSpan) -> bool:
    return one.first <= other.last and other.first <= one.last


def _near(mine: DateSpan, texts: Texts) -> bool:
    """May the day be that of publication, which no text has to name?"""
    days = [s.article.day for s in texts.others if s.article.day is not None]
    return any(abs((mine.first - day).days) <= 1 for day in days)


def _sides(place: Evidence, passages: Passages, texts: Texts) -> Iterator[Alteration]:
    """The words of a statement that stand on one side of a scale (rose, fell) of which all passages
    have another side alone, where neither denies.
    """
    told = [(s, side, word) for s, passage in passages for side, word in _marks(*passage)]
    for (scale, side), word in _marks(texts.digest.document, place.start, place.end):
        there = [(s, w, held) for s, (name, held), w in told if name == scale]
        turned = bool(there) and all(held != side for _, _, held in there)
        if turned and any(_of_one(place, word, passage) for _, passage in passages):
            yield Alteration("polarity", word, there[0][1], there[0][0])


def _of_one(place: Evidence, word: str, passage: tuple[Document, int, int]) -> bool:
    """Do the statement and a passage read alike but for a word?"""
    document, start, end = passage
    rest = place.quote.replace(word, " ")
    return fuzz.token_set_ratio(rest, document.article.text[start:end]) >= _LIKE or (
        fuzz.partial_ratio(fold(rest).text, fold(document.article.text[start:end]).text) >= _LIKE
    )


def _marks(document: Document, start: int, end: int) -> Iterator[tuple[tuple[str, int], str]]:
    """The sides of scales that a passage names, with the word; none where it denies anything."""
    text = document.article.text[start:end]
    lexis = opposites(document.article.language.split("-")[0])
    folded = fold(text).text
    if lexis is None or len(folded) != len(text) or lexis.denying.search(folded):
        return
    for first, last, sides, _ in lexis.find(folded):
        if len(sides) == 1:
            yield next(iter(sides)), text[first:last]


def _names(place: Evidence, passages: Passages, texts: Texts) -> Iterator[Alteration]:
    for kind, name in _KINDS.items():
        own = _mentions(texts.digest.document, place.start, place.end, kind, texts)
        there = [
            (s, m)
            for s, (document, a, b) in passages
            for m in _mentions(document, a, b, kind, texts)
        ]
        known = {m.entity for m in own}
        held = {m.entity for _, m in there}
        others = [(s, m) for s, m in there if m.entity not in known]
        for mine in own:
            if mine.entity is None or mine.entity in held or _stands(mine.text, passages):
                continue
            moved = (
                bool(others) and _is_known(mine, texts) and _elsewhere(mine, place, passages, texts)
            )
            if moved or _made_up(mine, texts):
                yield _instead(name, mine, others[:1])


def _stands(words: str, passages: Passages) -> bool:
    """Do these very characters stand in a passage?"""
    told = fold(words).text.casefold()
    return any(told in fold(d.article.text[a:b]).text.casefold() for _, (d, a, b) in passages)


def _is_written(words: str, texts: Texts) -> bool:
    """Do these very characters stand in any source, its headline included?"""
    told = fold(words).text.casefold()
    articles = (source.article for source in texts.others)
    return any(told in fold(f"{a.title}\n{a.text}").text.casefold() for a in articles)


def _elsewhere(mine: Mention, place: Evidence, passages: Passages, texts: Texts) -> bool:
    """Is this one named of something else? For a place only where a passage reads alike but for
    it, or an article of a passage never names it: one may be inside the other (a town, its state).
    """
    if mine.type != PLACE or any(_of_one(place, mine.text, passage) for _, passage in passages):
        return True
    return not all(
        any(m.entity == mine.entity for m in texts.mentions.get(d.article.id, ()))
        for _, (d, _, _) in passages
    )


def _is_known(mine: Mention, texts: Texts) -> bool:
    """Does any source name this one?"""
    every = (m for s in texts.others for m in texts.mentions.get(s.article.id, ()))
    return any(m.entity == mine.entity for m in every)


def _made_up(mine: Mention, texts: Texts) -> bool:
    """Is it a name that the program knows, and that no source has in any form?"""
    known = _is_known(mine, texts) or _is_written(mine.text, texts)
    return mine.evidence in _SURE and not known


def _instead(kind: str, mine: Mention, others: Sequence[tuple[str, Mention]]) -> Alteration:
    for source, other in others:
        return Alteration(kind, mine.text, other.text, source)
    return Alteration(kind, mine.text)


def _mentions(document: Document, start: int, end: int, kind: str, texts: Texts) -> list[Mention]:
    found = texts.mentions.get(document.article.id, ())
    return [
        m for m in found if m.type == kind and m.part == BODY and start <= m.start and m.end <= end
    ]
