"""The pictures of the documentation: of the page that the program writes now."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import CHROMIUM

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]


def build(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs `tools/build_images.py`, which writes to the folder that it is given."""
    return subprocess.run(  # noqa: S603 -- our own script and fixed words
        [sys.executable, str(ROOT / "tools" / "build_images.py"), *arguments],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=180,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_pictures_show_the_current_pages() -> None:
    """Every picture is there, and made of the page that its command writes today."""
    checked = build("--check")
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stderr


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
def test_pictures_are_made_by_one_script(tmp_path: Path) -> None:
    """The script makes each picture of docs/images anew, of the same size, and notes its page."""
    made = build(str(tmp_path))
    assert made.returncode == 0, made.stderr
    images = ROOT / "docs" / "images"
    assert {p.name for p in tmp_path.iterdir()} == {p.name for p in images.iterdir()}
    noted = [(folder / "SOURCES.txt").read_text("utf-8") for folder in (tmp_path, images)]
    assert noted[0] == noted[1]
    for picture in tmp_path.glob("*.png"):
        assert size(picture) == size(images / picture.name) == (1180, 900)


def size(picture: Path) -> tuple[int, int]:
    """Width and height in the head of a PNG."""
    head = picture.read_bytes()[16:24]
    return int.from_bytes(head[:4]), int.from_bytes(head[4:])
