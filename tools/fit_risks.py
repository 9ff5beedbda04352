"""Fits compare/resources/data/risks.json: the bounds of a cell that keep a promise.

    python -m tools.fit_risks            writes the file
    python -m tools.fit_risks --check    compares with it instead; exit 1 if they differ
    python -m tools.fit_risks --report   what each bound gives, by pair of languages

In: all stories of the open half of our corpus, each with pair heads that did not see it: fit
stories by heads of the others, check stories by heads of the fit stories (`carried` and the heads
of rows, of a few weights each, saw the fit stories). Out: for every risk the least bound
of `included` and the greatest of `absent` under which, on average over stories, no greater share of
the cells shown is wrong. A share of what is shown need not fall as the bound rises, so that bounds
are tested one after the other from the strictest, each against the hypothesis that it breaks the
promise, and the last before the first that is not refuted is taken: Learn then Test with a fixed
sequence (Angelopoulos, Bates, Candès, Jordan and Lei 2021), one-sided test of the mean over
stories. `cells` counts what the bounds were learned on, by pair of languages.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import NormalDist

import msgspec
import numpy as np

import compare.resources
from corpus import halves
from tests.scoring import case_folders, read_case
from tools.corpus_examples import answers
from tools.fit_matching import fitted, labelled, left_out
from tools.matching_examples import find_examples

TARGET = Path(compare.resources.__file__).parent / "data" / "risks.json"
RISKS = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4)
STEP = 0.01
DOUBT = 0.2  # chance that a bound is taken which breaks the promise
QUANTILE = NormalDist().inv_cdf(1 - DOUBT)
LEAST = 5  # cells shown in a story that make a share of it
STORIES = 8  # with that many, that make an average


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell: its story, its pair of languages, its chance, whether the claim is carried."""

    story: str
    pair: str
    chance: float
    carried: bool


def cells() -> list[Shown]:
    """The cells of all open stories, by pair heads that did not see the story: every golden claim
    in the row of a source that carries it, for every other source.
    """
    fit, check = labelled(halves.FIT), labelled(halves.CHECK)
    own = list(find_examples([read_case(f) for f in case_folders("claims", "claims_extra")]))
    made, blind = fitted(fit, own), left_out(fit, own)
    rows = {name: made[name] for name in ("carried", "row.same", "row.cross")}
    pairs = [(s, {**blind[s.name], **rows}) for s in fit] + [(s, made) for s in check]
    return [
        Shown(story.name, q.example.pair, chance, q.example.y > 0)
        for story, heads in pairs
        for q, chance in answers(story.ready, heads)
    ]


def wrong(found: Sequence[Shown], bound: float, *, included: bool) -> list[float]:
    """The share of wrong cells of each story that shows enough of them."""
    held: dict[str, list[bool]] = {}
    for cell in found:
        if cell.chance >= bound if included else cell.chance < bound:
            held.setdefault(cell.story, []).append(cell.carried != included)
    return [float(np.mean(some)) for some in held.values() if len(some) >= LEAST]


def kept(shares: Sequence[float], risk: float) -> bool | None:
    """Is it refuted that the mean over stories is greater than `risk`? None where too few stories
    show enough to tell.
    """
    if len(shares) < STORIES:
        return None
    spread = float(np.std(shares, ddof=1)) / math.sqrt(len(shares))
    return float(np.mean(shares)) + QUANTILE * spread <= risk


def bound(holds: Callable[[float], bool | None], start: float, step: float) -> float | None:
    """The last bound from `start` on that keeps the promise, before the first that does not; None
    where the first that can be told does not.
    """
    last = None
    at = start
    while 0 < at < 1:
        answer = holds(at)
        if answer is False:
            break
        if answer:
            last = round(at, 2)
        at += step
    return last


def bounds(found: Sequence[Shown]) -> dict[str, list[tuple[float, float]]]:
    """`included` and `absent`: (risk, bound) for the risks that can be promised."""

    def of(risk: float, *, included: bool) -> float | None:
        def holds(at: float) -> bool | None:
            return kept(wrong(found, at, included=included), risk)

        return bound(holds, 0.97 if included else 0.02, -STEP if included else STEP)

    return {
        name: [(r, b) for r in RISKS if (b := of(r, included=name == "included")) is not None]
        for name in ("included", "absent")
    }


def report(found: Sequence[Shown]) -> None:
    """Prints the bounds, and what they give by pair of languages."""
    made = bounds(found)
    print("| cells | risk | bound | wrong, mean of stories | shown of all |\n" + "| --- " * 5 + "|")
    for name, rows in made.items():
        for risk, at in rows:
            included = name == "included"
            shares = wrong(found, at, included=included)
            some = [c for c in found if (c.chance >= at if included else c.chance < at)]
            share, shown = np.mean(shares), len(some) / len(found)
            print(f"| {name} | {risk} | {at} | {share:.3f} | {shown:.3f} |")
    fit = set(halves.split()[halves.FIT])
    alone = bounds([c for c in found if c.story in fit])
    print("\nlearned on the fit stories alone, measured on the check stories")
    for name, risk in (("included", 0.2), ("absent", 0.05)):
        at, others = dict(alone[name])[risk], [c for c in found if c.story not in fit]
        shares = wrong(others, at, included=name == "included")
        print(f"{name} at {at} for {risk}: wrong {np.mean(shares):.3f}, mean of stories")
    print("\n| languages | cells | " + " | ".join(f"{n} wrong of shown" for n in made) + " |")
    print("| --- " * 4 + "|")
    at_ten = {n: dict(rows).get(0.1 if n == "included" else 0.05) for n, rows in made.items()}
    for pair in sorted({c.pair for c in found}):
        here = [c for c in found if c.pair == pair]
        line = []
        for name, at in at_ten.items():
            yes = name == "included"
            some = [c for c in here if at and (c.chance >= at if yes else c.chance < at)]
            line.append(f"{sum(c.carried != yes for c in some)} of {len(some)}")
        print(f"| {pair} | {len(here)} | {' | '.join(line)} |")


def main() -> int:
    """Writes, checks or reports."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the stored file")
    parser.add_argument("--report", action="store_true", help="print figures instead")
    wanted = parser.parse_args()
    found = cells()
    if wanted.report:
        report(found)
        return 0
    cells_ = dict(sorted(Counter(c.pair for c in found).items()))
    content = msgspec.json.format(msgspec.json.encode({**bounds(found), "cells": cells_}), indent=1)
    content += b"\n"
    if wanted.check:
        same = TARGET.read_bytes() == content
        print("the stored file is what these stories give" if same else "the bounds differ")
        return 0 if same else 1
    TARGET.write_bytes(content)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
