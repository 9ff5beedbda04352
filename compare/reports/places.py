"""Names of places in a page: the ids of sources, paragraphs and spans, and links to them.

In: sources, evidence, sides of discrepancies. Out: ids that are unique in a page and the same in
every run, and for each source the spans that something links to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model import BODY, Comparison, Evidence, Side, Source
from compare.reports.marking import Span

_UNFIT = re.compile(r"[^\w.-]+")


def fit(name: str) -> str:
    """A name as it can stand in an id, a fragment or a file name."""
    return _UNFIT.sub("-", name).strip(".-") or "x"


def span_id(source: str, part: str, start: int, end: int) -> str:
    """The id of a span: `rfi.120.168` in the body, `rfi.title.0.12` elsewhere."""
    where = "" if part == BODY else f"{fit(part)}."
    return f"{fit(source)}.{where}{start}.{end}"


def evidence_id(source: str, evidence: Evidence) -> str:
    """The id of the span of an evidence."""
    return span_id(source, evidence.part, evidence.start, evidence.end)


def differing(side: Side, source: Source) -> tuple[int, int]:
    """Where the differing span of a side stands in its part; (0, 0) when it is not there."""
    text = source.article.part(side.part)
    if not side.span or text[side.start : side.end] == side.span:
        return side.start, side.end
    for first in (side.start, text.find(side.quote)):
        at = text.find(side.span, max(first, 0))
        if first >= 0 and at >= 0:
            return at, at + len(side.span)
    return 0, 0


def linked_spans(comparison: Comparison) -> dict[tuple[str, str], list[Span]]:
    """(source id, part) -> the spans that cells and discrepancies link to, each once."""
    found: dict[tuple[str, str], dict[str, Span]] = {}
    for source, part, start, end in _all(comparison):
        name = span_id(source, part, start, end)
        found.setdefault((source, part), {})[name] = Span(start, end, name)
    return {key: list(spans.values()) for key, spans in found.items()}


def _all(comparison: Comparison) -> Iterator[tuple[str, str, int, int]]:
    for claim in comparison.claims:
        for source, cell in claim.cells.items():
            for evidence in (*cell.evidence, *([cell.nearest] if cell.nearest else [])):
                yield source, evidence.part, evidence.start, evidence.end
    sources = {source.id: source for source in comparison.sources}
    for found in comparison.discrepancies:
        for side in found.sides:
            if side.source in sources:
                yield side.source, side.part, *differing(side, sources[side.source])
