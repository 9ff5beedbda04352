"""Writes an article to a file and reads it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from compare.model import Article
from compare.sources import read

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(autouse=True)
def no_user_outlets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Keeps the outlets file of whoever runs the tests out of them."""
    monkeypatch.setattr(
        "compare.resources.outlets._user_file", lambda: tmp_path / "nobody" / "outlets.toml"
    )
    return


@pytest.fixture
def reading(tmp_path: Path) -> Callable[..., list[Article]]:
    """A function that writes text or bytes under a name and reads the articles."""

    def write_and_read(content: str | bytes, name: str = "post.md") -> list[Article]:
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(path)

    return write_and_read


@pytest.fixture
def one(reading: Callable[..., list[Article]]) -> Callable[..., Article]:
    """Like `reading`, for a file with exactly one article."""

    def only(content: str | bytes, name: str = "post.md") -> Article:
        (article,) = reading(content, name)
        return article

    return only
