"""Which paragraphs of some sources stand on one line, by the matches of the matrix.

In: a `Comparison` and the ids of two or more of its sources. Out: rows that hold every paragraph of
each exactly once. Paragraphs stand together where both carry a claim; the matrix has judged that,
and nothing is matched here. Of several partners a paragraph keeps the one with whom it shares most;
several may share one. What is left is paired by subject alone: a claim's nearest sentence where the
matrix says `unclear`, a key fact that both give. A paragraph by itself is only in its source if
every claim in it is absent in the others; otherwise its row says what is not known.

Rows follow the first source, then each other one where it stands in its own text. Those outside the
longest increasing run are `moved`, so that one moved paragraph does not mark all others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Literal

from compare.errors import NotFound
from compare.model import (
    ABSENT,
    BODY,
    CARRIED,
    CONFLICTS,
    UNCLEAR,
    Claim,
    Comparison,
    Discrepancy,
    Evidence,
    Source,
)
from compare.reports.words import say

SHARED, DIFFERS, DOUBTFUL, ALONE = "shared", "differs", "unclear", "alone"
Kind = Literal["both", "moved", "differs", "same_subject", "elsewhere", "unclear", "only"]
BOTH: Literal["both"] = "both"
SUBJECT: Literal["same_subject"] = "same_subject"
ONLY: Literal["only"] = "only"
_LEAST, _OF_FACTS = 0.5, 0.5  # how sure a subject is: from here on; of a key fact that both give
_STRONGEST = (SHARED, DIFFERS, DOUBTFUL, ALONE)

Node = tuple[int, int]  # a column and a paragraph of it
Weights = Mapping[tuple[Node, Node], float]


@dataclass(frozen=True, slots=True)
class Match:
    """Two passages that carry one claim, by column; `differs` where one contradicts it."""

    claim: str
    columns: tuple[int, int]
    left: Evidence
    right: Evidence
    differs: bool = False

    @property
    def score(self) -> float:
        """How sure it is: as sure as the weaker of the two."""
        return min(self.left.score, self.right.score)


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraph indexes by column, the first source's first. `kind` is both, moved, differs (all
    that they share is told otherwise), same_subject, elsewhere (another has it, but in no paragraph
    of its own), unclear, or only. `moved` are the columns that stand out of their own order here,
    `differences` the discrepancies between these sources over the claims that they share.
    """

    columns: tuple[tuple[int, ...], ...]
    kind: Kind = BOTH
    moved: tuple[int, ...] = ()
    matches: tuple[Match, ...] = ()
    differences: tuple[Discrepancy, ...] = ()

    @property
    def holders(self) -> tuple[int, ...]:
        """The columns that have something in this row."""
        return tuple(column for column, held in enumerate(self.columns) if held)

    @property
    def score(self) -> float:
        """The mean score of its matches, 0 without any."""
        found = self.matches
        return sum(match.score for match in found) / len(found) if found else 0.0


@dataclass(frozen=True, slots=True)
class Beside:
    """Sources side by side: rows, and what becomes of the passages of each, by column: start, end
    and whether it is shared, differs, is unclear or alone.
    """

    sources: tuple[Source, ...]
    rows: tuple[Row, ...]
    told: tuple[tuple[tuple[int, int, str], ...], ...] = field(default=())

    def standing(self, column: int, start: int, end: int) -> str:
        """What becomes of a passage: the strongest of what stands in it, "" for nothing."""
        inside = {kind for a, b, kind in self.told[column] if a < end and start < b}
        return next((kind for kind in _STRONGEST if kind in inside), "")


def beside(comparison: Comparison, ids: Sequence[str]) -> Beside:
    """The sources with these ids side by side; raises NotFound for an id that is none."""
    known = {source.id: source for source in comparison.sources}
    for name in ids:
        if name not in known:
            slug = comparison.story.slug
            raise NotFound(say("explain.no_source", source=name, slug=slug), tuple(known))
    sources = tuple(known[name] for name in ids)
    matches = list(_matches(comparison.claims, ids))
    told = tuple(tuple(_told(comparison.claims, ids, column)) for column in range(len(ids)))
    groups = _joined(_weights(matches))
    taken = {node for group in groups for node in group}
    groups += _by_subject(comparison, ids, taken)
    made = Beside(sources, (), told)
    between = [one for one in comparison.discrepancies if _between(one, ids)]
    rows = [_row(made, group, matches, between) for group in groups]
    return replace(made, rows=tuple(_ordered(made, rows)))


