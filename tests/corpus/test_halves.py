"""The blind half stays shut, and each opening is written down."""

from __future__ import annotations

import hashlib
import tarfile
from datetime import date
from pathlib import Path

import pytest

from corpus import halves


@pytest.fixture
def sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sealed half of one file, and a datasheet with a log."""
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "one.txt").write_text("told", "utf-8")
    packed = tmp_path / "blind.tar.xz"
    with tarfile.open(packed, "w:xz") as archive:
        archive.add(tmp_path / "stories", "stories")
    digest = hashlib.sha256(packed.read_bytes()).hexdigest()
    (tmp_path / "blind.sha256").write_text(f"{digest}  blind.tar.xz\n", "ascii")
    (tmp_path / "DATASHEET.md").write_text(f"| date | why |\n{halves.LOG}", "utf-8")
    for name, file in (("SEALED", packed), ("SEAL", "blind.sha256"), ("DATASHEET", "DATASHEET.md")):
        monkeypatch.setattr(halves, name, tmp_path / file)
    return tmp_path


def test_an_opening_is_logged_and_leaves_nothing(sealed: Path) -> None:
    """The line stands in the datasheet before anything is read; the folder is gone afterwards."""
    with halves.opened(date(2026, 1, 2), "final\nfigures") as place:
        log = (sealed / "DATASHEET.md").read_text("utf-8")
        assert log == f"| date | why |\n| 2026-01-02 | final figures |\n{halves.LOG}"
        assert (place / "stories" / "one.txt").read_text("utf-8") == "told"
    assert not place.exists()


def test_no_opening_without_a_reason_or_a_log(sealed: Path) -> None:
    """Neither an empty reason nor a datasheet without its log opens anything."""
    with pytest.raises(ValueError, match="say why"), halves.opened(date(2026, 1, 2), " "):
        pass
    (sealed / "DATASHEET.md").write_text("no log", "utf-8")
    with pytest.raises(ValueError, match="no log"), halves.opened(date(2026, 1, 2), "why"):
        pass


def test_another_file_than_the_sealed_one_is_refused(sealed: Path) -> None:
    """The hash was committed first; a changed half is not the blind half."""
    (sealed / "blind.sha256").write_text("0" * 64 + "  blind.tar.xz\n", "ascii")
    with pytest.raises(ValueError, match=r"blind\.tar\.xz is not the file"), halves.unpacked():
        pass
