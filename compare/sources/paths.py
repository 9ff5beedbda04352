"""Paths that a user gives -> the files to read, in a fixed order, and the bytes of each.

In: files and folders. Out: files; a folder's are sorted by their path, so that a run is the same
on every machine. README*, LICENSE*, dotfiles and our own files (compare.toml, names.tsv,
outlets.toml) inside a folder are passed over, but a file that is named itself is always read. A
folder that cannot be listed is set aside with its reason. Folders are walked with a list of our
own: what Python has recurses, and gives up a thousand folders down.

Bytes come from files, and from a pipe that is there already (`/dev/stdin`, `/dev/fd/63`). A named
pipe that nobody may ever write to, a device without an end or a terminal is refused, since a
program that waits without a word looks broken.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from compare.errors import NoText, UnreadableFile
from compare.model import SetAside

_OURS = ("compare.toml", "names.tsv", "outlets.toml")
_SKIPPED = ("readme", "license", "licence")
_PIPES = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a disk"),
    (stat.S_ISSOCK, "a socket"),
)


def walk(paths: Sequence[Path]) -> Iterator[Path | SetAside]:
    """Every file to read, once, however its path is written, and every folder that cannot be
    listed.
    """
    seen: set[str] = set()
    for path in map(Path, paths):
        for file in _inside(path) if path.is_dir() else [path]:
            if isinstance(file, SetAside):
                yield file
            elif (real := os.path.realpath(file)) not in seen:
                seen.add(real)
                yield file


def files(paths: Sequence[Path]) -> list[Path]:
    """The files of `walk` alone."""
    return [path for path in walk(paths) if isinstance(path, Path)]


def shown(path: Path) -> str:
    """The path as given, with at least its last folder, for people and for `Article.file`."""
    if path.parent.name or path.is_absolute():
        return path.as_posix()
    folder = Path.cwd().name if path.parent == Path() else path.resolve().parent.name
    return f"{folder}/{path.name}" if folder else path.name


def contents(path: Path, file: str, limit: int) -> bytes:
    """The bytes at `path`, which is `file` for people; at most `limit` of them.

    Raises UnreadableFile for what cannot be opened or is no file, NoText for an empty one.
    """
    try:
        if path.is_dir():
            raise UnreadableFile("a folder, not a file; `compare stories` reads folders", file=file)
        found = path.stat()
        if stat.S_ISREG(found.st_mode):
            _bounded(found.st_size, limit, file)
            data = path.read_bytes()
        else:
            data = _piped(path, found.st_mode, file, limit)
    except FileNotFoundError as error:
        raise UnreadableFile("no such file", file=file) from error
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UnreadableFile(f"cannot be opened: {why}", file=file) from error
    if not data.strip():
        raise NoText("the file is empty", file=file)
    return data


def _bounded(size: int, limit: int, file: str) -> None:
    if size > limit:
        raise UnreadableFile(
            f"{size / 1e6:.0f} MB is over the limit of {limit / 1e6:.0f} MB; split the file",
            file=file,
        )


def _piped(path: Path, mode: int, file: str, limit: int) -> bytes:
    """What a pipe holds that was handed to us open."""
    kind = next((words for holds, words in _KINDS if holds(mode)), "no file")
    if not path.as_posix().startswith(_PIPES):
        raise UnreadableFile(
            f"{kind}, not a file; save its content, or pipe it into /dev/stdin", file=file
        )
    with path.open("rb") as stream:
        if stream.isatty():
            raise UnreadableFile("a terminal, not a file; pipe a file into it", file=file)
        data = stream.read(limit + 1)
    _bounded(len(data), limit, file)
    return data


def _inside(folder: Path) -> list[Path | SetAside]:
    """The files below `folder`, then the folders that could not be listed."""
    found: list[tuple[str, Path]] = []
    closed: list[Path | SetAside] = []
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                inner = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            closed.append(SetAside(shown(here), f"a folder that cannot be opened: {why}"))
            continue
        for entry in inner:
            path = here / entry.name
            if _is(entry.is_dir, follow_symlinks=False):
                waiting.append(path)
            elif _is(entry.is_file) and not _is_passed_over(entry.name.lower()):
                found.append((path.as_posix(), path))
    return [*(path for _, path in sorted(found, key=lambda one: one[0])), *closed]


def _is(asked: object, **how: bool) -> bool:
    try:
        return bool(asked(**how))  # type: ignore[operator]
    except OSError:
        return False


def _is_passed_over(name: str) -> bool:
    return name in _OURS or name.startswith(_SKIPPED)
