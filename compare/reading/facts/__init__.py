"""The facts of one article: typed values, and what each is a fact of.

In: a Document, its identified names, who says what, its propositions. Out: `Fact`s in text order.
Values are looked up in the Document, never read again; what they are facts of comes from the
proposition that holds them: the predicate class nearest to the value, the words that say what is
counted, the names, and marks of scope (a part, a forecast, an early stage), which make the same
words another thing. Rules and lexicons, not a model: they tell what they went by.

    values     slots -> typed values        dates, hours, amounts, scores
    holders    names and predicates         places, persons, outcomes
    readouts   attributions -> facts            whose official text an article draws on
    frames     what a value is a fact of    predicate, scopes, counted words, as-of day, giver
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Document, Fact, Mention, Proposition, Speech
from compare.reading.facts.frames import frames
from compare.reading.facts.holders import held
from compare.reading.facts.readouts import told
from compare.reading.facts.values import valued


def facts(
    document: Document,
    mentions: Sequence[Mention],
    speech: Speech,
    propositions: Sequence[Proposition],
) -> tuple[Fact, ...]:
    """The facts of `document`, in text order of their parts, values first that start first."""
    found: list[Fact] = []
    for frame in frames(document, mentions, speech, propositions):
        found += valued(frame)
        found += held(frame)
    found += told(document, speech)
    order = {name: n for n, name in enumerate(document.parts)}
    return tuple(sorted(found, key=lambda f: (order[f.part], f.start, f.end, f.kind)))


__all__ = ["facts"]
