"""Dates as publishers write them, and which of several wins."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.options import Options
from compare.sources import read
from compare.sources.date_lines import is_date_line
from compare.sources.drafts import Clue
from compare.sources.published import published


@pytest.mark.parametrize(
    ("where", "text", "expected"),
    [
        ("line", "19/09/2023 - 19:55", "2023-09-19T19:55:00+02:00"),
        ("header", "September 18, 2023", "2023-09-18"),
        ("header", "18 Sept 2023", "2023-09-18"),
        ("header", "18th of September, 2023", "2023-09-18"),
        ("header", "Sept. 18, 2023 3:04 p.m.", "2023-09-18T15:04:00+02:00"),
        ("header", "12:05 am", None),
        ("line", "2023年09月19日", "2023-09-19"),
        ("line", "2023年09月19日 19:55", "2023-09-19T19:55:00+02:00"),
        ("line", "2023年9月19日 下午7点55分", "2023-09-19T19:55:00+02:00"),
        ("line", "2023年9月19日 凌晨12:05", "2023-09-19T00:05:00+02:00"),
        ("header", "2023-09-18T21:16:54.000Z", "2023-09-18T23:16:54+02:00"),
        ("header", "2023-09-18T21:16:54+08:00", "2023-09-18T15:16:54+02:00"),
        ("header", "2023-09-18 21:16", "2023-09-18T21:16:00+02:00"),
        ("header", "2023/9/18 21:16 GMT", "2023-09-18T23:16:00+02:00"),
        ("header", "2023-09-18 21:16:54 +0800", "2023-09-18T15:16:54+02:00"),
        ("header", "Mon, 18 Sep 2023 21:16:54 GMT", "2023-09-18T23:16:54+02:00"),
        ("header", "2023-09-18T00:00:00Z", "2023-09-18"),
        ("header", "18 septembre 2023", "2023-09-18"),
        ("header", "1695147302000", "2023-09-19T20:15:02+02:00"),
        ("epoch", "1695147302", "2023-09-19T20:15:02+02:00"),
        ("epoch", "NaN", None),
        ("epoch", "99999999999999999999", None),
        ("header", "1970-01-01", None),
        ("header", "yesterday", None),
        ("header", "2023-02-30", None),
        ("header", "Mon, 99 Sep 2023 21:16:54 GMT", None),
        ("dateline", "【某报2023年09月19日讯】", "2023-09-19"),
    ],
)
def test_each_shape_of_date_is_read(where: str, text: str, expected: str | None) -> None:
    """A date alone comes out in ISO form, in the outlet's zone; nonsense comes out as none."""
    value = published([Clue(where, text)], None, "Europe/Paris", Options()).value
    assert (value.isoformat() if value else None) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/gb/23/9/18/n1.htm", "2023-09-18"),
        ("https://a.example/cn/%E5%9B%BD/20230919-%E5%B8%83", "2023-09-19"),
        ("https://a.example/x/6-10282023125450.html", "2023-10-28T12:54:50+00:00"),
        ("https://a.example/x/20231028125450.html", "2023-10-28T12:54:50+00:00"),
        ("https://a.example/2023/09/18/x", "2023-09-18"),
        ("https://a.example/news/2015/mar/21/x", "2015-03-21"),
        ("https://a.example/news/aopl/202309190012.aspx", "2023-09-19"),
        ("https://a.example/202309/18/x", "2023-09-18"),
        ("https://a.example/2023-09/18/c_1.htm", "2023-09-18"),
        ("https://a.example/item/12345678", None),
        ("https://[broken", None),
        (None, None),
    ],
)
def test_dates_in_addresses_are_read(url: str | None, expected: str | None) -> None:
    """The common ways to put a day into a path are known; other digits are left alone."""
    value = published([], url, None, Options()).value
    assert (value.isoformat() if value else None) == expected


def test_a_time_beats_a_day_and_places_are_ranked() -> None:
    """A line of the page wins over the header, the header over the crawler's stamp."""
    clues = [
        Clue("epoch", "1695071814000"),
        Clue("header", "2023-09-18T10:00:00Z"),
        Clue("line", "18/09/2023 - 12:30"),
        Clue("dateline", "2023年9月19日"),
    ]
    found = published(clues, "https://a.example/20230918-x", "UTC", Options())
    assert [r.where for r in found.readings] == ["line", "header", "epoch", "url", "dateline"]
    assert [r.agrees for r in found.readings] == [True, True, True, True, False]
    assert found.value == found.readings[0].value


