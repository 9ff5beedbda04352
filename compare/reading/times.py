"""Clock times in a text.

In: text and its language. Out: `Clock`s in order, never overlapping, which slice back to their
characters. A language has a reader when its folder holds a module `times`; hours in digits with a
colon (20:15) are read in every language.
"""

from __future__ import annotations

import re

from compare.model import Clock
from compare.reading.base.languages import reader

_DIGITS = re.compile(r"(?<![\d:.])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?::[0-5]\d)?(?![\d:]|\.\d)")


def times(text: str, language: str) -> list[Clock]:
    """The clock times of `text`, in order. `language` is a BCP 47 tag."""
    own = reader(language.partition("-")[0], "times")
    return list(own(text)) if own else _in_digits(text)


def _in_digits(text: str) -> list[Clock]:
    return [
        Clock(*m.span(), m[0], int(m["h"]), int(m["m"]), sure=int(m["h"]) > 12)
        for m in _DIGITS.finditer(text)
    ]
