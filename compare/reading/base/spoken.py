"""What the two grammars hand on: a source, a cue and a content, as spans of one text.

In: nothing (plain values). Out: the noun between reading sentences and resolving speakers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from compare.reading.base.sentences import quotations
from compare.resources.cues import Cue

Span = tuple[int, int]


def words(text: str) -> frozenset[str]:
    """The words of `text`: word lists read better as a line than as a list."""
    return frozenset(text.split())


NESTING = words("say claim stress admit announce report warn tell")
"""Strengths of the cues that count inside somebody else's words; the rest is what these say."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One attribution before its speaker is known; spans are code points into the body.

    `source` and `cue` are None for a quotation that stands without them. `elided` is True when
    the source is that of an earlier cue in the sentence. `said` is None for a report
    (according to), else the cue's entry. `block` marks an official text given in full.
    """

    content: Span
    source: Span | None = None
    cue: Span | None = None
    said: Cue | None = None
    elided: bool = False
    block: bool = False


_GOES_ON = re.compile(r"\s*\n\s*[“\"«„「『»]")


def trimmed(text: str, start: int, end: int, strip: str) -> Span:
    """`start`..`end` without leading or trailing characters of `strip` (and white space)."""
    while start < end and (text[start].isspace() or text[start] in strip):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in strip):
        end -= 1
    return start, end


def outer_quotations(text: str) -> list[tuple[int, int]]:
    """Spans of the outermost quotations; one left open counts only where it begins a paragraph,
    follows a colon or comma, or where the next paragraph opens with a mark again, for a stray mark
    must not swallow the rest.
    """
    spans: list[tuple[int, int]] = []
    for quotation in quotations(text):
        start, end = quotation.start, quotation.end
        if spans and start < spans[-1][1]:
            continue
        behind = start
        while behind and text[behind - 1] == " ":
            behind -= 1
        before = text[behind - 1 : behind]
        open_here = before in ("", "\n", ":", ",", "：", "，") or _GOES_ON.match(text, end)
        if quotation.closed or open_here:
            spans.append((start, end))
    return spans


def may_stand(text: str, one: Spoken, findings: Sequence[Spoken], pronouns: frozenset[str]) -> bool:
    """Inside another's words only speech with its own source counts, not what somebody wants.

    `findings` are those of the sentence, `pronouns` the words that name no source of their own.
    """
    holding = [f for f in findings if f is not one and holds(f, one)]
    if not holding or one.said is None:
        return True
    if "noun" in one.said.frames or one.said.kind != "speech" or one.elided:
        return False
    if one.said.strength not in NESTING:
        return False
    behind = all(_cue(f)[0] > _cue(one)[0] for f in holding)
    return behind or one.source is None or text[slice(*one.source)].lower() not in pronouns


def holds(outer: Spoken, one: Spoken) -> bool:
    """True when the cue of `one` stands in what `outer` says, and not the other way round too."""
    return _covers(outer.content, _cue(one)) and not _covers(one.content, _cue(outer))


def _covers(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _cue(one: Spoken) -> Span:
    return one.cue or one.content
