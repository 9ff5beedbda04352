"""What can be told from a name in Latin letters by its shape: slug, family name, Chinese order.

In: names. Out: values. `Han Zheng` has its family name first, `Joe Biden` last; pinyin syllables
tell the two apart when no list does.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from compare.resources.words import word_set

_INITIAL = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
_FINAL = (
    "(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|"
    "a|e|i|o|u)"
)
_SYLLABLES = re.compile(f"(?:{_INITIAL}{_FINAL}){{1,3}}$")
_SYLLABLE = re.compile(f"{_INITIAL}{_FINAL}$")
_BEHIND = word_set("en", "abbreviations", "behind")
_SUFFIXES = _BEHIND | {f"{word}." for word in _BEHIND} | {"II", "III", "IV"}
_SURNAMES = word_set("zh", "names", "surnames_latin")


def plain(text: str) -> str:
    """Without accents and with straight apostrophes."""
    spread = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in spread if not unicodedata.combining(c))


def slug(name: str) -> str:
    """Lower-case ASCII words joined by hyphens; empty when nothing is left."""
    return re.sub(r"[^a-z0-9]+", "-", plain(name).lower().replace("'", "")).strip("-")


@lru_cache(maxsize=4096)
def is_chinese_order(name: str) -> bool:
    """True for two or three words of pinyin that begin with a common surname (Han Zheng)."""
    words = [part for word in plain(name).lower().split() for part in word.split("-")]
    if len(words) not in (2, 3) or words[0] not in _SURNAMES:
        return False
    if len(words) == 2:
        return _SYLLABLES.match(words[1]) is not None
    return all(_SYLLABLE.match(word) for word in words[1:])


def family(name: str) -> str:
    """The family name of a full name; the whole of a single word."""
    words = [word for word in name.split() if word not in _SUFFIXES]
    if not words:
        return name
    if is_chinese_order(name):
        return words[0]
    return words[-1]
