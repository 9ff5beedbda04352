"""Amounts in a text, as spans with value, bounds, unit and what they count.

In: a text, its language and its dates. Out: `Quantity`s in order, never overlapping, which slice
back to their characters. Numbers inside dates are no amounts. Own rules, for want of a library
that gives offsets, both scripts and bounds (docs/decisions/0002).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from compare.model.documents import DateSpan, Quantity
from compare.reading.base import digit_amounts
from compare.reading.base.amounts import counted
from compare.reading.base.languages import reader
from compare.resources.words import words


def amounts(text: str, language: str, days: Iterable[DateSpan] = ()) -> list[Quantity]:
    """The amounts and ordinals of `text`, in order, with what they count.

    `language` is a BCP 47 tag; `days` are the dates of `text`, whose numbers are no amounts.
    """
    blanked = _without(days, text)
    tag = language.partition("-")[0]
    return [counted(_of_original(q, text), text, tag) for q in _found(blanked, tag)]


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
    return replace(found, start=start, end=end, text=text[start:end])


def _without(days: Iterable[DateSpan], text: str) -> str:
    """`text` with NUL in place of dates, so that offsets stay."""
    pieces, at = [], 0
    for span in days:
        pieces += [text[at : span.start], "\0" * (span.end - span.start)]
        at = span.end
    return "".join((*pieces, text[at:]))
