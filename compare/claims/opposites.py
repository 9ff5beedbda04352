"""Does a passage say the opposite of a claim: fell for rose, will not for will, third for first?

In: a claim and a passage that is like it. Out: yes or no, the same whichever comes first. Likeness
of words does not see the one word that turns a sentence round. Every word that has an opposite (by
the scales and the predicates of the languages, so that 下降 meets `rose`) is a mark, turned where a
negation governs it; without one a word is a mark that only a negation turns. Two marks oppose each
other when the words beside each stand in the other text and no further mark agrees with either: a
long sentence tells of rises and falls of several things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from compare.options import Options
from compare.resources.glossary import Glossary
from compare.resources.opposites import ORDERED, Opposites, Side, opposites
from compare.resources.predicates import predicates
from compare.resources.roles import role_words
from compare.resources.tolls import CONVERSE
from compare.text.scripts import is_han, to_simplified
from compare.text.words import STOP_WORDS, english_stems, grams, plain_latin, stem

Text = tuple[str, str]  # with its language
_BREAK = re.compile(r"[,;:，；：。！？!?()（）“”\"—]+\s*|\s[-–]\s|\.\s")
_LATIN = re.compile(r"[^\W\d_][\w'-]*")
_FIGURE = re.compile(r"\d+")
_PAIR = 2
_DENIED: Side = ("truth", 1)  # what is denied is no statement
_WORD = "="  # the scale of a word that has no opposite


@dataclass(frozen=True, slots=True)
class Mark:
    """A word, `start`..`end` of its text: the sides and classes of predicates it stands for,
    whether it is denied, whether its clause denies or doubts anything, and what
    of that clause stands `around` it.
    """

    start: int
    end: int
    sides: frozenset[Side]
    classes: frozenset[str]
    denied: bool
    doubtful: bool
    flat: bool
    around: tuple[str, str]

    @property
    def beside(self) -> str:
        """What stands before and behind it in its clause."""
        return "\n".join(self.around)


@dataclass(frozen=True, slots=True)
class Told:
    """A text as it is compared: words with opposites, the others, its language."""

    text: str
    tag: str
    marks: tuple[Mark, ...]
    words: tuple[Mark, ...]


def opposed(claim: Text, passage: Text, glossary: Glossary | None, options: Options) -> bool:
    """Does one text deny the other? `glossary` is asked between Chinese and English."""
    one, other = (_told(text, tag.partition("-")[0], options) for text, tag in (claim, passage))
    if one is None or other is None or (one.tag != other.tag and glossary is None):
        return False
    pairs = [*product(one.marks, other.marks)]
    if one.tag == other.tag:
        turned = [p for p in pairs if _turned(*p, one.tag, options.role_words)]
        if turned:  # A before B, B after A
            return any(_ordered(m, n) for m, n in turned)
        pairs += _denied(one, other)
    return any(
        _against(m, n) and _alone(m, n, one, other) and _about(m, n, one, other, glossary, options)
        for m, n in pairs
    )


def _ordered(m: Mark, n: Mark) -> bool:
    """Is it one word between two things that have an order?"""
    doubtful = m.doubtful or n.doubtful or m.denied or n.denied
    return not doubtful and any(scale in ORDERED for scale, _ in m.sides & n.sides)


def _turned(m: Mark, n: Mark, tag: str, least: float) -> bool:
    """Do the two parties beside a word change places?"""
    if not (_same(m, n) or _unlike(m, n)):
        return False
    (a, b), (c, d) = (_parties(x, tag) for x in (m, n))
    return min(_part(a - c, d), _part(c - a, b)) >= least


def _parties(mark: Mark, tag: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words before and behind a word; those of a passive the other way round."""
    before, after = mark.around
    one, other = (frozenset(w for w in _bag(s, tag) if not w.isdigit()) for s in (before, after))
    return (other, one) if _passive(mark, tag) else (one, other)


def _passive(mark: Mark, tag: str) -> bool:
    words = role_words(tag)
    before, after = mark.around
    return words is not None and bool(words.by.match(after) or words.turned.search(before))


def _part(few: frozenset[str], many: frozenset[str]) -> float:
    return len(few & many) / len(few) if few else 0.0


