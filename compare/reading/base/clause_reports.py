"""Reports without a verb of their own: selon X, laut X, X zufolge, comme l'a dit X, X : « … ».

In: a sentence, a word of it and the grammar of its language. Out: a hit. Opening its sentence such
a phrase has the content behind it; elsewhere the rest of the sentence is the content.
"""

from __future__ import annotations

from compare.reading.base.clause_nouns import (
    MARKS,
    STOPS,
    is_pronoun,
    is_speech,
    is_time,
    is_verb,
    phrase_end,
    phrase_start,
    with_appositions,
)
from compare.reading.base.clause_spans import says_so
from compare.reading.base.clause_verbs import Group, Hit, groups
from compare.reading.base.speech_grammar import Grammar
from compare.reading.base.worded import QUOTE, Sentence

Phrase = tuple[str, ...]
_APPOSITION = 8


def report(s: Sentence, k: int, g: Grammar) -> Hit | None:
    """The report whose phrase begins at word `k`."""
    like = _at(s, k, g.like)
    if like is not None and (found := _like(s, k, like, g)):
        return found
    if s.low[k] in g.after:
        return _behind_its_source(s, k, g)
    if owned := _at(s, k, g.owned):
        who = k + g.is_(s.low[k], "prepositions")
        right = k + len(owned)
        right += s.at(right) == ","
        start = right if k == 0 else None
        return Hit(k, right, None, (who, who + 1), k, right, start)
    if around := _around(s, k, g):
        return around
    phrase = _at(s, k, (*g.named, *g.before, *(g.opening if _opens(s, k, g) else ())))
    return None if phrase is None else _before_its_source(s, k, phrase, g)


def _opens(s: Sentence, k: int, g: Grammar) -> bool:
    """True for the first word of a sentence or of a clause behind a conjunction."""
    return k == 0 or s.at(k - 1) in {":", ";"} or g.is_(s.at(k - 1), "joining", "contrasts")


def _at(s: Sentence, k: int, phrases: tuple[Phrase, ...]) -> Phrase | None:
    return next((p for p in phrases if s.low[k : k + len(p)] == p), None)


def _around(s: Sentence, k: int, g: Grammar) -> Hit | None:
    """“Nach Lees Worten …”, “Nach seinen Angaben …”"""
    for phrase in g.around:
        if s.low[k] != phrase[0]:
            continue
        end = next((at for at in range(k + 2, k + 5) if s.at(at) == phrase[1]), None)
        if end is not None:
            return Hit(k, k + 1, None, (k + 1, end), k, end + 1, end + 1 if k == 0 else None)
    return None


def _behind_its_source(s: Sentence, k: int, g: Grammar) -> Hit | None:
    """“Medienberichten zufolge …”"""
    first = phrase_start(s, k, g)
    if first is None:
        return None
    right = k + 1 + (s.at(k + 1) == ",")
    return Hit(k, k + 1, None, (first, k), first, right, right if first == 0 else None)


def _before_its_source(s: Sentence, k: int, phrase: Phrase, g: Grammar) -> Hit | None:
    """“Selon la police, …”, “… laut Polizei …”"""
    first = k + len(phrase) - (phrase in g.named)
    while g.is_(s.at(first), "of") and s.at(first) not in {"des", "der"}:
        first += 1
    end = _source_end(s, first, g)
    if end == first or (phrase in g.opening and not _is_somebody(s, first, end, g)):
        return None
    opened = k - 1 - (s.at(k - 1) == ",")
    inside = g.is_(s.at(opened), "openers", "relatives") and not g.is_(s.at(opened), "articles")
    if not (inside or _opens(s, k, g)):
        return Hit(k, first, None, (first, end), k, end, None)
    if inside:
        right = end + (s.at(end) == ",")
        stop = next((at for at in range(right, s.last()) if s.low[at] == ","), None)
        return Hit(k, first, None, (first, end), k, right, right, stop)
    wide = with_appositions(s, end, g)
    if s.at(wide) == "," and _describes(s, end + 1, wide, g):
        end = wide
    right = end + (s.at(end) == ",")
    return Hit(k, first, None, (first, end), k, right, right) if right < s.last() else None


def _source_end(s: Sentence, first: int, g: Grammar) -> int:
    if g.is_(s.at(first), "stressed"):
        return first + 1
    if g.is_(s.at(first), "openers"):
        return first
    end = phrase_end(s, first, g)
    if end > first and g.is_(s.at(end), "relatives") and "," in s.low[end:]:
        return s.low.index(",", end)
    goes_on = g.is_(s.at(end), "prepositions") or is_time(s, end, g)
    if g.verb_second or end == first or not goes_on:
        return end
    stop = end  # l'agence de santé en Bretagne, …
    while stop < s.last() and s.low[stop] not in STOPS and s.low[stop] != QUOTE:
        if is_verb(s, stop, g):
            return end
        stop += 1
    return stop


