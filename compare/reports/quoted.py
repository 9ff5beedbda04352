"""Which passages the reports quote, the most important first, and the reports with a limit on them.

In: a `Comparison`, twins, an audit or sources side by side, and how many words of each article may
be quoted. Out: the same with what may be shown, and what was cut. First stand the words that
differ, because these are what a reader looks for, then sentences in the order of the report. What
is said about the words (values, names, labels) stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from compare.model import BODY, Cell, Claim, Comparison, Discrepancy, Family, Side, Source
from compare.model.audits import Alteration, Audit, Statement
from compare.model.twins import Stated, Twins
from compare.reports.added import added
from compare.reports.audits import VERDICTS
from compare.reports.beside import Beside
from compare.reports.blocks import FILL
from compare.reports.excerpts import Excerpts, Passage, excerpts, passage_of
from compare.reports.facts import shown_facts
from compare.reports.marking import differing
from compare.reports.readouts import FATES
from compare.reports.story import ranked
from compare.reports.words import MOST_FACTS

Sources = dict[str, Source]
QUOTATION = "quote"  # the kind of a difference whose values are sentences


def limited_story(
    comparison: Comparison, limit: int, first: Sequence[str] = (), facts: int | None = MOST_FACTS
) -> tuple[Comparison, Excerpts]:
    """A story with at most `limit` words of each article; the sections `first` are served first."""
    order = [*(name for name in _QUOTED if name in first), *_QUOTED]
    asked = (passage for name in order for passage in _QUOTED[name](comparison, facts))
    shown = excerpts(comparison.sources, asked, limit)
    return _story(comparison, shown), shown


def limited_cell(
    comparison: Comparison, limit: int, row: str, source: str
) -> tuple[Comparison, Excerpts]:
    """A story for the report of one cell: its proof first, then the paragraphs around it."""
    shown = excerpts(comparison.sources, _around(comparison, row, source), limit)
    return _story(comparison, shown), shown


def limited_twins(found: Twins, limit: int) -> tuple[Twins, Excerpts]:
    """Two official texts with at most `limit` words of each."""
    rows = [row for fate in FATES for row in found.rows if row.fate == fate]
    asked = [passage_of(e) for row in rows for e in (row.left, row.right) if e is not None]
    shown = excerpts((found.left, found.right), asked, limit)
    left, right = (shown.source(source) for source in (found.left, found.right))
    return Twins(left, right, tuple(_stated(row, shown) for row in found.rows)), shown


def limited_audit(audit: Audit, limit: int) -> tuple[Audit, Excerpts]:
    """An audit with at most `limit` words of the digest and of each source."""
    told = [one for verdict in VERDICTS for one in audit.statements if one.verdict == verdict]
    asked = [
        passage_of(proof)
        for one in told
        for proof in (one.place, *(proof for _, proof in one.proofs))
    ]
    shown = excerpts((audit.digest, *audit.sources), asked, limit)
    made = replace(
        audit,
        digest=shown.source(audit.digest),
        sources=tuple(map(shown.source, audit.sources)),
        statements=tuple(_statement(one, shown) for one in audit.statements),
    )
    return made, shown


def limited_sides(made: Beside, limit: int) -> tuple[Beside, Excerpts]:
    """Sources side by side with at most `limit` words of each."""
    known = {source.id: source for source in made.sources}
    found = [one for row in made.rows for one in row.differences]
    asked = [*_differing(found, known), *_paragraphs(made)]
    shown = excerpts(made.sources, asked, limit)
    rows = tuple(
        replace(row, differences=tuple(_difference(d, shown, known) for d in row.differences))
        for row in made.rows
    )
    return replace(made, sources=tuple(map(shown.source, made.sources)), rows=rows), shown


# what is quoted


def _paragraphs(made: Beside) -> Iterator[Passage]:
    for row in made.rows:
        for source, indexes in zip(made.sources, row.columns, strict=True):
            for index in indexes:
                yield _paragraph(source, index)


def _paragraph(source: Source, index: int) -> Passage:
    paragraph = source.article.paragraphs[index]
    return Passage(source.article.id, BODY, paragraph.start, paragraph.end)


def _known(comparison: Comparison) -> Sources:
    return {source.id: source for source in comparison.sources}


def _differing(found: Iterable[Discrepancy], known: Sources) -> Iterator[Passage]:
    """The words that differ, each in its source."""
    for one in found:
        yield from (_span(side, known[side.source]) for side in one.sides if side.source in known)


def _span(side: Side, source: Source) -> Passage:
    start, end = differing(side, source)
    if not side.span or start >= end:
        return _sentence(side, source)
    return Passage(source.article.id, side.part, start, end, whole=True)


def _sentence(side: Side, source: Source) -> Passage:
    """Where the quotation of a side stands."""
    text = source.article.part(side.part)
    at = text.find(side.quote, max(0, side.end - len(side.quote)))
    at = text.find(side.quote) if at < 0 else at
    start, end = (side.start, side.end) if at < 0 else (at, at + len(side.quote))
    return Passage(source.article.id, side.part, start, end)


def _differences(comparison: Comparison, _: int | None) -> Iterator[Passage]:
    known, found = _known(comparison), ranked(comparison)
    yield from _differing(found, known)
    for one in found:
        for side in one.sides:
            if side.source in known:
                yield _sentence(side, known[side.source])


def _facts(comparison: Comparison, most: int | None) -> Iterator[Passage]:
    """Values that are shown in the words of an article."""
    for fact in shown_facts(comparison, most):
        yield Passage(fact.article, fact.part, fact.start, fact.end, whole=True)


def _readout(comparison: Comparison, _: int | None) -> Iterator[Passage]:
    claims = {claim.id: claim for claim in comparison.claims}
    if comparison.readout is not None:
        for row in comparison.readout.rows:
            yield from _claim(claims[row.claim], _known(comparison))


def _added(comparison: Comparison, _: int | None) -> Iterator[Passage]:
    for one in added(comparison):
        yield from (passage_of(addition.proof) for addition in one.additions)


def _claims(comparison: Comparison, _: int | None) -> Iterator[Passage]:
    known = _known(comparison)
    for claim in comparison.claims:
        yield from _claim(claim, known)


def _claim(claim: Claim, known: Sources) -> Iterator[Passage]:
    """Where the words of a claim stand; nowhere where they are no article's."""
    if claim.place is not None:
        place = claim.place
        yield Passage(place.article, place.part, place.start, place.end)
    else:
        found = (_found(source, claim.text) for source in known.values())
        yield from islice(filter(None, found), 1)


