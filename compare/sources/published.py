"""Clues -> the date of publication, and every other date that was found.

In: dates as written (`Clue`), the URL, the outlet's time zone, the language. Out: `Published`. The
first in this order wins; a time of day beats a bare day whatever its place:

    line     a line of the page that is only a date
    meta     the page's own metadata
    header   front matter or a `key: value` header
    iso      an ISO time line of a digest
    epoch    an aggregator's time stamp, which may be the time of its crawl
    page     a date that a carrying page gives
    url      a date in the address
    dateline a date in 【…讯】 and its like: often the next day's paper
    end      a date alone below the text, as official texts are signed
    guess    what trafilatura takes for the date of a page that does not declare one
    changed  a line or field that says when the text was changed: only when there is nothing else

A line of the page stands first because it is what a reader saw; time stamps of crawlers do not.
Times without a zone are read in the outlet's zone (UTC if it has none); others are moved to it, so
that the day is the outlet's day. Midnight sharp in machine-made places means "no time given".

`written` reads the shapes; here is what they mean. Of day/month and month/day the one counts that
another date confirms, else the habit of the outlet's country or language; where nobody knows that,
the date stays open. Of a zone with several meanings the outlet decides, else the day alone is kept.
A date without a year takes it from another that has the same month and day, the name of the file
included. Whatever was written and not read becomes a note, with its text. dateparser is asked last,
for scripts whose months we do not list, without its relative dates, which need a clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from pathlib import PurePath
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from compare.model import DateReading
from compare.options import Options
from compare.resources.dates import (
    DAY_FIRST,
    MONTH_FIRST,
    MONTHS,
    YEAR_FIRST,
    Home,
    is_here,
    order_of,
    zone_named,
)
from compare.sources.date_lines import is_change, without_dates
from compare.sources.drafts import Clue
from compare.sources.written import Moment, YearLess, moments, without_year

ORDER = (
    "line", "meta", "header", "iso", "epoch", "page", "url", "dateline", "end", "guess", "changed",
)  # fmt: skip
_FREE = ("meta", "header", "line")  # written for people, in any language
_TOLD = ("line", "meta", "header", "iso", "epoch", "page")  # what is noted when it is not read
# every language more costs a parser that fails on all of them
_LANGUAGES = ("ja", "ko", "ar", "th")
_URL_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"(?<!\d)(?P<year>20\d\d)(?P<mon>[01]\d)(?P<day>[0-3]\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?P<second>[0-5]\d)(?!\d)",
        r"(?<!\d)(?P<mon>[01]\d)(?P<day>[0-3]\d)(?P<year>20\d\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?P<second>[0-5]\d)(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[/_-](?P<mon>[01]?\d)[/_-](?P<day>[0-3]?\d)(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mon>[01]\d)/?(?P<day>[0-3]\d)(?:\d{4})?(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[/_-](?P<mon>[01]\d)(?P<day>[0-3]\d)(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)[/-](?P<month>[a-z]{3,9})[/-](?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<mon>[01]\d)/(?P<day>[0-3]\d)(?!\d)",
        r"/(?P<year>[0-4]\d)/(?P<mon>1[0-2]|0?[1-9])/(?P<day>[0-3]?\d)/",
    )
)
_PARSED = re.compile(
    r"(\d{4}), (\d{1,2}), (\d{1,2}), (\d{1,2}), (\d{1,2})(?:, (\d{1,2}))?(?:, \d+)*"
)
_CLOCK = ("hour", "minute", "second")
Value = datetime | date


@dataclass(frozen=True, slots=True)
class Published:
    """The date that won (or None), all readings in order of trust, and notes on absurd ones.

    `zoned` is False where nobody knows the zone of its hour, which is then read as UTC.
    """

    value: datetime | date | None
    readings: tuple[DateReading, ...] = ()
    notes: tuple[str, ...] = ()
    zoned: bool = True


@dataclass(frozen=True, slots=True)
class _Read:
    """What a clue may mean: values by the order of their figures, or why there is none."""

    clue: Clue
    values: tuple[tuple[str, Value], ...]
    separator: str = ""
    note: str = ""
    bare: YearLess | None = None


def published(
    clues: Iterable[Clue],
    url: str | None,
    timezone_name: str | None,
    options: Options,
    language: str = "",
    file: str = "",
) -> Published:
    """The date of publication by the order of the module; times are in the outlet's zone.

    `file` is the name of the file, which may say the year that a date leaves out.
    """
    home = Home(timezone_name, language, url)
    given = [*clues, *([Clue("url", url)] if url else [])]
    read = [one for clue in given for one in _reads(clue, home, options)]
    known = _known(read, given, file, options)
    settled: list[tuple[Clue, Value, bool]] = []
    notes: list[str] = []
    for one in read:
        value, note = _settle(one, known, home, options)
        if value is not None:
            zoned = not isinstance(value, datetime) or bool(value.tzinfo or home.zone)
            settled.append((one.clue, _local(value, home), zoned))
        notes += [note] if note else []
    return _choose(settled, tuple(dict.fromkeys(notes)))


def _choose(settled: list[tuple[Clue, Value, bool]], notes: tuple[str, ...]) -> Published:
    """The first by the order of the module, and all as readings."""
    settled = sorted(
        settled,
        key=lambda cv: (
            cv[0].where == "changed",
            not isinstance(cv[1], datetime),
            ORDER.index(cv[0].where),
        ),
    )
    if not settled:
        return Published(None, (), notes)
    _, winner, zoned = settled[0]
    readings = tuple(
        DateReading(value, clue.where, clue.text.strip()[:200], _day(value) == _day(winner))
        for clue, value, _ in settled
    )
    return Published(winner, readings, notes, zoned)


def _known(
    read: Sequence[_Read], given: Sequence[Clue], file: str, options: Options
) -> tuple[frozenset[date], frozenset[tuple[int, int]]]:
    """Days that are sure, and months with days that some date without a year names."""
    sure = {_day(one.values[0][1]) for one in read if len({_day(v) for _, v in one.values}) == 1}
    named = {_day(value) for value in _in_path(PurePath(file).name)}
    partial = [without_year(clue.text[: options.date_head]) for clue in given]
    return frozenset(sure | named), frozenset((f.month, f.day) for f in partial if f)


def _settle(
    one: _Read,
    known: tuple[frozenset[date], frozenset[tuple[int, int]]],
    home: Home,
    options: Options,
) -> tuple[Value | None, str]:
    """The value of a clue, or None and a note where it has none that can be told."""
    sure, bare = known
    said = one.clue.text.strip()[:_NOTED]
    sane = [
        (order, v) for order, v in one.values if options.first_year <= v.year <= options.last_year
    ]
    if one.values and not sane:
        return None, f"ignored the date {said} ({one.clue.where})"
    if not sane:
        return _completed(one, sure, home) or (None, one.note)
    for _, value in sane:
        if len(sane) > 1 and (_day(value) in sure or (value.month, value.day) in bare):
            return value, one.note
    if len({_day(value) for _, value in sane}) == 1:
        return sane[0][1], one.note
    first = order_of(home, one.separator)
    fits = [value for order, value in sane if order == first]
    if fits:
        return fits[0], one.note
    days = " or ".join(dict.fromkeys(_day(value).isoformat() for _, value in sane))
    return None, f"whether day or month stands first in {said} ({one.clue.where}) is open: {days}"


def _day(value: datetime | date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _local(value: Value, home: Home) -> Value:
    """`value` in the outlet's zone; where that is unknown in its own, UTC when it names none."""
    if not isinstance(value, datetime):
        return value
    zone = ZoneInfo(home.zone) if home.zone else None
    whole = value.replace(microsecond=0)
    try:
        if whole.tzinfo is None:
            return whole.replace(tzinfo=zone or UTC)
        return whole.astimezone(zone) if zone else whole
    except (OverflowError, ValueError):
        return value.date()


