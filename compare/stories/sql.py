"""The grouping queries: one list of (table, query) that every SQL engine can run.

In: `articles(id, ts, slack, bk, dated)`, `marks(article_id, ch, e, tf, prior)` and `extra(a, b)`.
Out: `scores(a, b, gap, names, tokens, words)` with a < b, similarities in thousandths, `gap` in
seconds between the two times after their uncertainty is taken off.

Candidates share two of their rarest marks (two shared marks become one equality key, and no key
is hot), or are proposed by the caller (`extra`, the vectors). Engines must agree to the last bit,
so scores are integers, casts stand before LN, CASE stands for LEAST, inequalities stand in WHERE,
ties are broken by id, and ids are hashes made in Python.
"""

from __future__ import annotations

from dataclasses import dataclass

NAMES, TOKENS, WORDS = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Plan:
    """What the queries need to know: number of articles, window in seconds, marks of an article
    that may block (`rarest`), share of a bucket's articles above which a mark is common
    (1 in `common`), the least count that is ever common (`cap`), and articles of imagined
    background (`background`)."""

    articles: int
    window: int
    rarest: int = 8
    common: int = 60
    cap: int = 150
    background: int = 50


Query = tuple[str, str]


def prepare(plan: Plan) -> list[Query]:
    """Queries made once: weights of marks, common marks dropped, norms of articles."""
    total = plan.articles + plan.background
    return [
        ("edf", "SELECT e, COUNT(*) AS df FROM marks GROUP BY e"),
        (
            "weighted",
            "SELECT m.article_id AS id, m.ch, m.e, a.bk, a.dated, d.df, CAST(ROUND(CAST(m.tf AS DOUBLE) *"
            f" LN(CAST({total} AS DOUBLE) / CAST(d.df + m.prior AS DOUBLE))) AS BIGINT) AS w"
            " FROM marks AS m JOIN edf AS d ON m.e = d.e JOIN articles AS a ON a.id = m.article_id",
        ),
        ("volume", "SELECT bk, COUNT(*) AS n FROM articles GROUP BY bk"),
        (
            "common",
            "SELECT w.e, w.bk, COUNT(*) AS n FROM weighted AS w JOIN volume AS v ON v.bk = w.bk"
            f" GROUP BY w.e, w.bk HAVING COUNT(*) > {plan.cap} AND COUNT(*) * {plan.common} > MIN(v.n)",
        ),
        (
            "telling",
            "SELECT w.id, w.ch, w.e, w.bk, w.dated, w.df, w.w FROM weighted AS w"
            " LEFT JOIN common AS c ON c.e = w.e AND c.bk = w.bk WHERE c.e IS NULL AND w.w > 0",
        ),
        (
            "norms",
            f"SELECT id, SUM(CASE WHEN ch = {NAMES} THEN w ELSE 0 END) AS names,"
            f" SUM(CASE WHEN ch = {TOKENS} THEN w ELSE 0 END) AS tokens,"
            f" SUM(CASE WHEN ch = {WORDS} THEN w * w ELSE 0 END) AS words FROM telling GROUP BY id",
        ),
        ("shared_marks", "SELECT id, ch, e, bk, dated, w FROM telling WHERE df >= 2"),
    ]


def _keys(plan: Plan) -> list[Query]:
    ranked = "ROW_NUMBER() OVER (PARTITION BY id, ch ORDER BY w DESC, e) AS place"
    return [
        (
            "rarest",
            f"SELECT id, ch, e, bk, dated FROM (SELECT id, ch, e, bk, dated, {ranked} FROM m) AS q"
            f" WHERE place <= {plan.rarest}",
        ),
        (
            "keys",
            "SELECT x.id, x.bk, x.dated, x.e AS e1, y.e AS e2 FROM rarest AS x"
            " JOIN rarest AS y ON x.id = y.id AND x.ch = y.ch WHERE x.e < y.e",
        ),
    ]


_ORDERED = (
    "CASE WHEN l.id < r.id THEN l.id ELSE r.id END AS a,"
    " CASE WHEN l.id < r.id THEN r.id ELSE l.id END AS b"
)


