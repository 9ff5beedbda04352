"""Dates in English news prose.

In: a `Scene`. Out: `DateSpan`s in order. The text is looked at only where a word begins that can
begin a date; there the rules of `english_relative` and `english_calendar` are tried in turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.text.dates import english_calendar, english_relative, numeric
from compare.text.dates.spans import DateSpan, Scene, first_match

_RULES = (*numeric.MONTH_FIRST, *english_relative.RULES, *english_calendar.RULES)
_TRIGGER = re.compile(
    r"\b(?:\d|(?=[JFMASOND])(?:Jan|Feb|Ma[ry]|Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MA[RY]|APR|JU[NL]|"
    r"AUG|SEP|OCT|NOV|DEC|Mon|Sun|Sat|Fri|MON|SUN|SAT|FRI)|[Tt](?:ue|hu|od|on[i]|om|h(?:is |e |at ))|T(?:UE|HU)|"
    r"W(?:ed|ED)|[Yy]e(?:st|ar)|[Ll]a(?:st|te)|[Nn](?:ext|ine)|[Ee](?:arl|nd |ight|lev)|[Mm]id|[Cc]oming|"
    r"[Ss](?:pring|ummer|econd|ix|even|everal|ome)|[Aa](?:utumn|n? )|[Ww]inter|[Ff](?:irst|our|ive|ew)|"
    r"[Oo]ne |[Tt](?:wo|hree|en|wel|hird)|[Rr]ecent|[Pp]ast |[Dd]ay )"
)


def found(scene: Scene) -> Iterator[DateSpan]:
    """The dates of `scene.text`, in order; each is also put into the scene."""
    at = 0
    while (trigger := _TRIGGER.search(scene.text, at)) is not None:
        span = first_match(scene, trigger.start(), _RULES)
        at = span.end if span else trigger.end()
        if span:
            scene.spans.append(span)
            yield span
