"""A verb of saying behind a comma or a quotation: who speaks is told by what stands there.

In: a sentence, a verb of saying behind a mark, the grammar of its language. Out: a hit. Behind what
was said the subject follows the verb (…, a dit X); behind an apposition it stands before both (Le
maire, Jean Dupont, a dit que).
"""

from __future__ import annotations

from compare.reading.base.clause_contents import complement
from compare.reading.base.clause_nouns import (
    STOPS,
    is_pronoun,
    is_speech,
    is_time,
    is_verb,
    phrase_start,
)
from compare.reading.base.clause_places import Phrase, impersonal, postposed, subject_behind, told
from compare.reading.base.clause_verbs import Group, Hit
from compare.reading.base.speech_grammar import INFINITIVE, Grammar
from compare.reading.base.worded import Sentence

ASIDE = frozenset({",", "—", "–", "--", ")"})
_NOUNS = frozenset({"object", "quote", "person", "about"})


def after_mark(s: Sentence, group: Group, g: Grammar, before: int) -> Hit | None:
    """A verb behind a comma or a quotation, or first in its sentence."""
    source = subject_behind(s, group, g)
    spoken = before > 0 and s.low[before - 1] != ":"
    if spoken and _says_before(s, group, g, before, source):
        if source is not None:
            source = impersonal(s, source, group.behind, g)
        return postposed(s, group, g, source)
    if not is_active(group, g):
        return None
    own = _before_aside(s, before - 1, g) if spoken else None
    if own is not None:
        return told(s, group, g, own, own[0])
    hit = None if source is None else told(s, group, g, source, before)
    if hit is None and (g.null_subject or (g.verb_second and spoken)):
        return told(s, group, g, None, before)
    return hit


def _says_before(s: Sentence, group: Group, g: Grammar, before: int, source: Phrase | None) -> bool:
    """True when what stands before the mark is what was said: a quotation, or a clause."""
    quoted = is_speech(s, before - 1) or (s.at(before - 1) == "," and is_speech(s, before - 2))
    behind = group.behind if source is None else max(source[1], group.behind)
    start = complement(s, group, g, behind)
    follows = s.at(max(behind, group.close))
    if quoted and source is not None and s.at(source[1]) != ":":
        return True
    if start is not None and (g.is_(s.at(start), "openers") or s.at(start - 1) == ":"):
        return False
    if start is not None and g.is_(s.low[0], "contrasts") and g.is_(s.low[0], "subordinators"):
        return False  # während andere fordern, warnte X vor …
    if source is None:
        return g.null_subject and (quoted or (follows in STOPS and before > 2))
    closed = follows in STOPS or is_pronoun(s, source[0], g)
    speaks = _speaks(s, source, g)
    closed = closed or (speaks and _tells_how(s, max(behind, group.close), g))
    bare = not quoted and _names_alone(s, before, g)
    if bare and group.takes & _NOUNS and not g.verb_second:
        return False
    if closed and (speaks or not group.takes & _NOUNS):
        return True
    if bare:
        return False
    return (closed or before > 3) and (closed or not group.takes & _NOUNS)


def _names_alone(s: Sentence, before: int, g: Grammar) -> bool:
    """True when nothing stands before the mark but somebody and what is set off behind them: El
    líder, Gerardo Luna, demandó la renuncia.
    """
    own = _before_aside(s, before - 1, g)
    if own is None:
        return False
    comma = next(at for at in range(own[0], before) if s.low[at] in ASIDE)
    return not any(is_verb(s, at, g) for at in range(own[0], comma))


def _tells_how(s: Sentence, k: int, g: Grammar) -> bool:
    """Does a word of time or place stand at `k`: a dit X mardi à la presse."""
    return g.is_(s.at(k), "adverbs", "prepositions") or is_time(s, k, g)


def _speaks(s: Sentence, source: Phrase, g: Grammar) -> bool:
    """True for a phrase that names somebody, whatever verb stands before it."""
    words = range(*source)
    named = not g.verb_second and any(s.capital(at) for at in words)
    return named or any(is_pronoun(s, at, g) or s.low[at] in g.speakers for at in words)


def _before_aside(s: Sentence, comma: int, g: Grammar) -> Phrase | None:
    """The subject before a set-off phrase that ends at `comma`: Le maire, Jean Dupont, a dit."""
    mark = s.at(comma)
    if mark not in {",", "—", "–"}:
        return None
    other = comma - 1
    while other > 0 and s.low[other] not in {mark, ";", ":"} and not is_speech(s, other):
        other -= 1
    if other <= 0 or s.low[other] != mark:
        return None
    describes = g.is_(s.at(other + 1), "relatives") or g.is_(s.at(other + 2), "relatives")
    if not describes and any(is_verb(s, at, g) for at in range(other, comma)):
        return None
    first = phrase_start(s, other, g)
    if first is None or not (
        first == 0
        or s.low[first - 1] in STOPS
        or g.is_(s.low[first - 1], "openers", "joining", "conjunctions", "contrasts")
    ):
        return _before_aside(s, other, g)
    return first, comma


def is_active(group: Group, g: Grammar) -> bool:
    """False for a passive: se espera que."""
    middle = g.classes["middle"]
    passive = group.reflexive and group.kind != INFINITIVE
    return not (passive and middle and group.cue.lemma not in middle)
