"""`compare outlets` on six stories in four outlets: every format, one outlet, what goes wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import compare
from compare import pipeline
from compare.cli import run
from compare.errors import NotFound
from compare.model import Comparison, Story
from compare.reports.columns import display_width
from compare.reports.contract import schema_texts

ROOT = Path(__file__).parents[2]
MANY = ROOT / "tests" / "cases" / "outlets"
STORED = ROOT / "tests" / "cases" / "reports" / "outlets"


@pytest.fixture(scope="module", autouse=True)
def once() -> Iterator[None]:
    """Each story is compared once for all tests here, since they ask of its counts alone."""
    made: dict[str, Comparison] = {}
    real = pipeline.analyse

    def analyse(story: Story, *rest: Any) -> Comparison:
        key = f"{story.slug} {sorted(a.file for a in story.articles)} {rest[0]}"
        return made.setdefault(key, made.get(key) or real(story, *rest))

    patch = pytest.MonkeyPatch()
    patch.setattr("compare.pipeline.outlets.analyse", analyse)
    yield
    patch.undo()


def told(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    """What the command prints, or says on stderr when it fails."""
    assert run(["outlets", *words, "--lang", "en"]) == code
    answer = capsys.readouterr()
    return answer.err if code else answer.out


def document(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    """The JSON of the six stories, which follows its schema."""
    found: dict[str, Any] = json.loads(told(capsys, str(MANY), *words, "--format", "json"))
    jsonschema.validate(found, json.loads(schema_texts()["compare.outlets.2.json"]))
    return found


def stored(name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compares with the stored text, or stores it."""
    path = STORED / name
    if os.environ.get("REWRITE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("brief-80.txt", ("--width", "80")),
        ("brief-120.txt", ("--width", "120")),
        ("ridge-times-80.txt", ("--width", "80", "--outlet", "ridge-times")),
        ("full-80.txt", ("--width", "80", "--full")),
    ],
)
def test_screens_are_the_stored_ones(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    words: tuple[str, ...],
) -> None:
    """The first screen, that of one outlet, and everything stand letter for letter; the first two
    take sixty lines at most, and no line is too wide.
    """
    monkeypatch.chdir(MANY.parent)
    text = told(capsys, "outlets", *words)
    lines = text.rstrip("\n").split("\n")
    assert name.startswith("full") or len(lines) <= 60
    assert max(map(display_width, lines)) <= int(words[1])
    stored(name, text.rpartition("\ncompare-")[0], monkeypatch)


def test_what_an_outlet_never_prints_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    """The Ridge Times, which never has the official statement, lets officials speak in no story;
    the Mast Post, which has all of what is shared, lacks nothing.
    """
    outlets = {one["id"]: one for one in document(capsys)["outlets"]}
    assert list(outlets) == ["coast-wire", "delta-herald", "mast-post", "ridge-times"]
    kinds = {kind["speaker"] for kind in outlets["ridge-times"]["speaking"]["kinds"]}
    assert kinds == {"remarks"}
    own = outlets["mast-post"]["own"]
    assert own["carried"]["count"] == own["carried"]["of"] > 10
    assert own["absent"]["count"] == 0
    assert own["absent"]["high"] > 0.3


def test_every_format_has_the_same_figures(capsys: pytest.CaptureFixture[str]) -> None:
    """CSV, Markdown and a page give each outlet's share as the JSON does."""
    found = document(capsys)
    text = told(capsys, str(MANY), "--format", "csv")
    lines = list(csv.DictReader(io.StringIO(text)))
    shares = {r["outlet"]: r["share"] for r in lines if (r["figure"], r["value"]) == CARRIED}
    expected = {one["id"]: str(one["own"]["carried"]["share"]) for one in found["outlets"]}
    assert shares == expected
    omissions = sum(len(one["omissions"]) for one in found["outlets"])
    assert sum(r["figure"] == "left_out" for r in lines) == omissions
    pairs = {(r["outlet"], r["other_outlet"]) for r in lines if r["other_outlet"]}
    assert pairs == {(one["left"], one["right"]) for one in found["overlaps"]}
    for form in ("markdown", "html"):
        page = told(capsys, str(MANY), "--format", form)
        for one in found["outlets"]:
            words = f"{round(100 * one['own']['carried']['share'])}%"
            assert re.search(rf"{one['id']}.*?{words}", page, re.DOTALL)


CARRIED = ("claims", "carried")


def test_an_example_opens_its_cell(capsys: pytest.CaptureFixture[str]) -> None:
    """The line below the report leads to the absent cell, with the paths that were given."""
    line = told(capsys, str(MANY), "--width", "300").split("--explain ")
    command = shlex.split(line[0].rpartition("compare ")[2])
    place = line[1].split("\n")[0].split()
    assert run([*command, "--explain", *place, "--lang", "en"]) == 0
    assert f"{place[0]} in {place[1]}: absent" in capsys.readouterr().out


def test_python_gives_what_the_command_gives(capsys: pytest.CaptureFixture[str]) -> None:
    """`compare.profiles` of comparisons made one by one has the counts of the command."""
    articles = [a for file in sorted(MANY.rglob("*.md")) for a in compare.read(file)]
    found = compare.profiles(compare.analyse(one) for one in compare.group(articles))
    expected = document(capsys)
    assert [one.own.carried.count for one in found.outlets] == [
        one["own"]["carried"]["count"] for one in expected["outlets"]
    ]
    assert [story.slug for story in found.stories] == [s["slug"] for s in expected["stories"]]


