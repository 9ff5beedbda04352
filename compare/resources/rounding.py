"""When one figure is a round form of another.

In: two figures in one unit. Out: whether the rounder one is what the finer rounds to. It stands
with the units, since every comparison of values asks it.
"""

from __future__ import annotations

import math


def rounds(a: float, b: float, *, close: float, exact: float, converted: bool = False) -> bool:
    """Is the rounder value what the finer one rounds to, at most `close` of it away? Whole counts
    below `exact` must match exactly; a converted value is never round.
    """
    larger, smaller = max(abs(a), abs(b)), min(abs(a), abs(b))
    if smaller == 0 or abs(a - b) > close * larger:
        return False
    if converted:
        return True
    if smaller < exact and a == int(a) and b == int(b):
        return False
    rough, fine = sorted((a, b), key=significant)
    return math.isclose(float(f"{fine:.{significant(rough) - 1}e}"), rough, rel_tol=1e-9)


def significant(value: float) -> int:
    """The number of significant digits of a value, trailing zeros not counted (at most 12)."""
    if value == 0 or not math.isfinite(value):
        return 1
    digits = f"{abs(value):.11e}".partition("e")[0].replace(".", "").rstrip("0")
    return max(1, len(digits))
