"""Words of a sentence, with each quotation as one word.

In: a body and its quotations. Out: sentences as parallel tuples of words, with offsets. A quotation
is one word because what is inside it is somebody's, and its verbs and commas must not be read as
the sentence's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.reading.base.sentences import sentences
from compare.reading.base.spoken import Span

QUOTE = "“”"
_NEW = re.compile(r"\s*(?:$|\n|[A-ZÀ-Þ0-9«„“\"»‹—–])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of one sentence, lower-cased words, and their code points in the body."""

    words: tuple[str, ...]
    low: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        """The number of words."""
        return len(self.words)

    def at(self, index: int) -> str:
        """The lower-cased word at `index`, empty outside the sentence."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def capital(self, index: int) -> bool:
        """True when the word at `index` begins with a capital letter."""
        return 0 <= index < len(self.words) and self.words[index][0].isupper()

    def last(self) -> int:
        """The index behind the last word that is not closing punctuation."""
        n = len(self.low)
        while n and self.low[n - 1] in {".", "!", "?", "...", "…", ";", ")"}:
            n -= 1
        return n

    def whole_quote(self, index: int) -> bool:
        """True when the quotation at `index` ends with a mark of its own: it is a sentence."""
        return self.words[index].rstrip("\"”’'“»«› \u00a0\u202f")[-1:] in {".", ",", "!", "?", "…"}


def sentences_of(
    text: str, masked: str, quotes: Sequence[Span], language: str, word: re.Pattern[str]
) -> Iterator[Sentence]:
    """Sentences of `text` in order, each of `quotes` one word, the others as `word` finds them in
    `masked`, where nothing is left inside quotations but what ends a sentence.
    """
    upcoming = iter([*quotes, (len(text) + 1, len(text) + 1)])
    quote = next(upcoming)
    for start, end in sentences(masked, language):
        rows: list[tuple[str, str, int, int]] = []
        at = start
        while at < end:
            while quote[1] <= at:
                quote = next(upcoming)
            stop = min(end, quote[0])
            rows += [
                (m[0], m[0].lower(), m.start(), m.end()) for m in word.finditer(masked, at, stop)
            ]
            at = stop
            if at == quote[0] and at < end:
                rows.append((text[at : quote[1]], QUOTE, at, quote[1]))
                at = quote[1]
        if rows:
            words, low, starts, ends = zip(*rows, strict=True)
            yield Sentence(words, tuple(w.replace("’", "'") for w in low), starts, ends)


def masked(text: str, quotes: Sequence[Span]) -> str:
    """`text` with the inside of quotations made x. A full stop inside is kept where a sentence
    begins behind the quotation, so that it ends one.
    """
    pieces: list[str] = []
    at = 0
    for start, end in quotes:
        inner = max(0, end - start - 2)
        ends = text[start + 1 : end - 1].rstrip()[-1:] in {".", "!", "?", "…"}
        stop = "." if ends and inner > 2 and _NEW.match(text, end) else ""
        filling = "x" * (inner - len(stop)) + stop
        pieces += [text[at : start + 1], filling]
        at = start + 1 + inner
    pieces.append(text[at:])
    return "".join(pieces)
