"""Does an article carry what a unit of another article says?

In: the units of every article of a story, and for each two units the chance that one says what the
other says. Out: for each unit and each article the chance that the article carries it. The best of
thirty units always looks good, so that the pair's own score is not enough. For a unit speaks how
early it stands in its own article (what comes first is told by most), that its neighbours are found
beside the place where it is found, and that a third article which says the same is closer to the
article than the unit is; against it, that another sentence of its own article looks like it as
well, since there the likeness is the topic's (stories on talks or on results are such). No weight
goes against what its feature means. Fitted on the open half of our own corpus
(tools/fit_matching.py).

What several articles say in one row is asked by all of them: the mean of their log odds, and the
more they are, the likelier a further one says it too; never the other way round.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.matching.similarity import Matrix
from compare.matching.units import Unit
from compare.model import TITLE
from compare.options import Options
from compare.resources.matching import Head

CARRIED_FEATURES = ("evidence", "early", "neighbours", "witness", "echo")
ROW_FEATURES = ("mean", "support")
Chances = Mapping[tuple[int, int], Matrix]
"""(article, other article) -> for each unit of the one the chance that each unit of the other says
it; also of each article with itself."""


@dataclass(frozen=True, slots=True)
class _Best:
    """For each unit of one article the likeliest unit of another: its place, its log odds, its
    sentence.
    """

    unit: NDArray[np.intp]
    odds: Matrix
    sentence: NDArray[np.intp]


def features(
    sides: Sequence[Sequence[Unit]], chances: Chances, options: Options
) -> dict[tuple[int, int], dict[str, Matrix]]:
    """(article, other article) -> feature -> a value for each unit of the one. Articles without
    units are left out.
    """
    best = {
        (a, b): _best(sides[a], sides[b], table, options, apart=a == b)
        for (a, b), table in chances.items()
    }
    return {(a, b): _features(a, b, sides, best) for a, b in chances if a != b}


def carried(
    sides: Sequence[Sequence[Unit]], chances: Chances, head: Head, options: Options
) -> dict[tuple[int, int], Matrix]:
    """(article, other article) -> for each unit of the one the chance, rounded to 3 decimals, that
    the other carries it.
    """
    known = features(sides, chances, options)
    return {key: head.probability(one) for key, one in known.items()}


def _best(
    own: Sequence[Unit], other: Sequence[Unit], table: Matrix, options: Options, *, apart: bool
) -> _Best:
    """Headlines say too little to carry what a text says; `apart` leaves out a unit's sentence."""
    seen = np.array([u.segment.part != TITLE for u in other])[None, :]
    sentence = np.array([u.sentence for u in other])
    if apart:
        seen = seen & (np.array([u.sentence for u in own])[:, None] != sentence[None, :])
    shown = np.where(seen, table, 0)
    unit = shown.argmax(axis=1)
    return _Best(unit, log_odds(shown.max(axis=1), options.claim_clamp), sentence[unit])


def log_odds(chance: Matrix, clamp: float) -> Matrix:
    """Log odds of chances, which are kept from 0 and 1 by `clamp`."""
    kept = np.clip(chance, clamp, 1 - clamp)
    found: Matrix = np.log(kept / (1 - kept)).astype(np.float32)
    return found


def _features(
    a: int,
    b: int,
    sides: Sequence[Sequence[Unit]],
    best: Mapping[tuple[int, int], _Best],
) -> dict[str, Matrix]:
    found = best[a, b]
    sentence = np.array([u.sentence for u in sides[a]])
    return {
        "evidence": found.odds,
        "early": (1 - sentence / (sentence.max() + 1)).astype(np.float32),
        "neighbours": _neighbours(sides[a], sentence, found),
        "witness": _witness(a, b, best),
        "echo": best[a, a].odds,
    }


def _neighbours(own: Sequence[Unit], sentence: NDArray[np.intp], found: _Best) -> Matrix:
    """The chances of the sentences before and behind, as far as they are found where the unit is
    or one sentence from there.
    """
    whole = {u.sentence: n for n, u in enumerate(own) if u.whole}
    sure = 1 / (1 + np.exp(-found.odds))
    out = np.zeros(len(own), dtype=np.float32)
    for step in (-1, 1):
        beside = np.array([whole.get(s + step, -1) for s in sentence.tolist()])
        near = np.abs(found.sentence[beside] - found.sentence) <= 1
        out += np.where((beside >= 0) & near, sure[beside], 0)
    return out


def _witness(a: int, b: int, best: Mapping[tuple[int, int], _Best]) -> Matrix:
    """By how much the log odds by way of a third article are greater than the direct ones: a chain
    holds as well as its weaker link. 0 where none is better.
    """
    direct = best[a, b].odds
    most = direct
    for x, y in best:
        if x == a and y not in (a, b) and (y, b) in best:
            there, back = best[a, y], best[y, b]
            most = np.maximum(most, np.minimum(there.odds, back.odds[there.unit]))
    gain: Matrix = most - direct
    return gain


@dataclass(frozen=True, slots=True)
class Asking:
    """A unit of a row that asks an article: its own article, the chance that the asked one carries
    it, and whether both are of one language.
    """

    article: int
    chance: float
    same: bool


def row_chance(asking: Sequence[Asking], heads: Mapping[str, Head], options: Options) -> float:
    """The chance that an article carries a row, of the chances of the row's units in the others.
    `row.same` judges units of the article's language, `row.cross` others; the surer one where the
    row has both, so that no further unit as sure as
    the rest lowers a chance.
    """
    names = sorted({"row.same" if one.same else "row.cross" for one in asking})
    known = row_features(asking, options)
    chances = [float(heads[name].probability(known)) for name in names]  # type: ignore[arg-type]
    return round(max(chances), 3)


def row_features(asking: Sequence[Asking], options: Options) -> dict[str, np.float32]:
    """The mean log odds of the units, and the logarithm of the number of articles that ask, up to
    `claim_support_most`: of more we have too few rows to say what they are worth.
    """
    chances = np.array([one.chance for one in asking], dtype=np.float32)
    articles = {one.article for one in asking}
    return {
        "mean": log_odds(chances, options.claim_clamp).mean(),
        "support": np.float32(np.log(min(len(articles), options.claim_support_most))),
    }
