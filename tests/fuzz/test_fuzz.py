"""The fuzzer repeats itself, finds what is wrong, and finds nothing in a short run."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.fuzz.__main__ import CORPUS, READERS, Run, fuzz, tried
from tests.fuzz.mutation import damaged


def _twice() -> tuple[Random, Random]:
    return Random(5), Random(5)  # noqa: S311 - damage, not secrets


def test_the_same_seed_damages_in_the_same_way() -> None:
    """A file of a run can be made again."""
    corpus = [path.read_bytes() for path in sorted(CORPUS.iterdir())]
    one, other = ([damaged(corpus, random) for _ in range(50)] for random in _twice())
    assert one == other
    assert len(set(one)) > 40


@pytest.mark.parametrize("name", READERS)
def test_every_reader_meets_its_corpus(name: str, tmp_path: Path) -> None:
    """Undamaged files are read, and half a second of damaged ones are read or set aside."""
    files = sorted(CORPUS.glob(READERS[name][0]))
    assert files
    run = Run()
    for file in files:
        tried(file, run)
    assert run.articles >= len(files)
    assert fuzz(name, 0.3, seed=3).faults == {}
