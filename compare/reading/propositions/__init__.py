"""An article cut into propositions: statements that stand alone, with exact spans.

In: a Document and who says what in it. Out: its propositions in text order, over title, body and
captions. Commas are not enough: a third of what they cut are fragments, another third holds several
claims. So a stretch is cut only where what follows has a predicate of its own, what leaves its
subject out is given that of the statement before, and words that only tell who says it are taken
out first. No parser is used: none that is small enough can be installed, and rules over classes of
words can be traced to a word in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.model import COMPARED, Attribution, Document, Proposition, ReadPart, Speech
from compare.reading.propositions.en import English
from compare.reading.propositions.frames import Reader, Span, Whole, only_told
from compare.reading.propositions.statements import Spot, of_sentence
from compare.reading.propositions.zh import Chinese

__all__ = ["propositions"]


def propositions(document: Document, speech: Speech) -> tuple[Proposition, ...]:
    """The propositions of `document` in text order: title, body, captions."""
    return tuple(
        one
        for part in COMPARED
        if part in document.parts
        for one in _of_part(part, document.parts[part], speech.attributions)
    )


def _of_part(part: str, read: ReadPart, said: Sequence[Attribution]) -> Iterator[Proposition]:
    """Those of one part; each sentence sees the quotations and the speakers that reach into it."""
    readers: dict[str, Reader] = {}
    told = sorted((a for a in said if a.part == part and only_told(a)), key=_first)
    quotes = [(q.start, q.end) for q in read.quotations if not q.depth]
    speaking: list[Attribution] = []
    at = quote = 0
    carried: Span | None = None
    paragraph: int | None = None
    for index, sentence in enumerate(read.sentences):
        while at < len(told) and _first(told[at]) < sentence.end:
            speaking.append(told[at])
            at += 1
        speaking = [a for a in speaking if _last(a) > sentence.start]
        while quote < len(quotes) and quotes[quote][1] <= sentence.start:
            quote += 1
        around = []
        for span in quotes[quote:]:
            if span[0] >= sentence.end:
                break
            around.append(span)
        language = sentence.language[:2]
        if language not in readers:
            readers[language] = _reader(language, read)
        if sentence.paragraph != paragraph:
            carried, paragraph = None, sentence.paragraph
        spot = Spot(read.text, sentence, index, tuple(around), tuple(speaking))
        for one in of_sentence(spot, readers[language], carried):
            carried = one.subject or carried
            yield one


def _reader(language: str, read: ReadPart) -> Reader:
    if language == "zh":
        return Chinese(read)
    return English(read) if language == "en" else Whole()


def _first(one: Attribution) -> int:
    return min(one.content[0], one.frame[0] if one.frame else one.content[0])


def _last(one: Attribution) -> int:
    return max(one.content[1], one.frame[1] if one.frame else one.content[1])
