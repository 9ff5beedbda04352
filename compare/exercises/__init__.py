"""Exercises: a comparison -> a worksheet and its key.

    sentences  how much of each text is shown, and what can stand alone
    facts      which cells are sure, and the spans that prove them
    kinds      what could be asked, a module a kind
    planning   how many rows of which kinds fit
    rows       letters, numbers, answers
    sheet      the whole
    blocks     sheet, key and marks as the blocks of reports
    formats    every file: drawn from blocks, as tables, for learning platforms
    answers    a class's answers from any table
    marking    a class's answers against the key

In: a `Comparison`. Out: an `Exercise`, and files made from it.
"""

from compare.exercises.parts import Exercise, Key, Request, Sheet
from compare.exercises.sheet import make

__all__ = ["Exercise", "Key", "Request", "Sheet", "make"]
