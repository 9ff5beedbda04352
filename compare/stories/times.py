"""When articles were published, as the grouping sees it: seconds, uncertainty, and doubts.

In: articles. Out: a `Times`. A day without a time stands at its noon, give or take half a day, so
two such days that touch may be the same moment. A date that cannot be right (later than now, give
or take time zones and a server's clock; or later by years than all that most articles have, when
nobody says what day it is, though an archive may well jump two years; the computer epoch; before
newspapers) counts as no date: such an article joins others by strong evidence only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from compare.model import Article
from compare.options import Options

HALF_DAY = 12 * 3600
_FIRST_NEWS = date(1605, 1, 1)
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Times:
    """Per article: seconds since 1970 (0 when unknown), uncertainty in seconds, whether the time is
    known, and whether its date lies in the future.
    """

    seconds: list[int]
    slack: list[int]
    dated: list[bool]
    future: list[bool]


def times(articles: Sequence[Article], options: Options) -> Times:
    """The times of `articles`; `today` is the day of reading when the caller knows it."""
    horizon = _horizon(articles, options)
    future = [a.day is not None and a.day.toordinal() > horizon for a in articles]
    known = [_plausible(a.day) and not late for a, late in zip(articles, future, strict=True)]
    seconds = [_seconds(a.published) if k else 0 for a, k in zip(articles, known, strict=True)]
    slack = [
        0 if isinstance(a.published, datetime) or not k else HALF_DAY
        for a, k in zip(articles, known, strict=True)
    ]
    return Times(seconds, slack, known, future)


def _plausible(day: date | None) -> bool:
    return day is not None and day >= _FIRST_NEWS and day != _EPOCH


def _horizon(articles: Sequence[Article], options: Options) -> int:
    """The last believable day, as an ordinal."""
    if options.today is not None:
        return options.today.toordinal() + options.story_ahead
    days = sorted(a.day.toordinal() for a in articles if a.day and _plausible(a.day))
    later = [i for i in range(1, len(days)) if days[i] - days[i - 1] > options.story_leap]
    if not later or later[-1] < len(days) / 2:  # most articles are late: then the others are old
        return date.max.toordinal()
    return days[later[-1] - 1]


def _seconds(published: datetime | date | None) -> int:
    if published is None:
        return 0
    if isinstance(published, datetime):
        aware = published if published.tzinfo else published.replace(tzinfo=UTC)
        return int(aware.timestamp())
    return int(datetime.combine(published, time(12), UTC).timestamp())
