"""How well a Chinese name can be a Latin one: likelihood of its letters, by six ways of reading.

In: a Chinese name (either script, any middle dot) and a set of Latin names. Out: a score up to 1
for each Latin name. Every hanzi emits letters, with probabilities learned from transliterated
places, or given by a way of reading (pinyin, Taiwan, Hong Kong, Korean, Vietnamese, Japanese); the
best cut of the Latin name into such pieces is found for all candidates at once (numpy), and its
likelihood is held against that of chance. Edit distance over pinyin, the obvious method, reaches
little more than half of that: it knows neither silent letters nor which hanzi stand for a sound.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from compare.options import Options
from compare.reading.base import romanisation
from compare.resources.gazetteer import japanese, readings, transliteration
from compare.resources.words import either, word_set
from compare.text.scripts import to_simplified

DOTS = re.compile(r"[·‧•・･∙⋅․\-‐‑–—－=＝]")
_ROMAN = re.compile(r"(?<=\w )[IVX]{2,}\b")
_TITLES = re.compile(
    either(word_set("en", "names", "monarchs"))
    + "|"
    + either(word.lower() for word in word_set("en", "abbreviations", "behind"))
)
_ZH_TITLES = re.compile(
    rf"(?<=..)(?:[一二三四五六七八九十]+世|{either(word_set('zh', 'names', 'monarchs'))})+$"
    r"|^(?:小|老)(?=..+·)"
)
_MOST = 8  # letters that one hanzi can emit
_LONGEST = 24  # letters of a candidate
_NOT_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
Scores = NDArray[np.float32]


def fold_latin(name: str) -> str:
    """Lower case without marks: Erdoğan -> erdogan."""
    split = unicodedata.normalize("NFKD", name.lower().translate(_NOT_LETTERS))
    return "".join(c for c in split if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def tokens(name: str) -> tuple[str, ...]:
    """The words of a Latin name, folded; an apostrophe joins, titles and numbers are dropped."""
    joined = re.sub(r"['’ʼ]", "", fold_latin(_ROMAN.sub("", name)))
    words = tuple(t for t in re.split(r"[^a-z]+", joined) if t)
    return tuple(t for t in words if not _TITLES.fullmatch(t)) or words


def parts(name: str) -> tuple[str, ...]:
    """The Simplified parts of a Chinese name: 安东尼·布林肯 -> (安东尼, 布林肯)."""
    pieces = DOTS.split(_ZH_TITLES.sub("", to_simplified(name)))
    return tuple(p for p in (re.sub(r"[^\u3400-\u9fff]", "", piece) for piece in pieces) if p)


@lru_cache(maxsize=65536)
def spans(name: str) -> tuple[tuple[str, int], ...]:
    """Runs of the words of a Latin name, joined, with what each is: bits FIRST, LAST, WHOLE."""
    words = tokens(name)
    found: dict[str, int] = {}
    for i in range(len(words)):
        for j in range(i + 1, len(words) + 1):
            kind = FIRST * (i == 0) | LAST * (j == len(words)) | WHOLE * (j - i == len(words))
            text = "".join(words[i:j])
            found[text] = found.get(text, 0) | kind
    if len(words) > 1:
        for turned in (words[-1:] + words[:-1], words[1:] + words[:1]):
            text = "".join(turned)
            found[text] = found.get(text, 0) | WHOLE
    return tuple((text, kind) for text, kind in found.items() if 2 <= len(text) <= _LONGEST)


FIRST, LAST, WHOLE = 1, 2, 4


@dataclass(frozen=True, slots=True)
class Way:
    """A way of reading: the letters that a hanzi can emit, with probabilities."""

    name: str
    emissions: Callable[[str], dict[str, float]]
    most: int


@lru_cache(maxsize=4)
def ways(own: float) -> dict[str, Way]:
    """The ways of reading by name; `own` is the share of a hanzi's own letters in the foreign."""
    table = {
        "foreign": Way("foreign", partial(foreign, own), 5),
        "japanese": Way("japanese", kanji, _MOST),
    }
    rules: tuple[tuple[str, str, Callable[[tuple[str, ...]], dict[str, float]]], ...] = (
        ("mandarin", "pinyin", romanisation.mandarin),
        ("taiwan", "pinyin", romanisation.taiwan),
        ("cantonese", "jyutping", romanisation.cantonese),
        ("korean", "hangul", romanisation.korean),
        ("vietnamese", "vietnamese", romanisation.vietnamese),
    )
    for name, column, rule in rules:
        table[name] = Way(name, reading(column, rule), 7)
    return table


