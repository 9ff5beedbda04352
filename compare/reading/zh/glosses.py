"""Glosses: a Chinese name with its Latin form behind it in brackets, 珍妮特‧耶伦（Janet Yellen）.

In: a text folded to Simplified. Out: pairs of names. The best free dictionary there is: the author
of the text vouches for it. What stands in front of the bracket is cut back to the name at office,
conjunction, or listed place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model import ORGANISATION, PERSON, PLACE, Gloss
from compare.options import Options
from compare.reading.base.latin import is_chinese_order
from compare.reading.base.lexicon import Lexicon
from compare.reading.base.vocabulary import CONJUNCTIONS, DOTS, HYPHENS, ROLES
from compare.reading.zh.foreign import dotted, with_interpuncts
from compare.reading.zh.tokens import Tokens, chinese_end, stops, tokenise
from compare.resources.words import either, word_set

_SMALL = "|".join(
    sorted(word_set("en", "names", "particles") | {"of", "the", "for", "and", "e", "y"})
)
_LATIN_NAME = rf"[A-ZÀ-Þ][\w.'’\-]*(?:\s+(?:[A-ZÀ-Þ][\w.'’\-]*|{_SMALL})){{0,6}}"
_BRACKET = re.compile(rf"[（(]\s*({_LATIN_NAME})\s*(?:[,，、;；][^（）()]{{0,40}})?[）)]")
_REVERSE = re.compile(rf"({_LATIN_NAME})\s*[（(]\s*([\u4e00-\u9fff·]{{2,12}})\s*[）)]")
_HAN_TAIL = re.compile(rf"[\u4e00-\u9fffA-Za-z{re.escape(DOTS + HYPHENS)}]{{2,20}}$")
_CUT = re.compile(either(ROLES | CONJUNCTIONS))
_BODY_WORD = re.compile(
    rf"\b(?:[A-Z]{{2,}}|{either(word_set('en', 'names', 'organisation_words'))})\b"
)


def glosses(text: str, lexicon: Lexicon, options: Options) -> Iterator[Gloss]:
    """The glosses of a Simplified text."""
    for match in _BRACKET.finditer(text):
        window = text[max(0, match.start() - options.gloss_window) : match.start()]
        latin = match[1].strip().rstrip(".")
        if name := _name_before(window, latin, lexicon, options.gloss_longest):
            yield Gloss(*name)
    for match in _REVERSE.finditer(text):
        latin = " ".join(match[1].split()[-2:])
        if is_chinese_order(latin) and len(match[2]) <= options.gloss_longest:
            yield Gloss(match[2], latin, PERSON)


def _name_before(
    window: str, latin: str, lexicon: Lexicon, longest: int
) -> tuple[str, str, str] | None:
    tail = _HAN_TAIL.search(window)
    if tail is None:
        return None
    tokens = tokenise(window)
    for span in dotted(tokens, lexicon, frozenset()):
        if span.end == len(window):
            return with_interpuncts(window[span.start :]), latin, PERSON
    start = _cut(tokens, lexicon, tail.start())
    surface = window[start:]
    if not 2 <= len(surface) <= longest or not all("\u4e00" <= c <= "\u9fff" for c in surface):
        return None
    listed = lexicon.by_surface.get(surface)
    kind = listed.type if listed is not None else _type(tokens, start, surface, latin)
    return (surface, latin, kind) if kind in (PERSON, PLACE, ORGANISATION) else None


def _cut(tokens: Tokens, lexicon: Lexicon, start: int) -> int:
    """Where the glossed name begins: behind the last office, conjunction or place."""
    text = tokens.text
    if lexicon.by_surface.get(text[start:]) is not None:
        return start
    for match in _CUT.finditer(text, start):
        if match.end() < len(text) - 1:
            start = match.end()
    for position, word in enumerate(tokens.words):
        end = tokens.end(position)
        if start < end < len(text) - 1 and (
            stops(word, tokens.tags[position]) or _is_place(lexicon, word)
        ):
            start = end
    return start


def _is_place(lexicon: Lexicon, word: str) -> bool:
    entry = lexicon.by_surface.get(word)
    return entry is not None and entry.type == PLACE and len(word) > 1


def _type(tokens: Tokens, start: int, surface: str, latin: str) -> str | None:
    """Person by the shape of both names, organisation by the Latin words; else None."""
    if _BODY_WORD.search(latin):
        return ORGANISATION
    words = latin.split()
    if is_chinese_order(latin) and (chinese_end(tokens, start) or len(surface) <= 3):
        return PERSON
    foreign = all(
        tag[:2] in ("nr", "ns", "nz", "x") or len(word) == 1 for word, tag in _from(tokens, start)
    )
    return PERSON if foreign and 2 <= len(words) <= 4 else None


def _from(tokens: Tokens, start: int) -> list[tuple[str, str]]:
    return [
        (word, tag)
        for word, tag, at in zip(tokens.words, tokens.tags, tokens.starts, strict=False)
        if at >= start
    ]
