"""Dates in Chinese (both scripts) and the Japanese ones built alike.

In: a `Scene`. Out: `DateSpan`s in order. Every character that can begin a date leads to the few
rules that begin with it, and a rule is matched only there: 15 and more MB a second, where one
large alternation tried at every character made 3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from compare.text.dates import numeric
from compare.text.dates import spans as s
from compare.text.dates.spans import RELATIVE, DateSpan, Period, Scene
from compare.text.numerals import han_value

Resolve = Callable[[re.Match[str], Scene], Period | None]

_D = "0-9０-９"
_H = "一二三四五六七八九十廿卅"
_S = r"[ \u00a0\u3000]?"
_N = rf"(?:[{_D}]{{1,2}}|[{_H}]{{1,3}})"
_TO = rf"{_S}(?:[至到\-–—－~～〜]|——){_S}"
_Y4 = rf"(?:[12１２][{_D}]{{3}}|[一二][〇零○一二三四五六七八九]{{3}})"
_RELATIVE_YEAR = {
    "今年": 0, "本年": 0, "去年": -1, "昨年": -1, "前年": -2, "明年": 1, "来年": 1, "來年": 1,
    "后年": 2, "後年": 2, "上年": -1,
}  # fmt: skip
_RY = "|".join((*_RELATIVE_YEAR, "同年", "当年", "當年", "翌年", "次年"))


def _year(tag: str) -> str:
    return (
        rf"(?:(?:民[国國]{_S}(?P<roc{tag}>[{_D}]{{1,3}}){_S}年|(?P<y{tag}>{_Y4}){_S}年"
        rf"|(?P<tw{tag}>1[01][0-9])年(?=[0-9]{{1,2}}月)|(?P<ry{tag}>{_RY}))的?{_S})"
    )


_MONTHS_OFF = {
    "上个月": -1, "上個月": -1, "上月": -1, "先月": -1, "本月": 0, "这个月": 0, "這個月": 0, "这月": 0,
    "今月": 0, "下个月": 1, "下個月": 1, "下月": 1, "来月": 1, "來月": 1,
}  # fmt: skip
_RM = "|".join((*_MONTHS_OFF, "同月", "当月", "當月", "次月", "翌月"))
_MONTH = rf"(?:(?P<m>{_N}){_S}月[份]?|(?P<rm>{_RM}))"
_DAY = rf"(?P<d>{_N}){_S}"
_SUN = "日号號"
_NOT_DAY = r"(?![内內间間后後之游圆圓元系语語本])"
_PARTS = {
    "初": "early",
    "上旬": "early",
    "中": "mid",
    "中旬": "mid",
    "底": "late",
    "末": "late",
    "下旬": "late",
}
_PART = r"(?P<part>上旬|中旬|下旬|初|底|末|中(?![国國东東西美俄日方共央華华间間旬秋]))"
_WEEK = r"(?:周|週|星期|礼拜|禮拜)"
_BEFORE = (
    r"(?P<w>上上个|上上|上个|上個|上一|上|下下|下个|下個|下一|下|本|这个|這個|这一|這一|这|這|同)"
)
_STOPS = "。！？!?\n"
_FUTURE = re.compile(
    r"(?:将|將|拟|擬|定|预计|預計|计划|計劃|订|訂|可望|有望)(?:会|會)?(?:于|於|在)?$"
)
_FUTURE_AFTER = re.compile(r"[上下早晚午中凌晨傍]{0,2}(?:将|將)")
_COUNT = r"(?:[0-9０-９]{1,3}|[一二两兩三四五六七八九十]{1,3}|[几幾数數]十?)"
_UNIT = r"(?P<u>天|日|个?星期|個星期|周|週|个?礼拜|個禮拜|个多?月|個多?月|年)(?P<more>多|半)?"


def _int(text: str) -> int:
    value = int(text) if text.isdecimal() else han_value(text)
    if value is None:
        raise ValueError(text)
    return int(value)


def _named_year(m: re.Match[str], scene: Scene, tag: str = "") -> tuple[int, str] | None:
    """The year that a match names, and the kind it gives; None when it names none."""
    groups = m.groupdict()
    if taiwan := groups.get("roc" + tag) or groups.get("tw" + tag):
        return _int(taiwan) + 1911, s.ABSOLUTE
    if digits := groups.get("y" + tag):
        return _int(digits), s.ABSOLUTE
    word = groups.get("ry" + tag)
    if not word:
        return None
    if word in _RELATIVE_YEAR:
        return scene.day().year + _RELATIVE_YEAR[word], RELATIVE
    earlier = next((x for x in reversed(scene.spans) if x.year_given), None)
    if earlier is None:
        raise ValueError(word)
    return earlier.first.year + (word in ("翌年", "次年")), RELATIVE


def _year_month(m: re.Match[str], scene: Scene) -> tuple[int, int, str, bool]:
    """Year, month, kind and whether the year was given, of a match of year and month."""
    if word := m["rm"]:
        return _relative_month(word, scene)
    month = _int(m["m"])
    if not 1 <= month <= 12:
        raise ValueError(month)
    if named := _named_year(m, scene):
        return named[0], month, named[1], True
    earlier = scene.before(m.start(), _STOPS)
    if (
        earlier
        and earlier.year_given
        and earlier.precision != "year"
        and _follows(earlier, m, month)
    ):
        return earlier.first.year, month, s.ABSOLUTE, True
    if (chained := _chained_year(m, scene, month)) is not None:
        return chained, month, s.ABSOLUTE, False
    year = s.guess_year(month, scene.day(), future=_is_future(scene.text, m))
    return year, month, s.ABSOLUTE, False


def _follows(earlier: DateSpan, m: re.Match[str], month: int) -> bool:
    """去年11月14日和12月2日: close behind a dated day, no earlier in the year."""
    return month >= earlier.first.month and m.start() - earlier.end <= 12


def _chained_year(m: re.Match[str], scene: Scene, month: int) -> int | None:
    """2022年6月……。六周后，即7月28日: a step forward from the date before keeps its year."""
    before = scene.text[max(0, m.start() - 14) : m.start()]
    if not scene.spans or not re.search(
        r"(?:天|日|周|週|星期|月|年)[后後之]*[，,]?(?:即|也就是|亦即)$", before
    ):
        return None
    earlier = next((x for x in reversed(scene.spans) if x.year_given), None)
    if earlier is None or "\n" in scene.text[earlier.end : m.start()]:
        return None
    return earlier.first.year + (month < earlier.first.month)


def _relative_month(word: str, scene: Scene) -> tuple[int, int, str, bool]:
    if word in _MONTHS_OFF:
        day = scene.day()
        return (*s.shift_month(day.year, day.month, _MONTHS_OFF[word]), RELATIVE, False)
    for earlier in reversed(scene.spans):
        if earlier.precision in ("day", "month", "range"):
            ahead = word in ("次月", "翌月")
            moved = s.shift_month(earlier.first.year, earlier.first.month, int(ahead))
            return (*moved, RELATIVE, earlier.year_given)
    raise ValueError(word)


def _is_future(text: str, m: re.Match[str]) -> bool:
    before = text[max(0, m.start() - 6) : m.start()]
    return bool(_FUTURE.search(before) or _FUTURE_AFTER.match(text, m.end()))


def _day(m: re.Match[str], scene: Scene) -> Period:
    year, month, kind, given = _year_month(m, scene)
    return s.day_period(date(year, month, _int(m["d"])), kind, year_given=given)


def _day_range(m: re.Match[str], scene: Scene) -> Period | None:
    year, month, kind, given = _year_month(m, scene)
    first = date(year, month, _int(m["d"]))
    end_month = _int(m["m2"]) if m["m2"] else month
    named = _named_year(m, scene, "2")
    end_year = named[0] if named else year + (end_month < month)
    return s.range_period(first, date(end_year, end_month, _int(m["d2"])), kind, year_given=given)


def _bare_month(scene: Scene, m: re.Match[str], day: int) -> tuple[int, int, bool]:
    """The month of a bare 18日: that of the date before in the sentence, else of publication."""
    earlier = scene.before(m.start(), _STOPS)
    fits = (
        earlier and earlier.kind in (s.ABSOLUTE, RELATIVE) and earlier.precision in ("day", "range")
    )
    if earlier and fits and day >= earlier.first.day:
        return earlier.first.year, earlier.first.month, earlier.year_given
    day_of = scene.day()
    if _is_future(scene.text, m) and day >= day_of.day:
        return day_of.year, day_of.month, False
    if (guessed := s.guess_month(day, day_of)) is None:
        raise ValueError(day)
    return (*guessed, False)


def _lone_day(m: re.Match[str], scene: Scene) -> Period:
    year, month, given = _bare_month(scene, m, day := _int(m["d"]))
    return s.day_period(date(year, month, day), year_given=given)


def _lone_range(m: re.Match[str], scene: Scene) -> Period | None:
    year, month, given = _bare_month(scene, m, first := _int(m["d"]))
    end = (year, month) if not m["m2"] else (year, _int(m["m2"]))
    return s.range_period(date(year, month, first), date(*end, _int(m["d2"])), year_given=given)


def _month_part(m: re.Match[str], scene: Scene) -> Period:
    year, month, kind, given = _year_month(m, scene)
    return s.part_of_month(year, month, _PARTS[m["part"]], kind, year_given=given)


def _month(m: re.Match[str], scene: Scene) -> Period:
    year, month, kind, given = _year_month(m, scene)
    return s.month_period(year, month, kind, year_given=given)


def _month_range(m: re.Match[str], scene: Scene) -> Period | None:
    year, month, kind, given = _year_month(m, scene)
    end = _int(m["m2"])
    last = s.month_period(year + (end < month), end).last
    return s.range_period(date(year, month, 1), last, kind, year_given=given)


def _year_part(m: re.Match[str], scene: Scene) -> Period | None:
    named = _named_year(m, scene)
    if named is None:
        return None
    (year, kind), part = named, m["yp"]
    if quarter := m["q"]:
        month = "一二三四1234１２３４".index(quarter) % 4 * 3 + 1
        return s.months_period(year, month, 3, "quarter", kind)
    if part[0] in "春夏秋冬":
        season = ("spring", "summer", "autumn", "winter")["春夏秋冬".index(part[0])]
        return s.months_period(year, s.SEASONS[season], 3, "season", kind)
    if part[0] in "上下":
        return s.months_period(year, 1 if part[0] == "上" else 7, 6, "range", kind)
    if part[0] in "晚稍早":
        return _sooner_or_later(year, early=part.startswith(("早", "稍早")), scene=scene)
    return s.part_of_year(year, _PARTS[part[-1]], kind)


def _sooner_or_later(year: int, *, early: bool, scene: Scene) -> Period:
    day = scene.day()
    if year != day.year:
        return s.part_of_year(year, "early" if early else "late", RELATIVE)
    if early:
        return Period(date(year, 1, 1), day, "vague", RELATIVE, True)
    return Period(day, date(year, 12, 31), "vague", RELATIVE, True)


def _whole_year(m: re.Match[str], scene: Scene) -> Period | None:
    named = _named_year(m, scene)
    return s.year_period(*named) if named else None


def _year_range(m: re.Match[str], _: Scene) -> Period | None:
    first, last = _int(m["y"]), _int(m["y2"])
    if last < 100:
        last += first // 100 * 100
    return s.range_period(date(first, 1, 1), date(last, 12, 31), year_given=True)


def _decade(m: re.Match[str], _: Scene) -> Period:
    if m["y"]:
        year = _int(m["y"])
    else:
        century = 2000 if m["c"] and m["c"].startswith(("21", "本", "二十一")) else 1900
        year = century + _int(m["t"])
    return Period(date(year, 1, 1), date(year + 9, 12, 31), "range", s.ABSOLUTE, True)


_OFF = {
    "大前": -3,
    "前": -2,
    "昨": -1,
    "今": 0,
    "本": 0,
    "明": 1,
    "后": 2,
    "後": 2,
    "大后": 3,
    "大後": 3,
    "一昨": -2,
}


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
    if name in "末":
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
    if _is_future(scene.text, m):
        return s.coming_weekday(day, weekday)
    return s.weekday_period(day, weekday, None)


def _weekend(m: re.Match[str], scene: Scene, by: int | None) -> Period:
    day = scene.day()
    if by is not None:
        return s.weekend_period(day, by)
    return s.weekend_period(day, 0) if _is_future(scene.text, m) else s.past_weekend(day)


def _beside(m: re.Match[str], scene: Scene) -> date | None:
    """The day that stands beside the weekday: 9月18日（周一）, 18日星期一, 周一（9月18日）."""
    if scene.spans and scene.spans[-1].precision == "day" and scene.spans[-1].kind != s.WEEKDAY:
        between = scene.text[scene.spans[-1].end : m.start()]
        if between in ("", " ", "（", "(", " (", "，", "、", ","):
            return scene.spans[-1].first
    after = re.compile(rf"[（(]\s?(?=[{_D}{_H}今])").match(scene.text, m.end())
    if not after:
        return None
    inner = next(
        found(Scene(scene.text, scene.published, scene.today), after.end(), after.end() + 1), None
    )
    return inner.first if inner and inner.precision == "day" else None


def _joined_week(m: re.Match[str], scene: Scene) -> date | None:
    """下周一和周二, 上周六、周日: a weekday joined to one before shares its week."""
    earlier = scene.before(m.start(), _STOPS)
    if earlier and earlier.kind == s.WEEKDAY:
        if scene.text[earlier.end : m.start()] in (
            "和",
            "与",
            "與",
            "及",
            "、",
            "或",
            "至",
            "到",
            "-",
        ):
            return earlier.first
    return None


def _week(m: re.Match[str], scene: Scene) -> Period:
    return s.week_period(scene.day(), _week_offset(m["w"]) or 0)


_UNITS = {
    "天": "day",
    "日": "day",
    "周": "week",
    "週": "week",
    "期": "week",
    "拜": "week",
    "月": "month",
    "年": "year",
}


def _ago(m: re.Match[str], scene: Scene) -> Period | None:
    if scene.today is None:
        return None
    unit = _UNITS[m["u"][-1]]
    if m["n"][0] in "几幾数數" or m["more"]:
        return s.lately(scene.today, unit)
    return s.ago(scene.today, _int(m["n"]), unit)


def _later(m: re.Match[str], scene: Scene) -> Period | None:
    """三天后: counted from the last day named; without one it hangs on nothing."""
    latest = scene.spans[-1].precision if scene.spans else ""
    day = scene.last_day()
    if day is None or latest not in ("day", "range") or m["n"][0] in "几幾数數" or m["more"]:
        return None
    return s.ago(day, -_int(m["n"]), _UNITS[m["u"][-1]])


def _soon(m: re.Match[str], scene: Scene) -> Period | None:
    return s.soon(scene.today, _UNITS[m["u"][-1]]) if scene.today else None


def _slashed(m: re.Match[str], scene: Scene) -> Period:
    month = _int(m["m"])
    year = s.guess_year(month, scene.day(), future=False)
    return s.day_period(date(year, month, _int(m["d"])))


_RULES: tuple[tuple[str, str, Resolve], ...] = (
    (_D, rf"(?P<y>[12][{_D}]{{2}}0)年代|(?:(?P<c>(?:20|21){_S}世[纪紀]){_S})?(?P<t>[2-9]0){_S}年代", _decade),
    ("上本二", rf"(?P<y>(?!))?(?P<c>上个?世[纪紀]|上個世紀|本世[纪紀]|二十世[纪紀]|二十一世[纪紀])(?P<t>[{_D}一-九]{{1,2}})年代", _decade),
    ("Y", rf"{_year('')}?{_MONTH}{_S}{_DAY}[{_SUN}]?{_TO}(?:{_year('2')}?(?P<m2>{_N}){_S}月[份]?{_S})?(?P<d2>{_N}){_S}[{_SUN}]{_NOT_DAY}", _day_range),
    ("Y", rf"{_year('')}?{_MONTH}{_S}{_DAY}[{_SUN}](?![圆圓元])", _day),
    ("Y", rf"{_year('')}?{_MONTH}(?:的)?{_PART}", _month_part),
    ("Y", rf"{_year('')}?(?:(?P<m>{_N}){_S}月?[份]?|(?P<rm>(?!))){_TO}(?P<m2>{_N}){_S}月[份]?(?!{_S}{_N}{_S}[{_SUN}])", _month_range),
    ("Y", rf"(?P<y>{_Y4}){_S}年?{_TO}(?P<y2>{_Y4}|[{_D}]{{2}}){_S}年", _year_range),
    ("Y", rf"{_year('')}(?P<yp>第?(?P<q>[一二三四1-4１-４])季度?|春[天季]?|夏[天季]?|秋[天季]?|冬[天季]?|[上下]半年|年?[初底末]|年中|晚些(?:时候|時候)|稍[后後早](?:时候|時候)?|早些(?:时候|時候)|早前)(?![节節])", _year_part),
    ("Y", rf"{_year('')}?{_MONTH}(?![球亮饼餅薪收租刊票龄齡嫂子]|{_S}{_N}{_S}[{_SUN}])", _month),
    ("Y", rf"(?:民[国國]{_S}(?P<roc>[{_D}]{{1,3}}){_S}年|(?P<y>{_Y4}){_S}年(?![代级級])|(?P<ry>今年|去年|明年|前年|后年|後年|来年|來年|昨年|翌年|次年|同年))", _whole_year),
    (_D + _H, rf"(?<![{_D}{_H}第月/／.:：年]){_DAY}[{_SUN}]?{_TO}(?:(?P<m2>{_N}){_S}月{_S})?(?P<d2>{_N}){_S}[{_SUN}]{_NOT_DAY}", _lone_range),
    (_D + "十二三廿卅", rf"(?<![{_D}{_H}第月/／.:：年])(?P<d>[{_D}]{{1,2}}|[二三]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?){_S}日{_NOT_DAY}", _lone_day),
    (_H, rf"(?<=[于於在自从從，。：、（(\n])(?P<d>[一二三四五六七八九])日(?=[在上下晚早凌中抵举舉发發宣说說表会會，])", _lone_day),
    (_D, rf"(?<=[于於在自从從到至，。；：、（(\s])(?P<d>[{_D}]{{1,2}}){_S}[号號](?=[在晚早上下凌中当當，。、至到发發宣说說表举舉会會抵（(])", _lone_day),
    (_D, rf"(?<=[（(于於在])(?P<m>1[0-2]|0?[1-9])[/／](?P<d>[12]\d|3[01]|0?[1-9])(?![{_D}/／%])", _slashed),
    ("大前昨今本明后後一", r"(?P<off>大前|大后|大後|前|昨|今|明|后|後|一昨)(?:天(?!下|才|然)|日(?!之星|美国|美國|俄罗斯|俄羅斯|头条|頭條|头條|香港|化))", _relative_day),
    ("昨今明本", r"(?P<off>昨|今|明|本)(?:晚|早(?!已)|晨|夜|午|(?<=本)日)(?!报|報)", _relative_day),
    ("当當同次翌隔前", r"(?:当天|當天|当日(?!本)|當日(?!本)|当晚|當晚|同日|同一天|同一日|次日|翌日|隔天|隔日|前一天|前一日)", _same_day),
    ("WK", rf"(?:{_BEFORE}|(?<![每逢两兩几幾数數{_D}{_H}])){_WEEK}(?P<k>[一二三四五六日天末])(?![年次起]|泰晤士|电讯|電訊|邮报|郵報|夜现场|夜現場)", _weekday),
    ("月火水木金土日", r"(?P<w>(?!))?(?P<k>[月火水木金土日])[曜]日", _weekday),
    ("WK先来", rf"(?:{_BEFORE}{_WEEK}|(?P<w2>先週|来週))(?![一二三四五六日天末年])", _week),
    (_D + _H + "几幾数數两兩", rf"(?<![{_D}{_H}.第几幾数數])(?P<n>{_COUNT}){_S}{_UNIT}(?:之前|以前|前)(?![夕列期往景进進途任总總])", _ago),
    (_D + _H + "几幾数數两兩", rf"(?<![{_D}{_H}.第几幾数數])(?P<n>{_COUNT}){_S}{_UNIT}(?:之后|之後|以后|以後|后|後)(?![期续續备備勤果方])", _later),
    ("未今接", r"(?:未来|未來|今后|今後|接下来|接下來)的?(?P<n>几|幾|数|數)(?P<u>天|日|周|週|个星期|個星期|个月|個月|年)", _soon),
)  # fmt: skip

_STARTS = {
    "Y": _D + _H + "民今本去昨前明来來后後上同当當翌次先这這下",
    "WK": "周週星礼禮上下本这這同",
    "WK先来": "周週星礼禮上下本这這同先来",
}


def _table() -> dict[str, tuple[tuple[re.Pattern[str], Resolve], ...]]:
    table: dict[str, list[tuple[re.Pattern[str], Resolve]]] = {}
    for starts, pattern, resolve in _RULES:
        compiled = re.compile(pattern)
        for character in sorted(_expand(_STARTS.get(starts, starts))):
            table.setdefault(character, []).append((compiled, resolve))
    return {character: tuple(rules) for character, rules in table.items()}


def _expand(starts: str) -> set[str]:
    plain = starts.replace("0-9", "0123456789").replace("０-９", "０１２３４５６７８９")
    return set(plain)


_BY_START = _table()
_TRIGGER = re.compile("[" + "".join(sorted(_BY_START)) + "]")
_QUICK = re.compile(
    rf"[{_D}{_H}]+(?:{_S}[年月日号號天周週个個星礼禮至到\-–—－~～〜/／]|[〇零○])|2[01]{_S}世|[2-9]0{_S}年代|二十一?世"
)


def found(scene: Scene, start: int = 0, stop: int | None = None) -> Iterator[DateSpan]:
    """The dates of `scene.text` that begin in `start`..`stop`; each is also put into the scene."""
    at = start
    text = scene.text
    stop = len(text) if stop is None else stop
    while (trigger := _TRIGGER.search(text, at, stop)) is not None:
        at = trigger.start()
        span = _at(scene, at)
        if span is None:
            at += 1
            continue
        scene.spans.append(span)
        yield span
        at = span.end


def _at(scene: Scene, at: int) -> DateSpan | None:
    text = scene.text
    first = text[at]
    if first.isdecimal() and (span := s.first_match(scene, at, numeric.DAY_FIRST)):
        return span
    if (first.isdecimal() or first in _H) and not _QUICK.match(text, at):
        return None
    return s.first_match(scene, at, _BY_START[first])
