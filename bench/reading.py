"""The articles of a golden story, read as a user's files are."""

from __future__ import annotations

from pathlib import Path

from compare import sources
from compare.model import Article


def articles(folder: Path) -> dict[str, Article]:
    """The articles of a story through the readers, by gold id."""
    return {p.stem: sources.read(p)[0] for p in sorted(folder.glob("*.md"))}
