"""What cannot be read: one line that names the file and the remedy, and the rest goes on."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from compare import sources
from compare.errors import CompareError, InternalFault, NoText, UnreadableFile
from compare.model import Article
from compare.options import Options
from compare.sources import read, read_all
from compare.sources.drafts import Draft

GOOD = "---\ntitle: T\nfrom: https://a.example/1\n---\n\nThe minister arrived.\n"


@pytest.mark.parametrize(
    ("name", "content", "error", "message"),
    [
        ("a.md", b"", NoText, "the file is empty"),
        ("a.md", b" \n\n", NoText, "the file is empty"),
        ("a.md", b"\xef\xbb\xbf\n", NoText, "the file is empty"),
        ("a.md", b"---\nauthor: T\n---\n\n", NoText, "holds no article text"),
        (
            "a.md",
            b"---\ntitle: T\n\nText.",
            UnreadableFile,
            ":1: front matter is not closed; end it with a line of ---",
        ),
        (
            "a.md",
            b"---\n[a: b: c\n---\n\nText.",
            UnreadableFile,
            "front matter cannot be read",
        ),
        ("a.json", b"{broken", UnreadableFile, ":1: not JSON: Expecting property name"),
        ("a.jsonl", b"{broken", NoText, ":1: not JSON: Expecting property name"),
        ("a.json", b"[]", NoText, "holds no article text"),
        (
            "a.xml",
            b'<?xml version="1.0"?><rss></rss>',
            UnreadableFile,
            "an XML feed, not an article",
        ),
        ("a.md", b"%PDF-1.7", UnreadableFile, "not a text: this is a PDF file"),
        ("a.html", b"<html><body></body></html>", NoText, "holds no article text"),
    ],
)
def test_a_bad_file_is_explained(
    reading: Callable[..., list[Article]],
    name: str,
    content: bytes,
    error: type[CompareError],
    message: str,
) -> None:
    """Each way to be unusable has its own words, in one line, with the file in front."""
    with pytest.raises(error) as caught:
        reading(content, name)
    assert message in str(caught.value)
    assert str(caught.value).split(":")[0].endswith(f"in/{name}")
    assert "\n" not in str(caught.value)


def test_a_missing_file_a_folder_and_an_enormous_file(tmp_path: Path) -> None:
    """Paths that cannot be opened say why; the limit on size is an option."""
    big = tmp_path / "big.md"
    big.write_text("x" * 100)
    for path, options, words in (
        (tmp_path / "none.md", None, "no such file"),
        (tmp_path, None, "a folder, not a file"),
        (big, Options(max_bytes=50), "is over the limit of"),
    ):
        with pytest.raises(UnreadableFile, match=words):
            read(path, options)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_says_so(tmp_path: Path) -> None:
    """A file without permission is refused in words."""
    path = tmp_path / "a.md"
    path.write_text(GOOD)
    path.chmod(0)
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read(path)


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    """Folders are read in order; READMEs, licences, dotfiles and our tables are passed over."""
    for name, content in {
        "b.md": GOOD,
        "a.md": "---\ntitle: broken\n",
        "README.md": GOOD,
        "LICENSE": "x",
        ".hidden/c.md": GOOD,
        "names.tsv": "x",
        "sub/d.md": GOOD.replace("example/1", "example/2"),
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
    articles, aside = read_all([tmp_path])
    assert [a.file for a in articles] == [f"{tmp_path}/b.md", f"{tmp_path}/sub/d.md"]
    assert [(s.file, s.line) for s in aside] == [(f"{tmp_path}/a.md", 1)]


def test_a_fault_of_ours_takes_one_article_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One record of a file on which we fail is set aside with its line; `read` raises it."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One."}\n{"text": "Two."}\n', "utf-8")
    finish = sources.finish

    def fails_once(draft: Draft, *rest: Any) -> Article:
        if draft.line == 1:
            raise OverflowError("too large \ud800")
        return finish(draft, *rest)

    monkeypatch.setattr(sources, "finish", fails_once)
    articles, aside = read_all([path])
    assert [a.text for a in articles] == ["Two."]
    assert [(s.line, s.reason.split(";")[0]) for s in aside] == [
        (1, "a fault of this program: OverflowError: too large ")
    ]
    with pytest.raises(InternalFault) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}:1: a fault of this program")
    with pytest.raises(InternalFault):
        read_all([path], Options(debug=True))


def test_memory_that_runs_out_is_no_fault_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MemoryError passes the net: the next file would meet it as well."""
    path = tmp_path / "a.txt"
    path.write_text(GOOD)

    def full(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(sources, "finish", full)
    with pytest.raises(MemoryError):
        read_all([path])


def test_the_second_capture_of_an_address_supersedes_the_first(tmp_path: Path) -> None:
    """Two files with one article: the later counts, the earlier is a version of it."""
    (tmp_path / "a.md").write_text(GOOD)
    (tmp_path / "b.txt").write_text(GOOD.replace("arrived.\n", "arrived.  \n\n"))
    articles, aside = read_all([tmp_path, tmp_path / "a.md"])
    (article,) = articles
    assert aside == []
    assert article.file == f"{tmp_path}/b.txt"
    assert [v.file for v in article.versions] == [f"{tmp_path}/a.md"]


def test_a_bare_name_is_shown_with_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From inside the folder, too, `file` keeps the folder's name."""
    folder = tmp_path / "hamlet"
    folder.mkdir()
    (folder / "a.md").write_text(GOOD)
    monkeypatch.chdir(folder)
    assert read(Path("a.md"))[0].file == "hamlet/a.md"


def test_an_outlets_file_beside_the_articles_is_used(tmp_path: Path) -> None:
    """A folder may bring its own outlets; a broken file is named and sets its articles aside."""
    (tmp_path / "a.md").write_text(GOOD)
    (tmp_path / "outlets.toml").write_text(
        '[hill]\nname = "The Hill Post"\ndomains = ["a.example"]\n'
    )
    articles, _ = read_all([tmp_path])
    assert (articles[0].outlet, articles[0].outlet_name) == ("hill", "The Hill Post")
    (tmp_path / "outlets.toml").write_text("not toml")
    articles, aside = read_all([tmp_path])
    assert articles == []
    assert aside[0].file == f"{tmp_path}/outlets.toml"


_PIECES = st.sampled_from(
    [
        *("---\n", "title: T\n", "<!--1695147302000-->\n", "[t](https://a.example)\n", "------\n"),
        *("<p>", "</div>", "<figure>", "<html>", '{"text": "a"}\n', "[", "{", "# h\n", "- ", "**"),
        *(
            "| a | b |\n",
            "标题：甲\n",
            "September 18, 2023 2 min 3 words\n\n",
            "外长抵达。",
            "\n\n",
        ),
        "2023-09-18T19:22:58Z\n\n",
        *("<![", "<![CDATA[", "]>", '<n">', "<meta <head>", "<!--", "-->"),
        *('{"text": "a", "date": "Mon, 1 Jan 2020 00:00:00 +', "9" * 20, '"}', "\\ud800"),
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.binary(max_size=300) | st.lists(_PIECES, max_size=12).map(lambda p: "".join(p).encode()),
    st.sampled_from([".md", ".txt", ".json", ".jsonl", ".html", ""]),
)
@example(b"---\ntitle:!\n---", ".md")
def test_no_file_ends_in_a_traceback(tmp_path: Path, content: bytes, suffix: str) -> None:
    """Any bytes under any suffix give articles whose paragraphs slice their text, or an error; one
    of a headline only has no paragraph.
    """
    path = tmp_path / f"fuzz{suffix}"
    path.write_bytes(content)
    articles, _ = read_all([path], Options(debug=True))
    for article in articles:
        cut = [article.text[p.start : p.end] for p in article.paragraphs]
        assert cut == (article.text.split("\n\n") if article.text else [])
        assert all(article.text[p.start : p.end].strip() for p in article.paragraphs)


def test_front_matter_that_multiplies_itself_is_refused(
    reading: Callable[..., list[Article]], one: Callable[..., Article]
) -> None:
    """Values made of each other by aliases are refused in one line; a few aliases are read."""
    rows = ['a: &a ["lol","lol"]']
    rows += [f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]" for a, b in pairwise("abcdefghi")]
    with pytest.raises(UnreadableFile) as caught:
        reading("---\n" + "\n".join([*rows, "title: *i"]) + f"\n---\n\n{_SAID}")
    assert str(caught.value).endswith(
        "in/post.md:3: front matter repeats values by more than 8 aliases, such as *a; "
        "write the values out"
    )
    few = one(f"---\ntitle: &t Talks end\nog: *t\nheadline: *t\noutlet: BBC\n---\n\n{_SAID}")
    assert (few.title, few.outlet, few.notes) == ("Talks end", "bbc", ())


@pytest.mark.parametrize("depth", [49, 51, 200, 400, 2000])
@pytest.mark.parametrize("opened", ["[", "{a: ", "- "])
def test_front_matter_of_absurd_depth_costs_its_value_alone(
    one: Callable[..., Article], depth: int, opened: str
) -> None:
    """A deep value never loses the other fields, and a note says when YAML did not read them."""
    closed = {"[": "]", "{a: ": "}", "- ": ""}[opened] * depth
    article = one(f"---\ntitle: T\nx:\n {opened * depth}z{closed}\noutlet: BBC\n---\n\n{_SAID}")
    assert (article.title, article.outlet) == ("T", "bbc")
    assert len(article.notes) == (depth > 49)


def test_nesting_that_exhausts_a_parser_is_no_crash(tmp_path: Path) -> None:
    """Deep YAML is read line by line instead, deep JSON is set aside."""
    (tmp_path / "a.md").write_text("---\ntitle: T\nx: " + "[" * 50_000 + "\n---\n\nText.")
    (tmp_path / "b.json").write_text("[" * 200_000)
    articles, aside = read_all([tmp_path])
    assert [a.title for a in articles] == ["T"]
    assert [s.reason for s in aside] == ["not JSON: nested too deeply"]


_SAID = "The minister said on Monday that the talks had ended."
_MET = "Officials of both sides met for two hours, and they will meet again in the autumn."


@pytest.mark.parametrize(
    "broken",
    [
        "<![x y]>",
        "<![ y]>",
        "<![CDAT",
        "<![CDATA[",
        '<n">',
        '<n"><meta <head>',
        '<h"ead>Hi</h"ead>',
    ],
)
@pytest.mark.parametrize(
    ("name", "page"),
    [
        (
            "a.html",
            "<!doctype html><html><head>{1}</head><article><p>{0}</p>{2}<p>{1}</p>{2}</html>",
        ),
        ("a.md", "Talks end\n\n<p>{0}</p>{2}<p>{1}</p>"),
        ("a.json", '{{"title": "T", "text": "<p>{0}</p>{3}<p>{1}</p>"}}'),
    ],
)
def test_broken_markup_costs_only_itself(
    one: Callable[..., Article], name: str, page: str, broken: str
) -> None:
    """An unknown declaration, half a CDATA and a mark in a tag's name leave the text around it."""
    quoted = json.dumps(broken)[1:-1]
    article = one(page.format(_SAID, _MET, broken, quoted), name)
    assert _SAID in article.text
    assert _MET[-40:] in article.text


def test_values_of_absurd_size_are_no_crash(one: Callable[..., Article]) -> None:
    """A zone or second of twenty digits is no date, and the article is read."""
    for date in (f"Mon, 1 Jan 2020 00:00:00 +{9:0>20}9", f"Mon, 1 Jan 2020 00:00:{'9' * 30} GMT"):
        article = one(json.dumps({"title": "T", "date": date, "text": _SAID}), "a.json")
        assert article.text == _SAID


def test_half_a_surrogate_pair_leaves_nothing(one: Callable[..., Article]) -> None:
    """JSON may spell one half of a pair; what is kept of the record can be written as UTF-8."""
    fields = {"title": "T", "url": "https://a.example/1", "date": "2023-09-18", "outlet": "AFP"}
    record = {key: value + "\ud800" for key, value in {**fields, "text": _SAID}.items()}
    article = one(json.dumps(record), "a.json")
    assert (article.url, article.outlet, str(article.published)) == (
        "https://a.example/1",
        "afp",
        "2023-09-18",
    )
    repr(article).encode()
    assert not any("ud800" in text for text in (repr(article), article.dates[0].text))


@pytest.mark.parametrize("depth", [12, 300, 600, 900])
@pytest.mark.parametrize("key", ["x", "title", "text", "author"])
def test_deep_values_of_a_record_say_nothing(
    reading: Callable[..., list[Article]], key: str, depth: int
) -> None:
    """A value that no field has the depth of is left out, whatever its key is."""
    deep: Any = "z"
    for _ in range(depth):
        deep = [deep]
    record = {"title": "Talks end", "text": _SAID} | {key: deep}
    (article,) = reading(json.dumps(record), "a.json")
    assert article.title == ("" if key == "title" else "Talks end")
    assert article.text == ("" if key == "text" else _SAID)


_MARKED = f"T\n\n{_SAID}\n\n{{}}\n\n{_MET}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("comments.txt", "<!--a-->" * 2000 + f"\n\n{_SAID}\n\n{_MET}"),
        ("comments.html", "<!--a-->" * 2000 + f"<div><p>{_SAID}</p><p>{_MET}</p></div>"),
        ("share.txt", _MARKED.format("分享 " + "x " * 100 + "!")),
        ("rule.md", _MARKED.format("- - -" + " " * 100_000 + "x")),
        ("heading.md", _MARKED.format("# a" + " " * 100_000 + "x")),
        ("table.md", _MARKED.format("--" + " " * 100_000 + "x")),
        ("break.html", f"<p>{_SAID}<br>a" + " " * 100_000 + f"x</p><p>{_MET}</p>"),
        ("empty.txt", f"{_SAID}\n" + " \n" * 50_000 + _MET),
        ("head.md", "---\ntitle: T\n---\n<!--" + " " * 100_000 + f"\n\n{_SAID}\n\n{_MET}"),
        (
            "links.md",
            "---\ntitle: T\n---\n<!--1695147302000-->\n["
            + "](a" * 30_000
            + f"\n\n{_SAID}\n\n{_MET}",
        ),
    ],
)
def test_a_long_run_of_one_thing_is_read_like_a_short_one(
    one: Callable[..., Article], name: str, text: str
) -> None:
    """Thousands of comments, spaces or marks take no time that grows with their square, or worse.

    Each of these took from half a minute to for ever.
    """
    article = one(text, name)
    assert _SAID in article.text
    assert _MET in article.text


def test_a_feed_behind_two_thousand_comments_is_a_feed(reading: Callable[..., object]) -> None:
    """What stands in front of a feed does not hide it."""
    with pytest.raises(UnreadableFile, match="an XML feed"):
        reading('<?xml version="1.0"?>' + "<!-- a -->\n" * 2000 + "<rss></rss>", "a.xml")
