"""Rows and questions that a teacher strikes.

In: how each variant numbers the questions, and numbers to strike. Out: the same with those marked
as struck in every variant, and what is said of it. A number is that of sheet A unless the letter of
another stands before it (`B:1.3`), whichever sheet is made or marked: the same words then strike
the same item however often a command is repeated for other variants. A row's number strikes all of
its questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from compare.errors import UsageError
from compare.exercises.parts import VARIANTS, Numbered
from compare.reports.words import say

Variants = Mapping[str, Sequence[Numbered]]
"""Variant -> its questions."""

_NUMBER = re.compile(r"(?:([A-Ca-c])\s*:?\s*)?(\d+\.\d+)([A-Za-z]*)")
_ROW = re.compile(r"\d+\.\d+")


def chosen(variants: Variants, numbers: Iterable[str]) -> frozenset[str]:
    """The items of these numbers; UsageError for one that there is not."""
    return frozenset(item for number in numbers for item in _items(variants, number))


def strike(variants: Variants, items: frozenset[str]) -> dict[str, tuple[Numbered, ...]]:
    """The variants with these items struck, besides those that are."""
    return {
        name: tuple(replace(q, struck=q.struck or q.item in items) for q in asked)
        for name, asked in variants.items()
    }


def struck(variants: Variants, about: Mapping[str, str]) -> list[str]:
    """What is said of struck rows: the number on every sheet, and the words; `about` maps items to
    them. A row that lost only some of its questions is told by these.
    """
    rows: dict[str, list[Numbered]] = {}
    for question in next(iter(variants.values()), ()):
        rows.setdefault(_row(question.id), []).append(question)
    lines = []
    for asked in rows.values():
        gone = {q.item for q in asked if q.struck}
        if gone:
            places = _places(variants, gone, whole=len(gone) == len(asked))
            words = about.get(asked[0].item, "")
            lines.append(
                f"{say('list').join(places)}: {words}" if words else say("list").join(places)
            )
    return lines


def _places(variants: Variants, items: Set[str], *, whole: bool) -> list[str]:
    """Where items stand on each variant, by row or by question."""
    found = (
        f"{name} {_row(q.id) if whole else q.id}"
        for name, asked in variants.items()
        for q in asked
        if q.item in items
    )
    return list(dict.fromkeys(found))


def _items(variants: Variants, number: str) -> list[str]:
    read = _NUMBER.fullmatch(number.strip())
    name = (read[1] or VARIANTS[0]).upper() if read else ""
    asked = variants.get(name, ())
    wanted = f"{read[2]}{read[3]}".casefold() if read else ""
    found = [q.item for q in asked if wanted in (q.id.casefold(), _row(q.id))]
    if not found:
        known = dict.fromkeys(_row(q.id) for q in variants.get(name or VARIANTS[0], ()))
        raise UsageError(say("error.drop", number=number, known=", ".join(known)))
    return found


def _row(name: str) -> str:
    """The row of a question: `1.3` of `1.3B`."""
    read = _ROW.match(name)
    return read[0] if read else name
