"""What is said where it stands in front of its verb and is no clause.

In: a sentence, a verb of saying in it, the grammar of its language. Out: a hit, or None. Three
forms: an antecedent (un constat que le maire conteste), the subject of a passive that names who
says it (a été annoncé par le maire), the object of a clause that ends with its verb (während die
Fans seinen Rauswurf forderten).
"""

from __future__ import annotations

from collections.abc import Callable

from compare.reading.base.clause_nouns import (
    STOPS,
    is_verb,
    phrase_end,
    phrase_start,
)
from compare.reading.base.clause_places import Phrase
from compare.reading.base.clause_verbs import Group, Hit, clause_of
from compare.reading.base.speech_grammar import PARTICIPLE, Grammar
from compare.reading.base.worded import QUOTE, Sentence
from compare.resources.cues import Cue

_SAID = frozenset({"say", "announce", "report", "claim", "propose", "deny", "stress", "admit"})
_AGENT = 9


def antecedent(s: Sentence, group: Group, g: Grammar, source: Phrase) -> Hit | None:
    """“un constat que le maire conteste”; behind ce que, lo que the clause before them."""
    end = source[0] - 1
    if "object" not in group.cue.frames or s.at(group.close) not in STOPS:
        return None
    if not (g.is_(s.at(end), "relatives") and g.is_(s.at(end), "openers")):
        return None
    first = phrase_start(s, end, g)
    if first is None or is_verb(s, end - 1, g) or g.is_(s.at(end - 1), "have", "be"):
        return None
    if first == end - 1 and g.is_small(s.low[first]):
        if s.at(first - 1) != ",":
            return None
        first, end = 0, first - 1
    return Hit(group.first, group.end, group.cue, source, first, group.close, first, end)


def clause_before(s: Sentence, group: Group, g: Grammar, begin: int) -> Hit | None:
    """“Er sei geflohen, was sein Anwalt bestreitet.”"""
    what = g.is_(s.at(begin), "which_clause") and s.at(begin - 1) == ","
    end = phrase_end(s, begin + 1, g)
    if not what or "object" not in group.cue.frames or end == begin + 1 or begin < 2:
        return None
    source = begin + 1, end
    return Hit(group.first, group.end, group.cue, source, begin, group.close, 0, begin - 1)


def object_inside(s: Sentence, group: Group, g: Grammar, source: Phrase) -> Hit | None:
    """“während die Ultras per Spruchband seinen Rauswurf forderten”"""
    start = source[1]
    if start == group.first and source[0] + 1 < start:  # die Fans seinen Rauswurf
        start = next((at for at in range(source[0] + 1, start) if _second(s, at, g)), start)
        source = source[0], start
    begin, _ = clause_of(s, group.first)
    if "object" not in group.cue.frames or not g.is_(s.at(begin), "subordinators"):
        return None
    while start < group.first and g.is_(s.at(start), "adverbs", "prepositions"):
        small = g.is_(s.at(start), "adverbs")
        start += 1
        while not small and start < group.first and not s.capital(start - 1):
            start += 1
    if start >= group.first:
        return None
    return Hit(group.first, group.end, group.cue, source, begin, group.close, start, group.first)


def _second(s: Sentence, k: int, g: Grammar) -> bool:
    """Does another phrase begin at word `k`, behind a noun?"""
    return s.capital(k - 1) and g.is_(s.low[k], "articles") and not g.is_(s.low[k], "of")


def passive(s: Sentence, k: int, g: Grammar) -> Hit | None:
    """“La fermeture a été annoncée par le maire.”, “Das wurde von der Polizei bestätigt.”"""
    if hit := _called(s, k, g):
        return hit
    cue = _participle(s.low[k], g, _says)
    if cue is None or s.capital(k):
        return None
    begin, stop = clause_of(s, k)
    helper = next((at for at in range(begin, k) if g.is_(s.low[at], "be")), None)
    if helper is None or (not g.verb_second and not _adjacent(s, helper, k, g)):
        return None
    ways = range(helper + 1, k) if g.verb_second else range(k + 1, min(stop, k + _AGENT))
    agent = next((at for at in ways if g.is_(s.low[at], "agents")), None)
    front = helper
    while g.is_(s.at(front - 1), "have", "negations", "adverbs"):
        front -= 1
    subject = phrase_start(s, front, g)
    if agent is None or subject is None or front - subject < 2:
        return None
    end = phrase_end(s, agent + 1, g)
    if end == agent + 1 or not _names(s, agent + 1, g):
        return None
    source = agent + 1, end
    return Hit(k, k + 1, cue, source, subject, max(k + 1, end), subject, front)


def _names(s: Sentence, k: int, g: Grammar) -> bool:
    return s.capital(k) or g.is_(s.at(k), "articles") or g.is_(s.at(k - 1), "articles")


def _adjacent(s: Sentence, helper: int, k: int, g: Grammar) -> bool:
    """True when nothing but helpers and adverbs stands between: avait déjà été avancée."""
    return all(g.is_(s.low[at], "be", "adverbs", "have") for at in range(helper, k))


def _called(s: Sentence, k: int, g: Grammar) -> Hit | None:
    """“qualifié de « folie » par l'opposition”: a word in quotation marks and who says it."""
    stop = clause_of(s, k)[1]
    quote = next((at for at in range(k + 1, min(stop, k + 4)) if s.low[at] == QUOTE), None)
    cue = _participle(s.low[k], g, lambda one: "quote" in one.frames)
    if quote is None or cue is None or s.at(quote + 1) not in g.classes["agents"]:
        return None
    end = phrase_end(s, quote + 2, g)
    if end == quote + 2 or not _names(s, quote + 2, g):
        return None
    return Hit(k, k + 1, cue, (quote + 2, end), k, end, k + 1, quote + 1)


def _says(cue: Cue) -> bool:
    takes = cue.frames & {"clause", "object"} and "person" not in cue.frames
    return bool(takes) and cue.strength in _SAID


def _participle(word: str, g: Grammar, fits: Callable[[Cue], bool]) -> Cue | None:
    """The verb of saying of a participle, whatever its gender and number."""
    bare = word.removesuffix("s")
    for one in dict.fromkeys((word, bare, bare[:-1], f"{bare[:-1]}o")):
        for form in g.forms.get(one, ()):
            if form.kind == PARTICIPLE and fits(form.cue) and not form.rest:
                return form.cue
    return None
