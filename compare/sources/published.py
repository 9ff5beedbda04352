"""Clues -> the date of publication, and every other date that was found.

In: dates as written (`Clue`), the URL, the outlet's time zone. Out: `Published`. The first in this
order wins; a time of day beats a bare day whatever its place:

    line     a line of the page that is only a date
    meta     the page's own metadata
    header   front matter or a `key: value` header
    iso      an ISO time line of a digest
    epoch    an aggregator's time stamp, which may be the time of its crawl
    page     a date that a carrying page gives
    url      a date in the address
    dateline a date in 【…讯】 and its like: often the next day's paper
    guess    what trafilatura takes for the date of a page that does not declare one

A line of the page stands first because it is what a reader saw; time stamps of crawlers do not.
Times without a zone are read in the outlet's zone (UTC if it has none); others are moved to it, so
that the day is the outlet's day. Midnight sharp in machine-made places means "no time given".
Shapes are matched here, since publishers use a dozen and a general parser guesses; dateparser is
asked last, for months in other languages, without its relative dates, which need a clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from compare.model import DateReading
from compare.options import Options
from compare.sources.drafts import Clue
from compare.sources.notices import page_words

ORDER = ("line", "meta", "header", "iso", "epoch", "page", "url", "dateline", "guess")
_MONTH_NAMES = (
    "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
    "aug august", "sep sept september", "oct october", "nov november", "dec december",
)  # fmt: skip
_MONTHS = {n: i for i, names in enumerate(_MONTH_NAMES, start=1) for n in names.split()}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_CLOCK = (
    r"(?:[\s,，T–—-]*(?:at\s+)?(?P<half>上午|下午|晚上|凌晨|中午)?\s*"
    r"(?P<hour>[0-2]?\d)\s*(?P<sep>[:：h點点时時])\s*(?P<minute>[0-5]\d)[分]?"
    r"(?:[:：](?P<second>[0-5]\d)(?:\.\d+)?)?\s*(?P<ampm>[ap]\.?m\.?\b)?)?"
    r"(?:\s*(?P<zone>Z\b|GMT|UTC|[+-]\d{2}:?\d{2}\b|E[SD]T\b|P[SD]T\b|C[EN]?S?T\b|BST\b|CEST\b|JST\b|HKT\b|SGT\b|MSK\b))?"
)
_SHAPES = tuple(
    re.compile(shape + _CLOCK, re.IGNORECASE)
    for shape in (
        r"(?P<year>\d{4})\s*年\s*(?P<mon>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号號]",
        r"(?<!\d)(?P<year>\d{4})(?P<d>[-/.])(?P<mon>\d{1,2})(?P=d)(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<first>\d{1,2})(?P<d>[-/.])(?P<other>\d{1,2})(?P=d)(?P<year>\d{4})(?!\d)",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+(?P<year>\d{{4}})(?!\d)",
    )
)
# every language more costs a parser that fails on all of them
_LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl", "pl", "ru", "tr", "ja", "ko", "ar", "th")
_ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "est": -5, "edt": -4, "pst": -8, "pdt": -7, "cest": 2, "cet": 1,
    "bst": 1, "jst": 9, "hkt": 8, "sgt": 8, "msk": 3,
}  # fmt: skip
_URL_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"(?<!\d)(?P<year>20\d\d)(?P<mon>[01]\d)(?P<day>[0-3]\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?P<second>[0-5]\d)(?!\d)",
        r"(?<!\d)(?P<mon>[01]\d)(?P<day>[0-3]\d)(?P<year>20\d\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?P<second>[0-5]\d)(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[/_-](?P<mon>[01]?\d)[/_-](?P<day>[0-3]?\d)(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mon>[01]\d)/?(?P<day>[0-3]\d)(?:\d{4})?(?!\d)",
        rf"(?<!\d)(?P<year>(?:19|20)\d\d)/{_MONTH}/(?P<day>\d{{1,2}})(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<mon>[01]\d)/(?P<day>[0-3]\d)(?!\d)",
        r"/(?P<year>[0-4]\d)/(?P<mon>1[0-2]|0?[1-9])/(?P<day>[0-3]?\d)/",
    )
)
# labels and weekdays that may stand beside a date on its own line
_WORDS_BESIDE = (
    rf"{page_words('dated')}+{page_words('dated_ends')}?|{page_words('date_words')}"
    r"|(?:星期|周|週)[一二三四五六日天]"
    rf"|\b(?:first\s+)?{page_words('date_labels')}\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
)
_BESIDE_WORDS = re.compile(_WORDS_BESIDE, re.IGNORECASE)
_BESIDE = re.compile(rf"{_WORDS_BESIDE}|[\s:：|,，.·()（）/–—-]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Published:
    """The date that won (or None), all readings in order of trust, and notes on absurd ones."""

    value: datetime | date | None
    readings: tuple[DateReading, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """A date in a text: one or (when day and month could change places) two values."""

    values: tuple[datetime | date, ...]
    start: int
    end: int


def published(
    clues: Iterable[Clue], url: str | None, timezone_name: str | None, options: Options
) -> Published:
    """The date of publication by the order of the module; times are in the outlet's zone."""
    zone = ZoneInfo(timezone_name) if timezone_name else None
    raw: list[tuple[Clue, tuple[datetime | date, ...]]] = []
    notes: list[str] = []
    for clue in (*clues, *([Clue("url", url)] if url else [])):
        values = _values(clue, options)
        known = (v for v in values if options.first_year <= v.year <= options.last_year)
        sane = tuple(_local(v, zone) for v in known)
        if sane:
            raw.append((clue, sane))
        elif values:
            notes.append(f"ignored the date {clue.text.strip()[:60]} ({clue.where})")
    return _choose(raw, tuple(notes), american=(timezone_name or "").startswith("America/"))


