"""Options of `claims`: cells, absences and copies.

In: nothing. Out: fields. How the thresholds were measured is in `docs/method.md`.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import count, option, share


@dataclass(frozen=True)
class ClaimsOptions:
    """Bands of the chance that an article carries a row, reasons of absence, copies."""

    __slots__ = ()

    claim_included: float = share(0.65, "chance from which a cell is included or partial")
    claim_whole: float = share(0.90, "chance from which it is included as a whole")
    claim_missing_name: float = share(
        0.6, "factor of it for each name of the row that the article lacks"
    )
    claim_absent: float = share(0.30, "chance below which a cell is absent")
    claim_merge_gap: int = count(3, "characters between two spans that are merged into one")
    claim_voice: float = share(0.5, "share of a span that somebody's words must exceed")

    earlier_hours: float = option(3.0, "hours before the others that explain an absence", least=0)
    brief_share: float = share(0.4, "share of the usual length below which an article is a brief")

    reprint_shingle_han: int = count(6, "letters of a shingle of Chinese or Japanese", least=1)
    reprint_shingle_latin: int = count(24, "letters of a shingle of other languages", least=1)
    reprint_dense: float = share(1 / 3, "share of such letters that makes a text one of these")
    reprint_edit: float = share(0.3, "share of a sentence's shingles below which it is an edit")
    reprint_containment: float = share(0.6, "share of a text's shingles that makes it a reprint")
    translation_share: float = share(0.8, "share of sentences linked that makes a translation")
    translation_share_of_longer: float = share(0.6, "the same share of the longer text")
    translation_order: float = share(0.85, "share of those links that keep the order")
    translation_least: int = count(5, "least sentences of a translation")
