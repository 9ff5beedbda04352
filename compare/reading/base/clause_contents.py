"""What is said: the complement of a verb of saying in a language with a `Grammar`.

In: a sentence, a verb and the word from which on its clause is read. Out: the word at which the
content begins, or None when nothing follows that the verb can take. Frames keep precision: “refuse”
needs an infinitive, “qualifier” a quotation, “dénoncer” an object.
"""

from __future__ import annotations

from compare.reading.base.clause_nouns import STOPS, is_speech, is_time, is_verb, past_phrase
from compare.reading.base.clause_verbs import Group
from compare.reading.base.speech_grammar import Grammar
from compare.reading.base.worded import QUOTE, Sentence

_FAR, _ASIDE = 22, 8
_TOLD = frozenset({"tell", "say", "announce", "admit", "report", "express", "promise"})
_END = frozenset({".", ";", "!", "?", "…", "...", "(", ")", "—", "–", ""})


def complement(s: Sentence, verb: Group, g: Grammar, k: int) -> int | None:
    """The word at which the content of `verb` begins, from word `k` on."""
    start = _complement(s, verb, g, k)
    if start is None or start >= s.last():
        return None
    return None if verb.part <= start < verb.close else start


def _complement(s: Sentence, verb: Group, g: Grammar, k: int) -> int | None:
    frames = verb.cue.frames
    first = _past_times(s, k, g)
    if "self" in frames and not verb.reflexive:
        return None
    if "quote" in frames and not verb.reflexive and (start := _with_quote(s, first)):
        return start
    if "direct" in frames:
        return _quote(s, k, g)
    if "state" in frames:
        if verb.reflexive and (start := _behind_colon(s, first)):
            return start
        return (
            first if verb.reflexive and s.at(first) not in STOPS and s.at(first) != "als" else None
        )
    if verb.reflexive and "clause" in frames and not g.verb_second and s.at(first) not in STOPS:
        return first  # s'est dit prêt
    if frames & {"to", "clause"} and _infinitive(s, first, g, marked="to" in frames):
        return first
    opener = _clause(s, k, g) if frames & {"clause", "person", "to"} else None
    if not frames & {"object", "person", "about"} or opener == first:
        return opener
    if opener is not None and verb.cue.strength in {"tell", "say", "warn"}:
        return opener
    if verb.cue.strength in _TOLD:
        first = _past_phrases(s, first, g)
    if verb.part <= first < verb.close:
        return opener
    return first if _object(s, first, g, about="about" in frames) else opener


def _behind_colon(s: Sentence, k: int) -> int | None:
    """A quotation behind a word that tells how: zeigte sich empört: „Nein.“"""
    colon = next((at for at in range(k, min(s.last(), k + _ASIDE)) if s.low[at] in _END | {":"}), k)
    return colon + 1 if s.at(colon) == ":" and s.at(colon + 1) == QUOTE else None


def _past_times(s: Sentence, k: int, g: Grammar) -> int:
    while k < s.last() and (
        is_time(s, k, g)
        or (g.is_(s.low[k], "adverbs", "negations") and not s.capital(k))
        or (g.verb_second and g.is_(s.low[k], "reflexive"))
    ):
        k += 1
    return k


def _past_phrases(s: Sentence, k: int, g: Grammar) -> int:
    """Behind phrases of place or addressee where a noun phrase follows: anunció en Madrid una."""
    if s.at(k) == "," and "," in s.low[k + 1 : k + _ASIDE]:
        k = s.low.index(",", k + 1) + 1
    at = k
    while g.is_(s.at(at), "prepositions") and not g.is_(s.at(at), "articles"):
        at = _past_times(s, past_phrase(s, at, g), g)
    return at if at == k or g.is_(s.at(at), "articles") or s.at(at) == QUOTE else k


def _quote(s: Sentence, k: int, g: Grammar) -> int | None:
    """A quotation in the same clause, behind a colon or a comma."""
    for at in range(k, min(s.last(), k + _FAR)):
        if s.low[at] == QUOTE:
            return at
        if s.low[at] == ":":
            return at + 1
        if s.low[at] in _END or is_verb(s, at, g) or (s.low[at] == "," and s.at(at + 1) != QUOTE):
            return None
    return None


def _with_quote(s: Sentence, k: int) -> int | None:
    """A noun phrase with a quotation in it: a qualifié le plan de « folie »."""
    for at in range(k, min(s.last(), k + 16)):
        if s.low[at] == QUOTE:
            return k
        if s.low[at] in _END | {",", ":"} and s.at(at + 1) != QUOTE:
            return None
    return None


