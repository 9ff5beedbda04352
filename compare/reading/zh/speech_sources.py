"""Who speaks in a Chinese clause: the noun phrase before a cue.

In: the characters between the clause's beginning and the cue. Out: the span of the source in
them. Chinese puts subject first and everything else (time, place, addressee, adverbs) between it
and the verb, so the phrase ends at the first word that opens such a complement. The same words
occur inside names, hence the guards.
"""

from __future__ import annotations

import re

from compare.reading.base.findings import Span
from compare.resources.words import either, word_set, words

_NUMERAL = r"\d一二三四五六七八九十〇"


def _either(key: str) -> str:
    return either(word_set("zh", "speech", key))


_DAY = rf"(?:{_either('days')}|(?:周|星期|礼拜)[一二三四五六日天]|[{_NUMERAL}]+[年月日号](?!报)|\d)"
_GUARDED = "|".join(
    f"{word}(?!{either(parts.split())})"
    for word, parts in words("zh")["speech"]["stops_unless"].items()
)
# words between the subject and its verb; the guards are parts of common nouns and names
_STOP = re.compile(
    rf"{_DAY}|{_GUARDED}|于(?=[{_NUMERAL}周本今昨])|的?时候?$|联合(?=表示|声明|宣布|发表)"
    rf"|的?会晤纪要|的?纪要|{_either('stops')}"
)
_OPENING = re.compile(rf"^(?:{_either('clause_openings')}|{_DAY}[，,]?|\s)+")
_LEADING = re.compile(
    rf"^(?:{_either('complements')})[^，,]*?(?:{_either('complement_ends')})[，,]?"
)
_OFFICES = _either("offices")
# "even the headmaster": the source begins behind 连, which is also a surname
_EVEN = re.compile(
    rf"(?:甚至|就|竟然?)?连(?=(?:[前现时]任|[女老副前])?(?:{_OFFICES})(?:们|本人|自己)?[都也亦])"
)
_TEXT = re.compile(rf"的([^的]{{0,8}}(?:{_either('papers')}))$")
_REASON = re.compile(_either("reasons"))
_NOUN = re.compile(r"[\u3400-\u9fffA-Za-z]")
_NOT_A_SOURCE = re.compile(rf"^(?:{_either('not_sources')})$|[。！？!?（(]$")


def source_in(clause: str) -> Span | None:
    """The span of the source in `clause` (the text before a cue), or None when it has none."""
    start = 0
    while (opening := _OPENING.match(clause[start:])) and opening.end():
        start += opening.end()
    if (leading := _LEADING.match(clause[start:])) and leading.end() < len(clause) - start:
        start += leading.end()
    if even := _EVEN.match(clause, start):
        start = even.end()
    end = len(clause)
    for stop in _STOP.finditer(clause, start):
        if stop.start() > start and not _inside_name(clause, start, stop):
            end = stop.start()
            break
    while end > start and clause[end - 1] in " ，,、：:的\t":
        end -= 1
    while start < end and clause[start] in " ，,、：:)）—–-":
        start += 1
    if (reason := _REASON.match(clause[start:end])) is not None:
        start += reason.end()
    if clause[end - 1 : end] in "后前时" and (text := _TEXT.search(clause, end)) is not None:
        start, end = text.span(1)
    found = clause[start:end]
    if not _NOUN.search(found) or _NOT_A_SOURCE.search(found) or len(found) > 45:
        return None
    return start, end


def _inside_name(clause: str, start: int, stop: re.Match[str]) -> bool:
    """A stop word within a transliterated name (between interpuncts) or a book-title mark."""
    before, after = clause[start : stop.start()], clause[stop.end() : stop.end() + 1]
    if before.count("《") > before.count("》"):
        return True
    return before[-1:] in "·‧•・" or after in ("·", "‧", "•", "・")
