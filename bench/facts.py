"""Do two reports of one event differ in a typed fact? Our own pairs, by kind.

    python -m bench.facts [FILE] [--list]

In: `tests/cases/facts/open.jsonl` (or FILE): pairs of passages with a kind and a label. Each is
made a story of two articles of one day. Out: of the pairs labelled `conflict` the share in which
the program shows one, by kind; of the others the share in which it shows one falsely; by languages.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from datetime import date
from pathlib import Path

from compare import pipeline
from compare.model import Article, Story
from compare.options import Options

HERE = Path(__file__).resolve().parents[1] / "tests" / "cases" / "facts" / "open.jsonl"
OPTIONS = Options()
Pair = dict[str, str]


def shows_conflict(pair: Pair) -> bool:
    """Whether the comparison of the two passages has a discrepancy of severity `conflict`."""
    day = date.fromisoformat(pair["day"])
    both = tuple(
        Article(side, side, side.title(), "", pair[side], (), day, pair[f"{side}_language"])
        for side in ("left", "right")
    )
    found = pipeline.analyse(Story(pair["id"], "", day, day, both), OPTIONS).discrepancies
    return any(d.severity == "conflict" for d in found)


def group(pair: Pair) -> str:
    """The languages of a pair: en, Hans, Hant (on a side at least), across."""
    tongues = {pair["left_language"], pair["right_language"]}
    if "en" in tongues:
        return "en" if tongues == {"en"} else "across"
    return "Hans" if tongues == {"zh-Hans"} else "Hant"


def main() -> None:
    """Prints a line a kind, then the sums."""
    parser = argparse.ArgumentParser(prog="bench.facts")
    parser.add_argument("file", nargs="?", type=Path, default=HERE)
    parser.add_argument("--list", action="store_true", help="name the pairs that are wrong")
    options = parser.parse_args()
    pairs = [json.loads(line) for line in options.file.read_text("utf-8").splitlines()]
    found, wanted = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for pair in pairs:
        said, label = shows_conflict(pair), pair["label"]
        for key in (pair["kind"], group(pair), "all"):
            wanted[key, label] += 1
            found[key, label] += said
        if options.list and said != (label == "conflict"):
            print(pair["id"], pair["kind"], label, "|", pair["left"], "|", pair["right"])
    for key in dict.fromkeys(key for key, _ in wanted):
        others = sum(wanted[key, x] for x in ("compatible", "unrelated"))
        false = sum(found[key, x] for x in ("compatible", "unrelated"))
        hit, real = found[key, "conflict"], wanted[key, "conflict"]
        print(f"{key:10} conflicts {hit}/{real} = {hit / max(1, real):.3f}  false {false}/{others}")


if __name__ == "__main__":
    main()
