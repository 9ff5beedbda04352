"""What a rule finds, and how findings become discrepancies.

In: findings, each two spans that differ by one rule. Out: discrepancies: findings about one matter
merged into one item that lists every side once, the odd one out first. The majority of sources
decides who is odd; between equals the digest, which retells others, is the likelier to differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.claims.discrepancies.accounts import Statement
from compare.model import Claim, Discrepancy, Side

CONFLICT, SHIFT, WORDING, COMPATIBLE = "conflict", "shift", "wording", "compatible"
_WEIGHT = {CONFLICT: 0, SHIFT: 1, WORDING: 2, COMPATIBLE: 3}


@dataclass(frozen=True, slots=True)
class Spot:
    """A span of a statement, the value that is compared, and that value in words."""

    statement: Statement
    start: int
    end: int
    value: str
    shown: str = ""

    @property
    def source(self) -> str:
        """The source's id."""
        return self.statement.account.source.id

    @property
    def span(self) -> str:
        """The characters."""
        return self.statement.slots.text[self.start : self.end]

    def in_evidence(self, claim: Claim) -> bool:
        """Does a claim rest on evidence of the source that holds the span?"""
        cell = claim.cells.get(self.source)
        return cell is not None and any(
            e.part == self.statement.part and e.start <= self.start and self.end <= e.end
            for e in cell.evidence
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """Two spots that differ; `rule` says in a few words what was compared."""

    kind: str
    severity: str
    rule: str
    left: Spot
    right: Spot
    claims: tuple[str, ...] = ()

    @property
    def inside(self) -> bool:
        """True when both spots stand in one source."""
        return self.left.source == self.right.source


def merged(
    findings: Iterable[Finding], order: Sequence[str], backing: Mapping[str, set[str]]
) -> tuple[Discrepancy, ...]:
    """Discrepancies in the order of their first claim (`order` lists claim ids), then severity.

    `backing` maps a value to the sources that name it anywhere: it decides between equals.
    """
    groups = [_group(c, backing) for c in _clusters(list(findings))]
    groups = _without_covered(groups)
    place = {claim: n for n, claim in enumerate(order)}

    def rank(group: _Group) -> tuple[int, int, str, int]:
        first = min((place[c] for c in group.claims), default=len(place))
        return first, _WEIGHT[group.severity], group.kind, group.spots[0].start

    ranked = sorted(groups, key=rank)
    return tuple(_discrepancy(n, g, place) for n, g in enumerate(ranked, 1))


@dataclass(frozen=True, slots=True)
class _Group:
    kind: str
    severity: str
    rule: str
    spots: tuple[Spot, ...]
    claims: frozenset[str]
    inside: bool


def _group(cluster: list[Finding], backing: Mapping[str, set[str]]) -> _Group:
    first = cluster[0]
    claims = frozenset(k for f in cluster for k in f.claims)
    spots = tuple(_in_order(cluster, backing))
    return _Group(first.kind, first.severity, first.rule, spots, claims, first.inside)


def _clusters(findings: list[Finding]) -> list[list[Finding]]:
    """Findings of one rule that share a spot (or a claim and a value) are one matter; so are those
    of two rules that hold the same two values against each other at one spot.
    """
    clusters: list[list[Finding]] = []
    for one in findings:
        touching = [c for c in clusters if any(_one_matter(one, other) for other in c)]
        joined = [f for cluster in touching for f in cluster] + [one]
        clusters = [c for c in clusters if all(c is not t for t in touching)]
        clusters.append(joined)
    return clusters


def _one_matter(one: Finding, other: Finding) -> bool:
    if (one.kind, one.severity, one.inside) != (other.kind, other.severity, other.inside):
        return False
    shared, values, others = _keys(one) & _keys(other), _values(one), _values(other)
    if one.rule != other.rule:
        return bool(shared) and values == others
    return bool(shared) or bool(values & others and set(one.claims) & set(other.claims))


def _values(finding: Finding) -> set[str]:
    return {finding.left.value, finding.right.value}


def _keys(finding: Finding) -> set[tuple[str, str, int]]:
    return {(s.source, s.statement.part, s.start) for s in (finding.left, finding.right)}


def _in_order(cluster: list[Finding], backing: Mapping[str, set[str]]) -> list[Spot]:
    """One spot a source and value, the odd one out first."""
    spots: dict[tuple[str, str], Spot] = {}
    against: Counter[str] = Counter()
    for finding in cluster:
        for spot in (finding.left, finding.right):
            spots.setdefault((spot.source, spot.value), spot)
            against[spot.value] += 1
    support = Counter(value for _, value in spots)
    place = {key: n for n, key in enumerate(spots)}

    def rank(spot: Spot) -> tuple[int, int, bool, int, int]:
        retold = spot.statement.account.article.kind == "summary"
        known = len(backing.get(spot.value, ()))
        order = place[spot.source, spot.value]
        return support[spot.value], -against[spot.value], not retold, known, order

    return sorted(spots.values(), key=rank)


def _without_covered(groups: list[_Group]) -> list[_Group]:
    """Drops what a graver item on the same kind, claims and sources already says."""
    kept: list[_Group] = []
    for group in sorted(groups, key=lambda g: _WEIGHT[g.severity]):
        sources = {s.source for s in group.spots}
        graver = any(
            g.kind == group.kind
            and g.inside == group.inside
            and g.claims & group.claims
            and sources <= {s.source for s in g.spots}
            and _WEIGHT[g.severity] < _WEIGHT[group.severity]
            for g in kept
        )
        if not graver:
            kept.append(group)
    return kept


def _discrepancy(number: int, group: _Group, place: dict[str, int]) -> Discrepancy:
    return Discrepancy(
        id=f"d{number:02d}",
        kind=group.kind,
        severity=group.severity,
        claims=tuple(sorted(group.claims, key=lambda c: place[c])),
        sides=tuple(_side(s) for s in group.spots),
        note=_note(group),
    )


def _side(spot: Spot) -> Side:
    s = spot.statement
    return Side(spot.source, s.quote, spot.span, spot.value, s.part, s.start, s.end)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _note(group: _Group) -> str:
    """`rule: span is value; span is value`; values that add nothing to the span are left out."""
    shown = []
    for spot in group.spots:
        words = spot.shown or spot.value
        plain = words == "" or _letters(words) == _letters(spot.span)
        text = spot.span if plain else f"{spot.span} is {words}"
        if text not in shown:
            shown.append(text)
    return f"{group.rule}: {'; '.join(shown)}"
