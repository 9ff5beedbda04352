"""Chinese text shown in the other script: words as words, names as names.

In: a text, the script asked for, the names that are known to stand in it. Out: the text as shown;
what is compared and cited is never this. OpenCC alone takes the longest entry of its dictionary at
each place, so that 了如何 becomes 瞭如何 and 人参与 becomes 人蔘與, and it has one form for a
character whether that stands in a word or in a name. So a clause is cut into words first (rjieba,
known words only), entries of the dictionary count when they begin and end with words, and a name is
converted character by character, with the characters that names have. A name is one that was read
in the article, or what has the shape of one: a surname, one or two characters that make no word,
and an edge. What neither dictionary knows stands in `scripts.toml`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any

from compare.text.script_words import table
from compare.text.scripts import converted, is_han, script_of, to_simplified
from compare.text.shapes import Word, cut, named, shaped

HANS, HANT = "hans", "hant"

_TO_TRADITIONAL, _FROM_TAIWAN = "s2tw", "tw2s"
_CLAUSE = re.compile(r"[^，。！？；：“”「」『』（）()《》〈〉…—\n,.;:!?\"]+")
_HAN = re.compile("[\u3400-\u9fff]")
_LONGEST = 7  # characters of an entry that is put together from several words


@dataclass(frozen=True, slots=True)
class Known:
    """Names of the articles: what finds them in Simplified, and each as it is written."""

    automaton: Any
    written: dict[str, str]

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where they stand, the longest at each place."""
        for _, start, end in self.automaton.find_matches_as_indexes(text):
            yield start, end

    def original(self, text: str) -> str:
        """A name as an article writes it; what is no name, or is written out here, as it stands."""
        written = self.written.get(text, text)
        return written if len(written) == len(text) else text


def shown(text: str, script: str, names: Collection[str] = ()) -> str:
    """`text` in `script` (hans or hant); a clause that is in it already stays as it is."""
    known = _known(frozenset(names))
    wanted = script_of(text) == script.capitalize()
    change = _simplified if script == HANS else _traditional

    def clause(match: re.Match[str]) -> str:
        return change(match[0], wanted, known) if _HAN.search(match[0]) else match[0]

    return _CLAUSE.sub(clause, text)


