"""Scores of matches and splits of votes in English: 4-2, 6-3, 7-6 (7-4), by 52 votes to 48.

In: text whose dates are blanked. Out: `Score`s in order. Two numbers with a dash are a range, an
age or a name as often as a score, so what stands around them has to tell: a word of sport or of a
vote in the same sentence, no unit behind, and for a rising pair (5-7) nothing behind that it could
count. Sentences are cut only where two numbers stand at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model import Score
from compare.reading.base.scores import is_set, places
from compare.resources.units import written
from compare.resources.words import either, word_set
from compare.text.numerals import SMALL_WORDS, english_value

_SP = r"[ \u00a0]"
_D = r"(?:0|[1-9]\d{0,2})"
_TIE = rf"(?:{_SP}?[(\[]\d{{1,2}}(?:[-–]\d{{1,2}})?[)\]])?"
_PAIR = rf"{_D}[-–‑]{_D}(?![-–‑]?[\w%]|[/.,:]\d){_TIE}"
_WORD = rf"(?:{SMALL_WORDS})"
_N = rf"(?:\d{{1,3}}(?:,\d{{3}})*|{_WORD})"
_COUNTED = either(word_set("en", "scores", "counted"))
_SCORE = re.compile(
    rf"(?<![\w.,/:#$€£¥%–‑-])(?:"
    rf"(?P<list>{_PAIR}(?:,?{_SP}(?:and{_SP})?{_PAIR}){{0,6}})"
    rf"|(?P<a>{_N}){_SP}(?P<noun>{_COUNTED}){_SP}to{_SP}(?P<b>{_N}|none|nil)\b(?![,.]?\d)"
    rf"|(?P<c>{_N}){_SP}to{_SP}(?P<d>{_N})\b(?![-,.]?\d)"
    rf"|(?P<e>{_WORD}|\d{{1,2}})-(?P<nil>nil|all)\b"
    rf"|(?P<f>{_N})(?:{_SP}votes?)?{_SP}(?:in{_SP}favou?r|for)(?:,{_SP}|{_SP}(?:and|to|with){_SP})"
    rf"(?P<g>{_N})(?:{_SP}votes?)?{_SP}(?:against|opposed)\b)",
    re.IGNORECASE,
)
_PLAYED = re.compile(rf"\b(?:{either(word_set('en', 'scores', 'context'))})\b", re.IGNORECASE)
_UNITS = rf"{either(written('en'))}|{either(word_set('en', 'scores', 'not_before'))}"
_COUNTS = re.compile(rf"[ \u00a0-]?(?:{_UNITS})(?![A-Za-z])", re.IGNORECASE)
_NAMED = re.compile(
    rf"(?:\b(?:{either(word_set('en', 'scores', 'not_behind'))})|[$€£¥]){_SP}?$", re.IGNORECASE
)
_AFTER = either(word_set("en", "scores", "behind"))
_FREE = re.compile(rf"$|[^\w \u00a0]|{_SP}?(?:[^\w \u00a0]|\d|[A-Z]|(?:{_AFTER})\b)")
_DIRECT = re.compile(rf"\b(?:{either(word_set('en', 'scores', 'before'))}){_SP}$", re.IGNORECASE)
_TEAMS = re.compile(rf"[A-Z]\w+{_SP}$")
_TEAM = re.compile(rf"{_SP}[A-Z]\w")
_BACK = 24  # characters before a pair that are looked at


def found(text: str) -> Iterator[Score]:
    """The scores of `text`. Dates must be blanked out of it beforehand."""
    for match, _, played in places(text, "en", _SCORE, _PLAYED):
        if _is_score(text, match, played=played):
            yield from _scores(match)


def _is_score(text: str, m: re.Match[str], *, played: bool) -> bool:
    before = text[max(0, m.start() - _BACK) : m.start()]
    if m["f"] or m["noun"]:
        return not _COUNTS.match(text, m.end())
    if _NAMED.search(before) or _COUNTS.match(text, m.end()):
        return False
    if m["nil"]:
        return played or m["nil"].lower() == "nil"
    first, second = _pairs(m)[0]
    free = bool(_FREE.match(text, m.end()))
    if m["c"]:
        return free and (bool(_DIRECT.search(before)) or (played and first >= second))
    if (first, second) == (24, 7) or (first < second and not free):
        return False
    return played or bool(_TEAMS.search(before) and _TEAM.match(text, m.end()) and second < 10)


def _pairs(m: re.Match[str]) -> tuple[tuple[int, int], ...]:
    if m["list"]:
        return tuple(pair for _, _, pair in _listed(m))
    if m["nil"]:
        value = _value(m["e"])
        return ((value, value if m["nil"].lower() == "all" else 0),)
    first, second = (m["a"], m["b"]) if m["a"] else (m["c"], m["d"]) if m["c"] else (m["f"], m["g"])
    return ((_value(first), _value(second)),)


_ONE = re.compile(rf"({_D})[-–‑]({_D}){_TIE}")


def _listed(m: re.Match[str]) -> list[tuple[int, int, tuple[int, int]]]:
    """Start, end and points of the pairs of a list; a tie-break belongs to its set."""
    pairs = _ONE.finditer(m.string, m.start(), m.end())
    return [(p.start(), p.end(), (int(p[1]), int(p[2]))) for p in pairs]


def _scores(m: re.Match[str]) -> Iterator[Score]:
    """One score for the sets of a match, else one a pair: won 4-2 and 3-1."""
    pairs = _pairs(m)
    if len(pairs) == 1 or all(is_set(*pair) for pair in pairs):
        yield Score(*m.span(), m[0], pairs)
        return
    for start, end, pair in _listed(m):
        yield Score(start, end, m.string[start:end], (pair,))


def _value(written_number: str) -> int:
    return int(english_value(written_number) or 0)
