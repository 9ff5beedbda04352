"""Two quantities against each other.

In: two `Quantity`s. Out: whether they speak of one thing, and whether they agree. Agreement is
wide on purpose: what one rounds and the other counts is no disagreement between outlets.
"""

from __future__ import annotations

import math

from compare.model.documents import Quantity
from compare.options import Options
from compare.resources.units import BASE, CURRENCY

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
    rounds = _rounds(value_a, value_b, options, converted=converted)
    return ROUNDING if rounds else DIFFERENT


def _scales(a: Quantity, b: Quantity) -> tuple[float, float]:
    if a.unit == b.unit:
        return 1.0, 1.0
    return BASE.get(a.unit, ("", 1.0))[1], BASE.get(b.unit, ("", 1.0))[1]


def _rounds(a: float, b: float, options: Options, *, converted: bool) -> bool:
    """Is the rounder value what the finer one rounds to? Small counts must match exactly."""
    larger, smaller = max(abs(a), abs(b)), min(abs(a), abs(b))
    if smaller == 0 or abs(a - b) > options.number_close * larger:
        return False
    if converted:
        return True
    if smaller < options.number_exact and a == int(a) and b == int(b):
        return False
    rough, fine = sorted((a, b), key=_significant)
    return math.isclose(float(f"{fine:.{_significant(rough) - 1}e}"), rough, rel_tol=1e-9)


def _significant(value: float) -> int:
    """The number of significant digits of a value, trailing zeros not counted (at most 12)."""
    if value == 0 or not math.isfinite(value):
        return 1
    digits = f"{abs(value):.11e}".partition("e")[0].replace(".", "").rstrip("0")
    return max(1, len(digits))
