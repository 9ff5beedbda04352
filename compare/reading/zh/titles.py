"""Persons beside their office in Chinese: 国务卿布林肯, 布林肯国务卿, 习主席.

In: words of a text and the places where offices stand. Out: spans of persons. The office proves
that a name is there; how far it reaches the segmenter's words say.

Whether a hanzi is a surname, in front of an office and at the head of a name. In: words of a text,
where the hanzi and the office stand; or a name in both scripts. Out: a verdict. 連主席 is a person,
連校長都 "even the headmaster". Many surnames are other words too, and the segmenter guesses; what
stands around the pair does not: the word that closes a phrase (連…都, 应…邀请), the subject in
front of a preposition (記者向主席), and the longer word that ends in the hanzi (感谢|校长,
下周|总理). Whose surname it is the article's full names say (identity); of these 马英九 bears a
surname and 马克龙 spells Macron.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from compare.model import PERSON
from compare.reading.base.lexicon import plain
from compare.reading.base.romanisation import cantonese, korean, mandarin, taiwan, vietnamese
from compare.reading.base.spans import SURNAMED, TITLE, Span
from compare.reading.base.vocabulary import (
    AFTER_NAME,
    CIVIL,
    GIVEN,
    HONORIFICS,
    SURNAME_PARTICLES,
    SURNAME_WORDS,
    SURNAMES,
    TRANSLITERATION,
)
from compare.reading.zh.persons import FREE, behind, given_end
from compare.reading.zh.tokens import Tokens, foreign_end, run_end, stops, tokenise
from compare.resources.gazetteer import readings
from compare.resources.words import either

_IN_FRONT = ("x", "v", "p", "c", "ul")  # what may stand in front of a surname that is a particle
_LEAVES_PHRASE = frozenset("vpx")
_LONGEST = 3  # hanzi of a name with a surname of one
_ALIKE = ("bp", "fvw", "dt", "gk", "jzsxcq", "lrh", "m", "n")
_CONSONANTS = {letter: group for group in _ALIKE for letter in group}
_ONE_SYLLABLE = re.compile(r"[^aeiouy]*[aeiouy]+[^aeiouy]*e?$")


def is_surname(tokens: Tokens, at: int, office: tuple[int, int]) -> bool:
    """True when the hanzi at `at` can be the surname of whoever holds the `office` behind it."""
    hanzi = tokens.text[at]
    if hanzi not in SURNAMES or closes(tokens, hanzi, office[1]):
        return False
    position = tokens.covering(at)
    if tokens.starts[position] != at:
        return hanzi not in SURNAME_PARTICLES and _is_cut(tokens, position, at)
    if tokens.end(position) > office[0] and _is_end(tokens, position, hanzi):
        return False
    return hanzi not in SURNAME_PARTICLES or _may_stand(tokens, position)


def closes(tokens: Tokens, hanzi: str, end: int) -> bool:
    """True when the noun phrase that goes on at `end` is closed by the partner of the word `hanzi`
    (連…都).
    """
    partners = SURNAME_WORDS.get(hanzi)
    position = tokens.index.get(end) if partners else None
    while partners and position is not None and position < len(tokens.words):
        if tokens.words[position] in partners:
            return True
        if tokens.tags[position][0] in _LEAVES_PHRASE:
            return False
        position += 1
    return False


def _is_cut(tokens: Tokens, position: int, at: int) -> bool:
    """True when the segmenter joined the surname to the end of a verb (会|见习|主席), and false for
    a word that ends in the hanzi (感谢|校长).
    """
    import rjieba

    word = tokens.words[position]
    if tokens.end(position) != at + 1 or len(word) != 2:
        return False
    before = tokens.words[position - 1] if position else ""
    if rjieba.has_word(word):
        return bool(before) and rjieba.has_word(before + word[0])
    return tokens.tags[position][0] != "n"


def _is_end(tokens: Tokens, position: int, hanzi: str) -> bool:
    """True for the end of a time or another word, cut off by a longer word (下|周总理)."""
    import rjieba

    before = tokens.words[position - 1] if position else ""
    return len(before) == 1 and rjieba.has_word(before + hanzi)


def _may_stand(tokens: Tokens, position: int) -> bool:
    return position == 0 or tokens.tags[position - 1].startswith(_IN_FRONT)


def bears_surname(name: str, latin: str | None, family: str | None) -> bool:
    """True when the first hanzi of a person's Chinese `name` is a surname; `latin` and `family` are
    the Latin name, where one is known, and the family name in it.

    A name that spells a foreign one has none (马克龙, 万斯): its family name does not come first,
    is not the hanzi's reading, and is no syllable of a dialect in front of two hanzi of its own
    (陈庆炎, Tony Tan).
    """
    if not 2 <= len(name) <= _LONGEST or name[0] not in SURNAMES:
        return False
    if not latin or not family or latin.split()[0] == family:
        return True
    short = plain(family).lower()
    if short in _spellings(name[0]):
        return True
    if len(name) < _LONGEST:
        return False
    if not TRANSLITERATION.issuperset(name) and _ONE_SYLLABLE.match(short):
        return True
    return not _spells(name, short)


def _spells(name: str, family: str) -> bool:
    """True when the hanzi begin with consonants of the family name, in its order: 马克龙 spells
    Macron, but 贺锦丽 is a name that was chosen for Harris.
    """
    hanzi = [_CONSONANTS.get(c, "") for c in map(_initial, name)]
    heard = re.sub("c(?![ehiy])|q", "k", family)
    letters = iter([_CONSONANTS.get(c, "") for c in heard])
    return all(one in letters for one in hanzi if one)


def _initial(hanzi: str) -> str:
    known = readings().get(hanzi)
    return known.pinyin[0][:1] if known is not None and known.pinyin else ""


@lru_cache(maxsize=512)
def _spellings(hanzi: str) -> frozenset[str]:
    """How a surname is written in Latin letters, in five places."""
    known = readings().get(hanzi)
    if known is None:
        return frozenset()
    ways = (
        mandarin(known.pinyin),
        taiwan(known.pinyin),
        cantonese(known.jyutping),
        korean(known.hangul),
        vietnamese(known.vietnamese),
    )
    return frozenset(spelling for way in ways for spelling in way)


_SKIPPED = frozenset(' ：:/（(「『“"　')
_PERSON_CLASSES = ("nr", "ns", "nz", "x", "en")
_SHORT, _LONG = 2, 8
_FIRST = SURNAMES | TRANSLITERATION
_AHEAD = 10
_CREDIT = re.compile(
    r"(?:责任编辑|责编|编辑|记者|撰稿|摄影|作者|核稿)[:：/／]\s*"
    r"([\u4e00-\u9fff]{2,4}(?:[、 /][\u4e00-\u9fff]{2,4})*)(?=$|[\s#。）)】])"
    r"|(?:记者|特派员|通讯员) ?([\u4e00-\u9fff]{2,3}(?:[、 ][\u4e00-\u9fff]{2,3})*)"
    r"(?=[）)／/]|报导|报道|摄|综合)"
)
_FAMILY = f"[{''.join(sorted(SURNAMES))}]"
_UNNAMED = re.compile(
    f"{_FAMILY}(?:(?P<some>某某?(?:[甲乙丙丁]|[{''.join(sorted(GIVEN))}](?=[，。、（(的与和等被于在因向对涉称说表未已将曾持驾酒系为及以从到当又也还年])|))|"
    f"(?:{either(CIVIL)}))"
)
_ONE_CREDIT = re.compile(r"[\u4e00-\u9fff]{2,4}")


def credited(text: str, offices: Iterable[tuple[int, int]]) -> Iterator[Span]:
    """Names in credit lines (责编：…), whatever their surname: nothing else stands there."""
    for start, _ in offices:
        line = _CREDIT.match(text, start)
        if line is not None:
            for name in _ONE_CREDIT.finditer(text, *line.span(line.lastindex or 0)):
                yield Span(*name.span(), PERSON, None, TITLE)


def titled(
    tokens: Tokens, offices: Iterable[tuple[int, int]], known: Iterable[Span]
) -> Iterator[Span]:
    """Persons after or before the `offices` (start, end), those `known` already left out."""
    begins = {span.start for span in known if span.type == PERSON}
    ends = {span.end for span in known if span.type == PERSON}
    for start, end in offices:
        if end not in begins:
            yield from _behind(tokens, end)
        office = tokens.text[start:end]
        if start in ends:
            continue
        if office in AFTER_NAME:
            yield from (
                s for s in _in_front(tokens, start) if not closes(tokens, tokens.text[s.start], end)
            )
        if office in HONORIFICS and start and is_surname(tokens, start - 1, (start, end)):
            yield Span(start - 1, end, PERSON, None, SURNAMED)


def unnamed(text: str, tokens: Tokens) -> Iterator[Span]:
    """Persons whom the text does not name in full: 蔡小姐, 王某, 李某明."""
    for match in _UNNAMED.finditer(text):
        start, end = match.span()
        if match["some"]:
            yield Span(start, end, PERSON, None, TITLE)
        elif text[start] not in SURNAME_PARTICLES and is_surname(tokens, start, (start + 1, end)):
            yield Span(start, end, PERSON, None, SURNAMED)


def _behind(tokens: Tokens, at: int) -> Iterator[Span]:
    """The name that begins right behind an office (or behind the colon of a credit)."""
    text = tokens.text
    while at < len(text) and text[at] in _SKIPPED:
        at += 1
    if at < len(text) and at not in tokens.index:
        # the segmenter joined the office and the name (署|长程|家平)
        if text[at] not in _FIRST:
            return
        end = _named(tokenise(text[at : at + _AHEAD]), 0)
        end = end + at if end else None
    else:
        end = _named(tokens, at)
    if end is not None:
        yield Span(at, end, PERSON, None, TITLE)


def _named(tokens: Tokens, at: int) -> int | None:
    """Where the name at `at` ends: a Chinese one, unless a foreign one goes on behind it."""
    end = given_end(tokens, at)
    if end is not None and behind(tokens, end) > 0:
        return end
    return _foreign(tokens, at) or end


def _foreign(tokens: Tokens, at: int) -> int | None:
    """Where a transliterated name ends that begins at `at`; None when no name is there."""
    limit = run_end(tokens.text, at)
    position = tokens.index.get(at)
    if limit - at < _SHORT or position is None or position >= len(tokens.words):
        return None
    word, tag = tokens.words[position], tokens.tags[position]
    if stops(word, tag) or (len(word) > 1 and tag[:2] not in _PERSON_CLASSES):
        return None
    end = foreign_end(tokens, at, limit)
    return end if _SHORT <= end - at <= _LONG else None


def _in_front(tokens: Tokens, office: int) -> Iterator[Span]:
    """The name that ends where an office begins."""
    for start in range(max(0, office - _LONG // 2), office - 1):
        if start in tokens.index and given_end(tokens, start, FREE) == office:
            yield Span(start, office, PERSON, None, TITLE)
            return
    position = tokens.covering(office - 1) if office else -1
    if position < 0 or tokens.end(position) != office:
        return
    start = office
    while position >= 0 and _is_part(tokens, position):
        start = tokens.starts[position]
        position -= 1
    if office - start >= _SHORT and start < office and tokens.tags[position + 1][:2] == "nr":
        yield Span(start, office, PERSON, None, TITLE)


def _is_part(tokens: Tokens, position: int) -> bool:
    word, tag = tokens.words[position], tokens.tags[position]
    start = tokens.starts[position]
    return (
        tag[:2] == "nr"
        and not stops(word, tag)
        and run_end(tokens.text, start) >= start + len(word)
    )
