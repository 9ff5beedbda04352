"""A text with marked spans -> nested pieces that a template can write out.

In: a text and spans over it. Out: a tree whose strings, read in order, are the text again. Spans
may nest; where two cross, the later one is cut at the edge of the earlier, so that every piece
can be one element. Only the first piece of a span carries its name, because ids are unique.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


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
