"""Countries written with one hanzi: 美中关系, 美方, 访美, 向俄, 美军.

In: words of a text and the lexicon. Out: one span a hanzi. Each of these hanzi is also an ordinary
word (中 in, 日 day, 以 with), so one counts only in company: a pair, 方, a verb of travel or
preposition in front, an office or body behind, and only between words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model import PLACE
from compare.reading.base.lexicon import Lexicon
from compare.reading.base.spans import LETTER, PAIR, Span
from compare.reading.base.vocabulary import LETTERS, LETTERS_BY_TEXT
from compare.reading.zh.tokens import Tokens
from compare.resources.words import either, word_set

_NAMES = {**LETTERS, **LETTERS_BY_TEXT}
_ALL = "".join(LETTERS)
_EVERY = "".join(_NAMES)
_ORDINARY, _STRONG, _RELATIONS, _TOWARD, _OFFICES = (
    word_set("zh", "beside_letters", key)
    for key in ("ordinary", "strong", "relations", "towards", "offices")
)
_NAME_CLASSES = frozenset({"j", "ns", "nr", "nz", "nrt", "nt"})
_PAIR = re.compile(f"[{_EVERY.replace('华', '')}]{{2,4}}")
_BETWEEN = re.compile(either(_RELATIONS))
_ROW = re.compile(f"[{_EVERY}](?:、[{_EVERY}])+")
_SIDE = re.compile(
    f"方(?<=[{_EVERY.replace('华', '')}]方)(?![便式法案面向可能才针略言圆块形剂程始])"
)
_TOWARDS = re.compile(f"(?:{either(_TOWARD)})([{_EVERY}])")
_OFFICE = re.compile(f"([{_ALL.replace('华', '')}])(?:{either(_OFFICES)})")


def letters(tokens: Tokens, lexicon: Lexicon) -> Iterator[Span]:
    """All countries written with one hanzi."""
    text = tokens.text
    for match in _PAIR.finditer(text):
        if match.start() in tokens.index and not LETTERS.keys().isdisjoint(match[0]):
            yield from _pair(tokens, lexicon, match.start(), match.end())
    for match in _ROW.finditer(text):
        alone = all(at in tokens.index and at + 1 in tokens.index for at in range(*match.span(), 2))
        for at in range(*match.span(), 2) if alone else ():
            yield from _span(lexicon, text, at, PAIR)
    for match in _SIDE.finditer(text):
        if match.start() - 1 in tokens.index:
            yield from _span(lexicon, text, match.start() - 1, LETTER)
    for match in _TOWARDS.finditer(text):
        begins = match.start(1) in tokens.index or match.start() in tokens.index
        if begins and _stands_alone(tokens, match.start(1), match.start()):
            yield from _span(lexicon, text, match.start(1), LETTER)
    for match in _OFFICE.finditer(text):
        if match.start() in tokens.index and _begins_name(tokens, match):
            yield from _span(lexicon, text, match.start(), LETTER)


def _country(text: str, hanzi: str) -> str | None:
    """The full name: the one that the text writes out, else the usual one; None for a hanzi that
    needs the full name and has none.
    """
    names = _NAMES[hanzi]
    written = next((name for name in names if name in text), None) if len(names) > 1 else None
    if hanzi in LETTERS:
        return written or names[0]
    return written or (names[0] if names[0] in text else None)


def _span(lexicon: Lexicon, text: str, at: int, evidence: str) -> Iterator[Span]:
    name = _country(text, text[at])
    entry = lexicon.by_surface.get(name) if name else None
    if name:
        yield Span(at, at + 1, PLACE, entry.entity if entry else None, evidence)


def _pair(tokens: Tokens, lexicon: Lexicon, start: int, end: int) -> Iterator[Span]:
    """Two to four different countries in a row, between words."""
    text = tokens.text
    if any(text[end - 1 : end + more] in lexicon.by_surface for more in (1, 2, 3)):
        end -= 1
    run = text[start:end]
    if len(run) < 2 or run in lexicon.by_surface:
        return
    company = _BETWEEN.match(text, end) is not None
    if not company and end not in tokens.index:
        return
    position = tokens.index[start]
    word, tag = tokens.words[position], tokens.tags[position]
    if word == run and tag not in _NAME_CLASSES:
        return
    if not company and (_ORDINARY | LETTERS_BY_TEXT.keys()).intersection(run) and word != run:
        return
    countries = {_country(text, hanzi) for hanzi in run}
    if None in countries or len(countries) < len(run):
        return
    for at in range(start, end):
        yield from _span(lexicon, text, at, PAIR)


def _stands_alone(tokens: Tokens, at: int, before: int) -> bool:
    """True when the hanzi is a word, or one word with what stands in front of it (访美)."""
    position = tokens.covering(at)
    word, tag = tokens.words[position], tokens.tags[position]
    if len(word) == 1:
        strong = tokens.text[before] in _STRONG
        return strong or tokens.text[at] not in _ORDINARY or tag in _NAME_CLASSES
    return len(word) == 2 and tokens.starts[position] == before and tag[0] in "vjn"


def _begins_name(tokens: Tokens, match: re.Match[str]) -> bool:
    """True when the hanzi is a word, or begins one of this very shape (美军, 日媒)."""
    position = tokens.index[match.start()]
    word, tag = tokens.words[position], tokens.tags[position]
    if len(word) == 1:
        return match[1] not in _ORDINARY or tag in _NAME_CLASSES or len(match[0]) > 2
    return tokens.end(position) == match.end() or word in (f"{match[1]}国", f"{match[1]}国会")
