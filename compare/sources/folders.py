"""Paths given by a user -> the files to read, in a fixed order.

In: files and folders. Out: files; a folder's are sorted by their path, so that a run is the same on
every machine. README*, LICENSE*, dotfiles and our own files (compare.toml, names.tsv, outlets.toml)
inside a folder are passed over, but a file that is named itself is always read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

_OURS = ("compare.toml", "names.tsv", "outlets.toml")
_SKIPPED = ("readme", "license", "licence")


def walk(paths: Sequence[Path]) -> Iterator[Path]:
    """Every file to read, once."""
    seen: set[Path] = set()
    for path in map(Path, paths):
        for file in _inside(path) if path.is_dir() else [path]:
            if file not in seen:
                seen.add(file)
                yield file


def shown(path: Path) -> str:
    """The path as given, with at least its last folder, for people and for `Article.file`."""
    if path.parent.name or path.is_absolute():
        return path.as_posix()
    folder = Path.cwd().name if path.parent == Path() else path.resolve().parent.name
    return f"{folder}/{path.name}" if folder else path.name


def _inside(folder: Path) -> list[Path]:
    found = [
        path
        for path in folder.rglob("*")
        if path.is_file() and not _is_passed_over(path.relative_to(folder))
    ]
    return sorted(found, key=lambda path: path.as_posix())


def _is_passed_over(path: Path) -> bool:
    if any(part.startswith(".") for part in path.parts):
        return True
    name = path.name.lower()
    return name in _OURS or name.startswith(_SKIPPED)