def _denied(one: Told, other: Told) -> list[tuple[Mark, Mark]]:
    """Words of both, of one language, that one of them denies."""
    pairs = product(one.words, other.words)
    return [(m, n) for m, n in pairs if m.denied != n.denied and m.sides == n.sides]


def _alone(m: Mark, n: Mark, one: Told, other: Told) -> bool:
    """Does no further mark agree with either, and is neither in doubt?"""
    if m.doubtful or n.doubtful:
        return False
    mine, theirs = (t.words if _is_word(m) else t.marks for t in (one, other))
    return not any(_agree(m, x) for x in theirs) and not any(_agree(x, n) for x in mine)


def _is_word(mark: Mark) -> bool:
    return any(scale.startswith(_WORD) for scale, _ in mark.sides)


def _against(m: Mark, n: Mark) -> bool:
    """Other sides, neither denied, or one side, one of them denied."""
    if _agree(m, n):
        return False
    if m.denied != n.denied:
        return _same(m, n) and (n if m.denied else m).flat
    return not m.denied and _unlike(m, n)


def _agree(m: Mark, n: Mark) -> bool:
    return _same(m, n) if m.denied == n.denied else _unlike(m, n)


def _same(m: Mark, n: Mark) -> bool:
    return bool(m.sides & n.sides or m.classes & n.classes)


def _unlike(m: Mark, n: Mark) -> bool:
    known = predicates()
    return any(a == b and x != y for a, x in m.sides for b, y in n.sides) or any(
        other in known[one].opposites for one in m.classes for other in n.classes
    )


def _about(
    m: Mark, n: Mark, one: Told, other: Told, glossary: Glossary | None, options: Options
) -> bool:
    """Do the words beside each mark stand in the other text?"""
    across = glossary if one.tag != other.tag else None
    if across is None and not _of_one(m, n, one.tag, options):
        return False
    mine = _held(m.beside, one.tag, other.text, other.tag, across)
    theirs = _held(n.beside, other.tag, one.text, one.tag, across)
    least = options.opposite_share if across is None else options.opposite_across
    if _is_word(m):
        least = options.opposite_most
    return min(mine, theirs) >= least and max(mine, theirs) >= options.opposite_most


def _of_one(m: Mark, n: Mark, tag: str, options: Options) -> bool:
    """Is the first party the same, where what one wins another loses?"""
    known = predicates()
    scales = {scale for x in (m, n) for scale, _ in x.sides}
    if scales.isdisjoint(CONVERSE) and not any(known[c].converse for c in m.classes | n.classes):
        return True
    (a, _), (c, _) = (_parties(x, tag) for x in (m, n))
    return max(_part(a, c), _part(c, a)) >= options.role_words


def _held(few: str, tag: str, many: str, theirs: str, glossary: Glossary | None) -> float:
    """The share of the words of `few` that `many` has as well, by the glossary where given."""
    if glossary is None:
        return _part(_bag(few, tag), _bag(many, tag))
    if tag == "zh":
        cut = [*_cut(few, glossary)]
        words = [w for w in cut if len(w) > 1] or cut
        stems = _bag(many, theirs)
        found = [w for w in words if w in stems or not stems.isdisjoint(glossary.gloss.get(w, ()))]
        return len(found) / len(words) if words else 0.0
    stems = frozenset(s for w in _cut(many, glossary) for s in glossary.gloss.get(w, (w,)))
    return _part(_bag(few, tag), stems)


@lru_cache(maxsize=4096)
def _bag(text: str, tag: str) -> frozenset[str]:
    """Pairs of hanzi, or stems; and figures."""
    if tag == "zh":
        lines = re.split(r"[^\w]+", text)
        return frozenset(g for line in lines for g in grams(line, (_PAIR,)))
    return frozenset([*english_stems(text), *_FIGURE.findall(text)])


def _cut(text: str, glossary: Glossary) -> Iterator[str]:
    """Words of the glossary, longest first, and figures."""
    yield from _FIGURE.findall(text)
    at = 0
    while at < len(text):
        size = 0
        if is_han(text[at]):
            size = next((n for n in (4, 3, 2, 1) if text[at : at + n] in glossary.gloss), 0)
            if size:
                yield text[at : at + size]
        at += size or 1


def _told(text: str, tag: str, options: Options) -> Told | None:
    lexis = opposites(tag)
    return None if lexis is None else _read(text, lexis, options.opposite_reach)


