"""Noun phrases of a sentence in a language with a `Grammar`: where one begins and ends.

In: a sentence and a place in it. Out: word indexes. A phrase is found by walking from the verb to
the nearest word that cannot belong to it; a parser would do it better and costs a hundred times
the time.
"""

from __future__ import annotations

from compare.reading.base.speech_grammar import FINITE, INFINITIVE, Grammar
from compare.reading.base.worded import QUOTE, Sentence

MARKS = frozenset({",", ";", ":", "—", "–", "--", "(", ")"})
STOPS = MARKS | frozenset({"-", ".", "!", "?", "…", "...", "[", "]", ""})
_SET_OFF = frozenset({",", ";", ":", QUOTE, "—", "–"})
_INSIDE = ("of", "adverbs", "prepositions", "clitics")
_FAR, _LONG, _WIDE = 12, 30, 40


def is_time(s: Sentence, k: int, g: Grammar) -> bool:
    """True for a word of time, for a number beside one and for the article before one."""
    word = s.at(k)
    if g.is_(word, "times"):
        return True
    small = g.is_(word, "articles", "of")
    if g.is_(s.at(k + 1), "times"):
        return _number(word) or (small and not g.verb_second)
    return small and _number(s.at(k + 1)) and g.is_(s.at(k + 2), "times", "of")


def _number(word: str) -> bool:
    return word[:1].isdigit()


def is_verb(s: Sentence, k: int, g: Grammar) -> bool:
    """True for a finite verb, as far as the grammar knows any; behind an article it is a noun."""
    word = s.at(k)
    if (s.capital(k) and k) or (g.is_(s.at(k - 1), "articles") and not g.verb_second):
        return False
    if g.is_(word, "have", "be", "modals", "reported"):
        return True
    return any(form.kind == FINITE for form in g.forms.get(word, ()))


def is_speech(s: Sentence, k: int) -> bool:
    """True for a quotation that is said, false for a word or a title in quotation marks."""
    if s.at(k) != QUOTE:
        return False
    return s.whole_quote(k) or s.at(k - 1) in STOPS or s.ends[k] - s.starts[k] > _WIDE


def is_pronoun(s: Sentence, k: int, g: Grammar) -> bool:
    """True for a pronoun that may be a subject, not for an article of the same form: das Papier."""
    word = s.at(k)
    return g.is_(word, "subjects") and not (g.is_(word, "articles") and s.capital(k + 1))


def phrase_end(s: Sentence, k: int, g: Grammar) -> int:
    """Behind the noun phrase that begins at `k`; `k` itself where none does."""
    first = k
    if is_pronoun(s, k, g):
        return k + 1
    while k < s.last() and not _ends(s, k, first, g):
        k += 1
    while k > first and g.is_(s.at(k - 1), "articles", "of", "joining", "adverbs"):
        if g.is_(s.at(k - 1), "stressed") and g.is_(s.at(k - 2), "of"):
            break
        k -= 1
    return k


def _ends(s: Sentence, k: int, first: int, g: Grammar) -> bool:
    word = s.low[k]
    if word in STOPS or is_speech(s, k):
        return True
    if g.verb_second and g.is_(word, "articles"):
        return False
    if g.is_(word, "openers", "relatives", "conjunctions", "by_which"):
        return True
    if k == first:
        small = g.is_(word, "prepositions", "adverbs", "of") and not g.is_(word, "articles")
        return small and not s.capital(k)
    if g.is_(word, "of", "articles"):
        return False
    if g.is_(word, "stressed") and g.is_(s.at(k - 1), "of"):
        return False  # l'un d'eux
    if is_time(s, k, g) or g.is_(word, "adverbs", "negations", "clitics"):
        return True
    if g.verb_second:
        noun_before = s.capital(k - 1) and not g.is_(s.at(k - 1), "articles")
        noun_before = noun_before or _number(s.at(k - 1)) or s.low[k - 1] == QUOTE
        return noun_before and word.isalpha() and not (s.capital(k) or g.is_(word, "joining"))
    if g.is_(word, "prepositions"):
        return True
    return is_verb(s, k, g) and not g.is_(s.at(k - 1), "of")


