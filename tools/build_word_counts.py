"""Builds compare/resources/data/word_counts.tsv: how common Chinese words are.

In: dict.txt of the segmenter jieba (a build-time package that only carries the file), a word, its
count in a corpus and its class a line. Out: a line a power of two, the most common first, with the
words that occur at least so often and less than twice as often. Only words of Han characters that
occur LEAST times; dictionaries list many that nobody writes. The same input gives the same bytes.

    python tools/build_word_counts.py [OUT]      (pip install jieba==0.42.1)
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "compare" / "resources" / "data" / "word_counts.tsv"
HEAD = "# power of two\twords that occur so often"
LEAST = 100
HAN = re.compile("[\u3400-\u9fff]{1,4}")


def dictionary() -> Path:
    """The file in the installed package, found without importing it."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install jieba==0.42.1")
    return Path(spec.origin).parent / "dict.txt"


def main(out: Path) -> None:
    """Write the table."""
    found: dict[int, list[str]] = defaultdict(list)
    for line in dictionary().read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split(" ")
        if int(count) >= LEAST and HAN.fullmatch(word):
            found[int(count).bit_length() - 1].append(word)
    rows = [f"{power}\t{' '.join(sorted(words))}" for power, words in sorted(found.items())[::-1]]
    out.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8", newline="\n")
    print(sum(map(len, found.values())), "words")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)
