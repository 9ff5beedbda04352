"""The slots of a text: dates, amounts, clock times and scores, as spans with their values.

In: a text, its language, the day it was published. Out: `DateSpan`s, `Quantity`s, `Clock`s and
`Score`s in order, those of a kind never overlapping, which slice back to their characters. The
grammar of a language is the module of that name in its folder (`found`), else a shared one over the
words in the folder. Own rules: the libraries find neither weekdays nor ranges in Chinese and few
give offsets (docs/decisions/0002). Traditional and Simplified forms stand side by side in the
rules, so that no folding can shift an offset.

Which languages can be read, told by the folders beside this one. In: the primary tag of a language
(`fr`) and a part of reading (`dates`, `amounts`, `speech`). Out: the function `found` of
`compare.reading.<language>.<part>`, or None where the folder has no such module. The folders are
looked at, not a list, so that a language is added by adding a folder; a module is imported when its
language first occurs, for compiling its rules takes 50 ms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from compare.model import Clock, Score
from compare.model.documents import DateSpan, Quantity
from compare.reading.base.amounts import compounds, counted
from compare.reading.base.calendar import Scene
from compare.resources.words import words

_TAG = re.compile(r"[a-z]{2,3}")
Reader = Callable[..., Iterable[Any]]
Taken = DateSpan | Clock | Score


@lru_cache(maxsize=256)
def reader(language: str, part: str) -> Reader | None:
    """The reader of `part` in a language's own folder."""
    folder = f"compare.reading.{language}"
    if not _TAG.fullmatch(language) or find_spec(folder) is None:
        return None
    name = f"{folder}.{part}"
    if find_spec(name) is None:
        return None
    found: Reader = import_module(name).found
    return found


def _grammar(part: str, language: str, text: str) -> Reader:
    """The grammar in the language's folder, else the shared one over the words in it. Other text is
    read as English when it is ASCII, else as Chinese, whose dates and counters Japanese shares.
    """
    tag = language.partition("-")[0]
    if own := reader(tag, part):
        return own
    if part in words(tag):
        return partial(_shared(part), language=tag)
    return reader("en" if tag != "ja" and text.isascii() else "zh", part) or _shared(part)


def _shared(part: str) -> Reader:
    """The shared grammar, imported when a language first asks for it."""
    from compare.reading.base import digit_amounts, named_months

    return named_months.found if part == "dates" else digit_amounts.found


def dates(
    text: str, language: str, published: date | None, today: date | None = None
) -> list[DateSpan]:
    """The dates that `text` names, in order.

    `language` is a BCP 47 tag. `published` resolves weekdays, bare months and 去年; without it
    only dates with a year are found. `today` is what 今天 and yesterday are counted from when
    that is not the day of publication (a statement quoted inside an article).
    """
    grammar = _grammar("dates", language, text)
    return list(grammar(Scene(text, published, today or published)))


def amounts(text: str, language: str, taken: Iterable[Taken] = ()) -> list[Quantity]:
    """The amounts and ordinals of `text`, in order, with what they count.

    `language` is a BCP 47 tag; `taken` are the dates, hours and scores of `text`, whose numbers are
    no amounts.
    """
    tag = language.partition("-")[0]
    found = _grammar("amounts", language, text)(_without(taken, text))
    return [counted(q, text, tag) for q in compounds((_of_original(q, text) for q in found), text)]


def _of_original(found: Quantity, text: str) -> Quantity:
    """Trim white space off the span and quote the original characters."""
    piece = text[found.start : found.end]
    start = found.start + len(piece) - len(piece.lstrip())
    end = found.start + len(piece.rstrip())
    return replace(found, start=start, end=end, text=text[start:end])


def _without(taken: Iterable[Taken], text: str) -> str:
    """`text` with NUL in place of what is taken, so that offsets stay."""
    pieces, at = [], 0
    for span in sorted(taken, key=lambda span: span.start):
        start, end = max(at, span.start), max(at, span.end)
        pieces += [text[at:start], "\0" * (end - start)]
        at = end
    return "".join((*pieces, text[at:]))


_DIGITS = re.compile(r"(?<![\d:.])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?::[0-5]\d)?(?![\d:]|\.\d)")


def times(text: str, language: str) -> list[Clock]:
    """The clock times of `text`, in order. `language` is a BCP 47 tag."""
    own = reader(language.partition("-")[0], "times")
    return list(own(text)) if own else _in_digits(text)


def scores(text: str, language: str, days: Iterable[DateSpan] = ()) -> list[Score]:
    """The scores of matches and votes in `text`, in order; none where the language has no reader.

    `language` is a BCP 47 tag; `days` are the dates of `text`, whose numbers are no scores.
    """
    own = reader(language.partition("-")[0], "scores")
    return list(own(_without(days, text))) if own else []


def _in_digits(text: str) -> list[Clock]:
    return [
        Clock(*m.span(), m[0], int(m["h"]), int(m["m"]), sure=int(m["h"]) > 12)
        for m in _DIGITS.finditer(text)
    ]
