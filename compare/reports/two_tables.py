"""Texts held against each other, as sheets of a workbook: readouts, audits, sources side by side.

In: twins, an audit, sources side by side. Out: tables in the order of the report, with a verdict in
a column of its own, and what is known of the sources on a sheet behind.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Evidence
from compare.model.audits import Audit, Statement
from compare.model.twins import Stated, Twins
from compare.reports.audits import VERDICTS
from compare.reports.beside import Beside
from compare.reports.matrix import where_words
from compare.reports.readouts import FATES
from compare.reports.sides import row_words, side_words
from compare.reports.story_tables import OTHER, source_table
from compare.reports.tables import NUMBER, TEXT, WORD, Table, Value, table
from compare.reports.words import said, say


def readout_tables(found: Twins) -> list[Table]:
    """A row a statement, what differs first."""
    names = {"left": found.left.id, "right": found.right.id}
    heads = [(say("page.number"), NUMBER), (say("table.fate"), WORD)]
    for name in names.values():
        heads += [(say("table.where"), NUMBER), (name, TEXT)]
    rows = (
        (
            row.claim.id,
            say(f"readouts.{fate}", **names),
            *_placed(row.left),
            *_placed(row.right),
            _differing(row),
        )
        for fate in FATES
        for row in found.rows
        if row.fate == fate
    )
    heads.append((say("table.differing"), WORD * 2))
    name = say("readouts", **names)
    return [table(name, heads, rows, keep=2), source_table((found.left, found.right))]


def _differing(row: Stated) -> str:
    return "\n".join(f"{said('kind', kind)}: {a} ≠ {b}" for kind, a, b in row.differing)


def _placed(words: Evidence | None) -> tuple[Value, Value]:
    return (OTHER, None) if words is None else (where_words(words), words.quote)


def audit_tables(audit: Audit) -> list[Table]:
    """A row for each passage of a source that proves a statement or comes nearest."""
    heads = (
        (say("page.number"), NUMBER),
        (say("table.verdict"), WORD),
        (say("table.where"), NUMBER),
        (say("table.statement"), TEXT),
        (say("table.differing"), TEXT // 2),
        (say("source"), WORD),
        (say("table.where"), NUMBER),
        (say("table.sentence"), TEXT),
    )
    numbered = list(enumerate(audit.statements, 1))
    rows = (
        row
        for verdict in VERDICTS
        for number, one in numbered
        if one.verdict == verdict
        for row in _statement(number, one)
    )
    first = table(say("table.statements"), heads, rows, keep=2)
    return [first, source_table((audit.digest, *audit.sources))]


def _statement(number: int, one: Statement) -> Iterator[tuple[Value, ...]]:
    changes = "\n".join(
        say("audit.made_up", kind=said("kind", a.kind), said=a.said)
        if a.source is None
        else say(
            "audit.altered", kind=said("kind", a.kind), said=a.said, told=a.told, source=a.source
        )
        for a in one.alterations
    )
    head: tuple[Value, ...] = (
        number,
        said("audited", one.verdict),
        where_words(one.place),
        one.place.quote,
        changes,
    )
    for source, proof in one.proofs:
        yield (*head, source, where_words(proof), proof.quote)
    if not one.proofs:
        yield (*head, None, None, None)


def side_tables(made: Beside) -> list[Table]:
    """A row for the paragraphs that stand together."""
    names = [source.id for source in made.sources]
    heads = [
        (say("page.number"), NUMBER),
        (say("table.fate"), WORD),
        *((name, TEXT) for name in names),
    ]
    rows: Iterator[tuple[Value, ...]] = (
        (
            number,
            row_words(row, names),
            *(side_words(made, row, column) for column in range(len(names))),
        )
        for number, row in enumerate(made.rows, 1)
    )
    title = say("diff", names=say("list").join(names))
    return [
        table(title, heads, rows, keep=2, lines=[say("diff.legend")]),
        source_table(made.sources),
    ]
