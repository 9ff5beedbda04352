"""What stands between quotation marks.

In: pairs of statements of one language. Out: findings. Two quotations that are alike but not the
same (45 to 92 of 100) are one quotation reworded; below they are two quotations. One pair of marks
that holds what another source quotes in two pieces is a fused quotation. Brackets inside the marks
are the outlet's own insertion.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from compare.claims.discrepancies.accounts import Statement
from compare.claims.discrepancies.findings import SHIFT, WORDING, Finding, Spot
from compare.claims.discrepancies.pairs import Case, Context, Pair
from compare.text.scripts import to_simplified

_REWORDED, _NEAR_SAME, _SAME = 45, 75, 97
_PIECE = 60
_LEAST = 6
_BRACKETS = re.compile(r"[（(\[［][^（）()\[\]［］]*[）)\]］]")
_MARKS = re.compile(r"[\s，。,.!！?？、；;：:…—-]+")


@dataclass(frozen=True, slots=True)
class _Quoted:
    start: int
    end: int
    words: str
    clauses: tuple[tuple[int, int], ...]


def quotes(pair: Pair, context: Context) -> list[Finding]:
    """At most one finding a pair: fused, else inserted, else reworded."""
    if pair.near or pair.score < context.options.conflict_link:
        return []
    if pair.left.chinese != pair.right.chinese:
        return []
    left, right = _quoted(pair.left), _quoted(pair.right)
    for one, other, mine in ((pair.left, pair.right, left), (pair.right, pair.left, right)):
        for quote in mine:
            fused = _fused(quote, one, other)
            if fused:
                return [
                    _finding(pair, SHIFT, "two quotations made one", (one, quote), (other, fused))
                ]
    return [f for a in left for b in right if (f := _reworded(pair, a, b))][:1]


def joined(case: Case) -> list[Finding]:
    """Quotations of one language that hold two neighbouring quotations of another: each of these is
    linked to the one pair of marks by a claim of its own.
    """
    links: dict[tuple[str, str, int, str], list[tuple[Pair, _Quoted, int, bool]]] = {}
    for pair in case.linked:
        if pair.near or pair.score < case.context.options.conflict_link:
            continue
        if pair.left.chinese == pair.right.chinese:
            continue
        for one, other, turned in ((pair.left, pair.right, False), (pair.right, pair.left, True)):
            mine, theirs = _of_clause(one), _of_clause(other)
            if mine is not None and theirs is not None:
                place = [q.start for q in _around(other)].index(theirs.start)
                key = one.account.source.id, one.part, mine.start, other.account.source.id
                links.setdefault(key, []).append((pair, mine, place, turned))
    return [f for found in links.values() for f in _joined(found)]


def _joined(found: Sequence[tuple[Pair, _Quoted, int, bool]]) -> list[Finding]:
    known = {place: _around(p.left if turned else p.right)[place] for p, _, place, turned in found}
    kept = [
        x
        for x in found
        if any(n in known and _close_by(known[x[2]], known[n]) for n in (x[2] - 1, x[2] + 1))
    ]
    findings = []
    for pair, quote, place, turned in kept:
        one, other = (pair.right, pair.left) if turned else (pair.left, pair.right)
        theirs = (other, _around(other)[place])
        rule = "two quotations made one in translation"
        findings.append(_finding(pair, SHIFT, rule, (one, quote), theirs))
    return findings


def _of_clause(statement: Statement) -> _Quoted | None:
    """The only quotation that the clause holds a good piece of."""
    start, end = statement.clause
    least = _LEAST if statement.chinese else 3 * _LEAST
    held = [q for q in _around(statement) if min(end, q.end) - max(start, q.start) >= least]
    return held[0] if len(held) == 1 else None


def _quoted(statement: Statement) -> list[_Quoted]:
    return [q for q in _around(statement) if statement.in_sentence(q.start, q.end)]


def _around(statement: Statement) -> list[_Quoted]:
    """All quotations of the part that are long enough to be somebody's words."""
    found = []
    for quotation in statement.slots.quotes:
        if quotation.depth:
            continue
        start, end = quotation.inner
        words = _plain(statement.slots.text[start:end])
        if len(words) >= _LEAST:
            found.append(_Quoted(start, end, words, quotation.clauses))
    return found


def _plain(text: str) -> str:
    return _MARKS.sub(" ", to_simplified(_BRACKETS.sub("", text))).strip().lower()


def _fused(quote: _Quoted, one: Statement, other: Statement) -> _Quoted | None:
    """The first of two neighbouring quotations of `other` that `quote` holds in one pair of marks:
    each like another clause of it, and the whole like neither.
    """
    text = one.slots.text
    cuts = [_plain(text[a:b]) for a, b in quote.clauses]
    if len(cuts) < 2:
        return None
    known = _around(other)
    here = [n for n, q in enumerate(known) if other.in_sentence(q.start, q.end)]
    for n in here:
        for m in (n - 1, n + 1):
            if 0 <= m < len(known) and _close_by(known[n], known[m]):
                first, second = sorted((n, m))
                if _matches(cuts, known[first].words, known[second].words):
                    return known[n]
    return None


def _close_by(a: _Quoted, b: _Quoted) -> bool:
    return 2 <= max(a.start, b.start) - min(a.end, b.end) <= 80


def _matches(cuts: list[str], first: str, second: str) -> bool:
    one = [fuzz.ratio(c, first) for c in cuts]
    two = [fuzz.ratio(c, second) for c in cuts]
    best, rest = one.index(max(one)), two.index(max(two))
    return best < rest and max(one) >= _PIECE and max(two) >= _PIECE


def _reworded(pair: Pair, a: _Quoted, b: _Quoted) -> Finding | None:
    ratio = fuzz.ratio(a.words, b.words)
    spots = (pair.left, a), (pair.right, b)
    if ratio >= _SAME:
        return _inserted(pair, a, b)
    if ratio < _REWORDED or not 0.6 < len(a.words) / len(b.words) < 1.6:
        return None
    if ratio < _NEAR_SAME:
        return _finding(pair, SHIFT, "one quotation in other words", *spots)
    return _finding(pair, WORDING, "one quotation, slightly reworded", *spots)


def _inserted(pair: Pair, a: _Quoted, b: _Quoted) -> Finding | None:
    texts = [s.slots.text[q.start : q.end] for s, q in ((pair.left, a), (pair.right, b))]
    if bool(_BRACKETS.search(texts[0])) == bool(_BRACKETS.search(texts[1])):
        return None
    return _finding(
        pair, WORDING, "words put into a quotation in brackets", (pair.left, a), (pair.right, b)
    )


def _finding(
    pair: Pair, severity: str, rule: str, a: tuple[Statement, _Quoted], b: tuple[Statement, _Quoted]
) -> Finding:
    left, right = (Spot(s, q.start, q.end, q.words) for s, q in (a, b))
    return Finding("quote", severity, rule, left, right, pair.claims)
