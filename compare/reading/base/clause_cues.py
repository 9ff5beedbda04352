"""Cues of a sentence, each with its source and the word at which its content begins.

In: a sentence and the grammar of its language. Out: hits in order. The word order of the clause
decides who speaks: a verb behind a comma or a quotation has its subject behind it (…, a dit X), one
behind a noun phrase before it; where the verb is second (German) a phrase of time in front leaves
the subject behind the verb.
"""

from __future__ import annotations

from compare.reading.base.clause_contents import complement
from compare.reading.base.clause_marks import ASIDE, after_mark, is_active
from compare.reading.base.clause_nouns import (
    STOPS,
    is_pronoun,
    is_speech,
    is_time,
    phrase_end,
    phrase_start,
)
from compare.reading.base.clause_objects import antecedent, clause_before, object_inside, passive
from compare.reading.base.clause_places import (
    impersonal,
    postposed,
    subject_behind,
    told,
)
from compare.reading.base.clause_reports import colon, report
from compare.reading.base.clause_verbs import Group, Hit, clause_of, groups
from compare.reading.base.speech_grammar import GERUND, Grammar
from compare.reading.base.worded import QUOTE, Sentence
from compare.resources.cues import Cue

_FAR = 6


def hits(s: Sentence, g: Grammar) -> list[Hit]:
    """The cues of a sentence that have somebody who speaks and something said."""
    found: list[Hit] = []
    at = 0
    while at < len(s):
        hit = report(s, at, g) or _verb(s, at, g) or passive(s, at, g)
        hit = hit or _noun(s, at, g) or _unknown(s, at, g)
        if hit is None and not any(h.start == at + 1 for h in found):
            hit = colon(s, at, g)
        if hit is None:
            at += 1
            continue
        found.append(hit)
        at = max(at + 1, hit.j)
        if hit.source is not None and (hit.cue is None or hit.start is None):
            at = max(at, phrase_end(s, hit.source[0], g))
            if g.is_(s.at(at), "relatives"):
                at = max(at, hit.source[1], hit.right)
    return found


def _verb(s: Sentence, k: int, g: Grammar) -> Hit | None:
    """Of the readings of a verb the one whose content stands nearest."""
    read = [hit for group in groups(s, k, g) if (hit := _read(s, group, g))]
    return min(read, key=lambda hit: hit.start or 0, default=None)


def _read(s: Sentence, group: Group, g: Grammar) -> Hit | None:
    """By the form of the verb, and by the word that stands before it."""
    before = _front(s, group, g)
    word = s.at(before - 1)
    marked = word in ASIDE or is_speech(s, before - 1)
    if group.kind == GERUND:
        return _gerund(s, group, g) if marked or g.is_(word, "joining", "leading") else None
    if group.shared:
        return told(s, group, g, None, before - 1)
    if group.final:
        return _of_final(s, group, g)
    if group.pronoun is not None:
        return _inverted(s, group, g, group.pronoun)
    if word == ")" and "(" in s.low[:before]:
        return _behind_parenthesis(s, group, g, before)
    if before == 0 or marked or word == ":":
        return after_mark(s, group, g, before)
    return _after_word(s, group, g, before) if is_active(group, g) else None


def _after_word(s: Sentence, group: Group, g: Grammar, before: int) -> Hit | None:
    word = s.at(before - 1)
    if g.is_(word, "joining"):
        return told(s, group, g, None, before - 1 - (s.at(before - 2) == ","))
    if g.is_(word, "relatives") and not g.is_(word, "articles", "subjects"):
        if g.is_(s.low[group.first], "ours"):
            return None
        end = before - 1 - (s.at(before - 2) == ",")
        first = phrase_start(s, end, g)
        return None if first is None else told(s, group, g, (first, end), before - 1)
    if g.verb_second and before > 1 and s.capital(before - 2):
        before -= g.is_(word, "contrasts", "adverbs")
        word = s.at(before - 1)
    if g.is_(word, "openers", "conjunctions", "contrasts"):
        return told(s, group, g, subject_behind(s, group, g), before) if g.null_subject else None
    return _after_phrase(s, group, g, before)


def _behind_parenthesis(s: Sentence, group: Group, g: Grammar, before: int) -> Hit | None:
    """“L'agence (BPPT) a déclaré que”"""
    opening = before - 1 - s.low[:before][::-1].index("(")
    first = phrase_start(s, opening, g)
    return None if first is None else told(s, group, g, (first, before), first)


def _front(s: Sentence, group: Group, g: Grammar) -> int:
    """The word before which the front of the clause ends, adverbs of the verb left out."""
    if g.verb_second:
        return group.finite
    front = group.first
    while g.is_(s.at(front - 1), "adverbs") and not g.is_(s.at(front - 1), "subjects", "pointing"):
        if g.is_(s.at(front - 2), "of"):
            break  # l'un d'eux
        front -= 1
    return front


def _gerund(s: Sentence, group: Group, g: Grammar) -> Hit | None:
    left = group.first
    while s.at(left - 1) == "," or g.is_(s.at(left - 1), "joining", "leading"):
        left -= 1
    return told(s, group, g, None, left)


# ---------------------------------------------------------------- after a noun phrase
def _after_phrase(s: Sentence, group: Group, g: Grammar, before: int) -> Hit | None:
    fronted = _fronted(s, before, g)
    first = None if fronted else phrase_start(s, before, g)
    if first is None and not (fronted or g.null_subject):
        return None
    if hit := _object_first(s, group, g, first, before):
        return hit
    source = subject_behind(s, group, g) if first is None else (first, before)
    left = before if source is None else min(before, source[0])
    if source is not None:
        source = impersonal(s, source, group.behind, g)
    hit = told(s, group, g, source, left)
    if hit is None and first is None and g.null_subject:
        return told(s, group, g, None, before)
    if hit is None and first is not None:
        return antecedent(s, group, g, (first, before))
    return hit


