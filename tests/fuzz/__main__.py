"""Reads damaged files, reader by reader, and says what went wrong.

    python -m tests.fuzz                     twenty seconds a reader, as CI does
    python -m tests.fuzz --seconds 100       the long run of docs/reliability.md
    python -m tests.fuzz --seed 7 --only pages

Exit code 1 when anything but a CompareError was raised, a paragraph does not slice back, or a file
took over LONGEST seconds of processor time. Such a file is kept below artefacts/fuzz; the seed of
a run and the number of a file make it again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from compare import pipeline
from compare.model import Article
from compare.options import Options
from compare.reading.speech import attributions
from compare.sources import read_all
from tests.fuzz.mutation import damaged

CORPUS = Path(__file__).parent / "corpus"
KEPT = Path("artefacts") / "fuzz"
LONGEST = 5.0
DEEP = 10  # every so many files the article is read on, to names and speakers
READERS = {
    "frontmatter": ("frontmatter-*", (".md",)),
    "aggregator": ("aggregator*", (".md", ".txt")),
    "records": ("records*", (".json", ".jsonl")),
    "pages": ("*.html", (".html", ".htm", "")),
    "digest": ("digest*", (".txt", ".md")),
    "plain": ("plain-*", (".txt", ".md", "")),
}
OPTIONS = Options(use_cache=False, debug=True)


@dataclass(slots=True)
class Run:
    """What came of the files of one reader."""

    files: int = 0
    articles: int = 0
    aside: int = 0
    slowest: float = 0.0
    faults: Counter[str] = field(default_factory=Counter)


def sound(article: Article, *, deep: bool) -> None:
    """Raises AssertionError for an article that contradicts itself."""
    texts = [article.text[p.start : p.end] for p in article.paragraphs]
    if article.text.split("\n\n") != (texts or [""]) or not all(map(str.strip, texts)):
        raise AssertionError("paragraphs do not slice the text")
    repr(article).encode()
    if deep:
        mentions = pipeline.read_names([article], OPTIONS).mentions[article.id]
        for one in attributions(article, mentions, OPTIONS):
            if article.text[slice(*one.content)] != one.content_text:
                raise AssertionError("a content does not slice the text")


def tried(path: Path, run: Run) -> None:
    """Reads one file."""
    run.files += 1
    began = time.process_time()
    articles, aside = read_all([path], OPTIONS)
    for article in articles:
        sound(article, deep=run.files % DEEP == 0)
    took = time.process_time() - began
    run.articles, run.aside = run.articles + len(articles), run.aside + len(aside)
    run.slowest = max(run.slowest, took)
    if took > LONGEST:
        raise AssertionError(f"over {LONGEST:g} s")


def fuzz(name: str, seconds: float, seed: int) -> Run:
    """Damages and reads the corpus of one reader for so many seconds of processor time."""
    pattern, suffixes = READERS[name]
    corpus = [path.read_bytes() for path in sorted(CORPUS.glob(pattern))]
    random, run = Random(f"{seed} {name}"), Run()  # noqa: S311 - damage, not secrets
    with tempfile.TemporaryDirectory() as folder:
        ends = time.process_time() + seconds
        while time.process_time() < ends:
            path = Path(folder) / f"a{random.choice(suffixes)}"
            path.write_bytes(damaged(corpus, random))
            try:
                tried(path, run)
            except Exception as error:  # noqa: BLE001 - that is what is looked for
                run.faults[_words(error)] += 1
                KEPT.mkdir(parents=True, exist_ok=True)
                (KEPT / f"{name}-{seed}-{run.files}{path.suffix}").write_bytes(path.read_bytes())
            path.unlink()
    return run


def _words(error: Exception) -> str:
    cause = error.__cause__ or error
    place = traceback.extract_tb(cause.__traceback__)[-1]
    return (
        f"{type(cause).__name__}: {str(cause)[:80]!r} ({Path(place.filename).name}:{place.lineno})"
    )


def main() -> int:
    """Runs the readers that are asked for; the exit code."""
    parser = argparse.ArgumentParser(description="Reads damaged files.")
    parser.add_argument("--seconds", type=float, default=20.0, help="of processor time, a reader")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=READERS, action="append")
    asked = parser.parse_args()
    bad = 0
    for name in asked.only or READERS:
        run = fuzz(name, asked.seconds, asked.seed)
        bad += run.faults.total()
        sys.stdout.write(
            f"{name:12} files={run.files} articles={run.articles} set_aside={run.aside} "
            f"slowest={run.slowest:.2f}s faults={run.faults.total()}\n"
        )
        for words, count in run.faults.most_common():
            sys.stdout.write(f"    {count} x {words}\n")
        sys.stdout.flush()
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
