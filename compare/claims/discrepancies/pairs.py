"""Which statements are held against each other.

In: claims with evidence, accounts by source. Out: pairs of statements of different sources, with
the claims that link them and how sure the link is. A contradicted claim scores low by similarity
and looks like an omission, so the nearest sentence of an empty cell is paired too, marked as such:
only rules that ask for shared names and a shared place, day, number or quotation may use it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.claims.discrepancies.accounts import Account, Statement, statement
from compare.model import Attribution, Claim, Entity, Evidence
from compare.options import Options


@dataclass(frozen=True, slots=True)
class Context:
    """What every rule may ask beside the pair."""

    options: Options
    entities: Mapping[str, Entity]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements that may say the same, the claims that link them, and the link's score;
    `near` when one of them is only the nearest sentence of an empty cell.
    """

    left: Statement
    right: Statement
    score: float
    claims: tuple[str, ...]
    near: bool = False
    voices: tuple[Attribution | None, Attribution | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Case:
    """A story as rules see it: what each source says, the claims, and pools of pairs. `linked` by a
    claim across sources, `repeats` inside one source, `own_statements` a lead against an official
    text in the same source, `lead_meetings` leads that tell of one meeting.
    """

    accounts: tuple[Account, ...]
    claims: tuple[Claim, ...]
    context: Context
    linked: Sequence[Pair]
    repeats: Sequence[Pair]
    own_statements: Sequence[Pair]
    lead_meetings: Sequence[Pair]


def linked(claims: Sequence[Claim], accounts: Mapping[str, Account], most: int) -> list[Pair]:
    """All pairs across sources, claim by claim; at most so many evidences of a cell."""
    found = []
    for claim in claims:
        spots = {key: _evidence(claim, key, most) for key in accounts}
        for one, other in combinations(accounts, 2):
            for left in spots[one]:
                for right in spots[other]:
                    pair = _pair(claim, accounts[one], accounts[other], left, right)
                    if pair is not None:
                        found.append(pair)
    return found


def repeats(claims: Sequence[Claim], accounts: Mapping[str, Account], most: int) -> list[Pair]:
    """Pairs of statements inside one source that speak of one thing: evidence of one claim, or of
    two claims that share a sentence of another source.
    """
    found: dict[tuple[str, int, int], Pair] = {}
    for key, account in accounts.items():
        for one, other in combinations(claims, 2):
            if _common_sentence(one, other, key, accounts, most):
                for a in _proof(one, key, most):
                    for b in _proof(other, key, most):
                        _add(found, (one.id, other.id), account, a, b)
        for claim in claims:
            for a, b in combinations(_proof(claim, key, most), 2):
                _add(found, (claim.id,), account, a, b)
    return list(found.values())


def _add(
    found: dict[tuple[str, int, int], Pair],
    claims: tuple[str, ...],
    account: Account,
    a: Evidence,
    b: Evidence,
) -> None:
    key = (account.source.id, min(a.start, b.start), max(a.start, b.start))
    if key in found:
        return
    left = statement(account, a.part, a.start, a.end)
    right = statement(account, b.part, b.start, b.end)
    if left is None or right is None or (left.part, left.start) == (right.part, right.start):
        return
    found[key] = Pair(left, right, min(a.score, b.score), claims)


def _common_sentence(
    one: Claim, other: Claim, key: str, accounts: Mapping[str, Account], most: int
) -> bool:
    """Do two claims rest on overlapping evidence in a source other than `key`?"""
    for source in accounts:
        if source == key:
            continue
        for a in _proof(one, source, most):
            for b in _proof(other, source, most):
                if a.part == b.part and a.start < b.end and b.start < a.end:
                    return True
    return False


def _proof(claim: Claim, key: str, most: int) -> list[Evidence]:
    return list(claim.cells[key].evidence[:most]) if key in claim.cells else []


def _evidence(claim: Claim, key: str, most: int) -> list[tuple[Evidence, bool]]:
    proof = _proof(claim, key, most)
    if proof:
        return [(e, False) for e in proof]
    near = claim.cells[key].nearest if key in claim.cells else None
    return [(near, True)] if near is not None else []


def _pair(
    claim: Claim,
    one: Account,
    other: Account,
    left: tuple[Evidence, bool],
    right: tuple[Evidence, bool],
) -> Pair | None:
    if left[1] and right[1]:
        return None
    a = statement(one, left[0].part, left[0].start, left[0].end)
    b = statement(other, right[0].part, right[0].start, right[0].end)
    if a is None or b is None:
        return None
    score = min(left[0].score, right[0].score)
    voices = left[0].attribution, right[0].attribution
    return Pair(a, b, score, (claim.id,), left[1] or right[1], voices)
