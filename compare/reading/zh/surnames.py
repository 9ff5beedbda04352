"""Whether a hanzi is a surname, in front of an office and at the head of a name.

In: words of a text, where the hanzi and the office stand; or a name in both scripts. Out: a
verdict. 連主席 is a person, 連校長都 "even the headmaster". Many surnames are other words too, and
the segmenter guesses; what stands around the pair does not: the word that closes a phrase (連…都,
应…邀请), the subject in front of a preposition (記者向主席), and the longer word that ends in the
hanzi (感谢|校长, 下周|总理). Whose surname it is the article's full names say (identity); of these
马英九 bears a surname and 马克龙 spells Macron.
"""

from __future__ import annotations

import re
from functools import lru_cache

from compare.reading.base.latin import plain
from compare.reading.base.romanisation import cantonese, korean, mandarin, taiwan, vietnamese
from compare.reading.base.vocabulary import (
    SURNAME_PARTICLES,
    SURNAME_WORDS,
    SURNAMES,
    TRANSLITERATION,
)
from compare.reading.zh.tokens import Tokens
from compare.resources.gazetteer import readings

_IN_FRONT = ("x", "v", "p", "c", "ul")  # what may stand in front of a surname that is a particle
_LEAVES_PHRASE = frozenset("vpx")
_LONGEST = 3  # hanzi of a name with a surname of one
_ONE_SYLLABLE = re.compile(r"[^aeiouy]*[aeiouy]+[^aeiouy]*e?$")


def is_surname(tokens: Tokens, at: int, office: tuple[int, int]) -> bool:
    """True when the hanzi at `at` can be the surname of whoever holds the `office` behind it."""
    hanzi = tokens.text[at]
    if hanzi not in SURNAMES or closes(tokens, hanzi, office[1]):
        return False
    position = tokens.covering(at)
    if tokens.starts[position] != at:
        return hanzi not in SURNAME_PARTICLES and _is_cut(tokens, position, at)
    if tokens.end(position) > office[0] and _is_end(tokens, position, hanzi):
        return False
    return hanzi not in SURNAME_PARTICLES or _may_stand(tokens, position)


def closes(tokens: Tokens, hanzi: str, end: int) -> bool:
    """True when the noun phrase that goes on at `end` is closed by the partner of the word `hanzi`
    (連…都).
    """
    partners = SURNAME_WORDS.get(hanzi)
    position = tokens.index.get(end) if partners else None
    while partners and position is not None and position < len(tokens.words):
        if tokens.words[position] in partners:
            return True
        if tokens.tags[position][0] in _LEAVES_PHRASE:
            return False
        position += 1
    return False


def _is_cut(tokens: Tokens, position: int, at: int) -> bool:
    """True when the segmenter joined the surname to the end of a verb (会|见习|主席), and false for
    a word that ends in the hanzi (感谢|校长).
    """
    import rjieba

    word = tokens.words[position]
    if tokens.end(position) != at + 1 or len(word) != 2:
        return False
    before = tokens.words[position - 1] if position else ""
    if rjieba.has_word(word):
        return bool(before) and rjieba.has_word(before + word[0])
    return tokens.tags[position][0] != "n"


def _is_end(tokens: Tokens, position: int, hanzi: str) -> bool:
    """True for the end of a time or another word, cut off by a longer word (下|周总理)."""
    import rjieba

    before = tokens.words[position - 1] if position else ""
    return len(before) == 1 and rjieba.has_word(before + hanzi)


def _may_stand(tokens: Tokens, position: int) -> bool:
    return position == 0 or tokens.tags[position - 1].startswith(_IN_FRONT)


def bears_surname(name: str, latin: str | None, family: str | None) -> bool:
    """True when the first hanzi of a person's Chinese `name` is a surname; `latin` and `family` are
    the Latin name, where one is known, and the family name in it.

    A name that spells a foreign one has none (马克龙, 万斯): its family name does not come first,
    is not the hanzi's reading, and is no syllable of a dialect in front of two hanzi of its own
    (陈庆炎, Tony Tan).
    """
    if not 2 <= len(name) <= _LONGEST or name[0] not in SURNAMES:
        return False
    if not latin or not family or latin.split()[0] == family:
        return True
    short = plain(family).lower()
    if short in _spellings(name[0]):
        return True
    whole = len(name) == _LONGEST and not TRANSLITERATION.issuperset(name)
    return whole and _ONE_SYLLABLE.match(short) is not None


@lru_cache(maxsize=512)
def _spellings(hanzi: str) -> frozenset[str]:
    """How a surname is written in Latin letters, in five places."""
    known = readings().get(hanzi)
    if known is None:
        return frozenset()
    ways = (
        mandarin(known.pinyin),
        taiwan(known.pinyin),
        cantonese(known.jyutping),
        korean(known.hangul),
        vietnamese(known.vietnamese),
    )
    return frozenset(spelling for way in ways for spelling in way)
