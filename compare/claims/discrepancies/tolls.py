"""Tolls that disagree: how many people are dead, hurt, hurt badly, missing.

In: accounts and claims. Out: findings. A toll is a number and what it is a fact of, so it is
compared across languages without a link: the differing figure itself drives two sentences apart.
Each source's own toll of a kind is the first that its body gives, a part of one (including two
children) and the tolls of other years left out. Of sources that differ the later may have counted
more: that is `compatible` while the event stays of one size, a shift where it multiplied.

The same of two statements, for a look-up: does the one deny the toll of the other?
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from compare.claims.discrepancies.accounts import Account, Statement
from compare.claims.discrepancies.findings import COMPATIBLE, CONFLICT, SHIFT, Finding, Spot
from compare.claims.discrepancies.numbers import counted_at_once, later_of, same, voices_differ
from compare.claims.discrepancies.pairs import Case, Pair
from compare.model import BODY, TITLE, Quantity
from compare.options import Options
from compare.resources.tolls import TollWords, toll_words
from compare.text.scripts import to_simplified

_BREAK = re.compile(r"[,，、;；。.]\s|[，、；。]")
_PEOPLE = ("person", "", "case")
_UNLIKE = (
    ("badly hurt", "hurt"), ("badly hurt", "lightly hurt"), ("dead", "missing"), ("dead", "hurt"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Toll:
    """`amount` people are `kind`, in a statement; `start`..`end` covers both words."""

    kind: str
    amount: Quantity
    statement: Statement
    start: int
    end: int


def tolls(case: Case) -> list[Finding]:
    """One finding for each pair of sources and kind of toll that differ."""
    own = {a.source.id: {t.kind: t for t in _own(a, case.context.options)} for a in case.accounts}
    found = []
    for one, other in combinations(case.accounts, 2):
        mine, theirs = own[one.source.id], own[other.source.id]
        for kind in mine.keys() & theirs.keys():
            found += _difference(mine[kind], theirs[kind], case, one, other)
        found += _unlike(mine, theirs, case) + _unlike(theirs, mine, case)
    return found


def denied(pair: Pair, options: Options) -> bool:
    """Does the right statement lack or deny the toll that the left one gives?"""
    asked = [t for t in in_sentence(pair.left, options) if not _part(t, options)]
    given = list(in_sentence(pair.right, options))
    return any(not any(_carries(t, g, options) for g in given) for t in asked)


def _carries(asked: Toll, given: Toll, options: Options) -> bool:
    return asked.kind == given.kind and _agree(asked, given, options)


def _own(account: Account, options: Options) -> Iterator[Toll]:
    """The first whole toll of each kind in the body, else in the headline."""
    seen: set[str] = set()
    for part in (BODY, TITLE):
        slots = account.parts.get(part)
        for sentence in slots.sentences if slots else ():
            statement = Statement(account, sentence, (sentence.start, sentence.end))
            if _of_another_year(statement):
                continue
            for toll in in_sentence(statement, options):
                if toll.kind not in seen and not _part(toll, options):
                    seen.add(toll.kind)
                    yield toll


def in_sentence(statement: Statement, options: Options) -> Iterator[Toll]:
    """The tolls of a sentence, in order of the words that say what they are."""
    words = toll_words(statement.sentence.language.partition("-")[0])
    if words is None:
        return
    text, bounds = _folded(statement), _stretches(statement, words)
    amounts = [
        q
        for q in statement.slots.amounts
        if statement.in_sentence(q.start, q.end)
        and not q.ordinal
        and q.unit in _PEOPLE
        and not _of_many(q, statement, words)
    ]
    used: set[int] = set()
    for cue in words.kinds.finditer(text):
        kind = words.names[int((cue.lastgroup or "").partition("_")[2])]
        span = statement.start + cue.start(), statement.start + cue.end()
        amount = _amount(span, amounts, used, statement, words, bounds, options)
        if amount is not None:
            used.add(amount.start)
            first, last = min(amount.start, span[0]), max(amount.end, span[1])
            yield Toll(kind, amount, statement, first, last)
        elif none := _none(text, cue.start(), words, options.toll_none):
            start = statement.start + none.start()
            nobody = _nobody(start, statement.slots.text[start : span[1]])
            yield Toll(kind, nobody, statement, start, span[1])


def _amount(
    cue: tuple[int, int],
    amounts: Sequence[Quantity],
    used: set[int],
    statement: Statement,
    words: TollWords,
    bounds: Sequence[tuple[int, int]],
    options: Options,
) -> Quantity | None:
    """The number that belongs to a word: in its own stretch before it, then behind it; before it
    in an earlier stretch, where only stretches about a part of the whole lie between.
    """
    here = next(((a, b) for a, b in bounds if a <= cue[0] < b), bounds[-1])
    inside = [q for q in amounts if here[0] <= q.start < here[1] and q.start not in used]
    if holding := [q for q in inside if q.start <= cue[0] < q.end]:
        return holding[0]  # two deaths
    before = [q for q in inside if q.end <= cue[0]]
    behind = [q for q in inside if q.start >= cue[1] and not _comes_from(q, statement, words)]
    if before or behind:
        return before[-1] if before else behind[0]
    told = _folded(statement)[here[0] - statement.start : cue[0] - statement.start]
    if words.single.search(told) or words.none.search(told):
        return None  # eleven are ill, a woman died; 27 are hurt, nobody died
    for start, end in reversed([b for b in bounds if b[1] <= here[0]]):
        held = [q for q in amounts if start <= q.start < end and q.start not in used]
        if held and not _is_part(statement, words, start, held[0].end, options):
            return held[0]
    return None


def _stretches(statement: Statement, words: TollWords) -> list[tuple[int, int]]:
    """The sentence cut at commas and at words that join two tolls."""
    text = _folded(statement)
    cuts = {m.end() for m in _BREAK.finditer(text)}
    cuts |= {m.end() for m in words.joins.finditer(text) if m[0]}
    edges = [0, *sorted(cuts), len(text)]
    base = statement.start
    return [(base + a, base + b) for a, b in pairwise(edges) if a < b]


def _comes_from(amount: Quantity, statement: Statement, words: TollWords) -> bool:
    """Is it the first half of `from two to five`?"""
    before = _folded(statement)[: amount.start - statement.start].rstrip()
    return any(m.end() == len(before) for m in words.origin.finditer(before))


def _of_many(amount: Quantity, statement: Statement, words: TollWords) -> bool:
    """Is it either side of a rate (one in 200)?"""
    text, base = _folded(statement), statement.start
    starts = {q.start - base for q in statement.slots.amounts}
    ends = {q.end - base for q in statement.slots.amounts}
    sides = set[int]()
    for mark in words.among.finditer(text):
        left = len(text[: mark.start()].rstrip())
        right = len(text) - len(text[mark.end() :].lstrip())
        if left in ends and right in starts:
            sides.update({base + left, base + right})
    return amount.end in sides or amount.start in sides


def _is_part(
    statement: Statement, words: TollWords, start: int, end: int, options: Options
) -> bool:
    text = _folded(statement)
    tail = text[start - statement.start : end - statement.start + options.toll_part]
    return words.part.search(tail) is not None


def _part(toll: Toll, options: Options) -> bool:
    """Is it a part of a toll (其中1名死者, including two children)?"""
    statement = toll.statement
    words = toll_words(statement.sentence.language.partition("-")[0])
    if words is None:
        return False
    start = max(a for a, _ in _stretches(statement, words) if a <= toll.amount.start)
    return _is_part(statement, words, start, toll.amount.end, options)


def _none(text: str, before: int, words: TollWords, reach: int) -> re.Match[str] | None:
    """The word of a toll of none right before the cue, with a word or two between."""
    near = [m for m in words.none.finditer(text, 0, before) if before - m.end() <= reach]
    return near[-1] if near else None


def _nobody(start: int, text: str) -> Quantity:
    end = start + len(text)
    return Quantity(
        start, end, text, 0, 0, 0, "person", approximate=False, ordinal=False, kind="people"
    )


def _folded(statement: Statement) -> str:
    """The sentence in Simplified characters where they are as many as they were."""
    simple = to_simplified(statement.quote) if statement.chinese else statement.quote
    return simple if len(simple) == len(statement.quote) else statement.quote


def _of_another_year(statement: Statement) -> bool:
    """Does the sentence name a year long gone: the toll of an event of its own?"""
    day = statement.account.article.day
    dates = [
        d.span
        for d in statement.slots.dates
        if statement.in_sentence(d.span.start, d.span.end) and d.span.year_given
    ]
    return day is not None and any(d.last.year < day.year for d in dates)


def _agree(a: Toll, b: Toll, options: Options) -> bool:
    one, other = replace(a.amount, unit="person"), replace(b.amount, unit="person")
    return same(one, other, options) in ("same", "rounding")


def _difference(left: Toll, right: Toll, case: Case, one: Account, other: Account) -> list[Finding]:
    options = case.context.options
    named = [t for t in (*_all(one, options), *_all(other, options)) if t.kind == left.kind]
    mine = [t for t in named if t.statement.account is one]
    theirs = [t for t in named if t.statement.account is other]
    if any(_agree(a, b, options) for a in mine for b in theirs):
        return []
    severity, rule = _severity(left, right, options)
    return [_finding(severity, rule, left, right, case)]


def _all(account: Account, options: Options) -> Iterator[Toll]:
    for part in (BODY, TITLE):
        slots = account.parts.get(part)
        for sentence in slots.sentences if slots else ():
            yield from in_sentence(
                Statement(account, sentence, (sentence.start, sentence.end)), options
            )


def _severity(left: Toll, right: Toll, options: Options) -> tuple[str, str]:
    least, most = sorted((left.amount.value, right.amount.value))
    later = later_of(left.statement, right.statement, options.number_later)
    if later is not None and not counted_at_once(left.statement, right.statement):
        newer, older = (left, right) if later is left.statement else (right, left)
        if newer.amount.value > older.amount.value > 0:
            grown = most > least * options.toll_growth
            return SHIFT if grown else COMPATIBLE, _GREW
    if voices_differ(left.statement, left.start, right.statement, right.start, options):
        return SHIFT, "two bodies, each with its own toll"
    hedged = left.amount.approximate or right.amount.approximate
    return SHIFT if hedged else CONFLICT, "one toll, two figures"


_GREW = "a count that changes while it is being written about"


def _unlike(mine: dict[str, Toll], theirs: dict[str, Toll], case: Case) -> list[Finding]:
    """43 hurt here, 43 badly hurt there: one number, called two things."""
    found = []
    for one, other in _UNLIKE:
        left, right = mine.get(one), theirs.get(other)
        if left is None or right is None or other in mine or one in theirs:
            continue
        if _agree(left, right, case.context.options):
            found.append(_finding(SHIFT, "one number, called two things", left, right, case))
    return found


def _finding(severity: str, rule: str, left: Toll, right: Toll, case: Case) -> Finding:
    spots = _spot(left), _spot(right)
    claims = tuple(c.id for c in case.claims if any(s.in_evidence(c) for s in spots))
    return Finding("number", severity, rule, *spots, claims)


def _spot(toll: Toll) -> Spot:
    value = f"{toll.amount.value:.12g} {toll.kind}"
    return Spot(toll.statement, toll.start, toll.end, value)
