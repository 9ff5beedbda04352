"""Clusters over many articles: clauses that say one thing, and what every article has on it.

In: the units of every article, vectors and glossary. Out: clusters, each with what every article
has on it and the calibrated probability that the article carries it. Clauses are joined by average
link over all pairs of articles (connected components would chain topical neighbours); then every
cluster is looked up in every article again, clause against clauses and whole sentences, because one
long sentence may carry several claims and a cluster holds a clause once.

The best of thirty clauses always looks good, so the chance that an article carries a row is not the
pair's own score: what counts beside it is whether the clause was clustered into the row, how the
runner-up does, whether the names and numbers asked for stand in that sentence or anywhere in the
article, whether further sources agree on the row, and whether the sentence already speaks for
another row. Fitted on our own labelled stories (tools/fit_matching.py), which have three sources
each: what a weight says of one further source is not carried on to ten (`claim_support_most`).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from compare.matching.features import probabilities
from compare.matching.similarity import Bridge, Matrix, unit_scores
from compare.matching.units import Unit
from compare.model import BODY, TITLE, Candidate, Cluster
from compare.options import Options
from compare.resources.matching import Head

CELL_FEATURES = (
    "score",
    "same",
    "same_score",
    "rival",
    "names",
    "names_document",
    "numbers",
    "numbers_document",
    "support",
    "taken",
)


@dataclass(frozen=True, slots=True)
class Seen:
    """`score` and `rival` are the best candidate's and the next sentence's match (0..1); `wanted`
    the anchors of the row, `sentence` and `document` those of the candidate's sentence and of its
    article; `support` the number of other sources in the row; `taken` whether the sentence belongs
    to another row.
    """

    score: float
    same: bool = False
    rival: float = 0.0
    wanted: set[str] = field(default_factory=set)
    sentence: set[str] = field(default_factory=set)
    document: set[str] = field(default_factory=set)
    support: int = 1
    taken: bool = False


def facts(seen: Seen, options: Options) -> dict[str, float]:
    """The features of a cell, by `CELL_FEATURES`."""
    numbers = {key for key in seen.wanted if key.startswith("num:")}
    names = {key for key in seen.wanted if not key.startswith(("num:", "date:"))}
    clamp, free = options.claim_clamp, options.claim_unasked
    logit = _logit(seen.score, clamp)
    return {
        "score": logit,
        "same": float(seen.same),
        "same_score": logit * seen.same,
        "rival": _logit(seen.rival, clamp),
        "names": _share(names, seen.sentence, free),
        "names_document": _share(names, seen.document, free),
        "numbers": _share(numbers, seen.sentence, free),
        "numbers_document": _share(numbers, seen.document, free),
        "support": float(min(seen.support - 1, options.claim_support_most)),
        "taken": float(seen.taken),
    }


def chance(seen: Seen, head: Head, options: Options) -> float:
    """Probability that the article carries the row, rounded to 3 decimals."""
    known = {name: np.float32(value) for name, value in facts(seen, options).items()}
    return round(float(head.probability(known)), 3)  # type: ignore[arg-type]


def without_names(
    sure: float, shared: Collection[str], document: Collection[str], options: Options
) -> float:
    """`sure`, lowered by `claim_missing_name` for each name that all members of the row share and
    the article lacks; but not below `claim_absent`: a name may go unrecognised in another language,
    and an absence accuses.
    """
    names = [k for k in shared if not k.startswith(("num:", "date:"))]
    missing = sum(k not in document for k in names)
    lowered = sure * options.claim_missing_name**missing
    return round(max(lowered, min(sure, options.claim_absent)), 3)


def _share(wanted: set[str], held: set[str], free: float) -> float:
    """The share of `wanted` in `held`; `free` when nothing is wanted."""
    return len(wanted & held) / len(wanted) if wanted else free


def _logit(p: float, clamp: float) -> float:
    p = min(1 - clamp, max(clamp, p))
    return math.log(p / (1 - p))


Taken = dict[tuple[int, int], list[set[int]]]


@dataclass(frozen=True, slots=True)
class _Table:
    """All units of all articles in one list, the side that owns each, the square of scores."""

    articles: list[str]
    units: list[Unit]
    owner: list[int]
    scores: Matrix
    leaves: list[int]


def clusters(sides: Sequence[Sequence[Unit]], bridge: Bridge, options: Options) -> list[Cluster]:
    """Rows over the articles `sides`, in reading order.

    Each side holds one article's units. Headlines join clusters but found none.
    """
    units = [u for side in sides for u in side]
    if not units:
        return []
    owner = [k for k, side in enumerate(sides) for _ in side]
    leaves = [i for i, u in enumerate(units) if u.leaf]
    articles = [side[0].segment.article if side else "" for side in sides]
    table = _Table(articles, units, owner, _square(sides, bridge, options), leaves)
    clusters = _grouped(table, options)
    taken, head = _taken(clusters, table), bridge.heads["cell"]
    found = [_row(cluster, table, taken, head, options) for cluster in clusters]
    return _in_reading_order([row for row in found if row is not None], table.articles)


def _square(sides: Sequence[Sequence[Unit]], bridge: Bridge, options: Options) -> Matrix:
    """Probability that two units say the same, for all units: the mean of both directions between
    articles, plain similarity inside one.
    """
    blocks = [[np.zeros((len(a), len(b)), np.float32) for b in sides] for a in sides]
    for i, a in enumerate(sides):
        for j, b in enumerate(sides):
            if not a or not b:
                continue
            if i == j:
                blocks[i][j] = unit_scores(a, b, bridge, options)
            elif i < j:
                there = probabilities("clause", a, b, bridge, options)
                back = probabilities("clause", b, a, bridge, options)
                blocks[i][j] = ((there + back.T) / 2).astype(np.float32)
                blocks[j][i] = blocks[i][j].T
    return np.block(blocks).astype(np.float32)


def _grouped(table: _Table, options: Options) -> list[list[int]]:
    """Leaves grouped by average link, strongest pairs first; ties by position."""
    cluster_of = {i: [i] for i in table.leaves}
    for score, i, j in _edges(table, options):
        one, other = cluster_of[i], cluster_of[j]
        if one is other or not _may_join(one, other, table, options, score):
            continue
        one += other
        for k in other:
            cluster_of[k] = one
    unique = {id(c): c for c in cluster_of.values()}
    return [sorted(c) for c in unique.values()]


def _edges(table: _Table, options: Options) -> list[tuple[float, int, int]]:
    """(score, i, j) of leaf pairs worth joining, best first.

    Between articles: best of either leaf in the other's article, at `claim_same_row` or more.
    Inside one article: repeats at `claim_repeat` or more.
    """
    leaves, owner = table.leaves, table.owner
    square = table.scores[np.ix_(leaves, leaves)]
    owners = np.array([owner[i] for i in leaves])
    keep = np.zeros_like(square, dtype=bool)
    for k in sorted(set(owners)):
        inside = np.flatnonzero(owners == k)
        block = square[:, inside]
        best = block == block.max(axis=1, keepdims=True)
        strong = block >= options.claim_same_row
        keep[:, inside] = best & strong & (owners != k)[:, None]
        keep[np.ix_(inside, inside)] = square[np.ix_(inside, inside)] >= options.claim_repeat
    keep |= keep.T
    pairs = np.argwhere(np.triu(keep, 1))
    edges = [(float(square[a, b]), leaves[a], leaves[b]) for a, b in pairs]
    return sorted(edges, key=lambda e: (-e[0], e[1], e[2]))


def _may_join(
    one: list[int], other: list[int], table: _Table, options: Options, score: float
) -> bool:
    """Average link over the pairs of different articles, and no two unlike clauses of one."""
    across: list[float] = []
    apart: list[float] = []
    for i in one:
        for j in other:
            (apart if table.owner[i] == table.owner[j] else across).append(
                float(table.scores[i, j])
            )
    if apart and min(apart) < options.claim_repeat:
        return False
    mean = float(np.mean(across)) if across else score
    return mean >= options.claim_same_row - options.claim_join_slack


def _row(
    cluster: list[int], table: _Table, taken: Taken, head: Head, options: Options
) -> Cluster | None:
    members = [table.units[i] for i in cluster]
    if all(u.segment.part == TITLE for u in members):
        return None
    candidates = {}
    for side, article in enumerate(table.articles):
        best = _candidates(cluster, side, table, options.claim_candidates)
        others = [i for i in cluster if table.owner[i] != side]
        if best and others:
            seen = _seen(best, others, side, table, taken, set(cluster))
            bare = _is_bare(best[0], [table.units[i].anchors for i in others], seen.sentence)
            sure = chance(seen, head, options)
            if not best[0].same:
                shared = set.intersection(*(set(table.units[i].anchors) for i in others))
                sure = without_names(sure, shared, seen.document, options)
            best = [replace(best[0], chance=sure, bare=bare), *best[1:]]
        elif best:
            best = [replace(best[0], chance=1.0), *best[1:]]
        candidates[article] = tuple(best)
    return Cluster(tuple(u.segment for u in members), candidates)


def _is_bare(best: Candidate, asked: Sequence[Iterable[str]], sentence: set[str]) -> bool:
    """Does a sentence say without figures what all others say with them? A headline also does when
    it lacks any of theirs: it shortens, and its words alone would prove them.
    """
    if best.segment.part == TITLE:
        wanted = set.intersection(*(set(a) for a in asked))
        return _gives_figures(wanted - sentence)
    return all(_gives_figures(a) for a in asked) and not _gives_figures(sentence)


def _gives_figures(anchors: Iterable[str]) -> bool:
    """Whether a number stands among them that counts something (第78届 counts nothing)."""
    return any(key.startswith("num:") and not key.endswith(" ordinal") for key in anchors)


def _candidates(cluster: list[int], side: int, table: _Table, most: int) -> list[Candidate]:
    """What article `side` has on the row: its own members, else the best units by score."""
    own = [i for i in cluster if table.owner[i] == side]
    others = [i for i in cluster if table.owner[i] != side]
    if own:
        best = [(float(table.scores[i, others].max()) if others else 1.0, i) for i in own]
        best.sort(key=lambda b: (-b[0], table.units[b[1]].segment.part != BODY, b[1]))
        return [Candidate(table.units[i].segment, round(s, 3), same=True) for s, i in best]
    inside = [i for i, k in enumerate(table.owner) if k == side]
    if not inside:
        return []
    peak = table.scores[np.ix_(others, inside)].max(axis=0)
    order = sorted(range(len(inside)), key=lambda n: (-peak[n], not table.units[inside[n]].leaf, n))
    return [
        Candidate(table.units[inside[n]].segment, round(float(peak[n]), 3)) for n in order[:most]
    ]


def _seen(
    best: Sequence[Candidate],
    others: list[int],
    side: int,
    table: _Table,
    taken: Taken,
    cluster: set[int],
) -> Seen:
    """What speaks for and against article `side` carrying the row."""
    top = best[0].segment
    rest = [c.score for c in best if c.segment.sentence != top.sentence]
    inside = [u for u, k in zip(table.units, table.owner, strict=True) if k == side]
    wanted = {key for i in others for key in table.units[i].anchors}
    return Seen(
        score=best[0].score,
        same=best[0].same,
        rival=max(rest, default=0.0),
        wanted=wanted,
        sentence={key for u in inside if u.sentence == top.sentence for key in u.anchors},
        document={key for u in inside for key in u.anchors},
        support=len({table.owner[i] for i in others}),
        taken=any(not cluster & c for c in taken.get((side, top.sentence), ())),
    )


def _taken(clusters: Sequence[list[int]], table: _Table) -> Taken:
    """(side, sentence) -> the clusters over several articles that hold a clause of it."""
    found: Taken = {}
    for cluster in clusters:
        if len({table.owner[i] for i in cluster}) > 1:
            for i in cluster:
                key = (table.owner[i], table.units[i].sentence)
                found.setdefault(key, []).append(set(cluster))
    return found


def _in_reading_order(found: list[Cluster], articles: Sequence[str]) -> list[Cluster]:
    """The first article's rows in its order; each further article's new rows right behind the row
    of the clause that precedes them there.
    """
    ordered: list[Cluster] = []
    place: dict[int, int] = {}
    for article in articles:
        mine = [(_start(row, article), n) for n, row in enumerate(found)]
        last = -1
        for _, n in sorted((s, n) for s, n in mine if s is not None):
            if n in place:
                last = next(k for k, row in enumerate(ordered) if row is found[n])
                continue
            last += 1
            ordered.insert(last, found[n])
            place[n] = 1
    return ordered


def _start(row: Cluster, article: str) -> tuple[int, int] | None:
    """Where the row first stands in an article: body before captions before the title."""
    rank = {BODY: 0, TITLE: 2}
    places = [(rank.get(m.part, 1), m.start) for m in row.members if m.article == article]
    return min(places, default=None)