def _matches(claims: Sequence[Claim], ids: Sequence[str]) -> Iterator[Match]:
    for claim in claims:
        for one, other in combinations(range(len(ids)), 2):
            left, right = claim.cells[ids[one]], claim.cells[ids[other]]
            differs = CONFLICTS in (left.status, right.status)
            for a in left.evidence:
                for b in right.evidence:
                    yield Match(claim.id, (one, other), a, b, differs)


def _told(
    claims: Sequence[Claim], ids: Sequence[str], column: int
) -> Iterator[tuple[int, int, str]]:
    """Every passage of a source that carries a claim, and what the others have of it."""
    for claim in claims:
        own = claim.cells[ids[column]]
        others = [claim.cells[name] for n, name in enumerate(ids) if n != column]
        carried = [cell.status for cell in others if cell.status in CARRIED]
        if carried:
            kind = DIFFERS if CONFLICTS in (own.status, *carried) else SHARED
        else:
            kind = ALONE if all(cell.status == ABSENT for cell in others) else DOUBTFUL
        for proof in own.evidence:
            if proof.part == BODY:
                yield proof.start, proof.end, kind


def _weights(matches: Iterable[Match]) -> Weights:
    found: dict[tuple[Node, Node], float] = defaultdict(float)
    for match in matches:
        if match.left.paragraph is not None and match.right.paragraph is not None:
            one, other = match.columns
            found[(one, match.left.paragraph), (other, match.right.paragraph)] += match.score
    return found


def _joined(weights: Weights) -> list[set[Node]]:
    """Paragraphs that belong together: of each column the strongest partner of each, joined."""
    best: dict[tuple[Node, int], Node] = {}
    for one, other in sorted(weights, key=lambda p: (weights[p], p), reverse=True):
        best.setdefault((one, other[0]), other)
        best.setdefault((other, one[0]), one)
    groups: list[set[Node]] = []
    for (node, _), partner in sorted(best.items()):
        held = [group for group in groups if node in group or partner in group]
        groups = [group for group in groups if group not in held]
        groups.append({node, partner}.union(*held))
    return groups


def _by_subject(comparison: Comparison, ids: Sequence[str], taken: set[Node]) -> list[set[Node]]:
    """Paragraphs that share no claim, but a subject: the surest pairs first, each once."""
    weights: dict[tuple[Node, Node], float] = defaultdict(float)
    for pair, weight in (*_nearest(comparison.claims, ids), *_facts(comparison, ids)):
        if weight >= _LEAST and not taken & set(pair):
            weights[pair] = max(weights[pair], weight)
    groups: list[set[Node]] = []
    for pair in sorted(weights, key=lambda p: (-weights[p], p)):
        if not any(group & set(pair) for group in groups):
            groups.append(set(pair))
    return groups


def _nearest(
    claims: Sequence[Claim], ids: Sequence[str]
) -> Iterator[tuple[tuple[Node, Node], float]]:
    """The paragraph that says a claim, and the one with its nearest sentence where it is unclear
    whether that says it.
    """
    for claim in claims:
        for column, name in enumerate(ids):
            for other, far in enumerate(ids):
                near = claim.cells[far].nearest
                if claim.cells[far].status != UNCLEAR or near is None or near.paragraph is None:
                    continue
                for proof in claim.cells[name].evidence:
                    if proof.paragraph is not None:
                        yield _pair((column, proof.paragraph), (other, near.paragraph)), near.score


def _facts(comparison: Comparison, ids: Sequence[str]) -> Iterator[tuple[tuple[Node, Node], float]]:
    """Paragraphs that give one key fact."""
    articles = {source.id: source.article for source in comparison.sources}
    for row in comparison.facts:
        for one, other in combinations(range(len(ids)), 2):
            for a in row.cells.get(ids[one], ()):
                for b in row.cells.get(ids[other], ()):
                    if a.part == b.part == BODY:
                        left = articles[ids[one]].paragraph_at(a.start)
                        right = articles[ids[other]].paragraph_at(b.start)
                        if left is not None and right is not None:
                            yield _pair((one, left), (other, right)), _OF_FACTS


