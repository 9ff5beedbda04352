"""Words that make the same statement one of another thing: a part, a forecast, an early stage.

In: the primary tag of a language. Out: a scanner for the words of `[facts.scopes]` in the words of
the language; None where it has none. A count of a part is no count of the whole, a forecast no
result, a half-time score no final one: facts are compared only where these marks are alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick_rs

from compare.resources.words import either, listed, words


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """`automaton` looks for forms, each a mark of the scope at its place in `scopes`, as whole
    words where they are `worded`; `names` are all scopes. `locative` ends words before a place,
    `denied` is a negation, `roughly` stands beside an hour that is not exact, `told` is a word of
    saying beside the time at which it was said, `since` one beside a time from which is counted,
    `moment` what only says more of a time, `office` finds an office that somebody comes into, as
    its group.
    """

    names: tuple[str, ...]
    automaton: ahocorasick_rs.AhoCorasick
    scopes: tuple[str, ...]
    worded: bool
    locative: re.Pattern[str]
    denied: re.Pattern[str]
    roughly: re.Pattern[str]
    told: re.Pattern[str]
    since: re.Pattern[str]
    moment: re.Pattern[str]
    office: re.Pattern[str]

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and name of every mark, in text order; longer words win."""
        folded = _lower(text)
        found = self.automaton.find_matches_as_indexes(folded, overlapping=True)
        spans = sorted((a, -b, index) for index, a, b in found if self._whole(text, a, b))
        done = 0
        for start, end, index in spans:
            if start >= done:
                done = -end
                yield start, -end, self.scopes[index]

    def _whole(self, text: str, start: int, end: int) -> bool:
        if not self.worded:
            return True
        return not (_WORD.match(text, end) or (start and _WORD.match(text, start - 1)))


_WORD = re.compile(r"\w")


def _lower(text: str) -> str:
    """In small letters, of the same length."""
    folded = text.lower()
    if len(folded) == len(text):
        return folded
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _office(table: Mapping[str, str], *, latin: bool) -> re.Pattern[str]:
    into, offices = (either(listed(table[key])) for key in ("into_office", "offices"))
    if not latin:  # 任命 somebody 为 something
        naming = either(listed(table["naming"]))
        into = rf"(?:{into}|(?:{naming})[^，。；、]{{1,12}}?为)"
        return re.compile(rf"{into}(?:新任)?([^，。；、：:,\s]{{0,10}}?(?:{offices}))")
    return re.compile(
        rf"(?<!\w)(?:{into}) (?:(?:its|the|their|a|an|new|his|her) )*"
        rf"((?:[\w'-]+ ){{0,3}}?(?:{offices})(?!\w)(?: (?:to|of|for) (?:the )?[A-Z]\w+)?)"
    )


@lru_cache(maxsize=16)
def scope_words(language: str) -> ScopeWords | None:
    """The words of scope of a language."""
    table = words(language).get("facts")
    if table is None:
        return None
    latin = language != "zh"
    names = tuple(table["scopes"])
    forms = {form.lower(): name for name in names for form in listed(table["scopes"][name])}
    flags = re.IGNORECASE if latin else 0
    locative, denied, roughly, told, since, moment = (
        either(listed(table[key]))
        for key in ("locative", "denied", "roughly", "told", "since", "moment")
    )
    return ScopeWords(
        names,
        ahocorasick_rs.AhoCorasick(list(forms)),
        tuple(forms.values()),
        latin,
        re.compile(rf"(?<!\w)(?:{locative}) (?:the )?$" if latin else f"(?:{locative})$", flags),
        re.compile(rf"(?<!\w)(?:{denied})(?!\w)" if latin else denied, flags),
        re.compile(rf"(?<!\w)(?:{roughly})(?!\w)" if latin else roughly, flags),
        re.compile(rf"(?<!\w)(?:{told})\W+(?:\w+ )?$" if latin else told, flags),
        re.compile(
            rf"(?<!\w)(?:{since}) (?:the |late |early |mid-)?$" if latin else f"^(?:{since})", flags
        ),
        re.compile(rf"(?<!\w)(?:{moment})(?!\w)" if latin else moment, flags),
        _office(table, latin=latin),
    )
