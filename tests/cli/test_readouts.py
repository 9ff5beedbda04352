"""`compare readouts`: two official texts of one meeting, our own, and those of the seeds."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import jsonschema
import pytest

from compare.cli import run
from compare.reports.contract import schema_texts

ROOT = Path(__file__).parents[2]
TALKS = ROOT / "tests" / "cases" / "readouts" / "harbour-talks"
PAIR = ("vale", "foreign-office", "mfa-china", str(TALKS / "articles"))


def told(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    """What the command prints, or says on stderr when it fails."""
    assert run(["readouts", *words, "--lang", "en"]) == code
    answer = capsys.readouterr()
    return answer.err if code else answer.out


@pytest.mark.parametrize(("form", "suffix"), [("table", "txt"), ("markdown", "md")])
def test_the_table_is_the_stored_one(
    capsys: pytest.CaptureFixture[str], form: str, suffix: str
) -> None:
    """What differs, what both say, and what only one says, with the words of both."""
    text = told(capsys, *PAIR, "--format", form).rpartition("\ncompare-")[0]
    path = TALKS / f"expected.{suffix}"
    if os.environ.get("REWRITE"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


def test_a_day_that_differs_is_told_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    """Two governments that reopen a line on two days do not say the same."""
    document = json.loads(told(capsys, *PAIR, "--format", "json"))
    jsonschema.validate(document, json.loads(schema_texts()["compare.readouts.2.json"]))
    fates = {row["fate"] for row in document["rows"]}
    assert fates == {"both", "differs", "left", "right"}
    (row,) = (row for row in document["rows"] if row["fate"] == "differs")
    assert row["differing"] == [{"kind": "date", "left": "September 1", "right": "9月15日"}]
    left = [row["left"]["quote"] for row in document["rows"] if row["fate"] == "left"]
    assert any("Strait of Orn" in quote for quote in left)
    assert any("fishermen" in quote for quote in left)


def test_sides_may_be_given_in_either_order(capsys: pytest.CaptureFixture[str]) -> None:
    """The other way round the same rows stand with their sides changed."""
    slug, one, other, folder = PAIR
    first = json.loads(told(capsys, slug, one, other, folder, "--format", "json"))
    second = json.loads(told(capsys, slug, other, one, folder, "--format", "json"))
    turned = {"left": "right", "right": "left"}
    assert [(r["claim"], r["fate"], r["left"], r["right"]) for r in first["rows"]] == [
        (r["claim"], turned.get(r["fate"], r["fate"]), r["right"], r["left"])
        for r in second["rows"]
    ]


def test_csv_has_a_line_a_statement(capsys: pytest.CaptureFixture[str]) -> None:
    """The words of both texts stand in columns of their own."""
    lines = list(csv.DictReader(io.StringIO(told(capsys, *PAIR, "--format", "csv"))))
    document = json.loads(told(capsys, *PAIR, "--format", "json"))
    assert [line["claim"] for line in lines] == [row["claim"] for row in document["rows"]]
    assert any(line["differences"] == "date: September 1 ≠ 9月15日" for line in lines)


def test_two_official_texts_are_no_copies(capsys: pytest.CaptureFixture[str]) -> None:
    """Two governments tell one meeting in one order; neither translated the other."""
    assert "copy of" not in told(capsys, *PAIR)


def test_what_is_unclear_is_not_called_missing(capsys: pytest.CaptureFixture[str]) -> None:
    """Texts that articles carry: peace in the Strait stands as unclear where it may be told."""
    seeds = str(ROOT / "seeds")
    document = json.loads(
        told(capsys, "blinken-han", "rfi", "epochtimes", seeds, "--format", "json")
    )
    assert run(["story", "blinken-han", seeds, "--format", "json", "--lang", "en"]) == 0
    cells = {c["id"]: c["cells"] for c in json.loads(capsys.readouterr().out)["claims"]}
    side = {"left": "epochtimes", "right": "rfi"}
    assert document["rows"]
    for row in document["rows"]:
        if row["fate"] in side:
            assert cells[row["claim"]][side[row["fate"]]]["status"] == "absent"


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (
            ("blinken-han", "rfi", "reuters", str(ROOT / "seeds")),
            2,
            "Error: reuters carries no official text; these do: epochtimes, rfi\n",
        ),
        (
            ("vale", "foreign-office", "mfa", str(TALKS / "articles")),
            3,
            (
                "Error: no source 'mfa' in story 'chen-vale-readout'; "
                "nearest: mfa-china, foreign-office\n"
            ),
        ),
    ],
)
def test_what_carries_none_is_refused(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, error: str
) -> None:
    """One line names the sources that have an official text."""
    assert told(capsys, *words, code=code) == error
