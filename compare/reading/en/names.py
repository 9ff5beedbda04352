"""Names in text of Latin script: listed surfaces, capitals, offices.

In: a text, the lexicon, learned surfaces. Out: chosen spans, names inside them, and offices.
Capitals and offices without a model did as well as a small statistical tagger on English news
(recall .90, precision .83) at three hundred times its speed; the list, company (a verb of saying, a
given name) and the family names of the same text bring both up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from compare.model import ORGANISATION, PERSON, PLACE, ROLE
from compare.options import Options
from compare.reading.base.lexicon import (
    Entry,
    Lexicon,
    Surfaces,
    family,
    is_chinese_order,
    organ_entity,
    slug,
)
from compare.reading.base.spans import (
    CAPITALS,
    FAMILY,
    GLOSS,
    ORGAN,
    PLACES,
    STRANGER,
    SUFFIX,
    TITLE,
    NamesFound,
    Span,
    choose,
    longest,
)
from compare.reading.base.vocabulary import titles
from compare.reading.en.context import around, datelines
from compare.reading.en.namesakes import ALONE, namesake
from compare.resources.cues import cues
from compare.resources.words import either, listed, word_set
from compare.resources.words import words as words_of


def _names(key: str) -> frozenset[str]:
    return word_set("en", "names", key)


_SHORT_TITLES = titles("en")
_TITLE_HEADS = _names("title_heads") | _SHORT_TITLES | {f"{title}." for title in _SHORT_TITLES}
_TITLE_PARTS = _names("title_parts")
_CALLINGS = _names("callings")
_SUFFIXES = word_set("en", "abbreviations", "behind")
_LOWER_TITLES = _names("lower_titles")
_BODIES = _names("organisation_words")
_PLACES, _PLACE_STARTS = _names("place_words"), _names("place_starts")
_COMMON, PARTICLES, _GIVEN = _names("common"), _names("particles"), _names("given")
_BEHIND_PERSON = _names("behind_person") | cues().english.keys()
_ORGANS: dict[str, str] = words_of("en")["organs"]

_CAPITAL = (
    r"(?:(?:[A-Z]\.){2,}|[A-ZÀ-ÞŠŽĐĆČ](?:[\w]|[’'\-](?=[^\W\d_]{2}|[A-ZÀ-Þ]))*(?<![’'\-])\.?)"
)
_PARTICLE = f"(?:{either(PARTICLES)})"
_RUN = re.compile(rf"\b{_CAPITAL}(?: (?:{_PARTICLE} ){{0,2}}{_CAPITAL})*")
_ABBREVIATED = re.compile(rf"^(?:[A-Z]\.)+$|^(?:{either(_SHORT_TITLES | _SUFFIXES | {'St'})})\.$")
_OF_OFFICE = re.compile(rf" (?:of|for) (?:the )?(?:{either(_names('offices_of'))})")
_BODY_OF = re.compile(
    rf"\b(?:(?:[A-Z][\w’'-]+ ){{0,3}})(?:{either(_names('bodies_of'))}) (?:of|for|on) "
    r"(?:the )?[A-Z][\w-]+(?: (?:of )?[A-Z][\w-]+){0,4}"
)
_PREPOSITION = re.compile(rf"\b(?:{either(_names('place_prepositions'))}),? $")
_WORD_BEFORE = re.compile(r"([A-Za-z.’'\-]+),? $")
_SAYING_AFTER = re.compile(r"(?:,? (\w+)|, (?:\d\d),)")


class Run(NamedTuple):
    """A run of capitals: its words with offsets."""

    words: tuple[tuple[int, int, str], ...]


def read(
    text: str, lexicon: Lexicon, surfaces: Surfaces, options: Options, language: str = "en"
) -> NamesFound:
    """The names of a text in Latin script."""
    found, offices = _listed(text, lexicon, surfaces)
    certain = [s for s in found if s.evidence != PLACES]
    found += _bodies(text)
    found += _headed(text)
    found += datelines(text, lexicon)
    found += _acronyms(text, found)
    organs = list(_organs(text, lexicon, certain))
    named = {(s.start, s.end) for s in organs}
    found = [s for s in found if (s.start, s.end) not in named] + organs
    english = language.startswith("en")
    if english:
        found += around(text, found, lexicon)
    covered = choose(found, options.name_per_letter)
    for run in _runs(text, covered):
        found += _classified(text, run, lexicon, offices, english)
    found += _families(text, found, lexicon)
    small = frozenset() if english else _small_words(language.partition("-")[0])
    stands = (s for s in found if text[s.start : s.end].lower() not in small)
    chosen = choose(stands, options.name_per_letter)
    ends: dict[int, int] = {}
    for start, end in offices:
        ends[end] = min(start, ends.get(end, start))
    return NamesFound(chosen, [], longest(ends))


@lru_cache(maxsize=16)
def _small_words(language: str) -> frozenset[str]:
    """Articles, pronouns and their like: Das at the head of a German sentence is no Mr Das."""
    lists = words_of(language).get("grammar", {}).values()
    return frozenset(word for line in lists if isinstance(line, str) for word in listed(line))


def _listed(
    text: str, lexicon: Lexicon, surfaces: Surfaces
) -> tuple[list[Span], list[tuple[int, int]]]:
    """Listed surfaces that stand as whole words, and listed offices."""
    found: list[Span] = []
    offices: list[tuple[int, int]] = []
    for table, automaton in (
        (lexicon.entries, lexicon.automaton),
        (surfaces.entries, surfaces.automaton),
    ):
        for key, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            entry = table[key]
            if not entry.latin or (start and text[start - 1].isalnum()):
                continue
            within = end < len(text) and text[end].isalnum()
            if within and (entry.type == ROLE or not _lost_apostrophe(text, end)):
                continue
            if entry.type == ROLE:
                offices.append((start, end))
            elif entry.type == PERSON and (stranger := namesake(text, start, entry, lexicon)):
                if stranger == ALONE:
                    found.append(Span(start, end, PERSON, None, STRANGER))
            elif entry.type == ORGANISATION and _goes_before(text, start, entry, lexicon):
                continue
            elif entry.evidence != PLACES or _place_stands(text, start, end):
                own = entry.type == PLACE and entry.surface.startswith("The ")  # The Hague
                first = start + 4 * (not own and text.startswith(("the ", "The "), start))
                found.append(Span(first, end + within, entry.type, entry.entity, entry.evidence))
    return found, offices


def _goes_before(text: str, start: int, entry: Entry, lexicon: Lexicon) -> bool:
    """True when a body of one word is the end of a longer name (Port Vale, Henry Ford)."""
    if " " in entry.surface or entry.surface.isupper():
        return False
    before = re.search(r"[^.!?:;,“\"(\n] ([A-Z][a-z]+) $", text[max(0, start - 24) : start])
    if before is None or before[1] in _COMMON | _TITLE_HEADS | _TITLE_PARTS:
        return False
    return before[1] not in lexicon.by_surface


def _lost_apostrophe(text: str, end: int) -> bool:
    """True for the s of a possessive whose apostrophe an aggregator dropped (Chinas VP Han)."""
    return text[end] == "s" and re.match(r"s (?:[A-Z]|[a-z]+)", text[end:]) is not None


def _place_stands(text: str, start: int, end: int) -> bool:
    """A town of the long list needs a preposition or a comma and a further name: many towns are
    called like people.
    """
    if re.match(r", [A-Z]", text[end : end + 3]):
        return True
    before = text[max(0, start - 12) : start]
    return (
        _PREPOSITION.search(before) is not None and re.match(r" [A-Z]", text[end : end + 2]) is None
    )


def _bodies(text: str) -> Iterator[Span]:
    """University of X, Ministry of Y."""
    for match in _BODY_OF.finditer(text):
        start = match.start()
        while (word := text[start : match.end()].split(" ", 1))[0] in _COMMON and len(word) > 1:
            start += len(word[0]) + 1
        yield Span(start, match.end(), ORGANISATION, None, ORGAN)


def _headed(text: str) -> Iterator[Span]:
    """Veldmark Center for Disarmament Studies' like: capitals that end in a head, with the places
    and small words inside.
    """
    for match in _HEADED.finditer(text):
        start = match.start()
        words = match[0].split(" ")
        opens = _OPENS.search(text[max(0, start - 3) : start])
        if opens and words[0].endswith("s") and words[1:2] == ["of"]:
            start += len(words[0]) + 4  # Officers of the Fraud Agency
            words = words[2:]
        while words and words[0] in (_NOT_FIRST if opens else _NEVER_FIRST):
            start += len(words[0]) + 1
            words = words[1:]
        if _inside_title(words) and " of " in match[0]:
            words = match[0].rpartition(" of ")[2].split(" ")  # Inspector Jane Doe of Kent Police
            start = match.end() - len(" ".join(words))
        if len(words) > 1 and not _inside_title(words):
            yield Span(start, match.end(), ORGANISATION, None, SUFFIX)
    for match in _FIRM.finditer(text):
        yield Span(*match.span(), ORGANISATION, None, SUFFIX)


def _inside_title(words: list[str]) -> bool:
    """True when an office stands among the words (Prime Minister Jane Doe Party)."""
    return bool(_TITLE_HEADS.intersection(words[:-1]) - _BODIES)


def _acronyms(text: str, found: list[Span]) -> Iterator[Span]:
    """Short forms that the text itself explains: Pacific Harbour Authority (PHA)."""
    for span in [s for s in found if s.type == ORGANISATION]:
        match = _ACRONYM.match(text, span.end)
        if match is None:
            continue
        name = text[span.start : span.end]
        entity = span.entity or f"org:{slug(name)}"
        for use in re.finditer(rf"\b{re.escape(match[1])}\b", text):
            yield Span(*use.span(), ORGANISATION, entity, GLOSS)


_HEADED = re.compile(
    rf"\b(?:[A-Z][\w-]*(?:(?<=s)[’']|(?<=en)[’']s)? (?:(?:of|for|and|the) ){{0,2}}){{1,6}}"
    rf"(?:{either(_BODIES)})\b(?! of\b)"
)
_FIRM = re.compile(
    rf"\b[A-Z][\w’'-]+(?:(?:,| and| &)? [A-Z][\w’'-]+){{0,2}} (?:&|and) "
    rf"(?:{either(_names('behind_ampersand'))})\b"
)
_NOT_FIRST = _COMMON | frozenset({"of", "for", "and", "the", "on", "&"})
_NEVER_FIRST = (_names("small_capitals")) | frozenset({"of", "for", "and", "the", "on", "&"})
_OPENS = re.compile(r"(?:^|[.!?:;“\"(\n]) ?$")
_ACRONYM = re.compile(r" \(([A-Z][A-Za-z]*[A-Z])\)")


def _organs(text: str, lexicon: Lexicon, listed: list[Span]) -> Iterator[Span]:
    """An organ of state behind its country: Chinese Foreign Ministry, Japan's Defence Ministry."""
    for span in listed:
        if span.type != PLACE or not (span.entity or "").startswith("cc:"):
            continue
        match = _ORGAN.match(text, span.end)
        if match:
            entity = organ_entity(lexicon, span.entity or "", _ORGANS[match[1]])
            start = span.start if match[0].startswith(" ") else match.start(1)
            yield Span(start, match.end(), ORGANISATION, entity, ORGAN)


