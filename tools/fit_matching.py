"""Fits compare/resources/data/matching.json on our own labelled stories.

    python -m tools.fit_matching                     writes the file
    python -m tools.fit_matching --check             compares with it instead; exit 1 if they differ
    python -m tools.fit_matching --cross-validate    figures with every story left out in turn

In: tests/cases/claims, claims_extra and find; for the head `find.en` also PropSegmEnt, from
COMPARE_EVAL (the folder that holds `propsegment`); without it the stored head stays. Out: logistic
regressions over the features of compare.matching. No article of the seeds and nothing else from
the evaluation kit takes part, so figures on those are figures on unseen text.

Facts for `cell` come from rows made with pair heads that never saw the story: otherwise the rows
would look surer than they are on a new one.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np

import compare.resources
from compare.matching.clusters import CELL_FEATURES
from compare.matching.features import NAMES
from compare.matching.similarity import Bridge
from compare.resources.matching import Head, heads
from tests.scoring import case_folders, read_case
from tools import matching_report as report
from tools.matching_examples import (
    OPTIONS,
    Example,
    Prepared,
    cell_examples,
    clause_examples,
    find_examples,
    odds_of,
    prepare,
    proposition_examples,
)
from tools.regression import balanced, fit, head, logistic

TARGET = Path(compare.resources.__file__).parent / "data" / "matching.json"
TOLERANCE = 0.02  # of a weight, between machines whose sums differ in the last bit
PAIR_L2, CELL_L2 = 3.0, 2.0
FIND_STEPS = 5
FIND_NAMES = tuple(n for n in NAMES if n not in ("column_margin", "context"))
FIND_START = {"cosine": 1.0, "lexical": 1.0, "forward": 2.0, "grams": 1.0}


def pair_heads(examples: Sequence[Example]) -> dict[str, Head]:
    """`clause.same` and `clause.cross`."""
    made = {}
    for kind, same in (("same", True), ("cross", False)):
        mine = [e for e in examples if e.same == same]
        x, y = np.stack([e.x for e in mine]), np.array([e.y for e in mine])
        made[f"clause.{kind}"] = head(NAMES, *fit(x, y, PAIR_L2))
    return made


def cell_head(examples: Sequence[Example]) -> Head:
    """`cell`, with either label counting half: how often a source is silent is the story's."""
    x, y = np.stack([e.x for e in examples]), np.array([e.y for e in examples])
    return head(CELL_FEATURES, *fit(x, y, CELL_L2, balanced(y)))


def find_head(examples: Sequence[Example], *, even: bool) -> Head:
    """A head of `find`. Only the best unit of an article counts, and which that is depends on the
    head; so choosing and fitting take turns.
    """
    use = [NAMES.index(n) for n in FIND_NAMES]
    slope = np.array([FIND_START.get(n, 0.0) for n in FIND_NAMES])
    y = np.array([e.y for e in examples])
    bias, weight = 0.0, balanced(y) if even else None
    for _ in range(FIND_STEPS):
        best = [e.x[:, use][np.argmax(e.x[:, use] @ slope)] for e in examples]
        slope, bias = fit(np.stack(best), y, PAIR_L2, weight)
    return head(FIND_NAMES, slope, bias)


def between(made: Head, some: Sequence[Example], others: Sequence[Example]) -> Head:
    """`made` with the bias that suits two sets alike.

    The raters of PropSegmEnt ask for strict entailment, our readers whether the same is said: the
    ranking carries over (AUC .88), the level does not.
    """
    odds = [np.array([odds_of(made, NAMES, e) for e in part]) for part in (some, others)]
    wanted = np.mean([np.mean([e.y for e in part]) for part in (some, others)])
    low, high = -9.0, 9.0
    while high - low > 1e-6:
        middle = (low + high) / 2
        given = np.mean([logistic(z + middle).mean() for z in odds])
        low, high = (middle, high) if given < wanted else (low, middle)
    return Head(made.weights, round(made.bias + low, 3))


def left_out(stories: Sequence[Prepared], pairs: Sequence[Example]) -> dict[str, dict[str, Head]]:
    """Story -> pair heads fitted without it."""
    return {s.case.name: pair_heads([e for e in pairs if e.story != s.case.name]) for s in stories}


def cells(stories: Iterable[Prepared], blind: Mapping[str, dict[str, Head]]) -> list[Example]:
    """Cells of all stories, each from rows of heads that did not see it."""
    return [e for s in stories for e in cell_examples(s, blind[s.case.name], OPTIONS)]


