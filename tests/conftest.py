"""What every test starts from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from compare.reports.words import use_language

# how fast a busy machine is says nothing about the program; growth has tests of its own
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Each test starts in English, whatever language a command of another one chose."""
    use_language("en")
    yield
    use_language("en")


@pytest.fixture(autouse=True)
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keeps the `compare.toml` of whoever runs the tests out of them; gives the place of one."""
    path = tmp_path_factory.getbasetemp() / "nobody" / "compare.toml"
    monkeypatch.setattr("compare.resources.configuration.user_file", lambda: path)
    return path
