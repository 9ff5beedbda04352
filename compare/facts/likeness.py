"""The chance that two facts are facts of one thing, whatever their values.

In: facts of one kind, how alike their contexts are, the fitted weights. Out: a matrix [n, n] in
0..1. What decides: the words beside the value, its proposition and its sentence (encoder and words,
through the dictionary across languages), the class of the predicate, the words that say what is
counted, the names, the unit, marks of scope, and how far a pair stands out from its rivals. The
weights follow meaning: none that speaks for a pair may count against it. Fitted by
tools/fit_facts.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from compare.model import FACT_KINDS, Fact
from compare.model.facts import OUTCOME, WHERE, WHO
from compare.resources.matching import fact_heads
from compare.resources.predicates import predicates
from compare.resources.units import BASE

Matrix = NDArray[np.float32]
ALIKE = (
    "beside cosine", "beside lexical", "proposition cosine", "proposition lexical",
    "sentence cosine", "sentence held",
)  # fmt: skip
_HEADS = {WHERE: "name", WHO: "name", OUTCOME: "outcome"}
_KNOWN = 0.5  # of an unknown relation between predicates
_LONELY = 0.2  # the rival of the only fact of an article


def by_kind(facts: Sequence[Fact], most: int) -> dict[str, list[Fact]]:
    """Facts by kind, kinds in the order of `FACT_KINDS`, each in the order given; of more than
    `most` of a kind the first of every article, since pairs grow with the square.
    """
    found = {kind: [f for f in facts if f.kind == kind] for kind in FACT_KINDS}
    return {kind: _first(held, most) for kind, held in found.items() if held}


def _first(held: Sequence[Fact], most: int) -> list[Fact]:
    if len(held) <= most:
        return list(held)
    seen: Counter[str] = Counter()
    turns = []
    for place, fact in enumerate(held):
        seen[fact.article] += 1
        turns.append((seen[fact.article], place))
    return [held[place] for place in sorted(place for _, place in sorted(turns)[:most])]


def chances(kind: str, facts: Sequence[Fact], alike: Mapping[str, Matrix]) -> Matrix:
    """The chance that each two of `facts`, all of `kind`, are facts of one thing, [n, n]."""
    return fact_heads()[_HEADS.get(kind, "value")].probability(features(facts, alike))


def features(facts: Sequence[Fact], alike: Mapping[str, Matrix]) -> dict[str, Matrix]:
    """Feature name -> matrix [n, n] over `facts` of one kind; `alike` holds the likeness of
    contexts by name (`beside cosine`, `sentence lexical`, …).
    """
    found = {name: alike[name] for name in ALIKE}
    found["same predicate"], found["other predicate"] = _predicates(facts)
    found["names"], found["apart"] = _names(facts)
    found["unit"] = _table(facts, _one_unit)
    found["scopes"] = _table(facts, lambda a, b: 1 - len(a.scopes ^ b.scopes) / 3)
    found["rivals"] = _rivals(facts, found["unit"])
    total = sum(alike.values(), np.zeros((len(facts), len(facts)), dtype=np.float32))
    found["margin"] = _margin((total / max(1, len(alike))).astype(np.float32), facts)
    return found


def _table(facts: Sequence[Fact], score: Callable[[Fact, Fact], float]) -> Matrix:
    rows = [[score(a, b) for b in facts] for a in facts]
    return np.array(rows, dtype=np.float32).reshape(len(facts), len(facts))


def _predicates(facts: Sequence[Fact]) -> tuple[Matrix, Matrix]:
    """1 where both are facts of one class (or of two that deny or mirror each other), and 1 where
    the classes are known and others.
    """
    known = predicates()

    def one(a: Fact, b: Fact) -> float:
        if not a.predicate or not b.predicate:
            return _KNOWN
        first = known[a.predicate]
        same = b.predicate in (a.predicate, first.converse) or b.predicate in first.opposites
        return float(same)

    table = _table(facts, one)
    return (table == 1).astype(np.float32), (table == 0).astype(np.float32)


def _names(facts: Sequence[Fact]) -> tuple[Matrix, Matrix]:
    """The share of names that both have, and 1 where both name somebody and nobody in common."""

    def shared(a: Fact, b: Fact) -> float:
        both = set(a.about) | set(b.about)
        return len(set(a.about) & set(b.about)) / len(both) if both else 0.0

    table = _table(facts, shared)
    some = np.array([bool(f.about) for f in facts])
    return table, ((some[:, None] & some[None, :]) & (table == 0)).astype(np.float32)


def _one_unit(a: Fact, b: Fact) -> float:
    one, other = a.value.unit, b.value.unit
    if one == other:
        return 1.0
    first, second = BASE.get(one), BASE.get(other)
    if first and second and first[0] == second[0]:
        return 1.0
    return 0.5 if {one, other} & {"", "person"} else 0.0


def _rivals(facts: Sequence[Fact], unit: Matrix) -> Matrix:
    """The logarithm of how many facts of one's unit stand in the two articles: where each gives
    one figure alone, they are likelier one thing than among thirty.
    """
    articles = _numbered(facts)
    held = np.stack([(unit * (articles == n)).sum(axis=1) for n in range(articles.max() + 1)])
    mine = held[articles, np.arange(len(facts))]
    theirs = held[articles].T  # of the other's article, comparable to mine
    most: Matrix = np.log(1 + mine[:, None] * 0.5 + theirs * 0.5).astype(np.float32)
    return ((most + most.T) / 2).astype(np.float32)


def _margin(score: Matrix, facts: Sequence[Fact]) -> Matrix:
    """How far a pair lies above the best rival that either has in the other's article."""
    out = np.zeros_like(score)
    articles = _numbered(facts)
    for number in range(articles.max() + 1):
        inside = np.flatnonzero(articles == number)
        block = score[:, inside]
        rival = np.full_like(block, _LONELY)
        if len(inside) > 1:
            top = np.sort(block, axis=1)
            rival = np.where(block >= top[:, -1:], top[:, -2:-1], top[:, -1:])
        out[:, inside] = block - rival
    return np.minimum(out, out.T)


def _numbered(facts: Sequence[Fact]) -> NDArray[np.int64]:
    """The article of each fact, as a number in the order in which they come."""
    order = {name: n for n, name in enumerate(dict.fromkeys(f.article for f in facts))}
    return np.array([order[f.article] for f in facts], dtype=np.int64)