def foreign(weight: float, hanzi: str) -> dict[str, float]:
    """Letters of a hanzi in transliterations: `weight` of what was learned for it, and the rest of
    what was learned for its sound.
    """
    table, _ = transliteration()
    known = readings().get(hanzi)
    sound = table.get(known.pinyin[0], {}) if known and known.pinyin else {}
    own = table.get(hanzi, {})
    share = weight if own else 0.0
    return {p: share * own.get(p, 0) + (1 - share) * sound.get(p, 0) for p in {**own, **sound}}


def kanji(hanzi: str) -> dict[str, float]:
    """Romaji of a kanji in names."""
    return japanese()[0].get(hanzi, {})


def reading(
    column: str, rule: Callable[[tuple[str, ...]], dict[str, float]]
) -> Callable[[str], dict[str, float]]:
    """The emissions of a rule over one column of the readings."""

    def emissions(hanzi: str) -> dict[str, float]:
        known = readings().get(hanzi)
        return rule(getattr(known, column)) if known else {}

    return emissions


def scores(name: str, candidates: Candidates) -> Scores:
    """-1 to 1 for each Latin name: how well the Chinese name can be it (0 is chance)."""
    pieces = parts(name)
    if not pieces or not candidates.names:
        return np.full(len(candidates.names), -1.0, dtype=np.float32)
    if len(pieces) > 1:
        return full_name(pieces, candidates)
    return bare_name(pieces[0], candidates)


def full_name(pieces: tuple[str, ...], candidates: Candidates) -> Scores:
    """A name in parts: matched whole, or its first and last part by themselves."""
    grid = candidates.grid("foreign")
    whole = by_name(likeness("".join(pieces), "foreign", grid), grid, candidates)
    first = by_name(likeness(pieces[0], "foreign", grid), grid, candidates)
    last = likeness(pieces[-1], "foreign", grid) - _of_middle(grid)
    halves = 0.5 * first + 0.5 * by_name(last, grid, candidates)
    return np.maximum(whole, halves)


def bare_name(hanzi: str, candidates: Candidates) -> Scores:
    """A name without parts: a foreign family name, or a name that is read."""
    grid = candidates.grid("foreign")
    free = likeness(hanzi, "foreign", grid) - _of_middle(grid)
    best = by_name(free, grid, candidates)
    if 2 <= len(hanzi) <= 5:
        for way in READ:
            grid = candidates.grid(way)
            best = np.maximum(best, by_name(likeness(hanzi, way, grid), grid, candidates))
    return best


def likeness(hanzi: str, way: str, grid: Grid) -> Scores:
    """The ratio as a score for each span: 1 sure, 0 chance, -1 worst."""
    read = ways(grid.options.sound_own)[way]
    values: Scores = np.clip(ratios(hanzi, read, grid) / grid.options.sound_sure, -1.0, 1.0)
    return values


def _of_middle(grid: Grid) -> Scores:
    """What is taken off for each span that is not the last of its name."""
    taken: Scores = grid.options.sound_middle * ((grid.kind & LAST) == 0)
    return taken


def by_name(values: Scores, grid: Grid, candidates: Candidates) -> Scores:
    """The best span of each name."""
    best = np.full(len(candidates.names), -1.0, dtype=np.float32)
    np.maximum.at(best, grid.owner, values)
    return best


READ = ("mandarin", "taiwan", "cantonese", "korean", "vietnamese", "japanese")


@dataclass(slots=True)
class Candidates:
    """Latin names made ready for scoring: their spans cut into all pieces, once."""

    names: tuple[str, ...]
    options: Options
    grids: dict[str, Grid] = field(default_factory=dict)

    def grid(self, way: str) -> Grid:
        """The pieces as one way of reading needs them; romaji has short vowels."""
        if way not in ("foreign", "japanese"):
            return self._grid("read", str, WHOLE)
        if way == "japanese":
            return self._grid("romaji", short_vowels, WHOLE | LAST)
        return self._grid("plain", str, 0)

    def _grid(self, key: str, change: Callable[[str], str], kinds: int) -> Grid:
        if key not in self.grids:
            self.grids[key] = Grid.of(self.names, change, kinds, self.options)
        return self.grids[key]


