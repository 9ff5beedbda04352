"""One sentence made into propositions: voices parted, stretches cut, subjects carried over.

In: a sentence with the quotations and the attributions that reach into it, and the reader of its
language. Out: its propositions. The order matters: frames first, then quotations that stand free,
then clauses, so that the language's rules only ever see one voice; what has no predicate in the end
goes to its neighbour, for it is no statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compare.model import Attribution, Proposition, Sentence
from compare.reading.base.sentences import sentences
from compare.reading.propositions.frames import (
    Frame,
    Piece,
    Reader,
    Span,
    Stretch,
    brackets,
    stretches,
    stripped,
    trimmed,
    voices,
)

_ASKS = ("?", "？")


@dataclass(frozen=True, slots=True)
class Spot:
    """A sentence of `text`, the `index`th of its part, with its outer quotations and the
    attributions whose words stand in it.
    """

    text: str
    sentence: Sentence
    index: int
    quotes: tuple[Span, ...]
    speaking: tuple[Attribution, ...]


def of_sentence(spot: Spot, reader: Reader, carried: Span | None) -> Iterator[Proposition]:
    """The propositions of one sentence; `carried` is the last subject of its paragraph."""
    text, sentence = spot.text, spot.sentence
    frames = stripped(text, (sentence.start, sentence.end), spot.speaking, reader)
    for piece in _joined(_cut(spot, frames, reader)):
        span = trimmed(text, piece.start, piece.end)
        if span is None:
            continue
        said = _voice(span, spot.speaking, frames, (sentence.start, sentence.end))
        own = _subject(piece, said, carried)
        carried = own or carried
        yield Proposition(
            sentence.part,
            *span,
            spot.index,
            own,
            piece.predicate,
            _told(said, frames, text) if said else None,
            any(a <= span[0] and span[1] <= b for a, b in spot.quotes),
            piece.negated,
            _modality(piece, text, span[1], sentence.end),
            piece.conditional,
        )


def _told(said: Frame, frames: Sequence[Frame], text: str) -> Span:
    """The words of the voice, with those of the voices right before it that tell of it."""
    start = said.start
    for frame in reversed(frames):
        if frame.end <= start and not any(c.isalnum() for c in text[frame.end : start]):
            start = frame.start
    return start, said.end


def _modality(piece: Piece, text: str, end: int, last: int) -> str:
    """What ends in a question mark asks."""
    behind = text[end : min(last, end + 3)].lstrip("”’」』\"' ")
    return "asked" if behind.startswith(_ASKS) else piece.modality


def _subject(piece: Piece, said: Frame | None, carried: Span | None) -> Span | None:
    """Its own subject, the last one's, or, at the head of what somebody says, the speaker."""
    if piece.subject is not None or not piece.carries:
        return piece.subject
    if said and said.said.source and said.end <= piece.start <= said.end + 3:
        return said.said.source
    return carried


def _cut(spot: Spot, frames: Sequence[Frame], reader: Reader) -> list[Piece]:
    text, sentence = spot.text, spot.sentence
    pieces: list[Piece] = []
    for start, end in voices(sentence.start, sentence.end, frames):
        for stretch in stretches(text, start, end, spot.quotes, reader):
            kept = brackets(text, stretch.start, stretch.end)
            if not stretch.quoted:
                kept = sorted([*kept, *_inside(spot.quotes, stretch)])
            for a, b in _lines(text, stretch, sentence.language):
                pieces += reader.cut(a, b, kept)
    return pieces


def _inside(quotes: Sequence[Span], stretch: Stretch) -> list[Span]:
    return [(a, b) for a, b in quotes if a < stretch.end and b > stretch.start]


def _lines(text: str, stretch: Stretch, language: str) -> list[Span]:
    """The sentences that stand within one pair of quotation marks."""
    if not stretch.quoted:
        return [(stretch.start, stretch.end)]
    marked = not text[stretch.start].isalnum()
    first, last = stretch.start + marked, stretch.end
    found = sentences(text[first:last], language)
    return [(first + a, first + b) for a, b in found] or [(stretch.start, stretch.end)]


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """What has no predicate is joined with the statement before it, else with the next."""
    found: list[Piece] = []
    loose: Piece | None = None
    for one in pieces:
        piece = one if loose is None else replace(one, start=loose.start)
        loose = None
        if piece.predicate is not None:
            found.append(piece)
        elif found:
            found[-1] = replace(found[-1], end=piece.end)
        else:
            loose = piece
    return [*found, loose] if loose is not None else found


def _voice(
    span: Span, speaking: Sequence[Attribution], frames: Sequence[Frame], sentence: Span
) -> Frame | None:
    """The frame of the innermost voice that says `span`: one that was taken out here, or one of
    another sentence whose words go on here.
    """
    best: Frame | None = None
    here = {id(f.said): f for f in frames}
    for one in speaking:
        if one.frame is None or not (one.content[0] <= span[0] and span[1] <= one.content[1] + 1):
            continue
        outside = one.frame[1] <= sentence[0] or one.frame[0] >= sentence[1]
        frame = here.get(id(one)) or (Frame(*one.frame, one) if outside else None)
        if frame and (best is None or _size(frame) <= _size(best)):
            best = frame
    return best


def _size(frame: Frame) -> int:
    return frame.said.content[1] - frame.said.content[0]
