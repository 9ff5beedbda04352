"""Transliterated names with a dot: 安东尼·布林肯, and the hyphen that some outlets write instead.

In: words of a text and the lexicon. Out: spans. The dot finds the name; its borders come from the
words around it, since the hanzi of names also make ordinary words (总理|纳伦德拉, 米勒|强调).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model import ORGANISATION, PERSON, PLACE
from compare.reading.base.lexicon import Lexicon, plain_dots
from compare.reading.base.spans import DOTTED, Span
from compare.reading.base.vocabulary import DOTS, HYPHENS, ROLES, TRANSLITERATION
from compare.reading.zh.tokens import Tokens, foreign_end, stops, tokenise

_HANZI = "".join(sorted(TRANSLITERATION))
_JOINTS = DOTS + re.escape(HYPHENS)
_PART = f"(?:[{_HANZI}]{{1,8}}|[A-Z]{{1,2}})"
_DOTTED = re.compile(f"{_PART}(?:[{_JOINTS}]{_PART}){{1,4}}")
_JOINT = re.compile(f"[{_JOINTS}]")
_ALL_JOINTS = frozenset(DOTS + HYPHENS)
_MARGIN = 14
_LONG_COUNTRY = 3
_LONGEST_PART = 8
_WORDLIKE = frozenset("ndprtcm")


def dotted(tokens: Tokens, lexicon: Lexicon, known: frozenset[str]) -> Iterator[Span]:
    """Names with a dot or hyphen; `known` holds last parts met elsewhere."""
    for match in _matches(tokens.text):
        first_joint = _JOINT.search(match[0])
        if first_joint is None or not any(c >= "\u4e00" for c in match[0]):
            continue
        start = _head(tokens, lexicon, match.start(), match.start() + first_joint.start())
        end = _tail(tokens, lexicon, known, match)
        if start is None or not _JOINT.search(tokens.text, start, end - 1):
            continue
        if first_joint[0] in HYPHENS and _joins_places(tokens.text[start:end], lexicon):
            continue
        yield Span(start, end, PERSON, None, DOTTED)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Runs of parts and joints. Joints are looked for first: they are rare, hanzi are not."""
    done = 0
    for joint in _JOINT.finditer(text):
        at = start = joint.start()
        if at < done:
            continue
        while start > max(done, at - _LONGEST_PART) and text[start - 1] in TRANSLITERATION:
            start -= 1
        while start == at > done and start > at - 2 and "A" <= text[start - 1] <= "Z":
            start -= 1
        match = _DOTTED.match(text, start) if start < at else None
        if match is not None:
            done = match.end()
            yield match


def _head(tokens: Tokens, lexicon: Lexicon, start: int, joint: int) -> int | None:
    """Where the first part begins once office, country or preposition is cut off."""
    text = tokens.text
    if text[start:joint] in lexicon.given_zh:
        return start
    position = tokens.covering(start)
    if tokens.starts[position] < start and _glued(tokens, lexicon, position):
        behind = tokens.end(position)
        start = behind if behind < joint else start
    for size in range(min(7, joint - start - 1), _LONG_COUNTRY - 1, -1):
        entry = lexicon.by_surface.get(text[start : start + size])
        if entry is not None and entry.type == PLACE:
            start += size
            break
    position = tokens.index.get(start, -1)
    if position >= 0 and tokens.end(position) < joint:
        word, tag = tokens.words[position], tokens.tags[position]
        if stops(word, tag) and text[start:joint] not in lexicon.given_zh:
            start = tokens.end(position)
    return start if start < joint else None


def _glued(tokens: Tokens, lexicon: Lexicon, position: int) -> bool:
    """True when a word across the start is an office or other word that reaches into the run
    (总理|纳伦德拉); False when the segmenter cut wrongly into the name (特|使约|翰).
    """
    word = tokens.words[position]
    return word in ROLES or word in lexicon.by_surface or tokens.tags[position][0] in _WORDLIKE


def _tail(tokens: Tokens, lexicon: Lexicon, known: frozenset[str], match: re.Match[str]) -> int:
    """Where the last part ends: at a known family name, else before a word that stops it."""
    text = tokens.text
    last = match.start() + max(j.end() for j in _JOINT.finditer(match[0]))
    end = foreign_end(tokens, last, match.end())
    for stop in range(match.end(), last + 1, -1):
        part = text[last:stop]
        if (part in known or part in lexicon.families_zh) and _may_end(tokens, stop, end):
            return stop
    return end


def _may_end(tokens: Tokens, stop: int, end: int) -> bool:
    """True when a known family name may end at `stop`: between words, and not before a further
    piece of a name when the words say that the name goes on to `end`.
    """
    position = tokens.index.get(stop)
    if position is None or stop >= end:
        return stop == end or position is not None
    return tokens.tags[position][:2] not in ("nr", "ns", "nz")


def _joins_places(surface: str, lexicon: Lexicon) -> bool:
    """True when a hyphen joins a listed place or body (维也纳-布达佩斯, 以色列-哈马斯)."""
    parts = _JOINT.split(surface)
    entries = [lexicon.by_surface.get(part) for part in parts]
    return parts[0] not in lexicon.given_zh and any(
        entry is not None and entry.type in (PLACE, ORGANISATION) for entry in entries[1:]
    )


def last_part(surface: str) -> str:
    """The part behind the last dot or hyphen; the whole when there is none."""
    return _JOINT.split(surface)[-1]


def with_interpuncts(surface: str) -> str:
    """A dotted name in one spelling: every dot and hyphen made ·."""
    return _JOINT.sub("·", plain_dots(surface))


def dotted_names(text: str, lex: Lexicon) -> Iterator[str]:
    """Full names with a dot, in one spelling; only the words around dots are segmented."""
    done = -1
    for at, character in enumerate(text):
        if character not in _ALL_JOINTS or at < done:
            continue
        start = max(0, at - _MARGIN)
        done = min(len(text), at + 2 * _MARGIN)
        tokens = tokenise(text[start:done])
        for span in dotted(tokens, lex, frozenset()):
            yield with_interpuncts(tokens.text[span.start : span.end])
