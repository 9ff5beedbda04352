"""Discrepancies: evidences of one claim that differ, and how much that matters.

In: claims with evidence, sources as read, mentions, entities, speech. Out: discrepancies, each with
all sides and the rule that found it. Typed slots are compared after linking, never by similarity:

    accounts     sources -> slots          what is compared
    pairs        claims -> pairs           which statements are compared
    dates, numbers, actors, places,
    quotes, modality, attribution,
    meetings                               findings, one module a kind
    findings     findings -> discrepancies merged, odd one out first

A false `conflict` accuses an outlet, so every rule asks for a sure link and one slot a side.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from compare.claims.discrepancies.accounts import Account, account
from compare.claims.discrepancies.actors import actors
from compare.claims.discrepancies.attribution import attribution
from compare.claims.discrepancies.dates import dates, own_dates
from compare.claims.discrepancies.findings import Finding, merged
from compare.claims.discrepancies.meetings import lead_meetings, meetings, own_statements
from compare.claims.discrepancies.modality import modality
from compare.claims.discrepancies.numbers import numbers, value_of
from compare.claims.discrepancies.pairs import Case, Context, Pair, linked, repeats
from compare.claims.discrepancies.places import places
from compare.claims.discrepancies.quotes import joined, quotes
from compare.model import Claim, Discrepancy, Entity, Mention, Source, Speech
from compare.options import Options

Rule = Callable[[Case], list[Finding]]


def _each(pool: str, find: Callable[[Pair, Context], list[Finding]]) -> Rule:
    """A rule that looks at the pairs of one pool of a case, one by one."""
    return lambda case: [f for pair in getattr(case, pool) for f in find(pair, case.context)]


RULES: tuple[Rule, ...] = (
    _each("linked", dates),
    _each("linked", numbers),
    _each("linked", actors),
    _each("linked", places),
    _each("linked", quotes),
    _each("linked", modality),
    _each("linked", attribution),
    _each("repeats", own_dates),
    _each("own_statements", own_dates),
    _each("lead_meetings", dates),
    joined,
    meetings,
)


def discrepancies(
    sources: Sequence[Source],
    claims: Sequence[Claim],
    mentions: Mapping[str, Sequence[Mention]],
    entities: Mapping[str, Entity],
    options: Options,
    speech: Mapping[str, Speech],
) -> tuple[Discrepancy, ...]:
    """All discrepancies, in the order of their first claim; ids d01, d02, …

    `mentions` and `speech` are by article id.
    """
    accounts = {
        s.id: account(s, mentions.get(s.article.id, ()), speech[s.article.id]) for s in sources
    }
    most = options.conflict_evidences
    case = Case(
        accounts=tuple(accounts.values()),
        claims=tuple(claims),
        context=Context(options, entities),
        linked=linked(claims, accounts, most),
        repeats=repeats(claims, accounts, most),
        own_statements=own_statements(claims, accounts),
        lead_meetings=lead_meetings(claims, accounts),
    )
    found = [finding for rule in RULES for finding in rule(case)]
    return merged(found, [c.id for c in claims], _backing(accounts))


def _backing(accounts: Mapping[str, Account]) -> dict[str, set[str]]:
    """Which sources name a day or an amount anywhere."""
    found: dict[str, set[str]] = {}
    for key, one in accounts.items():
        for slots in one.parts.values():
            values = [d.span.iso for d in slots.dates] + [value_of(q) for q in slots.amounts]
            for value in values:
                found.setdefault(value, set()).add(key)
    return found
