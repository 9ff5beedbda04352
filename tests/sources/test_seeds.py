"""The five seeds, read as a careful person would write them down."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from compare.model import Article
from compare.sources import read, read_all

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeds() -> dict[str, Article]:
    articles, aside = read_all(sorted(path for path in SEEDS.iterdir() if path.is_file()))
    assert aside == []
    return {f"{a.outlet}-{a.day}": a for a in articles}


def test_five_files_hold_six_articles_of_five_outlets(seeds: dict[str, Article]) -> None:
    """The digest gives two articles, every other seed one, each under its outlet's id and name."""
    assert {key: a.outlet_name for key, a in seeds.items()} == {
        "rfi-2023-06-19": "RFI",
        "epochtimes-2023-09-18": "Epoch Times",
        "zhenxiang-2023-09-18": "真相集中营",
        "reuters-2023-09-18": "Reuters",
        "rfi-2023-09-19": "RFI",
        "rfa-2023-10-28": "RFA",
    }


@pytest.mark.parametrize(
    ("key", "moment"),
    [
        ("rfi-2023-06-19", "2023-06-19T15:17:00+02:00"),
        ("epochtimes-2023-09-18", "2023-09-18T17:16:54-04:00"),
        ("zhenxiang-2023-09-18", "2023-09-18"),
        ("reuters-2023-09-18", "2023-09-18T19:22:58+00:00"),
        ("rfi-2023-09-19", "2023-09-19T19:55:00+02:00"),
        ("rfa-2023-10-28", "2023-10-28T14:35:06-04:00"),
    ],
)
def test_dates_are_in_the_outlets_own_zone(
    seeds: dict[str, Article], key: str, moment: str
) -> None:
    """Each seed's time of publication is the printed one, moved to where the outlet is."""
    published = seeds[key].published
    assert published is not None
    assert published.isoformat() == moment


@pytest.mark.parametrize(
    ("key", "paragraphs", "first", "last"),
    [
        ("rfi-2023-06-19", 13, "美国国务卿安东尼-布林肯19日下午", "处于独特的地位。"),
        ("epochtimes-2023-09-18", 18, "周一（9月18日），美国国务卿", "拜登和习近平通电话。"),
        ("zhenxiang-2023-09-18", 1, "这篇报道涉及到美国国务卿", "以解决共同面临的问题。"),
        ("reuters-2023-09-18", 10, "U.S. Secretary of State", "China-U.S. relations,” Han said."),
        ("rfi-2023-09-19", 8, "美国国务卿安东尼-布林肯与中国", "包括未来几周的后续高层接触。"),
        ("rfa-2023-10-28", 9, "10月26日至27日，美国国务卿", "一系列问题上保持开放的沟通渠道。"),
    ],
)
def test_the_body_is_whole_and_holds_nothing_else(
    seeds: dict[str, Article], key: str, paragraphs: int, first: str, last: str
) -> None:
    """The body starts after the dateline, ends before the credit, and keeps every paragraph."""
    article = seeds[key]
    assert len(article.paragraphs) == paragraphs
    assert article.text.startswith(first)
    assert article.text.endswith(last)
    assert article.complete
    assert "\xa0" not in article.text
    assert "  " not in article.text


def test_spans_join_without_spaces_and_typed_spaces_stay(seeds: dict[str, Article]) -> None:
    """`10<span>月</span>` is one word, `<span>&nbsp;</span>` one space, '第 78 届' as printed."""
    rfa, rfi = seeds["rfa-2023-10-28"].text, seeds["rfi-2023-09-19"].text
    assert "去年11月拜登总统" in rfa
    assert "菲律宾 10 月 22 日前往" in rfa
    assert "所有国家 — — 特别是联合国安理会常任理事国 — — 明确谴责" in rfa
    assert "第 78 届联合国大会" in rfi
    assert '"。而"中国在推动平壤' in seeds["rfi-2023-06-19"].text


@pytest.mark.parametrize(
    ("key", "kind", "text"),
    [
        ("rfi-2023-09-19", "share", "分享 :"),
        ("rfi-2023-09-19", "dateline", "19/09/2023 - 19:55"),
        (
            "epochtimes-2023-09-18",
            "dateline",
            "【大纪元2023年09月19日讯】（大纪元记者林燕报导）",
        ),
        ("epochtimes-2023-09-18", "credit", "责任编辑：李缘#"),
        (
            "rfa-2023-10-28",
            "caption",
            "布林肯对中国在新疆、西藏和香港的侵犯人权行为以及令人关注的个案表示关切。\n\n路透社图片",
        ),
        ("rfa-2023-10-28", "credit", "责编：梒青"),
        ("reuters-2023-09-18", "dateline", "2023-09-18T19:22:58Z"),
    ],
)
def test_what_is_not_body_is_a_part(
    seeds: dict[str, Article], key: str, kind: str, text: str
) -> None:
    """Share blocks, datelines, credits and captions are kept under their own names."""
    assert seeds[key].part(kind) == text


def test_a_dateline_of_the_next_day_is_recorded_as_disagreeing(seeds: dict[str, Article]) -> None:
    """The dateline of 19 September stands against three readings of the 18th."""
    readings = seeds["epochtimes-2023-09-18"].dates
    assert [(r.where, r.agrees) for r in readings] == [
        ("header", True),
        ("epoch", True),
        ("url", True),
        ("dateline", False),
    ]
    assert readings[-1].value == date(2023, 9, 19)


def test_the_digest_says_who_wrote_and_who_carried(seeds: dict[str, Article]) -> None:
    """The summary is the page's own; the reprint is the agency's, with its title, via the page."""
    summary, reprint = seeds["zhenxiang-2023-09-18"], seeds["reuters-2023-09-18"]
    assert (summary.kind, summary.language, summary.via) == ("summary", "zh-Hans", None)
    assert (reprint.kind, reprint.language, reprint.via) == ("news", "en", "真相集中营")
    assert reprint.title.startswith("Top US diplomat Blinken meets Chinas VP Han")


def test_a_file_is_named_with_its_folder(seeds: dict[str, Article]) -> None:
    """`file` ends in folder and name, as other programs need to tell equal names apart."""
    assert seeds["rfa-2023-10-28"].file.endswith("seeds/2023-10-28-rfa-blinken-wang.md")


def test_ids_depend_on_content_alone(tmp_path: Path, seeds: dict[str, Article]) -> None:
    """The same text under another name in another folder has the same id."""
    source = SEEDS / "2023-09-19-rfi-blinken-han.md"
    copy = tmp_path / "other.txt"
    copy.write_bytes(source.read_bytes())
    assert read(copy)[0].id == seeds["rfi-2023-09-19"].id
