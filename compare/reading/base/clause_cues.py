"""Cues of a sentence, each with its source and the word at which its content begins.

In: a sentence and the grammar of its language. Out: hits in order. The word order of the clause
decides who speaks: a verb behind a comma or a quotation has its subject behind it (…, a dit X), one
behind a noun phrase before it; where the verb is second (German) a phrase of time in front leaves
the subject behind the verb.
"""

from __future__ import annotations

from compare.reading.base.clause_contents import complement
from compare.reading.base.clause_nouns import (
    ASIDE,
    STOPS,
    is_time,
    is_verb,
    phrase_end,
    phrase_start,
    with_appositions,
)
from compare.reading.base.clause_reports import report
from compare.reading.base.clause_verbs import Group, Hit, clause_of, groups
from compare.reading.base.speech_grammar import GERUND, Grammar
from compare.reading.base.worded import QUOTE, Sentence

Phrase = tuple[int, int]


def hits(s: Sentence, g: Grammar) -> list[Hit]:
    """The cues of a sentence that have somebody who speaks and something said."""
    found: list[Hit] = []
    at = 0
    while at < len(s):
        hit = report(s, at, g) or _verb(s, at, g)
        if hit is not None:
            found.append(hit)
        at = max(
            at + 1, 0 if hit is None else hit.j if hit.cue else hit.source[1] if hit.source else 0
        )
    return found


def _verb(s: Sentence, k: int, g: Grammar) -> Hit | None:
    return next((hit for group in groups(s, k, g) if (hit := _read(s, group, g))), None)


def _read(s: Sentence, group: Group, g: Grammar) -> Hit | None:
    """By the word that stands before the verb."""
    before = _place(group, g)
    word = s.at(before - 1)
    if group.kind == GERUND:
        return _told(s, group, g, None, before) if word in ASIDE or g.is_(word, "joining") else None
    if group.final:
        return _of_final(s, group, g)
    if group.pronoun is not None:
        return _inverted(s, group, g, group.pronoun)
    if before == 0 or word in ASIDE or word == ":":
        return _after_mark(s, group, g, before)
    if g.is_(word, "joining"):
        return _told(s, group, g, None, before - 1 - (s.at(before - 2) == ","))
    if g.is_(word, "relatives") and not g.is_(word, "articles", "subjects"):
        end = before - 1 - (s.at(before - 2) == ",")
        first = phrase_start(s, end, g)
        return None if first is None else _told(s, group, g, (first, end), before - 1)
    if g.is_(word, "openers", "conjunctions"):
        return _told(s, group, g, _behind(s, group, g), before) if g.null_subject else None
    return _after_phrase(s, group, g, before)


def _place(group: Group, g: Grammar) -> int:
    """The word before which the front of the clause ends."""
    return group.finite if g.verb_second else group.first


def _told(s: Sentence, group: Group, g: Grammar, source: Phrase | None, left: int) -> Hit | None:
    """A cue whose content stands behind it."""
    behind = group.behind if source is None else max(group.behind, source[1])
    start = complement(s, group, g, behind)
    if start is None:
        return None
    return Hit(group.first, group.end, group.cue, source, left, behind, start)


def _postposed(s: Sentence, group: Group, g: Grammar, source: Phrase | None) -> Hit:
    """“…, a déclaré X, maire de Lyon.” The content stands before, and may go on behind."""
    left = min(group.first, group.finite)
    if source is None:
        return Hit(group.first, group.end, group.cue, None, left, group.close, None)
    end = with_appositions(s, source[1], g)
    right = max(end, group.close)
    return Hit(group.first, group.end, group.cue, (source[0], end), left, right, None)


# ---------------------------------------------------------------- after a noun phrase
def _after_phrase(s: Sentence, group: Group, g: Grammar, before: int) -> Hit | None:
    fronted = _fronted(s, before, g)
    first = None if fronted else phrase_start(s, before, g)
    if first is None and not (fronted or g.null_subject):
        return None
    source = _behind(s, group, g) if first is None else (first, before)
    left = before if source is None else min(before, source[0])
    if source is not None:
        source = _impersonal(s, source, group.behind, g)
    hit = _told(s, group, g, source, left)
    if hit is None and first is None and source is not None:
        return _told(s, group, g, None, before) if g.null_subject else None
    return hit


def _fronted(s: Sentence, before: int, g: Grammar) -> bool:
    """True when what stands in front of the verb tells when, where or how, and is no subject."""
    if not (g.verb_second or g.null_subject):
        return False
    begin = before
    while begin > 0 and s.low[begin - 1] not in STOPS and s.low[begin - 1] != QUOTE:
        begin -= 1
    while begin < before - 1 and g.is_(s.low[begin], "joining"):
        begin += 1
    word = s.low[begin]
    if g.is_(word, "subjects"):
        return False
    if g.verb_second:
        return g.is_(word, "prepositions", "adverbs") or is_time(s, begin, g)
    if all(g.is_(s.low[at], "adverbs") or is_time(s, at, g) for at in range(begin, before)):
        return True
    return g.is_(word, "prepositions") and phrase_start(s, before, g) is None


