"""Discrepancies: evidences of one claim that differ, and how much that matters.

In: claims with evidence, sources as read, mentions, entities, speech. Out: discrepancies, each with
all sides and the rule that found it. Typed slots are compared after linking, never by similarity:

    accounts     sources -> slots          what is compared
    pairs        claims -> pairs           which statements are compared
    dates, numbers, tolls, counts,
    actors, roles, places, quotes, modality,
    polarity, attribution, meetings,
    facts        findings, one module a kind
    excuses      findings that the values' scopes explain
    likeness     what the rest of two clauses says
    findings     findings -> discrepancies merged, odd one out first

A false `conflict` accuses an outlet, so every rule asks for a sure link and one slot a side.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from compare.claims.discrepancies.accounts import Account, Statement, account, statement
from compare.claims.discrepancies.actors import actors
from compare.claims.discrepancies.attribution import attribution
from compare.claims.discrepancies.counts import counts
from compare.claims.discrepancies.dates import dates, own_dates
from compare.claims.discrepancies.excuses import excused
from compare.claims.discrepancies.facts import facts, proofs, selves
from compare.claims.discrepancies.findings import SHIFT, Finding, Spot, merged
from compare.claims.discrepancies.meetings import lead_meetings, meetings, own_statements
from compare.claims.discrepancies.modality import modality
from compare.claims.discrepancies.numbers import numbers, value_of
from compare.claims.discrepancies.pairs import Case, Context, Pair, linked, repeats
from compare.claims.discrepancies.places import places
from compare.claims.discrepancies.polarity import opposition, polarity
from compare.claims.discrepancies.quotes import joined, quotes
from compare.claims.discrepancies.roles import roles
from compare.claims.discrepancies.tolls import denied, tolls
from compare.claims.opposites import opposed
from compare.claims.vetoes import Passages, contradicted
from compare.model import (
    BODY,
    Borne,
    Claim,
    Discrepancy,
    Entity,
    Evidence,
    FactRow,
    Mention,
    Segment,
    Source,
    Speech,
)
from compare.options import Options
from compare.resources.glossary import Glossary

Rule = Callable[[Case], list[Finding]]


def _each(pool: str, find: Callable[[Pair, Context], list[Finding]]) -> Rule:
    """A rule that looks at the pairs of one pool of a case, one by one."""
    return lambda case: [f for pair in getattr(case, pool) for f in find(pair, case.context)]


RULES: tuple[Rule, ...] = (
    _each("linked", dates),
    _each("linked", numbers),
    _each("linked", actors),
    _each("linked", roles),
    _each("linked", places),
    _each("linked", quotes),
    _each("linked", modality),
    _each("linked", polarity),
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
    rows: Sequence[FactRow] = (),
    opposed: Mapping[str, Sequence[Borne]] = MappingProxyType({}),
    passages: Passages | None = None,
) -> tuple[Discrepancy, ...]:
    """All discrepancies, in the order of their first claim; ids d01, d02, …

    `mentions` and `speech` are by article id, `rows` the key facts, `opposed` by claim id what the
    proofs of its cells say otherwise, `passages` the facts by where they stand.
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
    told = [*tolls(case), *counts(case)]
    found = [f for rule in RULES for f in rule(case) if not _told(f, told)] + told
    found = excused(found, passages)
    own = selves(passages.selves() if passages else (), accounts)
    for typed in (facts(rows, accounts, claims), proofs(opposed, accounts), own):
        found = _with(found, typed)
    return merged(found, [c.id for c in claims], _backing(accounts))


def _told(finding: Finding, told: Sequence[Finding]) -> bool:
    """Is a difference of two numbers one of two tolls or counts, which say more?"""
    return finding.kind == "number" and any(
        (_holds(toll.left, finding.left) and _holds(toll.right, finding.right))
        or (_holds(toll.left, finding.right) and _holds(toll.right, finding.left))
        for toll in told
    )