@lru_cache(maxsize=16)
def _known(names: frozenset[str]) -> Known | None:
    """Names that stand somewhere, folded, and what finds them, the longest first."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    odd = table().simplified_names
    chosen = [name for name in names if len(name) > 1 and is_han(name[0])]
    chosen.sort(key=lambda name: (any(c in odd for c in name), name))  # what folding loses wins
    folded = {to_simplified(name): name for name in chosen}
    if not folded:
        return None
    return Known(AhoCorasick(list(folded), matchkind=MatchKind.LeftmostLongest), folded)


@lru_cache(maxsize=65536)
def _converted(config: str, text: str) -> str:
    return converted(config, text)


def _simplified(text: str, wanted: bool, known: Known | None) -> str:
    """A clause in Simplified. `wanted` says that the text around it is Simplified already."""
    simple = to_simplified(text)
    if len(simple) != len(text):
        return simple
    if not table().taiwanese.isdisjoint(text):
        other = _converted(_FROM_TAIWAN, text)
        pairs = zip(text, simple, other, strict=True)
        simple = "".join(c if a in table().taiwanese else b for a, b, c in pairs)
    kept = table().simplified_names
    same = wanted and all(a == b or a in kept for a, b in zip(text, simple, strict=True))
    characters = list(text if same else simple)
    words = cut(simple)
    for at, character in enumerate(text):
        lost = character in kept and simple[at] != kept[character]
        if lost and character not in table().words_alone and named(simple, words, at):
            characters[at] = kept[character]
    for start, end in _names(simple, words, known):
        name = known.original(text[start:end]) if known else text[start:end]
        characters[start:end] = [kept.get(c) or to_simplified(c) for c in name]
    return "".join(characters)


def _traditional(text: str, wanted: bool, known: Known | None) -> str:
    """A clause in Traditional. `wanted` says that the text around it is Traditional already."""
    told = any(c not in table().both and _converted(_TO_TRADITIONAL, c) != c for c in text)
    if not told and (wanted or to_simplified(text) != text):
        return text
    kept = table().traditional_names
    pieces: list[str] = []
    words, at = cut(text), 0
    for start, end in _names(text, words, known):
        name = known.original(text[start:end]) if known else text[start:end]
        pieces.append(_worded(_between(words, at, start)))
        if len(name) > 1 and _is_entry(name):  # a name that the dictionary has, or no name (白发)
            pieces.append(_converted(_TO_TRADITIONAL, name))
        else:
            pieces += [kept.get(c) or _converted(_TO_TRADITIONAL, c) for c in name]
        at = end
    pieces.append(_worded(_between(words, at, len(text))))
    return "".join(pieces)


def _between(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """The words from `start` to `end`, those at the edges cut there."""
    found: list[Word] = []
    for at in range(bisect_right(words, start, key=_end), len(words)):
        word = words[at]
        if word.start >= end:
            break
        first, last = max(word.start, start), min(word.end, end)
        text = word.text[first - word.start : last - word.start]
        found.append(Word(first, last, text, word.tag))
    return found


_end = attrgetter("end")


def _worded(words: Sequence[Word]) -> str:
    """Words in Traditional, each as itself or together with its neighbours as one entry."""
    pieces: list[str] = []
    at = 0
    while at < len(words):
        before = "".join(word.text for word in words[max(0, at - 2) : at]).rstrip()
        end, piece = _entry(words, at)
        if end == at + 1:
            after = "".join(word.text for word in words[at + 1 : at + 3]).lstrip()
            piece = _by_place(words[at], before, after) or piece
        pieces.append(piece)
        at = end
    return "".join(pieces)


def _by_place(word: Word, before: str, after: str) -> str | None:
    """The form of a word that its place decides: behind a number, at the head of a clause."""
    held = table()
    if before and before[-1] in held.numbers and word.text in held.behind_number:
        return held.behind_number[word.text]
    if after and after[0] in held.numbers and word.text in held.in_front_of_number:
        return held.in_front_of_number[word.text]
    if not (before and is_han(before[-1])) and word.text in held.at_head:
        return held.at_head[word.text]
    return held.alone.get(word.text)


def _entry(words: Sequence[Word], at: int) -> tuple[int, str]:
    """The longest entry that begins with the word `at` and ends with a word: its end and form."""
    held = table()
    best, text = at + 1, words[at].text
    form = held.words.get(text) or _converted(_TO_TRADITIONAL, text)
    if words[at].tag in held.places:
        form = "".join(held.in_places.get(c, c) for c in form)
    if not is_han(text[0]):
        return best, form
    whole = text not in held.never_first
    for end in range(at + 2, len(words) + 1):
        text += words[end - 1].text
        if len(text) > _LONGEST or not is_han(words[end - 1].text[0]):
            break
        if text in held.words:
            best, form = end, held.words[text]
        elif whole and (text in held.no_names or _is_entry(text)):
            best, form = end, _converted(_TO_TRADITIONAL, text)
    return best, form


@lru_cache(maxsize=65536)
def _is_entry(text: str) -> bool:
    """True when the dictionary has the whole text: no two halves of it give the same form."""
    whole = _converted(_TO_TRADITIONAL, text)
    return all(
        whole != _converted(_TO_TRADITIONAL, text[:cut]) + _converted(_TO_TRADITIONAL, text[cut:])
        for cut in range(1, len(text))
    )


def _names(text: str, words: Sequence[Word], known: Known | None) -> Iterator[tuple[int, int]]:
    """Where names stand in a Simplified clause, in order and apart."""
    found = list(known.spans(text)) if known else []
    found += shaped(text, words)
    at = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= at:
            yield start, end
            at = end
