"""A Chinese name is cut before 於 or another preposition, or a statement is given to the dead
person of whom it speaks (real articles).
"""

from __future__ import annotations

import pytest

from tests.kinds.persons import persons, speakers

NAMES = [
    ("消防局局長陳恩健於下午約4時到達醫院。", {"陳恩健"}),
    ("署長黃志偉於會上說，會跟進。", {"黃志偉"}),
    ("楊恩健於今日早上表示，搜救繼續。", {"楊恩健"}),
    ("老师林恩于昨日离职。林恩说，她会休息。", {"林恩"}),
    ("林恩健於晚上見記者。林恩健說，火已撲滅。", {"林恩健"}),
    ("市長張善政于中午離開。", {"張善政"}),
    ("立委王鴻薇於臉書發文。", {"王鴻薇"}),
    ("警察李家豪在現場受傷。", {"李家豪"}),
]
SAID = [
    (
        "處長郭立人於下午到場，他在晚上見記者時表示，殉職警員姓高，今年四十歲，入職十年。",
        "入職十年",
        "郭立人",
    ),
    (
        "郭立人表示，代表警隊向高警員家人致以深切慰問，希望他們保重。",
        "深切慰問",
        "郭立人",
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_a_name_ends_before_its_preposition(text: str, expected: set[str]) -> None:
    """The whole name and nothing but the name."""
    assert {p for p in persons(text) if len(p) > 1} == expected


@pytest.mark.parametrize(("text", "said", "speaker"), SAID)
def test_the_living_speak(text: str, said: str, speaker: str) -> None:
    """Who speaks is the person before the verb, not the one spoken of."""
    got = speakers(text)
    assert got
    assert all(speaker in one for one in got)
    assert said in text
