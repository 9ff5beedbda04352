"""Grouping at scale: time, memory and B-cubed on synthetic news (names only, no texts).

usage: python bench/scale.py [ARTICLES …]       (default 10000 100000)

The prototype's figures on the same data stand beside ours: F1 .95 at 10,000 and .947 at 100,000,
with 2 to 4 s for the queries.
"""

from __future__ import annotations

import resource
import sys
import time

import numpy as np
from figures import b_cubed
from synthetic import News, news

from compare.options import Options
from compare.stories import sql
from compare.stories.engines import Columns, DuckEngine
from compare.stories.marks import Times, bucket_width
from compare.stories.refine import cluster
from compare.stories.scoring import Texts, crowding, pair_scores


def tables(made: News, options: Options) -> Columns:
    """The rows that articles with these names would have."""
    n, m = len(made.ids), len(made.owner)
    return Columns(
        {
            "id": made.ids,
            "ts": made.seconds,
            "slack": np.zeros(n, dtype=np.int64),
            "bk": made.seconds // bucket_width(options),
            "dated": np.ones(n, dtype=np.int64),
        },
        {
            "article_id": made.owner,
            "ch": np.full(m, sql.NAMES, dtype=np.int64),
            "e": made.name,
            "tf": np.full(m, 1000, dtype=np.int64),
            "prior": np.zeros(m, dtype=np.int64),
        },
    )


def side(made: News, options: Options) -> Texts:
    """What the score asks of articles that have names and nothing else."""
    n = len(made.ids)
    when = Times(made.seconds.tolist(), [0] * n, [True] * n, [False] * n)
    return Texts(
        ids=made.ids,
        bucket=made.seconds // bucket_width(options),
        dated=np.ones(n, dtype=bool),
        language=np.zeros(n, dtype=np.int64),
        names=np.full(n, 9, dtype=np.int64),
        rows=np.zeros((n, 1), dtype=np.float32),
        has_row=np.zeros(n, dtype=bool),
        has_words=np.zeros(n, dtype=bool),
        headlines=(),
        scale=crowding(when, options),
    )


def measure(articles: int, options: Options) -> str:
    """One line of figures."""
    made = news(articles)
    start = time.perf_counter()
    plan = sql.plan(articles, options)
    scores = DuckEngine(threads=2).scores(tables(made, options), plan)
    queries = time.perf_counter() - start
    texts = side(made, options)
    points = pair_scores(scores, texts, options)
    order = np.lexsort((made.ids, made.seconds))
    place = np.empty(articles, dtype=np.int64)
    place[order] = np.arange(articles)
    keep = points >= options.story_keep
    one, other = (place[texts.places(ids[keep])] for ids in (scores.a, scores.b))
    label = cluster(
        articles,
        np.minimum(one, other),
        np.maximum(one, other),
        points[keep],
        options,
    )
    total = time.perf_counter() - start
    p, r, f = b_cubed(label, made.story[order])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return (
        f"{articles} articles: P {p:.3f} R {r:.3f} F1 {f:.3f}, largest {np.bincount(label).max()},"
        f" queries {queries:.1f} s, in all {total:.1f} s, peak {peak} MB, {len(points)} pairs"
    )


if __name__ == "__main__":
    for size in [int(a) for a in sys.argv[1:]] or [10_000, 100_000]:
        print(measure(size, Options()), flush=True)
