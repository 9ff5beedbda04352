"""What stands between quotation marks.

In: pairs of statements of one language. Out: findings. Two quotations that are alike but not the
same are one quotation reworded; below they are two quotations. One pair of marks
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
from compare.options import Options
from compare.text.scripts import to_simplified

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
    options = context.options
    left, right = _quoted(pair.left, options), _quoted(pair.right, options)
    for one, other, mine in ((pair.left, pair.right, left), (pair.right, pair.left, right)):
        for quote in mine:
            fused = _fused(quote, one, other, options)
            if fused:
                return [
                    _finding(pair, SHIFT, "two quotations made one", (one, quote), (other, fused))
                ]
    return [f for a in left for b in right if (f := _reworded(pair, a, b, options))][:1]


def joined(case: Case) -> list[Finding]:
    """Quotations of one language that hold two neighbouring quotations of another: each of these is
    linked to the one pair of marks by a claim of its own.
    """
    links: dict[tuple[str, str, int, str], list[tuple[Pair, _Quoted, int, bool]]] = {}
    options = case.context.options
    for pair in case.linked:
        if pair.near or pair.score < options.conflict_link:
            continue
        if pair.left.chinese == pair.right.chinese:
            continue
        for one, other, turned in ((pair.left, pair.right, False), (pair.right, pair.left, True)):
            mine, theirs = _of_clause(one, options), _of_clause(other, options)
            if mine is not None and theirs is not None:
                place = [q.start for q in _around(other, options)].index(theirs.start)
                key = one.account.source.id, one.part, mine.start, other.account.source.id
                links.setdefault(key, []).append((pair, mine, place, turned))
    return [f for found in links.values() for f in _joined(found, options)]


def _joined(found: Sequence[tuple[Pair, _Quoted, int, bool]], options: Options) -> list[Finding]:
    known = {
        place: _around(p.left if turned else p.right, options)[place]
        for p, _, place, turned in found
    }
    kept = [
        x
        for x in found
        if any(
            n in known and _close_by(known[x[2]], known[n], options) for n in (x[2] - 1, x[2] + 1)
        )
    ]
    findings = []
    for pair, quote, place, turned in kept:
        one, other = (pair.right, pair.left) if turned else (pair.left, pair.right)
        theirs = (other, _around(other, options)[place])
        rule = "two quotations made one in translation"
        findings.append(_finding(pair, SHIFT, rule, (one, quote), theirs))
    return findings


def _of_clause(statement: Statement, options: Options) -> _Quoted | None:
    """The only quotation that the clause holds a good piece of."""
    start, end = statement.clause
    least = options.quote_least if statement.chinese else options.quote_least_latin
    known = _around(statement, options)
    held = [q for q in known if min(end, q.end) - max(start, q.start) >= least]
    return held[0] if len(held) == 1 else None


def _quoted(statement: Statement, options: Options) -> list[_Quoted]:
    return [q for q in _around(statement, options) if statement.in_sentence(q.start, q.end)]


def _around(statement: Statement, options: Options) -> list[_Quoted]:
    """All quotations of the part that are long enough to be somebody's words."""
    found = []
    for quotation in statement.slots.quotes:
        if quotation.depth:
            continue
        start, end = quotation.inner
        words = _plain(statement.slots.text[start:end])
        if len(words) >= options.quote_least:
            found.append(_Quoted(start, end, words, quotation.clauses))
    return found


def _plain(text: str) -> str:
    return _MARKS.sub(" ", to_simplified(_BRACKETS.sub("", text))).strip().lower()


def _fused(quote: _Quoted, one: Statement, other: Statement, options: Options) -> _Quoted | None:
    """The first of two neighbouring quotations of `other` that `quote` holds in one pair of marks:
    each like another clause of it, and the whole like neither.
    """
    text = one.slots.text
    cuts = [_plain(text[a:b]) for a, b in quote.clauses]
    if len(cuts) < 2:
        return None
    known = _around(other, options)
    here = [n for n, q in enumerate(known) if other.in_sentence(q.start, q.end)]
    for n in here:
        for m in (n - 1, n + 1):
            if 0 <= m < len(known) and _close_by(known[n], known[m], options):
                first, second = (known[place].words for place in sorted((n, m)))
                if _matches(cuts, first, second, options.quote_piece):
                    return known[n]
    return None


def _close_by(a: _Quoted, b: _Quoted, options: Options) -> bool:
    gap = max(a.start, b.start) - min(a.end, b.end)
    return options.quote_gap_least <= gap <= options.quote_gap


def _matches(cuts: list[str], first: str, second: str, least: int) -> bool:
    one = [fuzz.ratio(c, first) for c in cuts]
    two = [fuzz.ratio(c, second) for c in cuts]
    best, rest = one.index(max(one)), two.index(max(two))
    return best < rest and max(one) >= least and max(two) >= least


def _reworded(pair: Pair, a: _Quoted, b: _Quoted, options: Options) -> Finding | None:
    ratio = fuzz.ratio(a.words, b.words)
    spots = (pair.left, a), (pair.right, b)
    if ratio >= options.quote_same:
        return _inserted(pair, a, b)
    longer = len(a.words) / len(b.words)
    alike = options.quote_shorter < longer < options.quote_longer
    if ratio < options.quote_reworded or not alike:
        return None
    if ratio < options.quote_near:
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
