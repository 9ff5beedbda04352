"""Names, rules and values of a comparison in the reader's language.

In: English names, notes and values, as the stages write them. Out: words to show. A name is
looked up among the story's leading entities and stands as it is when they do not hold it. A note
reads `rule: span is value; …`; the sides show spans and values anyway, so that in other languages
the rule alone is said. Identities (`per:ana-duarte`) are for programs and never shown.
"""

from __future__ import annotations

import re
from datetime import date

from compare.model import Claim, Comparison, Discrepancy, Side
from compare.reports.localised import day
from compare.reports.words import language, said, say

_IDENTITY = re.compile(r"[a-z]+:\S")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def name_words(name: str, comparison: Comparison) -> str:
    """A name in the reader's language when the story knows it."""
    held = (e for e in comparison.story.entities if name in (e.name, e.id))
    return next((e.names.get(language(), e.name) for e in held), name)


def origin_words(claim: Claim, comparison: Comparison | None = None) -> str:
    """Whose words a claim is, for people."""
    origin = claim.origin
    if origin.label and language() == "en":
        return origin.label
    kind = said("origin", origin.kind)
    if origin.speaker is None:
        return kind
    name = origin.speaker if comparison is None else name_words(origin.speaker, comparison)
    return say("origin.speaker", speaker=name, kind=kind)


def note_words(found: Discrepancy) -> str:
    """The rule by which sides differ; in English with spans and values."""
    rule = found.note.partition(": ")[0].partition(" (")[0]
    words = said("rule", rule)
    return found.note if language() == "en" or words == rule else words


def value_words(side: Side) -> str | None:
    """The value of a side for people; None when it is none, or an identity."""
    if side.value is None or _IDENTITY.match(side.value):
        return None
    if _DAY.fullmatch(side.value):
        return day(date.fromisoformat(side.value))
    return said("value", side.value)
