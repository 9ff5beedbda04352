"""Below the matrix: discrepancies, wording, copies, voices and notes.

In: a `Comparison`. Out: blocks; a section without content is left out. Discrepancies stand with
the gravest first and show every side's sentence, the differing span marked.
"""

from __future__ import annotations

from compare.model import Claim, Comparison, Discrepancy, Side
from compare.reports.blocks import Block, Column, Grid, Heading, Item, Items, Quote, Text, Tone
from compare.reports.matrix import where_words
from compare.reports.words import name_words, note_words, percent, said, say, value_words

SEVERITIES = ("conflict", "shift", "wording", "compatible")
SEVERITY_TONES: dict[str, Tone] = {"conflict": "bad", "shift": "half", "compatible": "faint"}


def finding_blocks(comparison: Comparison) -> list[Block]:
    """Every section that has something to say, in order."""
    return [
        *_discrepancies(comparison),
        *_wording(comparison),
        *_families(comparison),
        *_voices(comparison),
        *_notes(comparison),
    ]


def evidence_blocks(comparison: Comparison) -> list[Block]:
    """The sentences behind every cell that carries its claim, claim by claim."""
    items = tuple(
        Item(say("evidence.claim", claim=claim.id, text=claim.text), _quotes(comparison, claim))
        for claim in comparison.claims
    )
    return [Heading(say("evidence")), Items(items)] if items else []


def side_quote(side: Side) -> Quote:
    """A side's sentence with its span marked; the value beside the source when there is one."""
    value = value_words(side)
    label = side.source if value is None else say("side", source=side.source, value=value)
    at = side.quote.find(side.span) if side.span else -1
    if at < 0:
        return Quote(label, side.quote)
    end = at + len(side.span)
    return Quote(label, side.span, side.quote[:at], side.quote[end:], marked=True)


def _quotes(comparison: Comparison, claim: Claim) -> tuple[Quote, ...]:
    return tuple(
        Quote(
            say(
                "evidence.quote",
                source=source.id,
                status=said("status", claim.cells[source.id].status),
                where=where_words(evidence),
            ),
            evidence.quote,
        )
        for source in comparison.sources
        for evidence in claim.cells[source.id].evidence
    )


def ranked(comparison: Comparison) -> list[Discrepancy]:
    """The discrepancies, the gravest first."""
    return sorted(comparison.discrepancies, key=lambda found: SEVERITIES.index(found.severity))


def _discrepancies(comparison: Comparison) -> list[Block]:
    if not comparison.discrepancies:
        return []
    items = tuple(map(_discrepancy, ranked(comparison)))
    return [Heading(say("discrepancies")), Items(items)]


def _discrepancy(found: Discrepancy) -> Item:
    text = say(
        "discrepancy" if found.claims else "discrepancy.loose",
        id=found.id,
        kind=said("kind", found.kind),
        severity=said("severity", found.severity),
        claims=", ".join(found.claims),
        note=note_words(found),
    )
    return Item(text, tuple(map(side_quote, found.sides)), SEVERITY_TONES.get(found.severity, ""))


def _wording(comparison: Comparison) -> list[Block]:
    rows = tuple(
        (
            Text(name_words(wording.entity, comparison) if number == 0 else ""),
            Text(source.id),
            Text(", ".join(wording.labels[source.id])),
        )
        for wording in comparison.wording
        for number, source in enumerate(s for s in comparison.sources if s.id in wording.labels)
    )
    columns = (
        Column(say("entity"), grow=True),
        Column(say("source")),
        Column(say("labels"), grow=True),
    )
    return [Heading(say("wording")), Grid(columns, rows)] if rows else []


def _families(comparison: Comparison) -> list[Block]:
    items = []
    for family in comparison.families:
        text = say(
            f"family.{family.kind}", sources=", ".join(family.sources), original=family.original
        )
        quotes = tuple(
            Quote(say("edit", source=source), edit)
            for source in family.sources
            for edit in family.edits.get(source, ())
        )
        items.append(Item(text, quotes))
    return [Heading(say("families")), Items(tuple(items))] if items else []


def _voices(comparison: Comparison) -> list[Block]:
    rows = tuple(
        (
            Text(voice.source),
            Text(name_words(voice.speaker, comparison)),
            Text(percent(voice.direct)),
            Text(percent(voice.indirect)),
        )
        for voice in comparison.voices
    )
    columns = (
        Column(say("source")),
        Column(say("speaker"), grow=True),
        Column(say("direct")),
        Column(say("indirect")),
    )
    return [Heading(say("voices")), Grid(columns, rows)] if rows else []


def _notes(comparison: Comparison) -> list[Block]:
    if not comparison.notes:
        return []
    return [
        Heading(say("notes")),
        Items(tuple(Item(said("note", note)) for note in comparison.notes)),
    ]
