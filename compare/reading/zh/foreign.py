"""Transliterated names with a dot: 安东尼·布林肯, and the hyphen that some outlets write instead.

In: words of a text and the lexicon. Out: spans. The dot finds the name; its borders come from the
words around it, since the hanzi of names also make ordinary words (总理|纳伦德拉, 米勒|强调).

Glosses: a Chinese name with its Latin form behind it in brackets, 珍妮特‧耶伦（Janet Yellen）. In:
a text folded to Simplified. Out: pairs of names. The best free dictionary there is: the author of
the text vouches for it. What stands in front of the bracket is cut back to the name at office,
conjunction, or listed place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model import ORGANISATION, PERSON, PLACE, Gloss
from compare.options import Options
from compare.reading.base.lexicon import Lexicon, is_chinese_order, plain_dots
from compare.reading.base.spans import DOTTED, Span
from compare.reading.base.vocabulary import CONJUNCTIONS, DOTS, HYPHENS, ROLES, TRANSLITERATION
from compare.reading.zh.persons import given_end
from compare.reading.zh.tokens import Tokens, foreign_end, stops, tokenise
from compare.resources.words import either, word_set

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


_SMALL = "|".join(
    sorted(word_set("en", "names", "particles") | {"of", "the", "for", "and", "e", "y"})
)
_LATIN_NAME = rf"[A-ZÀ-Þ][\w.'’\-]{{0,60}}+(?:\s+(?:[A-ZÀ-Þ][\w.'’\-]{{0,60}}+|{_SMALL})){{0,6}}"
_BRACKET = re.compile(rf"[（(]\s*({_LATIN_NAME})\s*(?:[,，、;；][^（）()]{{0,40}})?[）)]")
_REVERSE = re.compile(rf"({_LATIN_NAME})\s*[（(]\s*([\u4e00-\u9fff·]{{2,12}})\s*[）)]")
_HAN_TAIL = re.compile(rf"[\u4e00-\u9fffA-Za-z{re.escape(DOTS + HYPHENS)}]{{2,20}}$")
_CUT = re.compile(either(ROLES | CONJUNCTIONS))
_BODY_WORD = re.compile(
    rf"\b(?:[A-Z]{{2,}}|{either(word_set('en', 'names', 'organisation_words'))})\b"
)


def glosses(text: str, lexicon: Lexicon, options: Options) -> Iterator[Gloss]:
    """The glosses of a Simplified text."""
    for match in _BRACKET.finditer(text):
        window = text[max(0, match.start() - options.gloss_window) : match.start()]
        latin = match[1].strip().rstrip(".")
        if name := _name_before(window, latin, lexicon, options.gloss_longest):
            yield Gloss(*name)
    for match in _REVERSE.finditer(text):
        latin = " ".join(match[1].split()[-2:])
        if is_chinese_order(latin) and len(match[2]) <= options.gloss_longest:
            yield Gloss(match[2], latin, PERSON)


def _name_before(
    window: str, latin: str, lexicon: Lexicon, longest: int
) -> tuple[str, str, str] | None:
    tail = _HAN_TAIL.search(window)
    if tail is None:
        return None
    tokens = tokenise(window)
    for span in dotted(tokens, lexicon, frozenset()):
        if span.end == len(window):
            return with_interpuncts(window[span.start :]), latin, PERSON
    start = _cut(tokens, lexicon, tail.start())
    surface = window[start:]
    if not 2 <= len(surface) <= longest or not all("\u4e00" <= c <= "\u9fff" for c in surface):
        return None
    listed = lexicon.by_surface.get(surface)
    kind = listed.type if listed is not None else _type(tokens, start, surface, latin)
    return (surface, latin, kind) if kind in (PERSON, PLACE, ORGANISATION) else None


def _cut(tokens: Tokens, lexicon: Lexicon, start: int) -> int:
    """Where the glossed name begins: behind the last office, conjunction or place."""
    text = tokens.text
    if lexicon.by_surface.get(text[start:]) is not None:
        return start
    for match in _CUT.finditer(text, start):
        if match.end() < len(text) - 1:
            start = match.end()
    for position, word in enumerate(tokens.words):
        end = tokens.end(position)
        if start < end < len(text) - 1 and (
            stops(word, tokens.tags[position]) or _is_place(lexicon, word)
        ):
            start = end
    return start


def _is_place(lexicon: Lexicon, word: str) -> bool:
    entry = lexicon.by_surface.get(word)
    return entry is not None and entry.type == PLACE and len(word) > 1


def _type(tokens: Tokens, start: int, surface: str, latin: str) -> str | None:
    """Person by the shape of both names, organisation by the Latin words; else None."""
    if _BODY_WORD.search(latin):
        return ORGANISATION
    words = latin.split()
    if is_chinese_order(latin) and (given_end(tokens, start) or len(surface) <= 3):
        return PERSON
    foreign = all(
        tag[:2] in ("nr", "ns", "nz", "x") or len(word) == 1 for word, tag in _from(tokens, start)
    )
    return PERSON if foreign and 2 <= len(words) <= 4 else None


def _from(tokens: Tokens, start: int) -> list[tuple[str, str]]:
    return [
        (word, tag)
        for word, tag, at in zip(tokens.words, tokens.tags, tokens.starts, strict=False)
        if at >= start
    ]
