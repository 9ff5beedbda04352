"""What is no plain file is read or refused in words, and never waited for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from compare.errors import UnreadableFile
from compare.options import Options
from compare.sources import read, read_all
from tests.kinds.bounded import within

SAID = "The harbour master said on Friday that both cranes would be repaired by June."
TEXT = f"Cranes\n\n{SAID}\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused(tmp_path: Path) -> None:
    """Nobody may ever write to it; inside a folder it is no file."""
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(TEXT)
    with pytest.raises(UnreadableFile, match="a named pipe, not a file; save its content"):
        read(tmp_path / "a.txt")
    articles, aside = read_all([tmp_path])
    assert ([a.text for a in articles], aside) == ([SAID], [])


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
@pytest.mark.parametrize("name", ["/dev/zero", "/dev/null"])
def test_a_device_is_refused(name: str) -> None:
    """One without an end is not read until memory is full."""
    with pytest.raises(UnreadableFile, match="a device, not a file"):
        read(Path(name))


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="no /dev/stdin here")
@pytest.mark.parametrize(
    ("given", "found"), [(TEXT, SAID), ("", "the file is empty"), ("x" * 5000, "over the limit")]
)
def test_standard_input_is_read_through_a_pipe(given: str, found: str) -> None:
    """As far as a file of that size would be."""
    code = (
        "from pathlib import Path; from compare.sources import read_all\n"
        "from compare.options import Options\n"
        "print(read_all([Path('/dev/stdin')], Options(max_bytes=2000)))"
    )
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", code],
        input=given,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert found in done.stdout


def test_folders_in_folders_are_read_to_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fifteen hundred deep there is a file like any other."""
    monkeypatch.chdir(tmp_path)
    for _ in range(1500):
        Path("d").mkdir()
        os.chdir("d")
    Path("a.txt").write_text(TEXT)
    os.chdir(tmp_path)
    with within(20):
        articles, aside = read_all([Path("d")])
    assert ([a.text for a in articles], aside) == ([SAID], [])
    for _ in range(1500):  # so that whoever cleans up need not go so deep
        os.chdir("d")
    Path("a.txt").unlink()
    for _ in range(1500):
        os.chdir("..")
        Path("d").rmdir()


def test_a_folder_that_cannot_be_listed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands beside it is read."""
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_text(TEXT)
    scan = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    articles, aside = read_all([tmp_path])
    assert [a.text for a in articles] == [SAID]
    assert [(s.file, s.reason) for s in aside] == [
        (f"{tmp_path}/closed", "a folder that cannot be opened: permission denied")
    ]


def test_a_link_to_a_folder_above_is_not_followed(tmp_path: Path) -> None:
    """Else a folder would hold itself."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path)
    articles, aside = read_all([tmp_path])
    assert ([a.text for a in articles], aside) == ([SAID], [])


def test_a_text_beyond_the_limit_is_cut_and_said_to_be(tmp_path: Path) -> None:
    """`max_text` is a bound on work, not an error."""
    (tmp_path / "a.txt").write_text(TEXT + f"\n{SAID}\n\n{SAID}\n")
    (article,), _ = read_all([tmp_path], Options(max_text=100))
    assert article.text == f"{SAID}\n\n{SAID[:23]}"
    assert article.notes == ("only the first 100 characters are read",)
    assert [article.text[p.start : p.end] for p in article.paragraphs] == [SAID, SAID[:23]]


def test_numbers_of_no_character_are_replaced(tmp_path: Path) -> None:
    """`&#` and thousands of digits is one character that is not known."""
    (tmp_path / "a.html").write_text(f"<p>{SAID} &#{'7' * 5000}; and &#233;</p>")
    assert read(tmp_path / "a.html")[0].text == f"{SAID} \ufffd and é"
