"""What is marked in texts that stand side by side.

In: sources side by side. Out: for every source the spans to mark: linked sentences (which lead to
each other), sentences inside a shared paragraph that no other source has, or of which it is not
known, and, within one language, words without their like. In the first of three columns a word is
marked only when every other column of its language lacks it.

Words of Chinese are cut by jieba on the Simplified form, so that a Traditional text differs from a
Simplified one by its words and not by every character; `difflib` then aligns the words. Texts that
have little in common get no marks: between two free wordings nearly every word would be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from compare.model import BODY, Evidence, Source
from compare.reports.beside import ALONE, DOUBTFUL, Beside, Match
from compare.reports.marking import Span, span_id
from compare.text.scripts import fold


@dataclass(frozen=True, slots=True)
class Pair:
    """A match as seen from one side."""

    own: Evidence
    other: Evidence
    source: str
    score: float


@dataclass(frozen=True, slots=True)
class _Group:
    """Sentences of two sources that links hold together."""

    left: Bounds
    right: Bounds


def spans_of(made: Beside) -> dict[str, list[Span]]:
    """Source id -> its spans."""
    first = made.sources[0]
    found: dict[str, list[Span]] = {}
    gone: list[list[Bounds]] = []
    for column, source in enumerate(made.sources):
        pairs = [pair for row in made.rows for pair in _pairs(row.matches, column, made.sources)]
        kind = "new" if column else "out"
        found[source.id] = [*_linked(source.id, pairs), *_lone(made, column, kind)]
    for column, other in enumerate(made.sources[1:], 1):
        matches = [match for row in made.rows for match in row.matches]
        pairs = [
            Pair(match.left, match.right, other.id, match.score)
            for match in matches
            if match.columns == (0, column)
        ]
        old, new = _changes(first, other, pairs)
        if comparable(first.article.language, other.article.language):
            gone.append(old)
        found[other.id] += (Span(*at, kind="ins") for at in new)
    found[first.id] += (Span(*at, kind="del") for at in _everywhere(gone))
    return found


def _pairs(matches: Iterable[Match], column: int, sources: Sequence[Source]) -> Iterator[Pair]:
    """The matches of a column, its own passage first."""
    for match in matches:
        one, other = match.columns
        if column == one:
            yield Pair(match.left, match.right, sources[other].id, match.score)
        elif column == other:
            yield Pair(match.right, match.left, sources[one].id, match.score)


def lone_sentences(made: Beside, column: int, index: int) -> Iterator[tuple[int, int, str]]:
    """The sentences of a paragraph that no other source has, or of which it is not known: start,
    end and which of the two.
    """
    for one in made.sources[column].document.body():
        standing = made.standing(column, one.start, one.end)
        if one.paragraph == index and standing in (ALONE, DOUBTFUL):
            yield one.start, one.end, standing


def _lone(made: Beside, column: int, kind: str) -> Iterator[Span]:
    for row in made.rows:
        if row.matches:
            for index in row.columns[column]:
                for start, end, standing in lone_sentences(made, column, index):
                    yield Span(start, end, kind=kind if standing == ALONE else "unsure")


def _linked(source: str, pairs: Sequence[Pair]) -> Iterator[Span]:
    best: dict[Bounds, Pair] = {}
    for pair in sorted(pairs, key=lambda p: (p.own.start, -p.score, p.other.start)):
        if pair.own.part == pair.other.part == BODY:
            best.setdefault((pair.own.start, pair.own.end), pair)
    for (start, end), pair in best.items():
        target = span_id(pair.source, BODY, pair.other.start, pair.other.end)
        yield Span(start, end, span_id(source, BODY, start, end), "link", target)


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
