"""The bounds of a cell that keep a promise, and the languages that it was checked on.

In: data/risks.json, made by tools/fit_risks.py. Out: for a risk the least chance of an `included`
cell and the least of one that is not `absent`.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

ABSENT_SHARE, ABSENT_MOST = 0.5, 0.05  # of absences half as much is risked, and never more


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, list[tuple[float, float]]], dict[str, int]]:
    import msgspec

    raw = (Path(__file__).parent / "data" / "risks.json").read_bytes()
    table = msgspec.json.decode(raw)
    return {name: table[name] for name in ("included", "absent")}, table["cells"]


def bounds(risk: float) -> tuple[float, float]:
    """(`claim_included`, `claim_absent`) under which, on average over stories, at most the share
    `risk` of the inclusions is wrong, and at most half of it, or .05, of the absences. What cannot
    be promised is not said: 1 and 0, where nothing is included or absent.
    """
    table, _ = _table()
    absent = min(risk * ABSENT_SHARE, ABSENT_MOST)
    included = [bound for at, bound in table["included"] if at <= risk]
    missing = [bound for at, bound in table["absent"] if at <= absent]
    return min(included, default=1.0), max(missing, default=0.0)


def checked(one: str, other: str, least: int) -> bool:
    """Were the bounds learned on at least so many cells between two families of languages?"""
    _, cells = _table()
    return cells.get("-".join(sorted((one, other))), 0) >= least
