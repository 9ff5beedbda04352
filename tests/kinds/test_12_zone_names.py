"""The name of a time zone behind the time is read, and one of several meanings is settled by the
outlet or left open with a note; it is never taken for UTC (gofeed#94, node-feedparser#85).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.written import headed, same

SIBLINGS = [
    ("July 9, 2021 6:45 PM ET", "Korvald Post", "2021-07-09T18:45:00-04:00"),
    ("January 9, 2021 6:45 PM ET", "Korvald Post", "2021-01-09T18:45:00-05:00"),
    ("Updated 9:12 AM PT, Fri July 9, 2021", "Korvald Post", "2021-07-09T09:12:00-07:00"),
    ("July 9, 2021 at 6:45 a.m. EDT", "Korvald Post", "2021-07-09T06:45:00-04:00"),
    ("Fri, 09 Jul 2021 06:45:00 EST", "Korvald Post", "2021-07-09T06:45:00-05:00"),
    ("Jul 9, 2021, 6:45pm MDT", "Korvald Post", "2021-07-09T18:45:00-06:00"),
    ("9 July 2021 18.45 BST", "Korvald Post", "2021-07-09T18:45:00+01:00"),
    ("Fri 9 Jul 2021 18:45 AEST", "Korvald Post", "2021-07-09T18:45:00+10:00"),
    ("2021-01-09 18:45 ACDT", "Korvald Post", "2021-01-09T18:45:00+10:30"),
    ("2021-01-09 18:45 NZDT", "Korvald Post", "2021-01-09T18:45:00+13:00"),
    ("9 July 2021 18:45 CEST", "Korvald Post", "2021-07-09T18:45:00+02:00"),
    ("9 July 2021 18:45 PKT", "Korvald Post", "2021-07-09T18:45:00+05:00"),
    ("9 July 2021 20h05", "RFI", "2021-07-09T20:05:00+02:00"),
    ("9 juillet 2021 à 20h05", "RFI", "2021-07-09T20:05:00+02:00"),
    ("9 July 2021 18:45 UTC+8", "Korvald Post", "2021-07-09T18:45:00+08:00"),
    ("9 July 2021 18:45 GMT-0330", "Korvald Post", "2021-07-09T18:45:00-03:30"),
    ("18:45 GMT, 9 July 2021", "Korvald Post", "2021-07-09T18:45:00+00:00"),
    ("9 July 2021 6:45 pm Eastern Time", "Korvald Post", "2021-07-09T18:45:00-04:00"),
    ("2021年7月9日 北京时间18:45", "BBC", "2021-07-09T18:45:00+08:00"),
    ("2021年7月9日 18:45（美东时间）", "新华社", "2021-07-09T18:45:00-04:00"),
    ("9 July 2021 18:45 IST", "The Hindu", "2021-07-09T18:45:00+05:30"),
    ("2021-07-09 18:45 CST", "新华社", "2021-07-09T18:45:00+08:00"),
    # controls
    ("9 July 2021 18:45", "BBC", "2021-07-09T18:45:00+01:00"),
    ("9 July 2021 18:45 Z", "Korvald Post", "2021-07-09T18:45:00+00:00"),
    ("2021-07-09T18:45:00+03:00", "Korvald Post", "2021-07-09T18:45:00+03:00"),
    ("9 July 2021 18:45 EDITION", "BBC", "2021-07-09T18:45:00+01:00"),
]
OPEN = ["9 July 2021 18:45 IST", "9 July 2021 18:45 QXT", "9 July 2021, 6:45 PM Zubrovia time"]


@pytest.mark.parametrize(("written", "outlet", "time"), SIBLINGS)
def test_a_named_zone_counts(tmp_path: Path, written: str, outlet: str, time: str) -> None:
    """The time is that of the zone it names, and of the outlet's zone when it names none."""
    assert same(headed(tmp_path, written, outlet), time)


@pytest.mark.parametrize("written", OPEN)
def test_a_zone_that_says_too_little_is_noted(tmp_path: Path, written: str) -> None:
    """The day stands, the hour is not given out as one of UTC, and a note repeats the words."""
    article = headed(tmp_path, written, "Korvald Post")
    assert not same(article, "2021-07-09T18:45:00+00:00")
    assert article.day is not None
    assert article.day.isoformat() == "2021-07-09"
    assert any(written in note for note in article.notes)
