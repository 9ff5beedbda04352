"""The hour of the day that an hour and the part of the day before it make.

In: an hour as written and one of `PARTS`. Out: an hour up to 24 (24 is the end of the day). Shared
by what reads a text and what reads a date of publication; which words stand for a part of the day
is data of the languages. Half of a day has no fixed bounds: one o'clock at noon is 13, at night it
is 1, and eleven at noon stays 11.
"""

from __future__ import annotations

PARTS = ("before_noon", "noon", "after_noon", "night")
_SMALL_HOURS = 5  # of a night, which are not in its evening
_LUNCH = 6  # an hour of noon below it lies behind twelve


def hour_of_day(hour: int, part: str) -> int:
    """下午3 is 15, 中午1 13, 中午11 11, 晚上8 20, 夜里2 2, 晚上12 24, 上午12 0."""
    if hour == 12:
        return {"before_noon": 0, "night": 24}.get(part, 12)
    after = (
        part == "after_noon"
        or (part == "noon" and hour < _LUNCH)
        or (part == "night" and hour >= _SMALL_HOURS)
    )
    return hour + 12 if after and hour < 12 else hour
