"""An official text is the original of its translations and rewrites, whatever the hour; between two
of which only the day is known, an agency's text is no copy of somebody's rewrite.

Public reference: real articles (a joint statement and an outlet's retelling of it).
"""

from __future__ import annotations

from pathlib import Path

import pytest

import compare
from compare.model import Comparison

EN = (
    "The two governments will open a ferry line between Sandmark and Rolund on 1 June.",
    "Each side will pay half of the 40 million crowns that the new terminal costs.",
    "Passengers of both countries will need no visa for stays of up to 30 days.",
    "A joint office in Sandmark will settle disputes within 14 days.",
    "The agreement is valid for ten years and may be renewed.",
    "Both ministers will meet again in Rolund in October.",
)
ZH = (
    "两国政府将于6月1日开通桑马克与罗伦德之间的渡轮航线。",
    "新码头耗资4000万克朗，双方各承担一半。",
    "两国旅客停留30天以内无需签证。",
    "设在桑马克的联合办公室将在14天内解决争端。",
    "协议有效期为十年，可以续签。",
    "两国部长将于10月在罗伦德再次会面。",
)
NEWS_EN, NEWS_ZH = "Two neighbours open a ferry line", "两邻国开通渡轮航线"


def text(outlet: str, title: str, when: str, sentences: tuple[str, ...], more: str = "") -> str:
    """A file with a header of fields."""
    body = "\n\n".join(sentences)
    return f"title: {title}\noutlet: {outlet}\ndate: {when}\n{more}\n{body}\n"


def compared(folder: Path, *files: str) -> Comparison:
    """The comparison of the story that these files make."""
    for number, content in enumerate(files):
        (folder / f"{'ab'[number]}.txt").write_text(content, "utf-8")
    articles = [a for path in sorted(folder.iterdir()) for a in compare.read(path)]
    (one,) = compare.group(articles)
    return compare.analyse(one)


def by_file(found: Comparison, name: str) -> tuple[str, str | None]:
    """Id and original of the source of this file."""
    (one,) = [s for s in found.sources if s.article.file.endswith(name)]
    return one.id, one.copy_of


# (official outlet and title, its sentences, the other's outlet, title and sentences)
PAIRS = [
    ("China Foreign Ministry", "外交部谈渡轮航线", ZH, "Globe Banner", NEWS_EN, EN),
    ("White House", "Ferry line between Sandmark and Rolund", EN, "海湾日报", NEWS_ZH, ZH),
    ("Harbour Gazette", "Joint Statement on the Ferry Line", EN, "Globe Banner", NEWS_EN, EN),
    ("Harbour Gazette", "关于渡轮航线的联合声明", ZH, "Globe Banner", NEWS_EN, EN),
    ("Harbour Gazette", "联合声明（全文）", ZH, "海湾日报", NEWS_ZH, ZH),
    ("Harbour Gazette", "Full text: agreement on the ferry line", EN, "海湾日报", NEWS_ZH, ZH),
    ("State Department", "Readout of the ministers' meeting", EN, "Globe Banner", NEWS_EN, EN),
]
HOURS = [
    ("2024-05-06", "2024-05-06"),
    ("2024-05-06T18:00:00+00:00", "2024-05-06T09:00:00+00:00"),
    ("2024-05-06", "2024-05-06T09:00:00+00:00"),
    ("2024-05-07", "2024-05-06"),
]


@pytest.mark.parametrize("hours", HOURS)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[1])
def test_an_official_text_is_nobodys_copy(
    tmp_path: Path,
    pair: tuple[str, str, tuple[str, ...], str, str, tuple[str, ...]],
    hours: tuple[str, str],
) -> None:
    """However late its hour, and in whatever order the files stand; the other is its copy where a
    family is seen.
    """
    outlet, title, said, other, headline, retold = pair
    for turned, more in enumerate(("a", "b")):
        folder = tmp_path / more
        folder.mkdir()
        files = [text(outlet, title, hours[0], said), text(other, headline, hours[1], retold)]
        found = compared(folder, *(files[::-1] if turned else files))
        official, copied = by_file(found, "b.txt" if turned else "a.txt")
        assert copied is None
        assert all(family.original == official for family in found.families)
        if said is retold:
            assert by_file(found, "a.txt" if turned else "b.txt")[1] == official


@pytest.mark.parametrize(("agency", "title"), [("Xinhua", NEWS_ZH), ("新华社", "渡轮六月开航")])
def test_of_one_day_the_agency_is_the_original(tmp_path: Path, agency: str, title: str) -> None:
    """Where days alone are known an agency's text comes before an outlet's."""
    found = compared(
        tmp_path,
        text("Globe Banner", NEWS_EN, "2024-05-06", EN),
        text(agency, title, "2024-05-06", ZH),
    )
    assert by_file(found, "b.txt")[1] is None
    assert all(family.original == "xinhua" for family in found.families)


def test_hours_decide_between_two_outlets(tmp_path: Path) -> None:
    """Of two news texts the one that is surely earlier stays the original."""
    found = compared(
        tmp_path,
        text("Zeal Post", NEWS_EN, "2024-05-06T08:00:00+00:00", EN),
        text("Amber Post", "Ferry line to open", "2024-05-06T13:00:00+00:00", EN),
    )
    assert by_file(found, "a.txt")[1] is None
    assert by_file(found, "b.txt")[1] == by_file(found, "a.txt")[0]


@pytest.mark.parametrize(
    "title",
    [
        "Ministers issue joint statement on ferry line",
        "两国发表联合声明 渡轮六月开航",
        "Outrage over joint statement",
        "Why the full text of the deal matters",
        "联合声明引发争议",
    ],
)
def test_a_headline_about_a_statement_is_news(tmp_path: Path, title: str) -> None:
    """A report that names a statement in its headline is no official text."""
    (tmp_path / "a.txt").write_text(text("Globe Banner", title, "2024-05-06", EN), "utf-8")
    (one,) = compare.read(tmp_path / "a.txt")
    assert one.kind == "news"


def test_the_order_of_sources_does_not_change_by_the_rule(tmp_path: Path) -> None:
    """Sources stay in the order of their publication; only the original is another."""
    found = compared(
        tmp_path,
        text("Globe Banner", NEWS_EN, "2024-05-06T09:00:00+00:00", EN),
        text("White House", "Joint Statement", "2024-05-06T18:00:00+00:00", EN),
    )
    assert [s.id for s in found.sources] == ["globe-banner", "white-house"]
    assert found.sources[0].copy_of == "white-house"