def _describes(s: Sentence, first: int, end: int, g: Grammar) -> bool:
    """True for an apposition behind a reported source: maire de Lyon; not for a new subject."""
    if g.is_(s.at(first), "relatives"):
        return True
    if end - first > _APPOSITION or s.capital(first) or not s.at(first).isalpha():
        return False
    role = s.at(first + 1) if g.is_(s.at(first), "articles") else s.at(first)
    return not g.is_(s.at(first), "articles") or role in g.roles


def _is_somebody(s: Sentence, first: int, end: int, g: Grammar) -> bool:
    """True for a phrase that names a person or a body before a comma: pour le maire, …"""
    words = range(first, end)
    named = any(s.capital(at) or s.low[at] in g.roles for at in words)
    named = named or g.is_(s.at(first), "stressed")
    return named and s.at(end) == "," and not any(is_time(s, at, g) for at in words)


def _like(s: Sentence, k: int, phrase: Phrase, g: Grammar) -> Hit | None:
    """“comme l'a indiqué X”, “según informó X”, “wie X mitteilte”, “so X”."""
    if k and s.low[k - 1] not in MARKS and not is_speech(s, k - 1):
        return None
    first = k + len(phrase)
    stop = first
    while stop < s.last() and s.low[stop] not in MARKS and not is_speech(s, stop):
        stop += 1
    if g.is_(s.at(stop + 1), "openers"):
        return None
    for at in range(first, stop):
        if group := next(groups(s, at, g), None):
            return _with_verb(s, k, first, stop, group, g)
    return _without_verb(s, k, g) if phrase in g.bare else None


def _with_verb(s: Sentence, k: int, first: int, stop: int, group: Group, g: Grammar) -> Hit | None:
    source = _subject(s, first, group, stop, g)
    if source is None:
        if not g.null_subject or k == 0:
            return None
        return Hit(group.first, group.end, group.cue, None, k, stop, None)
    wide = with_appositions(s, stop, g)
    if source[1] == stop and (k or (s.at(wide) == "," and _describes(s, stop + 1, wide, g))):
        stop = wide
        source = source[0], stop
    if k == 0 and s.at(stop) not in {",", ":"}:
        return None
    return Hit(group.first, group.end, group.cue, source, k, stop, stop + 1 if k == 0 else None)


def _subject(
    s: Sentence, first: int, group: Group, stop: int, g: Grammar
) -> tuple[int, int] | None:
    """The subject of such a clause, before its verb or behind it; else what it is told in."""
    if group.pronoun is not None:
        return group.pronoun, group.pronoun + 1
    while first < group.first and g.is_(s.at(first), "clitics", "adverbs"):
        if g.is_(s.at(first), "subjects", "articles"):
            break
        first += 1
    if group.first == first:
        first = group.end
        while first < stop and (g.is_(s.at(first), "adverbs") or is_time(s, first, g)):
            first += 1
    first += g.is_(s.at(first), "impersonal") and first + 1 < group.first
    first += g.is_(s.at(first), "prepositions") and not g.is_(s.at(first), "articles")
    end = phrase_end(s, first, g)
    return (first, min(end, stop)) if end > first else None


def _without_verb(s: Sentence, k: int, g: Grammar) -> Hit | None:
    """“…“, so der Minister."""
    if not (s.capital(k + 1) or g.is_(s.at(k + 1), "articles", "subjects")):
        return None
    end = phrase_end(s, k + 1, g)
    while end < s.last() and s.low[end] not in STOPS and s.low[end] != QUOTE:
        if is_verb(s, end, g):
            return None
        end += 1
    right = with_appositions(s, end, g)
    end = right
    while g.is_(s.at(end - 1), "adverbs"):
        end -= 1
    return Hit(k, k + 1, None, (k + 1, end), k, right, None) if k else None


def _reported_behind(s: Sentence, k: int, g: Grammar) -> bool:
    """Somebody before the colon at `k` and reported speech behind it: Er blieb hart: Es sei aus."""
    if not g.verb_second or any(says_so(s, at, g) for at in range(k)):
        return False
    end = phrase_end(s, 0, g)
    speaks = any(is_pronoun(s, at, g) or s.low[at] in g.speakers for at in range(end))
    stop = next((at for at in range(k + 1, s.last()) if s.low[at] in MARKS), s.last())
    return speaks and any(says_so(s, at, g) for at in range(k + 1, stop))


def colon(s: Sentence, k: int, g: Grammar) -> Hit | None:
    """Somebody, a colon at `k` and a quotation: La ministre, plus dure : « Non. »"""
    if s.at(k) != ":" or not (is_speech(s, k + 1) or _reported_behind(s, k, g)):
        return None
    first = k
    while first > 0 and s.low[first - 1] != ";" and not g.is_(s.low[first - 1], "contrasts"):
        first -= 1
    while first < k and (g.is_(s.low[first], "joining", "adverbs") or s.low[first] in STOPS):
        first += 1
    end = min(phrase_end(s, first, g), k)
    named = s.capital(first) or g.is_(s.at(first), "articles", "subjects")
    source = (first, end) if end > first and named else None
    return Hit(max(0, k - 1), k, None, source, first, k, k + 1)
