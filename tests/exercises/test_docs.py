"""The lesson and the page on exercises, step by step as a new user would go."""

from __future__ import annotations

import csv
import io
import shlex
from pathlib import Path

import pytest

from compare.cli import run
from compare.exercises.kinds import KINDS
from tests.exercises.frozen import ROOT

DOCS = ROOT / "docs"


def commands(page: str) -> list[list[str]]:
    """The commands of a page, with the sample folder where it is."""
    lines = (DOCS / page).read_text("utf-8").splitlines()
    found = [shlex.split(line)[1:] for line in lines if line.startswith("    compare ")]
    return [[str(ROOT / "seeds") if word == "seeds" else word for word in one] for one in found]


@pytest.mark.slow
def test_the_lesson_can_be_held(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command of the lesson runs, in its order, and a class can be marked at the end."""
    monkeypatch.chdir(folder)
    for command in commands("lesson.md"):
        if command[0] == "mark":
            fill(Path("class-key.csv"), Path("class-answers.csv"))
        assert run(command) == 0, command
    assert Path("sheet.html").read_bytes() != Path("sheet-b.html").read_bytes()


@pytest.mark.slow
def test_the_commands_of_the_page_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first command of the page writes the three files that it names."""
    monkeypatch.chdir(folder)
    assert run(commands("exercises.md")[0]) in (0, 1)
    names = {"sheet.html", "sheet-key.html", "sheet-key.json"}
    assert {path.name for path in folder.iterdir()} == names


def test_the_page_names_every_kind() -> None:
    """No kind is missing from the table."""
    text = (DOCS / "exercises.md").read_text("utf-8")
    assert all(f"| `{name}` |" in text for name in KINDS)


def fill(key: Path, answers: Path) -> None:
    """Adds a row with the first accepted letter of every question."""
    rows = csv.DictReader(io.StringIO(key.read_text("utf-8-sig")))
    right = {row["question"]: row["accepted"].split()[0] for row in rows if row["accepted"]}
    head = answers.read_text("utf-8-sig").strip()
    line = ",".join(["1", *(right[name] for name in head.split(",")[1:])])
    answers.write_text(f"{head}\n{line}\n", "utf-8")
