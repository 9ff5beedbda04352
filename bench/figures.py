"""Figures for a grouping. In: a found and a true label per article. Out: B-cubed P, R, F1."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np


def b_cubed(found: Sequence[Hashable], true: Sequence[Hashable]) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean (Amigó et al. 2009), means over articles."""
    _, p = np.unique(np.asarray(found), return_inverse=True)
    _, t = np.unique(np.asarray(true), return_inverse=True)
    _, pair, size = np.unique(
        p.astype(np.int64) * (t.max() + 1) + t, return_inverse=True, return_counts=True
    )
    both = size[pair]
    precision = float((both / np.bincount(p)[p]).mean())
    recall = float((both / np.bincount(t)[t]).mean())
    return precision, recall, 2 * precision * recall / (precision + recall)
