"""Tables of `fit_matching --cross-validate`.

In: examples with the heads that never saw their story, and decisions about golden cells. Out:
lines on standard output.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from compare.claims import Evidences, compare, in_order
from compare.matching.clusters import CELL_FEATURES, clusters
from compare.matching.features import NAMES
from compare.pipeline import read_names
from compare.reading.speech.days import speech
from compare.resources.matching import Head
from tests.scoring import Decision, decisions, figures
from tools.matching_examples import OPTIONS, Example, Prepared, odds_of
from tools.regression import area, average_precision, logistic

BINS = 10


def decided(ready: Prepared) -> list[Decision]:
    """Golden cells of one story, judged with the heads of its bridge."""
    order = in_order(list(ready.case.articles.values()))
    stems = {a.id: n for n, a in ready.case.articles.items()}
    column = [ready.units[stems[a.id]] for a in order]
    found = tuple(clusters(column, ready.bridge, OPTIONS))
    names = read_names(order, OPTIONS)
    said = {a.id: speech(names.documents[a.id], names.mentions[a.id], OPTIONS) for a in order}
    evidences = Evidences(found, names.documents, said, names.mentions, names.entities)
    return list(decisions(ready.case, compare(ready.case.story, evidences, OPTIONS)))


def pair_table(examples: Sequence[Example], blind: Mapping[str, Mapping[str, Head]]) -> None:
    """Average precision of the pair heads, by pair of languages."""
    y = np.array([e.y for e in examples])
    kinds = np.array([e.pair for e in examples])
    plain = np.array([e.x[NAMES.index("cosine")] + e.x[NAMES.index("lexical")] for e in examples])
    score = np.array([odds_of(blind[e.story][_task(e)], NAMES, e) for e in examples])
    print(f"\npairs of clauses: {len(y)}, {y.mean():.3f} of them one claim")
    print("languages      n   AP cosine+lexical   AP fitted   AUC fitted")
    for kind in ["all", *sorted(set(kinds))]:
        here = (kinds == kind) | (kind == "all")
        base, fitted = (average_precision(s[here], y[here]) for s in (plain, score))
        under = area(score[here], y[here])
        print(f"{kind:9}{here.sum():7}{base:20.3f}{fitted:12.3f}{under:13.3f}")


def _task(example: Example) -> str:
    return "clause.same" if example.same else "clause.cross"


def cell_table(judged: Sequence[Example], alone: Mapping[str, Head]) -> None:
    """How well cells are told apart."""
    y = np.array([e.y for e in judged])
    odds = np.array([odds_of(alone[e.story], CELL_FEATURES, e) for e in judged])
    squared = float(((logistic(odds) - y) ** 2).mean())
    print(
        f"\ncells: {len(y)}, {y.mean():.3f} carried; AUC {area(odds, y):.3f}, Brier {squared:.3f}"
    )


def find_table(examples: Sequence[Example], blind: Sequence[Head]) -> None:
    """Look-ups by pair of languages: ranking, and what `find_present` makes of them."""
    y = np.array([e.y for e in examples])
    kinds = np.array([e.pair for e in examples])
    odds = np.array([odds_of(h, NAMES, e) for e, h in zip(examples, blind, strict=True)])
    right = (logistic(odds) >= OPTIONS.find_present) == y
    print(f"\nlook-ups: {len(y)}, {y.mean():.3f} carried")
    print("languages      n     AP    AUC   right")
    for kind in ["all", *sorted(set(kinds))]:
        here = (kinds == kind) | (kind == "all")
        scores = average_precision(odds[here], y[here]), area(odds[here], y[here])
        print(f"{kind:9}{here.sum():7}{scores[0]:7.3f}{scores[1]:7.3f}{right[here].mean():8.3f}")


def story_table(
    title: str, stories: Sequence[Prepared], found: Mapping[str, Sequence[Decision]]
) -> None:
    """Inclusion and omission (precision/recall/F1), for both splits and together."""
    print(f"\n{title}")
    for name, kept in (("calibrate", False), ("test", True), ("all", None)):
        some = [s.case.name for s in stories if kept is None or s.case.held_out == kept]
        if some and (kept is not None or len({s.case.held_out for s in stories}) > 1):
            print(f"{name:10} {figures(d for n in some for d in found[n])}")


def reliability(found: Sequence[Decision]) -> None:
    """Ten bins of the chance that a source carries a claim, and how often it does."""
    print("\nchance       n   mean chance   carried")
    for low in range(BINS):
        here = [d for d in found if min(int(d.chance * BINS), BINS - 1) == low]
        if here:
            mean = sum(d.chance for d in here) / len(here)
            share = sum(d.carried for d in here) / len(here)
            print(f"{low / BINS:.1f}-{(low + 1) / BINS:.1f}{len(here):7}{mean:14.3f}{share:10.3f}")
