"""Chinese dates that name a year, a month or a day of it: 2023年9月18日, 今年2月, 16至17日.

In: text and a `Scene`. Out: rules (first characters, pattern, resolver) for `dates`. Both
scripts and full-width digits stand in the patterns. A month without a year is that of the year of
publication unless a cue says otherwise; a bare 18日 is the last such day.
"""

from __future__ import annotations

import re
from datetime import date

from compare.model.documents import DateSpan
from compare.reading.base import calendar as s
from compare.reading.base.calendar import RELATIVE, Period, Scene, StartRule
from compare.reading.zh.dates_parts import (
    DAY,
    DAY_SIGN,
    DIGIT,
    HAN,
    MONTH,
    MONTHS_OFF,
    NOT_DAY,
    PART,
    PARTS,
    RELATIVE_YEAR,
    STOPS,
    TO,
    Y4,
    N,
    S,
    is_future,
    number,
    year_pattern,
)
from compare.resources.words import either, words


def _named_year(m: re.Match[str], scene: Scene, tag: str = "") -> tuple[int, str] | None:
    """The year that a match names, and the kind it gives; None when it names none."""
    groups = m.groupdict()
    if taiwan := groups.get("roc" + tag) or groups.get("tw" + tag):
        return number(taiwan) + 1911, s.ABSOLUTE
    if digits := groups.get("y" + tag):
        return number(digits), s.ABSOLUTE
    word = groups.get("ry" + tag)
    if not word:
        return None
    if word in RELATIVE_YEAR:
        return scene.day().year + RELATIVE_YEAR[word], RELATIVE
    earlier = next((x for x in reversed(scene.spans) if x.year_given), None)
    if earlier is None:
        raise ValueError(word)
    return earlier.first.year + (word in ("翌年", "次年")), RELATIVE


def _year_month(m: re.Match[str], scene: Scene) -> tuple[int, int, str, bool]:
    """Year, month, kind and whether the year was given, of a match of year and month."""
    if word := m["rm"]:
        return _relative_month(word, scene)
    month = number(m["m"])
    if not 1 <= month <= 12:
        raise ValueError(month)
    if named := _named_year(m, scene):
        return named[0], month, named[1], True
    earlier = scene.before(m.start(), STOPS)
    if (
        earlier
        and earlier.year_given
        and earlier.precision != "year"
        and _follows(earlier, m, month)
    ):
        return earlier.first.year, month, s.ABSOLUTE, True
    if (chained := _chained_year(m, scene, month)) is not None:
        return chained, month, s.ABSOLUTE, False
    year = s.guess_year(month, scene.day(), future=is_future(scene.text, m))
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
    if word in MONTHS_OFF:
        day = scene.day()
        return (*s.shift_month(day.year, day.month, MONTHS_OFF[word]), RELATIVE, False)
    for earlier in reversed(scene.spans):
        if earlier.precision in ("day", "month", "range"):
            ahead = word in ("次月", "翌月")
            moved = s.shift_month(earlier.first.year, earlier.first.month, int(ahead))
            return (*moved, RELATIVE, earlier.year_given)
    raise ValueError(word)


def _day(m: re.Match[str], scene: Scene) -> Period:
    year, month, kind, given = _year_month(m, scene)
    return s.day_period(date(year, month, number(m["d"])), kind, year_given=given)


def _day_range(m: re.Match[str], scene: Scene) -> Period | None:
    year, month, kind, given = _year_month(m, scene)
    first = date(year, month, number(m["d"]))
    end_month = number(m["m2"]) if m["m2"] else month
    named = _named_year(m, scene, "2")
    end_year = named[0] if named else year + (end_month < month)
    return s.range_period(first, date(end_year, end_month, number(m["d2"])), kind, year_given=given)


def _bare_month(scene: Scene, m: re.Match[str], day: int) -> tuple[int, int, bool]:
    """The month of a bare 18日: that of the date before in the sentence, else of publication."""
    earlier = scene.before(m.start(), STOPS)
    fits = (
        earlier and earlier.kind in (s.ABSOLUTE, RELATIVE) and earlier.precision in ("day", "range")
    )
    if earlier and fits and day >= earlier.first.day:
        return earlier.first.year, earlier.first.month, earlier.year_given
    day_of = scene.day()
    if is_future(scene.text, m) and day >= day_of.day:
        return day_of.year, day_of.month, False
    if (guessed := s.guess_month(day, day_of)) is None:
        raise ValueError(day)
    return (*guessed, False)


def _lone_day(m: re.Match[str], scene: Scene) -> Period:
    year, month, given = _bare_month(scene, m, day := number(m["d"]))
    return s.day_period(date(year, month, day), year_given=given)


