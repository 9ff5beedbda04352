"""One meeting, two different partners.

In: all accounts and claims. Out: conflicts. A meeting is a clause with a word of meeting (or
calling, beating, succeeding) and two persons. Two meetings of one kind that share one person and
each have one of their own are held to be one event only when something else is shared: a place, a
day, an amount or a quotation, and more of it the weaker their link is, because people meet several
others on one day. All sentences are searched, not only linked ones: a contradicted claim scores as
low by similarity as an unrelated one. Across languages one of the two partners must be named in
both articles, since 罗斯 may be Ross or Roth.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from rapidfuzz import fuzz

from compare.claims.discrepancies.accounts import Account, Statement
from compare.claims.discrepancies.findings import CONFLICT, Finding, Spot
from compare.claims.discrepancies.pairs import Case, Pair
from compare.model import BODY, NUMBER, PERSON, PLACE, Cell, Claim, Evidence, Mention, Sentence
from compare.options import Options
from compare.text.scripts import to_simplified

MEETING = {
    "meet": re.compile(
        r"会[见晤谈面]|见面|接待|通话|视[频讯]|通电话|对谈|磋商"
        r"|\b(?:met|meets?|meeting|talks|spoke|speaks|hosted|received|phone call"
        r"|called|video link)\b",
        re.IGNORECASE,
    ),
    "beat": re.compile(r"击败|打败|战胜|险胜|\b(?:beat|beats|defeated|defeats)\b", re.IGNORECASE),
    "succeed": re.compile(
        r"接替|接任|取代|继任|\b(?:succeed(?:s|ed)?|replac(?:e|es|ed))\b", re.IGNORECASE
    ),
}
_AT = re.compile(r"[在于於]$|\b(?:in|at) $")


@dataclass(frozen=True, slots=True)
class _Meeting:
    """A clause in which two persons meet: persons by entity."""

    statement: Statement
    sort: str
    persons: dict[str, Mention]


def lead_meetings(claims: Sequence[Claim], accounts: Mapping[str, Account]) -> list[Pair]:
    """Pairs of leads, of two sources, that tell of a meeting of the same two persons.

    Within one story that is one meeting, however the sentences score; their days can be compared.
    """
    links = _links(claims)
    leads = [m for r in accounts.values() for m in _lead_meetings(r)]
    found = []
    for one, other in combinations(leads, 2):
        if one.statement.account is other.statement.account or one.sort != other.sort:
            continue
        if one.persons.keys() == other.persons.keys():
            claim, _ = _linked(one.statement, other.statement, links)
            found.append(Pair(one.statement, other.statement, 1.0, claim))
    return found


def own_statements(claims: Sequence[Claim], accounts: Mapping[str, Account]) -> list[Pair]:
    """Pairs inside one source: a lead, and a sentence of an official text given in full whose
    today is fixed by a date named before it.
    """
    links = _links(claims)
    found = []
    for account in accounts.values():
        leads, fixed = _lead(account), _anchored(account)
        for one, other in product(leads, fixed):
            claim, _ = _linked(one, other, links)
            found.append(Pair(one, other, 1.0, claim))
    return found


def _lead(account: Account) -> list[Statement]:
    """The sentences of the first paragraph."""
    slots = account.parts.get(BODY)
    if slots is None or not account.article.paragraphs:
        return []
    first = account.article.paragraphs[0]
    return [_whole(account, s) for s in slots.sentences if first.start <= s.start < first.end]


def _anchored(account: Account) -> list[Statement]:
    slots = account.parts.get(BODY)
    days = [d.span.start for d in slots.dates if d.anchored] if slots else []
    return [
        _whole(account, s)
        for s in (slots.sentences if slots else ())
        if any(s.start <= day < s.end for day in days)
    ]


def _whole(account: Account, sentence: Sentence) -> Statement:
    return Statement(account, sentence, (sentence.start, sentence.end))


def _lead_meetings(account: Account) -> list[_Meeting]:
    return [m for s in _lead(account) for m in _meeting(s)]


@dataclass(frozen=True, slots=True)
class _Link:
    """A claim and everything that it rests on."""

    claim: str
    proof: tuple[Evidence, ...]


def meetings(case: Case) -> list[Finding]:
    """Conflicts of two meetings that are one event but name different partners."""
    every = [m for r in case.accounts for m in _meetings(r)]
    links = _links(case.claims)
    found = []
    for n, one in enumerate(every):
        for other in every[n + 1 :]:
            finding = _partner(one, other, every, links, case.context.options)
            if finding is not None:
                found.append(finding)
    return found


def _meetings(account: Account) -> list[_Meeting]:
    return [
        meeting
        for sentence in account.sentences()
        for clause in sentence.clauses or ((sentence.start, sentence.end),)
        for meeting in _meeting(Statement(account, sentence, clause))
    ]


def _meeting(clause: Statement) -> list[_Meeting]:
    for sort, cue in MEETING.items():
        cues = clause.find(cue)
        if not cues:
            continue
        at = cues[0][0]
        persons = {m.entity: m for m in reversed(clause.names(PERSON)) if not _tells(clause, m, at)}
        known = {key: m for key, m in persons.items() if key is not None}
        if len(known) == 2:
            return [_Meeting(clause, sort, known)]
    return []


def _tells(clause: Statement, person: Mention, at: int) -> bool:
    """Is the person only the one who tells of the meeting at `at`?"""
    for one in clause.account.said:
        if one.part != clause.part or one.source is None or one.cue is None:
            continue
        first, last = min(one.source[0], one.cue[0]), max(one.source[1], one.cue[1])
        if one.source[0] <= person.start < one.source[1] and not first <= at < last:
            return True
    return False


def _links(claims: Sequence[Claim]) -> list[_Link]:
    """Every claim with its evidences, and the nearest spans of its empty cells."""
    return [_Link(c.id, tuple(e for x in c.cells.values() for e in _proof(x))) for c in claims]


def _proof(cell: Cell) -> tuple[Evidence, ...]:
    return cell.evidence or ((cell.nearest,) if cell.nearest else ())


def _partner(
    one: _Meeting,
    other: _Meeting,
    every: Sequence[_Meeting],
    links: Sequence[_Link],
    options: Options,
) -> Finding | None:
    shared = one.persons.keys() & other.persons.keys()
    if one.statement.account is other.statement.account or one.sort != other.sort:
        return None
    if len(shared) != 1:
        return None
    mine = next(m for key, m in one.persons.items() if key not in shared)
    theirs = next(m for key, m in other.persons.items() if key not in shared)
    if not _told_apart(one, other, mine, theirs) or _maybe_one(mine, theirs, options.meeting_name):
        return None
    long = options.meeting_days
    if _told(other, one, every, long) or _told(one, other, every, long):
        return None
    claim, score = _linked(one.statement, other.statement, links)
    if not _one_event(one.statement, other.statement, score, options):
        return None
    left = Spot(one.statement, mine.start, mine.end, mine.entity or "", mine.text)
    right = Spot(other.statement, theirs.start, theirs.end, theirs.entity or "", theirs.text)
    return Finding("actor", CONFLICT, "one meeting, two different partners", left, right, claim)


def _told_apart(one: _Meeting, other: _Meeting, mine: Mention, theirs: Mention) -> bool:
    """Across languages: does one article name both partners?"""
    here, there = one.statement.account, other.statement.account
    if one.statement.chinese == other.statement.chinese:
        return True
    return here.names(theirs.entity) or there.names(mine.entity)


def _maybe_one(a: Mention, b: Mention, likeness: int) -> bool:
    """Could two names be one person? Yes when written alike, or when nothing ties a Chinese name
    of no known identity to Latin ones.
    """
    one, other = to_simplified(a.text), to_simplified(b.text)
    if one.isascii() != other.isascii():
        return ":zh:" in f"{a.entity}{b.entity}" or "?" in f"{a.entity}{b.entity}"
    return fuzz.partial_ratio(one.lower(), other.lower()) >= likeness


def _told(one: _Meeting, other: _Meeting, every: Sequence[_Meeting], long: int) -> bool:
    """Does the source of `one` tell of the meeting `other` too? Then both took place."""
    return any(
        m.statement.account is one.statement.account and m.persons.keys() == other.persons.keys()
        and m.sort == other.sort and m is not one
        and _place_or_day(m.statement, other.statement, long)
        for m in every
    )  # fmt: skip


def _place_or_day(a: Statement, b: Statement, long: int) -> bool:
    return bool(_places(a) & _places(b)) or bool(_days(a, long) & _days(b, long))


def _linked(a: Statement, b: Statement, links: Sequence[_Link]) -> tuple[tuple[str, ...], float]:
    """The claim to report (on both clauses, else both sentences, else either) and the best score
    of a claim that rests on both sentences.
    """
    ranked: list[tuple[int, float, str]] = []
    for link in links:
        reach = [_reach(link, s) for s in (a, b)]
        (one, first), (other, second) = reach
        if one or other:
            ranked.append((one + other if one and other else 0, min(first, second), link.claim))
    if not ranked:
        return (), 0.0
    best = max(ranked, key=lambda r: (r[0], r[1]))
    return (best[2],), max(score for rank, score, _ in ranked if rank or score == 0)


def _reach(link: _Link, statement: Statement) -> tuple[int, float]:
    """2 and the score when the claim rests on the clause, 1 on its sentence, 0 on neither."""
    best = (0, 0.0)
    for proof in link.proof:
        if proof.article != statement.account.article.id or proof.part != statement.part:
            continue
        for rank, (start, end) in ((2, statement.clause), (1, (statement.start, statement.end))):
            if proof.start < end and start < proof.end:
                best = max(best, (rank, proof.score))
                break
    return best


def _one_event(a: Statement, b: Statement, score: float, options: Options) -> bool:
    """More must be shared the weaker the link: one thing where it is sure, two where it is likely,
    else two of which one is an amount or a quotation.
    """
    exact = int(bool(_amounts(a) & _amounts(b))) + int(_same_quote(a, b, options))
    where = int(bool(_places(a) & _places(b)))
    if _places(a) and _places(b) and not where:
        return False
    days, others = (_days(s, options.meeting_days) for s in (a, b))
    when = int(bool(days & others))
    if days and others and not when:
        return False
    total = exact + where + when
    if score >= options.meeting_sure and total >= options.meeting_sure_shared:
        return True
    enough = total >= options.meeting_shared
    return enough and (score >= options.meeting_likely or exact >= 1)


def _places(statement: Statement) -> set[str]:
    """Places of the sentence; a country only where a word of place stands before it, since it
    otherwise belongs to somebody's office.
    """
    text = statement.slots.text
    names = statement.names(PLACE, whole=True)
    return {
        m.entity
        for m in names
        if m.entity
        and (not m.entity.startswith("cc:") or _AT.search(text[max(0, m.start - 4) : m.start]))
    }


def _days(statement: Statement, long: int) -> set[str]:
    """The days of the sentence; a period of so many or more is no day of a meeting."""
    found: set[str] = set()
    for dated in statement.slots.dates:
        span = dated.span
        if statement.in_sentence(span.start, span.end) and (span.last - span.first).days < long:
            found |= {f"{span.first}", f"{span.last}"}
    return found


def _amounts(statement: Statement) -> set[str]:
    return {
        m.value
        for m in statement.slots.names
        if m.type == NUMBER and m.value and " " in m.value and m.evidence != "ordinal"
        and statement.in_sentence(m.start, m.end)
    }  # fmt: skip


def _same_quote(a: Statement, b: Statement, options: Options) -> bool:
    if a.chinese != b.chinese:
        return False
    mine, theirs = (_quotes(s, options.meeting_quote_least) for s in (a, b))
    return any(fuzz.ratio(p, q) >= options.meeting_quote for p in mine for q in theirs)


def _quotes(statement: Statement, least: int) -> list[str]:
    found = []
    for quotation in statement.slots.quotes:
        start, end = quotation.inner
        if statement.in_sentence(start, end) and end - start >= least:
            found.append(to_simplified(statement.slots.text[start:end]))
    return found
