"""Answers to a look-up: which candidates are evidence, and which is only the nearest.

In: candidates of one article, best first. Out: evidence (empty = the article does not carry the
claim) and the nearest candidate either way. `score` and `confidence` are the same calibrated
probability here: nothing but the look-up stands behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.claims.cells import evidence
from compare.model import Article, Candidate, Evidence
from compare.options import Options


def evidences(
    candidates: Sequence[Candidate], article: Article, options: Options
) -> tuple[tuple[Evidence, ...], Evidence | None]:
    """(evidence best first, nearest or None)."""
    every = [replace(evidence(c, article), confidence=c.score) for c in candidates]
    kept = tuple(e for e in every if e.score >= options.find_present)
    return kept, every[0] if every else None
