"""How well a table agrees with the labels of a story.

In: `Story` and `Table`. Out: counts, which add up over stories, and the figures made of them.

A row speaks about a gold claim, seen from a source that carries it in full, when its evidence there
shares at least half of the gold's stretch or of its own; rows whose overlap (Dice) is under two
thirds of the best are dropped, because a long sentence that also holds the stretch does not speak
for it. Every other source is then one decision: `included` (any of included, partial, conflicts:
the source speaks of the matter), `absent`, `unclear`, or `uncovered` when no row speaks of the
claim. Cells that the gold calls partial are passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from corpus.gold import Claim, Side, Story
from corpus.places import Place, Places, dice, fits, normal
from corpus.predictions import Found, Row, Table

CARRIED = frozenset({"included", "partial", "conflicts"})
Key = tuple[bool, str, bool]


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts that add up: `cells` by (carried, said, evidence in the right place)."""

    cells: Counter[Key] = field(default_factory=Counter)
    differences: Counter[str] = field(default_factory=Counter)
    origins: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Counts) -> Counts:
        """The sum."""
        return Counts(
            self.cells + other.cells,
            self.differences + other.differences,
            self.origins + other.origins,
        )


def places_of(story: Story) -> dict[str, Places]:
    """Every article of a story as a row of characters."""
    return {name: Places(text) for name, text in story.texts.items()}


def judge(story: Story, table: Table, places: Mapping[str, Places]) -> Counts:
    """All counts of one story."""
    counts = Counts()
    for claim in story.gold.claims:
        where = {s: _stretches(claim, s, places[s]) for s in claim.cells}
        best = (0.0, -1)
        for source, cell in claim.cells.items():
            if cell.status != "included":
                continue
            rows = _rows(table, source, where[source])
            best = max([best, *((fit, -n) for fit, n in rows)])
            spoken = [table.rows[n] for _, n in rows]
            counts.cells.update(_decisions(claim, source, spoken, where))
        counts.origins.update(_origin(claim, table.rows[-best[1]] if best[0] else None))
    counts.differences.update(_differences(story, table, places))
    return counts


def _stretches(claim: Claim, source: str, places: Places) -> list[Place]:
    return [places.span(s.part, s.start, s.end) for s in claim.cells[source].spans]


def _rows(table: Table, source: str, wanted: list[Place]) -> list[tuple[float, int]]:
    fit = []
    for number, row in enumerate(table.rows):
        cell = row.cells.get(source)
        best = max((dice(q, wanted) for q in cell.quotes), default=0.0) if cell else 0.0
        if best:
            fit.append((best, number))
    top = max((best for best, _ in fit), default=0.0)
    return [(best, number) for best, number in fit if best >= 2 / 3 * top]


def _decisions(
    claim: Claim, source: str, rows: list[Row], where: Mapping[str, list[Place]]
) -> Iterator[Key]:
    for other, cell in claim.cells.items():
        if other == source or cell.status == "partial":
            continue
        cells = [row.cells[other] for row in rows if other in row.cells]
        said = _said({c.status for c in cells}, covered=bool(rows))
        quotes = [q for c in cells if c.status in CARRIED for q in c.quotes]
        yield cell.status != "absent", said, any(dice(q, where[other]) for q in quotes)


def _said(statuses: set[str], *, covered: bool) -> str:
    if not covered or not statuses:
        return "uncovered"
    if statuses & CARRIED:
        return "included"
    return "unclear" if "unclear" in statuses else "absent"


def _origin(claim: Claim, row: Row | None) -> Iterator[str]:
    """A claim without a row is wrong."""
    kind = row.origin if row else None
    yield "kind right" if kind == claim.origin.kind else "kind wrong"
    if claim.origin.speaker:
        said = normal((row.speaker if row else None) or "")
        wanted = normal(claim.origin.speaker)
        right = bool(said) and (said in wanted or wanted in said)
        yield "speaker right" if right else "speaker wrong"


def _differences(story: Story, table: Table, places: Mapping[str, Places]) -> Iterator[str]:
    """`found` or `missed` of the gold's conflicts and shifts; `true`, `apparent` or `false` of the
    tool's conflicts: the gold has it, calls it compatible, or does not know it.
    """
    matched: dict[int, str] = {}
    for gold in story.gold.differences:
        sides = [_side(s, places) for s in gold.sides]
        hits = [n for n, found in enumerate(table.found) if _same(found, sides)]
        known = "apparent" if gold.severity == "compatible" else "true"
        for n in hits:
            matched[n] = known if matched.get(n) != "true" else "true"
        if gold.severity != "compatible":
            yield f"{gold.severity} {'found' if hits else 'missed'}"
    for n, found in enumerate(table.found):
        if found.severity == "conflict":
            yield f"said {matched.get(n, 'false')}"


def _side(side: Side, places: Mapping[str, Places]) -> tuple[str, Place]:
    return side.source, places[side.source].span(side.part, side.start, side.end)


def _same(found: Found, gold: list[tuple[str, Place]]) -> bool:
    """Whether two sides of a tool's discrepancy stand on the two sides of the gold's."""
    hits = [
        (p, g)
        for p, (source, place) in enumerate(found.sides)
        for g, (wanted, span) in enumerate(gold)
        if source == wanted and (fits(place, span) or span <= place)
    ]
    return any(p != q and g != h for (p, g), (q, h) in combinations(hits, 2))


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares between 0 and 1, made of counts; nan-free: an empty share is 0."""

    inclusion: float
    located: float
    precision: float
    recall: float
    omission_precision: float
    omission_recall: float
    coverage: float
    false_omissions: int
    cells: int
    differences: float
    conflict_precision: float
    origin: float
    speaker: float


def figures(counts: Counts) -> Figures:
    """F1 of inclusion (and with the evidence in place), both sides of omission, and the rest."""
    cells = counts.cells
    yes, no = (sum(n for (c, _, _), n in cells.items() if c is k) for k in (True, False))
    hit = sum(n for (c, said, _), n in cells.items() if c and said == "included")
    over = sum(n for (c, said, _), n in cells.items() if not c and said == "included")
    placed = sum(n for (c, said, at), n in cells.items() if c and said == "included" and at)
    gone = sum(n for (c, said, _), n in cells.items() if not c and said == "absent")
    lost = sum(n for (c, said, _), n in cells.items() if c and said == "absent")
    d, o = counts.differences, counts.origins
    found = d["conflict found"] + d["shift found"]
    said = d["said true"] + d["said apparent"] + d["said false"]
    return Figures(
        inclusion=_f1(hit, over, yes - hit),
        located=_f1(placed, over + hit - placed, yes - placed),
        precision=_share(hit, hit + over),
        recall=_share(hit, yes),
        omission_precision=_share(gone, gone + lost),
        omission_recall=_share(gone, no),
        coverage=_share(hit + over + gone + lost, yes + no),
        false_omissions=lost,
        cells=yes + no,
        differences=_share(found, found + d["conflict missed"] + d["shift missed"]),
        conflict_precision=_share(d["said true"], said),
        origin=_share(o["kind right"], o["kind right"] + o["kind wrong"]),
        speaker=_share(o["speaker right"], o["speaker right"] + o["speaker wrong"]),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(right: int, over: int, missed: int) -> float:
    return _share(2 * right, 2 * right + over + missed)
