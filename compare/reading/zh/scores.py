"""Scores of matches and splits of votes in Chinese, both scripts: 3比1, 6比3、7比6(5), 直落三局.

In: text whose dates are blanked. Out: `Score`s in order. 比 stands in proportions (比例为3比1), a
colon in hours and scales, a dash in ranges, so a word of sport or of a vote has to stand in the
same sentence or right before the numbers; a pair that can be an hour of the day (21:15) is one
unless 以 or 比分 leads to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from compare.model import Score
from compare.reading.base.scores import is_set, places
from compare.resources.units import written
from compare.resources.words import either, word_set
from compare.text.numerals import HAN_DIGIT, han_value

_H = rf"[{HAN_DIGIT}十百]"
_N = rf"(?:\d{{1,5}}|{_H}{{1,4}})"
_MARK = r"[ \u00a0]?(?:比|[:：]|[-–—－])[ \u00a0]?"
_TIE = r"(?:[ \u00a0]?[(（]\d{1,2}(?:(?:比|[:：-])\d{1,2})?[)）])?"
_END = rf"(?![\d%％A-Za-z]|(?:[.:：/-]|比)\d|[{HAN_DIGIT}十百千万萬亿億])"
_PAIR = rf"{_N}[票球]?{_MARK}{_N}{_END}{_TIE}"
_FOR = either(word_set("zh", "scores", "for"))
_AGAINST = either(word_set("zh", "scores", "against"))
_SCORE = re.compile(
    rf"(?<![\dA-Za-z_.,:：/第{HAN_DIGIT}十百千万萬亿億–—－-])(?<!\d比)(?:"
    rf"(?P<list>{_PAIR}(?:[ \u00a0]?[、，,和及][ \u00a0]?{_PAIR}){{0,6}})"
    rf"|(?P<a>{_N})票(?:{_FOR})[、，,]?[比对對]?(?P<b>{_N})票(?:{_AGAINST})"
    rf"|(?P<c>{_N})(?:票)?(?:{_FOR})[、，,]?[比对對](?P<d>{_N})(?:票)?(?:{_AGAINST})"
    rf"|(?:{_FOR})(?P<e>{_N})票[、，,]?(?:{_AGAINST})(?P<f>{_N})票)"
    rf"|直落(?P<sets>[一二两兩三四1-4])(?:[局盘盤])?"
)
_PLAYED = re.compile(either(word_set("zh", "scores", "context")))
_DIRECT = re.compile(rf"(?:{either(word_set('zh', 'scores', 'before'))})[ \u00a0]?$")
_SHARED = re.compile(rf"(?:{either(word_set('zh', 'scores', 'not_before'))})[^，。；\n]{{0,8}}$")
_SHARES = re.compile(rf"的?(?:{either(word_set('zh', 'scores', 'not_behind'))})")
_UNITS = either((*written("zh"), *word_set("zh", "scores", "units")))
_COUNTS = re.compile(rf"[ \u00a0]?(?!点球|點球)(?:{_UNITS})")
_ONE = re.compile(rf"({_N})[票球]?({_MARK})({_N}){_TIE}")
_BACK = 16  # characters before a pair that are looked at


def found(text: str) -> Iterator[Score]:
    """The scores of `text`. Dates must be blanked out of it beforehand."""
    found_in = groupby(places(text, "zh-Hans", _SCORE, _PLAYED), lambda place: place[1])
    for _, sentence in found_in:
        yield from _without_twice(
            [score for match, _, played in sentence for score in _scores(match, played=played)]
        )


def _without_twice(held: list[Score]) -> Iterator[Score]:
    """The scores of a sentence without a 直落 whose sets, or whose 3比0, stand there too."""
    shown = [s for s in held if not s.text.startswith("直落")]
    for score in held:
        straight = score.text.startswith("直落")
        if straight and any(
            s.points == score.points or len(s.points) == score.points[0][0] for s in shown
        ):
            continue
        yield score


def _scores(m: re.Match[str], *, played: bool) -> Iterator[Score]:
    if m["sets"]:
        yield Score(*m.span(), m[0], ((_value(m["sets"]), 0),))
        return
    for first, second in (("a", "b"), ("c", "d"), ("e", "f")):
        if m[first]:
            yield Score(*m.span(), m[0], ((_value(m[first]), _value(m[second])),))
            return
    pairs = _ONE.finditer(m.string, m.start(), m.end())
    kept = [pair for pair in pairs if _is_score(pair, m, played=played)]
    points = tuple((_value(p[1]), _value(p[3])) for p in kept)
    if len(kept) > 1 and all(is_set(*pair) for pair in points):
        start, end = kept[0].start(), kept[-1].end()
        yield Score(start, end, m.string[start:end], points)
        return
    for piece, pair in zip(kept, points, strict=True):
        yield Score(*piece.span(), piece[0], (pair,))


def _is_score(pair: re.Match[str], whole: re.Match[str], *, played: bool) -> bool:
    text, mark = pair.string, pair[2].strip()
    before = text[max(0, whole.start() - _BACK) : whole.start()]
    if _SHARED.search(before) or _SHARES.match(text, pair.end()):
        return False
    direct = bool(_DIRECT.search(before))
    if mark in ":：" and _is_hour(pair[1], pair[3]):
        return direct
    if mark not in ":：比" and _COUNTS.match(text, pair.end()):
        return False
    if mark != "比" and not (pair[1].isdecimal() and pair[3].isdecimal() and _short(pair)):
        return False
    return direct or played


def _short(pair: re.Match[str]) -> bool:
    return len(pair[1]) <= 3 and len(pair[3]) <= 3


def _is_hour(first: str, second: str) -> bool:
    return len(second) == 2 and int(_value(first)) <= 24 and _value(second) < 60


def _value(number: str) -> int:
    return int(han_value(number) or 0)
