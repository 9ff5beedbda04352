"""Who says what in one article, and from which day their words count.

In: a Document with its mentions. Out: its `Speech`. 今天 inside an official text given in full
counts from the day named before it, not from the day of publication, so its relative dates are
read once more from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from compare.model import BODY, Attribution, DateSpan, Document, Mention, Speech
from compare.options import Options
from compare.reading.slots import dates
from compare.reading.speech import attributions, speaks

_RELATIVE = ("relative", "today")


def speech(
    document: Document, mentions: Sequence[Mention] = (), options: Options = Options()
) -> Speech:
    """Attributions in text order, and the dates that official texts in full settle."""
    said = attributions(document.article, mentions, options)
    anchored = [day for one in said if one.block for day in _anchored(document, one)]
    return Speech(tuple(said), tuple(anchored), speaks(document.article.language))


def _anchored(document: Document, block: Attribution) -> Iterator[DateSpan]:
    """The relative dates of a block, counted from the last day that is named before it."""
    article, (start, end) = document.article, block.content
    today = _named_before(document, start)
    if today is None:
        return
    relative = {d.start for d in document.parts[BODY].dates if d.kind in _RELATIVE}
    for day in dates(article.text[start:end], article.language, article.day, today):
        if start + day.start in relative:
            yield replace(day, start=start + day.start, end=start + day.end)


def _named_before(document: Document, position: int) -> date | None:
    days = (
        d.first
        for d in reversed(document.parts[BODY].dates)
        if d.end <= position and d.kind == "absolute" and d.precision == "day"
    )
    return next(days, None)
