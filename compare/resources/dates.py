"""What dates of publication are written with: zones, months, eras, and habits of countries.

In: `data/dates.toml`, and what is known of an outlet. Out: the zone that a name stands for (of
several the one that the outlet's own zone settles), or that nobody knows; numbers of months;
whether day or month stands first. Offsets are kept where a name says summer or winter (EST is five
hours behind in July too, as mail and feeds have it), places where it does not (ET).
"""

from __future__ import annotations

import tomllib
import zoneinfo
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from compare.resources.words import listed

_TABLES = tomllib.loads(
    files("compare.resources").joinpath("data/dates.toml").read_text(encoding="utf-8")
)
MONTHS: dict[str, int] = {
    name: int(number) for number, names in _TABLES["months"].items() for name in listed(names)
}
WEEKDAYS: frozenset[str] = frozenset(listed(_TABLES["week"]["days"]))
ERAS: dict[str, int] = {
    name: int(years) for years, names in _TABLES["eras"].items() for name in listed(names)
}
LETTERS: dict[str, Sequence[str]] = _TABLES["letters"]
ZONE_WORDS: dict[str, str] = {
    word: place for place, words in _TABLES["words"].items() for word in listed(words)
}
HERE: frozenset[str] = frozenset(listed(_TABLES["here"]["words"]))
DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "day", "month", "year"
_ORDER = {key: frozenset(names.split()) for key, names in _TABLES["order"].items()}


@dataclass(frozen=True, slots=True)
class Home:
    """What is known of where an article comes from: the outlet's zone, language and address."""

    zone: str | None = None
    language: str = ""
    url: str | None = None

    @property
    def tag(self) -> str:
        """The primary tag of the language."""
        return self.language.split("-", maxsplit=1)[0].lower()

    @property
    def top(self) -> str:
        """The last label of the host; empty without an address."""
        try:
            return (urlsplit(self.url or "").hostname or "").rpartition(".")[2].lower()
        except ValueError:
            return ""


def zone_named(name: str, at: datetime, home: Home) -> tzinfo | None:
    """The zone that `name` stands for at the local time `at`; None when nobody can tell."""
    letters, words = name.strip("()（） "), " ".join(name.lower().strip("()（） ").split())
    if letters in LETTERS or letters.upper() in ("UTC", "GMT"):
        return _of_letters(LETTERS[letters if letters in LETTERS else letters.upper()], at, home)
    if words in HERE:
        return ZoneInfo(home.zone) if home.zone else None
    if words in ZONE_WORDS:
        return ZoneInfo(ZONE_WORDS[words])
    if letters in zoneinfo.available_timezones():
        return ZoneInfo(letters)
    place = _cities().get(words.removesuffix(" time").replace(" ", "_"))
    return ZoneInfo(place) if place else None


def is_here(name: str) -> bool:
    """Whether `name` stands for the zone of whoever writes it: local time."""
    return name.lower().strip("()（） ") in HERE


def _of_letters(meanings: Sequence[str], at: datetime, home: Home) -> tzinfo | None:
    known = [_meaning(one) for one in meanings if one != "?"]
    if len(known) == 1:
        return known[0][1]
    own = ZoneInfo(home.zone) if home.zone else _of_language(home.tag)
    if own is not None:
        part = own.key.split("/", maxsplit=1)[0]
        same = own.utcoffset(at)
        for fits in (
            [zone for place, zone in known if place == own.key],
            [zone for _, zone in known if zone.utcoffset(at) == same],
            [zone for place, zone in known if place.split("/", maxsplit=1)[0] == part],
        ):
            if fits:
                return fits[0]
    return None if "?" in meanings else known[0][1]


def _of_language(tag: str) -> ZoneInfo | None:
    """Where a language is written above all; for letters that mean several zones."""
    place = _TABLES["home"].get(tag)
    return ZoneInfo(place) if place else None


def _meaning(one: str) -> tuple[str, tzinfo]:
    place, _, offset = one.partition(" ")
    return place, _fixed(offset) if offset else ZoneInfo(place)


def _fixed(offset: str) -> timezone:
    hours, _, minutes = offset[1:].partition(":")
    apart = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-apart if offset[0] == "-" else apart)


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """Cities of the time zone database, in small letters, and their zone."""
    return {
        name.rpartition("/")[2].lower(): name
        for name in sorted(zoneinfo.available_timezones())
        if "/" in name and not name.startswith(("Etc/", "SystemV/"))
    }


def order_of(home: Home, separator: str) -> str | None:
    """Which part of a date in figures stands first; None where nobody knows.

    Points part day and month in countries that write the day first.
    """
    if home.zone in _ORDER["month_first"] and home.tag not in _ORDER["day_first_languages"]:
        return MONTH_FIRST
    if home.zone in _ORDER["year_first"] or home.tag in _ORDER["year_first_languages"]:
        return YEAR_FIRST
    if home.tag in _ORDER["day_first_languages"]:
        return DAY_FIRST
    if home.zone in _ORDER["open"]:
        return None
    if home.zone not in (None, "UTC") or separator == "." or home.top in _ORDER["day_first_hosts"]:
        return DAY_FIRST
    return MONTH_FIRST if home.top in _ORDER["month_first_hosts"] else None