def past_phrase(s: Sentence, k: int, g: Grammar) -> int:
    """Behind the phrase with a preposition that begins at `k`: à l'AFP, a este diario."""
    k += 1
    while g.is_(s.at(k), "articles", "of"):
        k += 1
    name = s.capital(k) and not s.words[k].isupper()
    k += 1
    if s.at(k).isalpha() and not s.capital(k) and not g.is_small(s.at(k)):
        follows = s.at(k + 1)
        k += follows in STOPS or g.is_(follows, "openers", "prepositions")  # an adjective
    while k < s.last() and (g.is_(s.at(k), "of") or (name and s.capital(k))):
        k += 1
        while g.is_(s.at(k), "articles"):
            k += 1
        k += g.is_(s.at(k - 1), "of", "articles")
    return k


def with_appositions(s: Sentence, end: int, g: Grammar) -> int:
    """`end` of a phrase moved behind what is set off after it: Jean Dupont, maire de Lyon."""
    while s.at(end) == "," and _apposition(s, end + 1, g):
        end += 1
        while end < s.last() and s.low[end] not in _SET_OFF:
            end += 1
    return end


def _apposition(s: Sentence, k: int, g: Grammar) -> bool:
    """Does something that only describes begin at `k`? No verb stands in it before its end."""
    word = s.at(k)
    if g.is_(word, "relatives"):
        bare = not (s.capital(k + 1) or g.is_(s.at(k + 1), "adverbs"))
        if not g.is_(word, "articles") or (g.verb_second and bare):
            return True
    if word in STOPS or word == QUOTE:
        return False
    small = g.is_(word, "prepositions", "conjunctions", "joining", "openers", "subjects", "adverbs")
    if (small or g.is_(word, "clitics", "contrasts")) and not g.is_(word, "articles"):
        return False
    while k < s.last() and s.low[k] not in _SET_OFF:
        if is_verb(s, k, g) or any(f.kind != INFINITIVE for f in g.forms.get(s.low[k], ())):
            return False
        k += 1
    return True


def phrase_start(s: Sentence, end: int, g: Grammar) -> int | None:
    """The first word of the noun phrase that ends before `end`, or None."""
    k = end
    while k > 0 and not _begins_before(s, k - 1, end, g):
        k -= 1
    while k < end and not g.is_(s.low[k], "subjects"):
        small = g.is_(s.low[k], "adverbs", "joining", "negations")
        if not small and not (is_time(s, k, g) and not s.capital(k + 1)):
            break
        k += 1
    if k < end and g.is_(s.low[k], "prepositions") and not g.is_(s.low[k], "articles"):
        return _behind_opening(s, k, end, g)
    return k if k < end else None


def _behind_opening(s: Sentence, k: int, end: int, g: Grammar) -> int | None:
    """Where a phrase begins behind one that opens the clause without a comma."""
    inner = [
        at
        for at in range(k + 2, end)
        if g.is_(s.low[at], "articles", "subjects")
        and not g.is_(s.low[at - 1], "of", "prepositions")
    ]
    return inner[-1] if inner else None


def _begins_before(s: Sentence, k: int, end: int, g: Grammar) -> bool:
    """True when the word at `k` cannot belong to the phrase that ends before `end`."""
    word = s.low[k]
    if word in STOPS or end - k > _LONG:
        return True
    if word == QUOTE:
        return is_speech(s, k)
    if g.is_(word, "joining"):
        return k + 1 == end or any(is_verb(s, at, g) for at in range(max(0, k - _FAR), k))
    if g.is_(word, "articles"):
        return False
    if g.is_(word, "openers", "conjunctions", "relatives", "contrasts", "reflexive"):
        return True
    if g.is_(word, "subjects"):
        return k + 1 != end
    if g.verb_second and k + 1 != end and not (s.capital(k) or g.is_(word, *_INSIDE)):
        noun_before = k > 0 and s.capital(k - 1) and not g.is_(s.at(k - 1), "articles")
        return noun_before and word.isalpha()  # so it is a verb
    return is_verb(s, k, g) and k + 1 != end
