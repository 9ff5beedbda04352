"""Hard pairs of a claim and a passage: how well `compare.find` tells them apart.

    python -m bench.hard_pairs                  the open half of corpus/pairs.jsonl
    python -m bench.hard_pairs --blind REASON   the shut half, once, with a line in its log

Out: the area under the curve of the best score for carried against contradicting, new and both;
the share of contradictions that get evidence; balanced accuracy of carried against new. They are
made to be hard: a contradiction has all words of the claim but one.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import msgspec
import numpy as np

import compare
from compare.model import Article, Paragraph
from compare.options import Options
from corpus import halves
from tools.regression import area

OPTIONS = Options()


class Pair(msgspec.Struct, frozen=True):
    """A line of pairs.jsonl."""

    claim: str
    passage: str
    passage_language: str
    label: str


def pairs(path: Path) -> list[Pair]:
    """The pairs of a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [msgspec.json.decode(line, type=Pair) for line in lines if line]


def score(pair: Pair) -> tuple[float, bool]:
    """The best score of the passage, and whether it is evidence."""
    whole = (Paragraph(0, len(pair.passage), pair.passage_language),)
    article = Article(
        "passage", "", "", "", pair.passage, whole, None, pair.passage_language
    )  # fmt: skip
    found = compare.find(pair.claim, article, OPTIONS)
    return (found[0].score, True) if found else (0.0, False)


def line(name: str, some: Sequence[Pair]) -> str:
    """One row of the table."""
    scored = [(p.label, *score(p)) for p in some]
    held = {label: [s for got, s, _ in scored if got == label] for label in LABELS}
    areas = [_area(held["carried"], [s for n in names for s in held[n]]) for names in AGAINST]
    shown = {n: np.mean([e for got, _, e in scored if got == n]) for n in LABELS}
    balanced = (shown["carried"] + 1 - shown["new"]) / 2
    figures = " | ".join(f"{value:.3f}" for value in (*areas, shown["contradicts"], balanced))
    return f"| {name} | {len(some)} | {figures} |"


LABELS = ("carried", "contradicts", "new", "partial")
AGAINST = (("contradicts",), ("new",), ("contradicts", "new"))


def _area(yes: Sequence[float], no: Sequence[float]) -> float:
    truth = np.array([1.0] * len(yes) + [0.0] * len(no))
    return area(np.array([*yes, *no]), truth)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="bench.hard_pairs")
    parser.add_argument("--blind", metavar="REASON")
    chosen = parser.parse_args(arguments)
    print("| half | pairs | AUC against contradicting | against new | against both "
          "| contradictions that get evidence | balanced accuracy |")  # fmt: skip
    print("| --- " * 7 + "|")
    print(line("open", pairs(halves.HERE / "pairs.jsonl")))
    if chosen.blind:
        with halves.opened(datetime.now().astimezone().date(), chosen.blind) as place:
            print(line("blind", pairs(place / "pairs.jsonl")))


if __name__ == "__main__":
    main()
