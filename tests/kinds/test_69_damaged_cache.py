"""A value of another kind, or another value, in the cache on disk ends the program with an internal
error, on every run, or changes an answer (found by random damage to our own inputs).
"""

from __future__ import annotations

import shutil
import sqlite3
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from compare.matching import encoder
from compare.matching.encoder import stored_vectors
from compare.resources import caches, encoder_data, unfinished

pytestmark = pytest.mark.slow

TEXTS = ["The cranes will be repaired by June.", "两台起重机将在六月修好。", "a"]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache as a first run leaves it."""
    folder = tmp_path_factory.mktemp("sound")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_CACHE", str(folder))
        forget()
        stored_vectors(TEXTS)
    forget()
    return folder


@pytest.fixture
def cache(sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of it that may be damaged."""
    folder = tmp_path / "cache"
    shutil.copytree(sound, folder)
    monkeypatch.setenv("COMPARE_CACHE", str(folder))
    forget()
    yield folder
    forget()


def forget() -> None:
    caches.folder.cache_clear()
    encoder.encoder.cache_clear()


def expected() -> dict[str, np.ndarray]:
    return stored_vectors(TEXTS, use_cache=False)


def same(found: dict[str, np.ndarray]) -> bool:
    return all(np.array_equal(found[text], row) for text, row in expected().items())


_SET = "UPDATE vectors SET row = "
_INFINITE = "x'" + "ff7f" * 512 + "'"
DAMAGE = {
    "text for bytes": "UPDATE vectors SET row = 'abc'",
    "text of the length of a row": "UPDATE vectors SET row = printf('%.1024c', 'x')",
    "a number": "UPDATE vectors SET row = 7",
    "a fraction": "UPDATE vectors SET row = 1.5",
    "nothing": "UPDATE vectors SET row = NULL",
    "no bytes": "UPDATE vectors SET row = zeroblob(0)",
    "half a row": "UPDATE vectors SET row = substr(row, 1, 512)",
    "an odd length": "UPDATE vectors SET row = substr(row, 1, 1023)",
    "a longer row": "UPDATE vectors SET row = row || x'00'",
    "two rows in one": "UPDATE vectors SET row = row || row",
    "zeros": "UPDATE vectors SET row = zeroblob(1024)",
    "other bytes": "UPDATE vectors SET row = randomblob(1024)",
    "one other byte": _SET + "CAST(substr(row, 1, 700) || x'3c' || substr(row, 702) AS BLOB)",
    "the row of another text": _SET + "(SELECT row FROM vectors ORDER BY key LIMIT 1)",  # noqa: S608 - ours
    "no such numbers": _SET + _INFINITE,
    "no rows": "DELETE FROM vectors",
    "no table": "DROP TABLE vectors",
    "another table": "DROP TABLE vectors; CREATE TABLE vectors (a, b, c, d)",
    "another column": "ALTER TABLE vectors RENAME COLUMN row TO other",
    "a view": "ALTER TABLE vectors RENAME TO other; CREATE VIEW vectors AS SELECT * FROM other",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_row_is_made_anew(cache: Path, damage: str) -> None:
    """The answer is that of an empty cache, and the next run finds a sound one."""
    (file,) = cache.glob("vectors-*.sqlite")
    base = sqlite3.connect(file)
    base.executescript(DAMAGE[damage])
    base.close()
    assert same(stored_vectors(TEXTS))
    assert set(encoder_data.load(encoder.UseEncoder.name, TEXTS)) == set(TEXTS)
    assert same(stored_vectors(TEXTS))


def _garbage(path: Path) -> None:
    path.write_bytes(b"no database at all" * 100)


def _half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for place in range(4000, len(data), 997):
        data[place] ^= 0x55
    path.write_bytes(data)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "x").write_text("x")


@pytest.mark.parametrize("damage", [_garbage, _half, _empty, _flipped, _folder])
@pytest.mark.parametrize("name", ["vectors-*.sqlite", "*/table.npy", "*/layers.npz"])
def test_a_damaged_file_is_made_anew(
    cache: Path, name: str, damage: Callable[[Path], None]
) -> None:
    """Whatever stands where a file of the cache should be, the answer is the same."""
    (file,) = cache.glob(name)
    if "vectors" not in name:
        next(cache.glob("vectors-*.sqlite")).unlink()  # so that the weights are needed
    damage(file)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore" if damage is _folder else "error")
        assert same(stored_vectors(TEXTS))
        forget()
        assert same(stored_vectors(TEXTS))


def test_a_sound_cache_is_used(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts met before need no encoder."""

    def refuse(*_: object) -> None:
        raise AssertionError

    with monkeypatch.context() as patch:
        patch.setattr(encoder, "encoder", refuse)
        assert set(stored_vectors(TEXTS)) == set(TEXTS)


def test_what_a_kill_left_is_swept(cache: Path) -> None:
    """Half a file of a process that is no more goes when the next one is written."""
    draft = cache / f"{unfinished.prefix(pid=4_194_304 + 9)}abc.npy"
    draft.write_bytes(b"half")
    caches.stored("new.txt", lambda path: path.write_text("made") and None)
    assert not draft.exists()
