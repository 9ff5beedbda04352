"""The files in the programs that teachers open them with."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from compare.errors import UsageError
from compare.exercises import Exercise, Request, formats, make
from tests.exercises.frozen import stored

pytest.importorskip("docx")


@pytest.fixture(scope="module")
def made() -> Exercise:
    """A sheet with a grid, a matching task and Chinese text."""
    return make(stored("han-blinken"), Request(kinds=("grid", "discrepancies", "paragraphs")))


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_document(made: Exercise, tmp_path: Path) -> None:
    """LibreOffice converts sheet and key to text with every row and Chinese character."""
    for path, data in formats.files(made, "docx", tmp_path / "sheet.docx")[:2]:
        path.write_bytes(data)
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
        subprocess.run(  # noqa: S603 -- our own file and a fixed command
            [*command, "--outdir", str(tmp_path), str(path)],
            check=True,
            capture_output=True,
            timeout=120,
            env={**os.environ, "HOME": str(tmp_path)},
        )
        text = path.with_suffix(".txt").read_text("utf-8-sig")
        assert "1.1" in text
        assert made.sheet.tasks[0].rows[0].text[:20] in text


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_pdf_has_pages_text_and_no_trace(made: Exercise, tmp_path: Path) -> None:
    """The PDF has the sheet's text on A4, is tagged, is the same twice, and names no time."""
    weasyprint()
    first, second = formats.sheet(made, "pdf"), formats.sheet(made, "pdf")
    assert first == second
    assert b"CreationDate" not in first
    path = tmp_path / "sheet.pdf"
    path.write_bytes(first)
    text = run("pdftotext", "-layout", str(path), "-")
    assert "Fill the grid" in text
    assert "What this sheet cannot tell you" in text
    facts = run("pdfinfo", str(path))
    assert "A4" in facts
    assert "Tagged:          yes" in facts
    keyed = tmp_path / "key.pdf"
    keyed.write_bytes(formats.key(made, "pdf"))
    assert "Who the texts are" in run("pdftotext", str(keyed), "-")


def test_pdf_without_its_library_is_explained(
    made: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without WeasyPrint the error says what to install."""
    import sys

    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(UsageError, match="pdf needs the package weasyprint"):
        formats.sheet(made, "pdf")


def test_word_without_its_library_is_explained(
    made: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without python-docx the error says what to install."""
    import sys

    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(UsageError, match="docx needs the package python-docx"):
        formats.sheet(made, "docx")


def weasyprint() -> None:
    """Skips where the library, or Pango below it, is not installed."""
    try:
        import weasyprint as _  # noqa: F401
    except (ImportError, OSError) as error:
        pytest.skip(str(error))


def run(*command: str) -> str:
    """What a program prints."""
    done = subprocess.run(command, check=True, capture_output=True, timeout=60)  # noqa: S603
    return done.stdout.decode()
