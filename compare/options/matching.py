"""Options of `matching`: when two sentences, clauses or wordings say the same.

In: nothing. Out: fields. How the thresholds were measured is in `docs/method.md`.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import count, share, weight


@dataclass(frozen=True)
class MatchingOptions:
    """Similarity, links between sentences, rows of clauses, and the look-up of a typed claim."""

    __slots__ = ()

    encoder_share_zh: float = share(0.6, "encoder's share of a score beside words, in Chinese")
    encoder_share_same: float = share(0.5, "the same within another language")
    encoder_share_zh_en: float = share(0.85, "the same between Chinese and English")
    encoder_share_zh_ja: float = share(0.9, "the same between Chinese and Japanese")
    encoder_share_other: float = share(1.0, "the same between other languages")

    link_centred: float = weight(0.75, "weight of a score's lead over the pair's other scores")
    link_numbers: float = weight(0.05, "added to a score for shared numbers")
    link_length: float = weight(0.08, "taken off a score for unlike lengths")
    link_margin_weight: float = weight(1.5, "weight of how far a pair stands out from its rivals")
    link_share: float = share(0.5, "least share of the best rival's score that a link needs")
    link_floor: float = share(0.45, "least score of a link")
    link_least: float = share(0.3, "least score of a pair that can become a link")
    link_inside: float = share(0.6, "least score of a link between a sentence and a clause inside")

    claim_same_row: float = share(0.55, "chance that makes two clauses of two articles one row")
    claim_repeat: float = share(0.60, "the same for two clauses of one article")
    claim_join_slack: float = share(0.05, "chance that two joined clauses may lose to one alone")
    claim_support_most: int = count(1, "most further sources of a row that count")

    find_present: float = share(0.35, "least score at which an article carries a typed claim")
    find_missing_name: float = share(0.75, "factor of that score for a name that is missing")
    find_most: int = count(5, "most places of an article that are shown for a typed claim")
