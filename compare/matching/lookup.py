"""Look-up: is this claim in that article?

In: the units of a claim (typed by a user, or any sentence) and the units of an article. Out:
candidates, best first, with the probability that the article carries the claim there. What decides
is how much of the claim the article's best sentence covers, then the sentence's neighbours and the
whole article, beside the encoder: a claim is often half of a sentence, so symmetric similarity
ranks it low (PropSegmEnt, English: coverage alone reaches AP .81, TF-IDF cosine .77, the encoder
.56).
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.matching.features import probabilities
from compare.matching.similarity import Bridge, Matrix
from compare.matching.units import Unit
from compare.model import TITLE, Candidate
from compare.options import Options


def look_up(
    claim: Sequence[Unit], article: Sequence[Unit], bridge: Bridge, options: Options
) -> tuple[Candidate, ...]:
    """The sentences of `article` by the probability that they carry `claim`, best first.

    A claim of several sentences is carried as far as its least carried sentence. Headlines say
    too little to prove a claim and are passed over.
    """
    body = [u for u in article if u.segment.part != TITLE]
    if not claim or not body:
        return ()
    wholes = [u for u in claim if u.whole]
    chances = probabilities("says", wholes, body, bridge, options).min(axis=0)
    chances = chances * _names_held(wholes, body, options.find_missing_name)
    best: dict[int, int] = {}
    for j, unit in enumerate(body):
        held = best.get(unit.sentence)
        if held is None or chances[j] > chances[held] or _shorter(j, held, body, chances):
            best[unit.sentence] = j
    order = sorted(best.values(), key=lambda j: (-chances[j], body[j].segment.start))
    top = order[: options.find_most]
    return tuple(Candidate(body[j].segment, round(float(chances[j]), 3)) for j in top)


def _names_held(claim: Sequence[Unit], body: Sequence[Unit], factor: float) -> float:
    """`factor` for each name of the claim that the article lacks altogether: an article that never
    names somebody hardly makes a claim about them, however like a sentence sounds.
    """
    wanted = {k for u in claim for k in u.anchors if not k.startswith(("num:", "date:"))}
    held = {k for u in body for k in u.anchors}
    return factor ** len(wanted - held)


def _shorter(j: int, held: int, body: Sequence[Unit], chances: Matrix) -> bool:
    return bool(chances[j] == chances[held] and len(body[j].core) < len(body[held].core))
