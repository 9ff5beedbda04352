"""Who does it to whom: two reports that have the parties the other way round."""

from __future__ import annotations

from datetime import date

import pytest

from compare import pipeline
from compare.model import Article, Discrepancy, Story

DAY = date(2026, 3, 2)


def found(one: str, other: str, language: str) -> list[Discrepancy]:
    """The conflicts of actors between two reports."""
    both = tuple(
        Article(side, side, side, "", text, (), DAY, language)
        for side, text in (("left", one), ("right", other))
    )
    every = pipeline.analyse(Story("parties", "", DAY, DAY, both)).discrepancies
    return [d for d in every if d.kind == "actor" and d.severity == "conflict"]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Orrin Steel will buy Calder Mills for cash, the two said on Monday.",
         "Calder Mills will buy Orrin Steel for cash, the two said on Monday.", "en"),
        ("The tanker rammed the ferry off Port Salter on Sunday.",
         "The ferry rammed the tanker off Port Salter on Sunday.", "en"),
        ("奥林钢铁公司周一控告卡尔德纺织厂侵害三项专利。",
         "卡尔德纺织厂周一控告奥林钢铁公司侵害三项专利。", "zh-Hans"),
    ],
)  # fmt: skip
def test_parties_that_are_swapped_contradict(one: str, other: str, language: str) -> None:
    """The same words with the parties the other way round are a conflict that names both acts."""
    (conflict,) = found(one, other, language)
    assert "who does it to whom" in conflict.note
    assert {side.source for side in conflict.sides} == {"left", "right"}


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Orrin Steel will buy Calder Mills for cash, the two said on Monday.",
         "Calder Mills will be bought by Orrin Steel for cash, the two said on Monday.", "en"),
        ("Minister Lena Marek met Karl Brenner in Oslo on Monday.",
         "Karl Brenner met Minister Lena Marek in Oslo on Monday.", "en"),
        ("奥林钢铁公司周一控告卡尔德纺织厂侵害三项专利。",
         "卡尔德纺织厂周一被奥林钢铁公司控告侵害三项专利。", "zh-Hans"),
        ("Orrin Steel will buy Calder Mills for cash, the two said on Monday.",
         "Orrin Steel will buy Calder Mills for cash, both firms said on Monday.", "en"),
    ],
)  # fmt: skip
def test_the_same_parties_agree(one: str, other: str, language: str) -> None:
    """A passive, a meeting whoever is named first, and the same order are no conflict."""
    assert found(one, other, language) == []