_ORGAN = re.compile(rf"(?: |[’']s? )({either(_ORGANS)})\b")


def _runs(text: str, covered: list[Span]) -> Iterator[Run]:
    """Runs of capitals, parted at the listed names that stand inside them."""
    taken = {place for s in covered if s.type != PERSON for place in range(s.start, s.end)}
    for match in _RUN.finditer(text):
        words: list[tuple[int, int, str]] = []
        for word in re.finditer(r"\S+", match[0]):
            start, end = match.start() + word.start(), match.start() + word.end()
            if text[end - 1] == "." and not _ABBREVIATED.match(word[0]):
                end -= 1
            if start in taken or end - 1 in taken:
                if words:
                    yield Run(tuple(words))
                words = []
                continue
            words.append((start, end, text[start:end]))
            if end < match.start() + word.end():
                yield Run(tuple(words))
                words = []
        if words:
            yield Run(tuple(words))


def _classified(
    text: str, run: Run, lexicon: Lexicon, offices: list[tuple[int, int]], english: bool
) -> Iterator[Span]:
    """What one run is: a person behind an office, a body or place by its last word, a person by
    shape or company; nothing when there is no reason.
    """
    words, office = _without_title(run)
    if office is not None:
        offices.append(office)
    while words and words[0][2] in _COMMON and office is None:
        words = words[1:]
    while words and words[-1][2] in _COMMON | PARTICLES:
        words = words[:-1]
    while words and words[0][2] in PARTICLES:
        words = words[1:]
    if not words or len(words) > 6:
        return
    start, end = words[0][0], words[-1][1]
    names = [w[2] for w in words]
    if office is None and len(names) > 1 and names[-1].rstrip("s") in _BODIES:
        yield Span(start, end, ORGANISATION, None, SUFFIX)
    elif office is None and len(names) > 1 and (names[-1] in _PLACES or names[0] in _PLACE_STARTS):
        yield Span(start, end, PLACE, None, SUFFIX)
    elif len(names) > 1 and office is None and set(names) & _BODIES:
        return
    elif office is not None or _lower_title_before(text, start):
        if len(names) <= 4 and not names[0].isupper() | (names[0].lower() in _LOWER_TITLES):
            yield Span(start, end, PERSON, None, TITLE)
    elif 2 <= len(names) <= 4 and _looks_like_person(text, end, names, lexicon, english):
        yield Span(start, end, PERSON, None, CAPITALS)


