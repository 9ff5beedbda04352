"""False alarms: conflicts reported between a text and its faithful translation.

    COMPARE_EVAL=/path/to/kit python -m bench.false_alarms [--documents 31]

In: the parallel news documents of NTREX (folder `ntrex` of the kit). Out: conflicts per 200 aligned
sentences, for English with Chinese as written in the mainland and in Taiwan, and every alarm with
its sides. A translation says what its original says, so each conflict is a mistake of ours or
(read the sides) of the translator. Both texts get one day of publication, so that weekdays and
今天 are compared as well.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from compare.model import Article, Comparison, Paragraph, Story
from compare.pipeline import analyse

PAIRS = (("eng", "en", "zho-CN", "zh-Hans"), ("eng", "en", "zho-TW", "zh-Hant"))
PUBLISHED = date(2019, 9, 12)
LIMIT = 1.0


def main() -> int:
    """Prints the figures; 1 when there is more than one conflict in 200 sentences."""
    parser = argparse.ArgumentParser(description="conflicts between faithful translations")
    parser.add_argument("--documents", type=int, default=31)
    count = parser.parse_args().documents
    kit = os.environ.get("COMPARE_EVAL")
    if not kit or not (Path(kit) / "ntrex").is_dir():
        print("false_alarms: skipped, COMPARE_EVAL names no folder with ntrex in it")
        return 0
    worst = 0.0
    for left, left_tag, right, right_tag in PAIRS:
        rate = _measure(Path(kit) / "ntrex", (left, left_tag), (right, right_tag), count)
        worst = max(worst, rate)
    return int(worst > LIMIT)


def _measure(folder: Path, left: tuple[str, str], right: tuple[str, str], count: int) -> float:
    """Conflicts per 200 aligned sentences of one pair of languages."""
    sentences = conflicts = 0
    severities: Counter[str] = Counter()
    for name, one, other in _documents(folder, left[0], right[0], count):
        found = _compared(name, (one, left[1]), (other, right[1]))
        sentences += len(one)
        for item in found.discrepancies:
            severities[item.severity] += 1
            if item.severity == "conflict":
                conflicts += 1
                sides = " | ".join(f"{s.span}: {s.quote}" for s in item.sides)
                print(f"  {name} {item.kind}: {item.note}\n    {sides}")
    rate = 200 * conflicts / max(sentences, 1)
    others = " ".join(f"{k}={n}" for k, n in sorted(severities.items()))
    print(f"{left[0]} {right[0]}: sentences={sentences} per_200={rate:.2f} {others}")
    return rate


def _documents(
    folder: Path, left: str, right: str, count: int
) -> Iterator[tuple[str, list[str], list[str]]]:
    """The first `count` documents, one sentence a line in both languages."""
    ids = (folder / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").splitlines()
    names = [line.split("\t")[0] for line in ids]
    one = (folder / f"{left}.txt").read_text(encoding="utf-8").splitlines()
    other = (folder / f"{right}.txt").read_text(encoding="utf-8").splitlines()
    for name in list(dict.fromkeys(names))[:count]:
        mine = [n for n, owner in enumerate(names) if owner == name]
        yield name, [one[n] for n in mine], [other[n] for n in mine]


def _compared(name: str, one: tuple[list[str], str], other: tuple[list[str], str]) -> Comparison:
    articles = (_article(f"{name}-a", *one), _article(f"{name}-b", *other))
    return analyse(Story(name, name, PUBLISHED, PUBLISHED, articles))


def _article(key: str, lines: list[str], language: str) -> Article:
    """One paragraph a sentence."""
    paragraphs, at = [], 0
    for line in lines:
        paragraphs.append(Paragraph(at, at + len(line), language))
        at += len(line) + 2
    text = "\n\n".join(lines)
    return Article(key, key, key, "", text, tuple(paragraphs), PUBLISHED, language)


if __name__ == "__main__":
    raise SystemExit(main())
