"""Differences that a rule of comparability explains, or that cannot be held against each other.

In: findings of rules that look at linked statements, and the facts of the articles. Out: findings.
A figure of a part beside one of the whole, a forecast beside a result, another period, a currency,
an hour in another zone: the values differ and both are right, so the finding is `compatible` and
names the reason. Two values that no rule can compare are no finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from compare.claims.discrepancies.findings import COMPATIBLE, CONFLICT, Finding, Spot
from compare.claims.vetoes import Passages

_TYPED = ("number", "date")


@dataclass(frozen=True, slots=True)
class _Place:
    article: str
    part: str
    start: int
    end: int


def excused(findings: Sequence[Finding], passages: Passages | None) -> list[Finding]:
    """`findings` of which none is a conflict that the typed facts of both spots explain."""
    if passages is None:
        return list(findings)
    return [kept for f in findings if (kept := _excused(f, passages))]


def _excused(finding: Finding, passages: Passages) -> Finding | None:
    if finding.severity != CONFLICT or finding.kind not in _TYPED or finding.inside:
        return finding
    relation = passages.between(_place(finding.left), _place(finding.right))
    if relation is None or relation.verdict == CONFLICT:
        return finding
    if not relation.reason:
        return None
    return replace(finding, severity=COMPATIBLE, rule=relation.reason)


def _place(spot: Spot) -> _Place:
    article = spot.statement.account.source.article.id
    return _Place(article, spot.statement.part, spot.start, spot.end)
