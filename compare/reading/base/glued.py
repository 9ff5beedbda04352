"""Stops without a space behind them: families.Two children.

In: a text, a full stop and where its paragraph ends. Out: whether the stop ends a sentence. Pages
lose the space where they join lines, and addresses, file names, versions and initials have a stop
inside too. The run of characters around it tells them apart: a word in small letters, a number or a
closing mark in front, and a capitalised word or an opening mark behind, with nothing in either that
only an address has.
"""

from __future__ import annotations

import re

from compare.reading.base.vocabulary import titles
from compare.resources.words import either, word_set

BEHIND = r"[A-ZÀ-ÖØ-Þ\d“„«‘\"(]"
INSIDE = r"[A-Za-zÀ-ÖØ-öø-ÿ\d“„«‘\"(]"
_RUN = re.compile(r"\S+$")
_LONGEST = 60
_ADDRESS = re.compile(r"://|^\W*www\.|[@\\_=#]|\.[^.]*/|/[^/]*\.")
_WORD = re.compile(
    r"[a-zà-öø-ÿ]{2}[)\]”’»\"'“]*$|[)\]”’»%]$|^\W*\d[\d.,:]*(?:[a-z]{1,2})?[\"'”’)]*$"
)
_INITIALS = re.compile(r"^\W*(?:[A-Za-z]\.)+[A-Za-z]$")
_CAPITALS = re.compile(r"^\W*[A-Z][A-Z&-]+$")
_LONG_WORD = re.compile(r"[a-zà-öø-ÿ]{4}$")
_NEXT = re.compile(r"[“„«(\"‘]*(?P<word>[A-ZÀ-ÖØ-Þ][\w’'-]*)(?![@/\\\w]|\.[\w])")
_NUMBER = re.compile(r"\d[\d,]*%?\s+[a-zà-ÿ]")
_OPENS = re.compile(r"[“„«‘(]|\"\w")
_STARTER = re.compile(rf"[“\"‘'(]?(?:{either(word_set('en', 'sentences', 'starters'))})\b(?!\.)")
_TITLE = re.compile(rf"(?:{either(titles('en'))})\.")
_DOMAINS = word_set("en", "sentences", "domains")


def ends_sentence(text: str, start: int, stop: int, rest: str) -> bool:
    """Does the stop at `stop`, glued to `rest`, end the sentence that began at `start`?"""
    run = _RUN.search(text, max(start, stop - _LONGEST), stop)
    before = run[0] if run else ""
    if _ADDRESS.search(before) or not before:
        return False
    if text[stop] != ".":
        return True
    if _INITIALS.match(before) or _CAPITALS.match(before):
        return bool(_STARTER.match(rest))
    if "." in before.strip(".") and not before[-1].isdigit():
        return bool(_OPENS.match(rest) or _STARTER.match(rest))
    if not _WORD.search(before):
        return False
    if rest[0].isdigit():
        return bool(_LONG_WORD.search(before) and _NUMBER.match(rest))
    if _OPENS.match(rest):
        return True
    if _TITLE.match(rest):
        return True
    behind = _NEXT.match(rest)
    return behind is not None and behind["word"].lower() not in _DOMAINS
