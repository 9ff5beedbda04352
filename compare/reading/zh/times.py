"""Clock times in Chinese, both scripts: 晚上8点半, 下午3时, 20时15分, 上午十时许, 晚8:00, 正午.

In: text. Out: `Clock`s in order, each with the zone named before it (北京时间) or right behind it
(GMT). The part of the day settles morning and evening; without one an hour up to noon is unsure. 点
and 时 stand in many words (三点建议, 小时), so an hour in characters needs a part of the day, a
zone or minutes behind it. Zones are those of a list, since 时间 stands behind anything (发布时间).
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
_NOON, _MIDNIGHT = (either(word_set("zh", "times", key)) for key in ("twelve", "zero"))
_ZERO = rf"[零〇○](?:[时時](?![差代候期间間])|[点點](?![{HAN_DIGIT}\d几幾]))[整正]?"
_TIME = re.compile(
    rf"(?<![\d:.])(?:(?P<part>{either(_PARTS)})\s?)?"
    rf"(?:(?P<h>{_N})\s?(?:[点點]|[时時](?![代候期间間差]))\s?"
    rf"(?:(?P<m>{_N})\s?分|(?P<half>半)|(?P<quarter>[一三])刻|[整钟鐘许許])?"
    r"|(?P<hc>[01]?\d|2[0-4])[:：](?P<mc>[0-5]\d)(?![\d:]))"
    rf"|(?P<noon>{_NOON})(?![餐饭飯休宴国國])|(?P<midnight>{_MIDNIGHT})(?![场場])"
)
_ALONE = re.compile(_ZERO)
_ZONES = either(word_set("zh", "times", "zones"))
_ZONE_BEFORE = re.compile(
    rf"(?:(?P<zone>{_ZONES})(?:标准|標準|夏令)?(?:时间|時間)|(?P<short>GMT|UTC))[^。，；！？!?\n]{{0,18}}$"
)
_ZONE_BEHIND = re.compile(
    rf"[许許]?\s?(?:[（(](?P<zone>{_ZONES})(?:标准|標準|夏令)?(?:时间|時間)[）)]|"
    rf"[（(]?(?P<short>GMT|UTC))"
)
_POINTS = re.compile(rf"(?:{either(word_set('zh', 'amounts', 'before_points'))})[了約约近逾达達]?$")
_BACK = 32  # characters before an hour where its zone is looked for


def found(text: str) -> Iterator[Clock]:
    """The clock times of `text`."""
    return filter(None, map(_clock, _TIME.finditer(text)))


def _clock(match: re.Match[str]) -> Clock | None:
    zone = _zone(match)
    if match["noon"] or match["midnight"]:
        return Clock(*match.span(), match[0], 12 if match["noon"] else 0, 0, zone=zone)
    part, written = match["part"], match["h"] or match["hc"]
    zero = not part and bool(_ALONE.match(match.string, match.start()))
    if not part and not zone and not zero and not written.isdigit() and match[0][-1] in "点點时時":
        return None
    bare = not part and not zone and match[0][-1] in "点點"
    if bare and _POINTS.search(match.string[max(0, match.start() - 8) : match.start()]):
        return None
    hour = _value(written)
    minute = _minute(match)
    if part is not None:
        hour = hour_of_day(hour, _PARTS[part])
    if hour > 24 or minute > 59:
        return None
    sure = part is not None or zero or hour > 12
    return Clock(*match.span(), match[0], hour % 24, minute, sure, zone)


def _zone(match: re.Match[str]) -> str:
    """The place or sign of the zone beside an hour (北京, 当地, GMT), else nothing."""
    text, start = match.string, match.start()
    named = _ZONE_BEHIND.match(text, match.end()) or _ZONE_BEFORE.search(
        text[max(0, start - _BACK) : start]
    )
    return (named["zone"] or named["short"]) if named else ""


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