def _completed(one: _Read, sure: frozenset[date], home: Home) -> tuple[Value, str] | None:
    """A date without a year, with that of another on the same day of the same month."""
    if one.bare is None:
        return None
    same = sorted(d for d in sure if (d.month, d.day) == (one.bare.month, one.bare.day))
    return (_timed(same[-1], one.bare.moment, home)[0], "") if same else None


_NOTED = 60  # characters of a date that a note repeats


def _reads(clue: Clue, home: Home, options: Options) -> list[_Read]:
    """What a clue may mean; of two dates in it the one counts that is not of a change."""
    if clue.where == "epoch":
        return [_plain(clue, _epoch(clue.text))]
    if clue.where == "url":
        return [_plain(clue, _in_url(clue.text))]
    text = clue.text.strip()
    if (found := _iso(text) or _parsed(text)) is not None:
        return [_plain(clue, (_without_midnight(found),))]
    head = text[: options.date_head]
    shaped = moments(head)
    if shaped:
        changes = is_change(head, shaped)
        first = changes.index(False) if False in changes else 0
        where = "changed" if changes[first] and clue.where == "line" else clue.where
        one = _of_moment(Clue(where, clue.text), shaped[first], home)
        return [one if one.note or not _is_left(head, shaped, where) else _half(one)]
    bare = without_year(head)
    if bare is None and clue.where in _FREE and len(text) <= options.foreign_date:
        return [_plain(clue, _foreign(text))]
    return [replace(_plain(clue, ()), bare=bare)]


