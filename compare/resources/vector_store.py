"""Vectors of texts met before, kept in the user's cache folder.

In: texts. Out: their rows as stored. One SQLite file an encoder, rows as float16 blobs under a hash
of the text; it may be deleted at any time, starts anew when it has grown too large, and does
nothing but cost time when it cannot be opened or written.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing

import numpy as np
from numpy.typing import NDArray

from compare.resources import caches

LARGEST = 256_000_000
_CHUNK = 500
Row = NDArray[np.float16]


def load(encoder: str, texts: Sequence[str]) -> dict[str, Row]:
    """The stored rows of `texts`, those that are there."""
    by_key = {_key(text): text for text in texts}
    found: dict[str, Row] = {}
    try:
        with closing(_open(encoder)) as store:
            for keys in _chunks(list(by_key)):
                marks = ",".join("?" * len(keys))
                query = f"SELECT key, row FROM vectors WHERE key IN ({marks})"  # noqa: S608 only marks
                for key, blob in store.execute(query, keys):
                    found[by_key[key]] = np.frombuffer(blob, dtype=np.float16)
    except (sqlite3.Error, OSError):
        return {}
    return found


def save(encoder: str, rows: Mapping[str, Row]) -> None:
    """Stores rows by text; silently does nothing when the folder cannot be written."""
    values = [(_key(text), row.tobytes()) for text, row in rows.items()]
    try:
        with closing(_open(encoder)) as store, store:
            store.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?)", values)
    except (sqlite3.Error, OSError):
        return


def _open(encoder: str) -> sqlite3.Connection:
    path = caches.folder() / f"vectors-{encoder}.sqlite"
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LARGEST:
        path.unlink()
    store = sqlite3.connect(path, timeout=2)
    store.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, row BLOB)")
    return store


def _key(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]


def _chunks(keys: Sequence[bytes]) -> Iterable[Sequence[bytes]]:
    return (keys[i : i + _CHUNK] for i in range(0, len(keys), _CHUNK))
