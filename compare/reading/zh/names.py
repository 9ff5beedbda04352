"""Names in Chinese text: every rule proposes, trust chooses.

In: a text folded to Simplified, the lexicon, and the terms learned from the input. Out: chosen
spans, the shorter names inside them, and where offices stand. No statistical tagger: the
installable ones lost to these rules (recall .72, precision .63 against .94 and .90).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress, count

from compare.model import ORGANISATION, PERSON, PLACE, ROLE
from compare.options import Options
from compare.reading.base.lexicon import HEAD, Entry, Lexicon, Surfaces
from compare.reading.base.spans import (
    FAMILY,
    GAZETTEER,
    GLOSS,
    NAME_LIST,
    ORGAN,
    PLACES,
    SEGMENTER,
    SHAPE,
    TITLE,
    NamesFound,
    Span,
    choose,
    longest,
    nested,
)
from compare.reading.base.vocabulary import (
    AFTER_NAME,
    BEHIND_PERSON,
    GIVEN,
    HONORIFICS,
    LETTERS,
    LETTERS_BY_TEXT,
    NOT_NAMES,
    ORGANISATION_HEADS,
    STATE_HEADS,
)
from compare.reading.zh.foreign import dotted
from compare.reading.zh.letters import letters
from compare.reading.zh.organisations import bare_organs, credit_lines, headed, organs, placed
from compare.reading.zh.persons import given_end, people, stands
from compare.reading.zh.titles import bears_surname, credited, is_surname, titled, unnamed
from compare.reading.zh.tokens import Tokens, foreign_end, run_end, stops, tokenise
from compare.resources.words import word_set

_SURE_LENGTH = 3
_PERSONAL = frozenset({FAMILY, GLOSS, NAME_LIST})
_BEHIND_LETTER = ("务院", "务卿", "防部")
_NAME_CLASSES = frozenset({"nr", "nrt", "nrfg", "ns", "nt"})
_JOINED = word_set("zh", "names", "joints")
_NAMED_THINGS = tuple(sorted(word_set("zh", "names", "named_things")))
_LEADER_OF = frozenset("长")
_SAYS = frozenset("说称指")


def read(text: str, lexicon: Lexicon, surfaces: Surfaces, options: Options) -> NamesFound:
    """The names of a Simplified text."""
    tokens = tokenise(text)
    found, doubtful, offices, heads = _listed(tokens, lexicon, surfaces)
    found += _proven(tokens, doubtful, offices, lexicon)
    found += dotted(tokens, lexicon, surfaces.families)
    found += letters(tokens, lexicon)
    places = {s.end: s for s in found if s.type == PLACE}
    countries = {s.end: s for s in found if s.type == PLACE and (s.entity or "").startswith("cc:")}
    found += organs(tokens, lexicon, countries, heads)
    found += bare_organs(tokens, found, heads)
    found += headed(tokens, places, found, heads)
    found += placed(tokens, lexicon, places)
    found += credit_lines(text)
    found += titled(tokens, offices, found)
    found += credited(text, offices)
    found += unnamed(text, tokens)
    named = [*compress(count(), map(_NAME_CLASSES.__contains__, tokens.tags))]
    found += people(tokens, named, {span.start for span in found})
    found += _tagged(tokens, named, found)
    found += _again(tokens, found)
    found = [s for s in found if s.type != PERSON or not _is_thing(text, s.start)]
    chosen = choose(found, options.name_per_hanzi)
    inside = nested(text, chosen, found, options.name_prefix)
    return NamesFound(chosen, inside + _countries(text, chosen, found), offices)


def _is_thing(text: str, start: int) -> bool:
    """Does the word of a thing with a name of its own stand right before?"""
    return text.endswith(_NAMED_THINGS, 0, start)


def _listed(
    tokens: Tokens, lexicon: Lexicon, surfaces: Surfaces
) -> tuple[list[Span], list[Span], list[tuple[int, int]], list[tuple[int, int]]]:
    """Listed and learned names that stand between words; persons whose name is another word there
    (连战); offices; heads (longest at each end).
    """
    names: list[Span] = []
    doubtful: list[Span] = []
    offices: dict[int, int] = {}
    heads: dict[int, int] = {}
    text = tokens.text
    for table, automaton in (
        (lexicon.entries, lexicon.automaton),
        (surfaces.entries, surfaces.automaton),
    ):
        for key, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            entry = table[key]
            _, kind, entity, evidence, latin = entry
            if kind in (ROLE, HEAD):
                ends = offices if kind == ROLE else heads
                if ends.get(end, end) > start:
                    ends[end] = start
            elif _stands(tokens, entry, start, end):
                names.append(Span(start, end, kind, entity, evidence))
            elif evidence == NAME_LIST and kind == PERSON and not latin:
                doubtful.append(Span(start, end, PERSON, entity, TITLE))
    return names, doubtful, longest(offices), longest(heads)


def _proven(
    tokens: Tokens, doubtful: list[Span], offices: list[tuple[int, int]], lexicon: Lexicon
) -> Iterator[Span]:
    """Of listed persons with a surname whose name is a word of its own, those beside an office or
    in front of a verb of saying or coming (主席连战, 连战抵达).
    """
    ends = {end for _, end in offices}
    starts = {start for start, end in offices if tokens.text[start:end] in AFTER_NAME}
    for span in doubtful:
        position = tokens.index.get(span.start)
        listed = lexicon.entities.get(span.entity or "")
        if position is None or tokens.end(position) != span.end or listed is None:
            continue
        if bears_surname(tokens.text[span.start : span.end], listed.name, listed.family):
            beside = span.start in ends or span.end in starts
            if beside or _speaks(tokens, position + 1):
                yield span


def _speaks(tokens: Tokens, position: int) -> bool:
    """True for a verb of saying or coming, and not for an adverb or a day that may precede one."""
    if position >= len(tokens.words):
        return False
    word = tokens.words[position]
    verb = len(word) > 1 or word in _SAYS
    return verb and word in BEHIND_PERSON and tokens.tags[position][0] != "t"


def _stands(tokens: Tokens, entry: Entry, start: int, end: int) -> bool:
    """True when the surface is not part of other words. A place of three hanzi from a hand-kept
    list is no part of any.
    """
    surface, kind, _, evidence, latin = entry
    if latin:
        return _apart(tokens.text, start, end)
    size = end - start
    if kind == PLACE:
        if evidence == PLACES:
            return _place_stands(tokens, start, end)
        if evidence == GAZETTEER and size >= _SURE_LENGTH:
            return True
    elif kind == ORGANISATION:
        return _organisation_stands(tokens, entry, start, end)
    elif kind == PERSON and evidence in _PERSONAL:
        if surface[1:] in HONORIFICS:
            return is_surname(tokens, start, (start + 1, end))  # 习主席
        return _person_stands(tokens, start, end)
    if size >= _SURE_LENGTH:
        return True
    if tokens.text.startswith(_BEHIND_LETTER, end):
        return False  # 美|国务院, not 美国|务院
    index = tokens.index
    return start in index or (end in index and size > 1 and _name_class(tokens, end - 1))


def _name_class(tokens: Tokens, offset: int) -> bool:
    return tokens.tags[tokens.covering(offset)] in _NAME_CLASSES


def _apart(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isascii() and before.isalnum()) and not (after.isascii() and after.isalnum())


def _organisation_stands(tokens: Tokens, entry: Entry, start: int, end: int) -> bool:
    if tokens.text[end : end + 1] in _LEADER_OF or tokens.text.startswith("部门", end - 1):
        return False
    if end - start >= _SURE_LENGTH:
        return True
    return start in tokens.index and (end in tokens.index or entry.evidence == GAZETTEER)


def _person_stands(tokens: Tokens, start: int, end: int) -> bool:
    """A person's name begins with a word, and ends with one unless a verb is glued to it."""
    size = end - start
    if start not in tokens.index:
        foreign = run_end(tokens.text, start) >= end and run_end(tokens.text, start - 1) < start
        return foreign and (end in tokens.index or size >= _SURE_LENGTH)
    position = tokens.index[start]
    word, tag = tokens.words[position], tokens.tags[position]
    goes_on = size == 2 and tokens.text[end : end + 1] in GIVEN
    if goes_on and (given_end(tokens, start) or end) > end:
        return False  # another name begins so (陈志|强)
    if len(word) == size:
        return tag[0] not in "vdrpcmt" and (tag[0] == "n" or tag in ("x", "j"))
    if len(word) > size:
        return tag[:2] == "nr"
    return end in tokens.index or size >= _SURE_LENGTH or len(word) == 1


