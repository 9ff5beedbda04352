"""Predicates of news: words for what happened, what is so and what is measured, by class.

In: data/predicates.toml and, if there is one, a file of the user's of the same form; then a text,
Chinese in Simplified characters (fold it first). Out: classes with those that deny them or tell the
same from the other side, and where their words stand in the text, in which form. So an English
`was acquitted` and a Chinese 罪名不成立 meet in one class, and both are known to deny `convicted`.

English verbs are listed in the base form and inflected here, so that the file stays readable. One
automaton finds all words of a language in one pass; of words that overlap the first and longest
counts. Negation is left to who asks, but for words that are one with it (不准交保).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from compare.errors import UnreadableFile
from compare.resources.words import either, read_toml

if TYPE_CHECKING:
    import ahocorasick_rs

EVENT, STATE, MEASURE = "event", "state", "measure"
STATEMENT = "official_text"  # the class of whose readout it is, told by who says what
ACTIVE, PASSIVE, NOUN = "active", "passive", "noun"
_VERB, _PARTICIPLE, _ADJECTIVE = "verb", "participle", "adjective"
_ROLES = {"n:": NOUN, "a:": _ADJECTIVE, "p:": PASSIVE}
_GRAMMAR = "grammar"

Roles = frozenset[str]
Senses = tuple[tuple[str, Roles], ...]


@dataclass(frozen=True, slots=True)
class Predicate:
    """One class. `label` names it in `en`, `zh-Hans` and `zh-Hant`; `converse` is "" for none.
    `weak` is one that says little beside another (rise beside deaths, be held beside a meeting);
    `mutual` one whose parties stand on one level (meet), `falls` one that fewer are as time goes by
    (missing, in hospital).
    """

    id: str
    kind: str
    opposites: frozenset[str]
    converse: str
    label: Mapping[str, str]
    weak: bool = False
    falls: bool = False
    mutual: bool = False


class Hit(NamedTuple):
    """A word at `start`..`end` of a text; a word of two classes gives two hits."""

    start: int
    end: int
    predicate: str
    form: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language: surfaces in the order of the automaton, each with its classes, which
    are none for a longer word that only contains one. Words in letters overlap in the spaces
    around them.
    """

    automaton: ahocorasick_rs.AhoCorasick
    surfaces: tuple[str, ...]
    senses: tuple[Senses, ...]
    overlapping: bool
    prepare: Callable[[str], str]
    form_of: Callable[[str], Callable[[int, int, Roles], str]]

    def find(self, text: str) -> list[Hit]:
        """The words in a text, in order, as offsets into it."""
        prepared = self.prepare(text)
        found = self.automaton.find_matches_as_indexes(prepared, overlapping=self.overlapping)
        spans = sorted((start, -len(self.surfaces[index]), index) for index, start, _ in found)
        form, done, hits = self.form_of(text), 0, []
        for start, minus, index in spans:
            end = start - minus
            if start < done or (self.overlapping and _BROKEN.search(text, start, end)):
                continue
            done = end
            for predicate, roles in self.senses[index]:
                hits.append(Hit(start, end, predicate, form(start, end, roles)))
        return hits


def user_file() -> Path:
    """Where the user's own predicates are looked for, in the configuration folder."""
    from platformdirs import user_config_path

    return user_config_path("compare-stories", appauthor=False) / "predicates.toml"


@lru_cache(maxsize=4)
def predicates(extra: Path | None = None) -> Mapping[str, Predicate]:
    """The classes by id, those of `extra` too when it exists; opposites and converses hold in both
    directions. Raises UnreadableFile for another form.
    """
    tables = _tables(extra)[0]
    try:
        return _classes(tables)
    except (AttributeError, KeyError, TypeError) as error:
        raise UnreadableFile(f"not a list of predicates: {error}", file=str(extra)) from error


@lru_cache(maxsize=8)
def patterns(language: str, extra: Path | None = None) -> Lexicon | None:
    """The words of a language; None for one without."""
    make = {"en": _english, "zh": _chinese}.get(language)
    if make is None:
        return None
    tables, grammar = _tables(extra)
    try:
        return make(tables, grammar)
    except (AttributeError, TypeError) as error:
        raise UnreadableFile(f"not a list of predicates: {error}", file=str(extra)) from error


