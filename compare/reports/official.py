"""An official text against the outlets, and what the outlets added to it.

In: a `Comparison`, with or without a readout. Out: blocks. Without a readout the second part
lists what only one source says; with one, what each source has beyond it, by whose words.
"""

from __future__ import annotations

from compare.model import Comparison, Readout
from compare.reports.blocks import Block, Column, Grid, Heading, Item, Items, Line, Quote, Text
from compare.reports.matrix import TONES, counted, only_here, source_columns
from compare.reports.words import MARKS, said, say

KINDS = ("readout", "remarks", "media", "outlet")


def readout_blocks(comparison: Comparison) -> list[Block]:
    """The readout's claims with a verdict for every source; nothing without a readout."""
    readout = comparison.readout
    if readout is None or not readout.rows:
        return []
    title = say("readout", label=readout.label, source=readout.reference)
    return [Heading(title), _grid(comparison, readout), Line(say("readout.legend"))]


def added_blocks(comparison: Comparison) -> list[Block]:
    """What each counted source adds, grouped by origin; nothing when nobody adds anything."""
    counted_ids = [source.id for source in comparison.sources if counted(source)]
    if len(counted_ids) < 2:
        return []
    readout = comparison.readout
    added = only_here(comparison) if readout is None else readout.added
    items = [item for key in counted_ids for item in _added(comparison, key, added.get(key, ()))]
    title = say("added.only") if readout is None else say("added")
    return [Heading(title), Items(tuple(items))] if items else []


def _grid(comparison: Comparison, readout: Readout) -> Grid:
    texts = {claim.id: claim.text for claim in comparison.claims}
    columns = (Column(""), Column(say("claim"), grow=True), *source_columns(comparison.sources))
    rows = tuple(
        (
            Text(row.claim, "strong"),
            Text(texts[row.claim]),
            *(_verdict(row.verdicts.get(source.id)) for source in comparison.sources),
        )
        for row in readout.rows
    )
    return Grid(columns, rows, keep=2, spaced=True)


def _verdict(verdict: str | None) -> Text:
    if verdict is None:
        return Text("")
    return Text(MARKS[verdict], TONES[verdict])


def _added(comparison: Comparison, source: str, claims: tuple[str, ...]) -> list[Item]:
    rows = [claim for claim in comparison.claims if claim.id in claims]
    items = []
    for kind in KINDS:
        quotes = tuple(Quote(claim.id, claim.text) for claim in rows if claim.origin.kind == kind)
        if quotes:
            line = say("added.line", source=source, kind=said("origin", kind))
            items.append(Item(line, quotes))
    return items
