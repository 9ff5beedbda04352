"""Dates in a text, as spans with their days.

In: a text, its language, the day it was published. Out: `DateSpan`s in order, never overlapping,
which slice back to their characters. Own rules: the libraries find neither weekdays nor ranges in
Chinese and few give offsets (docs/decisions/0002). Traditional and Simplified forms stand side by
side in the rules, so that no folding can shift an offset.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from compare.model.documents import DateSpan
from compare.reading.base import named_months
from compare.reading.base.calendar import Scene
from compare.reading.base.languages import reader
from compare.resources.words import words


def dates(
    text: str, language: str, published: date | None, today: date | None = None
) -> list[DateSpan]:
    """The dates that `text` names, in order.

    `language` is a BCP 47 tag. `published` resolves weekdays, bare months and 去年; without it
    only dates with a year are found. `today` is what 今天 and yesterday are counted from when
    that is not the day of publication (a statement quoted inside an article).
    """
    return list(_found(Scene(text, published, today or published), language.partition("-")[0]))


def _found(scene: Scene, tag: str) -> Iterable[DateSpan]:
    """By the grammar in the language's folder, else by the shared one over the words in it. Other
    text is read as English when it is ASCII, else as Chinese, whose dates Japanese writes too.
    """
    if own := reader(tag, "dates"):
        return own(scene)
    if "dates" in words(tag):
        return named_months.found(scene, tag)
    if tag != "ja" and scene.text.isascii():
        from compare.reading.en import dates as english

        return english.found(scene)
    from compare.reading.zh import dates as chinese

    return chinese.found(scene)
