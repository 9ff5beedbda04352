"""Who does it to whom: one sentence has them the other way round.

In: pairs of linked statements of one language. Out: findings. Two sentences that swap the parties
have the same words, so no likeness tells them apart: before and behind one predicate the parties
are compared. Chinese puts the other party before the verb as well (对, 把, 被), English turns it
round with a passive (was sold by); both are told by words of the language. Parties that stand on
one level (met, agreed) have no order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from compare.claims.discrepancies.accounts import Statement
from compare.claims.discrepancies.findings import CONFLICT, Finding, Spot
from compare.claims.discrepancies.likeness import words_without
from compare.claims.discrepancies.pairs import Context, Pair
from compare.model import TITLE
from compare.resources.predicates import MEASURE, PASSIVE, Hit, patterns, predicates
from compare.resources.roles import RoleWords, role_words
from compare.text.scripts import to_simplified

_BREAK = re.compile(r"[,，;；。:：、“”\"]")


@dataclass(frozen=True, slots=True)
class Act:
    """A predicate, with the words of who does it and of whom it is done to; `start`..`end` of the
    sentence tell the act.
    """

    predicate: str
    doer: frozenset[str]
    other: frozenset[str]
    start: int
    end: int


def roles(pair: Pair, context: Context) -> list[Finding]:
    """At most one finding a pair."""
    left, right = pair.left, pair.right
    unlike = left.sentence.language[:2] != right.sentence.language[:2]
    if pair.near or unlike or TITLE in (left.part, right.part):
        return []
    if pair.score < context.options.conflict_link:
        return []
    least, others = context.options.role_words, _acts(right)
    for one in _acts(left):
        for other in others:
            if one.predicate == other.predicate and _swapped(one, other, least):
                spots = _spot(left, one), _spot(right, other)
                return [Finding("actor", CONFLICT, "who does it to whom", *spots, pair.claims)]
    return []


def _spot(statement: Statement, act: Act) -> Spot:
    start, end = statement.start + act.start, statement.start + act.end
    return Spot(statement, start, end, statement.slots.text[start:end])


def _swapped(one: Act, other: Act, least: float) -> bool:
    """Is who does it in each the one that it is done to in the other, and not one in both?"""
    crossed = _share(one.doer, other.other) >= least and _share(other.doer, one.other) >= least
    both = max(_share(one.doer, other.doer), _share(other.doer, one.doer))
    return crossed and both < 1 - least


def _share(few: frozenset[str], many: frozenset[str]) -> float:
    return len(few & many) / len(few) if few else 0.0


def _acts(statement: Statement) -> tuple[Act, ...]:
    """The acts of a sentence with two parties."""
    tag = statement.sentence.language.partition("-")[0]
    text = to_simplified(statement.quote) if statement.chinese else statement.quote
    return _acts_in(text, tag) if len(text) == len(statement.quote) else ()


@lru_cache(maxsize=1024)
def _acts_in(text: str, tag: str) -> tuple[Act, ...]:
    """The acts of a text; a sentence stands in many pairs and is read once."""
    lexicon, words = patterns(tag), role_words(tag)
    if lexicon is None or words is None:
        return ()
    known = predicates()
    return tuple(
        _act(text, hit, words, chinese=tag == "zh")
        for hit in lexicon.find(text)
        if not known[hit.predicate].mutual and known[hit.predicate].kind != MEASURE
    )


def _act(text: str, hit: Hit, words: RoleWords, *, chinese: bool) -> Act:
    low = max((m.end() for m in _BREAK.finditer(text, 0, hit.start)), default=0)
    behind = _BREAK.search(text, hit.end)
    high = behind.start() if behind else len(text)
    before, after = text[low : hit.start], text[hit.end : high]
    turned, marked = words.turned.search(before), words.marked.search(before)
    passive = hit.form == PASSIVE or turned is not None or words.by.match(after) is not None
    if mark := turned or marked:
        before, after = before[: mark.start()], before[mark.end() :] + " " + after
    one, other = (words_without(side, (), chinese=chinese) for side in (before, after))
    doer, patient = (other, one) if passive else (one, other)
    low += len(text[low:high]) - len(text[low:high].lstrip())
    return Act(hit.predicate, doer, patient, low, len(text[:high].rstrip()))
