"""Dates in Chinese and English: what each expression means, and that spans stay exact."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.reading.slots import dates

PUBLISHED = date(2023, 9, 19)  # a Tuesday

CHINESE = """
双方2023年9月18日会面|2023年9月18日=2023-09-18
雙方於民國112年9月18日會面|民國112年9月18日=2023-09-18
二〇二三年九月十八日，北京|二〇二三年九月十八日=2023-09-18
会谈９月１８日举行|９月１８日=2023-09-18
补给任务于10 月 22 日受阻|10 月 22 日=2023-10-22
他19日下午抵达|19日=2023-09-19
他30日抵达|30日=2023-08-30
总统十八日发表讲话|十八日=2023-09-18
会谈9月16至17日举行|9月16至17日=2023-09-16/2023-09-17
会谈9月16日-17日举行|9月16日-17日=2023-09-16/2023-09-17
今年5月10日至11日在维也纳|今年5月10日至11日=2023-05-10/2023-05-11
2022年12月30日至2023年1月2日|2022年12月30日至2023年1月2日=2022-12-30/2023-01-02
会议将于16至17日举行|16至17日=2023-09-16/2023-09-17
去年11月14日和15日|去年11月14日=2022-11-14 15日=2022-11-15
峰会明年11月举行|明年11月=2024-11
去年十一月在巴厘岛|去年十一月=2022-11
在2月击落气球|2月=2023-02
将于2月访问|2月=2024-02
2月至4月的数据|2月至4月=2023-02-01/2023-04-30
9月中旬|9月中旬=2023-09-11/2023-09-20
今年第三季度|今年第三季度=2023-07-01/2023-09-30
2023年上半年|2023年上半年=2023-01-01/2023-06-30
上半年、第三季度|上半年=2023-01-01/2023-06-30 第三季度=2023-07-01/2023-09-30
前三季度|前三季度=2023-01-01/2023-09-30
去年底|去年底=2022-10-01/2022-12-31
明年春天|明年春天=2024-03-01/2024-05-31
自2016年以来|2016年=2016
2020年至2022年|2020年至2022年=2020-01-01/2022-12-31
1950-53年的战争|1950-53年=1950-01-01/1953-12-31
上世纪90年代|上世纪90年代=1990-01-01/1999-12-31
20世纪80年代|20世纪80年代=1980-01-01/1989-12-31
昨天和今天|昨天=2023-09-18 今天=2023-09-19
昨晚與明早|昨晚=2023-09-18 明早=2023-09-20
前天、后天|前天=2023-09-17 后天=2023-09-21
上周末在马耳他|上周末=2023-09-16/2023-09-17
上週末在馬爾他|上週末=2023-09-16/2023-09-17
上周、本周、下週|上周=2023-09-11/2023-09-17 本周=2023-09-18/2023-09-24 下週=2023-09-25/2023-10-01
上个月和本月|上个月=2023-08 本月=2023-09
今年与去年|今年=2023 去年=2022
三天前|三天前=2023-09-16
兩週前|兩週前=2023-09-04/2023-09-10
三个月前|三个月前=2023-06
未来几周的接触|未来几周=2023-09-20/2023-11-03
今年晚些时候|今年晚些时候=2023-09-19/2023-12-31
会谈周一举行|周一=2023-09-18
會談禮拜三舉行|禮拜三=2023-09-13
会谈星期天举行|星期天=2023-09-17
会谈上周二举行|上周二=2023-09-12
会谈下周二举行|下周二=2023-09-26
会谈本周五举行|本周五=2023-09-22
将于周四会面|周四=2023-09-21
下周一和周二|下周一=2023-09-25 周二=2023-09-26
周一（9月18日）会面|周一=2023-09-18 9月18日=2023-09-18
2022年6月8日（周三）|2022年6月8日=2022-06-08 周三=2022-06-08
9月18日会面，次日离开|9月18日=2023-09-18 次日=2023-09-19
2016年与他结识，同年3月加入|2016年=2016 同年3月=2016-03
他2022年6月到访。六周后，即7月28日，双方通话|2022年6月=2022-06 7月28日=2022-07-28
9月18日开幕，同月闭幕|9月18日=2023-09-18 同月=2023-09
发布时间2023-09-18 12:00|2023-09-18=2023-09-18
发布时间19/06/2023|19/06/2023=2023-06-19
（9/18）|9/18=2023-09-18
每周一例会，两周一次|
今年前八个月|今年前八个月=2023-01-01/2023-08-31
前三个月出口下降|前三个月=2023-01-01/2023-03-31
此前三个月|
2022年最后三个月|2022年最后三个月=2022-10-01/2022-12-31
第二季營收成長|第二季=2023-04-01/2023-06-30
该剧第二季开播|
2028年底前通车|2028年底=2028-10-01/2028-12-31
民國109年|民國109年=2020
《今日美国》报道|
100日圆|
5日内答复|
数月来|
2月30日|
""".strip().splitlines()

ENGLISH = """
the first six months of this year|the first six months of this year=2023-01-01/2023-06-30
in the last three months of 2022|the last three months of 2022=2022-10-01/2022-12-31
in the last three months|
by the end of 2028|the end of 2028=2028-10-01/2028-12-31
They met on September 18, 2023.|September 18, 2023=2023-09-18
They met on Sept. 18.|Sept. 18=2023-09-18
They met on 18 September 2023.|18 September 2023=2023-09-18
They met on the 18th of September.|the 18th of September=2023-09-18
BEIJING, SEPTEMBER 18|SEPTEMBER 18=2023-09-18
Talks on Sept. 16-17, 2023|Sept. 16-17, 2023=2023-09-16/2023-09-17
Talks on 16 and 17 September|16 and 17 September=2023-09-16/2023-09-17
From Sept. 30 to Oct. 2|Sept. 30 to Oct. 2=2023-09-30/2023-10-02
A summit in November 2022|November 2022=2022-11
A summit in November|November=2023-11
It was shot down in March.|March=2023-03
It opens in May and may march on.|May=2023-05
Prime Minister May said it may rain.|
In November of last year|November of last year=2022-11
Last November they spoke.|Last November=2022-11
By mid-September|mid-September=2023-09-11/2023-09-20
Since 2016 it has grown.|2016=2016
The 2024 election|2024=2024
The war of 1950-53|1950-53=1950-01-01/1953-12-31
In the 1990s|1990s=1990-01-01/1999-12-31
The first quarter of 2023|The first quarter of 2023=2023-01-01/2023-03-31
In the third quarter|the third quarter=2023-07-01/2023-09-30
The second half of 2023|The second half of 2023=2023-07-01/2023-12-31
On 2023-09-18T19:22:58Z|2023-09-18T19:22:58Z=2023-09-18
On 9/18/2023|9/18/2023=2023-09-18
They met today and yesterday.|today=2023-09-19 yesterday=2023-09-18
The day before yesterday|The day before yesterday=2023-09-17
They meet tomorrow.|tomorrow=2023-09-20
They met last weekend.|last weekend=2023-09-16/2023-09-17
They met over the weekend.|the weekend=2023-09-16/2023-09-17
Last week and next month|Last week=2023-09-11/2023-09-17 next month=2023-10
This year and last year|This year=2023 last year=2022
Later this year|Later this year=2023-09-19/2023-12-31
Earlier this month|Earlier this month=2023-09-01/2023-09-19
At the end of the year|the end of the year=2023-10-01/2023-12-31
Two weeks ago|Two weeks ago=2023-09-04/2023-09-10
A month ago|A month ago=2023-08
In the coming weeks|coming weeks=2023-09-20/2023-11-03
Last spring|Last spring=2023-03-01/2023-05-31
The winter of 2022|The winter of 2022=2022-12-01/2023-02-28
They met on Monday.|Monday=2023-09-18
They met last Tuesday.|last Tuesday=2023-09-12
They meet next Tuesday.|next Tuesday=2023-09-26
They will meet on Thursday.|Thursday=2023-09-21
He said on Monday that they would talk.|Monday=2023-09-18
They met Monday, September 18.|Monday=2023-09-18 September 18=2023-09-18
June 8, 2022 (Wednesday)|June 8, 2022=2022-06-08 Wednesday=2022-06-08
On Sept. 18, and the next day|Sept. 18=2023-09-18 the next day=2023-09-19
Black Friday and The Sunday Times|
USA Today reported|
2000 people and 1,990 more|
June 31 never comes|
""".strip().splitlines()


def _check(line: str, language: str) -> None:
    text, _, expected = line.partition("|")
    found = {s.text: s.iso for s in dates(text, language, PUBLISHED)}
    wanted = dict(_pairs(expected))
    assert found == wanted


def _pairs(expected: str) -> list[tuple[str, str]]:
    pairs, name = [], ""
    for word in expected.split(" "):
        name = f"{name} {word}".strip()
        if "=" in word:
            left, _, right = name.partition("=")
            pairs.append((left, right))
            name = ""
    return pairs


@pytest.mark.parametrize("line", CHINESE)
def test_chinese_expressions(line: str) -> None:
    """Each Chinese expression is found with exactly its characters and its days."""
    _check(line, "zh-Hans")


@pytest.mark.parametrize("line", ENGLISH)
def test_english_expressions(line: str) -> None:
    """Each English expression is found with exactly its characters and its days."""
    _check(line, "en")


@pytest.mark.parametrize(
    ("text", "language", "kind", "precision", "year_given"),
    [
        ("2023年9月18日", "zh-Hans", "absolute", "day", True),
        ("9月18日", "zh-Hans", "absolute", "day", False),
        ("今年2月", "zh-Hans", "relative", "month", True),
        ("11月", "zh-Hans", "absolute", "month", False),
        ("周二", "zh-Hans", "weekday", "day", False),
        ("今天", "zh-Hans", "today", "day", False),
        ("未来几周", "zh-Hans", "relative", "vague", False),
        ("last weekend", "en", "relative", "weekend", False),
        ("today", "en", "today", "day", False),
        ("on Monday", "en", "weekday", "day", False),
        ("November of last year", "en", "relative", "month", True),
        ("the first quarter of 2023", "en", "absolute", "quarter", True),
    ],
)
def test_kind_precision_and_year(
    text: str, language: str, kind: str, precision: str, year_given: bool
) -> None:
    """Kind, precision and whether the year was given are told apart."""
    (span,) = dates(text, language, PUBLISHED)
    assert (span.kind, span.precision, span.year_given) == (kind, precision, year_given)


def test_without_publication_day_only_dated_years_are_found() -> None:
    """Nothing is guessed when the day of publication is unknown."""
    zh = dates("周一、11月、昨天、2023年9月18日、去年", "zh-Hans", None)
    en = dates("on Monday, in November, yesterday, Sept. 18, 2023, last year", "en", None)
    assert [s.iso for s in zh] == ["2023-09-18"]
    assert [s.iso for s in en] == ["2023-09-18"]


def test_today_of_an_embedded_statement() -> None:
    """今天 inside a statement is the day given for it, while weekdays keep to publication."""
    statement = date(2023, 9, 18)
    zh = dates("今天、昨天、周二", "zh-Hans", PUBLISHED, statement)
    en = dates("today", "en", PUBLISHED, statement)
    assert [s.iso for s in zh] == ["2023-09-18", "2023-09-17", "2023-09-19"]
    assert en[0].iso == "2023-09-18"


@pytest.mark.parametrize(
    ("text", "published", "iso"),
    [
        ("去年12月", date(2024, 1, 5), "2023-12"),
        ("12月的会谈", date(2024, 1, 5), "2023-12"),
        ("将于12月举行", date(2024, 1, 5), "2024-12"),
        ("周末", date(2023, 9, 17), "2023-09-16/2023-09-17"),
        ("29日", date(2023, 3, 1), "2023-01-29"),
    ],
)
def test_turn_of_the_year(text: str, published: date, iso: str) -> None:
    """A bare month or day near a boundary goes to the past unless the future is announced."""
    assert dates(text, "zh-Hans", published)[0].iso == iso


def test_absurd_numbers_are_no_dates() -> None:
    """Days that do not exist and years out of range are passed over without an error."""
    for text in ("0年", "13月45日", "99999年前", "9999年12月31日后", "2023年2月29日"):
        dates(text, "zh-Hans", date(9999, 12, 31))
        dates(text, "zh-Hans", date(1, 1, 1))
    dates("tomorrow, next year, 99 years ago, May 99", "en", date(9999, 12, 31))
    dates("yesterday, last year, 99 years ago", "en", date(1, 1, 1))


_TOKENS = (
    "9月 18日 年 2023 今年 去年 周 一 至 到 - （ ） 。 上 下 本 两 天 前 后 第 季度 末 "
    "民國 112 十 八 日 号 10月26 Monday September Sept. May 18 , 2023 last next week "
    "weekend to the of ago two ( ) ."
)
_PIECES = st.lists(
    st.sampled_from([*_TOKENS.split(), "\n"]),
    max_size=14,
)


@settings(max_examples=300, deadline=None)
@given(_PIECES, st.sampled_from(["", " "]), st.sampled_from(["zh-Hans", "zh-Hant", "en"]))
def test_spans_slice_back_and_never_overlap(pieces: list[str], glue: str, language: str) -> None:
    """Whatever is read, spans lie in order, do not overlap, and slice back to their characters."""
    text = glue.join(pieces)
    end = 0
    for span in dates(text, language, PUBLISHED):
        assert text[span.start : span.end] == span.text
        assert span.start >= end
        assert span.first <= span.last
        assert span.iso
        end = span.end


@given(st.text(max_size=60), st.sampled_from(["zh-Hans", "en", "fr", "ja", "und"]))
def test_any_text_is_survived(text: str, language: str) -> None:
    """No text makes the reader fail."""
    for span in dates(text, language, PUBLISHED):
        assert text[span.start : span.end] == span.text


@given(st.dates(date(1911, 1, 1), date(2099, 12, 31)))
def test_full_dates_round_trip(day: date) -> None:
    """A day written in full is read back, in every notation."""
    for text in (
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month:02d}月{day.day:02d}日",
        day.isoformat(),
    ):
        assert [s.first for s in dates(text, "zh-Hans", PUBLISHED)] == [day]
    assert [s.first for s in dates(f"{day:%B} {day.day}, {day.year}", "en", None)] == [day]
    assert [s.first for s in dates(f"{day.day} {day:%b} {day.year}", "en", None)] == [day]
