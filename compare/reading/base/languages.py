"""Which languages can be read, told by the folders beside this one.

In: the primary tag of a language (`fr`) and a part of reading (`dates`, `amounts`, `speech`). Out:
the function `found` of `compare.reading.<language>.<part>`, or None where the folder has no such
module. The folders are looked at, not a list, so that a language is added by adding a folder; a
module is imported when its language first occurs, for compiling its rules takes 50 ms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

_TAG = re.compile(r"[a-z]{2,3}")
Reader = Callable[..., Iterable[Any]]


@lru_cache(maxsize=256)
def reader(language: str, part: str) -> Reader | None:
    """The reader of `part` in a language's own folder."""
    folder = f"compare.reading.{language}"
    if not _TAG.fullmatch(language) or find_spec(folder) is None:
        return None
    name = f"{folder}.{part}"
    if find_spec(name) is None:
        return None
    found: Reader = import_module(name).found
    return found