def _copies(comparison: Comparison, _: int | None) -> Iterator[Passage]:
    known = _known(comparison)
    for family in comparison.families:
        for source, edits in family.edits.items():
            yield from (p for edit in edits if (p := _edit(family, source, edit, known)))


def _edit(family: Family, source: str, edit: str, known: Sources) -> Passage | None:
    """Where a line of what a copy added (+) or cut (-) stands."""
    teller = known.get(family.original if edit.startswith("- ") else source)
    return None if teller is None else _found(teller, edit[2:])


def _found(source: Source, words: str) -> Passage | None:
    at = source.article.text.find(words)
    return None if at < 0 else Passage(source.article.id, BODY, at, at + len(words))


def _evidence(comparison: Comparison, _: int | None) -> Iterator[Passage]:
    for claim in comparison.claims:
        for cell in claim.cells.values():
            yield from map(passage_of, cell.evidence)
            if cell.judged is not None and cell.judged.quote is not None:
                yield passage_of(cell.judged.quote)


def _nearest(comparison: Comparison, _: int | None) -> Iterator[Passage]:
    for claim in comparison.claims:
        for cell in claim.cells.values():
            if cell.nearest is not None:
                yield passage_of(cell.nearest)


def _around(comparison: Comparison, row: str, source: str) -> Iterator[Passage]:
    """The proofs of a cell, then its claim, then the paragraphs that stand with the proofs."""
    proofs = [*_proofs(comparison, row, source), *_values(comparison, row, source)]
    yield from proofs
    for claim in comparison.claims:
        if claim.id == row:
            yield from _claim(claim, _known(comparison))
    for teller in (one for one in comparison.sources if one.id == source):
        for passage in proofs:
            yield from _near(passage, teller)


def _near(passage: Passage, source: Source) -> Iterator[Passage]:
    """The whole of what a passage stands in: its paragraph and those beside it, or another part."""
    article = source.article
    if passage.part != BODY:
        yield Passage(article.id, passage.part, 0, len(article.part(passage.part)))
        return
    index = article.paragraph_at(passage.start)
    if index is not None:
        beside = (index, index - 1, index + 1)
        yield from (_paragraph(source, n) for n in beside if 0 <= n < len(article.paragraphs))


def _proofs(comparison: Comparison, row: str, source: str) -> Iterator[Passage]:
    for claim in comparison.claims:
        if claim.id == row and source in claim.cells:
            cell = claim.cells[source]
            said = cell.judged.quote if cell.judged else None
            yield from map(passage_of, filter(None, (*cell.evidence, said, cell.nearest)))


