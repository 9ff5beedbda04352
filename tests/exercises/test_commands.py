"""`compare exercise` and `compare mark` from end to end, on the sample stories."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from compare.cli import exercises, run
from compare.pipeline import Readings
from tests.exercises.frozen import ROOT, stored

SEEDS = str(ROOT / "seeds")


@pytest.fixture
def ready(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The stored comparison in place of reading and comparing."""
    answer = (stored("han-blinken"), [], Readings({}, {}, {}), 0)
    monkeypatch.setattr(exercises, "compared", lambda *_: answer)


def test_a_sheet_its_key_and_the_marks(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Sheet, key and answers file are written; the key's own answers get full marks."""
    sheet = folder / "sheet.csv"
    made = run(["exercise", "blinken-han", SEEDS, "--format", "csv", "--output", str(sheet)])
    assert made == 0
    names = {path.name for path in folder.iterdir()}
    assert names == {"sheet.csv", "sheet-key.csv", "sheet-key.json", "sheet-answers.csv"}
    keyed = csv.DictReader(io.StringIO((folder / "sheet-key.csv").read_text("utf-8-sig")))
    right = {row["question"]: row["accepted"].split()[0] for row in keyed if row["accepted"]}
    head = (folder / "sheet-answers.csv").read_text("utf-8-sig").strip()
    row = ",".join(["Zoe", "", *(right.get(name, "") for name in head.split(",")[2:])])
    answers = folder / "answers.csv"
    answers.write_text(f"{head}\n{row}\n", "utf-8")
    capfd.readouterr()
    assert run(["mark", str(sheet), str(answers)]) == 0
    out = capfd.readouterr().out
    assert "100%" in out
    assert "Zoe" not in out
    target = folder / "marks.md"
    key = str(folder / "sheet-key.json")
    assert run(["mark", key, str(answers), "--output", str(target)]) == 0
    assert "100%" in target.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--format", "pdf"], 2, "the format pdf needs --output FILE"),
        (["--self-marking"], 2, "--self-marking goes with --format html"),
        (["--kinds", "crossword"], 2, "no such kind of exercise: crossword"),
        (["--names", "missing.toml"], 2, "missing.toml"),
        (["--format", "docx", "--output", "/nowhere/at/all.docx"], 2, "/nowhere/at/all.docx"),
        (["--items", "99", "--kinds", "sharing"], 1, "99 rows asked for"),
    ],
)
def test_bad_requests_have_words_and_codes(
    arguments: list[str], code: int, words: str, ready: None, capfd: pytest.CaptureFixture[str]
) -> None:
    """Each fault has its exit code and one line that names it."""
    assert run(["exercise", "blinken-han", *arguments]) == code
    assert words in capfd.readouterr().err


def test_the_key_alone_and_unnamed_outlets(ready: None, capfd: pytest.CaptureFixture[str]) -> None:
    """Without a file the sheet goes to stdout, or the key with --key."""
    asked = ["exercise", "blinken-han", "--kinds", "wording", "--anonymous"]
    assert run(asked) == 0
    assert "RFI" not in capfd.readouterr().out
    assert run([*asked, "--key"]) == 0
    assert "RFI (rfi)" in capfd.readouterr().out


def test_marks_need_their_files(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A sheet without its key, and files that are not there, are named."""
    sheet, answers = folder / "sheet.md", folder / "answers.csv"
    assert run(["mark", str(sheet), str(answers)]) == 2
    sheet.write_text("# Sheet", "utf-8")
    assert run(["mark", str(sheet), str(answers)]) == 2
    assert "no key beside this sheet" in capfd.readouterr().err
    (folder / "sheet-key.json").write_text("{}", "utf-8")
    assert run(["mark", str(sheet), str(answers)]) == 2
    assert "this is no key of an exercise" in capfd.readouterr().err
    assert run(["mark", str(answers.with_suffix(".json")), str(answers)]) == 2
    assert "answers.json" in capfd.readouterr().err
