"""A sheet or its key as a Word document.

In: blocks and the sheet. Out: bytes of a .docx, by the writer of reports, on the paper and in the
letters that the sheet asks for.
"""

from __future__ import annotations

from compare.exercises.parts import Sheet
from compare.reports import docx
from compare.reports.blocks import Block

LARGE_POINTS = 18
WIDTH = 174  # millimetres of a table, on either paper


def document(blocks: list[Block], made: Sheet) -> bytes:
    """The document, on the paper and in the letters that the sheet asks for."""
    points = LARGE_POINTS if made.large else docx.POINTS
    texts = tuple(text.language for text in made.texts)
    look = docx.Look(docx.PAPER[made.paper], WIDTH, points, made.language, texts)
    return docx.document(blocks, look)
