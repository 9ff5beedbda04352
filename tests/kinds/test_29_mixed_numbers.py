"""A mixed Chinese number is cut in two, a range counts as its first half, the first hanzi of the
next word is taken for a unit; vague English words become exact (Recognizers-Text#759, #2297,
#2302, #2325).
"""

from __future__ import annotations

import pytest

from compare.reading.document import document
from tests.kinds.persons import found, made

VALUES = [
    ("耗资两万三千亿克朗。", "两万三千亿", 2.3e12, "crown"),
    ("全镇5万2000人撤离。", "5万2000", 52000.0, "person"),
    ("管线长12万8千米。", "12万8千", 128000.0, "m"),
    ("2亿3500万人投票。", "2亿3500万", 2.35e8, "person"),
    ("加入五百克盐。", "五百克", 500.0, "g"),
    ("票价八百元。", "八百元", 800.0, "yuan"),
    ("湖面下降三千米。", "三千米", 3000.0, "m"),
    ("占百分之四十二点五。", "百分之四十二点五", 42.5, "percent"),
    ("共1,250万名游客。", "1,250万", 1.25e7, "person"),
    ("百亿人民币的贷款。", "百亿人民币", 1e10, "CNY"),
    ("百億人幣的貸款。", "百億人幣", 1e10, "CNY"),
    ("會議三度延期。", "三度", 3.0, "time"),
    ("氣溫降到三度。", "三度", 3.0, "degree"),
    ("吹五級大風。", "五級", 5.0, "level"),
]
RANGES = [
    ("百分之二十至三十的工人回家。", 20.0, 30.0, "percent"),
    ("三十至四十%的商店关门。", 30.0, 40.0, "percent"),
    ("約三成至四成居民撤離。", 30.0, 40.0, "percent"),
    ("百分之五到百分之八的居民迁走。", 5.0, 8.0, "percent"),
    ("两至三万人参加。", 20000.0, 30000.0, "person"),
    ("Dozens of people were hurt.", 24.0, 120.0, "person"),
    ("Several soldiers were hurt.", 3.0, 9.0, "person"),
    ("数十人受伤。", 20.0, 100.0, "person"),
]
NOT_UNITS = [
    ("耗资五百克朗。", "g"),
    ("五百元件报废。", "yuan"),
    ("两千米兰居民签名。", "m"),
    ("三千米其林餐厅上榜。", "m"),
    ("两百米勒粉丝到场。", "m"),
    ("三百天津居民签名。", "day"),
    ("五百斤斤计较的人。", "jin"),
]
NO_AMOUNTS = [
    "香港01報道，道路關閉。",
    "據香港01引述警方稱，道路關閉。",
    "Sputnik-5 and Route 66 are names.",
]
UNITS = [
    ("Eleven jets crossed the line.", 11.0, "aircraft"),
    ("Twelve warplanes took off.", 12.0, "aircraft"),
]


@pytest.mark.parametrize(("text", "shown", "value", "unit"), VALUES)
def test_one_number_is_read_whole(text: str, shown: str, value: float, unit: str) -> None:
    """Value and unit of a number, once."""
    got = [q for q in document(made(text)).parts["body"].amounts if q.text.startswith(shown[:1])]
    assert [(q.value, q.unit) for q in got] == [(value, unit)]


@pytest.mark.parametrize(("text", "low", "high", "unit"), RANGES)
def test_ranges_and_vague_words_have_bounds(text: str, low: float, high: float, unit: str) -> None:
    """A range is no exact number."""
    (got,) = document(made(text)).parts["body"].amounts
    assert (got.low, got.high, got.unit, got.approximate) == (low, high, unit, True)


@pytest.mark.parametrize(("text", "unit"), NOT_UNITS)
def test_the_next_word_gives_no_unit(text: str, unit: str) -> None:
    """A hanzi of a longer word behind the number is no unit."""
    assert unit not in [q.unit for q in document(made(text)).parts["body"].amounts]


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_digits_in_names_are_no_amounts(text: str) -> None:
    """Outlets and labels with digits count nothing."""
    assert not found(text, kind="NUM")


@pytest.mark.parametrize(("text", "value", "unit"), UNITS)
def test_a_number_word_counts(text: str, value: float, unit: str) -> None:
    """A number word at the head of a sentence with what it counts."""
    (got,) = document(made(text)).parts["body"].amounts
    assert (got.value, got.unit) == (value, unit)