def _place_stands(tokens: Tokens, start: int, end: int) -> bool:
    """A place of the long list must be whole words, the first of which may be a name."""
    position = tokens.index.get(start)
    if position is None or end not in tokens.index:
        return False
    if position and len(tokens.words[position - 1]) == 1 and tokens.tags[position - 1] == "nr":
        return False  # the segmenter parted a foreign name in front of it (布|林肯)
    tag = tokens.tags[position]
    if tokens.end(position) == end:
        return tag[:2] in ("ns", "nr", "nz") or (tag == "x" and end - start > 1)
    return end - start > _SURE_LENGTH


def _tagged(tokens: Tokens, named: list[int], found: list[Span]) -> Iterator[Span]:
    """What the segmenter takes for a name, where its shape and its company agree, and no rule has
    named it yet.
    """
    known = {span.start for span in found}
    places = {span.end for span in found if span.type == PLACE}
    for position in named:
        word, start = tokens.words[position], tokens.starts[position]
        if len(word) < 2 or start in known or word in NOT_NAMES or word[1:] in HONORIFICS:
            continue
        tag = tokens.tags[position]
        if tag == "ns":
            if not word.endswith(_NOT_PLACE_ENDS) and (
                start in places or _is_place(tokens, word, start)
            ):
                yield Span(start, start + len(word), PLACE, None, SEGMENTER)
        elif tag == "nt":
            heads = ORGANISATION_HEADS
            if len(word) >= _SURE_LENGTH and word.endswith(heads) and word not in heads:
                yield Span(start, start + len(word), ORGANISATION, None, SEGMENTER)
        else:
            yield from _person(tokens, position, start)


