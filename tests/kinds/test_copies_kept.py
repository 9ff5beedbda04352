"""An equal text under another date, outlet or address is an article of its own, a copy of the first
and one voice with it; the same bytes at one path are read once.

Public reference: a public set of 4,009 articles, of which 1,146 were set aside as equal.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

import compare
from compare.cli.commands import program
from compare.model import Article
from compare.sources import read_all

LONG = (
    "The bridge at Nordby was closed on Tuesday after an inspector found cracks in two cables.",
    "Engineer Paula Stern said that repairs would take three weeks and cost 2 million crowns.",
    "Buses will cross the river by ferry until then, and the fare stays the same.",
)
BODY = "\n\n".join(LONG)


def record(**fields: str) -> str:
    """A file with a header and the text."""
    head = {"title": "Bridge at Nordby closed", "outlet": "Amber Post", "date": "2024-05-07"}
    lines = "\n".join(f"{key}: {value}" for key, value in (head | fields).items())
    return f"{lines}\n\n{BODY}\n"


def written(folder: Path, *texts: str) -> list[Path]:
    """Files a.txt, b.txt, …"""
    paths = [folder / f"{chr(97 + number)}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    return paths


# what the second has otherwise
OTHERWISE = [
    {},
    {"date": "2024-05-08"},
    {"outlet": "Birch Gazette"},
    {"outlet": "Birch Gazette", "date": "2024-05-08"},
    {"url": "https://amber.example/nordby-2"},
    {"title": "Cracks found in bridge"},
    {"date": "2024-06-20"},
    {"outlet": "Birch Gazette", "title": "Nordby without a bridge", "url": "https://b.example/9"},
]


@pytest.mark.parametrize("fields", OTHERWISE, ids=str)
def test_an_equal_text_is_an_article_and_a_copy(tmp_path: Path, fields: dict[str, str]) -> None:
    """Both are read, nothing is set aside, and the ids differ."""
    written(tmp_path, record(), record(**fields))
    articles, aside = read_all([tmp_path])
    assert (len(articles), aside) == (2, [])
    first, second = articles
    assert first.id != second.id
    assert (first.copy_of, second.copy_of) == (None, first.id)


@pytest.mark.parametrize("fields", OTHERWISE, ids=str)
def test_a_copy_stands_in_the_story_of_its_original_as_one_voice(
    tmp_path: Path, fields: dict[str, str]
) -> None:
    """The story has two sources, of which one copies the other; every claim has one voice."""
    written(tmp_path, record(), record(**fields))
    answer = CliRunner().invoke(program, ["stories", str(tmp_path), "--format", "json"])
    listed = json.loads(answer.stdout)
    (story,) = listed["stories"]
    assert listed["set_aside"] == []
    assert len(story["articles"]) == 2
    answer = CliRunner().invoke(
        program, ["story", story["slug"], str(tmp_path), "--format", "json"]
    )
    sources = json.loads(answer.stdout)["sources"]
    assert [s["copy_of"] for s in sources] == [None, sources[0]["id"]]


def test_short_and_spaced_texts_are_copies_too(tmp_path: Path) -> None:
    """White space does not hide an equal text, and its length does not matter."""
    head = "title: Port reopens\noutlet: {}\ndate: 2024-05-07\n\n"
    written(
        tmp_path,
        head.format("Amber Post") + "The port of Lund is open again.\n",
        head.format("Birch Gazette") + "The port  of Lund\tis open again. \n\n",
    )
    articles, aside = read_all([tmp_path])
    assert aside == []
    assert [a.copy_of for a in articles] == [None, articles[0].id]
    (story,) = compare.group(articles)
    assert [s.copy_of for s in compare.analyse(story).sources] == [None, "amber-post"]


@pytest.mark.parametrize("count", [5])
def test_many_copies_are_one_voice(tmp_path: Path, count: int) -> None:
    """Reprints in five outlets have one original, whatever each calls it."""
    names = ["Amber Post", "Birch Gazette", "Cedar News", "Dogwood Daily", "Elm Times"]
    written(
        tmp_path,
        *(record(outlet=name, date=f"2024-05-0{7 + n // 2}") for n, name in enumerate(names)),
    )
    articles, _ = read_all([tmp_path])
    (story,) = compare.group(articles)
    found = compare.analyse(story)
    assert len(found.sources) == count
    assert [s.copy_of for s in found.sources] == [None] + ["amber-post"] * 4
    (family,) = found.families
    assert len(family.sources) == count


def test_records_of_one_file_are_kept_too(tmp_path: Path) -> None:
    """Equal records of a dump that differ in their dates, or in nothing, are articles."""
    row = {"title": "Bridge closed", "outlet": "Amber Post", "date": "2024-05-07", "text": BODY}
    rows = [row, row | {"date": "2024-05-08"}, row]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    (tmp_path / "list.json").write_text(json.dumps(rows), "utf-8")
    articles, aside = read_all([tmp_path])
    assert (len(articles), aside) == (6, [])
    assert len({a.id for a in articles}) == 6
    assert sum(a.copy_of is None for a in articles) == 1


def test_other_texts_are_no_copies(tmp_path: Path) -> None:
    """One more sentence makes a reprint, which the story finds, and no equal text."""
    written(tmp_path, record(), record(outlet="Birch Gazette") + "\nThe mayor was not reached.\n")
    articles, _ = read_all([tmp_path])
    assert [a.copy_of for a in articles] == [None, None]


def test_headlines_without_text_are_no_copies_of_another_day(tmp_path: Path) -> None:
    """A daily column of which only the headline is known is a new one each day."""
    for day in (7, 8):
        (tmp_path / f"{day}.json").write_text(
            json.dumps({"title": "Morning briefing", "outlet": "BBC", "date": f"2024-05-0{day}"})
        )
    articles, aside = read_all([tmp_path])
    assert (len(articles), aside) == (2, [])
    assert [a.copy_of for a in articles] == [None, None]


def test_the_same_bytes_at_one_path_are_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However the path is written: alone, in its folder, with dots, absolute, or by a link."""
    folder = tmp_path / "in"
    folder.mkdir()
    (path,) = written(folder, record())
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.txt").symlink_to(path)
    given = [Path("in"), Path("in/a.txt"), Path("in/../in/a.txt"), path, tmp_path, Path("link.txt")]
    articles, aside = read_all(given)
    assert (len(articles), aside) == (1, [])