def _infinitive(s: Sentence, k: int, g: Grammar, *, marked: bool) -> bool:
    """“assure avoir vu”; when `marked`, also “promet de venir”."""
    if g.verb_second:
        return False
    if marked and g.is_(s.at(k), "to"):
        k += 1
    while g.is_(s.at(k), "clitics", "negations", "adverbs"):
        k += 1
    word = s.at(k)
    return len(word) > 1 and word.isalpha() and not s.capital(k) and word.endswith(g.infinitive)


def _object(s: Sentence, k: int, g: Grammar, *, about: bool) -> bool:
    """Does a noun phrase, or a phrase that tells what it is about, begin at `k`?"""
    word = s.at(k)
    if word in STOPS or word == QUOTE:
        return word == QUOTE
    if about and is_verb(s, k, g):
        return False
    if g.is_(word, "articles") or g.verb_second or about:
        return not g.is_(word, "openers", "conjunctions", "joining", "reflexive")
    if g.is_(word, "openers", "conjunctions", "joining", "relatives", "clitics"):
        return False
    return not g.is_(word, "prepositions") or g.is_(word, "dative", "of")


def _clause(s: Sentence, k: int, g: Grammar) -> int | None:
    """A clause behind que, dass or a colon; a quotation; a main clause behind a comma (German)."""
    at = k
    while at < min(s.last(), k + _FAR):
        word = s.low[at]
        if g.is_(word, "openers") or (
            g.is_(word, "questions") and at - k < 3 and not g.verb_second
        ):
            return at
        if g.is_(word, "joining") and is_verb(s, at + 1, g):
            return None
        if word == QUOTE and (at == _past_times(s, k, g) or is_speech(s, at)):
            return at
        if word == ":":
            return at + 1
        if word == "," and s.at(at + 1) == QUOTE:
            return at + 1
        if word == "," and g.verb_second:
            return _behind_comma(s, at + 1, g)
        if word in _END or (at > k and is_verb(s, at, g) and not g.verb_second):
            return None
        after = _past_aside(s, at, g) if word == "," else at + 1
        if after is None:
            return None
        at = after
    return None


def _past_aside(s: Sentence, comma: int, g: Grammar) -> int | None:
    """Behind an aside between commas, when an opener or a quotation follows it."""
    for end in range(comma + 1, min(s.last(), comma + 20)):
        if s.low[end] == ",":
            if g.is_(s.at(end + 1), "openers") or s.at(end + 1) == QUOTE:
                return end + 1
        elif s.low[end] == ":" and s.at(end + 1) == QUOTE:
            return end
    return None


# ---------------------------------------------------------------- behind a comma (German)
def _behind_comma(s: Sentence, k: int, g: Grammar) -> int | None:
    """dass, ob, wie; an infinitive with zu; a main clause; whatever stands behind an apposition."""
    word = s.at(k)
    if g.is_(word, "openers", "questions"):
        return k
    if g.is_(word, "joining", "purposes", "contrasts"):
        return None
    stop = k
    while stop < s.last() and s.low[stop] not in {",", ";", ":"}:
        stop += 1
    words = range(k, stop)
    finite = next((at for at in words if s.low[at] == QUOTE or _is_finite(s, at, k, g)), None)
    if any(_with_zu(s, at, g) for at in words) and (finite is None or finite > k + 2):
        return k
    relative = g.is_(word, "relatives") and not s.capital(k + 1)
    if finite is not None and not (relative and finite >= stop - 1):
        return k
    if s.at(stop) == ":" or (s.at(stop) == "," and s.at(stop + 1) == QUOTE):
        return stop + 1
    return _behind_comma(s, stop + 1, g) if s.at(stop) == "," else None


def _with_zu(s: Sentence, at: int, g: Grammar) -> bool:
    word = s.low[at]
    if g.is_(word, "to"):
        return s.at(at + 1).endswith(g.infinitive) and not s.capital(at + 1)
    return not s.capital(at) and "zu" in word[1:-2] and word.endswith("en")


def _is_finite(s: Sentence, at: int, first: int, g: Grammar) -> bool:
    """A verb that is known, or a small word where only a verb can stand: behind a noun."""
    word = s.low[at]
    if is_verb(s, at, g):
        return True
    noun_before = at > first and (s.capital(at - 1) or g.is_(s.at(at - 1), "subjects"))
    if not noun_before or s.capital(at) or not word.isalpha() or len(word) < 3:
        return False
    return not g.is_(
        word, "articles", "of", "prepositions", "joining", "adverbs", "negations", "openers",
        "relatives", "subjects", "to", "conjunctions", "reflexive",
    )  # fmt: skip
