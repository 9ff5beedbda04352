"""Fits compare/resources/data/matching.json on labelled stories.

    python -m tools.fit_matching            writes the file
    python -m tools.fit_matching --check    compares with it instead; exit 1 if they differ
    python -m tools.fit_matching --report   figures with stories left out, and on the check stories

In: the fit stories of our own corpus (corpus/split.json), and the look-ups of tests/cases. Out:
logistic regressions over the features of compare.matching: `says.same` and `says.cross` (a unit
says what another one, or a typed claim, says; within a language and between two), `carried` (an
article carries what a unit of another article says), `row.same` and `row.cross` (the same of a
row). No weight goes against what its feature means. No seed, no check or blind story and nothing of
the evaluation kit takes part, so that figures on those are figures on unseen text.

Examples of `carried` and of rows are made with heads that never saw their story: otherwise pairs
would look surer than they are on a new one.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import numpy as np

import compare.resources
from compare.matching import carriage
from compare.matching.carriage import CARRIED_FEATURES, ROW_FEATURES
from compare.matching.clusters import pairs
from compare.matching.features import NAMES
from compare.resources.matching import Head, heads
from corpus import halves
from corpus.gold import read
from tests.scoring import case_folders, read_case
from tools import matching_report as report
from tools.corpus_examples import Question, Ready, asked, ready, row_examples, told, typed
from tools.matching_examples import OPTIONS, Example, find_examples
from tools.regression import fit_signed, head

TARGET = Path(compare.resources.__file__).parent / "data" / "matching.json"
TOLERANCE = 0.02  # of a weight, between machines whose sums differ in the last bit
SAYS_L2, CARRIED_L2 = 3.0, 2.0
STEPS = 5
GROUPS = 5  # of stories that are left out together
AGAINST = ("numbers_differ", "echo")  # what speaks against a pair the more there is of it
START = {"cosine": 1.0, "lexical": 1.0, "tokens": 2.0, "tokens_window": 2.0, "grams": 1.0}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A story with its questions: clause by clause, claim by claim in its sources' words, typed."""

    ready: Ready
    told: list[Question]
    asked: list[Question]
    typed: list[Example]

    @property
    def name(self) -> str:
        """Its slug."""
        return self.ready.story.gold.slug

    @property
    def examples(self) -> list[Example]:
        """All examples of `says`."""
        return [*(q.example for q in self.told), *self.typed]


def labelled(half: str) -> list[Labelled]:
    """The stories of a part of the open half."""
    found = []
    for folder in halves.folders(half):
        one = ready(read(folder))
        found.append(Labelled(one, list(told(one)), list(asked(one)), list(typed(one.story))))
    return found


def says_head(examples: Sequence[Example]) -> Head:
    """A head of `says`. Only the best unit of an article counts, and which that is depends on the
    head; so choosing and fitting take turns.
    """
    signs = np.array([-1.0 if n in AGAINST else 1.0 for n in NAMES])
    slope, bias = np.array([START.get(n, 0.0) for n in NAMES]), 0.0
    y = np.array([e.y for e in examples])
    for _ in range(STEPS):
        best = [e.x[np.argmax(e.x @ slope)] for e in examples]
        slope, bias = fit_signed(np.stack(best), y, SAYS_L2, signs)
    return head(NAMES, slope, bias)


def says_heads(examples: Sequence[Example]) -> dict[str, Head]:
    """`says.same` and `says.cross`."""
    kinds = {"says.same": True, "says.cross": False}
    return {
        name: says_head([e for e in examples if e.same == same]) for name, same in kinds.items()
    }


def carried_examples(
    story: Labelled, made: Mapping[str, Head], questions: Sequence[Question]
) -> list[Example]:
    """Questions of a story as `carried` sees them, by pair heads that did not see it."""
    one = story.ready
    bridge = replace(one.bridge, heads=dict(made))
    known = carriage.features(one.sides, pairs(one.sides, bridge, OPTIONS).says, OPTIONS)
    return [
        replace(q.example, x=np.array([known[q.own, q.other][n][q.unit] for n in CARRIED_FEATURES]))
        for q in questions
    ]


