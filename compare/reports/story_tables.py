"""A story, and a list of stories, as the sheets of a workbook.

In: a `Comparison`, or stories. Out: tables: who says what first, because that is what is sorted and
filtered, then the findings, then what is known of the sources. A status has its own column beside
the words that prove it; an unclear cell shows the nearest sentence and says that it is no proof.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.model import (
    UNCLEAR,
    Article,
    Cell,
    Claim,
    Comparison,
    Discrepancy,
    Evidence,
    Side,
    Source,
    Story,
)
from compare.model.facts import DATE, EXACT
from compare.reports.added import added
from compare.reports.facts import Given, fact_rows
from compare.reports.gloss import gloss_words
from compare.reports.matrix import judging_lines, part_words, where_words
from compare.reports.story import days_line, listed_outlets, ranked, remarks_of, shown_of
from compare.reports.tables import (
    NUMBER,
    TEXT,
    WORD,
    Share,
    Table,
    Value,
    day_of,
    link,
    moment,
    table,
)
from compare.reports.values import value_words
from compare.reports.words import (
    language_name,
    name_words,
    note_words,
    origin_words,
    said,
    say,
)

OTHER = "–"


def story_tables(comparison: Comparison, facts: int | None = None) -> list[Table]:
    """The sheets of a story; what it does not have has none. All key facts for None."""
    made = (
        _claims(comparison),
        _differences(comparison),
        _facts(comparison, facts),
        _readout(comparison),
        _added(comparison),
        _voices(comparison),
        _wording(comparison),
        _copies(comparison),
    )
    return [*(one for one in made if one.rows), _sources(comparison)]


def _claims(comparison: Comparison) -> Table:
    heads = [(say("page.number"), NUMBER), (say("claim"), TEXT), (say("table.origin"), WORD)]
    if _glossed(comparison):
        heads.append((say("gloss"), TEXT // 2))
    for source in comparison.sources:
        heads += [(source.id, WORD), (say("table.words", source=source.id), TEXT)]
    judging = comparison.judging
    lines = list(judging_lines(judging)) if judging else []
    return table(
        say("claims"),
        heads,
        (_claim(comparison, claim) for claim in comparison.claims),
        keep=2,
        lines=[say("table.nearest.legend"), *lines],
    )


def _claim(comparison: Comparison, claim: Claim) -> Iterator[Value]:
    yield from (claim.id, claim.text, origin_words(claim, comparison))
    if _glossed(comparison):
        yield gloss_words(claim, comparison)
    for source in comparison.sources:
        cell = claim.cells[source.id]
        yield said("status", cell.status)
        yield "\n".join(_words(cell))


def _glossed(comparison: Comparison) -> bool:
    """Is there a gloss of any claim?"""
    return any(claim.gloss for claim in comparison.claims)


def _words(cell: Cell) -> Iterator[str]:
    """What proves a cell, why it may be absent, the nearest sentence, and what a model says."""
    yield from map(_placed, cell.evidence)
    yield from (said("reason", reason) for reason in cell.reasons)
    if cell.status == UNCLEAR and cell.nearest is not None:
        yield say("table.nearest", words=_placed(cell.nearest))
    if cell.judged is not None:
        verdict = said("judged", cell.judged.verdict)
        words = "" if cell.judged.quote is None else _placed(cell.judged.quote)
        yield say("table.judged", model=cell.judged.model, verdict=verdict, words=words)


def _placed(words: Evidence) -> str:
    return say("readouts.words", where=where_words(words), quote=words.quote)


def _differences(comparison: Comparison) -> Table:
    heads = (
        (say("page.number"), NUMBER),
        (say("table.kind"), WORD),
        (say("table.severity"), WORD),
        (say("source"), WORD),
        (say("table.value"), WORD),
        (say("table.span"), WORD),
        (say("table.where"), NUMBER),
        (say("table.sentence"), TEXT),
        (say("claims"), WORD),
        (say("table.note"), TEXT),
    )
    known = {source.id: source for source in comparison.sources}
    rows = (
        _side(found, side, known.get(side.source))
        for found in ranked(comparison)
        for side in found.sides
    )
    return table(say("discrepancies"), heads, rows)


def _side(found: Discrepancy, side: Side, source: Source | None) -> tuple[Value, ...]:
    paragraph = source.article.paragraph_at(side.start) if source and side.part == "body" else None
    return (
        found.id,
        said("kind", found.kind),
        said("severity", found.severity),
        side.source,
        day_of(side.value) or value_words(side),
        side.span,
        part_words(side.part, paragraph),
        side.quote,
        ", ".join(found.claims),
        note_words(found),
    )


def _facts(comparison: Comparison, most: int | None) -> Table:
    rows = fact_rows(comparison, most)
    heads = [(say("page.number"), NUMBER), (say("fact"), TEXT // 2), (say("table.verdict"), WORD)]
    heads += [(say("table.odd"), WORD), (say("table.reason"), WORD * 2)]
    heads += [(source.id, WORD) for source in comparison.sources]
    made = (
        (
            row.id,
            row.head,
            said("fact_verdict", row.verdict),
            ", ".join(fact.odd),
            row.reason,
            *map(_given, row.cells),
        )
        for row, fact in zip(rows, comparison.facts, strict=False)
    )
    return table(say("facts"), heads, made, keep=2, lines=[say("fact.legend.absent")])


def _given(cell: Given | None) -> Value:
    """The value: a day where it is exactly one, else in words."""
    if cell is None:
        return OTHER
    fact = cell.fact
    exact = fact.kind == DATE and fact.value.precision == EXACT and not fact.negated
    return (day_of(fact.value.text) if exact else None) or cell.text


def _readout(comparison: Comparison) -> Table:
    readout = comparison.readout
    heads = [
        (say("page.number"), NUMBER),
        (say("claim"), TEXT),
        *((s.id, WORD) for s in comparison.sources),
    ]
    if readout is None:
        return table(say("page.readout"), heads, ())
    claims = {claim.id: claim for claim in comparison.claims}
    rows = (
        (
            row.claim,
            claims[row.claim].text,
            *(
                said("verdict", row.verdicts[s.id]) if s.id in row.verdicts else OTHER
                for s in comparison.sources
            ),
        )
        for row in readout.rows
    )
    title = say("readout", label=readout.label, source=readout.reference)
    lines = [title, say("readout.legend")]
    return table(say("page.readout"), heads, rows, keep=2, lines=lines)


def _added(comparison: Comparison) -> Table:
    heads = (
        (say("source"), WORD),
        (say("claim"), NUMBER),
        (say("table.origin"), WORD),
        (say("table.where"), NUMBER),
        (say("table.sentence"), TEXT),
    )
    rows = (
        (one.source.id, a.claim.id, said("origin", kind), where_words(a.proof), a.proof.quote)
        for one in added(comparison)
        for kind, group in one.groups
        for a in group
    )
    return table(say("added"), heads, rows)


def _voices(comparison: Comparison) -> Table:
    heads = (
        (say("source"), WORD),
        (say("speaker"), TEXT // 2),
        (say("direct"), NUMBER),
        (say("indirect"), NUMBER),
    )
    rows = (
        (v.source, name_words(v.speaker, comparison), Share(v.direct), Share(v.indirect))
        for v in comparison.voices
    )
    return table(say("voices"), heads, rows)


def _wording(comparison: Comparison) -> Table:
    heads = ((say("entity"), WORD * 2), (say("source"), WORD), (say("labels"), TEXT))
    rows = (
        (name_words(wording.entity, comparison), source.id, ", ".join(wording.labels[source.id]))
        for wording in comparison.wording
        for source in comparison.sources
        if source.id in wording.labels
    )
    return table(say("wording"), heads, rows)


def _copies(comparison: Comparison) -> Table:
    heads = ((say("families"), TEXT), (say("source"), WORD), (say("table.edits"), TEXT))
    rows = (
        (
            say(f"family.{one.kind}", sources=", ".join(one.sources), original=one.original),
            source,
            "\n".join(one.edits.get(source, ())),
        )
        for one in comparison.families
        for source in one.sources
    )
    return table(say("table.copies"), heads, rows)


def _sources(comparison: Comparison) -> Table:
    story, by = comparison.story, comparison.made_by
    made = say("made_by", version=by.version, model=by.model, options=by.options)
    lines = [
        story.title,
        days_line(story, len(comparison.sources)),
        *shown_of(comparison),
        *(said("note", note) for note in comparison.notes),
        made if by.version else "",
    ]
    return source_table(comparison.sources, lines)


def source_table(sources: Sequence[Source], lines: Sequence[str] = ()) -> Table:
    """What is known of each source, with the address of its article."""
    heads = ((say("source"), WORD), *_article_heads(), (say("remark"), TEXT // 2))
    rows = ((source.id, *_known(source.article), remarks_of(source)) for source in sources)
    return table(say("sources"), heads, rows, lines=lines)


def listing_tables(stories: Sequence[Story]) -> list[Table]:
    """The stories, and their articles."""
    heads = (
        (say("story"), WORD * 2),
        (say("table.first"), WORD),
        (say("table.last"), WORD),
        (say("title"), TEXT),
        (say("outlets"), TEXT),
    )
    rows = ((s.slug, s.start, s.end, s.title, listed_outlets(s)) for s in stories)
    of_articles = ((say("story"), WORD * 2), *_article_heads())
    articles = ((s.slug, *_known(a)) for s in stories for a in s.articles)
    return [
        table(say("stories"), heads, rows),
        table(say("table.articles"), of_articles, articles),
    ]


def _article_heads() -> tuple[tuple[str, int], ...]:
    return (
        (say("outlet"), WORD),
        (say("title"), TEXT),
        (say("published"), WORD),
        (say("table.zone"), NUMBER),
        (say("language"), WORD),
        (say("table.address"), TEXT),
    )


def _known(article: Article) -> tuple[Value, ...]:
    """What is known of an article, and the way to it."""
    language = language_name(article.language)
    return article.outlet_name, article.title, *moment(article), language, link(article)
