"""Candidate spans of names, and the choice among those that overlap.

In: candidates from every rule over one text. Out: spans that do not overlap, and the shorter names
that stand inside them. Trust decides, softened by length, and not length alone: a long span made of
doubtful characters must not swallow a listed name, nor a short listed name a full one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from compare.model import ORGANISATION, PLACE

DOTTED = "name with a dot"
GLOSS = "gloss"
GAZETTEER = "gazetteer"
NAME_LIST = "name list"
FAMILY = "family name"
STRANGER = "namesake"
PAIR = "country pair"
LETTER = "country letter"
ORGAN = "organ"
BARE_ORGAN = "organ without country"
TITLE = "title"
SURNAMED = "surname and title"
ROLE_WORD = "role"
HEADED = "place and last word"
SUFFIX = "suffix"
CAPITALS = "capitals"
PLACES = "place list"
SHAPE = "shape"
SEGMENTER = "segmenter"

# how far a rule is trusted, lower is better; options say what one character more is worth
TRUST = {
    DOTTED: 0.0,
    STRANGER: 0.9,
    GLOSS: 1.0,
    GAZETTEER: 1.0,
    NAME_LIST: 1.0,
    PAIR: 1.0,
    FAMILY: 1.5,
    LETTER: 1.8,
    ORGAN: 1.8,
    BARE_ORGAN: 2.0,
    HEADED: 1.8,
    ROLE_WORD: 2.0,
    SURNAMED: 2.6,
    TITLE: 2.6,
    SUFFIX: 3.0,
    CAPITALS: 3.0,
    SHAPE: 3.0,
    PLACES: 4.0,
    SEGMENTER: 5.0,
}
_WITHOUT_ENTITY = itemgetter(0, 1, 2)
_START = itemgetter(0)


class Span(NamedTuple):
    """A candidate: offsets into one text, type, entity when the rule knows it, and the rule."""

    start: int
    end: int
    type: str
    entity: str | None
    evidence: str


@dataclass(frozen=True, slots=True)
class NamesFound:
    """What one text holds: names, shorter names inside names, offices (start, end)."""

    names: list[Span]
    inside: list[Span]
    offices: list[tuple[int, int]]


def choose(candidates: Iterable[Span], per_character: float) -> list[Span]:
    """The best spans that do not overlap, by start."""
    chosen: list[Span] = []
    group: list[Span] = []
    reach = 0
    for span in sorted(_distinct(candidates), key=_START):
        if span[0] >= reach and group:
            chosen += group if len(group) == 1 else _best(group, per_character)
            group = []
        group.append(span)
        reach = max(reach, span[1])
    return chosen + (group if len(group) < 2 else _best(group, per_character))


def _distinct(candidates: Iterable[Span]) -> Iterable[Span]:
    """The most trusted of those with the same offsets."""
    best: dict[tuple[int, int], Span] = {}
    for span in candidates:
        offsets = (span[0], span[1])
        other = best.get(offsets)
        if other is None or (TRUST[span[4]], span[2]) < (TRUST[other[4]], other[2]):
            best[offsets] = span
    return best.values()


def _best(group: list[Span], per_character: float) -> list[Span]:
    """The choice among spans that overlap in a chain."""
    ranked = sorted(
        [(TRUST[s[4]] - per_character * (s[1] - s[0]), s[0], s[2], s) for s in group],
        key=_WITHOUT_ENTITY,
    )
    first = min(s[0] for s in group)
    taken = bytearray(max(s[1] for s in group) - first)
    kept: list[Span] = []
    for _, start, _, span in ranked:
        if taken.find(1, start - first, span[1] - first) < 0:
            taken[start - first : span[1] - first] = b"\1" * (span[1] - start)
            kept.append(span)
    return sorted(kept, key=_START)


def nested(text: str, chosen: Sequence[Span], candidates: Sequence[Span], least: int) -> list[Span]:
    """Short forms inside a longer Chinese name of the same entity, without repeats: 中央政治局 in
    中共中央政治局, and the organ behind its country, 国务院 in 美国国务院.
    """
    starts = [span.start for span in chosen]
    settled = {id(span) for span in chosen}
    rest = [span for span in candidates if id(span) not in settled]
    countries = {s[:2] for s in rest if s.type == PLACE and (s.entity or "")[:3] == "cc:"}
    inside = set()
    for span in rest:
        at = bisect_right(starts, span.start) - 1
        outer = chosen[at] if at >= 0 else None
        if outer is None or span.end > outer.end or span.type != outer.type:
            continue
        if span[:2] == outer[:2] or outer.entity is None or text[outer.start].isascii():
            continue
        ends = span.end == outer.end
        organ = ends and span.type == ORGANISATION and (outer.start, span.start) in countries
        same = span.entity == outer.entity and (ends or span.end - span.start >= least)
        if same or organ:
            inside.add(span._replace(entity=outer.entity))
    return sorted(inside)


def longest(starts: Mapping[int, int]) -> list[tuple[int, int]]:
    """(start, end) of each, by start, without those that another one holds. `starts` maps an end
    to its first start.
    """
    kept: list[tuple[int, int]] = []
    for start, end in sorted(((a, b) for b, a in starts.items()), key=lambda s: (s[0], -s[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept
