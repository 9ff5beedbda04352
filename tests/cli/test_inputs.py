"""Bad input through the real readers: exact words on stderr and the exit code."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compare import pipeline
from compare.errors import InternalFault

Call = Callable[..., Any]
REAL_LOAD = pipeline.load
GOOD = "title: Port reopens\noutlet: The Wire\ndate: 2031-05-06\n\nThe port is open again.\n"


@pytest.fixture
def folder(tmp_path: Path, stage: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is read for real; only the later stages are stand-ins."""
    assert stage.articles
    monkeypatch.setattr(pipeline, "load", REAL_LOAD)
    return tmp_path


def test_empty_folder(call: Call, folder: Path) -> None:
    """A folder without a file is nothing found."""
    answer = call("stories", str(folder))
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == f"Error: no articles found in {folder}\n"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("x.txt", b"", "the file is empty"),
        ("x.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00", "not a text: this is a picture"),
        (
            "x.bin",
            bytes(range(256)) * 8,
            "binary data, not a text; save the article as text or HTML",
        ),
    ],
)
def test_a_file_that_is_no_text(
    call: Call, folder: Path, name: str, content: bytes, reason: str
) -> None:
    """An empty or binary file is named with its reason; alone it is nothing found."""
    (folder / name).write_bytes(content)
    words = f"Set aside 1 input:\n  {folder}/{name}: {reason}\n"
    alone = call("stories", str(folder))
    assert alone.code == 3
    assert alone.err == f"{words}Error: no articles found in {folder}\n"
    (folder / "good.txt").write_text(GOOD, "utf-8")
    beside = call("stories", str(folder))
    assert (beside.code, beside.err) == (1, words)
    assert "The Wire" in beside.out


def test_an_enormous_file(call: Call, folder: Path) -> None:
    """A file over the limit is not even read."""
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(300_000_000)
    answer = call("stories", str(folder))
    assert answer.code == 3
    assert f"  {folder}/huge.txt: 300 MB is over the limit of " in answer.err


def test_a_file_that_cannot_be_opened(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file without permission is set aside with the system's reason."""
    (folder / "x.txt").write_text(GOOD, "utf-8")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    answer = call("stories", str(folder))
    assert answer.code == 3
    assert answer.err == (
        f"Set aside 1 input:\n  {folder}/x.txt: cannot be opened: permission denied\n"
        f"Error: no articles found in {folder}\n"
    )


def test_a_bad_line_is_named_and_the_rest_goes_on(call: Call, folder: Path) -> None:
    """A bad line of JSON Lines is named by its number; the other articles are used."""
    good = '{"title": "Port reopens", "outlet": "The Wire", "text": "The port is open again."}'
    (folder / "rows.jsonl").write_text(f"{good}\nnot json\n", "utf-8")
    answer = call("stories", str(folder))
    assert answer.code == 1
    assert answer.err.startswith(f"Set aside 1 input:\n  {folder}/rows.jsonl:2: not JSON")
    assert "The Wire" in answer.out


def test_broken_front_matter_is_read_as_far_as_it_goes(call: Call, folder: Path) -> None:
    """Front matter that is not YAML does not lose the article; `article` shows the note."""
    (folder / "a.md").write_text("---\ntitle: [broken\n---\nThe port is open.\n", "utf-8")
    answer = call("article", str(folder / "a.md"))
    assert answer.code == 0
    assert "front matter is not YAML at line 3; read line by line" in answer.out


def test_a_fault_of_ours_in_one_file_is_named_and_the_rest_goes_on(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file on which a reader fails is set aside as our fault; COMPARE_DEBUG gives the trace."""
    (folder / "a.json").write_text("{}", "utf-8")
    (folder / "good.txt").write_text(GOOD, "utf-8")

    def broken(*_: object) -> None:
        raise AssertionError("first line\nsecond line")

    monkeypatch.setattr("compare.sources.records.read", broken)
    monkeypatch.delenv("COMPARE_DEBUG", raising=False)
    answer = call("stories", str(folder))
    assert (answer.code, "The Wire" in answer.out) == (1, True)
    assert answer.err == (
        f"Set aside 1 input:\n  {folder}/a.json: a fault of this program: AssertionError: first "
        "line; please report it with the file (COMPARE_DEBUG=1 shows where)\n"
    )
    monkeypatch.setenv("COMPARE_DEBUG", "1")
    with pytest.raises(InternalFault) as caught:
        call("stories", str(folder))
    assert isinstance(caught.value.__cause__, AssertionError)


def test_two_copies_of_one_article(call: Call, folder: Path) -> None:
    """The second copy of an article is an input like the first: nothing is set aside."""
    (folder / "a.txt").write_text(GOOD, "utf-8")
    (folder / "b.txt").write_text(GOOD, "utf-8")
    answer = call("stories", str(folder))
    assert (answer.code, answer.err) == (0, "")


def test_a_file_name_cannot_steer_the_terminal_or_break_the_json(call: Call, folder: Path) -> None:
    """Control characters and broken bytes in a file name are written out, on stderr and in JSON."""
    odd = os.fsdecode(b"a\xff\x1b[31m.txt")
    (folder / odd).write_text(GOOD, "utf-8")
    (folder / f"b{odd}").write_text("", "utf-8")
    answer = call("stories", str(folder), "--format", "json")
    assert answer.code == 1
    assert r"ba\udcff\x1b[31m.txt: the file is empty" in answer.err
    document = json.loads(answer.out)
    assert document["stories"][0]["articles"][0]["file"].endswith("/a\\udcff\x1b[31m.txt")
    assert "\x1b" not in call("article", str(folder / odd)).out
