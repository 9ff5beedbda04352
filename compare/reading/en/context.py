"""Names in English that no list has, proven by the words around them.

In: a text and the spans that other rules found. Out: the city that opens a report, places behind a
preposition of place (in Harehills, near Ashford), clubs around a result (Wrexham beat Port Vale
2-1), and short forms of organisations named in full (Norvik, of Norvik Shipping). What is proven
once holds in the whole text. One capital alone says nothing: of the unknown words with one, a
third are no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from compare.model import ORGANISATION, PLACE
from compare.reading.base.lexicon import Lexicon
from compare.reading.base.spans import GLOSS, ORGAN, SUFFIX, Span
from compare.resources.words import either, word_set


def _names(key: str) -> frozenset[str]:
    return word_set("en", "names", key)


_NO_PLACE = _names("common") | _names("title_heads") | _names("title_parts") | _names("no_places")
_BODIES = _names("organisation_words")
_GIVEN = _names("given")
_WORD = r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]{0,40}\w\b"
_RUN = rf"{_WORD}(?: (?:(?:de|del|la|las|los|el|upon|le|al) )?{_WORD}){{0,2}}"
_PEOPLE = either(_names("lower_titles") | _names("people"))
_PLACE = re.compile(
    rf"\b(?i:(?:{either(_names('sure_prepositions'))})|(?:{_PEOPLE}) from|"
    rf"(?P<weak>from|of|at|to|for)) (?P<name>{_RUN})"
    rf"(?=(?P<next>, {_WORD})|[^\w’']|$)"
)
_BODY = either(_names("bodies_beside"))
_BESIDE = re.compile(
    rf"(?P<before>{_RUN}), (?:a|an|the) (?:[\w’'-]+ ){{0,3}}?(?:{_BODY})\b|"
    rf"\b(?:{_BODY}) (?P<behind>{_RUN})(?=[^\w’' ]|’s|'s| [a-z])"
)
_LANGUAGE = re.compile(r"(?:ish|ese|ism|ist|ists|ians?|day)$")
_VERSUS = re.compile(
    rf"(?P<one>{_RUN}) (?:have |had |were |was )?(?:{either(_names('results'))})"
    rf" (?:at )?(?:\w+ (?:champions|rivals|side|leaders) )?(?P<other>{_RUN})"
)
_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")


def around(text: str, found: list[Span], lexicon: Lexicon) -> Iterator[Span]:
    """Places, clubs and short forms."""
    proven: dict[str, str] = {}
    taken = {place for s in found for place in range(s.start, s.end)}
    for start, end in _places(text, lexicon):
        if start not in taken and end - 1 not in taken:
            proven[text[start:end]] = PLACE
    for match in _BESIDE.finditer(text):
        name = match["before"] or match["behind"]
        if not _is_place(name, lexicon) and not _NO_PLACE.intersection(name.split()):
            proven.setdefault(name, ORGANISATION)
    if _SCORE.search(text):
        for start, end in _clubs(text, lexicon):
            if start not in taken:
                proven[text[start:end]] = ORGANISATION
    for name, kind in proven.items():
        for use in re.finditer(rf"(?<![\w’'-]){re.escape(name)}(?![\w-])", text):
            yield Span(*use.span(), kind, None, SUFFIX)
    yield from _short(text, found, lexicon, proven)


def datelines(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """The city in capitals that opens a report, and the agency in brackets behind it."""
    for match in _DATELINE.finditer(text):
        for city in re.finditer(r"[^/]+", match[1]):
            start = match.start(1) + city.start()
            name = city[0].strip().title()
            entry = lexicon.by_surface.get(name)
            entity = entry.entity if entry is not None and entry.type == PLACE else None
            yield Span(start, start + len(city[0].rstrip()), PLACE, entity, ORGAN)
        if match[2]:
            yield Span(*match.span(2), ORGANISATION, None, SUFFIX)


_DATELINE = re.compile(
    r"(?:^|\n)([A-Z][A-Z./ '-]{2,30})(?:, [A-Z][\w. ]+?)?(?:, \w+\.? \d{1,2})?"
    r" ?(?:\(([A-Z][\w ]+)\))? ?(?:[-—–](?:\s|$)|$)"
)


def _places(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    for match in _PLACE.finditer(text):
        name = match["name"]
        listed = match["next"] is not None and _is_place(match["next"][2:], lexicon)
        if listed and not _NO_PLACE.intersection(name.split()) and not _is_place(name, lexicon):
            yield match.span("name")  # in Austin, Texas
        elif not match["weak"] and _may_be_place(name, text, lexicon):
            yield match.span("name")


def _is_place(name: str, lexicon: Lexicon) -> bool:
    entry = lexicon.by_surface.get(name)
    return entry is not None and entry.type == PLACE


def _may_be_place(name: str, text: str, lexicon: Lexicon) -> bool:
    """False for what is listed as something else, for bodies, languages, and family names."""
    words = name.split()
    if _NO_PLACE.intersection(words) or _BODIES.intersection(words) or name.isupper():
        return False
    if _LANGUAGE.search(words[-1]) or name.endswith(("’s", "'s", "s’")):
        return False
    entry = lexicon.by_surface.get(name)
    if entry is not None or words[0] in _GIVEN or words[-1] in lexicon.families_latin:
        return False
    family = re.search(rf"(?<![.!?“\n] )(?<!^)[A-Z][a-z]+ {re.escape(words[-1])}\b", text)
    return len(words) > 1 or family is None


def _clubs(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The two sides of a result."""
    for match in _VERSUS.finditer(text):
        for side in ("one", "other"):
            words = match[side].split()
            cut = 0
            while words and words[0] in _NO_PLACE:
                cut += len(words.pop(0)) + 1
            if words and words[0] not in _GIVEN and not _is_place(" ".join(words), lexicon):
                start, end = match.span(side)
                yield start + cut, end


def _short(
    text: str, found: Iterable[Span], lexicon: Lexicon, proven: Mapping[str, str]
) -> Iterator[Span]:
    """Uses of the first word of an organisation's name, where the name ends in a general word."""
    for span in [s for s in found if s.type == ORGANISATION and s.evidence == SUFFIX]:
        first, *rest = text[span.start : span.end].split()
        if not rest or len(rest) > 2 or rest[-1] not in _BODIES or len(first) < 4:
            continue
        if first in _NO_PLACE | _GIVEN | _BODIES | proven.keys() or _is_place(first, lexicon):
            continue
        for use in re.finditer(rf"(?<![\w’'-]){re.escape(first)}(?![\w-]| [A-Z])", text):
            yield Span(*use.span(), ORGANISATION, None, GLOSS)
