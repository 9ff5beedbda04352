"""Names in quotation marks: a nickname, a ship, a title, a programme are nobody's words.

In: a text, its outer quotations and its language. Out: the quotations that may be speech, and the
text with each of the others as one word, as the grammars need it. What
stands in front tells (known as “the Captain”, the ship “Aurora”, 绰号“老虎”), or in English, where
names alone have capitals, a quotation in capitals inside a phrase. A quotation behind a comma, a
colon, a verb of saying or a pronoun (called it a “Major Robbery”) stays speech.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from compare.reading.base.vocabulary import closing
from compare.resources.words import either, listed, words

Span = tuple[int, int]
_LONGEST = 60
_MANY = 7  # words, or hanzi, of the longest name in marks
_BEFORE = 40
_LATIN = re.compile(r"[\w’'&.-]+")
_STOPPED = re.compile(r"[.!?…,;:。！？，；：]\s*\S")
_ENDING = " .,!?…\u00a0\u202f"
# Marco “Bull” Perez
_BETWEEN = re.compile(
    r"(?:^|\s)[A-ZÀ-Þ][\w’'.-]+\0(?:[A-ZÀ-Þ][\w’'-]*\s?){1,3}\0[A-ZÀ-Þ][a-zß-ÿ’'-]+"
)
_PHRASE = re.compile(r"[\w’'-]+$")


def without_names(text: str, quotes: Sequence[Span], language: str) -> tuple[str, list[Span]]:
    """`text` with each name in marks made one word of the same length, and the other quotations."""
    tag = language.partition("-")[0]
    if "speech" not in words(tag):
        return text, list(quotes)
    pieces: list[str] = []
    kept: list[Span] = []
    at = 0
    for index, (start, end) in enumerate(quotes):
        if _is_name(text, quotes, index, tag):
            pieces += [text[at:start], _word(text[start:end], tag)]
            at = end
        else:
            kept.append((start, end))
    return "".join((*pieces, text[at:])), kept


def _word(name: str, tag: str) -> str:
    """A name in marks as one word; a stop inside the marks still ends the sentence."""
    if tag == "zh":
        return f"《{name[1:-1]}》"
    body = name[1:-1].rstrip(_ENDING)
    stop = name[1 + len(body) :]
    inside = re.sub(r"\W", "_", body)
    return f"X{inside}{'_' * (len(stop) - 1)}{stop[0] if len(stop) > 1 else '_'}"


def _is_name(text: str, quotes: Sequence[Span], at: int, tag: str) -> bool:
    start, end = quotes[at]
    inside = text[start + 1 : end - 1].strip(_ENDING)
    if not inside or len(inside) > _LONGEST or _STOPPED.search(inside):
        return False
    if len(inside if tag == "zh" else inside.split()) > _MANY:
        return False
    before = text[max(0, start - _BEFORE) : start].rpartition("\n")[2].rstrip()
    after = text[end : end + _BEFORE].partition("\n")[0].lstrip()
    front, behind, inner = _patterns(tag)
    if front.search(before) or behind.match(after) or inner.search(inside):
        return True
    if _BETWEEN.search(f"{before}\0{inside}\0{after}"):
        return True
    return tag == "en" and _is_capital(inside, before, text, quotes, at)


def _is_capital(inside: str, before: str, text: str, quotes: Sequence[Span], at: int) -> bool:
    """An English name by its capitals, inside a phrase."""
    small = _words("small_in_names")
    parts = _LATIN.findall(inside)
    if not parts or not all(p[0].isupper() or p[0].isdigit() or p in small for p in parts):
        return False
    if not parts[0][0].isupper() and len(parts) == 1:
        return False
    word = _PHRASE.search(before)
    if word is None or word[0].lower() in _not_before_names():
        return False
    return word[0].lower() not in _words("told") or _goes_on(text, quotes, at)


def _goes_on(text: str, quotes: Sequence[Span], at: int) -> bool:
    """True where what was said follows: told “Morning Radio”: “…”."""
    if re.match(r" (?:that|[a-z]+) ", text[quotes[at][1] : quotes[at][1] + 20]):
        return True
    if at + 1 == len(quotes):
        return False
    between = text[quotes[at][1] : quotes[at + 1][0]]
    return "\n" not in between and between.strip(" :,.") in ("", "that")


@lru_cache(maxsize=8)
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What ends in front of a name, what begins behind it, and what ends the name itself."""
    table = words(tag)["speech"]
    front, behind, ends = (
        either(listed(table.get(key, ""))) for key in ("naming", "named_behind", "name_ends")
    )
    edge = "" if tag == "zh" else r"\b"
    return (
        re.compile(rf"{edge}(?:{front})[,，]?$", re.IGNORECASE),
        re.compile(rf"(?:{behind}){edge}", re.IGNORECASE),
        re.compile(rf"(?:{ends})$"),
    )


@lru_cache(maxsize=1)
def _not_before_names() -> frozenset[str]:
    """Behind these stands what somebody says, capitals or not."""
    grammar = words("en")["grammar"]
    pronouns = (*listed(grammar["clause_pronouns"]), *listed(grammar["be"]))
    return closing("en") - _words("told") | {*pronouns, *_words("quoting")}


def _words(key: str) -> frozenset[str]:
    return frozenset(listed(words("en")["speech"][key]))