def is_date_line(text: str, options: Options) -> bool:
    """True for a line that holds one date and nothing else but labels and a weekday."""
    if len(text) > options.date_length:
        return False
    rest = text
    for _ in range(2):
        found = _find(rest, options.date_head)
        if found is None:
            break
        rest = rest[: found.start] + " " + rest[found.end :]
    return rest != text and not _BESIDE.sub("", rest)


def cut_dates(
    text: str, other: re.Pattern[str], options: Options
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A line without its dates, and for each the text before it and the date as written; `other`
    is a further shape, of dates that name their month in another language.
    """
    rest, found = text, []
    for _ in range(options.page_dates):
        shaped = _find(rest, options.date_head)
        named = other.search(rest)
        if shaped is None and named is None:
            break
        span = (shaped.start, shaped.end) if shaped else named.span() if named else (0, 0)
        found.append((rest[: span[0]], rest[span[0] : span[1]].strip()))
        rest = rest[: span[0]] + " | " + rest[span[1] :]
    return rest, tuple(found)


def without_date_words(text: str) -> str:
    """A line without labels of dates, weekdays and marks."""
    return _BESIDE_WORDS.sub(" ", text)


def _choose(
    raw: list[tuple[Clue, tuple[datetime | date, ...]]], notes: tuple[str, ...], *, american: bool
) -> Published:
    certain = {_day(values[0]) for _, values in raw if len(values) == 1}
    settled = [(clue, _settle(values, certain, american=american)) for clue, values in raw]
    settled.sort(key=lambda cv: (not isinstance(cv[1], datetime), ORDER.index(cv[0].where)))
    if not settled:
        return Published(None, (), notes)
    winner = settled[0][1]
    readings = tuple(
        DateReading(value, clue.where, clue.text.strip()[:200], _day(value) == _day(winner))
        for clue, value in settled
    )
    return Published(winner, readings, notes)


def _settle(
    values: tuple[datetime | date, ...], certain: set[date], *, american: bool
) -> datetime | date:
    """Of day/month and month/day, the one another clue confirms, else the habit of the country."""
    for value in values:
        if _day(value) in certain:
            return value
    return values[-1] if american else values[0]


def _day(value: datetime | date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _local(value: datetime | date, zone: tzinfo | None) -> datetime | date:
    """`value` in the outlet's zone; where that is unknown in its own, UTC when it names none."""
    if not isinstance(value, datetime):
        return value
    whole = value.replace(microsecond=0)
    try:
        if whole.tzinfo is None:
            return whole.replace(tzinfo=zone or UTC)
        return whole.astimezone(zone) if zone else whole
    except (OverflowError, ValueError):
        return value.date()


def _values(clue: Clue, options: Options) -> tuple[datetime | date, ...]:
    if clue.where == "epoch":
        return _epoch(clue.text)
    if clue.where == "url":
        return _in_url(clue.text)
    found = _iso(clue.text.strip()) or _email(clue.text)
    if found:
        return (_without_midnight(found),)
    shaped = _find(clue.text, options.date_head)
    if shaped:
        machine = clue.where in ("meta", "header")
        return tuple(_without_midnight(v) if machine else v for v in shaped.values)
    if clue.where not in ("meta", "header", "line") or len(clue.text) > options.foreign_date:
        return ()
    return _foreign(clue.text)


def _epoch(text: str) -> tuple[datetime, ...]:
    try:
        number = float(text)
        seconds = number / 1000 if abs(number) >= 1e11 else number
        return (datetime.fromtimestamp(seconds, UTC),)
    except (ValueError, OverflowError, OSError):
        return ()


def _iso(text: str) -> datetime | date | None:
    if re.fullmatch(r"\d{10}|\d{13}", text):
        return _epoch(text)[0]
    if not re.match(r"\d{4}-?\d\d-?\d\d", text):
        return None
    try:
        return datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text)
    except ValueError:
        return None


