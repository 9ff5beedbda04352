"""Dates in Chinese (both scripts) and the Japanese ones built alike.

In: a `Scene`. Out: `DateSpan`s in order. Every character that can begin a date leads to the few
rules that begin with it, and a rule is matched only there: three times as fast as one large
alternation tried at every character.

Chinese dates told from today or from a date before: 昨天, 上周末, 周二, 三天前, 次日. In: text and
a `Scene`. Out: rules (first characters, pattern, resolver). A bare weekday is the last one up to
publication unless 将 stands at it; beside a date it is the weekday of that date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from compare.model.documents import DateSpan
from compare.reading.base import calendar as s
from compare.reading.base.calendar import RELATIVE, Period, Rule, Scene, StartRule
from compare.reading.zh import dates_calendar as chinese_calendar
from compare.reading.zh.dates_parts import DIGIT, HAN, STOPS, S, is_future, number
from compare.resources.words import words

_WEEK = r"(?:周|週|星期|礼拜|禮拜)"
_BEFORE = (
    r"(?P<w>上上个|上上|上个|上個|上一|上|下下|下个|下個|下一|下|本|这个|這個|这一|這一|这|這|同)"
)
_COUNT = r"(?:[0-9０-９]{1,3}|[一二两兩三四五六七八九十]{1,3}|[几幾数數]十?)"
_UNIT = r"(?P<u>天|日|个?星期|個星期|周|週|个?礼拜|個禮拜|个多?月|個多?月|年)(?P<more>多|半)?"

_WORDS = words("zh")["dates"]
_OFF: dict[str, int] = _WORDS["days"]
_UNITS = {hanzi: unit for unit, forms in _WORDS["units"].items() for hanzi in forms.split()}


def _relative_day(m: re.Match[str], scene: Scene) -> Period | None:
    if scene.today is None:
        return None
    off = _OFF[m["off"]]
    return s.day_period(scene.today + timedelta(off), RELATIVE if off else s.TODAY)


def _same_day(m: re.Match[str], scene: Scene) -> Period | None:
    day = scene.last_day()
    if day is None:
        return None
    step = {"次": 1, "翌": 1, "隔": 1, "前": -1}.get(m[0][0], 0)
    return s.day_period(day + timedelta(step), RELATIVE)


def _week_offset(word: str | None) -> int | None:
    if not word:
        return None
    step = -1 if word.startswith("上") else 1 if word.startswith("下") else 0
    return step * (2 if word.startswith(("上上", "下下")) else 1)


def _weekday(m: re.Match[str], scene: Scene) -> Period | None:
    day, name = scene.day(), m["k"]
    by = _week_offset(m["w"])
    if name == "末":
        return _weekend(m, scene, by)
    weekday = (
        "月火水木金土日".index(name) if m["k"] in "月火水木金土" else "一二三四五六日天".index(name)
    )
    weekday = min(weekday, 6)
    if by is not None:
        return s.weekday_period(day, weekday, by)
    if beside := _beside(m, scene):
        return s.nearest_weekday(beside, weekday)
    if joined := _joined_week(m, scene):
        return s.weekday_period(joined, weekday, 0)
    if is_future(scene.text, m):
        return s.coming_weekday(day, weekday)
    return s.weekday_period(day, weekday, None)


def _weekend(m: re.Match[str], scene: Scene, by: int | None) -> Period:
    day = scene.day()
    if by is not None:
        return s.weekend_period(day, by)
    return s.weekend_period(day, 0) if is_future(scene.text, m) else s.past_weekend(day)


_CALENDAR = tuple((starts, re.compile(p), r) for starts, p, r in chinese_calendar.RULES)


def _beside(m: re.Match[str], scene: Scene) -> date | None:
    """The day that stands beside the weekday: 9月18日（周一）, 18日星期一, 周一（9月18日）."""
    if scene.spans and scene.spans[-1].precision == "day" and scene.spans[-1].kind != s.WEEKDAY:
        between = scene.text[scene.spans[-1].end : m.start()]
        if between in ("", " ", "（", "(", " (", "，", "、", ","):
            return scene.spans[-1].first
    after = re.compile(rf"[（(]\s?(?=[{DIGIT}{HAN}今])").match(scene.text, m.end())
    if not after:
        return None
    alone = Scene(scene.text, scene.published, scene.today)
    inner = s.first_match(alone, after.end(), ((p, r) for _, p, r in _CALENDAR))
    return inner.first if inner and inner.precision == "day" else None


def _joined_week(m: re.Match[str], scene: Scene) -> date | None:
    """下周一和周二, 上周六、周日: a weekday joined to one before shares its week."""
    earlier = scene.before(m.start(), STOPS)
    if earlier is None or earlier.kind != s.WEEKDAY:
        return None
    joined = scene.text[earlier.end : m.start()]
    return earlier.first if joined and joined in "和与與及、或至到-" and len(joined) == 1 else None


def _week(m: re.Match[str], scene: Scene) -> Period:
    word = m["w"] or {"先週": "上", "来週": "下"}[m["w2"]]
    return s.week_period(scene.day(), _week_offset(word) or 0)


def _ago(m: re.Match[str], scene: Scene) -> Period | None:
    if scene.today is None:
        return None
    unit = _UNITS[m["u"][-1]]
    if m["n"][0] in "几幾数數" or m["more"]:
        return s.lately(scene.today, unit)
    return s.ago(scene.today, number(m["n"]), unit)


def _later(m: re.Match[str], scene: Scene) -> Period | None:
    """三天后: counted from the last day named; without one it hangs on nothing."""
    latest = scene.spans[-1].precision if scene.spans else ""
    day = scene.last_day()
    if day is None or latest not in ("day", "range") or m["n"][0] in "几幾数數" or m["more"]:
        return None
    return s.ago(day, -number(m["n"]), _UNITS[m["u"][-1]])


def _soon(m: re.Match[str], scene: Scene) -> Period | None:
    return s.soon(scene.today, _UNITS[m["u"][-1]]) if scene.today else None


_WEEK_STARTS = "周週星礼禮上下本这這同"
RULES: tuple[StartRule, ...] = (
    (
        "大前昨今本明后後一",
        (
            r"(?P<off>大前|大后|大後|前|昨|今|明|后|後|一昨)(?:天(?!下|才|然)|日(?!之星|美国|美國|"
            r"俄罗斯|俄羅斯|头条|頭條|头條|香港|化))"
        ),
        _relative_day,
    ),
    (
        "昨今明本",
        r"(?P<off>昨|今|明|本)(?:晚|早(?!已)|晨|夜|午|(?<=本)日)(?!报|報)",
        _relative_day,
    ),
    (
        "当當同次翌隔前",
        (
            r"(?:当天|當天|当日(?!本)|當日(?!本)|当晚|當晚|同日|同一天|同一日|次日|翌日|隔天|隔日|"
            r"前一天|前一日)"
        ),
        _same_day,
    ),
    (
        _WEEK_STARTS,
        (
            rf"(?:{_BEFORE}|(?<![每逢两兩几幾数數{DIGIT}{HAN}])){_WEEK}(?P<k>[一二三四五六日天末])"
            rf"(?![年次起]|泰晤士|电讯|電訊|邮报|郵報|夜现场|夜現場)"
        ),
        _weekday,
    ),
    (
        "月火水木金土日",
        r"(?P<w>(?!))?(?P<k>[月火水木金土日])[曜]日",
        _weekday,
    ),
    (
        _WEEK_STARTS + "先来",
        rf"(?:{_BEFORE}{_WEEK}|(?P<w2>先週|来週))(?![一二三四五六日天末年])",
        _week,
    ),
    (
        DIGIT + HAN + "几幾数數两兩",
        (
            rf"(?<![{DIGIT}{HAN}.第几幾数數])(?P<n>{_COUNT}){S}{_UNIT}(?:之前|以前|前)"
            rf"(?![夕列期往景进進途任总總])"
        ),
        _ago,
    ),
    (
        DIGIT + HAN + "几幾数數两兩",
        (
            rf"(?<![{DIGIT}{HAN}.第几幾数數])(?P<n>{_COUNT}){S}{_UNIT}(?:之后|之後|以后|以後|后|後)"
            rf"(?![期续續备備勤果方])"
        ),
        _later,
    ),
    (
        "未今接",
        (
            r"(?:未来|未來|今后|今後|接下来|接下來)的?(?P<n>几|幾|数|數)(?P<u>天|日|周|週|个星期|"
            r"個星期|个月|個月|年)"
        ),
        _soon,
    ),
)


def _table() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for starts, pattern, resolve in (*chinese_calendar.RULES, *RULES):
        compiled = re.compile(pattern)
        for character in dict.fromkeys(_characters(starts)):
            table.setdefault(character, []).append((compiled, resolve))
    return {character: tuple(rules) for character, rules in table.items()}


def _characters(starts: str) -> str:
    return starts.replace("0-9", "0123456789").replace("０-９", "０１２３４５６７８９")


_BY_START = _table()
_TRIGGER = re.compile("[" + "".join(sorted(_BY_START)) + "]")
_QUICK = re.compile(
    rf"[{DIGIT}{HAN}]{{1,12}}+(?:{S}[年月日号號季天周週个個星礼禮至到\-–—－~～〜/／]|[〇零○])|2[01]{S}世|"
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
    if first.isdecimal() and (span := s.first_match(scene, at, s.DAY_FIRST)):
        return span
    if (first.isdecimal() or first in HAN) and not _QUICK.match(text, at):
        return None
    return s.first_match(scene, at, _BY_START[first])
