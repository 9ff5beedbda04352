"""Words of a text for lexical comparison: English stems, Chinese characters, other words.

In: text (Chinese folded to Simplified). Out: tokens. The stemmer only has to agree with itself:
it is compared with glosses stemmed by the same rules, never shown.
"""

from __future__ import annotations

import re
import unicodedata

_STOP = (
    "a an the of to in on for and or that this these those is are was were be been being by"
    " with from at as it its his her their our your he she they we i you not but so if than then"
    " there here which who whom what when where how all any some such no nor one also more most"
    " other into over out up about after before between under can could will would should may"
    " might must shall do does did have has had having sb sth etc abbr lit fig cl surname"
    " variant old used see esp mr mrs ms u.s s t re ve ll m d"
)
STOP_WORDS = frozenset(_STOP.split())
_SUFFIXES = (
    ("'s", ""),
    ("ies", "y"),
    ("sses", "ss"),
    ("ations", "ate"),
    ("ation", "ate"),
    ("ing", ""),
    ("edly", ""),
    ("ed", ""),
    ("ly", ""),
    ("ment", ""),
    ("es", ""),
    ("s", ""),
)
_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’.-]*[A-Za-zÀ-ɏ]|[A-Za-zÀ-ɏ]")
_PART = re.compile(r"[-.]")


def stem(word: str) -> str:
    """A crude suffix stripper."""
    low = word.lower()
    for end, new in _SUFFIXES:
        if low.endswith(end) and len(low) - len(end) >= 3:
            low = low[: len(low) - len(end)] + new
            break
    if low.endswith("e") and len(low) > 4:
        low = low[:-1]
    if len(low) > 3 and low[-1] == low[-2] and low[-1] not in "ls":
        low = low[:-1]
    return low


def plain_latin(text: str) -> str:
    """`text` without accents, so that Zürich meets Zurich."""
    spread = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in spread if not unicodedata.combining(c))


def english_words(text: str) -> list[str]:
    """The words that carry meaning, as written, hyphens split, stop words left out."""
    tokens = _WORD.findall(text.replace("’", "'"))
    parts = [part for token in tokens for part in _PART.split(token)]
    return [part for part in parts if len(part) > 1 and part.lower() not in STOP_WORDS]


def english_stems(text: str) -> list[str]:
    """Stems of `english_words`, in order, with repeats."""
    return [stem(word) for word in english_words(text)]


_GRAM_NOISE = re.compile(r"[\W_]+")


def grams(text: str, sizes: tuple[int, ...] = (1, 2, 3)) -> list[str]:
    """Character n-grams of the letters and digits of `text`, lower case, in order, with repeats."""
    core = _GRAM_NOISE.sub("", text).lower()
    return [core[i : i + n] for n in sizes for i in range(len(core) - n + 1)]