@pytest.mark.parametrize("make", [Path.read_text, Path.read_bytes])
def test_the_id_is_the_same_wherever_the_folder_lies(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    """An id does not hold the machine's path above the article's folder."""
    found: list[Article] = []
    for place in ("one", "two/deep"):
        folder = tmp_path / place / "articles"
        folder.mkdir(parents=True)
        (path,) = written(folder, record())
        assert make(path)
        found += read_all([folder])[0]
    assert found[0].id == found[1].id


def test_files_of_one_name_in_two_folders_are_two_articles(tmp_path: Path) -> None:
    """Equal names of folder and file do not make one id of two articles."""
    for place in ("one", "two"):
        folder = tmp_path / place / "articles"
        folder.mkdir(parents=True)
        written(folder, record())
    articles, aside = read_all([tmp_path])
    assert (len(articles), aside) == (2, [])
    assert len({a.id for a in articles}) == 2
    assert len(compare.group(articles)[0].articles) == 2


def test_an_id_with_an_address_does_not_depend_on_the_file(tmp_path: Path) -> None:
    """The address names the article; http, www, a slash and a campaign do not matter."""
    ids = set()
    for number, url in enumerate(
        [
            "https://www.amber.example/nordby/",
            "http://amber.example/nordby?utm_source=x",
            "https://amber.example/nordby#top",
        ]
    ):
        (path,) = written(tmp_path, record(url=url))
        (article,) = compare.read(path.rename(tmp_path / f"{number}.txt"))
        ids.add(article.id)
    assert len(ids) == 1
