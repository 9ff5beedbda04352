"""Words that tell who does it to whom, where the order of words does not.

In: the primary tag of a language. Out: patterns; None where the language has no such words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from compare.resources.words import either, listed, words


@dataclass(frozen=True, slots=True)
class RoleWords:
    """`turned` stands before who does it, in front of the verb (被); `marked` before whom it is
    done to, in front of the verb (对, 把); `by` right behind the verb, before who does it.
    """

    turned: re.Pattern[str]
    marked: re.Pattern[str]
    by: re.Pattern[str]


@lru_cache(maxsize=16)
def role_words(language: str) -> RoleWords | None:
    """The words of a language."""
    table = words(language).get("roles")
    if table is None:
        return None
    turned, marked, by = (either(listed(table[key])) for key in ("turned", "marked", "by"))
    never = r"(?!)"
    return RoleWords(
        re.compile(turned or never),
        re.compile(marked or never),
        re.compile(rf"\W*(?:{by})\b" if by else never),
    )