def _lone_range(m: re.Match[str], scene: Scene) -> Period | None:
    year, month, given = _bare_month(scene, m, first := number(m["d"]))
    end = (year, month) if not m["m2"] else (year, number(m["m2"]))
    return s.range_period(date(year, month, first), date(*end, number(m["d2"])), year_given=given)


def _month_part(m: re.Match[str], scene: Scene) -> Period:
    year, month, kind, given = _year_month(m, scene)
    return s.part_of_month(year, month, PARTS[m["part"]], kind, year_given=given)


def _month(m: re.Match[str], scene: Scene) -> Period:
    year, month, kind, given = _year_month(m, scene)
    return s.month_period(year, month, kind, year_given=given)


def _month_range(m: re.Match[str], scene: Scene) -> Period | None:
    year, month, kind, given = _year_month(m, scene)
    end = number(m["m2"])
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
    return s.part_of_year(year, PARTS[part[-1]], kind)


def _lone_part(m: re.Match[str], scene: Scene) -> Period:
    """上半年, 第三季度, 前三季度 alone: of the year of publication."""
    year = scene.day().year
    if m[0][0] == "首":
        return s.months_period(year, 1, 3, "quarter", RELATIVE)
    if not m["q"]:
        month = 1 if m[0][0] == "上" else 7
        return s.months_period(year, month, 6, "range", RELATIVE)
    quarter = "一二三四1234１２３４".index(m["q"]) % 4
    if m[0][0] == "前":
        return s.months_period(year, 1, 3 * quarter + 3, "range", RELATIVE)
    return s.months_period(year, 3 * quarter + 1, 3, "quarter", RELATIVE)


def _several_months(m: re.Match[str], scene: Scene) -> Period | None:
    """前三个月, 今年前9个月, 2025年最后三个月: the last months only of a year that is named."""
    count, named = number(m["n"]), _named_year(m, scene)
    if not 1 < count < 12 or (m["end"][0] == "最" and named is None):
        return None
    day = scene.day()
    year, kind = named or (day.year - (count > day.month), RELATIVE)
    month = 13 - count if m["end"][0] == "最" else 1
    return s.months_period(year, month, count, "quarter" if count == 3 else "range", kind)


def _season_of_trade(m: re.Match[str], scene: Scene) -> Period | None:
    """第二季营收: a quarter where money is spoken of, not the second season of a show."""
    around = scene.text[max(0, m.start() - 30) : m.end() + 30]
    return _lone_part(m, scene) if _TRADE.search(around) else None


def _sooner_or_later(year: int, *, early: bool, scene: Scene) -> Period:
    day = scene.day()
    if year != day.year:
        return s.part_of_year(year, "early" if early else "late", RELATIVE)
    if early:
        return Period(date(year, 1, 1), day, "vague", RELATIVE, year_given=True)
    return Period(day, date(year, 12, 31), "vague", RELATIVE, year_given=True)


def _whole_year(m: re.Match[str], scene: Scene) -> Period | None:
    named = _named_year(m, scene)
    return s.year_period(*named) if named else None


def _year_range(m: re.Match[str], _: Scene) -> Period | None:
    first, last = number(m["y"]), number(m["y2"])
    if last < 100:
        last += first // 100 * 100
    return s.range_period(date(first, 1, 1), date(last, 12, 31), year_given=True)


def _decade(m: re.Match[str], _: Scene) -> Period:
    if m["y"]:
        year = number(m["y"])
    else:
        century = 2000 if m["c"] and m["c"].startswith(("21", "本", "二十一")) else 1900
        year = century + number(m["t"])
    return Period(date(year, 1, 1), date(year + 9, 12, 31), "range", s.ABSOLUTE, year_given=True)


def _slashed(m: re.Match[str], scene: Scene) -> Period:
    month = number(m["m"])
    year = s.guess_year(month, scene.day(), future=False)
    return s.day_period(date(year, month, number(m["d"])))


