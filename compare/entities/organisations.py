"""Organisations and places by their last word: 清华大学, 法国外交部, 肥乡区.

In: words of a text, where such last words (heads) stand, and spans of listed places. Out: spans.
A head alone names nothing; it needs a proper name in front of it. A country with a general head
(美国公司) is no name either, a country with an organ of state (法国外交部) is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from compare.entities.lexicon import Lexicon
from compare.entities.spans import BARE_ORGAN, GAZETTEER, ORGAN, SUFFIX, Span
from compare.entities.tokens import Tokens
from compare.entities.vocabulary import NOT_NAMES, ORGANS, ORGANS_ALONE
from compare.model import ORGANISATION, PLACE

_PROPER = ("ns", "nr", "nz", "nt")
_INSIDE = ("n", "j", "v", "b", "e")
_REACH = 4
_PLACE_HEAD = re.compile("[区县镇乡村州岛礁省市]")


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
    taken = {place for s in found if s.type == ORGANISATION for place in range(s.start, s.end)}
    for start, end in heads:
        organ = tokens.text[start:end]
        if organ not in ORGANS_ALONE or start in taken or _goes_on(tokens.text, end):
            continue
        if start in tokens.index:
            yield Span(start, end, ORGANISATION, None, BARE_ORGAN)


def organ_entity(lexicon: Lexicon, country: str, key: str) -> str:
    """The id of a country's organ: the listed one when its full Chinese name is listed."""
    entity = lexicon.entities.get(country)
    name = entity.names.get("zh-Hans", "") if entity is not None else ""
    for organ, its_key in ORGANS.items():
        entry = lexicon.by_surface.get(name + organ) if its_key == key and name else None
        if entry is not None and entry.entity:
            return entry.entity
    return f"org:{country.partition(':')[2].lower()}-{key}"


def _goes_on(text: str, end: int) -> bool:
    """True when the word is longer than the organ (外交部|长, 国会|山)."""
    return text[end : end + 1] in {"长", "山", "议", "众", "参", "员"}


def headed(
    tokens: Tokens, countries: Mapping[int, Span], heads: Iterable[tuple[int, int]]
) -> Iterator[Span]:
    """Organisations that end in a head and begin with a proper name."""
    for start, end in heads:
        if _goes_on(tokens.text, end) or end not in tokens.index:
            continue
        begin = _begin(tokens, start)
        if begin is None or (start in countries and countries[start].start == begin):
            continue
        yield Span(begin, end, ORGANISATION, None, SUFFIX)


def _begin(tokens: Tokens, start: int) -> int | None:
    """Where the proper name in front of a head begins."""
    position = tokens.covering(start)
    if tokens.starts[position] < start and tokens.tags[position][:2] in ("nt", "nz", "ns"):
        return tokens.starts[position]
    if tokens.starts[position] != start:
        return None
    found = None
    for at in range(position - 1, max(-1, position - 1 - _REACH), -1):
        word, tag = tokens.words[at], tokens.tags[at]
        if word in NOT_NAMES or not (tag[0] in _INSIDE and (tag[0] != "v" or tag == "vn")):
            break
        if tag[:2] in _PROPER and len(word) > 1:
            found = tokens.starts[at]
    return found


def placed(tokens: Tokens, lexicon: Lexicon, places: Mapping[int, Span]) -> Iterator[Span]:
    """Places with their class word: a listed name and 省 (河北|省), one word (邯郸市), and what
    follows a place and ends in such a word (邯郸市|肥乡|区).
    """
    words, tags = tokens.words, tokens.tags
    known = dict(places)
    for match in _PLACE_HEAD.finditer(tokens.text):
        end = match.end()
        if end not in tokens.index:
            continue
        position = tokens.index[end] - 1
        word, start = words[position], tokens.starts[position]
        span = None
        if len(word) > 2 and tags[position] == "ns":
            span = Span(start, end, PLACE, _entity(lexicon, word[:-1]), SUFFIX)
        elif len(word) == 1 and start in places:
            place = places[start]
            span = Span(place.start, end, PLACE, place.entity, GAZETTEER)
        elif len(word) == 1 and position and _may_be_place(tokens, position - 1, known):
            begin = tokens.starts[position - 1]
            span = Span(begin, end, PLACE, _entity(lexicon, words[position - 1]), SUFFIX)
        if span is not None:
            known[end] = span
            yield span


def _may_be_place(tokens: Tokens, position: int, known: Mapping[int, Span]) -> bool:
    word, tag = tokens.words[position], tokens.tags[position]
    if not 1 < len(word) < 6 or word in NOT_NAMES:
        return False
    return tag[:2] in ("ns", "nr", "nz") or (tokens.starts[position] in known and tag == "n")


def _entity(lexicon: Lexicon, surface: str) -> str | None:
    entry = lexicon.by_surface.get(surface)
    return entry.entity if entry is not None and entry.type == PLACE else None