def dated_candidates(plan: Plan, first: int, last: int) -> list[Query]:
    """Pairs whose earlier bucket lies in first..last; `m` must hold the buckets first..last + 1."""
    return [
        *_keys(plan),
        (
            "ahead",
            "SELECT id, bk, e1, e2, bk AS jb FROM keys"
            " UNION ALL SELECT id, bk, e1, e2, bk - 1 AS jb FROM keys",
        ),
        (
            "candidates",
            f"SELECT DISTINCT a, b FROM (SELECT {_ORDERED} FROM keys AS l JOIN ahead AS r"
            " ON l.e1 = r.e1 AND l.e2 = r.e2 AND l.bk = r.jb"
            f" WHERE (l.bk <> r.bk OR l.id < r.id) AND l.bk >= {first} AND l.bk <= {last}"
            " UNION ALL SELECT a, b FROM extra) AS q",
        ),
    ]


def undated_candidates(plan: Plan) -> list[Query]:
    """Pairs with at least one article whose time is not known; `m` must hold every bucket."""
    return [
        *_keys(plan),
        (
            "candidates",
            f"SELECT DISTINCT a, b FROM (SELECT {_ORDERED} FROM keys AS l JOIN keys AS r"
            " ON l.e1 = r.e1 AND l.e2 = r.e2"
            " WHERE l.dated = 0 AND (r.dated = 1 OR l.id < r.id)"
            " UNION ALL SELECT a, b FROM extra) AS q",
        ),
    ]


def _share(part: str) -> str:
    """Weighted Jaccard in thousandths of the column `part`."""
    both = f"(l.{part} + r.{part} - s.{part})"
    ratio = f"CAST(FLOOR(1000.0 * CAST(s.{part} AS DOUBLE) / CAST({both} AS DOUBLE)) AS BIGINT)"
    return f"CASE WHEN {both} > 0 THEN {ratio} ELSE 0 END AS {part}"


def scored(plan: Plan) -> list[Query]:
    """Similarities of the candidates that lie inside the window."""
    apart = "ABS(x.ts - y.ts) - x.slack - y.slack"
    gap = (
        f"CASE WHEN x.dated = 0 OR y.dated = 0 THEN {plan.window}"
        f" WHEN {apart} < 0 THEN 0 ELSE {apart} END"
    )
    least = "CASE WHEN x.w < y.w THEN x.w ELSE y.w END"
    length = "(SQRT(CAST(l.words AS DOUBLE)) * SQRT(CAST(r.words AS DOUBLE)))"
    return [
        (
            "timed",
            f"SELECT a, b, gap FROM (SELECT c.a, c.b, {gap} AS gap FROM candidates AS c"
            " JOIN articles AS x ON x.id = c.a JOIN articles AS y ON y.id = c.b) AS q"
            f" WHERE gap <= {plan.window}",
        ),
        (
            "sums",
            f"SELECT c.a, c.b, SUM(CASE WHEN x.ch = {NAMES} THEN {least} ELSE 0 END) AS names,"
            f" SUM(CASE WHEN x.ch = {TOKENS} THEN {least} ELSE 0 END) AS tokens,"
            f" SUM(CASE WHEN x.ch = {WORDS} THEN x.w * y.w ELSE 0 END) AS words"
            " FROM timed AS c JOIN m AS x ON x.id = c.a JOIN m AS y ON y.id = c.b AND y.e = x.e"
            " GROUP BY c.a, c.b",
        ),
        (
            "scores",
            f"SELECT t.a, t.b, CAST(t.gap AS BIGINT) AS gap, {_share('names')}, {_share('tokens')},"
            f" CASE WHEN l.words > 0 AND r.words > 0 THEN CAST(FLOOR(1000.0 *"
            f" CAST(s.words AS DOUBLE) / {length}) AS BIGINT) ELSE 0 END AS words"
            " FROM timed AS t JOIN (SELECT t2.a, t2.b, COALESCE(q.names, 0) AS names,"
            " COALESCE(q.tokens, 0) AS tokens, COALESCE(q.words, 0) AS words FROM timed AS t2"
            " LEFT JOIN sums AS q ON q.a = t2.a AND q.b = t2.b) AS s ON s.a = t.a AND s.b = t.b"
            " JOIN every_norm AS l ON l.id = t.a JOIN every_norm AS r ON r.id = t.b",
        ),
    ]


EVERY_NORM: Query = (
    "every_norm",
    "SELECT a.id, COALESCE(n.names, 0) AS names, COALESCE(n.tokens, 0) AS tokens,"
    " COALESCE(n.words, 0) AS words FROM articles AS a LEFT JOIN norms AS n ON n.id = a.id",
)