_TRADE = re.compile(either(words("zh")["dates"]["trade"].split()))
_YEAR_STARTS = DIGIT + HAN + "民今本去昨前明来來后後上同当當翌次先这這下"
RULES: tuple[StartRule, ...] = (
    (
        "上下第前一二三四",
        rf"(?<![{HAN}{DIGIT}])(?:[上下]半年|[第前]?(?P<q>[一二三四1-4])季度)",
        _lone_part,
    ),
    (
        "首第",
        r"(?:首季度?|第(?P<q>[一二三四1-4])季)(?![节節度目播军軍赛賽中后後])",
        _season_of_trade,
    ),
    (
        _YEAR_STARTS + "头頭最",
        (
            rf"(?<![此之以生婚产產术術目日天周月年])(?:{year_pattern('')}(?:的)?)?(?P<end>[前头頭]|最[后後])"
            rf"(?P<n>{N}){S}[个個]月"
        ),
        _several_months,
    ),
    (
        DIGIT,
        rf"(?P<y>[12][{DIGIT}]{{2}}0)年代|(?:(?P<c>(?:20|21){S}世[纪紀]){S})?(?P<t>[2-9]0){S}年代",
        _decade,
    ),
    (
        "上本二",
        (
            rf"(?P<y>(?!))?(?P<c>上个?世[纪紀]|上個世紀|本世[纪紀]|二十世[纪紀]|二十一世[纪紀])"
            rf"(?P<t>[{DIGIT}一-九]{{1,2}})年代"
        ),
        _decade,
    ),
    (
        _YEAR_STARTS,
        (
            rf"{year_pattern('')}?{MONTH}{S}{DAY}[{DAY_SIGN}]?{TO}(?:{year_pattern('2')}?(?P<m2>{N}){S}月[份]?{S}"
            rf")?(?P<d2>{N}){S}[{DAY_SIGN}]{NOT_DAY}"
        ),
        _day_range,
    ),
    (
        _YEAR_STARTS,
        rf"{year_pattern('')}?{MONTH}{S}{DAY}[{DAY_SIGN}](?![圆圓元])",
        _day,
    ),
    (
        _YEAR_STARTS,
        rf"{year_pattern('')}?{MONTH}(?:的)?{PART}",
        _month_part,
    ),
    (
        _YEAR_STARTS,
        (
            rf"{year_pattern('')}?(?:(?P<m>{N}){S}月?[份]?|(?P<rm>(?!))){TO}(?P<m2>{N})"
            rf"{S}月[份]?(?!{S}{N}{S}[{DAY_SIGN}])"
        ),
        _month_range,
    ),
    (
        _YEAR_STARTS,
        rf"(?P<y>{Y4}){S}年?{TO}(?P<y2>{Y4}|[{DIGIT}]{{2}}){S}年",
        _year_range,
    ),
    (
        _YEAR_STARTS,
        (
            rf"{year_pattern('')}(?P<yp>第?(?P<q>[一二三四1-4１-４])季度?|春[天季]?|夏[天季]?|秋[天季]?|"
            rf"冬[天季]?|[上下]半年|年?[初底末]|年中|晚些(?:时候|時候)|稍[后後早](?:时候|時候)?|"
            rf"早些(?:时候|時候)|早前)(?![节節])"
        ),
        _year_part,
    ),
    (
        _YEAR_STARTS,
        rf"{year_pattern('')}?{MONTH}(?![球亮饼餅薪收租刊票龄齡嫂子]|{S}{N}{S}[{DAY_SIGN}])",
        _month,
    ),
    (
        _YEAR_STARTS,
        (
            rf"(?:民[国國]{S}(?P<roc>[{DIGIT}]{{1,3}}){S}年|(?P<y>{Y4}){S}年(?![代级級])|(?P<ry>今年|"
            rf"去年|明年|前年|后年|後年|来年|來年|昨年|翌年|次年|同年))"
        ),
        _whole_year,
    ),
    (
        DIGIT + HAN,
        (
            rf"(?<![{DIGIT}{HAN}第月/／.:：年]){DAY}[{DAY_SIGN}]?{TO}(?:(?P<m2>{N}){S}月{S})?(?P<d2>{N})"
            rf"{S}[{DAY_SIGN}]{NOT_DAY}"
        ),
        _lone_range,
    ),
    (
        DIGIT + "十二三廿卅",
        (
            rf"(?<![{DIGIT}{HAN}第月/／.:：年])(?P<d>[{DIGIT}]{{1,2}}|[二三]?十[一二三四五六七八九]?|"
            rf"[廿卅][一二三四五六七八九]?){S}日{NOT_DAY}"
        ),
        _lone_day,
    ),
    (
        HAN,
        (
            r"(?<=[于於在自从從，。：、（(\n])(?P<d>[一二三四五六七八九])"
            r"日(?=[在上下晚早凌中抵举舉发發宣说說表会會，])"
        ),
        _lone_day,
    ),
    (
        DIGIT,
        (
            rf"(?<=[于於在自从從到至，。；：、（(\s])(?P<d>[{DIGIT}]{{1,2}})"
            rf"{S}[号號](?=[在晚早上下凌中当當，。、至到发發宣说說表举舉会會抵（(])"
        ),
        _lone_day,
    ),
    (
        DIGIT,
        rf"(?<=[（(于於在])(?P<m>1[0-2]|0?[1-9])[/／](?P<d>[12]\d|3[01]|0?[1-9])(?![{DIGIT}/／%])",
        _slashed,
    ),
)
