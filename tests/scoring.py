"""Golden stories, and how well a comparison agrees with one.

In: folders of tests/cases/claims, finished comparisons. Out: counts. A row speaks about a golden
claim, seen from a source that carries it, when its evidence there shares at least half of the
golden quote or of its own; rows whose Dice overlap is under two thirds of the best are dropped,
because a long sentence that also holds the quote does not speak for it. Every other source then
is one decision: included, unclear or absent, against what a reader said. Cells that the reader
called partial or unclear are passed over.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare import sources
from compare.model import BODY, CARRIED, TITLE, UNCLEAR, Article, Claim, Comparison, Story

CASES = Path(__file__).parent / "cases"
WHOLE = ("included", "conflicts")
Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Case:
    """One golden story: its articles by file stem, and what `expected.json` says."""

    name: str
    articles: dict[str, Article]
    expected: dict[str, Any]

    @property
    def story(self) -> Story:
        """The articles as a story."""
        made = tuple(self.articles.values())
        days = [a.day for a in made if a.day]
        return Story(self.name, self.expected["topic"], min(days), max(days), made)

    @property
    def held_out(self) -> bool:
        """Whether the story is kept for testing alone."""
        return bool(self.expected.get("split") == "test")


def case_folders(*groups: str) -> list[Path]:
    """The folders of `claims`, `claims_extra` or both, sorted."""
    return sorted(p.parent for g in groups for p in (CASES / g).glob("*/expected.json"))


def read_case(folder: Path) -> Case:
    """The articles of a folder through the readers, in the order of `expected.json`."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    read = {n: sources.read(folder / f"{n}.md")[0] for n in expected["sources"]}
    return Case(folder.name, read, expected)


def place_of(article: Article, quote: str) -> Place | None:
    """Where a golden quote stands, in the body or the title."""
    plain = " ".join(quote.split())
    for part in (BODY, TITLE):
        start = article.part(part).find(plain)
        if plain and start >= 0:
            return part, start, start + len(plain)
    return None


def places(case: Case, claim: dict[str, Any], source: str) -> list[Place]:
    """Where a golden claim stands in a source."""
    cell = claim["cells"][source]
    found = [place_of(case.articles[source], q) for q in (cell["quote"], *cell.get("more", []))]
    return [p for p in found if p is not None]


def shared(one: Place, other: Place) -> int:
    """Characters that two places have in common."""
    return max(0, min(one[2], other[2]) - max(one[1], other[1])) if one[0] == other[0] else 0


def fits(one: Place, other: Place) -> bool:
    """Whether half of either place lies in the other."""
    common = shared(one, other)
    return common > 0 and 2 * common >= min(one[2] - one[1], other[2] - other[1])


def dice(one: Place, other: Place) -> float:
    """Twice the common characters over all."""
    return 2 * shared(one, other) / (one[2] - one[1] + other[2] - other[1])


@dataclass(frozen=True, slots=True)
class Decision:
    """One judged cell: what the reader and the program say (`included`, `absent`, `unclear`), and
    the program's chance that the source carries the claim, and the languages of both sources.
    """

    carried: bool
    said: str
    chance: float
    pair: str


def decisions(case: Case, comparison: Comparison) -> Iterator[Decision]:
    """Every golden claim seen from each source that carries it, in each other source."""
    ids = {s.article.id: s.id for s in comparison.sources}
    column = {name: ids[a.id] for name, a in case.articles.items()}
    for claim in case.expected["claims"]:
        for source, cell in claim["cells"].items():
            if cell["status"] != "included":
                continue
            rows = _rows(comparison.claims, column[source], places(case, claim, source))
            for other, gold in claim["cells"].items():
                if other != source and gold["status"] in (*WHOLE, "absent"):
                    said, chance = _decide(rows, column[other])
                    tongues = (case.articles[n].language[:2] for n in (source, other))
                    pair = "-".join(sorted(tongues))
                    yield Decision(gold["status"] in WHOLE, said, chance, pair)


