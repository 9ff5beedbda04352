"""Noun phrases of a sentence in a language with a `Grammar`: who speaks, and where a phrase ends.

In: a sentence and a place in it. Out: word indexes. A phrase is found by walking from the verb to
the nearest word that cannot belong to it; a parser would do it better and costs a hundred times
the time.
"""

from __future__ import annotations

from compare.reading.base.speech_grammar import FINITE, Grammar
from compare.reading.base.worded import QUOTE, Sentence

STOPS = frozenset(
    {",", ";", ":", "—", "–", "--", "-", "(", ")", ".", "!", "?", "…", "...", "[", "]", ""}
)
MARKS = frozenset({",", ";", ":", "—", "–", "(", ")"})
ASIDE = frozenset({",", QUOTE, "—", "–", "--", ")"})
_LONG = 12


def is_time(s: Sentence, k: int, g: Grammar) -> bool:
    """True for a word of time, for a number beside one and for the article before one."""
    word = s.at(k)
    if g.is_(word, "times"):
        return True
    beside = g.is_(s.at(k + 1), "times") or (g.is_(word, "articles") and _number(s.at(k + 1)))
    return beside and (g.is_(word, "articles", "of") or _number(word)) and word != ""


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


def phrase_end(s: Sentence, k: int, g: Grammar) -> int:
    """Behind the noun phrase that begins at `k`; `k` itself where none does."""
    first = k
    if g.is_(s.at(k), "subjects"):
        return k + 1
    while k < s.last() and not _ends(s, k, first, g):
        k += 1
    while k > first and g.is_(s.at(k - 1), "articles", "of", "joining", "adverbs"):
        k -= 1
    return k


def _ends(s: Sentence, k: int, first: int, g: Grammar) -> bool:
    word = s.low[k]
    if word in STOPS or word == QUOTE:
        return True
    if g.is_(word, "openers", "relatives", "conjunctions") and not (
        g.verb_second and g.is_(word, "articles")
    ):
        return True
    if k == first:
        small = g.is_(word, "prepositions", "adverbs", "of") and not g.is_(word, "articles")
        return small and not s.capital(k)
    if g.is_(word, "of"):
        return False
    if is_time(s, k, g) or g.is_(word, "adverbs", "negations"):
        return True
    if g.verb_second:
        noun_before = s.capital(k - 1) or _number(s.at(k - 1))
        small = not s.capital(k) and not g.is_(word, "articles", "joining")
        return noun_before and small and not _number(word)
    if g.is_(word, "prepositions"):
        return True
    return is_verb(s, k, g) and not g.is_(s.at(k - 1), "articles", "of")


def with_appositions(s: Sentence, end: int, g: Grammar) -> int:
    """`end` of a phrase moved behind what is set off after it: Jean Dupont, maire de Lyon."""
    while s.at(end) == "," and _apposition(s, end + 1, g):
        stop = end + 1
        while stop < s.last() and s.low[stop] not in {",", ";", ":", QUOTE, "—", "–"}:
            stop += 1
        end = stop
    return end


def _apposition(s: Sentence, k: int, g: Grammar) -> bool:
    """Does something that only describes begin at `k`? No verb stands in it before its end."""
    word = s.at(k)
    if g.is_(word, "relatives") and not g.is_(word, "articles"):
        return True
    if (
        word in STOPS
        or word == QUOTE
        or (
            g.is_(
                word,
                "prepositions",
                "conjunctions",
                "joining",
                "openers",
                "subjects",
                "adverbs",
                "clitics",
            )
            and not g.is_(word, "articles")
        )
    ):
        return False
    stop = k
    while stop < s.last() and s.low[stop] not in {",", ";", ":", QUOTE, "—", "–"}:
        if is_verb(s, stop, g) or any(f.kind != FINITE for f in g.forms.get(s.low[stop], ())):
            return False
        stop += 1
    return True


def phrase_start(s: Sentence, end: int, g: Grammar) -> int | None:
    """The first word of the noun phrase that ends before `end`, or None."""
    k = end
    while k > 0 and not _begins_before(s, k - 1, end, g):
        k -= 1
    while k < end and (
        (g.is_(s.low[k], "adverbs", "joining", "negations") and not g.is_(s.low[k], "subjects"))
        or (is_time(s, k, g) and not s.capital(k + 1))
    ):
        k += 1
    if k < end and g.is_(s.low[k], "prepositions") and not g.is_(s.low[k], "articles"):
        inner = [
            at
            for at in range(k + 2, end)
            if g.is_(s.low[at], "articles", "subjects")
            and not g.is_(s.low[at - 1], "of", "prepositions")
        ]
        return inner[-1] if inner else None
    return k if k < end else None


def _begins_before(s: Sentence, k: int, end: int, g: Grammar) -> bool:
    """True when the word at `k` cannot belong to the phrase that ends before `end`."""
    word = s.low[k]
    if word in STOPS or end - k > 30:
        return True
    if word == QUOTE:
        return s.whole_quote(k) or s.ends[k] - s.starts[k] > 40
    if g.is_(word, "joining"):
        return k + 1 == end or any(is_verb(s, at, g) for at in range(max(0, k - _LONG), k))
    if g.is_(word, "articles"):
        return False
    if g.is_(word, "openers", "conjunctions", "relatives"):
        return True
    if g.is_(word, "subjects"):
        return k + 1 != end
    if g.verb_second and k + 1 != end and not (s.capital(k) or g.is_(word, "of", "adverbs")):
        return s.capital(k - 1) and k > 0 and word.isalpha()  # a verb behind a noun
    return is_verb(s, k, g) and k + 1 != end
