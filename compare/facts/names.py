"""How the names that two facts of one thing give stand to each other.

In: two facts of places, persons or offices. Out: a `Relation`: the same identities, some, others;
None for two meetings with nobody in common. One person's names in two forms count as the same.
"""

from __future__ import annotations

from compare.model import Fact, Relation
from compare.model.facts import CONTRARY, LESS_EXACT, SAME, WHERE

_COUNTRY = "cc:"
_DOT = "·"
_SPELLED = 2  # characters that two spellings of a foreign name have in common


def of_names(a: Fact, b: Fact) -> Relation | None:
    """Identities: the same, some of them, or others. Two meetings with nobody in common are two
    meetings.
    """
    one, other = set(a.value.text.split()), set(b.value.text.split())
    countries = [name.startswith(_COUNTRY) for name in (*one, *other)]
    if a.kind == WHERE and any(countries) and not all(countries):
        return Relation(LESS_EXACT, "precision")  # a town is held against no country
    one, other = one - _also(one, other), other - _also(other, one)
    if one == other:
        return Relation(SAME)
    if one < other or other < one:
        return Relation(LESS_EXACT, "precision")
    if one & set(b.about) or other & set(a.about):
        return Relation(LESS_EXACT, "precision")  # a quarter, told with its city
    if any(_unlisted(n) != _unlisted(m) or n.isascii() != m.isascii() for n in one for m in other):
        return None  # a name that no list has in both scripts may be one and the same
    several = len(one) > 1 or len(other) > 1
    return None if several and not one & other else Relation(CONTRARY)


def of_offices(a: Fact, b: Fact) -> Relation | None:
    """Offices in one language that a common person comes into: the same, one told in more words, or
    another. Offices of two languages have no identity and are not held against each other.
    """
    one, other = a.value.text, b.value.text
    if one == other:
        return Relation(SAME)
    if a.language[:2] != b.language[:2] or not set(a.about) & set(b.about):
        return None
    if one in other or other in one:
        return Relation(LESS_EXACT, "precision")
    return Relation(CONTRARY)


def _unlisted(name: str) -> bool:
    """Is it a name in Chinese of which no list tells how others write it?"""
    return ":zh:" in name


def _also(one: set[str], other: set[str]) -> set[str]:
    """Those of `one` who are in `other` by another form: G. Oyuntsetseg, Ganbold Oyuntsetseg, or a
    name in Chinese of which only a part is spelled alike (卡洛斯·艾南德茲, 卡洛斯·埃尔南德斯).
    """
    return {n for n in one - other if any(_akin(n, m) for m in other - one)}


def _akin(one: str, other: str) -> bool:
    """Two identities with the same family name, of which one has no more than an initial; or two
    names of as many parts, each spelled nearly alike.
    """
    if _DOT in one and _DOT in other:
        parts, theirs = (n.rpartition(":")[2].split(_DOT) for n in (one, other))
        paired = zip(parts, theirs, strict=False)
        return len(parts) == len(theirs) and all(
            a == b or len(set(a) & set(b)) >= _SPELLED for a, b in paired
        )
    (*given, family), (*others, name) = one.split("-"), other.split("-")
    short = [words for words in (given, others) if all(len(w.split(":")[-1]) < 2 for w in words)]
    return family == name and len(family) > 1 and bool(short)
