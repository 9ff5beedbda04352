"""Sentences that are told inside a longer sentence of the other article.

In: units, the links found so far. Out: further links, for sentences without one. Two whole
sentences look unlike when one says three things and the other a third of them, and side by side
the short one would be marked as left out: an accusation. So a sentence without a link is looked up
by its clauses, with the probability that the claims matrix uses, and linked where that is high.
Such a link counts half, because it holds a part: paragraphs stay with whom they match as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.matching.features import probabilities
from compare.matching.similarity import Bridge
from compare.matching.units import Unit
from compare.model import BODY, Link
from compare.options import Options


def links_inside(
    a: Sequence[Unit], b: Sequence[Unit], known: Sequence[Link], bridge: Bridge, options: Options
) -> list[Link]:
    """Links for body sentences of either side that `known` leaves without one."""
    left = [u for u in a if u.segment.part == BODY]
    right = [u for u in b if u.segment.part == BODY]
    if not left or not right:
        return []
    chances = (
        probabilities("clause", left, right, bridge)
        + probabilities("clause", right, left, bridge).T
    ) / 2
    lonely_left = _lonely(left, {x.left.sentence for x in known})
    lonely_right = _lonely(right, {x.right.sentence for x in known})
    whole_left = {u.sentence: u.segment for u in left if u.whole}
    whole_right = {u.sentence: u.segment for u in right if u.whole}
    found: dict[tuple[int, int], float] = {}
    for i, j in [
        *((i, int(chances[i].argmax())) for i in lonely_left),
        *((int(chances[:, j].argmax()), j) for j in lonely_right),
    ]:
        if chances[i, j] >= options.link_inside:
            pair = (left[i].sentence, right[j].sentence)
            found[pair] = max(found.get(pair, 0.0), round(float(chances[i, j]) / 2, 3))
    return [Link(whole_left[i], whole_right[j], score) for (i, j), score in sorted(found.items())]


def _lonely(units: Sequence[Unit], linked: set[int]) -> list[int]:
    return [n for n, u in enumerate(units) if u.leaf and u.sentence not in linked]
