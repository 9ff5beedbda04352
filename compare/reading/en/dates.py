"""Dates in English news prose.

In: a `Scene`. Out: `DateSpan`s in order. The text is looked at only where a word begins that can
begin a date; there the rules of `english_relative` and `english_calendar` are tried in turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model.documents import DateSpan
from compare.reading.base import numeric
from compare.reading.base.calendar import Scene, first_match
from compare.reading.en import dates_calendar as english_calendar
from compare.reading.en import dates_relative as english_relative
from compare.resources.words import word_set

_RULES = (*numeric.MONTH_FIRST, *english_relative.RULES, *english_calendar.RULES)
_TOKEN = re.compile(r"[A-Za-z]+|\d+")
_COUNTS = word_set("en", "dates", "counts")
_STARTS = _COUNTS | {
    word.lower()
    for section, key in (
        ("dates", "months"),
        ("dates", "days"),
        ("dates", "starts"),
        ("abbreviations", "months"),
    )
    for word in word_set("en", section, key)
}
_AFTER_THE = re.compile(
    r"[Tt]he (?=\d|(?:first|second|third|fourth|day|end|same|previous|following|next|last|past|"
    r"coming|"
    r"weekend|year|spring|summer|autumn|winter) )|[Tt]he weekend|[Tt]he year['’]s"
)
_DIGITS = re.compile(
    r"(?:1[5-9]|20)\d\d|\d{1,2}(?:st|nd|rd|th)?(?:[ \u00a0-]|[–—/.]\d)|"
    r"\d{1,3} (?:day|week|month|year)"
)
_COUNTED = re.compile(r"[A-Za-z]+ (?:day|week|month|year|fortnight|few|couple)")


def found(scene: Scene) -> Iterator[DateSpan]:
    """The dates of `scene.text`, in order; each is also put into the scene."""
    at = 0
    for token in _TOKEN.finditer(scene.text):
        if token.start() < at or not _may_start(scene.text, token):
            continue
        span = first_match(scene, token.start(), _RULES)
        if span:
            at = span.end
            scene.spans.append(span)
            yield span


def _may_start(text: str, token: re.Match[str]) -> bool:
    """A look at the word and the next, since the rules are many and most words begin no date."""
    word = token[0].lower()
    if word.isdecimal():
        return len(word) <= 4 and bool(_DIGITS.match(text, token.start()))
    if word == "the":
        return bool(_AFTER_THE.match(text, token.start()))
    if word in _COUNTS:
        return bool(_COUNTED.match(text, token.start()))
    return word in _STARTS
