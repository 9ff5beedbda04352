"""Quantities that disagree.

In: pairs of statements. Out: findings. What agrees is taken away first; only when one amount of a
unit is left in each clause are the two held against each other, for only then do they stand in
one place of one claim. Ordinals, years and numbers without news (两国, both sides) never count.

`compatible`, in this order: rounding or units; a toll of two times of writing, the later the
higher; measurements of two bodies, each named (of an earthquake always: no
two services agree).

Two quantities against each other. In: two `Quantity`s. Out: whether they speak of one thing, and
whether they agree. Agreement is wide on purpose: what one rounds and the other counts is no
disagreement between outlets.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import datetime

from rapidfuzz import fuzz

from compare.claims.discrepancies.accounts import Statement
from compare.claims.discrepancies.findings import COMPATIBLE, CONFLICT, SHIFT, Finding, Spot
from compare.claims.discrepancies.pairs import Context, Pair
from compare.model import TITLE
from compare.model.documents import Quantity
from compare.options import Options
from compare.resources.rounding import rounds
from compare.resources.units import BASE, CURRENCY, NUMBER
from compare.text.scripts import to_simplified

SAME, ROUNDING, DIFFERENT, INCOMPARABLE = "same", "rounding", "different", "incomparable"
_YUAN = frozenset({"yuan", "CNY", "TWD", "HKD", "JPY"})


def comparable(a: Quantity, b: Quantity) -> bool:
    """Do both measure the same thing: one unit, or units of which one converts to the other?

    An ordinal is never compared with an amount; a number without a unit only with its like.
    Currencies differ by a rate that changes daily, so they are not converted.
    """
    if a.ordinal != b.ordinal:
        return False
    if a.unit == b.unit:
        return True
    if a.kind == CURRENCY == b.kind and "yuan" in (a.unit, b.unit):
        return {a.unit, b.unit} <= _YUAN
    first, second = BASE.get(a.unit), BASE.get(b.unit)
    return first is not None and second is not None and first[0] == second[0]


def same(a: Quantity, b: Quantity, options: Options) -> str:
    """`same`, `rounding` (one is a round form of the other), `different` or `incomparable`.

    An equal value is the same even where only one side names its unit.
    """
    if not comparable(a, b):
        bare = a.ordinal == b.ordinal and not {"", "degree"}.isdisjoint((a.unit, b.unit))
        return SAME if bare and math.isclose(a.value, b.value) else INCOMPARABLE
    scale_a, scale_b = _scales(a, b)
    value_a, value_b = a.value * scale_a, b.value * scale_b
    if math.isclose(value_a, value_b, rel_tol=1e-9):
        return ROUNDING if a.approximate != b.approximate else SAME
    if a.ordinal:
        return DIFFERENT
    if a.approximate or b.approximate:
        overlap = a.low * scale_a <= b.high * scale_b and b.low * scale_b <= a.high * scale_a
        return ROUNDING if overlap else DIFFERENT
    converted = scale_a != scale_b
    close, counted = options.number_close, options.number_exact
    alike = rounds(value_a, value_b, close=close, exact=counted, converted=converted)
    return ROUNDING if alike else DIFFERENT


def _scales(a: Quantity, b: Quantity) -> tuple[float, float]:
    if a.unit == b.unit:
        return 1.0, 1.0
    return BASE.get(a.unit, ("", 1.0))[1], BASE.get(b.unit, ("", 1.0))[1]


_IDLE = re.compile(
    r"^(?:两国|兩國|双方|雙方|两岸|兩岸|一[个個名位些种種]|[二两兩]人|one|two|a|an|both|half|第.*|.*(?:国|國))$",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"[-‑](?:foot|feet|ft)?[-‑]?\d")
_TOLL = re.compile(
    r"死|[遇罹]难|[遇罹]難|丧生|喪生|受[伤傷]|失[踪蹤联聯]|[伤傷]者|[受成]灾|受災|被困|撤离|撤離|转移|轉移"
    r"|dead|death|die[sd]?\b|kill|injur|hurt|wounded|missing|trapped|evacuat|displaced|toll|acres|hectares|cases|英[亩畝]|公[顷頃]|确诊|確診"
)
_AS_OF = re.compile(
    r"截至[^，,。]{2,12}|\bas of [^,.]{3,20}|\bby (?:noon|midnight|\d+ ?[ap]\.?m)[^,.]{0,14}"
)
_NO_NOUN = frozenset(
    [
        "of",
        "in",
        "to",
        "at",
        "for",
        "by",
        "were",
        "was",
        "are",
        "is",
        "have",
        "had",
        "has",
        "remain",
        "and",
        "or",
        "as",
        "on",
    ]
)
_COUNTED = frozenset(
    [
        "person",
        "ship",
        "vehicle",
        "aircraft",
        "vote",
        "seat",
        "case",
        "household",
        "building",
        "company",
    ]
)
_SCALED = re.compile(
    r"[万萬亿億兆成半%％]|million|billion|trillion|percent|per cent|quarter|half", re.IGNORECASE
)
_ANY_CURRENCY = frozenset({"yuan", "dollar"})
_UNCERTAIN_UNITS = ("", "year", "month", "week", "times", "share")


def numbers(pair: Pair, context: Context) -> list[Finding]:
    """Conflicts and shifts of what is left after pairing off; compatible values otherwise."""
    if pair.near or TITLE in (pair.left.part, pair.right.part):
        return []
    options = context.options
    if pair.score < options.conflict_link:
        return []
    every = _amounts(pair.left, whole=True), _amounts(pair.right, whole=True)
    left, right = (_amounts(s, whole=False) for s in (pair.left, pair.right))
    new_left = [a for a in left if all(_looks(a) != _looks(b) for b in every[1])]
    new_right = [b for b in right if all(_looks(a) != _looks(b) for a in every[0])]
    found = [_agreement(pair, a, b, options) for a in new_left for b in new_right]
    free_left = [a for a in left if not any(_meets(a, b, options) for b in every[1])]
    free_right = [b for b in right if not any(_meets(a, b, options) for a in every[0])]
    found += [_other_currency(pair, a, b) for a in free_left for b in free_right]
    alone = _left_over(
        [a for a in free_left if not _given(a, pair.right, options)],
        [b for b in free_right if not _given(b, pair.left, options)],
        pair,
    )
    found += [_disagreement(pair, a, b, options) for a, b in alone]
    return [f for f in found if f is not None]


def _amounts(statement: Statement, *, whole: bool) -> list[Quantity]:
    inside = statement.in_sentence if whole else statement.in_clause
    return [
        q for q in statement.slots.amounts if inside(q.start, q.end) and not _idle(q, statement)
    ]


def _idle(amount: Quantity, statement: Statement) -> bool:
    """Ordinals, numbers without news, and the two halves of 6-foot-6."""
    text = statement.slots.text
    return (
        amount.ordinal
        or _IDLE.match(amount.text.strip()) is not None
        or _COMPOUND.match(text, amount.end) is not None
        or text[max(0, amount.start - 5) : amount.start].lower() == "foot-"
    )


def _meets(a: Quantity, b: Quantity, options: Options) -> bool:
    """Do two amounts agree, by their unit or by value alone?"""
    if same(a, b, options) in ("same", "rounding"):
        return True
    if a.low <= b.high and b.low <= a.high and not comparable(a, b):
        return a.kind != "percent" != b.kind and not a.kind == b.kind == "currency"
    return False


def _given(amount: Quantity, other: Statement, options: Options) -> bool:
    """Does the other text give a figure too, elsewhere? Then it is of something else there or said
    twice, and no figure of the other text stands for it. Small counts meet by chance.
    """
    if amount.approximate or (amount.kind == NUMBER and amount.value < options.number_exact):
        return False
    return any(
        q.unit == amount.unit and q.value == amount.value
        for slots in other.account.parts.values()
        for q in slots.amounts
    )


def _left_over(
    left: list[Quantity], right: list[Quantity], pair: Pair
) -> list[tuple[Quantity, Quantity]]:
    """Pairs of amounts that are the only ones of their unit in both clauses."""
    found = []
    for a in left:
        mates = [b for b in right if _one_unit(a, b, pair)]
        rivals = [x for x in left if x is not a and any(_one_unit(x, b, pair) for b in mates)]
        if len(mates) == 1 and not rivals:
            found.append((a, mates[0]))
    return found


def _one_unit(a: Quantity, b: Quantity, pair: Pair) -> bool:
    """Comparable, or a count beside a number that stands without a noun: three are missing."""
    if comparable(a, b):
        return "share" not in {a.unit, b.unit}
    if a.unit and b.unit:
        return False
    bare, counted = (b, a) if a.unit else (a, b)
    statement = pair.right if a.unit else pair.left
    return counted.unit in _COUNTED and _stands_alone(bare, statement)


def _stands_alone(amount: Quantity, statement: Statement) -> bool:
    """Does no noun follow the number?"""
    word = re.match(r"\s*([\w'-]+)", statement.slots.text[amount.end : amount.end + 24])
    return word is None or word[1].lower() in _NO_NOUN


def _agreement(pair: Pair, a: Quantity, b: Quantity, options: Options) -> Finding | None:
    """`compatible` when two amounts agree though they look different."""
    verdict = same(a, b, options)
    if verdict not in ("same", "rounding") or _looks(a) == _looks(b):
        return None
    if a.unit == b.unit and a.value < options.number_few:
        return None
    if verdict == "rounding":
        rule = "one amount, rounded or in another unit"
    elif a.unit == b.unit and not (_SCALED.search(a.text) or _SCALED.search(b.text)):
        return None
    else:
        rule = "one amount, written in two ways"
    return _finding(pair, COMPATIBLE, rule, a, b)


def _looks(amount: Quantity) -> tuple[str, str]:
    return _digits(amount), amount.unit


def _digits(amount: Quantity) -> str:
    found = re.findall(r"\d[\d.,]*", amount.text.replace(",", ""))
    return "".join(found) if len(found) == 1 else amount.text.strip().lower()


def _disagreement(pair: Pair, a: Quantity, b: Quantity, options: Options) -> Finding | None:
    if "" in {a.unit, b.unit} and same(replace(a, unit=b.unit), b, options) != DIFFERENT:
        return None  # 2.14万张 beside 21,406 votes
    if _grew(pair, options.number_later):
        rule = "a count that changes while it is being written about"
        return _finding(pair, COMPATIBLE, rule, a, b)
    bodies = _bodies(pair, a, b, options)
    if a.unit == "magnitude" or (bodies and a.kind == "measure"):
        return _finding(pair, COMPATIBLE, "two measurements of one thing", a, b)
    if pair.score < options.number_link or _vague(a, b, options):
        return None
    severity = SHIFT if bodies or a.approximate or b.approximate else CONFLICT
    rule = "two bodies, each with its own figure" if bodies else "one amount, two figures"
    return _finding(pair, severity, rule, a, b)


def _other_currency(pair: Pair, a: Quantity, b: Quantity) -> Finding | None:
    """160 million euros against $160 million: one figure, but not one sum."""
    if not a.kind == b.kind == "currency" or a.value != b.value or a.unit == b.unit:
        return None
    if _other_dollar(pair.left, a) or _other_dollar(pair.right, b):
        return None
    if {a.unit, b.unit} & _ANY_CURRENCY:
        return None
    return _finding(pair, SHIFT, "one figure in two currencies", a, b)


def _other_dollar(statement: Statement, amount: Quantity) -> bool:
    """A letter right before the sign: T$ is not the dollar that it is read as."""
    before = statement.slots.text[max(0, amount.start - 1) : amount.start]
    return before.isalpha() and amount.text.startswith("$")


def _vague(a: Quantity, b: Quantity, options: Options) -> bool:
    """Small bare counts and spans of time are too often of something else."""
    ratio = max(a.value, b.value) / max(min(a.value, b.value), 1e-9)
    if not math.isfinite(ratio) or ratio > options.number_farthest:
        return True
    small = min(a.value, b.value) < options.number_small
    return {a.unit, b.unit} <= set(_UNCERTAIN_UNITS) and small


def _grew(pair: Pair, hours: int) -> bool:
    """A toll, higher in the later text, unless both name one time as of which they count."""
    if not (_TOLL.search(pair.left.wording) and _TOLL.search(pair.right.wording)):
        return False
    if counted_at_once(pair.left, pair.right):
        return False
    return later_of(pair.left, pair.right, hours) is not None


def counted_at_once(left: Statement, right: Statement) -> bool:
    """Do both name one time as of which they count?"""
    one, other = _AS_OF.search(left.quote), _AS_OF.search(right.quote)
    return bool(one and other and one[0] == other[0])


def later_of(left: Statement, right: Statement, hours: int) -> Statement | None:
    """The statement whose article came out at least `hours` later, or None."""
    one, other = left.account.article.published, right.account.article.published
    if one is None or other is None:
        return None
    if isinstance(one, datetime) and isinstance(other, datetime):
        gap = (one - other).total_seconds()
        return None if abs(gap) < hours * 3600 else left if gap > 0 else right
    first, second = left.account.article.day, right.account.article.day
    if first is None or second is None or first == second:
        return None
    return left if first > second else right


def _bodies(pair: Pair, a: Quantity, b: Quantity, options: Options) -> bool:
    return voices_differ(pair.left, a.start, pair.right, b.start, options)


def voices_differ(left: Statement, at: int, right: Statement, there: int, options: Options) -> bool:
    """Are both statements somebody's, and not known to be the same one's?

    A body in two languages without a known identity counts as another: in doubt no conflict.
    """
    one, other = left.voice_at(at), right.voice_at(there)
    if one is None or other is None:
        return False
    names = [to_simplified(v.source_text or v.speaker or "") for v in (one, other)]
    if not all(names) or (one.entity is not None and one.entity == other.entity):
        return False
    if left.chinese != right.chinese:
        return True
    within = fuzz.partial_ratio(*names) < options.number_body_within
    return within and fuzz.ratio(*names) < options.number_body


def _finding(pair: Pair, severity: str, rule: str, a: Quantity, b: Quantity) -> Finding:
    return Finding("number", severity, rule, _spot(pair.left, a), _spot(pair.right, b), pair.claims)


def value_of(amount: Quantity) -> str:
    """The value and unit of an amount as a key: `12 hour`."""
    return f"{amount.value:.12g} {amount.unit}".strip()


def _spot(statement: Statement, amount: Quantity) -> Spot:
    return Spot(statement, amount.start, amount.end, value_of(amount))
