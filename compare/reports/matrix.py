"""Claims × sources: the grid, its legend, one line of counts per source; an official text against
the sources.

In: a `Comparison`. Out: blocks. A mark says the status without colour; beside it stands where the
best evidence is, so that a reader can find it without --explain. Reprints count as one voice and
a summary counts as none when we say what stands only in one source. What a model says that the
user brought stands in ‹ › behind our mark, with a legend of its own, and counts nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from compare.model import (
    ABSENT,
    CANNOT_TELL,
    CARRIED,
    UNCLEAR,
    Cell,
    Claim,
    Comparison,
    Evidence,
    Judging,
    Readout,
    Source,
)
from compare.reports.blocks import (
    Block,
    Column,
    Grid,
    Heading,
    Item,
    Items,
    Line,
    Text,
    Tone,
)
from compare.reports.gloss import gloss_line
from compare.reports.words import MARKS, origin_words, said, say

KINDS = ("readout", "remarks", "media", "outlet", "unknown")
TONES: dict[str, Tone] = {
    "included": "good",
    "partial": "half",
    "conflicts": "bad",
    "unclear": "doubt",
    "absent": "faint",
    "kept": "good",
    "softened": "half",
    "contradicted": "bad",
    "dropped": "faint",
}


def claim_blocks(comparison: Comparison) -> list[Block]:
    """The section `Claims by source`."""
    if not comparison.claims:
        return [Heading(say("claims")), Line(say("no_claims"))]
    first = comparison.claims[0]
    blocks: list[Block] = [
        Heading(say("claims")),
        _grid(comparison),
        Line(say("legend")),
        *judging_blocks(comparison),
        Items(tuple(Item(line) for line in _summaries(comparison))),
    ]
    reasons = tuple(Item(line) for line in _reasons(comparison))
    if reasons:
        blocks.append(Items(reasons))
    blocks.append(Line(say("proof", claim=first.id, source=comparison.sources[0].id), "faint"))
    return blocks


def judging_blocks(comparison: Comparison) -> list[Block]:
    """What the marks of a model mean, and how it was asked; nothing where none was."""
    found = comparison.judging
    if found is None:
        return []
    legend = Line(say("judging.legend", model=found.model))
    return [legend, Items(tuple(map(Item, judging_lines(found))))]


def judging_lines(found: Judging) -> Iterator[str]:
    """How a model was asked, and how many of its answers were not taken, and why."""
    yield say("judging.told", model=found.model, n=found.told, unsure=found.unsure)
    for reason, n in found.void.items():
        yield say("judging.void", n=n, reason=said("void", reason))
    if found.unanswered:
        yield say("judging.unanswered", n=found.unanswered)
    if found.unasked:
        yield say("judging.unasked", n=found.unasked)


def source_columns(sources: tuple[Source, ...]) -> tuple[Column, ...]:
    """One column a source: its id, or a letter where the width is short."""
    return tuple(Column(s.id, short=letter(number)) for number, s in enumerate(sources))


def letter(number: int) -> str:
    """A, B, … Z, AA, AB, … for column `number` from 0."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def where_words(evidence: Evidence) -> str:
    """`¶2` (counted from 1) in the body, else the name of the part."""
    return part_words(evidence.part, evidence.paragraph)


def part_words(part: str, paragraph: int | None) -> str:
    """The same for a part and the index of a paragraph from 0, None outside the body."""
    return said("part", part) if paragraph is None else say("paragraph", n=paragraph + 1)


