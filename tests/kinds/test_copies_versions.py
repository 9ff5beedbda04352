"""The same address again is a version of one article: the later capture counts, the earlier is kept
as a version and named; another text that only shares an address is an article of its own.

Public reference: a public set of articles in which pages were captured several times.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from compare.cli.commands import program
from compare.model import Article, SetAside
from compare.sources import read_all

FIRST = (
    "A train left the rails near Holm on Monday morning. Two people were hurt, the railway said.",
    "The line to Holm is closed, and buses replace the trains.",
)
SECOND = (
    "A train left the rails near Holm on Monday morning. Five people were hurt, the railway said.",
    "The line to Holm is closed, and buses replace the trains.",
    "Investigators are looking at a broken switch.",
)
URL = "https://amber.example/holm-train"


def row(url: str, said: tuple[str, ...], **more: str) -> dict[str, str]:
    """A record of a dump."""
    return {
        "title": "Train derails near Holm",
        "outlet": "Amber Post",
        "date": "2024-05-06T09:00:00Z",
        "url": url,
        "text": "\n\n".join(said),
    } | more


def read(folder: Path, *rows: dict[str, str]) -> tuple[list[Article], list[SetAside]]:
    """Files 0.json, 1.json, …"""
    for number, one in enumerate(rows):
        (folder / f"{number}.json").write_text(json.dumps(one), "utf-8")
    return read_all([folder])


CAPTURES = [
    ({"date_download": "2024-05-06 10:00:00"}, {"date_download": "2024-05-06 18:00:00"}),
    ({"crawl_date": "2024-05-06"}, {"crawl_date": "2024-05-08"}),
    ({"date_modify": "2024-05-06 10:00:00"}, {"date_modify": "2024-05-06 12:00:00"}),
    ({}, {"date": "2024-05-06T15:00:00Z"}),
    ({}, {}),
]


@pytest.mark.parametrize(("early", "late"), CAPTURES, ids=str)
def test_the_later_capture_counts_and_the_earlier_is_kept(
    tmp_path: Path, early: dict[str, str], late: dict[str, str]
) -> None:
    """By what the record says of its capture, its change or its date, else the order of files."""
    articles, aside = read(tmp_path, row(URL, FIRST, **early), row(URL, SECOND, **late))
    (article,) = articles
    assert aside == []
    assert "Five people" in article.text
    (version,) = article.versions
    assert "Two people" in version.text
    assert version.file.endswith("0.json")
    assert any("0.json" in note for note in article.notes)


def test_the_order_of_files_does_not_matter_where_captures_are_dated(tmp_path: Path) -> None:
    """The later capture counts although it stands first."""
    (article,), _ = read(
        tmp_path,
        row(URL, SECOND, date_download="2024-05-06 18:00:00"),
        row(URL, FIRST, date_download="2024-05-06 10:00:00"),
    )
    assert "Five people" in article.text
    assert article.file.endswith("0.json")
    assert article.versions[0].file.endswith("1.json")


@pytest.mark.parametrize(
    "url",
    [
        "http://amber.example/holm-train",
        "https://www.amber.example/holm-train/",
        "https://amber.example/holm-train?utm_source=feed&utm_medium=rss",
        "https://AMBER.example/holm-train#comments",
        "https://amber.example:443/holm-train?fbclid=abc",
    ],
)
def test_one_address_has_several_spellings(tmp_path: Path, url: str) -> None:
    """Scheme, www, a slash at the end, a place in the page and campaigns are no other address."""
    articles, _ = read(tmp_path, row(URL, FIRST), row(url, SECOND))
    assert len(articles) == 1
    assert len(articles[0].versions) == 1


def test_three_captures_are_one_article_with_two_versions(tmp_path: Path) -> None:
    """Versions stand in the order of their captures, also where two are equal."""
    (article,), _ = read(
        tmp_path,
        row(URL, FIRST, date_download="2024-05-06 10:00:00"),
        row(URL, FIRST, date_download="2024-05-06 12:00:00"),
        row(URL, SECOND, date_download="2024-05-06 18:00:00"),
    )
    assert [v.file[-6:] for v in article.versions] == ["0.json", "1.json"]


@pytest.mark.parametrize(
    "url",
    [
        "https://amber.example/",
        "https://amber.example",
        "https://amber.example/live",
        "https://amber.example/page?id=7",
    ],
)
def test_another_text_at_the_address_is_another_article(tmp_path: Path, url: str) -> None:
    """A front page or a running address shows another article each day: both are kept."""
    other = (
        "The museum of Holm shows clocks of three centuries. The oldest was made in 1702.",
        "Tickets cost eight crowns, and children pay nothing.",
    )
    articles, aside = read(
        tmp_path, row(url, FIRST), row(url, other, title="Clocks in Holm", date="2024-05-09")
    )
    assert (len(articles), aside) == (2, [])
    assert all(a.versions == () for a in articles)
    assert len({a.id for a in articles}) == 2


@pytest.mark.parametrize("query", ["?id=1", "?p=2024"])
def test_a_query_is_part_of_the_address(tmp_path: Path, query: str) -> None:
    """Articles that differ in their number alone are no versions."""
    articles, _ = read(
        tmp_path,
        row(f"https://amber.example/story{query}", FIRST),
        row(f"https://amber.example/story{query}9", SECOND),
    )
    assert len(articles) == 2


def test_the_versions_of_an_article_are_shown(tmp_path: Path) -> None:
    """`compare article` names the earlier capture, as text and as JSON."""
    read(tmp_path, row(URL, FIRST), row(URL, SECOND))
    answer = CliRunner().invoke(program, ["article", str(tmp_path)])
    assert "0.json" in answer.stdout
    answer = CliRunner().invoke(program, ["article", str(tmp_path), "--format", "json"])
    (one,) = json.loads(answer.stdout)["articles"]
    assert [v["file"][-6:] for v in one["versions"]] == ["0.json"]
    assert "Two people" in one["versions"][0]["text"]


def test_an_equal_text_at_the_same_address_is_a_version(tmp_path: Path) -> None:
    """Captured twice and unchanged, it is one article and nothing is set aside."""
    articles, aside = read(tmp_path, row(URL, FIRST), row(URL, FIRST))
    assert (len(articles), aside) == (1, [])
    assert len(articles[0].versions) == 1


def test_a_summary_beside_the_text_is_no_version(tmp_path: Path) -> None:
    """What a digest says of an article, with its address, is a text of its own kind."""
    short = (FIRST[0],)
    articles, _ = read(tmp_path, row(URL, short, kind="summary", outlet="Digest"), row(URL, FIRST))
    assert sorted(a.kind for a in articles) == ["news", "summary"]
