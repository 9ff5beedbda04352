"""Every listed surface in one automaton, and what follows from the list.

In: a gazetteer. Out: one Aho–Corasick automaton over names in both scripts and offices, family
names that belong to one person only, and given names. Overlapping matches are asked for, so that
the name inside a longer one is seen without a second pass; the choice is made later, in `spans`.

Names learned from the input, as one automaton beside that of the list. In: surfaces with their
types. Out: `Surfaces`, which are searched like the lexicon. One automaton, so that a thousand
learned names cost one pass and not a thousand.

What can be told from a name in Latin letters by its shape: slug, family name, Chinese order. In:
names. Out: values. `Han Zheng` has its family name first, `Joe Biden` last; pinyin syllables tell
the two apart when no list does.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from compare.model import PERSON, PLACE, ROLE, Entity
from compare.options import Options
from compare.reading.base.spans import FAMILY, GAZETTEER, NAME_LIST, PLACES, ROLE_WORD
from compare.reading.base.vocabulary import (
    DOTS,
    LETTERS,
    LOCAL_ORGANS,
    ORGANISATION_HEADS,
    ORGANS,
    ROLES,
)
from compare.resources.words import either, word_set

if TYPE_CHECKING:
    import ahocorasick_rs

    from compare.resources.gazetteer import Gazetteer


_INITIAL = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
_FINAL = (
    "(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|"
    "a|e|i|o|u)"
)
_SYLLABLES = re.compile(f"(?:{_INITIAL}{_FINAL}){{1,3}}$")
_SYLLABLE = re.compile(f"{_INITIAL}{_FINAL}$")
_BEHIND = word_set("en", "abbreviations", "behind")
_SUFFIXES = _BEHIND | {f"{word}." for word in _BEHIND} | {"II", "III", "IV"}
_SURNAMES = word_set("zh", "names", "surnames_latin")


def plain(text: str) -> str:
    """Without accents and with straight apostrophes."""
    spread = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in spread if not unicodedata.combining(c))


def slug(name: str) -> str:
    """Lower-case ASCII words joined by hyphens; empty when nothing is left."""
    return re.sub(r"[^a-z0-9]+", "-", plain(name).lower().replace("'", "")).strip("-")


@lru_cache(maxsize=4096)
def is_chinese_order(name: str) -> bool:
    """True for two or three words of pinyin that begin with a common surname (Han Zheng)."""
    words = [part for word in plain(name).lower().split() for part in word.split("-")]
    if len(words) not in (2, 3) or words[0] not in _SURNAMES:
        return False
    if len(words) == 2:
        return _SYLLABLES.match(words[1]) is not None
    return all(_SYLLABLE.match(word) for word in words[1:])


def family(name: str) -> str:
    """The family name of a full name; the whole of a single word."""
    words = [word for word in name.split() if word not in _SUFFIXES]
    if not words:
        return name
    if is_chinese_order(name):
        return words[0]
    return words[-1]


HEAD = "HEAD"
INTERPUNCT = "·"
_POSSESSIVE = re.compile(rf"^(?:{either(word_set('en', 'names', 'possessives'))})[’']s ")
_TO_INTERPUNCT = str.maketrans(dict.fromkeys(DOTS, INTERPUNCT))
_SOURCES = {"geo": PLACES, "names": NAME_LIST}


class Entry(NamedTuple):
    """A surface as the automaton finds it."""

    surface: str
    type: str
    entity: str | None
    evidence: str
    latin: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The automaton with its entries (same order), and look-ups by surface.

    `families_zh` and `families_latin` hold last parts of names that only one listed person has;
    `given_zh` and `given_latin` first parts; `given_of` all words of a person's Latin names.
    """

    automaton: ahocorasick_rs.AhoCorasick
    entries: tuple[Entry, ...]
    by_surface: Mapping[str, Entry]
    entities: Mapping[str, Entity]
    families_zh: Mapping[str, str]
    families_latin: Mapping[str, str]
    given_zh: frozenset[str]
    given_latin: frozenset[str]
    given_of: Mapping[str, frozenset[str]]


def plain_dots(surface: str) -> str:
    """`surface` with every dot between name parts made the interpunct."""
    return surface.translate(_TO_INTERPUNCT)


def automaton(surfaces: Iterable[str]) -> ahocorasick_rs.AhoCorasick:
    """An automaton that reports every match, overlapping ones too."""
    import ahocorasick_rs

    return ahocorasick_rs.AhoCorasick(
        list(surfaces),
        matchkind=ahocorasick_rs.MatchKind.Standard,
        store_patterns=False,
    )


@lru_cache(maxsize=4)
def _lexicon(name_list: bool, names_file: str | None) -> Lexicon:
    from compare.resources.gazetteer import gazetteer

    return build(gazetteer(name_list=name_list, names_files=(names_file,) if names_file else ()))


def lexicon(options: Options) -> Lexicon:
    """The lexicon that `options` asks for, built once."""
    return _lexicon(options.name_list, options.names_file)


