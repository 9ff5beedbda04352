"""Running the grouping queries: in-memory DuckDB, sliced by time so that memory stays bounded.

In: the columns of `articles` and `marks` as numpy arrays, and a function that proposes more pairs
(the vectors). Out: scored pairs as arrays, sorted by (a, b). Document frequencies and norms are
made once; candidates are joined slice by slice with one bucket of look-ahead, so that every pair
is made exactly once. A slice of any size gives the same rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compare.stories import sql

Ints = NDArray[np.int64]
Extra = Callable[[int | None, int | None], tuple[Ints, Ints]]


@dataclass(frozen=True, slots=True)
class Columns:
    """The two input tables. `articles`: id, ts, slack, bk, dated; `marks`: article_id, ch, e, tf,
    prior. All int64; `ts` and `slack` are seconds, `tf` is in thousandths.
    """

    articles: dict[str, Ints]
    marks: dict[str, Ints]


@dataclass(frozen=True, slots=True)
class Scores:
    """Scored pairs, a < b, one an index: ids, gap in seconds, similarities in thousandths."""

    a: Ints
    b: Ints
    gap: Ints
    names: Ints
    tokens: Ints
    words: Ints


_FIELDS = ("a", "b", "gap", "names", "tokens", "words")


def no_extra(first: int | None, last: int | None) -> tuple[Ints, Ints]:  # noqa: ARG001 (interface)
    """No further candidates."""
    empty = np.empty(0, dtype=np.int64)
    return empty, empty


@dataclass(frozen=True, slots=True)
class DuckEngine:
    """The queries on an in-memory DuckDB; a slice holds buckets of `slice_marks` marks."""

    slice_marks: int = 400_000
    threads: int = 1

    def scores(self, columns: Columns, plan: sql.Plan, extra: Extra = no_extra) -> Scores:
        """All scored pairs.

        `extra(first, last)` proposes pairs whose earlier bucket lies in first..last,
        `extra(None, None)` those with an undated article.
        """
        import duckdb

        try:
            return self._scores(duckdb.connect(), columns, plan, extra)
        except RuntimeError as error:  # so DuckDB passes on Ctrl-C
            if str(error) != "Query interrupted":
                raise
            raise KeyboardInterrupt from error

    def _scores(self, connected: Any, columns: Columns, plan: sql.Plan, extra: Extra) -> Scores:
        with connected as db:
            db.execute(f"SET threads={self.threads}")
            db.execute("SET preserve_insertion_order=false")
            _load(db, "articles", columns.articles)
            _load(db, "marks", columns.marks)
            _run(db, sql.prepare(plan))
            for name in ("weighted", "marks", "telling"):
                db.execute(f"DROP TABLE {name}")
            bounds = slices(columns, self.slice_marks)
            parts = [_slice(db, plan, first, last, extra) for first, last in bounds]
            if not columns.articles["dated"].all():
                parts.append(_undated(db, plan, extra))
        return _joined(parts)


def slices(columns: Columns, most: int) -> list[tuple[int, int]]:
    """(first, last) bucket of every slice: neighbours in time with at most `most` marks together,
    one bucket at least; empty buckets are passed over.
    """
    dated = columns.articles["dated"] == 1
    counts = Counter(columns.articles["bk"][dated].tolist())
    order = np.argsort(columns.articles["id"])
    owners = order[np.searchsorted(columns.articles["id"][order], columns.marks["article_id"])]
    counts.update(columns.articles["bk"][owners[dated[owners]]].tolist())
    found: list[tuple[int, int]] = []
    held = 0
    for bucket, n in sorted(counts.items()):
        if found and held + n <= most:
            found[-1] = (found[-1][0], bucket)
            held += n
        else:
            found.append((bucket, bucket))
            held = n
    return found


def _slice(db: Any, plan: sql.Plan, first: int, last: int, extra: Extra) -> dict[str, Ints]:
    held = f"WHERE dated = 1 AND bk BETWEEN {first} AND {last + 1}"
    db.execute(f"CREATE OR REPLACE TEMP TABLE m AS SELECT * FROM shared_marks {held}")
    a, b = extra(first, last)
    _load(db, "extra", {"a": a, "b": b})
    _run(db, sql.dated_candidates(plan, first, last))
    _run(db, sql.scored(plan))
    return _fetch(db)


def _undated(db: Any, plan: sql.Plan, extra: Extra) -> dict[str, Ints]:
    db.execute("CREATE OR REPLACE TEMP TABLE m AS SELECT * FROM shared_marks")
    a, b = extra(None, None)
    _load(db, "extra", {"a": a, "b": b})
    _run(db, sql.undated_candidates(plan))
    _run(db, sql.scored(plan))
    return _fetch(db)


def _load(db: Any, name: str, columns: dict[str, Ints]) -> None:
    db.register("incoming", columns)
    db.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM incoming")
    db.unregister("incoming")


def _run(db: Any, queries: Iterable[sql.Query]) -> None:
    for name, query in queries:
        db.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {query}")


def _fetch(db: Any) -> dict[str, Ints]:
    rows = db.execute(f"SELECT {', '.join(_FIELDS)} FROM scores").fetchnumpy()
    return {name: np.asarray(rows[name], dtype=np.int64) for name in _FIELDS}


def _joined(parts: list[dict[str, Ints]]) -> Scores:
    empty = np.empty(0, dtype=np.int64)
    columns = {
        name: np.concatenate([part[name] for part in parts]) if parts else empty for name in _FIELDS
    }
    order = np.lexsort((columns["b"], columns["a"]))
    return Scores(**{name: column[order] for name, column in columns.items()})
