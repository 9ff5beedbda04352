"""Exercises: a comparison -> a worksheet and its key.

    excerpts   how much of each text is shown
    facts      which cells are sure, and the spans that prove them
    kinds      what could be asked, a module a kind
    planning   how many rows of which kinds fit
    rows       letters, numbers, answers
    sheet      the whole
    formats    sheet and key as HTML, Markdown, DOCX, PDF, GIFT, Moodle XML, QTI, CSV
    marking    a class's answers against the key

In: a `Comparison`. Out: an `Exercise`, and files made from it.
"""

from compare.exercises.parts import Exercise, Key, Request, Sheet
from compare.exercises.sheet import make

__all__ = ["Exercise", "Key", "Request", "Sheet", "make"]
