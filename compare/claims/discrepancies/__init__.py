"""Discrepancies: evidences of one claim that differ, and how much that matters.

In: claims with evidence, articles, mentions, entities. Out: discrepancies, each with both sides and
the rule that found it. Typed slots (dates, numbers, actors, places, quotations, modality,
attribution, wording) are compared after linking, never by similarity.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.model import Claim, Discrepancy, Entity, Mention, Source
from compare.options import Options


def discrepancies(
    columns: Sequence[Source],
    claims: Sequence[Claim],
    mentions: Mapping[str, Sequence[Mention]],
    entities: Mapping[str, Entity],
    options: Options,
) -> tuple[Discrepancy, ...]:
    """All discrepancies, in the order of their first claim; ids d01, d02, …"""
    return ()
