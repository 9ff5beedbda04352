"""Grouping on SEESAW (English, 203 stories, three outlets each), beside a plain peer.

usage: COMPARE_EVAL=FOLDER python bench/grouping.py [--titles] [--one-day]

The peer is TF-IDF over words, cosine, average link over articles at most five days apart, cut at
the threshold that is best on this very set, which flatters it. `--titles` leaves the bodies out,
`--one-day` gives every article one date, so that time tells nothing apart. The data stays outside
the repository; without it this says so and ends.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from figures import b_cubed
from numpy.typing import NDArray

from compare.model import Article, Paragraph
from compare.options import Options
from compare.pipeline import group
from compare.stories.refine import cluster

_PEER_DAYS = 5
_PEER_CUTS = range(40, 320, 20)


def articles(path: Path, *, titles: bool, one_day: bool) -> tuple[list[Article], list[str]]:
    """The articles and their true stories."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [_article(row, titles=titles, one_day=one_day) for row in rows], [
        row["story"] for row in rows
    ]


def _article(row: dict[str, Any], *, titles: bool, one_day: bool) -> Article:
    blocks = ["" if titles else " ".join(p) for p in row["paragraphs"]]
    text = "\n\n".join(block for block in blocks if block)
    paragraphs, at = [], 0
    for block in text.split("\n\n"):
        paragraphs.append(Paragraph(at, at + len(block), "en"))
        at += len(block) + 2
    day = date(2020, 1, 1) if one_day else date.fromisoformat(row["published"][:10])
    return Article(
        row["id"], row["outlet"], row["outlet"], row["title"], text, tuple(paragraphs), day, "en"
    )


def similarity(given: list[Article]) -> NDArray[np.float64]:
    """Cosine of TF-IDF rows over lower-case words."""
    counts = [Counter(re.findall(r"[a-z]{2,}", f"{a.title} {a.text}".lower())) for a in given]
    spread = Counter(word for c in counts for word in c)
    place = {word: n for n, word in enumerate(sorted(spread))}
    rows = np.zeros((len(given), len(place)), dtype=np.float32)
    for n, count in enumerate(counts):
        for word, times in count.items():
            rows[n, place[word]] = (1 + np.log(times)) * np.log(len(given) / spread[word])
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return (rows @ rows.T).astype(np.float64)


def peer(given: list[Article], true: list[str]) -> str:
    """The peer at its best threshold."""
    order = sorted(range(len(given)), key=lambda i: given[i].id)
    given, true = [given[i] for i in order], [true[i] for i in order]
    days = np.array([a.day.toordinal() if a.day else 0 for a in given])
    scores = np.where(np.abs(days[:, None] - days[None, :]) <= _PEER_DAYS, similarity(given), 0)
    x, y = np.triu_indices(len(given), 1)
    points = np.floor(1000 * scores[x, y]).astype(np.int64)
    best = (0.0, "")
    for cut in _PEER_CUTS:
        options = Options(story_floor=min(40, cut), story_threshold=cut)
        label = cluster(len(given), x, y, points, options)
        p, r, f = b_cubed(label.tolist(), true)
        best = max(best, (f, f"B-cubed P {p:.3f} R {r:.3f} F1 {f:.3f} (cut at {1 - cut / 1000})"))
    return best[1]


def ours(given: list[Article], true: list[str]) -> str:
    """The pipeline with its default options, names and vectors included."""
    start = time.perf_counter()
    stories = group(given, Options())
    took = time.perf_counter() - start
    where = {a.id: n for n, story in enumerate(stories) for a in story.articles}
    p, r, f = b_cubed([where[a.id] for a in given], true)
    return f"B-cubed P {p:.3f} R {r:.3f} F1 {f:.3f}, {len(stories)} stories, {took:.1f} s"


def main(flags: list[str]) -> None:
    """Prints both lines."""
    folder = os.environ.get("COMPARE_EVAL")
    path = Path(folder or ".") / "seesaw" / "seesaw.jsonl"
    if not folder or not path.exists():
        print("bench/grouping.py: skipped, COMPARE_EVAL names no folder with seesaw/seesaw.jsonl")
        return
    given, true = articles(path, titles="--titles" in flags, one_day="--one-day" in flags)
    print("peer:   ", peer(given, true))
    print("compare:", ours(given, true))


if __name__ == "__main__":
    main(sys.argv[1:])