def _is_left(text: str, found: list[Moment], where: str) -> bool:
    """Whether figures of a field stand beside its dates, such as an hour that is none."""
    return (
        where in ("meta", "header") and re.search(r"\d\d", without_dates(text, found)) is not None
    )


def _half(found: _Read) -> _Read:
    said = found.clue.text.strip()[:_NOTED]
    return replace(found, note=f"of {said} ({found.clue.where}) only a part was read as a date")


def _plain(clue: Clue, values: tuple[Value, ...]) -> _Read:
    said = clue.text.strip()[:_NOTED]
    note = f"the date {said} ({clue.where}) could not be read"
    wanted = not values and clue.where in _TOLD and said
    return _Read(clue, tuple(("", value) for value in values), note=note if wanted else "")


def _of_moment(clue: Clue, one: Moment, home: Home) -> _Read:
    """The values of a date in its zone, without an hour where the zone is not known."""
    values, note = [], ""
    machine = clue.where in ("meta", "header")
    for order, day in one.days:
        value, known = _timed(day, one, home)
        values.append((order, _without_midnight(value) if machine and not one.late else value))
        if not known:
            said = clue.text.strip()[:_NOTED]
            note = (
                f"the zone {one.zone} of {said} ({clue.where}) may be several; its hour is left out"
            )
    return _Read(clue, tuple(_possible(values, one, home)), one.separator, note)


def _possible(values: list[tuple[str, Value]], one: Moment, home: Home) -> list[tuple[str, Value]]:
    """Without the year in front where the habit is another, unless no other order makes a day."""
    others = [(order, value) for order, value in values if order != YEAR_FIRST]
    elsewhere = order_of(home, one.separator) in (DAY_FIRST, MONTH_FIRST)
    return others if others and elsewhere else values


def _timed(day: date, one: Moment, home: Home) -> tuple[Value, bool]:
    """The day with its hour, and whether its zone is known (or none is named)."""
    if one.clock is None:
        return day, True
    local = datetime.combine(day, one.clock) + timedelta(days=one.late)
    if one.zone is None:
        return local, True
    zone = _offset(one.zone) or zone_named(one.zone, local, home)
    if zone is None:
        return (local, True) if is_here(one.zone) else (day, False)
    return local.replace(tzinfo=zone), True


def _offset(name: str) -> tzinfo | None:
    """The zone of +0800, UTC+8, GMT-3:30; None for a name."""
    match = re.fullmatch(
        r"(?:gmt|utc)?\s?([+−-])\s?(\d{1,2}):?(\d\d)?", name.strip(), re.IGNORECASE
    )
    if not match:
        return None
    apart = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    if apart >= timedelta(days=1):
        return None
    return timezone(apart if match[1] == "+" else -apart)


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


def _parsed(text: str) -> datetime | None:
    """A time as feedparser has it: year to second in UTC, and more behind."""
    match = _PARSED.fullmatch(text)
    if not match:
        return None
    try:
        year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
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


def _in_url(url: str) -> tuple[Value, ...]:
    try:
        parts = urlsplit(url)
        path = unquote(parts.path) + ("?" + unquote(parts.query) if parts.query else "")
    except ValueError:
        return ()
    return _in_path(path)


def _in_path(path: str) -> tuple[Value, ...]:
    for shape in _URL_SHAPES:
        for match in shape.finditer(path):
            got = match.groupdict()
            year = int(got["year"]) + (2000 if len(got["year"]) == 2 else 0)
            month = int(got.get("mon") or 0) or MONTHS.get((got.get("month") or "").lower(), 0)
            hour, minute, second = (int(got.get(key) or 0) for key in _CLOCK)
            try:
                day = date(year, month, int(got["day"]))
                clock = time(hour, minute, second)
                return (datetime.combine(day, clock) if got.get("hour") else day,)
            except ValueError:
                continue
    return ()


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