def _pair(one: Node, other: Node) -> tuple[Node, Node]:
    return (one, other) if one < other else (other, one)


def _between(found: Discrepancy, ids: Sequence[str]) -> bool:
    """Do two of the sources give other values here, which cannot both be right or are not alike?"""
    values = [(s.source, s.value or s.span) for s in found.sides if s.source in ids]
    return found.severity != "compatible" and any(
        one[0] != other[0] and one[1] != other[1] for one, other in combinations(values, 2)
    )


def _row(
    made: Beside, group: set[Node], matches: Sequence[Match], between: Sequence[Discrepancy]
) -> Row:
    columns = tuple(
        tuple(sorted(p for c, p in group if c == column)) for column in range(len(made.sources))
    )
    own = tuple(match for match in matches if _inside(match, group))
    kind: Kind = SUBJECT
    if own:
        kind = "differs" if all(match.differs for match in own) else BOTH
    claims = {match.claim for match in own}
    differences = tuple(one for one in between if claims & set(one.claims))
    return Row(columns, kind, matches=own, differences=differences)


def _inside(match: Match, group: set[Node]) -> bool:
    places = zip(match.columns, (match.left.paragraph, match.right.paragraph), strict=True)
    return all(place in group for place in places)


def _alone(made: Beside, column: int, index: int) -> Row:
    """The row of a paragraph that stands with no other."""
    paragraph = made.sources[column].article.paragraphs[index]
    inside = {kind for a, b, kind in made.told[column] if a < paragraph.end and paragraph.start < b}
    kind: Kind = ONLY if inside == {ALONE} else "unclear"
    if inside & {SHARED, DIFFERS}:
        kind = "elsewhere"
    columns = tuple((index,) if n == column else () for n in range(len(made.sources)))
    return Row(columns, kind)


def _ordered(made: Beside, rows: list[Row]) -> list[Row]:
    """The rows in reading order, with those of paragraphs that stand with no other."""
    taken = {(n, p) for row in rows for n, held in enumerate(row.columns) for p in held}
    whole = [(n, p) for n, s in enumerate(made.sources) for p in range(len(s.article.paragraphs))]
    rows = rows + [_alone(made, n, p) for n, p in whole if (n, p) not in taken]
    ordered = sorted((row for row in rows if row.columns[0]), key=lambda row: row.columns[0])
    for column in range(1, len(made.sources)):
        ordered = _mark_moved(ordered, column)
        first = [row for row in rows if row.holders and row.holders[0] == column]
        for row in sorted(first, key=lambda row: row.columns[column]):
            ordered.insert(_place(ordered, column, row.columns[column][0]), row)
    return ordered


def _mark_moved(rows: list[Row], column: int) -> list[Row]:
    """`rows` in order; those off the longest increasing run of a column's positions move."""
    held = [n for n, row in enumerate(rows) if row.columns[column]]
    steady = _longest_run([rows[n].columns[column][0] for n in held])
    off = {n for at, n in enumerate(held) if at not in steady}
    return [_moved(row, column) if n in off else row for n, row in enumerate(rows)]


def _moved(row: Row, column: int) -> Row:
    kind: Kind = "moved" if row.kind == BOTH else row.kind
    return replace(row, kind=kind, moved=(*row.moved, column))


def _longest_run(values: Sequence[int]) -> set[int]:
    """The places of a longest increasing run."""
    tails: list[int] = []
    at: list[int] = []
    previous: list[int] = []
    for n, value in enumerate(values):
        k = bisect_left(tails, value)
        previous.append(at[k - 1] if k else -1)
        tails[k : k + 1] = [value]
        at[k : k + 1] = [n]
    steady = set()
    n = at[-1] if at else -1
    while n >= 0:
        steady.add(n)
        n = previous[n]
    return steady


def _place(rows: Sequence[Row], column: int, index: int) -> int:
    """Behind the row that holds the column's nearest earlier paragraph that has not moved."""
    best, at = -1, 0
    for n, row in enumerate(rows):
        earlier = [k for k in row.columns[column] if k < index]
        if earlier and column not in row.moved and max(earlier) > best:
            best, at = max(earlier), n + 1
    return at
