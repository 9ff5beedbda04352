"""The words around a value, without it: what a fact is a fact of, as text.

In: facts and Documents. Out: four texts a fact, Chinese in Simplified characters: the words right
beside the value, its proposition, its sentence and its paragraph. All values are left out, since
two reports of one thing differ in just these.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from compare.model import Document, Fact, Mention, ReadPart, Sentence
from compare.options import Options
from compare.text.scripts import to_simplified

_NAMED = ("PER", "LOC", "ORG")


@dataclass(frozen=True, slots=True)
class Context:
    """`text` in `language`, and the identities named in it with their surfaces."""

    text: str
    language: str
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contexts:
    """The contexts of all facts, each in the order of the facts."""

    beside: tuple[Context, ...]
    proposition: tuple[Context, ...]
    sentence: tuple[Context, ...]
    paragraph: tuple[Context, ...]

    @property
    def by_name(self) -> dict[str, tuple[Context, ...]]:
        """The first three, by name."""
        return {
            "beside": self.beside,
            "proposition": self.proposition,
            "sentence": self.sentence,
        }

    @property
    def texts(self) -> list[str]:
        """Every text of all four, once."""
        held = (*self.beside, *self.proposition, *self.sentence, *self.paragraph)
        return list(dict.fromkeys(context.text for context in held if context.text))


def contexts(
    facts: Sequence[Fact],
    documents: Mapping[str, Document],
    mentions: Mapping[str, Sequence[Mention]],
    options: Options,
) -> Contexts:
    """Four contexts for each of `facts`; Documents and mentions by article id."""
    names: dict[tuple[str, str], list[tuple[int, int, str]]] = defaultdict(list)
    for key in {f.article for f in facts}:
        for m in mentions[key]:
            if m.entity and m.type in _NAMED:
                names[key, m.part].append((m.start, m.end, m.entity))
    beside, proposition, sentence, paragraph = [], [], [], []
    inside = [_sentence(documents[f.article].parts[f.part], f.start) for f in facts]
    held = Counter((f.article, s.part, s.start) for f, s in zip(facts, inside, strict=True))
    for fact, whole in zip(facts, inside, strict=True):
        read = documents[fact.article].parts[fact.part]
        here = names[fact.article, fact.part]
        values = _values(read, whole.start, whole.end)
        out: Sequence[tuple[int, int]] = (
            values  # a list of fifty names says nothing of each, and needs no text for each
        )
        if held[fact.article, whole.part, whole.start] <= options.fact_crowd:
            out = _without(fact, values)
        beside.append(_context(fact, read, _window(fact, read.text, options), out, here))
        proposition.append(_context(fact, read, fact.proposition, out, here))
        sentence.append(_context(fact, read, (whole.start, whole.end), out, here))
        around = _paragraph(read.text, fact.start, options.fact_paragraph)
        near = _values(read, *around)
        paragraph.append(_context(fact, read, around, _without(fact, near), ()))
    return Contexts(tuple(beside), tuple(proposition), tuple(sentence), tuple(paragraph))


def _sentence(read: ReadPart, position: int) -> Sentence:
    return next(s for s in reversed(read.sentences) if s.start <= position)


def _paragraph(text: str, position: int, longest: int) -> tuple[int, int]:
    """The paragraph around a place, of a very long one the part that begins no further before."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    start = max(start, position - longest // 2)
    return start, min(end if end >= 0 else len(text), start + longest)


def _values(read: ReadPart, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of all values in a sentence, in text order."""
    every = (read.dates, read.times, read.amounts, read.scores)
    spans = [(s.start, s.end) for slots in every for s in slots]
    return sorted(s for s in spans if start <= s[0] and s[1] <= end)


def _window(fact: Fact, text: str, options: Options) -> tuple[int, int]:
    """Whole words within reach of the value, inside its proposition."""
    low, high = fact.proposition
    chinese = fact.language.startswith("zh")
    reach = options.fact_beside_han if chinese else options.fact_beside
    start, end = max(low, fact.start - reach), min(high, fact.end + reach)
    if not chinese:
        while start > low and text[start - 1].isalnum():
            start -= 1
        while end < high and text[end].isalnum():
            end += 1
    return start, end


def _context(
    fact: Fact,
    read: ReadPart,
    span: tuple[int, int],
    values: Sequence[tuple[int, int]],
    named: Sequence[tuple[int, int, str]],
) -> Context:
    start, end = span
    pieces, at = [], start
    for a, b in values:
        if a >= at and b <= end:
            pieces.append(read.text[at:a])
            at = b
    pieces.append(read.text[at:end])
    text = " ".join(" ".join(pieces).split())
    held = {e: read.text[a:b] for a, b, e in named if start <= a and b <= end}
    if fact.language.startswith("zh"):
        return Context(
            to_simplified(text), fact.language, {e: to_simplified(s) for e, s in held.items()}
        )
    return Context(text, fact.language, held)


def _without(fact: Fact, values: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """`values` and the fact's own: a name or a predicate is a value too, of its own fact."""
    if any(a <= fact.start < b for a, b in values):
        return values
    return sorted([*values, (fact.start, fact.end)])
