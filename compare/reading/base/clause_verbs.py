"""Verbs of saying in a sentence, with the helpers and parts that belong to them.

In: a sentence, a word of it and the grammar of its language. Out: a `Group`. Helpers stand right
before the verb (n'a pas encore déclaré, lo ha dicho, se limitó a decir) or bracket the clause
(hat … erklärt, teilte … mit); a participle without one is a passive and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from compare.reading.base.clause_nouns import MARKS, is_speech, is_time, is_verb
from compare.reading.base.speech_grammar import (
    FINITE,
    GERUND,
    INFINITIVE,
    PARTICIPLE,
    STATE,
    Form,
    Grammar,
)
from compare.reading.base.worded import QUOTE, Sentence
from compare.resources.cues import Cue


@dataclass(frozen=True, slots=True)
class Group:
    """A verb of saying: words `first`..`end` with its helpers, the finite one at `finite`.

    `behind` is the word from which on the rest of the clause is read; the part of the verb that
    stands apart lies in `part`..`close`; `pronoun` hangs on the verb (-t-il); `final` says that
    the verb ends its clause, `shared` that its helper is that of an earlier verb. `takes` are the
    frames of all that this verb may be.
    """

    first: int
    end: int
    finite: int
    behind: int
    part: int
    close: int
    cue: Cue
    kind: str
    pronoun: int | None = None
    reflexive: bool = False
    denied: bool = False
    final: bool = False
    takes: frozenset[str] = frozenset()
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue at words `i`..`j` with its source (first, end); no source when it is that of an earlier
    cue. `left` is where its clause begins, `right` where the sentence goes on; the content is the
    words from `start` to `stop` (None: to the end), or stands before the cue (`start` None).
    `pointing` says that it is the sentence before: das teilte X mit.
    """

    i: int
    j: int
    cue: Cue | None
    source: tuple[int, int] | None
    left: int
    right: int
    start: int | None
    stop: int | None = None
    pointing: bool = False


def groups(s: Sentence, k: int, g: Grammar) -> Iterator[Group]:
    """The verbs of saying that word `k` may be, those with more parts first. What is denied was
    not said.
    """
    if s.capital(k) and k and s.at(k - 1) not in {QUOTE, ":", "—", "–", "-"}:
        return
    build = _bracketed if g.verb_second else _chained
    forms = sorted(g.forms.get(s.low[k], ()), key=lambda f: -len(f.rest))
    parts = 0
    for form in forms:
        group = build(s, k, form, g) if len(form.rest) >= parts else None
        if group is not None and not (group.denied and form.cue.kind == "speech"):
            parts = len(form.rest)
            same = (f.cue for f in forms if f.cue.lemma == form.cue.lemma)
            yield replace(group, takes=frozenset(frame for cue in same for frame in cue.frames))


# ---------------------------------------------------------------- helpers before the verb
def _chained(s: Sentence, k: int, form: Form, g: Grammar) -> Group | None:
    end = _rest_next(s, k + 1, form.rest, g)
    if end is None or (form.kind == FINITE and _is_noun(s, k, g)):
        return None
    raised = _lasting(s, k, g) if form.kind == GERUND else None
    if raised is not None:
        form = replace(form, kind=FINITE)
    plain = form.kind in {FINITE, GERUND}
    helped = (k if raised is None else raised, None) if plain else _helper(s, k, form.kind, g)
    shared = helped is None and form.kind == PARTICIPLE and _shares_helper(s, k, g)
    if helped is None and not shared:
        return None
    first, pronoun = helped or (k, None)
    if pronoun is None and s.at(end)[:1] == "-" and len(s.at(end)) > 1:
        pronoun = end
    words = set()
    while g.is_(s.at(first - 1), "clitics", "negations") and not s.capital(first):
        first -= 1
        words.add(s.low[first])
    reflexive = any(g.is_(w, "reflexive") for w in words)
    denied = any(g.is_(w, "negations") for w in words)
    behind = end + (pronoun == end)
    return Group(
        first, end, k, behind, end, end, form.cue, form.kind, pronoun, reflexive, denied,
        shared=shared,
    )  # fmt: skip


def _rest_next(s: Sentence, k: int, rest: tuple[str, ...], g: Grammar) -> int | None:
    """Behind the rest of a verb (fait savoir), past adverbs; None where it does not follow."""
    if not rest:
        return k
    while g.is_(s.at(k), "adverbs") and s.at(k) != rest[0]:
        k += 1
    return k + len(rest) if s.low[k : k + len(rest)] == rest else None


