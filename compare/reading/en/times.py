"""Clock times in English: 8:15 p.m., 3 pm, 20:15, noon, midnight.

In: text. Out: `Clock`s in order. A time with a colon and no half of the day is unsure up to noon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model import Clock

_TIME = re.compile(
    r"(?<![\d:.,$€£])(?:(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<m>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?"
    r"|(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)(?::[0-5]\d)?(?![\d:]|\.\d)"
    r"|(?P<word>\b(?:noon|midday|midnight)\b))",
    re.IGNORECASE,
)


def found(text: str) -> Iterator[Clock]:
    """The clock times of `text`."""
    return map(_clock, _TIME.finditer(text))


def _clock(match: re.Match[str]) -> Clock:
    start, end = match.span()
    if match["word"]:
        return Clock(start, end, match[0], 0 if match["word"].lower() == "midnight" else 12, 0)
    if match["half"]:
        hour = int(match["h"]) % 12 + 12 * (match["half"].lower() == "p")
        return Clock(start, end, match[0], hour, int(match["m"] or 0))
    hour = int(match["h24"])
    return Clock(start, end, match[0], hour, int(match["m24"]), sure=hour > 12 or hour == 0)
