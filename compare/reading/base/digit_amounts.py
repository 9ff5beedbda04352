"""Quantities in other languages: digits with a scale, percent, currency and common units.

In: text whose dates are blanked, and a language. Out: `Quantity`s in order. Of number words only
small ones are read, where the language lists them: tolls and counts of things are written so. The
words and the decimal mark are those of the table `amounts` in the language's words.toml; where a
comma is the mark, a point or space groups thousands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from compare.model.documents import Quantity
from compare.reading.base import amounts as a
from compare.resources.units import SYMBOLS
from compare.resources.words import any_of, either, listed, words

_Key = TypeVar("_Key")
_SP = r"[ \u00a0\u202f]?"
_COMMA = re.compile(r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?![\d])(?:,\d+)?|\d+(?:,\d+)?")
_POINT = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_EVERYWHERE = {"percent": "% %", "km": "km"}
_SYMBOL = "|".join(sorted(map(re.escape, SYMBOLS), key=len, reverse=True))
_FRONT = re.compile(rf"(?:{_SYMBOL}){_SP}$")
_DIGIT = r"(?<![\w.,:/-])\d"
_AFTER_CODE = re.compile(r"[A-Za-z]|[:/]\d|[.,]\d")


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The patterns of one language, and what the groups of `before` and `after` stand for."""

    point: bool
    before: re.Pattern[str]
    after: re.Pattern[str]
    hedges: tuple[str, ...]
    scales: tuple[float, ...]
    units: tuple[str, ...]
    numerals: Mapping[str, float]
    trigger: re.Pattern[str]


@lru_cache(maxsize=16)
def _grammar(language: str) -> _Grammar:
    table = words(language)["amounts"]
    hedges, scales, units = (table.get(key, {}) for key in ("hedges", "scales", "units"))
    units = {u: f"{units.get(u, '')} {_EVERYWHERE.get(u, '')}" for u in {**units, **_EVERYWHERE}}
    after = (
        rf"(?:{_SP}(?:{_groups('s', scales)})\.?(?!\w))?(?:{_SP}(?:de{_SP}|d['’])?"
        rf"(?:(?P<sym>[$€£¥₽])|(?:{_groups('u', units)})(?![^\W\d_가-힣])))?"
    )
    numerals = {w: float(v) for v, line in table.get("numerals", {}).items() for w in listed(line)}
    return _Grammar(
        table["decimal"] == ".",
        re.compile(rf"(?<!\w)(?:{_groups('h', hedges)})\s?$", re.IGNORECASE),
        re.compile(after, re.IGNORECASE),
        tuple(hedges),
        tuple(map(float, scales)),
        tuple(units),
        numerals,
        re.compile(rf"{_DIGIT}|(?<![\w-])(?:{either(numerals)})(?![\w-])", re.IGNORECASE),
    )


def _groups(prefix: str, table: Mapping[str, str]) -> str:
    """One numbered group for the words of every key."""
    groups = (f"(?P<{prefix}{i}>{any_of(line)})" for i, line in enumerate(table.values()))
    return "|".join(groups) or "(?!)"


def found(text: str, language: str) -> Iterator[Quantity]:
    """The quantities of `text`, in order. Dates must be blanked out of it beforehand."""
    grammar = _grammar(language)
    number = _POINT if grammar.point else _COMMA
    at = 0
    while (trigger := grammar.trigger.search(text, at)) is not None:
        match = trigger if trigger[0].isalpha() else number.match(text, trigger.start())
        at = match.end() if match else trigger.end()
        if match and (quantity := _read(text, match, grammar)):
            yield quantity
            at = max(at, quantity.end)


def _read(text: str, number: re.Match[str], grammar: _Grammar) -> Quantity | None:
    after = grammar.after.match(text, number.end())
    end = after.end() if after else number.end()
    if len(number[0]) > 12 or _AFTER_CODE.match(text, end):
        return None
    front = _FRONT.search(text, max(0, number.start() - 5), number.start())
    start = front.start() if front else number.start()
    value = grammar.numerals.get(number[0].lower()) or _value(number[0], point=grammar.point)
    unit = SYMBOLS[front[0].strip(" \u00a0\u202f")] if front else ""
    if after:
        value *= _picked(after, "s", grammar.scales) or 1.0
        unit = unit or SYMBOLS.get(after["sym"] or "") or _picked(after, "u", grammar.units) or ""
    hedge = grammar.before.search(text[max(0, start - 16) : start])
    if hedge:
        word = _picked(hedge, "h", grammar.hedges) or a.ABOUT
        start -= len(hedge[0])
        return a.about(start, text[start:end], value, unit, word)
    return a.exact(start, text[start:end], value, unit)


def _value(number: str, *, point: bool) -> float:
    if point:
        return float(number.replace(",", ""))
    return float(re.sub(r"[.\u00a0\u202f ]", "", number).replace(",", "."))


def _picked(match: re.Match[str], prefix: str, keys: Sequence[_Key]) -> _Key | None:
    """The key whose group of `prefix` took part in the match."""
    return next((key for i, key in enumerate(keys) if match[f"{prefix}{i}"]), None)
