"""Words that differ between two texts of one language.

In: two texts and their languages. Out: for each the spans whose words the other lacks. Words of
Chinese are cut by jieba on the Simplified form, so that a Traditional text differs from a
Simplified one by its words and not by every character; `difflib` then aligns the words. Texts
that have little in common get no marks: between two free wordings nearly every word would be one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from compare.text.scripts import fold

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
