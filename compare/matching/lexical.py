"""Lexical similarity of two lists of units, chosen by their pair of languages.

In: texts (Chinese folded to Simplified) with their languages, and the anchors (names, numbers,
dates by identity) that each holds. Out: float32 matrices [len(a), len(b)] in 0..1. Within Chinese:
cosine of character 1-3-gram TF-IDF. Within another language: the same over word stems. Between
Chinese and English: how much of each side the glosses of the other explain, √(a→b × b→a), rare
words counting more (.874 → .917 AP beside the encoder on the seeds). Otherwise: shared names,
numbers and words in Latin letters. The encoder sees meaning and misses names and numbers; this
sees names and numbers and misses paraphrase.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from compare.matching.counts import DENSE, products
from compare.options import Options
from compare.resources.glossary import Glossary
from compare.resources.words import word_set
from compare.text.scripts import is_han, to_simplified
from compare.text.words import english_stems, english_words, grams, plain_latin, stem

Matrix = NDArray[np.float32]
STOP_HAN = word_set("zh", "matching", "stop")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as the lexical score sees it: folded `text`, `language`, and `anchors` (identities of
    the names, numbers and dates in it) with the words of the text that each anchor covers.
    """

    text: str
    language: str
    anchors: dict[str, str] = field(default_factory=dict)


