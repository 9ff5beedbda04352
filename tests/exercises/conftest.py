"""Exercises over stored comparisons, and the command line in a folder of its own."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from compare.exercises.parts import Citation, Distractor
from tests.exercises.frozen import CASES

Golden = Callable[[str, str, bytes], None]


@pytest.fixture
def golden() -> Golden:
    """Compares a file with the stored one; with REWRITE=1 in the environment, stores it."""

    def check(story: str, name: str, data: bytes) -> None:
        path = CASES / story / name
        if os.environ.get("REWRITE"):
            path.write_bytes(data)
        assert data == path.read_bytes()

    return check


@pytest.fixture
def distractor() -> Distractor:
    """A claim of another story, with the nearest sentence of one text here."""
    near = Citation("rfi", "body", 0, 32, "", "D1", "zh-Hans", "", "absent", 0.93)
    text = "The harbour office opened a second quay for grain ships on Friday."
    return Distractor("harbour", "Harbour Wire", text, "en", (near,))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to write to, in an English locale."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path