def build(gazetteer: Gazetteer) -> Lexicon:
    """The lexicon of a gazetteer; offices are added, single hanzi are left to other rules."""
    entries: dict[str, Entry] = {}
    for latin, table in ((False, gazetteer.chinese), (True, gazetteer.latin)):
        for surface, row in table.items():
            shown = surface if latin else plain_dots(surface)
            if len(shown) > 1 and not _is_side(shown) and not _POSSESSIVE.search(shown):
                evidence = _SOURCES.get(row.source, GAZETTEER)
                entries[shown] = Entry(shown, row.type, row.entity, evidence, latin)
                if latin and row.type == ROLE:
                    low = shown.lower()
                    entries.setdefault(low, Entry(low, ROLE, row.entity, evidence, latin))
    people = [entry for entry in entries.values() if entry.type == PERSON]
    families_zh = _families(e for e in people if not e.latin)
    for family, entity in families_zh.items():
        entries.setdefault(family, Entry(family, PERSON, entity, FAMILY, latin=False))
    for role in sorted(ROLES):
        entries.setdefault(role, Entry(role, ROLE, None, ROLE_WORD, latin=False))
    for head in sorted({*ORGANISATION_HEADS, *LOCAL_ORGANS, *ORGANS}):
        entries.setdefault(head, Entry(head, HEAD, None, ROLE_WORD, latin=False))
    rows = tuple(entries.values())
    return Lexicon(
        automaton=automaton(row.surface for row in rows),
        entries=rows,
        by_surface=entries,
        entities=gazetteer.entities,
        families_zh=families_zh,
        families_latin=_latin_families(people, gazetteer.entities),
        given_zh=frozenset(_first(e.surface) for e in people if INTERPUNCT in e.surface),
        given_latin=_latin_given(people, gazetteer.entities),
        given_of=_given_of(people),
    )


def _is_side(surface: str) -> bool:
    """True for 美方 and its like: the country is the first hanzi, which another rule reads."""
    return len(surface) == 2 and surface[0] in LETTERS and surface[1] == "方"


def _first(surface: str) -> str:
    return surface.split(INTERPUNCT, maxsplit=1)[0]


def _only(found: Mapping[str, set[str]]) -> dict[str, str]:
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _families(people: Iterable[Entry]) -> dict[str, str]:
    """Last parts of dotted names that one person only has."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entry in people:
        if INTERPUNCT in entry.surface and entry.entity:
            last = entry.surface.rsplit(INTERPUNCT, 1)[1]
            if len(last) > 1:
                found[last].add(entry.entity)
    return _only(found)


def _latin_families(people: Iterable[Entry], entities: Mapping[str, Entity]) -> dict[str, str]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entry in people:
        if entry.latin and entry.entity and " " in entry.surface:
            entity = entities.get(entry.entity)
            found[(entity and entity.family) or entry.surface.split()[-1]].add(entry.entity)
    return _only(found)


def _latin_given(people: Iterable[Entry], entities: Mapping[str, Entity]) -> frozenset[str]:
    given = set()
    for entry in people:
        words = entry.surface.split()
        if entry.latin and entry.entity and len(words) > 1:
            entity = entities.get(entry.entity)
            if entity is None or entity.family != words[0]:
                given.add(words[0])
    return frozenset(given)


def _given_of(people: Iterable[Entry]) -> dict[str, frozenset[str]]:
    words: defaultdict[str, set[str]] = defaultdict(set)
    for entry in people:
        if entry.latin and entry.entity and " " in entry.surface:
            words[entry.entity].update(plain(entry.surface).split())
    return {entity: frozenset(found) for entity, found in words.items()}


def is_country(entry: Entry) -> bool:
    """True for a listed country or territory."""
    return entry.type == PLACE and (entry.entity or "").startswith("cc:")


def organ_entity(lexicon: Lexicon, country: str, key: str) -> str:
    """The id of a country's organ: the listed one when its full Chinese name is listed."""
    entity = lexicon.entities.get(country)
    name = entity.names.get("zh-Hans", "") if entity is not None else ""
    for organ, its_key in ORGANS.items():
        entry = lexicon.by_surface.get(name + organ) if its_key == key and name else None
        if entry is not None and entry.entity:
            return entry.entity
    return f"org:{country.partition(':')[2].lower()}-{key}"


@dataclass(frozen=True, slots=True)
class Surfaces:
    """Learned surfaces: the automaton, its entries in the same order, and the family names."""

    automaton: ahocorasick_rs.AhoCorasick
    entries: tuple[Entry, ...]
    families: frozenset[str]


def surfaces(entries: Iterable[Entry]) -> Surfaces:
    """The automaton over `entries`."""
    rows = tuple(entries)
    families = frozenset(row.surface for row in rows if row.evidence == FAMILY)
    return Surfaces(automaton(row.surface for row in rows), rows, families)
