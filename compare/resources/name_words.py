"""Words and characters around names: offices, heads, surnames, given names.

In: `data/name_words.toml` of this package. Out: tables of words for `compare.reading`. They are
data and not code, so that a reader can extend a list without reading a rule.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def name_words() -> Mapping[str, Mapping[str, str]]:
    """Table -> key -> value. The values of `chinese` and `english` are words parted by white space,
    those of `organs_zh`, `organs_en` and `letters` single words.
    """
    text = files("compare.resources").joinpath("data/name_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
