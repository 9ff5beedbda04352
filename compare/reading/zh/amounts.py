"""Quantities in Chinese, both scripts.

In: text and a function that tells which characters are taken (dates). Out: `Quantity`s in order.
A numeral in Chinese characters counts only with a counter or unit behind it, since 一, 万 and 千
stand in ordinary words; digits count alone unless they belong to a name (G20, 歼-20, 二十国集团).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model.documents import Quantity
from compare.reading.base import amounts as a
from compare.reading.zh.counters import counts_times, hour_end, is_unit
from compare.resources.units import NUMBER, PEOPLE, SYMBOLS, kind_of, written
from compare.resources.words import either, word_set, words
from compare.text.numerals import DIGITS, HAN_DIGIT, HAN_LARGE, HAN_NUMERAL, HAN_SMALL, han_value

_UNITS = {**written("zh"), **written("ja")}
_UNITS_IN_FRONT = {**SYMBOLS, **written("zh", "units_in_front")}
_D = DIGITS
_S = r"[ \u00a0]?"
_LARGE = rf"(?:(?![千兆][米克瓦])[{HAN_LARGE}{HAN_SMALL}])"
_ARABIC = rf"[{_D}]{{1,3}}(?:,[{_D}]{{3}})+(?:\.[{_D}]+)?|[{_D}]+(?:[.．][{_D}]+)?"
_INNER = f"[{HAN_LARGE}{HAN_SMALL}]"
_MIXED = (
    rf"(?:{_ARABIC}){_S}(?:{_LARGE}+(?:[{_D}]+(?:\.[{_D}]+)?{_INNER}+)*"
    rf"(?:(?<=[{HAN_LARGE}])[{_D}]{{1,4}}(?![{_D},.:：年月日号號时時点點%％]))?)?"
)
_HANNUM = rf"[{HAN_NUMERAL}]+(?:[点點][{HAN_DIGIT}]+{_LARGE}*)?"
_NUMBER = rf"(?:{_MIXED}|{_HANNUM})"
_MANY = "(?<![交友良最更很太要])好"  # 好十几, and no half of 交好
_VAGUE = (
    rf"(?:十[几幾]|[好数數几幾][{HAN_SMALL}{HAN_LARGE}]+|[上成]百上?千|"
    rf"[上成][{HAN_SMALL}]?[{HAN_LARGE}百千]|[几幾数數])"
)
_COUNTER = either(_UNITS)
_TO = rf"{_S}(?:至|到|[-–—~～]){_S}"
_HEDGE = {
    word: hedge
    for hedge, forms in words("zh")["amounts"]["hedges"].items()
    for word in forms.split()
}
_FRONT = either(_HEDGE.keys() - word_set("zh", "amounts", "behind"))
_FRONT_UNIT = either(_UNITS_IN_FRONT)
_BACK = either(word_set("zh", "amounts", "back"))
_AMOUNT = re.compile(
    rf"(?P<front>(?:{_FRONT}){_S})?(?:(?P<cur>{_FRONT_UNIT}){_S})?"
    rf"(?:百分之(?P<pct>{_NUMBER})(?:{_TO}(?:百分之)?(?P<pct2>{_NUMBER}))?|(?P<den>[二三四五六七八九十百千万萬]{{1,2}})"
    rf"分之(?P<num>{_NUMBER})"
    rf"|(?P<lone>半)(?=目(?![标標的录錄光前睹])|年(?!来)|个月|個月|小时|小時|个小|個小|天|个世)|(?P<vague>{_VAGUE})"
    rf"(?P<vmore>[{HAN_LARGE}]?)"
    rf"|(?P<n>{_NUMBER})(?:(?:(?P<same>{_COUNTER}|成)(?={_TO}{_NUMBER}(?P=same)))?{_TO}"
    rf"(?P<n2>{_NUMBER}))?(?P<more>{_S}[多余餘来來][{HAN_LARGE}]?)?)"
    rf"(?P<half1>半)?{_S}(?P<unit>(?P<some>[个個][多半])(?=[月小钟鐘星礼禮])(?:月|{_COUNTER})|"
    rf"(?:成(?P<tenth>[{HAN_DIGIT}])?(?![为為立员員功本都年果绩績长長份])|{_COUNTER})|"
    rf"(?P<grade>级|級)(?=地震|强震|強震|餘震|余震))?"
    rf"(?P<half2>半|多(?![次边邊方国國元样樣数數么少]))?(?P<back>{_S}(?:{_BACK}))?"
)
_TRIGGER = re.compile(
    rf"[{_D}{HAN_NUMERAL}几幾半]|百分之|第|(?:{_FRONT}|{_FRONT_UNIT})"
    rf"{_S}(?=[{_D}{HAN_NUMERAL}数數几幾百半])|(?:[数數成上]|{_MANY})(?=[{HAN_SMALL}{HAN_LARGE}])|"
    rf"[数數](?=[天周年月个個名人位])|[过過逾超近]半|每(?=[{_D}{HAN_NUMERAL}])"
)
_HALF = re.compile(
    rf"(?:(?P<front>{_FRONT}){_S})?(?:一半|(?<![上下前后後一])半[数數]|(?P<over>[过過逾超])半[数數]?|(?P<near>近)半[数數]?)"
    r"(?![年个個月天日小点點百世成公英秒分刻]|周(?!边|邊))(?P<back>以上|以下)?"
)
_AMONG = re.compile(
    rf"(?:每(?P<d>[{_D}]+[万萬]?|[{HAN_NUMERAL}]{{1,4}}){_S}[名个位人個户戶]?|"
    rf"(?<![{_D}{HAN_NUMERAL}这這该該的等])(?P<d2>[十百]|[五]))(?(d2)[人名个個位])"
    rf"[^，。、；！？\s{_D}{HAN_NUMERAL}]{{0,8}}?(?:[中里裡内內]|当中|當中)?[就便约約仅僅只]?有(?P<front>{_FRONT})?"
    rf"(?P<n>[{_D}]+|[{HAN_NUMERAL}]{{1,3}}){_S}[名个位人個户戶]"
)
_NIGHTS = re.compile(
    rf"(?P<n>[{_D}]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})[天日昼晝](?:[{_D}]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})夜"
)
_FIRSTS = "".join(sorted({word[0] for word in _UNITS}))
_QUICK = re.compile(
    rf"[{HAN_NUMERAL}]{{3,}}|"
    rf"[{HAN_NUMERAL}]+{_S}[{re.escape(_FIRSTS)}{_D}多余餘来來半几幾至到点點分届屆以左成至到~～–—-"
    rf"]"
)
_ORDINAL = re.compile(
    rf"第{_S}(?P<n>[{_D}]+|[{HAN_NUMERAL}]+){_S}(?P<u>届|屆|次|个|個|名|位|轮|輪|任|天|年|季|大|"
    rf"号|號|阶段|批|代)?"
)
_TERM = re.compile(rf"(?P<n>[{_D}]+|[{HAN_NUMERAL}]{{1,3}})(?:届|屆)")
_IDLE = re.compile(
    rf"[两兩双雙二三四五六七八九十]+(?:国|國|方|岸|党|黨|地|军|軍|会|會|者|边|邊|大(?!量)|边|极|"
    rf"極|院|院制|州|江|川|月|重|面|位一体)"
    rf"|[一二三四五六七八九十百千万萬]+(?:国集团|國集團|带一路|帶一路|中原则|中原則|中政策)|"
    rf"[两兩]个?制|[一两兩]国两制|一[个個]中国|九二共识|九二共識"
    rf"|[一二]战|[一二]戰|十分(?!钟|鐘|之)|万一|萬一|千万(?![{_D}名人元美吨])|"
    rf"[{_D}]+(?:{_S}[:：&＆]{_S}[{_D}]+)+|[{_D}]{{1,2}}{_S}[时時点點](?![间間])(?:[{_D}]{{1,2}}{_S}分|半|"
    rf"整|许|許|左右|钟|鐘)?"
    rf"|[{_D}]+[·‧・•][{_D}]+|十[一二三四五]五(?=[规規期时時])|“?十[一二三四五]五”|[{_D}]+(?:[./][{_D}]+){{2,}}|百姓|百年|万里|五角大|四川|三亚|三星|双十|七国|二十国|"
    rf"[{_D}]+{_S}(?:国集团|國集團|号(?!码)|號(?!碼)|强|強(?!震)|条款|號文|世纪|世紀|年代)"
)
_NAME_BEFORE = re.compile(
    r"波音$|空客$|空中巴士$|[A-Za-z][-–]?$|[\u4e00-\u9fff][-–‐][A-Za-z]?$|[{_D}][.]$"
)
_NEIGHBOURS = re.compile(
    r"(一二|二三|两三|兩三|三四|四五|五六|六七|七八|八九)(?<=(.))[十百千万萬亿億]*$"
)
_ONE_PERSON = re.compile(r"[一两兩二]人(?![死亡受伤傷遇失罹获獲被轻輕重送])")
_CLOCK_BEHIND = re.compile(rf"[:：][{_D}]")
_LETTER = re.compile(r"[A-Za-z]")


def found(text: str) -> Iterator[Quantity]:
    """The quantities of `text`, in order. Dates must be blanked out of it beforehand."""
    at = 0
    while (trigger := _TRIGGER.search(text, at)) is not None:
        start = trigger.start()
        quantity, at = _read(text, start)
        if quantity is not None:
            yield quantity


def _read(text: str, start: int) -> tuple[Quantity | None, int]:
    """The quantity at `start` if there is one, and where to look next."""
    if text[start] == "第":
        return _ordinal(text, start)
    if shared := _shared(text, start):
        return shared, shared.end
    if text[start] in HAN_NUMERAL and not _QUICK.match(text, start):
        return None, start + 1
    if idle := _IDLE.match(text, start):
        return None, idle.end()
    if term := _TERM.match(text, start):
        value = han_value(term["n"])
        return a.ordinal(start, term[0], value, "届") if value else None, term.end()
    if hour := hour_end(text, start):
        return None, hour
    match = _AMOUNT.match(text, start)
    if match and _UNITS.get(match["unit"] or "") and not is_unit(text, *match.span("unit")):
        match = _AMOUNT.match(text, start, match.start("unit"))
    if match is None or not match[0]:
        return None, start + 1
    if _is_name(text, match):
        return None, match.end()
    quantity = _amount(match)
    end = match.end("n2") if match["n2"] else match.end("n") if match["n"] else start + 1
    return quantity, quantity.end if quantity else max(start + 1, end)


def _shared(text: str, start: int) -> Quantity | None:
    """一半, 过半, 每10人中有7人; and 五天五夜, which are five days."""
    if m := _HALF.match(text, start):
        hedge = a.OVER if m["over"] else _HEDGE.get(m["front"] or m["near"] or m["back"] or "")
        if hedge is None:
            return a.exact(start, m[0], 0.5, "share")
        return a.about(start, m[0], 0.5, "share", hedge)
    if m := _AMONG.match(text, start):
        below, above = han_value(m["d"] or m["d2"]), han_value(m["n"])
        if below and above is not None and above < below:
            return _hedged_by(m, above / below, "share", m["front"] or "")
    elif (m := _NIGHTS.match(text, start)) and (days := han_value(m["n"])):
        return a.exact(start, m[0], days, "day")
    return None


def _ordinal(text: str, start: int) -> tuple[Quantity | None, int]:
    match = _ORDINAL.match(text, start)
    value = han_value(match["n"]) if match else None
    if match is None or value is None:
        return None, start + 1
    unit = match["u"] or ""
    return a.ordinal(start, match[0], value, "届" if unit == "屆" else unit), match.end()


def _is_name(text: str, m: re.Match[str]) -> bool:
    """Digits that belong to a name or code: G20, F-16, 歼-20, 5G, 7nm, 301条款."""
    if m["cur"] or m["pct"] or not (m["n"] or "")[:1].isdecimal():
        return False
    if _CLOCK_BEHIND.match(text, m.end("n")) or (len(m["n"]) > 12 and m["n"].isdecimal()):
        return True
    if m["n"][0] == "0" and m["n"][1:].isdecimal() and not m["unit"]:
        return True  # 香港01
    before = text[max(0, m.start("n") - 4) : m.start("n")]
    if _NAME_BEFORE.search(before) and not m["front"]:
        return True
    return not m["unit"] and bool(_LETTER.match(text, m.end()))


def _amount(m: re.Match[str]) -> Quantity | None:
    if m["pct"]:
        value = han_value(m["pct"])
        if value is not None and m["pct2"]:
            return _between(m, value, han_value(m["pct2"]), "percent")
        return None if value is None else _hedged(m, value, "percent")
    if m["den"]:
        below, above = han_value(m["den"]), han_value(m["num"])
        return _hedged(m, above / below, "share") if below and above is not None else None
    unit = _unit(m)
    if m["lone"]:
        return _hedged(m, 0.5, unit)
    if m["vague"]:
        return _vague(m, unit)
    if m["n"] is None or not _counts(m, unit):
        return None
    return _counted(m, unit)


def _unit(m: re.Match[str]) -> str:
    if m["cur"]:
        return _UNITS_IN_FRONT[m["cur"]]
    shown = m["unit"] or ""
    if m["grade"] or (shown in ("级", "級") and "." in (m["n"] or "")):
        return "magnitude"
    if shown.startswith("成"):
        return "percent"
    if shown == "度" and counts_times(m.string, m["n"] or "", m.end("unit")):
        return "time"
    if m["some"]:
        shown = HAN_SOME.get(shown[2:], shown[2:])
    return _UNITS.get(shown, "")


HAN_SOME = {"月": "个月"}


def _counts(m: re.Match[str], unit: str) -> bool:
    """Is the numeral an amount? Chinese characters need a unit, and 一个, 两人 seldom are any."""
    number = m["n"]
    if number[0].isdecimal() or any(c.isdecimal() for c in number):
        return True
    if m["cur"] or (m["front"] and m["unit"]):
        return True
    if not m["unit"]:
        return bool(len(number) > 2 and re.search(rf"[{HAN_SMALL}{HAN_LARGE}]", number))
    if number == "一" and kind_of(unit) in (NUMBER, PEOPLE) and m["unit"] not in ("人", "票", "倍"):
        return False
    if number[0] in HAN_LARGE or (number[0] in "百千" and len(number) == 1 and not m["more"]):
        return False
    return not _ONE_PERSON.match(m.string, m.start("n"))


def _counted(m: re.Match[str], unit: str) -> Quantity | None:
    value = han_value(m["n"].replace(" ", "").replace("\u00a0", ""))
    if value is None:
        return None
    scale = 1.0
    if m["more"] and m["more"][-1] in HAN_LARGE:
        scale = han_value("一" + m["more"][-1]) or 1.0
        value *= scale
    if (m["unit"] or "").startswith("成"):
        value = value * 10 + (han_value(m["tenth"]) or 0 if m["tenth"] else 0)
    if m["half1"] or m["half2"] == "半" or (m["some"] or "").endswith("半"):
        value += 0.5
    if m["n2"]:
        return _range(m, value, unit)
    if pair := _NEIGHBOURS.match(m["n"]):
        low = han_value(m["n"].replace(pair[2], "", 1))
        return None if low is None else a.between(m.start(), m[0], low, value, unit)
    if m["more"] or (m["some"] or "").endswith("多") or m["half2"] == "多":
        return a.between(
            m.start(), m[0], value, value + a.step_of(value, _scale(m["n"]) * scale), unit, value
        )
    return _hedged(m, value, unit)


def _scale(number: str) -> float:
    """The multiplier at the end of a numeral: 30万 steps in 万."""
    tail = re.search(rf"[{HAN_LARGE}]+$", number)
    return (han_value("一" + tail[0]) or 1.0) if tail else 1.0


def _range(m: re.Match[str], low: float, unit: str) -> Quantity | None:
    high = han_value(m["n2"].replace(" ", ""))
    if high is None:
        return None
    if unit == "percent" and (m["unit"] or "").startswith("成"):
        high *= 10
    scale = _scale(m["n2"])
    if low < high and scale > 1 and low * scale <= high:
        low *= scale  # 3至5万
    return _between(m, low, high, unit)


def _between(m: re.Match[str], low: float, high: float | None, unit: str) -> Quantity | None:
    if high is None or low >= high:
        return None  # a score, 3-1
    return a.between(m.start(), m[0], low, high, unit)


def _hedged(m: re.Match[str], value: float, unit: str) -> Quantity:
    front, back = (m["front"] or "").strip(), (m["back"] or "").strip()
    return _hedged_by(m, value, unit, front if front in _HEDGE else back)


def _hedged_by(m: re.Match[str], value: float, unit: str, word: str) -> Quantity:
    hedge = _HEDGE.get(word)
    if hedge is None:
        return a.exact(m.start(), m[0], value, unit)
    return a.about(m.start(), m[0], value, unit, hedge)


def _vague(m: re.Match[str], unit: str) -> Quantity | None:
    word = m["vague"]
    if not m["unit"] and (len(word) == 1 or word[0] in "上成"):
        return None
    if len(word) == 1:
        return a.between(m.start(), m[0], 3, 9, unit) if unit else None
    if word[0] == "十":
        return a.between(m.start(), m[0], 11, 19, unit)
    scale = (
        han_value(
            ("" if word[0] in "上成" and len(word) > 2 else "一") + word[1:].replace("上", "")
        )
        or 1.0
    )
    scale *= han_value("一" + m["vmore"]) or 1.0 if m["vmore"] else 1.0
    if word[0] in "上成":
        return a.between(m.start(), m[0], scale, 5 * scale, unit, scale)
    return a.between(m.start(), m[0], 2 * scale, 10 * scale, unit, 5 * scale)
