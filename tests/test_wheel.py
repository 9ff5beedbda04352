"""The wheel holds everything that the program needs, and runs where no checkout is."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import compare

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 ours
    (found,) = folder.glob("*.whl")
    return found


@pytest.mark.slow
def test_the_wheel_holds_data_and_words(wheel: Path) -> None:
    """Version, samples, words of every language, catalogues and templates are in it."""
    assert wheel.name.startswith(f"compare_stories-{compare.__version__}-")
    names = set(zipfile.ZipFile(wheel).namelist())
    here = (p for p in (ROOT / "compare").rglob("*") if p.is_file() and p.suffix != ".pyc")
    missing = {p.relative_to(ROOT).as_posix() for p in here} - names
    assert missing == set()
    assert any(name.startswith("compare/resources/seeds/") for name in names)


@pytest.mark.slow
def test_the_program_runs_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    """Unpacked in an empty folder it compares the sample story that it carries."""
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    (tmp_path / "work").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "compare", "stories"],
        cwd=tmp_path / "work",
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "blinken-han" in done.stdout
