"""Where the source and the content of a verb of saying lie in its sentence.

In: a sentence, a verb of saying in it, the grammar of its language. Out: hits, and the noun phrase
behind a verb. The subject is sought past words of time and whom it is told (a dit à la presse X).
"""

from __future__ import annotations

from compare.reading.base.clause_contents import complement
from compare.reading.base.clause_nouns import (
    STOPS,
    is_time,
    past_phrase,
    phrase_end,
    with_appositions,
)
from compare.reading.base.clause_verbs import Group, Hit
from compare.reading.base.speech_grammar import Grammar
from compare.reading.base.worded import QUOTE, Sentence

Phrase = tuple[int, int]
_PARTICLE = 8  # letters, zurück being the longest; more are the predicate of an object
_OPENING = 5  # words: a shorter front says nothing yet, so the rest is what was said
_PASSED = ("adverbs", "clitics", "reflexive", "negations")


def told(s: Sentence, group: Group, g: Grammar, source: Phrase | None, left: int) -> Hit | None:
    """A cue whose content stands behind it."""
    behind = group.behind if source is None else max(group.behind, source[1])
    start = complement(s, group, g, behind)
    if start is None:
        return None
    ends = group.close >= s.last() or s.at(group.close) in {";", ":"}
    particle = group.close - group.part == 1 and len(s.at(group.part)) < _PARTICLE
    stop = group.part if start < group.part and particle and ends else None
    return Hit(group.first, group.end, group.cue, source, left, behind, start, stop)


def postposed(s: Sentence, group: Group, g: Grammar, source: Phrase | None) -> Hit:
    """“…, a déclaré X, maire de Lyon.” The content stands before, and may go on behind."""
    left = min(group.first, group.finite)
    right = group.close
    if source is not None:
        opens = 0 < left < _OPENING and QUOTE not in s.low[:left]  # car, rappelle le maire, …
        wide = source[1] if opens else with_appositions(s, source[1], g)
        source = source[0], wide
        right = max(right, source[1])
    while right < s.last() and s.low[right] not in STOPS and s.low[right] != QUOTE:
        right += 1
    return Hit(group.first, group.end, group.cue, source, left, right, None)


def subject_behind(s: Sentence, group: Group, g: Grammar) -> Phrase | None:
    """The subject behind the verb, past words of time and whom it is told: dijo a la prensa X."""
    k = group.finite + 1 if g.verb_second else group.end
    while k < s.last():
        small = g.is_(s.low[k], "subjects", "articles") and not is_time(s, k, g)
        if not small and (g.is_(s.low[k], *_PASSED) or is_time(s, k, g)):
            k += 1
        elif g.is_(s.low[k], "prepositions") and not small:
            k = past_phrase(s, k, g)
        else:
            break
    if g.is_(s.at(k), "openers", "questions") and not g.is_(s.at(k), "articles"):
        return None
    end = phrase_end(s, k, g)
    return (k, end) if end > k and _may_begin(s, k, g) else None


def _may_begin(s: Sentence, k: int, g: Grammar) -> bool:
    """Can somebody who speaks be named from word `k` on? Only Spanish does without an article."""
    word = s.at(k)
    if g.null_subject or s.capital(k) or not word.isalpha():
        return True
    if g.is_(word, "articles", "subjects", "stressed"):
        return True
    adjective = g.verb_second and word.endswith(("e", "en", "er", "es")) and not g.is_small(word)
    return adjective and (s.capital(k + 1) or g.is_(s.at(k + 1), "joining"))


def impersonal(s: Sentence, source: Phrase, behind: int, g: Grammar) -> Phrase:
    """Where nobody speaks, the text that does: es heißt in dem Schreiben, a-t-on appris de X."""
    if not g.is_(s.low[source[0]], "impersonal"):
        return source
    first = max(behind, source[1])
    while g.is_(s.at(first), "adverbs"):
        first += 1
    if not g.is_(s.at(first), "prepositions", "of"):
        return source
    first += 1
    while g.is_(s.at(first), "of") and not g.is_(s.at(first), "articles"):
        first += 1
    end = phrase_end(s, first, g)
    return (first, end) if end > first else source
