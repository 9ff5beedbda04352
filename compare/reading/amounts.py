"""Quantities in a text, as spans with value, bounds and unit.

In: a text and its language. Out: `Quantity`s in order, never overlapping, which slice back to
their characters; `comparable` and `same` hold two against each other. Numbers inside dates are
no quantities: dates are found first and blanked. Own rules, for want of a library that gives
offsets, both scripts and bounds (docs/decisions/0002).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from compare.model.documents import Quantity
from compare.reading.base import digit_amounts
from compare.reading.base.languages import reader
from compare.reading.dates import dates
from compare.resources.words import words

__all__ = ["Quantity", "quantities"]

_ANY_DAY = date(2020, 2, 29)  # only where dates stand matters here, and 29 February must exist


def quantities(text: str, language: str) -> list[Quantity]:
    """The amounts and ordinals of `text`, in order. `language` is a BCP 47 tag."""
    blanked = _without_dates(text, language)
    return [_of_original(q, text) for q in _found(blanked, language.partition("-")[0])]


def _found(text: str, tag: str) -> Iterable[Quantity]:
    """By the grammar in the language's folder, else by the shared one over the words in it. Other
    text is read as English when it is ASCII, else as Chinese, whose counters Japanese shares.
    """
    if own := reader(tag, "amounts"):
        return own(text)
    if "amounts" in words(tag):
        return digit_amounts.found(text, tag)
    if tag != "ja" and text.isascii():
        from compare.reading.en import amounts as english

        return english.found(text)
    from compare.reading.zh import amounts as chinese

    return chinese.found(text)


def _of_original(found: Quantity, text: str) -> Quantity:
    """Trim white space off the span and quote the original characters."""
    piece = text[found.start : found.end]
    start = found.start + len(piece) - len(piece.lstrip())
    end = found.start + len(piece.rstrip())
    return Quantity(
        start, end, text[start:end], found.value, found.low, found.high, found.unit,
        found.approximate, found.ordinal, found.kind,
    )  # fmt: skip


def _without_dates(text: str, language: str) -> str:
    """`text` with NUL in place of dates, so that offsets stay."""
    pieces, at = [], 0
    for span in dates(text, language, _ANY_DAY):
        pieces += [text[at : span.start], "\0" * (span.end - span.start)]
        at = span.end
    return "".join((*pieces, text[at:]))
