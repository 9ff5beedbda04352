"""What has the shape of a Chinese person's name, where nobody has read names.

In: a clause in Simplified characters. Out: its words, and the spans that read as a name: a surname
and one or two characters that make no word, between edges at which names begin and end. This serves
the display alone: a name that it misses is shown with the characters of words, and one too many
costs nothing where no character has two forms.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from compare.text.script_words import table
from compare.text.scripts import is_han

_LONGEST_GIVEN = 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the segmenter: code points `start` to `end`, its characters and its class."""

    start: int
    end: int
    text: str
    tag: str


def cut(text: str) -> list[Word]:
    """The words of a clause; what the segmenter does not know falls into characters."""
    import rjieba

    words: list[Word] = []
    at = 0
    for word, tag in rjieba.tag(text, False):  # noqa: FBT003 -- the binding takes no keyword
        words.append(Word(at, at + len(word), word, tag))
        at += len(word)
    return words


def shaped(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """What has the shape of a name: the longer reading first."""
    held = table()
    for n, word in enumerate(words):
        family = len(word.text) if word.text in held.compound else 1
        if family == 1 and word.text[0] not in held.surnames:
            continue
        before = words[n - 1].text if n else " "
        people = before in held.before or before[-1] in held.people
        begins = people or not is_han(before[-1])
        for size in range(_LONGEST_GIVEN, 0, -1):
            end = word.start + family + size
            inside = words[n : n + family + size]  # no more words than characters
            if end <= len(text) and _is_name(
                text, inside, family, end, begins=begins, people=people
            ):
                yield word.start, end
                break
        else:
            if len(word.text) == family and _is_surname(text, words, n):
                yield word.start, word.end


def _is_surname(text: str, words: Sequence[Word], n: int) -> bool:
    """True for a surname in front of a title (于女士, 余某), or behind 姓."""
    held = table()
    if n and words[n - 1].text in held.in_front:
        return True
    if n + 1 == len(words) or words[n + 1].text not in held.titles:
        return False
    end = words[n + 1].end
    return end == len(text) or text[end] in held.glued or text.startswith(held.behind, end)


def _is_name(
    text: str, words: Sequence[Word], family: int, end: int, *, begins: bool, people: bool
) -> bool:
    """True when the characters up to `end`, of which `family` are a surname, read as a name rather
    than as words.
    """
    held = table()
    inside = [word for word in words if word.start < end]
    start, last = inside[0].start, inside[-1]
    given = text[start + family : end]
    if text[start:end] in held.no_names or any(c in held.never or not is_han(c) for c in given):
        return False
    if last.end > end and not (text[end : last.end] and text[end] in held.glued):
        return False
    ends = end == len(text) or last.end > end or text.startswith(held.behind, end)
    single = all(len(word.text) in (1, family) for word in inside if word.end <= end)
    doubtful = text[start] in held.words_too
    if single and len(given) == _LONGEST_GIVEN and not doubtful:
        return begins or ends
    speaks = text.startswith((*held.says, *held.titles), end)
    if doubtful and len(given) < _LONGEST_GIVEN and not speaks and not people:
        return False
    if doubtful and not text.startswith(held.says, end):
        longer = (word for word in inside if word.end <= end and len(word.text) > 1)
        if any(word.tag not in held.names for word in longer):
            return False
    if family > 1:
        return begins or ends
    if len(inside[0].text) > family and inside[0].tag not in held.names:
        return False  # a word that begins like a name: 范围, 游客
    if any(word.tag in held.not_given for word in inside if word.end - word.start > 1):
        return False
    return ends and (begins or speaks)


def named(text: str, words: Sequence[Word], at: int) -> bool:
    """True where a character that names are written with, and that makes no word here, stands one
    or two characters behind a surname.
    """
    held = table()
    n = bisect_right(words, at, key=_end)
    if len(words[n].text) > 1 or text[at + 1 : at + 2] in held.verbal:
        return False
    before = words[max(0, n - 2) : n]
    if not before or before[-1].text in held.never:
        return False
    families = [word for word in before if word.text in held.surnames | held.compound]
    return bool(families) and sum(len(w.text) for w in before if w.start > families[-1].start) < 2


_end = attrgetter("end")
