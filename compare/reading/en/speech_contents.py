"""What is said in an English sentence: the complement of a cue, behind it or before it.

In: a sentence, the end of a cue and its frames. Out: the word at which the content begins, or
None when nothing that the cue can take follows. Frames keep precision: “plans” needs an infinitive,
“called” a quotation, “denied” an object.

Words of an English sentence, with each quotation as one word, and the classes of small words. In: a
body and its quotations. Out: sentences as parallel tuples of words, with offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.reading.base import worded
from compare.reading.base.vocabulary import titles
from compare.reading.base.worded import QUOTE
from compare.resources.cues import Cue
from compare.resources.words import either, word_set

_SHORT_NAMES = word_set("en", "abbreviations", "names") | word_set("en", "abbreviations", "behind")
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    rf"|(?:{either(titles('en') | _SHORT_NAMES)})\."
    r"|[A-Z]\.(?=\s[A-Z])"
    r"|\w+(?:[.'’&/-]\w+)*"
    r"|\.\.\.|--|\S"
)


def grammar(key: str) -> frozenset[str]:
    """The words of one list of `grammar`."""
    return word_set("en", "grammar", key)


PRONOUNS, CLAUSE_PRONOUNS = grammar("pronouns"), grammar("clause_pronouns")
DETERMINERS = grammar("determiners")
BE, MODALS = grammar("be"), grammar("modals")
AUXILIARIES = BE | MODALS | grammar("auxiliaries")
NEGATIONS = grammar("negations")
PREPOSITIONS, CONJUNCTIONS = grammar("prepositions"), grammar("conjunctions")
TIMES = grammar("times") | {
    name.lower()
    for section, key in (("dates", "days"), ("dates", "months"), ("abbreviations", "months"))
    for name in word_set("en", section, key)
}
_ADVERBS, _NOT_ADVERBS = grammar("adverbs"), grammar("not_adverbs")
_TIME_NOUNS = grammar("time_nouns")


class Sentence(worded.Sentence):
    """Words of one English sentence."""

    __slots__ = ()

    def adverb(self, index: int) -> bool:
        """True when the word at `index` may stand between a subject and its verb."""
        return is_adverb(self.low[index]) and not self.capital(index)


def is_time(word: str) -> bool:
    """True for words of time, plural ones too."""
    return word in TIMES or word.removesuffix("s") in _TIME_NOUNS


def is_adverb(word: str) -> bool:
    """True for the adverbs that stand between a subject and its verb."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 3 and word not in _NOT_ADVERBS)


def sentences_of(text: str, spans: list[tuple[int, int]]) -> Iterator[Sentence]:
    """Sentences of `text` in order, each quotation of `spans` one word."""
    for one in worded.sentences_of(text, _masked(text, spans), spans, "en", _WORD):
        yield Sentence(one.words, one.low, one.starts, one.ends)


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    """`text` with the inside of quotations made x, but for the last character: whether the
    quotation ends with a full stop decides where the sentence ends.
    """
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        inner = max(0, end - start - 3)
        pieces += [text[at : start + 1], "x" * inner]
        at = start + 1 + inner
    pieces.append(text[at:])
    return "".join(pieces)


_OPENERS = grammar("openers")
_END = frozenset({"", ".", "!", "?", ";", ")", "…", "..."})
_NO_OBJECT = (
    _END | PREPOSITIONS | TIMES | CONJUNCTIONS | AUXILIARIES | {",", ":", "-", "—", "–", "by"}
)
_OBJECTS = CLAUSE_PRONOUNS | DETERMINERS | {"him", "them", "us", "me", "more"}
_MERELY, _TEXTS = grammar("merely"), grammar("texts")
_OWNED = grammar("articles") - {"the", "a", "an"}
_NEEDS_OF = {"accuse": "of", "attribute": "to", "charge": "that"}


def complement(s: Sentence, j: int, cue: Cue) -> int | None:
    """The word at which the content behind the cue (which ends before `j`) begins, or None."""
    n = s.last()
    if cue.strength == "express" and s.at(j) in {"about", "over", "at", "for", "with"}:
        return j
    for frame in _ORDER:
        if frame in cue.frames:
            start = _FRAMES[frame](s, j, n, cue)
            if start is not None and start < n:
                return start
    return None


