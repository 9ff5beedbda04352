"""How far a Chinese personal name reaches: surname, given name, and what stands behind.

In: words of a text and where a surname stands. Out: where the name ends, or None; and persons whom
shape and surroundings prove. The segmenter does not know most names: it joins them to the word
behind (李|明说, 杨恩健于) or to a numeral (黄|三元). So every end is tried, after one and after two
hanzi, and judged by three things that it does not know: whether given names are written with these
hanzi, whether a word that may follow a name begins there, and, least, whether the segmenter agrees.
A hanzi of no name (的, 说) ends none; one of few names (会, 和) costs points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache

from compare.model import PERSON
from compare.reading.base.spans import SHAPE, STRANGER, Span
from compare.reading.base.vocabulary import (
    BEHIND_PERSON,
    CALLING_ENDS,
    CALLINGS,
    COMMONERS,
    COMPOUND_SURNAMES,
    GIVEN,
    HONORIFICS,
    JAPANESE_SURNAMES,
    NEVER_GIVEN,
    NOT_NAMES,
    ROLES,
    SURNAME_PARTICLES,
    SURNAMES,
)
from compare.reading.zh.tokens import Tokens, tokenise
from compare.resources.words import word_set
from compare.text.numerals import HAN_NUMERAL

_GLUED = word_set("zh", "names", "glued")
_PLURALS = word_set("zh", "names", "plurals")
_BEHIND_NAME = word_set("zh", "names", "behind_name")
_NEVER_BEHIND = word_set("zh", "names", "never_behind_name")
_SAYS = frozenset("说称道指")
_BEHIND_VERB = frozenset("了着过到出给上下")
_AHEAD = 8
_SURE, _LIKELY, _DOUBTFUL, _HARDLY = 4, 2, 1, -3
_CLASSES = {
    **dict.fromkeys("xpcdvtfsm", _LIKELY),
    **dict.fromkeys("urbianjkoyez", _DOUBTFUL),
}
_LONG = COMPOUND_SURNAMES | JAPANESE_SURNAMES
_FIRST = SURNAMES | {surname[0] for surname in _LONG}
_WORTH = dict.fromkeys(GIVEN, 2) | dict.fromkeys(NEVER_GIVEN, -3)
_NO_GIVEN = ROLES | NOT_NAMES
_NO_WORD = frozenset("tadvpcrf")
_NUMERALS = frozenset(HAN_NUMERAL)
_NAMES = frozenset({"nr", "nrfg", "ns", "nrt"})
_PLACE_ENDS = word_set("zh", "names", "place_ends")
_FAMILY = f"(?=[{''.join(sorted(SURNAMES))}])"
_JOINT = re.compile(f"[、和与及]{_FAMILY}")
_LAST = CALLING_ENDS | {word[-1] for word in CALLINGS}
_CALLED = re.compile(f"[{''.join(sorted(_LAST))}]{_FAMILY}")
_LIST_STOPS = frozenset("，。；：！？\n（）“”、 ,")
PROVEN, FREE, _WHOLE = 5, 7, 9


def given_end(tokens: Tokens, start: int, least: int = PROVEN) -> int | None:
    """Where the name that begins at `start` ends, when it has `least` points; else None.

    `PROVEN` points are asked where an office, a list or a verb says that a name stands there,
    `FREE` ones where nothing does.
    """
    text = tokens.text
    if text[start : start + 1] not in _FIRST:
        return None
    given = start + next((n for n in (2, 3) if text[start : start + n] in _LONG), 1)
    if given == start + 1 and text[start] not in SURNAMES:
        return None
    first = _worth(text[given : given + 1])
    if first < 0:
        return None
    position = tokens.index.get(start, -1)
    second = _worth(text[given + 1 : given + 2])
    long = _points(tokens, position, start, given, given + 2, first + second) if second >= 0 else 0
    if long >= _WHOLE:
        return given + 2  # no shorter name can have more
    short = _points(tokens, position, start, given, given + 1, first)
    if max(long, short) < least:
        return None
    return given + 2 if long >= short else given + 1


def _points(tokens: Tokens, position: int, start: int, given: int, end: int, points: int) -> int:
    """The points of a name from `start` to `end` whose given name begins at `given` and has
    `points` for its hanzi; `position` is the word at `start`, or -1.
    """
    text, words = tokens.text, tokens.words
    hanzi = text[given:end]
    if hanzi in _NO_GIVEN:
        return _HARDLY
    last = hanzi[-1]
    points += behind(tokens, end) - (hanzi[0] in _GLUED)
    ends = end in tokens.index
    if last in _GLUED:
        points -= 2
    elif ends and position >= 0 and len(words[position]) == end - start:
        points += _of_word(tokens, position, text[start:end])
    if ends:
        points += 1
        if position >= 0 and _parted(tokens, position, given, end):
            points += _LIKELY
    elif position >= 0 and _glued(tokens, position, end):
        points += 1 + _LIKELY
    if end - given > 1 and hanzi[0] == last:
        return points + 1  # 于丽丽: no other word is doubled so
    if text[start] in SURNAME_PARTICLES and _is_word(tokens, given):
        points += _HARDLY
    return points


def _worth(hanzi: str) -> int:
    """How often given names are written with it; less than nothing for what never is in one."""
    known = _WORTH.get(hanzi)
    if known is not None:
        return known
    return 0 if "\u4e00" <= hanzi <= "\u9fff" else _HARDLY


def _glued(tokens: Tokens, position: int, end: int) -> bool:
    """True when the segmenter took the name and one such hanzi for a name (杨恩健|于)."""
    named = tokens.tags[position][:2] == "nr" and tokens.end(position) == end + 1
    return named and tokens.text[end] in _GLUED


def _parted(tokens: Tokens, position: int, given: int, end: int) -> bool:
    """True when the segmenter took surname and given name for two names (陈|美玲)."""
    tags, starts = tokens.tags, tokens.starts
    if tags[position][:2] != "nr" or starts[position + 1] != given or position + 1 >= len(tags):
        return False
    return starts[position + 2] == end and tags[position + 1][:2] == "nr"


def _is_word(tokens: Tokens, given: int) -> bool:
    """True when what follows a preposition is a word of its own (于|周三, 向|全国)."""
    position = tokens.index.get(given)
    return (
        position is not None
        and position < len(tokens.words)
        and (len(tokens.words[position]) > 1 and tokens.tags[position][:2] != "nr")
    )


def _of_word(tokens: Tokens, position: int, word: str) -> int:
    """What it says that the whole name is one word to the segmenter."""
    tag = tokens.tags[position]
    if tag[:2] == "nr" and word not in NOT_NAMES:
        return _LIKELY
    return _HARDLY if tag[0] in _NO_WORD or word in NOT_NAMES else 0


def behind(tokens: Tokens, end: int) -> int:
    """The points of what begins at `end`, behind a name."""
    position = tokens.index.get(end)
    if position is None:
        return _rest(tokens.text[end : end + _AHEAD])
    words = tokens.words
    if position >= len(words):
        return _LIKELY
    follows = words[position + 1][:1] if position + 1 < len(words) else ""
    return _follows(words[position], tokens.tags[position], follows)


@lru_cache(maxsize=4096)
def _rest(text: str) -> int:
    """The same for text in the middle of a word of the segmenter."""
    if not text:
        return _LIKELY
    words = tokenise(text)
    follows = words.words[1][:1] if len(words.words) > 1 else ""
    return _follows(words.words[0], words.tags[0], follows)


@lru_cache(maxsize=8192)
def _follows(word: str, tag: str, follows: str) -> int:
    if word in _NEVER_BEHIND or _is_rest(word):
        return _HARDLY
    if word in _PLURALS or word in _BEHIND_NAME or word in HONORIFICS or word in ROLES:
        return _SURE
    if word in BEHIND_PERSON:
        return _SURE if len(word) > 1 or word in _SAYS else _LIKELY
    if tag[0] == "x" or not "\u4e00" <= word[0] <= "\u9fff":
        return _LIKELY
    if tag[0] in "pc" and follows in ("", "，", "。", "、"):
        return _HARDLY
    if len(word) == 1 and tag[0] == "v" and follows in _BEHIND_VERB:
        return _LIKELY
    if tag[:2] in ("nr", "zg") or (len(word) == 1 and tag[0] in "ngav"):
        return 0
    return _CLASSES.get(tag[0], _DOUBTFUL)


def stands(tokens: Tokens, start: int, end: int) -> bool:
    """True when a name met elsewhere in the text stands from `start` to `end` too, and is no part
    of another word there (三|万亿, 高峰|期).
    """
    import rjieba

    text = tokens.text
    if text[start - 1 : start] in _NUMERALS and text[start] in _NUMERALS:
        return False
    whole = start in tokens.index and end in tokens.index
    if whole and not rjieba.has_word(text[start:end]):
        return True
    if rjieba.has_word(text[start:end]):
        return behind(tokens, end) >= _SURE or (whole and _is_named(tokens, start))
    return whole or behind(tokens, end) > 0


def _is_rest(word: str) -> bool:
    """True for the last hanzi of a given name and what stands behind it (健于, 豪在), which are no
    word together.
    """
    import rjieba

    if len(word) != 2 or not (word[0] in GIVEN or word[1] in _GLUED):
        return False
    return not rjieba.has_word(word)


def _is_named(tokens: Tokens, start: int) -> bool:
    return tokens.tags[tokens.index[start]][:2] == "nr"


def people(tokens: Tokens, named: Iterable[int], known: Set[int]) -> Iterator[Span]:
    """Persons, none of whom begins at one of the `known` places, and whom shape and surroundings
    prove where no office does: names that stand between stops and joints beside another
    (周三平、刘五郎和丁一楠), and words that the segmenter takes for names, when given names are
    written so and what follows may follow a name. `named` are the positions of such words.
    """
    done, text, words = -1, tokens.text, tokens.words
    for position in named:
        if tokens.tags[position] not in _NAMES:
            continue
        start = tokens.starts[position]
        if position and words[position - 1] in SURNAMES and len(words[position]) < 3:
            start -= 1  # 于|丽丽
        if start < done or start in known or text[start] not in _FIRST:
            continue
        word = words[position]
        if len(word) > 4 or (tokens.tags[position] == "ns" and word[-1] in _PLACE_ENDS):
            continue
        end = given_end(tokens, start, FREE)
        if end is not None and _opens(tokens, start) and _is_free(tokens.text[start:end]):
            done = end
            yield Span(start, end, PERSON, None, SHAPE)
    yield from _listed(tokens)
    yield from _called(tokens, known)


def _is_free(name: str) -> bool:
    """Names of two hanzi that are a word to the segmenter ask for company (雷雨, 高峰)."""
    import rjieba

    return len(name) > 2 or not rjieba.has_word(name)


def _called(tokens: Tokens, known: Set[int]) -> Iterator[Span]:
    """Names behind a calling (村民焦玉莲, 副馆长林汎森)."""
    text, words, index = tokens.text, tokens.words, tokens.index
    for match in _CALLED.finditer(text):
        at = match.end()
        position = index.get(at)
        word = words[position - 1] if position else ""
        if len(word) > 1:
            if word[-1] not in CALLING_ENDS and word not in CALLINGS:
                continue
            if at in known and word not in COMMONERS:
                continue
            end = given_end(tokens, at, PROVEN if word in CALLINGS else PROVEN + 1)
        elif position is None and (word := _calling_before(text, at)):
            end = given_end(tokenise(text[at : at + _AHEAD]), 0, FREE)
            end = at + end if end is not None else None
        else:
            continue
        if end is not None:
            yield Span(at, end, PERSON, None, STRANGER if word in COMMONERS else SHAPE)


def _calling_before(text: str, at: int) -> str:
    """The calling that ends at `at` whatever the segmenter made of it; empty when there is none."""
    sizes = range(2, 4)
    return next((w for n in sizes if (w := text[max(0, at - n) : at]) in CALLINGS), "")


def _opens(tokens: Tokens, start: int) -> bool:
    """True when a name may begin at `start`: no single hanzi of a name stands in front of it."""
    if not start or start not in tokens.index:
        return not start
    before = tokens.index[start] - 1
    return not (len(tokens.words[before]) == 1 and tokens.tags[before][:2] in _NAMES)


def _listed(tokens: Tokens) -> Iterator[Span]:
    """Names in a row of two or more, each between a stop or joint and the next."""
    row: list[Span] = []
    reach = -1
    for joint in _JOINT.finditer(tokens.text):
        begin = joint.start() - tokens.text.startswith("以及", joint.start() - 1)
        if begin != reach:
            if len(row) > 1:
                yield from row
            row = list(_before(tokens, begin))
        end = _in_list(tokens, joint.end())
        if end is not None:
            row.append(Span(joint.end(), end, PERSON, None, SHAPE))
        reach = end if end is not None else -1
    if len(row) > 1:
        yield from row


def _before(tokens: Tokens, joint: int) -> Iterator[Span]:
    """The name that stands between a stop and the joint."""
    text = tokens.text
    for start in range(max(0, joint - 4), joint - 1):
        if (not start or text[start - 1] in _LIST_STOPS) and _in_list(tokens, start) == joint:
            yield Span(start, joint, PERSON, None, SHAPE)
            return


def _in_list(tokens: Tokens, start: int) -> int | None:
    """Where the name at `start` ends, up to the next joint or what may follow a name."""
    return given_end(tokens, start)
