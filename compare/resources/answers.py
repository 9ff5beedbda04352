"""Answers of models that were asked before, kept in the user's cache folder.

In: a question as it is sent, which holds the model's name and both texts, and a way to ask. Out:
the answer. Neither the address nor the key is a part of it: a name stands for a model, wherever it
runs, and who runs another one under an old name uses `--no-cache` or deletes the folder `judge`. An
answer is kept as it came, so that what is held against it is always what holds now.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from compare.resources import caches

FOLDER = "judge"


def answered(question: bytes, ask: Callable[[], str], use: bool) -> str:
    """The stored answer to `question`, else that of `ask`, which is stored unless it fails."""
    fresh: list[str] = []

    def write(path: Path) -> None:
        fresh.append(ask())
        path.write_bytes(fresh[0].encode())

    name = hashlib.sha256(question).hexdigest()
    path = caches.stored(f"{FOLDER}/{name[:2]}/{name}.txt", write, use)
    if fresh:
        return fresh[0]
    return path.read_bytes().decode() if path else ask()
