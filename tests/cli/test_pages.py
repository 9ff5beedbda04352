"""Pages, folders, annotations and languages on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compare.model import SetAside

Call = Callable[..., Any]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (
            ("story", "port"),
            '<table class="matrix" id="matrix" data-sources="wire post" data-story=',
        ),
        (("diff", "port", "wire", "post"), 'role="table" aria-label="Side by side: wire · post"'),
        (("story", "port", "--explain", "c01", "wire"), "c01 in wire: included"),
        (("article", "wire-1"), "The port is open."),
        (("find", "port open"), "Who carries: port open"),
    ],
)
def test_every_command_writes_a_page(
    call: Call, tmp_path: Path, command: tuple[str, ...], expected: str
) -> None:
    """--format html gives one whole page, on stdout or in a file."""
    path = tmp_path / "page.html"
    printed = call(*command, "--format", "html")
    assert (printed.code, printed.err) == (0, "")
    assert printed.out.startswith("<!DOCTYPE html>")
    assert expected in printed.out
    assert call(*command, "--format", "html", "--output", str(path)).out == ""
    assert path.read_text("utf-8") == printed.out


def test_stories_write_a_folder(call: Call, stage: Any, tmp_path: Path) -> None:
    """`stories --format html` writes index, story and side-by-side pages, and says where."""
    stage.aside = (SetAside("in/b.bin", "is no text"),)
    folder = tmp_path / "new" / "site"
    answer = call("stories", "--format", "html", "--output", str(folder))
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.endswith(f"3 pages in {folder}; begin with {folder / 'index.html'}\n")
    written = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.html"))
    assert written == ["index.html", "port/index.html", "port/wire--post.html"]
    assert "is no text" in (folder / "index.html").read_text("utf-8")


def test_stories_need_a_folder_to_write(call: Call, tmp_path: Path) -> None:
    """Without --output, or with a file as folder, the exit code is 2 and nothing is written."""
    answer = call("stories", "--format", "html")
    assert (answer.code, answer.out) == (2, "")
    assert "--output FOLDER" in answer.err
    file = tmp_path / "file"
    file.write_text("", "utf-8")
    answer = call("stories", "--format", "html", "--output", str(file))
    assert answer.code == 2
    assert answer.err == f"Error: {file}: is a file; --output must name a folder here\n"
    answer = call("stories", "--format", "html", "--output", str(file / "below"))
    assert answer.code == 2
    assert "cannot be written: Not a directory" in answer.err


def test_annotations_are_of_a_story(call: Call) -> None:
    """A story has annotations; another command does not offer them, and one cell has none."""
    page = json.loads(call("story", "port", "--format", "annotations").out)
    assert [item["target"]["selector"][0]["exact"] for item in page["items"]] == [
        "The port is open."
    ]
    answer = call("find", "port open", "--format", "annotations")
    assert (answer.code, answer.out) == (2, "")
    assert "'annotations' is not one of" in answer.err
    answer = call("story", "port", "--explain", "c01", "wire", "--format", "annotations")
    assert (answer.code, answer.out) == (2, "")
    assert "only a story has annotations" in answer.err


def test_third_source_has_a_column_in_every_format(call: Call) -> None:
    """--third adds a column to the table, the page, the JSON and the CSV."""
    command = ("diff", "port", "wire", "post", "--third", "post")
    assert call(*command).out.startswith("wire, post, post, paragraph by paragraph\n")
    assert call(*command, "--format", "html").out.count('role="columnheader"') == 4
    assert json.loads(call(*command, "--format", "json").out)["third"]["id"] == "post"
    assert call(*command, "--format", "csv").out.split("\r\n")[0].endswith(",third,third_text")


def test_language_follows_option_then_locale(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """--lang decides, else the locale; messages on stderr speak it as well."""
    assert call("stories", "--lang", "zh-Hans").out.startswith("报道列表\n")
    assert call("stories").out.startswith("Stories\n")
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    assert call("stories").out.startswith("報導列表\n")
    assert call("stories", "--lang", "en").out.startswith("Stories\n")
    assert call("stories", "no-such-folder").err == "錯誤：no-such-folder: 沒有這個檔案或資料夾\n"
    page = call("story", "port", "--format", "html").out
    assert page.startswith('<!DOCTYPE html>\n<html lang="zh-Hant">')


def test_locale_never_changes_the_json(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same inputs give the same JSON, CSV and annotations on every machine."""
    for form in ("json", "csv", "annotations"):
        plain = call("story", "port", "--format", form).out
        with monkeypatch.context() as patched:
            patched.setenv("LC_ALL", "zh_CN.UTF-8")
            assert call("story", "port", "--format", form).out == plain
