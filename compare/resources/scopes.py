"""Words that make the same statement one of another thing: a part, a forecast, an early stage.

In: the primary tag of a language. Out: a scanner for the words of `[facts.scopes]` in the words of
the language; None where it has none. A count of a part is no count of the whole, a forecast no
result, a half-time score no final one: facts are compared only where these marks are alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from compare.resources.words import either, listed, words


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """`pattern` has a group for each scope (`s0`, `s1` … in the order of `names`); `locative` ends
    words before a place, `denied` is a negation, `roughly` stands beside an hour that is not exact,
    `told` is a word of saying beside the time at which it was said.
    """

    names: tuple[str, ...]
    pattern: re.Pattern[str]
    locative: re.Pattern[str]
    denied: re.Pattern[str]
    roughly: re.Pattern[str]
    told: re.Pattern[str]

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and name of every mark, in text order; longer words win."""
        for match in self.pattern.finditer(text):
            yield match.start(), match.end(), self.names[int((match.lastgroup or "s0")[1:])]


@lru_cache(maxsize=16)
def scope_words(language: str) -> ScopeWords | None:
    """The words of scope of a language."""
    table = words(language).get("facts")
    if table is None:
        return None
    latin = language != "zh"
    names = tuple(table["scopes"])
    groups = []
    for number, name in enumerate(names):
        forms = either(listed(table["scopes"][name]))
        whole = rf"(?<!\w)(?:{forms})(?!\w)" if latin else forms
        groups.append(f"(?P<s{number}>{whole})")
    flags = re.IGNORECASE if latin else 0
    locative, denied, roughly, told = (
        either(listed(table[key])) for key in ("locative", "denied", "roughly", "told")
    )
    return ScopeWords(
        names,
        re.compile("|".join(groups), flags),
        re.compile(rf"(?<!\w)(?:{locative}) (?:the )?$" if latin else f"(?:{locative})$", flags),
        re.compile(rf"(?<!\w)(?:{denied})(?!\w)" if latin else denied, flags),
        re.compile(rf"(?<!\w)(?:{roughly})(?!\w)" if latin else roughly, flags),
        re.compile(rf"(?<!\w)(?:{told})\W+(?:\w+ )?$" if latin else told, flags),
    )
