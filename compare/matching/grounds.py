"""Which words of a claim a passage has, and which it lacks: what a reader is shown of a match.

In: a claim with the names that stand in it, those of its figures and days whose fate the facts
tell, and a passage. Out: two lists of the claim's own words, in text order: found, not found.
Nothing is judged here again: a name is found as the features find it, by its identity; a word as
the lexical score counts it; a figure or a day by the facts, where these read it. A name or a figure
is one entry, and its words are not listed again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.matching.lexical import Words, told_words
from compare.matching.units import anchor_of
from compare.model import Mention
from compare.options import Options
from compare.resources.glossary import Glossary
from compare.text.scripts import fold, to_simplified


@dataclass(frozen=True, slots=True)
class Mark:
    """Code points `start` to `end` of a claim's text that stand for one thing (`key`), and whether
    the passage has it.
    """

    start: int
    end: int
    found: bool
    key: str = ""


def named(mentions: Iterable[Mention], places: Sequence[int], passage: Words) -> list[Mark]:
    """Marks of the names, numbers and days in `mentions`: found where the passage has the same, or
    the very words. `places` says where each character of the claim stands in the mentions' part.
    """
    return [
        marked(places, m.start, m.end, key, found=key in passage.anchors or _told(m, passage))
        for m in mentions
        if (key := anchor_of(m))
    ]


def marked(places: Sequence[int], start: int, end: int, key: str = "", *, found: bool) -> Mark:
    """The mark of what stands from `start` to `end` of the part in which a claim stands."""
    return Mark(bisect_left(places, start), bisect_left(places, end), found, key)


def _told(mention: Mention, passage: Words) -> bool:
    return to_simplified(mention.text) in passage.text


def listed(
    claim: Words,
    marks: Sequence[Mark],
    passage: Words,
    glossary: Glossary | None,
    options: Options,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(found, not found) of the words of a claim, in the order and the characters of its text (in
    its own script). Of marks that overlap the first in `marks` counts. Nothing is in both, and
    nothing is said twice: what is found once is found.
    """
    kept: list[Mark] = []
    for mark in marks:
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    bare = "".join(
        " " if any(m.start <= n < m.end for m in kept) else c for n, c in enumerate(claim.text)
    )
    every = sorted([*kept, *_words(bare, claim.language, passage, glossary, options)], key=_place)
    first: dict[str, Mark] = {}
    for mark in sorted(every, key=lambda m: not m.found):
        first.setdefault(mark.key or claim.text[mark.start : mark.end].casefold(), mark)
    texts: dict[str, Mark] = {}
    for mark in sorted(first.values(), key=lambda m: not m.found):
        texts.setdefault(claim.text[mark.start : mark.end], mark)
    inorder = sorted(texts.values(), key=_place)
    found, missing = (
        tuple(claim.text[m.start : m.end] for m in inorder if m.found is has)
        for has in (True, False)
    )
    return found, missing


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


def _words(
    text: str, language: str, passage: Words, glossary: Glossary | None, options: Options
) -> Iterable[Mark]:
    """Marks of the other words of a claim."""
    folded, at = fold(text), 0
    plain = folded.text.replace("’", "'")  # as words of English are cut
    for word, found in told_words(Words(folded.text, language), passage, glossary, options):
        at = plain.index(word, at)
        yield Mark(*folded.original(at, at + len(word)), found)
        at += len(word)