def family(language: str) -> str:
    """The part of a language tag that decides the method: zh, en, or the primary tag."""
    return language.split("-", maxsplit=1)[0]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Lexical agreement of two lists of units, each [len(a), len(b)] in 0..1: `both` ways at once,
    `forward` the weighted share of the left unit found in the right one, `backward` the reverse.
    """

    both: Matrix
    forward: Matrix
    backward: Matrix

    @property
    def flipped(self) -> Overlap:
        """The same seen from the other side."""
        return Overlap(self.both.T, self.backward.T, self.forward.T)


def overlap(
    a: Sequence[Words], b: Sequence[Words], glossary: Glossary | None, options: Options
) -> Overlap:
    """Lexical agreement of every unit of `a` with every unit of `b`.

    Each side may mix languages; blocks of one pair of languages are scored together.
    """
    out = [np.zeros((len(a), len(b)), dtype=np.float32) for _ in range(3)]
    for left in sorted({family(w.language) for w in a}):
        rows = [i for i, w in enumerate(a) if family(w.language) == left]
        for right in sorted({family(w.language) for w in b}):
            columns = [j for j, w in enumerate(b) if family(w.language) == right]
            one, other = [a[i] for i in rows], [b[j] for j in columns]
            block = _block(one, other, left, right, glossary, options)
            for whole, part in zip(out, (block.both, block.forward, block.backward), strict=True):
                whole[np.ix_(rows, columns)] = part
    return Overlap(*out)


def _block(
    a: Sequence[Words],
    b: Sequence[Words],
    left: str,
    right: str,
    glossary: Glossary | None,
    options: Options,
) -> Overlap:
    if left == right:
        tokens: Callable[[str], list[str]] = grams if left in ("zh", "ja", "th") else _stems
        return weighted([tokens(w.text) for w in a], [tokens(w.text) for w in b])
    if {left, right} == {"zh", "en"} and glossary is not None:
        if left == "en":
            return coverage(b, a, glossary, options).flipped
        return coverage(a, b, glossary, options)
    return shared(a, b)


def _stems(text: str) -> list[str]:
    return english_stems(plain_latin(text)) or grams(text, (3,))


def weighted(a: Sequence[Sequence[str]], b: Sequence[Sequence[str]]) -> Overlap:
    """Cosine of sublinear TF-IDF rows, and the share of each side's IDF mass that the other has.

    Document frequencies are those of the units at hand.
    """
    frequency = Counter(token for unit in (*a, *b) for token in set(unit))
    total = len(a) + len(b)
    names = {token: i for i, token in enumerate(sorted(frequency))}
    idf = np.array(
        [math.log((1 + total) / (1 + frequency[t])) + 1 for t in sorted(frequency)], np.float32
    )

    if total * len(names) > DENSE:
        return _sparse(a, b, names, idf)

    def rows(units: Sequence[Sequence[str]]) -> Matrix:
        matrix = np.zeros((len(units), max(1, len(names))), dtype=np.float32)
        for i, unit in enumerate(units):
            for token, n in Counter(unit).items():
                matrix[i, names[token]] = (1 + math.log(n)) * idf[names[token]]
        return matrix

    left, right = rows(a), rows(b)
    weight = idf if names else np.ones(1, np.float32)
    common = ((left > 0) * weight) @ (right > 0).T.astype(np.float32)
    cosine = _unit(left) @ _unit(right).T
    forward = common / np.maximum(((left > 0) @ weight)[:, None], 1e-9)
    backward = common / np.maximum(((right > 0) @ weight)[None, :], 1e-9)
    return Overlap(_clean(cosine), _clean(forward), _clean(backward))


def _sparse(
    a: Sequence[Sequence[str]],
    b: Sequence[Sequence[str]],
    names: Mapping[str, int],
    idf: NDArray[np.float32],
) -> Overlap:
    """The same for two long articles, without a column for every word."""

    def rows(units: Sequence[Sequence[str]]) -> list[dict[int, float]]:
        counted = [Counter(names[token] for token in unit) for unit in units]
        return [{k: (1 + math.log(n)) * float(idf[k]) for k, n in row.items()} for row in counted]

    def norms(units: Sequence[Mapping[int, float]]) -> NDArray[np.float32]:
        return np.array([max(math.hypot(*row.values()), 1e-9) for row in units], np.float32)

    def mass(units: Sequence[Mapping[int, float]]) -> NDArray[np.float32]:
        return np.array([max(sum(float(idf[k]) for k in row), 1e-9) for row in units], np.float32)

    left, right = rows(a), rows(b)
    cosine = products(left, right) / (norms(left)[:, None] * norms(right)[None, :])
    weights = [{k: float(idf[k]) for k in row} for row in left]
    common = products(weights, [dict.fromkeys(row, 1.0) for row in right])
    forward, backward = common / mass(left)[:, None], common / mass(right)[None, :]
    return Overlap(_clean(cosine), _clean(forward), _clean(backward))


def _unit(matrix: Matrix) -> Matrix:
    norm = np.linalg.norm(matrix, axis=1, keepdims=True)
    return _clean(matrix / np.maximum(norm, 1e-9))


def _clean(matrix: NDArray[Any]) -> Matrix:
    cleaned: Matrix = np.clip(matrix, 0, None).astype(np.float32)
    return cleaned


def shared(a: Sequence[Words], b: Sequence[Words]) -> Overlap:
    """Anchors and words in Latin letters in common, for pairs without a dictionary."""

    def tokens(unit: Words) -> list[str]:
        latin = [s for s in english_stems(plain_latin(unit.text)) if len(s) > 2]
        return [*latin, *(f"#{anchor}" for anchor in unit.anchors)]

    return weighted([tokens(w) for w in a], [tokens(w) for w in b])


def same_han(a: Sequence[Words], b: Sequence[Words]) -> Overlap:
    """Han characters and pairs of them in common, read in Simplified: Chinese beside Japanese."""

    def tokens(unit: Words) -> list[str]:
        return grams("".join(c for c in to_simplified(unit.text) if is_han(c)), (1, 2))

    return weighted([tokens(w) for w in a], [tokens(w) for w in b])


def segment(text: str, glossary: Glossary, longest: int) -> list[str]:
    """Forward maximum matching: the longest word at each position, function words left out."""
    words, i, gloss = [], 0, glossary.gloss
    while i < len(text):
        if not "\u3400" <= text[i] <= "\u9fff":
            i += 1
            continue
        most = min(longest, len(text) - i)
        size = next((n for n in range(most, 1, -1) if text[i : i + n] in gloss), 1)
        words.append(text[i : i + size])
        i += size
    return [w for w in words if w not in STOP_HAN]


@dataclass(frozen=True, slots=True)
class _Explained:
    """Chinese units as counts over `words`, English ones as presence over `stems`, and which word
    explains which stem (`link`, weighted by rarity).
    """

    words: list[str]
    stems: list[str]
    chinese: Matrix
    english: Matrix
    link: Matrix


def coverage(
    zh: Sequence[Words], en: Sequence[Words], glossary: Glossary, options: Options
) -> Overlap:
    """Share of the Chinese words explained, of the English words explained, and √ of the product.

    Names count as words of full weight: an anchor on both sides explains the words it covers.
    """
    table = _explain(zh, en, glossary, options.lexical_longest)
    single = options.lexical_single
    weight = np.array(
        [1.0 if len(w) > 1 or w[0] == "#" else single for w in table.words], np.float32
    )
    best = np.zeros((len(table.words), len(en)), dtype=np.float32)
    for j in range(len(en)):
        present = np.flatnonzero(table.english[j])
        if present.size and table.words:
            rarest = table.link[:, present].max(axis=1)
            best[:, j] = np.minimum(1, options.lexical_gloss * rarest)
    counts = table.chinese * weight
    forward = counts @ best / np.maximum(counts.sum(axis=1, keepdims=True), 1e-9)
    rarity = np.array([1.0 if s[0] == "#" else glossary.rarity(s) for s in table.stems], np.float32)
    loose = options.lexical_loose
    firm = np.array([_is_firm(w, glossary, loose) for w in table.words], dtype=np.float32)
    explained = ((table.chinese > 0) * firm) @ (table.link > 0).astype(np.float32) > 0
    mass = table.english @ rarity
    backward = (explained * rarity) @ table.english.T / np.maximum(mass[None, :], 1e-9)
    forward, backward = _clean(forward), _clean(np.minimum(backward, 1))
    return Overlap(_clean(np.sqrt(forward * backward)), forward, backward)


def told_words(
    claim: Words, passage: Words, glossary: Glossary | None, options: Options
) -> list[tuple[str, bool]]:
    """The words of a Chinese or English claim that carry meaning, as its folded text has them and
    in order, each with whether the score counts it as shared with the passage. Left out is what
    tells little: Chinese words of one character, and all where there is no dictionary.
    """
    left, right = family(claim.language), family(passage.language)
    if left == "en" == right:
        theirs = set(english_stems(passage.text))
        return [(w, stem(w) in theirs) for w in english_words(claim.text)]
    if glossary is None or not {left, right} <= {"zh", "en"}:
        return []
    longest, loose = options.lexical_longest, options.lexical_loose
    if left == "en":
        held = [w for w in segment(passage.text, glossary, longest) if _is_firm(w, glossary, loose)]
        theirs = {s for w in held for s in glossary.gloss.get(w, ())}
        theirs |= set(english_stems(passage.text))
        return [(w, stem(w) in theirs) for w in english_words(claim.text)]
    words = [w for w in segment(claim.text, glossary, longest) if len(w) > 1]
    if right == "zh":
        runs = set(grams(passage.text))
        return [(w, runs.issuperset(grams(w))) for w in words]
    theirs = set(english_stems(passage.text))
    return [(w, not theirs.isdisjoint(glossary.gloss.get(w, ()))) for w in words]


def _is_firm(word: str, glossary: Glossary, loose: int) -> bool:
    return len(word) > 1 or len(glossary.gloss.get(word, ())) < loose


def _explain(
    zh: Sequence[Words], en: Sequence[Words], glossary: Glossary, longest: int
) -> _Explained:
    chinese = [_with_anchors(segment(_masked(u), glossary, longest), u) for u in zh]
    english = [_with_anchors(english_stems(_masked(u)), u) for u in en]
    words = sorted({w for unit in chinese for w in unit})
    stems = sorted({s for unit in english for s in unit})
    column = {s: j for j, s in enumerate(stems)}
    link = np.zeros((len(words), len(stems)), dtype=np.float32)
    for i, word in enumerate(words):
        if word[0] == "#":
            if word in column:
                link[i, column[word]] = 1.0
            continue
        for s in glossary.gloss.get(word, ()):
            if s in column:
                link[i, column[s]] = glossary.rarity(s)
    return _Explained(words, stems, _counts(chinese, words), _counts(english, stems), link)


def _masked(unit: Words) -> str:
    """The text without the words that anchors stand for, so that a name counts once."""
    text = unit.text
    for surface in sorted(set(unit.anchors.values()), key=len, reverse=True):
        text = text.replace(surface, " ")
    return text


def _with_anchors(words: list[str], unit: Words) -> list[str]:
    return [*words, *(f"#{anchor}" for anchor in sorted(unit.anchors))]


def _counts(units: Sequence[Sequence[str]], names: Sequence[str]) -> Matrix:
    column = {name: i for i, name in enumerate(names)}
    matrix = np.zeros((len(units), max(1, len(names))), dtype=np.float32)[:, : len(names)]
    for i, unit in enumerate(units):
        for word in unit:
            matrix[i, column[word]] += 1
    return matrix


__all__ = [
    "Overlap",
    "Words",
    "coverage",
    "family",
    "overlap",
    "same_han",
    "segment",
    "shared",
    "told_words",
    "weighted",
]
