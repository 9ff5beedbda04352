"""Words of an English sentence, with each quotation as one word.

In: a body and its quotations. Out: sentences as parallel tuples of words, with offsets. A quotation
is one word because what is inside it is somebody's, and its verbs and commas must not be read as
the sentence's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compare.reading.base.sentences import sentences
from compare.reading.base.vocabulary import titles
from compare.resources.words import either, word_set

QUOTE = "“”"
_SHORT_NAMES = word_set("en", "abbreviations", "names") | word_set("en", "abbreviations", "behind")
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    rf"|(?:{either(titles('en') | _SHORT_NAMES)})\."
    r"|[A-Z]\.(?=\s[A-Z])"
    r"|\w+(?:[.'’&/-]\w+)*"
    r"|\.\.\.|--|\S"
)


def grammar(key: str) -> frozenset[str]:
    """The words of one list of `grammar`."""
    return word_set("en", "grammar", key)


PRONOUNS, CLAUSE_PRONOUNS = grammar("pronouns"), grammar("clause_pronouns")
DETERMINERS = grammar("determiners")
BE, MODALS = grammar("be"), grammar("modals")
AUXILIARIES = BE | MODALS | grammar("auxiliaries")
NEGATIONS = grammar("negations")
PREPOSITIONS, CONJUNCTIONS = grammar("prepositions"), grammar("conjunctions")
TIMES = grammar("times") | {
    name.lower()
    for section, key in (("dates", "days"), ("dates", "months"), ("abbreviations", "months"))
    for name in word_set("en", section, key)
}
_ADVERBS, _NOT_ADVERBS = grammar("adverbs"), grammar("not_adverbs")
_TIME_NOUNS = grammar("time_nouns")


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

    def adverb(self, index: int) -> bool:
        """True when the word at `index` may stand between a subject and its verb."""
        return is_adverb(self.low[index]) and not self.capital(index)

    def last(self) -> int:
        """The index behind the last word that is not closing punctuation."""
        n = len(self.low)
        while n and self.low[n - 1] in {".", "!", "?", "...", "…", ";", ")"}:
            n -= 1
        return n


def is_time(word: str) -> bool:
    """True for words of time, plural ones too."""
    return word in TIMES or word.removesuffix("s") in _TIME_NOUNS


def is_adverb(word: str) -> bool:
    """True for the adverbs that stand between a subject and its verb."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 3 and word not in _NOT_ADVERBS)


def sentences_of(text: str, spans: list[tuple[int, int]]) -> Iterator[Sentence]:
    """Sentences of `text` in order, each quotation of `spans` one word."""
    masked = _masked(text, spans)
    upcoming = iter([*spans, (len(text) + 1, len(text) + 1)])
    quote = next(upcoming)
    for start, end in sentences(masked, "en"):
        rows: list[tuple[str, str, int, int]] = []
        at = start
        while at < end:
            while quote[1] <= at:
                quote = next(upcoming)
            stop = min(end, quote[0])
            rows += [
                (m[0], m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(masked, at, stop)
            ]
            at = stop
            if at == quote[0] and at < end:
                rows.append((text[at : quote[1]], QUOTE, at, quote[1]))
                at = quote[1]
        if rows:
            words, low, starts, ends = zip(*rows, strict=True)
            low = tuple(word.replace("’", "'") for word in low)
            yield Sentence(words, low, starts, ends)


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    """`text` with the inside of quotations made x, but for the last character: whether the
    quotation ends with a full stop decides where the sentence ends.
    """
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        inner = max(0, end - start - 3)
        pieces += [text[at : start + 1], "x" * inner]
        at = start + 1 + inner
    pieces.append(text[at:])
    return "".join(pieces)
