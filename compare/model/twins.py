"""Two official texts of one meeting held against each other.

In: nothing (plain values). Out: the nouns of that, which `reports` reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.model.claims import Claim, Evidence, Source

Fate = Literal["both", "differs", "left", "right", "told", "unclear"]


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement of either text: its words in each (None where it has none), what becomes of it,
    and the values that differ: kind of discrepancy, the left text's words, the right one's. `told`
    is what the other source tells outside its official text.
    """

    claim: Claim
    fate: Fate
    left: Evidence | None
    right: Evidence | None
    differing: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Twins:
    """Two official texts, and their statements in the order of the claims."""

    left: Source
    right: Source
    rows: tuple[Stated, ...]
