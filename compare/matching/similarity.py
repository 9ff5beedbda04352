"""Scores between the units of two articles.

In: units, vectors by text, the glossary, options. Out: float32 matrices in 0..1. A unit pair
scores w·cosine + (1-w)·lexical, with w by pair of languages (Options).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np
from numpy.typing import NDArray

from compare.matching.lexical import Words, family, overlap, same_han
from compare.matching.tokens import Tokens
from compare.matching.units import Run, Unit
from compare.options import Options
from compare.resources.glossary import Glossary
from compare.resources.matching import Head

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Bridge:
    """What comparing needs beyond the texts: unit rows by folded text, the glossary
    or None, the fitted heads by task, and the tokens of the sentences.
    """

    vectors: Mapping[str, NDArray[np.float32]]
    glossary: Glossary | None = None
    heads: Mapping[str, Head] = field(default_factory=dict)
    tokens: Tokens = field(default_factory=lambda: Tokens({}, {}))


def texts_of(units: Sequence[Unit]) -> list[str]:
    """The texts whose vectors `unit_scores` will ask for."""
    return [u.core for u in units]


def mix(left: str, right: str, options: Options, has_glossary: bool) -> float:
    """The share of the encoder in the score for a pair of language families."""
    if left == right:
        return options.encoder_share_zh if left == "zh" else options.encoder_share_same
    if {left, right} == {"zh", "en"}:
        return options.encoder_share_zh_en if has_glossary else 1.0
    if {left, right} == {"zh", "ja"}:
        return options.encoder_share_zh_ja
    return options.encoder_share_other


def unit_scores(a: Sequence[Unit], b: Sequence[Unit], bridge: Bridge, options: Options) -> Matrix:
    """Fused similarity of every unit of `a` with every unit of `b`, [len(a), len(b)], 0..1."""
    if not a or not b:
        return np.zeros((len(a), len(b)), dtype=np.float32)
    rows, columns = _rows(a, bridge), _rows(b, bridge)
    return _fused(rows @ columns.T, a, b, bridge, options)


def centred_scores(a: Sequence[Run], b: Sequence[Run], bridge: Bridge, options: Options) -> Matrix:
    """As `unit_scores`, for all runs of two articles: part of the cosine is taken between vectors
    less the mean of their article's sentences, which tells sentences on one topic apart. Of a few
    sentences the mean is too much like each.
    """
    left, right = [r.unit for r in a], [r.unit for r in b]
    rows, columns = _rows(left, bridge), _rows(right, bridge)
    many = min(len(a), len(b)) >= options.link_centred_least
    share = options.link_centred if many else 0.0
    cosine: Matrix = rows @ columns.T
    centred = _centred(rows, a) @ _centred(columns, b).T
    cosine = cosine + np.float32(share) * (centred - cosine)
    return _fused(cosine, left, right, bridge, options)


def _rows(units: Sequence[Unit], bridge: Bridge) -> Matrix:
    return np.stack([bridge.vectors[u.core] for u in units])


def _centred(rows: Matrix, runs: Sequence[Run]) -> Matrix:
    """Unit rows less the mean of those of single sentences, of length 1 again."""
    less = rows - rows[[run.size == 1 for run in runs]].mean(axis=0)
    unit: Matrix = less / np.maximum(np.linalg.norm(less, axis=1, keepdims=True), 1e-9)
    return unit


def _fused(
    cosine: Matrix, a: Sequence[Unit], b: Sequence[Unit], bridge: Bridge, options: Options
) -> Matrix:
    lexical = _lexical([u.words for u in a], [u.words for u in b], bridge.glossary, options)
    shares = _shares(a, b, options, bridge.glossary is not None)
    fused = shares * cosine + (1 - shares) * lexical
    rounded: Matrix = np.round(np.clip(fused, 0, 1), 3).astype(np.float32)
    return rounded


def _lexical(
    a: Sequence[Words], b: Sequence[Words], glossary: Glossary | None, options: Options
) -> Matrix:
    """Lexical agreement; Chinese and Japanese meet in the characters that they write alike."""
    both = overlap(a, b, glossary, options).both
    left, right = (np.array([family(w.language) for w in side]) for side in (a, b))
    families = np.zeros((len(a), len(b)), dtype=bool)
    for one, other in (("zh", "ja"), ("ja", "zh")):
        families |= (left == one)[:, None] & (right == other)[None, :]
    if not np.any(families):
        return both
    return np.where(families, same_han(a, b).both, both)


def _shares(a: Sequence[Unit], b: Sequence[Unit], options: Options, has_glossary: bool) -> Matrix:
    left = [family(u.language) for u in a]
    right = [family(u.language) for u in b]
    out = np.zeros((len(a), len(b)), dtype=np.float32)
    for p, q in product(set(left), set(right)):
        rows = [i for i, name in enumerate(left) if name == p]
        columns = [j for j, name in enumerate(right) if name == q]
        out[np.ix_(rows, columns)] = mix(p, q, options, has_glossary)
    return out