@dataclass(frozen=True, slots=True)
class Grid:
    """All spans of all names: owner, kind, length, and the id of each piece [size, span, start]."""

    options: Options
    owner: NDArray[np.int32]
    kind: NDArray[np.int32]
    length: NDArray[np.int32]
    pieces: NDArray[np.int32]
    ids: dict[str, int]
    texts: tuple[str, ...]
    chance: Scores
    noise: Scores
    sounds: NDArray[np.int32]
    cache: dict[tuple[str, str], Scores]

    @classmethod
    def of(
        cls, names: Sequence[str], change: Callable[[str], str], kinds: int, options: Options
    ) -> Grid:
        """The grid of the names: spans of the `kinds` (0 for all), each changed first."""
        rows = [
            (i, kind, change(text))
            for i, name in enumerate(names)
            for text, kind in spans(name)
            if not kinds or kind & kinds
        ]
        ids: dict[str, int] = {"": 0}
        longest = max((len(text) for _, _, text in rows), default=0)
        pieces = np.full((_MOST + 1, len(rows), longest + 1), -1, dtype=np.int32)
        for row, (_, _, text) in enumerate(rows):
            for start in range(len(text) + 1):
                for size in range(min(_MOST, len(text) - start) + 1):
                    pieces[size, row, start] = ids.setdefault(text[start : start + size], len(ids))
        column = [
            np.array(c, dtype=np.int32)
            for c in zip(*((i, k, len(t)) for i, k, t in rows), strict=True)
        ]
        owner, kind, length = column if rows else [np.zeros(0, dtype=np.int32)] * 3
        unknown = math.log(options.sound_noise)
        noise = np.array([unknown + _chance(text) for text in ids], dtype=np.float32)
        sounds = np.array([sound(text) for text in ids], dtype=np.int32)
        texts = tuple(t for _, _, t in rows)
        chance = np.array([_chance(text) for text in texts], dtype=np.float32)
        return cls(options, owner, kind, length, pieces, ids, texts, chance, noise, sounds, {})


def short_vowels(romaji: str) -> str:
    """Long vowels made short, as the Japanese table was trained."""
    return re.sub(r"oo|ou|oh(?=[^aeiouy]|$)", "o", romaji.replace("uu", "u"))


def ratios(hanzi: str, way: Way, grid: Grid) -> Scores:
    """For each span, the log-likelihood ratio per letter of its best cut into hanzi."""
    key = (way.name, hanzi)
    if key not in grid.cache:
        grid.cache[key] = _ratios(hanzi, way, grid)
    return grid.cache[key]


def _ratios(hanzi: str, way: Way, grid: Grid) -> Scores:
    _, count, columns = grid.pieces.shape
    best = np.full((count, columns), -999.0, dtype=np.float32)
    best[:, 0] = 0.0
    for character in hanzi:
        weights = np.append(_piece_scores(character, way, grid), np.float32(-999.0))
        new = np.full_like(best, -999.0)
        for size in range(min(way.most + 1, columns)):
            width = columns - size
            step = weights[grid.pieces[size, :, :width]]
            np.maximum(new[:, size:], best[:, :width] + step, out=new[:, size:])
        best = new
    reached = best[np.arange(count), grid.length]
    chance = np.array([_chance(text) for text in grid.texts], dtype=np.float32)
    return np.asarray(
        (reached - chance) / np.maximum(grid.length, 2 * len(hanzi)), dtype=np.float32
    )


def _piece_scores(character: str, way: Way, grid: Grid) -> Scores:
    key = (way.name + "*", character)
    if key not in grid.cache:
        emissions = way.emissions(character)
        values = grid.noise + sound_odds(emissions, grid.options)[grid.sounds]
        for piece, probability in emissions.items():
            if (index := grid.ids.get(piece)) is not None and probability > 0:
                values[index] = max(values[index], math.log(probability))
        grid.cache[key] = values
    return grid.cache[key]


_CLASSES = ("", "aeiouyhw", "pb", "fv", "td", "kgqc", "szjx", "lr", "m", "n")
_CLASS = {letter: index for index, letters in enumerate(_CLASSES) for letter in letters}


def sound(piece: str) -> int:
    """The class of sounds that letters start with; 0 for none."""
    return _CLASS.get(piece[0], 1) if piece else 0


def sound_odds(emissions: dict[str, float], options: Options) -> Scores:
    """For each class of sounds, the log-odds that a hanzi with these emissions starts with it."""
    shares = np.full(len(_CLASSES), options.sound_unseen)
    for piece, probability in emissions.items():
        shares[sound(piece)] += probability
    usual = class_frequency(options.sound_silent)
    odds: Scores = np.log(shares / shares.sum() / usual).astype(np.float32)
    return odds


@lru_cache(maxsize=4)
def class_frequency(silent: float) -> NDArray[np.float64]:
    """How often letters start with each class of sounds; `silent` is the share of none at all."""
    _, frequency = transliteration()
    shares = [sum(frequency[c] for c in letters) for letters in _CLASSES]
    shares[0] = silent
    return np.array(shares) / sum(shares)


@lru_cache(maxsize=65536)
def _chance(text: str) -> float:
    _, frequency = transliteration()
    return sum(math.log(frequency[c]) for c in text)
