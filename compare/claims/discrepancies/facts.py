"""Facts of one thing whose values cannot both be right.

In: rows of key facts and accounts. Out: findings. The facts were joined over whole articles by what
they are facts of, never by their value and without a link between sentences, which the differing
figure itself drives apart; so a day and another a month later are found at any distance. What
another rule has found already is not told twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.claims.discrepancies.accounts import Account, statement
from compare.claims.discrepancies.findings import CONFLICT, Finding, Spot
from compare.model import Borne, Claim, Fact, FactRow

_KINDS = {
    "date": "date", "period": "date", "time": "date", "place": "place", "person": "actor",
    "role": "actor", "outcome": "polarity",
}  # fmt: skip
_RULE = "one thing, two values"
_SELF = "the headline's value and its own text's"
_PROOF = "the row's value and its proof's"


def facts(
    rows: Sequence[FactRow], accounts: Mapping[str, Account], claims: Sequence[Claim]
) -> list[Finding]:
    """A finding for each two sources of a row in conflict of which one is odd; a source that has
    the very text of another has no account, and says nothing of its own.
    """
    found = []
    for row in rows:
        if row.verdict != CONFLICT:
            continue
        told = [s for s in row.cells if s in accounts]
        odd = [s for s in told if s in row.odd]
        rest = [s for s in told if s not in row.odd] or odd[1:]
        pairs = [(one, other) for one in odd for other in rest if one != other]
        for one, other in pairs:
            found += _finding(row, one, other, accounts, claims)
    return found


def proofs(
    opposed: Mapping[str, Sequence[Borne]], accounts: Mapping[str, Account]
) -> list[Finding]:
    """A finding for each value of a row that the proof of a cell contradicts; by claim id."""
    by_article = {a.source.article.id: a for a in accounts.values()}
    found = []
    for claim, values in opposed.items():
        for one in values:
            other = one.other
            if other is None or not {other.article, one.fact.article} <= by_article.keys():
                continue
            left = _spot(other, by_article[other.article])
            right = _spot(one.fact, by_article[one.fact.article])
            if left and right:
                kind = _KINDS.get(one.fact.kind, "number")
                found.append(Finding(kind, CONFLICT, _PROOF, left, right, (claim,)))
    return found


def selves(pairs: Sequence[tuple[Fact, Fact]], accounts: Mapping[str, Account]) -> list[Finding]:
    """A finding for each figure of a headline that its own text contradicts."""
    by_article = {a.source.article.id: a for a in accounts.values()}
    found = []
    for one, other in pairs:
        account = by_article.get(one.article)
        spots = (_spot(one, account), _spot(other, account)) if account else (None, None)
        if spots[0] and spots[1]:
            kind = _KINDS.get(one.kind, "number")
            found.append(Finding(kind, CONFLICT, _SELF, spots[0], spots[1]))
    return found


def _finding(
    row: FactRow, odd: str, other: str, accounts: Mapping[str, Account], claims: Sequence[Claim]
) -> list[Finding]:
    left = _spot(row.cells[odd][0], accounts[odd])
    right = _spot(row.cells[other][0], accounts[other])
    if left is None or right is None or left.value == right.value:
        return []
    ids = tuple(c.id for c in claims if _about(c, left, right))
    return [Finding(_KINDS.get(row.kind, "number"), CONFLICT, _RULE, left, right, ids)]


def _about(claim: Claim, left: Spot, right: Spot) -> bool:
    """Do both stand in its evidence, and one of them in its wording? A sentence tells more than the
    row that it proves.
    """
    told = left.span in claim.text or right.span in claim.text
    return told and left.in_evidence(claim) and right.in_evidence(claim)


def _spot(fact: Fact, account: Account) -> Spot | None:
    said = statement(account, fact.part, *fact.proposition)
    return Spot(said, fact.start, fact.end, fact.value.text) if said else None