_LOCATIVES = word_set("zh", "names", "locatives")
_PLACE_ENDS = word_set("zh", "names", "place_ends")
_OPENING = frozenset("pvxcm")
_NOT_PLACE_ENDS = tuple(sorted(word_set("zh", "names", "not_place_ends")))


def _is_place(tokens: Tokens, word: str, start: int) -> bool:
    """Long words that the segmenter takes for places are phrases, unless spelled by sound; short
    ones are doubtful without a preposition in front, and two countries' hanzi are a pair.
    """
    if len(word) > _SURE_LENGTH:
        spelled = run_end(tokens.text, start) >= start + len(word)
        return spelled or word[-1] in _PLACE_ENDS
    if len(word) == _SURE_LENGTH:
        return True
    if word[0] in LETTERS and word[1] in LETTERS | LETTERS_BY_TEXT:
        return False
    before = tokens.covering(start - 1) if start else 0
    return (
        start == 0 or tokens.tags[before][0] in _OPENING or tokens.words[before][-1] in _LOCATIVES
    )


def _person(tokens: Tokens, position: int, start: int) -> Iterator[Span]:
    parted = position and len(tokens.words[position - 1]) == 1 and tokens.tags[position - 1] == "nr"
    if parted and run_end(tokens.text, start - 1) > start:
        position, start = position - 1, start - 1  # the segmenter cut a foreign name (布|林肯)
    end = None if parted else given_end(tokens, start)
    if end is None:
        limit = run_end(tokens.text, start)
        if limit < tokens.end(position) or stops(tokens.words[position], tokens.tags[position]):
            return
        end = foreign_end(tokens, start, limit)
    if _has_company(tokens, start, end):
        yield Span(start, end, PERSON, None, SEGMENTER)


def _has_company(tokens: Tokens, start: int, end: int) -> bool:
    """A verb of saying behind the name, or another name beside it, speaks for a person."""
    position = tokens.index.get(end)
    if position is None or position >= len(tokens.words):
        return False
    if _LATIN_WORD.match(tokens.text, end):
        return False  # a gloss of one word is mostly a firm's (英飞凌（Infineon）)
    word, tag = tokens.words[position], tokens.tags[position]
    if word in BEHIND_PERSON or tag == "t":
        return True
    if word in _JOINED and _is_name(tokens, position + 1):
        return True
    before = tokens.covering(start - 1) if start else -1
    return before > 0 and tokens.words[before] in _JOINED and _is_name(tokens, before - 1)


_LATIN_WORD = re.compile(r"[（(][A-Z]\w+[）)]")


def _is_name(tokens: Tokens, position: int) -> bool:
    return position < len(tokens.tags) and tokens.tags[position][:2] == "nr"


def _again(tokens: Tokens, found: list[Span]) -> Iterator[Span]:
    """Further places of names that an office or their shape proved once in this text."""
    text, proofs = tokens.text, (TITLE, SHAPE)
    names = {text[s.start : s.end] for s in found if s.evidence in proofs and s.end - s.start > 1}
    for name in sorted(names):
        at = text.find(name)
        while at >= 0:
            if stands(tokens, at, at + len(name)):
                yield Span(at, at + len(name), PERSON, None, TITLE)
            at = text.find(name, at + len(name))


def _countries(text: str, chosen: list[Span], found: list[Span]) -> list[Span]:
    """The country in front of an organ of its state (美国 in 美国国会)."""
    begin = {
        s.start: s
        for s in chosen
        if s.type == ORGANISATION
        and (s.evidence == ORGAN or text[s.start : s.end].endswith(STATE_HEADS))
    }
    inside: dict[int, Span] = {}
    for span in found:
        if span.type == PLACE and span.start in begin and (span.entity or "")[:3] == "cc:":
            best = inside.get(span.start)
            if span.end < begin[span.start].end and (best is None or best.end < span.end):
                inside[span.start] = span
    return sorted(inside.values())