def _without_title(
    run: Run,
) -> tuple[tuple[tuple[int, int, str], ...], tuple[int, int] | None]:
    """The words of a run behind its last office, and the office; a run that ends in its office
    goes on behind `of State`.
    """
    last = None
    for position, (_, _, word) in enumerate(run.words):
        calling = word in _CALLINGS or word.lower() in _LOWER_TITLES
        calling = calling and not position and len(run.words) > 1
        if word in _TITLE_HEADS or calling:
            last = position
    if last is None:
        return run.words, None
    first = last
    while first and run.words[first - 1][2] in _TITLE_PARTS | _TITLE_HEADS:
        first -= 1
    end = run.words[last][1]
    rest = run.words[last + 1 :]
    return rest, (run.words[first][0], end)


def _lower_title_before(text: str, start: int) -> bool:
    """True when an office in small letters stands in front (climate envoy John Kerry), or the
    office of a run that `of State` parted (Secretary of State Antony Blinken).
    """
    before = text[max(0, start - 60) : start]
    word = _WORD_BEFORE.search(before)
    if word is not None and word[1].lower() in _LOWER_TITLES and not before.endswith(", "):
        return True
    of_office = list(_OF_OFFICE.finditer(before.rstrip() + " "))
    return bool(of_office) and before[of_office[-1].end() :].strip() == ""


