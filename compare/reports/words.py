"""Every word that a report says in its own voice, in the reader's language.

In: a key and values. Out: the sentence in the language that `speaking` set, English by default.
The other languages are gettext catalogues (`locale/LANG.po`, msgctxt = our key, msgid = the
English) which Babel reads when they are first needed: 300 messages take some 20 ms, and nothing
has to be compiled at build time. The language is a context variable, because it belongs to the
reader and not to the values from which a report is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

from compare.reports.english import ENGLISH

LANGUAGES = ("en", "zh-Hans", "zh-Hant")

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
    "left_only": "-",
    "right_only": "+",
}

_language: ContextVar[str] = ContextVar("language", default="en")


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
    return _words()[key].format(**values)


def said(group: str, name: str) -> str:
    """The words for a model value such as `reason.brief`; an unknown value stands for itself."""
    return _words().get(f"{group}.{name}", name)


def count_of_sources(n: int) -> str:
    """`1 source`, `3 sources`."""
    return say("one_source") if n == 1 else say("many_sources", n=n)


def catalogue(language: str) -> dict[str, str]:
    """Key -> words in `language`; a key that the catalogue lacks is missing here too."""
    if language == "en":
        return ENGLISH
    from babel.messages.pofile import read_po

    with files("compare.reports").joinpath("locale", f"{language}.po").open("rb") as file:
        messages = read_po(file)
    return {m.context: str(m.string) for m in messages if m.context and m.string and not m.fuzzy}


@cache
def _catalogue(language: str) -> dict[str, str]:
    return catalogue(language)


def _words() -> dict[str, str]:
    return _catalogue(_language.get())
