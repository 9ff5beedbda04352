"""Who speaks in an English sentence: the noun phrase that belongs to a cue.

In: a sentence and the place of a cue. Out: the words of its source, or that it is the source of
an earlier cue. A phrase is found by walking left from the verb to the nearest word that cannot be
part of a subject; a parser would do it better and costs a hundred times the time.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.reading.base.worded import QUOTE
from compare.reading.en.speech_contents import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    Sentence,
    grammar,
    is_adverb,
    is_time,
)
from compare.resources.cues import Cue
from compare.resources.words import word_set

_STOPS = frozenset([",", ";", ":", "—", "–", "--", ".", "(", "...", "…", "?", "!"]) | {QUOTE}
_VERBS, _PAPERS = word_set("en", "speech", "verbs"), word_set("en", "speech", "papers")
_BEFORE_PARTICIPLE = frozenset(
    {",", QUOTE, "—", "–", "--", "by", "and", "while", "before", "after", "when", "but", "in"}
)
GOING_ON = word_set("en", "speech", "going_on")
_NOT_BEFORE_VERB = DETERMINERS - grammar("subjects")
_ARTICLES, _IS, _PLURALS = grammar("articles"), grammar("contracted"), grammar("plurals")
_FUTURE, _EACH = grammar("future"), grammar("each")
_PLACES = grammar("places")
_AS_NOUNS = grammar("as_nouns")


@dataclass(frozen=True, slots=True)
class Subject:
    """Words `start`..`end` of the source; `left` is where the clause of the cue begins.

    `elided` says that the source is that of an earlier cue (then `start` == `end`); `inverted`
    that it stands behind the cue (then `resume` is where the sentence goes on).
    """

    start: int
    end: int
    left: int
    elided: bool = False
    inverted: bool = False
    resume: int = 0


def subject(s: Sentence, i: int, j: int, cue: Cue, taken: frozenset[int]) -> Subject | None:
    """The subject of the cue at words `i`..`j`, or None when they are no cue after all.

    `taken` holds the indexes of words that belong to earlier cues.
    """
    p = i - 1
    helpers: set[str] = set()
    while p >= 0 and (s.low[p] in AUXILIARIES or s.low[p] in NEGATIONS or s.adverb(p)):
        helpers.add(s.low[p])
        p -= 1
    participle = s.low[i].endswith("ing")
    no_aside = "that" in cue.frames or cue.lemma == "find"
    if participle and no_aside and not helpers & BE:
        return None
    if p == i - 1 and s.at(p).endswith(("'s", "s'")) and s.at(p) not in _IS:
        return None  # Trump's call for
    if not participle and s.at(p) in _IS:
        return None
    if not helpers and s.low[i] == cue.lemma.split(" ")[0] and _is_singular(s, p):
        return None
    if _is_barred(s, j, cue, helpers, participle):
        return None
    if p >= 0 and s.low[p] == "to" and s.at(p - 1) in GOING_ON:
        p -= 3 if s.at(p - 1) == "on" else 2
        participle = False
    elif p >= 0 and s.low[p] == "to":
        return None
    return _by_neighbour(s, i, j, p, cue, taken, participle and not helpers & BE)


def head(s: Sentence, start: int, end: int) -> int:
    """The word that a noun phrase is about: a memo in “a memo obtained by the Star”."""
    k = start + 1
    while k < end and not _ends_head(s, k):
        k += 1
    return k - 1


def _ends_head(s: Sentence, k: int) -> bool:
    word = s.low[k]
    if word == "that" and s.at(k - 1) in PREPOSITIONS:
        return False
    if word in PREPOSITIONS or word in CONJUNCTIONS or word in {",", "("}:
        return True
    return word in _PLACES or (word.endswith("ed") and not s.capital(k))


def _behind_plural(s: Sentence, p: int) -> bool:
    """True when `p` ends what hangs on a plural: Tax experts at the college say."""
    for k in range(p, max(0, p - 12), -1):
        if s.low[k] in _STOPS or s.low[k] in AUXILIARIES:
            return False
        if _ends_head(s, k) and k > 0:
            plural = s.low[k - 1]
            many = plural in _PLURALS | _AS_NOUNS or plural.isdigit()
            if many or (plural.endswith("s") and not plural.endswith("ss")):
                return True
            if s.low[k] in CONJUNCTIONS:
                return False
    return False


def _is_singular(s: Sentence, p: int) -> bool:
    """A singular word before a base form: “a Twitter post”, not “critics say”."""
    word = s.at(p)
    if _behind_plural(s, p):
        return False
    if not word[:1].isalpha() or word in PRONOUNS | _PLURALS or word.endswith("s"):
        return word in {"he", "she", "it"}
    return (
        word not in {"to", "and", "but", "or", "who"}
        and not word.isdigit()
        and "and" not in s.low[max(0, p - 4) : p]
    )


def _is_barred(s: Sentence, j: int, cue: Cue, helpers: set[str], participle: bool) -> bool:
    """Passives (is said to), denials that something was said, and mere possibilities."""
    if helpers & BE and not participle:
        return True
    if "text" in cue.frames and helpers & _FUTURE:
        return True
    denied = bool(helpers & NEGATIONS) and s.at(j) != "that"
    return cue.kind == "speech" and (bool(helpers & MODALS) or denied)


def _by_neighbour(
    s: Sentence, i: int, j: int, p: int, cue: Cue, taken: frozenset[int], participle: bool
) -> Subject | None:
    """The subject by the word that stands before the verb and its helpers."""
    word = s.at(p)
    if participle:
        if word in _EACH and s.at(p - 1) == ",":
            return Subject(p, p + 1, p)
        if word in _BEFORE_PARTICIPLE or word in _PAPERS:
            return Subject(p, p, p + (word not in {",", QUOTE}), elided=True)
        return None
    if p == i - 1 and word in {",", QUOTE} and (turned := _inverted(s, j, p, cue)):
        return turned
    if word in {"and", "but", "or", "yet", "then"}:
        left = p - 1 if s.at(p - 1) == "," else p
        return Subject(left, left, left, elided=True)
    if word == "who" or (word == "which" and s.at(p - 1) == ","):
        end = p - 1 if s.at(p - 1) == "," else p
        start = _phrase(s, end - 1, taken)
        return None if start is None else Subject(start, end, start)
    if word == ",":
        return _appositive(s, p, taken)
    if p < 0 or word in _NOT_BEFORE_VERB or word in PREPOSITIONS or word in _STOPS - {")"}:
        return None
    if word == ")" and "(" in s.low[:p]:
        start = _phrase(s, p - 2 - s.low[:p][::-1].index("("), taken)
        return None if start is None else Subject(start, p + 1, start)
    end = _before_time(s, p) + 1
    start = _phrase(s, end - 1, taken)
    if start is None or (cue.kind == "speech" and s.at(start - 1) in {"nor", "neither"}):
        return None
    return Subject(start, end, start)


def _before_time(s: Sentence, p: int) -> int:
    """The word before “this month” or “for years” at `p`, else `p` itself."""
    k = p
    while k > 0 and (
        is_time(s.low[k])
        or (
            k < p
            and s.low[k] in {"this", "last", "for", "on", "in", "late", "early", "next", "the"}
        )
    ):
        k -= 1
    return k if k < p and s.low[k] not in _STOPS and s.low[k] not in PREPOSITIONS else p


def _inverted(s: Sentence, j: int, p: int, cue: Cue) -> Subject | None:
    """The source behind the cue: “…,” said Maria Ennis, a teacher."""
    if not cue.inverted or s.at(j) in {"that", QUOTE, ":", ",", "to", "in", "on", ""}:
        return None
    end = _phrase_after(s, j)
    if end == j:
        return None
    quoted = s.low[p] == QUOTE or s.at(p - 1) == QUOTE
    if not quoted and (p < 4 or not (s.at(end) in {",", ".", ""} or s.capital(j))):
        return None
    if not quoted and s.low[end - 1].endswith("ed") and not s.capital(end - 1):
        return None
    if not quoted and any(w in AUXILIARIES or w in {"to", "that"} for w in s.low[j:end]):
        return None
    resume = end
    while s.at(end - 1) == ",":
        end -= 1
    return Subject(j, end, p + (s.low[p] == QUOTE), inverted=True, resume=resume)


def _phrase_after(s: Sentence, j: int) -> int:
    """The end of the noun phrase that begins at `j`, its appositions included."""
    end, n = j, s.last()
    while end < n:
        word = s.low[end]
        if word in {QUOTE, ";", ":", "—", "–", "--"} or (word in TIMES and end > j):
            break
        if (
            word in {"on", "in", "at", "during", "after", "as", "when", "while", "before"}
            and end > j
        ):
            break
        if word == "," and not _apposition_at(s, end + 1):
            break
        end += 1
    return end


def _apposition_at(s: Sentence, k: int) -> bool:
    word = s.at(k)
    stops = PREPOSITIONS | CONJUNCTIONS | {"and", "but", "or", "", QUOTE}
    return word not in stops and not word.endswith("ing")


def _appositive(s: Sentence, p: int, taken: frozenset[int]) -> Subject | None:
    """The source before a set-off phrase: Tomas Reyk, the interior minister, says."""
    comma = p - 1
    while comma >= 0:
        while comma >= 0 and s.low[comma] != ",":
            if s.low[comma] in {";", QUOTE} or comma in taken:
                return None
            comma -= 1
        if comma <= 0:
            return None
        start = _phrase(s, comma - 1, taken)
        if start is None:
            return None
        first = s.low[start]
        if start == 0 or not (first.isdigit() or first in {"a", "an"} or _names_before(s, start)):
            return Subject(start, p, start)
        comma = start - 1
    return None


def _names_before(s: Sentence, start: int) -> bool:
    """True when “the majority leader” follows a name and a comma: it is an apposition too."""
    return (
        s.low[start] in {"the", "his", "her", "their"}
        and s.at(start - 1) == ","
        and s.capital(start - 2)
        and s.low[start - 2] not in TIMES
    )


def _phrase(s: Sentence, p: int, taken: frozenset[int]) -> int | None:
    """The first word of the noun phrase that ends with word `p`, or None."""
    if p < 0 or s.low[p] in _STOPS - {")"}:
        return None
    if s.low[p] in PRONOUNS:
        return p
    if s.low[p] in {"that", "this", "these", "those", "one", "more"} and s.at(p - 1) != "this":
        return None
    k = p
    while k > 0 and not _ends_phrase(s, k - 1, taken):
        if s.low[k] in _ARTICLES and s.low[k - 1] not in PREPOSITIONS | {
            "and",
            "all",
            "both",
            "half",
        }:
            break
        k -= 1
    return _without_opening(s, k, p)


def _ends_phrase(s: Sentence, k: int, taken: frozenset[int]) -> bool:
    word = s.low[k]
    if word == "that" and s.at(k - 1) in PREPOSITIONS:
        return False
    if (
        word in _STOPS
        or word in CONJUNCTIONS
        or word in AUXILIARIES
        or word in _VERBS
        or k in taken
    ):
        return True
    if word == "and":
        return s.at(k - 1) == "," or _has_verb(s, k, taken)
    return word in {"as", "or", "yet"} or word in PRONOUNS or _acts_on(s, k)


def _acts_on(s: Sentence, k: int) -> bool:
    """True for the verb of a clause in front of its object: The deal angered | Mayor Okafor."""
    if not s.low[k].endswith("ed") or s.capital(k) or k == 0:
        return False
    before, behind = s.low[k - 1], s.at(k + 1)
    free = before not in _ARTICLES | DETERMINERS | {","} and not is_adverb(before)
    return free and (s.capital(k + 1) or behind in _ARTICLES)


def _has_verb(s: Sentence, k: int, taken: frozenset[int]) -> bool:
    """True when the words before `and` at `k` hold a verb: then it joins clauses, not nouns."""
    for at in range(k - 1, max(-1, k - 14), -1):
        word = s.low[at]
        if word in _STOPS:
            return False
        if word in AUXILIARIES or word in _VERBS or at in taken:
            return True
        if word.endswith("ed") and not s.capital(at):
            return True
    return False


def _without_opening(s: Sentence, k: int, p: int) -> int | None:
    """Start of the phrase `k`..`p` without “On Monday” or “Still” before it."""
    while k < p and is_adverb(s.low[k]) and (k == 0 or not s.capital(k)):
        k += 1
    if s.low[k] in PREPOSITIONS or s.low[k] in TIMES - {"may"}:
        run = p
        while run > k + 1 and (
            s.capital(run - 1) or s.low[run - 1] in DETERMINERS or not s.capital(p)
        ):
            if s.low[run - 1] in TIMES or s.low[run - 1] in PREPOSITIONS - {"of", "for"}:
                break
            run -= 1
        k = run
    return None if s.low[k] in PREPOSITIONS or s.low[p] in DETERMINERS - _AS_NOUNS else k