def _tables(extra: Path | None) -> tuple[dict[str, dict[str, Any]], Mapping[str, Any]]:
    """The tables of the classes, the user's words put behind ours, and those of the grammar."""
    data = files("compare.resources").joinpath("data/predicates.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(data)
    grammar = tables.pop(_GRAMMAR)
    if extra is not None and extra.is_file():
        for name, table in read_toml(extra)[1].items():
            if name == _GRAMMAR or not isinstance(table, dict):
                raise UnreadableFile(f"not a class of predicates: {name}", file=str(extra))
            own = tables.get(name, {})
            added = {
                key: sign.join(line for line in (own.get(key), table.get(key)) if line)
                for key, sign in (("en", ", "), ("zh", " "))
            }
            tables[name] = {**own, **table, **added}
    return tables, grammar


def _classes(tables: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Predicate]:
    opposites: dict[str, set[str]] = {name: set() for name in tables}
    converses = {name: str(table.get("converse", "")) for name, table in tables.items()}
    for name, table in tables.items():
        others = table.get("opposite", [])
        for other in [others] if isinstance(others, str) else others:
            opposites[name].add(other)
            opposites[other].add(name)
        if converses[name] and not converses[converses[name]]:
            converses[converses[name]] = name
    return {
        name: Predicate(
            name,
            table["kind"],
            frozenset(opposites[name]),
            converses[name],
            dict(table["label"]),
            weak=table.get("weak", False),
            falls=table.get("falls", False),
            mutual=table.get("mutual", False),
        )
        for name, table in tables.items()
    }


def _built(
    words: Iterable[tuple[str, str, str]], ignored: Iterable[str]
) -> tuple[tuple[str, ...], tuple[Senses, ...]]:
    """Surfaces with their senses, from triples of surface, class and role."""
    found: dict[str, dict[str, set[str]]] = {surface: {} for surface in ignored}
    for surface, name, role in words:
        found.setdefault(surface, {}).setdefault(name, set()).add(role)
    senses = (
        tuple((name, frozenset(roles)) for name, roles in rows.items()) for rows in found.values()
    )
    return tuple(found), tuple(senses)


def _automaton(surfaces: Iterable[str], overlapping: bool) -> ahocorasick_rs.AhoCorasick:
    import ahocorasick_rs

    kinds = ahocorasick_rs.MatchKind
    kind = kinds.Standard if overlapping else kinds.LeftmostLongest
    return ahocorasick_rs.AhoCorasick(list(surfaces), matchkind=kind, store_patterns=False)


def _split(word: str) -> tuple[str, str]:
    """A listed word without its prefix, and the role that this gives."""
    role = _ROLES.get(word[: len("n:")])
    return (word, _VERB) if role is None else (word[len("n:") :].strip(), role)


# Chinese


def _chinese(tables: Mapping[str, Mapping[str, Any]], grammar: Mapping[str, Any]) -> Lexicon:
    words: list[tuple[str, str, str]] = []
    begins = tuple(grammar["begins"].split())
    for name, table in tables.items():
        for word in table.get("zh", "").split():
            surface, role = _split(word)
            if table.get("kind") == MEASURE:
                role = NOUN
            words.append((surface, name, PASSIVE if surface.startswith(begins) else role))
    surfaces, senses = _built(words, grammar["ignored_zh"].split())
    behind = re.compile(
        rf"(?!{either(grammar['passive_not'].split())})(?:{either(grammar['passive'].split())})"
        r"(?=(\w{0,3}))"
    )

    def form_of(text: str) -> Callable[[int, int, Roles], str]:
        passive = {place for m in behind.finditer(text) for place in range(m.end(), m.end(1))}

        def form(start: int, _: int, roles: Roles) -> str:
            if PASSIVE in roles or (NOUN not in roles and start in passive):
                return PASSIVE
            return NOUN if NOUN in roles else ACTIVE

        return form

    automaton = _automaton(surfaces, overlapping=False)
    return Lexicon(automaton, surfaces, senses, overlapping=False, prepare=str, form_of=form_of)


# English

_NOT_LETTERS = re.compile(r"\W")
_BROKEN = re.compile(r"[^\w\s'’\-‑–]")
_BY = re.compile(r"\s+(?:[\w'’-]+\s+)?by\b(?!\s+[^\s\w]?\d)", re.IGNORECASE)
_OWNER = ("'s", "’s", "s'", "s’")
_ONES = ("his", "her", "their", "its", "my", "our", "your")
_SMALL_WORDS = re.compile(r" (?:of|to|on|in|for|at|over|per|from) ")


def _english(tables: Mapping[str, Mapping[str, Any]], grammar: Mapping[str, Any]) -> Lexicon:
    verbs = _Verbs(grammar)
    words = [
        (f" {_plain(form)} ", name, role)
        for name, table in tables.items()
        for listed in table.get("en", "").split(",")
        for word in _with_owners(" ".join(listed.split()))
        for form, role in verbs.forms(*_split(word))
    ]
    ignored = (f" {_plain(word.strip())} " for word in grammar["ignored_en"].split(","))
    padded, senses = _built(words, ignored)
    be, articles = (frozenset(grammar[key].split()) for key in ("be", "before_noun"))

    near_noun, near_participle = int(grammar["noun_within"]), int(grammar["be_within"])

    def after_article(text: str, start: int) -> bool:
        before = _before(text, start, near_noun)
        return any(word in articles or word.endswith(_OWNER) for word in before)

    def form_of(text: str) -> Callable[[int, int, Roles], str]:
        def form(start: int, end: int, roles: Roles) -> str:
            if NOUN in roles and (len(roles) == 1 or after_article(text, start)):
                return NOUN
            told = _PARTICIPLE in roles and (
                not be.isdisjoint(_before(text, start, near_participle)) or _BY.match(text, end)
            )
            return PASSIVE if told or PASSIVE in roles else ACTIVE

        return form

    surfaces = tuple(word[1:-1] for word in padded)
    automaton = _automaton(padded, overlapping=True)
    return Lexicon(
        automaton, surfaces, senses, overlapping=True, prepare=_prepared, form_of=form_of
    )


def _before(text: str, start: int, most: int) -> list[str]:
    """The last words of the clause before a place, in small letters."""
    words: list[str] = []
    for word in reversed(text[:start].lower().rsplit(maxsplit=most)[-most:]):
        if not word[-1].isalnum() and word[-1] not in "'’-":
            break
        words.append(word)
    return words


def _plain(text: str) -> str:
    """A text of the same length, in small letters, all else spaces."""
    low = text.lower()
    if len(low) != len(text):  # İ becomes two
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return _NOT_LETTERS.sub(" ", low)


def _prepared(text: str) -> str:
    """A text whose first letter stands behind a space, so that a word begins where it is found."""
    return f" {_plain(text)} "


def _with_owners(word: str) -> Iterator[str]:
    """`lose one's life` with every possessive."""
    reflexive = word.replace("oneself", "one's self")
    if reflexive == word and "one's" not in word:
        yield word
        return
    for owner in _ONES:
        selves = {"his self": "himself", "its self": "itself", "their self": "themselves"}
        text = reflexive.replace("one's", owner)
        joined = selves.get(f"{owner} self", f"{owner}self")
        yield text.replace(f"{owner} self", joined)


class _Verbs:
    """Forms of English words by rule, but for the verbs of the tables."""

    def __init__(self, grammar: Mapping[str, Any]) -> None:
        rows = (row.split(":") for row in grammar["irregular"].split())
        self._irregular = {base: (past.split("/"), part.split("/")) for base, past, part in rows}
        self._doubled = frozenset(grammar["doubled"].split())
        self._participles = {p for _, parts in self._irregular.values() for p in parts}

    def forms(self, word: str, role: str) -> Iterator[tuple[str, str]]:
        """The forms of a listed word with their roles; none for an empty one."""
        first, _, rest = word.partition(" ")
        if not first:
            return
        if role == NOUN:
            yield from ((form, NOUN) for form in _numbers(word))
        elif role == _ADJECTIVE:
            yield word, _PARTICIPLE if self._is_participle(first) else role
        elif first == "be" or role == PASSIVE:
            given = self._is_participle(rest.partition(" ")[0]) or role == PASSIVE
            for be in ("be", "is", "are", "was", "were", "been", "being") if rest else (first,):
                yield word.replace("be", be, 1), PASSIVE if given else _VERB
        else:
            for form, kind in self._verb(first):
                yield f"{form} {rest}".rstrip(), kind

    def _is_participle(self, word: str) -> bool:
        return word.endswith("ed") or word in self._participles

    def _verb(self, verb: str) -> Iterator[tuple[str, str]]:
        stems = _stems(verb, verb in self._doubled)
        pasts = [_past(stem) for stem in stems]
        past, participle = self._irregular.get(verb, (pasts, pasts))
        yield from ((form, _VERB) for form in (verb, _third(verb), *past))
        yield from ((form, _PARTICIPLE) for form in participle)
        yield from ((_progressive(stem), _VERB) for stem in stems)


_ONE_SYLLABLE = re.compile(r"(?:qu|[^aeiou-])*[aeiou][^aeiouwxy]")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|[^aeiou]o)$")


