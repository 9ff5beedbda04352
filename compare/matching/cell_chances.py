"""The chance that an article carries a row, from everything seen about it there.

In: facts about the best candidate. Out: a calibrated probability. The best of thirty clauses always
looks good, so the pair's own score is not the answer: what counts beside it is whether the clause
was clustered into the row, how the runner-up does, whether the names and numbers asked for stand in
that sentence or anywhere in the article, whether further sources agree on the row, and whether
the sentence already speaks for another row. Fitted on our own labelled stories
(tools/fit_matching.py), which have three sources each: what a weight says of one further source
is not carried on to ten (`claim_support_most`).
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np

from compare.options import Options
from compare.resources.matching import Head

NAMES = (
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
    """The features of a cell, by `NAMES`."""
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
