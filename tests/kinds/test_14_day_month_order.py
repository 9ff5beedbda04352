"""Day and month in figures follow the outlet's habit or stay open, years of two digits are read,
and no date vanishes without a note (datefinder#95, dateparser#854).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.written import DE, headed, same, stamp, whole

SIBLINGS = [
    ("7/8/19", "New York Times", "2019-07-08"),
    ("7/8/19", "BBC", "2019-08-07"),
    ("07-08-2019", "Washington Post", "2019-07-08"),
    ("07/08/2019", "Guardian", "2019-08-07"),
    ("23/8/19", "New York Times", "2019-08-23"),
    ("8/23/19", "BBC", "2019-08-23"),
    ("7.8.19", "Spiegel", "2019-08-07"),
    ("7. 8. 2019", "Spiegel", "2019-08-07"),
    ("19年8月7日", "新华社", "2019-08-07"),
    ("19-08-07", "新华社", "2019-08-07"),
    ("'19年8月7日", "新华社", "2019-08-07"),
    ("7 Aug 19", "BBC", "2019-08-07"),
    ("07-Aug-19 17:20", "BBC", "2019-08-07T17:20:00+01:00"),
    ("Aug. 7, '19", "New York Times", "2019-08-07"),
    ("7/8/99", "BBC", "1999-08-07"),
    ("07.08.2019 17:20 Uhr", "Spiegel", "2019-08-07T17:20:00+02:00"),
    # controls
    ("2019/07/08", "New York Times", "2019-07-08"),
    ("2019-07-08", "BBC", "2019-07-08"),
    ("1565186400", "BBC", "2019-08-07T14:00:00+00:00"),
    ("8/8/2019", "Korvald Post", "2019-08-08"),
]
UNREAD = [
    ("2019-08-0 12:30", "BBC"),
    ("2019-13-41", "BBC"),
    ("31/02/2019", "BBC"),
    ("Smarch 7, 2019", "New York Times"),
    ("last Tuesday", "BBC"),
    ("0000-00-00 00:00:00", "BBC"),
]


@pytest.mark.parametrize(("written", "outlet", "day"), SIBLINGS)
def test_figures_follow_the_habit_of_the_outlet(
    tmp_path: Path, written: str, outlet: str, day: str
) -> None:
    """The order is that of the outlet's country wherever the figures do not settle it."""
    assert same(headed(tmp_path, written, outlet), day)


@pytest.mark.parametrize(("written", "outlet"), UNREAD)
def test_a_date_that_cannot_be_read_is_noted(tmp_path: Path, written: str, outlet: str) -> None:
    """Nothing is guessed from the rest of it, and a note repeats what was written."""
    article = headed(tmp_path, written, outlet)
    assert stamp(article) is None
    assert any(written in note for note in article.notes)


def test_the_order_is_left_open_where_nobody_knows_the_outlet(tmp_path: Path) -> None:
    """7 August and 8 July are both possible: no date, and a note with both."""
    article = headed(tmp_path, "07/08/2019", "Korvald Post")
    assert stamp(article) is None
    assert any("07/08/2019" in note for note in article.notes)


def test_another_date_settles_the_order(tmp_path: Path) -> None:
    """A dateline in the text says which of both it is."""
    text = (
        "Title: Bridge closed\nDate: 07/08/2019\nSource: Korvald Post\n\n"
        "KORVALD, Aug 7 (Reuters) - The bridge was closed to lorries, the authority said.\n"
    )
    assert stamp(whole(tmp_path, text)) == "2019-08-07"


def test_the_language_settles_the_order(tmp_path: Path) -> None:
    """German writes the day first, whoever the outlet is."""
    assert stamp(headed(tmp_path, "7.8.2019", "Korvalder Bote", body=DE)) == "2019-08-07"
