"""Dates in the other languages, and the less common forms of Chinese and English."""

from __future__ import annotations

from datetime import date

import pytest

from compare.reading.slots import dates

PUBLISHED = date(2023, 9, 19)  # a Tuesday


def _isos(text: str, language: str) -> list[str]:
    return [s.iso for s in dates(text, language, PUBLISHED)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le lundi 18 septembre 2023", ["2023-09-18", "2023-09-18"]),
        ("fr", "hier, le 1er mai, en février 2022", ["2023-09-18", "2023-05-01", "2022-02"]),
        ("fr", "du 16 au 17 septembre, en 2016", ["2023-09-16/2023-09-17", "2016"]),
        ("fr", "sept personnes le 20 sept. 2022", ["2022-09-20"]),
        ("de", "Am Montag, 18.09.2023, gestern", ["2023-09-18", "2023-09-18", "2023-09-18"]),
        ("de", "16.-17. September, heute Morgen", ["2023-09-16/2023-09-17", "2023-09-19"]),
        ("es", "El lunes 18 de septiembre de 2023", ["2023-09-18", "2023-09-18"]),
        ("it", "ieri, 18 settembre", ["2023-09-18", "2023-09-18"]),
        ("pt", "18 de setembro de 2023, ontem", ["2023-09-18", "2023-09-18"]),
        ("nl", "maandag 18 september", ["2023-09-18", "2023-09-18"]),
        ("pl", "18 września 2023, we wrześniu, w maju", ["2023-09-18", "2023-09", "2023-05"]),
        ("ru", "18 сентября, вчера", ["2023-09-18", "2023-09-18"]),
        ("ru", "в сентябре, в мае", ["2023-09", "2023-05"]),
        ("tr", "18 Eylül 2023, dün", ["2023-09-18", "2023-09-18"]),
        ("ar", "18 سبتمبر 2023، أمس", ["2023-09-18", "2023-09-18"]),
        ("ja", "2023年9月18日、月曜日、昨年11月", ["2023-09-18", "2023-09-18", "2022-11"]),
        ("ja", "先週、来年、18日", ["2023-09-11/2023-09-17", "2024", "2023-09-18"]),
        ("ko", "2023년 9월 18일 월요일", ["2023-09-18", "2023-09-18"]),
        ("ko", "지난해 11월, 어제, 지난주", ["2022-11", "2023-09-18", "2023-09-11/2023-09-17"]),
        ("ko", "9월 16∼17일, 16∼17일", ["2023-09-16/2023-09-17", "2023-09-16/2023-09-17"]),
        ("ko", "2016년, 내년, 18일", ["2016", "2024", "2023-09-18"]),
        ("ko", "지난달, 지난주 금요일", ["2023-08", "2023-09-15"]),
        ("ko", "오늘 9월", ["2023-09-19", "2023-09"]),
    ],
)
def test_other_languages(language: str, text: str, expected: list[str]) -> None:
    """Days, months, weekdays and the words for yesterday are read in every encoder language."""
    assert _isos(text, language) == expected


@pytest.mark.parametrize("language", ["fr", "ko", "ru"])
def test_other_languages_without_a_day(language: str) -> None:
    """Without a day of publication only full dates are found, in every language."""
    text = {"fr": "lundi, hier, en mai", "ko": "월요일, 어제, 5월", "ru": "вчера, в мае"}[language]
    assert dates(text, language, None) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本月底", ["2023-09-21/2023-09-30"]),
        ("前一天的2023年5月", ["2023-05"]),
        ("2023年5月1日，前一天", ["2023-05-01", "2023-04-30"]),
        ("三天后", []),
        ("2023年5月1日会面，三天后再会", ["2023-05-01", "2023-05-04"]),
        ("几天前", ["2023-09-09/2023-09-19"]),
        ("2023年早些时候", ["2023-01-01/2023-09-19"]),
        ("2022年早些时候", ["2022-01-01/2022-03-31"]),
        ("11月至2月", ["2023-11-01/2024-02-29"]),
        ("11月5日至12月6日", ["2023-11-05/2023-12-06"]),
        ("2022年10月，次月", ["2022-10", "2022-11"]),
        ("本周末和下周末", ["2023-09-23/2023-09-24", "2023-09-30/2023-10-01"]),
        ("30日至10月2日", ["2023-08-30/2023-10-02"]),
        ("将于30日抵达", ["2023-09-30"]),
        ("于五日抵达", ["2023-09-05"]),
        ("于18号抵达", ["2023-09-18"]),
        ("二十一世纪10年代", ["2010-01-01/2019-12-31"]),
        ("周一（今天）", ["2023-09-18", "2023-09-19"]),
        ("去年12月1日，12月5日", ["2022-12-01", "2022-12-05"]),
    ],
)
def test_chinese_edges(text: str, expected: list[str]) -> None:
    """Rarer Chinese forms lean on the date before them, or on none."""
    assert _isos(text, "zh-Hans") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("September to November 2022", ["2022-09-01/2022-11-30"]),
        ("November to January 2023", ["2022-11-01/2023-01-31"]),
        ("next May, this September", ["2024-05", "2023-09"]),
        ("On Dec. 1, 2022 and Dec. 5", ["2022-12-01", "2022-12-05"]),
        ("a quarter later this quarter", ["2023-09-19/2023-09-30"]),
        ("last quarter, the past month", ["2023-04-01/2023-06-30", "2023-08-01/2023-09-19"]),
        ("this past weekend, next weekend", ["2023-09-16/2023-09-17", "2023-09-30/2023-10-01"]),
        ("early next month, by year-end", ["2023-10-01/2023-10-10", "2023-10-01/2023-12-31"]),
        ("the coming Thursday, this Friday", ["2023-09-21", "2023-09-22"]),
        ("a few weeks ago, a fortnight ago", ["2023-08-05/2023-09-19", "2023-09-04/2023-09-10"]),
        ("Sept. 18 (Monday)", ["2023-09-18", "2023-09-18"]),
        ("Next winter", ["2024-12-01/2025-02-28"]),
        ("the third quarter of next year", ["2024-07-01/2024-09-30"]),
        ("in recent days, on the same day", ["2023-09-09/2023-09-19"]),
        ("will meet over the weekend", ["2023-09-23/2023-09-24"]),
        ("scheduled for February", ["2024-02"]),
        ("2020 to 2022", ["2020-01-01/2022-12-31"]),
    ],
)
def test_english_edges(text: str, expected: list[str]) -> None:
    """Rarer English forms resolve against publication or the date before them."""
    assert _isos(text, "en") == expected