def _quote(s: Sentence, j: int, n: int, cue: Cue) -> int | None:  # noqa: ARG001 (one signature)
    """A noun phrase with a quotation in the same clause: called the plan "a joke"."""
    for k in range(j, min(n, j + 14)):
        if s.low[k] == QUOTE:
            return j
        if s.low[k] in {",", ";"} and s.at(k + 1) != QUOTE:
            return None
    return None


def _to(s: Sentence, j: int, n: int, cue: Cue) -> int | None:  # noqa: ARG001 (one signature)
    while j < n and (s.adverb(j) or s.low[j] in {"not", "on", "last", "this", "earlier"} | TIMES):
        j += 1
    behind = s.at(j + 1)
    if s.at(j) != "to" or behind in DETERMINERS:
        return None
    if s.capital(j + 1) or behind.isdigit():
        return None
    return j


def _object(s: Sentence, j: int, n: int, cue: Cue) -> int | None:
    word = s.at(j)
    if word in _NO_OBJECT:
        return None
    if word in _OWNED and _by_doing(s, j, n):
        return None
    needed = _NEEDS_OF.get(cue.lemma)
    if needed and needed not in s.low[j : min(n, j + 14)]:
        return None
    return j


def _by_doing(s: Sentence, j: int, n: int) -> bool:
    """True for what somebody shows and does not say: confirmed her courage by raising the alarm."""
    return any(s.low[k] == "by" and s.at(k + 1).endswith("ing") for k in range(j, min(n, j + 8)))


def _as(s: Sentence, j: int, n: int, cue: Cue) -> int | None:  # noqa: ARG001 (one signature)
    """Somebody sees something as something."""
    if s.at(j) in _NO_OBJECT:
        return None
    for k in range(j + 1, min(n, j + 14)):
        if s.low[k] in {",", ";", ":"} | CONJUNCTIONS:
            return None
        if s.low[k] == "as":
            return j
    return None


def _noun_behind(s: Sentence, j: int, n: int, cue: Cue) -> int | None:  # noqa: ARG001
    """Something, then what somebody calls it: called the vote a mistake, him a liar."""
    if s.at(j) in _NO_OBJECT:
        return None
    for k in range(j + 1, min(n, j + 14)):
        if s.low[k] in {",", ";", ":", QUOTE} | CONJUNCTIONS | AUXILIARIES:
            return None
        of_it = s.low[k - 1] in PREPOSITIONS | DETERMINERS or is_time(s.at(k + 1))
        if s.low[k] in {"a", "an", "the"} and not of_it:
            return j
    return None


def _text(s: Sentence, j: int, n: int, cue: Cue) -> int | None:
    """A text that is put out: a plan, an ad."""
    start = _object(s, j, n, cue)
    if start is None:
        return None
    for k in range(j, min(n, j + 7)):
        if s.low[k] in PREPOSITIONS or s.low[k] in {",", "that"}:
            break
        if s.low[k] in _TEXTS:
            return start
    return None


def thing(s: Sentence, j: int, cue: Cue) -> int | None:
    """The object behind the cue, whatever it is; for sources that decide what it may be."""
    start = _object(s, j, s.last(), cue)
    return start if start is not None and start < s.last() else None


def _object_to(s: Sentence, j: int, n: int, cue: Cue) -> int | None:
    start = _object(s, j, n, cue)
    return start if start is not None and (s.capital(j) or s.low[j] in _OBJECTS) else None


def _person(s: Sentence, j: int, n: int, cue: Cue) -> int | None:
    """Somebody, then a clause: told reporters that …; urged residents to stay."""
    if cue.strength != "tell":
        word = s.at(j)
        if word in {"of", "against", "about"} and cue.strength == "warn":
            return j
        if "clause" in cue.frames and (word in _OPENERS | {QUOTE, ":", ","}):
            return None
        return _object(s, j, n, cue)
    k = _behind_person(s, j, n)
    if k is None:
        return None
    if s.at(k) == "to" or (s.at(k) == "not" and s.at(k + 1) == "to"):
        return k
    return clause(s, k, n, cue)


