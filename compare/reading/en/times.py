"""Clock times in English: 8:15 p.m., 3 pm, 20:15, noon, half past six in the evening, 0415 GMT.

In: text. Out: `Clock`s in order, each with the zone that stands beside it (9 p.m. Beijing time). A
time without a half of the day is unsure up to noon. An hour in words or alone counts only with what
makes it one: o'clock, half past, or a part of the day behind it (at ten at night); 11.30 only with
the part of a day (11.30 on Wednesday morning), 0415 only with a zone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model import Clock
from compare.resources.words import either, word_set, words
from compare.text.clocks import hour_of_day
from compare.text.numerals import english_value

_PARTS: dict[str, str] = words("en")["times"]["parts"]
_DAYS = either(words("en")["dates"]["days"].split())
_ABBREVIATED = either(word_set("en", "times", "zones"))
_TIMED = either(word_set("en", "times", "timed"))
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HOUR = rf"(?:1[0-2]|0?[1-9]|{_NUMBER})"
_HERE = r"(?: in the (?P<part>morning|afternoon|evening)\b| at (?P<night>night)\b)"
_THERE = rf"(?=,? (?:on )?(?:that|this|the same|{_DAYS}) (?P<there>{either(_PARTS)})\b)"
_BEHIND = rf"(?:{_HERE}|{_THERE})"
_TIME = re.compile(
    rf"(?<![\d:.,$€£])(?:(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<m>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?"
    rf"|(?P<h24>[01]?\d|2[0-4]):(?P<m24>[0-5]\d)(?::[0-5]\d)?(?![\d:]|\.\d)"
    # a line of a live report: 15.02 Police close the road
    r"|(?<![^\n])(?P<hl>[01]?\d|2[0-3])\.(?P<ml>[0-5]\d)(?=:? (?-i:[A-Z\"“]))"
    rf"|(?P<hd>1[0-2]|0?[1-9])\.(?P<md>[0-5]\d)(?=[, ]|$)"
    rf"|(?P<ha>[01]\d|2[0-4])(?P<ma>[0-5]\d)(?=(?: hours?,?)? (?:{_ABBREVIATED}|local time)\b)"
    rf"(?: hours?\b)?"
    r"|(?:\b12 )?\b(?P<word>noon|midday|midnight)\b"
    rf"|\b(?:(?P<past>half|a quarter|quarter|twenty|ten|\d\d?(?= minutes)) ?(?:minutes )?"
    rf"(?P<way>past|to) )?(?P<word_hour>{_HOUR})(?P<clock> o['’]clock)?\b(?![-.:,]?\d|%))"
    rf"(?P<tail>{_BEHIND})?",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"\b(?:{_TIMED}) $", re.IGNORECASE)
_ZONE = re.compile(
    rf",? ?\(?(?:(?:on )?{_DAYS},? )?(?:(?P<short>{_ABBREVIATED})\b"
    rf"(?P<off>[+-]\d{{1,2}}(?::\d\d)?)?"
    rf"|(?P<local>local time)\b|(?P<name>[A-Z][\w.]+(?: [A-Z][\w.]+){{0,2}}) [Tt]ime\b)"
)


def found(text: str) -> Iterator[Clock]:
    """The clock times of `text`."""
    return filter(None, (_clock(text, match) for match in _TIME.finditer(text)))


def _clock(text: str, m: re.Match[str]) -> Clock | None:
    read = _hour(text, m)
    if read is None:
        return None
    hour, minute, sure = read
    zone = _ZONE.match(text, m.end())
    named = (zone["short"] or zone["local"] or zone["name"]) + (zone["off"] or "") if zone else ""
    return Clock(*m.span(), m[0], hour % 24, minute, sure, named)


def _hour(text: str, m: re.Match[str]) -> tuple[int, int, bool] | None:
    """Hour, minute, and whether the half of the day is known; None for what is no time."""
    part = _PARTS.get((m["part"] or m["night"] or m["there"] or "").lower(), "")
    if m["word"]:
        return (0 if m["word"].lower() == "midnight" else 12), 0, True
    if m["half"]:
        return int(m["h"]) % 12 + 12 * (m["half"].lower() == "p"), int(m["m"] or 0), True
    if m["hl"]:
        return int(m["hl"]), int(m["ml"]), int(m["hl"]) > 12
    if m["ha"]:
        return int(m["ha"]), int(m["ma"]), True
    if m["h24"]:
        hour = hour_of_day(int(m["h24"]), part) if part else int(m["h24"])
        return hour, int(m["m24"]), bool(part) or hour > 12 or hour == 0
    if m["hd"]:
        return (hour_of_day(int(m["hd"]), part), int(m["md"]), True) if part else None
    return _in_words(text, m, part)


def _in_words(text: str, m: re.Match[str], part: str) -> tuple[int, int, bool] | None:
    """Half past six, nine o'clock, at ten at night; a bare number is none."""
    before = text[max(0, m.start() - 8) : m.start()]
    said = bool(_BEFORE.search(before))
    if m["past"] and m["past"].lower() in ("ten", "twenty") and "minutes" not in m[0].lower():
        if not said and not part:  # ten to nine Republicans
            return None
    elif not m["past"] and not m["clock"] and not (part and said):
        return None
    hour = int(english_value(m["word_hour"]) or 0)
    hour = hour_of_day(hour, part) if part else hour
    minute = _PAST.get((m["past"] or "").lower(), 0) or (int(m["past"]) if m["past"] else 0)
    if m["way"] and m["way"].lower() == "to":
        hour, minute = (hour - 1) % 24, 60 - minute
    return hour, minute, bool(part)


_PAST = {"half": 30, "a quarter": 15, "quarter": 15, "twenty": 20, "ten": 10}