def _looks_like_person(
    text: str, end: int, names: list[str], lexicon: Lexicon, english: bool
) -> bool:
    if set(names) & (_COMMON | _PLACES | _BODIES):
        return False
    if any(len(name) > 2 and name.isupper() for name in names):
        return False
    if names[0] in _GIVEN or names[0] in lexicon.given_latin or is_chinese_order(" ".join(names)):
        return True
    after = _SAYING_AFTER.match(text, end)
    if after is not None and (after[1] is None or after[1] in _BEHIND_PERSON):
        return True
    return english and len(names) <= 3


def _families(text: str, found: list[Span], lexicon: Lexicon) -> Iterator[Span]:
    """Family names alone: of the persons of this text, and of listed persons when no other bears
    them.
    """
    here = {}
    inside = {p for s in found if s.type == PERSON for p in range(s.start, s.end)}
    for span in found:
        name = text[span.start : span.end]
        if span.type == PERSON and " " in name:
            here[family(name)] = span.entity
        elif span.type == PERSON and span.evidence == TITLE:
            here.setdefault(name, span.entity)
    for match in _WORD.finditer(text):
        word = match[0]
        if match.start() in inside:
            continue
        if word in here:
            yield Span(match.start(), match.end(), PERSON, None, FAMILY)
            continue
        entity = lexicon.families_latin.get(word)
        if entity is not None and word not in _NO_FAMILY and not _inside_run(text, match):
            yield Span(match.start(), match.end(), PERSON, entity, FAMILY)


_NO_FAMILY = _COMMON | _GIVEN | _TITLE_HEADS
_WORD = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]+(?:-[A-ZÀ-Þ][^\W\d_]+)?\b")


def _inside_run(text: str, match: re.Match[str]) -> bool:
    """True when another capital stands right before or behind: part of a longer name."""
    before = text[max(0, match.start() - 20) : match.start()]
    word = _WORD_BEFORE.search(before)
    capital = word is not None and not before.endswith(", ") and word[1][0].isupper()
    if capital and word is not None and (word[1] in _TITLE_HEADS or word[1] in _COMMON):
        capital = False
    return capital or re.match(r" [A-Z][a-z]", text[match.end() : match.end() + 3]) is not None
