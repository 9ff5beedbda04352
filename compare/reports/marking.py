"""A text with marked spans -> nested pieces that a template can write out; ids of places in a page.

In: a text and spans over it; sources, evidence, sides of discrepancies. Out: a tree whose strings,
read in order, are the text again, and ids of spans that are unique in a page and the same in every
run. Spans may nest; where two cross, the later one is cut at the edge of the earlier, so that every
piece can be one element. Only the first piece of a span carries its name, because ids are unique.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from compare.model import BODY, Comparison, Evidence, Side, Source


@dataclass(frozen=True, slots=True)
class Span:
    """Code points `start` to `end` (exclusive), a `name` for links ("" for none) and a `kind`."""

    start: int
    end: int
    name: str = ""
    kind: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A marked piece: its span's name, kind and target, and what stands inside."""

    name: str
    kind: str
    target: str
    children: tuple[Node | str, ...]


def marked(text: str, spans: Iterable[Span], start: int = 0) -> tuple[Node | str, ...]:
    """The pieces of `text`, which begins at offset `start` of what the spans count in."""
    end = start + len(text)
    inside = (
        Span(max(s.start, start), min(s.end, end), s.name if s.start >= start else "", *_rest(s))
        for s in spans
        if s.start < end and s.end > start and s.start < s.end
    )
    return _pieces(text, start, sorted(inside, key=_outer_first))


def _rest(span: Span) -> tuple[str, str]:
    return span.kind, span.target


def _outer_first(span: Span) -> tuple[int, int, str, str]:
    return span.start, -span.end, span.name, span.kind


def _pieces(text: str, offset: int, spans: Sequence[Span]) -> tuple[Node | str, ...]:
    pieces: list[Node | str] = []
    at, waiting = offset, list(spans)
    while waiting:
        span = waiting.pop(0)
        inner = [s for s in waiting if s.start < span.end]
        waiting = [s for s in waiting if s.start >= span.end]
        over = [Span(span.end, s.end, "", *_rest(s)) for s in inner if s.end > span.end]
        waiting = sorted([*over, *waiting], key=_outer_first)
        kept = [Span(s.start, min(s.end, span.end), s.name, *_rest(s)) for s in inner]
        if at < span.start:
            pieces.append(text[at - offset : span.start - offset])
        body = text[span.start - offset : span.end - offset]
        pieces.append(Node(span.name, *_rest(span), _pieces(body, span.start, kept)))
        at = span.end
    if at < offset + len(text):
        pieces.append(text[at - offset :])
    return tuple(pieces)


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


def linked_spans(
    comparison: Comparison, further: Iterable[tuple[str, str, int, int]] = ()
) -> dict[tuple[str, str], list[Span]]:
    """(source id, part) -> the spans that cells and discrepancies link to, each once; `further` are
    others, as source id, part, start and end.
    """
    found: dict[tuple[str, str], dict[str, Span]] = {}
    for source, part, start, end in (*_all(comparison), *further):
        name = span_id(source, part, start, end)
        found.setdefault((source, part), {})[name] = Span(start, end, name)
    return {key: list(spans.values()) for key, spans in found.items()}


def _all(comparison: Comparison) -> Iterator[tuple[str, str, int, int]]:
    for claim in comparison.claims:
        for source, cell in claim.cells.items():
            said = cell.judged.quote if cell.judged else None
            for evidence in filter(None, (*cell.evidence, cell.nearest, said)):
                yield source, evidence.part, evidence.start, evidence.end
    sources = {source.id: source for source in comparison.sources}
    for found in comparison.discrepancies:
        for side in found.sides:
            if side.source in sources:
                yield side.source, side.part, *differing(side, sources[side.source])
