"""The first pass: what the input itself teaches about names.

In: all articles of a run. Out: `Learned`: glosses, full names behind family names, Latin names with
the days on which they stand. One author spells a name out, ten write the family name alone; one
outlet glosses a name, the others do not. Both are learned once and used everywhere, marked as
foreign where they come from another article.

Spellings of one Latin name: Volodymyr Zelensky, Volodymyr Zelenskyy, Vladimir Zelenski. In: names.
Out: variant -> the spelling that stands for it. Names are compared only when they share their first
or their last word, so that the number of comparisons stays small and brothers apart.

Chinese names without gloss or list, matched by sound to Latin names of the same days. In: unknown
Chinese names and Latin names, each with the articles that hold them, and the days of the articles.
Out: name -> Latin name. Only names that stand within a few days of each other are compared, all of
a window together, since they rule one another out; a match is a soft edge, and its evidence says
so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from compare.model import ORGANISATION, PERSON, PLACE, Document, Gloss, Name, NameBlock
from compare.options import Options
from compare.reading.base.lexicon import (
    Entry,
    Lexicon,
    Surfaces,
    family,
    lexicon,
    plain,
    slug,
    surfaces,
)
from compare.reading.base.spans import FAMILY, GLOSS, SURNAMED
from compare.reading.blocks import reread
from compare.reading.zh.foreign import last_part, with_interpuncts

SOUND = "transliteration"


def by_sound(
    chinese: Mapping[str, Set[str]],
    latin: Mapping[str, Set[str]],
    days: Mapping[str, date | None],
    options: Options,
) -> dict[str, str]:
    """Accepted matches; `days` maps an article to its day (None is near to every day)."""
    from compare.reading.names.links import matches

    if not chinese or not latin:
        return {}
    windows: defaultdict[frozenset[date | None], list[str]] = defaultdict(list)
    for name, articles in chinese.items():
        windows[frozenset(days[article] for article in articles)].append(name)
    seen = {name: {days[article] for article in articles} for name, articles in latin.items()}
    found: dict[str, str] = {}
    for window, names in sorted(windows.items(), key=lambda item: sorted(item[1])):
        near = sorted(n for n, when in seen.items() if _near(window, when, options.name_days))
        for name, match in matches(sorted(names), near, options).items():
            if match is not None:
                found[name] = match.name
    return found


def _near(window: Set[date | None], when: Set[date | None], most: int) -> bool:
    return any(a is None or b is None or abs((a - b).days) <= most for a in window for b in when)


def merged_spellings(names: Sequence[str], options: Options) -> dict[str, str]:
    """Maps each variant to the first of its kin in `names` (sorted); others are left out."""
    # by given name the family names that came with it, and the reverse, each with the whole name
    by_first: defaultdict[str, dict[str, str]] = defaultdict(dict)
    by_last: defaultdict[str, dict[str, str]] = defaultdict(dict)
    chosen: dict[str, str] = {}
    for name in names:
        first, last = _ends(name)
        kin = _alike(last, by_first[first], options) or _alike(first, by_last[last], options)
        if kin is None:
            by_first[first].setdefault(last, name)
            by_last[last].setdefault(first, name)
        else:
            chosen[name] = kin
    return chosen


def _ends(name: str) -> tuple[str, str]:
    """Given and family name, plain."""
    last = family(name)
    rest = [word for word in name.split() if word != last]
    return plain(rest[0]).lower() if rest else "", plain(last).lower()


def _alike(word: str, others: Mapping[str, str], options: Options) -> str | None:
    """The name of the first of `others` that is the word, or a long one spelled nearly so."""
    from rapidfuzz import fuzz, process

    least, same = options.spelling_least, options.spelling_same
    if len(word) < least:
        return others.get(word)
    near = process.extract_iter(word, others.keys(), scorer=fuzz.ratio, score_cutoff=same)
    return next((others[o] for o, *_ in near if o == word or len(o) >= least), None)


_PREFIX = {PERSON: "per", PLACE: "loc", ORGANISATION: "org"}


@dataclass(frozen=True, slots=True)
class Known:
    """A learned surface: its entity, the rule, and the articles that teach it."""

    entity: str
    type: str
    evidence: str
    articles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Learned:
    """What a first pass over the input learned.

    `glosses` maps a Simplified surface to its Latin name; `full_names` a family name (either
    script) to the one full name that bears it; `latin` a Latin full name to the days on which it
    stands (None for undated articles); `known` a surface to its identity; `spellings` a Latin name
    to the spelling that stands for its variants.
    """

    glosses: Mapping[str, str] = field(default_factory=dict)
    full_names: Mapping[str, str] = field(default_factory=dict)
    latin: Mapping[str, tuple[date | None, ...]] = field(default_factory=dict)
    known: Mapping[str, Known] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)
    surfaces: Surfaces = field(default_factory=lambda: surfaces(()), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class _Found:
    """Names by the articles that hold them."""

    glosses: dict[Gloss, set[str]]
    dotted: dict[str, set[str]]
    unknown: dict[str, set[str]]
    latin: dict[str, set[str]]


def learn(documents: Sequence[Document], options: Options = Options()) -> Learned:
    """What articles teach; their order does not matter."""
    lex = lexicon(options)
    found = _Found(defaultdict(set), defaultdict(set), defaultdict(set), defaultdict(set))
    for document in documents:
        for block in document.blocks:
            _collect(block, document.article.id, found)
    days = {document.article.id: document.article.day for document in documents}
    spellings = merged_spellings(sorted(found.latin), options)
    known = _known(found, lex)
    if found.latin:
        _collect_unknown(documents, known, lex, found, options)
        for name, latin_name in by_sound(found.unknown, found.latin, days, options).items():
            entity = latin_entity(spellings.get(latin_name, latin_name), lex)
            if _has_chinese_name(entity, lex):
                continue  # the list would have known the name
            known[name] = Known(entity, PERSON, SOUND, frozenset(found.latin[latin_name]))
    known.update(_family_identities(known))
    latin: defaultdict[str, set[date | None]] = defaultdict(set)
    for name, where in found.latin.items():
        latin[spellings.get(name, name)].update(days[article] for article in where)
    return Learned(
        glosses={g.chinese: g.latin for g in sorted(found.glosses)},
        full_names=_full_names(found),
        latin={name: _sorted(seen) for name, seen in sorted(latin.items())},
        known=known,
        spellings=spellings,
        surfaces=surfaces(_entries(known, found, lex)),
    )


def _sorted(days: Iterable[date | None]) -> tuple[date | None, ...]:
    return tuple(sorted(days, key=lambda day: (day is not None, day or date.min)))


def _collect(block: NameBlock, article: str, found: _Found) -> None:
    for gloss in block.glosses:
        found.glosses[gloss].add(article)
    for name in block.dotted:
        found.dotted[name].add(article)
    for one in () if block.chinese else block.names:
        if one.type == PERSON and " " in one.surface:
            found.latin[one.surface].add(article)


def _known(found: _Found, lex: Lexicon) -> dict[str, Known]:
    """Identity of glossed names, then of full names."""
    known: dict[str, Known] = {}
    for gloss, where in sorted(found.glosses.items()):
        entity = gloss_entity(gloss, lex)
        known.setdefault(gloss.chinese, Known(entity, gloss.type, GLOSS, frozenset(where)))
    for name, where in sorted(found.dotted.items()):
        entry = lex.by_surface.get(name)
        entity = entry.entity if entry is not None and entry.entity else f"per:zh:{name}"
        known.setdefault(name, Known(entity, PERSON, "full name", frozenset(where)))
    return known


def _family_identities(known: Mapping[str, Known]) -> dict[str, Known]:
    """Last parts that only one learned person has."""
    bearers: defaultdict[str, list[Known]] = defaultdict(list)
    for name, one in known.items():
        last = last_part(name)
        if one.type == PERSON and last != name and len(last) > 1:
            bearers[last].append(one)
    families = {}
    for last, ones in bearers.items():
        if len({one.entity for one in ones}) == 1 and last not in known:
            articles = frozenset().union(*(one.articles for one in ones))
            families[last] = Known(ones[0].entity, PERSON, FAMILY, articles)
    return families


def gloss_entity(gloss: Gloss, lex: Lexicon) -> str:
    """The listed entity of either form, else an id made of the Latin form."""
    for surface in (gloss.latin, gloss.chinese):
        entry = lex.by_surface.get(surface)
        if entry is not None and entry.entity and entry.type == gloss.type:
            return entry.entity
    if gloss.type == PERSON:
        return latin_entity(gloss.latin, lex)
    return f"{_PREFIX[gloss.type]}:{slug(gloss.latin)}"


def latin_entity(name: str, lex: Lexicon) -> str:
    """The listed person of a Latin name, else an id made of it."""
    entry = lex.by_surface.get(name)
    if entry is not None and entry.entity and entry.type == PERSON:
        return entry.entity
    return lex.families_latin.get(name) or f"per:{slug(name)}"


def _collect_unknown(
    documents: Iterable[Document],
    known: Mapping[str, Known],
    lex: Lexicon,
    found: _Found,
    options: Options,
) -> None:
    """Persons of the Chinese texts whom neither a gloss nor the list identifies."""
    learned = surfaces(_entries(known, found, lex))
    for document in documents:
        for block in reread(document, lex, learned, options):
            for one in block.names if block.chinese else ():
                name = with_interpuncts(one.surface)
                held = known.get(name)
                identified = held is not None and not held.entity.startswith("per:zh:")
                if _is_unknown(one, name, lex) and not identified:
                    found.unknown[name].add(document.article.id)


def _has_chinese_name(entity: str, lex: Lexicon) -> bool:
    return entity in lex.entities and "zh-Hans" in lex.entities[entity].names


def _is_unknown(span: Name, name: str, lex: Lexicon) -> bool:
    """True for a person in hanzi whom no rule has identified."""
    return (
        span.type == PERSON
        and span.entity is None
        and span.evidence != SURNAMED
        and not name.isascii()
        and name not in lex.by_surface
    )


def _full_names(found: _Found) -> dict[str, str]:
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for name in found.dotted:
        bearers[last_part(name)].add(name)
    for name in found.latin:
        bearers[family(name)].add(name)
    return {last: min(names) for last, names in sorted(bearers.items()) if len(names) == 1}


def _entries(known: Mapping[str, Known], found: _Found, lex: Lexicon) -> Iterator[Entry]:
    """Learned surfaces to search for: those that the list does not have. A Latin form that stands
    in brackets is searched for too.
    """
    for surface, one in sorted(known.items()):
        if surface not in lex.by_surface and one.evidence in (GLOSS, FAMILY):
            yield Entry(surface, one.type, one.entity, one.evidence, latin=False)
    for gloss in sorted(found.glosses):
        one = known[gloss.chinese]
        if gloss.latin not in lex.by_surface:
            yield Entry(gloss.latin, gloss.type, one.entity, GLOSS, latin=True)
