"""Quotations: spans between quotation marks, nested, mixed and left open.

In: text of any language. Out: quotations in order of their opening mark. A stack is used, not a
regular expression, because news text opens with one mark and closes with another (“ … "), nests
「『』」 and repeats the opening mark at every paragraph of a long quotation.
"""

from __future__ import annotations

import re

from compare.model.documents import Quotation

CLOSERS = {"“": "”", "「": "」", "『": "』", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'"}
_CLOSING = {"”", "」", "』", "»", "’", "'", '"', "“"}
_SAME = {"“": '”"', '"': '"”', "„": '“”"', "「": "」", "『": "』", "«": "»", "‘": "’'", "'": "'’"}
_POINTS_IN = re.compile(r"[^«»]*(?<!\w)»\w[^«»]*\w\W?«")  # »…«, as German prints often have it
_TURNED = str.maketrans("«»", "»«")
_SINGLE = {"‘", "'"}


def quotations(text: str) -> list[Quotation]:
    """All quotations of `text`, ordered by start; none runs over a line break."""
    found: list[Quotation] = []
    at = 0
    for line in text.split("\n"):
        found += _of_line(line, at)
        at += len(line) + 1
    return sorted(found, key=lambda q: (q.start, -q.end))


def _of_line(line: str, base: int) -> list[Quotation]:
    if _POINTS_IN.match(line):
        line = line.translate(_TURNED)
    stack: list[int] = []
    found: list[Quotation] = []
    for i, character in enumerate(line):
        level = _closes(line, i, stack)
        if level is not None:
            start = stack[level]
            del stack[level:]
            found.append(Quotation(base + start, base + i + 1, level))
        elif _opens(line, i, character):
            stack.append(i)
    for level, start in enumerate(stack):
        if line[start] not in _SINGLE:
            found.append(Quotation(base + start, base + len(line), level, closed=False))
    return found


def _closes(line: str, i: int, stack: list[int]) -> int | None:
    """The stack level that the mark at `i` closes, or None."""
    character = line[i]
    if character not in _CLOSING:
        return None
    if character in "’'" and i + 1 < len(line) and line[i + 1].isalpha():
        return None  # an apostrophe inside a word
    for level in range(len(stack) - 1, -1, -1):
        if character in _SAME[line[stack[level]]]:
            return level
    return None


def _opens(line: str, i: int, character: str) -> bool:
    if character not in CLOSERS:
        return False
    if character not in _SINGLE:
        return True
    before, after = line[i - 1 : i], line[i + 1 : i + 2]
    return (not before or before.isspace() or before in '([（“"「') and after.isalpha()