@lru_cache(maxsize=4096)
def _read(text: str, lexis: Opposites, reach: int) -> Told:
    plain = to_simplified(text) if lexis.tag == "zh" else plain_latin(text)
    edges = [0, *(m.end() for m in _BREAK.finditer(plain)), len(plain)]
    hits = [*lexis.find(plain)]
    marks: list[Mark] = []
    words: list[Mark] = []
    for start, end in pairwise(edges):
        inside = [h for h in hits if start <= h[0] < end]
        for mark in _clause(plain, start, end, inside, lexis, reach):
            (words if _is_word(mark) else marks).append(mark)
    return Told(plain, lexis.tag, tuple(marks), tuple(words))


Hit = tuple[int, int, frozenset[Side], frozenset[str]]


def _clause(
    text: str, start: int, end: int, hits: Sequence[Hit], lexis: Opposites, reach: int
) -> list[Mark]:
    """The words of a clause."""
    denials = _denials(text, start, end, hits, lexis)
    hits = [h for h in hits if not _touches(h[:2], denials)]
    spans = [h[:2] for h in hits]
    others = _others(text, start, end, lexis.tag)
    every = sorted([*hits, *(w for w in others if not _touches(w[:2], [*spans, *denials]))])
    turned = [_governed(behind, every, text, lexis.tag, reach) for _, behind in denials]
    hidden = [m.span() for m in lexis.hidden.finditer(text, start, end)]
    doubts = [d for d in hidden if not _touches(d, [*spans, *denials])]
    doubts += [h[:2] for h in hits if _DENIED in h[2]]
    flat = not (hidden or lexis.denying.search(text, start, end))
    empty = [m.span() for m in lexis.empty.finditer(text, start, end)]
    bare = _blank(text, [*denials, *empty])
    return [
        Mark(
            *hit,
            denied=turned.count(hit[0]) % 2 == 1,
            doubtful=any(b <= hit[0] for _, b in doubts),
            flat=flat,
            around=(bare[start : hit[0]], bare[hit[1] : end]),
        )
        for hit in every
    ]


def _denials(
    text: str, start: int, end: int, hits: Sequence[Hit], lexis: Opposites
) -> list[tuple[int, int]]:
    """Where a clause denies. A longer word that holds a negation (未完工) has its own side; one
    that is longer than a word with an opposite (no longer) denies.
    """
    skip = [m.span() for m in lexis.ignored.finditer(text, start, end)]
    found = []
    for m in lexis.denying.finditer(text, start, end):
        size = m.end() - m.start() + (lexis.firm.fullmatch(m[0]) is not None)
        held = [h for h in hits if _touches(m.span(), [h[:2]])]
        if all(h[1] - h[0] < size for h in held) and not _touches(m.span(), skip):
            found.append(m.span())
    return found


def _blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    pieces = list(text)
    for a, b in spans:
        pieces[a:b] = "\n" * (b - a)
    return "".join(pieces)


def _governed(behind: int, every: Sequence[Hit], text: str, tag: str, reach: int) -> int | None:
    """Where the word starts that a negation denies: one with an opposite that is near, or else the
    next.
    """
    after = [h for h in every if h[0] >= behind]
    near = [h for h in after if _apart(text[behind : h[0]], tag) <= reach]
    strong = [h for h in near if h[3] or not any(s.startswith(_WORD) for s, _ in h[2])]
    chosen = strong or near
    return chosen[0][0] if chosen else None


def _apart(text: str, tag: str) -> int:
    """Words between two places; two hanzi are one."""
    return len(text) // _PAIR if tag == "zh" else len(text.split())


def _others(text: str, start: int, end: int, tag: str) -> Iterator[Hit]:
    """Words without opposites: of Chinese every two hanzi."""
    none: frozenset[str] = frozenset()
    if tag == "zh":
        for at in range(start, end - 1):
            if is_han(text[at]) and is_han(text[at + 1]):
                yield at, at + 2, frozenset({(_WORD + text[at : at + 2], 0)}), none
        return
    for m in _LATIN.finditer(text, start, end):
        if m[0].lower() not in STOP_WORDS:
            yield m.start(), m.end(), frozenset({(_WORD + stem(m[0]), 0)}), none


def _touches(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] < b and a < span[1] for a, b in spans)
