"""What a model writes -> a verdict and a quotation, and where the quotation stands.

In: the text of an answer, and the question. Out: an `Answer`, or None for anything else than one
JSON object of the form that was asked for; around it may stand prose, a fence, or what the model
thought aloud. Two answers that differ are none. A quotation counts only where it is exact
characters of a piece that was shown: what a model mends, joins, shortens or translates proves
nothing, however near it comes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from compare.judge.question import Piece, Question
from compare.model import VERDICTS

THOUGHT = "</think>"


@dataclass(frozen=True, slots=True)
class Answer:
    """One of VERDICTS, and the words that are said to show it, which may be empty."""

    verdict: str
    quotation: str


def parsed(text: str) -> Answer | None:
    """The one answer that stands in `text`."""
    told = text.rpartition(THOUGHT)[2]
    found = {answer for value in _objects(told) if (answer := _answer(value)) is not None}
    return found.pop() if len(found) == 1 else None


def located(quotation: str, asked: Question) -> Piece | None:
    """Where a quotation stands in what was shown, the first place of several; None for nowhere."""
    words = quotation.strip()
    if not words:
        return None
    for piece in asked.pieces:
        at = asked.text(piece).find(words)
        if at >= 0:
            start = piece.start + at
            return Piece(piece.part, start, start + len(words), piece.paragraph)
    return None


def _answer(value: dict[str, Any]) -> Answer | None:
    verdict, words = value.get("verdict"), value.get("quotation")
    if not isinstance(verdict, str) or not isinstance(words, str | None):
        return None
    verdict = verdict.strip().lower()
    return Answer(verdict, words or "") if verdict in VERDICTS else None


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """The JSON objects in a text, those that hold others only."""
    decoder = json.JSONDecoder()
    at = text.find("{")
    while at >= 0:
        try:
            value, end = decoder.raw_decode(text, at)
            yield value
        except (ValueError, RecursionError):
            end = at + 1
        at = text.find("{", end)