def _fronted(s: Sentence, before: int, g: Grammar) -> bool:
    """True when what stands in front of the verb tells when, where or how, and is no subject."""
    if not (g.verb_second or g.null_subject):
        return False
    begin = before
    while begin > 0 and s.low[begin - 1] not in STOPS and not is_speech(s, begin - 1):
        begin -= 1
    while begin < before - 1 and g.is_(s.low[begin], "joining"):
        begin += 1
    word = s.low[begin]
    if g.is_(word, "subjects"):
        return False
    if g.verb_second:
        if g.is_(word, "adverbs"):
            return not any(
                s.capital(at) and not is_time(s, at, g) for at in range(begin + 1, before)
            )
        return g.is_(word, "prepositions", "conjunctions") or is_time(s, begin, g)
    if all(g.is_(s.low[at], "adverbs") or is_time(s, at, g) for at in range(begin, before)):
        return True
    return g.is_(word, "prepositions") and phrase_start(s, before, g) is None


def _object_first(
    s: Sentence, group: Group, g: Grammar, first: int | None, before: int
) -> Hit | None:
    """“Kündigungen schloss sie nicht aus.”, “Das teilte die Polizei mit.”"""
    points = before == 1 and g.is_(s.low[0], "pointing")
    turned = g.verb_second and is_pronoun(s, before + 1, g)
    if not points and not turned:
        return None
    source = subject_behind(s, group, g)
    if source is None or complement(s, group, g, source[1]) is not None:
        return None
    if points:
        return Hit(group.first, group.end, group.cue, source, 0, group.close, None, pointing=True)
    if first is None or g.is_(s.low[first], "subjects") or "object" not in group.cue.frames:
        return None
    return Hit(group.first, group.end, group.cue, source, first, before, first, before)


def _inverted(s: Sentence, group: Group, g: Grammar, pronoun: int) -> Hit | None:
    """A pronoun that hangs on the verb: « … », a-t-il dit; peut-on lire dans le rapport."""
    source = impersonal(s, (pronoun, pronoun + 1), group.behind, g)
    if s.at(group.first - 1) in ASIDE or s.at(group.first - 1) == QUOTE:
        return postposed(s, group, g, source)
    return told(s, group, g, source, group.first)


# ---------------------------------------------------------------- at the end of its clause
def _of_final(s: Sentence, group: Group, g: Grammar) -> Hit | None:
    """“Nachdem X erklärt hatte, dass …”, “X, der sagte, dass …”"""
    begin, _ = clause_of(s, group.first)
    if hit := clause_before(s, group, g, begin):
        return hit
    if g.is_(s.at(begin), "relatives") and s.at(begin - 1) == "," and begin > 1:
        first, end = phrase_start(s, begin - 1, g), begin - 1
    else:
        first = begin + g.is_(s.at(begin), "subordinators", "openers", "joining")
        end = phrase_end(s, first, g)
    if first is None or end <= first:
        return None
    left = begin
    while s.at(left - 1) == ",":
        left -= 1
    opens = g.is_(s.at(group.close + 1), "openers", "questions")
    inside = None if opens else object_inside(s, group, g, (first, end))
    return inside or told(s, group, g, (first, end), left)


# ---------------------------------------------------------------- nouns and unknown verbs
def _noun(s: Sentence, k: int, g: Grammar) -> Hit | None:
    """“die Einschätzung des Gutachters, wonach …”, “l'affirmation du maire selon laquelle …”"""
    if not g.is_(s.low[k], "nouns") or not g.is_(s.at(k + 1), "of"):
        return None
    first = k + 1 + (s.at(k + 1) not in {"des", "der"} or not g.verb_second)
    end = phrase_end(s, first, g)
    start = end + (s.at(end) == ",")
    opens = g.is_(s.at(start), "openers", "by_which")
    opens = opens or (g.null_subject and s.low[start : start + 2] == ("de", "que"))
    if end == first or not opens:
        return None
    cue = Cue(s.low[k], "say", "speech", frozenset({"noun"}))
    stop = next((at for at in range(start, s.last()) if s.low[at] == ","), None)
    return Hit(k, k + 1, cue, (first, end), k, end, start, stop)


def _unknown(s: Sentence, k: int, g: Grammar) -> Hit | None:
    """Any verb between a quotation and somebody: « … », persifle un voisin."""
    mark = k - 1 - (s.at(k - 1) == ",")
    dashed = s.low[0] in {"—", "–"} and s.at(k - 1) == ","
    if mark < 0 or not (is_speech(s, mark) or dashed) or s.capital(k):
        return None
    at = k
    while g.is_(s.at(at), "clitics", "have", "reflexive") or s.at(at)[:1] == "-":
        at += 1
    word = s.at(at)
    if g.is_small(word) or not word.isalpha() or len(word) < 4 or s.capital(at):
        return None
    cue = Cue(word, "say", "speech", frozenset({"direct"}))
    pronoun = next((n for n in range(k, at + 2) if s.at(n)[:1] == "-" and len(s.at(n)) > 1), None)
    group = Group(k, at + 1, at, at + 1, at + 1, at + 1, cue, "finite", pronoun)
    source = (pronoun, pronoun + 1) if pronoun is not None else subject_behind(s, group, g)
    if source is None:
        if not (g.null_subject and word.endswith(("ó", "aba", "ía"))):
            return None
    elif source[0] > at + _FAR:
        return None
    return postposed(s, group, g, source)
