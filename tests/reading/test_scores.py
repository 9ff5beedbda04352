"""Scores of matches and votes: what is one, what only looks like one, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import BODY, Article, ReadPart
from compare.reading.document import document
from compare.reading.slots import dates, scores

# text | expected: span=points, several separated by ;
CHINESE = """
主队以3比1取胜|3比1=3-1
主队3:1领先，终场5：3|3:1=3-1;5：3=5-3
以3-1和2:0获胜|3-1=3-1;2:0=2-0
地主隊以二比一險勝|二比一=2-1
客场98比91险胜|98比91=98-91
国乒大比分4比1夺冠|4比1=4-1
两回合总比分5比3晋级|5比3=5-3
中国女排直落三局取胜|直落三局=3-0
她直落两盘，以6比3、7比6(5)过关|6比3、7比6(5)=6-3,7-6
以6比3、7比6(5)、6比2战胜对手|6比3、7比6(5)、6比2=6-3,7-6,6-2
先后以3比1和4比0取胜|3比1=3-1;4比0=4-0
议会以5127比4689票通过|5127比4689=5127-4689
以61票贊成比48票反對三讀通過|61票贊成比48票反對=61-48
赞成52票、反对48票|赞成52票、反对48票=52-48
最终比分21:15|21:15=21-15
比赛21:15开始|
男女比例为3比1，球队获胜|
地圖比例為1:5000，比賽|
3-5人参赛，歼-20，2026-27赛季|
9月2-3日参赛|
汇率为1比7|
""".strip().splitlines()

ENGLISH = """
City won 4-2 on penalties|4-2=4-2
beat Dallas 27–20 on Sunday|27–20=27-20
won 6-3, 7-6 (7-4), 6-2|6-3, 7-6 (7-4), 6-2=6-3,7-6,6-2
lost 5-7, 6-4, 10-8|5-7, 6-4, 10-8=5-7,6-4,10-8
won 4-2 and 3-1|4-2=4-2;3-1=3-1
went down by three goals to one|three goals to one=3-1
approved by 52 votes to 48|52 votes to 48=52-48
adopted by 14 votes to none|14 votes to none=14-0
52 votes in favour and 48 against|52 votes in favour and 48 against=52-48
a ruling by 5-4|5-4=5-4
The board voted 7-2 to keep rates|7-2=7-2
won the final 2 to 1|2 to 1=2-1
Spain 2-1 France|2-1=2-1
won two-nil|two-nil=2-0
lost 2-3 to Dallas|2-3=2-3
won 5-7 medals, lost 10-15 percent|
beat them on 2-3 May|
the 2024-25 season was won|
men aged 18-24 won|
an F-16 beat COVID-19 one-on-one|
Call 555-0199 to win|
scored 20 to 30 points, won 3 to 5 matches|
fell from 5 to 3 in the game|
rates of 4-2 are meant|
a 4-4-2 formation won|
""".strip().splitlines()


def _check(line: str, language: str) -> None:
    text, _, expected = line.partition("|")
    found = scores(text, language, dates(text, language, date(2020, 2, 29)))
    shown = [f"{s.text}=" + ",".join(f"{a}-{b}" for a, b in s.points) for s in found]
    assert shown == [x for x in expected.split(";") if x]
    assert all(text[s.start : s.end] == s.text for s in found)


@pytest.mark.parametrize("line", CHINESE)
def test_chinese_scores(line: str) -> None:
    """Each Chinese score has exactly its characters and points; proportions and hours are none."""
    _check(line, "zh-Hans")


@pytest.mark.parametrize("line", ENGLISH)
def test_english_scores(line: str) -> None:
    """Each English score has exactly its characters and points; ranges, ages, dates are none."""
    _check(line, "en")


def test_other_languages_have_no_reader() -> None:
    """A language without a module of scores has none, and that is no error."""
    assert scores("gewann 4-2", "de") == []


def _read(make: Callable[..., Article], text: str, language: str) -> ReadPart:
    return document(make(text, language)).parts[BODY]


@pytest.mark.parametrize(
    ("text", "language", "amounts"),
    [
        ("They won by three goals to one before 30,000 people.", "en", ["30,000 people"]),
        ("以61票赞成、48票反对通过，约100人旁听。", "zh-Hans", ["约100人"]),
        ("球队以21:15获胜，历时2小时。", "zh-Hans", ["2小时"]),
    ],
)
def test_what_is_a_score_is_neither_amount_nor_hour(
    make: Callable[..., Article], text: str, language: str, amounts: list[str]
) -> None:
    """The numbers of a score, in an article, are read as nothing else."""
    read = _read(make, text, language)
    assert len(read.scores) == 1
    assert [q.text for q in read.amounts] == amounts
    assert read.times == ()


def test_an_hour_is_no_amount(make: Callable[..., Article]) -> None:
    """The number of 9.05 p.m. counts nothing."""
    read = _read(make, "Talks ended at 9.05 p.m. after 3 hours.", "en")
    assert [q.text for q in read.amounts] == ["3 hours"]


_TOKENS = (
    "won 4-2 6-3, 7-6 (7-4) to 3 by goals votes one 52 and - – : 比 3比1 二 以 胜 票 赞成 "
    "反对 直落 三 局 、 ， 。 . 21:15 half past in ten 每 中有 人 半 过 at night GMT 北京时间 "
    "零 时 点 最后 个月"
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from([*_TOKENS.split(), "\n"]), max_size=14),
    st.sampled_from(["", " "]),
    st.sampled_from(["zh-Hans", "zh-Hant", "en"]),
)
def test_scores_slice_back_and_overlap_nothing(pieces: list[str], glue: str, language: str) -> None:
    """In any text, scores lie in order, slice back, and share no character with other slots."""
    text = glue.join(pieces)
    if not text:
        return
    article = Article("a", "o", "O", "", text, (), date(2024, 7, 10), language)
    read = document(article).parts.get(BODY)
    taken: set[int] = set()
    for slot in (*read.scores, *read.times, *read.amounts) if read else ():
        assert text[slot.start : slot.end] == slot.text
        assert taken.isdisjoint(range(slot.start, slot.end))
        taken.update(range(slot.start, slot.end))