def _with(found: Sequence[Finding], typed: Sequence[Finding]) -> list[Finding]:
    """`found` with the findings of typed facts that no rule has, less what these say more surely:
    a shift of number, or of what is denied, between the very values that conflict.
    """
    sure = [f for f in found if f.severity != SHIFT or f.kind not in ("number", "modality")]
    new = [f for f in typed if not _found(f, sure)]
    return [f for f in found if f in sure or not any(_crosses(f, n) for n in new)] + new


def _crosses(one: Finding, other: Finding) -> bool:
    """Are two findings about the same two stretches?"""
    return (_touches(one.left, other.left) and _touches(one.right, other.right)) or (
        _touches(one.left, other.right) and _touches(one.right, other.left)
    )


def _found(finding: Finding, others: Sequence[Finding]) -> bool:
    """Has another rule a finding between the same two sources on either of its spots?"""
    return any(
        (_touches(other.left, finding.left) and other.right.source == finding.right.source)
        or (_touches(other.right, finding.left) and other.left.source == finding.right.source)
        or (_touches(other.left, finding.right) and other.right.source == finding.left.source)
        or (_touches(other.right, finding.right) and other.left.source == finding.left.source)
        for other in others
    )


def _touches(one: Spot, other: Spot) -> bool:
    return (
        one.source == other.source
        and one.statement.part == other.statement.part
        and one.start < other.end
        and other.start < one.end
    )


def _holds(one: Spot, other: Spot) -> bool:
    return (
        one.source == other.source
        and one.statement.part == other.statement.part
        and one.start <= other.start
        and other.end <= one.end
    )


def upholds(
    question: Source,
    answer: Source,
    mentions: Mapping[str, Sequence[Mention]],
    passages: Passages,
    glossary: Glossary | None,
    options: Options,
    proof: Evidence,
) -> bool:
    """Does the passage `proof` of `answer` carry what `question`, a claim alone, says, as far as it
    neither says the opposite, nor gives another value of it, another toll, or none?
    """
    silent = Speech()
    one = account(question, mentions.get(question.article.id, ()), silent)
    other = account(answer, mentions.get(answer.article.id, ()), silent)
    said = statement(other, proof.part, proof.start, proof.end)
    for sentence in one.parts[BODY].sentences:
        asked = statement(one, BODY, sentence.start, sentence.end)
        claim = Segment(question.article.id, BODY, sentence.start, sentence.end, "")
        if contradicted(claim, proof, passages):
            return False
        if _denies(asked, said, proof.score, options, whole=True):
            return False
        texts = [(x.quote, x.sentence.language) for x in (asked, said) if x is not None]
        if len(texts) > 1 and opposed(texts[0], texts[1], glossary, options):
            return False
    return True


def against(
    row: tuple[Source, Segment],
    answer: tuple[Source, Evidence],
    mentions: Mapping[str, Sequence[Mention]],
    options: Options,
    *,
    whole: bool,
) -> bool:
    """Does a passage of one source say the opposite of a segment of another? One that ought to say
    the `whole` of it must not lack its toll either.
    """
    (one, segment), (other, proof) = row, answer
    silent = Speech()
    left, right = (account(s, mentions.get(s.article.id, ()), silent) for s in (one, other))
    asked = statement(left, segment.part, segment.start, segment.end)
    said = statement(right, proof.part, proof.start, proof.end)
    return _denies(asked, said, proof.score, options, whole=whole)


def _denies(
    asked: Statement | None, said: Statement | None, score: float, options: Options, *, whole: bool
) -> bool:
    if asked is None or said is None:
        return False
    pair = Pair(asked, said, score, ())
    return (whole and denied(pair, options)) or opposition(pair, options) is not None


def _backing(accounts: Mapping[str, Account]) -> dict[str, set[str]]:
    """Which sources name a day or an amount anywhere."""
    found: dict[str, set[str]] = {}
    for key, one in accounts.items():
        for slots in one.parts.values():
            values = [d.span.iso for d in slots.dates] + [value_of(q) for q in slots.amounts]
            for value in values:
                found.setdefault(value, set()).add(key)
    return found
