"""What a sheet may ask about: sources that are shown, claims that can be read, cells that are sure.

In: a `Comparison` and a `Request`. Out: `Facts`, which the kinds read. A cell is sure when its
calibrated confidence reaches the bound and, if it carries its claim, the sentence stands in the
part of the text that students see. Everything else may be talked about and is never scored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from compare.exercises.excerpts import Shown, readable
from compare.exercises.levels import Level
from compare.exercises.parts import Citation, Distractor
from compare.model import (
    ABSENT,
    BODY,
    CARRIED,
    INCLUDED,
    Article,
    Cell,
    Claim,
    Comparison,
    Evidence,
    Side,
    Source,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """A comparison cut down to what the sheet shows. `labels` maps source ids to A, B, C;
    `worded` remembers what `claims` found, since every kind asks for it.
    """

    comparison: Comparison
    sources: tuple[Source, ...]
    labels: Mapping[str, str]
    shown: Mapping[str, Shown]
    bound: float
    level: Level
    seed: str
    distractors: tuple[Distractor, ...] = ()
    worded: dict[str, tuple[str, str] | None] = field(default_factory=dict)

    @property
    def outlets(self) -> tuple[Source, ...]:
        """The sources that are reports of their own: a summary has cells but is no voice."""
        return tuple(s for s in self.sources if s.article.kind != "summary")

    def cell(self, claim: Claim, source: Source) -> Cell:
        """The cell of a claim in a source."""
        return claim.cells[source.id]

    def sure(self, claim: Claim, source: Source) -> bool:
        """True when the cell may be scored."""
        cell = claim.cells[source.id]
        if cell.confidence is None or round(cell.confidence, 3) < self.bound:
            return False
        if cell.status in CARRIED:
            return bool(self.visible(claim, source))
        return cell.status == ABSENT

    def hidden(self, claim: Claim, source: Source) -> bool:
        """True when the text carries the claim only where students cannot see it."""
        cell = claim.cells[source.id]
        return cell.status in CARRIED and not self.visible(claim, source)

    def visible(self, claim: Claim, source: Source) -> tuple[Evidence, ...]:
        """The evidence of a cell that stands in the shown text, in order of place."""
        shown = self.shown[source.id]
        proof = [e for e in claim.cells[source.id].evidence if shown.holds(e.part, e.start, e.end)]
        return tuple(sorted(proof, key=lambda e: (e.part != BODY, e.start)))

    def wording(self, claim: Claim) -> tuple[str, str] | None:
        """Words and language in which a claim can stand alone, None when it has none.

        The claim's own words when a shown text holds them, else those of sure evidence.
        """
        quotes = [
            (e.quote, source.article.language)
            for source in self.sources
            if self.sure(claim, source) and self.cell(claim, source).status == INCLUDED
            for e in self.visible(claim, source)
        ]
        quotes.sort(key=lambda pair: pair[0] != claim.text)
        return next((pair for pair in quotes if readable(*pair)), None)

    def claims(self) -> tuple[tuple[Claim, str, str], ...]:
        """Claims with the words and language in which the sheet can state them."""
        for claim in self.comparison.claims:
            if claim.id not in self.worded:
                self.worded[claim.id] = self.wording(claim)
        found = ((claim, self.worded[claim.id]) for claim in self.comparison.claims)
        return tuple((claim, *words) for claim, words in found if words)

    def cite(self, source: Source, evidence: Evidence, claim: Claim | None = None) -> Citation:
        """Evidence as the key cites it."""
        cell = claim.cells[source.id] if claim else None
        return Citation(
            source.id,
            evidence.part,
            evidence.start,
            evidence.end,
            evidence.quote,
            self.place(source, evidence.part, evidence.start),
            source.article.language,
            claim.id if claim else "",
            cell.status if cell else "",
            cell.confidence if cell else None,
        )

    def cite_side(self, side: Side) -> Citation:
        """One side of a discrepancy as the key cites it."""
        source = self.source(side.source)
        place = self.place(source, side.part, side.start)
        return Citation(
            source.id, side.part, side.start, side.end, side.quote, place, source.article.language
        )

    def proof(self, claim: Claim, source: Source) -> tuple[Citation, ...]:
        """The spans behind a cell: its evidence, or the nearest sentence of an absence."""
        cell = claim.cells[source.id]
        if cell.status in CARRIED:
            return tuple(self.cite(source, e, claim) for e in self.visible(claim, source))
        near = cell.nearest
        if near is None or not self.shown[source.id].holds(near.part, near.start, near.end):
            return ()
        return (self.cite(source, near, claim),)

    def place(self, source: Source, part: str, start: int) -> str:
        """What the sheet calls a spot: `B3`, `B headline`."""
        label = self.labels[source.id]
        if part != BODY:
            return f"{label}0"
        paragraph = source.article.paragraph_at(start)
        return f"{label}{paragraph + 1}" if paragraph is not None else label

    def source(self, name: str) -> Source:
        """The source with this id; KeyError when the sheet does not show it."""
        return next(s for s in self.sources if s.id == name)

    def shows(self, sides: Sequence[Side]) -> bool:
        """True when every side stands in a shown text."""
        return all(
            side.source in self.labels
            and self.shown[side.source].holds(side.part, side.start, side.end)
            for side in sides
        )


def paragraph_text(article: Article, index: int) -> str:
    """The words of one body paragraph."""
    paragraph = article.paragraphs[index]
    return article.text[paragraph.start : paragraph.end]
