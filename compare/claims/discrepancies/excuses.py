"""Differences that a rule of comparability explains, or that cannot be held against each other.

In: findings of rules that look at linked statements, and the facts of the articles. Out: findings.
A figure of a part beside one of the whole, a forecast beside a result, another period, a currency,
an hour in another zone: the values differ and both are right, so the finding is `compatible` and
names the reason. Two values that no rule can compare are no finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.claims.discrepancies.findings import COMPATIBLE, CONFLICT, Finding, Spot
from compare.claims.vetoes import Passages
from compare.model import Segment

_TYPED = ("number", "date")


def excused(findings: Sequence[Finding], passages: Passages | None) -> list[Finding]:
    """`findings` of which none is a conflict that the typed facts of both spots explain."""
    if passages is None:
        return list(findings)
    return [kept for f in findings if (kept := _excused(f, passages))]


def _excused(finding: Finding, passages: Passages) -> Finding | None:
    if finding.severity != CONFLICT or finding.kind not in _TYPED or finding.inside:
        return finding
    relation = passages.between(_segment(finding.left), _segment(finding.right))
    if relation is None or relation.verdict == CONFLICT:
        return finding
    if not relation.reason:
        return None
    return replace(finding, severity=COMPATIBLE, rule=relation.reason)


def _segment(spot: Spot) -> Segment:
    said = spot.statement
    return Segment(said.account.article.id, said.part, spot.start, spot.end, spot.span)
