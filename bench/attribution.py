"""Who said what: content F1 on our own gold, and on PolNeAR when the evaluation kit has it.

    python bench/attribution.py [--show]

A predicted content and a gold one match when they share at least half of each (of characters), one
to one, best overlap first. Among the matched: how often source and cue share half of either with
the gold's. `dev` texts were looked at while rules were written, `test` texts were not. `campaign`
is English marked in the manner of PolNeAR: beliefs, intentions and what polls and papers show
count. PolNeAR is read from COMPARE_EVAL/polnear/polnear.jsonl (its part `dev`). Exit 1 when our own
gold falls below its floor.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from compare.model import Article, Attribution
from compare.reading.speech import attributions

GOLD = Path(__file__).parent.parent / "tests" / "cases" / "attribution"
FLOORS = {"campaign": 0.78, "zh": 0.85, "en": 0.85, "fr": 0.86, "de": 0.92, "es": 0.88}
Span = tuple[int, int]


@dataclass(slots=True)
class Counts:
    """Matches, false and missed contents, and right sources and cues among the matched."""

    found: int = 0
    false: int = 0
    missed: int = 0
    sources: int = 0
    cues: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall of contents; 0 when nothing was found."""
        return 2 * self.found / max(1, 2 * self.found + self.false + self.missed)

    @property
    def precision(self) -> float:
        """Share of the predicted contents that match."""
        return self.found / max(1, self.found + self.false)

    @property
    def recall(self) -> float:
        """Share of the gold contents that were found."""
        return self.found / max(1, self.found + self.missed)

    def line(self, name: str) -> str:
        """The figures in one line."""
        n = max(1, self.found)
        right = f" source={self.sources / n:.3f} cue={self.cues / n:.3f}"
        return (
            f"{name}: content={self.f1:.3f}"
            f" precision={self.precision:.3f}"
            f" recall={self.recall:.3f}"
            f"{right} gold={self.found + self.missed}"
        )


def cases(language: str, split: str) -> list[dict[str, Any]]:
    """The gold texts of a language (`en`, `zh`, …) and a split (`dev`, `test`), by name."""
    read = [
        json.loads(p.read_text(encoding="utf-8")) for p in sorted((GOLD / language).glob("*.json"))
    ]
    return [case for case in read if case["split"] == split]


def article_of(case: dict[str, Any]) -> Article:
    """A gold text as an article."""
    text = "\n\n".join(case["paragraphs"])
    return Article(
        case["id"], "own", "Own", case["title"], text, (), None, case.get("language", "en")
    )


def matched(gold: Sequence[Span], found: Sequence[Span]) -> list[tuple[int, int]]:
    """One-to-one pairs of spans that share at least half of each, best overlap first."""
    shared = [
        (min(g[1], f[1]) - max(g[0], f[0]), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
    ]
    pairs: list[tuple[int, int]] = []
    for overlap, i, j in sorted(shared, key=lambda row: (-row[0], row[1], row[2])):
        wide = max(gold[i][1] - gold[i][0], found[j][1] - found[j][0])
        taken = any(i == a or j == b for a, b in pairs)
        if overlap > 0 and 2 * overlap >= wide and not taken:
            pairs.append((i, j))
    return pairs


def score(texts: Iterable[dict[str, Any]]) -> Counts:
    """Counts over gold texts."""
    counts = Counts()
    for case in texts:
        article = article_of(case)
        said = attributions(article)
        gold = [located(article.text, one) for one in case["attributions"]]
        pairs = matched(gold, [one.content for one in said])
        counts.found += len(pairs)
        counts.false += len(said) - len(pairs)
        counts.missed += len(gold) - len(pairs)
        for i, j in pairs:
            one = case["attributions"][i]
            counts.sources += alike(one["source"], said[j].source_text)
            counts.cues += alike(one["cue"], said[j].cue_text)
        counts.misses += missing(case, pairs)
    return counts


def located(text: str, one: dict[str, Any]) -> Span:
    """The span of a gold content: given, or found in the text."""
    start = one.get("start", text.find(one["content"]))
    return start, start + len(one["content"])


def alike(gold: str, found: Attribution | str | None) -> bool:
    """True when one text is empty like the other, or holds it."""
    other = str(found or "")
    return (gold in other or other in gold) if gold and other else gold == other


def missing(case: dict[str, Any], pairs: Sequence[tuple[int, int]]) -> list[str]:
    """One line for every gold attribution that was not found."""
    seen = {i for i, _ in pairs}
    rows = enumerate(case["attributions"])
    return [
        f"{case['id']}: {a['source']} {a['cue']}: {a['content'][:60]}"
        for i, a in rows
        if i not in seen
    ]


def polnear() -> Path | None:
    """The PolNeAR file of the evaluation kit, when it is there."""
    kit = os.environ.get("COMPARE_EVAL")
    path = Path(kit) / "polnear" / "polnear.jsonl" if kit else None
    return path if path is not None and path.exists() else None


def main(argv: Sequence[str] | None = None) -> int:
    """Print one line per set; see the module."""
    parser = argparse.ArgumentParser(description="Content F1 of attributions.")
    parser.add_argument("--show", action="store_true", help="list what was missed in the dev texts")
    options = parser.parse_args(argv)
    fallen = False
    for language, floor in FLOORS.items():
        for split in ("dev", "test"):
            counts = score(cases(language, split))
            fallen |= counts.f1 < floor
            print(counts.line(f"attribution {language} {split}"))
            if options.show and split == "dev":
                print("\n".join(counts.misses))
    path = polnear()
    if path is None:
        print("attribution polnear: skipped, COMPARE_EVAL has no polnear/polnear.jsonl")
    else:
        rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        print(score(row for row in rows if row["part"] == "dev").line("attribution polnear dev"))
    return int(fallen)


if __name__ == "__main__":
    sys.exit(main())
