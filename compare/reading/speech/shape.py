"""The shape of an attribution: the pieces that are the speaker's, and the words that only tell it.

In: a body, its quotations and one finding. Out: spans. “A,” said Ann Holt, a teacher. “B.” is one
content of two pieces, for the narrator's words between them are nobody's. A statement of two words
beside a long title, a place and a day is still the statement, so whoever asks what share of a
sentence somebody says leaves out the frame: source, cue, and what hangs on them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from compare.reading.base.spoken import Span, Spoken
from compare.text.scripts import han_count

_END = re.compile(r"[,;，；。．！？!?\n]|\.(?=\s|$|[”\"])")
_SENTENCE = re.compile(r"[。！？!?\n]|\.[”\"’]?\s")
_MARKS = " \t,，:：;；"
_LONGEST = 400
# columns in front of the source or behind the cue: what is longer tells news of its own
_ASIDE = 32


def pieces(text: str, one: Spoken, quotes: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces of a quotation that its speaker interrupts; nothing when there is one piece."""
    if one.block:
        return ()
    start, end = one.content
    told = [s for s in (one.cue, one.source) if s is not None and start <= s[0] and s[1] <= end]
    if not told:
        return ()
    first = max(0, bisect_right(quotes, (start, 0)) - 1)
    bounds: list[int] = []
    for (_, before), (after, _) in zip(quotes[first:], quotes[first + 1 :], strict=False):
        if after >= end:
            break
        if before > start and any(before <= s[0] and s[1] <= after for s in told):
            bounds += [before, after]
    if not bounds and one.cue is not None:
        bounds = _inside(text, one, quotes[first:])
    edges = [start, *bounds, end]
    return tuple(zip(edges[::2], edges[1::2], strict=True)) if bounds else ()


def _inside(text: str, one: Spoken, quotes: Sequence[Span]) -> list[int]:
    """The halves when the speaker stands within the marks: « Non, a-t-il dit. Rien. »"""
    if one.cue is None or one.source is None or not quotes:
        return []
    told = min(one.cue[0], one.source[0]), max(one.cue[1], one.source[1])
    begin = next((a for a, b in quotes[:2] if a < told[0] and told[1] < b), None)
    stop = _END.match(text, told[1])
    before = text[one.content[0] : told[0]].rstrip()
    if (
        begin is None
        or stop is None
        or not before.endswith(",")
        or stop.end() >= one.content[1] - 2
    ):
        return []
    return [one.content[0] + len(before) - 1, stop.end()]


def frame(text: str, one: Spoken, opens: re.Pattern[str]) -> Span | None:
    """The words that tell who says it, beside its content; None for words without a cue. `opens`
    matches what begins a complement (In Vale on Monday, …).
    """
    if one.cue is None:
        return None
    start, end = one.cue
    if one.source is not None and not one.elided:
        start, end = min(start, one.source[0]), max(end, one.source[1])
    if one.content[0] >= one.cue[1] and one.content[0] - start <= _LONGEST:
        return _with_opening(text, start, opens), one.content[0]
    if one.content[1] <= start:
        stop = _END.search(text, end, end + _ASIDE + 1)
        if stop is None or _width(text[one.content[1] : start]) > _ASIDE:
            return None
        return one.content[1], stop.start()
    return start, end


def _with_opening(text: str, start: int, opens: re.Pattern[str]) -> int:
    """Where the sentence begins, when only a complement stands in front of its source."""
    begin = max(0, start - _LONGEST)
    marks = list(_SENTENCE.finditer(text, begin, start))
    first = marks[-1].end() if marks else begin
    while first < start and text[first] in _MARKS + '“"':
        first += 1
    before = text[first:start].rstrip()
    plain = before.rstrip(_MARKS)
    one_piece = not any(mark in plain for mark in ",，;；")
    return first if before != plain and one_piece and opens.match(before) else start


def _width(words: str) -> int:
    """Columns: a hanzi tells as much as two letters."""
    return len(words) + han_count(words)
