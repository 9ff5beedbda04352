"""Whose official text an article draws on: a fact of its own.

In: a Document and who says what in it. Out: a fact for each speaker whose words are those of a
readout or a communiqué, at the first place that names them.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.model import COMPARED, Document, Fact, Speech, Value
from compare.model.facts import WHO
from compare.resources.predicates import STATEMENT

_PERSON, _READOUT = "per:", "readout"


def told(document: Document, speech: Speech) -> Iterator[Fact]:
    """The speakers of official texts, in text order."""
    seen: set[str] = set()
    for one in speech.attributions:
        known = one.entity or ""
        if one.kind != _READOUT or not known.startswith(_PERSON) or known in seen:
            continue
        if one.source is None or one.part not in COMPARED:
            continue
        seen.add(known)
        read = document.parts[one.part]
        whole = next(s for s in reversed(read.sentences) if s.start <= one.source[0])
        yield Fact(
            article=document.article.id,
            kind=WHO,
            part=one.part,
            start=one.source[0],
            end=one.source[1],
            value=Value(known),
            proposition=(whole.start, whole.end),
            language=whole.language,
            predicate=STATEMENT,
        )
