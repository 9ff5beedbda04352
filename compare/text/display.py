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
import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from compare.text.scripts import converted, is_han, script_of, to_simplified

HANS, HANT = "hans", "hant"

_TO_TRADITIONAL, _FROM_TAIWAN = "s2tw", "tw2s"
_CLAUSE = re.compile(r"[^，。！？；：、“”「」『』（）()《》〈〉…—\n,.;:!?\"]+")
_HAN = re.compile("[\u3400-\u9fff]")
_LONGEST = 7  # characters of an entry that is put together from several words
_LONGEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Table:
    """What stands in `scripts.toml`, as it is asked for."""

    both: frozenset[str]
    taiwanese: frozenset[str]
    surnames: frozenset[str]
    before: frozenset[str]
    behind: tuple[str, ...]
    glued: frozenset[str]
    never: frozenset[str]
    people: frozenset[str]
    names: frozenset[str]
    no_names: frozenset[str]
    not_given: frozenset[str]
    simplified_names: dict[str, str]
    traditional_names: dict[str, str]
    alone: dict[str, str]
    in_places: dict[str, str]
    places: frozenset[str]
    at_head: dict[str, str]
    behind_number: dict[str, str]
    numbers: frozenset[str]
    never_first: frozenset[str]
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the segmenter: code points `start` to `end`, its characters and its class."""

    start: int
    end: int
    text: str
    tag: str


@dataclass(frozen=True, slots=True)
class Known:
    """Names of the articles: what finds them in Simplified, and each as it is written."""

    pattern: re.Pattern[str]
    written: dict[str, str]


def shown(text: str, script: str, names: Collection[str] = ()) -> str:
    """`text` in `script` (hans or hant); a clause that is in it already stays as it is."""
    known = _known(frozenset(names))
    wanted = script_of(text) == script.capitalize()
    change = _simplified if script == HANS else _traditional

    def clause(match: re.Match[str]) -> str:
        return change(match[0], wanted, known) if _HAN.search(match[0]) else match[0]

    return _CLAUSE.sub(clause, text)


@cache
def table() -> Table:
    """The words of `scripts.toml`."""
    held = tomllib.loads(files("compare.text").joinpath("scripts.toml").read_text("utf-8"))
    names, other = held["names"], held["traditional"]
    return Table(
        both=_characters(held["both"]),
        taiwanese=_characters(held["simplified"]["taiwanese"]),
        surnames=_characters(names["surnames"]),
        before=frozenset(names["before"].split()),
        behind=tuple(sorted({*names["behind"].split(), *names["before"].split()})),
        glued=_characters(names["glued"]),
        never=_characters(names["never"]),
        people=_characters(names["people"]),
        names=frozenset(names["tags"].split()),
        no_names=frozenset(names["words"].split()),
        not_given=frozenset(names["not_given"].split()),
        simplified_names=_kept(names, "simplified"),
        traditional_names=_kept(names, "traditional"),
        alone=other["alone"],
        in_places=other["in_places"],
        places=frozenset(other["places"].split()),
        at_head=other["at_head"],
        behind_number=other["behind_number"],
        numbers=_characters(other["numbers"]),
        never_first=frozenset(other["never_first"].split()),
        words=other["words"],
    )


def _characters(text: str) -> frozenset[str]:
    return frozenset("".join(text.split()))


def _kept(names: dict[str, Any], script: str) -> dict[str, str]:
    others: dict[str, str] = names[f"in_{script}"]
    return {c: c for c in names[f"kept_in_{script}"]} | others


@lru_cache(maxsize=16)
def _known(names: frozenset[str]) -> Known | None:
    """Names that stand somewhere, folded, and what finds them, the longest first."""
    chosen = sorted(name for name in names if len(name) > 1 and is_han(name[0]))
    folded = {to_simplified(name): name for name in chosen}
    if not folded:
        return None
    longest = sorted(folded, key=lambda name: (-len(name), name))
    return Known(re.compile("|".join(map(re.escape, longest))), folded)


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
    for start, end in _names(simple, known):
        written = known.written.get(simple[start:end], "") if known else ""
        name = written if len(written) == end - start else text[start:end]
        characters[start:end] = [kept.get(c) or to_simplified(c) for c in name]
    return "".join(characters)


def _traditional(text: str, wanted: bool, known: Known | None) -> str:
    """A clause in Traditional. `wanted` says that the text around it is Traditional already."""
    told = any(c not in table().both and _converted(_TO_TRADITIONAL, c) != c for c in text)
    if not told and (wanted or to_simplified(text) != text):
        return text
    kept = table().traditional_names
    pieces: list[str] = []
    words, at = _cut(text), 0
    for start, end in _names(text, known):
        written = known.written.get(text[start:end], text[start:end]) if known else text[start:end]
        pieces.append(_worded(_between(words, at, start)))
        pieces += [kept.get(c) or _converted(_TO_TRADITIONAL, c) for c in written]
        at = end
    pieces.append(_worded(_between(words, at, len(text))))
    return "".join(pieces)


def _cut(text: str) -> list[Word]:
    import rjieba

    words: list[Word] = []
    at = 0
    for word, tag in rjieba.tag(text, False):  # noqa: FBT003 -- the binding takes no keyword
        words.append(Word(at, at + len(word), word, tag))
        at += len(word)
    return words


def _between(words: Sequence[Word], start: int, end: int) -> list[Word]:
    """The words from `start` to `end`, those at the edges cut there."""
    found: list[Word] = []
    for word in words:
        first, last = max(word.start, start), min(word.end, end)
        if first < last:
            text = word.text[first - word.start : last - word.start]
            found.append(Word(first, last, text, word.tag))
    return found


def _worded(words: Sequence[Word]) -> str:
    """Words in Traditional, each as itself or together with its neighbours as one entry."""
    pieces: list[str] = []
    at = 0
    while at < len(words):
        before = "".join(word.text for word in words[max(0, at - 2) : at]).rstrip()
        end, piece = _entry(words, at)
        if end == at + 1:
            piece = _by_place(words[at], before) or piece
        pieces.append(piece)
        at = end
    return "".join(pieces)


def _by_place(word: Word, before: str) -> str | None:
    """The form of a word that its place decides: behind a number, at the head of a clause."""
    held = table()
    if before and before[-1] in held.numbers and word.text in held.behind_number:
        return held.behind_number[word.text]
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
    if text in held.never_first or not is_han(text[0]):
        return best, form
    for end in range(at + 2, len(words) + 1):
        text += words[end - 1].text
        if len(text) > _LONGEST or not is_han(words[end - 1].text[0]):
            break
        if text in held.words:
            best, form = end, held.words[text]
        elif _is_entry(text):
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


def _names(text: str, known: Known | None) -> Iterator[tuple[int, int]]:
    """Where names stand in a Simplified clause, in order and apart."""
    found = [match.span() for match in known.pattern.finditer(text)] if known else []
    found += _shaped(text, _cut(text))
    at = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= at:
            yield start, end
            at = end


def _shaped(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """What has the shape of a name: the longer reading first."""
    held = table()
    for n, word in enumerate(words):
        if word.text[0] not in held.surnames:
            continue
        before = words[n - 1].text if n else " "
        people = before in held.before or before[-1] in held.people
        begins = people or not is_han(before[-1])
        for size in range(_LONGEST_NAME, 1, -1):
            end = word.start + size
            if end <= len(text) and _is_name(text, words[n:], end, begins=begins):
                yield word.start, end
                break


def _is_name(text: str, words: Sequence[Word], end: int, *, begins: bool) -> bool:
    """True when the characters up to `end` read as a name rather than as words."""
    held = table()
    start = words[0].start
    given = text[start + 1 : end]
    inside = [word for word in words if word.start < end]
    last = inside[-1]
    if text[start:end] in held.no_names or any(c in held.never or not is_han(c) for c in given):
        return False
    if last.end > end and not (text[end : last.end] and text[end] in held.glued):
        return False
    ends = end == len(text) or last.end > end or text.startswith(held.behind, end)
    single = all(word.end - word.start == 1 for word in inside if word.end <= end)
    if single and len(given) == _LONGEST_NAME - 1:
        return begins or ends
    if inside[0].end == end and inside[0].tag not in held.names:
        return False  # a word that begins like a name: 范围, 游客
    if any(word.tag in held.not_given for word in inside if word.end - word.start > 1):
        return False
    return begins and ends