def _helper(s: Sentence, k: int, kind: str, g: Grammar) -> tuple[int, int | None] | None:
    """The helper of the word at `k`, and the pronoun on it: a-t-il également dit."""
    helper: int = k - 1
    pronoun: int | None = None
    while s.at(helper)[:1] == "-" or g.is_(s.at(helper), "adverbs", "negations"):
        if s.at(helper)[:1] == "-":
            pronoun = helper
        helper -= 1
    if kind == INFINITIVE:
        helper -= g.is_(s.at(helper), "reflexive")
        helper -= g.is_(s.at(helper), "to")
        return (_raised(s, helper, g), pronoun) if g.is_(s.at(helper), "raising") else None
    if kind == STATE:
        return (helper, pronoun) if g.is_(s.at(helper), "be") else None
    reflexive = any(g.is_(s.at(helper - n), "reflexive") for n in (1, 2))
    if g.is_(s.at(helper), "have") or (g.is_(s.at(helper), "be") and reflexive):
        return helper, pronoun
    return None


def _lasting(s: Sentence, k: int, g: Grammar) -> int | None:
    """The verb that a gerund goes with: acabó reconociendo, llevan días advirtiendo."""
    helper = k - 1
    while g.is_(s.at(helper), "adverbs", "times", "articles"):
        helper -= 1
    return _raised(s, helper, g) if g.is_(s.at(helper), "raising") else None


def _raised(s: Sentence, k: int, g: Grammar) -> int:
    """The first helper of a verb that has an infinitive or a gerund: s'est contentée de dire."""
    while g.is_(s.at(k - 1), "have", "be", "adverbs") and not s.capital(k - 1):
        k -= 1
    return k


def _shares_helper(s: Sentence, k: int, g: Grammar) -> bool:
    """“a remercié la France et souhaité que”."""
    return g.is_(s.at(k - 1), "joining") and any(g.is_(w, "have") for w in s.low[: k - 1])


def _is_noun(s: Sentence, k: int, g: Grammar) -> bool:
    """True behind an article (la demande), unless that is an object of the verb (il la demande)."""
    before = s.at(k - 1)
    if g.is_(before, "have", "be"):
        return True
    if g.is_(before, "prepositions", "of") or is_verb(s, k - 1, g):
        return not g.is_(before, "clitics", "articles")  # sans doute, se dio cuenta
    if not g.is_(before, "articles") or not s.low[k].endswith(("e", "a", "o")):
        return False
    told = g.is_(before, "clitics") and (s.capital(k - 2) or s.at(k + 1) == ":")
    return not (told or g.is_(s.at(k - 2), "subjects", "negations"))


# ---------------------------------------------------------------- helpers around the clause
def _bracketed(s: Sentence, k: int, form: Form, g: Grammar) -> Group | None:
    begin, stop = clause_of(s, k)
    around = [at for at in range(begin, stop) if at != k]
    denied = any(g.is_(s.low[at], "negations") for at in around)
    denied = denied and form.cue.lemma not in g.classes["asserting"]
    if form.kind == STATE:
        at = next((at for at in around if g.is_(s.low[at], "be")), None)
        final = at is not None and at > k
        return None if at is None else _made(s, form, k, k + 1, at, denied=denied, final=final)
    if form.kind in {GERUND, INFINITIVE} or any(g.is_(s.low[at], "be", "modals") for at in around):
        return None
    helper = next((at for at in around if g.is_(s.low[at], "have")), None)
    if form.kind == FINITE:
        close = _rest_last(s, k, stop, form.rest, g)
        if close is None or helper is not None:
            return None
        part = close - len(form.rest) * (close > k + 1)
        final = k == stop - 1 and _is_subordinate(s, begin, g)
        reflexive = any(g.is_(s.low[at], "reflexive") for at in around)
        return Group(
            k, k + 1, k, k + 1, part, close, form.cue, FINITE, None, reflexive, denied, final
        )
    first = k - len(form.rest)
    if helper is not None and form.cue.kind == "attitude" and g.is_(s.low[helper], "reported"):
        return None
    if helper is None or s.low[first:k] != form.rest or k == 0:
        return None
    end = k + 1 + (helper == k + 1)
    return _made(s, form, first, end, helper, denied=denied, final=helper > k)


def _made(
    s: Sentence, form: Form, first: int, end: int, helper: int, *, denied: bool, final: bool
) -> Group:
    """A verb at the end of its clause whose helper is at `helper`."""
    reflexive = "sich" in s.low[helper:first]
    behind = first + 1 if form.kind == STATE else helper + 1
    return Group(
        first, end, helper, behind, first, end, form.cue, form.kind, None, reflexive, denied,
        final,
    )  # fmt: skip


def _is_subordinate(s: Sentence, k: int, g: Grammar) -> bool:
    """True for a clause whose verb stands at its end: nachdem er …, der im Mai …"""
    if g.is_(s.at(k), "relatives"):
        return s.at(k - 1) == "," and k > 0 and not s.capital(k + 1)
    return g.is_(s.at(k), "openers", "questions", "subordinators")


def _rest_last(s: Sentence, k: int, stop: int, rest: tuple[str, ...], g: Grammar) -> int | None:
    """Behind the rest of a verb that ends its clause: teilte … mit; None where it is not there."""
    if not rest or (g.is_(rest[0], "loose") and rest[0] in s.low[k + 1 : stop]):
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
    while begin < k and is_speech(s, begin):
        begin += 1
    return begin, stop
