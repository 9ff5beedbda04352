"""The user's cache folder: derived files that may be deleted at any time.

In: a name and a way to make the content. Out: the content, from the cache when it is there. A
cache that cannot be written is a warning, never an error; `Options.use_cache` False leaves the
folder alone. Writes go through a temporary file and a rename, so two processes never see half.
Beside every entry stands its checksum: an entry that is not what was written, by whatever damage,
is made anew, so that a cache never changes an answer. CRC-32 was taken, since it costs 9 ms for
the largest entry and the danger is a bad disk and not a forger.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
import zlib
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path

from compare.resources import unfinished


@lru_cache(maxsize=1)
def folder() -> Path:
    """The cache folder: `COMPARE_CACHE`, else the platform's user cache."""
    import platformdirs

    chosen = os.environ.get("COMPARE_CACHE")
    return Path(chosen) if chosen else Path(platformdirs.user_cache_dir("compare-stories"))


def stored(name: str, write: Callable[[Path], None], use: bool = True) -> Path | None:
    """The path of cache entry `name`, made by `write(path)` when missing or damaged.

    None when caching is off or the folder cannot be written (a warning says so once).
    """
    if not use:
        return None
    target = folder() / name
    checked = target.with_suffix(".sum")
    try:
        if _is_sound(target, checked):
            return target
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.sweep(target.parent)
        for place in (checked, target):
            clear(place)
        _written(target, write)
        total = checksum(target)
        _written(checked, partial(_noted, total))
    except OSError as error:
        warnings.warn(f"cache {target.parent} cannot be written ({error.strerror})", stacklevel=2)
        return None
    return target


def checksum(path: Path) -> str:
    """CRC-32 and length of a file."""
    total, length = 0, 0
    with path.open("rb") as stream:
        while piece := stream.read(1 << 20):
            total, length = zlib.crc32(piece, total), length + len(piece)
    return f"{total:08x} {length}"


def clear(place: Path) -> None:
    """Takes away a folder that stands where a file should be. Raises OSError when it cannot."""
    if place.is_dir():
        shutil.rmtree(place)


def _noted(total: str, path: Path) -> None:
    path.write_text(total, "ascii")


def _is_sound(target: Path, checked: Path) -> bool:
    if not (target.is_file() and checked.is_file()):
        return False
    return checked.read_bytes() == checksum(target).encode("ascii")


def _written(target: Path, write: Callable[[Path], None]) -> None:
    """Writes a file whole or not at all."""
    handle, draft = tempfile.mkstemp(
        dir=target.parent, prefix=unfinished.prefix(), suffix=target.suffix
    )
    os.close(handle)
    path = Path(draft)
    try:
        write(path)
        path.replace(target)
    finally:
        path.unlink(missing_ok=True)
