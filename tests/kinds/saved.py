"""Writes a saved page or text to a file and reads the one article in it."""

from __future__ import annotations

from pathlib import Path

from compare.model import Article
from compare.sources import read


def article(folder: Path, content: str | bytes, name: str = "page.html") -> Article:
    """The article of a file with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (found,) = read(path)
    return found


def paragraphs(found: Article) -> list[str]:
    """The texts of its paragraphs."""
    return [found.text[p.start : p.end] for p in found.paragraphs]
