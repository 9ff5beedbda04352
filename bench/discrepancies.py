"""Discrepancies on the golden stories: recall and precision by kind.

    python -m bench.discrepancies [--split calibrate|test] [--show]

In: the stories of tests/cases/claims and claims_extra with their expected discrepancies. Out: per
kind and severity how many are found (the sentences of the odd side and of another one quoted
together), with the right kind, with the right severity; how many of the reported ones are
expected; and every unexpected conflict. Exit 1 when there is an unexpected conflict, or a pair
that a hasty reader would set against each other is called one.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

from compare.model import Article, Comparison, Discrepancy, Side, Story
from compare.pipeline import analyse, load

CASES = Path(__file__).parent.parent / "tests" / "cases"
Spot = tuple[str, str, int, int]


def main() -> int:
    """Prints the table; see the module."""
    parser = argparse.ArgumentParser(description="discrepancies on the golden stories")
    parser.add_argument("--split", choices=["calibrate", "test"])
    parser.add_argument("--show", action="store_true", help="print what is missed")
    args = parser.parse_args()
    counts: Counter[tuple[str, str, str]] = Counter()
    wrong = 0
    for name, gold, comparison, files in _stories(args.split):
        wrong += _score(name, gold, comparison, files, counts, show=args.show)
    _table(counts)
    print(f"discrepancies: unexpected_conflicts={wrong}")
    return int(wrong > 0)


def _stories(
    split: str | None,
) -> Iterator[tuple[str, Mapping[str, Any], Comparison, dict[str, str]]]:
    """Name, expectation, comparison, and the source id of every file."""
    for path in sorted(CASES.glob("claims*/*/expected.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if split not in (None, gold["split"]):
            continue
        articles = [a for f in sorted(path.parent.glob("*.md")) for a in load([f]).articles]
        days = [a.day for a in articles if a.day]
        story = Story(path.parent.name, "", min(days), max(days), tuple(articles))
        comparison = analyse(story)
        files = {Path(s.article.file).stem: s.id for s in comparison.sources}
        yield path.parent.name, gold, comparison, files


def _score(
    name: str,
    gold: Mapping[str, Any],
    comparison: Comparison,
    files: Mapping[str, str],
    counts: Counter[tuple[str, str, str]],
    *,
    show: bool,
) -> int:
    """Adds a story to `counts`; the number of its unexpected conflicts."""
    articles = {s.id: s.article for s in comparison.sources}
    expected: set[str] = set()
    exact: set[str] = set()
    for item in gold["discrepancies"]:
        sides = [_spot(articles, files, s["source"], s["span"]) for s in item["sides"]]
        kind, severity = item["kind"][0], item["severity"]
        found = [d for d in comparison.discrepancies if _same(d, sides)]
        right = [d for d in found if d.kind in item["kind"]]
        graded = [d for d in right if d.severity in (severity, *item.get("also_severity", []))]
        expected |= {d.id for d in right}
        exact |= {d.id for d in right if _cites(d, articles, sides)}
        for column, hit in (("gold", True), ("pair", found), ("kind", right), ("both", graded)):
            counts[kind, severity, column] += bool(hit)
        if show and not graded:
            print(f"  {name}: missed {kind} {severity}: {item['note']}")
    wrong = 0
    for item in comparison.discrepancies:
        counts[item.kind, item.severity, "said"] += 1
        counts[item.kind, item.severity, "right"] += item.id in expected
        if item.severity == "conflict" and item.id not in exact:
            wrong += 1
            print(f"  {name}: unexpected conflict: {item.note}")
    return wrong + _hasty(name, gold, comparison, articles, files)


def _hasty(
    name: str,
    gold: Mapping[str, Any],
    comparison: Comparison,
    articles: Mapping[str, Article],
    files: Mapping[str, str],
) -> int:
    """Conflicts between spans that a careful reader would not set against each other."""
    wrong = 0
    for item in gold["not_discrepancies"]:
        one, other = (_spot(articles, files, *item[key]) for key in ("a", "b"))
        for found in comparison.discrepancies:
            spans = [_exact(articles[s.source], s) for s in found.sides]
            hit = all(any(_meet(span, spot) for span in spans) for spot in (one, other))
            if hit and found.severity == "conflict":
                wrong += 1
                print(f"  {name}: {item['why']}: {found.note}")
    return wrong


def _cites(found: Discrepancy, articles: Mapping[str, Article], sides: Sequence[Spot]) -> bool:
    """Do at least two of its spans overlap spans that the gold names?"""
    spans = [_exact(articles[s.source], s) for s in found.sides]
    return sum(any(_meet(span, spot) for spot in sides) for span in spans) > 1


def _exact(article: Article, side: Side) -> Spot:
    """Where the span that differs stands, within the side's sentence."""
    start = article.part(side.part).find(side.span, side.start)
    return side.source, side.part, start, start + len(side.span)


def _meet(one: Spot, other: Spot) -> bool:
    return one[:2] == other[:2] and one[2] < other[3] and other[2] < one[3]


def _spot(articles: Mapping[str, Article], files: Mapping[str, str], file: str, span: str) -> Spot:
    """Source, part and offsets of a cited span."""
    source = files[file]
    for part in ("body", "title", "dateline", "caption"):
        start = articles[source].part(part).find(span)
        if start >= 0:
            return source, part, start, start + len(span)
    raise ValueError(f"{file}: {span!r} is not there")


def _overlaps(side: Side, spot: Spot) -> bool:
    source, part, start, end = spot
    return (side.source, side.part) == (source, part) and side.start < end and start < side.end


def _same(found: Discrepancy, sides: Sequence[Spot]) -> bool:
    """Does it quote the odd side's sentence and another side's?"""
    if len({s[0] for s in sides}) == 1:
        inside = {s.source for s in found.sides} == {sides[0][0]}
        return inside and any(_overlaps(s, spot) for s in found.sides for spot in sides)
    return any(
        _overlaps(a, sides[0]) and any(_overlaps(b, spot) for spot in sides[1:])
        for a, b in permutations(found.sides, 2)
    )


def _table(counts: Counter[tuple[str, str, str]]) -> None:
    """One line a kind and severity."""
    columns = ("gold", "pair", "kind", "both", "said", "right")
    print(f"{'kind':12} {'severity':10} " + " ".join(f"{c:>5}" for c in columns))
    for kind, severity in sorted({key[:2] for key in counts}):
        cells = " ".join(f"{counts[kind, severity, c]:5}" for c in columns)
        print(f"{kind:12} {severity:10} {cells}")


if __name__ == "__main__":
    raise SystemExit(main())