@pytest.mark.parametrize(
    ("zone", "url", "expected"),
    [
        ("Europe/Paris", None, date(2023, 10, 9)),
        ("America/New_York", None, date(2023, 9, 10)),
        ("Europe/Paris", "https://a.example/2023/09/10/x", date(2023, 9, 10)),
    ],
)
def test_day_and_month_are_told_apart(zone: str, url: str | None, expected: date) -> None:
    """09/10/2023 follows another clue if there is one, else the country's habit."""
    assert published([Clue("line", "09/10/2023")], url, zone, Options()).value == expected


def test_absurd_dates_are_ignored_and_noted() -> None:
    """The first day of the epoch is no date of publication, and a note says so."""
    found = published(
        [Clue("epoch", "86400000"), Clue("header", "1900-01-01")], None, None, Options()
    )
    assert found.value is None
    assert found.notes == (
        "ignored the date 86400000 (epoch)",
        "ignored the date 1900-01-01 (header)",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19/09/2023 - 19:55", True),
        ("发布时间：2023年09月19日 19:55", True),
        ("2023年9月19日 星期二", True),
        ("Published Sept. 18, 2023 at 3:04 p.m. Updated Sept. 19, 2023", True),
        ("Monday, September 18, 2023", True),
        ("19:55", False),
        ("2023年9月19日，两国外长会晤。", False),
        ("The talks began on September 18, 2023", False),
        ("x" * 200, False),
    ],
)
def test_a_date_line_holds_nothing_else(text: str, expected: bool) -> None:
    """Labels and weekdays may stand beside the date; a sentence or a bare time may not."""
    assert is_date_line(text, Options()) is expected


_FIRST, _LAST = datetime.fromisoformat("1990-01-02"), datetime.fromisoformat("2099-12-30")


@settings(deadline=None)  # the first call loads a library
@given(st.datetimes(_FIRST, _LAST).map(lambda d: d.replace(microsecond=0)))
def test_iso_times_come_back_as_they_were(moment: datetime) -> None:
    """Any ISO time without a zone is that time in the outlet's zone."""
    found = published([Clue("header", moment.isoformat())], None, "UTC", Options()).value
    assert found is not None
    assert found.isoformat()[:10] == moment.isoformat()[:10]


@settings(deadline=None)  # the first call loads a library
@given(
    st.text(max_size=120), st.sampled_from(["line", "meta", "header", "epoch", "url", "dateline"])
)
def test_no_text_breaks_the_reading_of_dates(text: str, where: str) -> None:
    """Whatever stands where a date should be, a date or nothing comes back."""
    found = published([Clue(where, text)], text, "Asia/Taipei", Options())
    assert found.value is None or found.value.year >= 1990


@pytest.mark.parametrize(
    ("text", "zone", "zoned"),
    [
        ("2023-09-18T21:16:54Z", None, True),
        ("2023-09-18T21:16:54+08:00", None, True),
        ("2023-09-18 21:16", "Asia/Shanghai", True),
        ("2023-09-18 21:16", None, False),
        ("2023-09-18", None, True),
    ],
)
def test_an_hour_says_whether_its_zone_is_known(text: str, zone: str | None, zoned: bool) -> None:
    """An hour without a zone, of an outlet without one, is read as UTC and marked as a guess."""
    assert published([Clue("header", text)], None, zone, Options()).zoned is zoned


@pytest.mark.parametrize(
    ("name", "text", "changed"),
    [
        ("a.txt", "title: A\ndate: {p}\nupdated: {c}\n\n{body}\n", True),
        ("a.txt", "title: A\ndate: {p}\ncrawled_at: {c}\n\n{body}\n", False),
        ("a.md", "---\ntitle: A\ndate: {p}\nlast_modified: {c}\n---\n\n{body}\n", True),
        ("a.txt", "title: A\ndate: {p}\n更新时间：{c}\n\n{body}\n", True),
    ],
)
def test_an_article_says_when_it_was_changed(
    tmp_path: Path, name: str, text: str, changed: bool
) -> None:
    """The moment of a change is kept beside that of publication; that of a capture is none."""
    body = "The council of Tarn voted to close the old harbour, by nine votes to four."
    moments = {"p": "2024-05-06T08:00:00Z", "c": "2024-05-07T09:00:00Z"}
    (tmp_path / name).write_text(text.format(body=body, **moments), "utf-8")
    (article,) = read(tmp_path / name)
    later = datetime(2024, 5, 7, 9, tzinfo=UTC)
    assert article.published == datetime(2024, 5, 6, 8, tzinfo=UTC)
    assert (article.changed, article.captured) == (later if changed else None, later)
