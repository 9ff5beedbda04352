"""Cells: does this source carry this claim?

In: a row's candidates for one article. Out: status, evidence or nearest, score, confidence. Three
bands of the calibrated chance that the article carries the row decide, because a false "absent"
accuses an outlet: when in doubt the cell is `unclear` and shows its nearest sentence. A claim with
figures that a source tells without any is `partial` there, unless the match is near certain. A
clause that was clustered into the row is evidence as soon as its chance allows, and never leaves
its article `absent`: nobody lacks what a row quotes from them.

Answers to a look-up: which candidates are evidence, and which is only the nearest. In: candidates
of one article, best first. Out: evidence (empty = the article does not carry the claim) and the
nearest candidate either way. `score` and `confidence` are the same calibrated probability here:
nothing but the look-up stands behind it.

Cells that a discrepancy turns to `conflicts`. In: claims and their discrepancies. Out: claims. Only
a `conflict` does, and only in the source that differs from the rest (the first side): the others
still carry the claim. Where the differing source alone carries it, it is the others that contradict
it. A number that shifted leaves the cell `partial`. A cell without evidence takes the side's span
as evidence: a contradicted claim is not an omission.

Why a claim may be missing, apart from being left out. In: a claim's cells and the articles. Out:
the cells, absences with reasons. Each reason is a fact about the article, not an excuse for it:
`truncated` and `paywall` (the text was cut), `brief` (much shorter than the others),
`published_earlier` (than every article that carries the claim), `other_edition` (another article of
the same outlet carries it), `opinion` (a piece that argues and need not report). A day without an
hour is all of its moments in all time zones, and where only days are known the later article must
open with something new besides: two reports of one press release may bear two dates.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from statistics import median

from compare.model import (
    ABSENT,
    BODY,
    CONFLICTS,
    INCLUDED,
    PARTIAL,
    TITLE,
    UNCLEAR,
    Article,
    Candidate,
    Cell,
    Claim,
    Discrepancy,
    Evidence,
    Side,
    Source,
)
from compare.options import Options
from compare.text.languages import letters_in


def cell(candidates: Sequence[Candidate], article: Article, options: Options) -> Cell:
    """The cell of one row in one article, before attribution and discrepancies are known."""
    if not candidates:
        return Cell(ABSENT, 0.0)
    best = candidates[0]
    sure = round(best.chance, 3)
    near = evidence(best, article)
    if sure >= options.claim_included and (best.same or best.segment.part != TITLE):
        proof = tuple(evidence(c, article) for c in candidates if c.same) or (near,)
        whole = sure >= options.claim_whole and best.segment.part != TITLE
        part = best.bare and not whole
        return Cell(PARTIAL if part else INCLUDED, best.score, sure, evidence=proof)
    if sure < options.claim_absent and not best.same:
        return Cell(ABSENT, best.score, round(1 - sure, 3), nearest=near)
    return Cell(UNCLEAR, best.score, nearest=near)


def evidence(candidate: Candidate, article: Article) -> Evidence:
    """A candidate as a quotable span."""
    segment = candidate.segment
    paragraph = segment.paragraph if segment.part == BODY else None
    return Evidence(
        article.id,
        segment.part,
        segment.start,
        segment.end,
        segment.text,
        paragraph,
        candidate.score,
    )


def evidences(
    candidates: Sequence[Candidate], article: Article, options: Options
) -> tuple[tuple[Evidence, ...], Evidence | None]:
    """(evidence best first, nearest or None)."""
    every = [replace(evidence(c, article), confidence=c.score) for c in candidates]
    kept = tuple(e for e in every if e.score >= options.find_present)
    return kept, every[0] if every else None


def with_conflicts(
    claims: Sequence[Claim], differing: Sequence[Discrepancy], sources: Sequence[Source]
) -> list[Claim]:
    """`claims` with the cells that a discrepancy contradicts or weakens."""
    articles = {s.id: s.article for s in sources}
    changed = {c.id: c for c in claims}
    for item in differing:
        if len({s.source for s in item.sides}) < 2:
            continue
        for key in item.claims:
            for side in _differing(changed[key], item):
                changed[key] = _against(changed[key], side, articles[side.source], item.severity)
    return [changed[c.id] for c in claims]


def _differing(claim: Claim, item: Discrepancy) -> list[Side]:
    """The sides that differ from the claim: the first, which is the odd one out; the others where
    the first alone carries it. Of a shift only a differing number weakens a cell.
    """
    first, *rest = item.sides
    others = [s for s in rest if s.source != first.source and (s.value or s) != first.value]
    if item.severity == "conflict":
        carried = any(claim.cells[s.source].evidence for s in others)
        return [first] if carried or not claim.cells[first.source].evidence else others
    if item.severity == "shift" and item.kind == "number":
        return [first] if any(claim.cells[s.source].status == INCLUDED for s in others) else []
    return []


def _against(claim: Claim, side: Side, article: Article, severity: str) -> Claim:
    cell = claim.cells[side.source]
    if severity == "shift":
        status = PARTIAL if cell.status == INCLUDED else cell.status
        return replace(claim, cells={**claim.cells, side.source: replace(cell, status=status)})
    paragraph = article.paragraph_at(side.start) if side.part == BODY else None
    proof = cell.evidence or (_proof(side, article.id, paragraph, cell),)
    contradicted = replace(cell, status=CONFLICTS, evidence=proof, nearest=None, reasons=())
    return replace(claim, cells={**claim.cells, side.source: contradicted})


def _proof(side: Side, article: str, paragraph: int | None, cell: Cell) -> Evidence:
    return Evidence(article, side.part, side.start, side.end, side.quote, paragraph, cell.score)


def with_reasons(
    cells: Mapping[str, Cell],
    sources: Sequence[Source],
    options: Options,
    openings: Container[tuple[str, str]] = (),
) -> dict[str, Cell]:
    """`cells` by source id, with `reasons` on every absence.

    `openings` holds pairs of article ids: the first one tells what the second one opens with.
    """
    carriers = [s.article for s in sources if cells[s.id].evidence]
    usual = median(length(s.article) for s in sources)

    def reasons(article: Article) -> tuple[str, ...]:
        later = [c for c in carriers if _earlier(article, c, options, openings)]
        early = bool(carriers) and len(later) == len(carriers)
        return _reasons(article, carriers, usual, options, early=early)

    return {
        s.id: replace(cells[s.id], reasons=reasons(s.article))
        if cells[s.id].status == ABSENT
        else cells[s.id]
        for s in sources
    }


def openings(rows: Sequence[Mapping[str, Cell]], sources: Sequence[Source]) -> set[tuple[str, str]]:
    """Pairs of article ids of which the first carries most rows of the second one's first sentence.

    `rows` are cells by article id.
    """
    found = set()
    for source in sources:
        first = next((s.end for s in source.document.body()), 0)
        opened = [row for row in rows if _opens(row[source.article.id], first)]
        for other in sources:
            told = sum(row[other.article.id].status != ABSENT for row in opened)
            if other is not source and opened and told >= len(opened) / 2:
                found.add((other.article.id, source.article.id))
    return found


def _opens(cell: Cell, end: int) -> bool:
    return any(e.part == BODY and e.start < end for e in cell.evidence)


def length(article: Article) -> float:
    """The length of a body in letters of a language of average density."""
    return letters_in(article.text, article.language)


def _reasons(
    article: Article, carriers: Sequence[Article], usual: float, options: Options, *, early: bool
) -> tuple[str, ...]:
    found = [article.incomplete] if article.incomplete else []
    if early:
        found.append("published_earlier")
    if length(article) < options.brief_share * usual:
        found.append("brief")
    if any(c.outlet == article.outlet for c in carriers):
        found.append("other_edition")
    if article.kind == "opinion":
        found.append("opinion")
    return tuple(found)


def _earlier(
    one: Article, other: Article, options: Options, openings: Container[tuple[str, str]]
) -> bool:
    """Was `one` surely published before `other`, by `earlier_hours`? Where only days are known on
    both sides, `other` must also open with something that `one` does not tell.
    """
    a, b = one.published, other.published
    if a is None or b is None:
        return False
    apart = _bounds(b)[0] - _bounds(a)[1] >= timedelta(hours=options.earlier_hours)
    timed = isinstance(a, datetime) or isinstance(b, datetime)
    return apart and (timed or (one.id, other.id) not in openings)


# a day begins in the easternmost zone and ends in the westernmost
_EAST, _WEST = timedelta(hours=14), timedelta(hours=12)


def _bounds(moment: datetime | date) -> tuple[datetime, datetime]:
    """The first and the last moment that a date of publication may mean."""
    if isinstance(moment, datetime):
        return moment, moment
    start = datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return start - _EAST, start + timedelta(days=1) + _WEST
