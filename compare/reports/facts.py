"""The key facts of a story: a table of values, facts × sources.

In: a `Comparison`, whose facts stand in their order (most shared and most contradicted first), and
how many of them are wanted. Out: rows that the terminal and the page show alike, and blocks. A sign
and not only a colour says where a value differs, and a reason stands with the fact, because a
column tells nothing about why. Where nothing says which source is the odd one, all are marked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from compare.model import Comparison, Fact, FactRow
from compare.model.facts import (
    CONTRARY,
    COUNT,
    EXPLAINED,
    LESS_EXACT,
    MONEY,
    SAME,
    SCORE,
    SHARE,
)
from compare.reports.blocks import Block, Column, Grid, Heading, Line, Text, Tone
from compare.reports.matrix import source_columns
from compare.reports.values import Naming, foreign, naming, own_words, value_of
from compare.reports.words import MOST_FACTS, language, said, say

ABSENT = "–"
SIGNS = {CONTRARY: "≠", EXPLAINED: "~", LESS_EXACT: "~"}
TONES: dict[str, Tone] = {CONTRARY: "bad", EXPLAINED: "half", LESS_EXACT: "half"}
LEGENDS = {CONTRARY: "fact.legend.conflict", EXPLAINED: "fact.legend.other"}
_PLAIN = (COUNT, MONEY, SHARE, SCORE)  # kinds whose values say by themselves what they are


@dataclass(frozen=True, slots=True)
class Given:
    """A cell: the value in words (in `language` where they are an article's own), its sign ("" for
    none), and the fact.
    """

    text: str
    language: str
    sign: str
    fact: Fact

    @property
    def signed(self) -> str:
        """The value behind its sign."""
        return say("fact.mark", mark=self.sign, value=self.text) if self.sign else self.text


@dataclass(frozen=True, slots=True)
class Row:
    """A fact with a cell for each source in their order, None where it is not given. `label` is in
    `language` where it is an article's own words; `kind` and `reason` may be empty.
    """

    id: str
    label: str
    language: str
    kind: str
    reason: str
    verdict: str
    cells: tuple[Given | None, ...]

    @property
    def head(self) -> str:
        """What it is a fact of: `signing · when`."""
        words = self.label
        if self.language:
            words = say("fact.words", words=words, language=self.language)
        return say("fact.head", label=words, kind=self.kind) if self.kind else words


def fact_rows(comparison: Comparison, most: int | None = MOST_FACTS) -> list[Row]:
    """The first `most` facts in words; all of them for None."""
    names = naming(comparison)
    order = [source.id for source in comparison.sources]
    return [_row(row, order, names) for row in comparison.facts[:most]]


def shown_facts(comparison: Comparison, most: int | None = MOST_FACTS) -> Iterator[Fact]:
    """The facts among them that are shown in the words of their article."""
    names = naming(comparison)
    for row in comparison.facts[:most]:
        for facts in filter(None, row.cells.values()):
            own = own_words(facts[0], names.articles)
            if own and own in value_of(facts[0], names).text:
                yield facts[0]


def fact_blocks(comparison: Comparison, most: int | None = MOST_FACTS) -> list[Block]:
    """The section `Key facts`; nothing without any."""
    rows = fact_rows(comparison, most)
    if not rows:
        return []
    sources = (replace(one, grow=True) for one in source_columns(comparison.sources))
    columns = (Column(""), Column(say("fact"), grow=True), *sources)
    grid = Grid(columns, tuple(map(_texts, rows)), keep=2, spaced=True)
    return [Heading(say("facts")), grid, *map(Line, closing(comparison, rows))]


def closing(comparison: Comparison, rows: list[Row]) -> Iterator[str]:
    """The lines below the table: what the signs in it mean, and how many facts are left out."""
    signs = {cell.sign for row in rows for cell in row.cells if cell}
    legends = [say(LEGENDS[v]) for v in LEGENDS if SIGNS[v] in signs]
    if legends:
        yield say("fact.legend.and").join([*legends, say("fact.legend.absent")])
    total = len(comparison.facts)
    if total > len(rows):
        slug = comparison.story.slug
        yield say("fact.more", n=total - len(rows), total=total, slug=slug)


def _row(row: FactRow, order: list[str], names: Naming) -> Row:
    label = row.labels.get(language(), "")
    own = "" if label or not foreign(row.language) else row.language
    kind = "" if row.kind in _PLAIN else said("fact_kind", row.kind)
    reason = "" if row.verdict == SAME or not row.reason else said("fact_reason", row.reason)
    cells = tuple(_given(row, source, names) for source in order)
    return Row(row.id, label or row.words, own, kind, reason, row.verdict, cells)


def _given(row: FactRow, source: str, names: Naming) -> Given | None:
    facts = row.cells.get(source, ())
    if not facts:
        return None
    words = value_of(facts[0], names)
    differs = source in row.odd or not row.odd
    sign = SIGNS.get(row.verdict, "") if differs else ""
    return Given(words.text, words.language, sign, facts[0])


def _texts(row: Row) -> tuple[Text, ...]:
    reason = f"\n{say('from', label=row.reason)}" if row.reason else ""
    cells = (
        Text(ABSENT, "faint")
        if cell is None
        else Text(cell.signed, TONES[row.verdict] if cell.sign else "", language=cell.language)
        for cell in row.cells
    )
    return Text(row.id, "strong"), Text(row.head + reason), *cells
