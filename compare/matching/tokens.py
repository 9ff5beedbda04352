"""Token coverage: how much of a unit the tokens of another text say.

In: units, and the tokens of their sentences as the encoder sees each among its neighbours. Out:
float32 matrices [len(a), len(b)]: the share of each left unit's tokens that the best token of a
unit, of three sentences, of a whole article comes near, rare tokens counting more, and the share of
each right unit that the left sentence says. A sentence's own vector blurs a detail that its tokens
keep, and no dictionary is needed: between two languages it raised the area under the curve from .78
to .80 (fitted stories, left out in turn) and from .85 to .87 (stories not fitted on). The greatest
cosine a token, weighted by rarity, is that of BERTScore (Zhang et al. 2020).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from compare.matching.encoder import States
from compare.matching.units import Unit, headlines, neighbourhood

Matrix = NDArray[np.float32]
_LEAST = 0.1  # what a token counts that stands in every sentence


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of all sentences at hand, by the sentence's folded text, and how rare each piece
    is among these sentences (0 in all of them).
    """

    states: Mapping[str, States]
    rarity: Mapping[int, float]


def tokens(states: Mapping[str, States]) -> Tokens:
    """The tokens of sentences, with their rarity."""
    seen = Counter(piece for one in states.values() for piece in set(one.pieces))
    return Tokens(states, {p: math.log((1 + len(states)) / (1 + n)) for p, n in seen.items()})


def sentence_texts(units: Sequence[Unit]) -> list[str]:
    """The texts whose tokens `coverage` will ask for."""
    return [u.core for u in units if u.whole]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Each [len(a), len(b)]: the left unit's tokens in the right unit, in its sentence and the two
    beside it, anywhere in the article; the right unit's tokens in the left unit's sentence.
    """

    unit: Matrix
    window: Matrix
    document: Matrix
    backward: Matrix


@dataclass(frozen=True, slots=True)
class _Side:
    """All tokens of one article: rows [tokens, d], the first token of every sentence (and the end),
    each unit's tokens as a range, weights that add up to 1 a unit [units, tokens], and the place of
    each unit's sentence among the sentences.
    """

    rows: Matrix
    bounds: list[int]
    ranges: list[tuple[int, int]]
    shares: Matrix
    sentence: NDArray[np.intp]


def coverage(a: Sequence[Unit], b: Sequence[Unit], known: Tokens) -> Coverage:
    """Token coverage of every unit of `a` by `b`, and back."""
    left, right = _side(a, known), _side(b, known)
    near: Matrix = left.rows @ right.rows.T
    units = np.stack([_best(near[:, low:high]) for low, high in right.ranges], axis=1)
    cut = [_best(near[:, low:high]) for low, high in pairwise(right.bounds)]
    best, titles = np.stack(cut, axis=1), headlines(b)[[u.sentence for u in b if u.whole]]
    window = neighbourhood(best, titles)
    said = np.stack([_best(near[low:high].T) for low, high in pairwise(left.bounds)], axis=1)
    whole = left.shares @ best[:, ~titles].max(axis=1, initial=0)
    return Coverage(
        (left.shares @ units).astype(np.float32),
        (left.shares @ window)[:, right.sentence].astype(np.float32),
        np.repeat(whole[:, None], len(b), axis=1).astype(np.float32),
        (right.shares @ said)[:, left.sentence].T.astype(np.float32),
    )


def _best(near: Matrix) -> Matrix:
    """The greatest of each row; 0 where a unit has no token."""
    found: Matrix = near.max(axis=1, initial=0)
    return found


def _side(units: Sequence[Unit], known: Tokens) -> _Side:
    wholes = [u for u in units if u.whole]
    states = [known.states[u.core] for u in wholes]
    bounds = np.cumsum([0, *(len(one.pieces) for one in states)]).tolist()
    place = {u.sentence: n for n, u in enumerate(wholes)}
    ranges = []
    for unit in units:
        n = place[unit.sentence]
        low, high = _range(unit, wholes[n], states[n])
        ranges.append((bounds[n] + low, bounds[n] + high))
    weights = [known.rarity.get(p, 0.0) + _LEAST for one in states for p in one.pieces]
    shares = np.zeros((len(units), bounds[-1]), dtype=np.float32)
    for n, (low, high) in enumerate(ranges):
        shares[n, low:high] = np.array(weights[low:high]) / max(sum(weights[low:high]), 1e-9)
    rows = np.concatenate([one.rows for one in states])
    return _Side(rows, bounds, ranges, shares, np.array([place[u.sentence] for u in units]))


def _range(unit: Unit, whole: Unit, states: States) -> tuple[int, int]:
    """The tokens of a sentence that lie in a unit; those on its edges count."""
    if unit.whole:
        return 0, len(states.pieces)
    start = unit.segment.start - whole.segment.start
    end = unit.segment.end - whole.segment.start
    low = int(np.searchsorted(states.ends, start, side="right"))
    high = int(np.searchsorted(states.starts, end, side="left"))
    return min(low, high), high
