"""Organisations and places by their last word: 清华大学, 法国外交部, 肥乡区.

In: words of a text, where such last words (heads) stand, and spans of listed places. Out: spans.
A head alone names nothing; it needs a proper name in front of it. A country with a general head
(美国公司) is no name either, a country with an organ of state (法国外交部) is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress, count

from compare.model import ORGANISATION, PLACE
from compare.reading.base.lexicon import Lexicon, organ_entity
from compare.reading.base.spans import BARE_ORGAN, GAZETTEER, HEADED, ORGAN, SUFFIX, Span
from compare.reading.base.vocabulary import (
    BEHIND_PERSON,
    GENERAL_HEADS,
    LOCAL_ORGANS,
    NOT_NAMES,
    ORGANISATION_INSIDE,
    ORGANISATION_STARTS,
    ORGANS,
    ORGANS_ALONE,
    PLACE_HEADS,
)
from compare.reading.zh.tokens import Tokens
from compare.resources.words import either, word_set

_PROPER = ("ns", "nr", "nz", "nt")
_INSIDE = ("n", "j", "v", "b", "e")
_REACH = 6
_COMPANIES = ("有限公司", "有限责任公司")
_LONGEST = 12  # words of a registered name
_NOMINAL = frozenset("nabjl")
_SHORT = 2
_PLAIN = frozenset({"n", "a", "an", "vn", "i", "nt"})
_DATELINE = re.compile(
    rf"(?:^|[【（(\n])([\u4e00-\u9fff]{{1,6}}?(?:{either(word_set('zh', 'names', 'agency_ends'))}))"
    r"(?=(?:记者)?[^\n，。：]{0,18}?(?:电[）)】]?|讯[）)】]|报道|报导)(?:[）)】\s（(]|$))"
)
_PLACE_HEAD = re.compile(either(word_set("zh", "names", "place_classes")))
_DISTRICTS, _GOES_ON = (word_set("zh", "names", key) for key in ("districts", "organ_goes_on"))


def organs(
    tokens: Tokens, lexicon: Lexicon, places: Mapping[int, Span], heads: Iterable[tuple[int, int]]
) -> Iterator[Span]:
    """An organ of state right behind a country; `places` maps the end of a country to its span."""
    for start, end in heads:
        key = ORGANS.get(tokens.text[start:end])
        country = places.get(start)
        if key and country is not None and country.entity and not _goes_on(tokens.text, end):
            entity = organ_entity(lexicon, country.entity, key)
            yield Span(country.start, end, ORGANISATION, entity, ORGAN)


def bare_organs(
    tokens: Tokens, found: Sequence[Span], heads: Iterable[tuple[int, int]]
) -> Iterator[Span]:
    """An organ without its country (外交部发言人); whose it is the article tells later."""
    taken = {
        place for s in found if s.type == ORGANISATION for place in range(s.start, s.end - 1)
    } - {s.end for s in found if s.type == PLACE}
    for start, end in heads:
        organ = tokens.text[start:end]
        if organ not in ORGANS_ALONE or start in taken or _goes_on(tokens.text, end):
            continue
        if start in tokens.index and end in tokens.index:
            yield Span(start, end, ORGANISATION, None, BARE_ORGAN)


def _goes_on(text: str, end: int) -> bool:
    """True when the word is longer than the organ (外交部|长, 国会|山)."""
    return text[end : end + 1] in _GOES_ON


def headed(
    tokens: Tokens,
    places: Mapping[int, Span],
    found: Sequence[Span],
    heads: Iterable[tuple[int, int]],
) -> Iterator[Span]:
    """Organisations that end in a head and begin with a proper name, where none is `found` yet.
    `places` maps the end of a place to its span.
    """
    bodies = [s for s in found if s.type == ORGANISATION and s.evidence != BARE_ORGAN]
    named = {s.end for s in bodies}
    places = {**{s.end: s for s in bodies if s.end - s.start > _SHORT}, **places}
    for start, end in heads:
        organ = tokens.text[start:end] in LOCAL_ORGANS
        if end in named or _goes_on(tokens.text, end) or not (organ or end in tokens.index):
            continue
        company = tokens.text.endswith(_COMPANIES, 0, end)
        begin = _company(tokens, end) if company else _begin(tokens, places, start)
        if begin is None:
            if organ:
                yield Span(start, end, ORGANISATION, None, SUFFIX)
            continue
        place = places.get(start)
        alone = place is not None and (place.entity or "")[:3] == "cc:"
        if alone and tokens.text[start:end] in GENERAL_HEADS:
            continue
        yield Span(begin, end, ORGANISATION, None, HEADED)


def _company(tokens: Tokens, end: int) -> int | None:
    """Where the registered name in front of 有限公司 begins: it is given in full, so at its first
    proper name, or else at the first of the nouns that lead to it.
    """
    begin, proper, last = None, None, tokens.index[end] - 1
    for at in range(last - 1, max(-1, last - _LONGEST), -1):
        word, tag = tokens.words[at], tokens.tags[at]
        if tag in ("m", "q") and proper is None:
            return None  # 一家贸易有限公司
        inside = tag[0] in _NOMINAL or tag == "vn" or word in ORGANISATION_INSIDE
        if not inside or word in BEHIND_PERSON or word in NOT_NAMES:
            break
        begin = tokens.starts[at]
        proper = begin if tag[:2] in _PROPER else proper
    return begin if proper is None else proper


def _begin(tokens: Tokens, places: Mapping[int, Span], start: int) -> int | None:
    """Where the proper name in front of a head begins: a listed place, or a word of its class."""
    if (place := places.get(start)) is not None:
        return place.start
    position = tokens.covering(start)
    found, verb = None, False
    if tokens.starts[position] < start:
        if tokens.tags[position][:2] not in _PROPER:
            return None
        place = places.get(tokens.starts[position])  # 高雄|长庚医院
        return place.start if place is not None else tokens.starts[position]
    for at in range(position - 1, max(-1, position - 1 - _REACH), -1):
        place = places.get(tokens.end(at))
        if place is not None and not verb:
            return min(place.start, tokens.starts[at])
        word, tag = tokens.words[at], tokens.tags[at]
        proper = tag[:2] in _PROPER and len(word) > 1 and word not in NOT_NAMES
        if (proper and not verb) or word in ORGANISATION_STARTS or word in ORGANS:
            found = tokens.starts[at]
        elif word[0] == "第" and len(word) > 1:
            continue
        elif word in NOT_NAMES or word in BEHIND_PERSON or tag[0] not in _INSIDE:
            break
        verb = verb or (tag == "v" and word not in ORGANISATION_INSIDE)
    return found


def credit_lines(text: str) -> Iterator[Span]:
    """The agency at the head of a report: 某某社某地7月3日电, 【某某报2023年09月19日讯】."""
    for match in _DATELINE.finditer(text):
        yield Span(*match.span(1), ORGANISATION, None, SUFFIX)


def placed(tokens: Tokens, lexicon: Lexicon, places: Mapping[int, Span]) -> Iterator[Span]:
    """Places with their class word: a listed name and 省 (河北|省), one word (邯郸市), and what
    follows a place and ends in such a word (邯郸市|肥乡|区).
    """
    words, tags = tokens.words, tokens.tags
    known = dict(places)
    for position in compress(count(), map(PLACE_HEADS.__contains__, words)):
        begin = _begin_of_place(tokens, position, places)
        if begin is not None:
            yield Span(begin, tokens.end(position), PLACE, None, SUFFIX)
    for match in _PLACE_HEAD.finditer(tokens.text):
        end = match.end()
        if end not in tokens.index:
            continue
        position = tokens.index[end] - 1
        word, start = words[position], tokens.starts[position]
        span = None
        if len(word) > 2 and (tags[position] == "ns" or _entity(lexicon, word[:-1])):
            entity = _entity(lexicon, word[:-1])
            span = Span(start, end, PLACE, entity, GAZETTEER if entity else SUFFIX)
        elif len(word) == 1 and start in places:
            place = places[start]
            entity = place.entity if word in _DISTRICTS else None
            span = Span(place.start, end, PLACE, entity, GAZETTEER)
        elif len(word) == 1 and position and _may_be_place(tokens, position - 1, known):
            begin = tokens.starts[position - 1]
            span = Span(begin, end, PLACE, _entity(lexicon, words[position - 1]), SUFFIX)
        if span is not None:
            known[end] = span
            yield span


def _begin_of_place(tokens: Tokens, position: int, places: Mapping[int, Span]) -> int | None:
    """Where the proper name in front of 机场, 国家公园 and the like begins."""
    if position == 0:
        return None
    place = places.get(tokens.starts[position])
    if place is not None:
        return None if (place.entity or "")[:3] == "cc:" else place.start
    word, tag = tokens.words[position - 1], tokens.tags[position - 1]
    if tag[:2] in ("ns", "nr", "nz") and len(word) > 1 and word not in NOT_NAMES:
        return tokens.starts[position - 1]
    return None


def _may_be_place(tokens: Tokens, position: int, known: Mapping[int, Span]) -> bool:
    word, tag = tokens.words[position], tokens.tags[position]
    if not 1 < len(word) < 6 or word in NOT_NAMES:
        return False
    return tag[:2] in ("ns", "nr", "nz") or (tokens.starts[position] in known and tag in _PLAIN)


def _entity(lexicon: Lexicon, surface: str) -> str | None:
    entry = lexicon.by_surface.get(surface)
    return entry.entity if entry is not None and entry.type == PLACE else None
