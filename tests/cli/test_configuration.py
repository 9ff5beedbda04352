"""`compare config`, and what a compare.toml does to every command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compare.options import SETTINGS, Options
from compare.resources.risks import bounds

Call = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of articles with a configuration of its own."""
    (tmp_path / "compare.toml").write_text("[claims]\nclaim_included = 0.7\n")
    return tmp_path


def test_config_shows_value_origin_and_meaning(call: Call, folder: Path) -> None:
    """Only what is changed, with where it was set."""
    answer = call("config", str(folder), "--only-changed", "--no-cache", "--width", "200")
    digest = Options(claim_included=0.7).cache_key()
    assert (answer.code, answer.err) == (0, "")
    lines = [line.rstrip() for line in answer.out.splitlines()]
    assert digest in lines[-1]
    rows = [line.split() for line in lines if line.startswith(("claim_", "use_"))]
    meaning = "chance from which a cell is included or partial"
    assert rows[0] == ["claim_included", "0.7", str(folder / "compare.toml"), *meaning.split()]
    assert rows[1][:4] == ["use_cache", "false", "command", "line"]
    assert len(rows) == 2


def test_config_without_a_change(call: Call, tmp_path: Path) -> None:
    """Nothing to show is said."""
    assert "Everything is at its default." in call("config", str(tmp_path), "--only-changed").out


def test_config_as_data(call: Call, folder: Path) -> None:
    """JSON and CSV hold every option, its value and its origin."""
    data = json.loads(call("config", str(folder), "--format", "json").out)
    assert data["schema"] == "compare.config/2"
    assert data["digest"] == data["made_by"]["options"]
    assert [*data["options"]] == [*data["sources"]] == [*SETTINGS]
    assert data["options"]["claim_included"] == 0.7
    assert data["sources"]["claim_included"] == str(folder / "compare.toml")
    lines = call("config", str(folder), "--format", "csv").out.split("\r\n")
    assert len(lines) == len(SETTINGS) + 2
    file = folder / "compare.toml"
    meaning = "chance from which a cell is included or partial"
    assert f"claims,claim_included,0.7,{file},{meaning}" in lines


def test_a_chosen_file_reaches_the_pipeline(call: Call, stage: Any, folder: Path) -> None:
    """--config beats the file beside the articles, for every command."""
    chosen = folder / "mine.toml"
    chosen.write_text('[claims]\nclaim_included = 0.8\n[running]\nlanguage = "zh-Hans"\n')
    for command in (["stories"], ["story", "port"], ["exercise", "port"]):
        call(*command, str(folder), "--config", str(chosen))
        assert stage.calls["options"].claim_included == 0.8
        assert stage.calls["options"].language == "zh-Hans"
    assert "报道列表" in call("stories", str(folder), "--config", str(chosen)).out


def test_a_risk_sets_both_bounds(call: Call, stage: Any, folder: Path) -> None:
    """--risk beats a file, and `config` says that it came from the command line."""
    call("story", "port", str(folder), "--risk", "0.3")
    options = stage.calls["options"]
    assert (options.claim_included, options.claim_absent) == bounds(0.3)
    answer = call("config", str(folder), "--only-changed", "--risk", "0.1", "--format", "json")
    sources = json.loads(answer.out)["sources"]
    assert sources["claim_included"] == sources["claim_absent"] == "command line"


def test_a_risk_is_a_share(call: Call, folder: Path) -> None:
    """Anything but a number from 0 to 1 is wrong usage, in one line."""
    answer = call("story", "port", str(folder), "--risk", "5")
    assert answer.code == 2
    assert "'--risk': 5.0 is not in the range 0<=x<=1." in answer.err


@pytest.mark.parametrize("command", [["config"], ["stories"], ["story", "port"]])
def test_a_wrong_option_ends_every_command(call: Call, folder: Path, command: list[str]) -> None:
    """One line with file, line, option and the nearest name; exit code 2."""
    file = folder / "compare.toml"
    file.write_text("[claims]\nclaim_include = 0.7\n")
    answer = call(*command, str(folder))
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        f"Error: {file}:2: claim_include: no such option; the nearest is claim_included\n"
    )
