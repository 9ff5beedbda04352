"""How fast names are read from Chinese text, beside the segmenter's own tagger in the same run.

    python bench/entities_speed.py [FILE_OR_FOLDER]

Without an argument the shipped seeds are read. The text is repeated to two megabytes; every figure
is the best of three, in megabytes (UTF-8) of text a second on one core, and its ratio to the
tagger. `mentions` is everything that the program does for an article: names, identities, offices,
dates and quantities; `names` is the extraction alone.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import rjieba

from compare.entities import learn, mentions
from compare.entities.blocks import blocks
from compare.entities.chinese import read
from compare.entities.lexicon import lexicon
from compare.model import Article, Paragraph
from compare.options import Options
from compare.text.scripts import fold, is_chinese

SIZE = 2_000_000
PER_ARTICLE = 3_000
ROUNDS = 3


def source_text(where: Path) -> str:
    """The Chinese paragraphs of a file, or of the articles in a folder."""
    if where.is_dir():
        from compare.sources import read as read_file

        files = sorted(p for p in where.iterdir() if p.is_file())
        found = [article.text for file in files for article in read_file(file)]
    else:
        found = [where.read_text(encoding="utf-8")]
    return "\n\n".join(p for text in found for p in text.split("\n\n") if is_chinese(p))


def articles(text: str) -> list[Article]:
    """`text` over and over, cut into articles, SIZE bytes in all."""
    made: list[Article] = []
    size = 0
    while size < SIZE:
        for start in range(0, len(text), PER_ARTICLE):
            piece = text[start : start + PER_ARTICLE]
            size += len(piece.encode())
            paragraphs = (Paragraph(0, len(piece), "zh-Hans"),)
            name = f"a{len(made)}"
            made.append(
                Article(name, "o", "O", "", piece, paragraphs, date(2024, 1, 2), "zh-Hans")
            )
    return made


def best(work: Callable[[], object]) -> float:
    """Seconds of the fastest of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "seeds"
    options = Options()
    made = articles(source_text(where))
    size = sum(len(a.text.encode()) for a in made) / 1e6
    lex = lexicon(options)
    learned = learn(made[:50], options)
    texts = [fold(a.text).text for a in made]
    tagger = best(lambda: [rjieba.tag(text) for text in texts])
    rows = {
        "tagger": tagger,
        "fold": best(lambda: [list(blocks(a)) for a in made]),
        "names": best(lambda: [read(text, lex, learned.terms) for text in texts]),
        "learn": best(lambda: learn(made, options)),
        "mentions": best(lambda: [mentions(a, learned, options) for a in made]),
    }
    for name, seconds in rows.items():
        print(f"{name:10} {size / seconds:7.2f} MB/s   {tagger / seconds:6.3f} x tagger")


if __name__ == "__main__":
    main()
