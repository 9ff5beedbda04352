"""Clock times in a text.

In: text and its language. Out: `Clock`s in order, never overlapping, which slice back to their
characters. A language has a reader when its folder holds a module `times`; hours in digits with a
colon (20:15) are read in every language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from compare.model import Clock

_DIGITS = re.compile(r"(?<![\d:.])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?::[0-5]\d)?(?![\d:]|\.\d)")


def times(text: str, language: str) -> list[Clock]:
    """The clock times of `text`, in order. `language` is a BCP 47 tag."""
    return _reader(language.partition("-")[0])(text)


@lru_cache(maxsize=32)
def _reader(tag: str) -> Callable[[str], list[Clock]]:
    name = f"compare.reading.{tag}"
    if find_spec(name) is None or find_spec(f"{name}.times") is None:
        return _in_digits
    found: Callable[[str], list[Clock]] = import_module(f"{name}.times").found
    return found


def _in_digits(text: str) -> list[Clock]:
    return [
        Clock(*m.span(), m[0], int(m["h"]), int(m["m"]), sure=int(m["h"]) > 12)
        for m in _DIGITS.finditer(text)
    ]