def _values(comparison: Comparison, row: str, source: str) -> Iterator[Passage]:
    known = _known(comparison)
    for fact_row in comparison.facts:
        if fact_row.id == row:
            for fact in fact_row.cells.get(source, ()):
                yield Passage(fact.article, fact.part, fact.start, fact.end)
    found = (one for one in comparison.discrepancies if one.id == row)
    for one in found:
        own = (side for side in one.sides if side.source == source)
        yield from _differing([replace(one, sides=tuple(own))], known)


# what is left of it


def _story(comparison: Comparison, shown: Excerpts) -> Comparison:
    known, found = _known(comparison), comparison.discrepancies
    return replace(
        comparison,
        sources=tuple(map(shown.source, comparison.sources)),
        claims=tuple(_shown_claim(claim, shown, known) for claim in comparison.claims),
        discrepancies=tuple(_difference(one, shown, known) for one in found),
        families=tuple(_family(family, shown, known) for family in comparison.families),
    )


def _shown_claim(claim: Claim, shown: Excerpts, known: Sources) -> Claim:
    cells = {source: _cell(cell, shown) for source, cell in claim.cells.items()}
    text, names = claim.text, {source.article.id: source.id for source in known.values()}
    for passage in _claim(claim, known):
        text = shown.words(passage, text, names.get(passage.article, ""))
    gloss = claim.gloss if text == claim.text else ()
    return replace(claim, text=text, cells=cells, gloss=gloss)


def _cell(cell: Cell, shown: Excerpts) -> Cell:
    judged = cell.judged
    if judged is not None and judged.quote is not None:
        judged = replace(judged, quote=shown.evidence(judged.quote))
    nearest = cell.nearest and shown.evidence(cell.nearest)
    evidence = tuple(map(shown.evidence, cell.evidence))
    return replace(cell, evidence=evidence, nearest=nearest, judged=judged)


def _difference(found: Discrepancy, shown: Excerpts, known: Sources) -> Discrepancy:
    """With what may be shown of its sides; of the note the rule, for it may hold quotations."""
    sides = tuple(
        _side(side, shown, known[side.source]) if side.source in known else side
        for side in found.sides
    )
    if sides == found.sides:
        return found
    return replace(found, sides=sides, note=found.note.partition(": ")[0])


def _side(side: Side, shown: Excerpts, source: Source) -> Side:
    span = _span(side, source)
    words = shown.articles[span.article].part(span.part)[span.start : span.end]
    quote = shown.words(_sentence(side, source), side.quote)
    return replace(side, quote=quote, span=words if span in shown.cut else side.span)


def _family(family: Family, shown: Excerpts, known: Sources) -> Family:
    edits = {
        source: tuple(_line(family, source, edit, shown, known) for edit in lines)
        for source, lines in family.edits.items()
    }
    return replace(family, edits=edits)


def _line(family: Family, source: str, edit: str, shown: Excerpts, known: Sources) -> str:
    passage = _edit(family, source, edit, known)
    return edit if passage is None else edit[:2] + shown.words(passage, edit[2:])


def _stated(row: Stated, shown: Excerpts) -> Stated:
    left, right = (side and shown.evidence(side) for side in (row.left, row.right))
    differing = tuple(
        (kind, _value(kind, one, shown), _value(kind, other, shown))
        for kind, one, other in row.differing
    )
    text = next((e.quote for e in (left, right) if e is not None), row.claim.text)
    claim = replace(row.claim, text=text)
    return replace(row, claim=claim, left=left, right=right, differing=differing)


def _value(kind: str, value: str, shown: Excerpts) -> str:
    """A value; of a quotation nothing where it may not be seen in its text either."""
    texts = (article.text for article in shown.articles.values())
    return value if kind != QUOTATION or any(value in text for text in texts) else FILL


def _statement(one: Statement, shown: Excerpts) -> Statement:
    return replace(
        one,
        place=shown.evidence(one.place),
        alterations=tuple(_alteration(change, shown) for change in one.alterations),
        proofs=tuple((source, shown.evidence(proof)) for source, proof in one.proofs),
    )


def _alteration(change: Alteration, shown: Excerpts) -> Alteration:
    said, told = (_value(change.kind, value, shown) for value in (change.said, change.told))
    return replace(change, said=said, told=told)


_QUOTED: dict[str, Callable[[Comparison, int | None], Iterator[Passage]]] = {
    "differences": _differences,
    "facts": _facts,
    "readout": _readout,
    "added": _added,
    "claims": _claims,
    "copies": _copies,
    "evidence": _evidence,
    "nearest": _nearest,
}
"""The sections of the report of a story that quote, in its order."""
