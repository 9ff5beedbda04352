"""A row in the reader's language, piece by piece, marked as a gloss.

In: a `Claim` whose gloss the pipeline found. Out: one line, or nothing. Names stand as they are,
dates and figures as the language of the gloss writes them.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import Claim, Comparison, Glossed, Value
from compare.model.entities import DATE, NUMBER
from compare.reports.blocks import Quote
from compare.reports.values import amount_words, date_words
from compare.reports.words import say, speaking


def gloss_words(claim: Claim, comparison: Comparison) -> str:
    """`Antony Blinken · talks · 18 Sept 2023`; empty for a row without a gloss."""
    if not claim.gloss:
        return ""
    with speaking(comparison.glossed):
        return say("gloss.list").join(dict.fromkeys(map(_said, claim.gloss)))


def gloss_line(claim: Claim, comparison: Comparison) -> str:
    """The words behind what marks them as a gloss; empty for a row without one."""
    words = gloss_words(claim, comparison)
    return say("gloss.line", words=words) if words else ""


def gloss_quotes(claim: Claim, comparison: Comparison) -> Iterator[Quote]:
    """The gloss as it stands below a quotation; nothing for a row without one."""
    words = gloss_words(claim, comparison)
    if words:
        yield Quote(say("gloss"), words, tone="aside")


def _said(piece: Glossed) -> str:
    if piece.kind == DATE:
        return date_words(piece.text)
    return amount_words(Value(piece.text)) if piece.kind == NUMBER else piece.text
