"""Rows in another language than the reader's, with what of them can be said in it word by word.

In: a comparison, its articles as read, the reader's language. Out: the comparison with a gloss at
each row that is in another language: names by identity, dates and figures by value, and, between
Chinese and English, words of the dictionary, all in the order of the row. It is no translation:
nothing says how the pieces belong together, so that a reader sees what a row is about and not what
it says. Other pairs of languages have names, dates and figures alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from compare.model import WORD, Claim, Comparison, Entity, Glossed, Mention, Segment
from compare.options import Options
from compare.pipeline import Readings, read_names
from compare.resources.senses import Senses, senses
from compare.text.numerals import english_value
from compare.text.scripts import fold, to_traditional
from compare.text.words import STOP_WORDS

_SPEAKING = "nvaijlzbs"  # classes of Chinese words that say what a row is about
_WORD = re.compile(r"[A-Za-z]+(?:[-'’][A-Za-z]+)*")
_OPENS = re.compile(r"(?:^|[.!?:])\W*$")  # what stands before the first word of a sentence
_PHRASE = 3  # English words that may be one entry
Placed = tuple[int, int, Glossed]
Find = Callable[[str, Senses], Iterator[Placed]]


def glossed(
    comparison: Comparison,
    language: str,
    options: Options = Options(),
    names: Readings | None = None,
) -> Comparison:
    """`comparison` with glosses in `language` (en, zh-Hans, zh-Hant) at the rows that are in
    another; the two scripts of Chinese are one language here.
    """
    if not any(_foreign(claim, language) for claim in comparison.claims):
        return comparison
    names = names or read_names(comparison.story.articles, options)
    claims = tuple(
        replace(claim, gloss=_gloss(claim, claim.place, language, names, options))
        if claim.place and _foreign(claim, language)
        else claim
        for claim in comparison.claims
    )
    return replace(comparison, claims=claims, glossed=language)


def _foreign(claim: Claim, language: str) -> bool:
    return _family(claim.language) not in (_family(language), "und", "")


def _family(tag: str) -> str:
    return tag.partition("-")[0]


def _gloss(
    claim: Claim, place: Segment, language: str, names: Readings, options: Options
) -> tuple[Glossed, ...]:
    inside = [m for m in names.mentions[place.article] if _within(m, place)]
    said = [one for m in inside if (one := _named(m, place, names.entities, language))]
    taken = [(m.start - place.start, m.end - place.start) for m in inside]
    words = _words(place.text, _family(claim.language), language, options)
    said += [one for one in words if not any(_meet(one, span) for span in taken)]
    return tuple(dict.fromkeys(one for _, _, one in sorted(said, key=lambda one: one[:2])))


def _within(mention: Mention, place: Segment) -> bool:
    return mention.part == place.part and place.start <= mention.start and mention.end <= place.end


def _meet(one: Placed, span: tuple[int, int]) -> bool:
    return one[0] < span[1] and span[0] < one[1]


def _named(
    mention: Mention, place: Segment, entities: dict[str, Entity], language: str
) -> Placed | None:
    """A name that the reader's language has, or a value."""
    text = mention.value
    if mention.entity in entities:
        text = _name(entities[mention.entity], language)
    if not text:
        return None
    start = mention.start - place.start
    return start, start + len(mention.text), Glossed(mention.type, text)


def _name(entity: Entity, language: str) -> str | None:
    names = entity.names
    if language == "zh-Hant" and language not in names and "zh-Hans" in names:
        return to_traditional(names["zh-Hans"])
    return names.get(language) or names.get("zh-Hant" if language == "zh-Hans" else "en")


def _words(text: str, family: str, language: str, options: Options) -> list[Placed]:
    """The words that the dictionary has, with their places in `text`."""
    find = _FINDERS.get((family, _family(language)))
    table = senses(options.use_cache) if find else None
    if find is None or table is None:
        return []
    found = list(find(text, table))
    if language == "zh-Hant":
        return [(a, b, replace(one, text=to_traditional(one.text))) for a, b, one in found]
    return found


def _from_chinese(text: str, table: Senses) -> Iterator[Placed]:
    from compare.reading.zh.tokens import tokenise

    plain = fold(text)
    tokens = tokenise(plain.text)
    for start, word, tag in zip(tokens.starts, tokens.words, tokens.tags, strict=False):
        told = tag[0] in _SPEAKING if len(word) > 1 else tag == "n"
        if told and (english := table.english.get(word)):
            yield (*plain.original(start, start + len(word)), Glossed(WORD, english))


def _from_english(text: str, table: Senses) -> Iterator[Placed]:
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        size, chinese = _longest(words[at : at + _PHRASE], text, table)
        if chinese:
            yield words[at].start(), words[at + size - 1].end(), Glossed(WORD, chinese)
        at += size


def _longest(words: Sequence[re.Match[str]], text: str, table: Senses) -> tuple[int, str | None]:
    """How many of `words` are the longest entry that begins with the first, and its Chinese. An
    entry neither begins nor ends with a word of grammar, and no word of it is a name or a number.
    """
    for size in range(len(words), 0, -1):
        held = words[:size]
        phrase = text[held[0].start() : held[-1].end()]
        told = _telling(held[0][0]) and _telling(held[-1][0]) and not any(map(_capital, held))
        if told and (chinese := table.in_chinese(phrase)):
            return size, chinese
    return 1, None


def _telling(word: str) -> bool:
    return word.lower() not in STOP_WORDS and english_value(word.lower()) is None


def _capital(word: re.Match[str]) -> bool:
    """Does it begin with a capital that no beginning of a sentence asks for?"""
    return word[0][:1].isupper() and _OPENS.search(word.string, 0, word.start()) is None


_FINDERS: dict[tuple[str, str], Find] = {("zh", "en"): _from_chinese, ("en", "zh"): _from_english}
