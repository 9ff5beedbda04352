"""Every word that a report or a sheet says in its own voice, in the reader's language.

In: a key and values. Out: the sentence in the language that `speaking` set, English by default;
dates and numbers by the CLDR data of Babel; names, rules and values of a comparison. The words of
every language stand in a gettext catalogue (`locale/LANG.po`, msgctxt = our key, msgid = the
English). We read it ourselves when it is first needed: 2 ms, where Babel takes ten times that, so
that an error is said at once, and nothing has to be compiled. The language is a context variable,
because it belongs to the reader and not to the values from which a report is made.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from compare.model import Claim, Comparison, Discrepancy

LANGUAGES = ("en", "zh-Hans", "zh-Hant")
# English as most of the world reads it (19 Sept 2023), because 9/19 and 19/9 are easily confused
LOCALES = {"en": "en_GB", "zh-Hans": "zh_Hans_CN", "zh-Hant": "zh_Hant_TW"}

MOST_FACTS = 12  # key facts that a report shows unasked: as many as a reader takes in at once

MARKS: dict[str, str] = {
    "included": "●",
    "partial": "◐",
    "conflicts": "✗",
    "unclear": "?",
    "absent": "·",
    "kept": "●",
    "softened": "◐",
    "contradicted": "✗",
    "dropped": "·",
    "both": "=",
    "moved": "~",
    "differs": "≠",
    "same_subject": "≈",
    "elsewhere": "^",
    "left_only": "-",
    "right_only": "+",
}

_language: ContextVar[str] = ContextVar("language", default="en")
_MESSAGE = re.compile(r"^msgctxt (.+)\nmsgid ((?:\".*\"\n)+)msgstr ((?:\".*\"\n)+)", re.MULTILINE)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Everything said inside is in `language`, one of LANGUAGES."""
    before = _language.set(language)
    try:
        yield
    finally:
        _language.reset(before)


def use_language(language: str) -> None:
    """Everything said from now on in this context is in `language`, one of LANGUAGES."""
    _language.set(language)


def locale_language(environment: Mapping[str, str]) -> str:
    """The one of LANGUAGES that the locale of the environment asks for, else English."""
    names = (environment.get(key) for key in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, names), "").split(".")[0].split("@")[0]
    if not name.startswith("zh"):
        return "en"
    from babel import Locale, UnknownLocaleError

    try:
        script = Locale.parse(name).script or Locale.parse(name, resolve_likely_subtags=True).script
    except (UnknownLocaleError, ValueError):
        script = None
    return "zh-Hant" if script == "Hant" else "zh-Hans"


def language() -> str:
    """The language that reports speak now, one of LANGUAGES."""
    return _language.get()


def say(key: str, **values: object) -> str:
    """The words for `key` with `values` put in; a KeyError is a bug."""
    return catalogue(language())[key].format(**values)


def said(group: str, name: str) -> str:
    """The words for a model value such as `reason.brief`; an unknown value stands for itself."""
    return catalogue(language()).get(f"{group}.{name}", name)


@cache
def catalogue(language: str) -> dict[str, str]:
    """Key -> words in `language`; where a translation is empty the English stands."""
    path = Path(__file__).parent / "locale" / f"{language}.po"
    found = _MESSAGE.findall(path.read_text("utf-8"))
    return {_string(key): _string(words) or _string(english) for key, english, words in found}


def _string(lines: str) -> str:
    """The text of a quoted string, which may run over several lines."""
    return str(json.loads(lines.replace('"\n"', "")))


def count_of_sources(n: int) -> str:
    """`1 source`, `3 sources`."""
    return say("one_source") if n == 1 else say("many_sources", n=n)


def locale() -> str:
    """Babel's name for the language of the report."""
    return LOCALES[language()]


def day(value: date) -> str:
    """`19 Sept 2023`, `2023年9月19日`."""
    from babel.dates import format_date

    return str(format_date(value, "medium", locale()))


def when(value: datetime | date | None) -> str:
    """A publication date for people: to the minute with the offset of the outlet's own clock, or
    the day, or `no date`.
    """
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


def address_words(url: str) -> str:
    """An address with letters instead of their codes, if it stays one word."""
    read = unquote(url)
    return read if read.isprintable() and not {" ", "\ufffd"} & set(read) else url


def name_words(name: str, comparison: Comparison) -> str:
    """A name in the reader's language when the story's leading entities hold it."""
    held = (e for e in comparison.story.entities if name in (e.name, e.id))
    return next((e.names.get(language(), e.name) for e in held), name)


def origin_words(claim: Claim, comparison: Comparison | None = None) -> str:
    """Whose words a claim is, for people."""
    origin = claim.origin
    if origin.label and language() == "en":
        return origin.label
    kind = said("origin", origin.kind)
    if origin.speaker is None:
        return kind
    name = origin.speaker if comparison is None else name_words(origin.speaker, comparison)
    return say("origin.speaker", speaker=name, kind=kind)


def note_words(found: Discrepancy) -> str:
    """The rule by which sides differ. A note reads `rule: span is value; …`; the sides show spans
    and values anyway, so that in other languages than English the rule alone is said.
    """
    rule = found.note.partition(": ")[0].partition(" (")[0]
    words = said("rule", rule)
    return found.note if language() == "en" or words == rule else words
