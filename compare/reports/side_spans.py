"""What is marked in texts that stand side by side.

In: a first source and others with their rows. Out: for every source the spans to mark: linked
sentences (which lead to each other), sentences without their like inside a shared paragraph, and,
within one language, words without their like. In the first of three columns a word is marked only
when every other column of its language lacks it.

Words of Chinese are cut by jieba on the Simplified form, so that a Traditional text differs from a
Simplified one by its words and not by every character; `difflib` then aligns the words. Texts that
have little in common get no marks: between two free wordings nearly every word would be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from compare.model import BODY, Bead, Link, Segment, Source
from compare.reports.marking import Span, span_id
from compare.text.scripts import fold

Paired = tuple[Source, Sequence[Bead]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A link as seen from one side."""

    own: Segment
    other: Segment
    source: str
    score: float


@dataclass(frozen=True, slots=True)
class _Group:
    """Sentences of two sources that links hold together."""

    left: Bounds
    right: Bounds


def spans_of(first: Source, others: Sequence[Paired]) -> dict[str, list[Span]]:
    """Source id -> its spans."""
    found: dict[str, list[Span]] = {}
    seen: list[Pair] = []
    gone: list[list[Bounds]] = []
    for other, rows in others:
        pairs = [_oriented(link, first, other) for row in rows for link in row.links]
        seen += pairs
        back = [Pair(p.other, p.own, first.id, p.score) for p in pairs]
        old, new = _changes(first, other, pairs)
        if comparable(first.article.language, other.article.language):
            gone.append(old)
        shared = [i for row in rows if row.links for i in row.right]
        found[other.id] = [
            *_linked(other.id, back),
            *_alone(other, shared, back, "new"),
            *(Span(*at, kind="ins") for at in new),
        ]
    shared = [i for _, rows in others for row in rows if row.links for i in row.left]
    found[first.id] = [
        *_linked(first.id, seen),
        *_alone(first, shared, seen, "out"),
        *(Span(*at, kind="del") for at in _everywhere(gone)),
    ]
    return found


def _oriented(link: Link, first: Source, other: Source) -> Pair:
    own, far = link.left, link.right
    if own.article != first.article.id:
        own, far = far, own
    return Pair(own, far, other.id, link.score)


def _linked(source: str, pairs: Sequence[Pair]) -> Iterator[Span]:
    best: dict[Bounds, Pair] = {}
    for pair in sorted(pairs, key=lambda p: (p.own.start, -p.score, p.other.start)):
        if pair.own.part == pair.other.part == BODY:
            best.setdefault((pair.own.start, pair.own.end), pair)
    for (start, end), pair in best.items():
        target = span_id(pair.source, BODY, pair.other.start, pair.other.end)
        yield Span(start, end, span_id(source, BODY, start, end), "link", target)


def _alone(
    source: Source, paragraphs: Iterable[int], pairs: Sequence[Pair], kind: str
) -> Iterator[Span]:
    taken = [(pair.own.start, pair.own.end) for pair in pairs if pair.own.part == BODY]
    for index in sorted(set(paragraphs)):
        for one in source.document.body():
            free = not any(s < one.end and one.start < e for s, e in taken)
            if one.paragraph == index and free:
                yield Span(one.start, one.end, kind=kind)


def _changes(
    first: Source, other: Source, pairs: Sequence[Pair]
) -> tuple[list[Bounds], list[Bounds]]:
    language = first.article.language
    if not comparable(language, other.article.language):
        return [], []
    gone: list[Bounds] = []
    new: list[Bounds] = []
    for group in _groups(pairs):
        left = first.article.text[slice(*group.left)]
        right = other.article.text[slice(*group.right)]
        old, fresh = word_changes(left, right, language)
        gone += [(group.left[0] + a, group.left[0] + b) for a, b in old]
        new += [(group.right[0] + a, group.right[0] + b) for a, b in fresh]
    return gone, new


def _groups(pairs: Sequence[Pair]) -> list[_Group]:
    """Pairs one by one, best first, each sentence once: the words of a sentence can be held
    against one other only.
    """
    groups: list[_Group] = []
    for pair in sorted(pairs, key=lambda p: (-p.score, p.own.start, p.other.start)):
        left, right = (pair.own.start, pair.own.end), (pair.other.start, pair.other.end)
        free = not any(_meet(left, g.left) or _meet(right, g.right) for g in groups)
        if free and pair.own.part == pair.other.part == BODY:
            groups.append(_Group(left, right))
    return groups


def _meet(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _everywhere(lists: Sequence[Sequence[Bounds]]) -> list[Bounds]:
    """Spans of offsets that stand in every list, rejoined."""
    if not lists:
        return []
    common = set.intersection(*({i for a, b in bounds for i in range(a, b)} for bounds in lists))
    spans: list[Bounds] = []
    for i in sorted(common):
        if spans and spans[-1][1] == i:
            spans[-1] = (spans[-1][0], i + 1)
        else:
            spans.append((i, i + 1))
    return spans


LEAST_IN_COMMON = 0.45
_WORD = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|"
    r"[^\W_]+(?:['’.,-][^\W_]+)*|\s+|.",
    re.DOTALL,
)

Bounds = tuple[int, int]
Token = tuple[str, int, int]


def comparable(left: str, right: str) -> bool:
    """True for one language, whatever the script: zh-Hans and zh-Hant, but not zh and en."""
    return left.split("-", maxsplit=1)[0] == right.split("-", maxsplit=1)[0] != "und"


def word_changes(left: str, right: str, language: str) -> tuple[list[Bounds], list[Bounds]]:
    """Spans of `left` that `right` lacks, and the other way round; both empty when the texts have
    too little in common. White space alone is never a change.
    """
    ours, theirs = tokens(left, language), tokens(right, language)
    words, others = [t[0] for t in ours], [t[0] for t in theirs]
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    if matcher.ratio() < LEAST_IN_COMMON:
        return [], []
    gone: list[Bounds] = []
    new: list[Bounds] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            gone += _bounds(ours[a:b])
            new += _bounds(theirs[c:d])
    return gone, new


def tokens(text: str, language: str) -> list[Token]:
    """Words in lower case and Simplified script, with their bounds in `text`; every character
    that is no white space is in exactly one.
    """
    if not language.startswith("zh"):
        return [(m[0].lower(), *m.span()) for m in _WORD.finditer(text) if not m[0].isspace()]
    import rjieba

    folded, found, at = fold(text), [], 0
    for word in rjieba.cut(folded.text):
        end = at + len(word)
        if not word.isspace():
            found.append((word.lower(), *folded.original(at, end)))
        at = end
    return found


def _bounds(run: Sequence[Token]) -> list[Bounds]:
    return [(run[0][1], run[-1][2])] if run else []
