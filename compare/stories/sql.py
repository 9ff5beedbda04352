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

from compare.options import Options

NAMES, TOKENS, WORDS = 0, 1, 2

Query = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the queries need to know.

    `articles` is their number, `window` is in seconds, and so is `undated`, the time that is taken
    to lie between an article without a date and any other. `rarest` is how many marks of a channel
    may block. A mark is common in a time bucket when more than `cap` articles hold it and more than
    one in `common`. `background` articles are imagined besides, so that a handful can be weighed.
    """

    articles: int
    window: int
    undated: int
    rarest: int
    common: int
    cap: int
    background: int


def plan(articles: int, options: Options) -> Plan:
    """The plan for so many articles: few of them can afford more marks that block."""
    few = articles <= options.story_few
    return Plan(
        articles=articles,
        window=options.story_window * 3600,
        undated=options.story_undated * 3600,
        rarest=options.story_rarest_of_few if few else options.story_rarest,
        common=options.story_common,
        cap=options.story_common_least,
        background=options.story_background,
    )


def prepare(plan: Plan) -> list[Query]:
    """Queries made once: weights of marks, common marks dropped, norms of articles."""
    return [
        ("frequency", "SELECT e, COUNT(*) AS df FROM marks GROUP BY e"),
        ("weighted", _weighted(plan)),
        ("volume", "SELECT bk, COUNT(*) AS n FROM articles GROUP BY bk"),
        ("common", _common(plan)),
        ("telling", _TELLING),
        ("norms", _norms()),
        ("shared_marks", "SELECT id, ch, e, bk, dated, w FROM telling WHERE df >= 2"),
    ]


def _weighted(plan: Plan) -> str:
    total = plan.articles + plan.background
    return f"""
        SELECT m.article_id AS id, m.ch, m.e, a.bk, a.dated, f.df,
            CAST(ROUND(CAST(m.tf AS DOUBLE)
                * LN(CAST({total} AS DOUBLE) / CAST(f.df + m.prior AS DOUBLE))) AS BIGINT) AS w
        FROM marks AS m JOIN frequency AS f ON m.e = f.e
        JOIN articles AS a ON a.id = m.article_id"""


def _common(plan: Plan) -> str:
    return f"""
        SELECT w.e, w.bk, COUNT(*) AS n
        FROM weighted AS w JOIN volume AS v ON v.bk = w.bk
        GROUP BY w.e, w.bk
        HAVING COUNT(*) > {plan.cap} AND COUNT(*) * {plan.common} > MIN(v.n)"""


_TELLING = """
        SELECT w.id, w.ch, w.e, w.bk, w.dated, w.df, w.w
        FROM weighted AS w LEFT JOIN common AS c ON c.e = w.e AND c.bk = w.bk
        WHERE c.e IS NULL AND w.w > 0"""


def _norms() -> str:
    return f"""
        SELECT a.id, SUM(CASE WHEN t.ch = {NAMES} THEN t.w ELSE 0 END) AS names,
            SUM(CASE WHEN t.ch = {TOKENS} THEN t.w ELSE 0 END) AS tokens,
            SUM(CASE WHEN t.ch = {WORDS} THEN t.w * t.w ELSE 0 END) AS words
        FROM articles AS a LEFT JOIN telling AS t ON t.id = a.id GROUP BY a.id"""


def _keys(plan: Plan) -> list[Query]:
    rarest = f"""
        SELECT id, ch, e, bk, dated
        FROM (SELECT id, ch, e, bk, dated,
            ROW_NUMBER() OVER (PARTITION BY id, ch ORDER BY w DESC, e) AS place FROM m) AS q
        WHERE place <= {plan.rarest}"""
    keys = """
        SELECT x.id, x.bk, x.dated, x.e AS e1, y.e AS e2
        FROM rarest AS x JOIN rarest AS y ON x.id = y.id AND x.ch = y.ch WHERE x.e < y.e"""
    return [("rarest", rarest), ("keys", keys)]


_ORDERED = """CASE WHEN l.id < r.id THEN l.id ELSE r.id END AS a,
            CASE WHEN l.id < r.id THEN r.id ELSE l.id END AS b"""


def dated_candidates(plan: Plan, first: int, last: int) -> list[Query]:
    """Pairs whose earlier bucket lies in first..last; `m` must hold the buckets first..last + 1."""
    ahead = """
        SELECT id, bk, e1, e2, bk AS jb FROM keys
        UNION ALL SELECT id, bk, e1, e2, bk - 1 AS jb FROM keys"""
    candidates = f"""
        SELECT DISTINCT a, b FROM (SELECT {_ORDERED}
            FROM keys AS l JOIN ahead AS r ON l.e1 = r.e1 AND l.e2 = r.e2 AND l.bk = r.jb
            WHERE (l.bk <> r.bk OR l.id < r.id) AND l.bk >= {first} AND l.bk <= {last}
            UNION ALL SELECT a, b FROM extra) AS q"""
    return [*_keys(plan), ("ahead", ahead), ("candidates", candidates)]


def undated_candidates(plan: Plan) -> list[Query]:
    """Pairs with at least one article whose time is not known; `m` must hold every bucket."""
    candidates = f"""
        SELECT DISTINCT a, b FROM (SELECT {_ORDERED}
            FROM keys AS l JOIN keys AS r ON l.e1 = r.e1 AND l.e2 = r.e2
            WHERE l.dated = 0 AND (r.dated = 1 OR l.id < r.id)
            UNION ALL SELECT a, b FROM extra) AS q"""
    return [*_keys(plan), ("candidates", candidates)]


def scored(plan: Plan) -> list[Query]:
    """Similarities of the candidates that lie inside the window."""
    return [("timed", _timed(plan)), ("sums", _sums()), ("scores", _scores())]


def _timed(plan: Plan) -> str:
    apart = "ABS(x.ts - y.ts) - x.slack - y.slack"
    return f"""
        SELECT a, b, gap FROM (SELECT c.a, c.b,
            CASE WHEN x.dated = 0 OR y.dated = 0 THEN {plan.undated}
                WHEN {apart} < 0 THEN 0 ELSE {apart} END AS gap
            FROM candidates AS c JOIN articles AS x ON x.id = c.a JOIN articles AS y ON y.id = c.b)
            AS q
        WHERE gap <= {plan.window}"""


def _sums() -> str:
    least = "CASE WHEN x.w < y.w THEN x.w ELSE y.w END"
    return f"""
        SELECT c.a, c.b, SUM(CASE WHEN x.ch = {NAMES} THEN {least} ELSE 0 END) AS names,
            SUM(CASE WHEN x.ch = {TOKENS} THEN {least} ELSE 0 END) AS tokens,
            SUM(CASE WHEN x.ch = {WORDS} THEN x.w * y.w ELSE 0 END) AS words
        FROM timed AS c JOIN m AS x ON x.id = c.a JOIN m AS y ON y.id = c.b AND y.e = x.e
        GROUP BY c.a, c.b"""


def _share(part: str) -> str:
    """Weighted Jaccard of the column `part`, in thousandths."""
    either = f"(l.{part} + r.{part} - s.{part})"
    return f"""CASE WHEN {either} > 0 THEN CAST(FLOOR(1000.0 * CAST(s.{part} AS DOUBLE)
                / CAST({either} AS DOUBLE)) AS BIGINT) ELSE 0 END AS {part}"""


def _scores() -> str:
    length = "(SQRT(CAST(l.words AS DOUBLE)) * SQRT(CAST(r.words AS DOUBLE)))"
    return f"""
        SELECT s.a, s.b, CAST(s.gap AS BIGINT) AS gap, {_share("names")},
            {_share("tokens")},
            CASE WHEN l.words > 0 AND r.words > 0 THEN CAST(FLOOR(1000.0 * CAST(s.words AS DOUBLE)
                / {length}) AS BIGINT) ELSE 0 END AS words
        FROM (SELECT t.a, t.b, t.gap, COALESCE(q.names, 0) AS names,
                COALESCE(q.tokens, 0) AS tokens, COALESCE(q.words, 0) AS words
            FROM timed AS t LEFT JOIN sums AS q ON q.a = t.a AND q.b = t.b) AS s
        JOIN norms AS l ON l.id = s.a JOIN norms AS r ON r.id = s.b"""
