"""Quantities in Chinese and English: values, units, bounds, and what is no quantity."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.claims.discrepancies.numbers import comparable, same
from compare.model.documents import Quantity
from compare.options import Options
from compare.reading.slots import amounts, dates
from compare.text.numerals import english_value, han_value

# text | expected: span=value unit, several separated by ;
CHINESE = """
会谈历时12个小时|12个小时=12 hour
會談歷時十二個小時|十二個小時=12 hour
举行了七个多小时的会晤|七个多小时=7 hour
会谈进行了两个半小时|两个半小时=2.5 hour
两天的会谈|两天=2 day
半年和三年|半年=0.5 year;三年=3 year
一年半|一年半=1.5 year
大约六周|大约六周=6 week
三个多月|三个多月=3 month
2.5万人参加|2.5万人=25000 person
三百二十人|三百二十人=320 person
两百名士兵|两百名=200 person
兩萬五千名士兵|兩萬五千名=25000 person
１２万人|１２万人=120000 person
1亿2000万人|1亿2000万人=120000000 person
十几人|十几人=15 person
数百万人|数百万人=5000000 person
三四十人|三四十人=35 person
3至5人|3至5人=4 person
3至5万人|3至5万人=40000 person
一人死亡|一人=1 person
近3%|近3%=3 percent
百分之三点五|百分之三点五=3.5 percent
三成五|三成五=35 percent
2.5个百分点|2.5个百分点=2.5 percentage point
三分之一|三分之一=0.333333 share
32亿美元|32亿美元=3200000000 USD
1.2万亿欧元|1.2万亿欧元=1200000000000 EUR
100亿元人民币|100亿元人民币=10000000000 CNY
新台幣50億元|新台幣50億元=5000000000 TWD
6.2级地震|6.2级=6.2 magnitude
芮氏規模6.2|芮氏規模6.2=6.2 magnitude
台风达12级|达12级=12 level
1,200公里|1,200公里=1200 km
气温30摄氏度|30摄氏度=30 celsius
40岁男子|40岁=40 year old
12架军机|12架=12 aircraft
增至3倍|3倍=3 times
第78届联大|第78届=78 届
第 78 届联大|第 78 届=78 届
首次和第二次|第二次=2 次
9月18日会面12小时|12小时=12 hour
周三和三天前|
震源深度10千米|10千米=10 km
发电300兆瓦|300兆瓦=300 MW
建交45周年|45周年=45 anniversary
20余国|20余国=20 country
“十四五”规划、9·18事变|
两国、双方、两岸、三方会谈|
二十国集团、七国集团和G20|
F-16、歼-20、5G、7nm、波音737|
一个中国、一名男子、一些人|
十分重要，万一，千万不要|
下午3时30分、3:30、19时|
以3-1和2:0获胜|
两人会面|
约一半的家长|约一半=0.5 share
过半选民，逾半乘客，近半座位|过半=0.5 share;逾半=0.5 share;近半=0.5 share
超过半数议员|超过半数=0.5 share
過半年、近半个月|半年=0.5 year;近半个月=0.5 month
四分之三，近三分之二|四分之三=0.75 share;近三分之二=0.666667 share
两成反对|两成=20 percent
每10名學生中有3名近視|每10名學生中有3名=0.3 share
十人中有七人是年轻人|十人中有七人=0.7 share
12人中有3人受伤|12人=12 person;3人=3 person
漂流五天五夜，兩天兩夜|五天五夜=5 day;兩天兩夜=2 day
三目半，三目标|三目半=3.5 point
""".strip().splitlines()

ENGLISH = """
met for 12 hours|12 hours=12 hour
a seven-hour meeting|seven-hour=7 hour
more than seven hours|more than seven hours=7 hour
twelve people|twelve people=12 person
a dozen people|a dozen people=12 person
dozens of people|dozens=60 person
tens of thousands of people|tens of thousands=50000 person
30 Russian soldiers|30=30 person
two hundred and fifty workers|two hundred and fifty workers=250 person
half a million people|half a million people=500000 person
1.2 million people|1.2 million people=1200000 person
several hundred people|several hundred people=550 person
a few days|a few days=6 day
three to five people|three to five people=4 person
one person was killed|one person=1 person
3 percent, 4 per cent and 5%|3 percent=3 percent;4 per cent=4 percent;5%=5 percent
2.5 percentage points|2.5 percentage points=2.5 percentage point
two-thirds|two-thirds=0.666667 share
$3.2 billion|$3.2 billion=3200000000 USD
NT$5 billion|NT$5 billion=5000000000 TWD
€5m and £3bn|€5m=5000000 EUR;£3bn=3000000000 GBP
$30-40 million|$30-40 million=35000000 USD
100 billion yuan|100 billion yuan=100000000000 CNY
a magnitude 6.2 earthquake|magnitude 6.2=6.2 magnitude
a 6.2-magnitude quake|6.2-magnitude=6.2 magnitude
over 100 km|over 100 km=100 km
32 degrees Celsius|32 degrees Celsius=32 celsius
a 40-year-old man aged 40|40-year-old=40 year old;aged 40=40 year old
the 78th session, the first time|78th=78;first=1
50 or so|50 or so=50
a 100,000-strong army|100,000=100000
on September 18, 2023, for 12 hours|12 hours=12 hour
between 3 and 5 percent|between 3 and 5 percent=4 percent
45 Chinese military aircraft|45=45 aircraft
the two sides, two countries, one of them|
G20, the Group of 20, F-16 and COVID-19|
at 3:30 p.m. and 10 a.m.|
a 3-1 win on 9/11, 24/7|
Resolution 2231, No. 2, Boeing 737, 5G|
the second, a one-China policy|
for a day and a half, or an hour and a half|a day and a half=1.5 day;an hour and a half=1.5 hour
two and a half years|two and a half years=2.5 year
more than six and a half hours|more than six and a half hours=6.5 hour
half an hour, half a dozen|half an hour=0.5 hour;half a dozen=6
nearly half, half of them|nearly half=0.5 share;half=0.5 share
half the fleet, the first half of the game|half=0.5 share;first=1
more than a third|more than a third=0.333333 share
nearly three quarters|nearly three quarters=0.75 share
one in five children, seven in ten|one in five=0.2 share;seven in ten=0.7 share
7 out of 10, one in 10,000|7 out of 10=0.7 share;one in 10,000=0.0001 share
one in five years, one in London|five years=5 year
a dozen points|a dozen points=12
""".strip().splitlines()


def read(text: str, language: str) -> list[Quantity]:
    """The amounts of a text, its dates taken out."""
    return amounts(text, language, dates(text, language, date(2020, 2, 29)))


def _check(line: str, language: str) -> None:
    text, _, expected = line.partition("|")
    found = [
        f"{q.text}={float(f'{q.value:.6g}'):.15g} {q.unit}".strip() for q in read(text, language)
    ]
    assert found == [x for x in expected.split(";") if x]


@pytest.mark.parametrize("line", CHINESE)
def test_chinese_amounts(line: str) -> None:
    """Each Chinese amount has exactly its characters, value and unit."""
    _check(line, "zh-Hans")


@pytest.mark.parametrize("line", ENGLISH)
def test_english_amounts(line: str) -> None:
    """Each English amount has exactly its characters, value and unit."""
    _check(line, "en")


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("近3%", "zh-Hans", 2.4, 3),
        ("30余万人", "zh-Hans", 300_000, 400_000),
        ("三十多人", "zh-Hans", 30, 40),
        ("三百多人", "zh-Hans", 300, 400),
        ("约100人", "zh-Hans", 85, 115),
        ("100人左右", "zh-Hans", 85, 115),
        ("超过100人", "zh-Hans", 100, 150),
        ("至少50人", "zh-Hans", 50, 100),
        ("不到100人", "zh-Hans", 70, 100),
        ("多达100人", "zh-Hans", 80, 100),
        ("数十人", "zh-Hans", 20, 100),
        ("几天", "zh-Hans", 3, 9),
        ("上百人", "zh-Hans", 100, 500),
        ("3至5人", "zh-Hans", 3, 5),
        ("过半", "zh-Hans", 0.5, 0.75),
        ("近半", "zh-Hans", 0.4, 0.5),
        ("nearly 3%", "en", 2.4, 3),
        ("at least 50 people", "en", 50, 100),
        ("fewer than 100 people", "en", 70, 100),
        ("20-odd people", "en", 20, 30),
        ("hundreds of people", "en", 200, 1000),
        ("30-40 people", "en", 30, 40),
        ("just over half", "en", 0.5, 0.75),
        ("nearly half", "en", 0.4, 0.5),
    ],
)
def test_bounds(text: str, language: str, low: float, high: float) -> None:
    """A hedge gives bounds and marks the amount as approximate."""
    (q,) = read(text, language)
    assert q.approximate
    assert (q.low, q.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("12个小时", "12 hours"),
        ("32亿美元", "$3.2 billion"),
        ("6.2级地震", "a magnitude 6.2 earthquake"),
        ("298,000人", "298,000 people"),
        ("三分之一", "a third"),
        ("40岁", "40-year-old"),
        ("百分之三", "3 percent"),
        ("第78届", "78th"),
    ],
)
def test_same_value_across_languages(zh: str, en: str) -> None:
    """One amount written in two languages is the same amount."""
    (a,), (b,) = read(zh, "zh-Hans"), read(en, "en")
    assert a.value == pytest.approx(b.value)
    verdict = same(a, b, Options())
    assert verdict in ("same", "incomparable") if a.ordinal else verdict == "same"


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("近3%", "2.5%", "rounding"),
        ("约30万人", "298,000人", "rounding"),
        ("30万人", "298,000人", "rounding"),
        ("30余万人", "35万人", "rounding"),
        ("2.5%", "2.48%", "rounding"),
        ("近3%", "3%", "rounding"),
        ("60分钟", "1小时", "same"),
        ("100公里", "62英里", "rounding"),
        ("2500米", "2.5公里", "same"),
        ("12人", "13人", "different"),
        ("20人", "21人", "different"),
        ("3%", "5%", "different"),
        ("约30万人", "50万人", "different"),
        ("12个小时", "7个多小时", "different"),
        ("12人", "12个小时", "incomparable"),
        ("第12次", "12次", "incomparable"),
        ("100元", "100美元", "incomparable"),
        ("100元", "100元人民币", "same"),
        ("12", "12人", "same"),
        ("12", "13人", "incomparable"),
        ("第3次", "第4次", "different"),
    ],
)
def test_verdicts(left: str, right: str, verdict: str) -> None:
    """Rounding and units are no difference; small counts must match exactly."""
    (a,), (b,) = read(left, "zh-Hans"), read(right, "zh-Hans")
    assert same(a, b, Options()) == verdict
    assert same(b, a, Options()) == verdict
    assert comparable(a, b) == comparable(b, a)


def _han(n: int) -> str:
    """A Chinese numeral of `n`, written by the rules of the language (1 to 10^12)."""
    digits = "零一二三四五六七八九"
    if n >= 10**8:
        return _join(n, 10**8, "亿")
    if n >= 10**4:
        return _join(n, 10**4, "万")
    out, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, unit)
        if digit:
            out += ("零" if gap and out else "") + digits[digit] + name
            gap = False
        else:
            gap = True
    return out


def _join(n: int, scale: int, name: str) -> str:
    high, low = divmod(n, scale)
    zero = "零" if 0 < low < scale // 10 else ""
    return _han(high) + name + zero + (_han(low) if low else "")


@given(st.integers(1, 10**9))
def test_chinese_numerals_round_trip(n: int) -> None:
    """Every numeral up to 10^9 is read back, in both scripts, also where 十 leads."""
    text = _han(n)
    assert han_value(text) == n
    assert han_value(text.replace("万", "萬").replace("亿", "億")) == n
    if text.startswith("一十"):
        assert han_value(text[1:]) == n


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二〇二三", 2023),
        ("三万五", 35_000),
        ("一百五", 150),
        ("一百零五", 105),
        ("2万5千", 25_000),
        ("三点一四", 3.14),
        ("1.5亿", 150_000_000),
        ("一万亿", 10**12),
        ("廿五", 25),
        ("三点五万", 35_000),
        ("1,200", 1200),
        ("三人", None),
        ("点", None),
    ],
)
def test_chinese_numerals(text: str, value: float | None) -> None:
    """Spoken, mixed and decimal numerals have their value, other words none."""
    assert han_value(text) == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-one", 21),
        ("a dozen", 12),
        ("two hundred and fifty", 250),
        ("1.2 million", 1_200_000),
        ("three hundred thousand", 300_000),
        ("cheese", None),
        ("", None),
    ],
)
def test_english_numerals(text: str, value: float | None) -> None:
    """English number words have their value, other words none."""
    assert english_value(text) == value


_TOKENS = (
    "约 近 超过 30 2.5 三 百 万 亿 余 多 人 名 % 美元 元 个 小时 天 第 届 至 - 半 数 "
    "几 十 上 一 两 点 级 成 $ 12 hours nearly three to million of people dozen half a "
    "th percent 1,000 : & . 年"
)
_PIECES = st.lists(
    st.sampled_from([*_TOKENS.split(), "\n"]),
    max_size=12,
)


@settings(max_examples=300, deadline=None)
@given(_PIECES, st.sampled_from(["", " "]), st.sampled_from(["zh-Hans", "zh-Hant", "en"]))
def test_spans_slice_back_and_never_overlap(pieces: list[str], glue: str, language: str) -> None:
    """Spans lie in order, do not overlap, slice back, and values lie within their bounds."""
    text = glue.join(pieces)
    end = 0
    for q in read(text, language):
        assert text[q.start : q.end] == q.text
        assert q.start >= end
        assert q.low <= q.value <= q.high
        end = q.end


@given(st.text(max_size=60), st.sampled_from(["zh-Hans", "en", "fr", "und"]))
def test_any_text_is_survived(text: str, language: str) -> None:
    """No text makes the reader fail."""
    found: list[Quantity] = read(text, language)
    assert all(text[q.start : q.end] == q.text for q in found)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "environ 3,2 milliards d'euros", [(3.2e9, "EUR")]),
        ("fr", "plus de 1 200 km, 2,5 %", [(1200, "km"), (2.5, "percent")]),
        ("de", "rund 12 Stunden, 300.000 Menschen", [(12, "hour"), (300_000, "person")]),
        ("es", "3.200 millones de dólares", [(3.2e9, "USD")]),
        ("ru", "около 3,2 млрд долларов", [(3.2e9, "USD")]),
        ("tr", "12 saat", [(12, "hour")]),
        ("pt", "€ 5, 10h30", [(5, "EUR")]),
        ("ko", "약 30만 명, 32억 달러", [(300_000, "person"), (3.2e9, "USD")]),
        ("ja", "12時間、3億ドル、約30万人", [(12, "hour"), (3e8, "USD"), (300_000, "person")]),
        ("und", "12 hours", [(12, "hour")]),
    ],
)
def test_other_languages(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    """Digits with scale, unit or currency are read in the other languages of the encoder."""
    found = [(q.value, q.unit) for q in read(text, language)]
    assert found == [(pytest.approx(value), unit) for value, unit in expected]


@pytest.mark.parametrize(
    ("text", "value"),
    [("About 5 000 people came.", 5000), ("It cost 12 000 000 dollars.", 12_000_000)],
)
def test_thousands_may_be_parted_by_a_space(text: str, value: float) -> None:
    """Three noughts behind a space belong to the figure before it."""
    assert [q.value for q in amounts(text, "en", [])] == [value]
