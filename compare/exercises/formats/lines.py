"""Phrases that every format of a sheet or key shares.

In: parts of a sheet or key. Out: plain words in the language spoken now.
"""

from __future__ import annotations

from compare.exercises.parts import Answer, Citation, Sheet
from compare.reports.words import decimal, said, say


def cover_lines(sheet: Sheet) -> list[tuple[str, str]]:
    """Name and value of every line of the cover."""
    return [
        (say("sheet.aim"), sheet.aim),
        (say("sheet.level"), say(f"level.{sheet.level}")),
        (say("sheet.minutes"), say("sheet.minutes_value", n=sheet.minutes)),
        (say("sheet.variant"), sheet.variant),
        (say("sheet.needs"), " ".join(sheet.needs)),
        (say("sheet.code"), sheet.code),
    ]


def cell_words(answer: Answer) -> str:
    """`a) says it or b) …`, `discuss`, `see the rubric`."""
    if answer.scored:
        pairs = zip(answer.accepted, answer.words, strict=True)
        return say("key.or").join(say("sheet.choice", letter=a, text=b) for a, b in pairs)
    return say("key.discuss") if answer.why else say("key.open")


def citation_words(citation: Citation) -> str:
    """The span, its words and the cell that it proves."""
    span = say(
        "key.span",
        place=citation.place,
        part=citation.part,
        start=citation.start,
        end=citation.end,
    )
    words = f"{span} “{citation.quote}”"
    return f"{words} — {cell_of(citation)}" if citation.claim else words


def cell_of(citation: Citation) -> str:
    """`cell c05: included, confidence 0.912`, the status in words."""
    sure = citation.confidence
    return say(
        "key.cell",
        claim=citation.claim,
        status=said("status", citation.status),
        confidence="–" if sure is None else decimal(sure),
    )
