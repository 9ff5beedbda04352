"""Units of quantities: how they are written, their canonical English names, and conversions.

In: `data/units.toml`, and the `units` in the words of a language. Out: canonical units with their
kind, so that 12个小时 and 12 hours meet.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from compare.resources.words import listed, words

NUMBER, PERCENT, CURRENCY, DURATION = "number", "percent", "currency", "duration"
ORDINAL, MEASURE, PEOPLE, AGE = "ordinal", "measure", "people", "age"

_TABLES = tomllib.loads(
    files("compare.resources").joinpath("data/units.toml").read_text(encoding="utf-8")
)
_KINDS = {unit: kind for kind, units in _TABLES["kinds"].items() for unit in units}
SYMBOLS: dict[str, str] = {
    sign: unit for unit, signs in _TABLES["symbols"].items() for sign in signs.split()
}
# a unit in terms of a base unit: (base, factor); converted only to compare
BASE: dict[str, tuple[str, float]] = {unit: tuple(row) for unit, row in _TABLES["base"].items()}


@lru_cache(maxsize=16)
def written(language: str, section: str = "units") -> Mapping[str, str]:
    """What a language writes behind an amount (or, `units_in_front`, before it) -> its unit."""
    return {
        form: unit for unit, forms in words(language)[section].items() for form in listed(forms)
    }


def kind_of(unit: str) -> str:
    """The kind of a quantity by its unit: counters are plain numbers, other units measures."""
    return _KINDS.get(unit) or (MEASURE if unit in BASE else NUMBER)
