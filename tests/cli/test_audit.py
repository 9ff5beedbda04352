"""`compare audit` on the seeds: every format, every way to name a digest, what is refused."""

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
SEEDS = str(ROOT / "seeds")
STORED = ROOT / "tests" / "cases" / "reports" / "seeds"


def told(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    """What the command prints, or says on stderr when it fails."""
    assert run(["audit", *words, "--lang", "en"]) == code
    answer = capsys.readouterr()
    return answer.err if code else answer.out


@pytest.mark.parametrize("width", [80, 120])
def test_the_audit_of_the_seed_is_the_stored_one(
    capsys: pytest.CaptureFixture[str], width: int
) -> None:
    """The wrong man in Malta, "next year" and two quotations made one, and nothing else."""
    text = told(capsys, "zhenxiang", SEEDS, "--width", str(width)).rpartition("\ncompare-")[0]
    path = STORED / f"audit-{width}.txt"
    if os.environ.get("REWRITE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")
    altered = text.partition("\nAltered\n")[2].partition("\nUnclear")[0]
    assert altered.count("\n- ") == 3
    assert "布林肯 ≠ Jake Sullivan" in altered
    assert "明年11月 ≠ November" in altered
    assert "quotation: " in altered


def test_every_format_holds_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON by its schema, CSV, Markdown and a page name the same statements."""
    document = json.loads(told(capsys, "zhenxiang", SEEDS, "--format", "json"))
    jsonschema.validate(document, json.loads(schema_texts()["compare.audit.2.json"]))
    quotes = [one["place"]["quote"] for one in document["statements"]]
    lines = csv.DictReader(io.StringIO(told(capsys, "zhenxiang", SEEDS, "--format", "csv")))
    assert list(dict.fromkeys(line["quote"] for line in lines)) == quotes
    for form in ("markdown", "html"):
        text = told(capsys, "zhenxiang", SEEDS, "--format", form)
        assert all(quote.split(",")[0] in text for quote in quotes)


def test_a_digest_is_a_file_or_standard_input(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are held against the story that they are about, which stderr names."""
    words = "Blinken met Han Zheng in New York. The next summit is in November next year."
    file = tmp_path / "digest.txt"
    file.write_text(words, "utf-8")
    assert run(["audit", str(file), SEEDS, "--lang", "en", "--format", "json"]) == 0
    first = capsys.readouterr()
    assert first.err == "held against the story blinken-han\n"
    stdin = io.TextIOWrapper(io.BytesIO(words.encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    second = json.loads(told(capsys, "-", SEEDS, "--format", "json"))
    assert second["digest"]["file"] == "-"
    assert second["statements"] == json.loads(first.out)["statements"]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "digest.txt"),
        ("\x00\x01\x02\x03", "digest.txt"),
        ("Zebras graze in the Serengeti all the year round.", "no story among the sources"),
    ],
)
def test_what_is_no_digest_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str, error: str
) -> None:
    """An empty file, bytes that are no text, and a text about nothing that the sources tell."""
    file = tmp_path / "digest.txt"
    file.write_text(text, "utf-8")
    assert run(["audit", str(file), SEEDS, "--lang", "en"]) in (2, 3)
    said = capsys.readouterr().err
    assert error in said
    assert said.count("\n") == 1
    assert "Traceback" not in said


def test_a_digest_without_sources_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A folder with nothing but the digest names what is missing."""
    file = tmp_path / "digest.txt"
    file.write_text("The port opened again on Monday, the harbour office said.", "utf-8")
    assert "there is no article beside the digest" in told(capsys, str(file), str(tmp_path), code=3)


def test_a_statement_that_no_row_holds_is_no_comment(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Of two statements on one thing, the one that joins no row is unclear, with what it is near:
    it names people and can be looked up.
    """
    file = tmp_path / "digest.txt"
    missed = "Biden said he was disappointed that Xi had missed the G20 summit in India."
    file.write_text(f"{missed}\n\nBiden was pleased that Xi had missed the G20 summit in India.")
    assert run(["audit", str(file), SEEDS, "--lang", "en", "--format", "json"]) == 0
    first, _ = json.loads(capsys.readouterr().out)["statements"]
    assert first["place"]["quote"] == missed
    assert first["verdict"] == "unclear"
    assert "expressed disappointment" in first["proofs"][0]["place"]["quote"]