def _email(text: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    if not re.match(r"\s*(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{4} \d", text):
        return None
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):  # of a zone or second with twenty digits
        return None


def _without_midnight(value: datetime | date) -> datetime | date:
    if (
        isinstance(value, datetime)
        and value.time() == time(0)
        and value.utcoffset()
        in (
            None,
            timedelta(0),
        )
    ):
        return value.date()
    return value


def _find(text: str, head: int) -> _Found | None:
    for shape in _SHAPES:
        for match in shape.finditer(text[:head]):
            values = _from_match(match)
            if values:
                return _Found(values, match.start(), match.end())
    return None


def _in_url(url: str) -> tuple[datetime | date, ...]:
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return ()
    for shape in _URL_SHAPES:
        for match in shape.finditer(path):
            values = _from_match(match)
            if values:
                return values
    return ()


def _from_match(match: re.Match[str]) -> tuple[datetime | date, ...]:
    got = match.groupdict()
    year = int(got["year"]) + (2000 if len(got["year"]) == 2 else 0)
    if got.get("first"):
        a, b = int(got["first"]), int(got["other"])
        pairs = [(b, a), (a, b)] if a != b else [(a, b)]
    else:
        month = got.get("mon") or _MONTHS[got["month"].lower()]
        pairs = [(int(month), int(got["day"]))]
    clock = _clock(got)
    return tuple(v for m, d in pairs if (v := _value(year, m, d, clock)) is not None)


def _value(year: int, month: int, day: int, clock: time | None) -> datetime | date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return datetime.combine(found, clock) if clock is not None else found


def _clock(got: dict[str, str | None]) -> time | None:
    if not got.get("hour"):
        return None
    hour = int(got["hour"] or 0)
    late = (got.get("half") or "") in ("下午", "晚上") or (got.get("ampm") or "").lower()[:1] == "p"
    if late and hour < 12:
        hour += 12
    elif hour == 12 and ((got.get("ampm") or "").lower()[:1] == "a" or got.get("half") == "凌晨"):
        hour = 0
    try:
        return time(hour, int(got["minute"] or 0), int(got["second"] or 0), tzinfo=_zone(got))
    except ValueError:
        return None


def _zone(got: dict[str, str | None]) -> tzinfo | None:
    name = (got.get("zone") or "").lower()
    if name[:1] in ("+", "-"):
        minutes = int(name[1:3]) * 60 + int(name[-2:])
        return timezone(timedelta(minutes=-minutes if name[0] == "-" else minutes))
    return timezone(timedelta(hours=_ZONES[name])) if name in _ZONES else None


def _foreign(text: str) -> tuple[datetime | date, ...]:
    if not re.search(r"\d{4}", text):
        return ()
    import dateparser

    settings = {
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    try:
        found = dateparser.parse(text, languages=list(_LANGUAGES), settings=settings)
    except (ValueError, OverflowError, TypeError, RecursionError):
        return ()
    return (_without_midnight(found),) if found else ()
