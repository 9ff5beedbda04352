"""Clock times in Chinese, both scripts: 晚上8点半, 下午3时, 20时15分, 上午十时许, 晚8:00.

In: text. Out: `Clock`s in order. The part of the day settles morning and evening; without one an
hour up to noon is unsure. 点 and 时 stand in many words (三点建议, 小时), so an hour in characters
needs a part of the day or minutes behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model import Clock
from compare.resources.words import either, word_set
from compare.text.clocks import PARTS, hour_of_day
from compare.text.numerals import HAN_DIGIT, han_value

_PARTS = {word: part for part in PARTS for word in word_set("zh", "times", part)}
_N = rf"(?:\d{{1,2}}|[{HAN_DIGIT}十]{{1,3}})"
_TIME = re.compile(
    rf"(?<![\d:.])(?:(?P<part>{either(_PARTS)})\s?)?"
    rf"(?:(?P<h>{_N})\s?(?:[点點]|[时時](?![代候期间間]))\s?"
    rf"(?:(?P<m>{_N})\s?分|(?P<half>半)|(?P<quarter>[一三])刻|[整钟鐘许許])?"
    r"|(?P<hc>[01]?\d|2[0-3])[:：](?P<mc>[0-5]\d)(?![\d:]))"
)


def found(text: str) -> Iterator[Clock]:
    """The clock times of `text`."""
    return filter(None, map(_clock, _TIME.finditer(text)))


def _clock(match: re.Match[str]) -> Clock | None:
    part, written = match["part"], match["h"] or match["hc"]
    if not part and not written.isdigit() and match[0][-1] in "点點时時":
        return None
    hour = _value(written)
    minute = _minute(match)
    if part is not None:
        hour = hour_of_day(hour, _PARTS[part])
    if hour > 24 or minute > 59:
        return None
    return Clock(*match.span(), match[0], hour % 24, minute, sure=part is not None or hour > 12)


def _minute(match: re.Match[str]) -> int:
    if match["half"]:
        return 30
    if match["quarter"]:
        return 15 if match["quarter"] == "一" else 45
    written = match["mc"] or match["m"] or "0"
    return _value(written)


def _value(written: str) -> int:
    """The number; one that is not a number is no hour and no minute."""
    value = float(written) if written.isdigit() else han_value(written)
    return 99 if value is None else int(value)
