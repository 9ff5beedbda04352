"""Two sources side by side, paragraph by paragraph.

In: two sources and the rows that pair their paragraphs. Out: blocks. A row is marked when one
side leaves it out or adds it; inside a paired row, a sentence that no link touches is bracketed
as `wdiff` does, because a shared paragraph may still drop a sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare.model import BODY, Article, Bead, Document, Sentence, Source
from compare.reports.assemble import row_kind
from compare.reports.blocks import Block, Column, Grid, Heading, Line, Text, Tone
from compare.reports.display import ORIGINAL
from compare.reports.story import script_blocks
from compare.reports.words import MARKS, say

TONES: dict[str, Tone] = {"left_only": "bad", "right_only": "good", "moved": "half"}


def side_blocks(
    left: Source, right: Source, rows: Sequence[Bead], script: str = ORIGINAL
) -> list[Block]:
    """The side-by-side report."""
    counts = Counter[str](row_kind(row) for row in rows)
    kinds = ("both", "moved", "left_only", "right_only")
    columns = (Column(""), Column(left.id, grow=True), Column(right.id, grow=True))
    return [
        Heading(say("diff", left=left.id, right=right.id), level=1),
        *script_blocks(script),
        Line(say("diff.legend", right=right.id)),
        Line(say("diff.counts", **{kind: counts[kind] for kind in kinds})),
        Grid(columns, tuple(_row(left, right, row) for row in rows), spaced=True),
    ]


def _row(left: Source, right: Source, row: Bead) -> tuple[Text, ...]:
    kind = row_kind(row)
    tone = TONES.get(kind, "")
    return (
        Text(MARKS[kind], tone),
        Text(_side(left.document, row.left, row, "[-", "-]"), tone),
        Text(_side(right.document, row.right, row, "{+", "+}"), tone),
    )


def _side(document: Document, indexes: Sequence[int], row: Bead, opened: str, closed: str) -> str:
    article = document.article
    spans = _linked(article, row) if row.left and row.right and row.links else None
    texts = []
    for index in indexes:
        paragraph = article.paragraphs[index]
        text = article.text[paragraph.start : paragraph.end]
        if spans is not None:
            inside = [s for s in document.body() if s.paragraph == index]
            text = _bracketed(text, inside, paragraph.start, spans, opened + closed)
        texts.append(f"{say('paragraph', n=index + 1)} {text}")
    return "\n".join(texts)


def _linked(article: Article, row: Bead) -> list[tuple[int, int]]:
    segments = [segment for link in row.links for segment in (link.left, link.right)]
    return [(s.start, s.end) for s in segments if s.article == article.id and s.part == BODY]


def _bracketed(
    text: str,
    inside: Sequence[Sentence],
    offset: int,
    spans: list[tuple[int, int]],
    marks: str,
) -> str:
    pieces, last = [], 0
    for sentence in inside:
        if any(s < sentence.end and sentence.start < e for s, e in spans):
            continue
        start, end = sentence.start - offset, sentence.end - offset
        pieces += [text[last:start], marks[:2], text[start:end], marks[2:]]
        last = end
    return "".join([*pieces, text[last:]])
