"""Discrepancies: evidences of one claim that differ, and how much that matters.

In: claims with evidence, articles, mentions, entities, attributions. Out: discrepancies, each with
all sides and the rule that found it. Typed slots are compared after linking, never by similarity:

    accounts     sources -> slots          what is compared
    pairs        claims -> pairs           which statements are compared
    dates, numbers, actors, places,
    quotes, modality, attribution          pair -> findings, one module a kind
    meetings                               all sentences -> findings
    findings     findings -> discrepancies merged, odd one out first

A false `conflict` accuses an outlet, so every rule asks for a sure link and one slot a side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.claims.discrepancies.accounts import Account, account
from compare.claims.discrepancies.actors import actors
from compare.claims.discrepancies.attribution import attribution
from compare.claims.discrepancies.dates import dates, own_dates
from compare.claims.discrepancies.findings import merged
from compare.claims.discrepancies.meetings import lead_meetings, meetings, own_statements
from compare.claims.discrepancies.modality import modality
from compare.claims.discrepancies.numbers import numbers, value_of
from compare.claims.discrepancies.pairs import Context, pairs, repeats
from compare.claims.discrepancies.places import places
from compare.claims.discrepancies.quotes import joined, quotes
from compare.model import Claim, Discrepancy, Entity, Mention, Source, Speech
from compare.options import Options

RULES = (dates, numbers, actors, places, quotes, modality, attribution)


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
    context = Context(options, entities)
    linked = pairs(claims, accounts)
    found = [f for pair in linked for rule in RULES for f in rule(pair, context)]
    found += [f for pair in repeats(claims, accounts) for f in own_dates(pair, context)]
    found += joined(linked, context)
    every = list(accounts.values())
    found += [f for pair in own_statements(every, claims) for f in own_dates(pair, context)]
    found += [f for pair in lead_meetings(every, claims) for f in dates(pair, context)]
    found += meetings(every, claims)
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