def _stems(verb: str, doubled: bool) -> list[str]:
    """What the endings hang on: the last letter is doubled (ban), or may be (label)."""
    twice = verb + verb[-1]
    if doubled and verb.endswith("l"):
        return [verb, twice]
    return [twice] if doubled or _ONE_SYLLABLE.fullmatch(verb) else [verb]


def _third(word: str) -> str:
    """`kills`, `carries`; plurals of nouns are made so too."""
    if word.endswith("y") and word[:-1].rstrip("aeiou") == word[:-1]:
        return f"{word[:-1]}ies"
    return f"{word}es" if _SIBILANT.search(word) else f"{word}s"


def _past(stem: str) -> str:
    if stem.endswith("y") and stem[:-1].rstrip("aeiou") == stem[:-1]:
        return f"{stem[:-1]}ied"
    return f"{stem}d" if stem.endswith("e") else f"{stem}ed"


def _progressive(stem: str) -> str:
    if stem.endswith("ie"):
        return f"{stem.removesuffix('ie')}ying"
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) and stem != "be":
        return f"{stem[:-1]}ing"
    return f"{stem}ing"


def _numbers(noun: str) -> Iterator[str]:
    """A noun and its plural, unless it is one, or more follows it."""
    yield noun
    if not noun.endswith("s") and not _SMALL_WORDS.search(noun):
        yield _third(noun)