def _behind_person(s: Sentence, j: int, n: int) -> int | None:
    """The word behind the person who was told."""
    if s.at(j) in _END or s.at(j) in PREPOSITIONS | {",", QUOTE, ":"}:
        return None
    k = j + 1
    while k < n and not _ends_person(s, j, k):
        k += 1
    return k


def _ends_person(s: Sentence, j: int, k: int) -> bool:
    """Does what was told begin at word `k`, when the person told begins at `j`?"""
    word, before = s.low[k], s.low[k - 1]
    if word in _OPENERS | PREPOSITIONS | CLAUSE_PRONOUNS | TIMES | {",", QUOTE, ":"}:
        return True
    if word in DETERMINERS:
        return before not in PREPOSITIONS and k > j + 1 - (not s.capital(j))
    a_name = before not in DETERMINERS and s.low[j] not in DETERMINERS
    return s.capital(k) and not s.capital(k - 1) and a_name


def _clause(s: Sentence, j: int, n: int, cue: Cue) -> int | None:
    return clause(s, j, n, cue)


def clause(s: Sentence, j: int, n: int, cue: Cue) -> int | None:
    """The start of a clause or quotation from word `j` on, past dates and places of saying."""
    k: int | None = j
    while k is not None and k < n:
        word = s.low[k]
        if word in _OPENERS or word == QUOTE:
            return k
        if word in _MERELY and s.at(k + 1) in _OPENERS | {QUOTE}:
            return k + 1
        if word == ":":
            return k + 1
        if word == ",":
            if s.at(k + 1) == QUOTE:
                return k + 1
            k = _past_aside(s, k, n)
        elif _is_time(s, k):
            k += 1
        elif word == "to" and "to" in cue.frames:
            return None
        elif word in PREPOSITIONS and word not in {"like", "than", "while", "when"}:
            k = _past_preposition(s, k, n)
        else:
            return k if _can_start(s, k, n, cue) else None
    return None


def _is_time(s: Sentence, k: int) -> bool:
    word = s.low[k]
    if word in {"last", "this", "earlier"} and s.at(k + 1) in TIMES:
        return True
    return word in TIMES or s.adverb(k)


def _past_aside(s: Sentence, k: int, n: int) -> int | None:
    """Behind an aside between commas, when `that` or a quotation follows it."""
    for end in range(k + 1, min(n, k + 16)):
        if s.low[end] == ",":
            return end + 1 if s.at(end + 1) in {"that", QUOTE} else None
        if s.low[end] == ":" and s.at(end + 1) == QUOTE:
            return end
    return None


def _past_preposition(s: Sentence, k: int, n: int) -> int:
    """Behind a phrase such as “in a statement”, “on Monday evening”, “at a rally in Ohio”."""
    k += 1
    noun = False
    while k < n:
        word = s.low[k]
        if word in _OPENERS or word in {QUOTE, ":", ","} or word in PREPOSITIONS:
            return k
        if word in CLAUSE_PRONOUNS or (word in DETERMINERS and noun):
            return k
        if s.low[k - 1] in TIMES and word not in TIMES and not word[0].isdigit():
            return k
        noun = noun or not (word in DETERMINERS or s.adverb(k))
        k += 1
    return k


def _can_start(s: Sentence, k: int, n: int, cue: Cue) -> bool:
    """Can a clause without `that` begin at word `k`?"""
    word = s.low[k]
    if word in CONJUNCTIONS | AUXILIARIES or not (word[0].isalnum() or word[0] in "$€£"):
        return False
    if word in CLAUSE_PRONOUNS or "bare" in cue.frames or cue.strength == "tell":
        return True
    if "that" in cue.frames:
        return False
    for at in range(k + 1, min(n, k + 16)):
        if s.low[at] in {";", "that", "who"}:
            return False
        if s.low[at] in AUXILIARIES or s.low[at].endswith("n't"):
            return True
        if cue.strength == "report" and s.low[at].endswith("ing"):
            return True
    return False


_FRAMES = {
    "quote": _quote,
    "person": _person,
    "to": _to,
    "clause": _clause,
    "object-to": _object_to,
    "object": _object,
    "as": _as,
    "noun-behind": _noun_behind,
    "text": _text,
}
_ORDER = (
    "quote", "as", "noun-behind", "person", "to", "clause", "text", "object-to", "object",
)  # fmt: skip