def find_heads(stories: Sequence[Prepared], propositions: Sequence[Example]) -> dict[str, Head]:
    """`find.same`, `find.cross`, and `find.en` (the stored one without PropSegmEnt)."""
    asked = list(find_examples([s.case for s in stories]))
    english = heads()["find.en"]
    if propositions:
        own = [e for e in asked if e.pair == "en-en"]
        english = between(find_head(propositions, even=False), propositions, own)
    return {
        "find.en": english,
        "find.same": find_head([e for e in asked if e.same], even=True),
        "find.cross": find_head([e for e in asked if not e.same], even=True),
    }


def fitted(stories: Sequence[Prepared], propositions: Sequence[Example]) -> dict[str, Head]:
    """Every head of the shipped file."""
    pairs = [e for s in stories for e in clause_examples(s)]
    blind = left_out(stories, pairs)
    made = {**pair_heads(pairs), "cell": cell_head(cells(stories, blind))}
    return {**made, **find_heads(stories, propositions)}


def cross_validate(stories: Sequence[Prepared]) -> None:
    """Prints figures on stories that the heads never saw, with and without the test split."""
    pairs = {s.case.name: list(clause_examples(s)) for s in stories}
    every = [e for found in pairs.values() for e in found]
    blind = left_out(stories, every)
    report.pair_table(every, blind)
    judged = cells(stories, blind)
    alone = {s.case.name: cell_head([e for e in judged if e.story != s.case.name]) for s in stories}
    report.cell_table(judged, alone)
    whole = {n: {**heads(), **blind[n], "cell": alone[n]} for n in blind}
    decided = {s.case.name: report.decided(_with(s, whole[s.case.name])) for s in stories}
    report.story_table("every story left out in turn", stories, decided)
    tuned = [s for s in stories if not s.case.held_out]
    few = [e for s in tuned for e in pairs[s.case.name]]
    judged = cells(tuned, left_out(tuned, few))
    shipped = {**heads(), **pair_heads(few), "cell": cell_head(judged)}
    test = [s for s in stories if s.case.held_out]
    apart = {s.case.name: report.decided(_with(s, shipped)) for s in test}
    report.story_table("fitted on the other split alone", test, apart)
    report.find_table(*asked(stories))
    report.reliability([d for found in decided.values() for d in found])


def asked(stories: Sequence[Prepared]) -> tuple[list[Example], list[Head]]:
    """Look-ups, each with the head that was fitted without its story."""
    found = list(find_examples([s.case for s in stories]))
    made: dict[tuple[str, bool], Head] = {}
    for story, same in sorted({(e.story, e.same) for e in found}):
        others = [e for e in found if e.same == same and e.story != story]
        made[story, same] = find_head(others, even=True)
    return found, [made[e.story, e.same] for e in found]


def _with(story: Prepared, made: Mapping[str, Head]) -> Prepared:
    known = story.bridge
    return Prepared(story.case, story.units, Bridge(known.vectors, known.glossary, made))


def differences(made: Mapping[str, Head], stored: Mapping[str, Head]) -> list[str]:
    """Weights that differ by more than `TOLERANCE`."""
    if set(made) != set(stored):
        return [f"heads differ: {sorted(set(made) ^ set(stored))}"]
    lines = []
    for task in sorted(made):
        mine = {"bias": made[task].bias, **made[task].weights}
        theirs = {"bias": stored[task].bias, **stored[task].weights}
        lines += [
            f"{task} {name}: {mine.get(name)} fitted, {theirs.get(name)} stored"
            for name in sorted(set(mine) | set(theirs))
            if name not in mine or name not in theirs or abs(mine[name] - theirs[name]) > TOLERANCE
        ]
    return lines


def _propositions() -> list[Example]:
    kit = os.environ.get("COMPARE_EVAL")
    if not kit:
        print("COMPARE_EVAL is not set: the stored head find.en stays")
        return []
    return list(proposition_examples(Path(kit) / "propsegment"))


def main() -> int:
    """Writes, checks or cross-validates."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the stored file")
    parser.add_argument("--cross-validate", action="store_true", help="print figures instead")
    wanted = parser.parse_args()
    stories = [prepare(read_case(f)) for f in case_folders("claims", "claims_extra")]
    if wanted.cross_validate:
        cross_validate(stories)
        return 0
    made = fitted(stories, _propositions())
    if wanted.check:
        lines = differences(made, heads())
        print("\n".join(lines) or "the stored file is what these stories give")
        return 1 if lines else 0
    content = msgspec.json.encode(made, order="sorted")
    TARGET.write_bytes(msgspec.json.format(content, indent=1) + b"\n")
    print(f"{len(made)} heads -> {TARGET.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
