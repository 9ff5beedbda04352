"""How hanzi sound: readings in four languages, and two learned tables of letters per hanzi.

In: `data/readings.tsv` (Unihan), `data/transliteration.tsv` and `data/japanese.tsv` (learned by
tools/train_transliteration.py). Out: plain dictionaries, read once and only when names have to be
compared. Texts and not arrays, so that a rebuild can be compared line by line.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

Emissions = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Readings:
    """Readings of one hanzi without tones, the most usual first: pinyin, Jyutping, hangul and
    Vietnamese.
    """

    pinyin: tuple[str, ...]
    jyutping: tuple[str, ...]
    hangul: tuple[str, ...]
    vietnamese: tuple[str, ...]


@lru_cache(maxsize=1)
def readings() -> dict[str, Readings]:
    """Simplified hanzi -> readings (6,747 hanzi of GB 2312). Source: Unihan."""
    table = {}
    for line in _lines("readings.tsv"):
        hanzi, *fields = line.split("\t")
        table[hanzi] = Readings(*(tuple(field.split()) for field in fields))
    return table


@lru_cache(maxsize=1)
def transliteration() -> tuple[Emissions, dict[str, float]]:
    """(hanzi or pinyin syllable -> letters -> probability, frequency of each letter a-z)."""
    return _emissions("transliteration.tsv")


@lru_cache(maxsize=1)
def japanese() -> tuple[Emissions, dict[str, float]]:
    """(kanji in Simplified form -> romaji -> probability, frequency of each letter a-z)."""
    return _emissions("japanese.tsv")


def _lines(name: str) -> list[str]:
    text = files("compare.resources").joinpath(f"data/{name}").read_text(encoding="utf-8")
    return [line for line in text.rstrip("\n").split("\n") if line[0] != "#"]


def _emissions(name: str) -> tuple[Emissions, dict[str, float]]:
    table: Emissions = {}
    for line in _lines(name):
        unit, *pairs = line.split("\t")
        split = (pair.split(" ") for pair in pairs)
        table[unit] = {"" if part == "-" else part: int(weight) / 1e4 for part, weight in split}
    return table, table.pop("*")
