"""What an article shares with others besides its entities: its words, and names in Latin letters.

In: a text and its language. Out: counts of words (compared within a language only), and of name
tokens (capitalised words without accents, numbers), which any two languages can share.
Chinese, Japanese and Korean words are pairs of neighbouring characters: no segmenter is needed,
and the same text in two segmentations would share less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from compare.text.scripts import to_simplified
from compare.text.words import STOP_WORDS, plain_latin, stem

_RUN = re.compile(r"[\u3400-\u9fff\u3005々]+|[\u30a0-\u30ff]{2,}|[\uac00-\ud7af]+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9.,])(?:\d{1,3}(?:[,\u2009 ]\d{3})+|\d+(?:[.,]\d+)?)"
    r"(?![A-Za-z0-9年月日时時号號])"
)
_LATIN = re.compile(r"[A-Za-z]{3,}")
_CAPITAL = re.compile(r"(?<![A-Za-zÀ-ɏ0-9'’.-])[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏ]{2,}")
_GROUPING = re.compile(r"[,\u2009 ](?=\d{3})")
_FUNCTION_WORDS = """
    le la les des du de un une et en dans pour par sur avec que qui est sont au aux ce ces cette
    son sa ses pas plus il elle ils nous vous der die das den dem des ein eine einer und oder
    mit von zu im ist sind auf fur an als auch nicht sich bei nach aus wird wurde el los las del
    una uno y o con por para es son se su sus lo al no como mas pero ha han hay ser fue o a os
    as do da dos das em um uma e com nao na nos nas il lo gli dei della di che non per una sono
    nel alla het een van op te dat zijn niet met voor ze die aan er
"""
_COMMON = frozenset(_FUNCTION_WORDS.split())


def language_key(language: str) -> str:
    """The part of a tag within which words are compared; Chinese has one for both scripts."""
    return language.split("-", maxsplit=1)[0].lower()


def words(text: str, language: str) -> Counter[str]:
    """Counts of the words of `text`: character pairs for CJK, English stems, else plain words."""
    key = language_key(language)
    if key in ("zh", "ja", "ko"):
        return Counter(_pairs(to_simplified(text) if key == "zh" else text, key))
    return Counter(_plain_words(text, key))


def _pairs(text: str, key: str) -> Iterator[str]:
    for run in _RUN.findall(text):
        yield from (f"{key}:{run[i : i + 2]}" for i in range(len(run) - 1))
    yield from (f"{key}:{word.lower()}" for word in _LATIN.findall(text))


def _plain_words(text: str, key: str) -> Iterator[str]:
    for word in _WORD.findall(plain_latin(text)):
        low = word.lower()
        if len(low) < 3 or low in STOP_WORDS or low in _COMMON:
            continue
        yield f"{key}:{stem(low) if key == 'en' else low}"


def name_tokens(text: str) -> Counter[str]:
    """Counts of capitalised words in Latin letters, without accents, and of numbers from 10."""
    found = Counter(
        plain
        for word in _CAPITAL.findall(text)
        if (plain := plain_latin(word).lower()) not in _COMMON and plain not in STOP_WORDS
    )
    found.update(numbers(text))
    return found


def numbers(text: str) -> Iterator[str]:
    """The numbers of `text` with two digits or more, without digit grouping; years are left out."""
    for match in _NUMBER.findall(text):
        plain = _GROUPING.sub("", match).replace(",", ".")
        if len(plain) > 1 and not (len(plain) == 4 and plain[:2] in ("19", "20")):
            yield plain
