"""The user's cache folder: derived files that may be deleted at any time.

In: a name and a way to make the content. Out: the content, from the cache when it is there. A
cache that cannot be written is a warning, never an error; `Options.use_cache` False leaves the
folder alone. Writes go through a temporary file and a rename, so two processes never see half.
"""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def folder() -> Path:
    """The cache folder: `COMPARE_CACHE`, else the platform's user cache."""
    import platformdirs

    chosen = os.environ.get("COMPARE_CACHE")
    return Path(chosen) if chosen else Path(platformdirs.user_cache_dir("compare-stories"))


def stored(name: str, write: Callable[[Path], None], use: bool = True) -> Path | None:
    """The path of cache entry `name`, made by `write(path)` when missing.

    None when caching is off or the folder cannot be written (a warning says so once).
    """
    if not use:
        return None
    target = folder() / name
    if target.exists():
        return target
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=target.parent, suffix=target.suffix)
        os.close(handle)
        path = Path(draft)
        try:
            write(path)
            path.replace(target)
        finally:
            path.unlink(missing_ok=True)
    except OSError as error:
        warnings.warn(f"cache {target.parent} cannot be written ({error.strerror})", stacklevel=2)
        return None
    return target
