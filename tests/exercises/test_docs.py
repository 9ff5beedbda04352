"""The lesson and the page on exercises, step by step as a new user would go."""

from __future__ import annotations

import json
import re
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
def test_the_lesson_can_be_held(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Every command of the lesson runs, in its order: two variants are printed, a class of both
    gets full marks by the answers of their own keys, and one question is taken out afterwards.
    """
    monkeypatch.chdir(folder)
    reports = []
    for command in commands("lesson.md"):
        if command[0] == "mark" and not reports:
            fill(Path("class-answers.csv"))
        capfd.readouterr()
        assert run(command) == 0, command
        if command[0] == "mark":
            reports.append(capfd.readouterr().out)
    sheets = [Path(f"sheet-{name}.html").read_text("utf-8") for name in "ab"]
    assert "Worksheet A: " in sheets[0]
    assert "Worksheet B: " in sheets[1]
    whole, short = reports
    assert whole.count("| 100% |") == short.count("| 100% |") == 2
    assert "| 1 | A | " in whole
    assert "| 2 | B | " in whole
    assert "Struck, and not counted: A 3.1" in short


@pytest.mark.slow
def test_the_lesson_names_the_tasks_of_its_sheet(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Task numbers and titles in the plan of the lesson are those of the sheet, and the struck
    number is one of its items.
    """
    monkeypatch.chdir(folder)
    for command in commands("lesson.md")[:2]:
        assert run(command) == 0
    sheet = Path("sheet-a.html").read_text("utf-8")
    plan = (DOCS / "lesson.md").read_text("utf-8")
    planned = re.findall(r"Task (\d), ([^.]+)\.", plan)
    assert len(planned) == 3
    for number, title in planned:
        assert f"Task {number}. {title}".casefold() in sheet.casefold()
    assert "Malta" in sheet.partition("Task 3.")[2]
    assert "3.1a" in sheet


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


def fill(answers: Path) -> None:
    """Adds a row for each variant, with the first accepted letter of every question by its key."""
    head = answers.read_text("utf-8-sig").strip()
    lines = [head]
    for n, name in enumerate("AB", start=1):
        key = json.loads(Path(f"sheet-{name.lower()}-key.json").read_text("utf-8"))
        right = {a["id"]: a["accepted"][0] for a in key["answers"] if a["scored"]}
        letters = (right.get(question, "") for question in head.split(",")[2:])
        lines.append(",".join([str(n), name, *letters]))
    answers.write_text("\n".join(lines) + "\n", "utf-8")
