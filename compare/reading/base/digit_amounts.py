"""Quantities in other languages: digits with a scale, percent, currency and common units.

In: text whose dates are blanked. Out: `Quantity`s in order. Number words are left alone: what
the articles of two languages disagree on is written in digits nearly always. A comma is the
decimal mark and a point or space groups thousands; Korean follows the English way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from compare.model.documents import Quantity
from compare.reading.base import amounts as a
from compare.resources.units import SYMBOLS

_Key = TypeVar("_Key")
_SP = r"[ \u00a0\u202f]?"
_COMMA = re.compile(r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?![\d])(?:,\d+)?|\d+(?:,\d+)?")
_POINT = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_SCALES = {
    1e3: "tausend mille mil duizend tys тыс тысяч тысячи bin ألف 천",
    1e4: "만",
    1e6: (
        "Million(?:en)? Mio millions? mill[oó]n(?:es)? milion[ie] milhão milhões miljoen mln "
        "млн milyon مليون миллион(?:ов|а)?"
    ),
    1e8: "억",
    1e9: (
        "Milliarden? Mrd milliards? miliard[ioóyów]* miljard mld млрд milyar مليار "
        "миллиард(?:ов|а)? bilhão bilhões"
    ),
    1e12: "Billion(?:en)? billions? bilione?s? трлн триллион(?:ов|а)? trilyon 조",
}
_UNITS = {
    "percent": (
        "% Prozent procent procento por_ciento per_cento por_cento проц(?:ент(?:ов|а)?)? "
        "percent yüzde 퍼센트 %"
    ),
    "USD": (
        "Dollars? US-Dollars? dólares dollari doll?ar[óyówsi]* dolar долл(?:ар(?:ов|а))? دولار 달러"
    ),
    "EUR": "Euros? euro евро avro يورو 유로",
    "CNY": "Yuan юан(?:ей|я|ь) yuanes 위안",
    "RUB": "руб(?:л(?:ей|я|ь))? rublos? Rubel roubles?",
    "KRW": "원",
    "JPY": "Yen иен yenes 엔",
    "GBP": "Pfund livres_sterling фунт(?:ов|а) libras",
    "hour": "Stunden? heures? horas? or[ae] uur godzin[y]? час(?:ов|а)? saat ساعات? 시간",
    "day": "Tagen? jours? d[ií]as? giorni? dagen dni дн(?:ей|я)|день gün أيام 일간",
    "minute": "Minuten? minutes? minutos? minuti minut минут[ыа]? dakika 분",
    "year": "Jahren? ans années años? anni anos? jaar lat года?|лет yıl سنوات 년",
    "month": "Monaten? mois mes(?:es)? mesi maanden miesięcy месяц(?:ев|а)? ay 개월",
    "week": "Wochen? semaines? semanas? settimane weken tygodni недел[ьи] hafta",
    "km": (
        "km Kilometern? kilomètres kilómetros chilometri kilometrów километр(?:ов|а) "
        "kilometre 킬로미터"
    ),
    "person": (
        "Menschen Personen Tote personnes personas persone pessoas mensen osób человека? "
        "kişi 명 أشخاص"
    ),
    "tonne": "Tonnen tonnes? toneladas tonnellate ton тонн[ы]? 톤",
}
_HEDGES = {
    a.NEARLY: "fast knapp près_de presque casi quasi quase почти prawie bijna",
    a.OVER: ("mehr_als über plus_de más_de más_que più_di mais_de meer_dan ponad более свыше"),
    a.UP_TO: "bis_zu jusqu['’]à hasta fino_a até tot do до",
}


def _alternation(table: dict[float, str] | dict[str, str]) -> str:
    parts = []
    for index, words in enumerate(table.values()):
        joined = "|".join(sorted(words.replace("_", r"\s").split(), key=len, reverse=True))
        parts.append(f"(?P<x{index}>{joined})")
    return "|".join(parts)


def _named(prefix: str, table: dict[float, str] | dict[str, str]) -> str:
    return re.sub(r"\(\?P<x", f"(?P<{prefix}", _alternation(table))


_SYMBOL = "|".join(sorted(map(re.escape, SYMBOLS), key=len, reverse=True))
_BEFORE = re.compile(rf"(?<!\w)(?:{_named('h', _HEDGES)})\s?$", re.IGNORECASE)
_AFTER = re.compile(
    rf"(?:{_SP}(?:{_named('s', _SCALES)})\.?(?!\w))?(?:{_SP}(?:de{_SP}|d['’])?(?:(?P<sym>[$€£¥₽])|"
    rf"(?:{_named('u', _UNITS)})(?![^\W\d_가-힣])))?",
    re.IGNORECASE,
)
_FRONT = re.compile(rf"(?:{_SYMBOL}){_SP}$")
_TRIGGER = re.compile(r"(?<![\w.,:/-])\d")
_AFTER_CODE = re.compile(r"[A-Za-z]|[:/]\d|[.,]\d")


def found(text: str, language: str) -> Iterator[Quantity]:
    """The quantities of `text`, in order. Dates must be blanked out of it beforehand."""
    number = _POINT if language == "ko" else _COMMA
    at = 0
    while (trigger := _TRIGGER.search(text, at)) is not None:
        match = number.match(text, trigger.start())
        at = match.end() if match else trigger.end()
        if match and (quantity := _read(text, match, language)):
            yield quantity
            at = max(at, quantity.end)


def _read(text: str, number: re.Match[str], language: str) -> Quantity | None:
    after = _AFTER.match(text, number.end())
    end = after.end() if after else number.end()
    if len(number[0]) > 12 or _AFTER_CODE.match(text, end):
        return None
    front = _FRONT.search(text, max(0, number.start() - 5), number.start())
    start = front.start() if front else number.start()
    value = _value(number[0], language)
    unit = SYMBOLS[front[0].strip(" \u00a0\u202f")] if front else ""
    if after:
        value *= _picked(after, "s", list(_SCALES)) or 1.0
        unit = unit or SYMBOLS.get(after["sym"] or "") or _picked(after, "u", list(_UNITS)) or ""
    hedge = _BEFORE.search(text[max(0, start - 16) : start])
    if hedge:
        word = _picked(hedge, "h", list(_HEDGES)) or a.ABOUT
        start -= len(hedge[0])
        return a.about(start, text[start:end], value, unit, word)
    return a.exact(start, text[start:end], value, unit)


def _value(number: str, language: str) -> float:
    if language == "ko":
        return float(number.replace(",", ""))
    return float(re.sub(r"[.\u00a0\u202f ]", "", number).replace(",", "."))


def _picked(match: re.Match[str], prefix: str, keys: list[_Key]) -> _Key | None:
    """The key whose group of `prefix` took part in the match."""
    return next((key for i, key in enumerate(keys) if match[f"{prefix}{i}"]), None)
