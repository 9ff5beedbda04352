"""Drafts: rows with their cells, and the merging of rows that no outlet tells apart.

In: rows. Out: judged. Clauses are matched singly; but where every source treats two neighbouring
clauses of one sentence alike (both carry them in one sentence, or both lack them), they are one
claim for a reader. So claims end below the sentence exactly where outlets split it differently.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from compare.model import BODY, Article, Cell, Evidence, Segment


@dataclass(frozen=True, slots=True)
class Judged:
    """A row on its way to a claim: its member clauses and a cell by article id."""

    members: tuple[Segment, ...]
    cells: dict[str, Cell]


def merge(judged: Sequence[Judged], articles: Mapping[str, Article], gap: int) -> list[Judged]:
    """`judged` with runs of neighbours merged that no source tells apart."""
    merged: list[Judged] = []
    for draft in judged:
        if merged and _alike(merged[-1], draft, gap):
            merged[-1] = _joined(merged[-1], draft, articles)
        else:
            merged.append(draft)
    return merged


def _alike(one: Judged, other: Judged, gap: int) -> bool:
    """Same status everywhere, and wherever both have evidence it stands in the same sentences."""
    if not _share_sentence(one.members, other.members):
        return False
    for article, cell in one.cells.items():
        partner = other.cells[article]
        if cell.status != partner.status:
            return False
        if _sentences(one.members, article) != _sentences(other.members, article):
            return False
        if not _same_place(cell.evidence, partner.evidence, gap):
            return False
    return True


def _share_sentence(one: Sequence[Segment], other: Sequence[Segment]) -> bool:
    places = {(m.article, m.sentence) for m in one}
    return any((m.article, m.sentence) in places for m in other)


def _sentences(members: Sequence[Segment], article: str) -> set[int]:
    return {m.sentence for m in members if m.article == article}


def _same_place(one: Sequence[Evidence], other: Sequence[Evidence], gap: int) -> bool:
    """Evidence pairs up: each in the same part and paragraph, none over `gap` from its partner."""
    if len(one) != len(other):
        return False
    left = sorted(one, key=lambda e: (e.part, e.start))
    right = sorted(other, key=lambda e: (e.part, e.start))
    return all(
        a.part == b.part and a.paragraph == b.paragraph and _gap(a, b) <= gap
        for a, b in zip(left, right, strict=True)
    )


def _gap(a: Evidence, b: Evidence) -> int:
    return max(a.start, b.start) - min(a.end, b.end)


def _joined(one: Judged, other: Judged, articles: Mapping[str, Article]) -> Judged:
    members = _spanning(one.members, other.members, articles)
    cells = {
        key: _joined_cell(cell, other.cells[key], articles[key]) for key, cell in one.cells.items()
    }
    return Judged(members, cells)


def _spanning(
    one: Sequence[Segment], other: Sequence[Segment], articles: Mapping[str, Article]
) -> tuple[Segment, ...]:
    """Members of one sentence become one stretch of it."""
    found: dict[tuple[str, str, int], Segment] = {}
    for member in (*one, *other):
        key = (member.article, member.part, member.sentence)
        known = found.get(key)
        if known is None:
            found[key] = member
            continue
        start, end = min(known.start, member.start), max(known.end, member.end)
        text = articles[member.article].part(member.part)[start:end]
        found[key] = replace(known, start=start, end=end, text=text)
    return tuple(found.values())


def _joined_cell(one: Cell, other: Cell, article: Article) -> Cell:
    if one.evidence:
        left = sorted(one.evidence, key=lambda e: (e.part, e.start))
        right = sorted(other.evidence, key=lambda e: (e.part, e.start))
        pairs = zip(left, right, strict=True)
        proof = tuple(sorted((_stretch(a, b, article) for a, b in pairs), key=_body_first))
        return replace(one, score=min(one.score, other.score), evidence=proof)
    return max(one, other, key=lambda c: c.score)


def _body_first(evidence: Evidence) -> tuple[bool, float]:
    return (evidence.part != BODY, -evidence.score)


def _stretch(a: Evidence, b: Evidence, article: Article) -> Evidence:
    start, end = min(a.start, b.start), max(a.end, b.end)
    quote = article.part(a.part)[start:end]
    return replace(a, start=start, end=end, quote=quote, score=min(a.score, b.score))
