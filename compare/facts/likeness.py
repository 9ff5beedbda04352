"""The chance that two facts are facts of one thing, whatever their values.

In: facts of one kind, how alike their contexts are, the fitted weights. Out: a matrix [n, n] in
0..1. What decides: the words beside the value, its proposition and its sentence (encoder and words,
through the dictionary across languages), the class of the predicate, the words that say what is
counted, the names, the unit, marks of scope, and how far a pair stands out from its rivals. The
weights follow meaning: none that speaks for a pair may count against it. Fitted by
tools/fit_facts.py.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from compare.model import FACT_KINDS, Fact
from compare.model.facts import NOT, OUTCOME, ROLE_HELD, WHERE, WHO, outcome_of
from compare.resources.matching import fact_heads
from compare.resources.predicates import STATEMENT, predicates
from compare.resources.units import BASE

Matrix = NDArray[np.float32]
ALIKE = (
    "beside cosine", "beside lexical", "proposition cosine", "proposition lexical",
    "sentence cosine", "sentence held", "paragraph cosine",
)  # fmt: skip
_HEADS = {WHERE: "name", WHO: "name", ROLE_HELD: "name", OUTCOME: "outcome"}
_LONELY = 0.2  # the rival of the only fact of an article


def by_kind(facts: Sequence[Fact], most: int) -> dict[str, list[Fact]]:
    """Facts by kind, kinds in the order of `FACT_KINDS`, each in the order given; of more than
    `most` of a kind the first of every article, since pairs grow with the square.
    """
    found = {kind: [f for f in facts if f.kind == kind] for kind in FACT_KINDS}
    found[OUTCOME] = _denied(found[OUTCOME])
    return {kind: _first(held, most) for kind, held in found.items() if held}


def _denied(outcomes: Sequence[Fact]) -> list[Fact]:
    """The outcomes of which another article has the contrary: what all agree on is no fact of a
    story but a claim.
    """
    held: defaultdict[str, set[str]] = defaultdict(set)
    for fact in outcomes:
        held[fact.value.text].add(fact.article)
    return [f for f in outcomes if any(held[text] - {f.article} for text in _contrary(f))]


def _contrary(fact: Fact) -> list[str]:
    """The texts of the values that deny one."""
    denied, name = outcome_of(fact.value.text)
    against = [("" if denied else NOT) + name]
    return against if denied else [*against, *predicates()[name].opposites]


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
    """The chance that each two of `facts`, all of `kind`, are facts of one thing, [n, n]. Who meets
    is what a meeting is: the same persons are the same meeting as far as anybody can tell; and a
    readout is known by who gave it.
    """
    found = fact_heads()[_HEADS.get(kind, "value")].probability(features(facts, alike))
    if kind != WHO:
        return found
    parties = np.array([f.value.text if " " in f.value.text else "" for f in facts])
    same = (parties[:, None] == parties[None, :]) & (parties != "")[:, None]
    official = np.array([f.predicate == STATEMENT for f in facts])
    names = np.array([f.value.text for f in facts])
    given = official[:, None] & official[None, :] & (names[:, None] == names[None, :])
    apart = official[:, None] | official[None, :]
    return np.where(same | given, np.float32(1), np.where(apart, np.float32(0), found))


def features(facts: Sequence[Fact], alike: Mapping[str, Matrix]) -> dict[str, Matrix]:
    """Feature name -> matrix [n, n] over `facts` of one kind; `alike` holds the likeness of
    contexts by name (`beside cosine`, `sentence lexical`, …).
    """
    found = {name: alike[name] for name in ALIKE}
    found["same predicate"], found["other predicate"] = _predicates(facts)
    found["names"], found["apart"] = _names(facts)
    found["unit"] = _units(facts)
    found["scopes"] = _scopes(facts)
    found["rivals"] = _rivals(facts, found["unit"])
    total = sum(alike.values(), np.zeros((len(facts), len(facts)), dtype=np.float32))
    found["margin"] = _margin((total / max(1, len(alike))).astype(np.float32), facts)
    return found


def _predicates(facts: Sequence[Fact]) -> tuple[Matrix, Matrix]:
    """1 where both are facts of one class (or of two that deny or mirror each other), and 1 where
    the classes are known and others.
    """
    known = predicates()
    classes = sorted({f.predicate for f in facts if f.predicate})
    kin = np.eye(len(classes) + 1, dtype=np.float32)  # the last is the unknown class
    for i, one in enumerate(classes):
        akin = {known[one].converse, *known[one].opposites}
        kin[i, [j for j, other in enumerate(classes) if other in akin]] = 1
    number = np.array([classes.index(f.predicate) if f.predicate else -1 for f in facts])
    both: NDArray[np.bool_] = (number >= 0)[:, None] & (number >= 0)[None, :]
    same: Matrix = kin[np.ix_(number, number)] * both
    return same, (both & (same == 0)).astype(np.float32)


def _names(facts: Sequence[Fact]) -> tuple[Matrix, Matrix]:
    """The share of names that both have, and 1 where both name somebody and nobody in common."""
    others = [frozenset(f.about) - set(_told(f)) for f in facts]
    common, every = _sets(others)
    some = np.array([bool(names) for names in others])
    apart = some[:, None] & some[None, :] & (common == 0)
    share: Matrix = (common / np.maximum(every, 1)).astype(np.float32)
    return share, apart.astype(np.float32)


def _told(fact: Fact) -> list[str]:
    """The identities that are the value of a fact: what it says, not what it is a fact of."""
    return fact.value.text.split() if fact.kind in (WHERE, WHO) else []


def _scopes(facts: Sequence[Fact]) -> Matrix:
    """1 less a third for every mark of scope that only one has."""
    common, every = _sets([f.scopes for f in facts])
    alike: Matrix = (1 - (every - common) / 3).astype(np.float32)
    return alike


def _sets(held: Sequence[frozenset[str]]) -> tuple[Matrix, Matrix]:
    """How many members each two sets have in common, and how many together."""
    column = {name: n for n, name in enumerate(sorted(frozenset().union(*held)))}
    table = np.zeros((len(held), max(1, len(column))), dtype=np.float32)
    for row, names in enumerate(held):
        table[row, [column[name] for name in names]] = 1
    common: Matrix = table @ table.T
    size = table.sum(axis=1)
    return common, size[:, None] + size[None, :] - common


def _units(facts: Sequence[Fact]) -> Matrix:
    """1 where units are the same or convert, a half where one has none."""
    units = sorted({f.value.unit for f in facts})
    table = np.array([[_unit(a, b) for b in units] for a in units], dtype=np.float32)
    number = np.array([units.index(f.value.unit) for f in facts])
    found: Matrix = table[np.ix_(number, number)]
    return found


def _unit(one: str, other: str) -> float:
    first, second = BASE.get(one), BASE.get(other)
    if one == other or (first and second and first[0] == second[0]):
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
        block = score[:, inside].copy()
        block[inside, np.arange(len(inside))] = _LONELY  # nothing is a rival of itself
        rival = np.full_like(block, _LONELY)
        if len(inside) > 1:
            top = np.sort(block, axis=1)
            rival = np.where(block >= top[:, -1:], top[:, -2:-1], top[:, -1:])
        out[:, inside] = score[:, inside] - rival
    return np.minimum(out, out.T)


def _numbered(facts: Sequence[Fact]) -> NDArray[np.int64]:
    """The article of each fact, as a number in the order in which they come."""
    order = {name: n for n, name in enumerate(dict.fromkeys(f.article for f in facts))}
    return np.array([order[f.article] for f in facts], dtype=np.int64)
