"""Units: the sentences and clauses of an article, as they are compared.

In: a Document and its mentions. Out: units with offsets into their part, folded text, and the
anchors (identities of names, numbers and dates) inside them; and runs in text order, a sentence or
two neighbouring sentences of one paragraph read as one. A sentence is compared as a whole and by
its clauses, because outlets split sentences differently: look-up F1 rose from .80 (sentences) to
.88 on the seeds, and fell again when cut more finely. What one text says in a sentence another says
in two, and each half alone looks little like the whole; the two read together look like it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from compare.matching.lexical import Words, family
from compare.model import TITLE, Document, Mention, Segment, Sentence
from compare.text.scripts import to_simplified


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence (`whole`) or one of its clauses.

    `segment` holds the offsets; `core` is the folded text that is compared; `sentence` is the
    sentence's index in the article over all compared parts; `leaf` is True for the finest cut.
    """

    segment: Segment
    core: str
    language: str
    sentence: int
    whole: bool
    leaf: bool
    anchors: dict[str, str] = field(default_factory=dict)

    @property
    def words(self) -> Words:
        """The unit as the lexical score takes it."""
        return Words(self.core, self.language, self.anchors)


def units(document: Document, mentions: Sequence[Mention] = ()) -> list[Unit]:
    """The units of title, body and captions, sentence by sentence: the whole, then its clauses."""
    found: list[Unit] = []
    for number, one in enumerate(document.sentences()):
        inside = [
            m for m in mentions if m.part == one.part and one.start <= m.start and m.end <= one.end
        ]
        leaf = len(one.clauses) < 2
        segment = _segment(document, one, one.start, one.end, number)
        found.append(_unit(segment, one.language, inside, whole=True, leaf=leaf))
        for start, end in () if leaf else one.clauses:
            piece = _segment(document, one, start, end, number)
            found.append(_unit(piece, one.language, inside, whole=False, leaf=True))
    return found


def _segment(document: Document, one: Sentence, start: int, end: int, number: int) -> Segment:
    text = document.parts[one.part].text[start:end]
    return Segment(document.article.id, one.part, start, end, text, one.paragraph, number)


def _unit(
    segment: Segment, language: str, mentions: Sequence[Mention], whole: bool, leaf: bool
) -> Unit:
    core = to_simplified(segment.text) if language.startswith("zh") else segment.text
    anchors = {}
    for mention in mentions:
        if segment.start <= mention.start and mention.end <= segment.end:
            key = anchor_of(mention)
            if key:
                anchors[key] = to_simplified(mention.text)
    return Unit(segment, core.strip(), language, segment.sentence, whole, leaf, anchors)


def headlines(units: Sequence[Unit]) -> NDArray[np.bool_]:
    """Which sentences of an article, by `Unit.sentence`, are its headline; none where nothing else
    stands there. A headline repeats what the text says: it stands beside no sentence.
    """
    found = np.zeros(max(u.sentence for u in units) + 1, dtype=bool)
    found[[u.sentence for u in units if u.segment.part == TITLE]] = True
    return found if any(u.segment.part != TITLE for u in units) else np.zeros_like(found)


def neighbourhood(best: NDArray[np.float32], titles: NDArray[np.bool_]) -> NDArray[np.float32]:
    """[n, sentences]: the best of each sentence and the two beside it. `titles` stand alone."""
    text = np.pad(np.where(titles, 0, best), ((0, 0), (1, 1)))
    near = np.maximum(np.maximum(text[:, :-2], text[:, 1:-1]), text[:, 2:])
    return np.where(titles, best, near).astype(np.float32)


def anchor_of(mention: Mention) -> str | None:
    """The identity under which a mention is looked for on the other side, or None."""
    if mention.type in ("PER", "LOC", "ORG"):
        return mention.entity
    if mention.type in ("NUM", "DATE") and mention.value:
        kind = " ordinal" if mention.evidence == "ordinal" else ""
        return f"{mention.type.lower()}:{mention.value}{kind}"
    return None


_UNSPACED = frozenset({"zh", "ja", "th"})


@dataclass(frozen=True, slots=True)
class Run:
    """`sentences` that are read as one: where they stand in the article, and the `unit` that is
    compared in their place; `first` counts the article's sentences from 0.
    """

    first: int
    sentences: tuple[Segment, ...]
    unit: Unit

    @property
    def size(self) -> int:
        """The number of sentences: 1 or 2."""
        return len(self.sentences)

    @property
    def span(self) -> range:
        """The places of the sentences."""
        return range(self.first, self.first + self.size)

    @property
    def part(self) -> str:
        """The part of the article that holds them."""
        return self.unit.segment.part


def runs(units: Sequence[Unit]) -> list[Run]:
    """Every sentence of an article alone, and every two that follow each other in a paragraph."""
    whole = [u for u in units if u.whole]
    found = []
    for n, unit in enumerate(whole):
        found.append(Run(n, (unit.segment,), unit))
        if n + 1 < len(whole) and _continues(unit, whole[n + 1]):
            after = whole[n + 1]
            found.append(Run(n, (unit.segment, after.segment), _joined(unit, after)))
    return found


def joined(units: Sequence[Unit]) -> list[Unit]:
    """The units of the runs of two sentences."""
    return [run.unit for run in runs(units) if run.size > 1]


def _continues(one: Unit, after: Unit) -> bool:
    a, b = one.segment, after.segment
    return (a.part, a.paragraph) == (b.part, b.paragraph) and one.language == after.language


def _joined(one: Unit, after: Unit) -> Unit:
    space = "" if family(one.language) in _UNSPACED else " "
    core = f"{one.core}{space}{after.core}"
    return replace(one, core=core, anchors={**one.anchors, **after.anchors}, leaf=False)
