"""How fast names are read from Chinese text, beside the segmenter's own tagger in the same run.

    python bench/entities_speed.py [FILE_OR_FOLDER]

Without an argument the shipped seeds are read. The text is repeated to two megabytes; every figure
is the best of five, in megabytes (UTF-8) of text a second of processor time, and its ratio to the
tagger. `mentions` is everything that the program does for an article: names, identities, offices,
dates and quantities; `names` is the extraction alone.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import rjieba

from compare.model import Article, Paragraph
from compare.options import Options
from compare.reading.base.lexicon import lexicon
from compare.reading.blocks import blocks
from compare.reading.document import document
from compare.reading.names import learn
from compare.reading.names.mentions import mentions
from compare.reading.zh.names import read
from compare.text.scripts import fold, is_chinese

SIZE = 2_000_000
PER_ARTICLE = 3_000
ROUNDS = 5


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
            made.append(Article(name, "o", "O", "", piece, paragraphs, date(2024, 1, 2), "zh-Hans"))
    return made


def fastest(works: dict[str, tuple[Callable[[Any], object], Sequence[object]]]) -> dict[str, float]:
    """Seconds of the fastest round of each work on all its items. The works take turns, so that a
    busy machine slows all of them alike.
    """
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, (work, items) in works.items():
            start = time.process_time()
            for item in items:
                work(item)
            times[name].append(time.process_time() - start)
    return {name: min(taken) for name, taken in times.items()}


def main() -> None:
    """Print one line a work."""
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "seeds"
    options = Options()
    made = articles(source_text(where))
    size = sum(len(a.text.encode()) for a in made) / 1e6
    lex = lexicon(options)
    documents = [document(a, options) for a in made]
    learned = learn(documents[:50], options)
    texts = [fold(a.text).text for a in made]
    rows = fastest(
        {
            "tagger": (rjieba.tag, texts),
            "fold": (lambda article: list(blocks(article)), made),
            "names": (lambda text: read(text, lex, learned.surfaces, options), texts),
            "document": (lambda article: document(article, options), made),
            "learn": (lambda read: learn(read, options), [documents]),
            "mentions": (lambda one: mentions(one, learned, options), documents),
        }
    )
    tagger = rows["tagger"]
    for name, seconds in rows.items():
        print(f"{name:10} {size / seconds:7.2f} MB/s   {tagger / seconds:6.3f} x tagger")


if __name__ == "__main__":
    main()
