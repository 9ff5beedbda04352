"""Words of an English sentence, with each quotation as one word, and the classes of small words.

In: a body and its quotations. Out: sentences as parallel tuples of words, with offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.reading.base import worded
from compare.reading.base.vocabulary import titles
from compare.resources.words import either, word_set

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


class Sentence(worded.Sentence):
    """Words of one English sentence."""

    __slots__ = ()

    def adverb(self, index: int) -> bool:
        """True when the word at `index` may stand between a subject and its verb."""
        return is_adverb(self.low[index]) and not self.capital(index)


def is_time(word: str) -> bool:
    """True for words of time, plural ones too."""
    return word in TIMES or word.removesuffix("s") in _TIME_NOUNS


def is_adverb(word: str) -> bool:
    """True for the adverbs that stand between a subject and its verb."""
    return word in _ADVERBS or (word.endswith("ly") and len(word) > 3 and word not in _NOT_ADVERBS)


def sentences_of(text: str, spans: list[tuple[int, int]]) -> Iterator[Sentence]:
    """Sentences of `text` in order, each quotation of `spans` one word."""
    for one in worded.sentences_of(text, _masked(text, spans), spans, "en", _WORD):
        yield Sentence(one.words, one.low, one.starts, one.ends)


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
