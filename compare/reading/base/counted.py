"""What an amount counts: the words behind it.

In: an amount, its text, the language. Out: the amount with the span of those words: 41 | rusty
ships. In Chinese the counter is the unit already, and the words behind it name the thing (三艘 |
货船). A span, not a noun: what it is a fact of is settled where facts are made.
"""

from __future__ import annotations

import re
from dataclasses import replace

from compare.model.documents import Quantity
from compare.resources.words import word_set

_REACH = 40
_WORDS = 3
_WORD = re.compile(r"[\w'-]+|[^\w\s]")
_NO_NOUN = word_set("en", "amounts", "ends_thing")
_ENDS = "".join(sorted(word_set("zh", "amounts", "ends_thing")))
_THING = re.compile(rf"[^\W\d_{_ENDS}]{{1,6}}")


def counted(found: Quantity, text: str, tag: str) -> Quantity:
    """`found` with what it counts in `text`; `tag` is the primary tag of its language."""
    if found.ordinal or found.kind == "percent":
        return found
    if tag in ("zh", "ja"):
        thing = _THING.match(text, found.end)
        return replace(found, counts=thing.span()) if thing else found
    span: tuple[int, int] | None = None
    following = _WORD.finditer(text, found.end, found.end + _REACH)
    for word, _ in zip(following, range(_WORDS), strict=False):
        if not word[0][0].isalpha() or word[0].lower() in _NO_NOUN:
            break
        span = (span[0] if span else word.start(), word.end())
    return replace(found, counts=span)
