"""Cues of an English sentence: verbs, adjectives and nouns that introduce what somebody says.

In: a sentence and the table of cues. Out: hits, each with its subject and the word at which its
content begins. Every candidate must have a subject and a complement of a kind it can take.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.reading.base.worded import QUOTE
from compare.reading.en.speech_contents import (
    BE,
    CLAUSE_PRONOUNS,
    DETERMINERS,
    PREPOSITIONS,
    Sentence,
    complement,
    grammar,
    thing,
)
from compare.reading.en.speech_sources import GOING_ON, Subject, head, subject
from compare.resources.cues import Cue, Cues

_DOCUMENTS, _POLLED = grammar("documents"), grammar("polled")
_COPULAS = BE | grammar("copulas")


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue at words `i`..`j` with its subject; content from word `start` (None: before it)."""

    i: int
    j: int
    cue: Cue | None
    subject: Subject
    start: int | None


def hits(s: Sentence, cues: Cues) -> list[Hit]:
    """The cues of a sentence that have a subject and something to say, in order."""
    found: list[Hit] = []
    taken: frozenset[int] = frozenset()
    i = 0
    while i < len(s):
        hit = (
            _according(s, i)
            or _hit(s, i, cues, taken)
            or _state(s, i, cues, taken)
            or _noun(s, i, cues)
        )
        if hit is not None:
            found.append(hit)
            taken |= frozenset(range(hit.i, hit.j))
            i = hit.j
        else:
            i += 1
    return found


def _according(s: Sentence, i: int) -> Hit | None:
    """“according to port records”, before or behind what they show."""
    if s.low[i] != "according" or s.at(i + 1) != "to":
        return None
    end = i + 2
    while end < s.last() and s.low[end] not in {",", ";", QUOTE, "—", "–"}:
        end += 1
    if end == i + 2:
        return None
    left = i - 1 if s.at(i - 1) == "," else i
    start = end + 1 if i < 2 and s.at(end) == "," else None
    if i < 3 if start is None else start >= s.last():
        return None
    return Hit(i, i + 2, None, Subject(i + 2, end, left), start)


def _state(s: Sentence, i: int, cues: Cues, taken: frozenset[int]) -> Hit | None:
    """“is confident that …”: an adjective of belief behind a form of be."""
    cue = cues.states.get(s.low[i])
    if cue is None or s.capital(i) or not _state_of(s, i + 1):
        return None
    b = i - 1
    while b >= 0 and (s.adverb(b) or s.low[b] in {"more", "very", "not", "been", "less"}):
        b -= 1
    if s.at(b) not in _COPULAS:
        return None
    who = subject(s, b, i, cue, taken)
    return None if who is None else Hit(i, i + 1, cue, who, i + 1)


def _state_of(s: Sentence, k: int) -> bool:
    """May what somebody is sure of begin at word `k`?"""
    small = {"that", "about", "to", "of"} | CLAUSE_PRONOUNS | DETERMINERS
    return s.at(k) in small or s.capital(k)


def _noun(s: Sentence, i: int, cues: Cues) -> Hit | None:
    """“his claim that …”: a noun of saying that somebody owns, with its complement."""
    cue = cues.nouns.get(s.low[i])
    if cue is None or s.at(i + 1) not in {"that", "to"}:
        return None
    if s.low[i + 1] == "to" and (s.capital(i + 2) or s.at(i + 2) in DETERMINERS):
        return None
    k = i - 1
    while k > 0 and i - k < 3 and s.low[k] not in _OWNERS and not s.low[k].endswith(("'s", "s'")):
        k -= 1
    if s.at(k) in _OWNERS:
        return Hit(i, i + 1, cue, Subject(k, k + 1, k), i + 1)
    if not s.at(k).endswith(("'s", "s'")):
        return None
    first = k
    while first > 0 and s.capital(first - 1) and s.capital(k):
        first -= 1
    return Hit(i, i + 1, cue, Subject(first, k + 1, first), i + 1)


_OWNERS = frozenset({"his", "her", "their", "its"})


def _hit(s: Sentence, i: int, cues: Cues, taken: frozenset[int]) -> Hit | None:
    rows = cues.english.get(s.low[i])
    if rows is None or (s.capital(i) and i > 0):
        return None
    for words, cue in rows:
        j = i + len(words)
        if s.low[i:j] == words:
            return _checked(s, i, j, cue, taken)
    return None


def _checked(s: Sentence, i: int, j: int, cue: Cue, taken: frozenset[int]) -> Hit | None:
    if s.at(j) == "to" and s.low[i] in GOING_ON:
        return None
    who = subject(s, i, j, cue, taken)
    if who is None:
        return None
    if who.inverted:
        return Hit(i, j, cue, who, None)
    if "finite" in cue.frames and s.low[i].endswith("ing") and s.at(i - 1) not in BE:
        return None
    if "finite" in cue.frames and s.at(j).endswith("ing"):
        return None  # considered leaving
    start = complement(s, j, cue)
    if start is None and _may_have_a_thing(s, cue, who):
        start = thing(s, j, cue)
    if start is None and not _stands_behind(s, j, cue, who):
        return None
    return Hit(i, j, cue, who, start)


def _may_have_a_thing(s: Sentence, cue: Cue, who: Subject) -> bool:
    """Polls show a shift; 44 percent would choose somebody."""
    if "document" in cue.frames and s.at(head(s, who.start, who.end)) in _DOCUMENTS:
        return True
    return "polled" in cue.frames and any(w in _POLLED for w in s.low[who.start : who.end])


def _stands_behind(s: Sentence, j: int, cue: Cue, who: Subject) -> bool:
    """May the content stand before “…, the coast guard said”?"""
    if "clause" not in cue.frames and cue.strength != "tell":
        return False
    if who.elided:
        return False
    before = s.at(who.left - 1)
    if before not in {",", QUOTE, ""} or (
        before == "" and s.at(j) not in {".", "", ","} | PREPOSITIONS and cue.strength != "tell"
    ):
        return False
    return before != "" or s.last() - j < 12