def _behind(s: Sentence, group: Group, g: Grammar) -> Phrase | None:
    """The subject behind the verb, past words of time."""
    k = group.finite + 1 if g.verb_second else group.end
    while k < s.last() and (g.is_(s.low[k], "adverbs", "clitics") or is_time(s, k, g)):
        if g.is_(s.low[k], "subjects", "articles") and not is_time(s, k, g):
            break
        k += 1
    if g.is_(s.at(k), "openers", "questions", "prepositions") and not g.is_(s.at(k), "articles"):
        return None
    end = phrase_end(s, k, g)
    return (k, end) if end > k else None


def _impersonal(s: Sentence, source: Phrase, behind: int, g: Grammar) -> Phrase:
    """Where nobody speaks, the text that does: es heißt in dem Schreiben."""
    if not g.is_(s.low[source[0]], "impersonal"):
        return source
    first = max(behind, source[1])
    while g.is_(s.at(first), "adverbs"):
        first += 1
    if not g.is_(s.at(first), "prepositions"):
        return source
    end = phrase_end(s, first + 1, g)
    return (first + 1, end) if end > first + 1 else source


def _inverted(s: Sentence, group: Group, g: Grammar, pronoun: int) -> Hit | None:
    """A pronoun that hangs on the verb: « … », a-t-il dit; peut-on lire dans le rapport."""
    source = _impersonal(s, (pronoun, pronoun + 1), group.behind, g)
    if s.at(group.first - 1) in ASIDE:
        return _postposed(s, group, g, source)
    return _told(s, group, g, source, group.first)


# ---------------------------------------------------------------- after a mark
def _after_mark(s: Sentence, group: Group, g: Grammar, before: int) -> Hit | None:
    """A verb behind a comma or a quotation, or first in its sentence."""
    source = _behind(s, group, g)
    spoken = before > 0 and s.low[before - 1] != ":"
    if spoken and _says_before(s, group, g, before, source):
        return _postposed(
            s, group, g, None if source is None else _impersonal(s, source, group.behind, g)
        )
    own = _before_aside(s, before - 1, g) if spoken else None
    if own is not None:
        return _told(s, group, g, own, own[0])
    if source is None:
        return _told(s, group, g, None, before) if g.null_subject else None
    hit = _told(s, group, g, source, before)
    if hit is None and g.null_subject:
        return _told(s, group, g, None, before)
    return hit


def _says_before(s: Sentence, group: Group, g: Grammar, before: int, source: Phrase | None) -> bool:
    """True when what stands before the mark is what was said: a quotation, or a clause."""
    quoted = s.at(before - 1) == QUOTE or s.at(before - 2) == QUOTE
    behind = group.behind if source is None else max(source[1], group.behind)
    start = complement(s, group, g, behind)
    follows = s.at(max(behind, group.close))
    if start is not None and (g.is_(s.at(start), "openers") or s.at(start - 1) == ":"):
        return False
    if source is None:
        return g.null_subject and (
            quoted or ((follows in {",", ""} or follows in STOPS) and before > 2)
        )
    if quoted:
        return True
    verbs = any(is_verb(s, at, g) for at in range(before - 1))
    if not verbs and _before_aside(s, before - 1, g) is not None:
        return False
    closed = follows in STOPS or g.is_(s.low[source[0]], "subjects")
    if "object" in group.cue.frames and not closed:
        return False
    return closed or before > 3


def _before_aside(s: Sentence, comma: int, g: Grammar) -> Phrase | None:
    """The subject before a set-off phrase that ends at `comma`: Le maire, Jean Dupont, a dit."""
    if s.at(comma) != ",":
        return None
    other = comma - 1
    while other > 0 and s.low[other] not in {",", ";", ":", QUOTE, "—", "–"}:
        other -= 1
    if other <= 0 or s.low[other] != ",":
        return None
    first = phrase_start(s, other, g)
    if first is None or not (
        first == 0
        or s.low[first - 1] in STOPS
        or g.is_(s.low[first - 1], "openers", "joining", "conjunctions")
    ):
        return _before_aside(s, other, g)
    return first, comma


# ---------------------------------------------------------------- at the end of its clause
def _of_final(s: Sentence, group: Group, g: Grammar) -> Hit | None:
    """“Nachdem X erklärt hatte, dass …”, “X, der sagte, dass …”"""
    begin, _ = clause_of(s, group.first)
    if g.is_(s.at(begin), "relatives") and s.at(begin - 1) == "," and begin > 1:
        first, end = phrase_start(s, begin - 1, g), begin - 1
    else:
        first = begin + g.is_(s.at(begin), "conjunctions", "openers", "joining")
        end = phrase_end(s, first, g)
    if first is None or end <= first:
        return None
    return _told(s, group, g, (first, end), begin)
