"""Is the rest of two clauses the same, whatever differs in one place of them?

In: two statements, and the spans that are compared. Out: yes or no. Within a language nearly all
words of the shorter clause stand in the other, and they are most of the longer one; across
languages only the link can tell, and only where both sentences are short.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.claims.discrepancies.pairs import Pair
from compare.options import Options
from compare.text.words import english_stems, grams, plain_latin

_PAIR = 2


def one_wording(pair: Pair, left: frozenset[str], right: frozenset[str], options: Options) -> bool:
    """Do the clauses of `pair`, of whose words `left` and `right` remain, say one thing?"""
    if pair.left.chinese != pair.right.chinese:
        most = max(len(s.sentence.clauses) for s in (pair.left, pair.right))
        return most <= options.alike_clauses and pair.score >= options.alike_across
    one, other = (s.sentence.language.partition("-")[0] for s in (pair.left, pair.right))
    least, most = sorted((len(left), len(right)))
    shared = len(left & right)
    return (
        one == other
        and least >= options.alike_words
        and shared >= options.alike_share * least
        and shared >= options.alike_whole * most
    )


def words_without(text: str, spans: Iterable[tuple[int, int]], *, chinese: bool) -> frozenset[str]:
    """The words of `text` outside `spans`: stems and figures, or pairs of hanzi."""
    pieces = list(text)
    for start, end in spans:
        pieces[start:end] = "\n" * (end - start)
    rest = "".join(pieces)
    if chinese:
        return frozenset(g for line in rest.split("\n") for g in grams(line, (_PAIR,)))
    return frozenset([*english_stems(plain_latin(rest)), *re.findall(r"\d+", rest)])
