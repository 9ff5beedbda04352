"""Dates in a text, as spans with their days.

In: a text, its language, the day it was published. Out: `DateSpan`s in order, never overlapping,
which slice back to their characters. Own rules: the libraries find neither weekdays nor ranges in
Chinese and few give offsets (docs/decisions/0002). Traditional and Simplified forms stand side by
side in the rules, so that no folding can shift an offset.
"""

from __future__ import annotations

from datetime import date

from compare.text.dates import chinese, english, european, korean
from compare.text.dates.agreeing import agree
from compare.text.dates.spans import DateSpan, Scene

__all__ = ["DateSpan", "agree", "anchor_before", "dates"]


def dates(
    text: str, language: str, published: date | None, today: date | None = None
) -> list[DateSpan]:
    """The dates that `text` names, in order.

    `language` is a BCP 47 tag. `published` resolves weekdays, bare months and 去年; without it
    only dates with a year are found. `today` is what 今天 and yesterday are counted from when
    that is not the day of publication (a statement quoted inside an article).
    """
    scene = Scene(text, published, today or published)
    tag = language.partition("-")[0]
    if tag in european.LANGUAGES:
        return list(european.found(scene, tag))
    if tag == "ko":
        return list(korean.found(scene))
    reader = english if tag == "en" or (tag not in ("zh", "ja") and text.isascii()) else chinese
    return list(reader.found(scene))


def anchor_before(text: str, position: int, language: str, published: date | None) -> date | None:
    """What 今天 or today means in a statement that begins at `position`: the last absolute day
    named before it, or None when there is none.
    """
    before = dates(text[:position], language, published)
    days = (x.first for x in reversed(before) if x.kind == "absolute" and x.precision == "day")
    return next(days, None)