def _rows(claims: Iterable[Claim], source: str, wanted: list[Place]) -> list[Claim]:
    scored = []
    for claim in claims:
        held = [(e.part, e.start, e.end) for e in claim.cells[source].evidence]
        best = max((dice(h, w) for h in held for w in wanted if fits(h, w)), default=0.0)
        if best:
            scored.append((best, claim))
    top = max((best for best, _ in scored), default=0.0)
    return [claim for best, claim in scored if best >= 2 / 3 * top]


def _decide(rows: list[Claim], source: str) -> tuple[str, float]:
    if not rows:
        return "uncovered", 0.5
    cells = [r.cells[source] for r in rows]
    chance = max(_chance(c.status, c.confidence) for c in cells)
    if any(c.status in CARRIED for c in cells):
        return "included", chance
    return ("unclear" if any(c.status == UNCLEAR for c in cells) else "absent"), chance


def _chance(status: str, confidence: float | None) -> float:
    """The chance that a source carries a claim, read back from its cell."""
    if confidence is None:
        return 0.4
    return confidence if status in CARRIED else 1 - confidence


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over decisions, and the figures made of them."""

    counts: Counter[tuple[bool, str]]

    @property
    def inclusion(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of `included`; unclear and uncovered cells count as misses."""
        return self._figures("included", carried=True)

    @property
    def omission(self) -> tuple[float, float, float]:
        """Precision, recall and F1 of `absent`."""
        return self._figures("absent", carried=False)

    @property
    def false_omissions(self) -> int:
        """Cells called absent whose source carries the claim."""
        return self.counts[True, "absent"]

    @property
    def coverage(self) -> float:
        """The share of cells that are decided."""
        decided = sum(n for (_, said), n in self.counts.items() if said in ("included", "absent"))
        return decided / max(1, self.counts.total())

    def _figures(self, said: str, *, carried: bool) -> tuple[float, float, float]:
        right, wrong = self.counts[carried, said], self.counts[not carried, said]
        wanted = sum(n for (c, _), n in self.counts.items() if c == carried)
        precision, recall = right / max(1, right + wrong), right / max(1, wanted)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)

    def __str__(self) -> str:
        """Precision/recall/F1 of both, and the rest, on one line."""
        i, o = self.inclusion, self.omission
        return (
            f"inclusion {i[0]:.3f}/{i[1]:.3f}/{i[2]:.3f}  omission {o[0]:.3f}/{o[1]:.3f}/{o[2]:.3f}"
            f"  false omissions {self.false_omissions}  coverage {self.coverage:.3f}"
            f"  n {self.counts.total()}"
        )


def figures(found: Iterable[Decision]) -> Figures:
    """Counts of (carried, said)."""
    return Figures(Counter((d.carried, d.said) for d in found))


def missed_reasons(case: Case, comparison: Comparison) -> list[str]:
    """Absences that a reader gave a reason for and the comparison, absent too, did not; that the
    source could not have known is judged by `excused`.
    """
    return sorted(
        {
            f"{case.name} {name} {sorted(wanted)}"
            for name, gold, found in _absences(case, comparison)
            if not (wanted := gold - {"published_earlier"}) <= found
        }
    )


def excused(case: Case, comparison: Comparison, reason: str) -> list[tuple[bool, bool]]:
    """For each absence on both sides whether the reader and the comparison give it this reason."""
    return [(reason in gold, reason in found) for _, gold, found in _absences(case, comparison)]


def _absences(
    case: Case, comparison: Comparison
) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """Cells that a reader and the comparison hold for absent: name, reasons of either."""
    ids = {s.article.id: s.id for s in comparison.sources}
    seen = set()
    for number, claim in enumerate(case.expected["claims"]):
        for source in (s for s, cell in claim["cells"].items() if cell["status"] == "included"):
            column = ids[case.articles[source].id]
            for row in _rows(comparison.claims, column, places(case, claim, source)):
                for other, gold in claim["cells"].items():
                    found = row.cells[ids[case.articles[other].id]]
                    if gold["status"] == found.status == "absent":
                        reasons = frozenset(gold["reasons"]), frozenset(found.reasons)
                        seen.add((f"{number} {other} {row.id}", *reasons))
    yield from sorted(seen, key=lambda one: one[0])
