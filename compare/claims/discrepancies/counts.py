"""Counts of one thing that disagree: nine pieces of the collection, eight pieces of it.

In: accounts and claims. Out: findings. The differing figure drives two sentences apart, so no link
is asked for; instead the words around both figures must be the same, the thing counted first of
all, and each article must give one figure of that thing. Only within one language: what stands
around a figure is compared by its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from compare.claims.discrepancies.accounts import Account, Statement
from compare.claims.discrepancies.findings import CONFLICT, SHIFT, Finding, Spot
from compare.claims.discrepancies.numbers import same, value_of
from compare.claims.discrepancies.pairs import Case
from compare.model import BODY, Quantity
from compare.options import Options
from compare.resources.units import DURATION, NUMBER
from compare.text.scripts import to_simplified
from compare.text.words import english_stems, plain_latin


@dataclass(frozen=True, slots=True)
class Count:
    """An amount, the first word of what it counts, and the words around it, nearest first."""

    amount: Quantity
    statement: Statement
    thing: str
    around: frozenset[str]


def counts(case: Case) -> list[Finding]:
    """One finding for each pair of sources and thing that is counted twice."""
    own = [_own(a, case.context.options) for a in case.accounts]
    found = []
    for one, other in combinations(own, 2):
        for key in sorted(one.keys() & other.keys()):
            finding = _difference(one[key], other[key], case)
            if finding is not None:
                found.append(finding)
    return found


def _own(account: Account, options: Options) -> Mapping[tuple[str, str, str], Count]:
    """What an article counts once: (language, unit, thing) -> the count."""
    found: dict[tuple[str, str, str], list[Count]] = defaultdict(list)
    slots = account.parts.get(BODY)
    for sentence in slots.sentences if slots else ():
        statement = Statement(account, sentence, (sentence.start, sentence.end))
        language = sentence.language.partition("-")[0]
        for amount in slots.amounts if slots else ():
            if not statement.in_sentence(amount.start, amount.end):
                continue
            count = _count(amount, statement, options)
            if count is not None:
                found[language, amount.unit, count.thing].append(count)
    return {key: some[0] for key, some in found.items() if len(some) == 1}


def _count(amount: Quantity, statement: Statement, options: Options) -> Count | None:
    """The count that an exact amount of things, or of time, is."""
    if amount.approximate or amount.ordinal or amount.kind not in (NUMBER, DURATION):
        return None
    text = statement.slots.text
    before = _words(text[statement.start : amount.start], statement)[::-1]
    behind = _words(text[amount.end : statement.end], statement)
    thing = _thing(amount, statement, behind)
    if amount.kind == NUMBER and not thing:
        return None
    near = options.count_words
    return Count(amount, statement, thing, frozenset(before[:near] + behind[: near + 1]))


def _thing(amount: Quantity, statement: Statement, behind: list[str]) -> str:
    """What is counted: the word behind the figure; nothing where a figure of its kind is beside."""
    rivals = [
        q
        for q in statement.slots.amounts
        if q.unit == amount.unit and statement.in_sentence(q.start, q.end)
    ]
    if not amount.counts or len(rivals) > 1:
        return ""
    if statement.chinese:
        return to_simplified(statement.slots.text[slice(*amount.counts)])
    return behind[0] if behind else ""


def _words(text: str, statement: Statement) -> list[str]:
    if statement.chinese:
        return [c for c in to_simplified(text) if c.isalnum()]
    return english_stems(plain_latin(text))


def _difference(left: Count, right: Count, case: Case) -> Finding | None:
    options = case.context.options
    if same(left.amount, right.amount, options) in ("same", "rounding"):
        return None
    least = min(len(left.around), len(right.around))
    shared = len(left.around & right.around)
    if shared < options.alike_words or shared < options.alike_share * least:
        return None
    spots = _spot(left), _spot(right)
    claims = tuple(c.id for c in case.claims if any(s.in_evidence(c) for s in spots))
    day = [c.statement.account.article.day for c in (left, right)]
    severity = CONFLICT if day[0] == day[1] else SHIFT
    return Finding("number", severity, "one amount, two figures", *spots, claims)


def _spot(count: Count) -> Spot:
    amount = count.amount
    return Spot(count.statement, amount.start, amount.end, value_of(amount))
