"""One act of two persons together, or of one; and one undertaking with two different partners.

In: pairs of statements. Out: findings. Both rules look at one slot of two closely linked clauses:
the subject (X and Y against X alone), and what follows 与 or with before a word of joint doing. For
the partner the rest of the clause must be much the same, in one language.
"""

from __future__ import annotations

import re
from itertools import pairwise

from rapidfuzz import fuzz

from compare.claims.discrepancies.accounts import Statement
from compare.claims.discrepancies.findings import CONFLICT, SHIFT, Finding, Spot
from compare.claims.discrepancies.meetings import MEETING
from compare.claims.discrepancies.pairs import Context, Pair
from compare.model import PERSON, ROLE, TITLE, Mention
from compare.options import Options
from compare.text.scripts import to_simplified

_TOGETHER = re.compile(r"[与和同跟及]|\s*(?:,\s*)?(?:and|with)\s*")
_BOTH = re.compile(r"双方|两人|二人|\b(?:both|they|the two|together|each other)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_PARTNER = {
    True: re.compile(
        r"(?<=[与和同跟])[^，。；、与和同跟及的]{2,14}?(?=合作|合资|联手|签署|签约|达成协议|结盟|合并|交手|对阵)"
    ),
    False: re.compile(
        r"(?<=\bwith )(?:the )?[A-Z][\w&.'-]*(?: (?:of|and|the|[A-Z][\w&.'-]*)){0,5}"
        r"(?= (?:to|on|in|for)\b)"
    ),
}


def actors(pair: Pair, context: Context) -> list[Finding]:
    """A shift when one statement has two act together and the other one of them alone; a conflict
    when one undertaking has two partners.
    """
    if pair.near or pair.score < context.options.shift_link:
        return []
    return [*_together(pair), *_partners(pair, context.options)]


def _together(pair: Pair) -> list[Finding]:
    """Not of meetings, which take two however they are told."""
    if any(s.find(MEETING["meet"]) for s in (pair.left, pair.right)):
        return []
    for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
        both = _joint(one)
        alone = _alone(other, both) if both else None
        if both and alone is not None:
            joint = Spot(one, both[0].start, both[1].end, "together")
            single = Spot(other, alone.start, alone.end, "alone")
            rule = "one act, of two together or of one"
            return [Finding("actor", SHIFT, rule, single, joint, pair.claims)]
    return []


def _partners(pair: Pair, options: Options) -> list[Finding]:
    if pair.left.chinese != pair.right.chinese:
        return []
    if TITLE in (pair.left.part, pair.right.part):
        return []
    cue = _PARTNER[pair.left.chinese]
    left, right = pair.left.find(cue), pair.right.find(cue)
    if len(left) != 1 or len(right) != 1:
        return []
    one, other = _name(pair.left, left[0]), _name(pair.right, right[0])
    if fuzz.partial_ratio(one.value, other.value) >= options.actor_another:
        return []
    rest = _rest(pair.left, left[0]), _rest(pair.right, right[0])
    if fuzz.ratio(*rest) < options.actor_rest:
        return []
    return [Finding("actor", CONFLICT, "one undertaking, two partners", one, other, pair.claims)]


def _name(statement: Statement, span: tuple[int, int]) -> Spot:
    name = to_simplified(statement.slots.text[slice(*span)])
    return Spot(statement, *span, name.lower(), statement.slots.text[slice(*span)])


def _rest(statement: Statement, span: tuple[int, int]) -> str:
    """The clause without the partner."""
    text = statement.slots.text
    return to_simplified(text[statement.clause[0] : span[0]] + text[span[1] : statement.clause[1]])


def _joint(statement: Statement) -> tuple[Mention, Mention] | None:
    """Two persons joined by and, ahead of what they do."""
    names = statement.names(PERSON)
    names = [m for m in names if not any(_within(m, o) for o in names if o is not m)]
    for first, second in pairwise(names):
        between = to_simplified(statement.slots.text[first.end : second.start])
        between = _BRACKETS.sub("", between)
        if first.entity != second.entity and _TOGETHER.fullmatch(between):
            return first, second
    return None


def _within(one: Mention, other: Mention) -> bool:
    return (
        other.start <= one.start
        and one.end <= other.end
        and (one.end - one.start) < (other.end - other.start)
    )


def _alone(statement: Statement, both: tuple[Mention, Mention]) -> Mention | None:
    """The only one of the two in the other statement, unless its words say that it was both."""
    pair = {m.entity for m in both}
    here = statement.names(PERSON, ROLE)
    everyone = {m.entity for m in statement.names(PERSON, ROLE, whole=True)}
    if len(pair & everyone) != 1 or len(everyone) != 1:
        return None
    if _BOTH.search(_BRACKETS.sub("", to_simplified(statement.wording))):
        return None
    return next((m for m in here if m.entity in pair), None)