def carried_head(examples: Sequence[Example]) -> Head:
    """`carried`."""
    x, y = np.stack([e.x for e in examples]).astype(float), np.array([e.y for e in examples])
    signs = np.array([-1.0 if n in AGAINST else 1.0 for n in CARRIED_FEATURES])
    return head(CARRIED_FEATURES, *fit_signed(x, y, CARRIED_L2, signs))


def row_heads(
    stories: Sequence[Labelled], made: Mapping[str, Mapping[str, Head]]
) -> dict[str, Head]:
    """`row.same` and `row.cross`, over the rows that heads make which did not see the story."""
    cells = [c for s in stories for c in row_examples(s.ready, made[s.name])]
    found = {}
    for name, same in (("row.same", True), ("row.cross", False)):
        some = [c for c in cells if c.same == same]
        x, y = np.stack([c.x for c in some]).astype(float), np.array([c.y for c in some])
        signed = fit_signed(x, y, CARRIED_L2, np.ones(len(ROW_FEATURES)))
        found[name] = head(ROW_FEATURES, *signed)
    return found


def left_out(stories: Sequence[Labelled], own: Sequence[Example]) -> dict[str, dict[str, Head]]:
    """Story -> `says` heads fitted without it and the others of its group."""
    made = {}
    for group in range(GROUPS):
        others = [e for n, s in enumerate(stories) if n % GROUPS != group for e in s.examples]
        found = says_heads([*others, *own])
        made |= {s.name: found for n, s in enumerate(stories) if n % GROUPS == group}
    return made


def fitted(stories: Sequence[Labelled], own: Sequence[Example]) -> dict[str, Head]:
    """Every head of the shipped file."""
    blind = left_out(stories, own)
    carried = carried_head([e for s in stories for e in carried_examples(s, blind[s.name], s.told)])
    rows = row_heads(stories, {name: {**made, "carried": carried} for name, made in blind.items()})
    every = [e for s in stories for e in s.examples]
    return {**says_heads([*every, *own]), "carried": carried, **rows}


def show(stories: Sequence[Labelled], own: Sequence[Example]) -> None:
    """Prints figures on stories that the heads never saw: fit stories left out, check stories."""
    blind, made, check = left_out(stories, own), fitted(stories, own), labelled(halves.CHECK)
    rows = {s.name: carried_examples(s, blind[s.name], s.told) for s in stories}
    alone = {}
    for group in range(GROUPS):
        names = {s.name for n, s in enumerate(stories) if n % GROUPS == group}
        head_ = carried_head([e for k, found in rows.items() if k not in names for e in found])
        alone |= {name: {**blind[name], "carried": head_} for name in names}
    _tables("fit stories, left out", stories, alone)
    _tables("check stories", check, {s.name: made for s in check})


def _tables(
    title: str, stories: Sequence[Labelled], made: Mapping[str, Mapping[str, Head]]
) -> None:
    report.says_table(f"{title}, typed", [(e, made[s.name]) for s in stories for e in s.typed])
    for kind, of in (
        ("clauses", lambda s: s.told),
        ("claims in a source's words", lambda s: s.asked),
    ):
        report.carried_table(
            f"{title}, {kind}",
            [
                (e, made[s.name]["carried"])
                for s in stories
                for e in carried_examples(s, made[s.name], of(s))
            ],
        )


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


def main() -> int:
    """Writes, checks or reports."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the stored file")
    parser.add_argument("--report", action="store_true", help="print figures instead")
    wanted = parser.parse_args()
    stories = labelled(halves.FIT)
    own = list(find_examples([read_case(f) for f in case_folders("claims", "claims_extra")]))
    if wanted.report:
        show(stories, own)
        return 0
    made = fitted(stories, own)
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
