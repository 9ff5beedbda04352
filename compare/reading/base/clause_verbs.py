"""Verbs of saying in a sentence, with the helpers and parts that belong to them.

In: a sentence, a word of it and the grammar of its language. Out: a `Group`. Helpers stand right
before the verb (n'a pas encore déclaré, lo ha dicho) or bracket the clause (hat … erklärt, teilte …
mit); a participle without one is a passive or an adjective and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.reading.base.clause_nouns import MARKS, is_time
from compare.reading.base.speech_grammar import FINITE, GERUND, PARTICIPLE, Form, Grammar
from compare.reading.base.worded import QUOTE, Sentence
from compare.resources.cues import Cue


@dataclass(frozen=True, slots=True)
class Group:
    """A verb of saying: words `first`..`end` with its helpers, the finite one at `finite`.

    `behind` is the word from which on the rest of the clause is read, `close` is behind the part
    of the verb that stands apart, `pronoun` hangs on the verb (-t-il), `final` says that the verb
    ends its clause.
    """

    first: int
    end: int
    finite: int
    behind: int
    close: int
    cue: Cue
    kind: str
    pronoun: int | None = None
    reflexive: bool = False
    denied: bool = False
    final: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue at words `i`..`j` with its source (first, end); no source when it is that of an earlier
    cue. `left` is where its clause begins, `right` where the sentence goes on; the content begins
    at word `start`, or stands before the cue (None).
    """

    i: int
    j: int
    cue: Cue | None
    source: tuple[int, int] | None
    left: int
    right: int
    start: int | None


def groups(s: Sentence, k: int, g: Grammar) -> Iterator[Group]:
    """The verbs of saying that word `k` may be, those with more parts first. What is denied was
    not said.
    """
    if s.capital(k) and k and s.at(k - 1) not in {QUOTE, ":", "—", "–", "-"}:
        return
    build = _bracketed if g.verb_second else _chained
    for form in sorted(g.forms.get(s.low[k], ()), key=lambda f: -len(f.rest)):
        group = build(s, k, form, g)
        if group is not None and not (group.denied and form.cue.kind == "speech"):
            yield group


# ---------------------------------------------------------------- helpers before the verb
def _chained(s: Sentence, k: int, form: Form, g: Grammar) -> Group | None:
    end = _rest_next(s, k + 1, form.rest, g)
    if end is None:
        return None
    helped = _helper(s, k, g) if form.kind == PARTICIPLE else (k, None)
    if helped is None or (form.kind == FINITE and _is_noun(s, k, g)):
        return None
    first, pronoun = helped
    if pronoun is None and s.at(end)[:1] == "-" and len(s.at(end)) > 1:
        pronoun = end
    words = set()
    while g.is_(s.at(first - 1), "clitics", "negations") and not s.capital(first):
        first -= 1
        words.add(s.low[first])
    reflexive = any(g.is_(w, "reflexive") for w in words)
    middle = g.classes["middle"]
    if reflexive and middle and form.cue.lemma not in middle:
        return None  # se espera que: nobody in particular does
    return Group(
        first,
        end,
        k,
        end + (pronoun == end),
        end,
        form.cue,
        form.kind,
        pronoun,
        reflexive,
        any(g.is_(w, "negations") for w in words),
    )


def _rest_next(s: Sentence, k: int, rest: tuple[str, ...], g: Grammar) -> int | None:
    """Behind the rest of a verb (fait savoir), past adverbs; None where it does not follow."""
    if not rest:
        return k
    while g.is_(s.at(k), "adverbs") and s.at(k) != rest[0]:
        k += 1
    return k + len(rest) if s.low[k : k + len(rest)] == rest else None


def _helper(s: Sentence, k: int, g: Grammar) -> tuple[int, int | None] | None:
    """The helper of the participle at `k`, and the pronoun on it: a-t-il également dit."""
    helper, pronoun = k - 1, None
    while s.at(helper)[:1] == "-" or g.is_(s.at(helper), "adverbs", "negations"):
        if s.at(helper)[:1] == "-":
            pronoun = helper
        helper -= 1
    reflexive = any(g.is_(s.at(helper - n), "reflexive") for n in (1, 2))
    if g.is_(s.at(helper), "have") or (g.is_(s.at(helper), "be") and reflexive):
        return helper, pronoun
    return None


def _is_noun(s: Sentence, k: int, g: Grammar) -> bool:
    """True behind an article (la demande), unless that is an object of the verb (il la demande)."""
    before = s.at(k - 1)
    if g.is_(before, "have", "be"):
        return True
    return g.is_(before, "articles") and not g.is_(s.at(k - 2), "subjects", "negations")


# ---------------------------------------------------------------- helpers around the clause
def _bracketed(s: Sentence, k: int, form: Form, g: Grammar) -> Group | None:
    begin, stop = clause_of(s, k)
    around = [at for at in range(begin, stop) if at != k]
    if form.kind == GERUND or any(g.is_(s.low[at], "be", "modals") for at in around):
        return None
    denied = any(g.is_(s.low[at], "negations") for at in around)
    helper = next((at for at in around if g.is_(s.low[at], "have")), None)
    if form.kind == FINITE:
        close = _rest_last(s, k, stop, form.rest, g)
        if close is None or helper is not None:
            return None
        final = k == stop - 1 and k > begin + 1
        return Group(k, k + 1, k, k + 1, close, form.cue, FINITE, denied=denied, final=final)
    first = k - len(form.rest)
    if helper is None or s.low[first:k] != form.rest:
        return None
    end = k + 1 + (helper == k + 1)
    final = helper > k
    return Group(
        first, end, helper, helper + 1, end, form.cue, form.kind, denied=denied, final=final
    )


def _rest_last(s: Sentence, k: int, stop: int, rest: tuple[str, ...], g: Grammar) -> int | None:
    """Behind the rest of a verb that ends its clause: teilte … mit; None where it is not there."""
    if not rest:
        return k + 1
    for at in range(stop - len(rest), k, -1):
        end = at + len(rest)
        follows = end == stop or g.is_(s.at(end), "joining") or is_time(s, end + 1, g)
        if s.low[at:end] == rest and follows:
            return end
    return None


def clause_of(s: Sentence, k: int) -> tuple[int, int]:
    """The words between the marks around word `k`, without a quotation in front."""
    begin, stop = k, k
    while begin > 0 and s.low[begin - 1] not in MARKS:
        begin -= 1
    while stop < s.last() and s.low[stop] not in MARKS:
        stop += 1
    while begin < k and s.low[begin] == QUOTE:
        begin += 1
    return begin, stop
