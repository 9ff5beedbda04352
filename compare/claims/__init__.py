"""Rows -> claims: who carries each, whose words it is, and what disagrees.

In: rows of clauses with their candidates, articles, attributions, mentions. Out: claims with a
cell for every source, discrepancies, wording, families of copies, emphasis and voices.
"""

from compare.claims.build import Evidences, compare, in_order, source_ids, sources_of
from compare.claims.copies import repeated, with_repeated

__all__ = [
    "Evidences",
    "compare",
    "in_order",
    "repeated",
    "source_ids",
    "sources_of",
    "with_repeated",
]
