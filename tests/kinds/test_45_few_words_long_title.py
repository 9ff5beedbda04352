"""A short statement beside a speaker with a long title, a time and a place is that speaker's, not
the outlet's own (CoreNLP#905, #1090).
"""

from __future__ import annotations

from pathlib import Path

import pytest

import compare
from compare.model import Comparison, Story

SIBLINGS = [
    (
        (
            "Deputy transport minister of the northern province Ivo Lund told a crowd of reporters "
            "in the port of Vale on Monday evening that ferries sail."
        ),
        (
            "Ivo Lund, the deputy transport minister of the northern province, said in Vale on "
            "Monday that ferries sail."
        ),
        "ferries sail",
        "Lund",
    ),
    (
        (
            "“No comment,” Anna Berg, the long-serving spokeswoman of the regional water and power "
            "board in Vale, told the Morning Herald on Sunday."
        ),
        "“No comment,” said Anna Berg, the spokeswoman of the regional water and power board.",
        "No comment",
        "Berg",
    ),
    (
        (
            "Trains are late, according to Rosa Diaz, the head of the passenger union for the "
            "whole of the eastern coast and its islands."
        ),
        "Trains are late, said Rosa Diaz, the head of the passenger union for the eastern coast.",
        "Trains are late",
        "Diaz",
    ),
    (
        "东港市交通运输管理委员会副主任陈立伟在周一晚上举行的新闻发布会上表示，航班正常。",
        "东港市交通运输管理委员会副主任陈立伟对记者说，航班正常。",
        "航班正常",
        "陈立伟|Chen Liwei",
    ),
    (
        "国家电网东部分公司新闻发言人何志远昨天下午在接受本报记者采访时指出，电已恢复。",
        "国家电网东部分公司新闻发言人何志远说，电已恢复。",
        "电已恢复",
        "何志远|He Zhiyuan",
    ),
]


@pytest.mark.parametrize(("one", "other", "words", "who"), SIBLINGS)
def test_few_words_beside_a_long_title_are_the_speakers(
    one: str, other: str, words: str, who: str, tmp_path: Path
) -> None:
    """The claim is the speaker's in its origin."""
    comparison = _compared(one, other, tmp_path)
    rows = [c for c in comparison.claims if words in c.text]
    assert rows
    for claim in rows:
        assert claim.origin.kind != "outlet", claim.text
        speaker = claim.origin.speaker or ""
        assert any(name in speaker for name in who.split("|")), speaker


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            (
                "Anna Berg, who said no last year, opened the new bridge over the river in Vale "
                "on Monday with 200 guests and two bands."
            ),
            "Anna Berg opened the new bridge over the river in Vale on Monday with 200 guests.",
        ),
        (
            "市长周敏周一在韦尔为新桥剪彩，两百名来宾出席，她去年曾说不会有新桥。",
            "市长周敏周一在韦尔为新桥剪彩，两百名来宾出席。",
        ),
    ],
)
def test_what_the_outlet_tells_stays_its_own(one: str, other: str, tmp_path: Path) -> None:
    """A sentence that only mentions that somebody said something is the outlet's."""
    comparison = _compared(one, other, tmp_path)
    rows = [c for c in comparison.claims if "bridge" in c.text or "剪彩" in c.text]
    assert rows
    assert all(claim.origin.kind == "outlet" for claim in rows)


def _compared(one: str, other: str, folder: Path) -> Comparison:
    chinese = not one.isascii() and "“" not in one[:1]
    head = (
        "标题：简讯\n日期：2024-05-06\n来源：{}\n\n{}\n"
        if chinese
        else "Title: Brief\nDate: 2024-05-06\nSource: {}\n\n{}\n"
    )
    articles = []
    for name, body in (("BBC", one), ("Reuters", other)):
        path = folder / f"{name}.txt"
        path.write_text(head.format(name, body), encoding="utf-8")
        articles += compare.read(path)
    story = Story("s", "s", None, None, tuple(articles), ())
    return compare.analyse(story, compare.Options())
