"""Options of `matching`: when two sentences, clauses or wordings say the same.

In: nothing. Out: fields. How the thresholds were measured is in `docs/method.md`.
"""

from __future__ import annotations

from dataclasses import dataclass

from compare.options.fields import count, option, share, weight


@dataclass(frozen=True, init=False, repr=False, eq=False)
class MatchingOptions:
    """Similarity, links between sentences, rows of clauses, and the look-up of a typed claim."""

    __slots__ = ()

    max_units: int = count(
        3000,
        "most sentences and clauses of an article that are compared",
        least=1,
        limit=True,
    )

    # similarity
    encoder_share_zh: float = share(0.6, "encoder's share of a score beside words, in Chinese")
    encoder_share_same: float = share(0.5, "the same within another language")
    encoder_share_zh_en: float = share(0.85, "the same between Chinese and English")
    encoder_share_zh_ja: float = share(0.9, "the same between Chinese and Japanese")
    encoder_share_other: float = share(1.0, "the same between other languages")

    # words in common
    lexical_longest: int = count(8, "longest Chinese word that is looked up", least=1)
    lexical_loose: int = count(12, "glosses from which a word of one character explains nothing")
    lexical_single: float = weight(0.4, "what a word of one character counts beside longer ones")
    lexical_gloss: float = weight(1.4, "factor of the rarity of a gloss, up to a full match")

    # what the fitted heads are given; after a change they want fitting anew
    feature_numbers: float = weight(0.15, "weight of shared numbers beside the two scores")
    feature_names: float = weight(0.1, "weight of shared names beside the two scores")
    feature_rival: float = share(0.2, "score of a rival where there is no other sentence")

    # links between sentences
    link_centred: float = weight(
        0.75, "share of the encoder's score that is taken less the mean of each article"
    )
    link_centred_least: int = count(4, "sentences from which their mean is taken off each")
    link_numbers: float = weight(0.05, "weight of shared numbers and dates in a sentence's score")
    link_length: float = weight(0.08, "taken off for the square of the logarithm of two lengths")
    link_length_most: float = weight(2, "most that the logarithm of two lengths counts there")
    link_margin_weight: float = weight(1.5, "weight of how far a score stands out from its rivals")
    link_rival: float = share(0.2, "score of a rival where there is no other sentence")
    link_flat: float = share(0.2, "margin score from which a pair says how the scale lies")
    link_share: float = share(0.5, "share of the candidates' median margin score that a link needs")
    link_floor: float = share(0.45, "margin score that a link needs in any case")
    link_least: float = share(0.3, "score that a link needs, before rivals are looked at")

    # rows of claims
    claim_same_row: float = share(
        0.75, "mean chance, both ways, from which clauses of several articles are a row"
    )
    claim_same_bare: float = share(0.4, "the same without numbers and dates")
    claim_repeat: float = share(0.60, "score from which two clauses of one article say the same")
    claim_join_slack: float = share(0.05, "what the mean chance of a joined row may lie below that")
    claim_support_most: int = count(
        4, "most articles of a row that make a further one likelier", least=1
    )
    claim_clamp: float = option(
        0.01, "what a score is kept from 0 and 1 by, before its odds", least=1e-6, most=0.49
    )
    claim_candidates: int = count(5, "most units of an article held against a row", least=1)

    # look-up of a typed claim
    find_present: float = share(0.45, "chance from which an article carries a typed claim")
    find_missing_name: float = share(
        0.75, "factor of it for each name of the claim that the article lacks"
    )
    find_most: int = count(5, "most places of an article that are shown for a typed claim")
