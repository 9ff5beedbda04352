"""A statement and its denial: will and will not, approved and rejected, rose and fell.

In: pairs of statements. Out: findings. Vectors and shared words take a sentence and its negation
for one, so the words themselves are compared, and only where the rest of the two clauses is the
same. Two opposite words of one scale deny each other
unless one of them is negated; of two clauses without such words the number of negations decides.
Negation across languages is a `shift` only: translators turn `failed to` into 没有 and back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.claims.discrepancies.accounts import Statement
from compare.claims.discrepancies.findings import CONFLICT, SHIFT, Finding, Spot
from compare.claims.discrepancies.likeness import one_wording, words_without
from compare.claims.discrepancies.pairs import Context, Pair
from compare.model import TITLE
from compare.options import Options
from compare.resources.tolls import Denials, denials
from compare.text.scripts import to_simplified


@dataclass(frozen=True, slots=True)
class Stance:
    """What a clause says of the scales (scale -> number of its side, and where), its negations, and
    the rest of its words.
    """

    sides: dict[str, tuple[int, re.Match[str]]]
    negations: list[re.Match[str]]
    hidden: bool
    words: frozenset[str]


def polarity(pair: Pair, context: Context) -> list[Finding]:
    """At most one finding a pair."""
    if pair.near or TITLE in (pair.left.part, pair.right.part):
        return []
    if pair.score < context.options.conflict_link:
        return []
    found = opposition(pair, context.options)
    if found is None:
        return []
    rule, left, right = found
    across = pair.left.chinese != pair.right.chinese
    severity = SHIFT if across else CONFLICT
    return [Finding("modality", severity, rule, left, right, pair.claims)]


def opposition(pair: Pair, options: Options) -> tuple[str, Spot, Spot] | None:
    """The two words, or clauses, that deny each other, and the rule; None where none do."""
    left, right = _stance(pair.left), _stance(pair.right)
    if left is None or right is None or not one_wording(pair, left.words, right.words, options):
        return None
    across = pair.left.chinese != pair.right.chinese
    odd = (len(left.negations) + len(right.negations)) % 2 == 1
    for scale in sorted(left.sides.keys() & right.sides.keys()):
        (one, a), (other, b) = left.sides[scale], right.sides[scale]
        if one != other:
            spots = _spot(pair.left, a), _spot(pair.right, b)
            return None if odd else ("opposite words", *spots)
    unlike = left.sides.keys() ^ right.sides.keys()
    if not odd or left.hidden or right.hidden or (across and unlike):
        return None
    if not across and not (left.words <= right.words or right.words <= left.words):
        return None  # nobody was absent, everybody was present
    return "said here, denied there", _denied(pair.left, left), _denied(pair.right, right)


def _denied(statement: Statement, stance: Stance) -> Spot:
    """The negation, or the whole clause where it has none."""
    return _spot(statement, stance.negations[0] if stance.negations else None)


def _stance(statement: Statement) -> Stance | None:
    words = denials(statement.sentence.language.partition("-")[0])
    if words is None:
        return None
    text = _folded(statement)
    covered = [m.span() for m in words.ignored.finditer(text)]
    negations = [m for m in words.negation.finditer(text) if not _inside(m, covered)]
    sides = {name: s for name in words.scales if (s := _side(name, text, words, covered))}
    hidden = any(
        not any(_touch(m, side[1]) for side in sides.values()) for m in words.hidden.finditer(text)
    )
    return Stance(sides, negations, hidden, _rest(text, statement, words))


def _inside(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(a <= match.start() and match.end() <= b for a, b in spans)


def _touch(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _side(
    name: str, text: str, words: Denials, covered: list[tuple[int, int]]
) -> tuple[int, re.Match[str]] | None:
    """The side of a scale that a clause takes; none where it has words of several. What is a part
    of a longer expression says nothing.
    """
    found: dict[int, re.Match[str]] = {}
    for number, pattern in enumerate(words.scales[name]):
        for m in pattern.finditer(text):
            if m.span() in covered or not _inside(m, covered):
                found.setdefault(number, m)
    return next(iter(found.items())) if len(found) == 1 else None


def _rest(text: str, statement: Statement, words: Denials) -> frozenset[str]:
    """The words of a clause without those that are compared."""
    compared = (words.negation, *(p for sides in words.scales.values() for p in sides))
    spans = (m.span() for pattern in compared for m in pattern.finditer(text))
    return words_without(text, spans, chinese=statement.chinese)


def _folded(statement: Statement) -> str:
    simple = to_simplified(statement.wording) if statement.chinese else statement.wording
    return simple if len(simple) == len(statement.wording) else statement.wording


def _spot(statement: Statement, match: re.Match[str] | None) -> Spot:
    """The word, or the whole clause where nothing in it stands against the other."""
    start, end = statement.clause
    if match is None:
        return Spot(statement, start, end, "said")
    return Spot(statement, start + match.start(), start + match.end(), match[0])
