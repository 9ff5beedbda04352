"""Whether a famous family name is somebody else's: Maria Putin, Officer Dana Biden, Officer Biden.

In: a text, where a listed family name stands in it, and who is listed under it. Out: what speaks
for a stranger, or nothing. The words in front decide: a given name that the listed person does not
have, or a calling of common life. Between is what may stand in front of anybody (President, Mr,
Russia's, When); a spelling or a short form of the given name is still the famous one's (Vlad
Putin).
"""

from __future__ import annotations

import re

from compare.model import ORGANISATION, PLACE
from compare.reading.base.lexicon import Entry, Lexicon, plain
from compare.reading.base.vocabulary import titles
from compare.resources.words import word_set

FULL, ALONE = "another given name", "a calling"
_REACH = 48
_ALIKE = 70
_TITLES = frozenset(t.rstrip(".") for t in titles("en")) | (
    word_set("en", "names", "title_heads") | word_set("en", "names", "title_parts")
)
_CALLINGS = word_set("en", "names", "callings")
_COMMON = word_set("en", "names", "common") | word_set("en", "names", "before_families")
_GIVEN = word_set("en", "names", "given")
_BEFORE = re.compile(r"(?:(?<![\w’'-])[A-ZÀ-Þ][\w’'-]*\.? )+$")
_CLOSED = re.compile(r"(?:^|[.!?:;\n“”\"(—–]\s*)$")
_ORDINARY = ("ing", "ed", "ly", "’s", "'s", "s’")


def namesake(text: str, start: int, entry: Entry, lexicon: Lexicon) -> str | None:
    """`FULL` when another given name stands before `start`, `ALONE` for a common calling there."""
    if " " in entry.surface or not entry.entity or entry.entity not in lexicon.given_of:
        return None
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    if before is None:
        return _called(text, start)
    words = before[0].split()
    calling = False
    for at in range(len(words) - 1, -1, -1):
        word = words[at].rstrip(".")
        if _is_no_given(word, lexicon):
            calling = word in _CALLINGS and at == len(words) - 1
            words = words[at + 1 :]
            break
    if not words:
        return ALONE if calling else None
    if any(_alike(word, other) for word in words for other in lexicon.given_of[entry.entity]):
        return None
    opens = len(words) == len(before[0].split()) and _CLOSED.search(text[: before.start()][-4:])
    if opens and not _is_given(words[0], lexicon) and _may_be_word(words[0], text):
        return None
    return FULL


def _called(text: str, start: int) -> str | None:
    """A calling in small letters right before the name (nurse Biden)."""
    word = re.search(r"([a-z]+) $", text[max(0, start - 20) : start])
    return ALONE if word is not None and word[1].capitalize() in _CALLINGS else None


def _is_no_given(word: str, lexicon: Lexicon) -> bool:
    if word.endswith(("’s", "'s", "s’")) or word in _TITLES | _COMMON | _CALLINGS:
        return True
    if _is_given(word, lexicon):
        return False
    entry = lexicon.by_surface.get(word)
    return entry is not None and entry.type in (PLACE, ORGANISATION)


def _is_given(word: str, lexicon: Lexicon) -> bool:
    return word in _GIVEN or word in lexicon.given_latin


def _may_be_word(word: str, text: str) -> bool:
    """True for a first word of a sentence that is no name (Defending Trump)."""
    return word.endswith(_ORDINARY) or f" {word.lower()} " in text


def _alike(word: str, other: str) -> bool:
    """True for one given name in two spellings, its initial, or its short form."""
    from rapidfuzz import fuzz

    one, two = plain(word).rstrip(".").lower(), other.rstrip(".").lower()
    return one[:1] == two[:1] and (
        len(one) == 1 or len(two) == 1 or two.startswith(one) or fuzz.ratio(one, two) >= _ALIKE
    )
