"""What a quantity found in a text is, and how sure its value is.

In: a value and the words around it (约, 近, more than). Out: `Quantity` with bounds. The bounds
say what the words allow: 近3% lies in 2.4..3, 30余万 in 300,000..400,000, at least 50 in 50..100.

What an amount counts: the words behind it. In: an amount, its text, the language. Out: the amount
with the span of those words: 41 | rusty ships. In Chinese the counter is the unit already, and the
words behind it name the thing (三艘 | 货船). A span, not a noun: what it is a fact of is settled
where facts are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from compare.model.documents import Quantity
from compare.resources.units import BASE, DURATION, ORDINAL, kind_of
from compare.resources.words import word_set

ABOUT, NEARLY, OVER, AT_LEAST, UNDER, UP_TO = (
    "about",
    "nearly",
    "over",
    "at least",
    "under",
    "up to",
)


def exact(start: int, text: str, value: float, unit: str) -> Quantity:
    """A quantity as it stands."""
    return _quantity(start, text, (value, value, value), unit)


def ordinal(start: int, text: str, value: float, unit: str = "") -> Quantity:
    """第78届, 78th: a place in a row, not an amount."""
    return _quantity(start, text, (value, value, value), unit, ordinal=True)


def about(start: int, text: str, value: float, unit: str, hedge: str) -> Quantity:
    """A quantity with a hedge before or behind it."""
    low, high = _BOUNDS[hedge]
    return between(start, text, value * low, value * high, unit, value)


def between(
    start: int, text: str, low: float, high: float, unit: str, value: float | None = None
) -> Quantity:
    """A quantity between two bounds; its value is the middle unless one is named."""
    middle = (low + high) / 2 if value is None else value
    return _quantity(start, text, (middle, low, high), unit, approximate=True)


def _quantity(
    start: int,
    text: str,
    values: tuple[float, float, float],
    unit: str,
    *,
    approximate: bool = False,
    ordinal: bool = False,
) -> Quantity:
    kind = ORDINAL if ordinal else kind_of(unit)
    value, low, high = values
    end = start + len(text)
    return Quantity(start, end, text, value, low, high, unit, approximate, ordinal, kind)


_BOUNDS = {
    ABOUT: (0.85, 1.15),
    NEARLY: (0.8, 1.0),
    OVER: (1.0, 1.5),
    AT_LEAST: (1.0, 2.0),
    UNDER: (0.7, 1.0),
    UP_TO: (0.8, 1.0),
}


def step_of(value: float, scale: float = 1.0) -> float:
    """The size of the last counted place: 300,000 written 30万 steps by 100,000, 七 by 1."""
    mantissa = value / scale
    if mantissa != int(mantissa) or mantissa == 0:
        return scale
    place = 1
    while mantissa % (place * 10) == 0:
        place *= 10
    return place * scale


_REACH = 40
_WORDS = 3
_WORD = re.compile(r"[\w'-]+|[^\w\s]")
_NO_NOUN = word_set("en", "amounts", "ends_thing")
_ENDS = "".join(sorted(word_set("zh", "amounts", "ends_thing")))
_THING = re.compile(rf"[^\W\d_{_ENDS}]{{1,6}}")


def counted(found: Quantity, text: str, tag: str) -> Quantity:
    """`found` with what it counts in `text`; `tag` is the primary tag of its language."""
    if found.ordinal or found.kind == "percent":
        return found
    if tag in ("zh", "ja"):
        thing = _THING.match(text, found.end)
        return replace(found, counts=thing.span()) if thing else found
    span: tuple[int, int] | None = None
    following = _WORD.finditer(text, found.end, found.end + _REACH)
    for word, _ in zip(following, range(_WORDS), strict=False):
        if not word[0][0].isalpha() or word[0].lower() in _NO_NOUN:
            break
        span = (span[0] if span else word.start(), word.end())
    return replace(found, counts=span)


# four years and eight months, 4年零8个月
_BETWEEN = re.compile(r"\s*(?:,?\s+and\s+|,\s+|[零又])?\s*")


def compounds(found: Iterable[Quantity], text: str) -> list[Quantity]:
    """Stretches of time told in two units or more are one, in the smallest of them: 4年8个月 is 56
    months. In text order, as they came.
    """
    held: list[Quantity] = []
    for amount in found:
        if held and _continues(held[-1], amount, text):
            held.append(_added(held.pop(), amount, text))
        else:
            held.append(amount)
    return held


def _continues(one: Quantity, other: Quantity, text: str) -> bool:
    if one.kind != DURATION or other.kind != DURATION or one.approximate or other.approximate:
        return False
    (base, size), (base_other, smaller) = BASE[one.unit], BASE[other.unit]
    gap = text[one.end : other.start]
    fits = base == base_other and size > smaller and other.value * smaller < size
    return fits and _BETWEEN.fullmatch(gap) is not None and "\n" not in gap


def _added(one: Quantity, other: Quantity, text: str) -> Quantity:
    value = one.value * BASE[one.unit][1] / BASE[other.unit][1] + other.value
    told = text[one.start : other.end]
    return replace(other, start=one.start, text=told, value=value, low=value, high=value)
