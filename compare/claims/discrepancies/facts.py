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
from compare.model import Claim, Fact, FactRow

_KINDS = {
    "date": "date", "period": "date", "time": "date", "place": "place", "person": "actor",
    "role": "actor", "outcome": "polarity",
}  # fmt: skip
_RULE = "one thing, two values"


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


def _finding(
    row: FactRow, odd: str, other: str, accounts: Mapping[str, Account], claims: Sequence[Claim]
) -> list[Finding]:
    left = _spot(row.cells[odd][0], accounts[odd])
    right = _spot(row.cells[other][0], accounts[other])
    if left is None or right is None or left.value == right.value:
        return []
    ids = tuple(c.id for c in claims if left.in_evidence(c) and right.in_evidence(c))
    return [Finding(_KINDS.get(row.kind, "number"), CONFLICT, _RULE, left, right, ids)]


def _spot(fact: Fact, account: Account) -> Spot | None:
    said = statement(account, fact.part, *fact.proposition)
    return Spot(said, fact.start, fact.end, fact.value.text) if said else None
