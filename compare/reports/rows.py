"""CSV by RFC 4180: a header line, CR LF line ends, UTF-8 without a byte-order mark.

In: the same values as the other reports. Out: one string. Quotes are exact and never changed, so
that a quote which begins with =, +, - or @ stays so. For a spreadsheet, which would compute it,
`for_spreadsheet` writes the table anew.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from compare.model import Cell, Claim, Comparison, Found, Inspection, Source, Story
from compare.reports.assemble import iso, rounded
from compare.reports.beside import Beside, Row
from compare.reports.sides import row_kind

Value = str | int | float | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
STORY = [
    "claim_id",
    "claim",
    "origin",
    "source",
    "status",
    "score",
    "confidence",
    "quote",
    "part",
    "start",
    "end",
    "speaker",
    "mode",
    "reasons",
    "nearest",
]
JUDGED = ["judge", "judge_verdict", "judge_quote", "judge_part", "judge_start", "judge_end"]
STORIES = [
    "story",
    "title",
    "start",
    "end",
    "article",
    "outlet",
    "published",
    "language",
    "headline",
    "file",
]
DIFF = ["row", "kind", "score", "left", "right", "left_text", "right_text"]
MENTIONS = [
    "article",
    "part",
    "start",
    "end",
    "text",
    "type",
    "entity",
    "evidence",
    "value",
    "foreign",
]
PARAGRAPHS = ["article", "paragraph", "start", "end", "language", "text"]
FIND = [
    "article",
    "outlet",
    "published",
    "carried",
    "score",
    "quote",
    "part",
    "start",
    "end",
    "paragraph",
]


def story_csv(comparison: Comparison) -> str:
    """One line per claim × source; further evidence of a cell stands only in the JSON. What a model
    says has columns of its own, where one was asked.
    """
    asked = comparison.judging is not None
    return csv_text(
        [*STORY, *JUDGED] if asked else STORY,
        (
            [*_cell(claim, source), *(_judged(claim.cells[source.id]) if asked else ())]
            for claim in comparison.claims
            for source in comparison.sources
        ),
    )


def stories_csv(stories: Iterable[Story]) -> str:
    """One line per article of every story."""
    return csv_text(
        STORIES,
        (
            [
                story.slug,
                story.title,
                iso(story.start),
                iso(story.end),
                a.id,
                a.outlet_name,
                iso(a.published),
                a.language,
                a.title,
                a.file,
            ]
            for story in stories
            for a in story.articles
        ),
    )


def diff_csv(made: Beside) -> str:
    """One line per row; paragraph indexes count from 0 and are joined by spaces. A third source has
    columns of its own.
    """
    third = ["third", "third_text"] if len(made.sources) > 2 else []
    return csv_text((*DIFF, *third), (_side_row(made, n, row) for n, row in enumerate(made.rows)))


def _side_row(made: Beside, number: int, row: Row) -> list[Value]:
    indexes = [" ".join(map(str, held)) for held in row.columns]
    texts = [_text(*one) for one in zip(made.sources, row.columns, strict=True)]
    third = [indexes[2], texts[2]] if len(made.sources) > 2 else []
    head: list[Value] = [number, row_kind(row), rounded(row.score)]
    return [*head, *indexes[:2], *texts[:2], *third]


def article_csv(readings: Iterable[Inspection], *, entities: bool) -> str:
    """One line per mention with `entities`, else one per paragraph."""
    if entities:
        return csv_text(MENTIONS, (line for reading in readings for line in _mentions(reading)))
    return csv_text(PARAGRAPHS, (line for reading in readings for line in _paragraphs(reading)))


def find_csv(found: Iterable[Found]) -> str:
    """One line per evidence, or per nearest sentence where `carried` is no."""
    return csv_text(FIND, (line for entry in found for line in _found(entry)))


def csv_text(header: Sequence[str], lines: Iterable[Sequence[Value]]) -> str:
    """A table by RFC 4180."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(lines)
    return out.getvalue()


def for_spreadsheet(text: str) -> str:
    """The table with the mark of UTF-8 before it and every cell `tame`."""
    lines = csv.reader(io.StringIO(text, newline=""))
    header = next(lines)
    return "\ufeff" + csv_text(header, ([tame(value) for value in line] for line in lines))


def tame(value: str) -> str:
    """A cell that a spreadsheet would take for a formula with an apostrophe before it, which says
    that it is text (https://owasp.org/www-community/attacks/CSV_Injection); a number is none.
    """
    return f"'{value}" if value.startswith(_FORMULA) and not _NUMBER.fullmatch(value) else value


def _cell(claim: Claim, source: Source) -> list[Value]:
    cell = claim.cells[source.id]
    best = cell.evidence[0] if cell.evidence else None
    said = cell.attribution
    return [
        claim.id,
        claim.text,
        claim.origin.kind,
        source.id,
        cell.status,
        rounded(cell.score),
        None if cell.confidence is None else rounded(cell.confidence),
        *([best.quote, best.part, best.start, best.end] if best else [None] * 4),
        None if said is None else said.said_by,
        None if said is None else said.mode,
        " ".join(cell.reasons),
        None if cell.nearest is None else cell.nearest.quote,
    ]


def _judged(cell: Cell) -> list[Value]:
    said = cell.judged
    if said is None:
        return [None] * len(JUDGED)
    quote = said.quote
    place = [quote.quote, quote.part, quote.start, quote.end] if quote else [None] * 4
    return [said.model, said.verdict, *place]


def _text(source: Source, indexes: Sequence[int]) -> str:
    paragraphs = [source.article.paragraphs[index] for index in indexes]
    return "\n\n".join(source.article.text[p.start : p.end] for p in paragraphs)


def _mentions(reading: Inspection) -> Iterator[list[Value]]:
    for m in reading.mentions:
        span: list[Value] = [reading.article.id, m.part, m.start, m.end, m.text]
        yield [*span, m.type, m.entity, m.evidence, m.value, "yes" if m.foreign else "no"]


def _paragraphs(reading: Inspection) -> Iterator[list[Value]]:
    article = reading.article
    for index, p in enumerate(article.paragraphs):
        yield [article.id, index, p.start, p.end, p.language, article.text[p.start : p.end]]


def _found(entry: Found) -> Iterator[list[Value]]:
    article = entry.article
    nearest = () if entry.nearest is None else (entry.nearest,)
    for e in entry.evidence or nearest:
        carried = "yes" if entry.evidence else "no"
        head: list[Value] = [article.id, article.outlet_name, iso(article.published), carried]
        yield [*head, rounded(e.score), e.quote, e.part, e.start, e.end, e.paragraph]