def test_one_outlet_is_shown_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """--outlet keeps its profile and what it has in common with others; an unknown one is refused
    with the nearest, or with those there are.
    """
    found = document(capsys, "--outlet", "mast-post")
    assert [one["id"] for one in found["outlets"]] == ["mast-post"]
    assert len(found["overlaps"]) == 3
    assert {one["id"] for one in document(capsys)["outlets"]} > {"mast-post"}
    two = document(capsys, "--outlet", "mast-post,coast-wire")
    assert [one["id"] for one in two["outlets"]] == ["coast-wire", "mast-post"]
    words = told(capsys, str(MANY), "--outlet", "mastpost", code=3)
    assert "no outlet 'mastpost'" in words
    assert words.endswith("; nearest: mast-post\n")
    words = told(capsys, str(MANY), "--outlet", "zzz", code=3)
    assert "coast-wire, delta-herald, mast-post, ridge-times" in words


def test_the_order_of_paths_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Folders in any order give the same JSON."""
    folders = sorted(map(str, MANY.iterdir()))
    one, other = (told(capsys, *some, "--format", "json") for some in (folders, folders[::-1]))
    assert one == other


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant"])
def test_it_speaks_the_reader_s_language(capsys: pytest.CaptureFixture[str], tag: str) -> None:
    """Nothing of the program's own English is left, and no line is too wide."""
    assert run(["outlets", str(MANY), "--lang", tag, "--width", "80", "--full"]) == 0
    text = capsys.readouterr().out
    for word in ("stories", "claims", "unclear", "others", "named", "left out", "official"):
        assert word not in re.sub(r"compare[^\n]*|    [^\n]*|[a-z]+(-[a-z]+)+", "", text)
    assert max(map(display_width, text.split("\n"))) <= 80


def test_few_stories_give_counts_and_say_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Of two stories there are counts alone, marked; an option asks for fewer stories."""
    paths = [str(MANY / "quarry"), str(MANY / "kessel")]
    text = told(capsys, *paths)
    table = text.partition("carried")[2].partition("too few stories")
    assert table[1]
    assert "%" not in table[0]
    assert "in 2*" in table[0]
    config = tmp_path / "compare.toml"
    config.write_text("[profiles]\nprofile_stories = 2\n")
    assert "%" in told(capsys, *paths, "--config", str(config)).partition("carried")[2][:300]


def test_a_story_that_fails_is_set_aside(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named with the reason, the rest is counted, and the exit code is 1; a user who debugs
    gets the traceback.
    """
    made = pipeline.outlets.analyse  # type: ignore[attr-defined]

    def analyse(story: Story, *rest: Any) -> Comparison:
        if story.slug == "tarnow-dairy":
            raise ValueError("no milk\nat all")
        if story.slug == "ferry-runs":
            raise NotFound("no ferry")
        found: Comparison = made(story, *rest)
        return found

    monkeypatch.setattr("compare.pipeline.outlets.analyse", analyse)
    assert run(["outlets", str(MANY), "--lang", "en", "--format", "json"]) == 1
    answer = capsys.readouterr()
    assert "Set aside 2 inputs:" in answer.err
    assert "tarnow-dairy: a fault of this program: ValueError: no milk; please" in answer.err
    assert "ferry-runs: no ferry" in answer.err
    assert "Traceback" not in answer.err
    found = json.loads(answer.out)
    assert (len(found["stories"]), len(found["set_aside"])) == (4, 2)
    assert run(["outlets", str(MANY), "--lang", "en", "--full"]) == 1
    text = capsys.readouterr().out
    assert "Stories that failed and are not counted: 2" in text
    assert "ferry-runs: not counted: no ferry" in text
    monkeypatch.setattr("compare.pipeline.outlets.analyse", nothing)
    assert run(["outlets", str(MANY), "--lang", "en"]) == 1
    text = capsys.readouterr().out
    assert "Stories that two sources or more tell: 0; outlets: 0" in text
    assert "Stories that failed and are not counted: 6" in text
    monkeypatch.setattr("compare.pipeline.outlets.analyse", analyse)
    monkeypatch.setenv("COMPARE_DEBUG", "1")
    with pytest.raises(ValueError, match="no milk"):
        run(["outlets", str(MANY), "--lang", "en"])


def nothing(*_: object) -> Comparison:
    """A comparison that fails."""
    raise NotFound("nothing")


def test_an_article_that_is_too_long_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Where only the beginning is compared, stderr says of which file, and the exit code is 1."""
    config = tmp_path / "compare.toml"
    config.write_text("[matching]\nmax_units = 6\n")
    words = told(capsys, str(MANY / "ferry"), "--config", str(config), code=1)
    assert "ferry/coast-wire.md is too long: only its first 6 sentences" in words


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (("--full", "--format", "json"), 2, "--full and --section are for tables, Markdown"),
        (("--format", "annotations"), 2, "annotations"),
    ],
)
def test_what_cannot_be_had_is_refused(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, error: str
) -> None:
    """A format that has everything anyway, and one that there is not."""
    assert error in told(capsys, str(MANY / "ferry"), *words, code=code)


def test_stories_of_one_source_are_no_stories_to_count(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A single article ends with one line and exit code 3."""
    words = told(capsys, str(MANY / "ferry" / "coast-wire.md"), code=3)
    assert words == ("Error: no story here is told by two sources or more; name more articles\n")


@pytest.mark.slow
def test_a_terminal_shows_which_story_is_compared(tmp_path: Path) -> None:
    """After the first second the line on stderr counts the stories."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    main, other = pty.openpty()
    command = [sys.executable, "-m", "compare", "outlets", str(MANY), "--output"]
    subprocess.run(  # noqa: S603 -- our own program
        [*command, str(tmp_path / "out.txt")], stderr=other, env=environment, check=True
    )
    os.close(other)
    said = b""
    while chunk := _read(main):
        said += chunk
    assert re.search(rb"Comparing story [2-6] of 6: [a-z-]+", said)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