def only_here(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    """Source id -> claims that it carries and every other voice lacks; what is unclear elsewhere is
    not said to be missing there.
    """
    voices = voices_of(comparison)
    found: dict[str, list[str]] = {source: [] for source in voices}
    for claim in comparison.claims:
        having = {voices[s] for s in voices if claim.cells[s].status != ABSENT}
        if len(having) == 1 and any(claim.cells[s].status in CARRIED for s in voices):
            found.setdefault(having.pop(), []).append(claim.id)
    return {source: tuple(claims) for source, claims in found.items()}


def voices_of(comparison: Comparison) -> dict[str, str]:
    """Source id -> whose voice it is, of those that count; a copy has that of the original."""
    return {s.id: s.copy_of or s.id for s in comparison.sources if counted(s)}


def counted(source: Source) -> bool:
    """False for a summary, which carries other outlets' claims and adds no voice."""
    return source.article.kind != "summary"


def _grid(comparison: Comparison) -> Grid:
    columns = (Column(""), Column(say("claim"), grow=True), *source_columns(comparison.sources))
    rows = tuple(
        (
            Text(claim.id, "strong"),
            Text(_row(claim, comparison, say("from", label=origin_words(claim, comparison)))),
            *(_cell(claim.cells[source.id]) for source in comparison.sources),
        )
        for claim in comparison.claims
    )
    return Grid(columns, rows, keep=2, spaced=True)


def _row(claim: Claim, comparison: Comparison, *below: str) -> str:
    """The claim, whose words it is, and its gloss, a line each."""
    return "\n".join(filter(None, (claim.text, *below, gloss_line(claim, comparison))))


def _cell(cell: Cell) -> Text:
    mark = MARKS[cell.status]
    tone = TONES[cell.status]
    if cell.evidence:
        where = where_words(cell.evidence[0])
        text = Text(say("in_part", mark=mark, part=where), tone, short=mark)
    else:
        text = Text(mark + ("*" if cell.reasons else ""), tone)
    if cell.judged is None or cell.judged.verdict == CANNOT_TELL:
        return text
    theirs = say("judged.mark", mark=MARKS[cell.judged.verdict])
    short = f"{text.short or text.text}{theirs}"
    return replace(text, text=f"{text.text} {theirs}", short=short)


def _summaries(comparison: Comparison) -> Iterator[str]:
    only = only_here(comparison)
    for source in comparison.sources:
        statuses = [claim.cells[source.id].status for claim in comparison.claims]
        unclear = statuses.count(UNCLEAR)
        key = "summary" if counted(source) else "summary.digest"
        yield say(
            f"{key}.unclear" if unclear else key,
            source=source.id,
            carried=sum(status in CARRIED for status in statuses),
            total=len(statuses),
            n=unclear,
            only=_only(only.get(source.id, ())),
        )


def _only(claims: tuple[str, ...]) -> str:
    if not claims:
        return say("only.none")
    return say("only", n=len(claims), claims=", ".join(claims))


def _reasons(comparison: Comparison) -> Iterator[str]:
    for source in comparison.sources:
        groups: dict[str, list[str]] = {}
        for claim in comparison.claims:
            for reason in claim.cells[source.id].reasons:
                groups.setdefault(reason, []).append(claim.id)
        for reason, claims in groups.items():
            words = said("reason", reason)
            yield say("reason.line", source=source.id, reason=words, claims=", ".join(claims))


def readout_blocks(comparison: Comparison) -> list[Block]:
    """The readout's claims with a verdict for every source; nothing without a readout."""
    readout = comparison.readout
    if readout is None or not readout.rows:
        return []
    title = say("readout", label=readout.label, source=readout.reference)
    return [Heading(title), _verdicts(comparison, readout), Line(say("readout.legend"))]


def _verdicts(comparison: Comparison, readout: Readout) -> Grid:
    claims = {claim.id: claim for claim in comparison.claims}
    columns = (Column(""), Column(say("claim"), grow=True), *source_columns(comparison.sources))
    rows = tuple(
        (
            Text(row.claim, "strong"),
            Text(_row(claims[row.claim], comparison)),
            *(
                _verdict(row.verdicts.get(source.id), claims[row.claim].cells[source.id])
                for source in comparison.sources
            ),
        )
        for row in readout.rows
    )
    return Grid(columns, rows, keep=2, spaced=True)


def _verdict(verdict: str | None, cell: Cell) -> Text:
    if verdict is None:
        return Text("")
    return Text(MARKS[verdict] + ("*" if cell.reasons else ""), TONES[verdict])
