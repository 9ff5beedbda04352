"""Dates in Chinese (both scripts) and the Japanese ones built alike.

In: a `Scene`. Out: `DateSpan`s in order. Every character that can begin a date leads to the few
rules that begin with it, and a rule is matched only there: three times as fast as one large
alternation tried at every character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model.documents import DateSpan
from compare.reading.base import calendar as s
from compare.reading.base import numeric
from compare.reading.base.calendar import Rule, Scene
from compare.reading.zh import dates_calendar as chinese_calendar
from compare.reading.zh import dates_relative as chinese_relative
from compare.reading.zh.dates_parts import DIGIT, HAN, S


def _table() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for starts, pattern, resolve in (*chinese_calendar.RULES, *chinese_relative.RULES):
        compiled = re.compile(pattern)
        for character in dict.fromkeys(_characters(starts)):
            table.setdefault(character, []).append((compiled, resolve))
    return {character: tuple(rules) for character, rules in table.items()}


def _characters(starts: str) -> str:
    return starts.replace("0-9", "0123456789").replace("０-９", "０１２３４５６７８９")


_BY_START = _table()
_TRIGGER = re.compile("[" + "".join(sorted(_BY_START)) + "]")
_QUICK = re.compile(
    rf"[{DIGIT}{HAN}]+(?:{S}[年月日号號季天周週个個星礼禮至到\-–—－~～〜/／]|[〇零○])|2[01]{S}世|"
    rf"[2-9]0{S}年代|二十一?世"
)


def found(scene: Scene) -> Iterator[DateSpan]:
    """The dates of `scene.text`, in order; each is also put into the scene."""
    at = 0
    while (trigger := _TRIGGER.search(scene.text, at)) is not None:
        span = _at(scene, trigger.start())
        at = span.end if span else trigger.end()
        if span:
            scene.spans.append(span)
            yield span


def _at(scene: Scene, at: int) -> DateSpan | None:
    text = scene.text
    first = text[at]
    if first.isdecimal() and (span := s.first_match(scene, at, numeric.DAY_FIRST)):
        return span
    if (first.isdecimal() or first in HAN) and not _QUICK.match(text, at):
        return None
    return s.first_match(scene, at, _BY_START[first])
