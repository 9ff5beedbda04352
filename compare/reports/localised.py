"""Dates and numbers as the reader's language writes them.

In: values. Out: text, by the CLDR data of Babel for the language that `words` speaks. English is
written the way most of the world reads it (`en_GB`: 19 Sept 2023), because 9/19 and 19/9 are
easily taken for each other. Times keep the offset of the outlet's own clock.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from compare.reports.words import language, say

LOCALES = {"en": "en_GB", "zh-Hans": "zh_Hans_CN", "zh-Hant": "zh_Hant_TW"}


def locale() -> str:
    """Babel's name for the language of the report."""
    return LOCALES[language()]


def day(value: date) -> str:
    """`19 Sept 2023`, `2023年9月19日`."""
    from babel.dates import format_date

    return str(format_date(value, "medium", locale()))


def when(value: datetime | date | None) -> str:
    """A publication date for people: to the minute with its offset, or the day, or `no date`."""
    if value is None:
        return say("undated")
    if not isinstance(value, datetime):
        return day(value)
    from babel.dates import format_datetime

    clock = str(format_datetime(value, "HH:mm xxx", locale=locale()))
    return f"{day(value.date())} {clock}"


def percent(share: float) -> str:
    """A share of 0..1 in whole percent."""
    from babel.numbers import format_percent

    return str(format_percent(round(share, 2), locale=locale()))


def decimal(value: float) -> str:
    """A score with its three decimals."""
    return _decimal(value, locale())


@lru_cache(maxsize=4096)
def _decimal(value: float, locale: str) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(value, "0.000", locale=locale))


def count(value: int) -> str:
    """A whole number with the language's grouping."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=locale()))


def language_name(tag: str) -> str:
    """`Simplified Chinese` for zh-Hans; a tag that CLDR does not know stands for itself."""
    from babel import Locale

    names = Locale.parse(locale()).languages
    return str(names.get(tag.replace("-", "_")) or names.get(tag.split("-", maxsplit=1)[0]) or tag)
